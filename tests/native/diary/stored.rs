//! The stored form: golden records of every version that was shipped, and everything that is not
//! one.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use proptest::prelude::*;

use unknot::diary::checkup::{Checkup, Settled};
use unknot::diary::day::{Day, Scale, Work};
use unknot::diary::episode::{Episode, Reading, Recorded, Relief, Treatment};
use unknot::diary::field::Field;
use unknot::diary::history::{Earlier, History};
use unknot::diary::id::ItemId;
use unknot::diary::marks::MarkKind;
use unknot::diary::place::Place;
use unknot::diary::profile::Profile;
use unknot::diary::programme::Programme;
use unknot::diary::radiation::Radiation;
use unknot::diary::settings::Settings;
use unknot::diary::stamp::{Device, Stamp};
use unknot::diary::stored::{
    PREFIX, Record, Tombstone, Unreadable, Why, checkup_id, checkup_key, decode, encode,
    episode_id, episode_key, is_record,
};
use unknot::guide::answers::{Answer, Answers};
use unknot::guide::triage::Urgency;

use super::any::{self, cases};
use super::golden::{
    DAY, DAY_2, DAY_3, DAY_3_TWO_COPIES, DAY_3_UNSTAMPED, EVERYTHING, EVERYTHING_2, EVERYTHING_4,
    FINISHED, FINISHED_4, FINISHED_5, GONE_3, GONE_5, GONE_5_UNSTAMPED, HELPED, HELPED_4, HELPED_5,
    MARKED, MARKED_4, MARKED_4_UNSTAMPED, MINIMAL, MINIMAL_2, MINIMAL_4, MISTAKEN, MISTAKEN_4,
    MISTAKEN_5, NEWEST, PROFILE, PROFILE_2, PROFILE_3, PROFILE_3_UNSTAMPED, PROGRAMME, PROGRAMME_2,
    PROGRAMME_2_UNSTAMPED, RECORDS, SETTINGS, SETTLED, SETTLED_4, SETTLED_5, SETTLED_5_UNSTAMPED,
    UNKNOWN, UNKNOWN_4, UNKNOWN_5,
};
use super::{at, begun, severity};

const EPISODE: &str = "unknot/episode/everything";
const CHECKUP: &str = "unknot/checkup/finished";

fn everything() -> Episode {
    let reading = |id, text, n| Reading {
        id: ItemId::stored(id).expect("an id"),
        at: at(text),
        severity: severity(n),
    };
    let treatment = |id, kind: &str, text, relief: Option<i8>, detail: &str| Treatment {
        detail: detail.to_string(),
        relief: relief.and_then(Relief::new),
        ..Treatment::begun(ItemId::stored(id).expect("an id"), kind, at(text))
    };
    Episode {
        revision: 7,
        recorded: Recorded::Afterwards,
        end: Some(at("2026-11-22T03:41:59+01:00")),
        places: ["neck-left", "low-centre", "low-right"]
            .into_iter()
            .filter_map(Place::from_id)
            .collect(),
        readings: vec![
            reading(3_862_873, "2026-11-22T01:31:40+01:00", 7),
            reading(13_900_057, "2026-11-22T02:10:00+01:00", 10),
            reading(2_744_612, "2026-11-22T03:41:00+01:00", 0),
        ],
        treatments: vec![
            treatment(12_057_153, "heat", "2026-11-22T01:35:00+01:00", Some(7), ""),
            treatment(
                493_283,
                "medicine",
                "2026-11-22T01:50:00+01:00",
                Some(-1),
                "Ibuprofen 400 mg, ½ tablet",
            ),
            treatment(6_023_055, "ice", "2026-11-22T02:00:00+01:00", Some(0), ""),
            treatment(13_674_724, "cupping", "2026-11-22T02:30:00+01:00", None, ""),
        ],
        notes: "She said: \"lie down\".\n\tC:\\back <script>alert(1)</script> \u{1}\u{1f} \
                😀👩\u{200d}⚕\u{fe0f} שלום 'ok' & é / e\u{301}"
            .to_string(),
        deleted: Some(at("2026-12-01T08:00:00+05:45")),
        history: History::legacy(7),
        ..begun("everything", at("2026-11-22T01:31:07+01:00"))
    }
}

/// A stamp so many seconds after the start of the marked episode.
fn stamp(seconds: i64, counter: u32, device: &str) -> Stamp {
    Stamp {
        time: at("2026-11-22T01:31:07+01:00").timestamp() + seconds,
        counter,
        device: Device::parse(device).unwrap_or_default(),
    }
}

fn was(field: Field, value: &str, stamp: Stamp) -> Earlier {
    Earlier {
        field,
        value: value.to_string(),
        stamp,
    }
}

