//! Shown words stand in `words/en` alone: no source of `ui` shows a literal, but for the files that are not moved yet.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use super::sources;

/// The files of `ui` that still have texts of their own. The list only gets shorter.
const NOT_MOVED: &[&str] = &[
    "ui/charts.rs",
    "ui/guided.rs",
    "ui/pages/diary.rs",
    "ui/pages/diary/calendar.rs",
    "ui/pages/diary/day.rs",
    "ui/pages/diary/day_words.rs",
    "ui/pages/diary/episode.rs",
    "ui/pages/diary/filter.rs",
    "ui/pages/diary/form.rs",
    "ui/pages/diary/form/marks.rs",
    "ui/pages/diary/form/problems.rs",
    "ui/pages/diary/form/rows.rs",
    "ui/pages/diary/form/times.rs",
    "ui/pages/diary/import_form.rs",
    "ui/pages/diary/list.rs",
    "ui/pages/diary/questionnaires.rs",
    "ui/pages/guide.rs",
    "ui/pages/guide/checkup.rs",
    "ui/pages/guide/learn.rs",
    "ui/pages/guide/rules.rs",
    "ui/pages/guide/sheet.rs",
    "ui/pages/relief.rs",
    "ui/pages/relief/calendar.rs",
    "ui/pages/relief/gate.rs",
    "ui/pages/relief/medicine.rs",
    "ui/pages/relief/movements.rs",
    "ui/pages/relief/programme.rs",
    "ui/pages/relief/reading.rs",
    "ui/pages/relief/session.rs",
    "ui/pages/relief/session_end.rs",
    "ui/pages/relief/session_parts.rs",
    "ui/pages/relief/session_thumbs.rs",
    "ui/pages/relief/session_words.rs",
    "ui/pages/relief/timer.rs",
    "ui/pages/report.rs",
    "ui/pages/report/files.rs",
    "ui/pages/trends.rs",
    "ui/pages/trends/found.rs",
    "ui/pages/trends/over_time.rs",
    "ui/pages/trends/places.rs",
    "ui/pages/trends/words.rs",
    "ui/parts/back_map.rs",
    "ui/parts/care.rs",
    "ui/parts/causes.rs",
    "ui/parts/course.rs",
    "ui/parts/danger_card.rs",
    "ui/parts/earlier.rs",
    "ui/parts/episode_card.rs",
    "ui/parts/help.rs",
    "ui/parts/quotes.rs",
    "ui/parts/result.rs",
];

/// The string literals of a code without comments, each with what stands right before it.
fn literals(code: &str) -> Vec<(&str, String)> {
    let mut found = Vec::new();
    let mut rest = code;
    let mut before = 0;
    while let Some(at) = rest.find('"') {
        let start = before + at + 1;
        // A quotation mark as a `char`.
        if code[..start - 1].ends_with('\'') && code[start..].starts_with('\'') {
            before = start;
            rest = &code[start..];
            continue;
        }
        let (mut text, mut end) = (String::new(), code.len());
        let mut chars = code[start..].char_indices();
        while let Some((at, c)) = chars.next() {
            match c {
                '"' => {
                    end = start + at + 1;
                    break;
                }
                '\\' => {
                    let _ = chars.next();
                    text.push('\u{FFFD}');
                }
                c => text.push(c),
            }
        }
        found.push((code[..start - 1].trim_end(), text));
        before = end;
        rest = &code[end..];
    }
    found
}

/// The classes of the style sheets.
fn classes() -> BTreeSet<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("style");
    let mut classes = BTreeSet::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let style = fs::read_to_string(entry.expect("an entry").path()).expect("UTF-8");
        for part in style.split('.').skip(1) {
            let name = part
                .split(|c: char| !c.is_ascii_lowercase() && c != '-')
                .next();
            classes.extend(name.map(str::to_string));
        }
    }
    classes
}

