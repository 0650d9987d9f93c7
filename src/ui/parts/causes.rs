//! What it may come from: the article's causes, then others, each with the answers that point toward
//! it and away from it.

use crate::guide::causes::{Possible, possible};
use crate::guide::interview::Replay;
use crate::ui::element::{El, el, text};
use crate::ui::parts::controls::soft;
use crate::ui::parts::quotes::{quoting, sources};

/// The causes beside what was said.
pub fn causes(replayed: &Replay) -> Vec<El> {
    let possible = possible(&replayed.findings);
    let cards = |which: fn(&Possible) -> bool| {
        let cards: Vec<El> = possible
            .iter()
            .filter(|one| which(one))
            .map(|one| card(replayed, one))
            .collect();
        (!cards.is_empty()).then(|| el("ul").class("cards").with(cards))
    };
    let group = |words: &str, cards: Option<El>| {
        cards.map(|cards| el("div").class("stack").with(text("h3", words)).with(cards))
    };
    let others = cards(|one| one.toward.is_empty()).map(|cards| {
        el("details")
            .with(text(
                "summary",
                "The article also names these; no answer of yours points to them",
            ))
            .with(cards)
    });
    let groups = [
        group(
            "The article’s causes",
            cards(|one| !one.toward.is_empty() && one.cause.from_article),
        ),
        group("Also worth knowing", cards(|one| !one.cause.from_article)),
        others,
    ];
    let lead = "People with answers like these are often told one of these. Answers alone can’t tell which it is.";
    [soft(lead)]
        .into_iter()
        .chain(groups.into_iter().flatten())
        .collect()
}

fn card(replayed: &Replay, possible: &Possible) -> El {
    let cause = possible.cause;
    let tag = text("span", "from the article").class("tag plan");
    let name = el("span")
        .class("row")
        .with(text("strong", cause.name))
        .with(cause.from_article.then_some(tag));
    el("li")
        .class("card")
        .with(name)
        .with(text("p", cause.words))
        .with(quoting(
            "Points toward it: ",
            &replayed.said(&possible.toward),
        ))
        .with(quoting(
            "Points away from it: ",
            &replayed.said(&possible.away),
        ))
        .with(sources(cause.sources))
}
