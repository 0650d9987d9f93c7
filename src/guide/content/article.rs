//! The article, statement by statement, each beside what is known.

use crate::guide::article::{Section, Statement, Verdict};
use crate::guide::content::sources::{
    ACP_2017, ARTICLE, BEST_PRACTICE, CASHIN_2021, CES_CARD, CLEVELAND, DAHM_2010, FRENCH_2006,
    FRITZ_2015, HENSCHKE_2008, HENSCHKE_2009, IJZELENBERG_2023, KONSTANTINOU_2012,
    LEBOEUF_YDE_2009, MEDICINENET, MILLER_1985, NHS_BACK_PAIN, NHS_LOTHIAN, NICE_NG59,
    NOUWEN_BUSH_1984, OUR_CAUTION, OWEN_2020, PAIN_RELIEF_PAGES, POCOVI_2024, PUBLISHED_CASES,
    RMDQ, ROLAND_1986, SPASM_PAGES, SPONDYLO, STEFFENS_2016, STRINE_2007, SWAIN_2020,
    VAN_DER_GAAG_2020, VAN_DUIJVENBODE_2008, VERWOERD_2013, WEGNER_2013, WHO_2023, WILLIAMS_2014,
    ZHAI_2024,
};

/// What each verdict is called, in the order of [`Verdict`].
pub static VERDICT_LABELS: [&str; 5] = [
    "supported",
    "mixed",
    "not supported",
    "advised against",
    "no source read",
];

/// Who wrote the article.
pub static ARTICLE_AUTHOR: &str =
    "The article was written by Spinal Backrack, the company that sells the spinal device in it.";

/// What the article leaves out.
pub static LEFT_OUT: &[&str] = &[
    "Signs of an emergency",
    "That most bouts settle",
    "That staying active does better than bed rest",
    "Who should not take anti-inflammatories",
    "Numbness or weakness",
    "Pregnancy",
    "Children",
    "Being over 70, or having osteoporosis",
];

