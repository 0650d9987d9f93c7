//! Filters episodes by place, trigger, treatment, intensity and words.

use crate::diary::Diary;
use crate::diary::episode::{Episode, Severity, treatment_words};
use crate::diary::marks::MarkKind;
use crate::diary::place::{Level, Side};
use crate::diary::radiation::PARTS;
use crate::guide::order;

/// A filter. An empty one matches all.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Filter {
    /// Words that must all stand somewhere in it, as they were typed.
    pub text: String,
    /// A level of the spine.
    pub level: Option<Level>,
    /// The id of a trigger; empty for any.
    pub trigger: String,
    /// The id of a treatment; empty for any.
    pub treatment: String,
    /// How bad it was at its worst, at least.
    pub at_least: Option<Severity>,
}

impl Filter {
    /// The number of conditions that are set.
    pub fn count(&self) -> usize {
        usize::from(!self.text.trim().is_empty())
            + usize::from(self.level.is_some())
            + usize::from(!self.trigger.is_empty())
            + usize::from(!self.treatment.is_empty())
            + usize::from(self.at_least.is_some())
    }

    /// The indices, in the same order, whose episodes match.
    pub fn found(&self, diary: &Diary, places: &[usize]) -> Vec<usize> {
        let mut wanted = String::new();
        put_small(&mut wanted, &self.text);
        let words: Vec<&str> = wanted.split_whitespace().collect();
        let mut found = Vec::new();
        // One buffer for all: twenty thousand texts would take longer to allocate than to search.
        let mut all = String::new();
        for place in places {
            let Some(episode) = diary.at(*place) else {
                continue;
            };
            if !self.fits(episode) {
                continue;
            }
            if !words.is_empty() {
                all.clear();
                put_words(&mut all, episode);
            }
            if words.iter().all(|word| all.contains(word)) {
                found.push(*place);
            }
        }
        found
    }

    /// Whether an episode matches all conditions except the words.
    fn fits(&self, episode: &Episode) -> bool {
        let treated = || episode.treatments.iter().any(|t| t.kind == self.treatment);
        self.level.is_none_or(|level| episode.places.at(level))
            && self
                .at_least
                .is_none_or(|least| episode.peak() >= Some(least))
            && (self.trigger.is_empty() || episode.marks.has(MarkKind::Trigger, &self.trigger))
            && (self.treatment.is_empty() || treated())
    }
}

/// Everything in an episode that is said in words, in small letters.
fn put_words(all: &mut String, episode: &Episode) {
    put_small(all, &episode.notes);
    for treatment in &episode.treatments {
        put_small(all, treatment_words(&treatment.kind));
        put_small(all, &treatment.detail);
    }
    for kind in MarkKind::ALL {
        for id in episode.marks.of(kind) {
            put_small(all, kind.words(id));
        }
    }
    for place in episode.places.iter() {
        put_small(all, place.level.words());
        put_small(all, place.side.id());
    }
    for (n, (_, words)) in PARTS.iter().enumerate() {
        if episode.radiation.has(n, Side::Left) || episode.radiation.has(n, Side::Right) {
            put_small(all, words);
        }
    }
}

/// Adds a text in small letters, apart from what stands before it.
fn put_small(all: &mut String, text: &str) {
    all.push('\n');
    all.extend(text.chars().map(small));
}

/// The small form of a letter of the Latin, Greek and Cyrillic scripts; any other as it is. (The
/// standard library's knows every script, and brings a table of 11 kB.)
pub fn small(letter: char) -> char {
    let code = u32::from(letter);
    let small = match code {
        // A to Z, À to Þ, Α to Ϋ, А to Я
        0x41..=0x5A | 0xC0..=0xD6 | 0xD8..=0xDE | 0x391..=0x3A1 | 0x3A3..=0x3AB | 0x410..=0x42F => {
            code + 32
        }
        0x400..=0x40F => code + 80,
        // Ā ā, Ă ă, …: the small one comes next.
        0x100..=0x12F | 0x132..=0x137 | 0x14A..=0x177 => code | 1,
        0x139..=0x148 | 0x179..=0x17E => code + code % 2,
        _ => code,
    };
    char::from_u32(small).unwrap_or(letter)
}

/// The most own triggers in a list of options.
const MOST: usize = 60;

/// The triggers that were noted in episodes, the most frequent first.
pub fn triggers_used(diary: &Diary) -> Vec<String> {
    let mut counts: Vec<(String, i64)> = Vec::new();
    for episode in diary.episodes() {
        for id in episode.marks.of(MarkKind::Trigger) {
            match counts.iter().position(|(known, _)| known == id) {
                Some(n) => counts[n].1 += 1,
                None if counts.len() < MOST => counts.push((id.clone(), 1)),
                None => {}
            }
        }
    }
    order::by_key(&mut counts, |(_, count)| std::cmp::Reverse(*count));
    counts.into_iter().map(|(id, _)| id).collect()
}
