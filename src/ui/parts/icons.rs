//! Icons, in the colour of the text beside them. They are decoration: words say the same.

use crate::ui::element::{El, svg};

/// The mark: a knot coming undone.
pub fn mark() -> El {
    drawing(
        "mark",
        "0 0 32 32",
        "M3 24c8 0 9-3 9-8s3-9 7-9 6 3 6 6-3 6-7 6-7-3-7-6 2-5 4-5M18 24h11",
    )
}

/// An icon of the line kind, from its path on a field of 24 × 24.
pub fn icon(path: &str) -> El {
    drawing("icon", "0 0 24 24", path)
}

fn drawing(class: &str, field: &str, path: &str) -> El {
    svg("svg")
        .class(class)
        .attr("viewBox", field)
        .attr("aria-hidden", "true")
        .with(svg("path").attr("d", path))
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
