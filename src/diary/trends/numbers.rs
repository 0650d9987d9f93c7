//! The statistics themselves, on bare numbers. Each is compared with SciPy, statsmodels or lifelines
//! by `tests/interop/statistics.py`, whose figures the native tests hold to 1e-9.

use crate::guide::order;

/// Under this many a share is not given.
pub const FEWEST_FOR_SHARE: usize = 5;
/// Under this many a median is not given: an exact 95 % interval begins at six.
pub const FEWEST_FOR_MEDIAN: usize = 6;

/// Several values: how many, and what can be said of them.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Spread {
    /// How many there are.
    pub n: usize,
    /// The largest.
    pub most: Option<i64>,
    /// The middle, where there are enough.
    pub middle: Option<Middle>,
}

/// The middle of several values.
#[derive(Debug, Clone, PartialEq)]
pub struct Middle {
    /// Half are above, half below; of an even number the mean of the two in the middle.
    pub median: f64,
    /// A quarter is below the first, a quarter above the second; between two values in proportion
    /// (Hyndman & Fan 1996, type 7, as NumPy has it).
    pub quartiles: (f64, f64),
    /// Where the median of all such values lies, with at least 95 % confidence whatever their
    /// distribution (order statistics and the binomial distribution; Conover 1999, section 3.2).
    pub interval: Option<(i64, i64)>,
}

/// The spread of some values; its middle only if there are at least `fewest`.
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
        middle: (n >= fewest.max(1)).then(|| Middle {
            median: quantile(2),
            quartiles: (quantile(1), quantile(3)),
            interval: rank(n).map(|rank| (sorted[rank - 1].0, sorted[n - rank].0)),
        }),
    }
}

/// The largest rank, counted from 1, of which both ends together lie outside with at most 5 %.
fn rank(n: usize) -> Option<usize> {
    let (weights, all) = throws(n);
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

/// How likely `n` throws of a coin are to give heads `k` times or less, `k` at most half of them: the
/// binomial distribution.
pub fn at_most(k: usize, n: usize) -> f64 {
    let (weights, all) = throws(n);
    let tail: f64 = weights.iter().rev().take(k + 1).sum();
    tail / all
}

/// How likely each number of heads is in `n` throws of a coin, from half of them down to none: weights
/// against that of the middle, so that none overflows, and the sum of all weights.
fn throws(n: usize) -> (Vec<f64>, f64) {
    let (mut weights, mut weight, mut all) = (Vec::new(), 1.0, 0.0);
    for at in (0..=n / 2).rev() {
        weights.push(weight);
        // The upper half is the same once more.
        all += if 2 * at == n { weight } else { 2.0 * weight };
        weight *= at as f64 / (n - at + 1) as f64;
    }
    (weights, all)
}

/// Where a share lies with 95 % confidence: Wilson's interval (1927), without correction for
/// continuity; none under [`FEWEST_FOR_SHARE`].
pub fn share(of: usize, n: usize) -> Option<(f64, f64)> {
    if n < FEWEST_FOR_SHARE {
        return None;
    }
    const Z: f64 = 1.959_963_984_540_054;
    let (all, p) = (n as f64, of as f64 / n as f64);
    let spread = Z * (p * (1.0 - p) / all + Z * Z / (4.0 * all * all)).sqrt();
    let (centre, scale) = (p + Z * Z / (2.0 * all), 1.0 + Z * Z / all);
    let (low, high) = ((centre - spread) / scale, (centre + spread) / scale);
    Some((low.max(0.0), high.min(1.0)))
}

/// How long it takes until half have come to it, where some were watched for a shorter time: the
/// first time at which the estimate of Kaplan & Meier (1958) is at or below one half; none where it
/// never is. Each is a time, and whether it came then or was only watched until then.
pub fn median_time(watched: &[(i64, bool)]) -> Option<i64> {
    let mut times = Vec::new();
    for (time, came) in watched {
        // Of one time, those to whom it came are first.
        times.push(2 * time + i64::from(!came));
    }
    let mut left = 1.0;
    for (n, (time, _)) in order::sorted(&times).into_iter().enumerate() {
        if time & 1 == 0 {
            let at_risk = (watched.len() - n) as f64;
            left *= (at_risk - 1.0) / at_risk;
            // One half may come out a rounding error above it.
            if left <= 0.5 + 1e-12 {
                return Some(time >> 1);
            }
        }
    }
    None
}

/// Two shares: `.0` of `.1`, and of the others `.2` of `.3`.
pub type Two = (usize, usize, usize, usize);

/// How likely two shares are to differ so much or more if nothing made them: Fisher's exact test
/// (1935), two-sided (every table that is no likelier than this one).
pub fn by_chance((a, n, b, m): Two) -> f64 {
    let hits = a + b;
    let (least, most) = (hits.saturating_sub(m), hits.min(n));
    // Against the likeliest table, so that no weight overflows.
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
    // As much as rounding may part two tables that are equally likely.
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

/// What may be said of a difference.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Said {
    /// One of the two was seen fewer than [`FEWEST_FOR_SHARE`] times.
    #[default]
    TooEarly,
    /// Chance alone may well make such a difference.
    Unclear,
    /// By chance alone one of twenty diaries would have such a difference anywhere.
    Perhaps,
    /// By chance alone one of a hundred diaries would.
    Likely,
}

/// A difference between two shares.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Difference {
    /// What may be said.
    pub said: Said,
    /// Whether the first share is the larger one.
    pub more: bool,
    /// How likely chance alone is to make so large a difference in any of those looked at.
    pub chance: Option<f64>,
}

/// Looks at several differences at once: the more are looked at, the more each has to show (Holm
/// 1979). "Perhaps" from 5 %, "likely" from 1 %.
pub fn differences(all: &[Two]) -> Vec<Difference> {
    // Those that were seen too seldom are not looked at: they are as good as certain.
    let mut chances = Vec::new();
    for two in all {
        let is_early = two.1.min(two.3) < FEWEST_FOR_SHARE;
        chances.push(if is_early { 2.0 } else { by_chance(*two) });
    }
    let mut differences = Vec::new();
    for (two, own) in all.iter().zip(&chances) {
        // Each chance up to its own, times how many are as large or larger.
        let mut chance: f64 = 0.0;
        for other in chances.iter().filter(|other| *other <= own) {
            let as_large = |third: &&f64| (*other..2.0).contains(*third);
            let count = chances.iter().filter(as_large).count();
            chance = chance.max(other * count as f64);
        }
        let chance = chance.min(1.0);
        let is_early = *own > 1.5;
        differences.push(Difference {
            said: match chance {
                _ if is_early => Said::TooEarly,
                ..=0.01 => Said::Likely,
                ..=0.05 => Said::Perhaps,
                _ => Said::Unclear,
            },
            more: two.0 as f64 * two.3 as f64 > two.2 as f64 * two.1 as f64,
            chance: (!is_early).then_some(chance),
        });
    }
    differences
}
