//! An address that names nothing here.

use crate::ui::element::{El, text};
use crate::ui::parts::controls::{heading, link_button};
use crate::ui::route::Route;

/// The page, for the address that was asked for.
pub fn page(path: &str) -> Vec<El> {
    vec![
        heading("There is no such page"),
        text(
            "p",
            format!("Nothing is at “{path}”. Your diary is untouched."),
        ),
        link_button("primary", "To the start", &Route::Now),
    ]
}
