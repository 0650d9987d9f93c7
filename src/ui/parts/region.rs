//! Where the person is: what the time zone suggests, the choice, a number of their own, and where the numbers
//! were read.

use crate::guide::content::regions::{EMERGENCY_EVERYWHERE, REGIONS};
use crate::guide::region::{Line, Region, Whereabouts, emergency_in_common};
use crate::ui::App;
use crate::ui::element::{El, el, text};
use crate::ui::parts::controls::{button, field, soft};

/// Asks whether the person is where the time zone suggests; nothing once a region counts, and nothing where the zone
/// is not in the table and no region was chosen before.
pub fn region_question(app: App) -> El {
    el("div").with(move || {
        let place = app.preferences.whereabouts();
        let is_asked = !place.suggested.is_empty() || place.before.is_some();
        (place.counts.is_none() && is_asked).then(|| question(app, &place))
    })
}

fn question(app: App, place: &Whereabouts) -> El {
    let Whereabouts {
        before, suggested, ..
    } = place;
    let choice = |words: String, region: &'static Region| {
        button("small", &words, move || {
            app.preferences.choose_region(region.id)
        })
    };
    let mut choices: Vec<El> = suggested
        .iter()
        .map(|region| choice(format!("I am in: {}", region.name), region))
        .collect();
    choices.extend(before.map(|region| choice(format!("I am still in: {}", region.name), region)));
    let changed = before.map(|region| {
        let words = format!(
            "You chose {}, and the time zone of this device is another one now.",
            region.name
        );
        text("p", words)
    });
    el("div")
        .class("notice")
        .with(changed)
        .with((!suggested.is_empty()).then(|| text("p", suggestion(suggested))))
        .with(
            suggested
                .is_empty()
                .then(|| text("p", "Where are you now?")),
        )
        .with(el("div").class("notice-acts").with(choices))
}

/// The question in words, with the emergency number that the suggested regions have in common.
fn suggestion(suggested: &[&'static Region]) -> String {
    let numbers = emergency_in_common(suggested).join(" or ");
    let number = if numbers.is_empty() {
        String::new()
    } else {
        format!(" The emergency number there is {numbers}.")
    };
    match suggested {
        [one] => format!(
            "Are you in {}? The time zone of this device suggests it.{number}",
            one.name
        ),
        _ => format!(
            "The time zone of this device is that of more than one place.{number} Where are you?"
        ),
    }
}

/// Where the person is: the question, and the choice of all regions.
pub fn region_field(app: App) -> El {
    let counts = move || app.preferences.whereabouts().counts;
    let option = |id: &str, name: &str| text("option", name).attr("value", id);
    let select = el("select")
        .with(option("", "Not chosen"))
        .with(REGIONS.iter().map(|region| option(region.id, region.name)))
        .bind_value(
            move || counts().map_or("", |region| region.id).to_string(),
            move |id| {
                app.preferences.choose_region(&id);
            },
        );
    el("div").with(region_question(app)).with(field(
        "Where are you? Your choice is kept on this device.",
        select,
    ))
}

/// A number of the person's own, which then stands first on every card.
pub fn own_number_field(app: App) -> El {
    let input = el("input")
        .attr("type", "tel")
        .attr("autocomplete", "off")
        .attr("maxlength", "40")
        .bind_value(
            move || app.preferences.own_number(),
            move |typed| {
                app.preferences.keep_own_number(&typed);
            },
        );
    field("A number of your own to call, if you like", input)
}

/// All numbers of the region that counts, or the emergency number of each country, with where and when each was read.
pub fn number_sources(app: App) -> El {
    el("div").with(move || {
        let lines: Vec<&Line> = match app.preferences.whereabouts().counts {
            Some(region) => region.lines().collect(),
            None => EMERGENCY_EVERYWHERE.iter().collect(),
        };
        let row = |line: &Line| {
            line.source.map(|source| {
                el("li")
                    .with(text("strong", line.number))
                    .text(" ")
                    .text(line.words)
                    .with(soft(&source.words()))
            })
        };
        Some(
            el("details")
                .class("sources")
                .with(text("summary", "Where these numbers were read, and when"))
                .with(el("ul").with(lines.into_iter().filter_map(row))),
        )
    })
}
