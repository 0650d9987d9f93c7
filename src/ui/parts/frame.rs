//! What stands around every page: the bar at the top, the four destinations, and what is being
//! told.

use leptos::prelude::*;

use crate::browser::clock;
use crate::diary::episode::{Episode, Recorded};
use crate::diary::id::EpisodeId;
use crate::diary::moment::{self, Moment};
use crate::diary::stored::Why;
use crate::store::event::Safety;
use crate::ui::app::App;
use crate::ui::element::{El, el, rows, text};
use crate::ui::open_diary::{Outcome, Refusal};
use crate::ui::parts::controls::{button, soft};
use crate::ui::parts::icons::{self, icon, mark};
use crate::ui::route::Route;

/// The bar at the top: the name, the day, the way to Settings.
pub fn top_bar(app: App) -> El {
    let day = Memo::new(move |_| app.now.with(|now| moment::day(now, now)));
    let saved = move || match app.diary.safety() {
        Some(Safety::Saved) => " ✓ saved",
        Some(Safety::OnItsWay) => " saving…",
        _ => "",
    };
    el("header")
        .class("top")
        .with(
            el("a")
                .class("name")
                .attr("href", Route::Now.href())
                .with(mark())
                .text("Unknot"),
        )
        .with(
            el("span")
                .class("soft")
                .text(move || day.get())
                .with(el("span").attr("translate", "no").text(saved)),
        )
        .with(
            el("a")
                .class("round")
                .attr("href", Route::Settings.href())
                .attr("aria-label", "Settings")
                .with(icon(icons::SLIDERS)),
        )
}

/// The four destinations.
pub fn nav(route: RwSignal<Route>) -> El {
    let link = |to: Route, words: &str, path: &str| {
        let destination = to.clone();
        el("a")
            .attr("href", to.href())
            .attr("aria-current", move || {
                let here = route.with(|route| route.destination() == Some(&destination));
                here.then(|| "page".to_string())
            })
            .with(icon(path))
            .with(text("span", words))
    };
    el("nav").attr("aria-label", "Main").with(vec![
        link(Route::Now, "Now", icons::CLOCK),
        link(Route::Check, "Guide", icons::SHIELD),
        link(Route::Diary, "Diary", icons::CALENDAR),
        link(Route::Trends, "Trends", icons::BARS),
    ])
}

/// Said on every page where nothing can be kept, or not as it should be; and on Now and in Settings when there is little
/// room left, no second store, or something that only a newer version reads.
pub fn blocked(app: App, route: RwSignal<Route>) -> El {
    let quiet = move || {
        if app.diary.is_searching() {
            return Some(soft("Looking for your diary…"));
        }
        if app.diary.ahead() > 0 {
            return Some(soft(
                "Kept, but this browser’s first store is full or closed: what you note is in the second one alone. Save a backup in Settings.",
            ));
        }
        if !matches!(route.get(), Route::Now | Route::Settings) {
            return None;
        }
        if let Some(percent) = app.diary.fullness() {
            return Some(soft(format!(
                "This browser’s store is {percent} % full. Save a backup in Settings, then delete some old episodes for good."
            )));
        }
        if app.diary.safety() == Some(Safety::ConnectionLost) {
            return Some(soft(
                "Connection lost: the browser closed its second store for Unknot. It is opened again by itself. What was noted in the last minute can be lost if the browser is stopped by force.",
            ));
        }
        if app.diary.safety() == Some(Safety::Full) {
            return Some(soft(
                "This browser’s second store for Unknot is full. What was noted in the last minute can be lost if the browser is stopped by force. Save a backup in Settings.",
            ));
        }
        if app.diary.safety() == Some(Safety::NoDurable) {
            return Some(soft(
                "This browser’s second store for Unknot does not answer. What was noted in the last minute can be lost if the browser is stopped by force.",
            ));
        }
        let newer = app.diary.read().with(|diary| {
            diary
                .unreadable()
                .filter(|one| one.why == Why::Newer)
                .count()
        });
        (newer > 0).then(|| soft(format!("Records of a newer version of Unknot, kept as they are: {newer}. Reload to get it; Diary saves them as a file.")))
    };
    el("div")
        .with(el("div").attr("role", "status").with(quiet))
        .with(move || {
            let fault = app.diary.blocked()?;
            let words = Refusal::Store(fault).words();
            Some(
                text("p", words)
                    .class("notice wrong")
                    .text(" The danger check and the article work all the same."),
            )
        })
}

/// What is being told, in sight wherever the page is scrolled to. It stays until it is closed or
/// something else is told.
pub fn notices(app: App) -> El {
    let notice = app.diary.notice();
    el("div")
        .class("notices")
        .attr("role", "status")
        .with(move || {
            let told = notice.get()?;
            let offer = told.offer.map(|(words, act)| {
                button("small", words, move || {
                    notice.set(None);
                    act();
                })
            });
            Some(
                el("div")
                    .class(if told.is_error {
                        "notice wrong"
                    } else {
                        "notice"
                    })
                    .with(text("p", &told.words))
                    .with(el("div").class("notice-acts").with(offer).with(button(
                        "small",
                        "Close",
                        move || notice.set(None),
                    ))),
            )
        })
}

/// A tap noted by the shell while an episode was running already: the person says what it was.
pub fn early_taps(app: App) -> El {
    let taps = move || app.diary.early().get();
    el("div").with(rows(taps, move |(id, at)| early_tap(app, id, at)))
}

fn early_tap(app: App, id: EpisodeId, at: Moment) -> El {
    let open = app.diary;
    let same = id.clone();
    let another = move || {
        let running = open
            .read()
            .with_untracked(|diary| diary.running().map(|e| e.id.clone()));
        let ended = running.is_none_or(|running| {
            open.change_episode(&running, |episode| episode.ease(at)) == Outcome::Saved
        });
        if ended
            && open.add_episode(Episode::begun(id.clone(), at, Recorded::Live)) == Outcome::Saved
        {
            open.resolve_early_tap(&id);
        }
    };
    let when = moment::day_and_clock(&at, &clock::now());
    el("div")
        .class("notice")
        .with(text(
            "p",
            format!(
                "You tapped start at {when} while a spasm was running already. Was it the same one?"
            ),
        ))
        .with(
            el("div")
                .class("notice-acts")
                .with(button("small", "The same", move || {
                    open.resolve_early_tap(&same)
                }))
                .with(button("small", "A new one began then", another)),
        )
}
