//! Small values of the fast store that are no records: settings of this device, drafts, timers. Their keys are those of
//! the registry (`store/keys.rs`).

use crate::browser::clock;
use crate::browser::local::Local;
use crate::store::fast::{Fast, Fault};
use crate::store::keys::{DRAFT, Key, TAB};

/// The value of a key; none where it is missing, or the store is blocked.
pub fn get(key: Key) -> Option<String> {
    Local.read(key.name()).ok().flatten()
}

/// Stores a value; `None` removes it.
///
/// # Errors
/// [`Fault`].
pub fn set(key: Key, value: Option<&str>) -> Result<(), Fault> {
    match value {
        Some(value) => Local.write(key.name(), value),
        None => Local.remove(key.name()),
    }
}

/// The drafts of one thing: keys and texts, sorted by key.
pub fn drafts(of: &str) -> Vec<(String, String)> {
    let mut drafts = Vec::new();
    let keys = Local.keys(&format!("{DRAFT}{of}")).unwrap_or_default();
    let _ = Local.each(&keys, &mut |key, text| {
        drafts.push((key.to_string(), text.to_string()));
    });
    drafts
}

/// Stores a draft; `None` removes it.
///
/// # Errors
/// [`Fault`].
pub fn set_draft(key: &str, text: Option<&str>) -> Result<(), Fault> {
    debug_assert!(key.starts_with(DRAFT));
    match text {
        Some(text) => Local.write(key, text),
        None => Local.remove(key),
    }
}

/// The name of this tab, which survives a reload. Tabs without sessionStorage share one name.
pub fn tab() -> String {
    let Some(Ok(Some(own))) = web_sys::window().map(|window| window.session_storage()) else {
        return "tab".to_string();
    };
    own.get_item(TAB).ok().flatten().unwrap_or_else(|| {
        let name = clock::new_id();
        let _ = own.set_item(TAB, &name);
        name
    })
}
