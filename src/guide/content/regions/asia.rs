//! India, Singapore, Hong Kong, Japan.

use super::ONLY_EMERGENCY;
use crate::guide::content::regions::sources::*;
use crate::guide::region::{Line, Region};

const EMERGENCY_112: Line = Line::call("112", "India: emergency", &EMERGENCY_IN);
const AMBULANCE: Line = Line::call(
    "108",
    "India: emergency, ambulance, in many states",
    &AMBULANCE_IN,
);

pub(super) static INDIA: Region = Region {
    id: "in",
    name: "India",
    emergency: &[EMERGENCY_112, AMBULANCE],
    urgent: &[Line::place("A local doctor or hospital")],
    poison: &[Line::place("Go to a hospital"), EMERGENCY_112],
    pregnant: &[
        Line::place("Your hospital or clinic"),
        EMERGENCY_112,
        AMBULANCE,
    ],
    crisis: &[
        Line::call(
            "14416",
            "India: crisis line, to call when you think of harming yourself",
            &CRISIS_IN,
        ),
        Line::call(
            "1-800-891-4416",
            "India: the same crisis line, another number",
            &CRISIS_IN,
        ),
    ],
    ..ONLY_EMERGENCY
};

pub(super) static SINGAPORE: Region = Region {
    id: "sg",
    name: "Singapore",
    emergency: &[Line::call(
        "995",
        "Singapore: emergency, ambulance",
        &EMERGENCY_SG,
    )],
    ..ONLY_EMERGENCY
};

pub(super) static HONG_KONG: Region = Region {
    id: "hk",
    name: "Hong Kong",
    emergency: &[Line::call("999", "Hong Kong: emergency", &EMERGENCY_HK)],
    ..ONLY_EMERGENCY
};

pub(super) static JAPAN: Region = Region {
    id: "jp",
    name: "Japan",
    emergency: &[Line::call(
        "119",
        "Japan: emergency, ambulance",
        &EMERGENCY_JP,
    )],
    ..ONLY_EMERGENCY
};