/// The article's sections and statements, in its own order.
pub static SECTIONS: &[Section] = &[
    Section {
        heading: "Introduction",
        statements: &[Statement {
            id: "S1",
            says: "Back spasms can be painful, get in the way of daily tasks and disturb sleep.",
            verdict: Verdict::Supported,
            known: "They can hurt a lot and get in the way of daily tasks and sleep. The standard back questionnaire asks about both.",
            sources: &[&RMDQ, &NHS_BACK_PAIN],
        }],
    },
    Section {
        heading: "What are back muscle spasms?",
        statements: &[
            Statement {
                id: "S2",
                says: "They are contractions of the back muscles that you do not control.",
                verdict: Verdict::Mixed,
                known: "A spasm is a sudden muscle contraction that you do not control. In new back pain more muscle activity has been measured; in long-lasting back pain, not consistently. So \"spasm\" is a feeling more than a finding.",
                sources: &[&CLEVELAND, &ROLAND_1986, &NOUWEN_BUSH_1984, &MILLER_1985],
            },
            Statement {
                id: "S3",
                says: "They can occur anywhere from the neck to the low back.",
                verdict: Verdict::Supported,
                known: "Pain is reported in the neck, the middle and the low back. (Counted as pain, not as spasm.)",
                sources: &[&LEBOEUF_YDE_2009],
            },
            Statement {
                id: "S4",
                says: "Poor posture can cause them.",
                verdict: Verdict::Mixed,
                known: "Posture is often blamed. A review of 41 reviews saw links with sitting, bending and awkward postures, but found no agreement that any posture causes low back pain.",
                sources: &[&SWAIN_2020],
            },
            Statement {
                id: "S5",
                says: "Muscle strain can cause them.",
                verdict: Verdict::Supported,
                known: "Muscle spasm is listed among the signs of a strained muscle.",
                sources: &[&MEDICINENET],
            },
            Statement {
                id: "S6",
                says: "Back injury can cause them.",
                verdict: Verdict::Supported,
                known: "Injury can set off spasm. Spasm has also been felt over a broken bone of the spine, so a spasm after a fall does not rule out a fracture.",
                sources: &[&MEDICINENET, &PUBLISHED_CASES],
            },
            Statement {
                id: "S7",
                says: "Tension too strong for the muscle can tear its fibres.",
                verdict: Verdict::Mixed,
                known: "Fibres can stretch or tear when a muscle is overloaded or overstretched: that is a strain. We have no source that a spasm by itself tears a back muscle.",
                sources: &[&MEDICINENET],
            },
            Statement {
                id: "S8",
                says: "The tear leads to painful and weak muscles.",
                verdict: Verdict::Supported,
                known: "A strain can hurt and weaken that muscle. Weakness of a leg, foot, arm or hand is different: it needs same-day advice or sooner.",
                sources: &[&MEDICINENET, &NHS_LOTHIAN],
            },
            Statement {
                id: "S9",
                says: "Low back spasms are the most common.",
                verdict: Verdict::Supported,
                known: "For back pain, yes: low back first, then neck, then middle back. Nobody counted spasms as such.",
                sources: &[&LEBOEUF_YDE_2009, &STRINE_2007],
            },
            Statement {
                id: "S10",
                says: "They mostly lead to low back pain and other low back symptoms.",
                verdict: Verdict::Supported,
                known: "Pain usually stays in the back or buttock. Pain below the knee, numbness, or a change in bladder or bowel is not just a spasm.",
                sources: &[&BEST_PRACTICE, &KONSTANTINOU_2012, &CES_CARD],
            },
        ],
    },
    Section {
        heading: "How long do back muscle spasms last?",
        statements: &[
            Statement {
                id: "S11",
                says: "It depends on how severe the spasm is and on its cause.",
                verdict: Verdict::Supported,
                known: "Recovery was slower with more pain at the start, a longer wait before care, low mood, and expecting it to last.",
                sources: &[&HENSCHKE_2008],
            },
            Statement {
                id: "S12",
                says: "Mostly a few minutes to a few hours an episode.",
                verdict: Verdict::Mixed,
                known: "Pages for general readers say seconds to minutes, some more than an hour. We have no study that timed back spasms.",
                sources: &[&SPASM_PAGES],
            },
            Statement {
                id: "S13",
                says: "A herniated disc or spondylolisthesis (a slipped bone of the spine) can be behind them.",
                verdict: Verdict::Mixed,
                known: "Both can give back pain. Your story alone shows them poorly, and other causes exist, a few of them urgent.",
                sources: &[&KONSTANTINOU_2012, &VERWOERD_2013, &SPONDYLO],
            },
            Statement {
                id: "S14",
                says: "With an underlying condition they can last days or weeks.",
                verdict: Verdict::Mixed,
                known: "Back pain without one lasts that long too: of 1,652 people with new low back pain in a trial, half had recovered by day 16 or 17, whatever they took. Lasting pain does not prove an underlying condition.",
                sources: &[&WILLIAMS_2014],
            },
            Statement {
                id: "S15",
                says: "If they are chronic, persistent and painful, seek medical attention.",
                verdict: Verdict::Supported,
                known: "Yes, see someone if it does not improve over a few weeks. But some signs must not wait at all: do the danger check first.",
                sources: &[&NHS_BACK_PAIN],
            },
            Statement {
                id: "S16",
                says: "A doctor can find the cause and plan the treatment.",
                verdict: Verdict::Mixed,
                known: "A clinician can rule out serious causes and plan care. In most low back pain no single cause can be named.",
                sources: &[&ZHAI_2024, &HENSCHKE_2009],
            },
        ],
    },
    Section {
        heading: "Back muscle spasm treatments",
        statements: &[
            Statement {
                id: "S17",
                says: "Several options may bring long-lasting relief.",
                verdict: Verdict::Mixed,
                known: "Most treatments studied give small, short relief. The longer benefit with the best support is exercise with education, against the next bout.",
                sources: &[&STEFFENS_2016, &FRENCH_2006, &VAN_DER_GAAG_2020],
            },
            Statement {
                id: "S18",
                says: "Rest: a break from what makes it worse eases spasm and pain.",
                verdict: Verdict::Mixed,
                known: "Easing off for a day or two is reasonable. Keeping moving gives slightly less pain and better function than bed rest.",
                sources: &[&DAHM_2010],
            },
            Statement {
                id: "S19",
                says: "Rest reduces inflammation.",
                verdict: Verdict::NoSourceRead,
                known: "We have no source that rest lowers inflammation in a back spasm.",
                sources: &[],
            },
            Statement {
                id: "S20",
                says: "Rest promotes healing.",
                verdict: Verdict::NotSupported,
                known: "People told to stay active did slightly better than people told to rest in bed.",
                sources: &[&DAHM_2010],
            },
            Statement {
                id: "S21",
                says: "Heat or ice eases pain.",
                verdict: Verdict::Mixed,
                known: "Heat: some evidence, small and short-lived. Ice: too little research. Use what feels good.",
                sources: &[&FRENCH_2006, &ACP_2017],
            },
            Statement {
                id: "S22",
                says: "Heat or ice reduces inflammation.",
                verdict: Verdict::NoSourceRead,
                known: "We have no source that either lowers inflammation in a back spasm.",
                sources: &[],
            },
            Statement {
                id: "S23",
                says: "Heat relaxes the muscles.",
                verdict: Verdict::Mixed,
                known: "Heat wraps eased pain a little over five days. We have no source that they work by relaxing the muscle.",
                sources: &[&FRENCH_2006],
            },
            Statement {
                id: "S24",
                says: "Ice reduces swelling, inflammation and pain.",
                verdict: Verdict::NotSupported,
                known: "For low back pain there is not enough research to say that ice works.",
                sources: &[&FRENCH_2006],
            },
            Statement {
                id: "S25",
                says: "Gentle stretching relaxes and relieves spasm.",
                verdict: Verdict::Mixed,
                known: "Gentle movement is fine. In new low back pain exercise made no difference that people would notice. In long-lasting pain stretching alone did not beat doing nothing; other exercise did.",
                sources: &[&IJZELENBERG_2023, &OWEN_2020],
            },
            Statement {
                id: "S26",
                says: "Stretching improves how far you can move.",
                verdict: Verdict::NoSourceRead,
                known: "We have no source for this in the back.",
                sources: &[],
            },
            Statement {
                id: "S27",
                says: "Pain relievers without prescription ease pain.",
                verdict: Verdict::Mixed,
                known: "Anti-inflammatories: about 7 points less on a 0–100 scale within three weeks. Paracetamol alone: recovery no faster than with a dummy pill. Follow the label; ask a pharmacist.",
                sources: &[&VAN_DER_GAAG_2020, &WILLIAMS_2014],
            },
            Statement {
                id: "S28",
                says: "Pain relievers without prescription reduce inflammation.",
                verdict: Verdict::Mixed,
                known: "Ibuprofen, naproxen, aspirin and diclofenac are anti-inflammatory medicines. Paracetamol has only little such action.",
                sources: &[&PAIN_RELIEF_PAGES],
            },
            Statement {
                id: "S29",
                says: "Muscle relaxants may be used in some cases.",
                verdict: Verdict::Mixed,
                known: "A prescriber may offer one. The average gain is about 8 points on a 0–100 scale, for two weeks at most (very uncertain), and side effects are more common. Guidelines differ.",
                sources: &[&CASHIN_2021, &ACP_2017],
            },
            Statement {
                id: "S30",
                says: "A physical therapist can build an exercise programme to stretch and relax the spine.",
                verdict: Verdict::Mixed,
                known: "Yes, they design exercise. In new low back pain early physiotherapy helped a little at three months and not at one year. \"Relax the spine\" is the article's phrase.",
                sources: &[&FRITZ_2015],
            },
            Statement {
                id: "S31",
                says: "Physical therapy improves how far you can move.",
                verdict: Verdict::NoSourceRead,
                known: "We have no source for this claim.",
                sources: &[],
            },
            Statement {
                id: "S32",
                says: "Physical therapy reduces the risk of future back injuries.",
                verdict: Verdict::Supported,
                known: "Exercise with education lowered new bouts of back pain by nearly half, and walking with coaching delayed the next bout. (Bouts of pain, not injuries.)",
                sources: &[&STEFFENS_2016, &POCOVI_2024],
            },
            Statement {
                id: "S33",
                says: "A spinal orthopaedic device lets you treat yourself at home.",
                verdict: Verdict::NoSourceRead,
                known: "No guideline or trial that we read names this device.",
                sources: &[],
            },
            Statement {
                id: "S34",
                says: "It mirrors the shape of the spine perfectly.",
                verdict: Verdict::NoSourceRead,
                known: "That is the seller's description. Spines differ from person to person.",
                sources: &[&OUR_CAUTION],
            },
            Statement {
                id: "S35",
                says: "It relieves back and neck pain from many spine problems, spasms and poor posture included.",
                verdict: Verdict::NoSourceRead,
                known: "We have no source on this device. For belts, corsets, braces and traction, guidelines advise against routine use in ordinary low back pain.",
                sources: &[&NICE_NG59, &WHO_2023, &VAN_DUIJVENBODE_2008, &WEGNER_2013],
            },
            Statement {
                id: "S36",
                says: "It is very effective for a wide variety of spine issues.",
                verdict: Verdict::NoSourceRead,
                known: "We have no source for this. The article's author is the company that sells the device.",
                sources: &[&ARTICLE],
            },
            Statement {
                id: "S37",
                says: "It addresses the root of the problem, not just the symptoms.",
                verdict: Verdict::NotSupported,
                known: "In most low back pain no single root can be named, so no device can be shown to address it.",
                sources: &[&ZHAI_2024],
            },
        ],
    },
    Section {
        heading: "Effectively Relieve Back Muscle Spasms from Home",
        statements: &[Statement {
            id: "S38",
            says: "Spasms can be relieved effectively from home.",
            verdict: Verdict::Mixed,
            known: "Many bouts settle at home with movement, warmth and time. Some need urgent care: do the danger check.",
            sources: &[&NHS_BACK_PAIN, &DAHM_2010, &FRENCH_2006],
        }],
    },
];
