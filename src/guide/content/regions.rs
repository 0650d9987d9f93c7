//! Whom to call where. A number never stands without its words and its country: 111 is the emergency number of New
//! Zealand and the non-urgent line of the UK. Before each release a person checks every number.

use crate::guide::content::regions::sources::*;
use crate::guide::region::{ContactLine, Region};
use crate::words;

mod america;
mod asia;
mod canada;
mod europe;
mod pacific;
mod sources;

/// The emergency numbers with their countries, for a card that is shown before a region counts.
pub static EMERGENCY_EVERYWHERE: &[ContactLine] = &[
    ContactLine::call(
        "999",
        words::regions::EMERGENCY_IN_THE_UNITED_KINGDOM,
        &AMBULANCE_UK,
    ),
    ContactLine::call(
        "112",
        words::regions::EMERGENCY_IN_THE_EUROPEAN_UNION,
        &EMERGENCY_EU,
    ),
    ContactLine::call(
        "911",
        words::regions::EMERGENCY_IN_THE_UNITED_STATES,
        &POISON_HELP_US,
    ),
    ContactLine::call("000", words::regions::EMERGENCY_IN_AUSTRALIA, &EMERGENCY_AU),
    ContactLine::call(
        "111",
        words::regions::EMERGENCY_IN_NEW_ZEALAND,
        &HEALTHLINE_NZ,
    ),
    ContactLine::call(
        "144",
        words::regions::EMERGENCY_IN_SWITZERLAND_AMBULANCE,
        &EMERGENCY_CH,
    ),
    ContactLine::call(
        "108",
        words::regions::EMERGENCY_IN_INDIA_AMBULANCE_IN,
        &AMBULANCE_IN,
    ),
    ContactLine::call(
        "995",
        words::regions::EMERGENCY_IN_SINGAPORE_AMBULANCE,
        &EMERGENCY_SG,
    ),
    ContactLine::call(
        "119",
        words::regions::EMERGENCY_IN_JAPAN_AMBULANCE,
        &EMERGENCY_JP,
    ),
    ContactLine::call(
        "811",
        words::regions::EMERGENCY_IN_TRINIDAD_AND_TOBAGO,
        &EMERGENCY_TT,
    ),
];

/// The table, in the order in which it is offered.
pub static REGIONS: &[&Region] = &[
    &europe::UK,
    &europe::GREAT_BRITAIN,
    &europe::NORTHERN_IRELAND,
    &europe::IRELAND,
    &europe::EUROPEAN_UNION,
    &europe::SWITZERLAND,
    &europe::ICELAND,
    &america::UNITED_STATES,
    &canada::CANADA,
    &canada::ALBERTA,
    &canada::BRITISH_COLUMBIA,
    &canada::MANITOBA,
    &canada::NEW_BRUNSWICK,
    &canada::NEWFOUNDLAND,
    &canada::NORTHWEST_TERRITORIES,
    &canada::NOVA_SCOTIA,
    &canada::NUNAVUT,
    &canada::ONTARIO,
    &canada::PRINCE_EDWARD_ISLAND,
    &canada::QUEBEC,
    &canada::SASKATCHEWAN,
    &canada::YUKON,
    &america::TRINIDAD_AND_TOBAGO,
    &pacific::AUSTRALIA,
    &pacific::NEW_ZEALAND,
    &asia::INDIA,
    &asia::SINGAPORE,
    &asia::HONG_KONG,
    &asia::JAPAN,
    &ELSEWHERE,
];

/// A region of which only the emergency numbers were read.
const ONLY_EMERGENCY: Region = Region {
    id: "",
    name: words::regions::ELSEWHERE_OR_NOT_SURE,
    parts: &[],
    emergency: &[],
    urgent: &[ContactLine::place(
        words::regions::YOUR_DOCTOR_OR_THE_NEAREST,
    )],
    poison: &[ContactLine::place(
        words::regions::THE_NEAREST_HOSPITAL_OR_THE,
    )],
    poison_hours: None,
    pregnant: &[ContactLine::place(
        words::regions::YOUR_MATERNITY_UNIT_MIDWIFE_OR,
    )],
    crisis: &[],
    without_speech: &[],
};

static ELSEWHERE: Region = Region {
    id: "other",
    name: words::regions::ELSEWHERE_OR_NOT_SURE,
    emergency: &[
        ContactLine::place(words::regions::YOUR_COUNTRYS_OWN_EMERGENCY_NUMBER),
        ContactLine::call(
            "112",
            words::regions::EMERGENCY_MAY_WORK_FROM_A,
            &OUR_CAUTION,
        ),
    ],
    poison: &[ContactLine::place(words::regions::THE_NEAREST_HOSPITAL)],
    ..ONLY_EMERGENCY
};
