//! Episodes out of another app's table (CSV). Which column says what is guessed from its heading, and the
//! person can say otherwise; what cannot be read is left out, with its line and the reason.
//!
//! The same row always gives the same episode under the same id, so that a table that is taken in twice
//! adds nothing the second time.

use chrono::{FixedOffset, TimeDelta};

use crate::diary::compact;
use crate::diary::episode::{Episode, Reading, Recorded, Severity, Treatment};
use crate::diary::id::{EpisodeId, ItemId};
use crate::diary::marks::MarkKind;
use crate::diary::moment::{self, Moment, Wall};

/// What a column can say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    /// When it started.
    Start,
    /// How long it lasted, or when it ended.
    Lasted,
    /// The pain, 0 to 10.
    Pain,
    /// What it stopped the person doing.
    Limits,
    /// What set it off.
    Triggers,
    /// Medicine that helped.
    Helped,
    /// Medicine that helped somewhat.
    HelpedSome,
    /// Medicine that did not help.
    HelpedNot,
    Notes,
}

impl Column {
    /// All nine, in the order of a form.
    pub const ALL: [Column; 9] = [
        Column::Start,
        Column::Lasted,
        Column::Pain,
        Column::Limits,
        Column::Triggers,
        Column::Helped,
        Column::HelpedSome,
        Column::HelpedNot,
        Column::Notes,
    ];

    /// What a form calls it.
    pub fn words(self) -> &'static str {
        COLUMNS[self as usize].0
    }
}

/// What a form calls each, and beginnings of headings that mean it, in small letters. Those of Migraine
/// Buddy come first: Started, Lasted, Pain Level, Affected Activities, Potential Triggers, Helpful,
/// Somewhat Helpful and Unhelpful Medication.
static COLUMNS: [(&str, &[&str]); 9] = [
    (
        "When it started",
        &["started", "start", "date", "begin", "onset"],
    ),
    (
        "How long it lasted, or when it ended",
        &["lasted", "duration", "end", "stop"],
    ),
    (
        "Pain, 0 to 10",
        &["pain level", "pain", "intensity", "severity"],
    ),
    (
        "What it stopped you doing",
        &["affected activities", "activities", "impact"],
    ),
    (
        "What set it off",
        &["potential triggers", "trigger", "cause"],
    ),
    (
        "Medicine that helped",
        &["helpful medication", "medication", "medicine", "treatment"],
    ),
    (
        "Medicine that helped somewhat",
        &["somewhat helpful medication"],
    ),
    ("Medicine that did not help", &["unhelpful medication"]),
    ("Notes", &["notes", "note", "comment"]),
];

/// A table as it stands in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    pub headings: Vec<String>,
    /// The line in the file, and the cells.
    rows: Vec<(usize, Vec<String>)>,
}

/// Why a file is no table. Nothing has been changed then.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SheetError {
    /// It has no row below its headings.
    Empty,
    /// A quotation mark in this line is never closed.
    OpenQuote(usize),
}

/// Which column of the table says what, by its number.
pub type Mapping = [Option<usize>; 9];

/// Why a row is left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LeftOut {
    /// When it started cannot be read.
    Start,
    /// It starts later than now.
    Future,
    /// The clocks went forward then: that time did not exist.
    Skipped,
    /// It ends before it starts, or how long it lasted cannot be read.
    End,
    /// The pain is no number from 0 to 10.
    Pain,
    /// The very same row stands above it.
    Twice,
}

impl LeftOut {
    /// Why, in words.
    pub fn words(self) -> &'static str {
        [
            "when it started can’t be read",
            "it lies in the future",
            "that time did not exist, the clocks went forward",
            "how long it lasted can’t be read, or does not fit",
            "the pain is no number from 0 to 10",
            "the same row stands above it",
        ][self as usize]
    }
}

/// What a table gives.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Imported {
    /// The episodes, in the order of the table.
    pub episodes: Vec<Episode>,
    /// The lines of rows that are left out, each with the reason.
    pub left_out: Vec<(usize, LeftOut)>,
}

