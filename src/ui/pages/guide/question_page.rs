//! A page of questions: its bar, its questions, "none of these" and "Next".

use std::rc::Rc;

use leptos::prelude::*;

use crate::guide::answers::{Answer, NONE};
use crate::guide::interview::{self, Kind, Question, replay};
use crate::ui::element::{El, el, text};
use crate::ui::navigation::go;
use crate::ui::pages::guide::asked::{Asked, GoOn};
use crate::ui::pages::guide::given::{Given, Keeper};
use crate::ui::pages::guide::lines::{chips, lines};
use crate::ui::parts::controls::{button, heading, link, soft};
use crate::ui::parts::danger_card::danger_card;
use crate::ui::route::Route;
use crate::words;

/// The question of places, whose chips stand on the danger check as well.
const PLACE: &str = "place";

/// Questions that are asked on one page.
#[derive(Clone, Copy)]
pub struct QuestionPage {
    given: Given,
    /// Those that can stand here, in order.
    questions: &'static [Question],
    /// Those that do, by their place: one that came stays.
    shown: Memo<Vec<usize>>,
}

impl QuestionPage {
    /// The page of a question: in a check-up all that stand with it, else it alone.
    pub fn of(given: Given, question: &'static Question) -> QuestionPage {
        let questions = match given.keeper {
            Keeper::Checkup(_) => interview::page_of(question.id),
            Keeper::Profile => std::slice::from_ref(question),
        };
        let shown = Memo::new(move |was: Option<&Vec<usize>>| {
            let asked = replay(&given.answers()).asked;
            let is_shown = |n: &usize| {
                let id = questions[*n].id;
                id == question.id
                    || was.is_some_and(|was| was.contains(n))
                    || asked.iter().any(|asked| asked.id == id)
            };
            (0..questions.len()).filter(is_shown).collect()
        });
        QuestionPage {
            given,
            questions,
            shown,
        }
    }

    fn asked(self, question: &'static Question) -> Asked {
        Asked {
            given: self.given,
            question,
        }
    }

    fn all_shown(self) -> Vec<Asked> {
        let shown = self.shown.get();
        let shown = shown.into_iter().map(|n| self.asked(&self.questions[n]));
        shown.collect()
    }

    /// The page.
    pub fn page(self) -> Vec<El> {
        let missing = RwSignal::new(false);
        let next = move || {
            let shown = untrack(|| self.all_shown());
            shown.iter().for_each(|asked| asked.take_number());
            // A number that is none has its own words beside it.
            let is_mistyped = untrack(|| shown.iter().any(|asked| asked.is_mistyped()));
            missing.set(!self.go_on() && !is_mistyped);
        };
        // The tap that answers the page goes on; where its question was answered before, "Next" does.
        let go_on: GoOn = Rc::new(move |was_answered| {
            if !was_answered || untrack(|| self.shown.get()).len() == 1 {
                self.go_on();
            }
        });
        let is_missing = move || missing.get() && !self.missing().is_empty();
        let first = untrack(|| self.shown.get()).first().copied();
        let fieldsets = (0..self.questions.len())
            .map(|n| self.fieldset(n, Some(n) == first, missing, &go_on))
            .collect::<Vec<_>>();
        let form = el("form")
            .on("submit", move |event| {
                event.prevent_default();
                next();
            })
            .with(fieldsets)
            .with(self.why())
            .with(
                el("div")
                    .class("go-on")
                    .with(el("p").class("wrong").attr("role", "alert").text(move || {
                        if is_missing() {
                            words::check::CHOOSE.to_string()
                        } else {
                            String::new()
                        }
                    }))
                    .with(self.none_row(None, missing))
                    .with(self.next()),
            );
        [Some(self.bar()), self.card(), Some(form)]
            .into_iter()
            .flatten()
            .collect()
    }

