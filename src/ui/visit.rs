//! What is kept for as long as the app is open, and no longer: so that one who looks at an episode comes
//! back to where they were.

use crate::diary::calendar::Month;
use crate::diary::filter::Filter;
use crate::ui::pages::diary_list::STEP;

/// One value for all of it. (Each kind of signal is code of its own, 2 kB on a phone.)
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
    /// What was typed and could not be stored, by the name of its field.
    pub refused: Vec<(String, String)>,
}

impl Default for Visit {
    fn default() -> Visit {
        Visit {
            filter: Filter::default(),
            month: None,
            first: 0,
            shown: STEP,
            refused: Vec::new(),
        }
    }
}
