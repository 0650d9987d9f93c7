//! The whole diary: what is taken in, put, forgotten, deleted and found.

use proptest::prelude::*;

use unknot::diary::Diary;
use unknot::diary::episode::Episode;
use unknot::diary::stored::{Record, Why, decode, encode};

use super::any::{self, cases, store};
use super::golden::RECORDS;
use super::{begun, checkup_id, ended, episode_id, minute, text_of};

fn golden() -> Diary {
    Diary::of(RECORDS.map(|(key, text)| (key, text.trim_end_matches('\n'))))
}

fn ids<'a>(episodes: impl IntoIterator<Item = &'a Episode>) -> Vec<&'a str> {
    episodes
        .into_iter()
        .map(|episode| episode.id.as_str())
        .collect()
}

fn diary(episodes: impl IntoIterator<Item = Episode>) -> Diary {
    let mut diary = Diary::default();
    for episode in episodes {
        diary.put(Record::Episode(episode));
    }
    diary
}

fn deleted(episode: Episode, n: i64) -> Episode {
    Episode {
        deleted: Some(minute(n)),
        ..episode
    }
}

#[test]
fn an_empty_diary_has_nothing() {
    let diary = Diary::default();
    assert_eq!(Diary::of::<&str, &str>([]), diary);
    assert_eq!(diary.records().count(), 0);
    assert_eq!(diary.episodes().count(), 0);
    assert_eq!(diary.unreadable().count(), 0);
    assert!(diary.newest_first().is_empty() && diary.deleted().is_empty());
    assert!(diary.checkups().is_empty());
    assert_eq!((diary.running(), diary.last_ended()), (None, None));
    assert_eq!(diary.episode(&episode_id("a")), None);
}

#[test]
fn what_is_stored_is_found_by_its_id() {
    let diary = golden();
    assert_eq!(diary.unreadable().count(), 0);
    assert_eq!(diary.checkups().len(), 6);
    assert_eq!(diary.profile().map(|profile| profile.revision), Some(4));
    assert_eq!(
        diary.episode(&episode_id("everything")).map(|e| e.revision),
        Some(7)
    );
    assert_eq!(
        diary.checkup(&checkup_id("finished")).map(|c| c.revision),
        Some(12)
    );
    // The one that was deleted is not shown, and not lost.
    assert_eq!(ids(diary.episodes()), ["marked", "minimal"]);
    assert_eq!(ids(diary.deleted()), ["everything"]);
}

#[test]
fn one_unreadable_record_costs_only_itself() {
    for (damaged, _) in RECORDS {
        for (text, why) in [
            ("", Why::Damaged),
            ("{\"v\":1,", Why::Damaged),
            ("{\"v\":99}", Why::Newer),
        ] {
            let diary = Diary::of(RECORDS.map(|(key, stored)| match key == damaged {
                true => (key, text),
                false => (key, stored.trim_end()),
            }));
            let kept: Vec<_> = diary.unreadable().collect();
            assert_eq!(kept.len(), 1, "{damaged}");
            assert_eq!(
                (kept[0].key.as_str(), kept[0].text.as_str(), kept[0].why),
                (damaged, text, why)
            );
            assert_eq!(diary.records().count(), RECORDS.len() - 1, "{damaged}");
        }
    }
}

#[test]
fn a_record_is_taken_in_in_place_of_what_was_known() {
    let mut diary = Diary::default();
    let key = "unknot/episode/a";
    let first = begun("a", minute(0));
    let second = Episode {
        notes: "more".to_string(),
        ..first.clone()
    };
    diary.take_in(key, &text_of(&first));
    diary.take_in(key, &text_of(&second));
    assert_eq!(diary.episode(&episode_id("a")), Some(&second));
    // Damaged by now: the old form is not shown as if it were still there.
    diary.take_in(key, "{");
    assert_eq!(diary.episode(&episode_id("a")), None);
    assert_eq!(diary.unreadable().count(), 1);
    diary.take_in(key, "{}");
    assert_eq!(
        diary
            .unreadable()
            .map(|kept| kept.text.as_str())
            .collect::<Vec<_>>(),
        ["{}"]
    );
    // Mended.
    diary.take_in(key, &text_of(&first));
    assert_eq!(diary, self::diary([first]));
}

