//! The article, statement by statement, each beside what is known and where that was read.

use crate::guide::article::{Section, Statement, Verdict};
use crate::guide::content::article::{ARTICLE_AUTHOR, LEFT_OUT, SECTIONS, VERDICT_LABELS};
use crate::ui::element::{El, el, text};
use crate::ui::parts::care::list;
use crate::ui::parts::controls::{heading, link, soft};
use crate::ui::parts::quotes::sources;
use crate::ui::route::Route;
use crate::words;

/// The page.
pub fn page() -> Vec<El> {
    let mut parts = vec![
        heading("The article, and what is known"),
        text("p", ARTICLE_AUTHOR),
        el("p").with(link(words::settings::RULES, &Route::Rules)),
    ];
    parts.extend(SECTIONS.iter().map(section));
    parts.push(
        el("section")
            .with(text("h2", "What the article leaves out"))
            .with(list("ul", LEFT_OUT).class("card")),
    );
    parts
}

fn section(section: &Section) -> El {
    el("section").with(text("h2", section.heading)).with(
        el("ul")
            .class("cards")
            .with(section.statements.iter().map(card)),
    )
}

fn card(statement: &Statement) -> El {
    let tone = match statement.verdict {
        Verdict::Supported => "tag home",
        Verdict::Mixed => "tag plan",
        Verdict::NotSupported | Verdict::NoSourceRead => "tag soon",
        Verdict::AdvisedAgainst => "tag stop",
    };
    let verdict = VERDICT_LABELS[statement.verdict as usize];
    el("li")
        .class("card")
        .with(soft(format!("{}, the article says", statement.id)))
        .with(el("p").with(text("q", statement.says)))
        .with(el("p").with(text("span", verdict).class(tone)))
        .with(text("p", statement.known))
        .with(sources(statement.sources))
}