impl Sheet {
    /// Reads a table: fields between commas, semicolons or tabs (whichever the headings have most of),
    /// quoted where they hold such a sign or a line's end (RFC 4180).
    ///
    /// # Errors
    /// [`SheetError`].
    pub fn read(text: &str) -> Result<Sheet, SheetError> {
        let text = text.trim_start_matches('\u{feff}');
        let first = text.lines().next().unwrap_or_default();
        let count = |sign: char| first.chars().filter(|c| *c == sign).count();
        let mut between = ',';
        for sign in [';', '\t'] {
            if count(sign) > count(between) {
                between = sign;
            }
        }
        let mut rows = Vec::new();
        let mut row = Vec::new();
        let mut cell = String::new();
        let (mut line, mut begun_at, mut quoted) = (1, 1, None);
        let mut signs = text.chars().peekable();
        while let Some(sign) = signs.next() {
            line += usize::from(sign == '\n');
            match (sign, quoted) {
                ('"', Some(_)) if signs.peek() == Some(&'"') => {
                    signs.next();
                    cell.push('"');
                }
                ('"', Some(_)) => quoted = None,
                ('"', None) if cell.is_empty() => quoted = Some(line),
                (_, Some(_)) => cell.push(sign),
                ('\r', None) if signs.peek() == Some(&'\n') => {}
                ('\n' | '\r', None) => {
                    row.push(std::mem::take(&mut cell));
                    rows.push((begun_at, std::mem::take(&mut row)));
                    begun_at = line;
                }
                (_, None) if sign == between => row.push(std::mem::take(&mut cell)),
                (_, None) => cell.push(sign),
            }
        }
        if let Some(line) = quoted {
            return Err(SheetError::OpenQuote(line));
        }
        row.push(cell);
        rows.push((begun_at, row));
        rows.retain(|(_, row)| row.iter().any(|cell| !cell.trim().is_empty()));
        if rows.len() < 2 {
            return Err(SheetError::Empty);
        }
        let (_, headings) = rows.remove(0);
        Ok(Sheet { headings, rows })
    }

    /// How many rows it has below its headings.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether it has none. (One that was read has.)
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Which column says what, by the headings: of each the first beginning that one has.
    pub fn guess(&self) -> Mapping {
        let mut mapping = Mapping::default();
        for (n, (_, beginnings)) in COLUMNS.iter().enumerate() {
            mapping[n] = beginnings.iter().find_map(|beginning| {
                let mut headings = self.headings.iter();
                headings
                    .position(|heading| heading.trim().to_ascii_lowercase().starts_with(beginning))
            });
        }
        mapping
    }

    /// Whether the day stands before the month in this column; none where the rows leave it open.
    pub fn day_first(&self, column: usize) -> Option<bool> {
        let mut open = None;
        for (_, row) in &self.rows {
            let parts = Parts::of(row.get(column).map_or("", String::as_str));
            if parts.month.is_some() || parts.numbers.first().is_none_or(|n| *n > 31) {
                continue;
            }
            match parts.numbers.as_slice() {
                [a, ..] if *a > 12 => return Some(true),
                [_, b, ..] if *b > 12 => return Some(false),
                _ => open = Some(()),
            }
        }
        // Where no date is written that way the answer does not matter.
        open.is_none().then_some(true)
    }

    /// The episodes of the table. `offset_at` is the zone's, as in [`moment::wall`].
    pub fn episodes(
        &self,
        mapping: &Mapping,
        day_first: bool,
        now: &Moment,
        offset_at: impl Fn(i64) -> i32,
    ) -> Imported {
        let mut imported = Imported::default();
        // Of every episode so far, sorted.
        let mut keys: Vec<String> = Vec::new();
        for (line, row) in &self.rows {
            let cell = |column: Column| {
                let cell = mapping[column as usize].and_then(|n| row.get(n));
                cell.map_or("", |cell| cell.trim())
            };
            let episode = episode(&cell, day_first, now, &offset_at).and_then(|episode| {
                let key = episode.id.as_str().to_string();
                let place = keys.binary_search(&key).err().ok_or(LeftOut::Twice)?;
                keys.insert(place, key);
                Ok(episode)
            });
            match episode {
                Ok(episode) => imported.episodes.push(episode),
                Err(why) => imported.left_out.push((*line, why)),
            }
        }
        imported
    }
}

