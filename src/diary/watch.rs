//! How long something has gone on, from moments alone: a page that is hidden, asleep or made anew
//! loses nothing, and a clock that is set back takes nothing away.

use serde::de::value::I64Deserializer;
use serde::de::{self, IntoDeserializer};
use serde::{Deserialize, Deserializer, Serialize};

use crate::diary::moment::Moment;

/// A stopwatch that can be paused. All times are whole seconds, since 1970 UTC where they are moments.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Watch {
    /// Since when it runs; none while it is paused.
    #[serde(deserialize_with = "seconds_if")]
    since: Option<i64>,
    /// What went by before that.
    #[serde(deserialize_with = "seconds")]
    spent: i64,
    /// The latest time at which it was looked at.
    #[serde(deserialize_with = "seconds")]
    seen: i64,
}

impl Watch {
    /// One that starts now.
    pub fn begun(now: &Moment) -> Watch {
        let now = now.timestamp();
        Watch {
            since: Some(now),
            spent: 0,
            seen: now,
        }
    }

    /// Observes the time. If the clock was set back, the time up to the last observation counts, and it goes on from here.
    /// Returns whether the clock was set back.
    pub fn observe(&mut self, now: &Moment) -> bool {
        let now = now.timestamp();
        let was_set_back = now < self.seen;
        if was_set_back && let Some(since) = self.since {
            self.spent += self.seen - since;
            self.since = Some(now);
        }
        self.seen = now;
        was_set_back
    }

    /// How many seconds went by.
    pub fn elapsed(&self, now: &Moment) -> i64 {
        let running = self.since.map_or(0, |since| now.timestamp() - since);
        self.spent + running.max(0)
    }

    /// Seconds since the last observation.
    pub fn idle(&self, now: &Moment) -> i64 {
        now.timestamp() - self.seen
    }

    /// Whether it stands still.
    pub fn is_paused(&self) -> bool {
        self.since.is_none()
    }

    /// Stops it, or lets it go on.
    pub fn pause(&mut self, now: &Moment, pause: bool) {
        self.observe(now);
        self.spent = self.elapsed(now);
        self.since = (!pause).then(|| now.timestamp());
    }

    /// Reads the three numbers of version 0.1; the first is "-" while it is paused.
    pub fn decode_0_1(parts: [&str; 3]) -> Option<Watch> {
        let [since, spent, seen] = parts;
        Some(Watch {
            since: match since {
                "-" => None,
                since => Some(number_0_1(since)?),
            },
            spent: number_0_1(spent)?,
            seen: number_0_1(seen)?,
        })
    }
}

/// The seconds that a clock shows.
const SECONDS: std::ops::Range<i64> = 0..1 << 40;

/// Seconds as version 0.1 stored them.
pub fn number_0_1(text: &str) -> Option<i64> {
    let number = text.parse::<i64>().ok();
    number.filter(|n| SECONDS.contains(n))
}

/// Reads seconds that were stored. None are read that no clock ever shows.
pub fn seconds<'de, D: Deserializer<'de>>(from: D) -> Result<i64, D::Error> {
    let number = i64::deserialize(from)?;
    let is_time = SECONDS.contains(&number);
    is_time
        .then_some(number)
        .ok_or_else(|| de::Error::custom("no clock shows this"))
}

fn seconds_if<'de, D: Deserializer<'de>>(from: D) -> Result<Option<i64>, D::Error> {
    let Some(number) = Option::<i64>::deserialize(from)? else {
        return Ok(None);
    };
    let number: I64Deserializer<D::Error> = number.into_deserializer();
    seconds(number).map(Some)
}
