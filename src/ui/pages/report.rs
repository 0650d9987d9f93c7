//! The report for a clinician: the choice of what to hand on, and the page as it prints.

use crate::browser::clock;
use crate::diary::moment;
use crate::diary::place::{Level, Place, Side};
use crate::diary::report::excerpt::{Excerpt, OptionalPart, ReportChoice, ReportRange};
use crate::diary::report::{Report, ReportPart, WARNING_SIGNS, WHERE};
use crate::ui::app::App;
use crate::ui::element::{El, el, svg, text};
use crate::ui::pages::report::files::{TITLE, acts};
use crate::ui::parts::back_map::drawing;
use crate::ui::parts::controls::{field, heading, soft, tick};
use crate::ui::parts::result::WHAT_IT_IS;
use leptos::prelude::*;

pub mod files;

/// The ranges that are offered before one's own days.
const RANGES: [(ReportRange, &str); 4] = [
    (ReportRange::Last(30), "30 days"),
    (ReportRange::Last(90), "90 days"),
    (ReportRange::Last(365), "A year"),
    (ReportRange::All, "All"),
];

/// The page.
pub fn page(app: App) -> Vec<El> {
    let choice = RwSignal::new(ReportChoice {
        range: ReportRange::Last(30),
        include: [true; 4],
        name: String::new(),
        born: None,
        questions: untrack(|| app.preferences.questions()),
    });
    let report = Memo::new(move |_| Report::of(&excerpt(app, choice)));
    // A memo, so that the details stay open when the choice changes.
    let has_details = Memo::new(move |_| report.with(|report| !report.details.is_empty()));
    vec![
        heading(TITLE),
        choices(app, choice),
        acts(app, choice),
        el("div")
            .class("report")
            .with(move || report.with(first_page))
            .with(move || {
                has_details.get().then(|| {
                    el("details")
                        .class("details")
                        .with(text("summary", "Details"))
                        .with(move || report.with(|report| each_part(&report.details)))
                })
            }),
    ]
}

fn excerpt(app: App, choice: RwSignal<ReportChoice>) -> Excerpt {
    let diary = app.diary.read();
    choice.with(|choice| diary.with(|diary| Excerpt::of(diary, choice, &clock::now())))
}

/// The choice of what to hand on. A text counts when its field is left, since each change remakes the page.
fn choices(app: App, choice: RwSignal<ReportChoice>) -> El {
    let today = clock::now().date_naive();
    let option = |(n, words): (usize, &str)| text("option", words).attr("value", n.to_string());
    let words = RANGES.iter().map(|(_, words)| *words);
    let range = el("select")
        .with(words.chain(["From a day to a day"]).enumerate().map(option))
        .on("change", move |event| {
            let n = event_target_value(&event).parse::<usize>();
            let range = n.ok().and_then(|n| RANGES.get(n)).map(|(range, _)| *range);
            let range = range.unwrap_or(ReportRange::Own(today, today));
            choice.update(|choice| choice.range = range);
        });
    let is_own = Memo::new(move |_| choice.with(|c| matches!(c.range, ReportRange::Own(..))));
    let day = move |words: &str, is_first: bool| {
        let input = el("input")
            .attr("type", "date")
            .attr("value", moment::date(today))
            .on("change", move |event| {
                let Some(day) = moment::read_date(&event_target_value(&event)) else {
                    return;
                };
                choice.update(|choice| {
                    if let ReportRange::Own(first, last) = &mut choice.range {
                        *(if is_first { first } else { last }) = day;
                    }
                });
            });
        field(words, input)
    };
    // Stored with each letter: the page may be left or reloaded at any moment.
    let keep = move |event| app.preferences.keep_questions(&event_target_value(&event));
    let questions = typed(
        choice,
        "Questions of your own, one a line. They are kept on this device.",
        el("textarea")
            .text(choice.with_untracked(|choice| choice.questions.clone()))
            .on("input", keep),
        |choice, typed| choice.questions = typed,
    );
    let name = typed(choice, "Your name", el("input"), |choice, typed| {
        choice.name = typed
    });
    let born = typed(
        choice,
        "Your date of birth",
        el("input").attr("type", "date"),
        |choice, typed| choice.born = moment::read_date(&typed),
    );
    let ticks = OptionalPart::ALL
        .into_iter()
        .map(|kind| {
            let has = move || choice.with(|choice| choice.has(kind));
            let tapped = move || {
                choice.update(|choice| choice.include[kind as usize] ^= true);
            };
            tick("tick", "checkbox", "include", kind.words(), has, tapped)
        })
        .collect::<Vec<_>>();
    el("section")
        .class("no-print")
        .with(field("Which days?", range))
        .with(move || match is_own.get() {
            true => vec![day("From", true), day("To", false)],
            false => Vec::new(),
        })
        .with(
            el("fieldset")
                .with(text("legend", "What to include"))
                .with(ticks),
        )
        .with(questions)
        .with(
            el("details")
                .with(text("summary", "Name and date of birth, if you like"))
                .with(
                    el("div")
                        .class("stack")
                        .with(soft("They are only on this page, and not kept."))
                        .with(name)
                        .with(born),
                ),
        )
}

