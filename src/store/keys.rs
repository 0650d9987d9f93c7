//! The registry of every key in every store: its location, owner, form and version. A test finds keys in the sources, the
//! page and the service worker that are missing here, and compares `docs/format.md` with this list.

pub use crate::diary::backup::DRAFT;
use crate::diary::settings;
use crate::diary::stored::NEWEST_EPISODE;

/// Where a key is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Location {
    /// localStorage alone.
    Fast,
    /// IndexedDB alone.
    Durable,
    Both,
    /// sessionStorage: of one tab.
    Session,
    /// Cache Storage: the name of a cache.
    Cache,
    /// The name of a channel, a database or a file: nothing is stored under it.
    Name,
}

/// A key, or a prefix of keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KeyEntry {
    /// The key. One that ends with "/" is a prefix.
    pub key: &'static str,
    /// Where it is kept.
    pub place: Location,
    /// The source that reads and writes it.
    pub owner: &'static str,
    /// The form of its value.
    pub form: &'static str,
    /// The newest version of that form.
    pub version: u32,
}

/// A key of a small value in the fast store that is no record, such as a setting. Pages can only name keys of this type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Key(pub(crate) &'static str);

impl Key {
    /// The key as it is stored.
    pub fn name(self) -> &'static str {
        self.0
    }
}

/// The epoch: the number of times that everything was erased; with the suffix "!" until the fast store is emptied.
pub const EPOCH: &str = "unknot/epoch";
/// The random number of this device, for this diary alone.
pub const DEVICE: &str = "unknot/device";
/// The sequence: the number of transactions that have written.
pub const SEQUENCE: &str = "unknot/sequence";
/// The index of the first rows of an import whose records are not applied yet; missing when all are.
pub const PENDING_INDEX: &str = "unknot/filling";
/// The id of the last import.
pub const IMPORT_ID: &str = "unknot/import";
/// The undo log of the last import: rows of key, text before, text written.
pub const UNDO_LOG: &str = "unknot/before";
/// The log of the last import that was undone.
pub const REVERTED_LOG: &str = "unknot/undone";
/// The commit key of a staged import: "1" once it counts. Before that it reserves room for the longest record.
pub const STAGED: &str = "unknot/next";
/// The prefix of staged records, followed by the rest of their key.
pub const STAGED_RECORD: &str = "unknot/next/";
/// The time of the last import that can be undone.
pub const IMPORTED: &str = "unknot/imported";
/// The id of the newest started episode, for other tabs.
pub const RUNNING: &str = "unknot/running";
/// The time when expired episodes were first seen in the trash.
pub const EXPIRED: &str = "unknot/expired";
/// Taps that the shell noted before the app was up: the id, and the time.
pub const EARLY: &str = "unknot/early/";
/// The presence marker: an empty cache beside both stores, which says that something was kept here.
pub const MARKER: &str = "unknot-kept";
/// The name of a tab.
pub const TAB: &str = "unknot/tab";

/// The ids of the episodes that were asked about once.
pub const ASKED: Key = Key("unknot/asked");
/// The running episode of which it was said that it goes on, and when.
pub const GOES_ON: Key = Key("unknot/goes-on");
/// Light or dark: also a setting, which the shell reads here before the first paint.
pub const APPEARANCE: Key = Key("unknot/appearance");
/// Settings as version 0.1 kept them. They move into the record of settings.
const SETTINGS_0_1: [(&str, Key); 8] = [
    (settings::REGION, Key("unknot/region")),
    (settings::OWN_NUMBER, Key("unknot/number")),
    (settings::QUESTIONS, Key("unknot/questions")),
    (settings::PEG, Key("unknot/peg")),
    (settings::ROLAND_MORRIS, Key("unknot/roland-morris")),
    (settings::NOTICES, Key("unknot/notices")),
    (settings::VOICE, Key("unknot/voice")),
    (settings::APPEARANCE, APPEARANCE),
];

/// The key under which version 0.1 kept a setting.
pub fn of_setting(name: &str) -> Option<Key> {
    let found = SETTINGS_0_1.iter().find(|(there, _)| *there == name);
    found.map(|(_, key)| *key)
}

/// The check-up whose reminder was put away.
pub const PUT_AWAY: Key = Key("unknot/put-away");
/// The reminders that were saved as a calendar file.
pub const CALENDAR: Key = Key("unknot/calendar");
/// The session of relief that is going on.
pub const SESSION: Key = Key("unknot/session");
/// The timer that is going on.
pub const TIMER: Key = Key("unknot/timer");
/// When "it's worse" was tapped.
pub const WORSE: Key = Key("unknot/worse");
/// When a backup was made, and of what.
pub const BACKUP_MADE: Key = Key("unknot/backup/made");
/// Until when no backup is asked for.
pub const BACKUP_LATER: Key = Key("unknot/backup/later");

