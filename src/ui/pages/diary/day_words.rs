//! The typed parts of a day: its events and its notes. They are stored with each letter.

use leptos::prelude::*;

use crate::diary::marks::LONGEST;
use crate::diary::moment;
use crate::ui::document::focus;
use crate::ui::element::{El, el, rows, text};
use crate::ui::open_diary::Outcome;
use crate::ui::pages::diary::shown_day::ShownDay;
use crate::ui::parts::controls::{button, field, soft};

impl ShownDay {
    /// The events of the day. A typed text is one of them from its first letter on.
    pub fn markers(self) -> El {
        // The stored event that the field edits; empty for a new one.
        let open = RwSignal::new(String::new());
        let replace = move |typed: &str| {
            let new = if typed.trim().is_empty() { "" } else { typed };
            let old = open.get_untracked();
            let outcome = self.change(&|day| {
                let place = day.markers.iter().position(|marker| *marker == old);
                match (place, new.is_empty()) {
                    (Some(n), false) => day.markers[n] = new.to_string(),
                    (Some(n), true) => drop(day.markers.remove(n)),
                    (None, false) => day.markers.push(new.to_string()),
                    (None, true) => {}
                }
            });
            if outcome == Outcome::Saved {
                open.set(new.to_string());
            }
            outcome
        };
        // Moves the focus to the field, where typing goes on.
        let hold = move |marker: &str| {
            open.set(marker.to_string());
            request_animation_frame(|| focus("[name=event]"));
        };
        let others = Memo::new(move |_| {
            let mut markers = self.day().markers;
            markers.retain(|marker| open.with(|open| open != marker));
            markers
        });
        let list = {
            let row = move |marker: String| {
                let (edited, gone) = (marker.clone(), marker.clone());
                el("li")
                    .class("card row")
                    .with(text("span", &marker).attr("dir", "auto"))
                    .with(
                        el("div")
                            .class("notice-acts")
                            .with(
                                button("small", "Change", move || hold(&edited))
                                    .attr("aria-label", format!("Change {marker}")),
                            )
                            .with(
                                button("small", "Remove", move || self.remove_marker(&gone))
                                    .attr("aria-label", format!("Remove {marker}")),
                            ),
                    )
            };
            rows(move || others.get(), row)
        };
        let input = el("input")
            .attr("type", "text")
            .attr("name", "event")
            .attr("dir", "auto")
            .attr("autocomplete", "off")
            .attr("maxlength", LONGEST.to_string());
        let input = self.typed("event", input, move || open.get(), replace);
        let another = button("small", "Another one", move || hold(""))
            .attr("hidden", move || open.with(String::is_empty));
        el("section")
            .with(text("h2", "Did something begin or change?"))
            .with(soft(
                "“Began physiotherapy”, “new chair”, “new medicine”: so that before and after can be compared.",
            ))
            .with(el("ul").class("cards").attr("aria-label", "Events").with(list))
            .with(field("An event of this day", input))
            .with(another)
    }

    fn remove_marker(self, gone: &str) {
        let removed = self.change(&|day| day.markers.retain(|marker| marker != gone));
        if removed == Outcome::Saved {
            let gone = gone.to_string();
            self.app
                .diary
                .say_with_undo("The event is removed.", move || {
                    let _ = self.change(&|day| day.markers.push(gone.clone()));
                });
        }
    }

    /// The notes of the day.
    pub fn notes(self) -> El {
        let area = el("textarea").attr("rows", "4").attr("dir", "auto");
        let store = move |typed: &str| self.change(&|day| day.notes = typed.to_string());
        field(
            "Notes of this day",
            self.typed("notes", area, move || self.day().notes, store),
        )
    }

    /// A field whose text is stored with each letter. A refused text stays in it while the app is open, and is stored with the
    /// next letter.
    fn typed(
        self,
        name: &str,
        input: El,
        stored: impl Fn() -> String + 'static,
        store: impl Fn(&str) -> Outcome + 'static,
    ) -> El {
        let visit = self.app.visit;
        let name = format!("{}/{name}", moment::date(self.date));
        let own = name.clone();
        let value = move || {
            let kept = visit.with(|visit| visit.typed(&own));
            kept.unwrap_or_else(&stored)
        };
        input.bind_value(value, move |typed| {
            let outcome = store(&typed);
            let is_refused = outcome != Outcome::Saved;
            visit.update(|visit| visit.keep_typed(&name, is_refused.then_some(typed)));
        })
    }
}
