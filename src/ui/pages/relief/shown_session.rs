//! The session of guided relief that a page shows.

use std::cell::Cell;
use std::rc::Rc;

use leptos::prelude::*;

use crate::diary::before::Before;
use crate::diary::id::ItemId;
use crate::diary::session::Step;
use crate::guide::finding::Findings;
use crate::ui::app::App;

/// For so many seconds the breath is paced: about four minutes.
pub const BREATHS: i64 = 248;

/// A session as it is shown.
#[derive(Clone, Copy)]
pub struct ShownSession {
    pub app: App,
    /// What it holds.
    pub plan: StoredValue<Rc<SessionPlan>, LocalStorage>,
}

/// What the session holds.
pub struct SessionPlan {
    pub steps: Vec<Step>,
    /// Everything that is known of the person.
    pub findings: Findings,
    /// What helped before.
    pub before: Before,
    /// What it was noted as, once it was said how much it helped.
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
