//! How this window was opened.

use super::optional;

/// Whether the phone's own shortcut may have opened it: an installed app's window that no other page led to.
/// A link on a foreign page opens a tab, or has a referrer.
pub fn by_a_shortcut() -> bool {
    let Some(window) = web_sys::window() else {
        return false;
    };
    let media = window.match_media("(display-mode: standalone)");
    let is_app = media.is_ok_and(|media| media.is_some_and(|media| media.matches()))
        || optional::get(&optional::navigator(), "standalone").is_some_and(|it| it.is_truthy());
    let document = window.document();
    is_app && document.is_some_and(|document| document.referrer().is_empty())
}
