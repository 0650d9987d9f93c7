//! The address of the page: it alone says where the app is.

use leptos::prelude::*;
use wasm_bindgen::JsValue;

use crate::ui::route::Route;

/// Goes to a route. The address is the only state of the navigation.
pub fn go(route: &Route) {
    let location = window().location();
    if location.hash().as_ref() != Ok(&route.href()) {
        let _ = location.set_hash(&route.href());
    } else if let Ok(event) = web_sys::Event::new("hashchange") {
        // The browser fires no event if the address stays. The page may be another one all the same: see `stay_at`.
        let _ = window().dispatch_event(&event);
    }
}

/// Goes to a route, replacing the current entry of the history.
pub fn go_instead(route: &Route) {
    let _ = window().location().replace(&route.href());
}

/// Changes the address without changing the page.
pub fn stay_at(route: &Route) {
    if let Ok(history) = window().history() {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&route.href()));
    }
}

/// The route of the current address. (It may differ from the page's: a check-up gets its own address with its first
/// answer.)
pub fn here() -> Route {
    Route::parse(&window().location().hash().unwrap_or_default())
}
