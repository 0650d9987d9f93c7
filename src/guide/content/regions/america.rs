//! The United States, and Trinidad and Tobago.

use super::ONLY_EMERGENCY;
use crate::guide::content::regions::sources::*;
use crate::guide::region::{ContactLine, Region};
use crate::words;

pub(super) static UNITED_STATES: Region = Region {
    id: "us",
    name: words::regions::UNITED_STATES,
    emergency: &[ContactLine::call(
        "911",
        words::regions::US_EMERGENCY_AMBULANCE,
        &POISON_HELP_US,
    )],
    urgent: &[ContactLine::place(
        words::regions::YOUR_DOCTORS_OFFICE_OR_ITS,
    )],
    poison: &[
        ContactLine::call(
            "1-800-222-1222",
            words::regions::US_POISON_HELP_ANY_HOUR,
            &POISON_HELP_US,
        ),
        ContactLine::call(
            "911",
            words::regions::US_EMERGENCY_UNCONSCIOUS_OR_TROUBLE,
            &POISON_HELP_US,
        ),
    ],
    pregnant: &[
        ContactLine::place(words::regions::YOUR_PROVIDER_NOW_SAY_THAT),
        ContactLine::call(
            "911",
            words::regions::US_EMERGENCY_OR_AN_EMERGENCY,
            &CDC_HEAR_HER,
        ),
    ],
    crisis: &[
        ContactLine::call("988", words::regions::US_CRISIS_LINE_TO_CALL, &CRISIS_US),
        ContactLine::message("988", words::regions::US_CRISIS_LINE_BY_TEXT, &CRISIS_US),
    ],
    without_speech: &[
        ContactLine::message(
            "911",
            words::regions::US_EMERGENCY_BY_TEXT_MESSAGE,
            &EMERGENCY_TEXT_US,
        ),
        ContactLine::place(words::regions::ELSEWHERE_IN_THE_US_A),
    ],
    ..ONLY_EMERGENCY
};

pub(super) static TRINIDAD_AND_TOBAGO: Region = Region {
    id: "tt",
    name: words::regions::TRINIDAD_AND_TOBAGO,
    emergency: &[ContactLine::call(
        "811",
        words::regions::TRINIDAD_AND_TOBAGO_EMERGENCY_AMBULANCE,
        &EMERGENCY_TT,
    )],
    ..ONLY_EMERGENCY
};
