//! The answers that a page of questions reads and gives: those of a check-up, or what is remembered of
//! the person.

use leptos::prelude::*;

use crate::browser::clock;
use crate::diary::checkup::Checkup;
use crate::diary::id::CheckupId;
use crate::guide::answers::{Answer, Answers};
use crate::guide::interview::Question;
use crate::ui::app::App;
use crate::ui::navigation::stay_at;
use crate::ui::open_diary::Outcome;
use crate::ui::route::Route;

/// Where answers are kept.
#[derive(Clone, Copy)]
pub enum Keeper {
    /// In a check-up.
    Checkup(StoredValue<CheckupId>),
    /// With what is remembered of the person.
    Profile,
}

/// The answers of a page.
#[derive(Clone, Copy)]
pub struct Given {
    /// The app.
    pub app: App,
    /// Where they are kept.
    pub keeper: Keeper,
    /// The question in the address: from the first answer on the page has an address of its own.
    pub here: &'static str,
    /// Whether the person ticked or unticked something here: then the places of the running episode
    /// are no answer any more.
    pub touched: RwSignal<bool>,
}

impl Given {
    /// All answers that stand where these are kept.
    pub fn answers(self) -> Answers {
        let Keeper::Checkup(id) = self.keeper else {
            return self.remembered();
        };
        let stored = self.app.diary.read().with(|diary| {
            diary
                .checkup(&id.get_value())
                .map(|checkup| checkup.answers.clone())
        });
        stored.unwrap_or_else(|| self.begun(id.get_value()).answers)
    }

    /// What the person said of themselves before.
    pub fn remembered(self) -> Answers {
        self.app.diary.read().with_untracked(|diary| {
            let profile = diary.profile();
            profile
                .map(|profile| profile.answers.clone())
                .unwrap_or_default()
        })
    }

    /// The answer that stands at a question: the one that was given or, until then, what the running
    /// episode has marked already. That is confirmed by going on.
    pub fn answer(self, question: &'static Question) -> Option<Answer> {
        let given = self.answers().to(question.id).cloned();
        given.or_else(|| {
            (!self.touched.get())
                .then(|| self.marked(question))
                .flatten()
        })
    }

    /// The places of the running episode, where this is the question about them.
    fn marked(self, question: &'static Question) -> Option<Answer> {
        let Keeper::Checkup(id) = self.keeper else {
            return None;
        };
        if question.id != "place" {
            return None;
        }
        self.app.diary.read().with(|diary| {
            let checkup = diary.checkup(&id.get_value());
            let episode = match checkup {
                Some(checkup) => diary.episode(checkup.episode.as_ref()?)?,
                None => diary.running()?,
            };
            Some(episode.places.answer()).filter(Answer::is_given)
        })
    }

    /// A check-up begun now.
    fn begun(self, id: CheckupId) -> Checkup {
        let diary = self.app.diary.read();
        let during = diary.with_untracked(|diary| diary.running().map(|e| e.id.clone()));
        Checkup::begun(id, clock::now(), during)
    }

    /// Stores an answer. From its first one on a check-up has an address of its own.
    pub fn give(self, question: &str, answer: Answer) -> Outcome {
        let remembered = self.app.diary.remember(question, &answer);
        let Keeper::Checkup(id) = self.keeper else {
            return remembered;
        };
        let id = id.get_value();
        stay_at(&Route::Question(id.clone(), self.here.to_string()));
        self.app.diary.change_checkup(
            &id,
            || self.begun(id.clone()),
            |checkup| checkup.answer(question, answer.clone(), clock::now()),
        )
    }
}
