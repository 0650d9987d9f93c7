//! The excerpt as tables for a spreadsheet: a file each, by RFC 4180, in UTF-8 with a byte order mark,
//! every time in ISO 8601 with its offset; and a table that says what each column holds.

use crate::diary::day::{Day, Scale};
use crate::diary::episode::{Episode, Recorded, Severity};
use crate::diary::marks::Kind;
use crate::diary::moment::{self, Moment};
use crate::diary::report::excerpt::Excerpt;

const BYTE_ORDER_MARK: &str = "\u{feff}";

/// The columns of a table, each with what it holds.
type Columns = &'static [(&'static str, &'static str)];

const EPISODES: Columns = &[
    ("episode", "Its id"),
    ("start", "When it started"),
    ("end", "When it eased; empty while it runs"),
    ("minutes", "How long it lasted, in whole minutes"),
    (
        "noted",
        "live: its start was tapped as it happened; later: noted afterwards",
    ),
    ("worst", "Highest pain noted, 0 to 10"),
    (
        "places",
        "Where it was felt: level and side, the person's own left and right",
    ),
    ("spreading", "Where it spread to"),
    ("triggers", "What set it off, as ticked or typed"),
    ("qualities", "What it felt like"),
    ("symptoms", "What came with it"),
    ("limits", "What it stopped the person doing"),
    ("notes", "What the person wrote"),
];
const READINGS: Columns = &[
    ("episode", "Id of its episode"),
    ("reading", "Its id within the episode"),
    ("at", "When"),
    ("pain", "0 none to 10 the worst imaginable"),
];
const TREATMENTS: Columns = &[
    ("episode", "Id of its episode"),
    ("treatment", "Its id within the episode"),
    ("at", "When"),
    ("kind", "Which"),
    ("detail", "Name and amount as typed"),
    ("relief", "0 not at all to 10 gone; -1: it got worse"),
    ("rated", "When that was said"),
];
const DAYS: Columns = &[
    ("date", "Which day"),
    ("no_spasm", "1: the person said that there was no spasm"),
    ("pain", "Pain of the day, 0 to 10"),
    ("triggers", "Triggers that were there"),
    ("absent", "Triggers that were asked about and not there"),
    ("sleep", "0 very bad to 10 very good"),
    ("stiffness", "0 none to 10 the worst imaginable"),
    ("mood", "0 very low to 10 very good"),
    ("work", "How much of the day's work was done"),
    ("peg_pain", "PEG, first answer"),
    ("peg_enjoyment", "PEG, second answer"),
    ("peg_activity", "PEG, third answer"),
    ("roland_morris", "Sentences ticked, 0 to 24"),
    ("events", "Events of that day"),
    (
        "movements",
        "Movements of the home programme that were done",
    ),
    ("notes", "What the person wrote"),
];

/// The tables, by the names of their files.
const TABLES: [(&str, Columns); 4] = [
    ("episodes.csv", EPISODES),
    ("readings.csv", READINGS),
    ("treatments.csv", TREATMENTS),
    ("days.csv", DAYS),
];

/// Every table with its name, the dictionary last.
pub fn tables(excerpt: &Excerpt) -> Vec<(&'static str, String)> {
    let mut all = Vec::new();
    let mut dictionary = Table::begin();
    for title in ["file", "column", "meaning"] {
        dictionary.text(title);
    }
    dictionary.end();
    for (n, (name, columns)) in TABLES.into_iter().enumerate() {
        let mut table = Table::begin();
        for (column, meaning) in columns {
            table.text(column);
            dictionary.text(name);
            dictionary.text(column);
            dictionary.text(meaning);
            dictionary.end();
        }
        table.end();
        match n {
            0 => excerpt
                .episodes
                .iter()
                .for_each(|episode| table.episode(episode)),
            1 => excerpt
                .episodes
                .iter()
                .for_each(|episode| table.readings(episode)),
            2 => excerpt
                .episodes
                .iter()
                .for_each(|episode| table.treatments(episode)),
            _ => excerpt.days.iter().for_each(|day| table.day(day)),
        }
        all.push((name, table.text));
    }
    for (column, meaning) in [
        (
            "times",
            "ISO 8601 with the offset of the clock that showed them",
        ),
        ("lists", "Several in one cell are parted by \"; \""),
        (
            "apostrophe",
            "A text that a spreadsheet could take for a formula has ' before it",
        ),
    ] {
        for text in ["all", column, meaning] {
            dictionary.text(text);
        }
        dictionary.end();
    }
    all.push(("dictionary.csv", dictionary.text));
    all
}

