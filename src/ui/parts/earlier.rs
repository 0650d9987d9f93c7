//! The earlier values of a record: values that were changed, and values of another copy. Each can be put back.

use leptos::prelude::*;

use crate::browser::clock;
use crate::diary::facts::words::{earlier_values, value_words};
use crate::diary::field::Field;
use crate::diary::history::Earlier;
use crate::ui::app::App;
use crate::ui::element::{El, el, rows, text};
use crate::ui::parts::controls::button;

/// An earlier value, and the name of its field in words.
type Named = (String, Earlier);

/// The earlier values of the record under a key; hidden while there are none.
pub fn earlier(app: App, key: String) -> El {
    let diary = app.diary.read();
    let of = key.clone();
    let values: Memo<Vec<Named>> = Memo::new(move |_| {
        diary.with(|diary| {
            let all = diary.record(&of).map(earlier_values).unwrap_or_default();
            all.into_iter()
                .map(|(name, one)| (name, one.clone()))
                .collect()
        })
    });
    el("details")
        .attr("hidden", move || values.with(Vec::is_empty))
        .with(text("summary", move || {
            format!("Earlier values ({})", values.with(Vec::len))
        }))
        .with(el("ul").with(rows(
            move || values.get(),
            move |value| line(app, &key, value),
        )))
}

fn line(app: App, key: &str, (name, one): Named) -> El {
    let words = value_words(&one.field, &one.value, &clock::now());
    let line = text("li", format!("{name}: ")).with(text("span", &words).class("as-typed"));
    // Older versions kept only words, which cannot be put back.
    if matches!(one.field, Field::Words(_)) {
        return line;
    }
    let label = format!("Use this again: {name}, {words}");
    let key = key.to_string();
    line.with(
        button("small quiet", "Use this again", move || {
            app.diary.use_again(&key, &one.field, &one.value);
        })
        .attr("aria-label", label),
    )
}
