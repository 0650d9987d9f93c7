//! Items that the person adds to those that are offered.

use unknot::diary::Diary;
use unknot::diary::episode::TREATMENTS;
use unknot::diary::marks::{LONGEST, LOOKED_THROUGH, MarkKind, named, own, own_treatments};
use unknot::diary::stored::Record;

use super::{ended, item, minute};

#[test]
fn what_is_typed_is_its_own_name_unless_it_is_offered_under_the_same_words() {
    let long = "ä".repeat(LONGEST + 1);
    let cut = "ä".repeat(LONGEST);
    let trigger = MarkKind::Trigger.offered();
    for (offered, typed, expected) in [
        (trigger, "", None),
        (trigger, " \t", None),
        (trigger, " the stairs ", Some("the stairs")),
        (trigger, "Long sitting", Some("sitting")),
        (trigger, "long SITTING", Some("sitting")),
        (&TREATMENTS[..], "heat", Some("heat")),
        (&TREATMENTS[..], "Warm bath", Some("Warm bath")),
        (trigger, long.as_str(), Some(cut.as_str())),
    ] {
        assert_eq!(named(offered, typed).as_deref(), expected, "{typed:?}");
    }
}

#[test]
fn what_was_used_before_is_offered_again_the_last_first() {
    let mut diary = Diary::default();
    for (n, marks) in [
        ["lifting", "the stairs"],
        ["my chair", "the stairs"],
        ["the garden", "cold"],
    ]
    .iter()
    .enumerate()
    {
        let start = 100 * n as i64;
        let mut episode = ended(&format!("e{n}"), minute(start), minute(start + 5));
        for mark in marks {
            episode.marks.toggle(MarkKind::Trigger, mark);
        }
        episode.marks.toggle(MarkKind::Limit, "gardening");
        episode.toggle_treatment(item(), "Warm bath", minute(start));
        diary.put(Record::Episode(episode));
    }
    let of = |kind: MarkKind| own(&diary, kind.offered(), &|one| one.marks.ids(kind));
    assert_eq!(
        of(MarkKind::Trigger),
        ["the garden", "my chair", "the stairs"]
    );
    assert_eq!(of(MarkKind::Limit), ["gardening"]);
    assert_eq!(of(MarkKind::Quality), [""; 0]);
    let tried = own_treatments(&diary);
    assert_eq!(tried, ["Warm bath"]);
    // Of a very long diary only the latest are looked through.
    for n in 0..LOOKED_THROUGH {
        let at = minute(1000 + n as i64);
        diary.put(Record::Episode(ended(&format!("f{n:04}"), at, at)));
    }
    assert_eq!(own_treatments(&diary), [""; 0]);
}
