//! What a person answered: ids and numbers, as they are stored. What they mean is for the questions.

/// The choice "none of these": it excludes every other choice of its question.
pub const NONE: &str = "none";
/// The choice "not sure": it may stand beside ticks and excludes [`NONE`].
pub const UNSURE: &str = "unsure";

/// One answer, as it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// A number.
    Number(u16),
    /// The ids of what was chosen: each once, sorted.
    Chosen(Vec<String>),
}

impl Answer {
    /// An answer of these choices.
    pub fn of(choices: &[&str]) -> Answer {
        let mut ids = Vec::new();
        for choice in choices {
            insert(&mut ids, choice);
        }
        Answer::Chosen(ids)
    }

    /// Whether this choice was made.
    pub fn has(&self, choice: &str) -> bool {
        matches!(self, Answer::Chosen(ids) if ids.iter().any(|id| id == choice))
    }

    /// The choices after this one was ticked or unticked. "None of these" stands alone.
    pub fn toggled(&self, choice: &str) -> Answer {
        let mut ids = match self {
            Answer::Chosen(ids) => ids.clone(),
            Answer::Number(_) => Vec::new(),
        };
        let untick = self.has(choice);
        ids.retain(|id| {
            if untick {
                id != choice
            } else {
                choice != NONE && id != NONE
            }
        });
        if !untick {
            insert(&mut ids, choice);
        }
        Answer::Chosen(ids)
    }

    /// Whether something was answered: nothing ticked is no answer.
    pub fn is_given(&self) -> bool {
        !matches!(self, Answer::Chosen(ids) if ids.is_empty())
    }
}

/// Puts an id where it belongs in a sorted list, once.
fn insert(ids: &mut Vec<String>, id: &str) {
    if let Err(n) = ids.binary_search_by(|there| there.as_str().cmp(id)) {
        ids.insert(n, id.to_string());
    }
}

/// The answers of one check-up, by question id. Unknown ids are kept and ignored.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Answers(Vec<(String, Answer)>);

impl Answers {
    /// Every answer with its question's id, sorted by that.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Answer)> {
        self.0
            .iter()
            .map(|(question, answer)| (question.as_str(), answer))
    }

    /// The answer to this question, if one was given.
    pub fn to(&self, question: &str) -> Option<&Answer> {
        let place = self.place(question).ok()?;
        Some(&self.0[place].1)
    }

    /// Gives or changes an answer. An empty one takes it back.
    pub fn give(&mut self, question: &str, answer: Answer) {
        let place = self.place(question);
        if let Ok(there) = place {
            self.0.remove(there);
        }
        if answer.is_given() {
            let place = place.unwrap_or_else(|place| place);
            self.0.insert(place, (question.to_string(), answer));
        }
    }

    fn place(&self, question: &str) -> Result<usize, usize> {
        self.0
            .binary_search_by(|(there, _)| there.as_str().cmp(question))
    }
}
