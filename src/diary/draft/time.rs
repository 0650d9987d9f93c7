//! A time in the form of an episode: the text as typed, and the moment that it means.

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

use super::{FormField, Problem};
use crate::diary::moment::{self, Moment, Wall};

/// So far ahead of the clock a typed time is still "now": the form shows whole minutes, and the
/// clock that the person looks at may be a little fast.
const SLACK: TimeDelta = TimeDelta::minutes(2);

/// A date and time as typed.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TimeField {
    /// The text of the field, as in [`moment::field`].
    #[serde(default)]
    pub text: String,
    /// Which of two, when the clocks went back and showed it twice.
    #[serde(rename = "second", default, skip_serializing_if = "Option::is_none")]
    pub fold: Option<Fold>,
    /// The moment that the text was filled from, if it was. An untouched text still means exactly
    /// this one, with its seconds and its own offset.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) was: Option<String>,
}

/// Which of the two times that the clocks showed twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "bool", into = "bool")]
pub enum Fold {
    /// Before the clocks went back.
    First,
    /// After.
    Second,
}

impl From<bool> for Fold {
    fn from(is_second: bool) -> Fold {
        if is_second { Fold::Second } else { Fold::First }
    }
}

impl From<Fold> for bool {
    fn from(fold: Fold) -> bool {
        fold == Fold::Second
    }
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
    pub(super) fn untouched(&self) -> Option<Moment> {
        let was = self.was.as_deref().and_then(moment::decode);
        was.filter(|was| moment::field(was) == self.text)
    }

    /// The moment that it means, if it means one by now.
    pub fn meant(&self, now: &Moment, offset_at: impl Fn(i64) -> i32) -> Option<Moment> {
        self.moment(FormField::Start, now, &offset_at).ok()
    }

    pub(super) fn moment(
        &self,
        field: FormField,
        now: &Moment,
        offset_at: &impl Fn(i64) -> i32,
    ) -> Result<Moment, Problem> {
        // A recorded time stays, even if the clock was ahead when it was recorded.
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
    pub(super) fn not_before_by_seconds(&self, moment: Moment, start: Option<Moment>) -> Moment {
        let minute = |moment: &Moment| moment.timestamp().div_euclid(60);
        let is_typed = self.untouched().is_none();
        match start {
            Some(start) if is_typed && moment < start && minute(&moment) == minute(&start) => start,
            _ => moment,
        }
    }
}
