//! How the guide decides, in words: every question, rule, exception, cause, care option, movement and source,
//! written from the tables themselves. The app shows it as a page, the repository keeps it as
//! `GUIDE.md`.

use crate::guide::care::{Care, Caution};
use crate::guide::causes::Cause;
use crate::guide::condition::{ALWAYS, Condition, NEVER};
use crate::guide::content::care::{CARE, STOP as STOP_MOVING};
use crate::guide::content::causes::CAUSES;
use crate::guide::content::decides::*;
use crate::guide::content::movements::{FIRST_SEE_SOMEONE, FOR_NO_ONE, HOW_TO_MOVE, MOVEMENTS};
use crate::guide::content::questions::QUESTIONS;
use crate::guide::content::red_flags::RULES;
use crate::guide::content::sources::{OUR_CAUTION, SOURCES};
use crate::guide::finding::Finding;
use crate::guide::interview::{Choice, Kind, Question};
use crate::guide::source::Source;
use crate::guide::triage::{Contact, Rule};

/// All entries of one kind.
#[derive(Debug)]
pub struct Chapter {
    /// Its heading.
    pub heading: &'static str,
    /// A sentence on what stands in it.
    pub about: &'static str,
    /// Its entries, in the order of their table.
    pub entries: Vec<Entry>,
}

/// One question, rule, cause, option, movement or source.
#[derive(Debug, Default)]
pub struct Entry {
    /// Its name.
    pub title: String,
    /// What is said of it.
    pub lines: Vec<EntryLine>,
}

/// A line of an entry.
#[derive(Debug)]
pub struct EntryLine {
    /// How far it is set in: 0 not at all.
    pub depth: usize,
    /// Its words.
    pub words: String,
}

/// The whole guide.
pub fn chapters() -> Vec<Chapter> {
    let kinds = [
        QUESTIONS.iter().map(question).collect(),
        RULES.iter().map(rule).collect(),
        CAUSES.iter().map(cause).collect(),
        CARE.iter().map(care).collect(),
        movements(),
        SOURCES
            .iter()
            .map(|source| Entry::of(source_words(source)))
            .collect(),
    ];
    CHAPTERS
        .iter()
        .zip(kinds)
        .map(|((heading, about), entries)| Chapter {
            heading,
            about,
            entries,
        })
        .collect()
}

/// The whole guide as Markdown.
pub fn markdown() -> String {
    let mut text = format!("# {TITLE}\n\n{ABOUT}\n");
    for chapter in chapters() {
        text += &format!("\n## {}\n\n{}\n", chapter.heading, chapter.about);
        for entry in chapter.entries {
            text += &format!("\n### {}\n\n", entry.title);
            for line in entry.lines {
                text += &format!("{}- {}\n", "  ".repeat(line.depth), line.words);
            }
        }
    }
    text
}

impl Entry {
    fn of(title: String) -> Entry {
        Entry {
            title,
            lines: Vec::new(),
        }
    }

    /// Everything in it, in small letters, for searching.
    pub fn text(&self) -> String {
        let mut text = self.title.clone();
        for line in &self.lines {
            text.push(' ');
            text += &line.words;
        }
        text.make_ascii_lowercase();
        text
    }

    fn line(&mut self, depth: usize, label: &str, words: &str) {
        if !words.is_empty() {
            let words = format!("{label}{words}");
            self.lines.push(EntryLine { depth, words });
        }
    }

    /// A condition under its label; nothing for one that always holds.
    fn condition(&mut self, label: &str, condition: &Condition) {
        if *condition != ALWAYS {
            self.line(0, "", label);
            self.describe(1, condition);
        }
    }

    fn describe(&mut self, depth: usize, condition: &Condition) {
        let (label, parts) = match condition {
            Condition::Has(finding) => return self.line(depth, "", &words_of(*finding)),
            Condition::All(parts) => (ALL_OF.to_string(), parts),
            Condition::Any(parts) => (ANY_OF.to_string(), parts),
            Condition::AtLeast(n, parts) => (format!("{AT_LEAST} {n}:"), parts),
        };
        self.line(depth, "", &label);
        for part in *parts {
            self.describe(depth + 1, part);
        }
    }

    fn findings(&mut self, label: &str, findings: impl Iterator<Item = Finding>) {
        for (n, finding) in findings.enumerate() {
            if n == 0 {
                self.line(0, "", label);
            }
            self.line(1, "", &words_of(finding));
        }
    }

    /// A caution with the answers that bring it up.
    fn caution(&mut self, label: &str, caution: &Caution) {
        self.line(0, label, caution.words);
        self.describe(1, &caution.when);
    }

