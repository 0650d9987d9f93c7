//! The settings that belong to the person and not to the device: region, own emergency number, questions for
//! the clinician. They are in the backup, and merge setting by setting.

use crate::diary::history::History;

/// The region, whose emergency numbers are shown: an id of the guide.
pub const REGION: &str = "region";
/// The region and the time zone in which it was chosen: in another zone it is asked for again.
pub const REGION_ZONE: &str = "region-zone";
/// An emergency number of the person's own.
pub const OWN_NUMBER: &str = "number";
/// Questions of the person's own for a clinician.
pub const QUESTIONS: &str = "questions";
/// Whether PEG is filled in with the days.
pub const PEG: &str = "peg";
/// Whether Roland-Morris is filled in with the days.
pub const ROLAND_MORRIS: &str = "roland-morris";
/// Whether notifications are wanted.
pub const NOTICES: &str = "notices";
/// How guided relief is spoken.
pub const VOICE: &str = "voice";
/// Light or dark.
pub const APPEARANCE: &str = "appearance";

/// The settings in words.
pub static NAMES: [(&str, &str); 9] = [
    (REGION, "Region"),
    (REGION_ZONE, "Time zone of the region"),
    (OWN_NUMBER, "Emergency number of your own"),
    (QUESTIONS, "Questions of your own"),
    (PEG, "PEG with the days"),
    (ROLAND_MORRIS, "Roland-Morris with the days"),
    (NOTICES, "Notifications"),
    (VOICE, "Voice"),
    (APPEARANCE, "Colours"),
];

/// The one record of settings.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Settings {
    /// How often it was stored.
    pub revision: u32,
    /// Name and value of each setting, sorted by name. An empty one is not there. Unknown names are kept.
    pub values: Vec<(String, String)>,
    /// When each was said.
    pub history: History,
}

impl Settings {
    /// The value of a setting; empty where it was not chosen.
    pub fn get(&self, name: &str) -> &str {
        self.place(name).map_or("", |place| &self.values[place].1)
    }

    /// Chooses a value. An empty one takes the choice back.
    pub fn set(&mut self, name: &str, value: &str) {
        let place = self.place(name);
        if let Ok(there) = place {
            self.values.remove(there);
        }
        if !value.is_empty() {
            let (Ok(place) | Err(place)) = place;
            self.values
                .insert(place, (name.to_string(), value.to_string()));
        }
    }

    fn place(&self, name: &str) -> Result<usize, usize> {
        self.values
            .binary_search_by(|(there, _)| there.as_str().cmp(name))
    }
}
