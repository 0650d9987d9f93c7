//! The presence marker: an empty cache that says that something was stored here. If it exists and both stores are empty,
//! the browser emptied them, not the person.

use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::CacheStorage;

use crate::store::keys::MARKER;

/// Creates the marker.
pub fn leave() {
    if let Some(caches) = caches() {
        forget(caches.open(MARKER));
    }
}

/// Removes the marker.
pub fn remove() {
    if let Some(caches) = caches() {
        forget(caches.delete(MARKER));
    }
}

/// Whether the marker exists.
pub async fn is_there() -> bool {
    match caches() {
        Some(caches) => {
            let answer = JsFuture::from(caches.has(MARKER)).await;
            answer.is_ok_and(|answer| answer.as_bool() == Some(true))
        }
        None => false,
    }
}

/// The cache storage; `None` in an insecure context (neither `https` nor this device).
fn caches() -> Option<CacheStorage> {
    let caches = web_sys::window()?.caches().ok()?;
    (!caches.is_undefined()).then_some(caches)
}

/// Ignores a failure: without the marker less is told, and nothing is lost.
fn forget(promise: js_sys::Promise) {
    spawn_local(async move { drop(JsFuture::from(promise).await) });
}
