//! The part of a diary that the person wants to hand on: a range of days, without what they chose to
//! leave out. Whatever leaves by the report or an export is made of this alone, so that nothing else
//! can.

use chrono::NaiveDate;

use crate::diary::Diary;
use crate::diary::checkup::Checkup;
use crate::diary::day::{Day, Scale};
use crate::diary::episode::Episode;
use crate::diary::history::History;
use crate::diary::moment::Moment;
use crate::diary::trends::FEWEST_FOR_USUAL;
use crate::diary::trends::counts::{Counts, counts};
use crate::diary::trends::helps::{Tried, helps};
use crate::diary::trends::numbers::{FEWEST_FOR_MEDIAN, Spread, spread};
use crate::diary::trends::range::DayRange;
use crate::guide::answers::{Answer, Answers};
use crate::guide::order;

/// Something that can be left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OptionalPart {
    /// What the person wrote.
    Notes,
    /// Medicines: those taken, and those named in the guide.
    Medicines,
    /// How the mood was.
    Mood,
    /// What was noted of days.
    Days,
}

impl OptionalPart {
    /// All four, in the order of the page.
    pub const ALL: [OptionalPart; 4] = [
        OptionalPart::Notes,
        OptionalPart::Medicines,
        OptionalPart::Mood,
        OptionalPart::Days,
    ];

    /// "Notes".
    pub fn words(self) -> &'static str {
        ["Notes", "Medicines", "Mood", "Day entries"][self as usize]
    }
}

/// Which days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReportRange {
    /// So many days, today being the last.
    Last(u16),
    /// From the first day of which anything is noted until today.
    All,
    /// From one day to another, both included.
    Own(NaiveDate, NaiveDate),
}

/// What the person chose, and what they added for this page alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportChoice {
    /// Which days.
    pub range: ReportRange,
    /// What to include, in the order of [`OptionalPart::ALL`].
    pub include: [bool; 4],
    /// Their name, as it is to stand on the page; or nothing.
    pub name: String,
    /// When they were born, or nothing.
    pub born: Option<NaiveDate>,
    /// Questions of their own, one a line.
    pub questions: String,
}

impl ReportChoice {
    /// Whether this is to be in.
    pub fn has(&self, kind: OptionalPart) -> bool {
        self.include[kind as usize]
    }
}

/// The treatment that is a medicine.
pub const MEDICINE: &str = "medicine";
/// What a medicine is called of which no name was typed.
pub const NAMELESS: &str = "A medicine without a name";
/// Answers of the guide that name a medicine: question and choice.
const MEDICINE_ANSWERS: [(&str, &str); 8] = [
    ("conditions", "steroids"),
    ("conditions", "anticoagulant"),
    ("conditions", "aspirin"),
    // Of the guide up to version 7.
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
    pub choice: ReportChoice,
    /// When it was made.
    pub now: Moment,
    pub run: DayRange,
    /// Episodes that began in the range, the latest first.
    pub episodes: Vec<Episode>,
    /// What was noted of its days, in order.
    pub days: Vec<Day>,
    /// Check-ups of the range, the latest first; and every emergency that is still open.
    pub checkups: Vec<Checkup>,
    /// What the person said of themselves.
    pub profile: Answers,
    /// What can be counted of the range.
    pub counts: Counts,
    /// What was tried, and what came of it.
    pub helps: Vec<Tried>,
    /// The first day of which anything is noted in the whole diary.
    pub since: Option<NaiveDate>,
    /// How long those before the range lasted, in seconds.
    pub lasted_before: Spread,
    /// The worst reading of each of them.
    pub peaks_before: Spread,
    /// How many began in as many days just before the range; none where the diary does not go back
    /// so far.
    pub begun_before: Option<usize>,
    /// Episodes that are dated after today and not in the range: a clock was wrong.
    pub in_future: usize,
    /// Records that cannot be read.
    pub unreadable: usize,
    /// A name for this diary that no other has, for those who keep several: the key of its first record.
    pub origin: String,
}

