//! What a check-up says: how urgent, whom to contact, why; what it may come from, how long such
//! things last, what may help.

use leptos::prelude::*;

use crate::browser::clock;
use crate::diary::checkup::{Checkup, CheckupId};
use crate::diary::moment;
use crate::guide;
use crate::guide::care::{Offer, offers};
use crate::guide::causes::{Possible, possible};
use crate::guide::content::course::SPASM_DURATION;
use crate::guide::course::courses;
use crate::guide::finding::Findings;
use crate::guide::interview::{Answers, Replay, replay, said};
use crate::guide::source::Source;
use crate::guide::triage::{self, Rule, Urgency};
use crate::ui::open_diary::OpenDiary;
use crate::ui::parts::care::{CareCard, Sources};
use crate::ui::parts::help::{Contacts, urgency_words};
use crate::ui::route::Route;

/// Days after which a home-care result asks to be looked at again.
const CHECK_AGAIN_DAYS: i64 = 3;

/// The page.
#[component]
pub fn CheckupPage(
    /// Which one.
    id: CheckupId,
) -> impl IntoView {
    let open = expect_context::<OpenDiary>();
    let checkup = {
        let id = id.clone();
        Memo::new(move |_| open.read().with(|diary| diary.checkup(&id).cloned()))
    };
    move || match checkup.get() {
        Some(checkup) => view! { <Result checkup/> }.into_any(),
        None => view! {
            <h1 tabindex="-1">"There is no such check"</h1>
            <p>"It may have been erased, or made on another device."</p>
            <a class="primary button" href=Route::Check.href()>"Start a check"</a>
        }
        .into_any(),
    }
}

/// What one check-up says.
#[component]
fn Result(
    /// The check-up.
    checkup: Checkup,
) -> impl IntoView {
    let replayed = replay(&checkup.answers);
    let is_current = checkup.guide == guide::VERSION;
    let is_open = checkup.finished.is_none();
    let rules: Vec<&'static Rule> = checkup
        .rules
        .iter()
        .filter_map(|id| triage::rule(id))
        .collect();
    // Nothing below urgent is shown while a question is open that could show an emergency.
    let withheld = is_open && checkup.urgency < Urgency::Urgent;
    let go_on = replayed
        .next()
        .filter(|_| is_open)
        .map(|question| Route::Question(checkup.id.clone(), question.id.to_string()).href());
    let taken = moment::day_and_clock(&checkup.started, &clock::now());
    view! {
        <p class="soft">"Check of " {taken} ", guide version " {checkup.guide}</p>
        {if withheld {
            view! {
                <h1 tabindex="-1">"Not finished yet"</h1>
                <p>"Some questions are still open, so nothing can be said yet. Your answers are kept."</p>
            }.into_any()
        } else {
            view! { <Verdict urgency=checkup.urgency rules=rules.clone() started=checkup.started/> }.into_any()
        }}
        {go_on.map(|href| view! {
            <p>"Some questions are still open."</p>
            <a class="primary button" href=href>"Go on with the questions"</a>
        })}
        {(!withheld).then(|| view! { <Reasons rules answers=checkup.answers.clone()/> })}
        {(!is_current).then(|| view! {
            <p class="notice">"This is what was said then. The guide has been renewed since: take the check again for what it says now."</p>
        })}
        {(is_current && !withheld && checkup.urgency < Urgency::Emergency).then(|| view! {
            <Causes findings=replayed.findings answers=checkup.answers.clone()/>
            <HowLong findings=replayed.findings/>
            <WhatMayHelp findings=replayed.findings urgency=checkup.urgency/>
        })}
        <YourAnswers id=checkup.id.clone() answers=checkup.answers.clone() replayed/>
        <p class="soft">"Unknot is education and a diary. It is not assessed or certified as a medical device, and no clinician has reviewed it yet. It can be wrong: if you are worried, get help whatever it says."</p>
        <a class="quiet button" href=Route::Check.href()>"Check again"</a>
    }
}

/// How urgent, what to do, whom to contact.
#[component]
fn Verdict(
    /// The urgency that was given.
    urgency: Urgency,
    /// The rules that fired.
    rules: Vec<&'static Rule>,
    /// When the check was begun.
    started: moment::Moment,
) -> impl IntoView {
    let (title, act) = urgency_words(urgency);
    let again = (urgency == Urgency::SelfCare).then(|| {
        let day = moment::day(&(started + chrono::TimeDelta::days(CHECK_AGAIN_DAYS)), &started);
        view! { <p>"Check again on " <strong>{day}</strong> ", or at once if a warning sign appears."</p> }
    });
    view! {
        <section class=format!("tier {}", urgency.id())>
            <h1 tabindex="-1">{title}</h1>
            <p>{act}</p>
            {again}
            {(urgency >= Urgency::Urgent).then(|| view! { <Contacts urgency rules/> })}
        </section>
    }
}

/// Which answers led here.
#[component]
fn Reasons(
    /// The rules that fired.
    rules: Vec<&'static Rule>,
    /// The answers.
    answers: Answers,
) -> impl IntoView {
    view! {
        <section>
            <h2>"Why"</h2>
            {rules.is_empty().then_some(view! { <p>"No rule of the guide fired on your answers."</p> })}
            <ul class="cards">
                {rules
                    .into_iter()
                    .map(|rule| {
                        let words = said(&answers, &rule.when.names());
                        view! {
                            <li class="card">
                                <p>{rule.because}</p>
                                <YouSaid words/>
                                <Sources sources=vec![rule.source]/>
                            </li>
                        }
                    })
                    .collect_view()}
            </ul>
        </section>
    }
}

