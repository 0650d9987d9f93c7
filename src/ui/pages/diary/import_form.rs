//! The form for another app's table: the meaning of its columns, and a preview of the episodes.

use std::rc::Rc;

use leptos::prelude::*;

use crate::browser::clock;
use crate::diary::backup::Backup;
use crate::diary::import::{Column, Imported, Mapping, Sheet};
use crate::diary::moment;
use crate::diary::stored::Record;
use crate::ui::element::{El, el, text};
use crate::ui::parts::controls::{field, keys, soft};
use crate::ui::parts::episode_card::episode_line;

/// The number of episodes in the preview.
const SHOWN: usize = 3;
/// The number of skipped rows that are listed.
const LISTED: usize = 50;

/// What a table holds as its columns are guessed; `None` while no row can be read.
pub fn guessed(sheet: &Sheet) -> Option<Backup> {
    Some(records(&read(sheet, &sheet.guess(), None)?))
}

/// What a table holds as its columns are read. `said` is whether the day comes first in a date, where the rows leave
/// that open.
fn read(sheet: &Sheet, mapping: &Mapping, said: Option<bool>) -> Option<Imported> {
    let start = mapping[Column::Start as usize]?;
    let day_first = sheet.day_first(start).or(said)?;
    Some(sheet.episodes(mapping, day_first, &clock::now(), clock::offset_at))
}

fn records(imported: &Imported) -> Backup {
    let episodes = imported.episodes.iter().cloned();
    Backup::of(episodes.map(Record::Episode).collect())
}

/// The form. With each change of it `choose` gets what the table holds then; `None` while no row can be read.
pub fn form(sheet: Sheet, choose: impl Fn(Option<Backup>) + 'static) -> El {
    let mapping = RwSignal::new(sheet.guess());
    let said = RwSignal::new(None::<bool>);
    let headings = sheet.headings.clone();
    let sheet = StoredValue::new(sheet);
    let start = move || mapping.with(|mapping| mapping[Column::Start as usize]);
    let is_open = Memo::new(move |_| {
        start().is_some_and(|start| sheet.with_value(|sheet| sheet.day_first(start)).is_none())
    });
    let found = Memo::new(move |_| {
        let said = said.get();
        mapping.with(|mapping| sheet.with_value(|sheet| read(sheet, mapping, said)))
    });
    let changed: Rc<dyn Fn()> =
        Rc::new(move || choose(found.with_untracked(|found| found.as_ref().map(records))));
    let days_changed = Rc::clone(&changed);
    el("div")
        .class("stack")
        .with(text("h3", "What the columns say"))
        .with(columns(&headings, mapping, &changed))
        .with(el("div").with(move || {
            let changed = Rc::clone(&days_changed);
            is_open.get().then(|| days_question(said, changed))
        }))
        .with(el("div").with(move || {
            start().is_none().then(|| {
                soft("Say which column tells when it started: without that no row can be read.")
            })
        }))
        .with(
            el("div")
                .class("stack")
                .with(move || found.with(|found| found.as_ref().map_or_else(Vec::new, shown))),
        )
}

/// A select for each kind of column.
fn columns(headings: &[String], mapping: RwSignal<Mapping>, changed: &Rc<dyn Fn()>) -> Vec<El> {
    let mut selects = Vec::new();
    for (n, column) in Column::ALL.into_iter().enumerate() {
        let mut select = el("select").with(text("option", "Not in this table").attr("value", ""));
        for (at, heading) in headings.iter().enumerate() {
            select = select.with(text("option", heading.trim()).attr("value", at.to_string()));
        }
        let changed = Rc::clone(changed);
        let select = select.bind_value(
            move || {
                mapping.with(|mapping| mapping[n].map_or_else(String::new, |at| at.to_string()))
            },
            move |at| {
                mapping.update(|mapping| mapping[n] = at.parse().ok());
                changed();
            },
        );
        selects.push(field(column.words(), select));
    }
    selects
}

/// The question whether day or month comes first, asked only if the rows do not show it.
fn days_question(said: RwSignal<Option<bool>>, changed: Rc<dyn Fn()>) -> El {
    let choices = [
        (true, "3 April".to_string()),
        (false, "4 March".to_string()),
    ];
    keys(
        "keys",
        "day-first",
        "What day is 03/04 in this table?",
        &choices,
        move || said.get(),
        move |day_first| {
            said.set(Some(day_first));
            changed();
        },
    )
}

/// The preview: the first episodes, and the skipped rows.
fn shown(imported: &Imported) -> Vec<El> {
    let now = clock::now();
    let mut first = Vec::new();
    for episode in imported.episodes.iter().take(SHOWN) {
        let when = moment::day_and_clock(&episode.start, &now);
        let line = format!(
            "{when} · {} · {}",
            episode.length_words(),
            episode_line(episode)
        );
        first.push(text("li", &line));
    }
    let mut all = vec![
        text(
            "p",
            format!(
                "Episodes in this table: {}. The first of them, as they will be:",
                imported.episodes.len()
            ),
        ),
        el("ul").with(first),
    ];
    let left_out = imported.left_out.len();
    if left_out > 0 {
        let mut rows = Vec::new();
        for (line, why) in imported.left_out.iter().take(LISTED) {
            rows.push(text("li", format!("Line {line}: {}", why.words())));
        }
        if left_out > LISTED {
            rows.push(text("li", format!("and {} more", left_out - LISTED)));
        }
        all.push(
            el("details")
                .with(text("summary", format!("Rows left out: {left_out}")))
                .with(el("ul").with(rows)),
        );
    }
    all
}
