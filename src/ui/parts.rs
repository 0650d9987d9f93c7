//! Parts that two pages or more use.

pub mod alarm;
pub mod back_map;
pub mod backup_card;
pub mod care;
pub mod causes;
pub mod controls;
pub mod course;
pub mod danger_card;
pub mod earlier;
pub mod episode_card;
pub mod frame;
pub mod help;
pub mod icons;
pub mod more_often;
pub mod quotes;
pub mod region;
pub mod result;
pub mod today_card;
pub mod under_way;