/// The item of form 2 that was removed.
fn removed() -> ItemId {
    ItemId::stored(99_999_999).expect("an id")
}

/// No copy of before there were stamps is later than this.
fn before_stamps() -> Stamp {
    Stamp {
        counter: u32::MAX,
        ..Stamp::default()
    }
}

/// All that form 2 holds and form 1 could not.
fn marked() -> Episode {
    let start = at("2026-11-22T01:31:07+01:00");
    let mut episode = Episode {
        revision: 9,
        end: Some(at("2026-11-22T09:00:00+02:00")),
        radiation: Radiation::from_bits(0b10_0000_0110_0000).expect("14 bits"),
        history: History {
            changed: vec![
                (Field::Reading(removed()), before_stamps()),
                (Field::Treatment(removed()), before_stamps()),
            ],
            // Form 2 says when it was changed, and not on which device.
            earlier: vec![was(
                Field::Words("Notes".to_string()),
                "first",
                stamp(106_133, 0, ""),
            )],
            ..History::legacy(9)
        },
        ..begun("marked", start)
    };
    for (kind, id) in [
        (MarkKind::Trigger, "lifting"),
        (MarkKind::Trigger, "wet \"laundry\""),
        (MarkKind::Quality, "sharp"),
        (MarkKind::Symptom, "stiff"),
        (MarkKind::Limit, "sleep"),
    ] {
        episode.marks.toggle(kind, id);
    }
    episode.readings.push(Reading {
        id: ItemId::stored(7).expect("an id"),
        at: start,
        severity: severity(0),
    });
    episode.treatments.push(Treatment {
        detail: "wheat bag".to_string(),
        relief: Relief::new(0),
        rated: Some(at("2026-11-22T02:10:00+01:00")),
        ..Treatment::begun(
            ItemId::stored(12_345_678).expect("an id"),
            "heat",
            at("2026-11-22T01:40:00+01:00"),
        )
    });
    episode
}

/// The same with stamps: begun on one device, changed on another one, with a clock behind the first one.
fn stamped() -> Episode {
    Episode {
        clock_changed: true,
        history: History {
            created: stamp(0, 0, "a1"),
            changed: vec![
                (Field::End, stamp(30_000, 0, "zzzz")),
                (Field::Notes, stamp(30_000, 2, "zzzz")),
                (Field::Place(14), stamp(-86_400, 0, "zzzz")),
                (Field::Reading(removed()), stamp(700, 1, "a1")),
            ],
            earlier: vec![
                was(Field::End, "1795330000 60", stamp(22_533, 0, "a1")),
                was(
                    Field::Words("Notes".to_string()),
                    "first",
                    stamp(106_133, 0, ""),
                ),
            ],
            purged: Some(stamp(-1_000_000, 0, "0")),
        },
        ..marked()
    }
}

/// A day of form 2 that came of two copies.
fn two_copies() -> Day {
    let words = |what: &str, value| was(Field::Words(what.to_string()), value, Stamp::default());
    Day {
        date: NaiveDate::from_ymd_opt(2026, 11, 23).expect("a day"),
        history: History {
            earlier: vec![words("Notes", "\"sofa\"\nא"), words("Pain", "7")],
            ..History::legacy(2)
        },
        ..day()
    }
}

