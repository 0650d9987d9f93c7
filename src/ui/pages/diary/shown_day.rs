//! The day that a page of the diary shows.

use chrono::NaiveDate;

use crate::diary::day::Day;
use crate::ui::app::App;
use crate::ui::open_diary::Outcome;

/// The day that is shown here.
#[derive(Clone, Copy)]
pub struct ShownDay {
    pub app: App,
    /// Which day.
    pub date: NaiveDate,
}

impl ShownDay {
    /// What is noted of it now.
    pub fn day(self) -> Day {
        let noted = self
            .app
            .diary
            .read()
            .with(|diary| diary.day(self.date).cloned());
        noted.unwrap_or_else(|| Day::empty(self.date))
    }

    /// Alters it.
    pub fn change(self, alter: &dyn Fn(&mut Day)) -> Outcome {
        self.app.diary.change_day(self.date, alter)
    }
}
