//! Guided relief: one step at a time, large, spoken if wanted, with every control within reach of a thumb. This file follows
//! the session; `session_words`, `session_parts`, `session_thumbs` and `session_end` make its parts.

use std::cell::Cell;
use std::rc::Rc;

use leptos::prelude::*;

use crate::browser::{clock, sound, speech};
use crate::diary::before::Before;
use crate::diary::session::{RESTED, Session, Step};
use crate::guide::content::care::STOP;
use crate::guide::content::movements::{ASK_BREATHING, HOW_TO_MOVE, STOP_BREATHING};
use crate::ui::app::App;
use crate::ui::element::{El, el, follow, text};
use crate::ui::pages::relief::gate::{check_first, gate_now, sent};
use crate::ui::pages::relief::shown_session::{SessionPlan, ShownSession};
use crate::ui::parts::care::led;
use crate::ui::parts::controls::{heading, link_button, soft};
use crate::ui::route::Route;
use crate::words;

/// The page.
pub fn page(app: App) -> Vec<El> {
    let gate = gate_now(app);
    let now = clock::now();
    let diary = app.diary.read();
    let before = diary.with_untracked(|diary| Before::of(diary, &now));
    let steps = gate.steps(&before);
    if steps.is_empty() {
        app.guided.stop();
        let mut parts = vec![heading(words::routes::SESSION)];
        parts.extend(sent(&gate));
        parts.extend(gate.first.map(|first| check_first(&first)));
        return parts;
    }
    let left = untrack(|| app.guided.session());
    let session = left.filter(|session| !session.is_old(&now));
    let session = session.unwrap_or_else(|| Session::begun(&now));
    app.guided.keep_session(Some(session));
    app.guided.keep_screen_on();
    on_cleanup(move || {
        speech::hush();
        app.guided.let_screen_go();
    });
    ShownSession {
        app,
        plan: StoredValue::new_local(Rc::new(SessionPlan {
            steps,
            findings: gate.findings,
            before,
            noted: Cell::new(None),
        })),
    }
    .page()
}

impl ShownSession {
    fn page(self) -> Vec<El> {
        // A memo, so that the page is remade with each step, not each second.
        let step = Memo::new(move |_| {
            let plan = self.plan();
            let session = self.app.guided.session();
            session.map(|session| plan.steps[session.place(&plan.steps)].id())
        });
        let place = move || {
            let plan = self.plan();
            let step = step.get()?;
            plan.steps.iter().position(|one| one.id() == step)
        };
        follow(move || {
            let is_spoken = self.app.preferences.voice().on && self.app.guided.can_speak();
            if let Some(place) = place().filter(|_| is_spoken) {
                let words = self.spoken(place);
                self.app.guided.say(&words);
            }
        });
        let phrase = Memo::new(move |_| {
            place()
                .and_then(|place| self.phrase(place))
                .unwrap_or_default()
        });
        follow(move || {
            let phrase = phrase.get();
            if !phrase.is_empty() {
                sound::buzz(60);
                if !speech::is_speaking() {
                    self.app.guided.say(&phrase);
                }
            }
        });
        vec![el("div").class("stack session").with(move || {
            let place = place();
            untrack(|| match place {
                Some(place) => self.step(place),
                None => vec![
                    heading("It is over"),
                    text("p", "It was stopped, here or in another tab."),
                    link_button("primary", words::not_found::TO_START, &Route::Now),
                ],
            })
        })]
    }

    fn step(self, place: usize) -> Vec<El> {
        let step = self.at(place);
        let count = self.plan().steps.len();
        let of = format!("Step {} of {count}", place + 1);
        let words = self.words(step);
        let lines = words.iter().map(|words| text("p", *words));
        let large = el("div").class("large").with(lines);
        // The parts that change each second come first, so that they are seen without scrolling.
        let mut parts = vec![soft(&of), heading(self.title(step))];
        parts.extend(self.pictures(step));
        match step {
            Step::Breathing => parts.push(self.pacer()),
            Step::Movement(_) => parts.push(self.counter(step)),
            _ => {}
        }
        parts.push(large);
        match step {
            Step::Position => {
                parts.extend(self.helped("Resting", RESTED));
                parts.push(soft("Stay as long as you like. Then tap Next."));
            }
            Step::Breathing => {
                parts.push(text("p", STOP_BREATHING).class("stop-rule"));
                parts.push(soft(ASK_BREATHING));
            }
            Step::Movement(movement) => {
                parts.extend(self.helped("On days with this one, moving", movement.id));
                parts.push(soft(movement.amount));
                if !movement.leave_out.is_empty() {
                    parts.push(led("Take care: ", movement.leave_out).class("soft"));
                }
                parts.push(soft(HOW_TO_MOVE));
                parts.push(text("p", STOP).class("stop-rule"));
            }
            Step::Warmth => parts.extend(self.warmth()),
            Step::Next => parts.extend(self.next()),
        }
        parts.push(self.bar(place));
        parts.push(self.voice());
        parts
    }
}