#[component]
fn YouSaid(
    /// The words of the answers.
    words: Vec<&'static str>,
) -> impl IntoView {
    (!words.is_empty()).then(|| view! { <p class="soft">"You said: " {words.join(" · ")}</p> })
}

/// What it may come from.
#[component]
fn Causes(
    /// What the answers tell.
    findings: Findings,
    /// The answers.
    answers: Answers,
) -> impl IntoView {
    let (pointed, others): (Vec<Possible>, Vec<Possible>) = possible(&findings)
        .into_iter()
        .partition(|possible| !possible.toward.is_empty());
    let (articles, also): (Vec<Possible>, Vec<Possible>) = pointed
        .into_iter()
        .partition(|possible| possible.cause.from_article);
    let card = move |possible: Possible| {
        let sources: Vec<&'static Source> = possible.cause.sources.to_vec();
        let toward = said(&answers, &possible.toward);
        let away = said(&answers, &possible.away);
        view! {
            <li class="card">
                <span class="row">
                    <strong>{possible.cause.name}</strong>
                    {possible.cause.from_article.then_some(view! { <span class="tag plan">"from the article"</span> })}
                </span>
                <p>{possible.cause.words}</p>
                {(!toward.is_empty()).then(|| view! { <p class="soft">"Points toward it: " {toward.join(" · ")}</p> })}
                {(!away.is_empty()).then(|| view! { <p class="soft">"Points away from it: " {away.join(" · ")}</p> })}
                <Sources sources/>
            </li>
        }
    };
    let also_there = !also.is_empty();
    view! {
        <section>
            <h2>"What it may come from"</h2>
            <p class="soft">"People with answers like these are often told one of these. Answers alone can’t tell which it is."</p>
            <ul class="cards">{articles.into_iter().map(card.clone()).collect_view()}</ul>
            {also_there.then(|| view! { <h3>"Also worth knowing"</h3> })}
            <ul class="cards">{also.into_iter().map(card.clone()).collect_view()}</ul>
            {(!others.is_empty()).then(|| view! {
                <details>
                    <summary>"The article also names these; no answer of yours points to them"</summary>
                    <ul class="cards">{others.into_iter().map(card).collect_view()}</ul>
                </details>
            })}
        </section>
    }
}

/// How long such things usually last.
#[component]
fn HowLong(
    /// What the answers tell.
    findings: Findings,
) -> impl IntoView {
    view! {
        <section>
            <h2>"How long it usually lasts"</h2>
            <p>{SPASM_DURATION}</p>
            {courses(&findings)
                .into_iter()
                .map(|course| view! {
                    <div class="card">
                        {course.words.iter().map(|words| view! { <p>{*words}</p> }).collect_view()}
                        {(!course.points.is_empty()).then(|| view! {
                            <table>
                                <caption>"Average pain in studies, 0 to 100"</caption>
                                <thead><tr><th scope="col">"After"</th><th scope="col">"Average"</th><th scope="col">"95 % interval"</th></tr></thead>
                                <tbody>
                                    {course.points.iter().map(|point| view! {
                                        <tr>
                                            <th scope="row">{days_words(point.day)}</th>
                                            <td>{point.pain}</td>
                                            <td>{point.low} " to " {point.high}</td>
                                        </tr>
                                    }).collect_view()}
                                </tbody>
                            </table>
                        })}
                        <Sources sources=course.sources.to_vec()/>
                    </div>
                })
                .collect_view()}
        </section>
    }
}

fn days_words(days: u16) -> String {
    match days {
        0 => "the start".to_string(),
        days if days < 14 => format!("{days} days"),
        days => format!("{} weeks", (f32::from(days) / 7.0).round()),
    }
}

/// What may help.
#[component]
fn WhatMayHelp(
    /// What the answers tell.
    findings: Findings,
    /// The urgency that was given.
    urgency: Urgency,
) -> impl IntoView {
    let offers: Vec<Offer> = offers(&findings, urgency);
    view! {
        <section>
            <h2>"What may help now"</h2>
            {if offers.is_empty() {
                view! { <p>"Get advice first. What to do at home depends on what you are told."</p> }.into_any()
            } else {
                view! { <ul class="cards">{offers.into_iter().map(|offer| view! { <CareCard offer/> }).collect_view()}</ul> }.into_any()
            }}
        </section>
    }
}

/// Every answer, with a way to change it.
#[component]
fn YourAnswers(
    /// The check-up.
    id: CheckupId,
    /// The answers.
    answers: Answers,
    /// The same, replayed.
    replayed: Replay,
) -> impl IntoView {
    let given: Vec<_> = replayed
        .asked
        .iter()
        .filter_map(|question| Some((*question, answers.to(question.id)?)))
        .map(|(question, answer)| {
            let href = Route::Question(id.clone(), question.id.to_string()).href();
            let words: Vec<&str> = question
                .parts(answer)
                .iter()
                .map(|part| part.words)
                .collect();
            let said = match answer {
                guide::interview::Answer::Number(n) => n.to_string(),
                guide::interview::Answer::Chosen(_) => words.join(" · "),
            };
            view! {
                <li>
                    <span>{question.words}</span>
                    <strong>{said}</strong>
                    <a href=href aria-label=format!("Change: {}", question.words)>"Change"</a>
                </li>
            }
        })
        .collect();
    view! {
        <details class="answers">
            <summary>"Your answers"</summary>
            <ul>{given}</ul>
        </details>
    }
}
