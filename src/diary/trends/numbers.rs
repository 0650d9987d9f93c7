//! Statistical functions on plain numbers. `tests/interop/statistics.py` computes the same with SciPy, statsmodels and
//! lifelines; the native tests compare with its figures to 1e-9.

use crate::guide::order;

/// The smallest total for which a proportion is given.
pub const FEWEST_FOR_SHARE: usize = 5;
/// The fewest values for which a median is given: an exact 95 % interval needs six.
pub const FEWEST_FOR_MEDIAN: usize = 6;

/// Summary statistics of several values.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Spread {
    /// How many values there are.
    pub n: usize,
    /// The largest.
    pub most: Option<i64>,
    /// The median and the quartiles, where there are enough values.
    pub quantiles: Option<Quantiles>,
}

/// The median and the quartiles of several values.
#[derive(Debug, Clone, PartialEq)]
pub struct Quantiles {
    /// Of an even number of values the mean of the two in the middle.
    pub median: f64,
    /// The lower and the upper quartile, interpolated linearly (Hyndman & Fan 1996, type 7, NumPy's default).
    pub quartiles: (f64, f64),
    /// An exact, distribution-free confidence interval of the median, at least 95 % (order statistics and the
    /// binomial distribution; Conover 1999, section 3.2). None under six values.
    pub interval: Option<(i64, i64)>,
}

/// Summary statistics of values; quantiles only of at least `fewest`.
pub fn spread(values: Vec<i64>, fewest: usize) -> Spread {
    let sorted = order::sorted(&values);
    let n = sorted.len();
    let quantile = |quarters: usize| {
        let at = (n - 1) * quarters;
        let (low, high) = (sorted[at / 4].0, sorted[(at / 4 + 1).min(n - 1)].0);
        low as f64 + (high - low) as f64 * (at % 4) as f64 / 4.0
    };
    Spread {
        n,
        most: sorted.last().map(|(most, _)| *most),
        quantiles: (n >= fewest.max(1)).then(|| Quantiles {
            median: quantile(2),
            quartiles: (quantile(1), quantile(3)),
            interval: median_interval_rank(n).map(|rank| (sorted[rank - 1].0, sorted[n - rank].0)),
        }),
    }
}

/// The rank, counted from 1 from either end, of the values that bound a 95 % interval of the median: the largest one
/// whose two tails together hold at most 5 %.
fn median_interval_rank(n: usize) -> Option<usize> {
    let (weights, all) = binomial_weights(n);
    let (mut rank, mut tail) = (0, 0.0);
    for weight in weights.iter().rev() {
        tail += weight;
        if tail / all > 0.025 {
            break;
        }
        rank += 1;
    }
    (rank > 0).then_some(rank)
}

/// The cumulative distribution function of the binomial distribution with p = 1/2: P(X ≤ `k`) of `n` trials. `k` is at
/// most half of `n`.
pub fn binomial_cdf(k: usize, n: usize) -> f64 {
    let (weights, all) = binomial_weights(n);
    let tail: f64 = weights.iter().rev().take(k + 1).sum();
    tail / all
}

/// The binomial probabilities for p = 1/2 up to one factor: the weights of k = `n`/2 down to 0, and the sum of all
/// weights. The weight of the middle is 1, so that none overflows.
fn binomial_weights(n: usize) -> (Vec<f64>, f64) {
    let (mut weights, mut weight, mut all) = (Vec::new(), 1.0, 0.0);
    for at in (0..=n / 2).rev() {
        weights.push(weight);
        // The distribution is symmetric: the upper half has the same weights.
        all += if 2 * at == n { weight } else { 2.0 * weight };
        weight *= at as f64 / (n - at + 1) as f64;
    }
    (weights, all)
}

/// A proportion: so many of a total.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Proportion {
    /// The numerator.
    pub count: usize,
    /// The denominator.
    pub total: usize,
}

impl Proportion {
    /// Counts one more of the total; `is_hit`: of the numerator too.
    pub fn add(&mut self, is_hit: bool) {
        self.count += usize::from(is_hit);
        self.total += 1;
    }

    /// Wilson's 95 % confidence interval (1927), without correction for continuity; none under
    /// [`FEWEST_FOR_SHARE`].
    pub fn wilson_interval(self) -> Option<(f64, f64)> {
        if self.total < FEWEST_FOR_SHARE {
            return None;
        }
        const Z: f64 = 1.959_963_984_540_054;
        let n = self.total as f64;
        let p = self.count as f64 / n;
        let margin = Z * (p * (1.0 - p) / n + Z * Z / (4.0 * n * n)).sqrt();
        let (centre, scale) = (p + Z * Z / (2.0 * n), 1.0 + Z * Z / n);
        let (low, high) = ((centre - margin) / scale, (centre + margin) / scale);
        Some((low.max(0.0), high.min(1.0)))
    }
}

