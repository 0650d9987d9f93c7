//! How long a person's episodes usually last, and how far that spreads.

use chrono::TimeDelta;

use unknot::diary::Diary;
use unknot::diary::stored::Record;
use unknot::diary::usual::Usual;

use super::{begun, ended, minute};

#[test]
fn the_middle_and_the_quarters_around_it() {
    // Minutes; then a quarter, the middle, three quarters, the longest, in seconds.
    for (minutes, expected) in [
        (&[] as &[i64], None),
        (&[1, 2, 3, 4], None),
        (&[20, 20, 20, 20, 20], Some([1200, 1200, 1200, 1200])),
        (&[50, 10, 40, 20, 30], Some([1200, 1800, 2400, 3000])),
        // Between two of them, in proportion.
        (&[1, 2, 3, 4, 5, 6], Some([135, 210, 285, 360])),
        (&[0, 0, 0, 0, 600], Some([0, 0, 0, 36_000])),
    ] {
        let lengths = minutes.iter().map(|n| TimeDelta::minutes(*n)).collect();
        let usual = Usual::among(lengths);
        let seconds = usual.map(|usual| {
            assert_eq!(usual.count, minutes.len());
            [usual.low, usual.middle, usual.high, usual.longest].map(|length| length.num_seconds())
        });
        assert_eq!(seconds, expected, "{minutes:?}");
    }
}

#[test]
fn only_ended_ones_that_are_there_count() {
    let mut diary = Diary::default();
    for n in 0..5 {
        diary.put(Record::Episode(ended(
            &format!("e{n}"),
            minute(100 * n),
            minute(100 * n + 7),
        )));
    }
    diary.put(Record::Episode(begun("running", minute(900))));
    assert_eq!(Usual::of(&diary).map(|usual| usual.count), Some(5));
    let mut gone = ended("e4", minute(400), minute(407));
    gone.deleted = Some(minute(950));
    diary.put(Record::Episode(gone));
    assert_eq!(Usual::of(&diary), None);
}
