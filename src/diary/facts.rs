//! A record taken apart into what was said of each field and when, and put together again: the one place
//! that decides which of two values is shown.
//!
//! The state of a field is a map from each value that was said of it, and the device that said it, to the latest
//! stamp under which it was said. Two copies are joined by uniting these maps, the greater stamp counting: a join of semilattices
//! (Shapiro et al. 2011, "Conflict-free replicated data types"), so in whatever order and however often
//! copies are joined, the outcome is the same. Shown is the value with the greatest stamp; the others are
//! earlier values. Taking a value back ("no tick", "no end") is a value too: none.
//!
//! Three kinds of value hold only while nothing else was said later:
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

/// A value corrected within so many seconds was a slip, and is not kept as an earlier one.
pub const SLIP: i64 = 300;

/// So many corrections of one field are remembered, the latest: a text that is typed is stored with each letter. A
/// value corrected before that becomes an earlier one where an older copy still has it.
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

    /// The stamp of a field that has none of its own in the history.
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

/// The values of one field by value (`None`: taken back) and device, each with its latest stamp.
type Values = BTreeMap<(Option<Value>, Device), Stamp>;

/// Everything that was said of one record.
#[derive(Debug, Clone, PartialEq)]
struct Facts {
    key: String,
    revision: u32,
    created: Stamp,
    purged: Option<Stamp>,
    said: BTreeMap<Field, Values>,
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

/// Stamps each field in which `mine` differs from `base`, the record that it was altered from, with an act at
/// `now` on `device`, and counts one more storing. Of an episode and a day, values that the act replaces
/// become earlier ones, unless they were said within [`SLIP`]. Only the values of `mine` count: its history
/// becomes that of `base`, with this act.
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
                said: BTreeMap::new(),
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

/// Sets one field of a record to this value, or empties it: the way back to an earlier value. Says whether the value fits.
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

/// Puts an earlier value back in its place. Where that is an answer, the rules are asked again, as of `now`. Says
/// whether the value fits.
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
    let said = said(record).into_iter();
    said.map(|said| (said.field, said.value)).collect()
}

fn said(record: &Record) -> Vec<FieldValue> {
    match record {
        Record::Episode(episode) => episode::said(episode),
        Record::Day(day) => day::said(day),
        Record::Checkup(checkup) => checkup::said(checkup),
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
            said: BTreeMap::new(),
        };
        let said = said(record);
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
        let values = self.said.entry(field).or_default();
        let latest = values.entry((value, stamp.device)).or_default();
        *latest = stamp.max(*latest);
    }

    fn join(&mut self, other: Facts) {
        self.revision = self.revision.max(other.revision);
        // Two copies begun apart: the later one, under which older versions stored the most.
        self.created = self.created.max(other.created);
        self.purged = self.purged.max(other.purged);
        for (field, values) in other.said {
            for ((value, _), stamp) in values {
                self.hear(field.clone(), value, stamp);
            }
        }
    }

    /// Says what `record` has otherwise than these facts, under this stamp.
    fn say(&mut self, record: &Record, stamp: Stamp) {
        let keeps_earlier = matches!(record, Record::Episode(_) | Record::Day(_));
        let is_new = self.said.is_empty();
        let mut before = self.shown();
        let mut changes = Vec::new();
        for said in said(record) {
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

    /// Notes that a value said at `since` was corrected at `stamp`.
    fn correct(&mut self, field: &Field, was: &Value, since: Stamp, stamp: Stamp) {
        let corrected = Field::Corrected(Box::new(field.clone()));
        self.hear(corrected, Some(name_of(was, since)), stamp);
    }

    /// Whether a value of a field, said at `stamp`, was corrected.
    fn is_corrected(&self, field: &Field, value: &Value, stamp: Stamp) -> bool {
        let corrected = Field::Corrected(Box::new(field.clone()));
        let name = Some(name_of(value, stamp));
        let named = self.said.get(&corrected);
        named.is_some_and(|named| named.keys().any(|(there, _)| *there == name))
    }

    /// The greatest stamp of anything said, deletions included.
    fn latest(&self) -> Option<Stamp> {
        let said = self.said.values().flat_map(BTreeMap::values).copied();
        said.chain(self.purged).chain([self.created]).max()
    }

    /// The shown value of each field, with its stamp. Fields that are empty or were never said are left out.
    fn shown(&self) -> BTreeMap<Field, (Value, Stamp)> {
        let mut shown = BTreeMap::new();
        for (field, values) in &self.said {
            if matches!(field, Field::Words(_) | Field::Corrected(_)) {
                continue;
            }
            if let Some((Some(value), stamp)) = self.winner(field, values) {
                shown.insert(field.clone(), (value.clone(), stamp));
            }
        }
        // Of a treatment that was removed nothing else is shown.
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
            let others = self.said.iter().filter(|(field, _)| is_other(field));
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

    /// Whether taking such a value back at this stamp has no effect any more: something else was said later, so
    /// that no value said before that can hold. (Kept, it would hang on the order of joins whether it is there.)
    fn is_idle(&self, field: &Field, stamp: Stamp) -> bool {
        let is_other = |other: &Field| match (field, other) {
            (Field::Deleted, other) => *other != Field::Deleted,
            (Field::Choice(question, choice), Field::Choice(of, other)) => {
                choice == NONE && of == question && other != NONE
            }
            _ => false,
        };
        let others = self.said.iter().filter(|(field, _)| is_other(field));
        let mut stamps = others.flat_map(|(_, values)| values.values());
        stamps.any(|other| *other > stamp)
    }

    /// The values of a field that are not shown, as far as they say something. "Deleted" and "none of these" do not
    /// hold any more, a result was that of other answers, and a slip was corrected.
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

    /// Drops what was said up to the deletion for good.
    fn purge(&mut self) {
        let Some(purged) = self.purged else { return };
        for values in self.said.values_mut() {
            values.retain(|_, stamp| *stamp > purged);
        }
        self.said.retain(|_, values| !values.is_empty());
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
        // A value that does not fit beside the others is an earlier one.
        let mut kept = BTreeMap::new();
        for said in said(&record) {
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
        for (field, values) in &self.said {
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
        // FieldValue by a copy that had not heard of the deletion: kept for the case that the episode is said anew.
        for (field, values) in &self.said {
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