#[test]
fn a_record_of_this_visit_stands_beside_a_text_that_cannot_be_read() {
    let mut diary = Diary::of([("unknot/episode/a", "{\"v\":99}")]);
    let episode = begun("a", minute(0));
    diary.put_for_now(Record::Episode(episode.clone()));
    assert_eq!(diary.episode(&episode_id("a")), Some(&episode));
    let kept: Vec<_> = diary.unreadable().map(|kept| kept.text.as_str()).collect();
    assert_eq!(kept, ["{\"v\":99}"]);
    assert_eq!(
        diary.unreadable_text("unknot/episode/a"),
        Some("{\"v\":99}")
    );
    // Stored, it is the only one.
    diary.put(Record::Episode(episode.clone()));
    assert_eq!(diary, self::diary([episode]));
    assert_eq!(diary.unreadable_text("unknot/episode/a"), None);
}

#[test]
fn what_has_gone_from_the_store_is_forgotten() {
    let mut diary = golden();
    diary.take_in("unknot/episode/newer", "{\"v\":2}");
    diary.take_in("unknot/episode/NO ID", "{}");
    diary.forget("unknot/region");
    diary.forget("unknot/episode/another");
    diary.forget("unknot/checkup/everything");
    assert_eq!(diary.records().count(), RECORDS.len());
    assert_eq!(diary.unreadable().count(), 2);
    for key in ["unknot/episode/newer", "unknot/episode/NO ID"] {
        diary.forget(key);
    }
    assert_eq!(diary, golden());
    for (key, _) in RECORDS {
        assert_ne!(diary, Diary::default(), "before {key}");
        diary.forget(key);
    }
    assert_eq!(diary, Diary::default());
}

#[test]
fn settings_and_drafts_in_the_store_are_no_part_of_it() {
    let texts = [
        "unknot/region",
        "unknot/draft/new/t",
        "unknot/early/a",
        "other/episode/a",
    ];
    assert_eq!(Diary::of(texts.map(|key| (key, "{}"))), Diary::default());
}

#[test]
fn a_deleted_episode_is_hidden_and_can_be_brought_back() {
    let mut diary = diary([
        deleted(begun("running", minute(50)), 60),
        deleted(ended("ended", minute(40), minute(45)), 70),
        ended("kept", minute(0), minute(5)),
    ]);
    assert_eq!(ids(diary.episodes()), ["kept"]);
    assert_eq!(ids(diary.newest_first()), ["kept"]);
    assert_eq!(
        ids(diary.deleted()),
        ["ended", "running"],
        "the last deleted first"
    );
    assert_eq!(diary.running(), None);
    assert_eq!(diary.last_ended().map(|e| e.id.as_str()), Some("kept"));
    let mut back = diary
        .episode(&episode_id("running"))
        .expect("still there")
        .clone();
    back.deleted = None;
    diary.put(Record::Episode(back));
    assert_eq!(diary.running().map(|e| e.id.as_str()), Some("running"));
    assert_eq!(ids(diary.newest_first()), ["running", "kept"]);
    assert_eq!(ids(diary.deleted()), ["ended"]);
}

#[test]
fn the_running_episode_is_the_one_that_began_last() {
    let check = |episodes: &[(&str, i64, bool)], running: Option<&str>, last: Option<&str>| {
        let diary = diary(episodes.iter().map(|(id, start, runs)| match runs {
            true => begun(id, minute(*start)),
            false => ended(id, minute(*start), minute(start + 5)),
        }));
        assert_eq!(
            diary.running().map(|e| e.id.as_str()),
            running,
            "{episodes:?}"
        );
        assert_eq!(
            diary.last_ended().map(|e| e.id.as_str()),
            last,
            "{episodes:?}"
        );
    };
    check(&[], None, None);
    check(&[("a", 0, true)], Some("a"), None);
    check(&[("a", 0, false)], None, Some("a"));
    check(&[("a", 0, true), ("b", 9, true)], Some("b"), None);
    check(&[("a", 9, true), ("b", 0, true)], Some("a"), None);
    check(&[("a", 0, true), ("b", 9, false)], Some("a"), Some("b"));
    check(
        &[("a", 0, false), ("b", 9, false), ("c", 5, false)],
        None,
        Some("b"),
    );
    // Zero seconds long is ended.
    let diary = self::diary([ended("a", minute(0), minute(0))]);
    assert_eq!(diary.running(), None);
}

