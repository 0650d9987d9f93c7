//! The guide, through replay: what a person can answer, and what is said of it.

mod cases;
mod decides;
mod engine;
mod ingredients;
mod instruments;
mod length;
mod movements;
mod order;
mod practice;
mod reading;
mod regions;
mod rules;
mod tables;
mod vignettes;
mod walks;

use unknot::guide::answers::{Answer, Answers, NONE};
use unknot::guide::content::questions::QUESTIONS;
use unknot::guide::finding::Findings;
use unknot::guide::interview::{Choice, Kind, Question, replay};
use unknot::guide::triage::{Triage, triage};

/// Answers as a line of text: `"age=70 onset=effort,sudden"`. What is said twice of one question is
/// ticked together.
pub fn answers(line: &str) -> Answers {
    let mut answers = Answers::default();
    for part in line.split_whitespace() {
        let (id, values) = part.split_once('=').expect("question=choice,choice");
        let question = question(id);
        let answer = match values.parse() {
            Ok(number) if matches!(question.kind, Kind::Number { .. }) => Answer::Number(number),
            _ => Answer::of(&values.split(',').collect::<Vec<_>>()),
        };
        if let Answer::Chosen(ids) = &answer {
            for id in ids {
                assert!(
                    question.choices.iter().any(|choice| choice.id == id),
                    "{} has no choice {id}",
                    question.id
                );
            }
        }
        let together = match (answers.to(id), &answer) {
            (Some(before), Answer::Chosen(ids)) => {
                let new = ids.iter().filter(|id| !before.has(id));
                new.fold(before.clone(), |all, id| all.toggled(id))
            }
            _ => answer,
        };
        answers.give(id, together);
    }
    answers
}

/// What this answer tells.
pub fn told(question: &Question, answer: &Answer) -> Findings {
    question
        .parts(answer)
        .iter()
        .fold(Findings::default(), |all, part| {
            all.union(&Findings::of(part.findings))
        })
}

/// What someone answers of whom nothing more is known than an ordinary ache in the low back.
const PLAIN: &str = "age=unsaid sex=unsaid place=low long=2w course=early bad=mild before=unknown";

/// The same answers, and the plainest one to every other question that is asked.
pub fn completed(mut answers: Answers) -> Answers {
    let plain = self::answers(PLAIN);
    for _ in 0..=QUESTIONS.len() {
        let Some(question) = replay(&answers).next() else {
            return answers;
        };
        let answer = match plain.to(question.id) {
            Some(answer) => answer.clone(),
            None => Answer::of(&[NONE]),
        };
        answers.give(question.id, answer);
    }
    panic!("it does not end: {answers:?}");
}

pub fn triaged(answers: &Answers) -> Triage {
    triage(&replay(answers).findings)
}

pub fn question(id: &str) -> &'static Question {
    unknot::guide::interview::question(id).unwrap_or_else(|| panic!("no question {id}"))
}

/// Every choice of every question.
pub fn all_choices() -> impl Iterator<Item = (&'static Question, &'static Choice)> {
    QUESTIONS.iter().flat_map(|question| {
        question
            .choices
            .iter()
            .map(move |choice| (question, choice))
    })
}

/// Numbers that look random and are the same each time (SplitMix64).
pub struct Dice(pub u64);

impl Dice {
    pub fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut x = self.0;
        x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((x ^ (x >> 31)) % n as u64) as usize
    }
}