fn day() -> Day {
    Day {
        revision: 2,
        history: History::legacy(2),
        no_spasm: true,
        pain: Some(severity(0)),
        triggers: vec!["rain".to_string(), "sitting".to_string()],
        absent: vec!["lifting".to_string()],
        scales: [Some(0), None, Some(10)],
        work: Some(Work::DayOff),
        peg: Some([0, 10, 3]),
        roland_morris: Some(0b1000_0000_0000_0000_0000_0001),
        markers: vec!["new chair".to_string()],
        sessions: vec!["pelvic-tilt".to_string()],
        notes: "é".to_string(),
        ..Day::empty(NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day"))
    }
}

fn programme() -> Programme {
    Programme {
        revision: 1,
        movements: vec!["pelvic-tilt".to_string(), "walk".to_string()],
        weekdays: 0b1_0101,
        minute: 1439,
        history: History::legacy(1),
    }
}

fn chosen(ids: &[&str]) -> Answer {
    Answer::of(ids)
}

fn answers<const N: usize>(given: [(&str, Answer); N]) -> Answers {
    any::answers_of(
        given
            .into_iter()
            .map(|(id, answer)| (id.to_string(), answer)),
    )
}

fn finished() -> Checkup {
    Checkup {
        id: super::checkup_id("finished"),
        revision: 12,
        started: at("2026-11-22T01:40:00+01:00"),
        finished: Some(at("2026-11-22T01:44:30+01:00")),
        episode: Some(super::episode_id("mf3k2a1b-0a1z")),
        answers: answers([
            ("age", Answer::Number(38)),
            ("danger", chosen(&["none"])),
            ("place", chosen(&["low", "buttock"])),
        ]),
        guide: 1,
        urgency: Urgency::Routine,
        rules: vec!["six-weeks".to_string(), "first-time".to_string()],
        flagged: None,
        settled: None,
        settled_rules: vec![],
        history: History::legacy(12),
    }
}

fn unknown() -> Checkup {
    Checkup {
        id: super::checkup_id("unknown"),
        revision: 0,
        started: at("2026-07-04T12:00:00+00:00"),
        finished: None,
        episode: None,
        answers: answers([
            ("danger", chosen(&["saddle", "gone"])),
            ("how-är-you", chosen(&["x y", "😀"])),
            ("retired", chosen(&[])),
            ("retired-number", Answer::Number(u16::MAX)),
        ]),
        guide: u16::MAX,
        urgency: Urgency::Emergency,
        rules: vec!["cauda-equina".to_string(), "retired-rule".to_string()],
        flagged: None,
        settled: None,
        settled_rules: vec![],
        history: History::legacy(0),
    }
}

fn helped() -> Checkup {
    Checkup {
        id: super::checkup_id("helped"),
        revision: 3,
        started: at("2026-11-22T01:31:07+01:00"),
        finished: Some(at("2026-11-22T01:31:20+01:00")),
        episode: None,
        answers: answers([("danger", chosen(&["pee"]))]),
        guide: 2,
        urgency: Urgency::Emergency,
        rules: vec!["cauda-equina".to_string()],
        flagged: Some(at("2026-11-22T01:31:20+01:00")),
        settled: Some(Settled {
            got_help: true,
            at: at("2026-11-22T01:52:00+01:00"),
        }),
        settled_rules: vec!["cauda-equina".to_string()],
        history: History::legacy(3),
    }
}

fn mistaken() -> Checkup {
    let rules = ["both-legs", "chest", "retired-rule", "both-legs-any"];
    Checkup {
        id: super::checkup_id("mistaken"),
        revision: 9,
        started: at("2026-07-04T12:00:00-03:30"),
        finished: None,
        episode: Some(super::episode_id("mf3k2a1b-0a1z")),
        answers: answers([
            ("danger", chosen(&["both-legs", "chest"])),
            ("place", chosen(&["low"])),
        ]),
        rules: rules.map(str::to_string).to_vec(),
        flagged: Some(at("2026-07-04T12:00:30-03:30")),
        settled: Some(Settled {
            got_help: false,
            at: at("2026-07-05T08:00:00+05:45"),
        }),
        settled_rules: vec!["both-legs".to_string(), "chest".to_string()],
        history: History::legacy(9),
        ..helped()
    }
}

/// One with another sign since.
fn settled() -> Checkup {
    Checkup {
        id: super::checkup_id("settled"),
        revision: 5,
        answers: answers([("danger", chosen(&["pee", "chest"]))]),
        rules: vec!["cauda-equina".to_string(), "chest".to_string()],
        history: History::legacy(5),
        ..helped()
    }
}

fn profile() -> Profile {
    Profile {
        revision: 4,
        answers: answers([
            ("age", Answer::Number(38)),
            ("health", chosen(&["thinner", "one-kidney", "asthma"])),
            ("retired", chosen(&["é"])),
            ("sex", chosen(&["female"])),
        ]),
        history: History::legacy(4),
    }
}

/// Read in every form that was shipped, written in the newest.
#[test]
fn golden_records_are_read_and_written_in_the_newest_form() {
    let check = |key: &str, forms: &[&str], expected: Record| {
        let forms: Vec<&str> = forms
            .iter()
            .map(|text| text.trim_end_matches('\n'))
            .collect();
        for text in &forms {
            assert_eq!(decode(key, text), Ok(expected.clone()), "{key}");
        }
        assert_eq!(encode(&expected), *forms.last().expect("a form"), "{key}");
        assert_eq!(expected.key(), key);
    };
    check(
        EPISODE,
        &[EVERYTHING, EVERYTHING_2, EVERYTHING_4],
        Record::Episode(everything()),
    );
    check(
        "unknot/episode/marked",
        &[MARKED, MARKED_4_UNSTAMPED],
        Record::Episode(marked()),
    );
    check(
        "unknot/episode/gone",
        &[GONE_3, GONE_5_UNSTAMPED],
        Record::Tombstone(Tombstone {
            id: super::episode_id("gone"),
            revision: 8,
            history: History {
                purged: Some(before_stamps()),
                ..History::legacy(8)
            },
        }),
    );
    check(
        "unknot/day/2026-11-22",
        &[DAY, DAY_3_UNSTAMPED],
        Record::Day(day()),
    );
    check(
        "unknot/day/2026-11-23",
        &[DAY_2, DAY_3_TWO_COPIES],
        Record::Day(two_copies()),
    );
    check(
        "unknot/programme/me",
        &[PROGRAMME, PROGRAMME_2_UNSTAMPED],
        Record::Programme(programme()),
    );
    let minimal = Episode {
        revision: 1,
        history: History::legacy(1),
        ..begun("minimal", at("2026-03-01T23:59:59-03:30"))
    };
    check(
        "unknot/episode/minimal",
        &[MINIMAL, MINIMAL_2, MINIMAL_4],
        Record::Episode(minimal),
    );
    for (key, forms, checkup) in [
        (CHECKUP, [FINISHED, FINISHED_4, FINISHED_5], finished()),
        (
            "unknot/checkup/unknown",
            [UNKNOWN, UNKNOWN_4, UNKNOWN_5],
            unknown(),
        ),
        (
            "unknot/checkup/helped",
            [HELPED, HELPED_4, HELPED_5],
            helped(),
        ),
        (
            "unknot/checkup/mistaken",
            [MISTAKEN, MISTAKEN_4, MISTAKEN_5],
            mistaken(),
        ),
        (
            "unknot/checkup/settled",
            [SETTLED, SETTLED_4, SETTLED_5_UNSTAMPED],
            settled(),
        ),
    ] {
        check(key, &forms, Record::Checkup(checkup));
    }
    check(
        "unknot/profile/me",
        &[PROFILE, PROFILE_2, PROFILE_3_UNSTAMPED],
        Record::Profile(profile()),
    );
}

/// A file that joins them needs no line here: its name is "kind-vN-what.json".
#[test]
fn every_golden_file_is_read_and_one_of_its_kind_is_written_as_it_stands() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/native/diary/golden");
    let mut is_written = BTreeMap::new();
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("a file").path();
        let name = path
            .file_stem()
            .and_then(|name| name.to_str())
            .expect("a name");
        let kind = name.split('-').next().expect("a kind");
        let key = match kind {
            "episode" | "checkup" => format!("unknot/{kind}/a"),
            "day" => "unknot/day/2026-11-22".to_string(),
            "profile" | "programme" | "settings" => format!("unknot/{kind}/me"),
            "backup" => continue,
            _ => panic!("{name}: no such kind"),
        };
        let text = std::fs::read_to_string(&path).expect("a text");
        let text = text.trim_end_matches('\n');
        let record = decode(&key, text).unwrap_or_else(|error| panic!("{name}: {error:?}"));
        let again = encode(&record);
        assert_eq!(decode(&key, &again), Ok(record), "{name}");
        *is_written.entry(kind.to_string()).or_insert(false) |= again == text;
    }
    assert_eq!(is_written.len(), 6, "{is_written:?}");
    assert!(is_written.values().all(|is| *is), "{is_written:?}");
}

