//! The addresses of the app, behind `#`, so that a static host needs to know only one page. Links
//! are made from a [`Route`] alone: `href` and `parse` invert each other.

use chrono::NaiveDate;

use crate::diary::id::CheckupId;
use crate::diary::id::EpisodeId;
use crate::diary::moment;
use crate::guide::card::card;
use crate::words::{self, Word};

/// A place in the app.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Route {
    /// The start: the running episode, or the button that starts one.
    Now,
    /// From the phone's shortcut: starts an episode, once. Then, and from any link, it becomes [`Route::Now`].
    Start,
    /// The guide, at the first open question.
    Check,
    /// One question of one check-up.
    Question(CheckupId, String),
    /// What a check-up says.
    Checkup(CheckupId),
    /// The same for a clinician, on one printed page.
    Sheet(CheckupId),
    Diary,
    /// The form for an episode from before.
    AddEpisode,
    Episode(EpisodeId),
    /// What was noted of one day.
    Day(NaiveDate),
    /// What can be counted.
    Trends,
    /// The diary for a clinician: a printed page, and files.
    Report,
    /// What may help now.
    Relief,
    /// A page of it.
    Ease(Ease),
    /// The article, beside what is known.
    Learn,
    /// The cards to read.
    Cards,
    /// One of them, by its id.
    Card(&'static str),
    /// How the guide decides: its questions and rules.
    Rules,
    /// One question about the person, for changing what is remembered.
    AboutYou(String),
    /// Settings and backup.
    Settings,
    /// An address that names nothing here.
    Unknown(String),
}

/// A page of relief.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ease {
    /// Guided, step by step.
    Session,
    /// A timer for heat.
    Heat,
    /// A timer for ice.
    Ice,
    Movements,
    /// The home programme.
    Programme,
    /// Medicine that was taken.
    Medicine,
    /// Rest and sleep.
    Rest,
    /// Physical therapy, and the device.
    Therapy,
    /// Against the next bout.
    Prevention,
    Reminders,
}

impl Ease {
    /// Each with its address below that of relief, and its name.
    pub const ALL: [(Ease, &'static str, Word); 10] = [
        (Ease::Session, "session", words::routes::SESSION),
        (Ease::Heat, "heat", words::routes::HEAT),
        (Ease::Ice, "ice", words::routes::ICE),
        (Ease::Movements, "movements", words::routes::MOVEMENTS),
        (Ease::Programme, "programme", words::routes::PROGRAMME),
        (Ease::Medicine, "medicine", words::routes::MEDICINE),
        (Ease::Rest, "rest", words::routes::REST),
        (Ease::Therapy, "therapy", words::routes::THERAPY),
        (Ease::Prevention, "prevention", words::routes::PREVENTION),
        (Ease::Reminders, "reminders", words::routes::REMINDERS),
    ];

    /// Its name.
    pub fn title(self) -> Word {
        Ease::ALL[self as usize].2
    }

    /// Whether it is something to do at home, and so not named while help is needed sooner.
    pub fn is_done_at_home(self) -> bool {
        matches!(
            self,
            Ease::Session | Ease::Heat | Ease::Ice | Ease::Movements | Ease::Programme
        )
    }
}

impl Route {
    /// The address, as it stands behind the page's own.
    pub fn href(&self) -> String {
        let path = match self {
            Route::Now => String::new(),
            Route::Start => "start".to_string(),
            Route::Check => "check".to_string(),
            Route::Question(id, question) => format!("check/{}/{question}", id.as_str()),
            Route::Checkup(id) => format!("checkup/{}", id.as_str()),
            Route::Sheet(id) => format!("checkup/{}/sheet", id.as_str()),
            Route::Diary => "diary".to_string(),
            Route::AddEpisode => "episode".to_string(),
            Route::Episode(id) => format!("episode/{}", id.as_str()),
            Route::Day(date) => format!("day/{}", moment::date(*date)),
            Route::Trends => "trends".to_string(),
            Route::Report => "report".to_string(),
            Route::Relief => "relief".to_string(),
            Route::Ease(ease) => format!("relief/{}", Ease::ALL[*ease as usize].1),
            Route::Learn => "learn".to_string(),
            Route::Cards => "cards".to_string(),
            Route::Card(id) => format!("cards/{id}"),
            Route::Rules => "rules".to_string(),
            Route::AboutYou(question) => format!("about/{question}"),
            Route::Settings => "settings".to_string(),
            Route::Unknown(path) => path.clone(),
        };
        format!("#/{path}")
    }