    fn sources(&mut self, sources: &[&'static Source]) {
        for source in sources {
            self.line(0, SOURCE, &source_words(source));
        }
    }
}

fn question(question: &'static Question) -> Entry {
    let mut entry = Entry::of(question.words.to_string());
    entry.line(0, "", question.help);
    entry.line(0, WHY, question.why);
    if question.asked_when == NEVER {
        entry.line(0, "", ASKED_ELSEWHERE);
    } else {
        entry.condition(ASKED_WHEN, &question.asked_when);
    }
    if question.danger {
        entry.line(0, "", DANGER);
    }
    if question.profile {
        entry.line(0, "", PROFILE);
    }
    if let Kind::Number { min, max, unit, .. } = question.kind {
        entry.line(0, "", &format!("{min}–{max} {unit}"));
    }
    // Choices of one heading are put to the same people.
    let same = |a: &Choice, b: &Choice| a.group == b.group && a.when == b.when;
    for choices in question.choices.chunk_by(same) {
        let Choice { group, when, .. } = choices[0];
        let depth = usize::from(!group.is_empty());
        if question.line_of(&choices[0]).is_none() {
            entry.line(0, "", group);
        }
        if *when != ALWAYS {
            entry.line(depth, "", PUT_TO);
            entry.describe(depth + 1, when);
        }
        // Without a heading they stand under whom they are put to.
        let depth = usize::from(!group.is_empty() || *when != ALWAYS);
        for choice in choices {
            entry.line(depth, CHOICE, choice.words);
        }
    }
    entry
}

fn rule(rule: &'static Rule) -> Entry {
    let tier = TIERS[rule.urgency as usize];
    let mut entry = Entry::of(format!("{tier}: {} ({})", rule.id, rule.row));
    entry.line(0, BECAUSE, rule.because);
    entry.condition(WHEN, &rule.when);
    if let Some(unless) = &rule.unless {
        entry.condition(UNLESS, unless);
    }
    match rule.contact {
        Contact::ByUrgency => {}
        Contact::Maternity => entry.line(0, "", MATERNITY),
        Contact::Poison => entry.line(0, "", POISON),
        Contact::StayThere => entry.line(0, "", STAY_THERE),
        Contact::Ambulance => entry.line(0, "", AMBULANCE),
        Contact::Crisis => entry.line(0, "", CRISIS),
    }
    entry.sources(&[rule.source]);
    entry
}

fn cause(cause: &'static Cause) -> Entry {
    let mut entry = Entry::of(cause.name.to_string());
    entry.line(0, "", cause.words);
    entry.condition(NAMED_WHEN, &cause.when);
    let toward = cause.toward.iter().map(|pointer| pointer.finding);
    entry.findings(TOWARD, toward);
    entry.findings(AWAY, cause.away.iter().copied());
    entry.sources(cause.sources);
    entry
}

fn care(care: &'static Care) -> Entry {
    let mut entry = Entry::of(format!("{}: {}", care.name, care.evidence.label()));
    entry.line(0, "", care.known);
    entry.line(0, "", care.number);
    if let Some(suits) = &care.suits {
        entry.condition(SUITS, suits);
    }
    if let Some(withheld) = &care.withheld {
        entry.condition(WITHHELD, withheld);
    }
    for how in care.how {
        entry.line(0, HOW, how);
    }
    for caution in care.cautions {
        entry.line(0, CAUTION, caution);
    }
    for caution in care.for_some {
        entry.caution(CAUTION, caution);
    }
    entry.line(0, STOP, care.stop);
    entry.sources(care.sources);
    entry
}

/// What holds for all of them, then each.
fn movements() -> Vec<Entry> {
    let mut every = Entry::of(EVERY_MOVEMENT.to_string());
    every.line(0, HOW, HOW_TO_MOVE);
    every.line(0, NOT_OFFERED, FIRST_SEE_SOMEONE.words);
    for caution in FOR_NO_ONE {
        every.caution(NOT_OFFERED, caution);
    }
    every.line(0, "", STOP_MOVING);
    every.sources(&[&OUR_CAUTION]);
    let mut entries = vec![every];
    for movement in MOVEMENTS {
        let mut entry = Entry::of(movement.name.to_string());
        entry.findings(FOR_PARTS, movement.places.iter().copied());
        entry.line(0, FOR_WHOM, movement.suits);
        if let Some(first) = &movement.first {
            entry.condition(SUITS, first);
        }
        for caution in movement.skip {
            entry.caution(NOT_OFFERED, caution);
        }
        for caution in movement.mind {
            entry.caution(CAUTION, caution);
        }
        entry.line(0, CAUTION, movement.leave_out);
        for step in movement.steps {
            entry.line(0, HOW, step);
        }
        entry.line(0, AMOUNT, movement.amount);
        entry.sources(movement.sources);
        entries.push(entry);
    }
    entries
}

/// The answers that tell a finding, as they are put.
fn words_of(finding: Finding) -> String {
    let mut words: Vec<String> = Vec::new();
    for question in QUESTIONS {
        if let Kind::Number { bands, .. } = question.kind {
            let bands = bands.iter().filter(|band| band.finding == finding);
            words.extend(bands.map(|band| band.words.to_string()));
        }
        for choice in question.choices {
            if choice.findings.contains(&finding) {
                let heading = question.heading(choice);
                words.push(if heading.is_empty() {
                    choice.words.to_string()
                } else {
                    format!("{heading}: {}", choice.words)
                });
            }
        }
    }
    words.dedup();
    words.join(OR)
}

/// A source in one line.
pub fn source_words(source: &Source) -> String {
    let mut words = source.title.to_string();
    for (between, more) in [(", ", source.year), (". ", source.place)] {
        if !more.is_empty() {
            words += between;
            words += more;
        }
    }
    words
}
