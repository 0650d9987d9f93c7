//! The danger check: chips for where it hurts, and lines that open their details. The line of the
//! chosen part stands open and is not ticked.

use leptos::prelude::*;

use crate::guide::answers::{Answer, NONE};
use crate::guide::interview::{Choice, open_line};
use crate::ui::element::{El, el, text};
use crate::ui::pages::guide::asked::{Asked, GoOn};
use crate::ui::parts::controls::tick;

/// "Where does it hurt?" in one row; leaving it out blocks nothing.
pub fn chips(place: Asked) -> El {
    let chip = |choice: &'static Choice| {
        tick(
            "",
            "checkbox",
            place.question.id,
            choice.words,
            move || place.answer().is_some_and(|answer| answer.has(choice.id)),
            move || {
                let before = untrack(|| place.answer());
                let before = before.unwrap_or_else(|| Answer::of(&[]));
                place.given.touched.set(true);
                let _ = place.give(before.toggled(choice.id));
            },
        )
    };
    el("fieldset")
        .class("chips")
        .with(text("legend", place.question.words))
        .with(place.question.choices.iter().map(chip))
}

/// The lines, each with its details below it while it is open, and "Not sure".
pub fn lines(danger: Asked, place: Option<Asked>, go_on: &GoOn) -> Vec<El> {
    let choices = danger.question.choices.iter();
    let choices = choices.filter(|choice| choice.group.is_empty() && choice.id != NONE);
    let one = |choice: &'static Choice| {
        if danger.question.details(choice.id).next().is_some() {
            line(danger, place, choice)
        } else {
            danger.options(&[choice], go_on)
        }
    };
    choices.map(one).collect()
}

fn line(danger: Asked, place: Option<Asked>, line: &'static Choice) -> El {
    let question = danger.question;
    let is_ticked = move || {
        let answer = danger.answer();
        answer.is_some_and(|answer| question.has_line(&answer, line.id))
    };
    // Whether the line itself was ticked here: then it stays when its last detail goes.
    let by_hand = RwSignal::new(untrack(is_ticked));
    let is_open = Memo::new(move |was: Option<&bool>| {
        let places = place.and_then(Asked::answer);
        let of_part = places.as_ref().and_then(open_line) == Some(line.id);
        // What was opened by a tick does not go from under the finger that unticks it.
        is_ticked() || of_part || (was == Some(&true) && by_hand.get())
    });
    let give = move |choice: &'static Choice| {
        let before = untrack(|| danger.answer()).unwrap_or_else(|| Answer::of(&[]));
        let mut after = question.toggled(&before, choice);
        let is_line = choice.id == line.id;
        if is_line {
            by_hand.set(question.has_line(&after, line.id));
        } else if after.has(line.id) && !by_hand.get_untracked() {
            after = after.toggled(line.id);
        }
        danger.given.touched.set(true);
        let _ = danger.give(after);
    };
    let own = tick(
        "option",
        "checkbox",
        question.id,
        line.words,
        is_ticked,
        move || give(line),
    );
    let details = move || {
        is_open.get().then(|| {
            let detail = |choice: &'static Choice| {
                let is_ticked = move || danger.answer().is_some_and(|answer| answer.has(choice.id));
                tick(
                    "option",
                    "checkbox",
                    question.id,
                    choice.words,
                    is_ticked,
                    move || give(choice),
                )
            };
            el("div")
                .class("options")
                .attr("role", "group")
                .attr("aria-label", line.words)
                .with(question.details(line.id).map(detail))
        })
    };
    el("div")
        .class("line")
        .with(own)
        .with(el("div").class("follows").with(details))
}
