//! Whom to contact and how soon. No card waits for the region: until it is known each number
//! stands with its country. Numbers can be tapped only once the region was chosen.

use leptos::prelude::*;

use crate::guide::content::regions::{EMERGENCY_EVERYWHERE, NUMBERS_CHECKED, REGIONS};
use crate::guide::region::{Line, Region};
use crate::guide::triage::{Contact, Rule, Urgency};
use crate::ui::preferences::Preferences;

/// Whom to contact, for these rules.
#[component]
pub fn Contacts(
    /// The urgency that was given.
    urgency: Urgency,
    /// The rules that fired.
    rules: Vec<&'static Rule>,
) -> impl IntoView {
    let preferences = expect_context::<Preferences>();
    let has = |contact| rules.iter().any(|rule| rule.contact == contact);
    let (maternity, poison) = (has(Contact::Maternity), has(Contact::Poison));
    let lines = move || {
        match preferences.region() {
        Some(region) => {
            let mut lines: Vec<&'static Line> = Vec::new();
            if poison {
                lines.extend(region.poison);
            }
            if maternity {
                lines.extend(region.pregnant);
            }
            if urgency == Urgency::Emergency {
                lines.extend(region.emergency);
            } else {
                lines.extend(region.urgent);
            }
            view! { <ul class="lines">{lines.into_iter().map(|line| one_line(line, true)).collect_view()}</ul> }
                .into_any()
        }
        None => view! {
            {poison.then_some(view! { <p>"A poison line, or the emergency number."</p> })}
            {maternity.then_some(view! { <p>"Your maternity unit or midwife now, or the emergency number."</p> })}
            {if urgency == Urgency::Emergency {
                view! { <ul class="lines">{EMERGENCY_EVERYWHERE.iter().map(|line| one_line(line, false)).collect_view()}</ul> }.into_any()
            } else {
                view! { <ul class="lines">{REGIONS.iter().map(urgent_of).collect_view()}</ul> }.into_any()
            }}
        }
        .into_any(),
    }
    };
    view! {
        {lines}
        <RegionField/>
        <p class="soft">{NUMBERS_CHECKED}</p>
    }
}

fn one_line(line: &'static Line, can_call: bool) -> impl IntoView {
    let number = (!line.number.is_empty()).then(|| {
        if can_call {
            let address: String = line
                .number
                .chars()
                .filter(|c| c.is_ascii_digit() || *c == '+')
                .collect();
            view! { <a class="number" href=format!("tel:{address}")>{line.number}</a> }.into_any()
        } else {
            view! { <strong class="number">{line.number}</strong> }.into_any()
        }
    });
    view! { <li>{number} " " {line.words}</li> }
}

fn urgent_of(region: &'static Region) -> impl IntoView {
    let lines: Vec<String> = region
        .urgent
        .iter()
        .map(|line| format!("{} {}", line.number, line.words).trim().to_string())
        .collect();
    view! { <li><strong>{region.name}</strong> ": " {lines.join("; ")}</li> }
}

/// Where the person is.
#[component]
pub fn RegionField() -> impl IntoView {
    let preferences = expect_context::<Preferences>();
    let chosen = move || preferences.region().map_or("", |region| region.id);
    view! {
        <label class="field">
            <span>"Where are you? Your choice is kept on this device."</span>
            <select
                prop:value=chosen
                on:change=move |event| {
                    // It counts for this visit even where it cannot be kept.
                    let _ = preferences.choose_region(&event_target_value(&event));
                }
            >
                <option value="" selected=move || chosen().is_empty()>"Not chosen"</option>
                {REGIONS
                    .iter()
                    .map(|region| view! {
                        <option value=region.id selected=move || chosen() == region.id>{region.name}</option>
                    })
                    .collect_view()}
            </select>
        </label>
    }
}

/// What an urgency is called, and what to do.
pub fn urgency_words(urgency: Urgency) -> (&'static str, &'static str) {
    match urgency {
        Urgency::Emergency => (
            "Get emergency help now",
            "Call now, or have someone take you to an emergency department.",
        ),
        Urgency::Urgent => (
            "Get advice today",
            "Contact someone the same day, at the latest within a day or two. If it gets worse, or \
             one of the emergency signs appears, get emergency help.",
        ),
        Urgency::Routine => (
            "See someone in the coming days or weeks",
            "A doctor or physiotherapist. Sooner if it gets worse, or at once if one of the \
             emergency signs appears.",
        ),
        Urgency::SelfCare => (
            "Look after it at home",
            "None of the warning signs that we asked about. That can’t rule everything out.",
        ),
    }
}
