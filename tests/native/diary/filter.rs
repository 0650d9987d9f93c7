//! The filter of the diary: what is found, and that nothing else is.

use unknot::diary::Diary;
use unknot::diary::episode::{Episode, Treatment};
use unknot::diary::filter::{Filter, small, triggers_used};
use unknot::diary::marks::MarkKind;
use unknot::diary::place::{Level, Place, Side};
use unknot::diary::stored::Record;

use super::{begun, item, minute, severity};

fn diary() -> Diary {
    let at = |level, side| [Place { level, side }].into_iter().collect();
    let mut heat = Treatment::begun(item(), "heat", minute(5));
    heat.detail = "Wheat bag".to_string();
    let mut garden = Episode {
        places: at(Level::Low, Side::Right),
        treatments: vec![heat],
        notes: "After the GARDEN. Äpfel, Ёлка".to_string(),
        ..begun("garden", minute(0))
    };
    garden.marks.toggle(MarkKind::Trigger, "lifting");
    garden.marks.toggle(MarkKind::Trigger, "Carrying the cat");
    garden.rate(item(), minute(1), severity(7));
    garden.rate(item(), minute(9), severity(2));
    let mut neck = Episode {
        places: at(Level::Neck, Side::Left),
        treatments: vec![Treatment::begun(item(), "ice", minute(105))],
        ..begun("neck", minute(100))
    };
    neck.marks.toggle(MarkKind::Trigger, "lifting");
    neck.marks.toggle(MarkKind::Symptom, "headache");
    neck.rate(item(), minute(101), severity(0));
    let plain = begun("plain", minute(200));
    let deleted = Episode {
        deleted: Some(minute(0)),
        notes: "garden".to_string(),
        ..begun("deleted", minute(300))
    };
    let mut diary = Diary::default();
    for episode in [garden, neck, plain, deleted] {
        diary.put(Record::Episode(episode));
    }
    diary
}

#[track_caller]
fn check(filter: Filter, expected: &[&str]) {
    let diary = diary();
    let found = filter.found(&diary, &diary.newest());
    let ids: Vec<_> = found
        .iter()
        .filter_map(|place| diary.at(*place))
        .map(|episode| episode.id.as_str())
        .collect();
    assert_eq!(ids, expected, "{filter:?}");
}

fn words(text: &str) -> Filter {
    Filter {
        text: text.to_string(),
        ..Filter::default()
    }
}

#[test]
fn an_empty_filter_finds_all_that_is_not_deleted() {
    check(Filter::default(), &["plain", "neck", "garden"]);
    check(words("  "), &["plain", "neck", "garden"]);
    assert_eq!(Filter::default().count(), 0);
    assert_eq!(words(" ").count(), 0);
    assert_eq!(words("a").count(), 1);
}

#[test]
fn words_are_found_wherever_they_stand() {
    for text in [
        "garden",
        "GARDEN",
        "gard",
        "wheat",
        "Heat",
        "lower back",
        "right",
        "carrying cat",
        "äpfel",
        "ÄPFEL",
        "ёлка",
    ] {
        check(words(text), &["garden"]);
    }
    check(words("lift"), &["neck", "garden"]);
    check(words("neck"), &["neck"]);
    check(words("headache"), &["neck"]);
    check(words("ice"), &["neck"]);
    // All of them, in whichever order.
    check(words("cat garden"), &["garden"]);
    check(words("neck garden"), &[]);
    // A word never runs over two texts.
    check(words("bagafter"), &[]);
    check(words("nowhere"), &[]);
}

#[test]
fn each_choice_narrows_and_all_must_fit() {
    check(
        Filter {
            level: Some(Level::Low),
            ..Filter::default()
        },
        &["garden"],
    );
    check(
        Filter {
            level: Some(Level::Mid),
            ..Filter::default()
        },
        &[],
    );
    check(
        Filter {
            trigger: "lifting".to_string(),
            ..Filter::default()
        },
        &["neck", "garden"],
    );
    check(
        Filter {
            trigger: "Carrying the cat".to_string(),
            ..Filter::default()
        },
        &["garden"],
    );
    check(
        Filter {
            treatment: "ice".to_string(),
            ..Filter::default()
        },
        &["neck"],
    );
    let at_least = |n| Filter {
        at_least: Some(severity(n)),
        ..Filter::default()
    };
    // 0 is a number; one that was never rated has none.
    check(at_least(0), &["neck", "garden"]);
    check(at_least(7), &["garden"]);
    check(at_least(8), &[]);
    let all = Filter {
        text: "garden".to_string(),
        level: Some(Level::Low),
        trigger: "lifting".to_string(),
        treatment: "heat".to_string(),
        at_least: Some(severity(5)),
    };
    assert_eq!(all.count(), 5);
    check(all.clone(), &["garden"]);
    check(
        Filter {
            treatment: "ice".to_string(),
            ..all
        },
        &[],
    );
}

#[test]
fn letters_are_made_small_as_the_standard_library_does() {
    let ranges = [0x20..=0x24F_u32, 0x370..=0x52F];
    let mut alike = 0;
    for code in ranges.into_iter().flatten() {
        let Some(letter) = char::from_u32(code) else {
            continue;
        };
        let mine = small(letter);
        if mine != letter {
            let theirs: Vec<char> = letter.to_lowercase().collect();
            assert_eq!(vec![mine], theirs, "{letter} {code:x}");
            alike += 1;
        }
        // A letter that is small already stays.
        assert_eq!(small(mine), mine, "{letter}");
    }
    assert_eq!(alike, 26 + 30 + 61 + 26 + 48);
    assert_eq!(small('字'), '字');
}

#[test]
fn the_triggers_that_were_noted_come_by_how_often() {
    assert_eq!(triggers_used(&diary()), ["lifting", "Carrying the cat"]);
    assert!(triggers_used(&Diary::default()).is_empty());
    let mut many = Diary::default();
    for n in 0..100 {
        let mut episode = begun(&format!("e{n:03}"), minute(n));
        episode.marks.toggle(MarkKind::Trigger, &format!("own {n}"));
        episode.marks.toggle(MarkKind::Trigger, "own 7");
        many.put(Record::Episode(episode));
    }
    let used = triggers_used(&many);
    assert_eq!(used[0], "own 7");
    assert_eq!(used.len(), 60);
}
