//! Whom to call where. A number never stands without its words and its country: 111 is the emergency number of New
//! Zealand and the non-urgent line of the UK. Before each release a person checks every number.

use crate::guide::content::regions::sources::*;
use crate::guide::region::{Line, Region};

mod america;
mod asia;
mod canada;
mod europe;
mod pacific;
mod sources;

/// How fresh the numbers are.
pub static NUMBERS_CHECKED: &str = "These numbers are as our sources had them, and nobody has called them to check. Look yours up before you need it.";
/// Before the day on which a number was read.
pub static READ_ON: &str = "Read on";
/// Before the last day on which a number can have been read.
pub static READ_BEFORE: &str = "Read by";
/// Before the month in which a number was read in a copy.
pub static READ_IN_A_COPY: &str = "Read in a copy,";

/// The emergency numbers with their countries, for a card that is shown before a region counts.
pub static EMERGENCY_EVERYWHERE: &[Line] = &[
    Line::call(
        "999",
        "Emergency in the United Kingdom, Ireland and Hong Kong",
        &AMBULANCE_UK,
    ),
    Line::call(
        "112",
        "Emergency in the European Union, Ireland, Iceland, Switzerland and India. It may work from a mobile phone elsewhere",
        &EMERGENCY_EU,
    ),
    Line::call(
        "911",
        "Emergency in the United States and Canada",
        &POISON_HELP_US,
    ),
    Line::call("000", "Emergency in Australia", &EMERGENCY_AU),
    Line::call("111", "Emergency in New Zealand", &HEALTHLINE_NZ),
    Line::call("144", "Emergency in Switzerland: ambulance", &EMERGENCY_CH),
    Line::call(
        "108",
        "Emergency in India: ambulance, in many states",
        &AMBULANCE_IN,
    ),
    Line::call("995", "Emergency in Singapore: ambulance", &EMERGENCY_SG),
    Line::call("119", "Emergency in Japan: ambulance", &EMERGENCY_JP),
    Line::call(
        "811",
        "Emergency in Trinidad and Tobago: ambulance",
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
    name: "",
    parts: &[],
    emergency: &[],
    urgent: &[Line::place("Your doctor or the nearest hospital")],
    poison: &[Line::place("The nearest hospital, or the emergency number")],
    poison_hours: None,
    pregnant: &[Line::place(
        "Your maternity unit, midwife or the nearest hospital",
    )],
    crisis: &[],
    without_speech: &[],
};

static ELSEWHERE: Region = Region {
    id: "other",
    name: "Elsewhere, or not sure",
    emergency: &[
        Line::place("Your country's own emergency number: find it now and note it in Settings"),
        Line::call(
            "112",
            "Emergency: may work from a mobile phone",
            &OUR_CAUTION,
        ),
    ],
    poison: &[Line::place("The nearest hospital")],
    ..ONLY_EMERGENCY
};
