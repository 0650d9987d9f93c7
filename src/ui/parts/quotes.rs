//! Quotes: the sources of a statement, and the person's own answers.

use crate::guide::decides::source_words;
use crate::guide::source::Source;
use crate::ui::element::{El, el, text};
use crate::ui::parts::controls::soft;

/// The sources of a statement, folded; `None` without one.
pub fn sources(sources: &[&Source]) -> Option<El> {
    let line = |source: &&Source| text("li", source_words(source));
    (!sources.is_empty()).then(|| {
        el("details")
            .class("sources")
            .with(text("summary", "Source"))
            .with(el("ul").with(sources.iter().map(line)))
    })
}

/// A quiet line with the person's own answers; `None` without one.
pub fn quoting(lead: &str, words: &[&str]) -> Option<El> {
    (!words.is_empty()).then(|| soft(format!("{lead}{}", words.join(" · "))))
}