/// A table being written, cell by cell.
struct Table {
    text: String,
    in_row: bool,
}

impl Table {
    fn begin() -> Table {
        Table {
            text: BYTE_ORDER_MARK.to_string(),
            in_row: false,
        }
    }

    fn end(&mut self) {
        self.text.push_str("\r\n");
        self.in_row = false;
    }

    /// What is safe as it stands: a number, a date, or nothing.
    fn plain(&mut self, cell: &str) {
        if self.in_row {
            self.text.push(',');
        }
        self.in_row = true;
        self.text.push_str(cell);
    }

    /// A text. No spreadsheet runs it: what could begin a formula has an apostrophe before it.
    fn text(&mut self, cell: &str) {
        let is_formula = cell
            .trim_start()
            .starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
            || cell.starts_with(['\t', '\r']);
        let guarded = format!("{}{cell}", if is_formula { "'" } else { "" });
        if guarded.contains(['"', ',', '\r', '\n']) || guarded.trim().len() < guarded.len() {
            self.plain(&format!("\"{}\"", guarded.replace('"', "\"\"")));
        } else {
            self.plain(&guarded);
        }
    }

    fn number(&mut self, number: Option<impl Into<i64>>) {
        self.plain(&number.map_or(String::new(), |number| number.into().to_string()));
    }

    fn moment(&mut self, at: Option<&Moment>) {
        self.plain(&at.map_or(String::new(), moment::encode));
    }

    fn list(&mut self, of: Kind, ids: &[String]) {
        let words: Vec<&str> = ids.iter().map(|id| of.words(id)).collect();
        self.text(&words.join("; "));
    }

    fn episode(&mut self, episode: &Episode) {
        self.plain(episode.id.as_str());
        self.moment(Some(&episode.start));
        self.moment(episode.end.as_ref());
        self.number(episode.lasted().map(|lasted| lasted.num_minutes()));
        self.plain(match episode.recorded {
            Recorded::Live => "live",
            Recorded::Afterwards => "later",
        });
        self.number(episode.peak().map(Severity::get));
        let places: Vec<String> = episode.places.iter().map(|place| place.words()).collect();
        self.text(&places.join("; "));
        self.text(&episode.radiation.words().replace(" · ", "; "));
        for kind in Kind::ALL {
            self.list(kind, episode.marks.of(kind));
        }
        self.text(&episode.notes);
        self.end();
    }

    fn readings(&mut self, episode: &Episode) {
        for reading in &episode.readings {
            self.plain(episode.id.as_str());
            self.number(Some(reading.id.get()));
            self.moment(Some(&reading.at));
            self.number(Some(reading.severity.get()));
            self.end();
        }
    }

    fn treatments(&mut self, episode: &Episode) {
        for treatment in &episode.treatments {
            self.plain(episode.id.as_str());
            self.number(Some(treatment.id.get()));
            self.moment(Some(&treatment.at));
            self.text(&treatment.kind);
            self.text(&treatment.detail);
            self.number(treatment.relief.map(|relief| relief.get()));
            self.moment(treatment.rated.as_ref());
            self.end();
        }
    }

    fn day(&mut self, day: &Day) {
        self.plain(&moment::date(day.date));
        self.number(day.no_spasm.then_some(1));
        self.number(day.pain.map(Severity::get));
        self.list(Kind::Trigger, &day.triggers);
        self.list(Kind::Trigger, &day.absent);
        for scale in [Scale::Sleep, Scale::Stiffness, Scale::Mood] {
            self.number(day.scale(scale));
        }
        self.plain(day.work.map_or("", |work| work.words()));
        for n in 0..3 {
            self.number(day.peg.map(|peg| peg[n]));
        }
        self.number(day.roland_morris_score());
        self.text(&day.markers.join("; "));
        self.text(&day.sessions.join("; "));
        self.text(&day.notes);
        self.end();
    }
}
