//! The earlier values of a record: those that were changed later, and those that another copy of it had. Each
//! can be taken back.

use crate::browser::clock;
use crate::diary::facts::words::{earlier_values, value_words};
use crate::diary::field::Field;
use crate::diary::history::Earlier;
use crate::ui::App;
use crate::ui::element::{El, el, text};
use crate::ui::parts::controls::button;

/// The earlier values of the record under a key; hidden while there are none.
pub fn earlier(app: App, key: String) -> El {
    let diary = app.diary.read();
    let count = move |key: &str| {
        diary.with(|diary| {
            diary
                .record(key)
                .map_or(0, |record| record.history().earlier.len())
        })
    };
    let (counted, named) = (key.clone(), key.clone());
    let lines = move || {
        let now = clock::now();
        diary.with(|diary| {
            let Some(record) = diary.record(&key) else {
                return Vec::new();
            };
            let all = earlier_values(record).into_iter();
            all.map(|(name, one)| {
                line(
                    app,
                    &key,
                    &name,
                    one,
                    &value_words(&one.field, &one.value, &now),
                )
            })
            .collect()
        })
    };
    el("details")
        .attr_of("hidden", move || (count(&counted) == 0).then(String::new))
        .with(el("summary").text_of(move || format!("Earlier values ({})", count(&named))))
        .with(el("ul").with_all_of(lines))
}

fn line(app: App, key: &str, name: &str, one: &Earlier, words: &str) -> El {
    let line = text("li", &format!("{name}: ")).with(text("span", words).class("as-typed"));
    // Older versions kept words, and no value that could be put back.
    if matches!(one.field, Field::Words(_)) {
        return line;
    }
    let (key, field, value) = (key.to_string(), one.field.clone(), one.value.clone());
    let name = format!("Use this again: {name}, {words}");
    line.with(
        button("small quiet", "Use this again", move || {
            app.diary.use_again(&key, &field, &value);
        })
        .attr("aria-label", &name),
    )
}
