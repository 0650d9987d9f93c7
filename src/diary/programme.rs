//! The home programme: movements that the person chose to do, and when.

use crate::diary::history::History;

/// The one programme.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Programme {
    /// How often it was stored, on the device that stored it most often.
    pub revision: u32,
    /// Which movements, by the guide's ids: sorted.
    pub movements: Vec<String>,
    /// On which days of the week: the lowest bit is Monday.
    pub weekdays: u8,
    /// When, in minutes of the day.
    pub minute: u16,
    /// When each was said.
    pub history: History,
}
