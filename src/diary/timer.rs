//! Heat or ice for so long, and the treatment that it is noted as.

use serde::{Deserialize, Deserializer, Serialize, de};

use crate::diary::id::{EpisodeId, ItemId};
use crate::diary::json::{self, ReadError};
use crate::diary::moment::Moment;
use crate::diary::watch::Watch;

/// Never longer than this, in minutes.
pub const LONGEST: u8 = 20;

/// The treatment that a timer is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum HeatOrIce {
    /// Heat.
    Heat,
    /// Ice.
    Ice,
}

impl HeatOrIce {
    /// Both.
    pub const ALL: [HeatOrIce; 2] = [HeatOrIce::Heat, HeatOrIce::Ice];

    /// The id of its treatment.
    pub fn id(self) -> &'static str {
        match self {
            HeatOrIce::Heat => "heat",
            HeatOrIce::Ice => "ice",
        }
    }

    /// "Heat".
    pub fn words(self) -> &'static str {
        match self {
            HeatOrIce::Heat => "Heat",
            HeatOrIce::Ice => "Ice",
        }
    }

    /// The minutes that are proposed.
    pub fn usual(self) -> u8 {
        match self {
            HeatOrIce::Heat => 15,
            HeatOrIce::Ice => 10,
        }
    }
}

/// A timer that runs, or has run out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Timer {
    /// Which treatment.
    pub kind: HeatOrIce,
    /// For how many minutes, [`LONGEST`] at most.
    #[serde(deserialize_with = "minutes")]
    pub minutes: u8,
    /// How far it is.
    pub watch: Watch,
    /// What it is noted as in the episode, if there is one.
    pub noted: Option<(EpisodeId, ItemId)>,
    /// Whether it has rung.
    pub rang: bool,
}

fn minutes<'de, D: Deserializer<'de>>(from: D) -> Result<u8, D::Error> {
    let minutes = u8::deserialize(from)?;
    let is_one = (1..=LONGEST).contains(&minutes);
    is_one
        .then_some(minutes)
        .ok_or_else(|| de::Error::custom("not a length of a timer"))
}

impl Timer {
    /// One that starts now.
    pub fn begun(
        kind: HeatOrIce,
        minutes: u8,
        now: &Moment,
        noted: Option<(EpisodeId, ItemId)>,
    ) -> Timer {
        Timer {
            kind,
            minutes: minutes.clamp(1, LONGEST),
            watch: Watch::begun(now),
            noted,
            rang: false,
        }
    }

    /// How many seconds are left.
    pub fn left(&self, now: &Moment) -> i64 {
        (i64::from(self.minutes) * 60 - self.watch.elapsed(now)).max(0)
    }

    /// The text that is stored.
    pub fn encode(&self) -> String {
        json::write(self)
    }

    /// Reads what [`Timer::encode`] wrote, or version 0.1.
    ///
    /// # Errors
    /// [`ReadError`].
    pub fn decode(text: &str) -> Result<Timer, ReadError> {
        json::read_or_old(text, Timer::decode_0_1)
    }

    fn decode_0_1(text: &str) -> Option<Timer> {
        let parts: Vec<&str> = text.split(' ').collect();
        let ["1", kind, minutes, since, spent, seen, rang, item, episode] = *parts.as_slice()
        else {
            return None;
        };
        Some(Timer {
            kind: HeatOrIce::ALL
                .into_iter()
                .find(|known| known.id() == kind)?,
            minutes: minutes.parse().ok().filter(|n| (1..=LONGEST).contains(n))?,
            watch: Watch::decode_0_1([since, spent, seen])?,
            noted: match ItemId::stored(item.parse().ok()?) {
                Some(item) => Some((EpisodeId::parse(episode)?, item)),
                None => None,
            },
            rang: rang == "rang",
        })
    }
}
