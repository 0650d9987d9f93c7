//! A record taken apart into its fields and put together again, and the names of fields and stamps.

use std::collections::BTreeMap;

use proptest::prelude::*;
use unknot::diary::checkup::Checkup;
use unknot::diary::day::{Day, Scale};
use unknot::diary::episode::{Episode, Recorded};
use unknot::diary::facts::{latest, merge, set, values};
use unknot::diary::field::Field;
use unknot::diary::history::History;
use unknot::diary::id::ItemId;
use unknot::diary::marks::MarkKind;
use unknot::diary::profile::Profile;
use unknot::diary::programme::Programme;
use unknot::diary::settings::Settings;
use unknot::diary::stamp::{Device, Stamp};
use unknot::diary::stored::{Record, decode, encode};

use super::any::{self, cases};
use super::golden::{
    DAY, DAY_2, EVERYTHING, EVERYTHING_2, FINISHED, FINISHED_4, GONE_3, HELPED, HELPED_4, MARKED,
    MINIMAL, MINIMAL_2, MISTAKEN, MISTAKEN_4, PROFILE, PROFILE_2, PROGRAMME, SETTLED, SETTLED_4,
    UNKNOWN, UNKNOWN_4,
};
use super::{begun, minute, severity, stamped_on};

// --- Records and their fields -------------------------------------------------------------------

/// The same record as if it had been stored less often: another copy with nothing to add.
fn older_copy(record: &Record) -> Option<Record> {
    let mut copy = record.clone();
    let revision = match &mut copy {
        Record::Episode(episode) => &mut episode.revision,
        Record::Checkup(checkup) => &mut checkup.revision,
        Record::Profile(profile) => &mut profile.revision,
        Record::Day(day) => &mut day.revision,
        Record::Programme(programme) => &mut programme.revision,
        Record::Settings(settings) => &mut settings.revision,
        Record::Tombstone(tombstone) => &mut tombstone.revision,
    };
    *revision = revision.checked_sub(1)?;
    Some(copy)
}

/// A record of the same key in which nothing is said.
fn empty(record: &Record) -> Option<Record> {
    Some(match record {
        Record::Episode(episode) => Record::Episode(Episode {
            revision: episode.revision,
            history: episode.history.clone(),
            ..Episode::begun(episode.id.clone(), minute(0), Recorded::Afterwards)
        }),
        Record::Checkup(checkup) => Record::Checkup(Checkup {
            revision: checkup.revision,
            history: checkup.history.clone(),
            ..Checkup::begun(checkup.id.clone(), minute(0), None)
        }),
        Record::Profile(profile) => Record::Profile(Profile {
            answers: Default::default(),
            ..profile.clone()
        }),
        Record::Day(day) => Record::Day(Day {
            revision: day.revision,
            history: day.history.clone(),
            ..Day::empty(day.date)
        }),
        Record::Programme(programme) => Record::Programme(Programme {
            revision: programme.revision,
            history: programme.history.clone(),
            ..Programme::default()
        }),
        Record::Settings(settings) => Record::Settings(Settings {
            values: Vec::new(),
            ..settings.clone()
        }),
        Record::Tombstone(_) => return None,
    })
}

proptest! {
    #![proptest_config(cases(400))]

    /// A field that is forgotten where a record is taken apart, or put together, is missed here.
    #[test]
    fn a_record_is_the_sum_of_its_fields(record in any::record_with(any::id())) {
        if let Some(mut built) = empty(&record) {
            for (field, value) in values(&record) {
                prop_assert!(set(&mut built, &field, Some(&value)), "{:?}: {}", field, value);
            }
            prop_assert_eq!(&built, &record);
            prop_assert_eq!(encode(&built), encode(&record));
        }
    }

    /// With its past: the stamp of every field, and its earlier values.
    #[test]
    fn a_record_is_built_again_from_what_was_said_of_it(record in any::record_with(any::id())) {
        if let Some(copy) = older_copy(&record) {
            prop_assert_eq!(&merge(&record, &copy), &record);
            prop_assert_eq!(&merge(&copy, &record), &record);
        }
    }

    /// Emptying every field that can be empty leaves nothing said.
    #[test]
    fn every_field_can_be_emptied(record in any::record_with(any::id())) {
        let mut emptied = record.clone();
        for (field, _) in values(&record) {
            set(&mut emptied, &field, None);
        }
        let left: Vec<Field> = values(&emptied).into_iter().map(|(field, _)| field).collect();
        let always: &[Field] = match record {
            Record::Episode(_) => &[Field::Start, Field::Recorded],
            Record::Checkup(_) => &[Field::Start, Field::Verdict],
            _ => &[],
        };
        prop_assert_eq!(left, always);
    }

    /// An act is later than everything in the record that it changes, whatever the clock says.
    #[test]
    fn an_act_is_later_than_everything_before_it(
        record in any::record_with(any::id()),
        now in any::moment(),
    ) {
        let stamped = stamped_on(2, Some(&record), changed(&record), now);
        prop_assert!(latest(&stamped) > latest(&record));
        prop_assert_eq!(&merge(&stamped, &record), &merge(&record, &stamped));
        // The values of the act are shown, and stay shown beside the copy that it changed.
        prop_assert_eq!(values(&merge(&record, &stamped)), values(&stamped));
    }
}

