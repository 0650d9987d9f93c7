//! A record as a set of stamped values per field, and back: the one place that decides which of two values is shown.
//!
//! The state of a field is a map from (value, device) to the latest stamp of that value. Two copies are merged by the union
//! of these maps, with the greater stamp: the join of a semilattice (Shapiro et al. 2011, "Conflict-free replicated data
//! types"). So the order and the number of merges do not matter. The value with the greatest stamp is shown; the others are
//! earlier values. Removing a value ("no tick", "no end") is a value too: `None`.
//!
//! Three kinds of value hold only without a later change:
//! - "deleted": a later change of the episode brings it back;
//! - the removal of a treatment: a later word on how it helped brings it back;
//! - "none of these": a later tick of the same question stands instead.

mod checkup;
mod day;
mod episode;
mod person;
pub mod words;

use std::collections::BTreeMap;

use crate::diary::compact::checksum;
use crate::diary::episode::Episode;
use crate::diary::field::Field;
use crate::diary::history::{Earlier, History};
use crate::diary::moment::Moment;
use crate::diary::stamp::{Device, Stamp};
use crate::diary::stored::{self, Record, Tombstone};
use crate::guide::answers::NONE;
use crate::guide::order;

pub use episode::read_moment;

/// A value that is corrected within this time, in seconds, was a slip, and is no earlier value.
pub const SLIP: i64 = 300;

/// The number of corrections that a field remembers, the latest ones: typed text is stored with each letter. An older
/// corrected value becomes an earlier value if another copy still has it.
const MOST_CORRECTED: usize = 16;

/// A value as text. Its form depends on the field; the modules below say which.
pub type Value = String;

/// One field of a record as it is now.
struct FieldValue {
    field: Field,
    value: Value,
    /// The moment that the value carries, if it was noted as it happened: seconds since 1970.
    at: Option<i64>,
}

impl FieldValue {
    fn of(field: Field, value: impl ToString) -> FieldValue {
        FieldValue {
            field,
            value: value.to_string(),
            at: None,
        }
    }

    /// The stamp of a field without one in the history.
    fn implied_stamp(&self, created: Stamp) -> Stamp {
        match self.at {
            Some(time) if !created.is_legacy() && time > created.time => Stamp {
                time,
                counter: 0,
                device: created.device,
            },
            _ => created,
        }
    }
}

/// The values of one field, by value (`None`: removed) and device, each with its latest stamp.
type Values = BTreeMap<(Option<Value>, Device), Stamp>;

/// All values of one record.
#[derive(Debug, Clone, PartialEq)]
struct Facts {
    key: String,
    revision: u32,
    created: Stamp,
    purged: Option<Stamp>,
    values: BTreeMap<Field, Values>,
}

/// Merges two copies of one record. Commutative, associative and idempotent.
pub fn merge(one: &Record, other: &Record) -> Record {
    if one == other {
        return one.clone();
    }
    let mut facts = Facts::of(one);
    facts.join(Facts::of(other));
    let mut both = facts.into_record();
    if let Record::Checkup(checkup) = &mut both {
        checkup::conclude(checkup);
    }
    both
}

/// Stamps each field in which `mine` differs from `base`, the record that it was altered from, and increments the revision.
/// In an episode and a day, replaced values become earlier values, unless they are younger than [`SLIP`]. The history of
/// `mine` is ignored: it becomes that of `base`, with this change.
pub fn stamp(base: Option<&Record>, mine: &mut Record, now: &Moment, device: Device) {
    let revision = mine.revision().max(base.map_or(0, Record::revision));
    let mut facts = match base {
        Some(base) => Facts::of(base),
        None => {
            let created = Stamp::next(now, None, device);
            Facts {
                key: mine.key(),
                revision: 0,
                created,
                purged: None,
                values: BTreeMap::new(),
            }
        }
    };
    let stamp = match base {
        Some(_) => Stamp::next(now, facts.latest(), device),
        None => facts.created,
    };
    facts.revision = revision.saturating_add(1);
    facts.say(mine, stamp);
    *mine = facts.into_record();
}

