//! The diary: the calendar, every episode, the checks, what was deleted, and what could not be read.

use leptos::prelude::*;

use crate::browser::{clock, files};
use crate::diary::episode::Episode;
use crate::diary::id::EpisodeId;
use crate::diary::stored::Why;
use crate::diary::{TRASH_DAYS, moment, scores};
use crate::guide::content::instruments::ABOUT;
use crate::guide::instrument::Instrument;
use crate::ui::app::App;
use crate::ui::document::focus;
use crate::ui::element::{El, Rows, el, rows, text};
use crate::ui::pages::diary::calendar::calendar_section;
use crate::ui::pages::diary::filter::filter_section;
use crate::ui::pages::diary::list::list_section;
use crate::ui::parts::controls::{button, heading, link, link_button};
use crate::ui::parts::episode_card::checkup_rows;
use crate::ui::route::Route;
use crate::ui::visit::STEP;
use crate::words;

pub mod calendar;
pub mod day;
pub mod day_words;
pub mod episode;
pub mod filter;
pub mod form;
pub mod import_form;
pub mod list;
pub mod questionnaires;
pub mod shown_day;

/// The page.
pub fn page(app: App) -> Vec<El> {
    let diary = app.diary.read();
    let mut parts = vec![
        heading(words::routes::DIARY),
        el("div")
            .class("pair")
            .with(link_button(
                "primary",
                words::now::ADD_EARLIER,
                &Route::AddEpisode,
            ))
            .with(move || Some(link_button("quiet", "Note today", &Route::Day(app.today())))),
        el("div")
            .class("pair")
            .with(link_button(
                "quiet danger",
                words::now::IS_IT_DANGEROUS,
                &Route::Check,
            ))
            .with(link_button("quiet", "Show a clinician", &Route::Report)),
        unreadable(app),
        due(app),
        calendar_section(app),
        filter_section(app),
    ];
    parts.extend(list_section(app));
    parts.push(folded(
        "Checks",
        move || diary.with(|diary| diary.checkups().len()),
        move |first| {
            checkup_rows(app, move || {
                diary.with(|diary| {
                    let checks = diary.checkups().into_iter().skip(first.get()).take(STEP);
                    checks.map(|checkup| checkup.id.clone()).collect()
                })
            })
        },
    ));
    parts.push(folded(
        "Deleted",
        move || diary.with(|diary| diary.deleted().len()),
        move |first| {
            // The revision is part of the key: an episode that was deleted again is a new row.
            let keys = move || {
                diary.with(|diary| {
                    let deleted = diary.deleted().into_iter().skip(first.get()).take(STEP);
                    deleted.map(|one| (one.id.clone(), one.revision)).collect()
                })
            };
            rows(keys, move |(id, _)| {
                let episode = diary.with_untracked(|diary| diary.episode(&id).cloned());
                episode.map_or_else(|| el("li"), |episode| deleted_card(app, &episode))
            })
        },
    ));
    parts
}

/// A folded list, shown in parts, the newest first; empty without items.
fn folded(
    name: &'static str,
    count: impl Fn() -> usize + Send + Sync + 'static,
    list: impl FnOnce(Memo<usize>) -> Rows,
) -> El {
    let turned_to = RwSignal::new(0);
    let count = Memo::new(move |_| count());
    // After a purge the current part may be empty.
    let first = Memo::new(move |_| {
        turned_to
            .get()
            .min(count.get().saturating_sub(1) / STEP * STEP)
    });
    let turn = move |words: &str, to: usize| {
        button("quiet", format!("{words} of “{name}”"), move || {
            turned_to.set(to);
            focus(&format!("[aria-label={name}]"));
        })
    };
    el("details")
        .attr("hidden", move || count.get() == 0)
        .with(el("summary").text(move || format!("{name} ({})", count.get())))
        .with(
            el("ul")
                .class("cards")
                .attr("aria-label", name)
                .attr("tabindex", "-1")
                .with(list(first)),
        )
        .with(move || {
            let newer = first.get().checked_sub(STEP)?;
            Some(turn("Show newer", newer))
        })
        .with(move || {
            let older = first.get() + STEP;
            (older < count.get()).then(|| turn("Show older", older))
        })
}