proptest! {
    #![proptest_config(cases(256))]

    /// Those that run are known without looking through all, whatever was done before.
    #[test]
    fn those_that_run_are_the_ones_without_an_end(
        steps in proptest::collection::vec((0usize..4, 0usize..7), 0..40)
    ) {
        let mut diary = Diary::default();
        for (id, what) in steps {
            let id = ["a", "b", "c", "d"][id];
            let runs = begun(id, minute(0));
            let deleted = Episode { deleted: Some(minute(1)), ..runs.clone() };
            let record = Record::Episode(runs);
            let key = record.key();
            match what {
                0 => diary.put(record),
                1 => diary.put(Record::Episode(ended(id, minute(0), minute(5)))),
                2 => diary.put(Record::Episode(deleted)),
                3 => diary.put_for_now(record),
                4 => diary.take_in(&key, &encode(&record)),
                5 => diary.take_in(&key, "torn"),
                _ => diary.forget(&key),
            }
            let without_an_end = diary.episodes().filter(|episode| episode.end.is_none());
            prop_assert_eq!(ids(diary.all_running()), ids(without_an_end));
        }
    }
}

#[test]
fn the_newest_comes_first_by_the_time_not_by_the_clock() {
    let diary = diary([
        begun("b", super::at("2026-11-22T09:00:00+00:00")),
        begun("a", super::at("2026-11-22T09:00:00+14:00")),
        begun("d", super::at("2026-11-22T09:00:00-10:00")),
        begun("c", super::at("2026-11-22T10:00:00+01:00")),
    ]);
    // "b" and "c" began in the same second: by id, so that the order is always the same.
    assert_eq!(ids(diary.newest_first()), ["d", "c", "b", "a"]);
}

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn a_diary_is_its_records_however_they_come(records in any::records()) {
        let stored = store(&records);
        let whole = Diary::of(&stored);
        let mut put = Diary::default();
        for (key, text) in stored.iter().rev() {
            put.put(decode(key, text).expect("read"));
        }
        prop_assert_eq!(&put, &whole);
        let mut again = whole.clone();
        for (key, text) in &stored {
            again.take_in(key, text);
        }
        prop_assert_eq!(&again, &whole);
        let mut kept: Vec<String> = whole
            .episodes()
            .chain(whole.deleted())
            .map(text_of)
            .chain(whole.checkups().into_iter().map(|checkup| encode(&Record::Checkup(checkup.clone()))))
            .chain(whole.profile().map(|profile| encode(&Record::Profile(profile.clone()))))
            .chain(whole.records().filter(|record| matches!(record, Record::Day(_) | Record::Programme(_) | Record::Settings(_) | Record::Tombstone(_))).map(encode))
            .collect();
        let mut texts: Vec<String> = stored.into_values().collect();
        kept.sort_unstable();
        texts.sort_unstable();
        prop_assert_eq!(kept, texts);
        prop_assert!(whole.newest_first().is_sorted_by(|a, b| a.start >= b.start));
        prop_assert!(whole.checkups().is_sorted_by(|a, b| a.started >= b.started));
        prop_assert!(whole.deleted().is_sorted_by(|a, b| a.deleted >= b.deleted));
        prop_assert_eq!(whole.newest_first().len(), whole.episodes().count());
    }
}

/// A backup of another app, or one that was sorted by hand, comes in any order.
#[test]
fn the_order_in_which_records_are_read_does_not_matter() {
    let running = begun("mf3k", minute(0));
    let mut stored: Vec<(String, String)> = RECORDS
        .iter()
        .map(|(key, text)| (key.to_string(), text.trim_end().to_string()))
        .collect();
    stored.push(("unknot/episode/mf3k".to_string(), text_of(&running)));
    stored.sort();
    let sorted = Diary::of(stored.iter().map(|(key, text)| (key, text)));
    assert_eq!(sorted.running(), Some(&running));
    let mut read_one_by_one = Diary::default();
    for (key, text) in stored.iter().rev() {
        read_one_by_one.take_in(key, text);
    }
    assert_eq!(read_one_by_one, sorted);
    let backward = Diary::of(stored.iter().rev().map(|(key, text)| (key, text)));
    assert_eq!(backward, sorted);
    // Of two texts under one key the later one counts.
    let key = "unknot/episode/mf3k".to_string();
    let ended = text_of(&ended("mf3k", minute(0), minute(1)));
    let twice = stored
        .iter()
        .map(|(key, text)| (key, text))
        .chain([(&key, &ended)]);
    let twice = Diary::of(twice);
    assert_eq!(
        twice.episode(&running.id).and_then(|one| one.end),
        Some(minute(1))
    );
    assert_eq!(twice.running().map(|one| one.id.as_str()), Some("minimal"));
    assert_eq!(twice.keys(), sorted.keys());
}
