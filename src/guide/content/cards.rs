//! Cards to read: titles, claims and sources. Only claims that were read, or our own caution; no doses.

use crate::guide::card::{Card, Claim, Part, Shown};
use crate::guide::content::sources::{CES_CARD, HEALTHWISE, MAYO, NICE_NG59, OUR_CAUTION};
use crate::guide::source::Source;
use crate::words;

/// A source of the cards.
macro_rules! source {
    ($name:ident, $title:literal, $year:literal, $place:literal) => {
        #[doc = $title]
        pub static $name: Source = Source {
            title: $title,
            year: $year,
            place: $place,
        };
    };
}

source!(
    NORTHERN_CARE,
    "Northern Care Alliance NHS: back pain",
    "",
    "northerncarealliance.nhs.uk"
);
source!(
    GO4LIFE,
    "US National Institute on Aging: getting up after a fall",
    "",
    "go4life.nia.nih.gov"
);
source!(
    NHS_INFORM,
    "NHS inform, Scotland: getting up after a fall",
    "",
    "nhsinform.scot"
);
source!(
    SCANS_WITHOUT_PAIN,
    "AJNR: changes on scans of people without pain",
    "2015",
    "AJNR 36:811"
);
source!(
    SCANS_WITH_PAIN,
    "AJNR: changes on scans of adults under 50 with and without pain",
    "2015",
    "AJNR 36:2394"
);
source!(
    SICK_NOTE_UK,
    "Charter Medical Centre, quoting the UK government (read in a copy, December 2026)",
    "2022",
    ""
);
source!(HSE_NECK, "HSE, Ireland: neck pain", "", "hse.ie");
source!(
    DRIVING_MEDICINE,
    "North Cumbria Integrated Care NHS: driving and medicine",
    "",
    "ncic.nhs.uk"
);
source!(
    NECK_LEAFLET,
    "NHS Scotland, Right Decisions: neck leaflet",
    "",
    "rightdecisions.scot.nhs.uk"
);
source!(
    CHILDREN_GWENT,
    "Move Better Gwent NHS: back pain of children",
    "",
    "children.movebettergwent.nhs.wales"
);
source!(
    AFTER_BIRTH_SIGNS,
    "March of Dimes: warning signs after a birth",
    "2022",
    "marchofdimes.org"
);
source!(
    AFTER_BIRTH,
    "NHS Forth Valley and Gloucestershire Hospitals: the back after a birth",
    "",
    "nhsforthvalley.com"
);
source!(
    NHS_PAIN_RELIEF,
    "NHS on ibuprofen, as quoted (read in a copy, December 2026)",
    "",
    ""
);
source!(
    NSAID_PREGNANT,
    "UK medicines agency MHRA: anti-inflammatories in pregnancy",
    "2023",
    "gov.uk/drug-safety-update"
);
source!(
    ASPIRIN_CHILD,
    "Medicines for Children: aspirin",
    "",
    "medicinesforchildren.org.uk"
);
source!(
    CODEINE,
    "Packs of codeine in the UK, as a pharmacy quotes them (read in November 2026)",
    "",
    ""
);

/// What is said, with its source, one a line.
macro_rules! claims {
    ($($words:ident from $source:ident,)+) => {
        &[$(Claim { words: words::cards::$words, source: &$source },)+]
    };
}

