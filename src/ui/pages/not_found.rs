//! An address that names nothing here.

use crate::ui::element::{El, text};
use crate::ui::parts::controls::{heading, link_button};
use crate::ui::route::Route;
use crate::words;

/// The page, for the address that was asked for.
pub fn page(path: &str) -> Vec<El> {
    vec![
        heading(words::not_found::HEADING),
        text("p", words::not_found::nothing(path)),
        link_button("primary", words::not_found::TO_START, &Route::Now),
    ]
}
