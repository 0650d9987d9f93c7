//! The places of pain: fifteen native checkboxes, laid over a drawing of a back or shown as a list. Both views use the
//! same checkboxes.

use std::rc::Rc;

use crate::diary::place::{Level, Place, Places, Side, places_words};
use crate::ui::element::{El, el, svg, text};
use crate::ui::parts::controls::tick;
use leptos::prelude::*;

/// A choice of places. `marked` gives those that are marked; `tapped` gets the one that is tapped.
pub fn back_map(places: impl Fn() -> Places + 'static, tapped: impl Fn(Place) + 'static) -> El {
    let (places, tapped) = (Rc::new(places), Rc::new(tapped));
    let as_list = RwSignal::new(false);
    let marked = places.clone();
    let levels = Level::ALL.into_iter().map(|level| {
        let boxes = Side::ALL
            .into_iter()
            .map(|side| {
                let place = Place { level, side };
                let (places, tapped) = (places.clone(), tapped.clone());
                tick(
                    "",
                    "checkbox",
                    "place",
                    place.words(),
                    move || places().contains(place),
                    move || tapped(place),
                )
            })
            .collect::<Vec<_>>();
        // Each checkbox has its whole name; this text is hidden from screen readers.
        el("div")
            .class(format!("level {}", level.id()))
            .with(text("span", level.words()).attr("aria-hidden", "true"))
            .with(boxes)
    });
    el("fieldset")
        .class("where")
        .with(text("legend", "Where?"))
        .with(
            el("p")
                .class("soft")
                .attr("role", "status")
                .text(move || match marked() {
                    places if places.is_empty() => "Nowhere marked yet".to_string(),
                    places => places_words(places),
                }),
        )
        .with(
            el("div")
                .class(move || {
                    if as_list.get() {
                        "zones as-list"
                    } else {
                        "zones"
                    }
                })
                .with(drawing())
                .with(
                    el("p")
                        .class("sides")
                        .attr("aria-hidden", "true")
                        .with(text("span", "left"))
                        .with(text("span", "right")),
                )
                .with(levels),
        )
        .with(
            el("button")
                .attr("type", "button")
                .class("quiet")
                .text(move || {
                    if as_list.get() {
                        "As a picture"
                    } else {
                        "As a list"
                    }
                    .to_string()
                })
                .on_click(move || as_list.update(|list| *list = !*list)),
        )
}

/// A small picture of the marked places. The words beside it say the same.
pub fn back_picture(places: Places) -> El {
    let mut picture = outline().class("back small-back");
    for place in places.iter() {
        let (row, column) = (place.level as usize, place.side as usize);
        let mark = svg("rect")
            .class("mark-on")
            .attr("data-place", place.id())
            .attr("x", ["64", "136", "208"][column])
            .attr("y", ["30", "102", "174", "246", "318"][row])
            .attr("width", "68")
            .attr("height", "62")
            .attr("rx", "14");
        picture = picture.with(mark);
    }
    picture
}

/// A back, seen from behind: left is left.
pub fn drawing() -> El {
    outline().with(svg("path").class("spine").attr("d", "M170 30v330"))
}

/// A back without its spine, a hairline at the size of a list's picture: a long list is many nodes.
fn outline() -> El {
    const BODY: &str = "M170 4c-40 0-52 26-50 50 2 22-8 32-40 40C36 104 20 122 16 160c-4 44-4 84-12 130 10 10 22 10 32 0 8-30 16-66 22-96 8 28 10 60 6 92-4 34-12 60-12 104 40 12 196 12 236 0 0-44-8-70-12-104-4-32-2-64 6-92 6 30 14 66 22 96 10 10 22 10 32 0-8-46-8-86-12-130-4-38-20-56-64-66-32-8-42-18-40-40 2-24-10-50-50-50z";
    svg("svg")
        .class("back")
        .attr("viewBox", "0 0 340 400")
        .attr("preserveAspectRatio", "none")
        .attr("aria-hidden", "true")
        .with(svg("path").attr("d", BODY))
}
