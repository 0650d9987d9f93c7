//! The United Kingdom and its parts, Ireland, the European Union, Switzerland, Iceland.

use super::ONLY_EMERGENCY;
use crate::guide::content::regions::sources::*;
use crate::guide::region::{ContactLine, Region};
use crate::words;

const EMERGENCY_UK: ContactLine =
    ContactLine::call("999", words::regions::UK_EMERGENCY_AMBULANCE, &AMBULANCE_UK);
const VERY_UNWELL_UK: ContactLine = ContactLine::call(
    "999",
    words::regions::UK_EMERGENCY_UNCONSCIOUS_FITTING_OR,
    &AMBULANCE_UK,
);
const NHS_111: ContactLine = ContactLine::call(
    "111",
    words::regions::ENGLAND_SCOTLAND_WALES_NHS_111,
    &AMBULANCE_UK,
);
const NHS_111_POISON: ContactLine = ContactLine::call(
    "111",
    words::regions::ENGLAND_SCOTLAND_WALES_NHS_111_TOO,
    &NHS_PARACETAMOL,
);
const NHS_111_OPTION_2: ContactLine = ContactLine::call(
    "111",
    words::regions::ENGLAND_NHS_111_THEN_OPTION,
    &NHS_111_MENTAL,
);
const SAMARITANS_UK: ContactLine = ContactLine::call(
    "116 123",
    words::regions::UK_SAMARITANS_TO_TALK_WHEN,
    &SAMARITANS,
);
const LIFELINE: ContactLine = ContactLine::call(
    "0808 808 8000",
    words::regions::NORTHERN_IRELAND_LIFELINE_TO_TALK,
    &LIFELINE_NI,
);
const GP_NI: ContactLine = ContactLine::place(words::regions::NORTHERN_IRELAND_YOUR_GP_OUT);
const POISON_NI: ContactLine = ContactLine::call(
    "999",
    words::regions::NORTHERN_IRELAND_EMERGENCY_TOO_MUCH,
    &EMERGENCY_NI,
);
const PREGNANT_UK: &[ContactLine] = &[
    ContactLine::place(words::regions::FIRST_YOUR_MATERNITY_UNIT_OR),
    ContactLine::call(
        "999",
        words::regions::UK_EMERGENCY_HEAVY_FRESH_BLEEDING,
        &MATERNITY_UK,
    ),
];
const WITHOUT_SPEECH_UK: &[ContactLine] = &[
    ContactLine::call(
        "18000",
        words::regions::UK_EMERGENCY_BY_TEXT_RELAY,
        &EMERGENCY_TEXT_UK,
    ),
    ContactLine::message(
        "999",
        words::regions::UK_EMERGENCY_BY_TEXT_MESSAGE,
        &EMERGENCY_TEXT_UK,
    ),
    ContactLine::call(
        "999",
        words::regions::UK_EMERGENCY_IN_BRITISH_SIGN,
        &EMERGENCY_BSL,
    ),
];

pub(super) static UK: Region = Region {
    id: "uk",
    name: words::regions::UNITED_KINGDOM,
    parts: &["gb", "gb-nir"],
    emergency: &[EMERGENCY_UK],
    urgent: &[
        NHS_111,
        ContactLine::place(words::regions::OR_YOUR_GP_OR_111),
        GP_NI,
    ],
    poison: &[NHS_111_POISON, POISON_NI, VERY_UNWELL_UK],
    pregnant: PREGNANT_UK,
    crisis: &[SAMARITANS_UK, NHS_111_OPTION_2, LIFELINE],
    without_speech: WITHOUT_SPEECH_UK,
    ..ONLY_EMERGENCY
};

pub(super) static GREAT_BRITAIN: Region = Region {
    id: "gb",
    name: words::regions::UNITED_KINGDOM_ENGLAND_SCOTLAND_OR,
    parts: &[],
    urgent: &[
        NHS_111,
        ContactLine::place(words::regions::OR_YOUR_GP_OR_111),
    ],
    poison: &[NHS_111_POISON, VERY_UNWELL_UK],
    crisis: &[SAMARITANS_UK, NHS_111_OPTION_2],
    ..UK
};

