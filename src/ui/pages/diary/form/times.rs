//! The times of the form: when it started, when it eased, and likely ones a tap each.

use chrono::TimeDelta;
use leptos::prelude::*;

use super::EpisodeForm;
use super::problems::{concerns, problem_words};
use crate::browser::clock;
use crate::diary::draft::{Fold, FormField, Problem, TimeField};
use crate::diary::moment;
use crate::ui::element::{El, el};
use crate::ui::parts::controls::{self, button, keys, tick};

impl EpisodeForm {
    pub(super) fn still_going_on(self) -> El {
        tick(
            "tick",
            "checkbox",
            "running",
            "It is still going on",
            move || self.read(|d| d.running),
            move || {
                let running = untrack(|| self.read(|d| d.running));
                self.edit(|d| d.running = !running);
            },
        )
    }

    pub(super) fn end(self) -> Vec<El> {
        let mut parts = self.time("When did it ease?", FormField::End);
        parts.push(self.length_shortcuts());
        parts
    }

    /// A date and time. Where the clocks went back it asks which of the two is meant.
    pub(super) fn time(self, label: &str, field: FormField) -> Vec<El> {
        let problems = self.problems;
        let current = move || self.read(|d| d.time(field).cloned()).unwrap_or_default();
        let change = move |change: &dyn Fn(&mut TimeField)| {
            self.edit(|d| d.time_mut(field).into_iter().for_each(change));
        };
        let wrong = move || {
            problems.with(|all| {
                let here = all.iter().find(|one| concerns(one, field));
                here.map(problem_words).unwrap_or_default()
            })
        };
        let said_in = format!("wrong-{}", field.words().replace(' ', "-"));
        let said = el("p").class("wrong").attr("id", &said_in).text(wrong);
        let input = el("input")
            .attr("type", "datetime-local")
            .attr("aria-describedby", &said_in)
            .attr("aria-invalid", move || {
                (!wrong().is_empty()).then(|| "true".to_string())
            })
            .bind_value(
                move || current().text,
                move |typed| change(&|time| time.typed(typed.clone())),
            );
        let twice = move || {
            let (first, second) = problems.with(|all| {
                all.iter().find_map(|one| match one {
                    Problem::Twice(of, first, second) if *of == field => Some((*first, *second)),
                    _ => None,
                })
            })?;
            let choices = [
                (0, format!("The first {}", moment::clock(&first))),
                (1, format!("The second {}", moment::clock(&second))),
            ];
            let chosen = move || current().fold.map(|fold| i8::from(fold == Fold::Second));
            let choose = move |n| {
                let fold = if n == 0 { Fold::First } else { Fold::Second };
                change(&|time| time.fold = Some(fold));
            };
            let group = format!("fold {}", field.words());
            Some(keys("keys", &group, "Which one?", &choices, chosen, choose))
        };
        vec![controls::field(label, input), said, el("div").with(twice)]
    }

    /// Likely starts, a tap each.
    pub(super) fn start_shortcuts(self) -> El {
        let now = clock::now();
        let choices = [
            ("An hour ago", 1),
            ("3 hours ago", 3),
            ("12 hours ago", 12),
            ("A day ago", 24),
        ];
        let shortcut = |(words, hours): (&str, i64)| {
            let time = TimeField::of(&(now - TimeDelta::hours(hours)));
            let start = time.clone();
            button("", words, move || self.edit(|d| d.start = start.clone()))
                .attr("aria-pressed", move || {
                    Some(self.read(|d| d.start == time).to_string())
                })
        };
        el("div")
            .class("chips")
            .attr("role", "group")
            .attr("aria-label", "Start")
            .with(choices.into_iter().map(shortcut))
    }

    /// Likely lengths, a tap each, counted from the start; none that is not over yet.
    fn length_shortcuts(self) -> El {
        let choices = [
            ("15 min", 15),
            ("30 min", 30),
            ("1 hour", 60),
            ("3 hours", 180),
        ];
        let shortcut = |(words, minutes): (&str, i64)| {
            let end = move || {
                let now = clock::now();
                let start = self.read(|d| d.start.meant(&now, clock::offset_at))?;
                let end = start + TimeDelta::minutes(minutes);
                (end <= now).then(|| TimeField::of(&end))
            };
            button("", words, move || {
                if let Some(end) = untrack(end) {
                    self.edit(|d| d.end = end);
                }
            })
            .attr("disabled", move || end().is_none())
            .attr("aria-pressed", move || {
                Some((end() == Some(self.read(|d| d.end.clone()))).to_string())
            })
        };
        el("div")
            .class("chips")
            .attr("role", "group")
            .attr("aria-label", "How long it lasted")
            .with(choices.into_iter().map(shortcut))
    }
}