/// Every stamp, earlier value and deletion of the newest forms.
#[test]
fn golden_records_with_stamps_are_read_and_written_byte_for_byte() {
    let check = |key: &str, text: &str, expected: Record| {
        let text = text.trim_end_matches('\n');
        assert_eq!(decode(key, text), Ok(expected.clone()), "{key}");
        assert_eq!(encode(&expected), text, "{key}");
    };
    check(
        "unknot/episode/marked",
        MARKED_4,
        Record::Episode(stamped()),
    );
    check(
        "unknot/episode/gone",
        GONE_5,
        Record::Tombstone(Tombstone {
            id: super::episode_id("gone"),
            revision: 9,
            history: History {
                created: stamp(0, 0, "a1"),
                changed: vec![(Field::Reading(removed()), stamp(9_001, 0, "zzzz"))],
                earlier: vec![was(Field::Notes, "too late", stamp(9_000, 1, "zzzz"))],
                purged: Some(stamp(8_000, 0, "a1")),
            },
        }),
    );
    let day = Day {
        date: NaiveDate::from_ymd_opt(2026, 11, 24).expect("a day"),
        history: History {
            created: stamp(200_000, 0, "zzzz"),
            changed: vec![
                (Field::Pain, stamp(200_100, 0, "zzzz")),
                (Field::Scale(Scale::Mood), stamp(200_200, 3, "a1")),
                (
                    Field::Trigger("cold".to_string()),
                    stamp(200_300, 0, "zzzz"),
                ),
                (
                    Field::Marker("new bed".to_string()),
                    stamp(200_400, 0, "a1"),
                ),
            ],
            earlier: vec![
                was(Field::Pain, "7", stamp(200_000, 0, "zzzz")),
                was(
                    Field::Trigger("cold".to_string()),
                    "1",
                    stamp(200_000, 0, "zzzz"),
                ),
            ],
            purged: None,
        },
        ..day()
    };
    check("unknot/day/2026-11-24", DAY_3, Record::Day(day));
    let programme = Programme {
        history: History {
            created: stamp(0, 0, "a1"),
            changed: vec![
                (Field::Movement("bridge".to_string()), stamp(60, 0, "a1")),
                (Field::Weekday(4), stamp(61, 0, "zzzz")),
                (Field::Minute, stamp(62, 0, "a1")),
            ],
            ..History::default()
        },
        ..programme()
    };
    check(
        "unknot/programme/me",
        PROGRAMME_2,
        Record::Programme(programme),
    );
    let choice = |id: &str| Field::Choice("health".to_string(), id.to_string());
    let profile = Profile {
        history: History {
            created: stamp(0, 0, "a1"),
            changed: vec![
                (choice("asthma"), stamp(60, 0, "zzzz")),
                (choice("none"), stamp(-60, 0, "zzzz")),
            ],
            ..History::default()
        },
        ..profile()
    };
    check("unknot/profile/me", PROFILE_3, Record::Profile(profile));
    let checkup = Checkup {
        history: History {
            created: stamp(0, 0, "a1"),
            changed: vec![
                (Field::Answer("danger".to_string()), stamp(20, 0, "a1")),
                (Field::Verdict, stamp(20, 0, "a1")),
                (Field::Settled, stamp(1_253, 0, "zzzz")),
            ],
            ..History::default()
        },
        ..settled()
    };
    check(
        "unknot/checkup/settled",
        SETTLED_5,
        Record::Checkup(checkup),
    );
    let mut settings = Settings {
        revision: 2,
        history: History {
            created: stamp(0, 0, "a1"),
            changed: vec![
                (Field::Setting("region".to_string()), stamp(60, 0, "a1")),
                (Field::Setting("voice".to_string()), stamp(61, 0, "zzzz")),
            ],
            ..History::default()
        },
        ..Settings::default()
    };
    settings.set("region", "uk");
    settings.set("questions", "\"May I run?\"\né");
    check("unknot/settings/me", SETTINGS, Record::Settings(settings));
}

