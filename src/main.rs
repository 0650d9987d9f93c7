//! Mounts the app.

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("Unknot runs in a browser: make serve");
}

#[cfg(target_arch = "wasm32")]
fn main() {
    page::mount();
}

#[cfg(target_arch = "wasm32")]
mod page {
    use leptos::mount::mount_to;
    use leptos::prelude::*;
    use unknot::ui::app;
    use unknot::ui::document::mark;
    use wasm_bindgen::JsCast;

    /// Puts the app into the page.
    pub fn mount() {
        // A panic cannot be undone: the shell says so plainly, with the emergency list and a way to
        // save what is stored.
        std::panic::set_hook(Box::new(|panic| {
            leptos::logging::error!("{panic}");
            mark("data-app", "broken");
        }));
        let Some(place) = document().get_element_by_id("app") else {
            return;
        };
        let within = place.clone();
        mount_to(place.unchecked_into(), move || {
            for part in app() {
                part.mount(&within);
            }
        })
        .forget();
        mark("data-app", "up");
    }
}
