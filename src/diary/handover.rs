//! An episode as it is handed over: the text of each of its fields, once for the table, the FHIR file and the report.
//! Times, readings and treatments have their own columns, resources and lines there.

use crate::diary::episode::Episode;
use crate::diary::marks::MarkKind;
use crate::diary::place::places_words;

/// Where FHIR has a text of an episode.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FhirPlace {
    /// It is the body site.
    Site,
    /// It is a component.
    Component,
    /// It is the note.
    Note,
}

/// A column of the table of episodes, and what else is made of it.
#[derive(Debug, Clone, Copy)]
pub struct HandoverColumn {
    /// Its name.
    pub name: &'static str,
    /// What it holds.
    pub meaning: &'static str,
    /// Where FHIR has it.
    pub place: FhirPlace,
    /// What a component is called.
    pub heading: &'static str,
}

const fn column(
    name: &'static str,
    meaning: &'static str,
    place: FhirPlace,
    heading: &'static str,
) -> HandoverColumn {
    HandoverColumn {
        name,
        meaning,
        place,
        heading,
    }
}

/// The columns, in the order of [`texts`].
#[rustfmt::skip]
pub const COLUMNS: [HandoverColumn; 7] = [
    column("places", "Where it was felt: level and side, the person's own left and right", FhirPlace::Site, "Where"),
    column("spreading", "Where it spread to", FhirPlace::Component, "Spreading"),
    column("triggers", "What set it off, as ticked or typed", FhirPlace::Component, MarkKind::Trigger.question()),
    column("qualities", "What it felt like", FhirPlace::Component, MarkKind::Quality.question()),
    column("symptoms", "What came with it", FhirPlace::Component, MarkKind::Symptom.question()),
    column("limits", "What it stopped the person doing", FhirPlace::Component, MarkKind::Limit.question()),
    column("notes", "What the person wrote", FhirPlace::Note, "Notes"),
];

/// One text of an episode.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldText {
    /// As it stands in a cell: several are parted by "; ".
    pub cell: String,
    /// As it stands in a sentence.
    pub words: String,
}

/// The texts of an episode, one for each of [`COLUMNS`]; empty where nothing was said.
pub fn texts(episode: &Episode) -> [FieldText; COLUMNS.len()] {
    let Episode {
        id: _,
        revision: _,
        recorded: _,
        start: _,
        end: _,
        places,
        radiation,
        readings: _,
        treatments: _,
        marks,
        notes,
        deleted: _,
        clock_changed: _,
        history: _,
    } = episode;
    let each: Vec<String> = places.iter().map(|place| place.words()).collect();
    let marked = |kind: MarkKind| {
        let words: Vec<&str> = marks.of(kind).iter().map(|id| kind.words(id)).collect();
        FieldText {
            cell: words.join("; "),
            words: marks.words(kind),
        }
    };
    [
        FieldText {
            cell: each.join("; "),
            words: places_words(*places),
        },
        FieldText {
            cell: radiation.words().replace(" · ", "; "),
            words: radiation.words(),
        },
        marked(MarkKind::Trigger),
        marked(MarkKind::Quality),
        marked(MarkKind::Symptom),
        marked(MarkKind::Limit),
        FieldText {
            cell: notes.clone(),
            words: notes.clone(),
        },
    ]
}