/// Sets one field of a record to a value, or empties it. Returns whether the value fits.
pub fn set(record: &mut Record, field: &Field, value: Option<&str>) -> bool {
    let set = match record {
        Record::Episode(episode) => episode::set(episode, field, value),
        Record::Day(day) => day::set(day, field, value),
        Record::Checkup(checkup) => checkup::set(checkup, field, value),
        Record::Profile(profile) => person::set_profile(profile, field, value),
        Record::Programme(programme) => person::set_programme(programme, field, value),
        Record::Settings(settings) => person::set_settings(settings, field, value),
        Record::Tombstone(_) => None,
    };
    set.is_some()
}

/// Puts an earlier value back. If it is an answer, the rules are applied again, as of `now`. Returns whether the value fits.
pub fn put_back(record: &mut Record, field: &Field, value: &str, now: &Moment) -> bool {
    if let (Record::Checkup(checkup), Field::Answer(question)) = (&mut *record, field) {
        let answer = checkup::read_answer(value);
        return answer.is_some_and(|answer| {
            checkup.answer(question, answer, *now);
            true
        });
    }
    set(record, field, Some(value))
}

/// The greatest stamp in a record.
pub fn latest(record: &Record) -> Stamp {
    Facts::of(record).latest().unwrap_or_default()
}

/// The shown value of each field.
pub fn values(record: &Record) -> Vec<(Field, Value)> {
    let said = field_values(record).into_iter();
    said.map(|said| (said.field, said.value)).collect()
}

fn field_values(record: &Record) -> Vec<FieldValue> {
    match record {
        Record::Episode(episode) => episode::field_values(episode),
        Record::Day(day) => day::field_values(day),
        Record::Checkup(checkup) => checkup::field_values(checkup),
        Record::Profile(profile) => person::profile_values(profile),
        Record::Programme(programme) => person::programme_values(programme),
        Record::Settings(settings) => person::settings_values(settings),
        Record::Tombstone(_) => Vec::new(),
    }
}

impl Facts {
    fn of(record: &Record) -> Facts {
        let history = record.history();
        let mut facts = Facts {
            key: record.key(),
            revision: record.revision(),
            created: history.created,
            purged: history.purged,
            values: BTreeMap::new(),
        };
        let said = field_values(record);
        // The rules made the shown value of these: it is not what was said.
        let mut derived = Vec::new();
        for earlier in &history.earlier {
            let field = match &earlier.field {
                Field::Said(field) => {
                    derived.push(&**field);
                    &**field
                }
                field => field,
            };
            facts.hear(field.clone(), Some(earlier.value.clone()), earlier.stamp);
        }
        for said in &said {
            if derived.contains(&&said.field) {
                continue;
            }
            let own = history.own_stamp(&said.field);
            let stamp = own.unwrap_or_else(|| said.implied_stamp(history.created));
            facts.hear(said.field.clone(), Some(said.value.clone()), stamp);
        }
        for (field, stamp) in &history.changed {
            let is_shown = said.iter().any(|said| said.field == *field);
            if !is_shown && !derived.contains(&field) {
                facts.hear(field.clone(), None, *stamp);
            }
        }
        facts
    }

    fn hear(&mut self, field: Field, value: Option<Value>, stamp: Stamp) {
        let values = self.values.entry(field).or_default();
        let latest = values.entry((value, stamp.device)).or_default();
        *latest = stamp.max(*latest);
    }

    fn join(&mut self, other: Facts) {
        self.revision = self.revision.max(other.revision);
        // Copies that were created apart: the later stamp, under which older versions stored most of the fields.
        self.created = self.created.max(other.created);
        self.purged = self.purged.max(other.purged);
        for (field, values) in other.values {
            for ((value, _), stamp) in values {
                self.hear(field.clone(), value, stamp);
            }
        }
    }

    /// Adds the values in which `record` differs from these facts, under this stamp.
    fn say(&mut self, record: &Record, stamp: Stamp) {
        let keeps_earlier = matches!(record, Record::Episode(_) | Record::Day(_));
        let is_new = self.values.is_empty();
        let mut before = self.shown();
        let mut changes = Vec::new();
        for said in field_values(record) {
            let was = before.remove(&said.field);
            if was.as_ref().is_none_or(|(was, _)| *was != said.value) {
                changes.push((said.field, Some(said.value), was));
            }
        }
        for (field, was) in before {
            changes.push((field, None, Some(was)));
        }
        if let Record::Tombstone(_) = record {
            self.purged = self.purged.max(Some(stamp));
        }
        if changes.is_empty() {
            return;
        }
        for (field, value, was) in changes {
            if let Some((was, since)) = was {
                let is_longer = field == Field::Notes
                    && value
                        .as_ref()
                        .is_some_and(|value| value.contains(was.as_str()));
                let is_slip = (stamp.time - since.time).abs() < SLIP;
                if is_slip || is_longer || !keeps_earlier {
                    self.correct(&field, &was, since, stamp);
                }
            }
            self.hear(field, value, stamp);
        }
        // An episode that is changed while it is in the trash stays there.
        if !is_new
            && let Record::Episode(Episode {
                deleted: Some(_), ..
            }) = record
        {
            for (field, value) in values(record) {
                if field == Field::Deleted {
                    self.hear(field, Some(value), stamp);
                }
            }
        }
    }

