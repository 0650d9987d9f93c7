//! One day: whether there was a spasm, how it was otherwise, what happened. Each tap and each letter is
//! stored at once.

use std::rc::Rc;

use chrono::NaiveDate;
use leptos::prelude::*;

use crate::browser::clock;
use crate::diary::calendar::spasms_on;
use crate::diary::day::{Day, Work};
use crate::diary::episode::Severity;
use crate::diary::filter::triggers_used;
use crate::diary::marks::MarkKind;
use crate::diary::moment;
use crate::diary::stored;
use crate::ui::app::App;
use crate::ui::element::{El, el, text};
use crate::ui::pages::diary::questionnaires::questionnaires;
use crate::ui::pages::diary::shown_day::ShownDay;
use crate::ui::parts::controls::{button, heading, keys, link_button, soft, tick};
use crate::ui::parts::earlier::earlier;
use crate::ui::parts::episode_card::episode_rows;
use crate::ui::route::Route;

/// The number of the person's triggers that are not folded.
const OPEN_TRIGGERS: usize = 6;
/// The most spasms of one day that are shown.
const MOST_SPASMS: usize = 30;

/// The page.
pub fn page(app: App, date: NaiveDate) -> Vec<El> {
    let today = clock::now().date_naive();
    let mut parts = vec![
        heading(moment::date_words(date, today)),
        neighbours(date, today),
    ];
    if date > today {
        parts.push(text("p", "This day is still to come."));
        return parts;
    }
    let shown = ShownDay { app, date };
    parts.push(soft("Note what you like. Each tap is kept at once."));
    parts.extend(shown.spasms(today));
    parts.push(shown.scale(&PAIN));
    parts.push(shown.triggers());
    for scale in &OTHERS {
        parts.push(shown.scale(scale));
    }
    parts.push(shown.markers());
    parts.push(shown.notes());
    parts.extend(questionnaires(shown, date == today));
    parts.push(earlier(app, stored::day_key(date)));
    parts
}

/// The day before and the day after.
fn neighbours(date: NaiveDate, today: NaiveDate) -> El {
    let to = |date: NaiveDate, words: &str| link_button("small", words, &Route::Day(date));
    let after = date.succ_opt().filter(|after| *after <= today);
    el("div")
        .class("row")
        .with(date.pred_opt().map(|before| to(before, "‹ The day before")))
        .with(after.map(|after| to(after, "The day after ›")))
}

/// An input for one of several values.
struct ScaleInput {
    /// Its name on the page.
    name: &'static str,
    class: &'static str,
    legend: &'static str,
    /// The number of values, and the words of each.
    choices: usize,
    words: fn(usize) -> String,
    get: fn(&Day) -> Option<u8>,
    set: fn(&mut Day, Option<u8>),
}

impl ScaleInput {
    /// A number from 0 to 10.
    const NUMBER: ScaleInput = ScaleInput {
        name: "",
        class: "keys",
        legend: "",
        choices: 11,
        words: |n| n.to_string(),
        get: |_| None,
        set: |_, _| {},
    };
}

static PAIN: ScaleInput = ScaleInput {
    name: "pain",
    class: "keys tinted",
    legend: "How bad was the pain? 0 none, 10 the worst you can imagine",
    get: |day| day.pain.map(Severity::get),
    set: |day, n| day.pain = n.and_then(Severity::new),
    ..ScaleInput::NUMBER
};

static OTHERS: [ScaleInput; 4] = [
    ScaleInput {
        name: "sleep",
        legend: "How was the night? 0 very bad, 10 very good",
        get: |day| day.scales[0],
        set: |day, n| day.scales[0] = n,
        ..ScaleInput::NUMBER
    },
    ScaleInput {
        name: "stiffness",
        legend: "How stiff were you? 0 not at all, 10 the worst you can imagine",
        get: |day| day.scales[1],
        set: |day, n| day.scales[1] = n,
        ..ScaleInput::NUMBER
    },
    ScaleInput {
        name: "mood",
        legend: "How was your mood? 0 very low, 10 very good",
        get: |day| day.scales[2],
        set: |day, n| day.scales[2] = n,
        ..ScaleInput::NUMBER
    },
    ScaleInput {
        name: "work",
        class: "keys few",
        legend: "How much of your work could you do, paid or at home?",
        choices: Work::ALL.len(),
        words: |n| Work::ALL[n].words().to_string(),
        get: |day| day.work.map(|work| work as u8),
        set: |day, n| day.work = n.and_then(|n| Work::ALL.get(usize::from(n)).copied()),
    },
];

