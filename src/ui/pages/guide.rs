//! The guide's questions. Which one comes next is found by replay; the address only says which one
//! is being looked at, so the phone's own "back" works and a reload stays in place.

use leptos::prelude::*;

use crate::browser::clock;
use crate::diary::checkup::{Checkup, CheckupId};
use crate::diary::episode::Level;
use crate::guide::interview::{self, Answer, Answers, Choice, Kind, NONE, Question, replay};
use crate::guide::triage::{Rule, Urgency, triage};
use crate::ui::element::{El, el, text};
use crate::ui::open_diary::Outcome;
use crate::ui::parts::care::list;
use crate::ui::parts::controls::{button, field, heading, link_button, soft, tick};
use crate::ui::parts::help::{contacts, urgency_words};
use crate::ui::route::Route;
use crate::ui::{App, go, stay_at};

/// A new check-up, at the danger check: whoever asks "is it dangerous?" is asked about danger
/// first, always. One that was left within the hour can be gone on with.
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
    go_on.into_iter().chain(question).collect()
}

/// One question of a check-up. That is stored from its first answer on.
pub fn question_page(app: App, id: CheckupId, question: &str) -> Vec<El> {
    match interview::question(question) {
        Some(question) => Asked {
            app,
            id: StoredValue::new(id),
            question,
        }
        .page(),
        None => vec![
            heading("This question is gone"),
            text("p", "The guide has been renewed. Your answers are kept."),
            link_button("primary", "Start the check", &Route::Check),
        ],
    }
}

/// A question that is being asked.
#[derive(Clone, Copy)]
struct Asked {
    app: App,
    id: StoredValue<CheckupId>,
    question: &'static Question,
}

impl Asked {
    fn id(self) -> CheckupId {
        self.id.get_value()
    }

    fn page(self) -> Vec<El> {
        let missing = RwSignal::new(false);
        let before = move || self.before().unwrap_or(Route::Now).href();
        let next = move || missing.set(!self.go_on());
        let none_of_these = move || {
            let _ = self.give(Answer::of(&[NONE]));
            self.go_on();
        };
        let none = self
            .question
            .choices
            .iter()
            .find(|choice| choice.id == NONE);
        let done = move || {
            let replayed = replay(&self.answers());
            Some((replayed.asked.len() - replayed.open.len()).to_string())
        };
        let all = move || Some(replay(&self.answers()).asked.len().to_string());
        let help = self.question.help;
        let form = el("form")
            .on("submit", move |event| {
                event.prevent_default();
                next();
            })
            .with(
                el("fieldset")
                    .class("question")
                    .with(el("legend").with(heading(self.question.words)))
                    .with_some((!help.is_empty()).then(|| soft(help)))
                    .with_all(self.choices()),
            )
            .with(
                el("details")
                    .with(text("summary", "Why we ask"))
                    .with(text("p", self.question.why)),
            )
            .with(
                el("div")
                    .class("go-on")
                    .with(
                        el("p")
                            .class("wrong")
                            .attr("role", "alert")
                            .text_of(move || {
                                if missing.get() {
                                    "Choose an answer first.".to_string()
                                } else {
                                    String::new()
                                }
                            }),
                    )
                    .with_some(none.map(|none| button("quiet", none.words, none_of_these)))
                    .with(
                        text("button", "Next")
                            .attr("type", "submit")
                            .class("primary"),
                    ),
            );
        vec![
            el("div")
                .class("row")
                .with(
                    text("a", "‹ Back")
                        .class("plain")
                        .attr_of("href", move || Some(before())),
                )
                .with(
                    text("a", "Save and stop")
                        .class("plain")
                        .attr("href", &Route::Now.href()),
                ),
            el("progress")
                .attr("aria-label", "Questions answered")
                .attr_of("max", all)
                .attr_of("value", done),
            self.danger_card(),
            form,
        ]
    }

    /// All answers of this check-up.
    fn answers(self) -> Answers {
        let stored = self.app.diary.read().with(|diary| {
            diary
                .checkup(&self.id())
                .map(|checkup| checkup.answers.clone())
        });
        stored.unwrap_or_else(|| self.begun().answers)
    }

    fn answer(self) -> Option<Answer> {
        self.answers().to(self.question.id).cloned()
    }

    /// A check-up begun now, knowing what the diary knows of the running episode.
    fn begun(self) -> Checkup {
        let during = self.app.diary.read().with_untracked(|diary| {
            diary.running().map(|episode| {
                let mut levels = Level::ALL.to_vec();
                levels.retain(|level| episode.places.at(*level));
                (episode.id.clone(), levels)
            })
        });
        Checkup::begun(self.id(), clock::now(), during)
    }

