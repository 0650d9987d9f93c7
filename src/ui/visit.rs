//! What is kept for as long as the app is open, and no longer: so that one who looks at an episode comes
//! back to where they were.

use crate::diary::calendar::Month;
use crate::diary::filter::Filter;

/// How many episodes the list shows at first, and how many more at a time.
pub const STEP: usize = 30;

/// One value for all of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Visit {
    /// Which episodes the diary lists.
    pub filter: Filter,
    /// The month of the calendar, where it is not this one.
    pub month: Option<Month>,
    /// How many episodes of the list are passed over.
    pub first: usize,
    /// How many are shown.
    pub shown: usize,
    /// What was typed and is stored nowhere (yet), by the name of its field.
    typed: Vec<(String, String)>,
}

impl Visit {
    /// What was typed into a field and is stored nowhere.
    pub fn typed(&self, field: &str) -> Option<String> {
        let kept = self.typed.iter().find(|(of, _)| of == field);
        kept.map(|(_, text)| text.clone())
    }

    /// Keeps what was typed into a field; `None` once it is stored or done with.
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
