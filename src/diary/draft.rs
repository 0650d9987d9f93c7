//! What a person is typing into the episode form, before it is an episode. Kept until it is saved
//! or thrown away, so that nothing typed ever vanishes.
//!
//! Saving merges: a field that was not touched in the form keeps what the diary has now, so two
//! tabs can edit one episode. Only where both changed the same field is the person asked.

mod time;

use serde::{Deserialize, Serialize};

use crate::diary::episode::{Episode, Reading, Recorded, Relief, Severity, TREATMENTS, Treatment};
use crate::diary::history::History;
use crate::diary::id::{EpisodeId, ItemId};
use crate::diary::json::{self, ReadError};
use crate::diary::marks::{self, MarkKind, Marks};
use crate::diary::moment::Moment;
use crate::diary::place::Places;
use crate::diary::radiation::Radiation;
use crate::guide::order;

pub use time::{Fold, TimeField};

/// A draft as it is kept between visits: the form as it was first filled, and as it stands.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeptDraft {
    /// As the diary filled it.
    pub opened: EpisodeDraft,
    /// As the person left it.
    pub mine: EpisodeDraft,
}

impl KeptDraft {
    /// The text that it is kept as. It has no version: one that another version of the app cannot
    /// read stays where it is, for the one that can.
    pub fn encode(&self) -> String {
        json::write(self)
    }

    /// Reads what [`KeptDraft::encode`] wrote.
    ///
    /// # Errors
    /// [`ReadError`]. A field that this version does not know is an error: saving would lose it.
    pub fn decode(text: &str) -> Result<KeptDraft, ReadError> {
        json::read(text)
    }
}

/// The fields of the episode form as they stand.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EpisodeDraft {
    /// When it started.
    pub start: TimeField,
    /// Whether it still runs.
    pub running: bool,
    /// When it eased, unless it still runs.
    pub end: TimeField,
    /// Where it was.
    #[serde(default)]
    pub places: Places,
    /// Where it spread to.
    #[serde(default)]
    pub radiation: Radiation,
    /// What set it off, how it felt, what came with it, what it stopped.
    #[serde(default)]
    pub marks: Marks,
    /// How bad it was.
    #[serde(default)]
    pub readings: Vec<ReadingField>,
    /// What was tried.
    #[serde(default)]
    pub treatments: Vec<TreatmentField>,
    /// Notes.
    #[serde(default)]
    pub notes: String,
    /// Items of the person's own that are half typed: one for each kind of mark, and one for what
    /// was tried.
    #[serde(default, skip_serializing_if = "is_blank")]
    pub typing: [String; 5],
}

/// Whether nothing is half typed.
fn is_blank(typing: &[String; 5]) -> bool {
    typing.iter().all(String::is_empty)
}

/// Which of [`EpisodeDraft::typing`] is of what was tried.
pub const TRIED: usize = MarkKind::ALL.len();

/// A reading in the form. An empty time is that of the start.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReadingField {
    /// Its id; none while it is new.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<ItemId>,
    /// When.
    pub at: TimeField,
    /// How bad, 0 to 10, once chosen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub severity: Option<u8>,
}

/// A treatment in the form. An empty time is that of the start.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TreatmentField {
    /// Its id; none while it is new.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<ItemId>,
    /// Its id.
    pub kind: String,
    /// Name and amount as typed.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub detail: String,
    /// When.
    pub at: TimeField,
    /// How much it helped, −1 to 10, once chosen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub relief: Option<i8>,
}

/// A field that a problem belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FormField {
    /// When it started.
    Start,
    /// When it eased.
    End,
    /// All readings.
    Readings,
    /// The nth reading.
    Reading(usize),
    /// All treatments.
    Treatments,
    /// The nth treatment.
    Treatment(usize),
    /// Where it was.
    Places,
    /// Where it spread to.
    Radiation,
    /// The marks of one kind.
    Marks(MarkKind),
    /// Notes.
    Notes,
}