    /// Notes that the value with stamp `since` was corrected at `stamp`.
    fn correct(&mut self, field: &Field, was: &Value, since: Stamp, stamp: Stamp) {
        let corrected = Field::Corrected(Box::new(field.clone()));
        self.hear(corrected, Some(name_of(was, since)), stamp);
    }

    /// Whether the value of a field with this stamp was corrected.
    fn is_corrected(&self, field: &Field, value: &Value, stamp: Stamp) -> bool {
        let corrected = Field::Corrected(Box::new(field.clone()));
        let name = Some(name_of(value, stamp));
        let named = self.values.get(&corrected);
        named.is_some_and(|named| named.keys().any(|(there, _)| *there == name))
    }

    /// The greatest stamp of all values and of the deletion.
    fn latest(&self) -> Option<Stamp> {
        let said = self.values.values().flat_map(BTreeMap::values).copied();
        said.chain(self.purged).chain([self.created]).max()
    }

    /// The shown value of each field, with its stamp. Fields that are empty or were never said are left out.
    fn shown(&self) -> BTreeMap<Field, (Value, Stamp)> {
        let mut shown = BTreeMap::new();
        for (field, values) in &self.values {
            if matches!(field, Field::Words(_) | Field::Corrected(_)) {
                continue;
            }
            if let Some((Some(value), stamp)) = self.winner(field, values) {
                shown.insert(field.clone(), (value.clone(), stamp));
            }
        }
        // A removed treatment hides its other fields.
        let removed = |field: &Field| match field {
            Field::Detail(id) | Field::Relief(id) => !shown.contains_key(&Field::Treatment(*id)),
            _ => false,
        };
        let removed: Vec<Field> = shown
            .keys()
            .filter(|field| removed(field))
            .cloned()
            .collect();
        for field in removed {
            shown.remove(&field);
        }
        shown
    }