/// The median survival time of censored data: the first time at which the estimate of Kaplan & Meier (1958) is at or
/// below one half; none where it never is. Each observation is a time, and whether the event came then (`true`) or the
/// observation ended (censored).
pub fn kaplan_meier_median(observations: &[(i64, bool)]) -> Option<i64> {
    let mut times = Vec::new();
    for (time, came) in observations {
        // Of equal times, events come before censored observations.
        times.push(2 * time + i64::from(!came));
    }
    let mut left = 1.0;
    for (n, (time, _)) in order::sorted(&times).into_iter().enumerate() {
        if time & 1 == 0 {
            let at_risk = (observations.len() - n) as f64;
            left *= (at_risk - 1.0) / at_risk;
            // The tolerance is for rounding errors.
            if left <= 0.5 + 1e-12 {
                return Some(time >> 1);
            }
        }
    }
    None
}

/// A 2×2 contingency table, as two proportions: of those with something, and of those without it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Table2x2 {
    pub with: Proportion,
    pub without: Proportion,
}

/// The two-sided p-value of Fisher's exact test (1935): the sum over all tables that are no likelier than this one.
pub fn fisher_exact_p(table: Table2x2) -> f64 {
    let Proportion { count: a, total: n } = table.with;
    let Proportion { count: b, total: m } = table.without;
    let hits = a + b;
    let (least, most) = (hits.saturating_sub(m), hits.min(n));
    // Weights are relative to the likeliest table, so that none overflows.
    let ratio = |k: usize| {
        (n - k) as f64 * (hits - k) as f64 / ((k + 1) as f64 * (m + k + 1 - hits) as f64)
    };
    let mut weights = vec![1.0; most - least + 1];
    let mode = (n + 1) as f64 * (hits + 1) as f64 / (n + m + 2) as f64;
    let mode = (mode as usize).clamp(least, most);
    for k in mode..most {
        weights[k + 1 - least] = weights[k - least] * ratio(k);
    }
    for k in (least..mode).rev() {
        weights[k - least] = weights[k + 1 - least] / ratio(k);
    }
    // The tolerance is for rounding errors between tables that are equally likely.
    let bound = weights[a - least] * (1.0 + 1e-7);
    let (mut tail, mut all) = (0.0, 0.0);
    for weight in weights {
        all += weight;
        if weight <= bound {
            tail += weight;
        }
    }
    tail / all
}

/// How sure it is that a difference is not chance.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Significance {
    /// One of the two totals is under [`FEWEST_FOR_SHARE`].
    #[default]
    TooEarly,
    /// The adjusted p-value is over 5 %.
    Unclear,
    /// It is over 1 %, at most 5 %.
    Perhaps,
    /// It is at most 1 %.
    Likely,
}

/// A difference between two proportions.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Difference {
    /// How sure it is.
    pub significance: Significance,
    /// Whether the first proportion is the larger one.
    pub more: bool,
    /// The p-value, adjusted for the number of comparisons; none where it is too early.
    pub adjusted_p: Option<f64>,
}

/// Compares the proportions of several tables. The p-values are adjusted for the number of tables (Holm 1979).
pub fn differences(tables: &[Table2x2]) -> Vec<Difference> {
    // A table with too small a total is not tested, and does not count as a comparison.
    let p_values: Vec<Option<f64>> = tables
        .iter()
        .map(|table| {
            let is_early = table.with.total.min(table.without.total) < FEWEST_FOR_SHARE;
            (!is_early).then(|| fisher_exact_p(*table))
        })
        .collect();
    // Holm: the largest of each p-value up to this one, times the number of p-values that are as large or larger.
    let adjusted = |p: f64| {
        let tested = || p_values.iter().flatten();
        let up_to = tested().filter(|other| **other <= p);
        let scaled = up_to.map(|other| other * tested().filter(|one| *one >= other).count() as f64);
        scaled.fold(0.0, f64::max).min(1.0)
    };
    tables
        .iter()
        .zip(&p_values)
        .map(|(table, p)| {
            let Table2x2 { with, without } = table;
            let adjusted_p = p.map(adjusted);
            Difference {
                significance: match adjusted_p {
                    None => Significance::TooEarly,
                    Some(..=0.01) => Significance::Likely,
                    Some(..=0.05) => Significance::Perhaps,
                    Some(_) => Significance::Unclear,
                },
                more: with.count as f64 * without.total as f64
                    > without.count as f64 * with.total as f64,
                adjusted_p,
            }
        })
        .collect()
}
