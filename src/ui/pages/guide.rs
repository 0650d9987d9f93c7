//! The guide's questions. Which one comes next is found by replay; the address only says which one
//! is being looked at, so the phone's own "back" works and a reload stays in place.

use leptos::prelude::*;

use crate::browser::clock;
use crate::diary::checkup::Checkup;
use crate::diary::id::CheckupId;
use crate::diary::profile;
use crate::guide::answers::{Answer, Answers, NONE};
use crate::guide::interview::{self, Choice, Kind, Question, replay};
use crate::guide::triage::{Urgency, triage};
use crate::ui::app::App;
use crate::ui::element::{El, el, text};
use crate::ui::navigation::{go, stay_at};
use crate::ui::open_diary::Outcome;
use crate::ui::parts::controls::{button, field, heading, link, link_button, soft, tick};
use crate::ui::parts::danger_card::danger_card;
use crate::ui::parts::result::answered;
use crate::ui::route::Route;

pub mod checkup;
pub mod learn;
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
        ("How this guide decides", Route::Rules),
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
    match interview::question(question) {
        Some(question) => {
            let asked = Asked {
                app,
                keeper,
                question,
                touched: RwSignal::new(false),
            };
            asked.to_confirm().unwrap_or_else(|| asked.page())
        }
        None => vec![
            heading("This question is gone"),
            text("p", "The guide has been renewed. Your answers are kept."),
            link_button("primary", "Start the check", &Route::Check),
        ],
    }
}

/// Where the answer is kept.
#[derive(Clone, Copy)]
enum Keeper {
    /// In a check-up.
    Checkup(StoredValue<CheckupId>),
    /// With what is remembered of the person.
    Profile,
}

/// A question that is being asked.
#[derive(Clone, Copy)]
struct Asked {
    app: App,
    keeper: Keeper,
    question: &'static Question,
    /// Whether the person ticked or unticked something here: then what was marked counts no more.
    touched: RwSignal<bool>,
}

impl Asked {
    /// Instead of asking again what the person said of themselves at an earlier check: "is this
    /// still right?", all of it on one screen.
    fn to_confirm(self) -> Option<Vec<El>> {
        let Keeper::Checkup(id) = self.keeper else {
            return None;
        };
        let remembered = self.remembered();
        if !self.question.profile || self.answer().is_some() {
            return None;
        }
        remembered.to(self.question.id)?;
        let confirm = move || {
            for (question, answer) in self.remembered().iter() {
                let _ = self.give_to(question, answer.clone());
            }
        };
        let rows =
            answered(&remembered, profile::questions())
                .into_iter()
                .map(|(question, said)| {
                    let change = button("small", "Change", move || {
                        confirm();
                        go(&Route::Question(id.get_value(), question.id.to_string()));
                    })
                    .attr("aria-label", format!("Change: {}", question.words));
                    el("li")
                        .with(text("span", question.words))
                        .with(text("strong", &said))
                        .with(change)
                });
        Some(vec![
            self.bar(),
            heading("Is this still right?"),
            soft(
                "It was said at an earlier check, and changes how soon pain is checked and what suits you. If that check was for someone else, change it.",
            ),
            el("div").class("answers").with(el("ul").with(rows)),
            button("primary", "Yes, all of it", move || {
                confirm();
                self.go_on();
            }),
        ])
    }

    /// What the person said of themselves before.
    fn remembered(self) -> Answers {
        self.app.diary.read().with_untracked(|diary| {
            let profile = diary.profile();
            profile
                .map(|profile| profile.answers.clone())
                .unwrap_or_default()
        })
    }

