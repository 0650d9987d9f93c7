//! Canada and its provinces and territories, whose nurse lines differ.

use super::ONLY_EMERGENCY;
use crate::guide::content::regions::sources::*;
use crate::guide::region::{ContactLine, Region};
use crate::words;

const EMERGENCY_CA: ContactLine =
    ContactLine::call("911", words::regions::CANADA_EMERGENCY_AMBULANCE, &NURSE_PE);
const VERY_UNWELL: ContactLine = ContactLine::call(
    "911",
    words::regions::CANADA_EMERGENCY_VERY_UNWELL,
    &NURSE_PE,
);
const POISON_LINE: ContactLine = ContactLine::call(
    "1-844-764-7669",
    words::regions::CANADA_POISON_LINE,
    &POISON_CA,
);
const POISON_LINE_QC: ContactLine = ContactLine::call(
    "1-800-463-5060",
    words::regions::QUEBEC_POISON_LINE,
    &POISON_CA,
);
const POISON_NU: ContactLine = ContactLine::place(words::regions::NUNAVUT_YOUR_LOCAL_PUBLIC_HEALTH);
const NURSE_MANITOBA: ContactLine = ContactLine::call(
    "204-788-8200",
    words::regions::MANITOBA_NURSE_LINE,
    &NURSE_MB,
);
const NURSE_MANITOBA_FREE: ContactLine = ContactLine::call(
    "1-888-315-9257",
    words::regions::MANITOBA_NURSE_LINE_FREE,
    &NURSE_MB,
);
const DOCTOR: ContactLine = ContactLine::place(words::regions::YOUR_DOCTOR_OR_CLINIC);
const PROVIDER: ContactLine = ContactLine::place(words::regions::YOUR_PROVIDER_OR_BIRTH_UNIT);

