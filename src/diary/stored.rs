//! The stored form: one record a key, written in JSON with its version. A shipped version is never
//! edited: a change is a version of its own, which the reader tells apart, and its golden file joins
//! the tests. All are written in the compact form ([`crate::diary::compact`]), with a checksum.
//!
//! The versions so far, each kind counted by itself. A record moves on when it is next written, alone:
//! wherever that is interrupted, each record is whole in the one version or the other.
//!
//! | Kind | Version | What it brought | Read by |
//! |---|---|---|---|
//! | episode | 1 to 5 | an episode, or its tombstone | `stored/episode.rs`, which lists them |
//! | check-up | 1, 2, 3 | by names; 2 what became of it; 3 of which rules | `checkup::decode_named` |
//! | check-up | 4, 5 | compact; 5 stamps | `checkup::decode` |
//! | day | 1, 2, 3 | compact; 2 earlier values; 3 stamps, earlier values as data | `day::decode_day` |
//! | programme | 1, 2 | compact; 2 stamps | `day::decode_programme` |
//! | profile | 1 | by names | `checkup::decode_profile_named` |
//! | profile | 2, 3 | compact; 3 stamps | `checkup::decode_profile` |
//! | settings | 1 | compact, stamps | `day::decode_settings` |
//!
//! What cannot be read keeps its text and is never overwritten.

mod checkup;
mod day;
mod episode;

pub use episode::NEWEST as NEWEST_EPISODE;

use chrono::NaiveDate;
use serde_json::Value;

use crate::diary::checkup::Checkup;
use crate::diary::compact;
use crate::diary::day::Day;
use crate::diary::episode::{Episode, Recorded};
use crate::diary::facts::read_moment;
use crate::diary::history::History;
use crate::diary::id::CheckupId;
use crate::diary::id::EpisodeId;
use crate::diary::json::Fields;
use crate::diary::moment;
use crate::diary::place::{Place, Places};
use crate::diary::profile::Profile;
use crate::diary::programme::Programme;
use crate::diary::settings::Settings;

/// Every key of ours begins so. Pages of one account share an origin: other keys are not ours.
pub const PREFIX: &str = "unknot/";
const EPISODE: &str = "unknot/episode/";
/// Keys of check-ups begin so.
pub const CHECKUP: &str = "unknot/checkup/";
/// Keys of days begin so.
pub const DAY: &str = "unknot/day/";
/// Key of the one profile.
pub const PROFILE: &str = "unknot/profile/me";
/// Key of the one home programme.
pub const PROGRAMME: &str = "unknot/programme/me";
/// Key of the settings.
pub const SETTINGS: &str = "unknot/settings/me";

/// What is kept under one key.
#[derive(Debug, Clone, PartialEq)]
pub enum Record {
    Episode(Episode),
    /// A check-up.
    Checkup(Checkup),
    /// What the person said of themselves.
    Profile(Profile),
    Day(Day),
    /// The home programme.
    Programme(Programme),
    Settings(Settings),
    /// An episode that was deleted for good.
    Tombstone(Tombstone),
}

/// What is left of an episode that was deleted for good, so that no older copy brings it back.
#[derive(Debug, Clone, PartialEq)]
pub struct Tombstone {
    pub id: EpisodeId,
    /// How often it was stored.
    pub revision: u32,
    /// When it was deleted for good; and, as earlier values, anything said after that by a copy that had not heard
    /// of it.
    pub history: History,
}

impl Record {
    /// The key that it is kept under.
    pub fn key(&self) -> String {
        match self {
            Record::Episode(episode) => episode_key(&episode.id),
            Record::Tombstone(tombstone) => episode_key(&tombstone.id),
            Record::Checkup(checkup) => checkup_key(&checkup.id),
            Record::Profile(_) => PROFILE.to_string(),
            Record::Day(day) => day_key(day.date),
            Record::Programme(_) => PROGRAMME.to_string(),
            Record::Settings(_) => SETTINGS.to_string(),
        }
    }

    /// The episode, if it is one.
    pub fn episode(&self) -> Option<&Episode> {
        match self {
            Record::Episode(episode) => Some(episode),
            _ => None,
        }
    }

    /// The check-up, if it is one.
    pub fn checkup(&self) -> Option<&Checkup> {
        match self {
            Record::Checkup(checkup) => Some(checkup),
            _ => None,
        }
    }

