//! Australia and New Zealand.

use super::ONLY_EMERGENCY;
use crate::guide::content::regions::sources::*;
use crate::guide::region::{Line, Region};

pub(super) static AUSTRALIA: Region = Region {
    id: "au",
    name: "Australia",
    emergency: &[Line::call(
        "000",
        "Australia: emergency, Triple Zero, ambulance",
        &EMERGENCY_AU,
    )],
    urgent: &[
        Line::call(
            "1800 633 422",
            "Australia: 1800MEDICARE, nurse line, any hour",
            &NURSE_AU,
        ),
        Line::call(
            "13 43 25 84",
            "Queensland only: 13 HEALTH, nurse line, any hour",
            &NURSE_QLD,
        ),
    ],
    poison: &[
        Line::call("13 11 26", "Australia: poison line, any hour", &POISON_AU),
        Line::call("000", "Australia: emergency, very unwell", &EMERGENCY_AU),
    ],
    pregnant: &[
        Line::place("Your maternity unit or midwife"),
        Line::call("000", "Australia: emergency", &EMERGENCY_AU),
    ],
    crisis: &[
        Line::call(
            "13 11 14",
            "Australia: Lifeline, to talk when you think of harming yourself",
            &CRISIS_AU,
        ),
        Line::message(
            "0477 13 11 14",
            "Australia: Lifeline, by text message",
            &CRISIS_AU,
        ),
    ],
    without_speech: &[
        Line::call("133 677", "Australia: relay service", &RELAY_AU),
        Line::call("1300 555 727", "Australia: relay service", &RELAY_AU),
    ],
    ..ONLY_EMERGENCY
};

const HEALTHLINE: &str = "0800 611 116";

pub(super) static NEW_ZEALAND: Region = Region {
    id: "nz",
    name: "New Zealand",
    emergency: &[Line::call(
        "111",
        "New Zealand: emergency, ambulance",
        &HEALTHLINE_NZ,
    )],
    urgent: &[Line::call(
        HEALTHLINE,
        "New Zealand: Healthline, nurse line, free, any hour",
        &HEALTHLINE_NZ,
    )],
    poison: &[
        Line::call("0800 764 766", "New Zealand: poison line", &POISON_NZ),
        Line::call("111", "New Zealand: emergency, very unwell", &HEALTHLINE_NZ),
    ],
    pregnant: &[
        Line::place("Your midwife"),
        Line::call(
            HEALTHLINE,
            "New Zealand: Healthline, if you cannot reach them",
            &HEALTHLINE_NZ,
        ),
        Line::call("111", "New Zealand: emergency", &HEALTHLINE_NZ),
    ],
    crisis: &[
        Line::call(
            "1737",
            "New Zealand: crisis line, to call when you think of harming yourself",
            &CRISIS_NZ,
        ),
        Line::message(
            "1737",
            "New Zealand: crisis line, by text message",
            &CRISIS_NZ,
        ),
    ],
    without_speech: &[Line::message(
        "111",
        "New Zealand: emergency by text message, for those who have registered",
        &EMERGENCY_TEXT_NZ,
    )],
    ..ONLY_EMERGENCY
};
