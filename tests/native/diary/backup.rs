//! The backup file: the same diary gives the same file, a restore loses nothing, and what is no
//! backup is refused whole.

use std::collections::BTreeMap;

use proptest::prelude::*;

use unknot::diary::Diary;
use unknot::diary::backup::{
    Backup, BackupError, BackupReader, Deletions, FieldChange, Made, Plan, StampSource, read,
    reminder, write,
};
use unknot::diary::compact;
use unknot::diary::episode::Episode;
use unknot::diary::field::Field;
use unknot::diary::history::History;
use unknot::diary::stamp::Device;
use unknot::diary::stored::{self, Record, Tombstone, encode, is_record};

use super::any::{self, cases, store};
use super::golden::{BACKUP, BACKUP_2, BACKUP_3, IN_BACKUP, NEWEST};
use super::{at, begun, minute, second, severity, stamped_on};

type Store = BTreeMap<String, String>;

fn diary(store: &Store) -> Diary {
    Diary::of(store.iter().filter(|(key, _)| is_record(key)))
}

fn file(store: &Store) -> String {
    write(
        store
            .iter()
            .map(|(key, text)| (key.as_str(), text.as_str())),
    )
}

#[track_caller]
fn backup(text: &str) -> Backup {
    read(text).unwrap_or_else(|error| panic!("{error:?}: {text}"))
}

/// A restore a day after everything else, on a device that has said nothing else.
fn act() -> StampSource {
    act_on(1_000)
}

fn act_on(device: u32) -> StampSource {
    StampSource {
        now: minute(1_440),
        device: Device::of(device),
    }
}

/// Carries a restore out, as the app does.
#[track_caller]
fn restore(store: &mut Store, text: &str) -> Plan {
    restore_by(store, &backup(text), &act())
}

fn restore_by(store: &mut Store, backup: &Backup, act: &StampSource) -> Plan {
    let plan = backup.plan(&diary(store), act);
    store.extend(plan.writes.clone());
    plan
}

/// Whether a device has said anything in a store: whether a restore on it was an act of its own.
fn has_acted(store: &Store, act: &StampSource) -> bool {
    let acted = |record: &Record| {
        let history = record.history();
        let changed = history.changed.iter().map(|(_, stamp)| *stamp);
        let mut all = changed.chain([history.created]).chain(history.purged);
        all.any(|stamp| stamp.device == act.device)
    };
    diary(store).records().any(acted)
}

/// The file with a choice for what one side deleted.
fn chosen(text: &str, deletions: Deletions) -> Backup {
    let mut backup = backup(text);
    backup.deletions = deletions;
    backup
}