    /// Stores an answer. From its first one on the check-up has an address of its own.
    fn give(self, answer: Answer) -> Outcome {
        stay_at(&Route::Question(self.id(), self.question.id.to_string()));
        self.app.diary.change_checkup(
            &self.id(),
            || self.begun(),
            |checkup| {
                checkup.answer(self.question.id, answer, clock::now());
            },
        )
    }

    /// Goes to the next open question, or to what the answers say. Not before this one is answered.
    fn go_on(self) -> bool {
        let answers = untrack(|| self.answers());
        let answered = answers.to(self.question.id).is_some();
        if answered {
            go(&match replay(&answers).next() {
                Some(next) => Route::Question(self.id(), next.id.to_string()),
                None => Route::Checkup(self.id()),
            });
        }
        answered
    }

    /// The question before this one.
    fn before(self) -> Option<Route> {
        let asked = replay(&self.answers()).asked;
        let here = asked
            .iter()
            .position(|asked| asked.id == self.question.id)?;
        let before = asked.get(here.checked_sub(1)?)?;
        Some(Route::Question(self.id(), before.id.to_string()))
    }

    /// The ways to answer; "none of these" has its own button. Neighbours of one group stand under
    /// its heading.
    fn choices(self) -> Vec<El> {
        let mut parts = Vec::new();
        if let Kind::Number { min, max, unit, .. } = self.question.kind {
            parts.extend(self.number(min, max, unit));
        }
        let mut group = "";
        let mut options = Vec::new();
        for choice in self
            .question
            .choices
            .iter()
            .filter(|choice| choice.id != NONE)
        {
            if choice.group != group {
                if !options.is_empty() {
                    parts.push(
                        el("div")
                            .class("options")
                            .with_all(std::mem::take(&mut options)),
                    );
                }
                group = choice.group;
                if !group.is_empty() {
                    parts.push(text("h2", group));
                }
            }
            options.push(self.option(choice));
        }
        parts.push(el("div").class("options").with_all(options));
        parts
    }

    fn option(self, choice: &'static Choice) -> El {
        let many = self.question.kind == Kind::Many;
        tick(
            "option",
            if many { "checkbox" } else { "radio" },
            self.question.id,
            choice.words,
            move || self.answer().is_some_and(|answer| answer.has(choice.id)),
            move || {
                let before = untrack(|| self.answer()).filter(|_| many);
                let before = before.unwrap_or_else(|| Answer::of(&[]));
                let _ = self.give(before.toggled(choice.id));
            },
        )
    }

    /// A number, beside ways not to give one.
    fn number(self, min: u16, max: u16, unit: &str) -> [El; 2] {
        let typed = RwSignal::new(match untrack(|| self.answer()) {
            Some(Answer::Number(n)) => n.to_string(),
            _ => String::new(),
        });
        let read = move |text: &str| text.trim().parse().ok().filter(|n| (min..=max).contains(n));
        let input = el("input")
            .attr("type", "text")
            .attr("inputmode", "numeric")
            .attr("autocomplete", "off")
            .value_of(
                move || typed.get(),
                move |text| {
                    let _ = self.give(read(&text).map_or_else(|| Answer::of(&[]), Answer::Number));
                    typed.set(text);
                },
            );
        let wrong = move || typed.with(|text| !text.trim().is_empty() && read(text).is_none());
        [
            field(&format!("In {unit}"), input),
            el("p")
                .class("wrong")
                .attr("role", "status")
                .text_of(move || {
                    if wrong() {
                        format!("A whole number from {min} to {max}.")
                    } else {
                        String::new()
                    }
                }),
        ]
    }

    /// The card that an emergency answer brings at once, without "Next".
    fn danger_card(self) -> El {
        // A memo: the card is made anew only when other rules fire, not at each answer.
        let rules = Memo::new(move |_| {
            let fired = triage(&replay(&self.answers()).findings).fired;
            let emergency = fired
                .into_iter()
                .filter(|rule| rule.urgency == Urgency::Emergency);
            emergency.map(|rule| rule.id).collect::<Vec<&str>>()
        });
        let (app, summary) = (self.app, Route::Checkup(self.id()));
        el("div")
            .attr("role", "alert")
            .class("danger-card")
            .with_some_of(move || {
                let fired: Vec<&'static Rule> = rules.with(|ids| {
                    ids.iter()
                        .filter_map(|id| crate::guide::triage::rule(id))
                        .collect()
                });
                let (title, act) = urgency_words(Urgency::Emergency);
                let reasons: Vec<&str> = fired.iter().map(|rule| rule.because).collect();
                (!fired.is_empty()).then(|| {
                    el("section")
                        .class("tier emergency")
                        .attr("aria-label", title)
                        .with(text("h2", title))
                        .with(text("p", act))
                        .with_all(contacts(app, Urgency::Emergency, &fired))
                        .with(list("ul", &reasons))
                        .with(link_button(
                            "quiet",
                            "Why, and what to show a clinician",
                            &summary,
                        ))
                })
            })
    }
}
