//! The address of the page: it alone says where the app is.

use leptos::prelude::*;
use wasm_bindgen::JsValue;

use crate::ui::route::Route;

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
