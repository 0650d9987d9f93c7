//! Mounts the app.

use leptos::mount::mount_to;
use leptos::prelude::*;
use unknot::ui::{App, mark};
use wasm_bindgen::JsCast;

fn main() {
    // A panic cannot be undone: the shell says so plainly, with the emergency list and a way to
    // save what is stored.
    std::panic::set_hook(Box::new(|panic| {
        leptos::logging::error!("{panic}");
        mark("broken");
    }));
    if let Some(place) = document().get_element_by_id("app") {
        mount_to(place.unchecked_into(), App).forget();
        mark("up");
    }
}
