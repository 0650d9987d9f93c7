//! How long something has gone on, from moments alone: a page that is hidden, asleep or made anew
//! loses nothing, and a clock that is set back takes nothing away.

use crate::diary::moment::Moment;

/// A stopwatch that can be paused. All times are whole seconds, since 1970 UTC where they are moments.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Watch {
    /// Since when it runs; none while it is paused.
    since: Option<i64>,
    /// What went by before that.
    spent: i64,
    /// The latest time at which it was looked at.
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

    /// Takes notice of the time. Was the clock set back, what had gone by until it was looked at last
    /// counts, and it goes on from here. Whether that was so.
    pub fn look(&mut self, now: &Moment) -> bool {
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

    /// How many seconds ago it was looked at last.
    pub fn idle(&self, now: &Moment) -> i64 {
        now.timestamp() - self.seen
    }

    /// Whether it stands still.
    pub fn is_paused(&self) -> bool {
        self.since.is_none()
    }

    /// Stops it, or lets it go on.
    pub fn pause(&mut self, now: &Moment, pause: bool) {
        self.look(now);
        self.spent = self.elapsed(now);
        self.since = (!pause).then(|| now.timestamp());
    }

    /// As it is stored: three numbers, the first "-" while it is paused.
    pub fn encode(&self) -> String {
        let since = self
            .since
            .map_or("-".to_string(), |since| since.to_string());
        [since, self.spent.to_string(), self.seen.to_string()].join(" ")
    }

    /// Reads what [`Watch::encode`] wrote.
    pub fn decode(parts: [&str; 3]) -> Option<Watch> {
        let [since, spent, seen] = parts;
        Some(Watch {
            since: match since {
                "-" => None,
                since => Some(number(since)?),
            },
            spent: number(spent)?,
            seen: number(seen)?,
        })
    }
}

/// Seconds that were stored; nothing of what no clock ever shows.
pub fn number(text: &str) -> Option<i64> {
    let number = text.parse::<i64>().ok();
    number.filter(|n| (0..1 << 40).contains(n))
}
