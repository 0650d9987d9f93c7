//! The controls of guided relief: next, back, pause, worse, stop; and the voice.

use leptos::prelude::*;

use crate::browser::{clock, sound, speech};
use crate::diary::session::Step;
use crate::guide::content::movements::STOP_SHORT;
use crate::ui::document::focus_heading;
use crate::ui::element::{El, el};
use crate::ui::navigation::{go, go_instead};
use crate::ui::pages::relief::shown_session::ShownSession;
use crate::ui::parts::controls::{button, field, soft, tick};
use crate::ui::preferences::Voice;
use crate::ui::route::Route;
use crate::words;

impl ShownSession {
    /// The bar of controls, within reach of a thumb.
    pub fn bar(self, place: usize) -> El {
        let is_last = place + 1 == self.plan().steps.len();
        let turn = move |forward: bool| {
            let Some(mut session) = untrack(|| self.app.guided.session()) else {
                return;
            };
            let now = clock::now();
            // A movement counts as done after it was held once.
            let step = self.at(place);
            let did = forward && untrack(|| self.since_read(step)) > 0;
            session.turn(&self.plan().steps, forward, did, &now);
            sound::buzz(40);
            self.app.guided.keep_session(Some(session));
            focus_heading();
        };
        let end = move |to: Route| {
            self.note_done();
            self.app.guided.stop();
            go(&to);
        };
        let paused = move || {
            let session = self.app.guided.session();
            session.is_some_and(|session| session.watch.is_paused())
        };
        let pause = move || {
            if let Some(mut session) = untrack(|| self.app.guided.session()) {
                let pause = !session.watch.is_paused();
                session.watch.pause(&clock::now(), pause);
                if pause {
                    speech::hush();
                }
                self.app.guided.keep_session(Some(session));
            }
        };
        let next = if is_last {
            button("primary", words::controls::DONE, move || end(Route::Now))
        } else {
            button("primary", "Next", move || turn(true))
        };
        let worse = button("quiet danger", "It’s worse", move || {
            self.note_done();
            self.app.guided.got_worse();
            go(&Route::Check);
        });
        let back = if place == 0 {
            button("quiet", "Back", move || go_instead(&Route::Relief))
        } else {
            button("quiet", "Back", move || turn(false))
        };
        let pause = button("quiet", "", pause)
            .text(move || if paused() { "Go on" } else { "Pause" }.to_string());
        let stop = matches!(self.at(place), Step::Movement(_)).then(|| soft(STOP_SHORT));
        el("div")
            .class("go-on thumbs")
            .with(stop)
            .with(next)
            .with(worse)
            .with(back)
            .with(pause)
            .with(button("quiet", "Stop", move || end(Route::Relief)))
    }

    /// Whether it is spoken, how loud and how fast; and whether the screen stays on.
    pub fn voice(self) -> El {
        let app = self.app;
        let choose = move |change: fn(&mut Voice, u8), to: &str| {
            let mut voice = untrack(|| app.preferences.voice());
            change(&mut voice, to.parse().unwrap_or(5));
            app.preferences.choose_voice(voice);
        };
        let slider = move |label: &str, get: fn(Voice) -> u8, change: fn(&mut Voice, u8)| {
            let range = el("input")
                .attr("type", "range")
                .attr("min", "1")
                .attr("max", "10")
                .bind_value(
                    move || get(app.preferences.voice()).to_string(),
                    move |to| choose(change, &to),
                );
            field(label, range)
        };
        el("div")
            .class("stack")
            .with(tick(
                "tick",
                "checkbox",
                "voice",
                "Speak the steps",
                move || app.preferences.voice().on,
                move || {
                    choose(|voice, _| voice.on = !voice.on, "");
                    if !untrack(|| app.preferences.voice()).on {
                        speech::hush();
                    }
                },
            ))
            .with(move || {
                let silent = !app.guided.can_speak();
                silent.then(|| {
                    soft(
                        "This browser has no voice that speaks on this device, so it stays silent.",
                    )
                })
            })
            .with(slider(
                "How loud",
                |voice| voice.loudness,
                |voice, to| voice.loudness = to,
            ))
            .with(slider(
                "How fast",
                |voice| voice.pace,
                |voice, to| voice.pace = to,
            ))
            .with(move || {
                let goes_off = app.guided.goes_off();
                goes_off.then(|| soft("This browser does not let Unknot keep the screen on."))
            })
    }
}
