//! The filter of the list: words, a place, a trigger, a treatment, an intensity.

use crate::diary::episode::{Severity, TREATMENTS};
use crate::diary::filter::{Filter, triggers_used};
use crate::diary::marks::{MarkKind, own_treatments};
use crate::diary::place::Level;
use crate::ui::app::App;
use crate::ui::element::{El, el, text};
use crate::ui::parts::controls::{button, field};
use crate::ui::visit::STEP;
use leptos::prelude::*;

/// An option of a list: its value and its words.
type SelectOption = (String, String);

/// The filter, folded while it is not used.
pub fn filter_section(app: App) -> El {
    let visit = app.visit;
    let change = move |alter: &dyn Fn(&mut Filter)| {
        visit.update(|visit| {
            alter(&mut visit.filter);
            (visit.first, visit.shown) = (0, STEP);
        });
    };
    let count = move || visit.with(|visit| visit.filter.count());
    // Binds a field to a part of the filter.
    let bind = move |input: El, show: fn(&Filter) -> String, set: fn(&mut Filter, String)| {
        input.bind_value(
            move || visit.with(|visit| show(&visit.filter)),
            move |value| change(&|filter| set(filter, value.clone())),
        )
    };
    let search = el("input").attr("type", "search").attr("dir", "auto");
    let details = el("details")
        .with(el("summary").text(move || match count() {
            0 => "Filter".to_string(),
            set => format!("Filter ({set})"),
        }))
        .with(
            el("div")
                .class("stack")
                .with(field(
                    "Words in it",
                    bind(search, |f| f.text.clone(), |f, text| f.text = text),
                ))
                .with(field(
                    "Place",
                    bind(
                        select("Anywhere", levels()),
                        |f| f.level.map_or("", Level::id).to_string(),
                        |f, id| f.level = Level::ALL.into_iter().find(|level| level.id() == id),
                    ),
                ))
                .with(field(
                    "What set it off",
                    bind(
                        select("Anything", triggers(app)),
                        |f| f.trigger.clone(),
                        |f, id| f.trigger = id,
                    ),
                ))
                .with(field(
                    "What was tried",
                    bind(
                        select("Anything", treatments(app)),
                        |f| f.treatment.clone(),
                        |f, id| f.treatment = id,
                    ),
                ))
                .with(field(
                    "At its worst, at least",
                    bind(
                        select("Any number", numbers()),
                        |f| f.at_least.map_or(String::new(), |n| n.get().to_string()),
                        |f, n| f.at_least = n.parse().ok().and_then(Severity::new),
                    ),
                ))
                .with(button("quiet", "Show all again", move || {
                    change(&|filter| *filter = Filter::default());
                })),
        );
    if untrack(count) > 0 {
        details.attr("open", "")
    } else {
        details
    }
}

fn select(any: &str, choices: Vec<SelectOption>) -> El {
    let option = |(id, words): SelectOption| text("option", words).attr("value", id);
    el("select")
        .with(text("option", any).attr("value", ""))
        .with(choices.into_iter().map(option))
}

fn levels() -> Vec<SelectOption> {
    let choice = |level: Level| (level.id().to_string(), level.words().to_string());
    Level::ALL.into_iter().map(choice).collect()
}

fn of_table(table: &[(&str, &str)]) -> Vec<SelectOption> {
    let choice = |(id, words): &(&str, &str)| (id.to_string(), words.to_string());
    table.iter().map(choice).collect()
}

/// The triggers of the app, then the person's own.
fn triggers(app: App) -> Vec<SelectOption> {
    let mut choices = of_table(MarkKind::Trigger.offered());
    for own in app.diary.read().with_untracked(triggers_used) {
        if MarkKind::Trigger.words(&own) == own {
            choices.push((own.clone(), own));
        }
    }
    choices
}

/// The treatments of the app, then the person's own.
fn treatments(app: App) -> Vec<SelectOption> {
    let mut choices = of_table(&TREATMENTS);
    let own = app.diary.read().with_untracked(own_treatments);
    choices.extend(own.into_iter().map(|own| (own.clone(), own)));
    choices
}

fn numbers() -> Vec<SelectOption> {
    (1..=10)
        .rev()
        .map(|n: u8| (n.to_string(), n.to_string()))
        .collect()
}
