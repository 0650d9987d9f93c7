//! Drawings in one colour, that of the text beside them. They say nothing that words do not.

use leptos::prelude::*;

/// The mark: a knot coming undone.
#[component]
pub fn Mark() -> impl IntoView {
    view! {
        <svg class="mark" viewBox="0 0 32 32" aria-hidden="true">
            <path d="M3 24c8 0 9-3 9-8s3-9 7-9 6 3 6 6-3 6-7 6-7-3-7-6 2-5 4-5M18 24h11"/>
        </svg>
    }
}

/// An icon of the line kind.
#[component]
pub fn Icon(
    /// Its path, on a field of 24 × 24.
    path: &'static str,
) -> impl IntoView {
    view! { <svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d=path/></svg> }
}

/// A clock.
pub const CLOCK: &str = "M12 4a8 8 0 1 0 0 16 8 8 0 1 0 0-16M12 8v4l3 2";
/// A shield.
pub const SHIELD: &str = "M12 3l8 3v6c0 5-4 8-8 9-4-1-8-4-8-9V6zM12 8v5M12 16v.5";
/// A calendar.
pub const CALENDAR: &str =
    "M7 5h10a3 3 0 0 1 3 3v9a3 3 0 0 1-3 3H7a3 3 0 0 1-3-3V8a3 3 0 0 1 3-3zM4 10h16M9 3v4M15 3v4";
/// Bars.
pub const BARS: &str = "M4 20h16M7 16v-4M12 16V7M17 16v-6";
/// Sliders.
pub const SLIDERS: &str = "M4 7h9M17 7h3M4 17h3M11 17h9M15 5v4M9 15v4";
/// A house with a tick.
pub const HOUSE: &str = "M3 11l9-8 9 8v10H3zM9 14l2 2 4-4";
