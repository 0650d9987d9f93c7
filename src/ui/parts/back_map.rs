//! Where it is: fifteen native checkboxes, laid over a drawing of a back or shown as a list. One
//! set of boxes, so both ways of looking at it mark the same places.

use std::collections::BTreeSet;

use leptos::prelude::*;

use crate::diary::episode::{Level, Place, Side, places_words};

/// Chooses places.
#[component]
pub fn BackMap(
    /// The places that are marked.
    #[prop(into)]
    places: Signal<BTreeSet<Place>>,
    /// Told a place that was tapped.
    on_toggle: Callback<Place>,
) -> impl IntoView {
    let (as_list, set_as_list) = signal(false);
    let marked = move || {
        places.with(|places| {
            if places.is_empty() {
                "Nowhere marked yet".to_string()
            } else {
                places_words(places)
            }
        })
    };
    view! {
        <fieldset class="where">
            <legend>"Where?"</legend>
            <p class="soft" role="status">{marked}</p>
            <div class=move || if as_list.get() { "zones as-list" } else { "zones" }>
                <BackDrawing/>
                <p class="sides" aria-hidden="true"><span>"left"</span><span>"right"</span></p>
                {Level::ALL
                    .into_iter()
                    .map(|level| view! {
                        <div class=format!("level {}", level.id())>
                            {Side::ALL
                                .into_iter()
                                .map(|side| {
                                    let place = Place { level, side };
                                    view! {
                                        <label>
                                            <input
                                                type="checkbox"
                                                prop:checked=move || places.with(|places| places.contains(&place))
                                                on:change=move |_| on_toggle.run(place)
                                            />
                                            <span>{place.words()}</span>
                                        </label>
                                    }
                                })
                                .collect_view()}
                        </div>
                    })
                    .collect_view()}
            </div>
            <button type="button" class="quiet" on:click=move |_| set_as_list.update(|list| *list = !*list)>
                {move || if as_list.get() { "As a picture" } else { "As a list" }}
            </button>
        </fieldset>
    }
}

/// A back, seen from behind: left is left.
#[component]
fn BackDrawing() -> impl IntoView {
    view! {
        <svg class="back" viewBox="0 0 340 400" preserveAspectRatio="none" aria-hidden="true">
            <path d="M170 4c-40 0-52 26-50 50 2 22-8 32-40 40C36 104 20 122 16 160c-4 44-4 84-12 130 10 10 22 10 32 0 8-30 16-66 22-96 8 28 10 60 6 92-4 34-12 60-12 104 40 12 196 12 236 0 0-44-8-70-12-104-4-32-2-64 6-92 6 30 14 66 22 96 10 10 22 10 32 0-8-46-8-86-12-130-4-38-20-56-64-66-32-8-42-18-40-40 2-24-10-50-50-50z"/>
            <path class="spine" d="M170 30v330"/>
        </svg>
    }
}