impl Excerpt {
    /// Takes it out of a diary.
    pub fn of(diary: &Diary, choice: &ReportChoice, now: &Moment) -> Excerpt {
        let all = DayRange::all(diary, now);
        let run = match choice.range {
            ReportRange::Last(days) => DayRange::last_days(i64::from(days), now),
            ReportRange::All => all,
            // Given the wrong way round it is meant the right way round.
            ReportRange::Own(one, other) => {
                DayRange::between(one.min(other), one.max(other)).unwrap_or(all)
            }
        };
        let is_empty = diary.episodes().next().is_none() && diary.days().next().is_none();
        let since = (!is_empty).then_some(all.first);
        let before = run.before();
        let mut begun_before = 0;
        let (mut lasted, mut peaks) = (Vec::new(), Vec::new());
        let mut excerpt = Excerpt {
            choice: choice.clone(),
            now: *now,
            run,
            episodes: Vec::new(),
            days: Vec::new(),
            checkups: Vec::new(),
            profile: diary
                .profile()
                .map_or_else(Answers::default, |p| p.answers.clone()),
            counts: counts(diary, run, now),
            helps: helps(diary, run),
            since,
            lasted_before: Spread::default(),
            peaks_before: Spread::default(),
            begun_before: None,
            in_future: 0,
            unreadable: diary.unreadable().count(),
            origin: diary.keys().into_iter().next().unwrap_or_default(),
        };
        for episode in diary.episodes() {
            let date = episode.start.date_naive();
            if run.place(date).is_some() {
                excerpt.episodes.push(excerpt.without_episode(episode));
            } else if date < run.first {
                begun_before += usize::from(before.place(date).is_some());
                lasted.extend(episode.lasted().map(|lasted| lasted.num_seconds()));
                peaks.extend(episode.peak().map(|peak| i64::from(peak.get())));
            } else if date > now.date_naive() {
                excerpt.in_future += 1;
            }
        }
        order::by_key(&mut excerpt.episodes, |episode| {
            std::cmp::Reverse(episode.start)
        });
        excerpt.lasted_before = spread(lasted, FEWEST_FOR_USUAL);
        excerpt.peaks_before = spread(peaks, FEWEST_FOR_MEDIAN);
        excerpt.begun_before = (all.first <= before.first).then_some(begun_before);
        if choice.has(OptionalPart::Days) {
            for day in diary.days() {
                if run.place(day.date).is_some() {
                    excerpt.days.push(excerpt.without_day(day));
                }
            }
        }
        for checkup in diary.checkups() {
            if run.place(checkup.started.date_naive()).is_some() || checkup.is_alarm() {
                let mut checkup = checkup.handed_on();
                excerpt.leave_out(&mut checkup.answers);
                excerpt.checkups.push(checkup);
            }
        }
        let mut profile = excerpt.profile.clone();
        excerpt.leave_out(&mut profile);
        excerpt.profile = profile;
        if !choice.has(OptionalPart::Medicines) {
            excerpt.helps.retain(|tried| tried.kind != MEDICINE);
        }
        excerpt
    }

    fn without_episode(&self, episode: &Episode) -> Episode {
        let mut episode = episode.clone();
        if !self.choice.has(OptionalPart::Notes) {
            episode.notes = String::new();
        }
        if !self.choice.has(OptionalPart::Medicines) {
            episode
                .treatments
                .retain(|treatment| treatment.kind != MEDICINE);
        }
        episode.history = History::default();
        episode
    }

    fn without_day(&self, day: &Day) -> Day {
        let mut day = day.clone();
        day.history = History::default();
        if !self.choice.has(OptionalPart::Notes) {
            day.notes = String::new();
        }
        if !self.choice.has(OptionalPart::Mood) {
            day.scales[Scale::Mood as usize] = None;
        }
        day
    }

    /// Takes the medicines out of some answers, if they are to be left out.
    fn leave_out(&self, answers: &mut Answers) {
        if self.choice.has(OptionalPart::Medicines) {
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
