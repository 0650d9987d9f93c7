//! Where on the back: a level of the spine and a side of it, fifteen places in all.

use serde::{Deserialize, Serialize};

use crate::guide::answers::Answer;

/// A spot on the back: a level of the spine and a side of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// How high.
    pub level: Level,
    /// Which side, as the person's own left and right.
    pub side: Side,
}

/// A level of the spine, from the top.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    Neck,
    /// Between the shoulder blades.
    Upper,
    /// The middle of the back.
    Mid,
    /// The low back.
    Low,
    Buttock,
}

/// A side of the spine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// The person's left.
    Left,
    /// The midline.
    Centre,
    /// The person's right.
    Right,
}

impl Level {
    /// All five, from the top.
    pub const ALL: [Level; 5] = [
        Level::Neck,
        Level::Upper,
        Level::Mid,
        Level::Low,
        Level::Buttock,
    ];

    /// The id, as it is stored and as the guide's place question has it.
    pub fn id(self) -> &'static str {
        match self {
            Level::Neck => "neck",
            Level::Upper => "upper",
            Level::Mid => "mid",
            Level::Low => "low",
            Level::Buttock => "buttock",
        }
    }

    /// "Lower back".
    pub fn words(self) -> &'static str {
        match self {
            Level::Neck => "Neck",
            Level::Upper => "Upper back",
            Level::Mid => "Middle back",
            Level::Low => "Lower back",
            Level::Buttock => "Buttock",
        }
    }
}

impl Side {
    /// All three, left to right as seen from behind.
    pub const ALL: [Side; 3] = [Side::Left, Side::Centre, Side::Right];

    /// The id that is stored.
    pub fn id(self) -> &'static str {
        match self {
            Side::Left => "left",
            Side::Centre => "centre",
            Side::Right => "right",
        }
    }
}

impl Place {
    /// All fifteen, from the top, left to right.
    pub fn all() -> impl Iterator<Item = Place> {
        Level::ALL
            .into_iter()
            .flat_map(|level| Side::ALL.into_iter().map(move |side| Place { level, side }))
    }

    fn bit(self) -> u16 {
        1 << (self.level as u16 * 3 + self.side as u16)
    }

    /// The id that is stored: "low-right".
    pub fn id(self) -> String {
        format!("{}-{}", self.level.id(), self.side.id())
    }

    /// The place with this id.
    pub fn from_id(id: &str) -> Option<Place> {
        Place::all().find(|place| place.id() == id)
    }

    /// "Lower back, right".
    pub fn words(self) -> String {
        format!("{}, {}", self.level.words(), self.side.id())
    }
}

/// A set of places. In a draft it is a list of their ids.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(try_from = "Vec<String>", into = "Vec<String>")]
pub struct Places(u16);

impl TryFrom<Vec<String>> for Places {
    type Error = String;

    fn try_from(ids: Vec<String>) -> Result<Places, String> {
        let place = |id: String| Place::from_id(&id).ok_or(format!("no place {id:?}"));
        ids.into_iter().map(place).collect()
    }
}

impl From<Places> for Vec<String> {
    fn from(places: Places) -> Vec<String> {
        places.iter().map(Place::id).collect()
    }
}

impl Places {
    /// The guide's answer to "where is it?" that these give; an empty one where none is marked.
    pub fn answer(self) -> Answer {
        let mut levels = Level::ALL.to_vec();
        levels.retain(|level| self.at(*level));
        let ids: Vec<&str> = levels.iter().map(|level| level.id()).collect();
        Answer::of(&ids)
    }

    /// The set that a stored number stands for; none where it has other bits.
    pub fn from_bits(bits: u16) -> Option<Places> {
        (bits >> 15 == 0).then_some(Places(bits))
    }

    /// The number that is stored: the lowest bit is the neck's left, the next one its middle.
    pub fn bits(self) -> u16 {
        self.0
    }

    /// Puts one in.
    pub fn insert(&mut self, place: Place) {
        self.0 |= place.bit();
    }

    /// Puts one in, or takes it out.
    pub fn toggle(&mut self, place: Place) {
        self.0 ^= place.bit();
    }

    /// Whether this one is in.
    pub fn contains(self, place: Place) -> bool {
        self.0 & place.bit() != 0
    }

    /// Whether one of this level is in.
    pub fn at(self, level: Level) -> bool {
        self.iter().any(|place| place.level == level)
    }

    /// Whether none is in.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// What is in, from the top, left to right.
    pub fn iter(self) -> impl Iterator<Item = Place> {
        Place::all().filter(move |place| self.contains(*place))
    }
}

impl FromIterator<Place> for Places {
    fn from_iter<I: IntoIterator<Item = Place>>(places: I) -> Places {
        let mut set = Places::default();
        for place in places {
            set.insert(place);
        }
        set
    }
}

/// Several places in words: "Neck, left · Lower back, centre and right".
pub fn places_words(places: Places) -> String {
    let mut levels: Vec<String> = Vec::new();
    for level in Level::ALL.into_iter().filter(|level| places.at(*level)) {
        let of_level = places.iter().filter(|place| place.level == level);
        let sides: Vec<_> = of_level.map(|place| place.side.id()).collect();
        levels.push(format!("{}, {}", level.words(), sides.join(" and ")));
    }
    levels.join(" · ")
}
