//! Every key of every store of this app: who owns it, in which form, since which version. A test looks through
//! the sources, the page and the service worker for keys that are missing here, and holds `docs/format.md`
//! to this list.

/// Where a key is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// localStorage alone.
    Fast,
    /// IndexedDB alone.
    Durable,
    /// Both.
    Both,
    /// sessionStorage: of one tab.
    Session,
    /// Cache Storage: the name of a cache.
    Cache,
    /// The name of a channel, a database or a file: nothing is stored under it.
    Name,
}

/// A key, or the beginning of many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry {
    /// The key. One that ends with "/" is the beginning of many.
    pub key: &'static str,
    /// Where it is kept.
    pub place: Place,
    /// The source that reads and writes it.
    pub owner: &'static str,
    /// The form of its value.
    pub form: &'static str,
    /// The newest version of that form.
    pub version: u32,
}

/// A small value of the fast store that is no record: a setting, a draft. Only those that are listed here can
/// be read or written by a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Key(pub(crate) &'static str);

impl Key {
    /// The key as it is stored.
    pub fn name(self) -> &'static str {
        self.0
    }
}

/// How often everything was erased; with "!" behind it while the fast store is not emptied yet.
pub const EPOCH: &str = "unknot/epoch";
/// The random number of this device, for this diary alone.
pub const DEVICE: &str = "unknot/device";
/// How many transactions have written.
pub const SEQUENCE: &str = "unknot/sequence";
/// The number of the first rows of an import of which the records have not followed; missing where all have.
pub const PENDING_INDEX: &str = "unknot/filling";
/// The id of the last import.
pub const IMPORT_ID: &str = "unknot/import";
/// The rows of the last import: key, text before, text written.
pub const UNDO_LOG: &str = "unknot/before";
/// The rows of the import that was taken back last.
pub const REVERTED_LOG: &str = "unknot/undone";
/// Before a staged import counts this holds room for the longest of its records; then "1".
pub const STAGED: &str = "unknot/next";
/// A staged record stands under this and the rest of its key.
pub const STAGED_RECORD: &str = "unknot/next/";
/// When the last import was that can be taken back.
pub const IMPORTED: &str = "unknot/imported";
/// The id of the episode that was started last, for other tabs.
pub const RUNNING: &str = "unknot/running";
/// When the trash was first seen to hold expired episodes.
pub const EXPIRED: &str = "unknot/expired";
/// Taps that the shell noted before the app was up: the id, and the time.
pub const EARLY: &str = "unknot/early/";
/// What was typed and is not saved yet, by episode and tab.
pub const DRAFT: &str = "unknot/draft/";
/// The presence marker: an empty cache beside both stores, which says that something was kept here.
pub const MARKER: &str = "unknot-kept";
/// The name of a tab.
pub const TAB: &str = "unknot/tab";

/// The ids of the episodes that were asked about once.
pub const ASKED: Key = Key("unknot/asked");
/// The running episode of which it was said that it goes on, and when.
pub const GOES_ON: Key = Key("unknot/goes-on");
/// The region, whose emergency numbers are shown.
pub const REGION: Key = Key("unknot/region");
/// A number of the person's own to call.
pub const OWN_NUMBER: Key = Key("unknot/number");
/// Light or dark.
pub const APPEARANCE: Key = Key("unknot/appearance");
/// Whether PEG is wanted.
pub const PEG: Key = Key("unknot/peg");
/// Whether Roland-Morris is wanted.
pub const ROLAND_MORRIS: Key = Key("unknot/roland-morris");
/// Whether notices are wanted.
pub const NOTICES: Key = Key("unknot/notices");
/// The check-up of which the card was put away.
pub const PUT_AWAY: Key = Key("unknot/put-away");
/// The voice.
pub const VOICE: Key = Key("unknot/voice");
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
/// Questions of the person's own for the report.
pub const QUESTIONS: Key = Key("unknot/questions");

use Place::{Both, Cache, Durable, Fast, Name, Session};

const fn entry(
    key: &'static str,
    place: Place,
    owner: &'static str,
    form: &'static str,
    version: u32,
) -> Entry {
    Entry {
        key,
        place,
        owner,
        form,
        version,
    }
}

