//! What the person chose once: their region, a number of their own, the colours, which questionnaires
//! they want, the voice, notifications, and which reminder was put away. Each lives under its own key.

use leptos::prelude::*;

use crate::browser::storage::{self, Fault};
use crate::guide::instrument::Instrument;
use crate::guide::region::{self, Region};

const REGION: &str = "unknot/region";
const OWN_NUMBER: &str = "unknot/number";
/// Read by the shell in `index.html` too, before the first paint.
const APPEARANCE: &str = "unknot/appearance";
/// In the order of [`Instrument::ALL`].
const WANTED: [&str; 2] = ["unknot/peg", "unknot/roland-morris"];

/// Kept while notifications are wanted.
const NOTICES: &str = "unknot/notices";
/// The check whose "check again" was put away.
const PUT_AWAY: &str = "unknot/put-away";
/// "on" or "off", then loudness and pace.
const VOICE: &str = "unknot/voice";

/// The choices, as they are now.
#[derive(Clone, Copy)]
pub struct Preferences {
    region: RwSignal<Option<&'static Region>>,
    own_number: RwSignal<String>,
    appearance: RwSignal<Appearance>,
    wanted: [RwSignal<bool>; 2],
    notices: RwSignal<bool>,
    put_away: RwSignal<String>,
    /// As it is stored.
    voice: RwSignal<String>,
}

/// How guided relief is spoken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Voice {
    /// Whether it is.
    pub on: bool,
    /// How loud, 1 to 10.
    pub loudness: u8,
    /// How fast, 1 to 10; 5 is the voice's own pace.
    pub pace: u8,
}

impl Voice {
    fn encode(self) -> String {
        let on = if self.on { "on" } else { "off" };
        [on, &self.loudness.to_string(), &self.pace.to_string()].join(" ")
    }

    /// What cannot be read is the usual.
    fn decode(text: &str) -> Voice {
        let mut parts = text.split(' ');
        let on = parts.next() != Some("off");
        let mut number = || parts.next()?.parse().ok().filter(|n| (1..=10).contains(n));
        Voice {
            on,
            loudness: number().unwrap_or(10),
            pace: number().unwrap_or(4),
        }
    }
}

/// Which colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Appearance {
    /// As the phone has it.
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Appearance {
    /// All three.
    pub const ALL: [Appearance; 3] = [Appearance::System, Appearance::Light, Appearance::Dark];

    /// The id that is stored, and that the style sheet knows.
    pub fn id(self) -> &'static str {
        match self {
            Appearance::System => "system",
            Appearance::Light => "light",
            Appearance::Dark => "dark",
        }
    }

    /// Its words.
    pub fn words(self) -> &'static str {
        match self {
            Appearance::System => "As the phone has it",
            Appearance::Light => "Light",
            Appearance::Dark => "Dark",
        }
    }
}

impl Preferences {
    /// Reads what is stored.
    pub fn read() -> Preferences {
        let preferences = Preferences {
            region: RwSignal::new(None),
            own_number: RwSignal::new(String::new()),
            appearance: RwSignal::new(Appearance::System),
            wanted: [RwSignal::new(false), RwSignal::new(false)],
            notices: RwSignal::new(false),
            put_away: RwSignal::new(String::new()),
            voice: RwSignal::new(String::new()),
        };
        preferences.refresh();
        preferences
    }

    /// Another tab changed this key (`None`: everything).
    pub fn changed_elsewhere(self, key: Option<&str>) {
        if key.is_none_or(|key| {
            [REGION, OWN_NUMBER, APPEARANCE, NOTICES, PUT_AWAY, VOICE].contains(&key)
                || WANTED.contains(&key)
        }) {
            self.refresh();
        }
    }

