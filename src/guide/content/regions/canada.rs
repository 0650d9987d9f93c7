//! Canada and its provinces and territories, whose nurse lines differ.

use super::ONLY_EMERGENCY;
use crate::guide::content::regions::sources::*;
use crate::guide::region::{Line, Region};

const EMERGENCY_CA: Line = Line::call("911", "Canada: emergency, ambulance", &NURSE_PE);
const VERY_UNWELL: Line = Line::call("911", "Canada: emergency, very unwell", &NURSE_PE);
const POISON_LINE: Line = Line::call("1-844-764-7669", "Canada: poison line", &POISON_CA);
const POISON_LINE_QC: Line = Line::call("1-800-463-5060", "Québec: poison line", &POISON_CA);
const POISON_NU: Line = Line::place("Nunavut: your local public health unit");
const NURSE_MANITOBA: Line = Line::call("204-788-8200", "Manitoba: nurse line", &NURSE_MB);
const NURSE_MANITOBA_FREE: Line =
    Line::call("1-888-315-9257", "Manitoba: nurse line, free", &NURSE_MB);
const DOCTOR: Line = Line::place("Your doctor or clinic");
const PROVIDER: Line = Line::place("Your provider or birth unit");

const CRISIS: &[Line] = &[
    Line::call(
        "988",
        "Canada: crisis line, to call when you think of harming yourself",
        &CRISIS_CA,
    ),
    Line::message("988", "Canada: crisis line, by text message", &CRISIS_CA),
];
const WITHOUT_SPEECH: &[Line] = &[Line::call(
    "911",
    "Canada: emergency by text message. First register, then dial 911",
    &EMERGENCY_TEXT_CA,
)];

/// Of a part no nurse line was read.
const PART: Region = Region {
    emergency: &[EMERGENCY_CA],
    urgent: &[DOCTOR],
    poison: &[POISON_LINE, VERY_UNWELL],
    pregnant: &[PROVIDER, EMERGENCY_CA],
    crisis: CRISIS,
    without_speech: WITHOUT_SPEECH,
    ..ONLY_EMERGENCY
};

/// Canada, where the part is not said.
pub(super) static CANADA: Region = Region {
    id: "ca",
    name: "Canada",
    parts: &[
        "ca-ab", "ca-bc", "ca-mb", "ca-nb", "ca-nl", "ca-nt", "ca-ns", "ca-nu", "ca-on", "ca-pe",
        "ca-qc", "ca-sk", "ca-yt",
    ],
    urgent: &[
        Line::call(
            "811",
            "Canada: nurse line in Alberta, British Columbia, New Brunswick, Northwest Territories, Nova Scotia, Ontario, Prince Edward Island, Québec, Saskatchewan",
            &NURSE_CA,
        ),
        NURSE_MANITOBA,
        Line::place("Elsewhere: your doctor or clinic"),
    ],
    poison: &[POISON_LINE, POISON_LINE_QC, POISON_NU, VERY_UNWELL],
    ..PART
};

/// A part of Canada with the nurse line 811, and its own poison line where it has one.
macro_rules! with_811 {
    ($name:ident, $id:literal, $part:literal, $source:ident, $more:expr, $poison:expr) => {
        pub(super) static $name: Region = {
            const NURSE: Line =
                Line::call("811", concat!("Canada, ", $part, ": nurse line"), &$source);
            Region {
                id: $id,
                name: concat!("Canada: ", $part),
                urgent: &[NURSE, $more],
                poison: &[$poison, VERY_UNWELL],
                pregnant: &[PROVIDER, NURSE, EMERGENCY_CA],
                ..PART
            }
        };
    };
}

/// A part of Canada of which no nurse line was read.
macro_rules! without_811 {
    ($name:ident, $id:literal, $part:literal, $poison:expr) => {
        pub(super) static $name: Region = Region {
            id: $id,
            name: concat!("Canada: ", $part),
            poison: &[$poison, VERY_UNWELL],
            ..PART
        };
    };
}

with_811!(ALBERTA, "ca-ab", "Alberta", NURSE_WEST, DOCTOR, POISON_LINE);
with_811!(
    BRITISH_COLUMBIA,
    "ca-bc",
    "British Columbia",
    NURSE_WEST,
    DOCTOR,
    POISON_LINE
);
with_811!(
    NEW_BRUNSWICK,
    "ca-nb",
    "New Brunswick",
    NURSE_NB,
    DOCTOR,
    POISON_LINE
);
with_811!(
    NOVA_SCOTIA,
    "ca-ns",
    "Nova Scotia",
    NURSE_NS,
    DOCTOR,
    POISON_LINE
);
with_811!(ONTARIO, "ca-on", "Ontario", NURSE_ON, DOCTOR, POISON_LINE);
with_811!(QUEBEC, "ca-qc", "Québec", NURSE_QC, DOCTOR, POISON_LINE_QC);
with_811!(
    SASKATCHEWAN,
    "ca-sk",
    "Saskatchewan",
    NURSE_WEST,
    DOCTOR,
    POISON_LINE
);
with_811!(
    NORTHWEST_TERRITORIES,
    "ca-nt",
    "Northwest Territories",
    NURSE_NT,
    Line::call(
        "1-844-259-1793",
        "Northwest Territories: nurse line, where 811 does not work",
        &NURSE_NT
    ),
    POISON_LINE
);
without_811!(
    NEWFOUNDLAND,
    "ca-nl",
    "Newfoundland and Labrador",
    POISON_LINE
);
without_811!(NUNAVUT, "ca-nu", "Nunavut", POISON_NU);
without_811!(YUKON, "ca-yt", "Yukon", POISON_LINE);

const NURSE_PRINCE_EDWARD_ISLAND: Line =
    Line::call("811", "Canada, Prince Edward Island: nurse line", &NURSE_PE);

pub(super) static PRINCE_EDWARD_ISLAND: Region = Region {
    id: "ca-pe",
    name: "Canada: Prince Edward Island",
    urgent: &[NURSE_PRINCE_EDWARD_ISLAND, DOCTOR],
    pregnant: &[PROVIDER, NURSE_PRINCE_EDWARD_ISLAND, EMERGENCY_CA],
    without_speech: &[
        WITHOUT_SPEECH[0],
        Line::call(
            "711",
            "Canada, Prince Edward Island: relay service",
            &RELAY_PE,
        ),
    ],
    ..PART
};

pub(super) static MANITOBA: Region = Region {
    id: "ca-mb",
    name: "Canada: Manitoba",
    urgent: &[NURSE_MANITOBA, NURSE_MANITOBA_FREE, DOCTOR],
    pregnant: &[PROVIDER, NURSE_MANITOBA, EMERGENCY_CA],
    ..PART
};
