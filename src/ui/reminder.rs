//! Notifications while the app is open, for those who asked for them.

use leptos::prelude::*;

use crate::browser::notice;
use crate::ui::preferences::Preferences;

/// Reminds someone who looks at something else, if they asked for that.
pub fn remind(preferences: Preferences, name: &str, words: &str) {
    if document().hidden() && untrack(|| preferences.wants_notices()) {
        notice::show(name, words);
    }
}
