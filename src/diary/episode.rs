//! An episode: one spasm, or one bout of them, from when it started to when it eased.

use chrono::TimeDelta;

use crate::diary::moment::{self, Moment};
use crate::guide::order;

use crate::diary::history::History;
use crate::diary::id::{EpisodeId, ItemId};
use crate::diary::marks::Marks;
use crate::diary::place::{Place, Places};
use crate::diary::radiation::Radiation;

/// One spasm, or one bout of them.
#[derive(Debug, Clone, PartialEq)]
pub struct Episode {
    pub id: EpisodeId,
    /// How often it was stored, on the device that stored it most often.
    pub revision: u32,
    /// Whether its start was tapped as it happened or noted later.
    pub recorded: Recorded,
    /// When it started.
    pub start: Moment,
    /// When it eased; none while it runs.
    pub end: Option<Moment>,
    /// Where it was felt.
    pub places: Places,
    /// Where it spread to.
    pub radiation: Radiation,
    /// How bad it was, in order of time.
    pub readings: Vec<Reading>,
    /// What was tried, in the order it was noted.
    pub treatments: Vec<Treatment>,
    /// What set it off, how it felt, what came with it, what it stopped.
    pub marks: Marks,
    /// What the person wrote.
    pub notes: String,
    /// When it was deleted, if it was. Until it is cleared away it can be brought back.
    pub deleted: Option<Moment>,
    /// Whether the clock of the device was set back while it was timed. Its times are in the order of the acts,
    /// and how long it lasted is not known until the person has looked at them.
    pub clock_changed: bool,
    /// When each of these was said, and what was said before.
    pub history: History,
}

impl Episode {
    /// An episode that starts at this moment, with nothing else known.
    pub fn begun(id: EpisodeId, start: Moment, recorded: Recorded) -> Episode {
        Episode {
            id,
            revision: 0,
            recorded,
            start,
            end: None,
            places: Places::default(),
            radiation: Radiation::default(),
            readings: Vec::new(),
            treatments: Vec::new(),
            marks: Marks::default(),
            notes: String::new(),
            deleted: None,
            clock_changed: false,
            history: History::default(),
        }
    }

    /// How long it lasted. None while it runs, and where that cannot be known: the clock was set back, or the end
    /// came from a device with another clock and lies before the start.
    pub fn lasted(&self) -> Option<TimeDelta> {
        let end = self
            .end
            .filter(|end| *end >= self.start && !self.clock_changed)?;
        Some(moment::span(&self.start, &end))
    }

    /// How long it lasted in words: "52 min", "running", "length not known".
    pub fn length_words(&self) -> String {
        match (self.end, self.lasted()) {
            (None, _) => "running".to_string(),
            (Some(_), None) => "length not known".to_string(),
            (Some(_), Some(lasted)) => moment::span_words(lasted),
        }
    }

    /// The moment of an act at `now`: one second after the last act, where the clock is behind that. By more than
    /// [`SKEW`] it was set back.
    fn act_at(&mut self, now: Moment) -> Moment {
        let readings = self.readings.iter().map(|reading| reading.at);
        let treatments = self.treatments.iter().map(|treatment| treatment.at);
        let latest = readings.chain(treatments).fold(self.start, Moment::max);
        if now >= latest {
            return now;
        }
        self.clock_changed |= latest - now > SKEW;
        latest + TimeDelta::seconds(1)
    }

    /// Notes how bad it is now; see [`Episode::rate`]. Where the clock was set back it is a number of its own: nobody
    /// knows how long after the last one it was given.
    pub fn rate_now(&mut self, id: ItemId, now: Moment, severity: Severity) {
        match self.act_at(now) {
            at if at == now => self.rate(id, at, severity),
            at => self.add_reading(id, at, severity),
        }
    }

    /// Ends it now.
    pub fn ease_now(&mut self, now: Moment) {
        self.end = Some(self.act_at(now));
    }

