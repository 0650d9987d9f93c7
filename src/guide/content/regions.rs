//! Whom to call where. A number never stands without its words: 111 is the emergency number of New
//! Zealand and the non-urgent line of the UK. Before each release a person checks every number.

use crate::guide::content::sources::*;
use crate::guide::region::{Line, Region};
use crate::guide::source::Source;

/// How fresh the numbers are.
pub static NUMBERS_CHECKED: &str = "These numbers are as our sources had them, and nobody has called them to check. Look yours up before you need it.";

/// Where the numbers were read.
pub static NUMBERS_SOURCES: &[&Source] = &[
    &AMBULANCE_UK,
    &MATERNITY_UK,
    &PARACETAMOL_OVER,
    &SAMARITANS,
    &POISONS_IE,
    &NUMBERS_EU,
    &POISON_HELP_US,
    &CDC_HEAR_HER,
    &NURSE_CA,
    &POISON_CA,
    &HEALTHDIRECT,
    &POISON_AU,
    &HEALTHLINE_NZ,
    &NUMBERS_IN,
    &NUMBERS_OTHER,
    &OUR_CAUTION,
];

/// The emergency numbers with their countries, for a card that is shown before a region is set.
pub static EMERGENCY_EVERYWHERE: &[Line] = &[
    Line {
        number: "999",
        words: "Emergency in the United Kingdom and Ireland",
    },
    Line {
        number: "112",
        words: "Emergency in the European Union, Ireland and India, and from most mobile phones",
    },
    Line {
        number: "911",
        words: "Emergency in the United States and Canada",
    },
    Line {
        number: "000",
        words: "Emergency in Australia",
    },
    Line {
        number: "111",
        words: "Emergency in New Zealand",
    },
];

