// What every benchmark prints: a figure, and where there is one its limit. A figure over its limit fails the
// benchmark after all figures of it are printed.
import { expect } from '../harness.js';

export const median = (numbers) => quantile(numbers, 0.5);

/** The smallest of the numbers that at least this share of them does not exceed. */
export const quantile = (numbers, share) => [...numbers].sort((a, b) => a - b)[Math.max(0, Math.ceil(share * numbers.length) - 1)];

/** A figure in words, without a limit. */
export const measured = (what, value) => console.log(`measured: ${what}: ${value}`);

/** A figure with its limit. `unit` is "ms" or nothing; `note` is printed after it. */
export function within(what, value, limit, { unit = 'ms', note = '' } = {}) {
  const digits = unit === 'ms' ? 0 : 3;
  const show = (number) => `${number.toFixed(digits)}${unit && ` ${unit}`}`;
  console.log(`measured: ${what}: ${show(value)}, limit ${show(limit)}: ${value <= limit ? 'ok' : 'OVER'}${note && ` (${note})`}`);
  expect.soft(value, what).toBeLessThanOrEqual(limit);
}