impl ShownDay {
    /// The spasms of the day, or a checkbox for "no spasm".
    fn spasms(self, today: NaiveDate) -> Vec<El> {
        let diary = self.app.diary.read();
        let spasms = Memo::new(move |_| diary.with(|diary| spasms_on(diary, self.date, today)));
        let is_asked = move || spasms.with(Vec::is_empty) || self.day().no_spasm;
        vec![
            tick(
                "option",
                "checkbox",
                "no-spasm",
                "No spasm this day",
                move || self.day().no_spasm,
                move || {
                    let _ = self.change(&|day| day.no_spasm = !day.no_spasm);
                },
            )
            .attr("hidden", move || !is_asked()),
            el("ul")
                .class("cards")
                .attr("aria-label", "Spasms of this day")
                .with(episode_rows(self.app, move || {
                    spasms.with(|spasms| {
                        diary.with_untracked(|diary| {
                            let ids = spasms.iter().take(MOST_SPASMS);
                            ids.filter_map(|place| Some(diary.at(*place)?.id.clone()))
                                .collect()
                        })
                    })
                })),
        ]
    }

    /// How it was on one scale.
    fn scale(self, scale: &'static ScaleInput) -> El {
        let choices: Vec<_> = (0..scale.choices)
            .map(|n| (n as u8, (scale.words)(n)))
            .collect();
        let set = move |n| {
            let _ = self.change(&|day| (scale.set)(day, n));
        };
        one_of(
            scale.class,
            scale.name,
            scale.legend,
            &choices,
            move || (scale.get)(&self.day()),
            set,
        )
    }

    /// The person's triggers, each there or not, with or without a spasm.
    fn triggers(self) -> El {
        let day = untrack(|| self.day());
        let used = self.app.diary.read().with_untracked(triggers_used);
        let offered = MarkKind::Trigger
            .offered()
            .iter()
            .map(|(id, _)| id.to_string());
        let mut ids: Vec<String> = Vec::new();
        for id in day.triggers.into_iter().chain(day.absent).chain(used) {
            if id != "none" && !ids.contains(&id) {
                ids.push(id);
            }
        }
        let own = ids.len().min(OPEN_TRIGGERS);
        for id in offered {
            if id != "none" && !ids.contains(&id) {
                ids.push(id);
            }
        }
        let mut rows = Vec::new();
        for (n, id) in ids.into_iter().enumerate() {
            rows.push(self.trigger(n, id));
        }
        let folded = rows.split_off(own);
        let others = if own == 0 {
            "Which of these?"
        } else {
            "Others"
        };
        el("section")
            .with(text("h2", "Was something there that can set off a spasm?"))
            .with(soft(
                "Days without a spasm count as much: only both together show what sets yours off.",
            ))
            .with(rows)
            .with(
                el("details")
                    .with(text("summary", others))
                    .with(el("div").class("stack").with(folded)),
            )
    }

    fn trigger(self, n: usize, id: String) -> El {
        let words = MarkKind::Trigger.words(&id).to_string();
        let choices = [
            (true, "There".to_string()),
            (false, "Not there".to_string()),
        ];
        let said = id.clone();
        let chosen = move || {
            let day = self.day();
            let is_in = |list: &[String]| list.contains(&said);
            is_in(&day.triggers)
                .then_some(true)
                .or(is_in(&day.absent).then_some(false))
        };
        let choose = move |was_there| {
            let _ = self.change(&|day| day.say_trigger(&id, was_there));
        };
        one_of(
            "keys two",
            &format!("trigger-{n}"),
            &words,
            &choices,
            chosen,
            choose,
        )
    }
}

/// A row of keys, and a button that clears the choice.
fn one_of<T: Copy + PartialEq + 'static>(
    class: &str,
    group: &str,
    legend: &str,
    choices: &[(T, String)],
    chosen: impl Fn() -> Option<T> + 'static,
    choose: impl Fn(Option<T>) + 'static,
) -> El {
    let (chosen, choose) = (Rc::new(chosen), Rc::new(choose));
    let (said, back) = (chosen.clone(), choose.clone());
    let take_back = button("small", "Take it back", move || back(None))
        .attr("aria-label", format!("Take it back: {legend}"))
        .attr("hidden", move || said().is_none());
    let choose = move |n| choose(Some(n));
    keys(class, group, legend, choices, move || chosen(), choose).with(take_back)
}
