//! Positions on a chart, as whole numbers. Plain Rust.

/// The position of a value from 0 to `most` between `from` and `to`; clamped.
pub fn at(value: f64, most: f64, from: i32, to: i32) -> i32 {
    let part = if most > 0.0 { value / most } else { 0.0 };
    from + (f64::from(to - from) * part.clamp(0.0, 1.0)) as i32
}

/// A round number for the end of an axis, at or above the largest value: 1, 2 or 5 and zeros.
pub fn ceiling(most: f64) -> f64 {
    let mut round = 1.0;
    for factor in [2.0, 2.5, 2.0].into_iter().cycle() {
        if round >= most {
            break;
        }
        round *= factor;
    }
    round
}

/// The shade of a count, 1 to 4, the darkest for the largest; 0 for a count of 0.
pub fn shade(count: usize, most: usize) -> usize {
    (4 * count).div_ceil(most.max(1)).min(4)
}

/// A number with one decimal, and without it where that is 0: "3", "−0.5".
pub fn tenths(value: f64) -> String {
    let tenths = (10.0 * value.abs() + 0.5) as u32;
    let sign = if value < 0.0 && tenths > 0 { "−" } else { "" };
    match tenths % 10 {
        0 => format!("{sign}{}", tenths / 10),
        rest => format!("{sign}{}.{rest}", tenths / 10),
    }
}
