//! The words that the lines of the report share.

use chrono::TimeDelta;

use crate::diary::moment::{self, Moment};
use crate::diary::report::ReportRow;
use crate::diary::report::excerpt::Excerpt;
use crate::diary::trends::numbers::Spread;
use crate::guide::order;

/// What stands where there is nothing to say.
pub const NOTHING: &str = "Nothing noted.";

/// A line.
pub fn row(name: impl Into<String>, words: impl Into<String>) -> ReportRow {
    ReportRow {
        name: name.into(),
        words: words.into(),
    }
}

/// "once", "3 times".
pub fn times(n: usize) -> String {
    match n {
        1 => "once".to_string(),
        n => format!("{n} times"),
    }
}

/// "9 of 12".
pub fn of(n: usize, excerpt: &Excerpt) -> String {
    format!("{n} of {}", excerpt.episodes.len())
}

/// "2026-11-22 07:45", as the clock showed it there.
pub fn date_and_clock(moment: &Moment) -> String {
    let date = moment::date(moment.date_naive());
    format!("{date} {}", moment::clock(moment))
}

/// What there is of these, in one line.
pub fn joined(mut said: Vec<String>) -> String {
    said.retain(|part| !part.is_empty());
    said.join(" · ")
}

/// "median 45 min of 12, half of them 30 min to 1 h, at most 3 h".
pub fn spread_words(spread: &Spread, words: &dyn Fn(f64) -> String) -> String {
    let Some(most) = spread.most else {
        return NOTHING.to_string();
    };
    let most = words(most as f64);
    match &spread.quantiles {
        Some(quantiles) => format!(
            "median {} of {}, half of them {} to {}, at most {most}",
            words(quantiles.median),
            spread.n,
            words(quantiles.quartiles.0),
            words(quantiles.quartiles.1),
        ),
        None => format!("at most {most} of {}, too few for a median", spread.n),
    }
}

/// A length of so many seconds.
pub fn length(seconds: f64) -> String {
    moment::span_words(TimeDelta::seconds(seconds as i64))
}

/// A number with at most one decimal: "6", "-0.5".
pub fn number(number: f64) -> String {
    let tenths = (number * 10.0).round() as i64;
    let sign = if tenths < 0 { "-" } else { "" };
    let (whole, rest) = (tenths.abs() / 10, tenths.abs() % 10);
    match rest {
        0 => format!("{sign}{whole}"),
        rest => format!("{sign}{whole}.{rest}"),
    }
}

/// How often each of some names occurs.
#[derive(Default)]
pub struct Tally(Vec<(String, usize)>);

impl Tally {
    /// Counts one more.
    pub fn add(&mut self, name: &str) {
        match self
            .0
            .binary_search_by(|(there, _)| there.as_str().cmp(name))
        {
            Ok(place) => self.0[place].1 += 1,
            Err(place) => self.0.insert(place, (name.to_string(), 1)),
        }
    }

    /// Each name with its count, most first, else by the alphabet.
    pub fn most_first(mut self) -> Vec<(String, usize)> {
        order::by_key(&mut self.0, |(_, n)| std::cmp::Reverse(*n));
        self.0
    }
}