#[test]
fn of_an_emergency_in_the_golden_records_it_is_known_what_was_said() {
    let is_alarm = |key: &str, text: &str| {
        let record = decode(key, text.trim_end_matches('\n')).expect("read");
        record.checkup().expect("a check-up").is_alarm()
    };
    assert!(is_alarm("unknot/checkup/unknown", UNKNOWN));
    assert!(!is_alarm("unknot/checkup/helped", HELPED));
    assert!(!is_alarm("unknot/checkup/mistaken", MISTAKEN));
    assert!(is_alarm("unknot/checkup/settled", SETTLED));
}

#[test]
fn order_and_spacing_do_not_matter() {
    let text =
        " {\n\"start\" : \"2026-03-01T23:59:59-03:30\", \"live\": true ,\t\"rev\":1,\"v\":1}\r\n";
    let read = decode("unknot/episode/minimal", text).expect("read");
    assert_eq!(encode(&read), MINIMAL_4.trim_end_matches('\n'));
}

#[test]
fn what_is_empty_need_not_be_there() {
    let text = r#"{"v":1,"rev":1,"live":true,"start":"2026-03-01T23:59:59-03:30","end":null,"places":[],"nrs":[],"tried":[],"notes":"","deleted":null}"#;
    let read = decode("unknot/episode/minimal", text).expect("read");
    assert_eq!(encode(&read), MINIMAL_4.trim_end_matches('\n'));
}

/// Whatever a file may hold: of several numbers the last one is the latest.
#[test]
fn readings_are_read_in_order_of_time() {
    let (first, last) = (
        r#"["2026-11-22T01:31:40+01:00",7]"#,
        r#"["2026-11-22T03:41:00+01:00",0]"#,
    );
    let text = with(EVERYTHING, first, "x");
    let text = text.replacen(last, first, 1).replacen('x', last, 1);
    assert_eq!(decode(EPISODE, &text), Ok(Record::Episode(everything())));
}

#[test]
fn an_end_at_the_start_is_one() {
    let moment = at("2026-11-22T01:31:07+01:00");
    let record = Record::Episode(super::ended("a", moment, moment));
    assert_eq!(decode(&record.key(), &encode(&record)), Ok(record));
}

