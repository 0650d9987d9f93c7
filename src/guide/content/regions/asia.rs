//! India, Singapore, Hong Kong, Japan.

use super::ONLY_EMERGENCY;
use crate::guide::content::regions::sources::*;
use crate::guide::region::{ContactLine, Region};
use crate::words;

const EMERGENCY_112: ContactLine =
    ContactLine::call("112", words::regions::INDIA_EMERGENCY, &EMERGENCY_IN);
const AMBULANCE: ContactLine = ContactLine::call(
    "108",
    words::regions::INDIA_EMERGENCY_AMBULANCE_IN_MANY,
    &AMBULANCE_IN,
);

pub(super) static INDIA: Region = Region {
    id: "in",
    name: words::regions::INDIA,
    emergency: &[EMERGENCY_112, AMBULANCE],
    urgent: &[ContactLine::place(
        words::regions::A_LOCAL_DOCTOR_OR_HOSPITAL,
    )],
    poison: &[
        ContactLine::place(words::regions::GO_TO_A_HOSPITAL),
        EMERGENCY_112,
    ],
    pregnant: &[
        ContactLine::place(words::regions::YOUR_HOSPITAL_OR_CLINIC),
        EMERGENCY_112,
        AMBULANCE,
    ],
    crisis: &[
        ContactLine::call(
            "14416",
            words::regions::INDIA_CRISIS_LINE_TO_CALL,
            &CRISIS_IN,
        ),
        ContactLine::call(
            "1-800-891-4416",
            words::regions::INDIA_THE_SAME_CRISIS_LINE,
            &CRISIS_IN,
        ),
    ],
    ..ONLY_EMERGENCY
};

pub(super) static SINGAPORE: Region = Region {
    id: "sg",
    name: words::regions::SINGAPORE,
    emergency: &[ContactLine::call(
        "995",
        words::regions::SINGAPORE_EMERGENCY_AMBULANCE,
        &EMERGENCY_SG,
    )],
    ..ONLY_EMERGENCY
};

pub(super) static HONG_KONG: Region = Region {
    id: "hk",
    name: words::regions::HONG_KONG,
    emergency: &[ContactLine::call(
        "999",
        words::regions::HONG_KONG_EMERGENCY,
        &EMERGENCY_HK,
    )],
    ..ONLY_EMERGENCY
};

pub(super) static JAPAN: Region = Region {
    id: "jp",
    name: words::regions::JAPAN,
    emergency: &[ContactLine::call(
        "119",
        words::regions::JAPAN_EMERGENCY_AMBULANCE,
        &EMERGENCY_JP,
    )],
    ..ONLY_EMERGENCY
};
