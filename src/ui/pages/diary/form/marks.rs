//! What can be ticked in the form, and what the person adds to that: folded, for few need it.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::EpisodeForm;
use crate::browser::clock;
use crate::diary::marks::{MarkKind, add_own, own};
use crate::diary::radiation::{PARTS, SIDES};
use crate::ui::element::{El, el, text};
use crate::ui::parts::controls::{button, field, tick};

impl EpisodeForm {
    /// The marks of one kind: those that are offered, those of the person's own, and one more.
    pub(super) fn marks(self, kind: MarkKind) -> El {
        let chip = move |id: &str| {
            let (has, tapped) = (id.to_string(), id.to_string());
            tick(
                "",
                "checkbox",
                "mark",
                kind.words(id),
                move || self.read(|d| d.marks.has(kind, &has)),
                move || self.edit(|d| d.marks.toggle(kind, &tapped)),
            )
        };
        let diary = self.app.diary.read();
        let used = diary
            .with_untracked(|diary| own(diary, kind.offered(), &|episode| episode.marks.ids(kind)));
        // One that was added stays to be seen when its tick is taken away.
        let own = Memo::new(move |before: Option<&Vec<String>>| {
            let mut own = before.unwrap_or(&used).clone();
            self.read(|d| {
                for id in d.marks.of(kind) {
                    add_own(&mut own, kind.offered(), id);
                }
            });
            own
        });
        let offered = kind.offered().iter().map(|(id, _)| chip(id)).collect();
        folded(
            kind.question(),
            move || self.read(|d| d.marks.words(kind)),
            chips(kind.question(), offered)
                .with(move || own.with(|own| own.iter().map(|id| chip(id)).collect::<Vec<_>>())),
        )
        .with(self.own_item(kind as usize, kind.question()))
    }

    /// Where it spread to, each part on either side.
    pub(super) fn radiation(self) -> El {
        const QUESTION: &str = "Where did it spread to?";
        let mut ticks = Vec::new();
        for (n, (_, words)) in PARTS.iter().enumerate() {
            for side in SIDES {
                ticks.push(tick(
                    "",
                    "checkbox",
                    "spread",
                    format!("{words}, {}", side.id()),
                    move || self.read(|d| d.radiation.has(n, side)),
                    move || self.edit(|d| d.radiation.toggle(n, side)),
                ));
            }
        }
        folded(
            QUESTION,
            move || self.read(|d| d.radiation.words()),
            chips(QUESTION, ticks).class("chips two"),
        )
    }

    /// Adds an item of the person's own. Half typed it is kept too, and saving takes it in.
    pub(super) fn own_item(self, n: usize, question: &str) -> El {
        let add = move || self.edit(|d| d.add_typed(n, clock::new_item()));
        let input = el("input")
            .attr("type", "text")
            .attr("maxlength", "60")
            .attr("dir", "auto")
            .attr("autocomplete", "off")
            .attr("enterkeyhint", "done")
            .attr("aria-label", format!("Something else: {question}"))
            .bind_value(
                move || self.read(|d| d.typing[n].clone()),
                move |typed| self.edit(|d| d.typing[n] = typed),
            )
            .on("keydown", move |event| {
                // In here "Enter" adds; it does not save the form.
                let key: &web_sys::KeyboardEvent = event.unchecked_ref();
                if key.key() == "Enter" && !key.is_composing() {
                    event.prevent_default();
                    add();
                }
            });
        el("div")
            .class("own")
            .with(field("Something else", input))
            .with(button("small", "Add", add).attr("aria-label", format!("Add: {question}")))
    }
}

/// Short choices that wrap.
pub(super) fn chips(label: &str, chips: Vec<El>) -> El {
    el("div")
        .class("chips")
        .attr("role", "group")
        .attr("aria-label", label)
        .with(chips)
}

/// A question that opens, with what was said beside it.
fn folded(question: &str, said: impl Fn() -> String + 'static, choices: El) -> El {
    el("details")
        .class("fold")
        .with(
            el("summary")
                .with(text("strong", question))
                .text(" ")
                .with(el("span").class("soft").text(said)),
        )
        .with(choices)
}
