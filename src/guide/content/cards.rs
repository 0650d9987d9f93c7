//! Cards to read: titles, claims and sources. Only claims that were read, or our own caution; no doses.

use crate::guide::card::{Card, CardPart, Claim, Shown};
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

/// Claims, each with its source, one a line.
macro_rules! claims {
    ($($words:expr => $source:ident,)+) => {
        &[$(Claim { words: $words, source: &$source },)+]
    };
}

/// The table.
pub static CARDS: &[Card] = &[
    Card {
        id: "next-hour",
        title: words::cards::NEXT_HOUR,
        parts: &[
            CardPart {
                heading: Some(words::cards::NOW),
                shown: Shown::Position,
                claims: claims! {
                    words::cards::STOP => OUR_CAUTION,
                    words::cards::EASIEST_POSITION => MAYO,
                },
            },
            CardPart {
                heading: None,
                shown: Shown::Breath,
                claims: claims! {
                    words::cards::SLOW_BREATHS => OUR_CAUTION,
                },
            },
            CardPart {
                heading: None,
                shown: Shown::Warmth,
                claims: claims! {
                    words::cards::WARMTH => OUR_CAUTION,
                },
            },
            CardPart {
                heading: Some(words::cards::WHEN_IT_LETS_GO),
                shown: Shown::Movement,
                claims: claims! {
                    words::cards::ROCK_STAND_WALK => OUR_CAUTION,
                },
            },
            CardPart {
                heading: Some(words::cards::OFF_THE_FLOOR),
                shown: Shown::Floor,
                claims: claims! {
                    words::cards::ROLL_AND_PUSH => GO4LIFE,
                    words::cards::CHAIR => GO4LIFE,
                    words::cards::STILL_STUCK => NHS_INFORM,
                },
            },
            CardPart {
                heading: Some(words::cards::STAY_AND_CALL),
                shown: Shown::StayAndCall,
                claims: claims! {
                    words::cards::STAY_BECAUSE => OUR_CAUTION,
                },
            },
            CardPart {
                heading: Some(words::cards::OUT_OF_BED),
                shown: Shown::About,
                claims: claims! {
                    words::cards::ROLL_LEGS_PUSH => HEALTHWISE,
                },
            },
            CardPart {
                heading: Some(words::cards::TOILET),
                shown: Shown::About,
                claims: claims! {
                    words::cards::HOLD_AND_LEAN => OUR_CAUTION,
                },
            },
            CardPart {
                heading: None,
                shown: Shown::Sign,
                claims: claims! {
                    words::cards::CANNOT_PEE => CES_CARD,
                },
            },
        ],
    },
    Card {
        id: "ordinary",
        title: words::cards::ORDINARY,
        parts: &[CardPart {
            heading: None,
            shown: Shown::Read,
            claims: claims! {
                words::cards::SPINE_IS_STRONG => NORTHERN_CARE,
            },
        }],
    },
    Card {
        id: "scans",
        title: words::cards::SCANS,
        parts: &[CardPart {
            heading: None,
            shown: Shown::Read,
            claims: claims! {
                words::cards::USUALLY_NONE => NICE_NG59,
                words::cards::MOST_SHOW_CHANGES => SCANS_WITHOUT_PAIN,
                words::cards::BULGE_AND_WEAR => SCANS_WITHOUT_PAIN,
                words::cards::UNDER_50 => SCANS_WITH_PAIN,
                words::cards::WHEN_NEEDED => NICE_NG59,
            },
        }],
    },
    Card {
        id: "work",
        title: words::cards::WORK,
        parts: &[CardPart {
            heading: None,
            shown: Shown::Read,
            claims: claims! {
                words::cards::GO_SOON => NORTHERN_CARE,
                words::cards::TALK_TO_MANAGER => NORTHERN_CARE,
                words::cards::SELF_CERTIFY => SICK_NOTE_UK,
                words::cards::FIT_NOTE => SICK_NOTE_UK,
                words::cards::OTHER_COUNTRIES => OUR_CAUTION,
            },
        }],
    },
    Card {
        id: "driving",
        title: words::cards::DRIVING,
        parts: &[CardPart {
            heading: None,
            shown: Shown::Read,
            claims: claims! {
                words::cards::NECK_TURNS => HSE_NECK,
                words::cards::BRAKE_AND_SIT => OUR_CAUTION,
                words::cards::NOT_DROWSY => DRIVING_MEDICINE,
                words::cards::STRETCH => OUR_CAUTION,
            },
        }],
    },
    Card {
        id: "sport",
        title: words::cards::SPORT,
        parts: &[CardPart {
            heading: None,
            shown: Shown::Read,
            claims: claims! {
                words::cards::LIGHT_FITNESS => NORTHERN_CARE,
                words::cards::A_FIFTH_LESS => OUR_CAUTION,
                words::cards::STEP_BACK => OUR_CAUTION,
            },
        }],
    },
    Card {
        id: "neck",
        title: words::cards::NECK,
        parts: &[CardPart {
            heading: None,
            shown: Shown::Read,
            claims: claims! {
                words::cards::KEEP_IT_MOVING => HSE_NECK,
                words::cards::PILLOW => HSE_NECK,
                words::cards::HEAT_OR_COLD => HSE_NECK,
                words::cards::MOST_EASE => HSE_NECK,
                words::cards::EYE_HEIGHT => NECK_LEAFLET,
                words::cards::LOOK_AWAY => OUR_CAUTION,
            },
        }],
    },
    Card {
        id: "children",
        title: words::cards::CHILDREN,
        parts: &[
            CardPart {
                heading: Some(words::cards::CHILD_SIGNS_HEADING),
                shown: Shown::Sign,
                claims: claims! {
                    words::cards::CHILD_UNDER_5 => CHILDREN_GWENT,
                    words::cards::CHILD_SIGNS => CHILDREN_GWENT,
                },
            },
            CardPart {
                heading: None,
                shown: Shown::Read,
                claims: claims! {
                    words::cards::SCHOOL => NORTHERN_CARE,
                    words::cards::SPORT_AS_IT_ALLOWS => NORTHERN_CARE,
                    words::cards::NO_RELAXANT => OUR_CAUTION,
                    words::cards::TWO_WEEKS => OUR_CAUTION,
                },
            },
        ],
    },
    Card {
        id: "after-birth",
        title: words::cards::AFTER_BIRTH,
        parts: &[
            CardPart {
                heading: Some(words::cards::FIRST_THIS),
                shown: Shown::Sign,
                claims: claims! {
                    words::cards::BIRTH_SIGNS => AFTER_BIRTH_SIGNS,
                },
            },
            CardPart {
                heading: None,
                shown: Shown::Read,
                claims: claims! {
                    words::cards::COMMON => AFTER_BIRTH,
                    words::cards::LIFT_CLOSE => AFTER_BIRTH,
                    words::cards::FEED_LEANING_BACK => AFTER_BIRTH,
                    words::cards::CHANGE_AT_WAIST => AFTER_BIRTH,
                    words::cards::WALK_EARLY => AFTER_BIRTH,
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
            CardPart {
                heading: None,
                shown: Shown::Sign,
                claims: claims! {
                    words::cards::BLACK_POO => OUR_CAUTION,
                },
            },
            CardPart {
                heading: None,
                shown: Shown::Read,
                claims: claims! {
                    words::cards::LOWEST => NHS_PAIN_RELIEF,
                    words::cards::ONE_OF_THEM => NHS_PAIN_RELIEF,
                    words::cards::TOO_LONG => NHS_PAIN_RELIEF,
                    words::cards::GEL_FIRST => OUR_CAUTION,
                    words::cards::NOT_PREGNANT => NSAID_PREGNANT,
                    words::cards::NO_ASPIRIN => ASPIRIN_CHILD,
                    words::cards::CHICKENPOX => NHS_PAIN_RELIEF,
                    words::cards::CODEINE => CODEINE,
                },
            },
        ],
    },
];
