//! State that is kept while the app is open, and no longer, so that a person who comes back from an episode finds the
//! list as it was.

use crate::diary::calendar::Month;
use crate::diary::filter::Filter;

/// How many episodes the list shows at first, and how many more at a time.
pub const STEP: usize = 30;

/// The state of a visit.
#[derive(Debug, Clone, PartialEq)]
pub struct Visit {
    /// Which episodes the diary lists.
    pub filter: Filter,
    /// The month of the calendar, if it is not the current one.
    pub month: Option<Month>,
    /// The number of episodes before the first one of the list that is shown.
    pub first: usize,
    /// The number of episodes that are shown.
    pub shown: usize,
    /// Typed text that is not stored (yet), by the name of its field.
    typed: Vec<(String, String)>,
}

impl Visit {
    /// The typed text of a field that is not stored.
    pub fn typed(&self, field: &str) -> Option<String> {
        let kept = self.typed.iter().find(|(of, _)| of == field);
        kept.map(|(_, text)| text.clone())
    }

    /// Keeps the typed text of a field; `None` once it is stored or dropped.
    pub fn keep_typed(&mut self, field: &str, text: Option<String>) {
        self.typed.retain(|(of, _)| of != field);
        self.typed
            .extend(text.map(|text| (field.to_string(), text)));
    }
}

impl Default for Visit {
    fn default() -> Visit {
        Visit {
            filter: Filter::default(),
            month: None,
            first: 0,
            shown: STEP,
            typed: Vec::new(),
        }
    }
}
