//! The interview: which question comes next. The position is never stored. It is found anew by
//! replaying the answers over the list of questions, so going back is just another answer, and a
//! reload, a second tab or an older diary lead to the same place.

use crate::guide::answers::{Answer, Answers, NONE};
use crate::guide::condition::{Condition, NEVER};
use crate::guide::content::questions::{OPEN_LINES, PRIVATE, QUESTIONS};
use crate::guide::finding::{Finding, Findings};
use crate::guide::relevance;
use crate::guide::triage::{Urgency, triage};

/// One thing that the guide asks.
#[derive(Debug)]
pub struct Question {
    /// Stable id, stored with the answers. Never reuse one for another meaning.
    pub id: &'static str,
    /// The question as it is put.
    pub words: &'static str,
    /// A line below it that helps to answer, or empty.
    pub help: &'static str,
    /// Why it is asked, in words for the person.
    pub why: &'static str,
    /// How it is answered.
    pub kind: Kind,
    /// What can be chosen. For a number these are the ways not to give one ("rather not say").
    pub choices: &'static [Choice],
    /// When it is asked. It may read only what earlier questions can tell.
    pub asked_when: Condition,
    /// Whether an answer here can be (part of) an emergency. Such an answer counts until it is
    /// changed, even where the question itself is no longer asked.
    pub danger: bool,
    /// Whether it asks who the person is, and not what hurts: such an answer is remembered, and at
    /// the next check it only has to be confirmed.
    pub profile: bool,
    /// Whether it stands on the page of the question before it.
    pub joins: bool,
}

/// How a question is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Exactly one choice.
    One,
    /// Any number of choices; at least one, "none of these" included.
    Many,
    /// A whole number, both ends included.
    Number {
        /// Smallest number accepted.
        min: u16,
        /// Largest number accepted.
        max: u16,
        /// What is counted, as it stands beside the field ("years").
        unit: &'static str,
        /// What ranges of the number tell.
        bands: &'static [Band],
    },
}

/// A range of a number that tells something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Band {
    /// First number in the band.
    pub from: u16,
    /// Last number in the band.
    pub to: u16,
    /// What it tells.
    pub finding: Finding,
    /// It in words, for "you said" ("aged 70 or over").
    pub words: &'static str,
}

/// One way to answer.
#[derive(Debug)]
pub struct Choice {
    /// Stable id within its question, stored. [`NONE`] and [`UNSURE`] have their fixed meaning.
    ///
    /// [`UNSURE`]: crate::guide::answers::UNSURE
    pub id: &'static str,
    /// Heading under which it stands in a long list, or empty. One that is the id of another choice
    /// makes that a line, and this a detail of it.
    pub group: &'static str,
    /// The choice as it is put.
    pub words: &'static str,
    /// Whom it is put to. Once ticked it is shown, and counts, whoever it is put to.
    pub when: &'static Condition,
    /// What choosing it tells us.
    pub findings: &'static [Finding],
}

impl Choice {
    /// How soon to get help if this were all that is known.
    pub fn alone(&self) -> Urgency {
        triage(&Findings::of(self.findings)).urgency
    }

    /// Whether it tells a thing that is handed on only if the person puts it in.
    pub fn is_private(&self) -> bool {
        let private = Findings::of(&PRIVATE);
        !Findings::of(self.findings)
            .intersection(&private)
            .is_empty()
    }
}

/// A table of choices, one a line, under the headings that they stand under. Beside a heading
/// stands the condition (a constant) of those whom its choices are put to.
macro_rules! choices {
    ($($group:literal $when:ident { $($id:tt $words:literal => [$($finding:ident)*];)+ })+) => {
        &[$($($crate::guide::interview::Choice {
            id: $id,
            group: $group,
            words: $words,
            when: &$when,
            findings: &[$($crate::guide::finding::Finding::$finding),*],
        },)+)+]
    };
}
pub(crate) use choices;

impl Question {
    /// The number that a typed text gives; none where it is none, or outside the range.
    pub fn number(&self, text: &str) -> Option<u16> {
        let Kind::Number { min, max, .. } = self.kind else {
            return None;
        };
        let number = text.trim().parse().ok()?;
        (min..=max).contains(&number).then_some(number)
    }

