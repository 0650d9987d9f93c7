//! The spasms themselves: how often, how long, how bad, where, what comes with them, what was tried.

use crate::diary::episode::{Episode, Recorded, treatment_name, treatment_words};
use crate::diary::handover::{COLUMNS, FhirPlace, texts};
use crate::diary::marks;
use crate::diary::moment;
use crate::diary::place::Place;
use crate::diary::radiation;
use crate::diary::report::ReportRow;
use crate::diary::report::excerpt::Excerpt;
use crate::diary::report::words::{
    NOTHING, Tally, date_and_clock, joined, length, number, of, row, spread_words, times,
};
use crate::diary::trends::helps::Tried;
use crate::diary::trends::numbers::{FEWEST_FOR_MEDIAN, Spread, spread};
use crate::guide::order;

/// Since when, how often, how long and how bad, each beside what it was before.
pub fn the_spasms(excerpt: &Excerpt) -> Vec<ReportRow> {
    let counts = &excerpt.counts;
    let often = match counts.range.days() {
        1 => format!("{} in one day", counts.episodes),
        days => format!("{} in {days} days", counts.episodes),
    };
    let mut rows = vec![
        row(
            "Noted since",
            excerpt.since.map_or(NOTHING.to_string(), moment::date),
        ),
        row(
            "How often",
            match excerpt.begun_before {
                Some(before) => format!("{often} (as many days before: {before})"),
                None => often,
            },
        ),
        row(
            "Days with a spasm",
            format!(
                "{} of {} days with information",
                counts.spasm_days, counts.known_days
            ),
        ),
    ];
    let mut figure = |name: &str, now: &Spread, before: &Spread, words: &dyn Fn(f64) -> String| {
        rows.push(row(name, spread_words(now, words)));
        if before.n > 0 {
            rows.push(row(
                format!("{name}, before that"),
                spread_words(before, words),
            ));
        }
    };
    let (lasted, peaks) = (&excerpt.lasted_before, &excerpt.peaks_before);
    figure("How long", &counts.lasted, lasted, &length);
    figure("Worst pain, 0 to 10", &counts.peaks, peaks, &number);
    let running = excerpt
        .episodes
        .iter()
        .find(|episode| episode.end.is_none());
    if let Some(running) = running {
        let so_far = moment::span_words(moment::span(&running.start, &excerpt.now));
        let mut words = format!("since {}, {so_far} so far", date_and_clock(&running.start));
        let pain = running.severity_words();
        if !pain.is_empty() {
            words.push_str(", pain ");
            words.push_str(&pain);
        }
        rows.push(row("Running", words));
    }
    rows
}

/// Each place that was marked, most first.
pub fn places(counted: &[(Place, usize)], excerpt: &Excerpt) -> Vec<ReportRow> {
    let mut counted = counted.to_vec();
    counted.retain(|(_, n)| *n > 0);
    order::by_key(&mut counted, |(_, n)| std::cmp::Reverse(*n));
    let of_all = |(place, n): &(Place, usize)| row(place.words(), of(*n, excerpt));
    counted.iter().map(of_all).collect()
}

/// Where it spreads to, signs of a nerve, and all else that was ticked.
pub fn comes_with(excerpt: &Excerpt) -> Vec<ReportRow> {
    let episodes = &excerpt.episodes;
    let with = |id: &str| {
        let has = |episode: &&Episode| episode.marks.has(marks::MarkKind::Symptom, id);
        episodes.iter().filter(has).count()
    };
    let mut rows = vec![row(
        "Nerve signs ticked",
        format!(
            "numbness {} · tingling {} · weakness {}",
            with("numb"),
            with("tingling"),
            of(with("weak"), excerpt)
        ),
    )];
    let mut spreading = Vec::new();
    for (n, (_, part)) in radiation::PARTS.iter().enumerate() {
        for side in radiation::SIDES {
            let has = |episode: &&Episode| episode.radiation.has(n, side);
            let count = episodes.iter().filter(has).count();
            if count > 0 {
                spreading.push((format!("{part}, {}", side.id()), count));
            }
        }
    }
    order::by_key(&mut spreading, |(_, n)| std::cmp::Reverse(*n));
    if spreading.is_empty() {
        rows.push(row("Spreading", "marked in none"));
    }
    for (name, n) in spreading {
        rows.push(row(format!("To: {name}"), of(n, excerpt)));
    }
    for kind in [marks::MarkKind::Symptom, marks::MarkKind::Quality] {
        rows.extend(marked(excerpt, kind));
    }
    rows
}

