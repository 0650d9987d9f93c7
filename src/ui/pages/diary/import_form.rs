//! Another app's table: which column says what, and what the episodes will be.

use leptos::prelude::*;

use crate::browser::clock;
use crate::diary::backup::Backup;
use crate::diary::import::{Column, Imported, Mapping, Sheet};
use crate::diary::moment;
use crate::diary::stored::Record;
use crate::ui::element::{El, el, follow, text};
use crate::ui::parts::controls::{field, keys, soft};
use crate::ui::parts::episode_card::episode_line;

/// So many episodes are shown as they will be.
const SHOWN: usize = 3;
/// So many rows that are left out are listed.
const LISTED: usize = 50;

/// The form. `choose` gets what the table holds as it is read now; `None` while no row can be read.
pub fn form(sheet: Sheet, choose: impl Fn(Option<Backup>) + 'static) -> El {
    let mapping = RwSignal::new(sheet.guess());
    let said = RwSignal::new(None::<bool>);
    let selects = columns(&sheet, mapping);
    let sheet = StoredValue::new(sheet);
    let day_first = move || {
        let start = mapping.with(|mapping| mapping[Column::Start as usize]);
        start.and_then(|column| sheet.with_value(|sheet| sheet.day_first(column)))
    };
    let has_start = move || mapping.with(|mapping| mapping[Column::Start as usize].is_some());
    let is_open = Memo::new(move |_| has_start() && day_first().is_none());
    let found = Memo::new(move |_| {
        let day_first = day_first().or(said.get()).filter(|_| has_start())?;
        let (mapping, now) = (mapping.get(), clock::now());
        let imported =
            sheet.with_value(|sheet| sheet.episodes(&mapping, day_first, &now, clock::offset_at));
        Some(imported)
    });
    follow(move || {
        choose(found.with(|found| {
            let records = found
                .as_ref()?
                .episodes
                .iter()
                .cloned()
                .map(Record::Episode);
            Some(Backup::of(records.collect()))
        }));
    });
    el("div")
        .class("stack")
        .with(text("h3", "What the columns say"))
        .with(selects)
        .with(el("div").with(move || is_open.get().then(|| days_question(said))))
        .with(el("div").with(move || {
            (!has_start()).then(|| {
                soft("Say which column tells when it started: without that no row can be read.")
            })
        }))
        .with(
            el("div")
                .class("stack")
                .with(move || found.with(|found| found.as_ref().map_or_else(Vec::new, shown))),
        )
}

/// A choice of column for each thing that one can say.
fn columns(sheet: &Sheet, mapping: RwSignal<Mapping>) -> Vec<El> {
    let mut selects = Vec::new();
    for (n, column) in Column::ALL.into_iter().enumerate() {
        let mut select = el("select").with(text("option", "Not in this table").attr("value", ""));
        for (at, heading) in sheet.headings.iter().enumerate() {
            select = select.with(text("option", heading.trim()).attr("value", at.to_string()));
        }
        let select = select.bind_value(
            move || {
                mapping.with(|mapping| mapping[n].map_or_else(String::new, |at| at.to_string()))
            },
            move |at| mapping.update(|mapping| mapping[n] = at.parse().ok()),
        );
        selects.push(field(column.words(), select));
    }
    selects
}

/// Asked only where the rows leave it open.
fn days_question(said: RwSignal<Option<bool>>) -> El {
    let choices = [(1, "3 April".to_string()), (0, "4 March".to_string())];
    keys(
        "keys",
        "day-first",
        "What day is 03/04 in this table?",
        &choices,
        move || said.get().map(i8::from),
        move |n| said.set(Some(n == 1)),
    )
}

/// The first episodes as they will be, and what is left out.
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
