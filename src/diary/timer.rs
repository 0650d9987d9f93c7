//! Heat or ice for so long, and the treatment that it is noted as.

use crate::diary::id::{EpisodeId, ItemId};
use crate::diary::moment::Moment;
use crate::diary::watch::Watch;

/// Never longer than this, in minutes.
pub const LONGEST: u8 = 20;

/// The two kinds, by the ids of their treatments, with the minutes that are proposed.
pub const KINDS: [(&str, u8); 2] = [("heat", 15), ("ice", 10)];

/// A timer that runs, or has run out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timer {
    /// Which treatment: an id of [`KINDS`].
    pub kind: &'static str,
    /// For how many minutes, [`LONGEST`] at most.
    pub minutes: u8,
    /// How far it is.
    pub watch: Watch,
    /// What it is noted as in the episode, if there is one.
    pub noted: Option<(EpisodeId, ItemId)>,
    /// Whether it has rung.
    pub rang: bool,
}

impl Timer {
    /// One that starts now. Nothing for what is neither heat nor ice.
    pub fn begun(
        kind: &str,
        minutes: u8,
        now: &Moment,
        noted: Option<(EpisodeId, ItemId)>,
    ) -> Option<Timer> {
        let (kind, _) = KINDS.iter().find(|(known, _)| *known == kind)?;
        Some(Timer {
            kind,
            minutes: minutes.clamp(1, LONGEST),
            watch: Watch::begun(now),
            noted,
            rang: false,
        })
    }

    /// How many seconds are left.
    pub fn left(&self, now: &Moment) -> i64 {
        (i64::from(self.minutes) * 60 - self.watch.elapsed(now)).max(0)
    }

    /// The text that is stored.
    pub fn encode(&self) -> String {
        let (episode, item) = match &self.noted {
            Some((episode, item)) => (episode.as_str(), item.get()),
            None => ("-", 0),
        };
        let parts = [
            "1",
            self.kind,
            &self.minutes.to_string(),
            &self.watch.encode(),
            if self.rang { "rang" } else { "-" },
            &item.to_string(),
            episode,
        ];
        parts.join(" ")
    }

    /// Reads what [`Timer::encode`] wrote; nothing of anything else.
    pub fn decode(text: &str) -> Option<Timer> {
        let parts: Vec<&str> = text.split(' ').collect();
        let ["1", kind, minutes, since, spent, seen, rang, item, episode] = parts.as_slice() else {
            return None;
        };
        let (kind, _) = KINDS.iter().find(|(known, _)| known == kind)?;
        Some(Timer {
            kind,
            minutes: minutes.parse().ok().filter(|n| (1..=LONGEST).contains(n))?,
            watch: Watch::decode([since, spent, seen])?,
            noted: match ItemId::stored(item.parse().ok()?) {
                Some(item) => Some((EpisodeId::parse(episode)?, item)),
                None => None,
            },
            rang: *rang == "rang",
        })
    }
}
