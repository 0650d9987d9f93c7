//! What is wrong with the form, in words, and what to do about it.

use super::EpisodeForm;
use crate::diary::draft::{FormField, Problem};
use crate::ui::element::{El, el, text};
use crate::ui::parts::controls::button;
use leptos::prelude::*;

impl EpisodeForm {
    pub(super) fn problem_list(self) -> El {
        let problems = self.problems;
        el("div").attr("role", "alert").with(move || {
            problems.with(|all| {
                let lines = all.iter().map(|one| text("li", problem_words(one)));
                (!all.is_empty()).then(|| {
                    el("div")
                        .class("notice wrong")
                        .with(text("p", "Not saved yet. What you typed is kept."))
                        .with(el("ul").with(lines))
                })
            })
        })
    }

    /// Offered only where the same field was changed elsewhere.
    pub(super) fn save_anyway(self) -> El {
        el("div").with(move || {
            let clash = self.problems.with(|all| {
                all.iter()
                    .any(|one| matches!(one, Problem::ChangedElsewhere(_)))
            });
            clash.then(|| {
                el("div")
                    .class("pair")
                    .with(button("quiet", "Save mine over it", move || {
                        self.save(true)
                    }))
                    .with(button("quiet", "Throw it away", move || self.throw_away()))
            })
        })
    }
}

/// What is wrong and what to do.
pub(super) fn problem_words(problem: &Problem) -> String {
    match problem {
        Problem::NoTime(field) => format!("{}: choose a date and a time.", field.words()),
        Problem::Skipped(field) => format!(
            "{}: that time did not exist, the clocks went forward. Choose a time before or after.",
            field.words(),
        ),
        Problem::Twice(field, ..) => format!(
            "{}: the clocks went back and showed that time twice. Say which one it was.",
            field.words(),
        ),
        Problem::Future(field) => {
            format!(
                "{}: that is in the future. Choose a time up to now.",
                field.words()
            )
        }
        Problem::EndBeforeStart => {
            "It eased before it started. Change one of the two times.".to_string()
        }
        Problem::BeforeStart(field) => {
            format!("{}: that is before the start.", field.words())
        }
        Problem::NoSeverity(field) => {
            format!(
                "{}: choose a number from 0 to 10, or remove it.",
                field.words()
            )
        }
        Problem::ChangedElsewhere(field) => format!(
            "{}: this was also changed in another tab or window. “Save mine over it” keeps what stands here; \
             “Throw it away” shows the other.",
            field.words(),
        ),
    }
}

/// Whether a problem is that of this field.
pub(super) fn concerns(problem: &Problem, field: FormField) -> bool {
    match problem {
        Problem::NoTime(one)
        | Problem::Skipped(one)
        | Problem::Twice(one, ..)
        | Problem::Future(one)
        | Problem::BeforeStart(one) => *one == field,
        Problem::EndBeforeStart => field == FormField::End,
        Problem::NoSeverity(_) | Problem::ChangedElsewhere(_) => false,
    }
}
