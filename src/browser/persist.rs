//! Whether the browser keeps the stores when the device runs short of room.

use js_sys::Reflect;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::StorageManager;

/// Asks the browser for persistent storage. Some browsers ask the person. `None` if the API is missing.
pub async fn persist() -> Option<bool> {
    answer(keeper()?.persist()).await
}

/// Whether the storage is persistent; `None` if the browser does not say.
pub async fn persisted() -> Option<bool> {
    answer(keeper()?.persisted()).await
}

/// Whether this browser deletes the stores after seven days without a visit: Safari and other WebKit browsers do, unless
/// the page is on the home screen.
pub fn is_cleared_after_a_week() -> bool {
    let Some(window) = web_sys::window() else {
        return false;
    };
    let installed = window.match_media("(display-mode: standalone)").ok();
    let is_installed = installed.flatten().is_some_and(|media| media.matches());
    let vendor = Reflect::get(&window.navigator(), &JsValue::from_str("vendor")).ok();
    let vendor = vendor.and_then(|vendor| vendor.as_string());
    !is_installed && vendor.is_some_and(|vendor| vendor.starts_with("Apple"))
}

/// The storage manager; `None` in an old browser, or in an insecure context (neither `https` nor this device).
fn keeper() -> Option<StorageManager> {
    let keeper = web_sys::window()?.navigator().storage();
    (!keeper.is_undefined()).then_some(keeper)
}

async fn answer(asked: Result<js_sys::Promise, JsValue>) -> Option<bool> {
    JsFuture::from(asked.ok()?).await.ok()?.as_bool()
}
