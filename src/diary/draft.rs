//! What a person is typing into the episode form, before it is an episode. Kept until it is saved
//! or thrown away, so that nothing typed ever vanishes.
//!
//! Saving merges: a field that was not touched in the form keeps what the diary has now, so two
//! tabs can edit one episode. Only where both changed the same field is the person asked.

mod kept;

use chrono::TimeDelta;

use crate::diary::episode::{Episode, Reading, Recorded, Relief, Severity, TREATMENTS, Treatment};
use crate::diary::id::{EpisodeId, ItemId};
use crate::diary::marks::{self, Kind, Marks};
use crate::diary::moment::{self, Moment, Wall};
use crate::diary::place::Places;
use crate::diary::radiation::Radiation;
use crate::guide::order;

pub use kept::KeptDraft;

/// So far ahead of the clock a typed time is still "now": the form shows whole minutes, and the
/// clock that the person looks at may be a little fast.
const SLACK: TimeDelta = TimeDelta::minutes(2);

/// The fields of the episode form as they stand.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct EpisodeDraft {
    /// When it started.
    pub start: TimeField,
    /// Whether it still runs.
    pub running: bool,
    /// When it eased, unless it still runs.
    pub end: TimeField,
    /// Where it was.
    pub places: Places,
    /// Where it spread to.
    pub radiation: Radiation,
    /// What set it off, how it felt, what came with it, what it stopped.
    pub marks: Marks,
    /// How bad it was.
    pub readings: Vec<ReadingField>,
    /// What was tried.
    pub treatments: Vec<TreatmentField>,
    /// Notes.
    pub notes: String,
    /// Items of the person's own that are half typed: one for each kind of mark, and one for what
    /// was tried.
    pub typing: [String; 5],
}

/// Which of [`EpisodeDraft::typing`] is of what was tried.
pub const TRIED: usize = Kind::ALL.len();

/// A date and time as typed.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct TimeField {
    /// The text of the field, as in [`moment::field`].
    pub text: String,
    /// Which of two, when the clocks went back and showed it twice.
    pub fold: Option<Fold>,
    /// The moment that the text was filled from, if it was. An untouched text still means exactly
    /// this one, with its seconds and its own offset.
    was: Option<String>,
}

/// Which of the two times that the clocks showed twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fold {
    /// Before the clocks went back.
    First,
    /// After.
    Second,
}

/// A reading in the form. An empty time is that of the start.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ReadingField {
    /// Its id; none while it is new.
    pub id: Option<ItemId>,
    /// When.
    pub at: TimeField,
    /// How bad, 0 to 10, once chosen.
    pub severity: Option<u8>,
}

/// A treatment in the form. An empty time is that of the start.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct TreatmentField {
    /// Its id; none while it is new.
    pub id: Option<ItemId>,
    /// Its id.
    pub kind: String,
    /// Name and amount as typed.
    pub detail: String,
    /// When.
    pub at: TimeField,
    /// How much it helped, −1 to 10, once chosen.
    pub relief: Option<i8>,
}

/// A field that a problem belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
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
    Marks(Kind),
    /// Notes.
    Notes,
}

/// Why a draft is not an episode yet. The draft stays as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// No date and time, or not a readable one.
    NoTime(Field),
    /// The clocks went forward: this time did not exist.
    Skipped(Field),
    /// The clocks went back: which of these two is meant?
    Twice(Field, Moment, Moment),
    /// It is in the future.
    Future(Field),
    /// It eased before it started.
    EndBeforeStart,
    /// This lies before the start.
    BeforeStart(Field),
    /// A reading without a number.
    NoSeverity(Field),
    /// This field was changed elsewhere too while the form was open.
    ChangedElsewhere(Field),
}

impl TimeField {
    /// The field that shows this moment.
    pub fn of(moment: &Moment) -> TimeField {
        TimeField {
            text: moment::field(moment),
            fold: None,
            was: Some(moment::encode(moment)),
        }
    }

