//! Whom to contact where. The time zone of the device may suggest a region, the language never does; a
//! region counts only once the person has said so, and no card waits for it.

use crate::guide::content::regions::REGIONS;
use crate::guide::content::zones::ZONES;
use crate::words::Word;

/// A country, a group of countries or a part of a country, with its numbers.
#[derive(Debug, Clone, Copy)]
pub struct Region {
    /// Stable id, stored.
    pub id: &'static str,
    /// Its name.
    pub name: Word,
    /// The ids of the regions that lie in it, where its parts have numbers of their own.
    pub parts: &'static [&'static str],
    /// The emergency numbers.
    pub emergency: &'static [ContactLine],
    /// Whom to contact the same day when life is not in danger.
    pub urgent: &'static [ContactLine],
    /// Poison lines, for too much medicine.
    pub poison: &'static [ContactLine],
    /// From and to which hour of the day the first of the poison lines answers; none: always.
    pub poison_hours: Option<(u32, u32)>,
    /// Whom to contact when pregnant.
    pub pregnant: &'static [ContactLine],
    /// Crisis lines, for thoughts of harming oneself; empty where none is known: see
    /// [`Region::crisis_lines`].
    pub crisis: &'static [ContactLine],
    /// Ways to reach help without hearing or speech.
    pub without_speech: &'static [ContactLine],
}

impl Region {
    /// Whom to call about too much medicine at this hour of the day, 0 to 23: a line that has closed
    /// is not shown.
    pub fn poison_at(&self, hour: u32) -> &'static [ContactLine] {
        match self.poison_hours {
            Some((from, to)) if !(from..to).contains(&hour) => &self.poison[1..],
            _ => self.poison,
        }
    }

    /// Whom to call with thoughts of harming oneself: the emergency number where no crisis line is known.
    pub fn crisis_lines(&self) -> &'static [ContactLine] {
        if self.crisis.is_empty() {
            self.emergency
        } else {
            self.crisis
        }
    }

    /// Every line of the region.
    pub fn lines(&self) -> impl Iterator<Item = &'static ContactLine> + use<> {
        let all = [
            self.emergency,
            self.urgent,
            self.poison,
            self.pregnant,
            self.crisis,
            self.without_speech,
        ];
        all.into_iter().flatten()
    }

    /// Whether it is a part of another region, whose lines name the part.
    pub fn is_part(&self) -> bool {
        REGIONS.iter().any(|whole| whole.parts.contains(&self.id))
    }
}

/// A number or a place to turn to. The words always stand beside the number: 111 is the emergency
/// number of one country and the non-urgent line of another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ContactLine {
    /// The number as it is written, or empty where there is none to show.
    pub number: &'static str,
    /// Whether it takes text messages and no calls.
    pub is_text: bool,
    /// The line in words, with its country.
    pub words: Word,
    /// Where the number was read; a line without a number has none.
    pub source: Option<&'static NumberSource>,
}

impl ContactLine {
    /// A number to call.
    pub const fn call(
        number: &'static str,
        words: Word,
        source: &'static NumberSource,
    ) -> ContactLine {
        ContactLine {
            number,
            is_text: false,
            words,
            source: Some(source),
        }
    }

    /// A number to send a text message to.
    pub const fn message(
        number: &'static str,
        words: Word,
        source: &'static NumberSource,
    ) -> ContactLine {
        ContactLine {
            is_text: true,
            ..ContactLine::call(number, words, source)
        }
    }

    /// A place or a person to turn to, without a number.
    pub const fn place(words: Word) -> ContactLine {
        ContactLine {
            number: "",
            is_text: false,
            words,
            source: None,
        }
    }

    /// The address that dials the number or begins a message to it.
    pub fn href(&self) -> String {
        let kind = if self.is_text { "sms:" } else { "tel:" };
        let digits = self
            .number
            .chars()
            .filter(|c| c.is_ascii_digit() || *c == '+');
        kind.chars().chain(digits).collect()
    }
}

/// Where a number was read, and when.
#[derive(Debug, PartialEq, Eq)]
pub struct NumberSource {
    /// Who published it.
    pub publisher: &'static str,
    /// The year of the page, or empty where it names none.
    pub year: &'static str,
    /// The publisher's own address; empty where a copy was read, and for the press.
    pub address: &'static str,
    /// How and when it was read; none for our own caution.
    pub read: Option<Word>,
}

impl NumberSource {
    /// The source as it is shown.
    pub fn words(&self) -> String {
        let parts = [self.publisher, self.year, self.address].into_iter();
        let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
        let read = self.read.map(|read| format!(". {read}"));
        parts.join(", ") + &read.unwrap_or_default()
    }
}

/// The region with this id.
pub fn region(id: &str) -> Option<&'static Region> {
    REGIONS.iter().copied().find(|region| region.id == id)
}

/// The regions that lie in a time zone; none where the zone is not in the table.
pub fn regions_of(zone: &str) -> Vec<&'static Region> {
    let found = ZONES.iter().find(|row| row.zones.contains(&zone));
    let ids = found.map_or(&[][..], |row| row.regions);
    ids.iter().filter_map(|id| region(id)).collect()
}

/// A row of the table of time zones.
#[derive(Debug)]
pub struct ZonesOf {
    /// The ids of the regions that share the zones.
    pub regions: &'static [&'static str],
    /// The names of the zones, as IANA and browsers have them.
    pub zones: &'static [&'static str],
}

/// Where the person is, as far as it is known.
#[derive(Debug, Clone, Default)]
pub struct Whereabouts {
    /// The region that counts: chosen by the person, and the time zone is still one of it, or the one in
    /// which it was chosen.
    pub counts: Option<&'static Region>,
    /// The region that was chosen in another time zone, and does not count here until the person says so.
    pub before: Option<&'static Region>,
    /// While none counts: the regions that the time zone suggests.
    pub suggested: Vec<&'static Region>,
}

/// That a region was chosen in a time zone, as it is stored: the two in one text, so that a merge of two devices
/// cannot join the region of one with the zone of the other.
pub fn confirmation(region: &str, zone: &str) -> String {
    format!("{region} {zone}")
}

/// Where the person is, by the region they chose, its [`confirmation`] (empty where there is none: chosen before
/// version 0.2) and the time zone of the device (empty where the browser does not say).
pub fn whereabouts(chosen: &str, confirmed: &str, zone: &str) -> Whereabouts {
    let here = regions_of(zone);
    let lies_here = |region: &Region| {
        let mut here = here.iter();
        here.any(|one| one.id == region.id || region.parts.contains(&one.id))
    };
    let chosen = region(chosen);
    let counts = chosen.filter(|region| {
        let says_nothing = zone.is_empty() || (here.is_empty() && confirmed.is_empty());
        says_nothing || confirmed == confirmation(region.id, zone) || lies_here(region)
    });
    match counts {
        Some(_) => Whereabouts {
            counts,
            ..Whereabouts::default()
        },
        None => Whereabouts {
            counts: None,
            before: chosen,
            suggested: here,
        },
    }
}

/// The emergency numbers that all of these regions have.
pub fn emergency_in_common(regions: &[&'static Region]) -> Vec<&'static str> {
    let Some((first, others)) = regions.split_first() else {
        return Vec::new();
    };
    let has =
        |region: &Region, number: &str| region.emergency.iter().any(|line| line.number == number);
    first
        .emergency
        .iter()
        .map(|line| line.number)
        .filter(|number| !number.is_empty())
        .filter(|number| others.iter().all(|region| has(region, number)))
        .collect()
}