    /// The choices that are put to someone of whom this is known, and what they ticked: that stays in
    /// sight, or it could not be unticked. "None of these" has its own button.
    pub fn put(&self, known: &Findings, answer: Option<&Answer>) -> Vec<&'static Choice> {
        let mut put = Vec::new();
        for choice in self.choices {
            let ticked = answer.is_some_and(|answer| answer.has(choice.id));
            if choice.id != NONE && (ticked || choice.when.holds(known)) {
                put.push(choice);
            }
        }
        put
    }

    /// Whether an answer counts where the question is not asked: one about danger does, and one that is
    /// asked elsewhere than in the interview.
    pub fn counts_unasked(&self) -> bool {
        self.danger || self.asked_when == NEVER
    }

    /// The line that a choice is a detail of.
    pub fn line_of(&self, choice: &Choice) -> Option<&'static Choice> {
        self.choices.iter().find(|line| line.id == choice.group)
    }

    /// The heading that a choice stands under: of a line what it is about is enough.
    pub fn heading(&self, choice: &Choice) -> &'static str {
        let line = self.line_of(choice).map(|line| line.words);
        line.map_or(choice.group, |words| {
            words.split(':').next().unwrap_or(words)
        })
    }

    /// The details of a line; none where the choice is no line.
    pub fn details(&self, line: &str) -> impl Iterator<Item = &'static Choice> {
        let line = line.to_string();
        self.choices
            .iter()
            .filter(move |choice| choice.group == line)
    }

    /// Whether the line with this id is ticked, itself or by one of its details.
    pub fn has_line(&self, answer: &Answer, line: &str) -> bool {
        answer.has(line) || self.details(line).any(|detail| answer.has(detail.id))
    }

    /// The answer after this choice was ticked or unticked. A line without a detail says "not sure": a
    /// detail takes its place, and it comes back when the last detail goes. Unticked, a line takes its
    /// details along.
    pub fn toggled(&self, before: &Answer, choice: &'static Choice) -> Answer {
        let mut after = before.toggled(choice.id);
        if let Some(line) = self.line_of(choice) {
            let is_alone = !self.details(line.id).any(|detail| after.has(detail.id));
            if after.has(line.id) != is_alone {
                after = after.toggled(line.id);
            }
        } else if self.has_line(before, choice.id) {
            let details = self.details(choice.id).map(|detail| detail.id);
            after = before.clone();
            for id in details.chain([choice.id]) {
                if after.has(id) {
                    after = after.toggled(id);
                }
            }
        }
        after
    }

    /// Whether a choice belongs to one above it, and is put once that is ticked.
    pub fn follows(&self, choice: &Choice) -> bool {
        let above = self
            .choices
            .iter()
            .take_while(|above| above.id != choice.id);
        let told = above.fold(Findings::default(), |told, above| {
            told.union(&Findings::of(above.findings))
        });
        !choice.when.names().intersection(&told).is_empty()
    }

    /// "None of these" as it stands on its button: the first words of it are enough.
    pub fn none(&self) -> Option<&'static str> {
        let none = self.choices.iter().find(|choice| choice.id == NONE)?;
        none.words.split([':', ',']).next()
    }

    /// Everything that some answer to it tells, given what is known of whom it is put to.
    pub fn tells(&self, known: &Findings) -> Findings {
        let mut all = Findings::default();
        if let Kind::Number { bands, .. } = self.kind {
            for band in bands {
                all.add(band.finding);
            }
        }
        for choice in self.choices {
            // A choice can bring others below it.
            if choice.when.holds(&known.union(&all)) {
                all = all.union(&Findings::of(choice.findings));
            }
        }
        all
    }

    /// The parts of this answer, each with its words and what it tells.
    pub fn parts(&self, answer: &Answer) -> Vec<Part> {
        match (answer, self.kind) {
            (Answer::Number(n), Kind::Number { bands, .. }) => bands
                .iter()
                .filter(|band| (band.from..=band.to).contains(n))
                .map(|band| Part {
                    words: band.words,
                    findings: std::slice::from_ref(&band.finding),
                })
                .collect(),
            (Answer::Chosen(_), _) => self
                .choices
                .iter()
                .filter(|choice| answer.has(choice.id))
                .map(|choice| Part {
                    words: choice.words,
                    findings: choice.findings,
                })
                .collect(),
            (Answer::Number(_), Kind::One | Kind::Many) => Vec::new(),
        }
    }
}

/// One thing that was said: a ticked choice, or the band that a number fell into.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    /// As it was put to the person.
    pub words: &'static str,
    /// What it tells.
    pub findings: &'static [Finding],
}