const CRISIS: &[ContactLine] = &[
    ContactLine::call(
        "988",
        words::regions::CANADA_CRISIS_LINE_TO_CALL,
        &CRISIS_CA,
    ),
    ContactLine::message(
        "988",
        words::regions::CANADA_CRISIS_LINE_BY_TEXT,
        &CRISIS_CA,
    ),
];
const WITHOUT_SPEECH: &[ContactLine] = &[ContactLine::call(
    "911",
    words::regions::CANADA_EMERGENCY_BY_TEXT_MESSAGE,
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
    name: words::regions::CANADA,
    parts: &[
        "ca-ab", "ca-bc", "ca-mb", "ca-nb", "ca-nl", "ca-nt", "ca-ns", "ca-nu", "ca-on", "ca-pe",
        "ca-qc", "ca-sk", "ca-yt",
    ],
    urgent: &[
        ContactLine::call(
            "811",
            words::regions::CANADA_NURSE_LINE_IN_ALBERTA,
            &NURSE_CA,
        ),
        NURSE_MANITOBA,
        ContactLine::place(words::regions::ELSEWHERE_YOUR_DOCTOR_OR_CLINIC),
    ],
    poison: &[POISON_LINE, POISON_LINE_QC, POISON_NU, VERY_UNWELL],
    ..PART
};

/// A part of Canada with the nurse line 811, and its own poison line where it has one.
macro_rules! with_811 {
    ($name:ident, $id:literal, $words:expr, $nurse:expr, $source:ident, $more:expr, $poison:expr, $without_speech:expr) => {
        pub(super) static $name: Region = {
            const NURSE: ContactLine = ContactLine::call("811", $nurse, &$source);
            Region {
                id: $id,
                name: $words,
                urgent: &[NURSE, $more],
                poison: &[$poison, VERY_UNWELL],
                pregnant: &[PROVIDER, NURSE, EMERGENCY_CA],
                without_speech: $without_speech,
                ..PART
            }
        };
    };
}

with_811!(
    ALBERTA,
    "ca-ab",
    words::regions::CANADA_ALBERTA,
    words::regions::CANADA_ALBERTA_NURSE_LINE,
    NURSE_WEST,
    DOCTOR,
    POISON_LINE,
    WITHOUT_SPEECH
);
with_811!(
    BRITISH_COLUMBIA,
    "ca-bc",
    words::regions::CANADA_BRITISH_COLUMBIA,
    words::regions::CANADA_BRITISH_COLUMBIA_NURSE_LINE,
    NURSE_WEST,
    DOCTOR,
    POISON_LINE,
    WITHOUT_SPEECH
);
with_811!(
    NEW_BRUNSWICK,
    "ca-nb",
    words::regions::CANADA_NEW_BRUNSWICK,
    words::regions::CANADA_NEW_BRUNSWICK_NURSE_LINE,
    NURSE_NB,
    DOCTOR,
    POISON_LINE,
    WITHOUT_SPEECH
);
with_811!(
    NOVA_SCOTIA,
    "ca-ns",
    words::regions::CANADA_NOVA_SCOTIA,
    words::regions::CANADA_NOVA_SCOTIA_NURSE_LINE,
    NURSE_NS,
    DOCTOR,
    POISON_LINE,
    WITHOUT_SPEECH
);
with_811!(
    ONTARIO,
    "ca-on",
    words::regions::CANADA_ONTARIO,
    words::regions::CANADA_ONTARIO_NURSE_LINE,
    NURSE_ON,
    DOCTOR,
    POISON_LINE,
    WITHOUT_SPEECH
);
with_811!(
    QUEBEC,
    "ca-qc",
    words::regions::CANADA_QUEBEC,
    words::regions::CANADA_QUEBEC_NURSE_LINE,
    NURSE_QC,
    DOCTOR,
    POISON_LINE_QC,
    WITHOUT_SPEECH
);
with_811!(
    SASKATCHEWAN,
    "ca-sk",
    words::regions::CANADA_SASKATCHEWAN,
    words::regions::CANADA_SASKATCHEWAN_NURSE_LINE,
    NURSE_WEST,
    DOCTOR,
    POISON_LINE,
    WITHOUT_SPEECH
);
with_811!(
    NORTHWEST_TERRITORIES,
    "ca-nt",
    words::regions::CANADA_NORTHWEST_TERRITORIES,
    words::regions::CANADA_NORTHWEST_TERRITORIES_NURSE_LINE,
    NURSE_NT,
    ContactLine::call(
        "1-844-259-1793",
        words::regions::NORTHWEST_TERRITORIES_NURSE_LINE_WHERE,
        &NURSE_NT
    ),
    POISON_LINE,
    WITHOUT_SPEECH
);
with_811!(
    PRINCE_EDWARD_ISLAND,
    "ca-pe",
    words::regions::CANADA_PRINCE_EDWARD_ISLAND,
    words::regions::CANADA_PRINCE_EDWARD_ISLAND_NURSE,
    NURSE_PE,
    DOCTOR,
    POISON_LINE,
    &[
        WITHOUT_SPEECH[0],
        ContactLine::call(
            "711",
            words::regions::CANADA_PRINCE_EDWARD_ISLAND_RELAY,
            &RELAY_PE
        )
    ]
);

pub(super) static NEWFOUNDLAND: Region = Region {
    id: "ca-nl",
    name: words::regions::CANADA_NEWFOUNDLAND_AND_LABRADOR,
    ..PART
};

pub(super) static NUNAVUT: Region = Region {
    id: "ca-nu",
    name: words::regions::CANADA_NUNAVUT,
    poison: &[POISON_NU, VERY_UNWELL],
    ..PART
};

pub(super) static YUKON: Region = Region {
    id: "ca-yt",
    name: words::regions::CANADA_YUKON,
    ..PART
};

pub(super) static MANITOBA: Region = Region {
    id: "ca-mb",
    name: words::regions::CANADA_MANITOBA,
    urgent: &[NURSE_MANITOBA, NURSE_MANITOBA_FREE, DOCTOR],
    pregnant: &[PROVIDER, NURSE_MANITOBA, EMERGENCY_CA],
    ..PART
};
