//! The diary: what is stored and read again, restored, typed and counted.

mod again;
mod amend;
mod any;
mod asks;
mod backup;
mod calendar;
mod cards;
mod checkup;
mod clock;
mod draft;
mod episode;
mod export;
mod facts;
mod filter;
mod ics;
mod import;
mod join;
mod marks;
mod merge;
mod moment;
mod odd;
mod profile;
mod relief;
mod reminders;
mod report;
mod route;
mod scores;
mod session;
mod size;
mod stored;
mod trends;
mod usual;
mod whole;

use std::sync::atomic::{AtomicU32, Ordering};

use chrono::{DateTime, NaiveDate, TimeDelta};

use unknot::diary::checkup::Checkup;
use unknot::diary::episode::{Episode, Recorded, Severity};
use unknot::diary::facts as fields;
use unknot::diary::facts::words::{field_words, value_words};
use unknot::diary::id::{CheckupId, EpisodeId, ItemId};
use unknot::diary::moment::Moment;
use unknot::diary::stamp::Device;
use unknot::diary::stored::{Record, encode};

/// Stored records as they were shipped. A file here is never edited and never deleted.
mod golden {
    pub const EVERYTHING: &str = include_str!("diary/golden/episode-v1-everything.json");
    pub const MINIMAL: &str = include_str!("diary/golden/episode-v1-minimal.json");
    pub const EVERYTHING_2: &str = include_str!("diary/golden/episode-v2-everything.json");
    pub const MARKED: &str = include_str!("diary/golden/episode-v2-marked.json");
    pub const MINIMAL_2: &str = include_str!("diary/golden/episode-v2-minimal.json");
    pub const GONE_3: &str = include_str!("diary/golden/episode-v3-gone.json");
    pub const DAY: &str = include_str!("diary/golden/day-v1.json");
    pub const DAY_2: &str = include_str!("diary/golden/day-v2.json");
    pub const PROGRAMME: &str = include_str!("diary/golden/programme-v1.json");
    pub const FINISHED: &str = include_str!("diary/golden/checkup-v1-finished.json");
    pub const UNKNOWN: &str = include_str!("diary/golden/checkup-v1-unknown.json");
    pub const HELPED: &str = include_str!("diary/golden/checkup-v2-helped.json");
    pub const MISTAKEN: &str = include_str!("diary/golden/checkup-v2-mistaken.json");
    pub const SETTLED: &str = include_str!("diary/golden/checkup-v3-settled.json");
    /// The same check-ups in version 4.
    pub const FINISHED_4: &str = include_str!("diary/golden/checkup-v4-finished.json");
    pub const UNKNOWN_4: &str = include_str!("diary/golden/checkup-v4-unknown.json");
    pub const HELPED_4: &str = include_str!("diary/golden/checkup-v4-helped.json");
    pub const MISTAKEN_4: &str = include_str!("diary/golden/checkup-v4-mistaken.json");
    pub const SETTLED_4: &str = include_str!("diary/golden/checkup-v4-settled.json");
    pub const PROFILE_2: &str = include_str!("diary/golden/profile-v2.json");
    pub const PROFILE: &str = include_str!("diary/golden/profile-v1.json");
    pub const BACKUP: &str = include_str!("diary/golden/backup-v1.json");
    /// The same in version 2.
    pub const BACKUP_2: &str = include_str!("diary/golden/backup-v2.json");

    /// The newest forms of the same, from before there were stamps.
    pub const EVERYTHING_4: &str = include_str!("diary/golden/episode-v4-everything.json");
    pub const MARKED_4_UNSTAMPED: &str =
        include_str!("diary/golden/episode-v4-marked-unstamped.json");
    pub const MINIMAL_4: &str = include_str!("diary/golden/episode-v4-minimal.json");
    pub const GONE_5_UNSTAMPED: &str = include_str!("diary/golden/episode-v5-gone-unstamped.json");
    pub const DAY_3_UNSTAMPED: &str = include_str!("diary/golden/day-v3-unstamped.json");
    pub const DAY_3_TWO_COPIES: &str = include_str!("diary/golden/day-v3-two-copies.json");
    pub const PROGRAMME_2_UNSTAMPED: &str =
        include_str!("diary/golden/programme-v2-unstamped.json");
    pub const FINISHED_5: &str = include_str!("diary/golden/checkup-v5-finished.json");
    pub const UNKNOWN_5: &str = include_str!("diary/golden/checkup-v5-unknown.json");
    pub const HELPED_5: &str = include_str!("diary/golden/checkup-v5-helped.json");
    pub const MISTAKEN_5: &str = include_str!("diary/golden/checkup-v5-mistaken.json");
    pub const SETTLED_5_UNSTAMPED: &str =
        include_str!("diary/golden/checkup-v5-settled-unstamped.json");
    pub const PROFILE_3_UNSTAMPED: &str = include_str!("diary/golden/profile-v3-unstamped.json");
    /// With stamps.
    pub const MARKED_4: &str = include_str!("diary/golden/episode-v4-marked.json");
    pub const GONE_5: &str = include_str!("diary/golden/episode-v5-gone.json");
    pub const DAY_3: &str = include_str!("diary/golden/day-v3.json");
    pub const PROGRAMME_2: &str = include_str!("diary/golden/programme-v2.json");
    pub const SETTLED_5: &str = include_str!("diary/golden/checkup-v5-settled.json");
    pub const PROFILE_3: &str = include_str!("diary/golden/profile-v3.json");
    pub const SETTINGS: &str = include_str!("diary/golden/settings-v1.json");
    /// A backup of those, and of two texts that cannot be read.
    pub const BACKUP_3: &str = include_str!("diary/golden/backup-v3.json");

