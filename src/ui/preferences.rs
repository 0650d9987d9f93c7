//! The person's choices: region, a number of their own, colours, questionnaires, voice, notifications. They are
//! settings of the diary ([`crate::diary::settings`]): in the backup, and merged one by one. A choice counts at once,
//! and for this visit even where it cannot be stored.

use leptos::prelude::*;

use crate::browser::{clock, kept};
use crate::diary::id::CheckupId;
use crate::diary::moment::Moment;
use crate::diary::settings::{
    self, APPEARANCE, NOTICES, OWN_NUMBER, QUESTIONS, REGION, REGION_ZONE, VOICE,
};
use crate::guide::instrument::Instrument;
use crate::guide::region::{Whereabouts, confirmation, whereabouts};
use crate::store::keys::{self, PUT_AWAY};
use crate::ui::open_diary::{OpenDiary, Outcome};
use crate::words::{self, Word};

/// In the order of [`Instrument::ALL`].
const WANTED: [&str; 2] = [settings::PEG, settings::ROLAND_MORRIS];
/// The value of a setting that is on.
const ON: &str = "on";

/// The current settings.
#[derive(Clone, Copy)]
pub struct Preferences {
    diary: OpenDiary,
    /// Names and values.
    chosen: Memo<Vec<(String, String)>>,
    /// The check whose "check again" was put away.
    put_away: RwSignal<Option<CheckupId>>,
    /// The time zone of the device, by its IANA name; empty where the browser does not say. Read again each
    /// minute: it changes on a journey.
    zone: Memo<String>,
}

/// How guided relief is spoken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Voice {
    /// Whether it is spoken.
    pub on: bool,
    /// How loud, 1 to 10.
    pub loudness: u8,
    /// How fast, 1 to 10; 5 is the voice's own pace.
    pub pace: u8,
}

impl Voice {
    fn encode(self) -> String {
        let on = if self.on { "on" } else { "off" };
        format!("{on} {} {}", self.loudness, self.pace)
    }

    /// An unreadable value is the default.
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

/// The colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Appearance {
    /// The phone's own setting.
    System,
    Light,
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
    pub fn words(self) -> Word {
        match self {
            Appearance::System => words::settings::COLOURS_SYSTEM,
            Appearance::Light => words::settings::COLOURS_LIGHT,
            Appearance::Dark => words::settings::COLOURS_DARK,
        }
    }
}

impl Preferences {
    /// The settings of an open diary. `now` is renewed as time goes on.
    pub fn of(diary: OpenDiary, now: RwSignal<Moment>) -> Preferences {
        let shown = diary.read();
        let minute = Memo::new(move |_| now.with(|now| now.timestamp() / 60));
        let preferences = Preferences {
            diary,
            chosen: Memo::new(move |_| {
                shown.with(|diary| {
                    diary
                        .settings()
                        .map_or(Vec::new(), |all| all.values.clone())
                })
            }),
            put_away: RwSignal::new(read_put_away()),
            zone: Memo::new(move |_| {
                // Read, not only tracked: a memo that was never read follows nothing.
                minute.get();
                clock::zone()
            }),
        };
        preferences.take_over();
        Effect::new(move |_| show(preferences.appearance()));
        preferences
    }

    /// Takes over the settings that version 0.1 kept. One that cannot be stored is taken over the next time.
    fn take_over(self) {
        for (name, _) in settings::NAMES {
            // Version 0.1 kept each setting under a key of its own.
            let Some(key) = keys::of_setting(name) else {
                continue;
            };
            // The shell reads the colours before the first paint.
            let stays = name == APPEARANCE;
            let Some(value) = kept::get(key) else {
                continue;
            };
            let is_stored =
                !self.get(name).is_empty() || self.choose(name, &value) == Outcome::Saved;
            if is_stored && !stays {
                let _ = kept::set(key, None);
            }
        }
    }

    /// Another tab changed this key (`None`: everything).
    pub fn changed_elsewhere(self, key: Option<&str>) {
        if key.is_none_or(|key| key == PUT_AWAY.name()) {
            self.put_away.set(read_put_away());
        }
    }