/// The table.
pub static CARDS: &[Card] = &[
    Card {
        id: "next-hour",
        title: words::cards::NEXT_HOUR,
        parts: &[
            Part {
                heading: Some(words::cards::NOW),
                shown: Shown::Position,
                claims: claims! {
                    STOP from OUR_CAUTION,
                    EASIEST_POSITION from MAYO,
                },
            },
            Part {
                heading: None,
                shown: Shown::Breath,
                claims: claims! {
                    SLOW_BREATHS from OUR_CAUTION,
                },
            },
            Part {
                heading: None,
                shown: Shown::Warmth,
                claims: claims! {
                    WARMTH from OUR_CAUTION,
                },
            },
            Part {
                heading: Some(words::cards::WHEN_IT_LETS_GO),
                shown: Shown::Movement,
                claims: claims! {
                    ROCK_STAND_WALK from OUR_CAUTION,
                },
            },
            Part {
                heading: Some(words::cards::OFF_THE_FLOOR),
                shown: Shown::Floor,
                claims: claims! {
                    ROLL_AND_PUSH from GO4LIFE,
                    CHAIR from GO4LIFE,
                    STILL_STUCK from NHS_INFORM,
                },
            },
            Part {
                heading: Some(words::cards::STAY_AND_CALL),
                shown: Shown::StayAndCall,
                claims: claims! {
                    STAY_BECAUSE from OUR_CAUTION,
                },
            },
            Part {
                heading: Some(words::cards::OUT_OF_BED),
                shown: Shown::About,
                claims: claims! {
                    ROLL_LEGS_PUSH from HEALTHWISE,
                },
            },
            Part {
                heading: Some(words::cards::TOILET),
                shown: Shown::About,
                claims: claims! {
                    HOLD_AND_LEAN from OUR_CAUTION,
                },
            },
            Part {
                heading: None,
                shown: Shown::Sign,
                claims: claims! {
                    CANNOT_PEE from CES_CARD,
                },
            },
        ],
    },
    Card {
        id: "ordinary",
        title: words::cards::ORDINARY,
        parts: &[Part {
            heading: None,
            shown: Shown::Read,
            claims: claims! {
                SPINE_IS_STRONG from NORTHERN_CARE,
            },
        }],
    },
    Card {
        id: "scans",
        title: words::cards::SCANS,
        parts: &[Part {
            heading: None,
            shown: Shown::Read,
            claims: claims! {
                USUALLY_NONE from NICE_NG59,
                MOST_SHOW_CHANGES from SCANS_WITHOUT_PAIN,
                BULGE_AND_WEAR from SCANS_WITHOUT_PAIN,
                UNDER_50 from SCANS_WITH_PAIN,
                WHEN_NEEDED from NICE_NG59,
            },
        }],
    },
    Card {
        id: "work",
        title: words::cards::WORK,
        parts: &[Part {
            heading: None,
            shown: Shown::Read,
            claims: claims! {
                GO_SOON from NORTHERN_CARE,
                TALK_TO_MANAGER from NORTHERN_CARE,
                SELF_CERTIFY from SICK_NOTE_UK,
                FIT_NOTE from SICK_NOTE_UK,
                OTHER_COUNTRIES from OUR_CAUTION,
            },
        }],
    },
    Card {
        id: "driving",
        title: words::cards::DRIVING,
        parts: &[Part {
            heading: None,
            shown: Shown::Read,
            claims: claims! {
                NECK_TURNS from HSE_NECK,
                BRAKE_AND_SIT from OUR_CAUTION,
                NOT_DROWSY from DRIVING_MEDICINE,
                STRETCH from OUR_CAUTION,
            },
        }],
    },
    Card {
        id: "sport",
        title: words::cards::SPORT,
        parts: &[Part {
            heading: None,
            shown: Shown::Read,
            claims: claims! {
                LIGHT_FITNESS from NORTHERN_CARE,
                A_FIFTH_LESS from OUR_CAUTION,
                STEP_BACK from OUR_CAUTION,
            },
        }],
    },
    Card {
        id: "neck",
        title: words::cards::NECK,
        parts: &[Part {
            heading: None,
            shown: Shown::Read,
            claims: claims! {
                KEEP_IT_MOVING from HSE_NECK,
                PILLOW from HSE_NECK,
                HEAT_OR_COLD from HSE_NECK,
                MOST_EASE from HSE_NECK,
                EYE_HEIGHT from NECK_LEAFLET,
                LOOK_AWAY from OUR_CAUTION,
            },
        }],
    },
    Card {
        id: "children",
        title: words::cards::CHILDREN,
        parts: &[
            Part {
                heading: Some(words::cards::CHILD_SIGNS_HEADING),
                shown: Shown::Sign,
                claims: claims! {
                    CHILD_UNDER_5 from CHILDREN_GWENT,
                    CHILD_SIGNS from CHILDREN_GWENT,
                },
            },
            Part {
                heading: None,
                shown: Shown::Read,
                claims: claims! {
                    SCHOOL from NORTHERN_CARE,
                    SPORT_AS_IT_ALLOWS from NORTHERN_CARE,
                    NO_RELAXANT from OUR_CAUTION,
                    TWO_WEEKS from OUR_CAUTION,
                },
            },
        ],
    },
    Card {
        id: "after-birth",
        title: words::cards::AFTER_BIRTH,
        parts: &[
            Part {
                heading: Some(words::cards::FIRST_THIS),
                shown: Shown::Sign,
                claims: claims! {
                    BIRTH_SIGNS from AFTER_BIRTH_SIGNS,
                },
            },
            Part {
                heading: None,
                shown: Shown::Read,
                claims: claims! {
                    COMMON from AFTER_BIRTH,
                    LIFT_CLOSE from AFTER_BIRTH,
                    FEED_LEANING_BACK from AFTER_BIRTH,
                    CHANGE_AT_WAIST from AFTER_BIRTH,
                    WALK_EARLY from AFTER_BIRTH,
                },
            },
        ],
    },
    Card {
        id: "mood",
        title: words::cards::MOOD,
        parts: &[],
    },
    Card {
        id: "pain-relievers",
        title: words::cards::PAIN_RELIEVERS,
        parts: &[
            Part {
                heading: None,
                shown: Shown::Sign,
                claims: claims! {
                    BLACK_POO from OUR_CAUTION,
                },
            },
            Part {
                heading: None,
                shown: Shown::Read,
                claims: claims! {
                    LOWEST from NHS_PAIN_RELIEF,
                    ONE_OF_THEM from NHS_PAIN_RELIEF,
                    TOO_LONG from NHS_PAIN_RELIEF,
                    GEL_FIRST from OUR_CAUTION,
                    NOT_PREGNANT from NSAID_PREGNANT,
                    NO_ASPIRIN from ASPIRIN_CHILD,
                    CHICKENPOX from NHS_PAIN_RELIEF,
                    CODEINE from CODEINE,
                },
            },
        ],
    },
];
