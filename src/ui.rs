//! What is seen and touched.

use std::time::Duration;

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};

use crate::browser::clock;
use crate::diary::moment::Moment;

pub mod open_diary;
pub mod pages;
pub mod parts;
pub mod preferences;
pub mod route;

use open_diary::OpenDiary;
use parts::frame::{EarlyTaps, Nav, Notices, TopBar};
use preferences::Preferences;
use route::Route;

/// The time, renewed each second while the page is looked at.
#[derive(Clone, Copy)]
pub struct Now(pub ReadSignal<Moment>);

/// Goes to another place in the app. The address is the only place that says where we are.
pub fn go(route: &Route) {
    let _ = window().location().set_hash(&route.href());
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

fn here() -> Route {
    Route::parse(&window().location().hash().unwrap_or_default())
}

/// Marks the page as running, or as broken: the shell in `index.html` shows and hides by it.
pub fn mark(state: &str) {
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute("data-app", state);
    }
}

/// The app.
#[component]
pub fn App() -> impl IntoView {
    let open = OpenDiary::open();
    provide_context(open);
    provide_context(Preferences::read());

    let (now, set_now) = signal(clock::now());
    provide_context(Now(now));
    set_interval(move || set_now.set(clock::now()), Duration::from_secs(1));

    let (route, set_route) = signal(here());
    let arrive = move || {
        if here() == Route::Start {
            let _ = open.start();
            go_instead(&Route::Now);
        } else {
            set_route.set(here());
        }
    };
    window_event_listener(ev::hashchange, move |_| {
        arrive();
        focus_heading();
    });
    arrive();
    window_event_listener(ev::storage, move |event: web_sys::StorageEvent| {
        open.changed_elsewhere(event.key());
    });

    view! {
        <TopBar/>
        <main id="main">
            <Notices/>
            <EarlyTaps/>
            {move || {
                let route = route.get();
                document().set_title(&format!("{} · Unknot", route.title()));
                pages::page(route)
            }}
        </main>
        <Nav route/>
    }
}

/// After a change of place the heading is where reading goes on, for eyes and screen readers.
fn focus_heading() {
    request_animation_frame(|| {
        let heading = document().query_selector("main#main h1").ok().flatten();
        if let Some(heading) = heading.and_then(|h| h.dyn_into::<web_sys::HtmlElement>().ok()) {
            let _ = heading.focus();
            window().scroll_to_with_x_and_y(0.0, 0.0);
        }
    });
}
