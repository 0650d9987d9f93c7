//! The session of guided relief that a page shows.

use std::cell::Cell;
use std::rc::Rc;

use leptos::prelude::*;

use crate::diary::before::Before;
use crate::diary::id::ItemId;
use crate::diary::session::Step;
use crate::guide::finding::Findings;
use crate::ui::app::App;

/// The length of the paced breathing, in seconds.
pub const BREATHS: i64 = 248;

/// A session as it is shown.
#[derive(Clone, Copy)]
pub struct ShownSession {
    pub app: App,
    /// The plan of the session.
    pub plan: StoredValue<Rc<SessionPlan>, LocalStorage>,
}

/// The plan of a session.
pub struct SessionPlan {
    pub steps: Vec<Step>,
    /// Everything that is known of the person.
    pub findings: Findings,
    /// What helped before.
    pub before: Before,
    /// The id of the noted treatment, once the person has rated it.
    pub noted: Cell<Option<ItemId>>,
}

impl ShownSession {
    /// What it holds.
    pub fn plan(self) -> Rc<SessionPlan> {
        self.plan.get_value()
    }

    /// The step at a place.
    pub fn at(self, place: usize) -> Step {
        self.plan().steps[place]
    }

    /// How many seconds the step has gone on for.
    pub fn elapsed(self) -> i64 {
        let now = self.app.now.get();
        let session = self.app.guided.session();
        session.map_or(0, |session| session.watch.elapsed(&now))
    }
}