    fn page(self) -> Vec<El> {
        let missing = RwSignal::new(false);
        // What is typed, else the number that was given.
        let typed = Memo::new(move |_| {
            let typed = self.app.visit.with(|visit| visit.typed(&self.field_name()));
            typed.unwrap_or_else(|| match self.answer() {
                Some(Answer::Number(n)) => n.to_string(),
                _ => String::new(),
            })
        });
        let next = move || {
            self.take_number();
            // A number that is none has its own words beside it.
            let is_typed = typed.with_untracked(|text| !text.trim().is_empty());
            missing.set(!self.go_on() && !is_typed);
        };
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
                    .with((!help.is_empty()).then(|| soft(help)))
                    .with(self.choices(typed)),
            )
            .with(
                el("details")
                    .with(text("summary", "Why we ask"))
                    .with(text("p", self.question.why)),
            )
            .with(
                el("div")
                    .class("go-on")
                    .with(el("p").class("wrong").attr("role", "alert").text(move || {
                        if missing.get() && self.answer().is_none() {
                            "Choose an answer first.".to_string()
                        } else {
                            String::new()
                        }
                    }))
                    .with(self.none_of_these())
                    .with(self.next()),
            );
        [Some(self.bar()), self.danger_card(), Some(form)]
            .into_iter()
            .flatten()
            .collect()
    }

    /// "Next". Where one tap answers, it is there for who comes back and leaves the answer as it is.
    fn next(self) -> impl Fn() -> Option<El> + 'static {
        let is_there =
            Memo::new(move |_| self.question.kind != Kind::One || self.answer().is_some());
        move || {
            let next = text("button", "Next")
                .attr("type", "submit")
                .class("primary");
            is_there.get().then_some(next)
        }
    }

    /// "None of these", in one tap. It is there only while nothing else is ticked: beside a tick it
    /// would be taken for "none of the others".
    fn none_of_these(self) -> impl Fn() -> Option<El> + 'static {
        let has_ticks = Memo::new(move |_| self.answer().is_some_and(|answer| !answer.has(NONE)));
        let none = self.question.none();
        move || {
            let words = none.filter(|_| !has_ticks.get())?;
            let none_of_these = move || {
                let _ = self.give(Answer::of(&[NONE]));
                self.go_on();
            };
            let is_chosen = move || self.answer().is_some_and(|answer| answer.has(NONE));
            Some(
                button("quiet", words, none_of_these)
                    .attr("aria-pressed", move || Some(is_chosen().to_string())),
            )
        }
    }

    /// The way back, the way out, and how far it is.
    fn bar(self) -> El {
        let before = move || self.before().unwrap_or(self.leave()).href();
        let done = move || {
            let replayed = replay(&self.answers());
            Some((replayed.asked.len() - replayed.open.len()).to_string())
        };
        let all = move || Some(replay(&self.answers()).asked.len().to_string());
        let back = text("a", "‹ Back")
            .class("plain")
            .attr("href", move || Some(before()));
        let row = el("div").class("row").with(back);
        let bar = el("div").class("stack");
        match self.keeper {
            Keeper::Profile => bar.with(row),
            Keeper::Checkup(_) => bar
                .with(row.with(link("Save and stop", &Route::Now).class("plain")))
                .with(
                    el("progress")
                        .attr("aria-label", "Questions answered")
                        .attr("max", all)
                        .attr("value", done),
                ),
        }
    }

    /// Where it leads when there is nothing before or after it.
    fn leave(self) -> Route {
        match self.keeper {
            Keeper::Checkup(_) => Route::Now,
            Keeper::Profile => Route::Settings,
        }
    }

    /// All answers that stand where this one is kept.
    fn answers(self) -> Answers {
        let Keeper::Checkup(id) = self.keeper else {
            return self.remembered();
        };
        let stored = self.app.diary.read().with(|diary| {
            diary
                .checkup(&id.get_value())
                .map(|checkup| checkup.answers.clone())
        });
        stored.unwrap_or_else(|| self.begun(id.get_value()).answers)
    }

    /// The answer that stands here: the one that was given or, until then, what the running episode
    /// has marked already. That is confirmed by going on.
    fn answer(self) -> Option<Answer> {
        let given = self.answers().to(self.question.id).cloned();
        given.or_else(|| (!self.touched.get()).then(|| self.marked()).flatten())
    }

    /// The places of the running episode, where this is the question about them.
    fn marked(self) -> Option<Answer> {
        let Keeper::Checkup(id) = self.keeper else {
            return None;
        };
        if self.question.id != "place" {
            return None;
        }
        self.app.diary.read().with(|diary| {
            let checkup = diary.checkup(&id.get_value())?;
            let episode = diary.episode(checkup.episode.as_ref()?)?;
            Some(episode.places.answer()).filter(Answer::is_given)
        })
    }

    /// A check-up begun now.
    fn begun(self, id: CheckupId) -> Checkup {
        let diary = self.app.diary.read();
        let during = diary.with_untracked(|diary| diary.running().map(|e| e.id.clone()));
        Checkup::begun(id, clock::now(), during)
    }

    /// Stores an answer to this question.
    fn give(self, answer: Answer) -> Outcome {
        self.give_to(self.question.id, answer)
    }

    /// Stores an answer. From its first one on a check-up has an address of its own.
    fn give_to(self, question: &str, answer: Answer) -> Outcome {
        let remembered = self.app.diary.remember(question, &answer);
        let Keeper::Checkup(id) = self.keeper else {
            return remembered;
        };
        let id = id.get_value();
        stay_at(&Route::Question(id.clone(), self.question.id.to_string()));
        self.app.diary.change_checkup(
            &id,
            || self.begun(id.clone()),
            |checkup| checkup.answer(question, answer.clone(), clock::now()),
        )
    }

    /// Goes to the next open question, or to what the answers say. Not before this one is answered.
    fn go_on(self) -> bool {
        let given = untrack(|| self.answers());
        if given.to(self.question.id).is_none()
            && let Some(marked) = untrack(|| self.answer())
        {
            let _ = self.give(marked);
        }
        let answers = untrack(|| self.answers());
        let answered = answers.to(self.question.id).is_some();
        if answered {
            go(&match self.keeper {
                Keeper::Profile => Route::Settings,
                Keeper::Checkup(id) => match replay(&answers).next() {
                    Some(next) => Route::Question(id.get_value(), next.id.to_string()),
                    None => Route::Checkup(id.get_value()),
                },
            });
        }
        answered
    }

    /// The question before this one.
    fn before(self) -> Option<Route> {
        let Keeper::Checkup(id) = self.keeper else {
            return None;
        };
        let asked = replay(&self.answers()).asked;
        let here = asked
            .iter()
            .position(|asked| asked.id == self.question.id)?;
        let before = asked.get(here.checked_sub(1)?)?;
        Some(Route::Question(id.get_value(), before.id.to_string()))
    }

    /// The ways to answer; "none of these" has its own button. Neighbours of one group stand under
    /// its heading. What follows a choice comes in below it, and goes with it unless it was ticked.
    fn choices(self, typed: Memo<String>) -> Vec<El> {
        let mut parts = Vec::new();
        if let Kind::Number { min, max, unit, .. } = self.question.kind {
            parts.extend(self.number(typed, min, max, unit));
        }
        let known = replay(&untrack(|| self.answers())).findings;
        let answer = untrack(|| self.answer());
        let is_put = self.question.put(&known, answer.as_ref());
        let mut put: Vec<&'static Choice> = self.question.choices.iter().collect();
        put.retain(|choice| {
            let is_put = is_put.iter().any(|put| put.id == choice.id);
            is_put || self.question.follows(choice)
        });
        for group in put.chunk_by(|a, b| a.group == b.group) {
            let heading = group[0].group;
            if self.question.follows(group[0]) {
                parts.push(self.following(group.to_vec()));
                continue;
            }
            if !heading.is_empty() {
                parts.push(text("h2", heading));
            }
            parts.push(self.options(group));
        }
        parts
    }

    /// The choices of one group.
    fn options(self, group: &[&'static Choice]) -> El {
        let options = group
            .iter()
            .map(|choice| self.option(choice))
            .collect::<Vec<_>>();
        let options = el("div").class("options").with(options);
        let heading = group[0].group;
        if heading.is_empty() {
            return options;
        }
        // The heading changes what is asked, so it is read with each of its choices.
        options.attr("role", "group").attr("aria-label", heading)
    }

    /// A group that follows a choice above it, while that or one of its own is ticked. Of a group that
    /// stands without the choice above none goes from under the finger that unticks it.
    fn following(self, group: Vec<&'static Choice>) -> El {
        let first = group[0];
        let ids: Vec<&str> = group.iter().map(|choice| choice.id).collect();
        let state = Memo::new(move |was: Option<&[bool; 2]>| {
            let mut answers = self.answers();
            let ticked = answers.to(self.question.id).cloned();
            let ticked = ticked.unwrap_or_else(|| Answer::of(&[]));
            let own = ids.iter().filter(|id| ticked.has(id));
            let others = own.fold(ticked.clone(), |rest, id| rest.toggled(id));
            let is_ticked = others != ticked;
            answers.give(self.question.id, others);
            let is_led = first.when.holds(&replay(&answers).findings);
            let stays = was.is_some_and(|[was_led, was_there]| *was_there && !was_led);
            [is_led, is_led || is_ticked || stays]
        });
        let is_there = Memo::new(move |_| state.with(|[_, is_there]| *is_there));
        el("div").class("follows").with(move || {
            is_there.get().then(|| {
                el("div")
                    .with(text("h2", first.group))
                    .with(self.options(&group))
            })
        })
    }

    fn option(self, choice: &'static Choice) -> El {
        let many = self.question.kind == Kind::Many;
        if self.question.kind == Kind::One {
            return self.one_tap(choice);
        }
        tick(
            "option",
            if many { "checkbox" } else { "radio" },
            self.question.id,
            choice.words,
            move || self.answer().is_some_and(|answer| answer.has(choice.id)),
            move || {
                let before = untrack(|| self.answer()).filter(|_| many);
                let before = before.unwrap_or_else(|| Answer::of(&[]));
                self.touched.set(true);
                let _ = self.give(before.toggled(choice.id));
            },
        )
    }

    /// An answer that is the only one: one tap gives it and goes on, unless it brings an emergency into
    /// view.
    fn one_tap(self, choice: &'static Choice) -> El {
        let is_chosen = move || self.answer().is_some_and(|answer| answer.has(choice.id));
        let is_emergency = move || {
            triage(&replay(&untrack(|| self.answers())).findings).urgency == Urgency::Emergency
        };
        let choose = move || {
            let before = is_emergency();
            let _ = self.give(Answer::of(&[choice.id]));
            if before || !is_emergency() {
                self.go_on();
            }
        };
        button("option", choice.words, choose)
            .attr("aria-pressed", move || Some(is_chosen().to_string()))
    }

    /// Takes the number that was typed, if one was: when it is left, or gone on from. Digit by digit,
    /// someone of 72 would for a moment be 7.
    fn take_number(self) {
        let visit = self.app.visit;
        let Some(text) = visit.with_untracked(|visit| visit.typed(&self.field_name())) else {
            return;
        };
        if matches!(self.question.kind, Kind::Number { .. }) && !text.trim().is_empty() {
            let number = self.question.number(&text);
            let given = self.give(number.map_or_else(|| Answer::of(&[]), Answer::Number));
            // What is no number stays in the field.
            if number.is_some() && given == Outcome::Saved {
                self.keep_typed(None);
            }
        }
    }

    /// What is typed and not given yet is kept while the app is open.
    fn keep_typed(self, text: Option<String>) {
        let field = self.field_name();
        self.app
            .visit
            .update(|visit| visit.keep_typed(&field, text));
    }

    fn field_name(self) -> String {
        match self.keeper {
            Keeper::Checkup(id) => {
                id.with_value(|id| format!("{}/{}", id.as_str(), self.question.id))
            }
            Keeper::Profile => format!("about/{}", self.question.id),
        }
    }

    /// A number, beside ways not to give one.
    fn number(self, typed: Memo<String>, min: u16, max: u16, unit: &str) -> [El; 2] {
        // A way not to give one empties the field.
        let unsaid = move || matches!(self.answer(), Some(Answer::Chosen(_)));
        let input = el("input")
            .attr("type", "text")
            .attr("inputmode", "numeric")
            .attr("autocomplete", "off")
            .bind_value(
                move || if unsaid() { String::new() } else { typed.get() },
                move |text| {
                    if text.trim().is_empty() || untrack(unsaid) {
                        let _ = self.give(Answer::of(&[]));
                    }
                    // No digit can follow: it is as good as left.
                    let is_whole = self.question.number(&text).is_some_and(|n| n > max / 10);
                    self.keep_typed(Some(text));
                    if is_whole {
                        self.take_number();
                    }
                },
            )
            .on("change", move |_| self.take_number());
        let wrong = move || {
            typed.with(|text| !text.trim().is_empty() && self.question.number(text).is_none())
        };
        [
            field(format!("In {unit}"), input),
            el("p").class("wrong").attr("role", "status").text(move || {
                if wrong() {
                    format!("A whole number from {min} to {max}.")
                } else {
                    String::new()
                }
            }),
        ]
    }

    /// What an emergency answer brings at once.
    fn danger_card(self) -> Option<El> {
        let Keeper::Checkup(id) = self.keeper else {
            return None;
        };
        let summary = Route::Checkup(id.get_value());
        let answers = move || self.answers();
        Some(danger_card(self.app, answers, self.question.id, summary))
    }
}
