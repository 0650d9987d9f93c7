//! The document around the pages: the focus, and the attributes by which the shell shows and hides.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// Sets an attribute of the document. `data-app`: "up" or "broken", by which the shell in `index.html` shows and hides;
/// `data-diary`: "whole" once the whole diary is read.
pub fn mark(what: &str, state: &str) {
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute(what, state);
    }
}

/// Focuses the heading after a change of the page: there reading goes on, for eyes and screen readers.
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
