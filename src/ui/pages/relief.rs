//! What may help now, for anyone: with cautions for all. What is fitted to a person's answers
//! stands in the result of a check.

use crate::guide::care::offers;
use crate::guide::finding::Findings;
use crate::guide::triage::Urgency;
use crate::ui::element::{El, el, text};
use crate::ui::parts::care::care_card;
use crate::ui::parts::controls::{heading, link, link_button};
use crate::ui::route::Route;

/// The page.
pub fn page() -> Vec<El> {
    let offers = offers(&Findings::default(), Urgency::SelfCare);
    vec![
        heading("What may help now"),
        el("div")
            .class("card")
            .with(text("p", "Stop what you are doing. Get into the position that hurts least: on your back with your calves on a chair, or on your side with a pillow between your knees. Breathe slowly. Then small movements, and warmth."))
            .with(
                text("p", "New numbness or weakness, trouble peeing, chest pain, fever, or much worse? ")
                    .with(link("Check for danger first", &Route::Check)),
            ),
        text("h2", "What there is"),
        el("ul").class("cards").with_all(offers.iter().map(care_card).collect()),
        link_button("quiet", "The article, and what is known", &Route::Learn),
    ]
}