/// A deleted episode: how long it can still be brought back, and a button that purges it after a second question.
fn deleted_card(app: App, episode: &Episode) -> El {
    let now = clock::now();
    let when = moment::day_and_clock(&episode.start, &now);
    let since = episode.deleted.unwrap_or(now);
    let left = (TRASH_DAYS - moment::span(&since, &now).num_days()).max(0);
    let left = match left {
        1 => "Gone for good in 1 day.".to_string(),
        left => format!("Gone for good in {left} days."),
    };
    let line = format!("{when}, {}", episode.length_words());
    let id = StoredValue::new(episode.id.clone());
    let asked = RwSignal::new(false);
    let act = move |class: &str, words: &str, act: fn(Deleted)| {
        let deleted = Deleted { app, id, asked };
        button(class, words, move || act(deleted)).attr("aria-label", format!("{words} {when}"))
    };
    let acts = move || {
        let acts = if asked.get() {
            vec![
                act("small danger", "Yes, delete for good", |this| {
                    this.app.diary.delete_for_good(&this.id.get_value());
                }),
                act("small", words::controls::KEEP.text(), |this| {
                    this.asked.set(false)
                }),
            ]
        } else {
            vec![
                act("small", "Bring back", |this| {
                    this.app.diary.bring_back(&this.id.get_value());
                }),
                act("small danger", "Delete for good", |this| {
                    this.asked.set(true);
                }),
            ]
        };
        Some(el("div").class("notice-acts").with(acts))
    };
    el("li")
        .class("card")
        .with(text("span", &line))
        .with(text("span", &left).class("soft"))
        .with(el("div").with(acts))
}

/// A deleted episode on its card.
#[derive(Clone, Copy)]
struct Deleted {
    app: App,
    id: StoredValue<EpisodeId>,
    /// Whether the second question is shown.
    asked: RwSignal<bool>,
}

/// One quiet line for each questionnaire that is wanted and due.
fn due(app: App) -> El {
    el("div").with(move || {
        let is_due = |instrument: &Instrument| {
            let diary = app.diary.read();
            app.preferences.wants(*instrument)
                && diary.with(|diary| scores::is_due(diary, *instrument, app.today()))
        };
        let line = |instrument: Instrument| {
            let words = ABOUT[instrument as usize].due;
            el("p")
                .class("soft")
                .with(link(words, &Route::Day(app.today())))
        };
        let due = Instrument::ALL.into_iter().filter(is_due);
        due.map(line).collect::<Vec<_>>()
    })
}

/// The unreadable records, with a button that saves them as a file.
fn unreadable(app: App) -> El {
    let diary = app.diary.read();
    let save = move || {
        let text: String = diary.with_untracked(|diary| {
            diary
                .unreadable()
                .map(|one| format!("{}\n{}\n\n", one.key, one.text))
                .collect()
        });
        if files::save("unknot-unreadable.txt", "text/plain", &text).is_err() {
            app.diary.say("The browser did not save the file.");
        }
    };
    let counts = Memo::new(move |_| {
        diary.with(|diary| {
            let newer = diary
                .unreadable()
                .filter(|one| one.why == Why::Newer)
                .count();
            (diary.unreadable().count(), newer)
        })
    });
    el("div").with(move || {
        let (all, newer) = counts.get();
        let newer = match newer {
            0 => String::new(),
            n => format!(" From a newer version of Unknot: {n}. Reload to get it."),
        };
        (all > 0).then(|| {
            el("div")
                .class("notice wrong")
                .with(text("p", format!("Records that can’t be read: {all}. They are kept as they are; the others are fine.{newer}")))
                .with(el("div").class("notice-acts").with(button("small", "Save them as a file", save)))
        })
    })
}
