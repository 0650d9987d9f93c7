//! The list of the diary: the filtered episodes, the newest first, with a bounded number on the page.

use leptos::prelude::*;

use crate::diary::{calendar::Month, moment};
use crate::ui::app::App;
use crate::ui::document::focus;
use crate::ui::element::{El, el};
use crate::ui::parts::controls::button;
use crate::ui::parts::episode_card::episode_rows;
use crate::ui::visit::STEP;

/// The most that are shown: with older ones the newest leave the page.
const MOST: usize = 2 * STEP;

/// The list, its status line and its buttons.
pub fn list_section(app: App) -> Vec<El> {
    let diary = app.diary.read();
    // Two memos: the order changes with the diary, the filter with each letter.
    let newest = Memo::new(move |_| diary.with(|diary| diary.newest()));
    let found = Memo::new(move |_| {
        newest.with(|newest| {
            app.visit.with(|visit| match visit.filter.count() {
                0 => newest.clone(),
                _ => diary.with(|diary| visit.filter.found(diary, newest)),
            })
        })
    });
    let count = move || found.with(Vec::len);
    let here = move || app.visit.with(|visit| (visit.first, visit.shown));
    let is_filtered = move || app.visit.with(|visit| visit.filter.count() > 0);
    let said = move || {
        let (all, found) = (newest.with(Vec::len), count());
        if all == 0 {
            return "Nothing here yet. A spasm that you start on Now appears here, and you can add earlier ones.".to_string();
        }
        let mut said = if is_filtered() {
            format!("Found: {found} of {all} episodes.")
        } else {
            format!("Episodes: {all}.")
        };
        let (first, shown) = here();
        if first > 0 {
            said += &format!(" Here: {} to {}.", first + 1, found.min(first + shown));
        }
        said
    };
    vec![
        el("p").class("soft").attr("role", "status").text(said),
        from_month(app, found),
        el("div").with(move || {
            let (first, _) = here();
            (first > 0).then(|| {
                button("quiet", format!("Show newer ({first})"), move || {
                    app.visit
                        .update(|visit| visit.first = visit.first.saturating_sub(STEP));
                })
            })
        }),
        el("ul")
            .class("cards")
            .attr("aria-label", "Episodes")
            .attr("tabindex", "-1")
            .with(episode_rows(app, move || {
                let (first, shown) = here();
                found.with(|found| {
                    let end = found.len().min(first + shown);
                    let here = found[first.min(end)..end].iter();
                    diary.with(|diary| {
                        let id = |place: &usize| Some(diary.at(*place)?.id.clone());
                        here.filter_map(id).collect()
                    })
                })
            })),
        el("div").with(move || {
            let (first, shown) = here();
            let older = count()
                .checked_sub(first + shown)
                .filter(|older| *older > 0)?;
            Some(button(
                "quiet",
                format!("Show more ({older} older)"),
                move || {
                    app.visit.update(|visit| {
                        if visit.shown < MOST {
                            visit.shown += STEP;
                        } else {
                            visit.first += STEP;
                        }
                    });
                },
            ))
        }),
    ]
}

/// A button that jumps in a long list to the month that the calendar shows.
fn from_month(app: App, found: Memo<Vec<usize>>) -> El {
    let diary = app.diary.read();
    let go = move |month: Month| {
        let end = month.after().first();
        let first = diary.with_untracked(|diary| {
            found.with_untracked(|found| {
                let is_there = |place: &usize| {
                    let episode = diary.at(*place);
                    episode.is_some_and(|episode| episode.start.date_naive() < end)
                };
                found.iter().position(is_there)
            })
        });
        match first {
            Some(first) => {
                app.visit
                    .update(|visit| (visit.first, visit.shown) = (first, STEP));
                focus("[aria-label=Episodes]");
            }
            None => app.diary.say("None of them is so old."),
        }
    };
    el("div").with(move || {
        let month = app.visit.with(|visit| visit.month)?;
        (found.with(Vec::len) > STEP).then(|| {
            let words = format!("List from {}", moment::month_words(month.first()));
            button("quiet", &words, move || go(month))
        })
    })
}
