//! A care option with its evidence, how to do it and its cautions; and where things were read.

use leptos::prelude::*;

use crate::guide::care::{Evidence, Offer};
use crate::guide::source::Source;

/// One option.
#[component]
pub fn CareCard(
    /// The option, as it is offered to this person.
    offer: Offer,
) -> impl IntoView {
    let care = offer.care;
    let tone = match care.evidence {
        Evidence::Good | Evidence::Some => "tag home",
        Evidence::LittleOrNone | Evidence::NoneFound => "tag soon",
        Evidence::AdvisedAgainst => "tag stop",
    };
    view! {
        <li class="card">
            <details>
                <summary>
                    <strong>{care.name}</strong>
                    <span class=tone>{care.evidence.label()}</span>
                </summary>
                {(!offer.cautions.is_empty()).then(|| view! {
                    <ul class="cautions">{offer.cautions.iter().map(|words| view! { <li>{*words}</li> }).collect_view()}</ul>
                })}
                {(!care.article.is_empty()).then(|| view! { <p><strong>"The article says: "</strong>{care.article}</p> })}
                <p><strong>"What is known: "</strong>{care.known}</p>
                <p class="soft">{care.number}</p>
                {(!offer.withheld && !care.how.is_empty()).then(|| view! {
                    <h3>"How"</h3>
                    <ol>{care.how.iter().map(|step| view! { <li>{*step}</li> }).collect_view()}</ol>
                })}
                {offer.withheld.then_some(view! { <p>"Not offered with your answers: ask a clinician first."</p> })}
                {(!care.cautions.is_empty()).then(|| view! {
                    <h3>"Take care"</h3>
                    <ul>{care.cautions.iter().map(|words| view! { <li>{*words}</li> }).collect_view()}</ul>
                })}
                <p><strong>"Stop: "</strong>{care.stop}</p>
                <Sources sources=care.sources.to_vec()/>
            </details>
        </li>
    }
}

/// Where something was read.
#[component]
pub fn Sources(
    /// The sources.
    sources: Vec<&'static Source>,
) -> impl IntoView {
    (!sources.is_empty()).then(|| {
        view! {
            <details class="sources">
                <summary>"Source"</summary>
                <ul>
                    {sources
                        .into_iter()
                        .map(|source| view! {
                            <li>
                                {source.title}
                                {(!source.year.is_empty()).then(|| format!(", {}", source.year))}
                                {(!source.place.is_empty()).then(|| format!(". {}", source.place))}
                            </li>
                        })
                        .collect_view()}
                </ul>
            </details>
        }
    })
}
