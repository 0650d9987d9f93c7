//! Points in time as the person saw them on their own clock, and how they are written.
//!
//! A [`Moment`] keeps the offset that was in force where it was recorded, so that "7 in the
//! morning" stays that after a journey. An offset is not a time zone: nothing here adds calendar
//! days to it. Turning the text of a form into a moment needs the zone, which only the browser
//! knows: it is asked for as a function.

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, NaiveDateTime, TimeDelta, Timelike};

/// A point in time with the offset of the clock that showed it.
pub type Moment = DateTime<FixedOffset>;

/// Writes a moment for storage: ISO 8601 with offset, to the second. Of an offset only whole minutes
/// are written, as every zone has had them since 1972.
pub fn encode(moment: &Moment) -> String {
    let east = moment.offset().local_minus_utc() / 60;
    let sign = if east < 0 { '-' } else { '+' };
    let (hours, minutes) = (east.abs() / 60, east.abs() % 60);
    format!(
        "{}:{:02}{sign}{hours:02}:{minutes:02}",
        field(moment),
        moment.second()
    )
}

/// Reads a stored moment: [`encode`]'s form alone, years from 1900 to 9999.
pub fn decode(text: &str) -> Option<Moment> {
    // "2026-11-22T01:31:07" and then "+01:00".
    let (wall, zone) = text.split_at_checked(19)?;
    let east = match zone.as_bytes() {
        [sign @ (b'+' | b'-'), h1, h2, b':', m1, m2] => {
            let minutes = number(&[*m1, *m2]).filter(|minutes| *minutes < 60)?;
            let minutes = i32::try_from(number(&[*h1, *h2])? * 60 + minutes).ok()?;
            if *sign == b'-' { -minutes } else { minutes }
        }
        _ => return None,
    };
    let local = read_wall(wall)?;
    let offset = FixedOffset::east_opt(east * 60)?;
    local.and_local_timezone(offset).single()
}

/// Reads "2026-11-22T01:31:07", or without the seconds.
fn read_wall(text: &str) -> Option<NaiveDateTime> {
    let (date, time) = text.split_once('T')?;
    let [h1, h2, b':', n1, n2, rest @ ..] = time.as_bytes() else {
        return None;
    };
    let second = match rest {
        [] => 0,
        [b':', s1, s2] => number(&[*s1, *s2])?,
        _ => return None,
    };
    read_date(date)?.and_hms_opt(number(&[*h1, *h2])?, number(&[*n1, *n2])?, second)
}

/// Reads "2026-11-22", years from 1900 to 9999.
pub fn read_date(text: &str) -> Option<NaiveDate> {
    let [year @ .., b'-', m1, m2, b'-', d1, d2] = text.as_bytes() else {
        return None;
    };
    let year = number(year).filter(|year| (1900..=9999).contains(year))?;
    NaiveDate::from_ymd_opt(year as i32, number(&[*m1, *m2])?, number(&[*d1, *d2])?)
}

/// "2026-11-22".
pub fn date(date: NaiveDate) -> String {
    format!("{:04}-{:02}-{:02}", date.year(), date.month(), date.day())
}

/// Two to four digits as a number.
fn number(digits: &[u8]) -> Option<u32> {
    let are_digits = (2..=4).contains(&digits.len()) && digits.iter().all(u8::is_ascii_digit);
    are_digits.then(|| {
        digits
            .iter()
            .fold(0, |n, digit| n * 10 + u32::from(digit - b'0'))
    })
}

/// "01:31".
pub fn clock(moment: &Moment) -> String {
    format!("{:02}:{:02}", moment.hour(), moment.minute())
}

const DAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// "Thu 19 Nov", with the year when it is not this year's.
pub fn day(moment: &Moment, now: &Moment) -> String {
    let (date, today) = (moment.date_naive(), now.date_naive());
    let words = day_words(date, &MONTHS[date.month0() as usize][..3]);
    with_year(words, date, today)
}

/// "Thu 19 November", with the year when it is not this year's.
pub fn date_words(date: NaiveDate, today: NaiveDate) -> String {
    let words = day_words(date, MONTHS[date.month0() as usize]);
    with_year(words, date, today)
}

/// "Mon" for 0, to "Sun" for 6.
pub fn weekday_words(day: usize) -> Option<&'static str> {
    DAYS.get(day).copied()
}