    /// Sets what was typed, as [`moment::field`] writes it.
    pub fn typed(&mut self, text: String) {
        self.text = text;
        self.fold = None;
    }

    /// The moment that it was filled with, if that still stands there. What is typed has none.
    fn untouched(&self) -> Option<Moment> {
        let was = self.was.as_deref().and_then(moment::decode);
        was.filter(|was| moment::field(was) == self.text)
    }

    /// The moment that it means, if it means one by now.
    pub fn meant(&self, now: &Moment, offset_at: impl Fn(i64) -> i32) -> Option<Moment> {
        self.moment(Field::Start, now, &offset_at).ok()
    }

    fn moment(
        &self,
        field: Field,
        now: &Moment,
        offset_at: &impl Fn(i64) -> i32,
    ) -> Result<Moment, Problem> {
        // What was recorded stays, even if the clock was ahead when it was.
        if let Some(recorded) = self.untouched() {
            return Ok(recorded);
        }
        let meant = match (moment::wall(&self.text, offset_at), self.fold) {
            (Wall::Once(moment), _) => moment,
            (Wall::Twice(first, _), Some(Fold::First)) => first,
            (Wall::Twice(_, second), Some(Fold::Second)) => second,
            (Wall::Twice(first, second), None) => {
                return Err(Problem::Twice(field, first, second));
            }
            (Wall::Never, _) => return Err(Problem::Skipped(field)),
            (Wall::Unreadable, _) => return Err(Problem::NoTime(field)),
        };
        if meant > *now + SLACK {
            return Err(Problem::Future(field));
        }
        Ok(meant)
    }

    /// What this field means by `moment`: typed in the very minute of the start, it is the start,
    /// for who types has no seconds to say more.
    fn not_before_by_seconds(&self, moment: Moment, start: Option<Moment>) -> Moment {
        let minute = |moment: &Moment| moment.timestamp().div_euclid(60);
        let is_typed = self.untouched().is_none();
        match start {
            Some(start) if is_typed && moment < start && minute(&moment) == minute(&start) => start,
            _ => moment,
        }
    }
}

impl EpisodeDraft {
    /// The form filled from an episode.
    pub fn of(episode: &Episode) -> EpisodeDraft {
        EpisodeDraft {
            start: TimeField::of(&episode.start),
            running: episode.end.is_none(),
            end: episode.end.as_ref().map(TimeField::of).unwrap_or_default(),
            places: episode.places,
            radiation: episode.radiation,
            marks: episode.marks.clone(),
            readings: episode
                .readings
                .iter()
                .map(|reading| ReadingField {
                    id: Some(reading.id),
                    at: TimeField::of(&reading.at),
                    severity: Some(reading.severity.get()),
                })
                .collect(),
            treatments: episode
                .treatments
                .iter()
                .map(|treatment| TreatmentField {
                    id: Some(treatment.id),
                    kind: treatment.kind.clone(),
                    detail: treatment.detail.clone(),
                    at: TimeField::of(&treatment.at),
                    relief: treatment.relief.map(Relief::get),
                })
                .collect(),
            notes: episode.notes.clone(),
            typing: Default::default(),
        }
    }