/// The record with one field changed by hand.
fn changed(record: &Record) -> Record {
    let mut mine = record.clone();
    match &mut mine {
        Record::Episode(episode) => episode.notes.push('!'),
        Record::Day(day) => day.notes.push('!'),
        Record::Programme(programme) => programme.minute = (programme.minute + 1) % 1440,
        Record::Checkup(_) => {
            set(&mut mine, &Field::Answer("zz".to_string()), Some("4711"));
        }
        Record::Profile(profile) => {
            let answer = match profile.answers.to("zz") {
                Some(unknot::guide::answers::Answer::Number(n)) => n.wrapping_add(1),
                _ => 4711,
            };
            profile
                .answers
                .give("zz", unknot::guide::answers::Answer::Number(answer));
        }
        Record::Settings(settings) => {
            let value = settings.get("zz").to_string() + "!";
            settings.set("zz", &value);
        }
        Record::Tombstone(tombstone) => {
            return Record::Episode(begun(tombstone.id.as_str(), minute(0)));
        }
    }
    mine
}

// --- A diary of an older version ----------------------------------------------------------------

/// Every value of the older record is in the newer one: shown, or as an earlier value.
#[track_caller]
fn assert_holds(newer: &Record, older: &Record) {
    let shown: BTreeMap<Field, String> = values(newer).into_iter().collect();
    let earlier = &newer.history().earlier;
    for (field, value) in values(older) {
        let is_earlier = earlier
            .iter()
            .any(|one| one.field == field && one.value == value);
        let is_shown = shown.get(&field) == Some(&value);
        assert!(is_shown || is_earlier, "{field:?} {value:?} in {newer:?}");
    }
    for one in &older.history().earlier {
        assert!(earlier.contains(one), "{one:?} in {newer:?}");
    }
    for (field, stamp) in &older.history().changed {
        assert_eq!(newer.history().own_stamp(field), Some(*stamp), "{field:?}");
        assert!(!shown.contains_key(field), "{field:?} in {newer:?}");
    }
}

/// The first start of this version with a diary of version 0.1: a record is changed, stored, and read again.
#[test]
fn an_old_record_that_is_changed_loses_nothing() {
    for (key, text) in [
        ("unknot/episode/everything", EVERYTHING),
        ("unknot/episode/everything", EVERYTHING_2),
        ("unknot/episode/marked", MARKED),
        ("unknot/episode/minimal", MINIMAL),
        ("unknot/episode/minimal", MINIMAL_2),
        ("unknot/episode/gone", GONE_3),
        ("unknot/day/2026-11-22", DAY),
        ("unknot/day/2026-11-23", DAY_2),
        ("unknot/programme/me", PROGRAMME),
        ("unknot/profile/me", PROFILE),
        ("unknot/profile/me", PROFILE_2),
        ("unknot/checkup/finished", FINISHED),
        ("unknot/checkup/finished", FINISHED_4),
        ("unknot/checkup/unknown", UNKNOWN),
        ("unknot/checkup/unknown", UNKNOWN_4),
        ("unknot/checkup/helped", HELPED),
        ("unknot/checkup/helped", HELPED_4),
        ("unknot/checkup/mistaken", MISTAKEN),
        ("unknot/checkup/mistaken", MISTAKEN_4),
        ("unknot/checkup/settled", SETTLED),
        ("unknot/checkup/settled", SETTLED_4),
    ] {
        let old = decode(key, text.trim_end_matches('\n')).expect("read");
        let now = minute(100_000);
        let mine = match &old {
            Record::Tombstone(_) => old.clone(),
            Record::Episode(old) => Record::Episode(Episode {
                notes: "instead".to_string(),
                ..old.clone()
            }),
            Record::Day(old) => Record::Day(Day {
                notes: "instead".to_string(),
                ..old.clone()
            }),
            _ => changed(&old),
        };
        let new = stamped_on(1, Some(&old), mine.clone(), now);
        assert_eq!(new.revision(), old.revision() + 1, "{key}");
        assert_eq!(values(&new), values(&mine), "{key}");
        let read = decode(key, &encode(&new)).expect("read again");
        assert_eq!(read, new, "{key}");
        match (&old, &read) {
            // What changed in these is not a diary of its own: the value before is replaced.
            (Record::Programme(_), Record::Programme(new)) => {
                assert_eq!(new.minute, 0);
                assert_eq!(new.movements, ["pelvic-tilt", "walk"]);
                assert_eq!(new.weekdays, 0b1_0101);
            }
            _ => assert_holds(&read, &old),
        }
        // A copy of the older version that turns up has nothing to add, unless it is older still.
        assert_eq!(values(&merge(&read, &old)), values(&read), "{key}");
    }
}

