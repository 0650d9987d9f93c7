//! Days, lengths and medians of the trends, in words.

use chrono::{NaiveDate, TimeDelta};

use crate::diary::moment::{self, Moment};
use crate::diary::trends::numbers::Spread;

/// "Thu 19 Nov".
pub fn day_words(date: NaiveDate, now: &Moment) -> String {
    let noon = date.and_hms_opt(12, 0, 0).unwrap_or_default();
    let noon = noon.and_local_timezone(*now.offset()).single();
    noon.map_or_else(String::new, |noon| moment::day(&noon, now))
}

/// "52 min", of seconds.
pub fn length(seconds: f64) -> String {
    moment::span_words(TimeDelta::seconds(seconds as i64))
}

/// "44 min to 3 h".
pub fn between((low, high): (f64, f64), words: fn(f64) -> String) -> String {
    format!("{} to {}", words(low), words(high))
}

/// The middle, how many it is of, and where the middle of all such ones lies.
pub fn middle_words(spread: &Spread, words: fn(f64) -> String) -> Option<String> {
    let quantiles = spread.quantiles.as_ref()?;
    let mut said = format!("{} (the middle of {}", words(quantiles.median), spread.n);
    add_interval(&mut said, spread, words);
    said.push(')');
    Some(said)
}

/// Adds ", 95 % interval 3 to 5", where there is one.
pub fn add_interval(said: &mut String, spread: &Spread, words: fn(f64) -> String) {
    let quantiles = spread.quantiles.as_ref();
    if let Some((low, high)) = quantiles.and_then(|quantiles| quantiles.interval) {
        said.push_str(", 95 % interval ");
        said.push_str(&between((low as f64, high as f64), words));
    }
}
