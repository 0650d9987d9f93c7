//! A row of numbers or words of which one is chosen: native radio buttons, drawn as keys.

use leptos::prelude::*;

/// One of several, as a row of keys.
#[component]
pub fn ChoiceRow(
    /// What is being chosen, for everyone; shown above the row.
    #[prop(into)]
    legend: String,
    /// Value and words of each choice.
    choices: Vec<(i16, String)>,
    /// What is chosen.
    #[prop(into)]
    chosen: Signal<Option<i16>>,
    /// Told the value of a tapped choice.
    on_choose: Callback<i16>,
    /// Tints the keys by value, as pain.
    #[prop(optional)]
    tinted: bool,
) -> impl IntoView {
    let name = unique_name();
    view! {
        <fieldset class="keys" class:tinted=tinted>
            <legend>{legend}</legend>
            <div class="row-of-keys">
                {choices
                    .into_iter()
                    .map(|(value, words)| {
                        let name = name.clone();
                        view! {
                            <label data-n=value.to_string()>
                                <input
                                    type="radio"
                                    name=name
                                    prop:checked=move || chosen.get() == Some(value)
                                    on:change=move |_| on_choose.run(value)
                                />
                                <span>{words}</span>
                            </label>
                        }
                    })
                    .collect_view()}
            </div>
        </fieldset>
    }
}

/// 0 to 10, as the numeric rating scale has it.
pub fn nrs_choices() -> Vec<(i16, String)> {
    (0..=10).map(|n| (n, n.to_string())).collect()
}

/// Worse, then 0 to 10.
pub fn relief_choices() -> Vec<(i16, String)> {
    std::iter::once((-1, "Worse".to_string()))
        .chain(nrs_choices())
        .collect()
}

/// Radio buttons are one group by their name.
fn unique_name() -> String {
    use std::sync::atomic::{AtomicU32, Ordering};
    static NEXT: AtomicU32 = AtomicU32::new(0);
    format!("keys-{}", NEXT.fetch_add(1, Ordering::Relaxed))
}
