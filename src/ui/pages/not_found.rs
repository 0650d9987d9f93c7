//! An address that names nothing here.

use leptos::prelude::*;

use crate::ui::route::Route;

/// The page.
#[component]
pub fn NotFoundPage(
    /// The address that was asked for.
    path: String,
) -> impl IntoView {
    view! {
        <h1 tabindex="-1">"There is no such page"</h1>
        <p>"Nothing is at “" {path} "”. Your diary is untouched."</p>
        <a class="primary button" href=Route::Now.href()>"To the start"</a>
    }
}
