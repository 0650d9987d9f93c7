//! What the person said of themselves: age, sex at birth, pregnancy, conditions and medicines. It is
//! asked once, remembered, and confirmed at each check.

use crate::diary::history::History;
use crate::guide::answers::{Answer, Answers};
use crate::guide::content::questions::QUESTIONS;
use crate::guide::interview::Question;

/// The remembered answers to the guide's questions about the person.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Profile {
    /// How often it was stored, on the device that stored it most often.
    pub revision: u32,
    /// The answers, by question id. Those of questions that are gone are kept.
    pub answers: Answers,
    /// When each was said.
    pub history: History,
}

/// The questions about the person, in the order in which they are asked.
pub fn questions() -> impl Iterator<Item = &'static Question> {
    QUESTIONS.iter().filter(|question| question.profile)
}

impl Profile {
    /// Takes over an answer; one to a question that is not about the person is left out. Whether it
    /// was anything new.
    pub fn learn(&mut self, question: &str, answer: &Answer) -> bool {
        let is_ours = questions().any(|ours| ours.id == question);
        let is_new = is_ours && self.answers.to(question) != Some(answer).filter(|a| a.is_given());
        if is_new {
            self.answers.give(question, answer.clone());
        }
        is_new
    }
}