/// Where a person stands in the interview, derived from the answers alone.
#[derive(Debug)]
pub struct Replay {
    /// Everything that the answers tell.
    pub findings: Findings,
    /// What was said: the parts of the answers that count, in the order of the questions.
    pub told: Vec<Part>,
    /// The questions of this person's interview, in order: those that count an answer, and those
    /// that are open.
    pub asked: Vec<&'static Question>,
    /// Those that have no answer yet and could still change what is said. The first comes next.
    pub open: Vec<&'static Question>,
}

impl Replay {
    /// The question that comes next; none when the interview is complete.
    pub fn next(&self) -> Option<&'static Question> {
        self.open.first().copied()
    }

    /// The words of the answers that told any of these findings.
    pub fn said(&self, about: &Findings) -> Vec<&'static str> {
        self.told
            .iter()
            .filter(|part| part.findings.iter().any(|finding| about.has(*finding)))
            .map(|part| part.words)
            .collect()
    }
}

/// Replays the answers over the questions of the guide. Which answers count depends on the answers
/// before them alone, never on which questions could still change something.
pub fn replay(answers: &Answers) -> Replay {
    let mut findings = Findings::default();
    let mut told = Vec::new();
    let mut asked = Vec::new();
    let mut unanswered = Vec::new();
    for question in QUESTIONS {
        let applies = question.asked_when.holds(&findings);
        match answers.to(question.id) {
            Some(answer) if applies || question.counts_unasked() => {
                for part in question.parts(answer) {
                    findings = findings.union(&Findings::of(part.findings));
                    told.push(part);
                }
                asked.push(question);
            }
            None if applies => {
                asked.push(question);
                unanswered.push(question);
            }
            _ => {}
        }
    }
    let open = relevance::worth_asking(&findings, unanswered);
    asked.retain(|question| {
        answers.to(question.id).is_some() || open.iter().any(|open| open.id == question.id)
    });
    Replay {
        findings,
        told,
        asked,
        open,
    }
}

/// Gives or changes an answer. What it brings to be put is not yet denied: where another question was
/// answered by "none of these" before that, the answer is taken back, so that it is asked again.
pub fn answer(answers: &mut Answers, question: &str, answer: Answer) {
    let before = replay(answers).findings;
    answers.give(question, answer);
    let now = replay(answers).findings;
    for other in QUESTIONS.iter().filter(|other| other.id != question) {
        let mut newly_put = other
            .choices
            .iter()
            .filter(|choice| choice.when.holds(&now) && !choice.when.holds(&before));
        let denied = answers.to(other.id).is_some_and(|answer| answer.has(NONE));
        if denied && newly_put.next().is_some() {
            answers.give(other.id, Answer::of(&[]));
        }
    }
}

/// The question with this id, if the guide has it.
pub fn question(id: &str) -> Option<&'static Question> {
    QUESTIONS.iter().find(|question| question.id == id)
}

/// The questions that stand on one page with this one, in order.
pub fn page_of(id: &str) -> &'static [Question] {
    let place = QUESTIONS.iter().position(|question| question.id == id);
    let place = place.unwrap_or_default();
    let first = QUESTIONS[..=place]
        .iter()
        .rposition(|question| !question.joins);
    let joined = QUESTIONS[place + 1..]
        .iter()
        .take_while(|question| question.joins);
    &QUESTIONS[first.unwrap_or_default()..=place + joined.count()]
}

/// Everything that alone is an emergency, each with its heading: the danger check, and what is asked of
/// harm to oneself.
pub fn emergency_signs() -> Vec<(&'static str, &'static Choice)> {
    let mut signs = Vec::new();
    for question in [Some(first()), question(MOOD)].into_iter().flatten() {
        for choice in question.choices {
            if choice.alone() == Urgency::Emergency {
                signs.push((question.heading(choice), choice));
            }
        }
    }
    signs
}

/// The question about mood.
const MOOD: &str = "mood";

/// The line of the danger check that stands open for these places; the first where there are several.
pub fn open_line(places: &Answer) -> Option<&'static str> {
    let (_, line) = OPEN_LINES.iter().find(|(place, _)| places.has(place))?;
    Some(line)
}

/// The question that every check-up begins with: the danger check.
pub fn first() -> &'static Question {
    &QUESTIONS[0]
}
