//! What was noted of one day, spasm or not: so that there are days to compare with, and so that a day
//! without a spasm is not taken for a day of which nothing is known.

use chrono::NaiveDate;

use crate::diary::episode::Severity;
use crate::diary::history::History;

/// What was noted of one day, on the person's own calendar.
#[derive(Debug, Clone, PartialEq)]
pub struct Day {
    /// Which day.
    pub date: NaiveDate,
    /// How often it was stored, on the device that stored it most often.
    pub revision: u32,
    /// Whether the person said that there was no spasm.
    pub no_spasm: bool,
    /// The pain of the day, 0 to 10.
    pub pain: Option<Severity>,
    /// Which triggers were there, spasm or not: ids of [`crate::diary::marks::MarkKind::Trigger`].
    pub triggers: Vec<String>,
    /// Which triggers were asked about, and were not there.
    pub absent: Vec<String>,
    /// How the night was, how stiff it was, how the mood was, each 0 to 10.
    pub scales: [Option<u8>; 3],
    /// How much of the day's work was done.
    pub work: Option<Work>,
    /// The three answers of PEG, each 0 to 10, if it was filled in whole.
    pub peg: Option<[u8; 3]>,
    /// Which of the 24 sentences of Roland-Morris were ticked, the first being the lowest bit; none
    /// while the form is untouched.
    pub roland_morris: Option<u32>,
    /// Events of that day, in the person's words: "began physiotherapy".
    pub markers: Vec<String>,
    /// Movements of the home programme that were done: ids of the guide.
    pub sessions: Vec<String>,
    /// What the person wrote.
    pub notes: String,
    /// When each was said, and what was said before.
    pub history: History,
}

/// One of [`Day::scales`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scale {
    /// How the night was: 0 very bad, 10 very good.
    Sleep,
    /// How stiff: 0 not at all, 10 the worst imaginable.
    Stiffness,
    /// How the mood was: 0 very low, 10 very good.
    Mood,
}

/// How much of the day's work was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Work {
    All,
    Some,
    None,
    /// There was none to do.
    DayOff,
}

impl Scale {
    /// All three, in the order of [`Day::scales`].
    pub const ALL: [Scale; 3] = [Scale::Sleep, Scale::Stiffness, Scale::Mood];
}

impl Work {
    /// All four, in the order of their stored numbers.
    pub const ALL: [Work; 4] = [Work::All, Work::Some, Work::None, Work::DayOff];

    /// "All of it".
    pub fn words(self) -> &'static str {
        ["All of it", "Some of it", "None", "A day off"][self as usize]
    }
}

impl Day {
    /// A day of which nothing is noted.
    pub fn empty(date: NaiveDate) -> Day {
        Day {
            date,
            revision: 0,
            no_spasm: false,
            pain: None,
            triggers: Vec::new(),
            absent: Vec::new(),
            scales: [None; 3],
            work: None,
            peg: None,
            roland_morris: None,
            markers: Vec::new(),
            sessions: Vec::new(),
            notes: String::new(),
            history: History::default(),
        }
    }

    /// Whether nothing is noted of it (any more): an earlier value does not count.
    pub fn is_empty(&self) -> bool {
        let nothing = Day {
            revision: self.revision,
            history: self.history.clone(),
            ..Day::empty(self.date)
        };
        *self == nothing
    }

    /// What was said on one scale.
    pub fn scale(&self, scale: Scale) -> Option<u8> {
        self.scales[scale as usize]
    }

    /// Says, or takes back, what a trigger was that day: there, not there, not said.
    pub fn say_trigger(&mut self, id: &str, was_there: Option<bool>) {
        self.triggers.retain(|there| there != id);
        self.absent.retain(|there| there != id);
        match was_there {
            Some(true) => self.triggers.push(id.to_string()),
            Some(false) => self.absent.push(id.to_string()),
            None => {}
        }
    }

    /// The PEG score, in tenths: the mean of its three answers.
    pub fn peg_tenths(&self) -> Option<u32> {
        let sum: u32 = self.peg?.into_iter().map(u32::from).sum();
        Some((sum * 10 + 1) / 3)
    }

    /// The Roland-Morris score: how many sentences were ticked, 0 to 24.
    pub fn roland_morris_score(&self) -> Option<u32> {
        Some(self.roland_morris?.count_ones())
    }
}
