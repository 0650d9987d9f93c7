// Limits the processor time of a whole browser, its helper processes and workers included, by a cgroup (version 1).
// The browser's own CPU throttle does not reach workers.
import { accessSync, constants, mkdirSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = '/sys/fs/cgroup/cpu';
/** Microseconds. Short, so that the limit looks like a slow processor and not like long pauses. */
const PERIOD = 20_000;

/** Whether this machine lets us make one. */
export function canLimit() {
  try {
    accessSync(join(ROOT, 'cpu.cfs_quota_us'));
    accessSync(ROOT, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** A group without a limit yet. */
export function cpuLimit() {
  const group = join(ROOT, `unknot-bench-${process.pid}`);
  mkdirSync(group);
  writeFileSync(join(group, 'cpu.cfs_period_us'), String(PERIOD));
  // Before all else that runs on this machine, up to the limit: the figures then depend little on the rest.
  writeFileSync(join(group, 'cpu.shares'), '262144');
  return {
    /** Writes a program that starts `executable` in this group; all its children stay in it. */
    wrap(executable, path) {
      writeFileSync(path, `#!/bin/sh\necho $$ > '${group}/cgroup.procs'\nexec '${executable}' "$@"\n`, { mode: 0o755 });
      return path;
    },
    /** `cores`: 0.5 is half of one; Infinity is no limit. */
    set: (cores) => writeFileSync(join(group, 'cpu.cfs_quota_us'), String(cores === Infinity ? -1 : cores * PERIOD)),
    remove: () => rmdirSync(group),
  };
}