    /// Reads it again. A choice that is not known is no choice.
    fn refresh(self) {
        let stored = |key| storage::read(key).ok().flatten();
        self.region
            .set(stored(REGION).as_deref().and_then(region::region));
        self.own_number.set(stored(OWN_NUMBER).unwrap_or_default());
        for (n, wanted) in self.wanted.iter().enumerate() {
            wanted.set(stored(WANTED[n]).is_some());
        }
        self.notices.set(stored(NOTICES).is_some());
        self.put_away.set(stored(PUT_AWAY).unwrap_or_default());
        let voice = stored(VOICE).unwrap_or_default();
        self.voice.set(voice);
        let id = stored(APPEARANCE);
        let known = Appearance::ALL
            .into_iter()
            .find(|one| id.as_deref() == Some(one.id()));
        self.show(known.unwrap_or(Appearance::System));
    }

    fn show(self, appearance: Appearance) {
        self.appearance.set(appearance);
        if let Some(root) = document().document_element() {
            let _ = match appearance {
                Appearance::System => root.remove_attribute("data-theme"),
                chosen => root.set_attribute("data-theme", chosen.id()),
            };
        }
    }

    /// The region, once it was chosen. It is never guessed.
    pub fn region(self) -> Option<&'static Region> {
        self.region.get()
    }

    /// A number to call that the person typed themselves, as they typed it; empty where they did not.
    pub fn own_number(self) -> String {
        self.own_number.get()
    }

    /// Keeps a number of the person's own; an empty one is none.
    ///
    /// # Errors
    /// When it could not be kept. It counts all the same, for this visit.
    pub fn keep_own_number(self, typed: String) -> Result<(), Fault> {
        let kept = match typed.trim() {
            "" => storage::remove(OWN_NUMBER),
            number => storage::write(OWN_NUMBER, number),
        };
        self.own_number.set(typed);
        kept
    }

    /// Chooses a region, or none. It counts at once, even where it cannot be kept.
    ///
    /// # Errors
    /// When it could not be kept.
    pub fn choose_region(self, id: &str) -> Result<(), Fault> {
        let chosen = region::region(id);
        self.region.set(chosen);
        match chosen {
            Some(region) => storage::write(REGION, region.id),
            None => storage::remove(REGION),
        }
    }

    /// Whether the person wants this questionnaire.
    pub fn wants(self, instrument: Instrument) -> bool {
        self.wanted[instrument as usize].get()
    }

    /// Switches a questionnaire on or off. It counts at once, even where that cannot be kept.
    ///
    /// # Errors
    /// When it could not be kept.
    pub fn want(self, instrument: Instrument, wanted: bool) -> Result<(), Fault> {
        let n = instrument as usize;
        self.wanted[n].set(wanted);
        if wanted {
            storage::write(WANTED[n], "on")
        } else {
            storage::remove(WANTED[n])
        }
    }

    /// How guided relief is spoken.
    pub fn voice(self) -> Voice {
        self.voice.with(|text| Voice::decode(text))
    }

    /// Changes how it is spoken. It counts at once, and for this visit even where it cannot be kept.
    pub fn choose_voice(self, voice: Voice) {
        let text = voice.encode();
        let _ = storage::write(VOICE, &text);
        self.voice.set(text);
    }

    /// Whether notifications are wanted.
    pub fn wants_notices(self) -> bool {
        self.notices.get()
    }

    /// Switches them on or off. It counts at once, even where that cannot be kept.
    pub fn want_notices(self, wanted: bool) {
        let _ = if wanted {
            storage::write(NOTICES, "on")
        } else {
            storage::remove(NOTICES)
        };
        self.notices.set(wanted);
    }

    /// The check whose "check again" was put away; empty where none was.
    pub fn put_away(self) -> String {
        self.put_away.get()
    }

    /// Puts away that of a check.
    pub fn put_away_again(self, check: &str) {
        let _ = storage::write(PUT_AWAY, check);
        self.put_away.set(check.to_string());
    }

    /// The colours.
    pub fn appearance(self) -> Appearance {
        self.appearance.get()
    }

    /// Chooses the colours. They count at once, even where the choice cannot be kept.
    ///
    /// # Errors
    /// When it could not be kept.
    pub fn choose_appearance(self, appearance: Appearance) -> Result<(), Fault> {
        self.show(appearance);
        match appearance {
            Appearance::System => storage::remove(APPEARANCE),
            chosen => storage::write(APPEARANCE, chosen.id()),
        }
    }
}
