//! How the guide decides: every question, rule, cause, care option and source, from the tables that
//! it runs on. Can be searched, and printed.

use std::rc::Rc;

use leptos::prelude::*;

use crate::guide::decides::{Chapter, Entry, chapters};
use crate::ui::element::{El, el, text};
use crate::ui::parts::controls::{field, heading, soft};
use crate::words;

/// The page.
pub fn page() -> Vec<El> {
    let wanted = RwSignal::new(String::new());
    let search = el("input")
        .attr("type", "search")
        .bind_value(move || wanted.get(), move |text| wanted.set(text));
    let chapters = chapters();
    let entries = chapters.iter().flat_map(|chapter| &chapter.entries);
    let texts: Vec<String> = entries.map(Entry::text).collect();
    let found = el("p").attr("role", "status").text(move || {
        wanted.with(|wanted| {
            if wanted.trim().is_empty() {
                return String::new();
            }
            let found = texts.iter().filter(|text| has_all(text, wanted)).count();
            format!("{found} found")
        })
    });
    let mut parts = vec![
        heading(words::routes::RULES),
        text(
            "p",
            "These are the tables that the guide runs on, word for word. No rule is hidden.",
        ),
        field("Search", search),
        found,
    ];
    parts.extend(chapters.into_iter().map(|chapter| section(chapter, wanted)));
    parts
}

fn section(chapter: Chapter, wanted: RwSignal<String>) -> El {
    el("section")
        .with(text("h2", chapter.heading))
        .with(soft(chapter.about))
        .with(
            el("ul")
                .class("cards")
                .with(chapter.entries.into_iter().map(|entry| card(entry, wanted))),
        )
}

/// One entry; hidden while it has not all of the wanted words.
fn card(entry: Entry, wanted: RwSignal<String>) -> El {
    let lines = entry
        .lines
        .iter()
        .map(|line| text("p", &line.words).attr("data-depth", line.depth.to_string()))
        .collect::<Vec<_>>();
    let shown = el("li")
        .class("card rule")
        .with(text("h3", &entry.title))
        .with(lines);
    let text = Rc::new(entry.text());
    shown.attr("hidden", move || {
        let is_found = wanted.with(|wanted| has_all(&text, wanted));
        !is_found
    })
}

/// Whether a text in small letters has each of these words.
fn has_all(text: &str, wanted: &str) -> bool {
    let mut words = wanted.split_whitespace();
    words.all(|word| text.contains(&word.to_ascii_lowercase()))
}
