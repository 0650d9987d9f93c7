//! A care option with its evidence, how to do it and its cautions; and where things were read.

use crate::guide::care::{Caution, Evidence, Offer};
use crate::guide::interview::Replay;
use crate::ui::element::{El, el, text};
use crate::ui::parts::controls::soft;
use crate::ui::parts::quotes::{quoting, sources};

/// One option, as it is offered to the person who said this.
pub fn care_card(offer: &Offer, replayed: &Replay) -> El {
    let care = offer.care;
    let tone = match care.evidence {
        Evidence::Good | Evidence::Some => "tag home",
        Evidence::LittleOrNone | Evidence::NoneFound => "tag soon",
        Evidence::AdvisedAgainst => "tag stop",
    };
    let summary = el("summary")
        .with(text("strong", care.name))
        .with(text("span", care.evidence.label()).class(tone))
        .with(
            (!offer.cautions.is_empty())
                .then(|| text("span", "take care: see inside").class("tag stop")),
        );
    let offered = !offer.withheld && !care.how.is_empty();
    let details = el("details")
        .with(summary)
        .with((!offer.cautions.is_empty()).then(|| {
            let caution = |caution: &&Caution| {
                text("li", caution.words)
                    .with(quoting("You said: ", &replayed.said(&caution.when.names())))
            };
            el("ul")
                .class("cautions")
                .with(offer.cautions.iter().map(caution))
        }))
        .with(offer.tried.then(|| soft("You have tried this.")))
        .with((!care.article.is_empty()).then(|| led("The article says: ", care.article)))
        .with(led("What is known: ", care.known))
        .with(soft(care.number))
        .with(offered.then(|| text("h3", "How")))
        .with(offered.then(|| list("ol", care.how)))
        .with(
            offer
                .withheld
                .then(|| text("p", "Not offered with your answers: ask a clinician first.")),
        )
        .with((!care.cautions.is_empty()).then(|| text("h3", "Take care")))
        .with((!care.cautions.is_empty()).then(|| list("ul", care.cautions)))
        .with(led("Stop: ", care.stop))
        .with(sources(care.sources));
    el("li").class("card").with(details)
}

/// A paragraph with a strong lead.
pub fn led(lead: &str, words: &str) -> El {
    el("p").with(text("strong", lead)).text(words)
}

/// A list of lines.
pub fn list(tag: &str, lines: &[&str]) -> El {
    el(tag).with(lines.iter().map(|words| text("li", *words)))
}