    /// Each record of the newest form with its key.
    pub const NEWEST: [(&str, &str); 7] = [
        ("unknot/checkup/settled", SETTLED_5),
        ("unknot/day/2026-11-24", DAY_3),
        ("unknot/episode/gone", GONE_5),
        ("unknot/episode/marked", MARKED_4),
        ("unknot/profile/me", PROFILE_3),
        ("unknot/programme/me", PROGRAMME_2),
        ("unknot/settings/me", SETTINGS),
    ];

    /// Each record with its key.
    pub const RECORDS: [(&str, &str); 13] = [
        ("unknot/checkup/finished", FINISHED),
        ("unknot/checkup/helped", HELPED),
        ("unknot/checkup/mistaken", MISTAKEN),
        ("unknot/checkup/settled", SETTLED),
        ("unknot/checkup/settled-4", SETTLED_4),
        ("unknot/checkup/unknown", UNKNOWN),
        ("unknot/day/2026-11-22", DAY),
        ("unknot/day/2026-11-23", DAY_2),
        ("unknot/episode/everything", EVERYTHING),
        ("unknot/episode/marked", MARKED),
        ("unknot/episode/minimal", MINIMAL),
        ("unknot/profile/me", PROFILE),
        ("unknot/programme/me", PROGRAMME),
    ];

    /// The records of the backup.
    pub const IN_BACKUP: [(&str, &str); 4] = [
        ("unknot/checkup/finished", FINISHED),
        ("unknot/checkup/unknown", UNKNOWN),
        ("unknot/episode/everything", EVERYTHING),
        ("unknot/episode/minimal", MINIMAL),
    ];
}

/// An id that no other call has given.
fn item() -> ItemId {
    static GIVEN: AtomicU32 = AtomicU32::new(0);
    ItemId::of(GIVEN.fetch_add(1, Ordering::Relaxed))
}

/// A moment, read without the code under test.
fn at(text: &str) -> Moment {
    DateTime::parse_from_rfc3339(text).unwrap_or_else(|error| panic!("{text}: {error}"))
}

/// A day, read without the code under test.
fn date(text: &str) -> NaiveDate {
    text.parse()
        .unwrap_or_else(|error| panic!("{text}: {error}"))
}

/// So many seconds after a fixed moment.
fn second(n: i64) -> Moment {
    at("2026-11-22T01:00:00+01:00") + TimeDelta::seconds(n)
}

/// So many minutes after the same moment.
fn minute(n: i64) -> Moment {
    second(60 * n)
}

fn episode_id(text: &str) -> EpisodeId {
    EpisodeId::parse(text).unwrap_or_else(|| panic!("no id: {text:?}"))
}

fn checkup_id(text: &str) -> CheckupId {
    CheckupId::parse(text).unwrap_or_else(|| panic!("no id: {text:?}"))
}

fn severity(n: u8) -> Severity {
    Severity::new(n).unwrap_or_else(|| panic!("no severity: {n}"))
}

/// An episode that began then, and of which nothing else is known.
fn begun(id: &str, start: Moment) -> Episode {
    Episode::begun(episode_id(id), start, Recorded::Live)
}

/// One that also ended.
fn ended(id: &str, start: Moment, end: Moment) -> Episode {
    Episode {
        end: Some(end),
        ..begun(id, start)
    }
}

/// The record after an act at `now`, on one of a few devices.
fn stamped_on(device: u32, base: Option<&Record>, mut mine: Record, now: Moment) -> Record {
    fields::stamp(base, &mut mine, &now, Device::of(device));
    mine
}

/// The episode after an act at `now`.
fn stamped(base: Option<&Episode>, mine: Episode, now: Moment) -> Episode {
    let base = base.map(|base| Record::Episode(base.clone()));
    match stamped_on(1, base.as_ref(), Record::Episode(mine), now) {
        Record::Episode(episode) => episode,
        other => panic!("{other:?}"),
    }
}

/// The earlier values of a record, in words: the field and the value.
fn earlier(record: &Record, now: Moment) -> Vec<(String, String)> {
    let all = record.history().earlier_values();
    all.map(|one| {
        (
            field_words(record, &one.field),
            value_words(&one.field, &one.value, &now),
        )
    })
    .collect()
}

fn text_of(episode: &Episode) -> String {
    encode(&Record::Episode(episode.clone()))
}

fn text_of_checkup(checkup: &Checkup) -> String {
    encode(&Record::Checkup(checkup.clone()))
}

/// The same episode to the second and the offset. (Two moments are equal already when they are the
/// same instant on two clocks.)
#[track_caller]
fn assert_same(left: &Episode, right: &Episode) {
    assert_eq!(left, right);
    assert_eq!(text_of(left), text_of(right));
}
