//! What is seen and touched.

use std::time::Duration;

use leptos::ev;
use leptos::prelude::*;

use crate::browser::{clock, opened};
use crate::store::keys::EPOCH;

pub mod app;
pub mod charts;
pub mod document;
pub mod element;
pub mod guided;
pub mod navigation;
pub mod open_diary;
pub mod pages;
pub mod parts;
pub mod preferences;
pub mod reminder;
pub mod route;
pub mod visit;

use crate::words;
use app::App;
use document::focus_heading;
use element::{El, el};
use guided::Guided;
use navigation::{go_instead, here};
use open_diary::OpenDiary;
use parts::alarm::alarm;
use parts::frame;
use parts::under_way::under_way;
use preferences::Preferences;
use route::Route;
use visit::Visit;

/// The app: everything within `#app`.
pub fn app() -> Vec<El> {
    let now = RwSignal::new(clock::now());
    let day = RwSignal::new(clock::now());
    let diary = OpenDiary::open();
    let preferences = Preferences::of(diary, now);
    let app = App {
        diary,
        preferences,
        guided: Guided::read(preferences),
        now,
        opened: now.get_untracked(),
        asked: RwSignal::new(pages::now::asked::asked()),
        day,
        visit: RwSignal::new(Visit::default()),
    };
    app.guided.listen();
    let tick = move || {
        let time = clock::now();
        now.set(time);
        if day.with_untracked(|day| day.date_naive()) != time.date_naive() {
            day.set(time);
        }
        app.guided.take_notice(&time);
    };
    tick();
    set_interval(tick, Duration::from_secs(1));

    let route = RwSignal::new(here());
    let arrive = move || {
        app.guided.refresh();
        if here() == Route::Start {
            // Any page can hold a link to this address: such a one leads to the button.
            if opened::by_a_shortcut() {
                let _ = app.diary.start();
            }
            go_instead(&Route::Now);
        } else {
            route.set(here());
        }
    };
    window_event_listener(ev::hashchange, move |_| {
        app.diary.turn_page();
        arrive();
        focus_heading();
    });
    arrive();
    window_event_listener(ev::storage, move |event| {
        let key = event.key();
        if key.as_deref().is_none_or(|key| key == EPOCH) {
            // Another tab erased everything.
            app.visit.set(Visit::default());
        }
        app.preferences.changed_elsewhere(key.as_deref());
        app.guided.refresh();
        app.diary.changed_elsewhere(key);
    });

    vec![
        frame::top_bar(app),
        el("main")
            .attr("id", "main")
            .with(
                el("div")
                    .class("on-top")
                    .with(alarm(app, route))
                    .with(frame::notices(app))
                    .with(under_way(app, route)),
            )
            .with(frame::blocked(app, route))
            .with(frame::early_taps(app))
            .with(move || {
                let route = route.get();
                document().set_title(&words::frame::title(route.title().text()));
                // Only the address makes a page anew; what is in it follows by itself.
                untrack(|| pages::page(app, route))
            }),
        frame::nav(route),
    ]
}
