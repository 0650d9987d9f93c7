//! The clinician's page as a value: one summary that fits on a page, then the details. The screen, the
//! print and the plain text all draw this, and it is made of an [`Excerpt`] alone.
//!
//! A check-up is given as it was stored: its version, rules and urgency, never a replay.

use chrono::TimeDelta;

use crate::diary::checkup::{Checkup, answered};
use crate::diary::day::{Day, Scale, Work};
use crate::diary::episode::{Episode, Recorded, treatment_name, treatment_words};
use crate::diary::marks;
use crate::diary::moment;
use crate::diary::place::{Place, places_words};
use crate::diary::radiation;
use crate::guide::answers::NONE;
use crate::guide::content::questions::QUESTIONS;
use crate::guide::interview::replay;
use crate::guide::order;
use crate::guide::triage::{self, Urgency};

pub mod excerpt;
pub mod figures;

use excerpt::{Excerpt, Kind, MEDICINE, NAMELESS};
use figures::{Counts, Spread, date_and_clock, eased, spread};

/// The page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// Whose, of which days, made when.
    pub about: Vec<String>,
    /// The first page.
    pub summary: Vec<Part>,
    /// What stands behind it.
    pub details: Vec<Part>,
    /// In how many episodes each place was marked, from the top, left to right.
    pub places: Vec<(Place, usize)>,
}

/// A heading and its lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// The heading.
    pub heading: &'static str,
    /// The lines.
    pub rows: Vec<Row>,
}

/// One line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// What it is about; may be empty.
    pub name: String,
    /// What is said of it.
    pub words: String,
}

/// The heading of the places, beside the picture of them.
pub const WHERE: &str = "Where";
/// The heading of what comes first.
pub const WARNING_SIGNS: &str = "Warning signs answered yes";
/// What stands where there is nothing to say.
const NOTHING: &str = "Nothing noted.";
/// The longest text in the summary, in characters. All of it is in the details.
const LONGEST: usize = 110;
/// The longest name of a line there.
const LONGEST_NAME: usize = 60;
/// What "eased" means.
const EASED: &str = "2 points lower by the last reading within 4 h and before the next treatment. No proof that it helps.";
/// So many episodes, days and checks are listed one by one. The exports have all of them.
const LISTED: usize = 200;

fn row(name: impl Into<String>, words: impl Into<String>) -> Row {
    Row {
        name: name.into(),
        words: words.into(),
    }
}

impl Report {
    /// Draws it up.
    pub fn of(excerpt: &Excerpt) -> Report {
        let mut report = Report {
            about: about(excerpt),
            summary: Vec::new(),
            details: Vec::new(),
            places: places(&excerpt.episodes),
        };
        report.summary.push(Part {
            heading: WARNING_SIGNS,
            rows: warning_signs(excerpt),
        });
        report.put("The spasms", 9, the_spasms(excerpt));
        report.put(WHERE, 5, report.where_rows(excerpt));
        report.put("Spreading, and what comes with it", 5, comes_with(excerpt));
        report.put("What set it off", 5, marked(excerpt, marks::Kind::Trigger));
        report.put("What was tried", 5, tried(excerpt));
        report.put("Everyday life", 9, everyday(excerpt));
        report.put("Latest check", 5, latest_check(excerpt));
        report.put("Medicines and conditions", 5, conditions(excerpt));
        report.put("My questions", 4, questions(excerpt));
        report.put("How good these data are", 9, quality(excerpt));
        report.list(
            "Each episode",
            excerpt.episodes.iter().map(episode_row).collect(),
        );
        report.list(
            "Each day entry",
            excerpt.days.iter().rev().map(day_row).collect(),
        );
        report.list(
            "Each check",
            excerpt.checkups.iter().map(check_row).collect(),
        );
        report
    }