/// The table.
pub static REGIONS: &[Region] = &[
    Region {
        id: "uk",
        name: "United Kingdom",
        emergency: &[Line {
            number: "999",
            words: "Emergency: ambulance",
        }],
        urgent: &[
            Line {
                number: "111",
                words: "UK: NHS 111, urgent but no danger to life, any hour",
            },
            Line {
                number: "",
                words: "Or your GP, or 111 online",
            },
        ],
        poison: &[
            Line {
                number: "111",
                words: "UK: NHS 111, too much medicine",
            },
            Line {
                number: "999",
                words: "Emergency: unconscious, fitting or drowsy",
            },
            Line {
                number: "116 123",
                words: "UK: Samaritans, to talk when you think of harming yourself",
            },
        ],
        poison_hours: None,
        pregnant: &[
            Line {
                number: "",
                words: "First your maternity unit or midwife: the number in your notes",
            },
            Line {
                number: "999",
                words: "Emergency: heavy fresh bleeding, sudden severe tummy pain that stays, fits, chest pain, trouble breathing",
            },
        ],
    },
    Region {
        id: "ie",
        name: "Ireland",
        emergency: &[
            Line {
                number: "112",
                words: "Emergency: ambulance",
            },
            Line {
                number: "999",
                words: "Emergency: ambulance, too",
            },
        ],
        urgent: &[Line {
            number: "",
            words: "Your GP, or the GP out-of-hours service",
        }],
        poison: &[
            Line {
                number: "01 809 2166",
                words: "Ireland: poison line, 08:00–22:00 every day",
            },
            Line {
                number: "",
                words: "At other hours: GP out-of-hours or an emergency department",
            },
            Line {
                number: "112",
                words: "Emergency: very unwell",
            },
        ],
        poison_hours: Some((8, 22)),
        pregnant: &[
            Line {
                number: "",
                words: "Your maternity hospital or unit",
            },
            Line {
                number: "112",
                words: "Emergency",
            },
        ],
    },
    Region {
        id: "eu",
        name: "European Union, other countries",
        emergency: &[Line {
            number: "112",
            words: "Emergency, free, in every EU country",
        }],
        urgent: &[
            Line {
                number: "116 117",
                words: "Doctor on call, not for emergencies, in some EU countries only",
            },
            Line {
                number: "",
                words: "Elsewhere: the local doctor on call",
            },
        ],
        poison: &[
            Line {
                number: "",
                words: "Your national poison centre: look its number up now and note it",
            },
            Line {
                number: "112",
                words: "Emergency: very unwell",
            },
        ],
        poison_hours: None,
        pregnant: &[
            Line {
                number: "",
                words: "Your maternity unit or midwife",
            },
            Line {
                number: "112",
                words: "Emergency",
            },
        ],
    },
    Region {
        id: "us",
        name: "United States",
        emergency: &[Line {
            number: "911",
            words: "Emergency: ambulance",
        }],
        urgent: &[Line {
            number: "",
            words: "Your doctor's office or its after-hours line, your insurer's nurse line, or urgent care",
        }],
        poison: &[
            Line {
                number: "1-800-222-1222",
                words: "US: Poison Help, any hour; do not wait for signs",
            },
            Line {
                number: "911",
                words: "Emergency: unconscious or trouble breathing",
            },
        ],
        poison_hours: None,
        pregnant: &[
            Line {
                number: "",
                words: "Your provider, now. Say that you are, or in the last year were, pregnant",
            },
            Line {
                number: "911",
                words: "Emergency, or an emergency room, if you cannot reach them",
            },
        ],
    },
    Region {
        id: "ca",
        name: "Canada",
        emergency: &[Line {
            number: "911",
            words: "Emergency: ambulance",
        }],
        urgent: &[
            Line {
                number: "811",
                words: "Canada: nurse line, any hour, in British Columbia, Alberta, Québec, New Brunswick, Prince Edward Island",
            },
            Line {
                number: "",
                words: "Elsewhere: your doctor or clinic",
            },
        ],
        poison: &[
            Line {
                number: "1-844-764-7669",
                words: "Canada: poison line",
            },
            Line {
                number: "1-800-463-5060",
                words: "Québec: poison line",
            },
            Line {
                number: "",
                words: "Nunavut: your local public health unit",
            },
            Line {
                number: "911",
                words: "Emergency: very unwell",
            },
        ],
        poison_hours: None,
        pregnant: &[
            Line {
                number: "",
                words: "Your provider or birth unit",
            },
            Line {
                number: "811",
                words: "Canada: nurse line, where there is one",
            },
            Line {
                number: "911",
                words: "Emergency",
            },
        ],
    },
    Region {
        id: "au",
        name: "Australia",
        emergency: &[Line {
            number: "000",
            words: "Emergency: Triple Zero, ambulance",
        }],
        urgent: &[
            Line {
                number: "1800 022 222",
                words: "Australia: healthdirect (1800 Medicare), nurse line",
            },
            Line {
                number: "1300 60 60 24",
                words: "Victoria: NURSE-ON-CALL",
            },
            Line {
                number: "13 HEALTH",
                words: "Queensland: nurse line",
            },
        ],
        poison: &[
            Line {
                number: "13 11 26",
                words: "Australia: poison line, any hour",
            },
            Line {
                number: "000",
                words: "Emergency: very unwell",
            },
        ],
        poison_hours: None,
        pregnant: &[
            Line {
                number: "",
                words: "Your maternity unit or midwife",
            },
            Line {
                number: "000",
                words: "Emergency",
            },
        ],
    },
    Region {
        id: "nz",
        name: "New Zealand",
        emergency: &[Line {
            number: "111",
            words: "New Zealand: emergency, ambulance",
        }],
        urgent: &[Line {
            number: "0800 611 116",
            words: "New Zealand: Healthline, nurse line, free, any hour",
        }],
        poison: &[
            Line {
                number: "0800 764 766",
                words: "New Zealand: poison line",
            },
            Line {
                number: "111",
                words: "New Zealand: emergency, very unwell",
            },
        ],
        poison_hours: None,
        pregnant: &[
            Line {
                number: "",
                words: "Your midwife",
            },
            Line {
                number: "0800 611 116",
                words: "New Zealand: Healthline, if you cannot reach them",
            },
            Line {
                number: "111",
                words: "New Zealand: emergency",
            },
        ],
    },
    Region {
        id: "in",
        name: "India",
        emergency: &[
            Line {
                number: "112",
                words: "Emergency",
            },
            Line {
                number: "108",
                words: "Emergency: ambulance, in many states",
            },
        ],
        urgent: &[Line {
            number: "",
            words: "A local doctor or hospital",
        }],
        poison: &[
            Line {
                number: "",
                words: "Go to a hospital",
            },
            Line {
                number: "112",
                words: "Emergency",
            },
        ],
        poison_hours: None,
        pregnant: &[
            Line {
                number: "",
                words: "Your hospital or clinic",
            },
            Line {
                number: "112",
                words: "Emergency",
            },
            Line {
                number: "108",
                words: "Emergency: ambulance, in many states",
            },
        ],
    },
    Region {
        id: "other",
        name: "Elsewhere, or not sure",
        emergency: &[
            Line {
                number: "112",
                words: "Emergency: works from most mobile phones",
            },
            Line {
                number: "",
                words: "Your country's own emergency number: find it now and note it in Settings",
            },
        ],
        urgent: &[Line {
            number: "",
            words: "Your doctor or the nearest hospital",
        }],
        poison: &[Line {
            number: "",
            words: "The nearest hospital",
        }],
        poison_hours: None,
        pregnant: &[Line {
            number: "",
            words: "Your maternity unit, midwife or the nearest hospital",
        }],
    },
];