impl FormField {
    /// The name of the field in words.
    pub fn words(self) -> String {
        match self {
            FormField::Start => "When it started".to_string(),
            FormField::End => "When it eased".to_string(),
            FormField::Readings => "How bad it was".to_string(),
            FormField::Reading(n) => format!("Intensity {}", n + 1),
            FormField::Treatments => "What you tried".to_string(),
            FormField::Treatment(n) => format!("What you tried, line {}", n + 1),
            FormField::Places => "Where".to_string(),
            FormField::Radiation => "Where it spread to".to_string(),
            FormField::Marks(kind) => kind.question().to_string(),
            FormField::Notes => "Notes".to_string(),
        }
    }
}

/// Why a draft is not an episode yet. The draft stays as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// No date and time, or not a readable one.
    NoTime(FormField),
    /// The clocks went forward: this time did not exist.
    Skipped(FormField),
    /// The clocks went back: which of these two is meant?
    Twice(FormField, Moment, Moment),
    /// It is in the future.
    Future(FormField),
    /// It eased before it started.
    EndBeforeStart,
    /// This lies before the start.
    BeforeStart(FormField),
    /// A reading without a number.
    NoSeverity(FormField),
    /// This field was changed elsewhere too while the form was open.
    ChangedElsewhere(FormField),
}

impl EpisodeDraft {
    /// The form filled from an episode.
    pub fn of(episode: &Episode) -> EpisodeDraft {
        let Episode {
            id: _,
            revision: _,
            recorded: _,
            start,
            end,
            places,
            radiation,
            readings,
            treatments,
            marks,
            notes,
            deleted: _,
            clock_changed: _,
            history: _,
        } = episode;
        let reading = |reading: &Reading| ReadingField {
            id: Some(reading.id),
            at: TimeField::of(&reading.at),
            severity: Some(reading.severity.get()),
        };
        let treatment = |treatment: &Treatment| TreatmentField {
            id: Some(treatment.id),
            kind: treatment.kind.clone(),
            detail: treatment.detail.clone(),
            at: TimeField::of(&treatment.at),
            relief: treatment.relief.map(Relief::get),
        };
        EpisodeDraft {
            start: TimeField::of(start),
            running: end.is_none(),
            end: end.as_ref().map(TimeField::of).unwrap_or_default(),
            places: *places,
            radiation: *radiation,
            marks: marks.clone(),
            readings: readings.iter().map(reading).collect(),
            treatments: treatments.iter().map(treatment).collect(),
            notes: notes.clone(),
            typing: Default::default(),
        }
    }

    /// Takes in what was typed as an item of the person's own. `id` is for a new treatment.
    pub fn add_typed(&mut self, n: usize, id: ItemId) {
        let typed = std::mem::take(&mut self.typing[n]);
        let kind = MarkKind::ALL.get(n);
        let offered = kind.map_or(&TREATMENTS[..], |kind| kind.offered());
        let Some(name) = marks::named(offered, &typed) else {
            return;
        };
        match kind {
            Some(kind) if self.marks.has(*kind, &name) => {}
            Some(kind) => self.marks.toggle(*kind, &name),
            None => self.treatments.push(TreatmentField {
                id: Some(id),
                kind: name,
                ..TreatmentField::default()
            }),
        }
    }

    /// The time of a field that has one.
    pub fn time(&self, field: FormField) -> Option<&TimeField> {
        match field {
            FormField::Start => Some(&self.start),
            FormField::End => Some(&self.end),
            FormField::Reading(n) => self.readings.get(n).map(|reading| &reading.at),
            FormField::Treatment(n) => self.treatments.get(n).map(|treatment| &treatment.at),
            _ => None,
        }
    }

    /// The same, to change it.
    pub fn time_mut(&mut self, field: FormField) -> Option<&mut TimeField> {
        match field {
            FormField::Start => Some(&mut self.start),
            FormField::End => Some(&mut self.end),
            FormField::Reading(n) => self.readings.get_mut(n).map(|reading| &mut reading.at),
            FormField::Treatment(n) => self
                .treatments
                .get_mut(n)
                .map(|treatment| &mut treatment.at),
            _ => None,
        }
    }

