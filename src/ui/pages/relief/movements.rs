//! All movements with their drawings: first those that suit the person, then those that their answers withhold, each
//! with its reason.

use crate::guide::care::Caution;
use crate::guide::content::care::STOP;
use crate::guide::content::movements::{FOR_NO_ONE, HOW_TO_MOVE};
use crate::guide::movements::{Movement, Offered};
use crate::ui::app::App;
use crate::ui::element::{El, el, text};
use crate::ui::pages::relief::figure::figure;
use crate::ui::pages::relief::gate::{check_first, gate_now, sent};
use crate::ui::parts::care::{led, list};
use crate::ui::parts::controls::{heading, link_button, soft};
use crate::ui::parts::quotes::sources;
use crate::ui::route::{Ease, Route};
use crate::words;

/// The page.
pub fn page(app: App) -> Vec<El> {
    let gate = gate_now(app);
    let mut parts = vec![heading(words::routes::MOVEMENTS)];
    parts.extend(sent(&gate));
    if let Some(first) = gate.first {
        parts.push(check_first(&first));
        return parts;
    }
    if !gate.is_whole {
        parts.push(
            text(
                "p",
                "Answer the rest of the check first: it says which of these suit you.",
            )
            .class("notice"),
        );
        parts.push(link_button(
            "primary",
            "Go on with the check",
            &Route::Check,
        ));
        return parts;
    }
    parts.push(text("p", STOP).class("stop-rule"));
    parts.push(text("p", HOW_TO_MOVE));
    parts.push(link_button(
        "quiet",
        words::routes::PROGRAMME,
        &Route::Ease(Ease::Programme),
    ));
    let (open, withheld): (Vec<_>, Vec<_>) =
        gate.movements().into_iter().partition(Offered::is_open);
    if !open.is_empty() {
        parts.push(text("h2", "For you now"));
        parts.push(cards(&open));
    }
    if !withheld.is_empty() {
        parts.push(text("h2", "Not for you now"));
        parts.push(cards(&withheld));
    }
    parts
}

fn cards(offered: &[Offered]) -> El {
    el("ul").class("cards").with(offered.iter().map(card))
}

fn card(offered: &Offered) -> El {
    let movement = offered.movement;
    let card = el("li").class("card").with(text("h3", movement.name));
    if !offered.is_open() {
        return card.with(cautions(&offered.withheld).class("cautions"));
    }
    let mind = &offered.mind;
    card.with(figure(movement.id))
        .with(list("ol", movement.steps))
        .with(text("p", movement.amount))
        .with(led("Suits: ", movement.suits))
        .with((!movement.leave_out.is_empty()).then(|| led("Take care: ", movement.leave_out)))
        .with((!mind.is_empty()).then(|| cautions(mind).class("cautions")))
        .with(all_who_leave_it_out(movement))
        .with((!offered.fits).then(|| soft("For another part of the back than yours.")))
        .with(sources(movement.sources))
}

/// Every answer that withholds it, for whoever reads how that is decided.
fn all_who_leave_it_out(movement: &Movement) -> El {
    el("details")
        .class("sources")
        .with(text("summary", "With which answers it is not offered"))
        .with(cautions(&[FOR_NO_ONE, movement.skip].concat()))
}

fn cautions(cautions: &[&Caution]) -> El {
    el("ul").with(cautions.iter().map(|caution| text("li", caution.words)))
}
