//! Cards to read. Each claim has its source; what is shown of a card, and when, is decided with the diary.

use crate::guide::content::cards::CARDS;
use crate::guide::source::Source;
use crate::words::Word;

/// A card.
#[derive(Debug)]
pub struct Card {
    /// Stable id: the last part of its address.
    pub id: &'static str,
    /// Its title.
    pub title: Word,
    /// What it says, in order.
    pub parts: &'static [CardPart],
}

/// A part of a card.
#[derive(Debug)]
pub struct CardPart {
    /// Its heading; none for the first part of most cards.
    pub heading: Option<Word>,
    /// When it may be shown.
    pub shown: Shown,
    /// What it says.
    pub claims: &'static [Claim],
}

/// One thing that is said, with where it was read.
#[derive(Debug)]
pub struct Claim {
    /// In words.
    pub words: Word,
    /// Where it was read, or our own caution.
    pub source: &'static Source,
}

/// What a part of a card is, and so when it may be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shown {
    /// To read: after a whole check that found nothing urgent.
    Read,
    /// A position that eases: also before a check.
    Position,
    /// Slow breathing: also before a check, but with a heart disease.
    Breath,
    /// Warmth: once the danger check is answered and nothing was ticked, and the skin feels.
    Warmth,
    /// Movement: once the whole check is answered, unless an answer speaks against it.
    Movement,
    /// Getting off the floor: once the danger check is answered and nothing was ticked.
    Floor,
    /// In place of the floor after a fall, crash or blow that is an emergency or not sorted out.
    StayAndCall,
    /// How to get about at home: as [`Shown::Floor`].
    About,
    /// A sign of an emergency: always.
    Sign,
}

/// The card with this id.
pub fn card(id: &str) -> Option<&'static Card> {
    CARDS.iter().find(|card| card.id == id)
}

impl Card {
    /// Its sources, each once.
    pub fn sources(&self) -> Vec<&'static Source> {
        let mut all: Vec<&Source> = Vec::new();
        for claim in self.parts.iter().flat_map(|part| part.claims) {
            if !all.contains(&claim.source) {
                all.push(claim.source);
            }
        }
        all
    }
}
