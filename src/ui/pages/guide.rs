//! The guide's questions. Which one comes next is found by replay; the address only says which one
//! is being looked at, so the phone's own "back" works and a reload stays in place.

use leptos::prelude::*;

use crate::browser::clock;
use crate::diary::checkup::{Checkup, CheckupId};
use crate::diary::episode::Level;
use crate::guide::interview::{self, Answer, Answers, Kind, NONE, Question, replay};
use crate::guide::triage::{Urgency, triage};
use crate::ui::open_diary::{OpenDiary, Outcome};
use crate::ui::parts::help::{Contacts, urgency_words};
use crate::ui::route::Route;
use crate::ui::{go, stay_at};

/// A new check-up, at the danger check: whoever asks "is it dangerous?" is asked about danger
/// first, always. One that was left within the hour can be gone on with.
#[component]
pub fn GuidePage() -> impl IntoView {
    let open = expect_context::<OpenDiary>();
    let left = open.read().with_untracked(|diary| {
        let checkup = diary.left_checkup(&clock::now())?;
        let next = replay(&checkup.answers).next()?;
        Some(Route::Question(checkup.id.clone(), next.id.to_string()))
    });
    CheckupId::parse(&clock::new_id()).map(|id| {
        view! {
            {left.map(|left| view! {
                <p class="notice">
                    "You left a check half-way; its answers are kept. "
                    <a class="button small" href=left.href()>"Go on with it"</a>
                </p>
            })}
            <QuestionPage id question=interview::first().id.to_string()/>
        }
    })
}

/// One question.
#[component]
pub fn QuestionPage(
    /// The check-up that it belongs to. It is stored from its first answer on.
    id: CheckupId,
    /// The question's id.
    question: String,
) -> impl IntoView {
    let Some(question) = interview::question(&question) else {
        return view! {
            <h1 tabindex="-1">"This question is gone"</h1>
            <p>"The guide has been renewed. Your answers are kept."</p>
            <a class="primary button" href=Route::Check.href()>"Start the check"</a>
        }
        .into_any();
    };
    let open = expect_context::<OpenDiary>();
    let answers = {
        let id = id.clone();
        Memo::new(move |_| {
            open.read().with(|diary| {
                diary
                    .checkup(&id)
                    .map(|checkup| checkup.answers.clone())
                    .unwrap_or_else(|| begun(open, &id).answers)
            })
        })
    };
    let missing = RwSignal::new(false);
    let give = {
        let id = id.clone();
        move |answer: Answer| {
            missing.set(false);
            // From its first answer on the check-up has an address of its own.
            stay_at(&Route::Question(id.clone(), question.id.to_string()));
            let begin = || begun(open, &id);
            open.change_checkup(&id, begin, |checkup| {
                checkup.answer(question.id, answer, clock::now());
            })
        }
    };
    let next = {
        let id = id.clone();
        move || {
            let next = answers.with_untracked(|answers| {
                answers.to(question.id)?;
                Some(match replay(answers).next() {
                    Some(next) => Route::Question(id.clone(), next.id.to_string()),
                    None => Route::Checkup(id.clone()),
                })
            });
            match next {
                Some(route) => go(&route),
                None => missing.set(true),
            }
        }
    };
    let none_of_these = {
        let (give, next) = (give.clone(), next.clone());
        move |_| {
            if give(Answer::of(&[NONE])) == Outcome::Saved {
                next();
            }
        }
    };
    let has_none = question.choices.iter().any(|choice| choice.id == NONE);
    let before = {
        let id = id.clone();
        move || {
            answers.with(|answers| {
                let asked = replay(answers).asked;
                let here = asked.iter().position(|asked| asked.id == question.id)?;
                let before = asked.get(here.checked_sub(1)?)?;
                Some(Route::Question(id.clone(), before.id.to_string()))
            })
        }
    };
    let progress = move || {
        answers.with(|answers| {
            let replayed = replay(answers);
            (
                replayed.asked.len() - replayed.open.len(),
                replayed.asked.len(),
            )
        })
    };
    let submit = {
        let next = next.clone();
        move |event: leptos::ev::SubmitEvent| {
            event.prevent_default();
            next();
        }
    };
    let summary = Route::Checkup(id.clone()).href();
    view! {
        <div class="row">
            <a class="plain" href=move || before().unwrap_or(Route::Now).href()>"‹ Back"</a>
            <a class="plain" href=Route::Now.href()>"Save and stop"</a>
        </div>
        <progress
            aria-label="Questions answered"
            value=move || progress().0.to_string()
            max=move || progress().1.to_string()
        ></progress>
        <DangerCard answers summary/>
        <form on:submit=submit>
            <fieldset class="question">
                <legend><h1 tabindex="-1">{question.words}</h1></legend>
                {(!question.help.is_empty()).then_some(view! { <p class="soft">{question.help}</p> })}
                <Choices question answers give=Callback::new(move |answer| { let _ = give(answer); })/>
            </fieldset>
            <details>
                <summary>"Why we ask"</summary>
                <p>{question.why}</p>
            </details>
            <div class="go-on">
                <p class="wrong" role="alert">
                    {move || missing.get().then_some("Choose an answer first.")}
                </p>
                <button type="submit" class="primary">"Next"</button>
                {has_none.then(|| view! {
                    <button type="button" class="quiet" on:click=none_of_these>"None of these"</button>
                })}
            </div>
        </form>
    }
    .into_any()
}