fn episode<'a>(
    cell: &impl Fn(Column) -> &'a str,
    day_first: bool,
    now: &Moment,
    offset_at: &impl Fn(i64) -> i32,
) -> Result<Episode, LeftOut> {
    let wall = |text: &str, wrong| match with_offset(text, offset_at)
        .or_else(|| Parts::of(text).wall(day_first))
    {
        Some(text) => match moment::wall(&text, offset_at) {
            // Of a time that the clocks showed twice a table does not say which.
            Wall::Once(moment) | Wall::Twice(moment, _) => Ok(moment),
            Wall::Never => Err(LeftOut::Skipped),
            Wall::Unreadable => Err(wrong),
        },
        None => Err(wrong),
    };
    let start = wall(cell(Column::Start), LeftOut::Start)?;
    let lasted = cell(Column::Lasted);
    let end = match span(lasted) {
        Some(span) => start.checked_add_signed(span).ok_or(LeftOut::End)?,
        // Nothing is said of it: it is over, and nobody knows since when.
        None if lasted.is_empty() => start,
        None => wall(lasted, LeftOut::End)?,
    };
    if start > *now {
        return Err(LeftOut::Future);
    }
    if end < start || end > *now {
        return Err(LeftOut::End);
    }
    // Named by what it is, so that the same row always has the same name.
    let mut said = String::new();
    for column in Column::ALL {
        said.push_str(cell(column));
        said.push('\n');
    }
    let name = format!("csv-{}-{}", start.timestamp(), compact::checksum(&said));
    let id = EpisodeId::parse(&name).ok_or(LeftOut::Start)?;
    let mut episode = Episode {
        end: Some(end),
        notes: cell(Column::Notes).to_string(),
        ..Episode::begun(id, start, Recorded::Afterwards)
    };
    let mut item = ItemId::of(compact::checksum(&said));
    if !cell(Column::Pain).is_empty() {
        let severity = Parts::of(cell(Column::Pain)).numbers.first().copied();
        let severity = severity.filter(|_| !cell(Column::Pain).starts_with('-'));
        let severity = severity.and_then(|n| Severity::new(u8::try_from(n).ok()?));
        episode.readings.push(Reading {
            id: item,
            at: start,
            severity: severity.ok_or(LeftOut::Pain)?,
        });
    }
    for (column, kind) in [
        (Column::Triggers, MarkKind::Trigger),
        (Column::Limits, MarkKind::Limit),
    ] {
        for words in several(cell(column)) {
            let offered = kind.offered().iter();
            let mut known = offered.filter(|(_, known)| known.eq_ignore_ascii_case(words));
            let id = known.next().map_or(words, |(id, _)| id);
            if !episode.marks.has(kind, id) {
                episode.marks.toggle(kind, id);
            }
        }
    }
    // How much in numbers the other app did not ask: its words are kept.
    for (column, words) in [
        (Column::Helped, "helpful"),
        (Column::HelpedSome, "somewhat helpful"),
        (Column::HelpedNot, "unhelpful"),
    ] {
        for medicine in several(cell(column)) {
            item = item.next();
            episode.treatments.push(Treatment {
                detail: format!("{medicine} ({words})"),
                ..Treatment::begun(item, "medicine", start)
            });
        }
    }
    Ok(episode)
}

/// Several things in one cell.
fn several(cell: &str) -> impl Iterator<Item = &str> {
    let parts = cell.split([',', ';', '|', '\n']).map(str::trim);
    parts.filter(|part| !part.is_empty() && !part.eq_ignore_ascii_case("none"))
}