/// The start of one device and the end of another one, whose clock was behind: the record stays, and how long it
/// lasted is not known.
#[test]
fn an_end_before_the_start_is_read_and_gives_no_length() {
    for end in ["01:31:06+01:00", "03:41:59+04:00"] {
        let text = with(EVERYTHING, "03:41:59+01:00", end);
        let read = decode(EPISODE, &text).expect("read");
        assert_eq!(decode(EPISODE, &encode(&read)), Ok(read.clone()));
        assert_eq!(read.episode().expect("an episode").lasted(), None);
    }
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn any_record_is_read_as_it_was_written(record in any::record_with(any::id())) {
        let (key, text) = (record.key(), encode(&record));
        let read = decode(&key, &text);
        prop_assert_eq!(read.as_ref(), Ok(&record));
        prop_assert_eq!(read.as_ref().map(encode), Ok(text));
        prop_assert!(is_record(&key) && key.starts_with(PREFIX));
        prop_assert_eq!(read.map(|read| (read.key(), read.revision())), Ok((key, record.revision())));
    }

    #[test]
    fn any_text_is_read_or_kept(key in prop_oneof![
        Just(EPISODE.to_string()), Just(CHECKUP.to_string()), any::id().prop_map(|id| format!("{PREFIX}episode/{id}")), any::text(),
    ], text in any::text()) {
        check_kept(&key, &text);
    }

    #[test]
    fn any_damage_is_read_or_kept(
        episode in any::damaged(EVERYTHING),
        checkup in any::damaged(UNKNOWN),
    ) {
        check_kept(EPISODE, &episode);
        check_kept(CHECKUP, &checkup);
    }
}

/// Either it is read as something that can be stored again, or its text is kept.
fn check_kept(key: &str, text: &str) {
    match decode(key, text) {
        Ok(record) => {
            assert_eq!(record.key(), key);
            assert_eq!(decode(key, &encode(&record)), Ok(record), "{text:?}");
        }
        Err(unreadable) => {
            assert_eq!(
                (unreadable.key.as_str(), unreadable.text.as_str()),
                (key, text)
            );
        }
    }
}

#[test]
fn notes_of_any_length_and_script_are_kept() {
    let notes = "😀 <script>alert('x')</script> \u{202e}שלום\u{202c} \u{0}\\\"\n".repeat(300);
    assert!(notes.chars().count() > 10_000);
    let record = Record::Episode(Episode {
        notes,
        ..everything()
    });
    assert_eq!(decode(EPISODE, &encode(&record)), Ok(record));
}

// --- What cannot be read ----------------------------------------------------------------------

#[track_caller]
fn check_unreadable(key: &str, text: &str, why: Why) {
    assert_eq!(
        decode(key, text),
        Err(Unreadable {
            key: key.to_string(),
            text: text.to_string(),
            why,
        }),
        "{key} {text}"
    );
}

/// A golden record with one piece of it replaced.
#[track_caller]
fn with(golden: &str, piece: &str, by: &str) -> String {
    let golden = golden.trim_end_matches('\n');
    assert!(golden.contains(piece), "no {piece} in {golden}");
    golden.replacen(piece, by, 1)
}

