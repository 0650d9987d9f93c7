//! Words only: `static` tables of what the guide asks and says. No functions live below here.

pub mod article;
pub mod cards;
pub mod care;
pub mod causes;
pub mod course;
pub mod decides;
pub mod figures;
pub mod ingredients;
pub mod instruments;
pub mod movements;
pub mod questions;
pub mod red_flags;
pub mod regions;
pub mod sources;
pub mod zones;
