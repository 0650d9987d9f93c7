//! The browser's store (`localStorage`). Only keys that begin with [`PREFIX`] are ever touched:
//! pages of one account share an origin.
//!
//! "Missing", "blocked", "full" and "unreadable" are four different answers and stay four:
//! a missing record is `None`, the next two are [`Fault`]s, and the last is for the diary to tell.

use gloo_storage::{LocalStorage, Storage as _};
use js_sys::{Array, Function, JsString, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{CacheStorage, Storage, StorageManager};

use crate::browser::clock;
use crate::diary::stamp::Device;
use crate::diary::stored::PREFIX;
use crate::guide::order;

/// Why the store did not do what it was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// The browser keeps this page from storing anything.
    Blocked,
    /// There is no room left.
    Full,
}

/// The store, once the browser has answered that there is one: `gloo_storage` panics where it is
/// blocked.
fn store() -> Result<Storage, Fault> {
    match web_sys::window().map(|window| window.local_storage()) {
        Some(Ok(Some(_))) => Ok(LocalStorage::raw()),
        _ => Err(Fault::Blocked),
    }
}

/// The text under a key.
///
/// # Errors
/// [`Fault::Blocked`].
pub fn read(key: &str) -> Result<Option<String>, Fault> {
    store()?.get_item(key).map_err(|_| Fault::Blocked)
}

/// Stores a text and looks whether it is there: some browsers drop it without a word, and one that is
/// stopped may keep a half.
///
/// # Errors
/// [`Fault::Full`] or [`Fault::Blocked`]; then the earlier text is still there.
pub fn write(key: &str, text: &str) -> Result<(), Fault> {
    debug_assert!(key.starts_with(PREFIX));
    let store = store()?;
    let before = store.get_item(key).map_err(|_| Fault::Blocked)?;
    store.set_item(key, text).map_err(|error| fault(&error))?;
    match store.get_item(key) {
        Ok(Some(there)) if there == text => Ok(()),
        _ => {
            let _ = match before {
                Some(before) => store.set_item(key, &before),
                None => store.remove_item(key),
            };
            Err(Fault::Blocked)
        }
    }
}

/// Removes a key of ours, and looks whether it is gone.
///
/// # Errors
/// [`Fault::Blocked`].
pub fn remove(key: &str) -> Result<(), Fault> {
    debug_assert!(key.starts_with(PREFIX));
    let store = store()?;
    store.remove_item(key).map_err(|error| fault(&error))?;
    match store.get_item(key) {
        Ok(None) => Ok(()),
        _ => Err(Fault::Blocked),
    }
}

/// Every key of ours with its text, sorted by key.
///
/// # Errors
/// [`Fault::Blocked`].
pub fn all() -> Result<Vec<(String, String)>, Fault> {
    all_of(PREFIX)
}

/// Every key that begins so, with its text, sorted by key.
///
/// # Errors
/// [`Fault::Blocked`].
pub fn all_of(prefix: &str) -> Result<Vec<(String, String)>, Fault> {
    texts(&keys(prefix)?)
}

/// These keys with their texts, but for those that are not there.
///
/// # Errors
/// [`Fault::Blocked`].
pub fn texts(keys: &[String]) -> Result<Vec<(String, String)>, Fault> {
    let mut found = Vec::new();
    look(keys, &mut |key, text| {
        found.push((key.to_string(), text.to_string()));
    })?;
    Ok(found)
}

/// Shows each of these keys with its text to `see`, but for those that are not there.
///
/// # Errors
/// [`Fault::Blocked`].
pub fn look(keys: &[String], see: &mut dyn FnMut(&str, &str)) -> Result<(), Fault> {
    let store = store()?;
    for keys in keys.chunks(IN_ONE_GO) {
        let lines = lines(&store, keys).map_err(|_| Fault::Blocked)?;
        // No text of ours has a line break. One that is damaged may, and an empty line may be a text that
        // is not there: then it is asked for by itself.
        let lines: Vec<&str> = lines.split('\n').collect();
        for (n, key) in keys.iter().enumerate() {
            if lines.len() == keys.len() && !lines[n].is_empty() {
                see(key, lines[n]);
            } else if let Some(text) = store.get_item(key).map_err(|_| Fault::Blocked)? {
                see(key, &text);
            }
        }
    }
    Ok(())
}

/// So many texts come over from the browser in one go.
const IN_ONE_GO: usize = 500;

/// The texts under these keys, a line each. The browser goes through the keys itself: to ask it for one
/// after the other takes several times as long.
fn lines(store: &Storage, keys: &[String]) -> Result<String, JsValue> {
    let own = |of: &JsValue, name: &str| Reflect::get(of, &name.into());
    let keys = JsString::from(keys.join("\n")).split("\n");
    let map: Function = own(&keys, "map")?.unchecked_into();
    let texts: Array = map
        .call2(&keys, &own(store, "getItem")?, store)?
        .unchecked_into();
    Ok(texts.join("\n").into())
}