    /// Notes how bad it is, under a new id. A second number within two minutes corrects the first.
    pub fn rate(&mut self, id: ItemId, at: Moment, severity: Severity) {
        let slip = TimeDelta::minutes(2);
        match self.readings.last_mut() {
            Some(last) if moment::span(&last.at, &at) < slip && at >= last.at => {
                last.severity = severity;
            }
            _ => self.add_reading(id, at, severity),
        }
    }

    fn add_reading(&mut self, id: ItemId, at: Moment, severity: Severity) {
        let id = self.free(id);
        self.readings.push(Reading { id, at, severity });
        order::by_key(&mut self.readings, |reading| reading.at);
    }

    /// This id, or the next one that no item of the episode has.
    pub fn free(&self, mut id: ItemId) -> ItemId {
        let is_taken = |id| {
            self.readings.iter().any(|reading| reading.id == id) || self.treatment(id).is_some()
        };
        while is_taken(id) {
            id = id.next();
        }
        id
    }

    /// How bad it was when it eased, if that was said.
    pub fn severity_at_end(&self) -> Option<Severity> {
        let end = self.end?;
        let mut at_end = self.readings.iter().filter(|reading| reading.at == end);
        at_end.next_back().map(|reading| reading.severity)
    }

    /// Notes how bad it was when it eased, whenever that is said. A second number corrects the first. Nothing
    /// while it runs.
    pub fn rate_end(&mut self, id: ItemId, severity: Severity) {
        let Some(at) = self.end else { return };
        match self.readings.iter_mut().rfind(|reading| reading.at == at) {
            Some(there) => there.severity = severity,
            None => self.add_reading(id, at, severity),
        }
    }

    /// Puts a place in, or takes it out.
    pub fn toggle(&mut self, place: Place) {
        self.places.toggle(place);
    }

    /// Ends it at a moment that the person chose, never before the start.
    pub fn ease(&mut self, at: Moment) {
        self.end = Some(at.max(self.start));
    }

    /// It goes on: it has no end any more.
    pub fn reopen(&mut self) {
        self.end = None;
    }

    /// The worst reading.
    pub fn peak(&self) -> Option<Severity> {
        self.readings.iter().map(|reading| reading.severity).max()
    }

    /// When something was tried that is noted at this moment: now, while it runs. Noted afterwards, at the
    /// first reading, or at the start: later it would be after every reading, and nobody could tell what
    /// came of it. (The form can say otherwise.)
    pub fn tried_at(&self, noted: Moment) -> Moment {
        let Some(end) = self.end.filter(|end| *end <= noted) else {
            return noted;
        };
        let first = self.readings.first().map(|reading| reading.at);
        first.filter(|at| *at < end).unwrap_or(self.start)
    }

    /// Notes that a treatment was tried, or takes that back. Where more was noted of it than such a
    /// tap can (what exactly, or several times) it stays: only the form takes away what was typed.
    pub fn toggle_treatment(&mut self, id: ItemId, kind: &str, at: Moment) {
        let there: Vec<&Treatment> = self.treatments.iter().filter(|t| t.kind == kind).collect();
        match there.as_slice() {
            [] => self.add_treatment(Treatment::begun(id, kind, at)),
            [only] if only.detail.is_empty() => {
                let id = only.id;
                self.remove(id);
            }
            _ => {}
        }
    }

    /// Adds a treatment, under the next free id where its own is taken.
    pub fn add_treatment(&mut self, mut treatment: Treatment) {
        treatment.id = self.free(treatment.id);
        self.treatments.push(treatment);
    }

    /// The kind of each thing that was tried.
    pub fn kinds(&self) -> Vec<String> {
        self.treatments.iter().map(|one| one.kind.clone()).collect()
    }

    /// The treatment with this id.
    pub fn treatment(&self, id: ItemId) -> Option<&Treatment> {
        self.treatments.iter().find(|there| there.id == id)
    }

    /// Takes out a reading or a treatment.
    pub fn remove(&mut self, id: ItemId) {
        self.readings.retain(|reading| reading.id != id);
        self.treatments.retain(|treatment| treatment.id != id);
    }

