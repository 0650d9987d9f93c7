//! What the app does to the document around its pages: the focus, and the marks by which the shell shows and hides.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// Marks the page. `data-app`: whether it is running, or broken, by which the shell in `index.html` shows
/// and hides; `data-diary`: that the whole diary is read.
pub fn mark(what: &str, state: &str) {
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute(what, state);
    }
}

/// After a change of place the heading is where reading goes on, for eyes and screen readers.
pub fn focus_heading() {
    request_animation_frame(|| {
        focus("#main h1");
        window().scroll_to_with_x_and_y(0.0, 0.0);
    });
}

/// Moves the focus to the first element that this selector finds.
pub fn focus(selector: &str) {
    let found = document().query_selector(selector).ok().flatten();
    if let Some(element) = found.and_then(|found| found.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _ = element.focus();
    }
}
