//! The article, statement by statement, each beside what is known and where that was read.

use leptos::prelude::*;

use crate::guide::article::{Statement, Verdict};
use crate::guide::content::article::{ARTICLE_AUTHOR, LEFT_OUT, SECTIONS, VERDICT_LABELS};
use crate::ui::parts::care::Sources;

/// The page.
#[component]
pub fn LearnPage() -> impl IntoView {
    view! {
        <h1 tabindex="-1">"The article, and what is known"</h1>
        <p>{ARTICLE_AUTHOR}</p>
        {SECTIONS
            .iter()
            .map(|section| view! {
                <section>
                    <h2>{section.heading}</h2>
                    <ul class="cards">
                        {section.statements.iter().map(|statement| view! { <StatementCard statement/> }).collect_view()}
                    </ul>
                </section>
            })
            .collect_view()}
        <section>
            <h2>"What the article leaves out"</h2>
            <ul class="card">{LEFT_OUT.iter().map(|words| view! { <li>{*words}</li> }).collect_view()}</ul>
        </section>
    }
}

#[component]
fn StatementCard(
    /// The statement.
    statement: &'static Statement,
) -> impl IntoView {
    let tone = match statement.verdict {
        Verdict::Supported => "tag home",
        Verdict::Mixed => "tag plan",
        Verdict::NotSupported | Verdict::NoSourceRead => "tag soon",
        Verdict::AdvisedAgainst => "tag stop",
    };
    view! {
        <li class="card">
            <p class="soft">{statement.id} ", the article says"</p>
            <p><q>{statement.says}</q></p>
            <p><span class=tone>{VERDICT_LABELS[statement.verdict as usize]}</span></p>
            <p>{statement.known}</p>
            <Sources sources=statement.sources.to_vec()/>
        </li>
    }
}
