//! The clinician's page as a value: one summary that fits on a page, then the details. The screen, the
//! print and the plain text all draw this, and it is made of an [`Excerpt`] alone.
//!
//! A check-up is given as it was stored: its version, rules and urgency, never a replay.

use crate::diary::marks;
use crate::diary::moment;
use crate::diary::place::Place;

mod checks;
pub mod excerpt;
mod life;
mod spasms;
mod words;

use excerpt::{Excerpt, OptionalPart};
use words::{NOTHING, date_and_clock, row};

/// The page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// Whose, of which days, made when.
    pub about: Vec<String>,
    /// The first page.
    pub summary: Vec<ReportPart>,
    /// What stands behind it.
    pub details: Vec<ReportPart>,
    /// In how many episodes each place was marked, from the top, left to right.
    pub places: Vec<(Place, usize)>,
}

/// A heading and its lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportPart {
    pub heading: &'static str,
    /// The lines.
    pub rows: Vec<ReportRow>,
}

/// One line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportRow {
    /// What it is about; may be empty.
    pub name: String,
    /// What is said of it.
    pub words: String,
}

/// The heading of the places, beside the picture of them.
pub const WHERE: &str = "Where";
/// The heading of what comes first.
pub const WARNING_SIGNS: &str = "Warning signs answered yes";
/// The longest text in the summary, in characters. All of it is in the details.
const LONGEST: usize = 110;
/// The longest name of a line there.
const LONGEST_NAME: usize = 60;
/// So many lines of larger letters two columns hold on Letter, the shorter of the papers.
const SHORT: usize = 100;
/// So many lines the picture of the back is high.
const PICTURE: usize = 10;
/// So many episodes, days and checks are listed one by one. The exports have all of them.
const LISTED: usize = 200;

impl Report {
    /// Whether its summary is so short that a page holds it in larger letters: by its lines, of about 46
    /// letters in one of two columns.
    pub fn is_short(&self) -> bool {
        let mut lines = 2 * self.about.len();
        for part in &self.summary {
            let columns = if part.heading == WARNING_SIGNS { 2 } else { 1 };
            let mut long = 2;
            for ReportRow { name, words } in &part.rows {
                let letters = name.chars().count() + words.chars().count();
                long += 1 + letters / (46 * columns);
            }
            if part.heading == WHERE {
                long = long.max(PICTURE);
            }
            lines += long * columns;
        }
        lines <= SHORT
    }

    /// Draws it up.
    pub fn of(excerpt: &Excerpt) -> Report {
        let places: Vec<(Place, usize)> = Place::all().zip(excerpt.counts.places).collect();
        let mut report = Report {
            about: about(excerpt),
            summary: Vec::new(),
            details: Vec::new(),
            places: Vec::new(),
        };
        report.summary.push(ReportPart {
            heading: WARNING_SIGNS,
            rows: checks::warning_signs(excerpt),
        });
        let triggers = spasms::marked(excerpt, marks::MarkKind::Trigger);
        report.put("The spasms", 9, spasms::the_spasms(excerpt));
        report.put(WHERE, 5, spasms::places(&places, excerpt));
        report.put(
            "Spreading, and what comes with it",
            4,
            spasms::comes_with(excerpt),
        );
        report.put("What set it off", 5, triggers);
        report.put("What was tried", 5, spasms::tried(excerpt));
        report.put("Everyday life", 9, life::everyday(excerpt));
        report.put("Latest check", 5, checks::latest_check(excerpt));
        report.put("Medicines and conditions", 5, life::conditions(excerpt));
        report.put("My questions", 3, life::questions(excerpt));
        report.put("How good these data are", 9, life::quality(excerpt));
        let episodes = excerpt
            .episodes
            .iter()
            .take(LISTED)
            .map(spasms::episode_row);
        report.list("Each episode", episodes.collect(), excerpt.episodes.len());
        let days = excerpt.days.iter().rev().take(LISTED).map(life::day_row);
        report.list("Each day entry", days.collect(), excerpt.days.len());
        let checkups = excerpt.checkups.iter().take(LISTED).map(checks::check_row);
        report.list("Each check", checkups.collect(), excerpt.checkups.len());
        report.places = places;
        report
    }

    /// Puts the first lines into the summary, and all of them into the details where that is more.
    fn put(&mut self, heading: &'static str, most: usize, rows: Vec<ReportRow>) {
        let mut short: Vec<ReportRow> = Vec::new();
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
        self.summary.push(ReportPart {
            heading,
            rows: short,
        });
        if is_more {
            self.details.push(ReportPart { heading, rows });
        }
    }

    /// Puts what has its place in the details alone, as far as it can be read one by one.
    fn list(&mut self, heading: &'static str, mut rows: Vec<ReportRow>, all: usize) {
        if all > rows.len() {
            let more = all - rows.len();
            rows.push(row(
                "",
                format!("{more} older ones are in the files, and not on paper."),
            ));
        }
        if !rows.is_empty() {
            self.details.push(ReportPart { heading, rows });
        }
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

fn about(excerpt: &Excerpt) -> Vec<String> {
    let choice = &excerpt.choice;
    let mut whose = cut(choice.name.trim(), LONGEST_NAME);
    if let Some(born) = choice.born {
        if !whose.is_empty() {
            whose.push_str(", ");
        }
        whose.push_str(&format!("born {}", moment::date(born)));
    }
    let mut about = vec![format!(
        "{} to {} · made {}",
        moment::date(excerpt.run.first),
        moment::date(excerpt.run.last),
        date_and_clock(&excerpt.now)
    )];
    let mut left_out = Vec::new();
    for kind in OptionalPart::ALL {
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

/// How its files are called: "unknot-2026-10-26-to-2026-11-24".
pub fn file_name(excerpt: &Excerpt) -> String {
    format!(
        "unknot-{}-to-{}",
        moment::date(excerpt.run.first),
        moment::date(excerpt.run.last)
    )
}