/// Of two values of version 0.1 the one stored more often is shown, and the other is kept.
#[test]
fn of_two_old_copies_both_values_are_kept() {
    let copy = |revision, notes: &str| {
        Record::Episode(Episode {
            revision,
            notes: notes.to_string(),
            history: History::legacy(revision),
            ..begun("a", minute(0))
        })
    };
    let both = merge(&copy(3, "three"), &copy(2, "two"));
    assert_holds(&both, &copy(3, "three"));
    assert_holds(&both, &copy(2, "two"));
    assert_eq!(both.episode().expect("one").notes, "three");
    // And a change after that is later than both.
    let mut mine = both.clone();
    if let Record::Episode(episode) = &mut mine {
        episode.readings.push(unknot::diary::episode::Reading {
            id: ItemId::of(1),
            at: minute(1),
            severity: severity(4),
        });
    }
    let later = stamped_on(1, Some(&both), mine, minute(2));
    assert_holds(&later, &both);
    assert!(latest(&later) > latest(&both));
}

// --- Names --------------------------------------------------------------------------------------

fn item() -> impl Strategy<Value = ItemId> {
    any::<u32>().prop_map(ItemId::of)
}

fn field() -> impl Strategy<Value = Field> {
    let text = any::text;
    let of_text = |of: fn(String) -> Field| text().prop_map(of).boxed();
    let of_item = |of: fn(ItemId) -> Field| item().prop_map(of).boxed();
    let of_bit = |of: fn(u8) -> Field| any::<u8>().prop_map(of).boxed();
    let kind = proptest::sample::select(MarkKind::ALL.to_vec());
    let scale = proptest::sample::select(Scale::ALL.to_vec());
    let alone = proptest::sample::select(vec![
        Field::Start,
        Field::Recorded,
        Field::End,
        Field::Notes,
        Field::Deleted,
        Field::NoSpasm,
        Field::Pain,
        Field::Work,
        Field::Peg,
        Field::RolandMorris,
        Field::Episode,
        Field::Verdict,
        Field::Settled,
        Field::Minute,
        Field::ClockChanged,
    ]);
    prop_oneof![
        4 => alone,
        1 => of_bit(Field::Place),
        1 => of_bit(Field::Radiation),
        1 => of_bit(Field::Weekday),
        1 => (kind, text()).prop_map(|(kind, id)| Field::Mark(kind, id)),
        1 => of_item(Field::Reading),
        1 => of_item(Field::Treatment),
        1 => of_item(Field::Detail),
        1 => of_item(Field::Relief),
        1 => scale.prop_map(Field::Scale),
        1 => of_text(Field::Trigger),
        1 => of_text(Field::Marker),
        1 => of_text(Field::Session),
        1 => of_text(Field::Answer),
        2 => (text(), text()).prop_map(|(question, choice)| Field::Choice(question, choice)),
        1 => of_text(Field::Movement),
        1 => of_text(Field::Setting),
        1 => of_text(Field::Words),
        1 => of_text(Field::Answer).prop_map(|field| Field::Corrected(Box::new(field))),
        1 => of_text(Field::Answer).prop_map(|field| Field::Said(Box::new(field))),
    ]
}

/// A time that a stamp can have: 0 is that of stamps from before there were any.
fn time() -> impl Strategy<Value = i64> {
    prop_oneof![
        Just(0),
        Just(1),
        any::moment().prop_map(|moment| moment.timestamp()),
        1_700_000_000..1_900_000_000_i64,
    ]
}

