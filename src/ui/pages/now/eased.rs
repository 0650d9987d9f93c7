//! What helped, on the start page: right after a spasm eased, and once more later where it was not
//! said. Each tap is stored; words::controls::DONE only closes.

use leptos::prelude::*;

use super::asked;
use super::shown_episode::ShownEpisode;
use crate::browser::clock;
use crate::diary::asks::Missing;
use crate::diary::episode::{Episode, TREATMENTS, treatment_name, treatment_words};
use crate::diary::id::ItemId;
use crate::diary::marks::own_treatments;
use crate::diary::moment;
use crate::ui::element::{El, el, rows, text};
use crate::ui::open_diary::Outcome;
use crate::ui::parts::back_map::back_map;
use crate::ui::parts::controls::{button, heading, link_button, relief_keys, severity_keys, tick};
use crate::ui::route::Route;
use crate::words;

impl ShownEpisode {
    /// Right after it eased; `later`, when it is an earlier one: then what is missing is asked first.
    pub fn eased(self, later: bool) -> Vec<El> {
        let Some(episode) = self.read(|episode| Some(episode.clone())) else {
            return Vec::new();
        };
        let missing = Missing::of(&episode);
        let noted: Vec<ItemId> = episode.treatments.iter().map(|one| one.id).collect();
        let map = || {
            let toggle = move |place| {
                let _ = self.change(|episode| episode.toggle(place));
            };
            back_map(move || self.read(|e| e.places), toggle)
        };
        let length = episode.lasted().map(moment::span_words);
        let mut parts = Vec::new();
        if later {
            let when = moment::day_and_clock(&episode.start, &clock::now());
            parts.push(heading(&match &length {
                Some(length) => words::now::lasted(&when, length),
                None => when,
            }));
            if missing.severity {
                parts.push(self.severity_then(episode.start));
            }
            if missing.place {
                parts.push(map());
            }
        } else {
            parts.push(heading(&match &length {
                Some(length) => words::now::eased_after(length),
                None => words::now::EASED.into(),
            }));
        }
        if length.is_none() {
            parts.push(text("p", words::now::LENGTH_UNKNOWN).class("notice"));
        }
        // What was noted while it ran comes first; what is ticked now appears below, so that nothing
        // moves under the finger.
        parts.push(self.reliefs(noted.clone(), true));
        parts.push(self.tried());
        parts.push(self.reliefs(noted, false));
        if !later {
            parts.push(self.severity_at_end());
            if missing.place {
                parts.push(
                    el("details")
                        .with(text("summary", words::now::WHERE))
                        .with(map()),
                );
            }
        }
        let eased = self.eased;
        parts.push(button("primary", words::controls::DONE, move || {
            if later {
                asked::answer(self.app, &self.id());
            }
            eased.set(None);
        }));
        let not_over = move || {
            if self.change(|episode| episode.end = None) == Outcome::Saved {
                eased.set(None);
            }
        };
        parts.push(
            el("div")
                .class("pair")
                .with((!later).then(|| button("quiet", words::now::NOT_OVER, not_over)))
                .with(link_button(
                    "quiet",
                    words::now::NOTES_TIMES,
                    &Route::Episode(self.id()),
                )),
        );
        parts
    }

    /// How bad it was, where no number was given while it ran: it stands at the start.
    fn severity_then(self, start: moment::Moment) -> El {
        severity_keys(
            "severity",
            words::now::HOW_BAD_THEN,
            move || self.read(|e| e.readings.first().map(|reading| reading.severity)),
            move |severity| {
                let _ = self.change(|episode| episode.rate(clock::new_item(), start, severity));
            },
        )
    }

    fn severity_at_end(self) -> El {
        severity_keys(
            "severity",
            words::now::HOW_BAD_AFTER,
            move || self.read(Episode::severity_at_end),
            move |severity| {
                let _ = self.change(|episode| episode.rate_end(clock::new_item(), severity));
            },
        )
    }

    /// What was tried, as chips: what is noted already, what is offered, what is the person's own.
    pub fn tried(self) -> El {
        let mut kinds: Vec<String> = Vec::new();
        let noted: Vec<String> = self.read(Episode::kinds);
        let offered = TREATMENTS.iter().map(|(kind, _)| kind.to_string());
        let diary = self.app.diary.read();
        let used = diary.with_untracked(own_treatments);
        for kind in noted.into_iter().chain(offered).chain(used) {
            if !kinds.contains(&kind) {
                kinds.push(kind);
            }
        }
        el("fieldset")
            .class("chips")
            .with(text("legend", words::now::TRIED))
            .with(kinds.into_iter().map(|kind| self.chip(kind)))
    }

    fn chip(self, kind: String) -> El {
        let words = treatment_words(&kind).to_string();
        let its = kind.clone();
        let has = move || self.read(|e| e.treatments.iter().any(|t| t.kind == its));
        let (is_there, name) = (has.clone(), words.clone());
        tick("", "checkbox", "tried", &words, has, move || {
            let had = untrack(&is_there);
            let outcome = self.change(|episode| {
                let at = episode.tried_at(clock::now());
                episode.toggle_treatment(clock::new_item(), &kind, at);
            });
            if outcome == Outcome::Saved && had && untrack(&is_there) {
                self.app.diary.say(words::now::tried_stays(&name));
            }
        })
    }

    /// How much each helped: of those that were noted before, or of the others.
    fn reliefs(self, noted: Vec<ItemId>, before: bool) -> El {
        let tried = Memo::new(move |_| {
            self.read(|episode| {
                let mut rows = Vec::new();
                for treatment in &episode.treatments {
                    if noted.contains(&treatment.id) == before {
                        rows.push((treatment.id, treatment_name(treatment)));
                    }
                }
                rows
            })
        });
        el("div").class("stack").with(rows(
            move || tried.get(),
            move |(id, name)| self.relief(id, &name),
        ))
    }

    fn relief(self, id: ItemId, name: &str) -> El {
        relief_keys(
            &format!("relief-{}", id.get()),
            name,
            move || self.read(|e| e.treatment(id)?.relief),
            move |relief| {
                let _ = self.change(|e| e.rate_treatment(id, relief, clock::now()));
            },
        )
    }
}
