//! What may help now, for anyone: with cautions for all. What is fitted to a person's answers
//! stands in the result of a check.

use leptos::prelude::*;

use crate::guide::care::offers;
use crate::guide::finding::Findings;
use crate::guide::triage::Urgency;
use crate::ui::parts::care::CareCard;
use crate::ui::route::Route;

/// The page.
#[component]
pub fn ReliefPage() -> impl IntoView {
    view! {
        <h1 tabindex="-1">"What may help now"</h1>
        <div class="card">
            <p>"Stop what you are doing. Get into the position that hurts least: on your back with your calves on a chair, or on your side with a pillow between your knees. Breathe slowly. Then small movements, and warmth."</p>
            <p>"New numbness or weakness, trouble peeing, chest pain, fever, or much worse? "<a href=Route::Check.href()>"Check for danger first"</a>"."</p>
        </div>
        <ul class="cards">
            {offers(&Findings::default(), Urgency::SelfCare)
                .into_iter()
                .map(|offer| view! { <CareCard offer/> })
                .collect_view()}
        </ul>
        <a class="quiet button" href=Route::Learn.href()>"The article, and what is known"</a>
    }
}