/// The records of the golden file, and its two that cannot be read.
fn golden() -> Store {
    let mut store: Store = IN_BACKUP
        .iter()
        .map(|(key, text)| (key.to_string(), text.trim_end_matches('\n').to_string()))
        .collect();
    let mut keep = |key: &str, text: &str| store.insert(key.to_string(), text.to_string());
    keep("unknot/checkup/damaged", r#"{"v":1,"rev":2,"started":"20"#);
    keep(
        "unknot/episode/newer",
        r#"{"v":2,"began":[2026,11,22],"notes":"é"}"#,
    );
    store
}

/// How many are new, get something from the file, and stay as they are.
fn told(plan: &Plan) -> (usize, usize, usize) {
    assert!(plan.unreadable <= plan.new);
    assert_eq!(plan.writes.len(), plan.new + plan.merged);
    (plan.new, plan.merged, plan.same)
}

#[test]
fn the_golden_file_is_restored_whole() {
    let text = BACKUP.trim_end_matches('\n');
    let mut empty = Store::new();
    assert_eq!(told(&restore(&mut empty, text)), (6, 0, 0));
    assert_eq!(diary(&empty), diary(&golden()));
    assert_eq!(file(&empty), file(&golden()));
    assert_eq!(told(&restore(&mut empty, text)), (0, 0, 6));
    assert_eq!(diary(&empty).unreadable().count(), 2);
}

#[test]
fn an_empty_diary_has_a_file_too() {
    let text = file(&Store::new());
    assert_eq!(
        text,
        r#"{"unknot":"backup","version":3,"count":0,"checksum":0,"records":{}}"#
    );
    assert_eq!(
        backup(&text).plan(&Diary::default(), &act()),
        Plan::default()
    );
    let spaced =
        "\n{ \"records\" : { } , \"count\" : 0,\r\n\t\"version\":1,\"unknot\":\"backup\" }\n";
    assert_eq!(backup(spaced), backup(&text));
}

#[test]
fn keys_of_the_device_and_of_others_stay_out_of_the_file() {
    let mut store = golden();
    for key in [
        "unknot/region",
        "unknot/early/a",
        "unknot/device",
        "other",
        "other/episode/a",
    ] {
        store.insert(key.to_string(), encode(&noted(1, "")));
    }
    assert_eq!(file(&store), file(&golden()));
}

proptest! {
    #![proptest_config(cases(150))]

    #[test]
    fn a_backup_restores_the_same_diary(records in any::records(), damaged in damaged_records()) {
        let mut here = store(&records);
        here.extend(damaged);
        let text = file(&here);
        let mut there = Store::new();
        let plan = restore(&mut there, &text);
        prop_assert_eq!(told(&plan), (here.len(), 0, 0));
        prop_assert_eq!(&there, &here);
        prop_assert_eq!(diary(&there), diary(&here));
        prop_assert_eq!(file(&there), text.clone());
        // Once more changes nothing.
        let again = restore(&mut there, &text);
        prop_assert_eq!(told(&again), (0, 0, here.len()));
        prop_assert_eq!(again.writes, vec![]);
    }

    #[test]
    fn the_order_in_which_records_are_found_does_not_matter(
        records in any::records().prop_map(|records| store(&records).into_iter().collect::<Vec<_>>()),
        shuffled in any::<prop::sample::Index>(),
    ) {
        let text = |stored: &[(String, String)]| {
            write(stored.iter().map(|(key, text)| (key.as_str(), text.as_str())))
        };
        let mut turned = records.clone();
        if !turned.is_empty() {
            turned.rotate_left(shuffled.index(records.len()));
            turned.reverse();
        }
        prop_assert_eq!(text(&records), text(&turned));
    }

    #[test]
    fn the_order_of_two_restores_of_what_can_be_read_does_not_matter(
        first in any::records(),
        second in any::records(),
        here in any::records(),
    ) {
        let (first, second) = (file(&store(&first)), file(&store(&second)));
        let (mut one, mut other) = (store(&here), store(&here));
        restore(&mut one, &first);
        restore(&mut one, &second);
        restore(&mut other, &second);
        restore(&mut other, &first);
        // A choice is an act of its own, made of all that was there by then.
        if !has_acted(&one, &act()) && !has_acted(&other, &act()) {
            prop_assert_eq!(one, other);
        }
    }

    #[test]
    fn a_restore_loses_nothing(here in any::records(), there in any::records()) {
        let (here, there) = (store(&here), store(&there));
        let mut after = here.clone();
        let plan = restore(&mut after, &file(&there));
        prop_assert_eq!(plan.new + plan.merged + plan.same, there.len());
        prop_assert_eq!(plan.writes.len(), plan.new + plan.merged);
        prop_assert_eq!(plan.new, after.len() - here.len());
        for (key, text) in &after {
            let revision = |text: &String| stored::decode(key, text).expect("read").revision();
            let forms = [here.get(key), there.get(key)];
            let newest = forms.iter().flatten().map(|text| revision(text)).max();
            // A choice for one that was deleted is stored once more.
            prop_assert!((newest..=newest.map(|n| n + 1)).contains(&Some(revision(text))));
        }
        // Everything in either is in it: neither has anything to add.
        for before in [&here, &there] {
            prop_assert_eq!(backup(&file(before)).plan(&diary(&after), &act()).writes, vec![]);
        }
        prop_assert_eq!(
            after.keys().collect::<Vec<_>>(),
            here.keys().chain(there.keys()).collect::<std::collections::BTreeSet<_>>().into_iter().collect::<Vec<_>>()
        );
    }

    /// Of what cannot be read nothing is overwritten, here or by the file, and all of it is told.
    #[test]
    fn a_restore_overwrites_nothing_that_cannot_be_read(
        here in any::records(),
        damaged_here in damaged_records(),
        there in any::records(),
        damaged_there in damaged_records(),
    ) {
        let (mut here, mut there) = (store(&here), store(&there));
        here.extend(damaged_here.clone());
        there.extend(damaged_there);
        let mut after = here.clone();
        let plan = restore(&mut after, &file(&there));
        for (key, text) in &damaged_here {
            prop_assert_eq!(after.get(key), Some(text));
        }
        let left = plan.blocked + plan.unusable;
        prop_assert_eq!(plan.new + plan.merged + plan.same + left, there.len());
        let blocked = damaged_here.iter().filter(|(key, text)| there.get(*key).is_some_and(|theirs| theirs != *text));
        prop_assert_eq!(plan.blocked, blocked.count());
        prop_assert_eq!(plan.unreadable, diary(&after).unreadable().count() - damaged_here.len());
    }

    #[test]
    fn any_file_is_restored_or_refused(text in prop_oneof![any::damaged(BACKUP), any::text()]) {
        check_survived(&text);
    }
}

/// Texts under keys of records that cannot be read.
fn damaged_records() -> impl Strategy<Value = Store> {
    let key = prop_oneof![
        "unknot/(episode|checkup)/[c-f]",
        "unknot/episode/[A-Z /]{0,3}"
    ];
    let text = any::text().prop_filter("readable", |text| {
        stored::decode("unknot/episode/e", text).is_err()
    });
    proptest::collection::btree_map(key, text, 0..3)
}

/// Whatever the file is: it is refused, or all that it would write is a record of ours.
fn check_survived(text: &str) {
    let Ok(backup) = read(text) else { return };
    for here in [Store::new(), golden()] {
        let plan = backup.plan(&diary(&here), &act());
        assert!(plan.writes.iter().all(|(key, _)| is_record(key)), "{text}");
        let mut after = here.clone();
        after.extend(plan.writes);
        for (key, text) in &here {
            if stored::decode(key, text).is_err() {
                assert_eq!(
                    after.get(key),
                    Some(text),
                    "what cannot be read is not overwritten"
                );
            } else {
                assert!(stored::decode(key, &after[key]).is_ok(), "{key} was lost");
            }
        }
    }
}

#[test]
fn a_file_with_a_flipped_bit_is_restored_or_refused() {
    let bytes = BACKUP.trim_end_matches('\n').as_bytes();
    let mut refused = 0;
    for n in (0..8 * bytes.len()).step_by(3) {
        let mut flipped = bytes.to_vec();
        flipped[n / 8] ^= 1 << (n % 8);
        if let Ok(flipped) = str::from_utf8(&flipped) {
            check_survived(flipped);
            refused += usize::from(read(flipped).is_err());
        }
    }
    assert!(refused > 100);
}

// --- Of two forms of one record ---------------------------------------------------------------

/// An episode of an older version, which was stored so often.
fn legacy(id: &str, revision: u32, notes: &str, deleted: bool) -> Record {
    Record::Episode(Episode {
        revision,
        notes: notes.to_string(),
        deleted: deleted.then(|| second(9)),
        history: History::legacy(revision),
        ..begun(id, second(0))
    })
}

fn noted(revision: u32, notes: &str) -> Record {
    legacy("a", revision, notes, false)
}

/// The episode under a key after a restore of the one file over the other.
#[track_caller]
fn restored(here: &Record, there: &Record) -> (Plan, Episode) {
    let mut store = store([here]);
    let plan = restore(&mut store, &file(&any::store([there])));
    let Ok(Record::Episode(kept)) = stored::decode(&here.key(), &store[&here.key()]) else {
        panic!("no episode: {store:?}");
    };
    (plan, kept)
}

fn earlier_of(episode: &Episode) -> Vec<&str> {
    let all = episode.history.earlier_values();
    all.map(|one| one.value.as_str()).collect()
}

/// Of records from before there were stamps the one that was stored more often counts; the other value is kept.
#[test]
fn of_two_forms_without_stamps_the_one_stored_more_often_counts_and_the_other_note_is_kept() {
    let check = |here: (u32, &str), there: (u32, &str), notes: &str, was: &[&str]| {
        let (plan, kept) = restored(&noted(here.0, here.1), &noted(there.0, there.1));
        assert_eq!(kept.notes, notes, "{here:?} {there:?}");
        assert_eq!(earlier_of(&kept), was, "{here:?} {there:?}");
        assert_eq!((plan.merged, plan.same), (was.len(), 1 - was.len()));
    };
    check((1, "here"), (2, "file"), "file", &["here"]);
    check((2, "here"), (1, "file"), "here", &["file"]);
    check((10, "here"), (9, "file"), "here", &["file"]);
    check((1, "same"), (1, "same"), "same", &[]);
    // As often: the greater text, whichever comes first.
    check((1, "a"), (1, "b"), "b", &["a"]);
    check((1, "b"), (1, "a"), "b", &["a"]);
}

/// A record changed with each keystroke is not newer than one with one later change.
#[test]
fn of_two_forms_the_later_value_counts_however_often_each_was_stored() {
    let base = stamped_on(1, None, noted(0, ""), minute(0));
    let noted_at = |device, notes: &str, times: i64, from: i64| {
        (0..times).fold(base.clone(), |record, n| {
            let mut mine = record.clone();
            if let Record::Episode(episode) = &mut mine {
                episode.notes = notes[..=n as usize].to_string();
            }
            stamped_on(device, Some(&record), mine, minute(from + n))
        })
    };
    let often = noted_at(1, "often", 5, 10);
    let later = noted_at(2, "l", 1, 20);
    for (here, there) in [(&often, &later), (&later, &often)] {
        let (plan, kept) = restored(here, there);
        assert_eq!(kept.notes, "l");
        assert_eq!(earlier_of(&kept), ["often"]);
        assert_eq!((plan.merged, plan.same), (1, 0));
    }
    // The preview says it in words of fields.
    let (plan, _) = restored(&often, &later);
    assert_eq!(
        plan.changes,
        [FieldChange {
            key: "unknot/episode/a".to_string(),
            field: Field::Notes,
            was: Some("often".to_string()),
            becomes: Some("l".to_string()),
        }]
    );
    assert_eq!(restored(&later, &often).0.changes, []);
}

#[test]
fn a_form_that_adds_nothing_changes_nothing() {
    let older = noted(1, "");
    let mut newer = noted(2, "");
    if let Record::Episode(newer) = &mut newer {
        newer.toggle(unknot::diary::place::Place::all().next().expect("one"));
    }
    let told = |here: &Record, there: &Record| {
        told(&restore(&mut store([here]), &file(&any::store([there]))))
    };
    assert_eq!(told(&older, &newer), (0, 1, 0));
    assert_eq!(told(&newer, &older), (0, 0, 1));
    assert_eq!(told(&newer, &newer), (0, 0, 1));
}

#[test]
fn a_deleted_episode_of_an_older_version_comes_back_only_by_one_stored_more_often() {
    let deleted = |revision| legacy("a", revision, "", true);
    let shown = |here: Record, there: Record| {
        let mut store = store(&[here]);
        restore(&mut store, &file(&super::any::store(&[there])));
        diary(&store).episodes().count()
    };
    assert_eq!(shown(deleted(3), noted(2, "")), 0);
    assert_eq!(shown(deleted(3), noted(4, "")), 1);
    assert_eq!(shown(noted(2, ""), deleted(3)), 0);
}

#[test]
fn what_cannot_be_read_here_is_not_overwritten() {
    let key = "unknot/episode/a".to_string();
    let mut store = Store::from([(key.clone(), "{\"v\":1,\"re".to_string())]);
    let readable = file(&super::any::store(&[noted(9, "")]));
    let plan = restore(&mut store, &readable);
    assert_eq!((told(&plan), plan.blocked), ((0, 0, 0), 1));
    assert_eq!(store[&key], "{\"v\":1,\"re");
    let other = file(&Store::from([(key.clone(), "{\"v\":2}".to_string())]));
    let plan = restore(&mut store, &other);
    assert_eq!((told(&plan), plan.blocked), ((0, 0, 0), 1));
    assert_eq!(store[&key], "{\"v\":1,\"re");
    // The same text is there already.
    let plan = restore(&mut store.clone(), &file(&store));
    assert_eq!((told(&plan), plan.blocked), ((0, 0, 1), 0));
    // A record of this visit beside it does not make it one that may be overwritten.
    let mut diary = diary(&store);
    diary.put_for_now(noted(1, "not stored"));
    let plan = backup(&readable).plan(&diary, &act());
    assert_eq!((plan.blocked, plan.writes), (1, vec![]));
}

#[test]
fn what_cannot_be_read_in_the_file_overwrites_nothing() {
    let key = "unknot/episode/a".to_string();
    let text = file(&Store::from([(key.clone(), "{\"v\":2}".to_string())]));
    let mut here = store(&[noted(1, "here")]);
    let plan = restore(&mut here, &text);
    assert_eq!((told(&plan), plan.unusable), ((0, 0, 0), 1));
    assert_eq!(here, store(&[noted(1, "here")]));
    let mut empty = Store::new();
    let plan = restore(&mut empty, &text);
    assert_eq!((told(&plan), plan.unreadable), ((1, 0, 0), 1));
    assert_eq!(empty[&key], "{\"v\":2}");
}

#[test]
fn a_record_of_a_newer_version_costs_no_other() {
    let newer = r#"{"begun":[2027,1,1],"v":99,"what":"é \" 1"}"#;
    let text = format!(
        r#"{{"unknot":"backup","version":1,"count":2,"records":{{"unknot/episode/a":{},"unknot/episode/b":{newer}}}}}"#,
        encode(&noted(1, "here"))
    );
    let mut empty = Store::new();
    let plan = restore(&mut empty, &text);
    assert_eq!((told(&plan), plan.unreadable), ((2, 0, 0), 1));
    assert_eq!(empty["unknot/episode/b"], newer);
    let diary = diary(&empty);
    assert_eq!(
        (diary.episodes().count(), diary.unreadable().count()),
        (1, 1)
    );
    // It is in the next backup too, and it is restored from there.
    let mut there = Store::new();
    assert_eq!(told(&restore(&mut there, &file(&empty))), (2, 0, 0));
    assert_eq!(there, empty);
}

/// One key, twice in one file: nobody's app writes that, an editor can.
#[test]
fn a_file_with_two_records_of_one_name_is_refused() {
    for record in [encode(&noted(1, "here")), "{\"v\":99}".to_string()] {
        let text = format!(
            r#"{{"unknot":"backup","version":1,"count":2,"records":{{"unknot/episode/a":{record}}},"unreadable":{{"unknot/episode/a":"x"}}}}"#
        );
        check(&text, BackupError::Twice("unknot/episode/a".to_string()));
    }
}

// --- What is no backup ------------------------------------------------------------------------

#[track_caller]
fn check(text: &str, error: BackupError) {
    assert_eq!(read(text), Err(error), "{text}");
}

#[test]
fn a_file_with_nothing_in_it() {
    for text in ["", " ", "\n", "\r\n\t  \n", "\u{a0}"] {
        check(text, BackupError::Empty);
    }
}

#[test]
fn half_of_a_file() {
    let text = BACKUP.trim_end_matches('\n');
    for (end, _) in text.char_indices().skip(1) {
        if !text[..end].ends_with(":-") {
            check(&text[..end], BackupError::Half);
        }
    }
    check("  {\n", BackupError::Half);
    check("{\"unknot\":\"backup\",\n", BackupError::Half);
    check("[", BackupError::Half);
}

#[test]
fn half_of_a_file_that_ends_in_a_number() {
    for end in ["-", "0.", "1e", "1e+", "tru", "\"\\", "\"\\u00"] {
        let text = format!(r#"{{"unknot":"backup","version":1,"count":1,"records":{{"x":{end}"#);
        check(&text, BackupError::Half);
    }
}

#[test]
fn a_file_that_is_not_json() {
    check("hello", BackupError::NotJson(1, 1));
    check("\n\n  <html>", BackupError::NotJson(3, 3));
    for text in [
        "\u{feff}{}",
        "{unknot:1}",
        "{'unknot':'backup'}",
        "%PDF-1.7",
        "PK\u{3}\u{4}",
        "start,end\n2026,2027\n",
        "{\"unknot\":\"backup\",}",
        "{\"unknot\":\"backup\" \"version\":1}",
        "{\"unknot\":\"ba\nckup\"}",
        "{\"unknot\":\"\\x\"}",
        "😀",
        "\0",
    ] {
        let found = read(text);
        assert!(
            matches!(found, Err(BackupError::NotJson(1.., _))),
            "{text:?}: {found:?}"
        );
    }
    let twice = format!("{BACKUP}{BACKUP}");
    check(&twice, BackupError::NotJson(2, 1));
    let doubled = BACKUP.replacen("},\"unreadable\"", "}},\"unreadable\"", 1);
    assert!(matches!(read(&doubled), Err(BackupError::NotJson(..))));
}

#[test]
fn json_of_another_kind() {
    for text in [
        "null",
        "true",
        "0",
        "\"backup\"",
        "[]",
        "{}",
        "[{\"unknot\":\"backup\",\"version\":1}]",
        r#"{"unknot":"backup"}"#,
        r#"{"version":1}"#,
        r#"{"unknot":"draft","version":1,"count":0,"records":{}}"#,
        r#"{"unknot":"Backup","version":1,"count":0,"records":{}}"#,
        r#"{"unknot":"other","version":3}"#,
        r#"{"unknot":1,"version":1,"count":0,"records":{}}"#,
        r#"{"unknot":"backup","version":"1","count":0,"records":{}}"#,
        r#"{"unknot":"backup","version":-1,"count":0,"records":{}}"#,
        r#"{"unknot":"backup","version":1.5,"count":0,"records":{}}"#,
        r#"{"unknot":"backup","version":null,"count":0,"records":{}}"#,
        r#"{"unknot":"backup","version":1}"#,
        r#"{"unknot":"backup","version":1,"count":0}"#,
        r#"{"unknot":"backup","version":1,"records":{}}"#,
        r#"{"unknot":"backup","version":1,"count":-1,"records":{}}"#,
        r#"{"unknot":"backup","version":1,"count":"0","records":{}}"#,
        r#"{"unknot":"backup","version":1,"count":0,"records":[]}"#,
        r#"{"unknot":"backup","version":1,"count":0,"records":null}"#,
        r#"{"unknot":"backup","version":1,"count":0,"records":{},"unreadable":[]}"#,
        // The raw data that the shell saves, a package, a map.
        r#"{"unknot/episode/a":"{\"v\":1}","unknot/region":"uk"}"#,
        r#"{"name":"unknot","version":"1.0.0"}"#,
        r#"{"type":"FeatureCollection","features":[]}"#,
    ] {
        check(text, BackupError::NotOurs);
    }
}

#[test]
fn a_version_that_never_was_is_not_ours() {
    check(
        r#"{"unknot":"backup","version":0,"count":0,"records":{}}"#,
        BackupError::NotOurs,
    );
}

#[test]
fn a_file_of_a_newer_version() {
    for text in [
        r#"{"unknot":"backup","version":4}"#,
        r#"{"unknot":"backup","version":4,"count":"many","records":[1,2]}"#,
        r#"{"records":7,"version":18446744073709551615,"unknot":"backup"}"#,
    ] {
        check(text, BackupError::Newer);
    }
    let newer = BACKUP.replacen(r#""version":1"#, r#""version":4"#, 1);
    check(&newer, BackupError::Newer);
}

#[test]
fn a_file_that_holds_another_number_than_it_says() {
    let said = |said, found| BackupError::Count { said, found };
    let count = |n: &str| BACKUP.replacen(r#""count":6"#, &format!(r#""count":{n}"#), 1);
    check(&count("5"), said(5, 6));
    check(&count("7"), said(7, 6));
    check(&count("0"), said(0, 6));
    let start = BACKUP.find(r#","unreadable""#).expect("there");
    check(&format!("{}}}", &BACKUP[..start]), said(6, 4));
    // One key twice is no record more.
    let minimal = BACKUP.find(r#""unknot/episode/minimal""#).expect("there");
    let doubled = BACKUP.replacen(
        &BACKUP[minimal..start - 1],
        &{
            let record = &BACKUP[minimal..start - 1];
            format!("{record},{record}")
        },
        1,
    );
    let seven = doubled.replacen(r#""count":6"#, r#""count":7"#, 1);
    let twice = BackupError::Twice("unknot/episode/minimal".to_string());
    check(&doubled, twice.clone());
    check(&seven, twice);
}

#[test]
fn a_file_with_a_record_that_cannot_be_read() {
    let check = |piece: &str, by: &str, key: &str| {
        assert!(BACKUP.contains(piece), "{piece}");
        super::backup::check(
            &BACKUP.replacen(piece, by, 1),
            BackupError::Record(key.to_string()),
        );
    };
    let everything = "unknot/episode/everything";
    check(r#"+01:00",7]"#, r#"+01:00",11]"#, everything);
    check("03:41:59+01:00", "03:61:59+01:00", everything);
    check("neck-left", "knee-left", everything);
    check("2026-11-22T01:31:07+01:00", "yesterday", everything);
    check("\"routine\"", "\"later\"", "unknot/checkup/finished");
    check(
        r#"{"v":1,"rev":12"#,
        r#"{"rev":12"#,
        "unknot/checkup/finished",
    );
    let minimal = r#"{"v":1,"rev":1,"live":true,"start":"2026-03-01T23:59:59-03:30"}"#;
    for by in ["null", "[]", "{}", "7", "\"\"", "true"] {
        check(minimal, by, "unknot/episode/minimal");
    }
    // Keys that are none.
    for key in [
        "unknot/episode/",
        "unknot/episode/A",
        "unknot/region",
        "other/episode/a",
        "",
    ] {
        check(r#""unknot/episode/minimal":"#, &format!("\"{key}\":"), key);
    }
    for key in ["unknot/region", "other/episode/a", "", "unknot/appearance"] {
        check(r#""unknot/episode/newer":"#, &format!("\"{key}\":"), key);
    }
    // An unreadable one is kept as a text, or it is not ours.
    let newer = r#""unknot/episode/newer":"{"#;
    let number = r#""unknot/episode/newer":7,"unknot/episode/more":"{"#;
    let text = BACKUP.replacen(newer, number, 1);
    let text = text.replacen(r#""count":6"#, r#""count":7"#, 1);
    super::backup::check(
        &text,
        BackupError::Record("unknot/episode/newer".to_string()),
    );
}

#[test]
fn very_deep_and_very_long_files_are_survived() {
    let deep = "[".repeat(100_000);
    assert!(read(&deep).is_err());
    let closed = format!("{deep}{}", "]".repeat(100_000));
    assert!(read(&closed).is_err());
    let inside = |piece: &str| {
        format!(
            r#"{{"unknot":"backup","version":1,"count":1,"records":{{"unknot/episode/a":{piece}}}}}"#
        )
    };
    assert!(read(&inside(&closed)).is_err());
    let record = format!(
        r#"{{"v":1,"rev":1,"live":true,"start":"2026-03-01T23:59:59-03:30","x":{closed}}}"#
    );
    let _ = read(&inside(&record));
    let long = encode(&noted(1, &"é\\\"".repeat(300_000)));
    let mut store = Store::new();
    assert_eq!(told(&restore(&mut store, &inside(&long))), (1, 0, 0));
    assert_eq!(store["unknot/episode/a"], long);
}

// --- Version 2: a checksum, and read some records at a time -----------------------------------

#[test]
fn a_file_of_version_2_that_was_changed_is_refused() {
    let text = BACKUP_2.trim_end_matches('\n');
    let whole = backup(text);
    assert_eq!(backup(&file(&golden())), whole);
    let mut refused = 0;
    for n in 0..8 * text.len() {
        let mut flipped = text.as_bytes().to_vec();
        flipped[n / 8] ^= 1 << (n % 8);
        if let Ok(flipped) = str::from_utf8(&flipped) {
            match read(flipped) {
                Err(_) => refused += 1,
                Ok(read) => {
                    // An end of line in place of a space, a name that nobody reads: the same records.
                    assert_eq!(read, whole, "{flipped}");
                }
            }
        }
    }
    assert!(refused > 1_000, "{refused}");
    for (end, _) in text.char_indices().skip(1) {
        check(&text[..end], BackupError::Half);
    }
    let other = text.replacen(r#""checksum":"#, r#""checksum":1"#, 1);
    check(&other, BackupError::Changed);
    let none = text.replacen(r#""checksum":"#, r#""check":"#, 1);
    check(&none, BackupError::Changed);
}

#[test]
fn a_file_that_is_written_now_is_read_whole() {
    let stamped = BACKUP_3.trim_end_matches('\n');
    let mut now = golden();
    let newest = NEWEST.iter();
    now.extend(newest.map(|(key, text)| {
        let text = text.trim_end_matches('\n');
        (key.to_string(), text.to_string())
    }));
    let mut keep = |key: &str, text: &str| now.insert(key.to_string(), text.to_string());
    keep("unknot/draft/new/4kz0", "{\"notes\":\"half a\"}");
    keep("unknot/draft/peg/2026-11-22", "1 2");
    assert_eq!(file(&now), stamped);
    let whole = backup(stamped);
    let mut restored = Store::new();
    let plan = restore(&mut restored, stamped);
    assert_eq!((plan.new, plan.drafts), (13, 2));
    assert_eq!(
        whole.drafts_beside(&[]),
        [
            ("unknot/draft/new/1", "{\"notes\":\"half a\"}"),
            ("unknot/draft/peg/2026-11-22", "1 2"),
        ]
        .map(|(key, text)| (key.to_string(), text.to_string()))
    );
    restored.extend(whole.drafts_beside(&[]));
    assert_eq!(file(&restored), stamped);
}

#[test]
fn a_file_that_was_set_out_anew_is_the_same_file() {
    let text = BACKUP_2.trim_end_matches('\n');
    let value: serde_json::Value = serde_json::from_str(text).expect("JSON");
    let pretty = serde_json::to_string_pretty(&value).expect("JSON");
    assert_ne!(pretty, text);
    assert_eq!(backup(&pretty), backup(text));
    assert_eq!(backup(&format!("\r\n{text}\n")), backup(text));
}

proptest! {
    #![proptest_config(cases(100))]

    #[test]
    fn reading_and_comparing_in_slices_is_the_same(
        here in any::records(),
        there in any::records(),
        damaged in damaged_records(),
        slice in 1_usize..5,
    ) {
        let (here, mut there) = (store(&here), store(&there));
        there.extend(damaged);
        let text = file(&there);
        let mut reading = BackupReader::begin(text.clone()).expect("ours");
        let mut before = 0;
        while reading.go_on(slice).expect("whole") {
            let (done, all) = reading.progress();
            prop_assert!(done <= before + slice && done as u64 <= all.max(done as u64));
            before = done;
        }
        let read = reading.end().expect("whole");
        prop_assert_eq!(&read, &backup(&text));
        prop_assert_eq!(read.len(), there.len());
        let diary = diary(&here);
        let mut plan = Plan::default();
        for from in (0..read.len()).step_by(slice) {
            read.plan_on(&mut plan, &diary, &act(), from, from + slice);
        }
        prop_assert_eq!(plan, read.plan(&diary, &act()));
    }

    /// Two phones that take each other's backup have the same diary, in any order and however often.
    #[test]
    fn two_diaries_that_restore_each_other_are_the_same(one in any::records(), other in any::records()) {
        let (mut one, mut other) = (store(&one), store(&other));
        let (first, second) = (file(&one), file(&other));
        let (act, other_act) = (act_on(1_000), act_on(1_001));
        restore_by(&mut one, &backup(&second), &act);
        restore_by(&mut other, &backup(&first), &other_act);
        if has_acted(&one, &act) || has_acted(&other, &other_act) {
            // Each has made a choice for what one of them deleted: these have to be exchanged too.
            let (first, second) = (file(&one), file(&other));
            restore_by(&mut one, &backup(&second), &act);
            restore_by(&mut other, &backup(&first), &other_act);
        }
        prop_assert_eq!(&one, &other);
        for text in [&first, &second, &file(&one)] {
            let plan = restore(&mut one, text);
            prop_assert_eq!(plan.writes, vec![]);
        }
    }

    #[test]
    fn any_file_of_version_2_is_restored_or_refused(
        text in prop_oneof![any::damaged(BACKUP_2), any::damaged(BACKUP_3)],
    ) {
        check_survived(&text);
    }
}

#[test]
fn each_kind_of_record_is_counted() {
    let here = any::store(&[
        legacy("both", 3, "here", false),
        legacy("deleted", 4, "", true),
        legacy("kept", 4, "", false),
        legacy("newer", 1, "", false),
        legacy("older", 2, "", false),
        legacy("same", 1, "", false),
    ]);
    let there = file(&any::store(&[
        legacy("both", 3, "there", false),
        legacy("deleted", 3, "", false),
        legacy("kept", 3, "", true),
        legacy("new", 1, "", false),
        legacy("newer", 2, "x", false),
        legacy("older", 1, "", false),
        legacy("same", 1, "", false),
    ]));
    let plan = backup(&there).plan(&diary(&here), &act());
    assert_eq!(told(&plan), (1, 2, 4));
    assert_eq!(plan.kept, ["unknot/episode/kept"]);
    assert_eq!(plan.deleted, ["unknot/episode/deleted"]);
    let written: Vec<&str> = plan.writes.iter().map(|(key, _)| key.as_str()).collect();
    assert_eq!(
        written,
        ["both", "new", "newer"].map(|id| format!("unknot/episode/{id}"))
    );
    let changed: Vec<(&str, &Field)> = plan
        .changes
        .iter()
        .map(|change| (change.key.as_str(), &change.field))
        .collect();
    assert_eq!(
        changed,
        [
            ("unknot/episode/both", &Field::Notes),
            ("unknot/episode/newer", &Field::Notes),
        ]
    );
}

// --- Deleted on one side ------------------------------------------------------------------------

/// An episode that both devices know since minute 0.
fn known() -> Record {
    stamped_on(1, None, noted(0, "known"), minute(0))
}

/// The same, changed by one act on the second device.
fn altered(minutes: i64, alter: impl Fn(&mut Episode)) -> Record {
    let mut mine = known();
    if let Record::Episode(episode) = &mut mine {
        alter(episode);
    }
    stamped_on(2, Some(&known()), mine, minute(minutes))
}

/// The same, put into the trash on the first device.
fn trashed(minutes: i64) -> Record {
    let mut mine = known();
    if let Record::Episode(episode) = &mut mine {
        episode.deleted = Some(minute(minutes));
    }
    stamped_on(1, Some(&known()), mine, minute(minutes))
}

/// The same, deleted for good on the first device.
fn purged(minutes: i64) -> Record {
    let mine = Record::Tombstone(Tombstone {
        id: super::episode_id("a"),
        revision: 0,
        history: History::default(),
    });
    stamped_on(1, Some(&known()), mine, minute(minutes))
}

/// The episode as it is shown after a restore, if it is.
fn shown(store: &Store) -> Option<Episode> {
    diary(store).episodes().next().cloned()
}

#[test]
fn of_a_deletion_and_a_change_the_later_act_counts_and_is_told() {
    let key = "unknot/episode/a".to_string();
    for delete in [trashed, purged] {
        for (deleted_at, changed_at) in [(10, 20), (20, 10)] {
            let deleted = delete(deleted_at);
            let changed = altered(changed_at, |episode| episode.end = Some(minute(5)));
            for (here, there) in [(&deleted, &changed), (&changed, &deleted)] {
                let mut after = store([here]);
                let plan = restore(&mut after, &file(&any::store([there])));
                let is_kept = changed_at > deleted_at;
                let found = shown(&after);
                assert_eq!(found.is_some(), is_kept, "{here:?} {there:?}");
                let (kept, gone) = match is_kept {
                    true => (vec![key.clone()], vec![]),
                    false => (vec![], vec![key.clone()]),
                };
                assert_eq!((&plan.kept, &plan.deleted), (&kept, &gone));
                if let Some(found) = found {
                    // All of it is there, the values from before the deletion too.
                    assert_eq!(
                        (found.end, found.notes.as_str()),
                        (Some(minute(5)), "known")
                    );
                }
                // Again it changes nothing, from either side.
                for text in [&file(&any::store([here])), &file(&any::store([there]))] {
                    assert_eq!(restore(&mut after, text).writes, vec![]);
                }
            }
        }
    }
}

/// Whichever field was changed after the deletion for good: the episode comes back whole.
#[test]
fn an_episode_that_was_changed_after_it_was_deleted_for_good_comes_back_whole() {
    let changes: [fn(&mut Episode); 4] = [
        |episode| episode.start = minute(1),
        |episode| episode.end = Some(minute(5)),
        |episode| episode.rate(super::item(), minute(2), severity(4)),
        |episode| {
            let place = unknot::diary::place::Place::all().next().expect("one");
            episode.toggle(place);
        },
    ];
    for (n, change) in changes.into_iter().enumerate() {
        let changed = altered(20, change);
        let expected = changed.episode().expect("an episode").clone();
        for (here, there) in [(&purged(10), &changed), (&changed, &purged(10))] {
            let mut after = store([here]);
            restore(&mut after, &file(&any::store([there])));
            let found = shown(&after).unwrap_or_else(|| panic!("change {n}: not shown"));
            assert_eq!(found.notes, "known", "change {n}");
            assert_eq!((found.start, found.end), (expected.start, expected.end));
            assert_eq!(found.readings, expected.readings);
            assert_eq!(found.places, expected.places);
        }
    }
}

#[test]
fn a_choice_for_what_one_side_deleted_is_an_act_of_its_own() {
    for delete in [trashed, purged] {
        for (deleted_at, changed_at) in [(10, 20), (20, 10)] {
            let deleted = delete(deleted_at);
            let changed = altered(changed_at, |episode| episode.end = Some(minute(5)));
            for deletions in [Deletions::KeepAll, Deletions::DeleteAll] {
                let mut here = any::store([&deleted]);
                let text = file(&any::store([&changed]));
                restore_by(&mut here, &chosen(&text, deletions), &act());
                let is_kept = deletions == Deletions::KeepAll;
                assert_eq!(shown(&here).is_some(), is_kept, "{deletions:?}");
                // It holds against every older copy.
                for other in [&deleted, &changed, &known()] {
                    restore(&mut here, &file(&any::store([other])));
                    assert_eq!(shown(&here).is_some(), is_kept, "{deletions:?} {other:?}");
                }
                // And the other device takes it over.
                let mut other = any::store([&changed]);
                restore(&mut other, &file(&here));
                assert_eq!(shown(&other).is_some(), is_kept, "{deletions:?}");
                // Once more, it is no new act.
                let plan = restore_by(&mut here, &chosen(&text, deletions), &act());
                assert_eq!(plan.writes, vec![], "{deletions:?}");
            }
        }
    }
}

#[test]
fn a_tombstone_is_in_the_backup_and_reaches_a_device_that_has_not_heard_of_it() {
    let traces = file(&any::store([&purged(10)]));
    let mut other = any::store([&known()]);
    let plan = restore(&mut other, &traces);
    assert_eq!(plan.deleted, ["unknot/episode/a"]);
    assert_eq!(shown(&other), None);
    // Nothing that was said of it is left.
    assert!(!other["unknot/episode/a"].contains("known"), "{other:?}");
    // One of an older version counts against everything of its time.
    let gone = r#"[3,832890,8]"#;
    let mut here = Store::from([("unknot/episode/a".to_string(), gone.to_string())]);
    restore(&mut here, &file(&any::store(&[noted(99, "there")])));
    assert_eq!(shown(&here), None);
}

#[test]
fn a_file_of_a_clock_more_than_a_day_ahead_is_told() {
    let is_ahead = |minutes| {
        let said = stamped_on(
            2,
            None,
            noted(0, ""),
            act().now + chrono::TimeDelta::minutes(minutes),
        );
        let text = file(&any::store([&said]));
        backup(&text).plan(&Diary::default(), &act()).is_ahead
    };
    assert_eq!(
        [is_ahead(-5), is_ahead(1_440), is_ahead(1_441)],
        [false, false, true]
    );
}

#[test]
fn numbers_and_dates_that_cannot_be_are_refused() {
    let inside = |record: &str| {
        format!(
            r#"{{"unknot":"backup","version":1,"count":1,"records":{{"unknot/episode/a":{record}}}}}"#
        )
    };
    let begun = |start: &str| inside(&format!(r#"{{"v":1,"rev":1,"live":true,"start":{start}}}"#));
    assert!(read(&begun(r#""2026-11-22T01:00:00+14:00""#)).is_ok());
    assert!(read(&begun(r#""2026-11-22T01:00:00-14:00""#)).is_ok());
    for start in [
        r#""0000-01-01T00:00:00+00:00""#,
        r#""-001-01-01T00:00:00+00:00""#,
        r#""10000-01-01T00:00:00+00:00""#,
        r#""2026-11-22T01:00:00+24:00""#,
        r#""2026-11-22T24:00:00+00:00""#,
        r#""2026-02-30T01:00:00+00:00""#,
        "1e999",
        "null",
    ] {
        assert!(read(&begun(start)).is_err(), "{start}");
    }
    for start in ["NaN", "Infinity", "-", "01", "+1", ".5", "undefined"] {
        let found = read(&begun(start));
        assert!(
            matches!(found, Err(BackupError::NotJson(..))),
            "{start}: {found:?}"
        );
    }
    // The compact form, with a checksum that holds: the same.
    for fields in [
        "1,1,-99999999999,0",
        "1,1,999999999999,0",
        "1,1,9223372036854775807,0",
        "1,1,1763775067,1441",
        "1,1,1763775067,9223372036854775807",
        "1,1,NaN,0",
        "1,1,1e9,0",
        "1,1,1763775067,0,[9223372036854775807,840]",
    ] {
        for version in [2, 4] {
            let record = format!("[{version},{},{fields}]", compact::checksum(fields));
            assert!(read(&inside(&record)).is_err(), "{record}");
        }
    }
    let stamped = |stamps: &str| format!(r#"null,0,[],[],[],"",{stamps}"#);
    let is_read = |version, fields: &str| {
        let record = format!("[{version},{},{fields}]", compact::checksum(fields));
        read(&inside(&record)).is_ok()
    };
    for east in [840, -840] {
        let fields = format!("1,1,1763775067,{east}");
        assert!(is_read(2, &fields));
        assert!(is_read(4, &format!("{fields},{}", stamped(r#""~1""#))));
    }
    // Stamps of a time that no clock shows, fields out of order, a device that is none.
    for (past, is_whole) in [
        (r#""~1","aS""#, true),
        (r#""t2u0lt@zzzz","aE -a~9N""#, true),
        (r#""~1","aN aE""#, false),
        (r#""@zzzzz""#, false),
        (r#""zzzzzzzzzzzz""#, false),
        (r#""zzzzzzzz""#, false),
        (r#""-zzzzzzz""#, false),
        (r#""~zzzzzzzz""#, false),
        (r#""""#, false),
        (r#""~1","S""#, false),
        (r#""~1","aJ""#, false),
        (r#""~1","aR%0""#, false),
        (r#""~1","aR%""#, false),
        (r#""~1","aM%0""#, false),
        (r#""~1","zzzzzzzzzzzzS""#, false),
        (r#""~1","",[["aE"]],"~"#, false),
        (r#""~1","",[["aN","b"],["aN","a"]]"#, false),
        (r#""~1","",[["aN","a"],["aN","b"]],"~2""#, true),
    ] {
        let fields = format!("1,1,1763775067,60,{}", stamped(past));
        assert_eq!(is_read(4, &fields), is_whole, "{past}");
    }
}

#[test]
fn a_hundred_thousand_records_are_read_and_one_of_them_twice_is_found() {
    let record =
        |n: u32| Record::Episode(begun(&format!("m{n:06}"), second(i64::from(n % 3_000_000))));
    let records: Vec<Record> = (0..100_000).map(record).collect();
    let mut store = any::store(&records);
    let text = file(&store);
    let read_again = backup(&text);
    assert_eq!(read_again.len(), 100_000);
    assert_eq!(read_again.plan(&diary(&store), &act()).same, 100_000);
    let twice = text.replacen("m000001", "m099999", 1);
    assert_eq!(
        read(&twice),
        Err(BackupError::Twice("unknot/episode/m099999".to_string()))
    );
    store.clear();
    assert_eq!(restore(&mut store, &text).new, 100_000);
    assert_eq!(file(&store), text);
}

/// The file of an app that sorts its keys in another way. It holds the same, whatever the order.
#[test]
fn twenty_thousand_records_in_the_opposite_order_are_read() {
    let record = |n: u32| Record::Episode(begun(&format!("m{n:06}"), second(i64::from(n))));
    let records: Vec<Record> = (0..20_000).map(record).collect();
    let text = file(&any::store(&records));
    let turned: Vec<String> = records
        .iter()
        .rev()
        .map(|record| format!("\"{}\":{}", record.key(), encode(record)))
        .collect();
    let turned = format!(
        r#"{{"unknot":"backup","version":1,"count":20000,"records":{{{}}}}}"#,
        turned.join(",")
    );
    let found = backup(&turned);
    assert_eq!(found.len(), 20_000);
    let plan = found.plan(&Diary::default(), &act());
    assert_eq!(plan.new, 20_000);
    let restored = Diary::of(plan.writes.iter().map(|(key, text)| (key, text)));
    assert_eq!(restored.episodes().count(), 20_000);
    let stored = plan.writes.iter();
    let again = write(stored.map(|(key, text)| (key.as_str(), text.as_str())));
    assert_eq!(again, text);
    let twice = turned.replacen("m000001", "m019999", 1);
    assert_eq!(
        read(&twice),
        Err(BackupError::Twice("unknot/episode/m019999".to_string()))
    );
}

// --- When the last backup was made -------------------------------------------------------------

#[test]
fn a_backup_is_due_after_twenty_changes_or_after_two_weeks_with_one() {
    let diary_of = |revision| Diary::of(any::store(&[noted(revision, "")]));
    let made = Made {
        at: at("2026-11-01T23:50:00+00:00"),
        changes: 100,
    };
    assert_eq!(Made::decode(&made.encode()), Some(made));
    for text in [
        "",
        "2026-11-01T23:50:00+00:00",
        "x 1",
        "2026-11-01T23:50:00+00:00 -1",
    ] {
        assert_eq!(Made::decode(text), None, "{text}");
    }
    let check = |made: Option<&Made>, revision, now: &str, words: &str, is_due| {
        let told = reminder(made, &diary_of(revision), &at(now));
        assert_eq!((told.words.as_str(), told.is_due), (words, is_due), "{now}");
    };
    let some = Some(&made);
    check(
        None,
        0,
        "2026-11-02T12:00:00+00:00",
        "No backup yet.",
        false,
    );
    check(
        None,
        19,
        "2026-11-02T12:00:00+00:00",
        "No backup yet.",
        false,
    );
    check(
        None,
        20,
        "2026-11-02T12:00:00+00:00",
        "No backup yet.",
        true,
    );
    check(
        some,
        101,
        "2026-11-01T23:59:00+00:00",
        "Last backup today.",
        false,
    );
    // By the days of the calendar; a clock that was set back says nothing odd.
    check(
        some,
        101,
        "2026-11-02T00:10:00+00:00",
        "Last backup yesterday.",
        false,
    );
    check(
        some,
        101,
        "2026-10-30T00:10:00+00:00",
        "Last backup today.",
        false,
    );
    check(
        some,
        119,
        "2026-11-14T12:00:00+00:00",
        "Last backup 13 days ago.",
        false,
    );
    check(
        some,
        120,
        "2026-11-03T12:00:00+00:00",
        "Last backup 2 days ago.",
        true,
    );
    check(
        some,
        101,
        "2026-11-15T00:00:00+00:00",
        "Last backup 14 days ago.",
        true,
    );
    // Nothing new, or less than there was: nothing to save.
    check(
        some,
        100,
        "2027-11-15T00:00:00+00:00",
        "Last backup 379 days ago.",
        false,
    );
    check(
        some,
        3,
        "2027-11-15T00:00:00+00:00",
        "Last backup 379 days ago.",
        false,
    );
}