pub(super) static NORTHERN_IRELAND: Region = Region {
    id: "gb-nir",
    name: words::regions::UNITED_KINGDOM_NORTHERN_IRELAND,
    parts: &[],
    urgent: &[
        GP_NI,
        ContactLine::call(
            "028 9615 9444",
            words::regions::NORTHERN_IRELAND_BELFAST_TRUST_PHONE,
            &BELFAST_TRUST,
        ),
        ContactLine::call(
            "0300 123 1123",
            words::regions::NORTHERN_IRELAND_NORTHERN_TRUST_PHONE,
            &NORTHERN_TRUST,
        ),
        ContactLine::call(
            "0300 123 3111",
            words::regions::NORTHERN_IRELAND_SOUTHERN_TRUST_PHONE,
            &SOUTHERN_TRUST,
        ),
    ],
    poison: &[POISON_NI],
    crisis: &[LIFELINE, SAMARITANS_UK],
    ..UK
};

const EMERGENCY_112_IE: ContactLine = ContactLine::call(
    "112",
    words::regions::IRELAND_EMERGENCY_AMBULANCE,
    &EMERGENCY_IE,
);

pub(super) static IRELAND: Region = Region {
    id: "ie",
    name: words::regions::IRELAND,
    emergency: &[
        EMERGENCY_112_IE,
        ContactLine::call(
            "999",
            words::regions::IRELAND_EMERGENCY_AMBULANCE_TOO,
            &EMERGENCY_IE,
        ),
    ],
    urgent: &[ContactLine::place(words::regions::YOUR_GP_OR_THE_GP)],
    poison: &[
        ContactLine::call(
            "01 809 2166",
            words::regions::IRELAND_POISON_LINE_08_00,
            &POISONS_IE,
        ),
        ContactLine::place(words::regions::AT_OTHER_HOURS_GP_OUT),
        ContactLine::call(
            "112",
            words::regions::IRELAND_EMERGENCY_VERY_UNWELL,
            &EMERGENCY_IE,
        ),
    ],
    poison_hours: Some((8, 22)),
    pregnant: &[
        ContactLine::place(words::regions::YOUR_MATERNITY_HOSPITAL_OR_UNIT),
        EMERGENCY_112_IE,
    ],
    crisis: &[ContactLine::call(
        "116 123",
        words::regions::IRELAND_SAMARITANS_TO_TALK_WHEN,
        &SAMARITANS_IE,
    )],
    ..ONLY_EMERGENCY
};

const EMERGENCY_112_EU: ContactLine = ContactLine::call(
    "112",
    words::regions::EU_EMERGENCY_FREE_IN_EVERY,
    &EMERGENCY_EU,
);

pub(super) static EUROPEAN_UNION: Region = Region {
    id: "eu",
    name: words::regions::EUROPEAN_UNION_OTHER_COUNTRIES,
    emergency: &[EMERGENCY_112_EU],
    urgent: &[
        ContactLine::call("116 117", words::regions::EU_DOCTOR_ON_CALL_NOT, &DOCTOR_EU),
        ContactLine::place(words::regions::ELSEWHERE_THE_LOCAL_DOCTOR_ON),
    ],
    poison: &[
        ContactLine::place(words::regions::YOUR_NATIONAL_POISON_CENTRE_LOOK),
        ContactLine::call(
            "112",
            words::regions::EU_EMERGENCY_VERY_UNWELL,
            &EMERGENCY_EU,
        ),
    ],
    pregnant: &[
        ContactLine::place(words::regions::YOUR_MATERNITY_UNIT_OR_MIDWIFE),
        EMERGENCY_112_EU,
    ],
    ..ONLY_EMERGENCY
};

pub(super) static SWITZERLAND: Region = Region {
    id: "ch",
    name: words::regions::SWITZERLAND,
    emergency: &[
        ContactLine::call(
            "144",
            words::regions::SWITZERLAND_EMERGENCY_AMBULANCE,
            &EMERGENCY_CH,
        ),
        ContactLine::call(
            "112",
            words::regions::SWITZERLAND_EMERGENCY_TOO,
            &EMERGENCY_CH,
        ),
    ],
    ..ONLY_EMERGENCY
};

pub(super) static ICELAND: Region = Region {
    id: "is",
    name: words::regions::ICELAND,
    emergency: &[ContactLine::call(
        "112",
        words::regions::ICELAND_EMERGENCY,
        &EMERGENCY_IS,
    )],
    ..ONLY_EMERGENCY
};
