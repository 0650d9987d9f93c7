//! The United Kingdom and its parts, Ireland, the European Union, Switzerland, Iceland.

use super::ONLY_EMERGENCY;
use crate::guide::content::regions::sources::*;
use crate::guide::region::{Line, Region};

const EMERGENCY_UK: Line = Line::call("999", "UK: emergency, ambulance", &AMBULANCE_UK);
const VERY_UNWELL_UK: Line = Line::call(
    "999",
    "UK: emergency, unconscious, fitting or drowsy",
    &AMBULANCE_UK,
);
const NHS_111: Line = Line::call(
    "111",
    "England, Scotland, Wales: NHS 111, urgent but no danger to life, any hour",
    &AMBULANCE_UK,
);
const NHS_111_POISON: Line = Line::call(
    "111",
    "England, Scotland, Wales: NHS 111, too much medicine",
    &NHS_PARACETAMOL,
);
const NHS_111_OPTION_2: Line = Line::call(
    "111",
    "England: NHS 111, then option 2, when you think of harming yourself",
    &NHS_111_MENTAL,
);
const SAMARITANS_UK: Line = Line::call(
    "116 123",
    "UK: Samaritans, to talk when you think of harming yourself",
    &SAMARITANS,
);
const LIFELINE: Line = Line::call(
    "0808 808 8000",
    "Northern Ireland: Lifeline, to talk when you think of harming yourself",
    &LIFELINE_NI,
);
const GP_NI: Line = Line::place(
    "Northern Ireland: your GP; out of hours, the GP service of your trust. There is no 111",
);
const POISON_NI: Line = Line::call(
    "999",
    "Northern Ireland: emergency, too much medicine, or go to an emergency department",
    &EMERGENCY_NI,
);
const PREGNANT_UK: &[Line] = &[
    Line::place("First your maternity unit or midwife: the number in your notes"),
    Line::call(
        "999",
        "UK: emergency, heavy fresh bleeding, sudden severe tummy pain that stays, fits, chest pain, trouble breathing",
        &MATERNITY_UK,
    ),
];
const WITHOUT_SPEECH_UK: &[Line] = &[
    Line::call(
        "18000",
        "UK: emergency by text relay or textphone",
        &EMERGENCY_TEXT_UK,
    ),
    Line::message(
        "999",
        "UK: emergency by text message. First send the word “register” to 999",
        &EMERGENCY_TEXT_UK,
    ),
    Line::call(
        "999",
        "UK: emergency in British Sign Language, with the service 999 BSL",
        &EMERGENCY_BSL,
    ),
];

pub(super) static UK: Region = Region {
    id: "uk",
    name: "United Kingdom",
    parts: &["gb", "gb-nir"],
    emergency: &[EMERGENCY_UK],
    urgent: &[NHS_111, Line::place("Or your GP, or 111 online"), GP_NI],
    poison: &[NHS_111_POISON, POISON_NI, VERY_UNWELL_UK],
    pregnant: PREGNANT_UK,
    crisis: &[SAMARITANS_UK, NHS_111_OPTION_2, LIFELINE],
    without_speech: WITHOUT_SPEECH_UK,
    ..ONLY_EMERGENCY
};

pub(super) static GREAT_BRITAIN: Region = Region {
    id: "gb",
    name: "United Kingdom: England, Scotland or Wales",
    parts: &[],
    urgent: &[NHS_111, Line::place("Or your GP, or 111 online")],
    poison: &[NHS_111_POISON, VERY_UNWELL_UK],
    crisis: &[SAMARITANS_UK, NHS_111_OPTION_2],
    ..UK
};

pub(super) static NORTHERN_IRELAND: Region = Region {
    id: "gb-nir",
    name: "United Kingdom: Northern Ireland",
    parts: &[],
    urgent: &[
        GP_NI,
        Line::call(
            "028 9615 9444",
            "Northern Ireland, Belfast trust: Phone First, weekdays",
            &BELFAST_TRUST,
        ),
        Line::call(
            "0300 123 1123",
            "Northern Ireland, Northern trust: Phone First, weekdays",
            &NORTHERN_TRUST,
        ),
        Line::call(
            "0300 123 3111",
            "Northern Ireland, Southern trust: Phone First, weekdays",
            &SOUTHERN_TRUST,
        ),
    ],
    poison: &[POISON_NI],
    crisis: &[LIFELINE, SAMARITANS_UK],
    ..UK
};

const EMERGENCY_112_IE: Line = Line::call("112", "Ireland: emergency, ambulance", &EMERGENCY_IE);

pub(super) static IRELAND: Region = Region {
    id: "ie",
    name: "Ireland",
    emergency: &[
        EMERGENCY_112_IE,
        Line::call("999", "Ireland: emergency, ambulance, too", &EMERGENCY_IE),
    ],
    urgent: &[Line::place("Your GP, or the GP out-of-hours service")],
    poison: &[
        Line::call(
            "01 809 2166",
            "Ireland: poison line, 08:00–22:00 every day",
            &POISONS_IE,
        ),
        Line::place("At other hours: GP out-of-hours or an emergency department"),
        Line::call("112", "Ireland: emergency, very unwell", &EMERGENCY_IE),
    ],
    poison_hours: Some((8, 22)),
    pregnant: &[
        Line::place("Your maternity hospital or unit"),
        EMERGENCY_112_IE,
    ],
    crisis: &[Line::call(
        "116 123",
        "Ireland: Samaritans, to talk when you think of harming yourself",
        &SAMARITANS_IE,
    )],
    ..ONLY_EMERGENCY
};

const EMERGENCY_112_EU: Line = Line::call(
    "112",
    "EU: emergency, free, in every EU country",
    &EMERGENCY_EU,
);

pub(super) static EUROPEAN_UNION: Region = Region {
    id: "eu",
    name: "European Union, other countries",
    emergency: &[EMERGENCY_112_EU],
    urgent: &[
        Line::call(
            "116 117",
            "EU: doctor on call, not for emergencies, in some EU countries only",
            &DOCTOR_EU,
        ),
        Line::place("Elsewhere: the local doctor on call"),
    ],
    poison: &[
        Line::place("Your national poison centre: look its number up now and note it"),
        Line::call("112", "EU: emergency, very unwell", &EMERGENCY_EU),
    ],
    pregnant: &[
        Line::place("Your maternity unit or midwife"),
        EMERGENCY_112_EU,
    ],
    ..ONLY_EMERGENCY
};

pub(super) static SWITZERLAND: Region = Region {
    id: "ch",
    name: "Switzerland",
    emergency: &[
        Line::call("144", "Switzerland: emergency, ambulance", &EMERGENCY_CH),
        Line::call("112", "Switzerland: emergency, too", &EMERGENCY_CH),
    ],
    ..ONLY_EMERGENCY
};

pub(super) static ICELAND: Region = Region {
    id: "is",
    name: "Iceland",
    emergency: &[Line::call("112", "Iceland: emergency", &EMERGENCY_IS)],
    ..ONLY_EMERGENCY
};
