//! What is true of *anyone*: what a person can tell us, what it means for how soon to get help,
//! what it may come from, how long such things last and what may help.
//!
//! Knows nothing of this person's diary, of the browser or of the clock. `content/` holds the
//! words; the modules here hold what is done with them.

pub mod answers;
pub mod article;
pub mod card;
pub mod care;
pub mod causes;
pub mod condition;
pub mod content;
pub mod course;
pub mod decides;
pub mod figure;
pub mod finding;
pub mod ingredients;
pub mod instrument;
pub mod interview;
pub mod movements;
pub mod order;
pub mod region;
pub mod relevance;
pub mod source;
pub mod triage;

/// Version of the questions and rules. It is stored with each check-up, so that an old one can be
/// read as what was said then. Raise it whenever a question, choice, rule or its words change.
pub const VERSION: u16 = 8;
