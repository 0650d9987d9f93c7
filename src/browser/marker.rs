//! The presence marker: an empty cache beside both stores, which says that something was kept here. Where it is
//! there and both stores are empty, the browser emptied them, not the person.

use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::CacheStorage;

use crate::store::keys::MARKER;

/// Puts it there.
pub fn leave() {
    if let Some(caches) = caches() {
        forget(caches.open(MARKER));
    }
}

/// Takes it away.
pub fn remove() {
    if let Some(caches) = caches() {
        forget(caches.delete(MARKER));
    }
}

/// Whether the marker is there.
pub async fn is_there() -> bool {
    match caches() {
        Some(caches) => {
            let answer = JsFuture::from(caches.has(MARKER)).await;
            answer.is_ok_and(|answer| answer.as_bool() == Some(true))
        }
        None => false,
    }
}

/// A page that did not come over `https` or from this device has none.
fn caches() -> Option<CacheStorage> {
    let caches = web_sys::window()?.caches().ok()?;
    (!caches.is_undefined()).then_some(caches)
}

/// A failure is ignored: without the marker less is told, and nothing is lost.
fn forget(promise: js_sys::Promise) {
    spawn_local(async move { drop(JsFuture::from(promise).await) });
}
