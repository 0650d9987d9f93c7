//! Australia and New Zealand.

use super::ONLY_EMERGENCY;
use crate::guide::content::regions::sources::*;
use crate::guide::region::{ContactLine, Region};
use crate::words;

pub(super) static AUSTRALIA: Region = Region {
    id: "au",
    name: words::regions::AUSTRALIA,
    emergency: &[ContactLine::call(
        "000",
        words::regions::AUSTRALIA_EMERGENCY_TRIPLE_ZERO_AMBULANCE,
        &EMERGENCY_AU,
    )],
    urgent: &[
        ContactLine::call(
            "1800 633 422",
            words::regions::AUSTRALIA_1800MEDICARE_NURSE_LINE_ANY,
            &NURSE_AU,
        ),
        ContactLine::call(
            "13 43 25 84",
            words::regions::QUEENSLAND_ONLY_13_HEALTH_NURSE,
            &NURSE_QLD,
        ),
    ],
    poison: &[
        ContactLine::call(
            "13 11 26",
            words::regions::AUSTRALIA_POISON_LINE_ANY_HOUR,
            &POISON_AU,
        ),
        ContactLine::call(
            "000",
            words::regions::AUSTRALIA_EMERGENCY_VERY_UNWELL,
            &EMERGENCY_AU,
        ),
    ],
    pregnant: &[
        ContactLine::place(words::regions::YOUR_MATERNITY_UNIT_OR_MIDWIFE),
        ContactLine::call("000", words::regions::AUSTRALIA_EMERGENCY, &EMERGENCY_AU),
    ],
    crisis: &[
        ContactLine::call(
            "13 11 14",
            words::regions::AUSTRALIA_LIFELINE_TO_TALK_WHEN,
            &CRISIS_AU,
        ),
        ContactLine::message(
            "0477 13 11 14",
            words::regions::AUSTRALIA_LIFELINE_BY_TEXT_MESSAGE,
            &CRISIS_AU,
        ),
    ],
    without_speech: &[
        ContactLine::call(
            "133 677",
            words::regions::AUSTRALIA_RELAY_SERVICE,
            &RELAY_AU,
        ),
        ContactLine::call(
            "1300 555 727",
            words::regions::AUSTRALIA_RELAY_SERVICE,
            &RELAY_AU,
        ),
    ],
    ..ONLY_EMERGENCY
};

const HEALTHLINE: &str = "0800 611 116";

pub(super) static NEW_ZEALAND: Region = Region {
    id: "nz",
    name: words::regions::NEW_ZEALAND,
    emergency: &[ContactLine::call(
        "111",
        words::regions::NEW_ZEALAND_EMERGENCY_AMBULANCE,
        &HEALTHLINE_NZ,
    )],
    urgent: &[ContactLine::call(
        HEALTHLINE,
        words::regions::NEW_ZEALAND_HEALTHLINE_NURSE_LINE,
        &HEALTHLINE_NZ,
    )],
    poison: &[
        ContactLine::call(
            "0800 764 766",
            words::regions::NEW_ZEALAND_POISON_LINE,
            &POISON_NZ,
        ),
        ContactLine::call(
            "111",
            words::regions::NEW_ZEALAND_EMERGENCY_VERY_UNWELL,
            &HEALTHLINE_NZ,
        ),
    ],
    pregnant: &[
        ContactLine::place(words::regions::YOUR_MIDWIFE),
        ContactLine::call(
            HEALTHLINE,
            words::regions::NEW_ZEALAND_HEALTHLINE_IF_YOU,
            &HEALTHLINE_NZ,
        ),
        ContactLine::call("111", words::regions::NEW_ZEALAND_EMERGENCY, &HEALTHLINE_NZ),
    ],
    crisis: &[
        ContactLine::call(
            "1737",
            words::regions::NEW_ZEALAND_CRISIS_LINE_TO,
            &CRISIS_NZ,
        ),
        ContactLine::message(
            "1737",
            words::regions::NEW_ZEALAND_CRISIS_LINE_BY,
            &CRISIS_NZ,
        ),
    ],
    without_speech: &[ContactLine::message(
        "111",
        words::regions::NEW_ZEALAND_EMERGENCY_BY_TEXT,
        &EMERGENCY_TEXT_NZ,
    )],
    ..ONLY_EMERGENCY
};
