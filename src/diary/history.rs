//! The history of a record: the stamps of its fields, and their earlier values.

use crate::diary::compact::{Reader, Writer};
use crate::diary::field::Field;
use crate::diary::id::ItemId;
use crate::diary::marks::MarkKind;
use crate::diary::stamp::{Device, Stamp};

/// The history of one record.
///
/// The stamp of a field is the one in [`History::changed`]; else, in an episode that was timed live, the moment
/// that the value itself carries; else [`History::created`]. A field with neither a value nor a stamp of its
/// own was never said.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct History {
    /// When the record was first stored; of copies that were begun apart, the latest. Legacy for records from
    /// before there were stamps.
    pub created: Stamp,
    /// Fields that were changed or emptied after that, with their stamps: sorted by field.
    pub changed: Vec<(Field, Stamp)>,
    /// Values that fields had and do not have now, [`Field::Corrected`] and [`Field::Said`]: sorted, each once.
    pub earlier: Vec<Earlier>,
    /// The stamp of the purge. All values up to it are gone.
    pub purged: Option<Stamp>,
}

/// A value that a field had and does not have now.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Earlier {
    pub field: Field,
    /// The value, in the form of [`crate::diary::facts`].
    pub value: String,
    /// When that value was said.
    pub stamp: Stamp,
}

impl History {
    /// The values that fields had and do not have now.
    pub fn earlier_values(&self) -> impl Iterator<Item = &Earlier> {
        let is_value = |one: &&Earlier| !matches!(one.field, Field::Corrected(_) | Field::Said(_));
        self.earlier.iter().filter(is_value)
    }

    /// The stamp that a field carries by itself, if it does.
    pub fn own_stamp(&self, field: &Field) -> Option<Stamp> {
        let place = self.changed.binary_search_by(|(there, _)| there.cmp(field));
        place.ok().map(|place| self.changed[place].1)
    }

    /// Writes it as four values of a record. Times are in seconds from `base`.
    ///
    /// The first two are the stamp of the first storing, which is never empty: the checksum of a record does not
    /// cover its version, and a record of a version without stamps must not be read as one with them; and the stamps
    /// of fields, each followed by the code of its field, separated by spaces.
    pub fn write(&self, row: &mut Writer, base: i64, lists: &Lists) {
        let device = self.created.device;
        row.text(&self.created.text(base, Device::NONE));
        let changed = self.changed.iter();
        let changed: Vec<String> = changed
            .map(|(field, stamp)| stamp.text(base, device) + &lists.short(field))
            .collect();
        row.text(&changed.join(" "));
        row.list(&mut |list| {
            for earlier in &self.earlier {
                list.list(&mut |row| {
                    row.text(&(earlier.stamp.text(base, device) + &lists.short(&earlier.field)));
                    row.text(&earlier.value);
                });
            }
        });
        row.text(
            &self
                .purged
                .map_or(String::new(), |at| at.text(base, device)),
        );
    }

    /// Reads what [`History::write`] wrote.
    pub fn read(row: &mut Reader, base: i64, lists: &Lists) -> Option<History> {
        let mut history = History {
            created: Stamp::parse(&row.text()?, base, Device::NONE)?,
            ..History::default()
        };
        let device = history.created.device;
        for one in row.text()?.split(' ').filter(|one| !one.is_empty()) {
            let (stamp, code) = split_stamp(one, base, device)?;
            history.changed.push((lists.long(code)?, stamp));
        }
        row.each(&mut |list| {
            list.row(&mut |row| {
                let code = row.text()?;
                let (stamp, code) = split_stamp(&code, base, device)?;
                let (field, value) = (lists.long(code)?, row.text()?);
                history.earlier.push(Earlier {
                    field,
                    value,
                    stamp,
                });
                Some(())
            })
        })?;
        let purged = row.text()?;
        if !purged.is_empty() {
            history.purged = Some(Stamp::parse(&purged, base, device)?);
        }
        let is_sorted = history.changed.is_sorted() && history.earlier.is_sorted();
        is_sorted.then_some(history)
    }

    /// The history of a record from before there were stamps, with this revision.
    pub fn legacy(revision: u32) -> History {
        History {
            created: Stamp::legacy(revision),
            ..History::default()
        }
    }

    /// Takes in an earlier value that older versions kept in words, changed at this second.
    pub fn add_words(&mut self, what: String, was: String, seconds: i64) {
        let stamp = Stamp {
            time: seconds,
            ..Stamp::default()
        };
        let earlier = Earlier {
            field: Field::Words(what),
            value: was,
            stamp,
        };
        if let Err(place) = self.earlier.binary_search(&earlier) {
            self.earlier.insert(place, earlier);
        }
    }
}

/// A stamp, and the code of a field behind it.
fn split_stamp(text: &str, base: i64, device: Device) -> Option<(Stamp, &str)> {
    let code = text.find(|letter: char| letter.is_ascii_uppercase())?;
    Some((Stamp::parse(&text[..code], base, device)?, &text[code..]))
}

/// The lists of a record: a field of an item that stands in one is written by its place there, after `%`.
#[derive(Debug, Clone, Default)]
pub struct Lists {
    /// Readings, then treatments.
    pub items: Vec<ItemId>,
    pub triggers: Vec<String>,
}

impl Lists {
    /// The code of a field, as short as can be, without spaces.
    fn short(&self, field: &Field) -> String {
        let place = match field {
            Field::Reading(id) | Field::Treatment(id) | Field::Detail(id) | Field::Relief(id) => {
                self.items.iter().position(|there| there == id)
            }
            Field::Mark(MarkKind::Trigger, id) => {
                self.triggers.iter().position(|there| there == id)
            }
            _ => None,
        };
        let code = field.code();
        match place {
            Some(place) => format!("{}%{place}", &code[..1]),
            None => code.replace('%', "%p").replace(' ', "%s"),
        }
    }

    /// The field of a code that [`Lists::short`] made.
    fn long(&self, short: &str) -> Option<Field> {
        let place = short
            .split_once('%')
            .and_then(|(code, place)| Some((code, place.parse::<usize>().ok()?)));
        let code = match place {
            None => short.replace("%s", " ").replace("%p", "%"),
            Some(("M", place)) => {
                Field::Mark(MarkKind::Trigger, self.triggers.get(place)?.clone()).code()
            }
            Some((code, place)) => format!("{code}{}", self.items.get(place)?.get()),
        };
        Field::parse(&code)
    }
}
