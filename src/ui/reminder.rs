//! Notifications while the app is open, for those who asked for them.

use leptos::prelude::*;

use crate::browser::notice;
use crate::ui::preferences::Preferences;

/// Shows a notification, if the person wants them and the page is hidden.
pub fn remind(preferences: Preferences, name: &str, words: &str) {
    if document().hidden() && untrack(|| preferences.wants_notices()) {
        notice::show(name, words);
    }
}
