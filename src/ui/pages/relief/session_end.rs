//! The last step of guided relief: how it is now, and what goes into the diary.

use leptos::prelude::*;

use crate::browser::clock;
use crate::diary::episode::Episode;
use crate::diary::marks;
use crate::diary::relief::episode_of;
use crate::ui::element::{El, el};
use crate::ui::pages::relief::gate::{self, check_first, gate_now};
use crate::ui::pages::relief::shown_session::ShownSession;
use crate::ui::parts::controls::{link_button, relief_keys, severity_keys, soft};
use crate::ui::route::{Ease, Route};
use crate::words;

impl ShownSession {
    /// How bad it is now, how much it helped, and where to go from here.
    pub fn next(self) -> Vec<El> {
        let app = self.app;
        let diary = app.diary.read();
        let now = clock::now();
        let id = diary.with_untracked(|diary| episode_of(diary, &now).map(|one| one.id.clone()));
        let Some(id) = id else {
            return vec![soft("No spasm runs, so nothing is written into the diary.")];
        };
        let id = StoredValue::new(id);
        let change = move |alter: Box<dyn FnOnce(&mut Episode)>| {
            let _ = gate::change(app, &id.get_value(), alter);
        };
        let last = move || {
            diary.with(|diary| {
                diary
                    .episode(&id.get_value())?
                    .readings
                    .last()
                    .map(|reading| reading.severity)
            })
        };
        let helped = move || {
            diary.with(|diary| {
                let noted = self.plan().noted.get()?;
                diary.episode(&id.get_value())?.treatment(noted)?.relief
            })
        };
        let rate = move |relief| {
            let Some(session) = untrack(|| app.guided.session()) else {
                return;
            };
            let item = self.plan().noted.get().unwrap_or_else(clock::new_item);
            self.plan().noted.set(Some(item));
            let now = clock::now();
            change(Box::new(move |episode| {
                if episode.treatment(item).is_none() {
                    let mut treatment = session.treatment(item, &now);
                    treatment.at = treatment.at.max(episode.start);
                    episode.treatments.push(treatment);
                }
                episode.rate_treatment(item, relief, now);
            }));
        };
        // A rise of the pain: then the danger check comes first.
        let rose = Memo::new(move |_| {
            last();
            untrack(|| gate_now(app)).first.is_some()
        });
        vec![
            el("div").with(move || {
                let first = rose
                    .get()
                    .then(|| untrack(|| gate_now(app)).first)
                    .flatten();
                first.map(|first| check_first(&first))
            }),
            severity_keys("severity", words::now::HOW_BAD, last, move |severity| {
                change(Box::new(move |episode| {
                    episode.rate_now(clock::new_item(), clock::now(), severity);
                }));
            }),
            relief_keys("relief", words::routes::SESSION.text(), helped, rate),
            el("div")
                .class("pair")
                .with(link_button(
                    "quiet",
                    words::routes::MEDICINE,
                    &Route::Ease(Ease::Medicine),
                ))
                .with(link_button(
                    "quiet",
                    words::routes::REST,
                    &Route::Ease(Ease::Rest),
                )),
        ]
    }

    /// Writes the movements that were done into today.
    pub fn note_done(self) {
        let session = untrack(|| self.app.guided.session());
        let done = session.map(|session| session.done);
        if let Some(done) = done.filter(|done| !done.is_empty()) {
            let today = clock::now().date_naive();
            let _ = self.app.diary.change_day(today, |day| {
                for id in done {
                    if !day.sessions.contains(&id) {
                        marks::toggle(&mut day.sessions, &id);
                    }
                }
            });
        }
    }
}
