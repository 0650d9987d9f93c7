//! The home programme: movements that the person chose to do, and when.

/// The one programme.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Programme {
    /// How often it was stored. A higher one is newer.
    pub revision: u32,
    /// Which movements, by the guide's ids, in the person's order.
    pub movements: Vec<String>,
    /// On which days of the week: the lowest bit is Monday.
    pub weekdays: u8,
    /// When, in minutes of the day.
    pub minute: u16,
}
