//! Notifications of the browser's own: shown by this page while it is open, never sent by anyone.

use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;

use crate::browser::optional::{call, get, make, navigator, set};

/// The permission to show them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Permission {
    /// This browser has no notifications.
    Missing,
    /// Nobody has asked yet.
    Unasked,
    /// The person, or the browser, said no.
    Denied,
    /// They may be shown.
    Granted,
}

/// The current permission.
pub fn permission() -> Permission {
    let said = get(&js_sys::global(), "Notification").and_then(|class| get(&class, "permission"));
    match said.and_then(|said| said.as_string()).as_deref() {
        Some("granted") => Permission::Granted,
        Some("denied") => Permission::Denied,
        Some(_) => Permission::Unasked,
        None => Permission::Missing,
    }
}

/// Asks the person, and calls back when they have answered. Must be called from a tap.
pub fn ask(told: impl FnMut() + 'static) {
    let class = get(&js_sys::global(), "Notification");
    let asked = class.and_then(|class| call(&class, "requestPermission", &[]));
    let mut told = told;
    when_settled(asked, Box::new(move |_| told()));
}

/// Shows a notification; a later one of the same name replaces it. Once a service worker is active, it shows them: phones
/// allow nothing else.
pub fn show(name: &str, words: &str) {
    let options = JsValue::from(js_sys::Object::new());
    set(&options, "body", &JsValue::from_str(words));
    set(&options, "tag", &JsValue::from_str(name));
    let title = JsValue::from_str("Unknot");
    let workers = get(&navigator(), "serviceWorker");
    let found = workers.and_then(|workers| call(&workers, "getRegistration", &[]));
    let shown = move |worker: JsValue| {
        let is_active = get(&worker, "active").is_some();
        if !is_active || call(&worker, "showNotification", &[&title, &options]).is_none() {
            make("Notification", &[&title, &options]);
        }
    };
    when_settled(found, Box::new(shown));
}

/// Calls back with the result or the error of a promise, or with nothing if there is no promise.
fn when_settled(asked: Option<JsValue>, mut go_on: Box<dyn FnMut(JsValue)>) {
    let Some(asked) = asked else {
        return go_on(JsValue::UNDEFINED);
    };
    let go_on = Closure::wrap(go_on).into_js_value();
    call(&asked, "then", &[&go_on, &go_on]);
}