fn day_words(date: NaiveDate, month: &str) -> String {
    let weekday = DAYS[date.weekday().num_days_from_monday() as usize];
    format!("{weekday} {} {month}", date.day())
}

fn with_year(words: String, date: NaiveDate, today: NaiveDate) -> String {
    if date.year() == today.year() {
        words
    } else {
        format!("{words} {}", date.year())
    }
}

/// "November 2026".
pub fn month_words(date: NaiveDate) -> String {
    format!("{} {}", MONTHS[date.month0() as usize], date.year())
}

/// "Thu 19 Nov, 07:40".
pub fn day_and_clock(moment: &Moment, now: &Moment) -> String {
    format!("{}, {}", day(moment, now), clock(moment))
}

/// The time from one moment to another, never negative: a clock that was set back gives nothing.
pub fn span(from: &Moment, to: &Moment) -> TimeDelta {
    TimeDelta::seconds((to.timestamp() - from.timestamp()).max(0))
}

/// "under a minute", "52 min", "2 h 10 min", "3 days 4 h".
pub fn span_words(span: TimeDelta) -> String {
    let minutes = span.num_minutes();
    let (days, hours, rest) = (minutes / 1440, minutes / 60 % 24, minutes % 60);
    match (days, hours, rest) {
        (0, 0, 0) => "under a minute".to_string(),
        (0, 0, m) => format!("{m} min"),
        (0, h, 0) => format!("{h} h"),
        (0, h, m) => format!("{h} h {m} min"),
        (1, 0, _) => "1 day".to_string(),
        (1, h, _) => format!("1 day {h} h"),
        (d, 0, _) => format!("{d} days"),
        (d, h, _) => format!("{d} days {h} h"),
    }
}

/// A running clock: "43:07", "2:10:05", "3 days 4:05:09".
pub fn stopwatch(span: TimeDelta) -> String {
    let seconds = span.num_seconds();
    let (days, h, m, s) = (
        seconds / 86_400,
        seconds / 3600 % 24,
        seconds / 60 % 60,
        seconds % 60,
    );
    match (days, h) {
        (0, 0) => format!("{m}:{s:02}"),
        (0, h) => format!("{h}:{m:02}:{s:02}"),
        (1, h) => format!("1 day {h}:{m:02}:{s:02}"),
        (d, h) => format!("{d} days {h}:{m:02}:{s:02}"),
    }
}

/// How a form field of type `datetime-local` shows a moment: "2026-11-22T01:31".
pub fn field(moment: &Moment) -> String {
    format!("{}T{}", date(moment.date_naive()), clock(moment))
}

/// What the wall time of a form means in the person's zone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wall {
    Once(Moment),
    /// The clocks went back: it was shown twice, first this, then that.
    Twice(Moment, Moment),
    /// The clocks went forward: no clock showed it.
    Never,
    /// Not a date and time.
    Unreadable,
}

/// Finds what a form's text means. `offset_at` gives the zone's offset, in seconds east, at a time
/// given in seconds since 1970 UTC.
///
/// A candidate moment is right when the zone's offset at that moment leads back to the same wall
/// time. Looking a day to either side finds both offsets of any change, wherever it falls.
pub fn wall(text: &str, offset_at: impl Fn(i64) -> i32) -> Wall {
    const DAY: i64 = 86_400;
    let Some(local) = read_wall(text) else {
        return Wall::Unreadable;
    };
    let seconds = local.and_utc().timestamp();
    let mut offsets = [
        offset_at(seconds - DAY),
        offset_at(seconds),
        offset_at(seconds + DAY),
    ];
    // The larger offset is the earlier moment: largest first.
    for (a, b) in [(0, 1), (1, 2), (0, 1)] {
        if offsets[a] < offsets[b] {
            offsets.swap(a, b);
        }
    }
    let mut found: Vec<Moment> = Vec::new();
    for offset in offsets {
        let instant = seconds - i64::from(offset);
        let moment = FixedOffset::east_opt(offset)
            .and_then(|offset| Some(DateTime::from_timestamp(instant, 0)?.with_timezone(&offset)));
        if let Some(moment) = moment
            && offset_at(instant) == offset
            && !found.contains(&moment)
        {
            found.push(moment);
        }
    }
    match found.as_slice() {
        [] => Wall::Never,
        [once] => Wall::Once(*once),
        [first, second, ..] => Wall::Twice(*first, *second),
    }
}
