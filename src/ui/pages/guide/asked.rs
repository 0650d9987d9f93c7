//! One question that is asked: its words, its choices, its number.

use std::rc::Rc;

use leptos::prelude::*;

use crate::guide::answers::{Answer, NONE};
use crate::guide::interview::{Choice, Kind, Question, replay};
use crate::guide::triage::{Urgency, triage};
use crate::ui::element::{El, el, text};
use crate::ui::open_diary::Outcome;
use crate::ui::pages::guide::given::{Given, Keeper};
use crate::ui::parts::controls::{button, field, tick};
use crate::words;

/// Goes on after an answer that is the only one. Told whether the question was answered before.
pub type GoOn = Rc<dyn Fn(bool)>;

/// A question that is being asked.
#[derive(Clone, Copy)]
pub struct Asked {
    /// The answers of its page.
    pub given: Given,
    /// The question.
    pub question: &'static Question,
}

impl Asked {
    /// The answer that stands here.
    pub fn answer(self) -> Option<Answer> {
        self.given.answer(self.question)
    }

    /// Stores an answer.
    pub fn give(self, answer: Answer) -> Outcome {
        self.given.give(self.question.id, answer)
    }

    /// The ways to answer; "none of these" has its own button. Neighbours of one group stand under
    /// its heading. What follows a choice comes in below it, and goes with it unless it was ticked.
    pub fn choices(self, heading: &str, go_on: &GoOn) -> Vec<El> {
        let mut parts = Vec::new();
        if let Kind::Number { min, max, unit, .. } = self.question.kind {
            parts.extend(self.number(min, max, unit));
        }
        // A memo of what is put: it changes where another answer on the page brings a choice, or takes
        // it away.
        let mut put: Vec<&'static Choice> = self.question.choices.iter().collect();
        put.retain(|choice| choice.id != NONE);
        let same =
            |a: &&'static Choice, b: &&'static Choice| a.group == b.group && a.when == b.when;
        let mut before = "";
        for group in put.chunk_by(same) {
            let first = group[0];
            if self.question.follows(first) {
                parts.push(self.following(group.to_vec(), go_on));
                continue;
            }
            let is_new = first.group != before;
            before = first.group;
            let lead =
                (is_new && !first.group.is_empty()).then_some((heading.to_string(), first.group));
            parts.push(self.put_to(group.to_vec(), lead, go_on));
        }
        parts
    }

    /// The choices of one group that are put to the same people, while they are put to this one.
    fn put_to(
        self,
        group: Vec<&'static Choice>,
        lead: Option<(String, &'static str)>,
        go_on: &GoOn,
    ) -> El {
        let go_on = go_on.clone();
        let first = group[0];
        // What was put does not go from under the finger.
        let is_put =
            Memo::new(move |was: Option<&bool>| was == Some(&true) || group_is_put(self, first));
        el("div").class("stack-2").with(move || {
            is_put.get().then(|| {
                let parts = lead.as_ref().map(|(tag, words)| text(tag, *words));
                el("div")
                    .class("stack-2")
                    .with(parts)
                    .with(self.options(&group, &go_on))
            })
        })
    }

    /// The choices of one group.
    pub fn options(self, group: &[&'static Choice], go_on: &GoOn) -> El {
        let options = group
            .iter()
            .map(|choice| self.option(choice, go_on))
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
    fn following(self, group: Vec<&'static Choice>, go_on: &GoOn) -> El {
        let first = group[0];
        let go_on = go_on.clone();
        let ids: Vec<&str> = group.iter().map(|choice| choice.id).collect();
        let state = Memo::new(move |was: Option<&[bool; 2]>| {
            let mut answers = self.given.answers();
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
        el("div")
            .class("follows")
            .with(move || is_there.get().then(|| self.options(&group, &go_on)))
    }

    fn option(self, choice: &'static Choice, go_on: &GoOn) -> El {
        let many = self.question.kind == Kind::Many;
        if self.question.kind == Kind::One {
            return self.one_tap(choice, go_on.clone());
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
                self.given.touched.set(true);
                let _ = self.give(before.toggled(choice.id));
            },
        )
    }

    /// An answer that is the only one: one tap gives it. It goes on where the page is answered by that,
    /// unless it brings an emergency into view.
    fn one_tap(self, choice: &'static Choice, go_on: GoOn) -> El {
        let is_chosen = move || self.answer().is_some_and(|answer| answer.has(choice.id));
        let is_emergency = move || {
            triage(&replay(&untrack(|| self.given.answers())).findings).urgency
                == Urgency::Emergency
        };
        let choose = move || {
            let was_answered = untrack(|| self.answer()).is_some();
            let before = is_emergency();
            let _ = self.give(Answer::of(&[choice.id]));
            if before || !is_emergency() {
                go_on(was_answered);
            }
        };
        button("option", choice.words, choose)
            .attr("aria-pressed", move || Some(is_chosen().to_string()))
    }

    /// What is typed, else the number that was given.
    fn typed(self) -> String {
        let typed = self
            .given
            .app
            .visit
            .with(|visit| visit.typed(&self.field_name()));
        typed.unwrap_or_else(|| match self.answer() {
            Some(Answer::Number(n)) => n.to_string(),
            _ => String::new(),
        })
    }

    /// Whether something is typed that is no number of the range.
    pub fn is_mistyped(self) -> bool {
        let typed = self.typed();
        matches!(self.question.kind, Kind::Number { .. })
            && !typed.trim().is_empty()
            && self.question.number(&typed).is_none()
    }

    /// Takes the number that was typed, if one was: when it is left, or gone on from. Digit by digit,
    /// someone of 72 would for a moment be 7.
    pub fn take_number(self) {
        let visit = self.given.app.visit;
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
        self.given
            .app
            .visit
            .update(|visit| visit.keep_typed(&field, text));
    }

    fn field_name(self) -> String {
        match self.given.keeper {
            Keeper::Checkup(id) => {
                id.with_value(|id| format!("{}/{}", id.as_str(), self.question.id))
            }
            Keeper::Profile => format!("about/{}", self.question.id),
        }
    }

    /// A number, beside ways not to give one.
    fn number(self, min: u16, max: u16, unit: &str) -> [El; 2] {
        let typed = Memo::new(move |_| self.typed());
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
            field(words::check::in_unit(unit), input),
            el("p").class("wrong").attr("role", "status").text(move || {
                if wrong() {
                    words::check::whole_number(i64::from(min), i64::from(max))
                } else {
                    String::new()
                }
            }),
        ]
    }
}

/// Whether a choice is put to this person, by what is known or because it was ticked.
fn group_is_put(asked: Asked, choice: &'static Choice) -> bool {
    let answers = asked.given.answers();
    let known = replay(&answers).findings;
    let put = asked.question.put(&known, asked.answer().as_ref());
    let same = |put: &&'static Choice| put.group == choice.group && *put.when == *choice.when;
    put.iter().any(same)
}