    /// Puts the first lines into the summary, and all of them into the details where that is more.
    fn put(&mut self, heading: &'static str, most: usize, rows: Vec<Row>) {
        let mut short: Vec<Row> = Vec::new();
        let mut is_more = rows.len() > most;
        for full in rows.iter().take(most) {
            let cut = row(cut(&full.name, LONGEST_NAME), cut(&full.words, LONGEST));
            is_more |= cut != *full;
            short.push(cut);
        }
        if rows.len() > most {
            short.push(row("", format!("{} more in details", rows.len() - most)));
        }
        if rows.is_empty() {
            short.push(row("", NOTHING));
        }
        self.summary.push(Part {
            heading,
            rows: short,
        });
        if is_more {
            self.details.push(Part { heading, rows });
        }
    }

    /// Puts what has its place in the details alone, as far as it can be read one by one.
    fn list(&mut self, heading: &'static str, mut rows: Vec<Row>) {
        let more = rows.len().saturating_sub(LISTED);
        if more > 0 {
            rows.truncate(LISTED);
            rows.push(row(
                "",
                format!("{more} older ones are in the files, and not on paper."),
            ));
        }
        if !rows.is_empty() {
            self.details.push(Part { heading, rows });
        }
    }

    fn where_rows(&self, excerpt: &Excerpt) -> Vec<Row> {
        let mut counted = self.places.clone();
        counted.retain(|(_, n)| *n > 0);
        order::by_key(&mut counted, |(_, n)| -(*n as i64));
        let of_all = |(place, n): &(Place, usize)| row(place.words(), of(*n, excerpt));
        counted.iter().map(of_all).collect()
    }
}

/// The beginning of a text, in one line, and a sign that it is not all.
fn cut(text: &str, longest: usize) -> String {
    let mut line: String = text.chars().take(longest).collect();
    if line.len() < text.len() {
        line.push('…');
    }
    line.replace(char::is_control, " ")
}

/// "9 of 12".
fn of(n: usize, excerpt: &Excerpt) -> String {
    format!("{n} of {}", excerpt.episodes.len())
}

fn about(excerpt: &Excerpt) -> Vec<String> {
    let choice = &excerpt.choice;
    let mut whose = choice.name.trim().to_string();
    if let Some(born) = choice.born {
        if !whose.is_empty() {
            whose.push_str(", ");
        }
        whose.push_str(&format!("born {}", moment::date(born)));
    }
    let mut about = vec![format!(
        "{} to {} · made {}",
        moment::date(excerpt.from),
        moment::date(excerpt.to),
        date_and_clock(&excerpt.now)
    )];
    let mut left_out = Vec::new();
    for kind in Kind::ALL {
        if !choice.has(kind) {
            left_out.push(kind.words());
        }
    }
    if !left_out.is_empty() {
        about.push(format!("Left out by choice: {}", left_out.join(", ")));
    }
    if !whose.is_empty() {
        about.insert(0, whose);
    }
    about
}

fn places(episodes: &[Episode]) -> Vec<(Place, usize)> {
    let count = |place: Place| episodes.iter().filter(|e| e.places.contains(place)).count();
    Place::all().map(|place| (place, count(place))).collect()
}

/// Each sign that sent to a doctor the same day or at once, with every time that it was answered yes and
/// what became of it. None is ever left out.
fn warning_signs(excerpt: &Excerpt) -> Vec<Row> {
    // Each sign, and for each thing that became of it the times.
    let mut signs: Vec<(String, Vec<Row>)> = Vec::new();
    for checkup in &excerpt.checkups {
        if checkup.urgency < Urgency::Urgent {
            continue;
        }
        let when = date_and_clock(&checkup.started);
        for id in &checkup.rules {
            if triage::rule(id).is_some_and(|rule| rule.urgency < Urgency::Urgent) {
                continue;
            }
            let sign = sign_words(checkup, id);
            let place = signs.iter().position(|(there, _)| *there == sign);
            let place = place.unwrap_or_else(|| {
                signs.push((sign, Vec::new()));
                signs.len() - 1
            });
            let times = &mut signs[place].1;
            let outcome = outcome(checkup, id);
            match times.iter_mut().find(|there| there.name == outcome) {
                // Two rules can rest on the same answers.
                Some(there) if there.words.ends_with(&when) => {}
                Some(there) => {
                    there.words.push_str(", ");
                    there.words.push_str(&when);
                }
                None => times.push(row(outcome, when.clone())),
            }
        }
    }
    let mut rows = Vec::new();
    for (sign, times) in signs {
        let times = times
            .iter()
            .map(|times| format!("{}: {}", times.words, times.name));
        rows.push(row(sign, joined(times.collect())));
    }
    if rows.is_empty() {
        let asked = excerpt.checkups.iter().filter(|c| c.finished.is_some());
        rows.push(row(
            "",
            match asked.count() {
                0 => "No check was finished in these days, so none was asked about.".to_string(),
                n => format!("None in {n} finished checks. That can’t rule everything out."),
            },
        ));
    }
    rows
}