/// How often each mark of a kind was ticked.
pub fn marked(excerpt: &Excerpt, kind: marks::MarkKind) -> Vec<ReportRow> {
    let mut counts = Tally::default();
    for episode in &excerpt.episodes {
        for id in episode.marks.of(kind) {
            counts.add(kind.words(id));
        }
    }
    let rows = counts.most_first();
    rows.into_iter()
        .map(|(name, n)| row(name, of(n, excerpt)))
        .collect()
}

/// What was tried and what came of it: nothing tried first, to compare with, then what was tried most.
pub fn tried(excerpt: &Excerpt) -> Vec<ReportRow> {
    let mut all: Vec<&Tried> = excerpt.helps.iter().collect();
    order::by_key(&mut all, |tried| {
        (!tried.kind.is_empty(), std::cmp::Reverse(tried.times))
    });
    let mut rows = Vec::new();
    for tried in all {
        let mut words = times(tried.times);
        match tried.counted() {
            0 => words.push_str(" · pain not noted before and after"),
            n => words.push_str(&format!(" · eased {} of {n}", tried.eased)),
        }
        if tried.together > 0 {
            words.push_str(&format!(
                ", {} of them together with others",
                tried.together
            ));
        }
        let relief = relief(excerpt, &tried.kind);
        if let Some(quantiles) = &relief.quantiles {
            words.push_str(" · relief -1 to 10: median ");
            words.push_str(&number(quantiles.median));
            words.push_str(&format!(" of {}", relief.n));
        }
        let name = match tried.kind.as_str() {
            "" => "Nothing tried",
            kind => treatment_words(kind),
        };
        rows.push(row(name, words));
    }
    rows
}

/// How much a treatment helped, as the person said.
fn relief(excerpt: &Excerpt, kind: &str) -> Spread {
    let mut said = Vec::new();
    for treatment in excerpt.episodes.iter().flat_map(|one| &one.treatments) {
        if treatment.kind == kind {
            said.extend(treatment.relief.map(|relief| i64::from(relief.get())));
        }
    }
    spread(said, FEWEST_FOR_MEDIAN)
}

/// One episode in a line.
pub fn episode_row(episode: &Episode) -> ReportRow {
    let mut tried = Vec::new();
    for treatment in &episode.treatments {
        let mut words = format!(
            "{} {}",
            moment::clock(&treatment.at),
            treatment_name(treatment)
        );
        if let Some(relief) = treatment.relief {
            words.push_str(", ");
            words.push_str(&relief.words());
        }
        tried.push(words);
    }
    let length = episode.length_words();
    let later = match episode.recorded {
        Recorded::Live => "",
        Recorded::Afterwards => "noted later",
    };
    let mut said = vec![
        length,
        later.to_string(),
        match episode.severity_words() {
            pain if pain.is_empty() => pain,
            pain => format!("pain {pain}"),
        },
    ];
    let (mut notes, mut others) = (Vec::new(), Vec::new());
    for (column, text) in COLUMNS.iter().zip(texts(episode)) {
        match column.place {
            FhirPlace::Note => notes.push(text.words),
            FhirPlace::Site | FhirPlace::Component => others.push(text.words),
        }
    }
    said.extend(others);
    said.extend(tried);
    said.extend(notes);
    row(date_and_clock(&episode.start), joined(said))
}
