//! The rest of a life with it: function, sleep, work; conditions and medicines; questions; and how far
//! these data go.

use crate::diary::checkup::answered;
use crate::diary::day::{Day, Scale, Work};
use crate::diary::episode::{Episode, Recorded};
use crate::diary::marks;
use crate::diary::moment;
use crate::diary::report::ReportRow;
use crate::diary::report::excerpt::{Excerpt, MEDICINE, NAMELESS};
use crate::diary::report::spasms::marked;
use crate::diary::report::words::{Tally, joined, number, of, row, spread_words, times};
use crate::diary::trends::numbers::{FEWEST_FOR_MEDIAN, spread};
use crate::guide::content::questions::QUESTIONS;

/// What "eased" means.
const EASED: &str = "2 points lower by the last reading within 4 h and before the next treatment. No proof that it helps.";

/// PEG and Roland-Morris, the first and the last; sleep, stiffness, mood, work; what a spasm stopped.
pub fn everyday(excerpt: &Excerpt) -> Vec<ReportRow> {
    let days = &excerpt.days;
    let mut rows = Vec::new();
    let mut score = |name: &str, score: &dyn Fn(&Day) -> Option<String>| {
        let mut scores: Vec<String> = Vec::new();
        for day in days {
            if let Some(score) = score(day) {
                scores.push(format!("{score} ({})", moment::date(day.date)));
            }
        }
        match scores.as_slice() {
            [] => {}
            [only] => rows.push(row(name, only.clone())),
            [first, .., last] => rows.push(row(name, format!("{first} → {last}"))),
        }
    };
    score("PEG, 0 to 10", &|day| {
        let tenths = day.peg_tenths()?;
        Some(format!("{}.{}", tenths / 10, tenths % 10))
    });
    score("Roland-Morris, 0 to 24", &|day| {
        day.roland_morris_score().map(|score| score.to_string())
    });
    const SCALES: [(Scale, &str); 3] = [
        (Scale::Sleep, "Sleep, 10 very good"),
        (Scale::Stiffness, "Stiffness, 10 worst"),
        (Scale::Mood, "Mood, 10 very good"),
    ];
    for (scale, name) in SCALES {
        let said = days
            .iter()
            .filter_map(|day| day.scale(scale))
            .map(i64::from);
        let spread = spread(said.collect(), FEWEST_FOR_MEDIAN);
        if spread.n > 0 {
            rows.push(row(name, spread_words(&spread, &number)));
        }
    }
    let mut work = Vec::new();
    for kind in Work::ALL {
        let n = days.iter().filter(|day| day.work == Some(kind)).count();
        if n > 0 {
            work.push(format!("{} {n}", kind.words().to_ascii_lowercase()));
        }
    }
    if !work.is_empty() {
        rows.push(row("Work done, days", work.join(" · ")));
    }
    for mut stopped in marked(excerpt, marks::MarkKind::Limit) {
        stopped.name = format!("A spasm stopped: {}", stopped.name.to_ascii_lowercase());
        rows.push(stopped);
    }
    rows
}

/// Who the person is, what they have, and each medicine that was taken.
pub fn conditions(excerpt: &Excerpt) -> Vec<ReportRow> {
    let asked = QUESTIONS.iter().filter(|question| question.profile);
    let mut rows = Vec::new();
    for (question, said) in answered(&excerpt.profile, asked) {
        rows.push(row(question.words, said));
    }
    let mut counts = Tally::default();
    for episode in &excerpt.episodes {
        for treatment in episode.treatments.iter().filter(|one| one.kind == MEDICINE) {
            counts.add(match treatment.detail.trim() {
                "" => NAMELESS,
                name => name,
            });
        }
    }
    for (name, n) in counts.most_first() {
        rows.push(row(name, format!("taken {}", times(n))));
    }
    rows
}

/// Questions of the person's own.
pub fn questions(excerpt: &Excerpt) -> Vec<ReportRow> {
    let lines = excerpt.choice.questions.lines().map(str::trim);
    lines
        .filter(|line| !line.is_empty())
        .map(|line| row("", line))
        .collect()
}

/// How the episodes were noted, and of how many days nothing is known.
pub fn quality(excerpt: &Excerpt) -> Vec<ReportRow> {
    let episodes = &excerpt.episodes;
    let count = |which: &dyn Fn(&Episode) -> bool| episodes.iter().filter(|e| which(e)).count();
    let live = count(&|episode| episode.recorded == Recorded::Live);
    let counts = &excerpt.counts;
    let mut rows = vec![
        row(
            "Start noted",
            format!("as it happened {live} · later {}", episodes.len() - live),
        ),
        row(
            "Still open",
            of(count(&|episode| episode.end.is_none()), excerpt),
        ),
        row(
            "Pain noted",
            of(count(&|episode| !episode.readings.is_empty()), excerpt),
        ),
        row(
            "Days without any information",
            format!(
                "{} of {}, diary since {}",
                counts.range.days() - counts.known_days,
                counts.range.days(),
                excerpt.since.map_or("today".to_string(), moment::date)
            ),
        ),
    ];
    if episodes
        .iter()
        .any(|episode| !episode.treatments.is_empty())
    {
        rows.push(row("Eased", EASED));
    }
    if excerpt.in_future > 0 {
        rows.push(row(
            "Dated after today, left out",
            excerpt.in_future.to_string(),
        ));
    }
    if excerpt.unreadable > 0 {
        rows.push(row(
            "Records that can’t be read",
            excerpt.unreadable.to_string(),
        ));
    }
    rows
}

/// One day in a line.
pub fn day_row(day: &Day) -> ReportRow {
    let some =
        |name: &str, value: Option<String>| value.map_or(String::new(), |n| format!("{name} {n}"));
    let number = |name: &str, n: Option<u8>| some(name, n.map(|n| n.to_string()));
    let words = |ids: &[String]| {
        let words: Vec<&str> = ids
            .iter()
            .map(|id| marks::MarkKind::Trigger.words(id))
            .collect();
        words.join(", ")
    };
    row(
        moment::date(day.date),
        joined(vec![
            if day.no_spasm {
                "no spasm".to_string()
            } else {
                String::new()
            },
            number("pain", day.pain.map(|pain| pain.get())),
            words(&day.triggers),
            number("sleep", day.scale(Scale::Sleep)),
            number("stiffness", day.scale(Scale::Stiffness)),
            number("mood", day.scale(Scale::Mood)),
            some(
                "work:",
                day.work.map(|work| work.words().to_ascii_lowercase()),
            ),
            some(
                "PEG",
                day.peg
                    .map(|[pain, enjoyment, activity]| format!("{pain} {enjoyment} {activity}")),
            ),
            some(
                "Roland-Morris",
                day.roland_morris_score().map(|score| score.to_string()),
            ),
            day.markers.join(", "),
            match day.sessions.len() {
                0 => String::new(),
                n => format!("movements done: {n}"),
            },
            day.notes.clone(),
        ]),
    )
}
