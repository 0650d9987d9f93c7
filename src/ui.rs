//! What is seen and touched.

use std::time::Duration;

use chrono::NaiveDate;
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};

use crate::browser::{clock, opened};
use crate::diary::id::EpisodeId;
use crate::diary::moment::Moment;

pub mod charts;
pub mod element;
pub mod open_diary;
pub mod pages;
pub mod parts;
pub mod preferences;
pub mod route;
pub mod visit;

use crate::store::keys::EPOCH;
use element::{El, el};
use open_diary::OpenDiary;
use pages::relief::guided::Guided;
use pages::relief::under_way::under_way;
use parts::alarm::alarm;
use parts::frame;
use preferences::Preferences;
use route::Route;
use visit::Visit;

/// What every page may look at.
#[derive(Clone, Copy)]
pub struct App {
    /// The diary.
    pub diary: OpenDiary,
    /// What the person chose once.
    pub preferences: Preferences,
    /// The session of relief and the timer that are going on.
    pub guided: Guided,
    /// The time, renewed each second.
    pub now: RwSignal<Moment>,
    /// When this visit began.
    pub opened: Moment,
    /// The episodes of which it was asked before this visit what is missing, and those that were answered in it.
    pub asked: RwSignal<Vec<EpisodeId>>,
    /// The time when this day was first seen, renewed at midnight.
    day: RwSignal<Moment>,
    /// What is kept while the app is open.
    pub visit: RwSignal<Visit>,
}

impl App {
    /// Today, on the person's own calendar.
    pub fn today(self) -> NaiveDate {
        self.day.with(|day| day.date_naive())
    }
}

/// Goes to a place in the app. The address is the only place that says where we are.
pub fn go(route: &Route) {
    let location = window().location();
    if location.hash().as_ref() != Ok(&route.href()) {
        let _ = location.set_hash(&route.href());
    } else if let Ok(event) = web_sys::Event::new("hashchange") {
        // The browser is silent where the address stays, and yet another page may be shown: see
        // `stay_at`.
        let _ = window().dispatch_event(&event);
    }
}

/// Goes there without leaving a step to go back to.
pub fn go_instead(route: &Route) {
    let _ = window().location().replace(&route.href());
}

/// Gives the page that is shown another address, without going anywhere.
pub fn stay_at(route: &Route) {
    if let Ok(history) = window().history() {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&route.href()));
    }
}

/// The place that the address names now. (The route that is shown is the one that was gone to: a
/// check-up gets its own address with its first answer.)
pub fn here() -> Route {
    Route::parse(&window().location().hash().unwrap_or_default())
}

/// Marks the page. `data-app`: whether it is running, or broken, by which the shell in `index.html` shows
/// and hides; `data-diary`: that the whole diary is read.
pub fn mark(what: &str, state: &str) {
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute(what, state);
    }
}

/// The app: everything within `#app`.
pub fn app() -> Vec<El> {
    let now = RwSignal::new(clock::now());
    let day = RwSignal::new(clock::now());
    let tick = move || {
        let time = clock::now();
        now.set(time);
        if day.with_untracked(|day| day.date_naive()) != time.date_naive() {
            day.set(time);
        }
    };
    set_interval(tick, Duration::from_secs(1));
    let diary = OpenDiary::open();
    let app = App {
        diary,
        preferences: Preferences::of(diary, now),
        guided: Guided::read(),
        now,
        opened: now.get_untracked(),
        asked: RwSignal::new(pages::now::asked::asked()),
        day,
        visit: RwSignal::new(Visit::default()),
    };
    app.guided.follow(app);

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
                document().set_title(&format!("{} · Unknot", route.title()));
                // Only the address makes a page anew; what is in it follows by itself.
                untrack(|| pages::page(app, route))
            }),
        frame::nav(route),
    ]
}

/// After a change of place the heading is where reading goes on, for eyes and screen readers.
pub fn focus_heading() {
    request_animation_frame(|| {
        focus("#main h1");
        window().scroll_to_with_x_and_y(0.0, 0.0);
    });
}

/// Moves the focus to the first element that this selector finds.
pub fn focus(selector: &str) {
    let found = document().query_selector(selector).ok().flatten();
    if let Some(element) = found.and_then(|found| found.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _ = element.focus();
    }
}