    /// Its past.
    pub fn history(&self) -> &History {
        match self {
            Record::Episode(episode) => &episode.history,
            Record::Checkup(checkup) => &checkup.history,
            Record::Profile(profile) => &profile.history,
            Record::Day(day) => &day.history,
            Record::Programme(programme) => &programme.history,
            Record::Settings(settings) => &settings.history,
            Record::Tombstone(tombstone) => &tombstone.history,
        }
    }

    pub(super) fn history_mut(&mut self) -> &mut History {
        match self {
            Record::Episode(episode) => &mut episode.history,
            Record::Checkup(checkup) => &mut checkup.history,
            Record::Profile(profile) => &mut profile.history,
            Record::Day(day) => &mut day.history,
            Record::Programme(programme) => &mut programme.history,
            Record::Settings(settings) => &mut settings.history,
            Record::Tombstone(tombstone) => &mut tombstone.history,
        }
    }

    /// How often it was stored, on the device that stored it most often.
    pub fn revision(&self) -> u32 {
        match self {
            Record::Episode(episode) => episode.revision,
            Record::Checkup(checkup) => checkup.revision,
            Record::Profile(profile) => profile.revision,
            Record::Day(day) => day.revision,
            Record::Programme(programme) => programme.revision,
            Record::Settings(settings) => settings.revision,
            Record::Tombstone(tombstone) => tombstone.revision,
        }
    }

    pub(super) fn set_revision(&mut self, to: u32) {
        match self {
            Record::Episode(episode) => episode.revision = to,
            Record::Checkup(checkup) => checkup.revision = to,
            Record::Profile(profile) => profile.revision = to,
            Record::Day(day) => day.revision = to,
            Record::Programme(programme) => programme.revision = to,
            Record::Settings(settings) => settings.revision = to,
            Record::Tombstone(tombstone) => tombstone.revision = to,
        }
    }
}

/// A record with nothing said in it, under this key. An episode or a check-up needs to know when it
/// started, as a value; none without that.
pub(super) fn empty(key: &str, start: Option<&str>) -> Option<Record> {
    if let Some(id) = episode_id(key) {
        let start = read_moment(start?)?;
        return Some(Record::Episode(Episode::begun(
            id,
            start,
            Recorded::Afterwards,
        )));
    }
    if let Some(id) = checkup_id(key) {
        let start = read_moment(start?)?;
        return Some(Record::Checkup(Checkup::begun(id, start, None)));
    }
    if let Some(date) = day_of(key) {
        return Some(Record::Day(Day::empty(date)));
    }
    match key {
        PROFILE => Some(Record::Profile(Profile::default())),
        PROGRAMME => Some(Record::Programme(Programme::default())),
        SETTINGS => Some(Record::Settings(Settings::default())),
        _ => None,
    }
}

/// A stored text that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreadable {
    /// The key it stands under.
    pub key: String,
    /// The text, as it is.
    pub text: String,
    pub why: Why,
}

/// Why a text cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// It was written by a newer version of the app.
    Newer,
    /// It is damaged, or not ours.
    Damaged,
}

/// The key of an episode.
pub fn episode_key(id: &EpisodeId) -> String {
    format!("{EPISODE}{}", id.as_str())
}

/// The key of a check-up.
pub fn checkup_key(id: &CheckupId) -> String {
    format!("{CHECKUP}{}", id.as_str())
}

/// The key of a day: "unknot/day/2026-11-22".
pub fn day_key(date: NaiveDate) -> String {
    format!("{DAY}{}", moment::date(date))
}

/// The day that a key names.
pub fn day_of(key: &str) -> Option<NaiveDate> {
    moment::read_date(key.strip_prefix(DAY)?)
}

/// The episode that a key names.
pub fn episode_id(key: &str) -> Option<EpisodeId> {
    key.strip_prefix(EPISODE).and_then(EpisodeId::parse)
}

/// The check-up that a key names.
pub fn checkup_id(key: &str) -> Option<CheckupId> {
    key.strip_prefix(CHECKUP).and_then(CheckupId::parse)
}

