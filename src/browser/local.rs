//! The fast store (localStorage), driven for `store`. Only keys that begin with [`PREFIX`] are ever touched:
//! pages of one account share an origin.
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

/// Stores a text and looks whether it is there: some browsers drop it without a word, and one that is
/// stopped may keep a half.
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

/// Removes a key of ours, and looks whether it is gone.
fn remove(key: &str) -> Result<(), Fault> {
    debug_assert!(key.starts_with(PREFIX));
    let store = store()?;
    store.remove_item(key).map_err(|error| fault(&error))?;
    match store.get_item(key) {
        Ok(None) => Ok(()),
        _ => Err(Fault::Blocked),
    }
}

/// Shows each of these keys with its text to `see`, but for those that are not there.
fn each(keys: &[String], see: &mut dyn FnMut(&str, &str)) -> Result<(), Fault> {
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
fn keys(prefix: &str) -> Result<Vec<String>, Fault> {
    debug_assert!(prefix.starts_with(PREFIX));
    let all = lines_of_keys(&store()?)?;
    let ours = all.split('\n').filter(|key| key.starts_with(prefix));
    let mut keys: Vec<String> = ours.map(str::to_string).collect();
    keys.sort();
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