/// The registry.
pub const REGISTRY: &[Entry] = &[
    entry("unknot/", Name, "diary/stored", "beginning of every key", 1),
    entry(
        "unknot/episode/",
        Both,
        "diary/stored",
        "record: an episode, or its tombstone",
        3,
    ),
    entry(
        "unknot/checkup/",
        Both,
        "diary/stored",
        "record: a check-up",
        4,
    ),
    entry("unknot/day/", Both, "diary/stored", "record: a day", 2),
    entry(
        "unknot/profile/me",
        Both,
        "diary/stored",
        "record: the profile",
        2,
    ),
    entry(
        "unknot/programme/me",
        Both,
        "diary/stored",
        "record: the programme",
        1,
    ),
    entry(
        EPOCH,
        Both,
        "store/erase",
        "a number; \"!\" behind it while unfinished",
        1,
    ),
    entry(DEVICE, Both, "store/commit", "a number", 1),
    entry(SEQUENCE, Durable, "store/transaction", "a number", 1),
    entry(PENDING_INDEX, Durable, "store/transaction", "a number", 1),
    entry(IMPORT_ID, Durable, "store/transaction", "a number", 1),
    entry(
        UNDO_LOG,
        Durable,
        "store/transaction",
        "rows: key, text before, text written",
        1,
    ),
    entry(
        "unknot/before/",
        Durable,
        "store/transaction",
        "further rows",
        1,
    ),
    entry(
        REVERTED_LOG,
        Durable,
        "store/transaction",
        "rows: key, text before, text written",
        1,
    ),
    entry(
        "unknot/undone/",
        Durable,
        "store/transaction",
        "further rows",
        1,
    ),
    entry(STAGED, Fast, "store/staged", "spaces, then \"1\"", 1),
    entry(
        STAGED_RECORD,
        Fast,
        "store/staged",
        "a record; \"=\" before one that is put back",
        1,
    ),
    entry(IMPORTED, Fast, "store/import", "a moment", 1),
    entry(RUNNING, Fast, "store/act", "an id", 1),
    entry(EXPIRED, Fast, "store/trash", "a moment", 1),
    entry(EARLY, Fast, "index.html", "a moment", 1),
    entry(
        DRAFT,
        Fast,
        "ui/form",
        "a draft of an episode, by its id and the tab",
        1,
    ),
    entry(
        "unknot/draft/peg/",
        Fast,
        "ui/pages/questionnaires",
        "three numbers, by day",
        1,
    ),
    entry(ASKED.0, Fast, "store/act", "ids, by spaces", 1),
    entry(GOES_ON.0, Fast, "store/act", "an id and a moment", 1),
    entry(REGION.0, Fast, "ui/preferences", "an id", 1),
    entry(
        OWN_NUMBER.0,
        Fast,
        "ui/preferences",
        "a telephone number",
        1,
    ),
    entry(APPEARANCE.0, Fast, "ui/preferences, index.html", "an id", 1),
    entry(PEG.0, Fast, "ui/preferences", "\"on\"", 1),
    entry(ROLAND_MORRIS.0, Fast, "ui/preferences", "\"on\"", 1),
    entry(NOTICES.0, Fast, "ui/preferences", "\"on\"", 1),
    entry(PUT_AWAY.0, Fast, "ui/preferences", "an id", 1),
    entry(VOICE.0, Fast, "ui/preferences", "a name and numbers", 1),
    entry(
        CALENDAR.0,
        Fast,
        "ui/relief/calendar",
        "an id and a number",
        1,
    ),
    entry(SESSION.0, Fast, "ui/relief/guided", "a session", 1),
    entry(TIMER.0, Fast, "ui/relief/guided", "a timer", 1),
    entry(WORSE.0, Fast, "ui/relief/guided", "a moment", 1),
    entry(
        BACKUP_MADE.0,
        Fast,
        "ui/parts/backup_card",
        "a moment and counts",
        1,
    ),
    entry(BACKUP_LATER.0, Fast, "ui/parts/backup_card", "a moment", 1),
    entry(QUESTIONS.0, Fast, "ui/pages/report", "a text", 1),
    entry(TAB, Session, "browser/kept", "an id", 1),
    entry(MARKER, Cache, "browser/marker", "an empty cache", 1),
];
