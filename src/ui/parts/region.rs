//! Where the person is: what the time zone suggests, the choice, a number of their own, and where the numbers
//! were read.

use crate::guide::content::regions::{EMERGENCY_EVERYWHERE, REGIONS};
use crate::guide::region::{ContactLine, Region, Whereabouts, emergency_in_common};
use crate::ui::app::App;
use crate::ui::element::{El, el, text};
use crate::ui::parts::controls::{button, field, soft};
use crate::words;
use crate::words::Word;

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
        .map(|region| choice(words::regions::i_am_in(region.name.text()), region))
        .collect();
    choices.extend(
        before.map(|region| choice(words::regions::i_am_still_in(region.name.text()), region)),
    );
    let changed = before.map(|region| text("p", words::regions::zone_changed(region.name.text())));
    el("div")
        .class("notice")
        .with(changed)
        .with((!suggested.is_empty()).then(|| text("p", suggestion(suggested))))
        .with(
            suggested
                .is_empty()
                .then(|| text("p", words::regions::WHERE_NOW)),
        )
        .with(el("div").class("notice-acts").with(choices))
}

/// The question in words, with the emergency number that the suggested regions have in common.
fn suggestion(suggested: &[&'static Region]) -> String {
    let number = match emergency_in_common(suggested)[..] {
        [one, other, ..] => words::regions::either_number(one, other),
        [one] => one.to_string(),
        [] => String::new(),
    };
    match suggested {
        [one] => words::regions::are_you_in(one.name.text(), &number),
        _ => words::regions::which_of_these(&number),
    }
}

/// The choice of all regions.
pub fn region_field(app: App) -> El {
    let counts = move || app.preferences.whereabouts().counts;
    let option = |id: &'static str, name: Word| text("option", name).attr("value", id);
    let select = el("select")
        .with(option("", words::regions::NOT_CHOSEN))
        .with(REGIONS.iter().map(|region| option(region.id, region.name)))
        .bind_value(
            move || counts().map_or("", |region| region.id).to_string(),
            move |id| {
                app.preferences.choose_region(&id);
            },
        );
    field(words::regions::WHERE, select)
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
    field(words::regions::OWN_NUMBER, input)
}

/// All numbers of the region that counts, or the emergency number of each country, with where and when each was read.
pub fn number_sources(app: App) -> El {
    el("div").with(move || {
        let lines: Vec<&ContactLine> = match app.preferences.whereabouts().counts {
            Some(region) => region.lines().collect(),
            None => EMERGENCY_EVERYWHERE.iter().collect(),
        };
        let row = |line: &ContactLine| {
            line.source.map(|source| {
                el("li")
                    .with(text("strong", line.number))
                    .text(" ")
                    .text(line.words)
                    .with(soft(source.words()))
            })
        };
        Some(
            el("details")
                .class("sources")
                .with(text("summary", words::regions::READ_NUMBERS))
                .with(el("ul").with(lines.into_iter().filter_map(row))),
        )
    })
}