    /// Makes an episode of the draft.
    ///
    /// # Errors
    /// Everything that is wrong, in the order of the form.
    pub fn episode(
        &self,
        id: EpisodeId,
        recorded: Recorded,
        now: &Moment,
        offset_at: impl Fn(i64) -> i32,
    ) -> Result<Episode, Vec<Problem>> {
        let mut problems = Vec::new();
        let start = noting(
            &mut problems,
            self.start.moment(FormField::Start, now, &offset_at),
        );
        let end = if self.running {
            None
        } else {
            let end = noting(
                &mut problems,
                self.end.moment(FormField::End, now, &offset_at),
            );
            let end = end.map(|end| self.end.not_before_by_seconds(end, start));
            if start.zip(end).is_some_and(|(start, end)| end < start) {
                problems.push(Problem::EndBeforeStart);
            }
            end
        };
        let start_is_typed = self.start.untouched().is_none();
        let time = |field, at: &TimeField, problems: &mut Vec<Problem>| -> Option<Moment> {
            if at.text.is_empty() {
                return start;
            }
            let moment = noting(problems, at.moment(field, now, &offset_at))?;
            let moment = at.not_before_by_seconds(moment, start);
            // A clock that was set back has left what was recorded before the start: it stays.
            let is_typed = start_is_typed || at.untouched().is_none();
            if start.is_some_and(|start| moment < start && is_typed) {
                problems.push(Problem::BeforeStart(field));
            }
            Some(moment)
        };
        let mut readings = Vec::new();
        for (n, reading) in self.readings.iter().enumerate() {
            // A row in which nothing was said says nothing.
            if reading.severity.is_none() && reading.at.text.is_empty() {
                continue;
            }
            let field = FormField::Reading(n);
            let severity = reading.severity.and_then(Severity::new);
            if severity.is_none() {
                problems.push(Problem::NoSeverity(field));
            }
            let at = time(field, &reading.at, &mut problems);
            readings.extend(at.zip(severity).map(|(at, severity)| Reading {
                id: named(reading.id, n),
                at,
                severity,
            }));
        }
        order::by_key(&mut readings, |reading| reading.at);
        let mut treatments = Vec::new();
        for (n, treatment) in self.treatments.iter().enumerate() {
            let at = time(FormField::Treatment(n), &treatment.at, &mut problems);
            treatments.extend(at.map(|at| Treatment {
                detail: treatment.detail.clone(),
                relief: treatment.relief.and_then(Relief::new),
                rated: treatment.relief.map(|_| *now),
                ..Treatment::begun(named(treatment.id, n), &treatment.kind, at)
            }));
        }
        match start {
            Some(start) if problems.is_empty() => Ok(Episode {
                id,
                revision: 0,
                recorded,
                start,
                end,
                places: self.places,
                radiation: self.radiation,
                readings,
                treatments,
                marks: self.marks.clone(),
                notes: self.notes.clone(),
                deleted: None,
                clock_changed: false,
                history: History::default(),
            }),
            _ => Err(problems),
        }
    }

    /// What the form shows, without the exact moments that its times came from.
    fn said(&self) -> EpisodeDraft {
        let mut said = self.clone();
        let times = [&mut said.start, &mut said.end].into_iter();
        let times = times.chain(said.readings.iter_mut().map(|reading| &mut reading.at));
        for time in times.chain(
            said.treatments
                .iter_mut()
                .map(|treatment| &mut treatment.at),
        ) {
            time.was = None;
        }
        said
    }

