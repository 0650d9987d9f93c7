//! The United States, and Trinidad and Tobago.

use super::ONLY_EMERGENCY;
use crate::guide::content::regions::sources::*;
use crate::guide::region::{Line, Region};

pub(super) static UNITED_STATES: Region = Region {
    id: "us",
    name: "United States",
    emergency: &[Line::call(
        "911",
        "US: emergency, ambulance",
        &POISON_HELP_US,
    )],
    urgent: &[Line::place(
        "Your doctor's office or its after-hours line, your insurer's nurse line, or urgent care",
    )],
    poison: &[
        Line::call(
            "1-800-222-1222",
            "US: Poison Help, any hour; do not wait for signs",
            &POISON_HELP_US,
        ),
        Line::call(
            "911",
            "US: emergency, unconscious or trouble breathing",
            &POISON_HELP_US,
        ),
    ],
    pregnant: &[
        Line::place("Your provider, now. Say that you are, or in the last year were, pregnant"),
        Line::call(
            "911",
            "US: emergency, or an emergency room, if you cannot reach them",
            &CDC_HEAR_HER,
        ),
    ],
    crisis: &[
        Line::call(
            "988",
            "US: crisis line, to call when you think of harming yourself",
            &CRISIS_US,
        ),
        Line::message("988", "US: crisis line, by text message", &CRISIS_US),
    ],
    without_speech: &[
        Line::message(
            "911",
            "US: emergency by text message, in some places only",
            &EMERGENCY_TEXT_US,
        ),
        Line::place("Elsewhere in the US: a relay service or TTY"),
    ],
    ..ONLY_EMERGENCY
};

pub(super) static TRINIDAD_AND_TOBAGO: Region = Region {
    id: "tt",
    name: "Trinidad and Tobago",
    emergency: &[Line::call(
        "811",
        "Trinidad and Tobago: emergency, ambulance",
        &EMERGENCY_TT,
    )],
    ..ONLY_EMERGENCY
};