#[test]
fn a_newer_version_is_kept_as_it_is() {
    for key in [EPISODE, CHECKUP] {
        for text in [
            r#"{"v":4}"#,
            r#"{"v":4,"rev":{"of":[1,2]},"start":7}"#,
            r#"{"notes":"é","v":99}"#,
            r#"{"v":18446744073709551615}"#,
        ] {
            check_unreadable(key, text, Why::Newer);
        }
    }
    check_unreadable(
        EPISODE,
        &with(EVERYTHING, r#""v":1"#, r#""v":2"#),
        Why::Newer,
    );
    check_unreadable(CHECKUP, &with(FINISHED, r#""v":1"#, r#""v":4"#), Why::Newer);
    // The compact form of a version that is to come, whole and torn.
    for (key, text) in RECORDS.into_iter().chain(NEWEST) {
        if let Some((_, values)) = text.trim_end_matches('\n').split_once(',')
            && text.starts_with('[')
        {
            let newer = format!("[6,{values}");
            check_unreadable(key, &newer, Why::Newer);
            check_unreadable(key, &newer[..newer.len() - 1], Why::Damaged);
        }
    }
}

#[test]
fn what_is_no_record_is_kept_as_it_is() {
    for key in [EPISODE, CHECKUP, "unknot/region", "", "other/episode/a"] {
        for text in [
            "",
            " ",
            "\0",
            "null",
            "true",
            "1",
            "NaN",
            "\"\"",
            "[]",
            "{}",
            "[1]",
            "{\"v\":1}",
            "{\"v\":1",
            "{'v':1}",
            "{\"v\":1}}",
            "{\"v\":0}",
            "{\"v\":-1}",
            "{\"v\":1.0}",
            "{\"v\":\"1\"}",
            "{\"v\":null}",
            "{\"v\":[1]}",
            "{\"v\":1,\"v\":1}",
            "\u{feff}{\"v\":1}",
            "<html>",
            "😀",
        ] {
            check_unreadable(key, text, Why::Damaged);
        }
    }
}

#[test]
fn a_damaged_episode_is_kept_as_it_is() {
    let check = |piece, by| check_unreadable(EPISODE, &with(EVERYTHING, piece, by), Why::Damaged);
    check(r#""v":1"#, r#""v":0"#);
    check(r#""v":1,"#, "");
    check(r#""rev":7,"#, "");
    check(r#""rev":7"#, r#""rev":-1"#);
    check(r#""rev":7"#, r#""rev":4294967296"#);
    check(r#""live":false,"#, "");
    check(r#""live":false"#, r#""live":0"#);
    check(r#""start":"2026-11-22T01:31:07+01:00","#, "");
    check(r#""start":"2026-11-22T01:31:07+01:00""#, r#""start":null"#);
    check(
        r#""start":"2026-11-22T01:31:07+01:00""#,
        r#""start":1795307467"#,
    );
    check(
        r#""start":"2026-11-22T01:31:07"#,
        r#""start":"2026-11-31T01:31:07"#,
    );
    check(
        r#""start":"2026-11-22T01:31:07"#,
        r#""start":"1899-11-22T01:31:07"#,
    );
    check(
        r#""start":"2026-11-22T01:31:07+01:00""#,
        r#""start":"2026-11-22T01:31:07""#,
    );
    check("03:41:59+01:00", "soon");
    check("neck-left", "neck-middle");
    check("neck-left", "");
    check("neck-left", "Neck-left");
    check(r#"["neck-left""#, r#"["neck-left",null"#);
    check(r#"+01:00",7]"#, r#"+01:00",11]"#);
    check(r#"+01:00",7]"#, r#"+01:00",-1]"#);
    check(r#"+01:00",7]"#, r#"+01:00",7.5]"#);
    check(r#"+01:00",7]"#, r#"+01:00",256]"#);
    check(r#"+01:00",7]"#, r#"+01:00",NaN]"#);
    check(r#"+01:00",7]"#, r#"+01:00",1e999]"#);
    check(r#"+01:00",7]"#, r#"+01:00",null]"#);
    check(r#"+01:00",7]"#, r#"+01:00","7"]"#);
    check(r#"+01:00",7]"#, r#"+01:00"]"#);
    check(r#"+01:00",7]"#, r#"+01:00",7,8]"#);
    check("2026-11-22T01:31:40+01:00", "");
    check(r#""relief":7"#, r#""relief":11"#);
    check(r#""relief":7"#, r#""relief":-2"#);
    check(r#""relief":7"#, r#""relief":263"#);
    check(r#""relief":7"#, r#""relief":-253"#);
    check(r#""relief":7"#, r#""relief":7.0"#);
    check(r#""relief":7"#, r#""relief":"7""#);
    check(r#""kind":"heat","#, "");
    check(r#""kind":"heat""#, r#""kind":null"#);
    check("2026-11-22T01:35:00+01:00", "2026-11-22");
    check("2026-12-01T08:00:00+05:45", "yes");
    check(r#""notes":""#, r#""notes":7,"x":""#);
    check("\\u0001", "\u{1}");
    check("\\u0001", "\\ud800");
    check("😀", "\\x");
}

#[test]
fn a_damaged_checkup_is_kept_as_it_is() {
    let check = |piece, by| check_unreadable(CHECKUP, &with(FINISHED, piece, by), Why::Damaged);
    check(r#""v":1,"#, "");
    check(r#""rev":12,"#, "");
    check(r#""started":"2026-11-22T01:40:00+01:00","#, "");
    check("2026-11-22T01:40:00+01:00", "2026-11-22T01:40:00");
    check("2026-11-22T01:44:30+01:00", "");
    check("mf3k2a1b-0a1z", "MF3K");
    check("mf3k2a1b-0a1z", "");
    check(r#""age":38"#, r#""age":-1"#);
    check(r#""age":38"#, r#""age":65536"#);
    check(r#""age":38"#, r#""age":38.5"#);
    check(r#""age":38"#, r#""age":"38""#);
    check(r#""age":38"#, r#""age":null"#);
    check(r#""age":38"#, r#""age":{}"#);
    check(r#"["none"]"#, r#"["none",1]"#);
    check(r#"["none"]"#, r#""none""#);
    check(r#""guide":1,"#, "");
    check(r#""guide":1"#, r#""guide":65536"#);
    check("routine", "later");
    check("routine", "");
    check("routine", "Routine");
    check(r#""urgency":"routine","#, "");
    check(r#"["six-weeks""#, r#"["six-weeks",null"#);
}

#[test]
fn a_record_under_a_key_that_is_not_its_own_is_kept_as_it_is() {
    for (key, text) in RECORDS.into_iter().chain(NEWEST) {
        let other = match key.contains("episode") {
            true => CHECKUP,
            false => EPISODE,
        };
        for key in [
            other,
            "unknot/episode/",
            "unknot/checkup/",
            "unknot/episode/UPPER",
            "unknot/episode/a/b",
            "unknot/checkup/a b",
            "unknot/region",
            "Unknot/episode/a",
            "episode/a",
            "",
        ] {
            // An episode with names was never of a later version than the first.
            let is_newer =
                key == EPISODE && text.starts_with('{') && !text.starts_with(r#"{"v":1"#);
            let why = if is_newer { Why::Newer } else { Why::Damaged };
            check_unreadable(key, text.trim_end_matches('\n'), why);
        }
    }
}

#[test]
fn half_of_a_record_is_kept_as_it_is() {
    for (key, text) in RECORDS.into_iter().chain(NEWEST) {
        let text = text.trim_end_matches('\n');
        for (end, _) in text.char_indices() {
            check_unreadable(key, &text[..end], Why::Damaged);
        }
        for (start, _) in text.char_indices().skip(1) {
            check_unreadable(key, &text[start..], Why::Damaged);
        }
    }
}

#[test]
fn a_record_with_a_flipped_bit_is_read_or_kept() {
    for (key, text) in RECORDS.into_iter().chain(NEWEST) {
        let bytes = text.trim_end_matches('\n').as_bytes();
        let (mut read, mut kept) = (0, 0);
        for n in 0..8 * bytes.len() {
            let mut flipped = bytes.to_vec();
            flipped[n / 8] ^= 1 << (n % 8);
            if let Ok(flipped) = str::from_utf8(&flipped) {
                check_kept(key, flipped);
                match decode(key, flipped) {
                    Ok(_) => read += 1,
                    Err(_) => kept += 1,
                }
            }
        }
        // A checksum notices each.
        let is_noticed = text.starts_with('[');
        assert!(
            (read == 0) == is_noticed && kept > 0,
            "{key}: {read} read, {kept} kept"
        );
    }
}

// --- Keys -------------------------------------------------------------------------------------

#[test]
fn a_key_names_one_record() {
    let id = super::episode_id("mf3k-0a1z");
    assert_eq!(episode_key(&id), "unknot/episode/mf3k-0a1z");
    assert_eq!(episode_id("unknot/episode/mf3k-0a1z"), Some(id));
    let id = super::checkup_id("mf3k-0a1z");
    assert_eq!(checkup_key(&id), "unknot/checkup/mf3k-0a1z");
    assert_eq!(checkup_id("unknot/checkup/mf3k-0a1z"), Some(id));
    for key in [
        "unknot/episode/",
        "unknot/episode",
        "unknot/episode/A",
        "unknot/episode/a/b",
        "unknot/checkups/a",
        "unknot/region",
        "unknot/early/a",
        "a",
        "",
        "xunknot/episode/a",
    ] {
        assert_eq!(episode_id(key), None, "{key}");
        assert_eq!(checkup_id(key), None, "{key}");
    }
    assert_eq!(episode_id("unknot/checkup/a"), None);
    assert_eq!(checkup_id("unknot/episode/a"), None);
}

#[test]
fn settings_and_drafts_are_no_records() {
    for key in [
        "unknot/episode/a",
        "unknot/checkup/a",
        "unknot/episode/NOT AN ID",
    ] {
        assert!(is_record(key), "{key}");
    }
    for key in [
        "unknot/region",
        "unknot/appearance",
        "unknot/early/a",
        "unknot/draft/a",
        "unknot/",
        "",
        "other/episode/a",
        "episode/a",
    ] {
        assert!(!is_record(key), "{key}");
    }
}

#[test]
fn storing_counts_up() {
    for (key, text) in RECORDS.into_iter().chain(NEWEST) {
        let read = decode(key, text.trim_end_matches('\n')).expect("read");
        let before = read.revision();
        let record = super::stamped_on(1, Some(&read), read.clone(), super::second(0));
        assert_eq!(record.revision(), before + 1, "{key}");
        assert_eq!(
            decode(key, &encode(&record)).map(|read| read.revision()),
            Ok(before + 1)
        );
    }
}

/// A restored file may say anything up to 4294967295. Past that the next change must not count as
/// the oldest.
#[test]
fn storing_never_counts_down() {
    let record = Record::Episode(Episode {
        revision: u32::MAX,
        ..everything()
    });
    let stored = super::stamped_on(1, Some(&record), record.clone(), super::second(0));
    assert_eq!(stored.revision(), u32::MAX);
}
