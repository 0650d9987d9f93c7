//! Notifications of the browser's own: shown by this page while it is open, never sent by anyone.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};

use crate::browser::optional::{call, get, make, navigator, set};

/// Whether they may be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Permission {
    /// This browser has none.
    Missing,
    /// Nobody has asked yet.
    Unasked,
    /// The person, or the browser, said no.
    Denied,
    /// They may.
    Granted,
}

/// As it is now.
pub fn permission() -> Permission {
    let said = get(&js_sys::global(), "Notification").and_then(|class| get(&class, "permission"));
    match said.and_then(|said| said.as_string()).as_deref() {
        Some("granted") => Permission::Granted,
        Some("denied") => Permission::Denied,
        Some(_) => Permission::Unasked,
        None => Permission::Missing,
    }
}

/// Asks the person, and tells what came of it. To be called in a tap.
pub fn ask(told: impl FnOnce(Permission) + 'static) {
    let class = get(&js_sys::global(), "Notification");
    let asked = class.and_then(|class| call(&class, "requestPermission", &[]));
    spawn_local(async move {
        let _ = settled(asked).await;
        told(permission());
    });
}

/// Shows these words; another one of the same name takes its place. By the service worker, where there
/// is one: phones allow nothing else.
pub fn show(name: &str, words: &str) {
    let options = JsValue::from(js_sys::Object::new());
    set(&options, "body", &JsValue::from_str(words));
    set(&options, "tag", &JsValue::from_str(name));
    spawn_local(async move {
        let title = JsValue::from_str("Unknot");
        let workers = get(&navigator(), "serviceWorker");
        let found = workers.and_then(|workers| call(&workers, "getRegistration", &[]));
        if let Some(worker) = settled(found).await {
            let shown = call(&worker, "showNotification", &[&title, &options]);
            if settled(shown).await.is_some() {
                return;
            }
        }
        make("Notification", &[&title, &options]);
    });
}

/// What a promise came to; none where it failed, or there was none. "Nothing" is an answer.
async fn settled(asked: Option<JsValue>) -> Option<JsValue> {
    JsFuture::from(asked?.dyn_into::<js_sys::Promise>().ok()?)
        .await
        .ok()
}
