//! Parts that two pages or more use.

pub mod back_map;
pub mod care;
pub mod controls;
pub mod episode_card;
pub mod frame;
pub mod help;
pub mod icons;