    /// The place that an address names. An empty one is [`Route::Now`].
    pub fn parse(hash: &str) -> Route {
        let path = hash.trim_start_matches('#').trim_start_matches('/');
        let parts: Vec<&str> = path.split('/').collect();
        let known = match parts.as_slice() {
            [""] => Some(Route::Now),
            ["start"] => Some(Route::Start),
            ["check"] => Some(Route::Check),
            ["check", id, question] => {
                CheckupId::parse(id).map(|id| Route::Question(id, question.to_string()))
            }
            ["checkup", id] => CheckupId::parse(id).map(Route::Checkup),
            ["checkup", id, "sheet"] => CheckupId::parse(id).map(Route::Sheet),
            ["diary"] => Some(Route::Diary),
            ["episode"] => Some(Route::AddEpisode),
            ["episode", id] => EpisodeId::parse(id).map(Route::Episode),
            ["day", date] => moment::read_date(date).map(Route::Day),
            ["trends"] => Some(Route::Trends),
            ["report"] => Some(Route::Report),
            ["relief"] => Some(Route::Relief),
            ["relief", name] => {
                let known = Ease::ALL.iter().find(|(_, known, _)| known == name);
                known.map(|(ease, _, _)| Route::Ease(*ease))
            }
            ["learn"] => Some(Route::Learn),
            ["cards"] => Some(Route::Cards),
            ["cards", id] => card(id).map(|card| Route::Card(card.id)),
            ["rules"] => Some(Route::Rules),
            ["about", question] => Some(Route::AboutYou(question.to_string())),
            ["settings"] => Some(Route::Settings),
            _ => None,
        };
        known.unwrap_or_else(|| Route::Unknown(path.to_string()))
    }

    /// Which of the four destinations of the bar it belongs to.
    pub fn destination(&self) -> Option<&'static Route> {
        match self {
            Route::Now | Route::Start | Route::Relief | Route::Ease(_) => Some(&Route::Now),
            Route::Check
            | Route::Question(..)
            | Route::Checkup(_)
            | Route::Sheet(_)
            | Route::Learn
            | Route::Cards
            | Route::Card(_)
            | Route::Rules => Some(&Route::Check),
            Route::Diary
            | Route::AddEpisode
            | Route::Episode(_)
            | Route::Day(_)
            | Route::Report => Some(&Route::Diary),
            Route::Trends => Some(&Route::Trends),
            Route::Settings | Route::AboutYou(_) | Route::Unknown(_) => None,
        }
    }

    /// The check-up that the place is about.
    pub fn checkup(&self) -> Option<CheckupId> {
        match self {
            Route::Question(id, _) | Route::Checkup(id) | Route::Sheet(id) => Some(id.clone()),
            _ => None,
        }
    }

    /// The page's name, for the window's title.
    pub fn title(&self) -> Word {
        match self {
            Route::Now | Route::Start => words::routes::NOW,
            Route::Check | Route::Question(..) => words::routes::GUIDE,
            Route::Checkup(_) => words::routes::CHECKUP,
            Route::Sheet(_) => words::routes::SHEET,
            Route::Diary => words::routes::DIARY,
            Route::AddEpisode => words::routes::ADD_EPISODE,
            Route::Episode(_) => words::routes::EPISODE,
            Route::Day(_) => words::routes::DAY,
            Route::Trends => words::routes::TRENDS,
            Route::Report => words::routes::REPORT,
            Route::Relief => words::routes::RELIEF,
            Route::Ease(ease) => ease.title(),
            Route::Learn => words::routes::LEARN,
            Route::Cards => words::cards::TITLE,
            Route::Card(id) => card(id).map_or(words::cards::TITLE, |card| card.title),
            Route::Rules => words::routes::RULES,
            Route::AboutYou(_) => words::routes::ABOUT_YOU,
            Route::Settings => words::routes::SETTINGS,
            Route::Unknown(_) => words::routes::UNKNOWN,
        }
    }
}