/// A check-up begun now, knowing what the diary knows of the running episode.
fn begun(open: OpenDiary, id: &CheckupId) -> Checkup {
    let during = open.read().with_untracked(|diary| {
        diary.running().map(|episode| {
            let levels: Vec<Level> = Level::ALL
                .into_iter()
                .filter(|level| episode.places.iter().any(|place| place.level == *level))
                .collect();
            (episode.id.clone(), levels)
        })
    });
    Checkup::begun(id.clone(), clock::now(), during)
}

/// The ways to answer. Each tap is stored.
#[component]
fn Choices(
    /// The question.
    question: &'static Question,
    /// All answers of this check-up.
    answers: Memo<Answers>,
    /// Told the new answer.
    give: Callback<Answer>,
) -> impl IntoView {
    let current = move || answers.with(|answers| answers.to(question.id).cloned());
    let has = move |choice: &'static str| current().is_some_and(|answer| answer.has(choice));
    let number = match question.kind {
        Kind::Number { min, max, unit, .. } => {
            let shown = match answers.with_untracked(|answers| answers.to(question.id).cloned()) {
                Some(Answer::Number(n)) => n.to_string(),
                _ => String::new(),
            };
            let wrong = RwSignal::new(false);
            let typed = move |event| {
                let text = event_target_value(&event);
                let number = text
                    .trim()
                    .parse::<u16>()
                    .ok()
                    .filter(|n| (min..=max).contains(n));
                wrong.set(number.is_none() && !text.trim().is_empty());
                give.run(number.map_or_else(|| Answer::of(&[]), Answer::Number));
            };
            Some(view! {
                <label class="field">
                    <span>"In " {unit}</span>
                    <input type="text" inputmode="numeric" autocomplete="off" value=shown on:input=typed/>
                </label>
                <p class="wrong" role="status">
                    {move || wrong.get().then(|| format!("A whole number from {min} to {max}."))}
                </p>
            })
        }
        Kind::One | Kind::Many => None,
    };
    let many = question.kind == Kind::Many;
    let tick = move |choice: &'static str| {
        let answer = if many {
            current().unwrap_or_else(|| Answer::of(&[])).toggled(choice)
        } else {
            Answer::of(&[choice])
        };
        give.run(answer);
    };
    // Neighbours of one group stand under its heading.
    let mut groups: Vec<(&'static str, Vec<&'static interview::Choice>)> = Vec::new();
    for choice in question.choices.iter().filter(|choice| choice.id != NONE) {
        match groups.last_mut() {
            Some((group, choices)) if *group == choice.group => choices.push(choice),
            _ => groups.push((choice.group, vec![choice])),
        }
    }
    view! {
        {number}
        {groups
            .into_iter()
            .map(|(group, choices)| view! {
                {(!group.is_empty()).then_some(view! { <h2>{group}</h2> })}
                <div class="options">
                    {choices
                        .into_iter()
                        .map(|choice| view! {
                            <label class="option">
                                <input
                                    type=if many { "checkbox" } else { "radio" }
                                    name=question.id
                                    prop:checked=move || has(choice.id)
                                    on:change=move |_| tick(choice.id)
                                />
                                <span>{choice.words}</span>
                            </label>
                        })
                        .collect_view()}
                </div>
            })
            .collect_view()}
    }
}

/// The card that an emergency answer brings at once, without "Next".
#[component]
fn DangerCard(
    /// All answers of this check-up.
    answers: Memo<Answers>,
    /// Where all of what the answers say stands.
    summary: String,
) -> impl IntoView {
    let rules = Memo::new(move |_| {
        let fired = answers
            .with(|answers| triage(&replay(answers).findings))
            .fired;
        let ids: Vec<&'static str> = fired
            .iter()
            .filter(|rule| rule.urgency == Urgency::Emergency)
            .map(|rule| rule.id)
            .collect();
        ids
    });
    view! {
        <div role="alert" class="danger-card">
            {move || {
                let fired: Vec<_> =
                    rules.get().into_iter().filter_map(crate::guide::triage::rule).collect();
                let (title, act) = urgency_words(Urgency::Emergency);
                (!fired.is_empty()).then(|| view! {
                    <section class="tier emergency" aria-label=title>
                        <h2>{title}</h2>
                        <p>{act}</p>
                        <Contacts urgency=Urgency::Emergency rules=fired.clone()/>
                        <ul>{fired.iter().map(|rule| view! { <li>{rule.because}</li> }).collect_view()}</ul>
                        <a class="quiet button" href=summary.clone()>"Why, and what to show a clinician"</a>
                    </section>
                })
            }}
        </div>
    }
}