    /// One question of the page, while it stands here. The first one is the heading of the page.
    fn fieldset(self, n: usize, is_first: bool, missing: RwSignal<bool>, go_on: &GoOn) -> El {
        let asked = self.asked(&self.questions[n]);
        let is_shown = Memo::new(move |_| self.shown.with(|shown| shown.contains(&n)));
        let go_on = go_on.clone();
        el("div").class("stack").with(move || {
            is_shown.get().then(|| {
                let question = asked.question;
                let legend = if is_first {
                    heading(question.words)
                } else {
                    text("h2", question.words)
                };
                let is_lines = self.is_danger();
                let choices = if is_lines {
                    let place = self.place();
                    let mut parts: Vec<El> = place.map(chips).into_iter().collect();
                    parts.extend(lines(asked, place, &go_on));
                    parts
                } else {
                    asked.choices(if is_first { "h2" } else { "h3" }, &go_on)
                };
                let help = question.help;
                el("fieldset")
                    .class("question")
                    .attr("data-question", question.id)
                    .with(el("legend").with(legend))
                    .with((!help.is_empty()).then(|| soft(help)))
                    .with(choices)
                    .with(self.none_row(Some(n), missing))
            })
        })
    }

    /// Whether this is the danger check.
    fn is_danger(self) -> bool {
        let first = self.questions.first().map(|question| question.id);
        first == Some(interview::first().id)
    }

    /// The chips of places: on the danger check of a check-up.
    fn place(self) -> Option<Asked> {
        let is_checkup = matches!(self.given.keeper, Keeper::Checkup(_));
        let question = interview::question(PLACE).filter(|_| is_checkup)?;
        Some(self.asked(question))
    }

    /// Why it is asked, of every question that stands here.
    fn why(self) -> El {
        let why = move || {
            let shown = self.all_shown().into_iter();
            shown
                .map(|asked| text("p", asked.question.why))
                .collect::<Vec<_>>()
        };
        el("details")
            .with(text("summary", words::check::WHY))
            .with(el("div").class("stack-2").with(why))
    }

    /// The lists of the page that stand here: each can be answered by "none of these".
    fn lists(self) -> Vec<Asked> {
        let mut lists = self.all_shown();
        lists.retain(|asked| asked.question.none().is_some());
        lists
    }

    /// The last list of the page where "none of these" stands below it and not at the end of the page:
    /// where a question of another kind comes after it, and below the last line of the danger check, so
    /// that nobody denies lines that they have not passed.
    fn last_list(self) -> Option<usize> {
        if self.place().is_some() && self.is_danger() {
            return Some(0);
        }
        let is_list = |question: &Question| question.none().is_some();
        let last = self.questions.iter().rposition(is_list)?;
        (last + 1 < self.questions.len()).then_some(last)
    }