/// Whether a literal is a text for people: it has words with spaces, begins with a capital letter, or ends a sentence.
fn is_shown(before: &str, literal: &str, classes: &BTreeSet<String>) -> bool {
    // What a developer reads.
    if ["expect(", "error!(", "env!("]
        .iter()
        .any(|call| before.ends_with(call))
    {
        return false;
    }
    // Arguments of a format are no words.
    let mut text = String::new();
    let mut depth = 0;
    for c in literal.chars() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            c if depth == 0 => text.push(c),
            _ => {}
        }
    }
    let letters = |text: &str| text.chars().any(char::is_alphabetic);
    let is_selector = text.starts_with(['#', '.', '[']) && !text[1..].starts_with(' ')
        || text.starts_with("(prefers-");
    let is_path = literal.chars().any(|c| c.is_ascii_digit() || c == '{')
        && text
            .chars()
            .filter(|c| c.is_alphabetic())
            .all(|c| "MmLlHhVvCcSsQqTtAaZz".contains(c));
    let mut words = text.split_whitespace();
    if !letters(&text) || is_selector || is_path || words.all(|word| classes.contains(word)) {
        return false;
    }
    let has_gap = letters(text.split_whitespace().next().unwrap_or_default()) && text.contains(' ');
    let is_sentence = text.ends_with(['.', '?', '!', '…'])
        && text.chars().rev().nth(1).is_some_and(char::is_alphabetic);
    has_gap || text.starts_with(char::is_uppercase) || is_sentence || text.trim() != text
}

/// The shown literals of each source of `ui`.
fn shown() -> Vec<(String, Vec<String>)> {
    let classes = classes();
    let of_ui = sources().into_iter().filter(|source| source.is_in("ui"));
    let shown = of_ui.map(|source| {
        let literals = literals(&source.code).into_iter();
        let shown = literals.filter(|(before, literal)| is_shown(before, literal, &classes));
        (
            source.path.clone(),
            shown.map(|(_, literal)| literal).collect(),
        )
    });
    shown.collect()
}

#[test]
fn no_shown_text_is_a_literal() {
    let all = shown();
    let with_texts = all.iter().filter(|(_, shown)| !shown.is_empty());
    let new: Vec<_> = with_texts
        .filter(|(path, _)| !NOT_MOVED.contains(&path.as_str()))
        .collect();
    assert!(new.is_empty(), "these texts belong into words/en: {new:#?}");
    for path in NOT_MOVED {
        let has_texts = |(of, shown): &(String, Vec<String>)| of == path && !shown.is_empty();
        assert!(
            all.iter().any(has_texts),
            "{path} shows no literal, or is not there: take it off the list"
        );
    }
}

#[test]
fn a_shown_text_is_told_from_other_literals() {
    let classes = classes();
    let check = |before: &str, literal: &str, shown: bool| {
        assert_eq!(
            is_shown(before, literal, &classes),
            shown,
            "{before}{literal:?}"
        );
    };
    for literal in [
        "Undo",
        "It eased",
        " becomes ",
        "did it help?",
        "{n} records",
        "Last one: {when}",
        "looking…",
        "and: {}",
    ] {
        check("text(", literal, true);
    }
    for literal in [
        "notice wrong",
        "p",
        "aria-label",
        "#main h1",
        "M3 5l-2 4z",
        "0 0 24 24",
        " ",
        "{}",
        "{}, {}",
        "unknot-backup-{}.{ending}",
        "radio",
        " · ",
        "text/plain",
        "{class} button",
        "(prefers-reduced-motion: reduce)",
        "M{x} {y}h{width}z",
    ] {
        check("attr(", literal, false);
    }
    check("expect(", "It is there", false);
    check("env!(", "CARGO_PKG_VERSION", false);
    let code = "a('\"', \"B \\\"c\\\"\"); // \"d\"\nlet e = \"F\";";
    let found: Vec<_> = literals(code).into_iter().map(|(_, text)| text).collect();
    assert_eq!(found, ["B \u{FFFD}c\u{FFFD}", "d", "F"]);
}
