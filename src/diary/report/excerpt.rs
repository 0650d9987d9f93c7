//! The part of a diary that the person wants to hand on: a range of days, without what they chose to
//! leave out. Whatever leaves by the report or an export is made of this alone, so that nothing else
//! can.

use chrono::NaiveDate;

use crate::diary::Diary;
use crate::diary::checkup::Checkup;
use crate::diary::day::{Day, Scale};
use crate::diary::episode::Episode;
use crate::diary::moment::Moment;
use crate::diary::report::figures::{Coverage, coverage};
use crate::diary::stored::Record;
use crate::guide::answers::{Answer, Answers};

/// Something that can be left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// What the person wrote.
    Notes,
    /// Medicines: those taken, and those named in the guide.
    Medicines,
    /// How the mood was.
    Mood,
    /// What was noted of days.
    Days,
}

impl Kind {
    /// All four, in the order of the page.
    pub const ALL: [Kind; 4] = [Kind::Notes, Kind::Medicines, Kind::Mood, Kind::Days];

    /// "Notes".
    pub fn words(self) -> &'static str {
        ["Notes", "Medicines", "Mood", "Day entries"][self as usize]
    }
}

/// Which days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Range {
    /// So many days, today being the last.
    Last(u16),
    /// From the first day of which anything is noted until today.
    All,
    /// From one day to another, both included.
    Own(NaiveDate, NaiveDate),
}

/// What the person chose, and what they added for this page alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// Which days.
    pub range: Range,
    /// What to include, in the order of [`Kind::ALL`].
    pub include: [bool; 4],
    /// Their name, as it is to stand on the page; or nothing.
    pub name: String,
    /// When they were born, or nothing.
    pub born: Option<NaiveDate>,
    /// Questions of their own, one a line.
    pub questions: String,
}

impl Choice {
    /// Whether this is to be in.
    pub fn has(&self, kind: Kind) -> bool {
        self.include[kind as usize]
    }
}

/// The treatment that is a medicine.
pub const MEDICINE: &str = "medicine";
/// What a medicine is called of which no name was typed.
pub const NAMELESS: &str = "A medicine without a name";
/// Answers of the guide that name a medicine: question and choice.
const MEDICINE_ANSWERS: [(&str, &str); 5] = [
    ("health", "steroids"),
    ("health", "thinner"),
    ("tried", "anti-inflammatory"),
    ("tried", "paracetamol"),
    ("tried", "relaxant"),
];

/// What is handed on.
#[derive(Debug, Clone)]
pub struct Excerpt {
    /// What was chosen.
    pub choice: Choice,
    /// When it was made.
    pub now: Moment,
    /// The first of its days.
    pub from: NaiveDate,
    /// The last of them.
    pub to: NaiveDate,
    /// Episodes that began in the range, the latest first.
    pub episodes: Vec<Episode>,
    /// What was noted of its days, in order.
    pub days: Vec<Day>,
    /// Check-ups of the range, the latest first; and every emergency that is still open.
    pub checkups: Vec<Checkup>,
    /// What the person said of themselves.
    pub profile: Answers,
    /// How the days are covered.
    pub coverage: Coverage,
    /// The first day of which anything is noted in the whole diary.
    pub since: Option<NaiveDate>,
    /// Peaks of the episodes before the range.
    pub peaks_before: Vec<i64>,
    /// Lengths of the ended ones of these, in seconds.
    pub lengths_before: Vec<i64>,
    /// How many began in as many days just before the range; none where the diary does not go back
    /// so far.
    pub begun_before: Option<usize>,
    /// Episodes that are dated after now: a clock was wrong. They are left out.
    pub in_future: usize,
    /// Records that cannot be read.
    pub unreadable: usize,
    /// A name for this diary that no other has, for those who keep several: the key of its first record.
    pub origin: String,
}

