//! The state that every page reads.

use chrono::NaiveDate;
use leptos::prelude::*;

use crate::diary::id::EpisodeId;
use crate::diary::moment::Moment;
use crate::ui::guided::Guided;
use crate::ui::open_diary::OpenDiary;
use crate::ui::preferences::Preferences;
use crate::ui::visit::Visit;

/// The state that every page reads: signals, and the acts that change them.
#[derive(Clone, Copy)]
pub struct App {
    pub diary: OpenDiary,
    /// What the person chose once.
    pub preferences: Preferences,
    /// The session of relief and the timer that are going on.
    pub guided: Guided,
    /// The time, renewed each second.
    pub now: RwSignal<Moment>,
    /// When this visit began.
    pub opened: Moment,
    /// The episodes of which it was asked before this visit what is missing, and those that were answered in it.
    pub asked: RwSignal<Vec<EpisodeId>>,
    /// The time when this day was first seen, renewed at midnight.
    pub day: RwSignal<Moment>,
    /// What is kept while the app is open.
    pub visit: RwSignal<Visit>,
}

impl App {
    /// Today, on the person's own calendar.
    pub fn today(self) -> NaiveDate {
        self.day.with(|day| day.date_naive())
    }
}