    /// Notes how much a treatment helped, and when that was said. Nothing where it was taken out.
    pub fn rate_treatment(&mut self, id: ItemId, relief: Relief, at: Moment) {
        if let Some(treatment) = self.treatments.iter_mut().find(|there| there.id == id) {
            treatment.relief = Some(relief);
            treatment.rated = Some(at);
        }
    }

    /// "7 → 3", "7", or nothing when it was never rated. Zero is a value.
    pub fn severity_words(&self) -> String {
        match self.readings.as_slice() {
            [] => String::new(),
            [only] => only.severity.get().to_string(),
            [first, .., last] => format!("{} → {}", first.severity.get(), last.severity.get()),
        }
    }
}

/// The clocks of two devices may differ by so much.
const SKEW: TimeDelta = TimeDelta::minutes(5);

/// How an episode came into the diary.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Recorded {
    /// Its start was tapped as it happened.
    Live,
    /// It was noted later.
    Afterwards,
}

/// Pain on the numeric rating scale (NRS): 0 none, 10 the worst imaginable.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Severity(u8);

impl Severity {
    /// A value from 0 to 10.
    pub fn new(n: u8) -> Option<Severity> {
        (n <= 10).then_some(Severity(n))
    }

    /// The number.
    pub fn get(self) -> u8 {
        self.0
    }
}

/// How bad it was at one moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reading {
    /// Its id within the episode.
    pub id: ItemId,
    pub at: Moment,
    /// How bad.
    pub severity: Severity,
}

/// Something that was tried.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Treatment {
    /// Its id within the episode.
    pub id: ItemId,
    /// Which: an id of [`TREATMENTS`]. One that this version does not know is shown as it is.
    pub kind: String,
    /// The name and amount as the person typed them.
    pub detail: String,
    pub at: Moment,
    /// How much it helped, if that was said.
    pub relief: Option<Relief>,
    /// When that was said.
    pub rated: Option<Moment>,
}

impl Treatment {
    /// One of which nothing more is known than that it was tried.
    pub fn begun(id: ItemId, kind: &str, at: Moment) -> Treatment {
        Treatment {
            id,
            kind: kind.to_string(),
            detail: String::new(),
            at,
            relief: None,
            rated: None,
        }
    }
}

/// How much a treatment helped: worse, or 0 (not at all) to 10 (gone).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Relief(i8);

impl Relief {
    /// It got worse.
    pub const WORSE: Relief = Relief(-1);

    /// −1 for worse, or 0 to 10.
    pub fn new(n: i8) -> Option<Relief> {
        (-1..=10).contains(&n).then_some(Relief(n))
    }

    /// The number that is stored.
    pub fn get(self) -> i8 {
        self.0
    }

    /// "worse", or "relief 7 of 10".
    pub fn words(self) -> String {
        match self {
            Relief::WORSE => "made it worse".to_string(),
            Relief(n) => format!("relief {n} of 10"),
        }
    }
}

/// What can be tried: its stored id and its words. The article's treatments come first.
pub static TREATMENTS: [(&str, &str); 10] = [
    ("rest", "Rest"),
    ("heat", "Heat"),
    ("ice", "Ice"),
    ("stretching", "Stretching"),
    ("medicine", "Medicine"),
    ("physio", "Physical therapy"),
    ("device", "Device"),
    ("movement", "Moving about"),
    ("massage", "Massage"),
    ("other", "Something else"),
];

/// The words for a treatment's id, or the id itself when this version does not know it.
pub fn treatment_words(kind: &str) -> &str {
    TREATMENTS
        .iter()
        .find(|(id, _)| *id == kind)
        .map_or(kind, |(_, words)| words)
}

/// "Heat", or "Medicine, Ibuprofen 400 mg".
pub fn treatment_name(treatment: &Treatment) -> String {
    let words = treatment_words(&treatment.kind);
    match treatment.detail.as_str() {
        "" => words.to_string(),
        detail => format!("{words}, {detail}"),
    }
}