use Location::{Both, Cache, Durable, Fast, Name, Session};

const fn entry(
    key: &'static str,
    place: Location,
    owner: &'static str,
    version: u32,
    form: &'static str,
) -> KeyEntry {
    KeyEntry {
        key,
        place,
        owner,
        form,
        version,
    }
}

/// The registry.
#[rustfmt::skip]
pub const REGISTRY: &[KeyEntry] = &[
    entry("unknot", Name, "browser/durable, browser/channel", 1, "database, with the store \"records\"; channel of all tabs"),
    entry("unknot/", Name, "diary/stored", 1, "beginning of every key"),
    entry("unknot/episode/", Both, "diary/stored", NEWEST_EPISODE, "record: an episode or its tombstone"),
    entry("unknot/checkup/", Both, "diary/stored", 5, "record: a check-up"),
    entry("unknot/day/", Both, "diary/stored", 3, "record: a day"),
    entry("unknot/profile/me", Both, "diary/stored", 3, "record: the profile"),
    entry("unknot/programme/me", Both, "diary/stored", 2, "record: the home programme"),
    entry("unknot/settings/me", Both, "diary/stored", 1, "record: the settings"),
    entry(EPOCH, Both, "store/erase", 1, "number; in the fast store \"!\" behind it while unfinished"),
    entry(DEVICE, Both, "store/commit", 1, "random number in base 36"),
    entry(SEQUENCE, Durable, "store/transaction", 1, "number"),
    entry(PENDING_INDEX, Durable, "store/transaction", 1, "number"),
    entry(IMPORT_ID, Durable, "store/transaction", 1, "number"),
    entry(UNDO_LOG, Durable, "store/transaction", 1, "rows: key, text before, text written"),
    entry("unknot/before/", Durable, "store/transaction", 1, "further rows, by number"),
    entry(REVERTED_LOG, Durable, "store/transaction", 1, "rows: key, text before, text written"),
    entry("unknot/undone/", Durable, "store/transaction", 1, "further rows, by number"),
    entry(STAGED, Fast, "store/staged", 1, "spaces, then \"1\""),
    entry(STAGED_RECORD, Fast, "store/staged", 1, "record; \"=\" before one that is put back"),
    entry(IMPORTED, Fast, "store/import", 1, "moment"),
    entry(EXPIRED, Fast, "store/trash", 1, "moment"),
    entry(RUNNING, Fast, "store/starting", 1, "id"),
    entry(EARLY, Fast, "index.html, store/starting", 1, "moment, by id"),
    entry(ASKED.0, Fast, "store/act", 1, "ids, by spaces"),
    entry(DRAFT, Fast, "diary/draft", 1, "JSON: draft of an episode, by its id and the tab"),
    entry("unknot/draft/peg/", Fast, "ui/pages/questionnaires", 1, "three numbers, by day"),
    entry(GOES_ON.0, Fast, "ui/pages/now/asked", 1, "id and moment"),
    entry(PUT_AWAY.0, Fast, "ui/preferences", 1, "id"),
    entry(APPEARANCE.0, Fast, "ui/preferences, index.html", 1, "id"),
    entry("unknot/region", Fast, "ui/preferences (version 0.1)", 1, "id"),
    entry("unknot/number", Fast, "ui/preferences (version 0.1)", 1, "telephone number"),
    entry("unknot/questions", Fast, "ui/preferences (version 0.1)", 1, "text"),
    entry("unknot/peg", Fast, "ui/preferences (version 0.1)", 1, "\"on\""),
    entry("unknot/roland-morris", Fast, "ui/preferences (version 0.1)", 1, "\"on\""),
    entry("unknot/notices", Fast, "ui/preferences (version 0.1)", 1, "\"on\""),
    entry("unknot/voice", Fast, "ui/preferences (version 0.1)", 1, "on or off, loudness, pace"),
    entry(CALENDAR.0, Fast, "diary/reminders", 2, "JSON; version 1 was a line of words"),
    entry(SESSION.0, Fast, "diary/session", 3, "JSON; version 2 was a line of words"),
    entry(TIMER.0, Fast, "diary/timer", 2, "JSON; version 1 was a line of words"),
    entry(WORSE.0, Fast, "ui/pages/relief/guided", 1, "moment"),
    entry(BACKUP_MADE.0, Fast, "ui/parts/backup_card", 1, "moment and count"),
    entry(BACKUP_LATER.0, Fast, "ui/parts/backup_card", 1, "moment"),
    entry(TAB, Session, "browser/kept", 1, "id"),
    entry(MARKER, Cache, "browser/marker", 1, "empty cache"),
    entry("unknot ", Cache, "public/sw.js", 1, "name of a cache: the path of the page and the version"),
];