/// What was answered that made a rule fire; of an older guide what was kept of it.
fn sign_words(checkup: &Checkup, id: &str) -> String {
    let said = match triage::rule(id) {
        Some(rule) if checkup.is_current() => replay(&checkup.answers).said(&rule.when.names()),
        _ => Vec::new(),
    };
    if said.is_empty() {
        rule_words(checkup, id)
    } else {
        said.join(" · ")
    }
}

/// A rule in words; of an older guide its stored name, and today's words for it.
fn rule_words(checkup: &Checkup, id: &str) -> String {
    match triage::rule(id) {
        Some(rule) if checkup.is_current() => rule.because.to_string(),
        Some(rule) => format!("{id} (today: {})", rule.because),
        None => id.to_string(),
    }
}

/// What was said of a sign, and what became of it.
fn outcome(checkup: &Checkup, id: &str) -> String {
    let settled = checkup
        .settled
        .filter(|_| checkup.settled_rules.iter().any(|there| there == id));
    match settled {
        Some(settled) if settled.got_help => {
            format!("got help (said {})", date_and_clock(&settled.at))
        }
        Some(settled) => format!("a mistake (said {})", date_and_clock(&settled.at)),
        None => format!("{}, what was done is not noted", checkup.urgency.id()),
    }
}

fn length_words(seconds: i64) -> String {
    moment::span_words(TimeDelta::seconds(seconds))
}

/// "middle 45 min (12), from 20 min to 3 h".
fn spread_words(spread: Spread, words: &dyn Fn(i64) -> String) -> String {
    let Spread {
        of,
        twice_middle,
        least,
        most,
    } = spread;
    let middle = match twice_middle {
        Some(twice) => format!("middle {}", words(twice)),
        None => "too few for a middle".to_string(),
    };
    format!(
        "{middle} ({of}), from {} to {}",
        words(2 * least),
        words(2 * most)
    )
}

/// Half of a number: "6", "6.5".
fn half(twice: i64) -> String {
    let half = if twice % 2 == 0 { "" } else { ".5" };
    format!("{}{half}", twice / 2)
}

fn the_spasms(excerpt: &Excerpt) -> Vec<Row> {
    let episodes = &excerpt.episodes;
    let coverage = &excerpt.coverage;
    let often = format!("{} in {} days", episodes.len(), coverage.days);
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
                coverage.with_spasm, coverage.known
            ),
        ),
    ];
    let lengths = episodes
        .iter()
        .filter_map(Episode::lasted)
        .map(|span| span.num_seconds());
    let peaks = episodes
        .iter()
        .filter_map(Episode::peak)
        .map(|peak| i64::from(peak.get()));
    let mut figure = |name: &str, now: Vec<i64>, before: &[i64], words: &dyn Fn(i64) -> String| {
        let now = spread(now).map_or(NOTHING.to_string(), |now| spread_words(now, words));
        rows.push(row(name, now));
        if let Some(before) = spread(before.to_vec()) {
            rows.push(row(format!("{name} before"), spread_words(before, words)));
        }
    };
    let length = |twice: i64| length_words(twice / 2);
    figure(
        "How long",
        lengths.collect(),
        &excerpt.lengths_before,
        &length,
    );
    figure(
        "Worst pain, 0 to 10",
        peaks.collect(),
        &excerpt.peaks_before,
        &half,
    );
    for running in episodes
        .iter()
        .filter(|episode| episode.end.is_none())
        .take(1)
    {
        let so_far = moment::span(&running.start, &excerpt.now);
        rows.push(row(
            "Running",
            format!(
                "since {}, {} so far, pain {}",
                date_and_clock(&running.start),
                moment::span_words(so_far),
                or_not(running.severity_words())
            ),
        ));
    }
    rows
}