fn device() -> impl Strategy<Value = Device> {
    prop_oneof![
        Just(Device::NONE),
        (0..3_u32).prop_map(Device::of),
        any::<u32>().prop_map(Device::of),
    ]
}

fn stamp() -> impl Strategy<Value = Stamp> {
    let counter = prop_oneof![3 => Just(0), 2 => 0..50_u32, 1 => any::<u32>()];
    (time(), counter, device()).prop_map(|(time, counter, device)| Stamp {
        time,
        counter,
        device,
    })
}

proptest! {
    #![proptest_config(cases(2_000))]

    #[test]
    fn the_code_of_a_field_is_read_as_that_field(field in field()) {
        let code = field.code();
        prop_assert!(code.starts_with(|first: char| first.is_ascii_uppercase()));
        prop_assert_eq!(Field::parse(&code), Some(field));
    }

    #[test]
    fn two_fields_never_have_one_code(one in field(), other in field()) {
        prop_assert_eq!(one == other, one.code() == other.code());
    }

    #[test]
    fn any_text_is_a_field_or_none(text in prop_oneof![any::text(), "[A-Z]{1,2}[0-9/]{0,4}"]) {
        if let Some(field) = Field::parse(&text) {
            prop_assert_eq!(Field::parse(&field.code()), Some(field));
        }
    }

    #[test]
    fn a_stamp_is_read_as_it_was_written(stamp in stamp(), base in time(), device in device()) {
        let text = stamp.text(base, device);
        prop_assert_eq!(Stamp::parse(&text, base, device), Some(stamp), "{}", text);
        // A field follows it at once.
        prop_assert!(!text.contains(|letter: char| letter.is_ascii_uppercase()), "{}", text);
    }

    /// Two bases: a record whose start was moved.
    #[test]
    fn what_is_read_as_a_stamp_can_be_written_on_any_base(
        text in "-?[0-9a-z]{0,12}(~[0-9a-z]{1,8})?(@[0-9a-z]{1,5})?",
        one in time(),
        other in time(),
    ) {
        if let Some(stamp) = Stamp::parse(&text, one, Device::NONE) {
            let again = stamp.text(other, Device::of(1));
            prop_assert_eq!(Stamp::parse(&again, other, Device::of(1)), Some(stamp), "{}", again);
        }
    }

    #[test]
    fn a_device_is_read_as_it_was_written(device in any::<u32>().prop_map(Device::of)) {
        prop_assert_eq!(Device::parse(&device.text()), Some(device));
        prop_assert!((1..=4).contains(&device.text().len()) && device != Device::NONE);
    }

    #[test]
    fn the_next_stamp_is_greater(latest in stamp(), now in any::moment(), device in device()) {
        // A counter at its end is reached by no person.
        prop_assume!(latest.counter < u32::MAX || latest.is_legacy());
        let next = Stamp::next(&now, Some(latest), device);
        prop_assert!(next > latest, "{:?} {:?}", next, latest);
        prop_assert!(!next.is_legacy());
    }
}

#[test]
fn stamps_as_text() {
    let stamp = |time, counter, device: &str| Stamp {
        time,
        counter,
        device: Device::parse(device).unwrap_or(Device::NONE),
    };
    let own = Device::parse("a1").expect("a device");
    let check = |stamp: Stamp, text: &str| {
        assert_eq!(stamp.text(1_000, own), text);
        assert_eq!(Stamp::parse(text, 1_000, own), Some(stamp), "{text}");
    };
    check(stamp(1_000, 0, "a1"), "0");
    check(stamp(1_036, 0, "a1"), "10");
    check(stamp(964, 0, "a1"), "-10");
    check(stamp(1_000, 37, "a1"), "0~11");
    check(stamp(1_000, 0, "zzzz"), "@zzzz");
    check(stamp(1_000, 1, "zzzz"), "0~1@zzzz");
    check(stamp(999, 1, "zzzz"), "-1~1@zzzz");
    check(stamp(0, 7, "0"), "~7@0");
    check(stamp(0, 0, "0"), "~0@0");
    check(stamp(1_000, 0, "0"), "@0");
    for text in [
        "",
        "-",
        "~",
        "@",
        "~@a1",
        "0~",
        "0@",
        "0~1@",
        "0@zzzzz",
        "0@A",
        "+1",
        "0~-1",
        "0~1~1",
        "0@a@a",
        " 0",
        "0~zzzzzzz",
        "zzzzzzzzz",
        "1.5",
    ] {
        assert_eq!(Stamp::parse(text, 1_000, own), None, "{text:?}");
    }
}