    /// Takes in what was typed as an item of the person's own. `id` is for a new treatment.
    pub fn add_typed(&mut self, n: usize, id: ItemId) {
        let typed = std::mem::take(&mut self.typing[n]);
        let kind = Kind::ALL.get(n);
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
    pub fn time(&self, field: Field) -> Option<&TimeField> {
        match field {
            Field::Start => Some(&self.start),
            Field::End => Some(&self.end),
            Field::Reading(n) => self.readings.get(n).map(|reading| &reading.at),
            Field::Treatment(n) => self.treatments.get(n).map(|treatment| &treatment.at),
            _ => None,
        }
    }

    /// The same, to change it.
    pub fn time_mut(&mut self, field: Field) -> Option<&mut TimeField> {
        match field {
            Field::Start => Some(&mut self.start),
            Field::End => Some(&mut self.end),
            Field::Reading(n) => self.readings.get_mut(n).map(|reading| &mut reading.at),
            Field::Treatment(n) => self
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
            self.start.moment(Field::Start, now, &offset_at),
        );
        let end = if self.running {
            None
        } else {
            let end = noting(&mut problems, self.end.moment(Field::End, now, &offset_at));
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
            let field = Field::Reading(n);
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
            let at = time(Field::Treatment(n), &treatment.at, &mut problems);
            treatments.extend(at.map(|at| Treatment {
                detail: treatment.detail.clone(),
                relief: treatment.relief.and_then(Relief::new),
                rated: treatment.relief.map(|_| *now),
                ..Treatment::begun(named(treatment.id, n), &treatment.kind, at)
            }));
        }
        match start {
            Some(start) if problems.is_empty() => Ok(Episode {
                end,
                places: self.places,
                radiation: self.radiation,
                marks: self.marks.clone(),
                readings,
                treatments,
                notes: self.notes.clone(),
                ..Episode::begun(id, start, recorded)
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
        let (mine, theirs) = (self, now_stored);
        let (i_say, they_say) = (mine.said(), theirs.said());
        let mut merged = theirs.clone();
        let mut conflicts = Vec::new();
        // What was touched in the form goes in, unless it was changed to something else elsewhere.
        let mut merge = |field, touched: bool, changed_elsewhere: bool, same: bool| {
            if touched && changed_elsewhere && !same {
                conflicts.push(Problem::ChangedElsewhere(field));
            }
            touched
        };
        if merge(
            Field::Start,
            mine.start != opened.start,
            theirs.start != opened.start,
            i_say.start == they_say.start,
        ) {
            merged.start = mine.start.clone();
        }
        if merge(
            Field::End,
            (mine.running, &mine.end) != (opened.running, &opened.end),
            (theirs.running, &theirs.end) != (opened.running, &opened.end),
            mine.running == theirs.running && (mine.running || i_say.end == they_say.end),
        ) {
            (merged.running, merged.end) = (mine.running, mine.end.clone());
        }
        let (a, b, c) = (mine.places, opened.places, theirs.places);
        if merge(Field::Places, a != b, c != b, a == c) {
            merged.places = a;
        }
        let (a, b, c) = (mine.radiation, opened.radiation, theirs.radiation);
        if merge(Field::Radiation, a != b, c != b, a == c) {
            merged.radiation = a;
        }
        for kind in Kind::ALL {
            let (a, b, c) = (
                mine.marks.of(kind),
                opened.marks.of(kind),
                theirs.marks.of(kind),
            );
            if merge(Field::Marks(kind), a != b, c != b, a == c) {
                *merged.marks.of_mut(kind) = a.to_vec();
            }
        }
        let (a, b, c) = (&mine.readings, &opened.readings, &theirs.readings);
        if merge(
            Field::Readings,
            a != b,
            c != b,
            i_say.readings == they_say.readings,
        ) {
            merged.readings = a.clone();
        }
        let (a, b, c) = (&mine.treatments, &opened.treatments, &theirs.treatments);
        if merge(
            Field::Treatments,
            a != b,
            c != b,
            i_say.treatments == they_say.treatments,
        ) {
            merged.treatments = a.clone();
        }
        let (a, b, c) = (&mine.notes, &opened.notes, &theirs.notes);
        if merge(Field::Notes, a != b, c != b, a == c) {
            merged.notes = a.clone();
        }
        if conflicts.is_empty() {
            Ok(merged)
        } else {
            Err(conflicts)
        }
    }
}

/// The id of a row; one that was kept without one is named by its place.
fn named(id: Option<ItemId>, n: usize) -> ItemId {
    id.unwrap_or_else(|| ItemId::of(n as u32))
}

fn noting<T>(problems: &mut Vec<Problem>, result: Result<T, Problem>) -> Option<T> {
    result.map_err(|problem| problems.push(problem)).ok()
}
