//! How the guide decides, in words: whole, and the same in the repository.

use unknot::guide::care::Caution;
use unknot::guide::content::care::CARE;
use unknot::guide::content::causes::CAUSES;
use unknot::guide::content::movements::{FIRST_SEE_SOMEONE, FOR_NO_ONE, HOW_TO_MOVE, MOVEMENTS};
use unknot::guide::content::questions::QUESTIONS;
use unknot::guide::content::red_flags::RULES;
use unknot::guide::content::sources::SOURCES;
use unknot::guide::decides::{Entry, EntryLine, chapters, markdown};
use unknot::guide::finding::{Finding, Findings};
use unknot::guide::interview::Kind;

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src/guide/GUIDE.md");

/// With `UNKNOT_WRITE=1` the file is written anew.
#[test]
fn the_file_in_the_repository_is_current() {
    if std::env::var_os("UNKNOT_WRITE").is_some() {
        std::fs::write(FILE, markdown()).expect("written");
    }
    let file = std::fs::read_to_string(FILE).expect("the file is there");
    assert!(
        file == markdown(),
        "src/guide/GUIDE.md is not current: run `UNKNOT_WRITE=1 cargo test current`"
    );
}

#[test]
fn everything_of_the_tables_stands_in_it() {
    let chapters = chapters();
    let lengths: Vec<_> = chapters.iter().map(|one| one.entries.len()).collect();
    let tables = [
        QUESTIONS.len(),
        RULES.len(),
        CAUSES.len(),
        CARE.len(),
        1 + MOVEMENTS.len(),
        SOURCES.len(),
    ];
    assert_eq!(lengths, tables);
    let text = markdown();
    let has = |words: &str| assert!(text.contains(words), "{words}");
    for question in QUESTIONS {
        has(question.words);
        has(question.why);
        has(question.help);
        for choice in question.choices {
            has(choice.words);
            if question.line_of(choice).is_none() {
                has(choice.group);
            }
        }
    }
    for rule in RULES {
        has(rule.id);
        has(rule.because);
        has(rule.source.title);
    }
    CAUSES.iter().for_each(|cause| has(cause.name));
    for care in CARE {
        has(care.number);
        has(care.stop);
        care.how.iter().for_each(|how| has(how));
        care.cautions.iter().for_each(|caution| has(caution));
    }
    has(HOW_TO_MOVE);
    has(FIRST_SEE_SOMEONE.words);
    for movement in MOVEMENTS {
        has(movement.suits);
        has(movement.amount);
        has(movement.leave_out);
        movement.steps.iter().for_each(|step| has(step));
    }
}

/// Whoever asks who must leave out a movement finds the answers, the reason and the source under it, and
/// what holds for every movement in one entry before them.
#[test]
fn the_gates_of_a_movement_stand_under_it() {
    let chapters = chapters();
    let entries = &chapters[4].entries;
    assert_eq!(chapters[4].heading, "Movements");
    let gates = |entry: &Entry, cautions: &[&Caution]| {
        for caution in cautions {
            let said = format!("Not offered: {}", caution.words);
            let at = entry.lines.iter().position(|line| line.words == said);
            let at = at.unwrap_or_else(|| panic!("{}: {said}", entry.title));
            let answers = &entry.lines[at + 1];
            assert!(answers.depth == 1 && !answers.words.is_empty(), "{said}");
        }
        let sourced = |line: &EntryLine| line.depth == 0 && line.words.starts_with("Source: ");
        assert!(entry.lines.iter().any(sourced), "{}", entry.title);
    };
    gates(&entries[0], FOR_NO_ONE);
    let mut withheld = 0;
    for (entry, movement) in entries[1..].iter().zip(MOVEMENTS) {
        assert_eq!(entry.title, movement.name);
        gates(entry, movement.skip);
        withheld += movement.skip.len();
    }
    assert!(withheld > 20, "{withheld}");
    // The whole of one, with its answers.
    let walk = entries.iter().find(|entry| entry.title == "A short walk");
    let text = walk.expect("the walk").text();
    assert!(text.contains("not offered: walking brings on leg trouble, or is hard."));
    assert!(text.contains("only when i walk or stand"), "{text}");
}

/// A condition is printed by the answers that tell its findings: each has some.
#[test]
fn no_condition_is_printed_without_words() {
    for chapter in chapters() {
        for entry in chapter.entries {
            assert!(!entry.title.trim().is_empty(), "{}", chapter.heading);
            for line in &entry.lines {
                assert!(!line.words.trim().is_empty(), "{}", entry.title);
                assert!(line.depth <= 7, "{}", entry.title);
            }
        }
    }
    let mut told = Findings::default();
    for question in QUESTIONS {
        if let Kind::Number { bands, .. } = question.kind {
            bands.iter().for_each(|band| told.add(band.finding));
        }
        for choice in question.choices {
            told = told.union(&Findings::of(choice.findings));
        }
    }
    assert_eq!(told, Findings::of(Finding::ALL));
}

/// The exception of a rule stands under the rule, with all its parts.
#[test]
fn an_exception_is_printed_in_full() {
    let rules = &chapters()[1].entries;
    let both_legs = rules
        .iter()
        .find(|entry| entry.title.contains(": both-legs ("))
        .expect("the rule");
    let lines: Vec<&str> = both_legs
        .lines
        .iter()
        .map(|line| line.words.as_str())
        .collect();
    let at = lines
        .iter()
        .position(|line| *line == "Unless:")
        .expect("unless");
    assert_eq!(lines[at + 1], "all of these:");
    assert_eq!(
        both_legs
            .lines
            .iter()
            .filter(|line| line.depth == 2)
            .count(),
        5
    );
    assert!(both_legs.text().contains("walk or stand"));
}
