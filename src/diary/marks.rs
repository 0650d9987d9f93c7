//! What a person can tick of an episode: what set it off, how it feels, what comes with it, what it
//! stopped them doing. One list a kind, of ids; what they typed themselves is its own id.

use serde::{Deserialize, Serialize};

use crate::diary::Diary;
use crate::diary::episode::{Episode, TREATMENTS};

/// A kind of mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MarkKind {
    /// What set it off.
    Trigger,
    /// How the pain feels.
    Quality,
    /// What comes with it.
    Symptom,
    /// What it stopped the person doing.
    Limit,
}

impl MarkKind {
    /// All four, in the order of the form.
    pub const ALL: [MarkKind; 4] = [
        MarkKind::Trigger,
        MarkKind::Quality,
        MarkKind::Symptom,
        MarkKind::Limit,
    ];

    /// The question that a form asks.
    pub const fn question(self) -> &'static str {
        [
            "What set it off?",
            "What does it feel like?",
            "What comes with it?",
            "What did it stop you doing?",
        ][self as usize]
    }

    /// What is offered: stored id and words.
    pub fn offered(self) -> &'static [(&'static str, &'static str)] {
        OFFERED[self as usize]
    }

    /// The words of a mark: those of the list, or what the person typed.
    pub fn words(self, id: &str) -> &str {
        let known = self.offered().iter().find(|(known, _)| *known == id);
        known.map_or(id, |(_, words)| words)
    }
}

/// The longest item of a person's own, in characters.
pub const LONGEST: usize = 60;
/// So many items of a person's own are offered again.
const MOST: usize = 24;
/// So many episodes are looked through for them: a form opens as fast with twenty thousand.
pub const LOOKED_THROUGH: usize = 1000;

static OFFERED: [&[(&str, &str)]; 4] = [
    &[
        ("posture", "Posture"),
        ("sitting", "Long sitting"),
        ("lifting", "Lifting"),
        ("twisting", "Twisting"),
        ("sport", "Sport"),
        ("injury", "Injury"),
        ("cough", "Cough or sneeze"),
        ("cold", "Cold"),
        ("stress", "Stress"),
        ("sleep", "Bad sleep"),
        ("none", "Nothing I know of"),
    ],
    &[
        ("cramp", "Cramping"),
        ("tight", "Tight"),
        ("sharp", "Sharp"),
        ("dull", "Dull, aching"),
        ("burning", "Burning"),
        ("shooting", "Shooting"),
        ("throbbing", "Throbbing"),
    ],
    &[
        ("stiff", "Stiffness"),
        ("numb", "Numbness"),
        ("tingling", "Tingling"),
        ("weak", "Weakness"),
        ("headache", "Headache"),
        ("dizzy", "Dizziness"),
        ("nausea", "Feeling sick"),
    ],
    &[
        ("work", "Work"),
        ("chores", "Chores"),
        ("walking", "Walking"),
        ("sleep", "Sleep"),
    ],
];

/// The marks of one episode: a list of ids for each kind, in their order.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Marks([Vec<String>; 4]);

impl Marks {
    /// Those of one kind, in the order in which they were ticked.
    pub fn of(&self, kind: MarkKind) -> &[String] {
        &self.0[kind as usize]
    }

    /// Those of one kind, to change them.
    pub fn of_mut(&mut self, kind: MarkKind) -> &mut Vec<String> {
        &mut self.0[kind as usize]
    }

    /// Whether this one is ticked.
    pub fn has(&self, kind: MarkKind, id: &str) -> bool {
        self.of(kind).iter().any(|there| there == id)
    }

    /// The ids of one kind, to look at.
    pub fn ids(&self, kind: MarkKind) -> Vec<&str> {
        self.of(kind).iter().map(String::as_str).collect()
    }

    /// Ticks one, or takes the tick away.
    pub fn toggle(&mut self, kind: MarkKind, id: &str) {
        toggle(self.of_mut(kind), id);
    }

    /// The words of all of one kind, in one line.
    pub fn words(&self, kind: MarkKind) -> String {
        let words: Vec<&str> = self.of(kind).iter().map(|id| kind.words(id)).collect();
        words.join(", ")
    }
}

/// Puts an id into a list, or takes it out.
pub fn toggle(list: &mut Vec<String>, id: &str) {
    match list.iter().position(|there| there == id) {
        Some(place) => drop(list.remove(place)),
        None => list.push(id.to_string()),
    }
}

/// What an item that the person typed is kept as: what is offered under the same words, else the
/// words themselves, which are their own id. None where nothing was typed.
pub fn named(offered: &[(&str, &str)], typed: &str) -> Option<String> {
    let typed = typed.trim();
    let known = offered
        .iter()
        .find(|(_, words)| words.eq_ignore_ascii_case(typed));
    let name = known.map_or(typed, |(id, _)| id);
    (!name.is_empty()).then(|| name.chars().take(LONGEST).collect())
}

/// Adds an item to those of the person's own, unless it is offered anyway, or is there already.
pub fn add_own(own: &mut Vec<String>, offered: &[(&str, &str)], id: &str) {
    let is_free = own.len() < MOST && !own.iter().any(|there| there == id);
    if is_free && !offered.iter().any(|(known, _)| *known == id) {
        own.push(id.to_string());
    }
}

/// The items of the person's own that their latest [`LOOKED_THROUGH`] episodes have, those used last
/// first. `items` names those of one episode.
pub fn own(
    diary: &Diary,
    offered: &[(&str, &str)],
    items: &dyn Fn(&Episode) -> Vec<&str>,
) -> Vec<String> {
    let mut own = Vec::new();
    for episode in diary.noted_last(LOOKED_THROUGH) {
        for id in items(episode) {
            add_own(&mut own, offered, id);
        }
    }
    own
}

/// The items of the person's own among the treatments of their episodes.
pub fn own_treatments(diary: &Diary) -> Vec<String> {
    own(diary, &TREATMENTS, &|episode| {
        let treatments = episode.treatments.iter();
        treatments.map(|one| one.kind.as_str()).collect()
    })
}