    fn get(self, name: &str) -> String {
        self.chosen.with(|chosen| {
            let found = chosen.iter().find(|(there, _)| there == name);
            found.map_or(String::new(), |(_, value)| value.clone())
        })
    }

    fn choose(self, name: &str, value: &str) -> Outcome {
        self.diary
            .change_settings(|settings| settings.set(name, value))
    }

    /// Where the person is: the region that counts, or those that the time zone suggests.
    pub fn whereabouts(self) -> Whereabouts {
        let (chosen, confirmed) = (self.get(REGION), self.get(REGION_ZONE));
        self.zone
            .with(|zone| whereabouts(&chosen, &confirmed, zone))
    }

    /// Chooses a region, in the time zone of now; or none.
    pub fn choose_region(self, id: &str) {
        let confirmed = match id {
            "" => String::new(),
            id => self.zone.with_untracked(|zone| confirmation(id, zone)),
        };
        let _ = self.diary.change_settings(|settings| {
            settings.set(REGION, id);
            settings.set(REGION_ZONE, &confirmed);
        });
    }

    /// A number to call that the person typed themselves, as they typed it; empty where they did not.
    pub fn own_number(self) -> String {
        self.get(OWN_NUMBER)
    }

    /// Keeps a number of the person's own; an empty one is none.
    pub fn keep_own_number(self, typed: &str) {
        let typed = if typed.trim().is_empty() { "" } else { typed };
        let _ = self.choose(OWN_NUMBER, typed);
    }

    /// The person's own questions for a clinician.
    pub fn questions(self) -> String {
        self.get(QUESTIONS)
    }

    /// Keeps them.
    pub fn keep_questions(self, typed: &str) {
        let _ = self.choose(QUESTIONS, typed);
    }

    /// Whether the person wants this questionnaire.
    pub fn wants(self, instrument: Instrument) -> bool {
        !self.get(WANTED[instrument as usize]).is_empty()
    }

    /// Switches a questionnaire on or off.
    pub fn want(self, instrument: Instrument, wanted: bool) {
        let _ = self.choose(WANTED[instrument as usize], if wanted { ON } else { "" });
    }

    /// How guided relief is spoken.
    pub fn voice(self) -> Voice {
        Voice::decode(&self.get(VOICE))
    }

    /// Changes how it is spoken.
    pub fn choose_voice(self, voice: Voice) {
        let _ = self.choose(VOICE, &voice.encode());
    }

    /// Whether notifications are wanted.
    pub fn wants_notices(self) -> bool {
        !self.get(NOTICES).is_empty()
    }

    /// Switches them on or off.
    pub fn want_notices(self, wanted: bool) {
        let _ = self.choose(NOTICES, if wanted { ON } else { "" });
    }

    /// The check whose "check again" was put away, if one was.
    pub fn put_away(self) -> Option<CheckupId> {
        self.put_away.get()
    }

    /// Puts away that of a check.
    pub fn put_away_again(self, check: CheckupId) {
        let _ = kept::set(PUT_AWAY, Some(check.as_str()));
        self.put_away.set(Some(check));
    }

    /// The colours.
    pub fn appearance(self) -> Appearance {
        let id = self.get(APPEARANCE);
        let known = Appearance::ALL.into_iter().find(|one| one.id() == id);
        known.unwrap_or(Appearance::System)
    }

    /// Chooses the colours.
    pub fn choose_appearance(self, appearance: Appearance) {
        let id = match appearance {
            Appearance::System => "",
            chosen => chosen.id(),
        };
        let _ = self.choose(APPEARANCE, id);
    }
}

fn read_put_away() -> Option<CheckupId> {
    kept::get(PUT_AWAY).and_then(|id| CheckupId::parse(&id))
}

/// Shows the colours, and leaves the choice where the shell reads it before the first paint.
fn show(appearance: Appearance) {
    let Some(root) = document().document_element() else {
        return;
    };
    let _ = match appearance {
        Appearance::System => {
            let _ = kept::set(keys::APPEARANCE, None);
            root.remove_attribute("data-theme")
        }
        chosen => {
            let _ = kept::set(keys::APPEARANCE, Some(chosen.id()));
            root.set_attribute("data-theme", chosen.id())
        }
    };
}
