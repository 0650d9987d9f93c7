//! The guide's questions. Which one comes next is found by replay; the address only says which one
//! is being looked at, so the phone's own "back" works and a reload stays in place.

use leptos::prelude::*;

use crate::browser::clock;
use crate::diary::id::CheckupId;
use crate::diary::profile;
use crate::guide::interview::{self, Question, replay};
use crate::ui::app::App;
use crate::ui::element::{El, el, text};
use crate::ui::navigation::go;
use crate::ui::pages::guide::given::{Given, Keeper};
use crate::ui::pages::guide::question_page::QuestionPage;
use crate::ui::parts::controls::{button, heading, link, link_button, soft};
use crate::ui::parts::result::answered;
use crate::ui::route::Route;
use crate::words;

pub mod asked;
pub mod checkup;
pub mod given;
pub mod learn;
pub mod lines;
pub mod question_page;
pub mod rules;
pub mod sheet;

/// A new check-up, at the danger check: whoever asks "is it dangerous?" is asked about danger
/// first, always. One that was begun within the hour can be gone on with.
pub fn page(app: App) -> Vec<El> {
    let left = app.diary.read().with_untracked(|diary| {
        let checkup = diary.left_checkup(&clock::now())?;
        let next = replay(&checkup.answers).next()?;
        Some(Route::Question(checkup.id.clone(), next.id.to_string()))
    });
    let go_on = left.map(|left| {
        text("p", "You left a check half-way; its answers are kept. ")
            .class("notice")
            .with(link_button("small", "Go on with it", &left))
    });
    let id = CheckupId::parse(&clock::new_id());
    let question = id
        .map(|id| question_page(app, id, interview::first().id))
        .unwrap_or_default();
    let more = [
        (words::routes::RULES.text(), Route::Rules),
        ("The article, and what is known", Route::Learn),
    ];
    let more = more.map(|(words, to)| el("li").with(link(words, &to)));
    let more = el("div").class("answers").with(el("ul").with(more));
    go_on.into_iter().chain(question).chain([more]).collect()
}

/// One question of a check-up. That is stored from its first answer on.
pub fn question_page(app: App, id: CheckupId, question: &str) -> Vec<El> {
    asked(app, Keeper::Checkup(StoredValue::new(id)), question)
}

/// One question about the person, to change what is remembered.
pub fn about_page(app: App, question: &str) -> Vec<El> {
    asked(app, Keeper::Profile, question)
}

fn asked(app: App, keeper: Keeper, question: &str) -> Vec<El> {
    let Some(question) = interview::question(question) else {
        return vec![
            heading("This question is gone"),
            text("p", "The guide has been renewed. Your answers are kept."),
            link_button("primary", "Start the check", &Route::Check),
        ];
    };
    let given = Given {
        app,
        keeper,
        here: question.id,
        touched: RwSignal::new(false),
    };
    let screen = QuestionPage::of(given, question);
    to_confirm(screen, given, question).unwrap_or_else(|| screen.page())
}

/// Instead of asking again what the person said of themselves at an earlier check: "is this still
/// right?", all of it on one screen.
fn to_confirm(screen: QuestionPage, given: Given, question: &'static Question) -> Option<Vec<El>> {
    let Keeper::Checkup(id) = given.keeper else {
        return None;
    };
    let remembered = given.remembered();
    let answers = untrack(|| given.answers());
    let page = interview::page_of(question.id);
    let is_asked_here = page
        .iter()
        .any(|question| answers.to(question.id).is_some());
    let is_remembered = page
        .iter()
        .any(|question| remembered.to(question.id).is_some());
    if !question.profile || is_asked_here || !is_remembered {
        return None;
    }
    let confirm = move || {
        for (question, answer) in given.remembered().iter() {
            let _ = given.give(question, answer.clone());
        }
    };
    let rows = answered(&remembered, profile::questions())
        .into_iter()
        .map(|(question, said)| {
            let change = button("small", words::settings::CHANGE, move || {
                confirm();
                go(&Route::Question(id.get_value(), question.id.to_string()));
            })
            .attr("aria-label", words::settings::change_of(question.words));
            el("li")
                .with(text("span", question.words))
                .with(text("strong", &said))
                .with(change)
        });
    Some(vec![
        screen.bar(),
        heading("Is this still right?"),
        soft(
            "It was said at an earlier check, and changes how soon pain is checked and what suits you. If that check was for someone else, change it.",
        ),
        el("div").class("answers").with(el("ul").with(rows)),
        button("primary", "Yes, all of it", move || {
            confirm();
            screen.leave_on();
        }),
    ])
}