/// A field whose text counts when it is left; only that is printed.
fn typed(
    choice: RwSignal<ReportChoice>,
    words: &str,
    input: El,
    take: fn(&mut ReportChoice, String),
) -> El {
    let input = input.attr("autocomplete", "off").attr("maxlength", "2000");
    let change = move |event| {
        let typed = event_target_value(&event);
        choice.update(|choice| take(choice, typed));
    };
    field(words, input.on("change", change))
}

/// The summary: warning signs over the whole width, the rest in two columns on paper.
fn first_page(report: &Report) -> El {
    let (first, others): (Vec<&ReportPart>, Vec<&ReportPart>) = report
        .summary
        .iter()
        .partition(|part| part.heading == WARNING_SIGNS);
    let others = others.into_iter().map(|one| {
        let drawn = part(one);
        if one.heading == WHERE {
            drawn.with(picture(&report.places)).class("where-to")
        } else {
            drawn
        }
    });
    el("div")
        .class(if report.is_short() {
            "summary short"
        } else {
            "summary"
        })
        .with(
            report
                .about
                .iter()
                .map(|line| text("p", line).attr("dir", "auto")),
        )
        .with(first.into_iter().map(|one| part(one).class("card")))
        .with(el("div").class("parts").with(others))
        .with(soft(WHAT_IT_IS))
}

fn each_part(parts: &[ReportPart]) -> Vec<El> {
    parts.iter().map(part).collect()
}

/// A heading and its lines. Typed text may be right to left.
fn part(part: &ReportPart) -> El {
    let mut lines = Vec::new();
    for row in &part.rows {
        let line = el("li");
        let line = match row.name.as_str() {
            "" => line,
            name => line.with(el("strong").with(text("bdi", name))).text(": "),
        };
        lines.push(line.with(text("bdi", &row.words).class("as-typed")));
    }
    el("section")
        .with(text("h2", part.heading))
        .with(el("ul").with(lines))
}

/// The picture of the back, with the number of episodes at each place. The lines beside it say the same.
fn picture(places: &[(Place, usize)]) -> El {
    let most = places.iter().map(|(_, n)| *n).max().unwrap_or(0).max(1);
    let mut zones = Vec::new();
    for (place, n) in places.iter().filter(|(_, n)| *n > 0) {
        let y = 45 + 78 * place.level as i32 - i32::from(place.level == Level::Buttock) * 10;
        let x = match place.side {
            Side::Left => 100,
            Side::Centre => 170,
            Side::Right => 240,
        };
        let at =
            |element: El, x: i32, y: i32| element.attr("x", x.to_string()).attr("y", y.to_string());
        let shade = (10 + 40 * n / most).to_string();
        let zone = at(svg("rect"), x - 32, y - 30)
            .attr("width", "64")
            .attr("height", "60")
            .attr("fill-opacity", format!("{shade}%"));
        zones.push(zone);
        zones.push(at(svg("text"), x, y + 12).text(n.to_string()));
    }
    drawing().with(zones)
}