impl Excerpt {
    /// Takes it out of a diary.
    pub fn of(diary: &Diary, choice: &Choice, now: &Moment) -> Excerpt {
        let today = now.date_naive();
        let since = first_day(diary, now);
        let (from, to) = match choice.range {
            Range::Last(days) => (today - chrono::Days::new(u64::from(days.max(1)) - 1), today),
            Range::All => (since.unwrap_or(today), today),
            // Given the wrong way round it is meant the right way round.
            Range::Own(one, other) => (one.min(other), one.max(other)),
        };
        let mut excerpt = Excerpt {
            choice: choice.clone(),
            now: *now,
            from,
            to,
            episodes: Vec::new(),
            days: Vec::new(),
            checkups: Vec::new(),
            profile: diary
                .profile()
                .map(|p| p.answers.clone())
                .unwrap_or_default(),
            coverage: coverage(diary, from, to.min(today), now),
            since,
            peaks_before: Vec::new(),
            lengths_before: Vec::new(),
            begun_before: None,
            in_future: 0,
            unreadable: diary.unreadable().count(),
            origin: diary.keys().into_iter().next().unwrap_or_default(),
        };
        let length = (to - from).num_days();
        let earlier = from - chrono::TimeDelta::days(length + 1);
        let mut begun_before = 0;
        for episode in diary.newest_first() {
            let day = episode.start.date_naive();
            if episode.start > *now {
                excerpt.in_future += 1;
            } else if day < from {
                begun_before += usize::from(day >= earlier);
                excerpt
                    .peaks_before
                    .extend(episode.peak().map(|peak| i64::from(peak.get())));
                excerpt
                    .lengths_before
                    .extend(episode.lasted().map(|span| span.num_seconds()));
            } else if day <= to {
                excerpt.episodes.push(excerpt.without_episode(episode));
            }
        }
        excerpt.begun_before = since
            .is_some_and(|since| since <= earlier)
            .then_some(begun_before);
        if choice.has(Kind::Days) {
            for day in diary.days() {
                if (from..=to).contains(&day.date) {
                    excerpt.days.push(excerpt.without_day(day));
                }
            }
        }
        for checkup in diary.checkups() {
            let day = checkup.started.date_naive();
            if checkup.started <= *now && ((from..=to).contains(&day) || checkup.is_alarm()) {
                let mut checkup = checkup.clone();
                excerpt.leave_out(&mut checkup.answers);
                excerpt.checkups.push(checkup);
            }
        }
        let mut profile = excerpt.profile.clone();
        excerpt.leave_out(&mut profile);
        excerpt.profile = profile;
        excerpt
    }

    fn without_episode(&self, episode: &Episode) -> Episode {
        let mut episode = episode.clone();
        if !self.choice.has(Kind::Notes) {
            episode.notes = String::new();
        }
        if !self.choice.has(Kind::Medicines) {
            episode
                .treatments
                .retain(|treatment| treatment.kind != MEDICINE);
        }
        episode.amended = Vec::new();
        episode
    }

    fn without_day(&self, day: &Day) -> Day {
        let mut day = day.clone();
        if !self.choice.has(Kind::Notes) {
            day.notes = String::new();
        }
        if !self.choice.has(Kind::Mood) {
            day.scales[Scale::Mood as usize] = None;
        }
        day
    }

    /// Takes the medicines out of some answers, if they are to be left out.
    fn leave_out(&self, answers: &mut Answers) {
        if self.choice.has(Kind::Medicines) {
            return;
        }
        for (question, choice) in MEDICINE_ANSWERS {
            if let Some(answer) = answers.to(question)
                && answer.has(choice)
            {
                let rest: Answer = answer.toggled(choice);
                answers.give(question, rest);
            }
        }
    }

    /// The latest check-up of which all questions were answered.
    pub fn latest(&self) -> Option<&Checkup> {
        self.checkups
            .iter()
            .find(|checkup| checkup.finished.is_some())
    }
}

/// The first day of which anything is noted.
fn first_day(diary: &Diary, now: &Moment) -> Option<NaiveDate> {
    let mut first: Option<NaiveDate> = None;
    for record in diary.records() {
        let day = match record {
            Record::Episode(episode) if episode.deleted.is_none() => episode.start.date_naive(),
            Record::Day(day) if !day.is_empty() => day.date,
            Record::Checkup(checkup) => checkup.started.date_naive(),
            _ => continue,
        };
        if day <= now.date_naive() && first.is_none_or(|first| day < first) {
            first = Some(day);
        }
    }
    first
}