    /// The value of a field that counts, and its stamp.
    fn winner<'a>(&self, field: &Field, values: &'a Values) -> Option<(&'a Option<Value>, Stamp)> {
        let greatest = |is_it: &dyn Fn(&Option<Value>) -> bool| {
            let values = values.iter().filter(|((value, _), _)| is_it(value));
            let pair = values.max_by_key(|((value, _), stamp)| (**stamp, value));
            pair.map(|((value, _), stamp)| (value, *stamp))
        };
        let winner = greatest(&|_| true)?;
        let is_last_word = |is_other: &dyn Fn(&Field) -> bool| {
            let others = self.values.iter().filter(|(field, _)| is_other(field));
            let latest = others.flat_map(|(_, values)| values.values()).max();
            latest.is_none_or(|latest| *latest <= winner.1)
        };
        let holds = match (field, winner.0) {
            (Field::Deleted, _) => is_last_word(&|other| *other != Field::Deleted),
            (Field::Treatment(id), None) => {
                is_last_word(&|other| *other == Field::Detail(*id) || *other == Field::Relief(*id))
            }
            (Field::Choice(question, choice), _) if choice == NONE => is_last_word(
                &|other| matches!(other, Field::Choice(of, choice) if of == question && choice != NONE),
            ),
            _ => true,
        };
        match field {
            _ if holds => Some(winner),
            Field::Treatment(_) => greatest(&Option::is_some),
            _ => None,
        }
    }

    /// Whether removing such a value at this stamp has no effect any more: a later change ended all values before it. (To keep
    /// it would make the result depend on the order of merges.)
    fn is_idle(&self, field: &Field, stamp: Stamp) -> bool {
        let is_other = |other: &Field| match (field, other) {
            (Field::Deleted, other) => *other != Field::Deleted,
            (Field::Choice(question, choice), Field::Choice(of, other)) => {
                choice == NONE && of == question && other != NONE
            }
            _ => false,
        };
        let others = self.values.iter().filter(|(field, _)| is_other(field));
        let mut stamps = others.flat_map(|(_, values)| values.values());
        stamps.any(|other| *other > stamp)
    }

    /// The earlier values of a field, without those that say nothing: "deleted" and "none of these" that no longer hold, the
    /// result of other answers, a corrected slip.
    fn earlier(
        &self,
        field: &Field,
        values: &Values,
        shown: Option<&(Value, Stamp)>,
    ) -> Vec<Earlier> {
        match field {
            Field::Deleted | Field::Verdict => return Vec::new(),
            Field::Choice(_, choice) if choice == NONE => return Vec::new(),
            _ => {}
        }
        let mut earlier = Vec::new();
        for ((value, _), stamp) in values {
            let Some(value) = value else { continue };
            let is_shown = shown.is_some_and(|shown| (&shown.0, &shown.1) == (value, stamp));
            if !is_shown && !self.is_corrected(field, value, *stamp) {
                earlier.push(Earlier {
                    field: field.clone(),
                    value: value.clone(),
                    stamp: *stamp,
                });
            }
        }
        if matches!(field, Field::Corrected(_)) {
            order::by_key(&mut earlier, |one| std::cmp::Reverse(one.stamp));
            earlier.truncate(MOST_CORRECTED);
        }
        earlier
    }

    /// Drops the values up to the purge.
    fn purge(&mut self) {
        let Some(purged) = self.purged else { return };
        for values in self.values.values_mut() {
            values.retain(|_, stamp| *stamp > purged);
        }
        self.values.retain(|_, values| !values.is_empty());
    }

    fn into_record(mut self) -> Record {
        self.purge();
        let shown = self.shown();
        let mut record = match stored::empty(
            &self.key,
            shown.get(&Field::Start).map(|(start, _)| start.as_str()),
        ) {
            Some(record) => record,
            None => return self.into_tombstone(),
        };
        let mut history = History {
            created: self.created,
            purged: self.purged,
            ..History::default()
        };
        for (field, (value, _)) in &shown {
            set(&mut record, field, Some(value));
        }
        // A value that does not fit beside the others becomes an earlier value.
        let mut kept = BTreeMap::new();
        for said in field_values(&record) {
            let Some((value, stamp)) = shown.get(&said.field) else {
                continue;
            };
            if *stamp != said.implied_stamp(self.created) {
                history.changed.push((said.field.clone(), *stamp));
            }
            if *value == said.value {
                kept.insert(said.field, (said.value, *stamp));
            }
        }
        for (field, values) in &self.values {
            let shown = kept.get(field);
            if let (None, Some((None, stamp))) = (shown, self.winner(field, values))
                && !self.is_idle(field, stamp)
            {
                history.changed.push((field.clone(), stamp));
            }
            history.earlier.extend(self.earlier(field, values, shown));
        }
        history.changed.sort();
        history.earlier.sort();
        *record.history_mut() = history;
        record.set_revision(self.revision);
        record
    }

    fn into_tombstone(self) -> Record {
        let mut history = History {
            created: self.created,
            purged: self.purged,
            ..History::default()
        };
        // From a copy that did not know of the purge: kept in case the episode is restored.
        for (field, values) in &self.values {
            let shown = match self.winner(field, values) {
                Some((Some(value), stamp)) => Some((value.clone(), stamp)),
                Some((None, stamp)) => {
                    history.changed.push((field.clone(), stamp));
                    None
                }
                None => None,
            };
            history
                .earlier
                .extend(self.earlier(field, values, shown.as_ref()));
            history.earlier.extend(shown.map(|(value, stamp)| Earlier {
                field: field.clone(),
                value,
                stamp,
            }));
        }
        history.earlier.sort();
        let id =
            stored::episode_id(&self.key).expect("only an episode has a start that can be missing");
        Record::Tombstone(Tombstone {
            id,
            revision: self.revision,
            history,
        })
    }
}

/// A value by its stamp and checksum.
fn name_of(value: &Value, stamp: Stamp) -> String {
    format!("{}={}", stamp.text(0, Device::NONE), checksum(value))
}