    /// Merges the draft with what the diary has now. `opened` is the form as it was first filled.
    ///
    /// # Errors
    /// The fields that were changed to different things here and there.
    pub fn merged(
        &self,
        opened: &EpisodeDraft,
        now_stored: &EpisodeDraft,
    ) -> Result<EpisodeDraft, Vec<Problem>> {
        let (i_say, they_say) = (self.said(), now_stored.said());
        let mut conflicts = Vec::new();
        // What was touched in the form goes in, unless it was changed to something else elsewhere.
        let mut is_mine = |field, is_touched: bool, is_changed_elsewhere: bool, is_same: bool| {
            if is_touched && is_changed_elsewhere && !is_same {
                conflicts.push(Problem::ChangedElsewhere(field));
            }
            is_touched
        };
        let EpisodeDraft {
            mut start,
            mut running,
            mut end,
            mut places,
            mut radiation,
            mut marks,
            mut readings,
            mut treatments,
            mut notes,
            typing,
        } = now_stored.clone();
        if is_mine(
            FormField::Start,
            self.start != opened.start,
            start != opened.start,
            i_say.start == they_say.start,
        ) {
            start = self.start.clone();
        }
        if is_mine(
            FormField::End,
            (self.running, &self.end) != (opened.running, &opened.end),
            (running, &end) != (opened.running, &opened.end),
            self.running == running && (self.running || i_say.end == they_say.end),
        ) {
            (running, end) = (self.running, self.end.clone());
        }
        let (a, b, c) = (self.places, opened.places, places);
        if is_mine(FormField::Places, a != b, c != b, a == c) {
            places = a;
        }
        let (a, b, c) = (self.radiation, opened.radiation, radiation);
        if is_mine(FormField::Radiation, a != b, c != b, a == c) {
            radiation = a;
        }
        for kind in MarkKind::ALL {
            let (a, b, c) = (self.marks.of(kind), opened.marks.of(kind), marks.of(kind));
            if is_mine(FormField::Marks(kind), a != b, c != b, a == c) {
                *marks.of_mut(kind) = a.to_vec();
            }
        }
        if is_mine(
            FormField::Readings,
            self.readings != opened.readings,
            readings != opened.readings,
            i_say.readings == they_say.readings,
        ) {
            readings.clone_from(&self.readings);
        }
        if is_mine(
            FormField::Treatments,
            self.treatments != opened.treatments,
            treatments != opened.treatments,
            i_say.treatments == they_say.treatments,
        ) {
            treatments.clone_from(&self.treatments);
        }
        let (a, b, c) = (&self.notes, &opened.notes, &notes);
        if is_mine(FormField::Notes, a != b, c != b, a == c) {
            notes.clone_from(&self.notes);
        }
        if !conflicts.is_empty() {
            return Err(conflicts);
        }
        Ok(EpisodeDraft {
            start,
            running,
            end,
            places,
            radiation,
            marks,
            readings,
            treatments,
            notes,
            typing,
        })
    }
}

/// The stored episode with the times, places, readings, treatments, marks and notes of the edited one. A relief
/// that was changed was rated at `now`.
pub fn amended(stored: &Episode, edited: Episode, now: Moment) -> Episode {
    let Episode {
        id: _,
        revision: _,
        recorded: _,
        start,
        end,
        places,
        radiation,
        readings,
        mut treatments,
        marks,
        notes,
        deleted: _,
        clock_changed: _,
        history: _,
    } = edited;
    for treatment in &mut treatments {
        if let Some(was) = stored.treatment(treatment.id) {
            treatment.rated = if treatment.relief == was.relief {
                was.rated
            } else {
                treatment.relief.map(|_| now)
            };
        }
    }
    Episode {
        id: stored.id.clone(),
        revision: stored.revision,
        recorded: stored.recorded,
        start,
        end,
        places,
        radiation,
        readings,
        treatments,
        marks,
        notes,
        deleted: stored.deleted,
        // Who set the times has looked at them.
        clock_changed: stored.clock_changed && (stored.start, stored.end) == (start, end),
        history: stored.history.clone(),
    }
}

/// The id of a row; one that was kept without one is named by its place.
fn named(id: Option<ItemId>, n: usize) -> ItemId {
    id.unwrap_or_else(|| ItemId::of(n as u32))
}

fn noting<T>(problems: &mut Vec<Problem>, result: Result<T, Problem>) -> Option<T> {
    result.map_err(|problem| problems.push(problem)).ok()
}