/// Every key that begins so, sorted.
///
/// # Errors
/// [`Fault::Blocked`].
pub fn keys(prefix: &str) -> Result<Vec<String>, Fault> {
    debug_assert!(prefix.starts_with(PREFIX));
    let all = lines_of_keys(&store()?)?;
    let ours = all.split('\n').filter(|key| key.starts_with(prefix));
    let mut keys = ours.map(str::to_string).collect();
    order::texts(&mut keys);
    keys.dedup();
    Ok(keys)
}

/// Every key, a line each: to ask for them one by one takes several times as long. Another page may have a line
/// break in its own; what that comes apart into is no key, or one that is here already.
fn lines_of_keys(store: &Storage) -> Result<String, Fault> {
    let keys = Reflect::own_keys(store.as_ref()).map_err(|_| Fault::Blocked)?;
    Ok(keys.join("\n").into())
}

/// How much the other pages of this address keep, in bytes of theirs: the room is shared with them.
pub fn taken_by_others() -> usize {
    let Ok(store) = store() else { return 0 };
    let mut taken = 0;
    for key in lines_of_keys(&store).unwrap_or_default().split('\n') {
        if !key.starts_with(PREFIX)
            && let Ok(Some(text)) = store.get_item(key)
        {
            taken += key.len() + text.len();
        }
    }
    taken
}

/// A name for this tab that survives a reload. Tabs that have no store of their own share one.
pub fn tab() -> String {
    const KEY: &str = "unknot/tab";
    let Some(Ok(Some(own))) = web_sys::window().map(|window| window.session_storage()) else {
        return "tab".to_string();
    };
    own.get_item(KEY).ok().flatten().unwrap_or_else(|| {
        let name = clock::new_id();
        let _ = own.set_item(KEY, &name);
        name
    })
}

/// The number of this device, drawn once.
pub fn device() -> Device {
    const KEY: &str = "unknot/device";
    let known = read(KEY).ok().flatten();
    known.as_deref().and_then(Device::parse).unwrap_or_else(|| {
        let drawn = Device::of((js_sys::Math::random() * f64::from(u32::MAX)) as u32);
        let _ = write(KEY, &drawn.text());
        drawn
    })
}

/// The name of an empty cache: a trace beside both stores that something was kept here.
const TRACE: &str = "unknot-kept";

/// Leaves the trace.
pub fn leave_trace() {
    if let Some(caches) = caches() {
        forget(caches.open(TRACE));
    }
}

/// Takes it away.
pub fn remove_trace() {
    if let Some(caches) = caches() {
        forget(caches.delete(TRACE));
    }
}

/// Whether it is there: then empty stores were emptied by the browser, not by the person.
pub async fn has_trace() -> bool {
    match caches() {
        Some(caches) => answer(Ok(caches.has(TRACE))).await == Some(true),
        None => false,
    }
}

/// A page that did not come over `https` or from this device has none.
fn caches() -> Option<CacheStorage> {
    let caches = web_sys::window()?.caches().ok()?;
    (!caches.is_undefined()).then_some(caches)
}

/// Asks the browser to keep the store even when the device runs short of room. Some browsers ask
/// the person. Gives what it answered, or `None` where it cannot be asked.
pub async fn persist() -> Option<bool> {
    answer(keeper()?.persist()).await
}

/// Whether the browser keeps the store even when the device runs short of room; `None` where it
/// does not say.
pub async fn persisted() -> Option<bool> {
    answer(keeper()?.persisted()).await
}

/// Whether this browser deletes what a page keeps after seven days without a visit: Safari does, and
/// whatever stands on its engine, unless the page was put on the home screen.
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

/// Old browsers have none, and neither has a page that did not come over `https` or from this device.
fn keeper() -> Option<StorageManager> {
    let keeper = web_sys::window()?.navigator().storage();
    (!keeper.is_undefined()).then_some(keeper)
}

/// What comes of it is nobody's business, not even that it failed.
fn forget(promise: js_sys::Promise) {
    spawn_local(async move { drop(JsFuture::from(promise).await) });
}

async fn answer(asked: Result<js_sys::Promise, JsValue>) -> Option<bool> {
    JsFuture::from(asked.ok()?).await.ok()?.as_bool()
}

fn fault(error: &JsValue) -> Fault {
    let name = Reflect::get(error, &JsValue::from_str("name")).ok();
    match name.and_then(|name| name.as_string()).as_deref() {
        Some("QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED") => Fault::Full,
        _ => Fault::Blocked,
    }
}
