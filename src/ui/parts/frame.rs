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
use crate::words;

/// The bar at the top: the name, the day, the way to Settings.
pub fn top_bar(app: App) -> El {
    let day = Memo::new(move |_| app.now.with(|now| moment::day(now, now)));
    let saved = move || match app.diary.safety() {
        Some(Safety::Saved) => words::frame::SAVED.text(),
        Some(Safety::OnItsWay) => words::frame::SAVING.text(),
        _ => "",
    };
    el("header")
        .class("top")
        .with(
            el("a")
                .class("name")
                .attr("href", Route::Now.href())
                .with(mark())
                .text(words::frame::UNKNOT),
        )
        .with(
            el("span")
                .class("soft")
                .text(move || day.get())
                .text(" ")
                .with(el("span").attr("translate", "no").text(saved)),
        )
        .with(
            el("a")
                .class("round")
                .attr("href", Route::Settings.href())
                .attr("aria-label", Route::Settings.title())
                .with(icon(icons::SLIDERS)),
        )
}

/// The four destinations.
pub fn nav(route: RwSignal<Route>) -> El {
    let link = |to: Route, path: &str| {
        let destination = to.clone();
        el("a")
            .attr("href", to.href())
            .attr("aria-current", move || {
                let here = route.with(|route| route.destination() == Some(&destination));
                here.then(|| "page".to_string())
            })
            .with(icon(path))
            .with(text("span", to.title()))
    };
    el("nav").attr("aria-label", words::frame::MAIN).with(vec![
        link(Route::Now, icons::CLOCK),
        link(Route::Check, icons::SHIELD),
        link(Route::Diary, icons::CALENDAR),
        link(Route::Trends, icons::BARS),
    ])
}

/// Said on every page where nothing can be kept, or not as it should be; and on Now and in Settings when there is little
/// room left, no second store, or something that only a newer version reads.
pub fn blocked(app: App, route: RwSignal<Route>) -> El {
    let quiet = move || {
        if app.diary.is_searching() {
            return Some(soft(words::frame::LOOKING));
        }
        if app.diary.ahead() > 0 {
            return Some(soft(words::frame::FAST_FULL));
        }
        if !matches!(route.get(), Route::Now | Route::Settings) {
            return None;
        }
        if let Some(percent) = app.diary.fullness() {
            return Some(soft(words::frame::filling(percent)));
        }
        if app.diary.safety() == Some(Safety::ConnectionLost) {
            return Some(soft(words::frame::CONNECTION_LOST));
        }
        if app.diary.safety() == Some(Safety::Full) {
            return Some(soft(words::frame::DURABLE_FULL));
        }
        if app.diary.safety() == Some(Safety::NoDurable) {
            return Some(soft(words::frame::NO_DURABLE));
        }
        let newer = app.diary.read().with(|diary| {
            diary
                .unreadable()
                .filter(|one| one.why == Why::Newer)
                .count()
        });
        (newer > 0).then(|| soft(words::frame::newer(newer)))
    };
    el("div")
        .with(el("div").attr("role", "status").with(quiet))
        .with(move || {
            let fault = app.diary.blocked()?;
            let words = Refusal::Store(fault).words();
            Some(
                text("p", words)
                    .class("notice wrong")
                    .text(" ")
                    .text(words::frame::BLOCKED),
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
                        words::frame::CLOSE,
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
        .with(text("p", words::frame::early_tap(&when)))
        .with(
            el("div")
                .class("notice-acts")
                .with(button("small", words::frame::EARLY_SAME, move || {
                    open.resolve_early_tap(&same)
                }))
                .with(button("small", words::frame::EARLY_NEW, another)),
        )
}
