//! The shown words: all of them stand in `words/en/*.ftl`, in Fluent's syntax, and have a name here.
//!
//! ```ignore
//! text("p", words::now::START)                      // a message without arguments is a `Word`
//! text("p", words::shell::filling(percent))         // one with arguments is a function that gives a `String`
//! ```
//!
//! `build.rs` makes the names and one table of patterns: a wrong name or argument fails the build. A `Word` is a place in
//! that table, so a table of another language can stand in for it. `CONTRIBUTING.md` says how to add a word.

use std::fmt;

pub mod fill;
mod mark;

use fill::Argument;

include!(concat!(env!("OUT_DIR"), "/words.rs"));

/// A language: its patterns and its plural rule.
struct Language {
    patterns: &'static [&'static str],
    plural: fn(i64) -> &'static str,
}

/// English, which is compiled in.
static EN: Language = Language {
    patterns: &ENGLISH,
    plural: fill::english_plural,
};

/// The language that is shown.
fn language() -> &'static Language {
    &EN
}

/// A message without arguments, by its place in the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word(u16);

impl Word {
    /// The text, in the language that is shown.
    pub fn text(self) -> &'static str {
        language().patterns[usize::from(self.0)]
    }

    /// The text of a message with arguments.
    fn with(self, arguments: &[Argument]) -> String {
        fill::fill(self.text(), arguments, language().plural)
    }
}

impl fmt::Display for Word {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.pad(self.text())
    }
}

impl From<Word> for String {
    fn from(word: Word) -> String {
        word.text().to_string()
    }
}

impl AsRef<str> for Word {
    fn as_ref(&self) -> &str {
        self.text()
    }
}