fn or_not(words: String) -> String {
    match words.as_str() {
        "" => "not noted".to_string(),
        _ => words,
    }
}

fn comes_with(excerpt: &Excerpt) -> Vec<Row> {
    let episodes = &excerpt.episodes;
    let with = |id: &str| {
        let has = |episode: &&Episode| episode.marks.has(marks::Kind::Symptom, id);
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
    let mut counts = Counts::default();
    for episode in episodes {
        for (n, (_, part)) in radiation::PARTS.iter().enumerate() {
            for side in radiation::SIDES {
                if episode.radiation.has(n, side) {
                    counts.add(&format!("{part}, {}", side.id()));
                }
            }
        }
    }
    let spreading = counts.most_first();
    if spreading.is_empty() {
        rows.push(row("Spreading", "marked in none"));
    }
    for (name, n) in spreading {
        rows.push(row(format!("To: {name}"), of(n, excerpt)));
    }
    for kind in [marks::Kind::Symptom, marks::Kind::Quality] {
        rows.extend(marked(excerpt, kind));
    }
    rows
}

/// How often each mark of a kind was ticked.
fn marked(excerpt: &Excerpt, kind: marks::Kind) -> Vec<Row> {
    let mut counts = Counts::default();
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

fn tried(excerpt: &Excerpt) -> Vec<Row> {
    let mut counts = Counts::default();
    for episode in &excerpt.episodes {
        for treatment in &episode.treatments {
            counts.add(&treatment.kind);
        }
    }
    let mut rows = Vec::new();
    for (kind, times) in counts.most_first() {
        let (mut eased_n, mut known) = (0, 0);
        let (mut reliefs, mut worse) = (Vec::new(), 0);
        for episode in &excerpt.episodes {
            for (n, treatment) in episode.treatments.iter().enumerate() {
                if treatment.kind != kind {
                    continue;
                }
                if let Some(eased) = eased(episode, n) {
                    known += 1;
                    eased_n += usize::from(eased);
                }
                match treatment.relief.map(|relief| i64::from(relief.get())) {
                    Some(-1) => worse += 1,
                    Some(relief) => reliefs.push(relief),
                    None => {}
                }
            }
        }
        let mut words = format!("{times} times · eased {eased_n} of {known}");
        if let Some(spread) = spread(reliefs) {
            words.push_str(" · relief 0 to 10: ");
            words.push_str(&spread_words(spread, &half));
        }
        if worse > 0 {
            words.push_str(&format!(" · worse {worse}"));
        }
        rows.push(row(treatment_words(&kind), words));
    }
    rows
}

fn everyday(excerpt: &Excerpt) -> Vec<Row> {
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
        if let Some(spread) = spread(said.collect()) {
            rows.push(row(name, spread_words(spread, &half)));
        }
    }
    let mut work = Vec::new();
    for kind in Work::ALL {
        let n = days.iter().filter(|day| day.work == Some(kind)).count();
        if n > 0 {
            work.push(format!("{} {n}", kind.words().to_lowercase()));
        }
    }
    if !work.is_empty() {
        rows.push(row("Work done, days", work.join(" · ")));
    }
    for mut stopped in marked(excerpt, marks::Kind::Limit) {
        stopped.name = format!("A spasm stopped: {}", stopped.name.to_lowercase());
        rows.push(stopped);
    }
    rows
}

fn latest_check(excerpt: &Excerpt) -> Vec<Row> {
    let Some(checkup) = excerpt.latest() else {
        return Vec::new();
    };
    let mut rows = vec![row(
        "Taken",
        format!(
            "{}, guide version {}: {}",
            date_and_clock(&checkup.started),
            checkup.guide,
            checkup.urgency.id()
        ),
    )];
    for id in &checkup.rules {
        rows.push(row(format!("Rule {id}"), rule_words(checkup, id)));
    }
    if checkup.rules.is_empty() {
        rows.push(row("Rules", "none fired"));
    }
    let says_something = |answers: &crate::guide::answers::Answer| !answers.has(NONE);
    let asked = QUESTIONS.iter().filter(|question| !question.profile);
    for (question, said) in answered(&checkup.answers, asked) {
        if checkup.answers.to(question.id).is_some_and(says_something) {
            rows.push(row(question.words, said));
        }
    }
    rows
}

fn conditions(excerpt: &Excerpt) -> Vec<Row> {
    let asked = QUESTIONS.iter().filter(|question| question.profile);
    let mut rows = Vec::new();
    for (question, said) in answered(&excerpt.profile, asked) {
        rows.push(row(question.words, said));
    }
    let mut counts = Counts::default();
    for episode in &excerpt.episodes {
        for treatment in episode.treatments.iter().filter(|one| one.kind == MEDICINE) {
            counts.add(match treatment.detail.trim() {
                "" => NAMELESS,
                name => name,
            });
        }
    }
    for (name, n) in counts.most_first() {
        rows.push(row(name, format!("taken {n} times")));
    }
    rows
}

fn questions(excerpt: &Excerpt) -> Vec<Row> {
    let lines = excerpt.choice.questions.lines().map(str::trim);
    lines
        .filter(|line| !line.is_empty())
        .map(|line| row("", line))
        .collect()
}

fn quality(excerpt: &Excerpt) -> Vec<Row> {
    let episodes = &excerpt.episodes;
    let count = |which: &dyn Fn(&Episode) -> bool| episodes.iter().filter(|e| which(e)).count();
    let live = count(&|episode| episode.recorded == Recorded::Live);
    let coverage = &excerpt.coverage;
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
            format!("{} of {}", coverage.days - coverage.known, coverage.days),
        ),
        row(
            "Diary since",
            excerpt.since.map_or(NOTHING.to_string(), moment::date),
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
            "Dated after now, left out",
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

fn joined(mut said: Vec<String>) -> String {
    said.retain(|part| !part.is_empty());
    said.join(" · ")
}

fn episode_row(episode: &Episode) -> Row {
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
    let length = episode
        .lasted()
        .map_or("running".to_string(), moment::span_words);
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
        places_words(episode.places),
        episode.radiation.words(),
    ];
    said.extend(marks::Kind::ALL.map(|kind| episode.marks.words(kind)));
    said.extend(tried);
    said.push(episode.notes.clone());
    row(date_and_clock(&episode.start), joined(said))
}

fn day_row(day: &Day) -> Row {
    let some =
        |name: &str, value: Option<String>| value.map_or(String::new(), |n| format!("{name} {n}"));
    let number = |name: &str, n: Option<u8>| some(name, n.map(|n| n.to_string()));
    let words = |ids: &[String]| {
        let words: Vec<&str> = ids
            .iter()
            .map(|id| marks::Kind::Trigger.words(id))
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
            some("work:", day.work.map(|work| work.words().to_lowercase())),
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

fn check_row(checkup: &Checkup) -> Row {
    let finished = match checkup.finished {
        Some(_) => "",
        None => "not finished",
    };
    let result = if checkup.is_withheld() {
        ""
    } else {
        checkup.urgency.id()
    };
    row(
        date_and_clock(&checkup.started),
        joined(vec![
            format!("guide version {}", checkup.guide),
            result.to_string(),
            finished.to_string(),
            checkup.rules.join(", "),
        ]),
    )
}

/// How its files are called: "unknot-2026-10-26-to-2026-11-24".
pub fn file_name(excerpt: &Excerpt) -> String {
    format!(
        "unknot-{}-to-{}",
        moment::date(excerpt.from),
        moment::date(excerpt.to)
    )
}
