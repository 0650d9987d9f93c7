//! The excerpt as tables for a spreadsheet: a file each, by RFC 4180, in UTF-8 with a byte order mark,
//! every time in ISO 8601 with its offset; and a table that says what each column holds.

use crate::diary::day::{Day, Scale};
use crate::diary::episode::{Episode, Recorded, Severity};
use crate::diary::handover::{COLUMNS, texts};
use crate::diary::marks::MarkKind;
use crate::diary::moment::{self, Moment};
use crate::diary::report::excerpt::Excerpt;

const BYTE_ORDER_MARK: &str = "\u{feff}";

/// The columns of a table, each with what it holds.
type Columns = &'static [(&'static str, &'static str)];

/// Of an episode; behind them come those of [`COLUMNS`].
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

/// The table of episodes.
const OF_EPISODES: &str = "episodes.csv";

/// The tables, by the names of their files.
const TABLES: [(&str, Columns); 4] = [
    (OF_EPISODES, EPISODES),
    ("readings.csv", READINGS),
    ("treatments.csv", TREATMENTS),
    ("days.csv", DAYS),
];

/// So many rows are written at once.
const ROWS: usize = 1_000;

/// Every table with its name, the dictionary last.
pub fn tables(excerpt: &Excerpt) -> Vec<(&'static str, String)> {
    Tables::of(excerpt).flatten().collect()
}

/// The tables, written some rows at a time: a table when its last row is written, until then nothing.
pub struct Tables<'a> {
    excerpt: &'a Excerpt,
    /// Which table is being written, and how many of its rows are.
    place: usize,
    row: usize,
    table: Table,
}

impl Tables<'_> {
    /// None is written yet.
    pub fn of(excerpt: &Excerpt) -> Tables<'_> {
        Tables {
            excerpt,
            place: 0,
            row: 0,
            table: Table::begin(),
        }
    }

    /// How many rows a table has.
    fn rows(&self, place: usize) -> usize {
        match place {
            0..=2 => self.excerpt.episodes.len(),
            _ => self.excerpt.days.len(),
        }
    }

    /// How many times there is still something to write.
    pub fn left(&self) -> usize {
        let mut left = usize::from(self.place <= TABLES.len());
        for place in self.place..TABLES.len() {
            left += self.rows(place).div_ceil(ROWS).max(1);
        }
        // Of the table that is being written.
        left - self.row / ROWS
    }
}

impl Iterator for Tables<'_> {
    type Item = Option<(&'static str, String)>;

    fn next(&mut self) -> Option<Self::Item> {
        let Some((name, columns)) = TABLES.get(self.place) else {
            let is_last = self.place == TABLES.len();
            self.place = TABLES.len() + 1;
            return is_last.then(|| Some(("dictionary.csv", dictionary())));
        };
        let (excerpt, rows) = (self.excerpt, self.rows(self.place));
        if self.row == 0 {
            for (column, _) in all_columns(name, columns) {
                self.table.text(column);
            }
            self.table.end();
        }
        let to = rows.min(self.row + ROWS);
        for row in self.row..to {
            match self.place {
                0 => self.table.episode(&excerpt.episodes[row]),
                1 => self.table.readings(&excerpt.episodes[row]),
                2 => self.table.treatments(&excerpt.episodes[row]),
                _ => self.table.day(&excerpt.days[row]),
            }
        }
        self.row = to;
        if to < rows {
            return Some(None);
        }
        (self.place, self.row) = (self.place + 1, 0);
        let table = std::mem::replace(&mut self.table, Table::begin());
        Some(Some((name, table.text)))
    }
}

/// The columns of a table.
fn all_columns(table: &str, own: Columns) -> Vec<(&'static str, &'static str)> {
    let mut columns = own.to_vec();
    if table == OF_EPISODES {
        columns.extend(COLUMNS.map(|column| (column.name, column.meaning)));
    }
    columns
}

/// What each column of each table holds.
fn dictionary() -> String {
    let mut table = Table::begin();
    let mut line = |texts: [&str; 3]| {
        for text in texts {
            table.text(text);
        }
        table.end();
    };
    line(["file", "column", "meaning"]);
    for (name, columns) in TABLES {
        for (column, meaning) in all_columns(name, columns) {
            line([name, column, meaning]);
        }
    }
    line([
        "all",
        "times",
        "ISO 8601 with the offset of the clock that showed them",
    ]);
    line(["all", "lists", "Several in one cell are parted by \"; \""]);
    line([
        "all",
        "apostrophe",
        "A text that a spreadsheet could take for a formula has ' before it",
    ]);
    table.text
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

    fn list(&mut self, of: MarkKind, ids: &[String]) {
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
        for text in texts(episode) {
            self.text(&text.cell);
        }
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
        self.list(MarkKind::Trigger, &day.triggers);
        self.list(MarkKind::Trigger, &day.absent);
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
