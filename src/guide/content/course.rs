//! How long such things usually last. Figures are for one part of the spine alone.

use crate::guide::content::sources::{
    BEST_PRACTICE, CLEVELAND, DA_SILVA_2019, DAHM_2010, HENSCHKE_2008, HUSH_2011, ITZ_2013,
    MENEZES_COSTA_2012, NHS_BACK_PAIN, OUR_CAUTION, PENGEL_2003, SPASM_PAGES, WALLWORK_2024,
    WILLIAMS_2014, WRY_NECK,
};
use crate::guide::course::{Course, Point};
use crate::guide::finding::Finding;
use crate::guide::source::Source;

const AVERAGES: &str = "These are averages, for this part of the back alone. Yours may differ.";
const CHECK: &str = "No better after two weeks: check with a physiotherapist or doctor. After six weeks: see someone.";
const NO_FIGURES: &[&str] = &[
    "We read no figures on how long pain here lasts, so we show none. Those of the low back or neck do not apply.",
    CHECK,
];

/// Of young people nothing was read, so nothing of grown-ups is shown to them.
pub static NO_FIGURES_YOUNG: &str =
    "We read no figures on how long it lasts in children and teenagers, so we show none.";

/// How long one spasm lasts.
pub static SPASM_DURATION: &str = "No study that we read timed back spasms. Pages for general readers say that one spasm lasts seconds to hours, and that soreness often settles over days to 2–4 weeks. Lasting pain does not by itself prove an underlying condition.";

/// Where [`SPASM_DURATION`] was read.
pub static SPASM_DURATION_SOURCES: &[&Source] = &[&SPASM_PAGES, &CLEVELAND, &WILLIAMS_2014];

/// The table.
pub static COURSES: &[Course] = &[
    Course {
        place: Finding::LowBack,
        words: &[
            "On average, in studies, new low back pain about halved in six weeks and went on falling for a year.",
            "In a trial half had recovered by day 16–17. In a study in Sydney 72 of 100 had fully recovered at one year; a stricter review found that 65 of 100 still had some pain then.",
            "A 2024 review found slower recovery in pain that had already lasted: slow after 6 weeks, little after 12.",
            "About 7 in 10 people who had recovered had another bout within a year (69 of 100).",
            "With pain down the leg (sciatica) many improve in weeks. \"Nine in ten within six weeks\" is not borne out.",
            AVERAGES,
            CHECK,
        ],
        points: &[
            Point {
                day: 0,
                pain: 52,
                low: 48,
                high: 57,
            },
            Point {
                day: 42,
                pain: 23,
                low: 21,
                high: 25,
            },
            Point {
                day: 182,
                pain: 12,
                low: 9,
                high: 15,
            },
            Point {
                day: 364,
                pain: 6,
                low: 3,
                high: 10,
            },
        ],
        sources: &[
            &MENEZES_COSTA_2012,
            &WALLWORK_2024,
            &PENGEL_2003,
            &WILLIAMS_2014,
            &HENSCHKE_2008,
            &ITZ_2013,
            &DA_SILVA_2019,
            &NHS_BACK_PAIN,
            &OUR_CAUTION,
        ],
    },
    Course {
        place: Finding::Neck,
        words: &[
            "On average, in studies, new neck pain nearly halved in six and a half weeks; at one year some pain often remained.",
            "A stiff neck that you woke up with often eases in one or two days and is gone in one or two weeks. One clinic says up to two months. (From general-reader pages, not from a study.)",
            AVERAGES,
            CHECK,
        ],
        points: &[
            Point {
                day: 0,
                pain: 64,
                low: 61,
                high: 67,
            },
            Point {
                day: 45,
                pain: 35,
                low: 32,
                high: 38,
            },
            Point {
                day: 365,
                pain: 42,
                low: 39,
                high: 45,
            },
        ],
        sources: &[&HUSH_2011, &WRY_NECK, &OUR_CAUTION],
    },
    Course {
        place: Finding::UpperBack,
        words: NO_FIGURES,
        points: &[],
        sources: &[&OUR_CAUTION],
    },
    Course {
        place: Finding::MiddleBack,
        words: NO_FIGURES,
        points: &[],
        sources: &[&OUR_CAUTION],
    },
    Course {
        place: Finding::Buttock,
        words: &[
            "We read no figures for the buttock alone. Low back pain can reach it.",
            "With pain down the leg (sciatica) many improve in weeks. Bed rest and staying active did about equally well.",
            AVERAGES,
            CHECK,
        ],
        points: &[],
        sources: &[&BEST_PRACTICE, &NHS_BACK_PAIN, &DAHM_2010, &OUR_CAUTION],
    },
    Course {
        place: Finding::SideOrLoin,
        words: NO_FIGURES,
        points: &[],
        sources: &[&OUR_CAUTION],
    },
];
