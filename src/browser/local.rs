//! The driver of the fast store (localStorage). It touches only keys that begin with [`PREFIX`]: pages of one account
//! share an origin.
//!
//! "Missing", "blocked", "full" and "unreadable" are four different answers and stay four:
//! a missing record is `None`, the next two are [`Fault`]s, and the last is for the diary to tell.

use gloo_storage::{LocalStorage, Storage as _};
use js_sys::{Array, Function, JsString, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Storage;

use crate::diary::stored::PREFIX;
use crate::store::fast::{Fast, Fault};

/// localStorage.
pub struct Local;

impl Fast for Local {
    fn read(&self, key: &str) -> Result<Option<String>, Fault> {
        read(key)
    }

    fn write(&mut self, key: &str, text: &str) -> Result<(), Fault> {
        write(key, text)
    }

    fn remove(&mut self, key: &str) -> Result<(), Fault> {
        remove(key)
    }

    fn keys(&self, prefix: &str) -> Result<Vec<String>, Fault> {
        keys(prefix)
    }

    fn each(&self, keys: &[String], see: &mut dyn FnMut(&str, &str)) -> Result<(), Fault> {
        each(keys, see)
    }

    fn taken_by_others(&self) -> usize {
        taken_by_others()
    }
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
fn read(key: &str) -> Result<Option<String>, Fault> {
    store()?.get_item(key).map_err(|_| Fault::Blocked)
}

/// Stores a text and reads it back: some browsers drop a write silently, and one that is killed may keep a part.
fn write(key: &str, text: &str) -> Result<(), Fault> {
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

/// Removes a key, and checks that it is gone.
fn remove(key: &str) -> Result<(), Fault> {
    debug_assert!(key.starts_with(PREFIX));
    let store = store()?;
    store.remove_item(key).map_err(|error| fault(&error))?;
    match store.get_item(key) {
        Ok(None) => Ok(()),
        _ => Err(Fault::Blocked),
    }
}

/// Calls `see` with each of these keys that exists, and its text.
fn each(keys: &[String], see: &mut dyn FnMut(&str, &str)) -> Result<(), Fault> {
    let store = store()?;
    for keys in keys.chunks(IN_ONE_GO) {
        let lines = lines(&store, keys).map_err(|_| Fault::Blocked)?;
        // No valid text has a line break. A damaged one may, and an empty line may stand for a missing text: then each is read
        // by itself.
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

/// The number of texts per call to the browser.
const IN_ONE_GO: usize = 500;

/// The texts under these keys, a line each, read by one call: a call for each key takes several times as long.
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
fn keys(prefix: &str) -> Result<Vec<String>, Fault> {
    debug_assert!(prefix.starts_with(PREFIX));
    let all = lines_of_keys(&store()?)?;
    let ours = all.split('\n').filter(|key| key.starts_with(prefix));
    let mut keys: Vec<String> = ours.map(str::to_string).collect();
    keys.sort();
    keys.dedup();
    Ok(keys)
}

/// All keys, a line each, read by one call: a call for each takes several times as long. A key of another page may hold a
/// line break; its parts are then no keys, or keys that exist anyway.
fn lines_of_keys(store: &Storage) -> Result<String, Fault> {
    let keys = Reflect::own_keys(store.as_ref()).map_err(|_| Fault::Blocked)?;
    Ok(keys.join("\n").into())
}

/// The code units that other pages of this origin store: all share one quota.
fn taken_by_others() -> usize {
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

fn fault(error: &JsValue) -> Fault {
    let name = Reflect::get(error, &JsValue::from_str("name")).ok();
    match name.and_then(|name| name.as_string()).as_deref() {
        Some("QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED") => Fault::Full,
        _ => Fault::Blocked,
    }
}
