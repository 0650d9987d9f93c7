//! The questionnaires: their words as they were read, and when a change may be a real one.

use unknot::guide::content::instruments::{
    ABOUT, PEG, ROLAND_MORRIS, ROLAND_MORRIS_CREDIT, ROLAND_MORRIS_OPENING,
};
use unknot::guide::instrument::Instrument::{self, Peg, RolandMorris};

#[test]
fn there_are_three_questions_and_24_different_sentences() {
    assert_eq!(PEG.len(), 3);
    for (n, sentence) in ROLAND_MORRIS.iter().enumerate() {
        assert!(
            sentence.ends_with('.') && sentence.contains("my back") | sentence.starts_with("My "),
            "{sentence}"
        );
        assert!(!ROLAND_MORRIS[..n].contains(sentence), "{sentence}");
    }
    assert_eq!(
        ROLAND_MORRIS[8],
        "I get dressed more slowly than usual because of my back."
    );
    assert_eq!(ABOUT.len(), Instrument::ALL.len());
    assert_eq!(Instrument::ALL.map(Instrument::every_days), [7, 14]);
    assert!(ABOUT[Peg as usize].name.starts_with("PEG"));
    assert!(
        ABOUT[RolandMorris as usize]
            .name
            .starts_with("Roland-Morris")
    );
}

/// The words as they were read, a line each: three questions with both ends of their scale, how the list
/// opens, its sentences, whose it is.
#[test]
fn their_words_are_exactly_those_that_were_read() {
    let mut shown: Vec<&str> = Vec::new();
    for rated in &PEG {
        shown.extend([rated.question, rated.least, rated.most]);
    }
    shown.extend(ROLAND_MORRIS_OPENING);
    shown.extend(ROLAND_MORRIS);
    shown.push(ROLAND_MORRIS_CREDIT);
    let read: Vec<&str> = include_str!("instruments.txt").lines().collect();
    assert_eq!(shown, read);
}

#[test]
fn one_point_of_peg_may_be_real() {
    for (before, now, real) in [
        (50, 50, false),
        (50, 57, false),
        (57, 50, false),
        (50, 60, true),
        (63, 53, true),
        (0, 100, true),
    ] {
        assert_eq!(Peg.may_be_real(before, now), real, "{before} {now}");
    }
}

#[test]
fn a_change_of_roland_morris_counts_by_where_it_started() {
    let fewest = |before: u32| -> Option<u32> {
        let larger = |change: &u32| {
            let falls = before.checked_sub(*change);
            falls.is_some_and(|now| RolandMorris.may_be_real(before, now))
        };
        (1..=24).find(larger)
    };
    let rises = |before: u32| -> Option<u32> {
        (1..=24 - before).find(|change| RolandMorris.may_be_real(before, before + change))
    };
    for before in 0..=24 {
        let (falls, expected) = (
            fewest(before),
            match before {
                0..=3 => None,
                4..=8 => Some(4),
                9..=12 => Some(5),
                _ => Some(8),
            },
        );
        assert_eq!(falls, expected, "from {before}, fewer");
        let expected = match before {
            0..=3 => None,
            4..=8 => Some(4),
            9..=12 => Some(5),
            13..=16 => Some(8),
            // There is no room for so many more; and above 20 nothing worse is judged.
            _ => None,
        };
        assert_eq!(rises(before), expected, "from {before}, more");
        assert!(!RolandMorris.may_be_real(before, before));
    }
}