    /// "Next". Where one tap answers, it is there for who comes back and leaves the answer as it is.
    fn next(self) -> impl Fn() -> Option<El> + 'static {
        let is_there = Memo::new(move |_| {
            let shown = self.all_shown();
            shown.len() > 1
                || shown
                    .iter()
                    .any(|asked| asked.question.kind != Kind::One || asked.answer().is_some())
        });
        move || {
            let next = text("button", words::check::NEXT)
                .attr("type", "submit")
                .class("primary");
            is_there.get().then_some(next)
        }
    }

    /// "None of these" where it belongs: below the last list of the page, or at its end (`None`).
    fn none_row(self, below: Option<usize>, missing: RwSignal<bool>) -> Option<El> {
        let is_here = self.last_list() == below;
        is_here.then(|| el("div").class("none").with(self.none_of_these(missing)))
    }

    /// "None of these", in one tap, for every list that has no answer. Beside a tick it would be taken for
    /// "none of the others": with several lists it says so, with one it is gone.
    fn none_of_these(self, missing: RwSignal<bool>) -> impl Fn() -> Option<El> + 'static {
        let words = Memo::new(move |_| {
            let lists = self.lists();
            let has_ticks = |asked: &Asked| asked.answer().is_some_and(|answer| !answer.has(NONE));
            match lists.as_slice() {
                _ if !lists.iter().any(has_ticks) => {
                    lists.first().and_then(|list| match lists.len() {
                        1 => list.question.none(),
                        _ => Some(words::check::NONE_OF_THESE.text()),
                    })
                }
                _ if lists.iter().any(|asked| asked.answer().is_none()) => {
                    Some(words::check::NONE_OF_THE_OTHERS.text())
                }
                _ => None,
            }
        });
        move || {
            let words = words.get()?;
            let none_of_these = move || {
                let shown = untrack(|| self.all_shown());
                shown.iter().for_each(|asked| asked.take_number());
                for list in untrack(|| self.lists()) {
                    if untrack(|| list.answer()).is_none() || shown.len() == 1 {
                        let _ = list.give(Answer::of(&[NONE]));
                    }
                }
                missing.set(!self.go_on());
            };
            let is_chosen = move || {
                let is_none = |asked: &Asked| asked.answer().is_some_and(|answer| answer.has(NONE));
                self.lists().iter().all(is_none)
            };
            Some(
                button("quiet", words, none_of_these)
                    .attr("aria-pressed", move || Some(is_chosen().to_string())),
            )
        }
    }

    /// The way back, the way out, and how far it is.
    pub fn bar(self) -> El {
        let before = move || self.before().unwrap_or(self.leave()).href();
        let done = move || {
            let replayed = replay(&self.given.answers());
            Some((replayed.asked.len() - replayed.open.len()).to_string())
        };
        let all = move || Some(replay(&self.given.answers()).asked.len().to_string());
        let back = text("a", words::check::BACK)
            .class("plain")
            .attr("href", move || Some(before()));
        let row = el("div").class("row").with(back);
        let bar = el("div").class("stack");
        match self.given.keeper {
            Keeper::Profile => bar.with(row),
            Keeper::Checkup(_) => bar
                .with(row.with(link(words::check::STOP.text(), &Route::Now).class("plain")))
                .with(
                    el("progress")
                        .attr("aria-label", words::check::PROGRESS)
                        .attr("max", all)
                        .attr("value", done),
                ),
        }
    }

    /// Where it leads when there is nothing before or after it.
    fn leave(self) -> Route {
        match self.given.keeper {
            Keeper::Checkup(_) => Route::Now,
            Keeper::Profile => Route::Settings,
        }
    }

    /// The questions of this page that have to be answered before it is gone on from.
    fn missing(self) -> Vec<&'static str> {
        let answers = self.given.answers();
        let open = replay(&answers).open;
        let needed = |asked: &&Asked| match self.given.keeper {
            Keeper::Profile => true,
            Keeper::Checkup(_) => open.iter().any(|open| open.id == asked.question.id),
        };
        let shown = self.all_shown();
        let missing = shown.iter().filter(needed);
        let missing = missing.filter(|asked| answers.to(asked.question.id).is_none());
        missing.map(|asked| asked.question.id).collect()
    }

    /// Goes to the next open question, or to what the answers say. Not before the page is answered.
    pub fn go_on(self) -> bool {
        // What the running episode has marked is confirmed.
        let marked = self.all_shown_with_chips();
        for asked in marked {
            if untrack(|| self.given.answers())
                .to(asked.question.id)
                .is_none()
                && let Some(marked) = untrack(|| asked.answer())
            {
                let _ = asked.give(marked);
            }
        }
        let is_answered = untrack(|| self.missing()).is_empty();
        if is_answered {
            self.leave_on();
        }
        is_answered
    }

    /// Goes to the next open question, or to what the answers say, whatever this page has.
    pub fn leave_on(self) {
        let answers = untrack(|| self.given.answers());
        go(&match self.given.keeper {
            Keeper::Profile => Route::Settings,
            Keeper::Checkup(id) => match replay(&answers).next() {
                Some(next) => Route::Question(id.get_value(), next.id.to_string()),
                None => Route::Checkup(id.get_value()),
            },
        });
    }

    fn all_shown_with_chips(self) -> Vec<Asked> {
        let mut shown = untrack(|| self.all_shown());
        if self.is_danger() {
            shown.extend(self.place());
        }
        shown
    }

    /// The page before this one.
    fn before(self) -> Option<Route> {
        let Keeper::Checkup(id) = self.given.keeper else {
            return None;
        };
        let mut asked = replay(&self.given.answers()).asked;
        let is_here = |asked: &&Question| self.questions.iter().any(|here| here.id == asked.id);
        // Places stand on the danger check.
        asked.retain(|asked| asked.id != PLACE || is_here(asked));
        let first = asked.iter().position(is_here)?;
        let before = asked.get(first.checked_sub(1)?)?;
        Some(Route::Question(id.get_value(), before.id.to_string()))
    }

    /// What an emergency answer brings at once, and a doubt about one.
    fn card(self) -> Option<El> {
        let Keeper::Checkup(id) = self.given.keeper else {
            return None;
        };
        let summary = Route::Checkup(id.get_value());
        let answers = move || self.given.answers();
        Some(danger_card(
            self.given.app,
            answers,
            self.questions,
            summary,
        ))
    }
}
