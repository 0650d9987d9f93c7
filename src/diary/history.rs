//! What a record knows of its own past: when its fields were said, and which earlier values they had.

use crate::diary::compact::{Reader, Writer};
use crate::diary::field::Field;
use crate::diary::stamp::{Device, Stamp};

/// The past of one record.
///
/// The stamp of a field is the one in [`History::changed`]; else, in an episode that was timed live, the moment
/// that the value itself carries; else [`History::created`]. A field with neither a value nor a stamp of its
/// own was never said.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct History {
    /// When the record was first stored; of copies that were begun apart, the latest. Legacy for records from
    /// before there were stamps.
    pub created: Stamp,
    /// Fields said later, or emptied, with their stamps: sorted by field.
    pub changed: Vec<(Field, Stamp)>,
    /// Values that fields had and do not have now: sorted, each once.
    pub earlier: Vec<Earlier>,
    /// When the record was deleted for good. What was said up to then is gone from it.
    pub purged: Option<Stamp>,
}

/// A value that a field had and does not have now.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Earlier {
    /// Which field.
    pub field: Field,
    /// The value, in the form of [`crate::diary::facts`].
    pub value: String,
    /// When that value was said.
    pub stamp: Stamp,
}

impl History {
    /// The stamp that a field carries by itself, if it does.
    pub fn own_stamp(&self, field: &Field) -> Option<Stamp> {
        let place = self.changed.binary_search_by(|(there, _)| there.cmp(field));
        place.ok().map(|place| self.changed[place].1)
    }

    /// Writes the stamps: two values of a record. Times are in seconds from `base`.
    pub fn write_stamps(&self, row: &mut Writer, base: i64) {
        let device = self.created.device;
        if self.created == Stamp::default() {
            row.text("");
        } else {
            row.text(&self.created.text(base, Device::default()));
        }
        row.list(&mut |list| {
            for (field, stamp) in &self.changed {
                list.text(&(stamp.text(base, device) + &field.code()));
            }
        });
    }

    /// Writes the earlier values and the deletion for good: two values, which few records have.
    pub fn write_past(&self, row: &mut Writer, base: i64) {
        let device = self.created.device;
        row.list(&mut |list| {
            for earlier in &self.earlier {
                list.list(&mut |row| {
                    row.text(&(earlier.stamp.text(base, device) + &earlier.field.code()));
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

    /// Reads what [`History::write_stamps`] wrote.
    pub fn read_stamps(row: &mut Reader, base: i64) -> Option<History> {
        let mut history = History::default();
        let created = row.text()?;
        if !created.is_empty() {
            history.created = Stamp::parse(&created, base, Device::default())?;
        }
        let device = history.created.device;
        row.each(&mut |list| {
            history.changed.push(stamped(&list.text()?, base, device)?);
            Some(())
        })?;
        history.changed.is_sorted().then_some(history)
    }

    /// Reads what [`History::write_past`] wrote.
    pub fn read_past(&mut self, row: &mut Reader, base: i64) -> Option<()> {
        let device = self.created.device;
        row.each(&mut |list| {
            list.row(&mut |row| {
                let (field, stamp) = stamped(&row.text()?, base, device)?;
                let value = row.text()?;
                self.earlier.push(Earlier {
                    field,
                    value,
                    stamp,
                });
                Some(())
            })
        })?;
        let purged = row.text()?;
        if !purged.is_empty() {
            self.purged = Some(Stamp::parse(&purged, base, device)?);
        }
        self.earlier.is_sorted().then_some(())
    }

    /// The past of a record from before there were stamps, which had been stored so often.
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

/// A stamp, and behind it the code of a field.
fn stamped(text: &str, base: i64, device: Device) -> Option<(Field, Stamp)> {
    let code = text.find(|letter: char| letter.is_ascii_uppercase())?;
    let stamp = Stamp::parse(&text[..code], base, device)?;
    Some((Field::parse(&text[code..])?, stamp))
}