/// "2h 15m", "1 day 3 hours", "0:45", "0:45:30", "90 min", or bare minutes.
fn span(text: &str) -> Option<TimeDelta> {
    if text.contains(':') {
        // Hours and minutes, and seconds, which are not kept.
        let mut numbers = text.split(':').map(|part| part.trim().parse::<u16>().ok());
        let (hours, minutes) = (numbers.next()??, numbers.next()??);
        let ends =
            numbers.next().is_none_or(|seconds| seconds.is_some()) && numbers.next().is_none();
        return TimeDelta::try_minutes(60 * i64::from(hours) + i64::from(minutes)).filter(|_| ends);
    }
    let mut minutes = None;
    let mut number = None::<i64>;
    for part in words_and_numbers(text) {
        if let Ok(n) = part.parse::<u32>() {
            // Two numbers with nothing between them are a date, and no length.
            if number.replace(i64::from(n)).is_some() {
                return None;
            }
            continue;
        }
        let unit = match part.to_ascii_lowercase().as_str() {
            "d" | "day" | "days" => 1440,
            "h" | "hr" | "hrs" | "hour" | "hours" => 60,
            "m" | "min" | "mins" | "minute" | "minutes" => 1,
            "s" | "sec" | "secs" | "second" | "seconds" => 0,
            _ => return None,
        };
        minutes = Some(minutes.unwrap_or(0) + number.take()?.checked_mul(unit)?);
    }
    TimeDelta::try_minutes(minutes.or(number)?)
}

/// The numbers and words of a text, in turn: "22Nov" are two.
fn words_and_numbers(text: &str) -> Vec<&str> {
    let mut parts: Vec<&str> = Vec::new();
    for word in text.split(|c: char| !c.is_ascii_alphanumeric()) {
        let mut rest = word;
        while let Some(first) = rest.bytes().next() {
            let is_digit = first.is_ascii_digit();
            let end = rest
                .bytes()
                .position(|byte| byte.is_ascii_digit() != is_digit);
            let (part, others) = rest.split_at(end.unwrap_or(rest.len()));
            parts.push(part);
            rest = others;
        }
    }
    parts
}

/// The time on the wall here of one that says how far it is from Greenwich: "2026-11-20T07:40:00Z".
fn with_offset(text: &str, offset_at: &impl Fn(i64) -> i32) -> Option<String> {
    let text = text.trim().replacen(' ', "T", 1);
    let there = chrono::DateTime::parse_from_rfc3339(&text).ok()?;
    let here = FixedOffset::east_opt(offset_at(there.timestamp()))?;
    Some(moment::field(&there.with_timezone(&here)))
}

/// What a date and a time are made of.
struct Parts {
    numbers: Vec<u32>,
    /// The month, where it has its name.
    month: Option<u32>,
    is_afternoon: Option<bool>,
}

impl Parts {
    fn of(text: &str) -> Parts {
        const MONTHS: [&str; 12] = [
            "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
        ];
        let mut parts = Parts {
            numbers: Vec::new(),
            month: None,
            is_afternoon: None,
        };
        for part in words_and_numbers(text) {
            let small = part.to_ascii_lowercase();
            if small.starts_with(|first: char| first.is_ascii_digit()) {
                // One that is too large for any date is no date, and not nothing.
                parts.numbers.push(part.parse().unwrap_or(u32::MAX));
            } else if let Some(n) = MONTHS.iter().position(|month| small.starts_with(month)) {
                parts.month = Some(n as u32 + 1);
            } else if matches!(small.as_str(), "am" | "pm" | "a" | "p") {
                // "p.m." falls into two.
                parts.is_afternoon = Some(small.starts_with('p'));
            }
        }
        parts
    }

    /// The time on the wall, as a form writes it; midnight where only a day is given.
    fn wall(&self, day_first: bool) -> Option<String> {
        let (year, month, day, time) = match (self.month, self.numbers.as_slice()) {
            (None, [year, month, day, time @ ..]) if *year > 999 => (*year, *month, *day, time),
            (None, [day, month, year, time @ ..]) if day_first => (*year, *month, *day, time),
            (None, [month, day, year, time @ ..]) => (*year, *month, *day, time),
            (Some(month), [day, year, time @ ..]) => (*year, month, *day, time),
            _ => return None,
        };
        let year = if year < 100 { year + 2000 } else { year };
        let hour = time.first().copied().unwrap_or(0);
        let hour = match self.is_afternoon {
            Some(is_afternoon) => hour % 12 + if is_afternoon { 12 } else { 0 },
            None => hour,
        };
        let minute = time.get(1).copied().unwrap_or(0);
        Some(format!(
            "{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}"
        ))
    }
}