/// Whether a key holds a record of the diary (and not a setting or a draft).
pub fn is_record(key: &str) -> bool {
    [EPISODE, CHECKUP, DAY]
        .iter()
        .any(|kind| key.starts_with(kind))
        || [PROFILE, PROGRAMME, SETTINGS].contains(&key)
}

/// The text that a record is stored as.
pub fn encode(record: &Record) -> String {
    match record {
        Record::Episode(episode) => episode::encode(episode),
        Record::Checkup(checkup) => checkup::encode(checkup),
        Record::Profile(profile) => checkup::encode_profile(profile),
        Record::Day(day) => day::encode_day(day),
        Record::Programme(programme) => day::encode_programme(programme),
        Record::Settings(settings) => day::encode_settings(settings),
        Record::Tombstone(tombstone) => episode::encode_tombstone(tombstone),
    }
}

/// Reads a record.
///
/// # Errors
/// [`Unreadable`] with the text as it is, when it was written by a newer version or is damaged.
pub fn decode(key: &str, text: &str) -> Result<Record, Unreadable> {
    let record = match compact::version(text) {
        Some(version) => decode_compact(key, version, text),
        None => serde_json::from_str(text)
            .map_err(|_| Why::Damaged)
            .and_then(|value| decode_named(key, &value)),
    };
    record.map_err(|why| Unreadable {
        key: key.to_string(),
        text: text.to_string(),
        why,
    })
}

fn decode_compact(key: &str, version: u32, text: &str) -> Result<Record, Why> {
    let (newest, record) = if let Some(id) = episode_id(key) {
        (episode::NEWEST, Some(episode::read(id, version, text)))
    } else if let Some(date) = day_of(key) {
        let read = || day::decode_day(date, version, text).map(Record::Day);
        (day::DAY_VERSION, matches!(version, 1..=3).then(read))
    } else if key == PROGRAMME {
        let read = || day::decode_programme(version, text).map(Record::Programme);
        (day::PROGRAMME_VERSION, matches!(version, 1 | 2).then(read))
    } else if key == SETTINGS {
        let read = || day::decode_settings(text).map(Record::Settings);
        (day::SETTINGS_VERSION, (version == 1).then(read))
    } else if let Some(id) = checkup_id(key) {
        let read = || checkup::decode(id, version, text).map(Record::Checkup);
        (checkup::VERSION, matches!(version, 4 | 5).then(read))
    } else if key == PROFILE {
        let read = || checkup::decode_profile(version, text).map(Record::Profile);
        (
            checkup::PROFILE_VERSION,
            matches!(version, 2 | 3).then(read),
        )
    } else {
        return Err(Why::Damaged);
    };
    match record.flatten() {
        Some(record) => Ok(record),
        // What is torn may begin with any number; what is whole says what it is.
        None if version > newest && compact::is_whole(text) => Err(Why::Newer),
        None => Err(Why::Damaged),
    }
}

/// Reads a record whose fields have names.
fn decode_named(key: &str, value: &Value) -> Result<Record, Why> {
    let fields = Fields::of(value).ok_or(Why::Damaged)?;
    let version_up_to = |newest: u32| match fields.number("v") {
        Some(newer) if newer > u64::from(newest) => Err(Why::Newer),
        Some(version) if version > 0 => Ok(version),
        _ => Err(Why::Damaged),
    };
    let record = if let Some(id) = episode_id(key) {
        version_up_to(1)?;
        episode::decode_1(id, &fields).map(Record::Episode)
    } else if let Some(id) = checkup_id(key) {
        let version = version_up_to(3)?;
        checkup::decode_named(id, version, &fields).map(Record::Checkup)
    } else if key == PROFILE {
        version_up_to(1)?;
        checkup::decode_profile_named(&fields).map(Record::Profile)
    } else {
        // Days, the programme and the settings never had names.
        version_up_to(
            if day_of(key).is_some() || key == PROGRAMME || key == SETTINGS {
                1
            } else {
                u32::MAX
            },
        )?;
        None
    };
    record.ok_or(Why::Damaged)
}

/// Reads "places", a list of ids; empty where it is not there.
pub(super) fn decode_places(fields: &Fields) -> Option<Places> {
    let places = fields.each("places", |id| Place::from_id(id.as_str()?))?;
    Some(places.into_iter().collect())
}

fn revision(fields: &Fields) -> Option<u32> {
    u32::try_from(fields.number("rev")?).ok()
}
