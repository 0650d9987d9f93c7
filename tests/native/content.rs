//! The words about the article, care, courses, regions and sources: complete, sourced, and within
//! what may be said.

use std::collections::BTreeSet;

use unknot::guide::article::{Statement, Verdict};
use unknot::guide::care::{Evidence, offers};
use unknot::guide::content::article::{ARTICLE_AUTHOR, LEFT_OUT, SECTIONS, VERDICT_LABELS};
use unknot::guide::content::care::{CARE, EVIDENCE_LABELS};
use unknot::guide::content::causes::CAUSES;
use unknot::guide::content::course::{COURSES, SPASM_DURATION, SPASM_DURATION_SOURCES};
use unknot::guide::content::figures::FIGURES;
use unknot::guide::content::ingredients::{
    CHECK_PACK, HAS_CODEINE, INGREDIENTS, NOT_KNOWN, SAME_TWICE, TWO_OF_A_KIND,
};
use unknot::guide::content::instruments::{
    ABOUT, PEG, ROLAND_MORRIS, ROLAND_MORRIS_CREDIT, ROLAND_MORRIS_OPENING,
};
use unknot::guide::content::movements::{
    ASK_BREATHING, BREATHE, FOR_NO_ONE, HOW_TO_MOVE, LIE_DOWN, LIE_ON_SIDE, MOVEMENTS,
    STOP_BREATHING, STOP_SHORT, SUPPORT_HEAD,
};
use unknot::guide::content::red_flags::RULES;
use unknot::guide::content::regions::{EMERGENCY_EVERYWHERE, REGIONS};
use unknot::guide::content::sources::SOURCES;
use unknot::guide::course::Course;
use unknot::guide::figure::Figure;
use unknot::guide::finding::{Finding, Findings};
use unknot::guide::source::Source;
use unknot::guide::triage::Urgency;
use unknot::words;

fn statements() -> impl Iterator<Item = &'static Statement> {
    SECTIONS.iter().flat_map(|section| section.statements)
}

/// Every text that these tables show, with where it stands.
fn texts() -> Vec<(String, &'static str)> {
    let mut all = vec![
        ("author".to_string(), ARTICLE_AUTHOR),
        ("spasm duration".to_string(), SPASM_DURATION),
        (
            "numbers checked".to_string(),
            words::regions::CHECKED.text(),
        ),
    ];
    let mut put = |at: &str, texts: &[&'static str]| {
        for text in texts.iter().filter(|text| !text.is_empty()) {
            all.push((at.to_string(), text));
        }
    };
    put("left out", LEFT_OUT);
    put("verdict", &VERDICT_LABELS);
    put("evidence", &EVIDENCE_LABELS);
    for section in SECTIONS {
        put("section", &[section.heading]);
    }
    for said in statements() {
        put(said.id, &[said.says, said.known]);
    }
    for care in CARE {
        put(
            care.id,
            &[care.name, care.number, care.article, care.known, care.stop],
        );
        put(care.id, care.how);
        put(care.id, care.cautions);
        for caution in care.for_some {
            put(care.id, &[caution.words]);
        }
    }
    put("breathing", &[BREATHE, STOP_BREATHING, ASK_BREATHING]);
    put("moving", &[HOW_TO_MOVE, STOP_SHORT]);
    put("positions", &[LIE_DOWN, LIE_ON_SIDE, SUPPORT_HEAD]);
    put("ingredients", &INGREDIENTS);
    put(
        "medicine",
        &[
            SAME_TWICE.trim_end(),
            TWO_OF_A_KIND,
            HAS_CODEINE,
            NOT_KNOWN,
            CHECK_PACK,
        ],
    );
    for movement in MOVEMENTS {
        let one = [
            movement.name,
            movement.amount,
            movement.suits,
            movement.leave_out,
        ];
        put(movement.id, &one);
        put(movement.id, movement.steps);
        for caution in movement.skip.iter().chain(movement.mind).chain(FOR_NO_ONE) {
            put(movement.id, &[caution.words]);
        }
    }
    for course in COURSES {
        put(&format!("{:?}", course.place), course.words);
    }
    for region in REGIONS {
        put(region.id, &[region.name.text()]);
        for line in region.lines() {
            put(region.id, &[line.number, line.words.text()]);
            if let Some(source) = line.source {
                put(region.id, &[source.publisher]);
            }
        }
    }
    for line in EMERGENCY_EVERYWHERE {
        put("everywhere", &[line.number, line.words.text()]);
    }
    for about in &ABOUT {
        let words = [about.name, about.wanted, about.due, about.may_be_real];
        put("questionnaire", &words);
    }
    for rated in &PEG {
        put("PEG", &[rated.question, rated.least, rated.most]);
    }
    put("Roland-Morris", &ROLAND_MORRIS_OPENING);
    put("Roland-Morris", &ROLAND_MORRIS);
    put("Roland-Morris", &[ROLAND_MORRIS_CREDIT]);
    for source in SOURCES {
        put(source.title, &[source.title]);
    }
    all
}

/// "400 mg", "500mg", "2 tablets": a number before a unit of medicine.
fn names_a_dose(text: &str) -> bool {
    let lower = text.to_lowercase();
    ["mg", "mcg", "ml", "gram", "tablet", "pill", "capsule"]
        .iter()
        .any(|unit| {
            lower.match_indices(unit).any(|(at, _)| {
                lower[..at]
                    .trim_end_matches([' ', '\u{a0}', '-'])
                    .ends_with(|c: char| c.is_ascii_digit())
            })
        })
}

#[test]
fn all_38_statements_once_in_order_with_their_verdicts() {
    use Verdict::{Mixed as M, NoSourceRead as N, NotSupported as X, Supported as S};
    let table = [
        S, M, S, M, S, S, M, S, S, S, S, M, M, M, S, M, M, M, N, X, M, N, M, X, M, N, M, M, M, M,
        N, S, N, N, N, N, X, M,
    ];
    let ids: Vec<_> = statements().map(|said| said.id.to_string()).collect();
    let numbered: Vec<_> = (1..=38).map(|n| format!("S{n}")).collect();
    assert_eq!(ids, numbered);
    let verdicts: Vec<_> = statements().map(|said| said.verdict).collect();
    assert_eq!(verdicts, table);
    for said in statements() {
        assert!(!said.says.is_empty() && !said.known.is_empty(), "{said:?}");
    }
}

#[test]
fn sections_follow_the_article() {
    let sections: Vec<_> = SECTIONS
        .iter()
        .map(|section| (section.heading, section.statements.len()))
        .collect();
    assert_eq!(
        sections,
        [
            ("Introduction", 1),
            ("What are back muscle spasms?", 9),
            ("How long do back muscle spasms last?", 6),
            ("Back muscle spasm treatments", 21),
            ("Effectively Relieve Back Muscle Spasms from Home", 1),
        ]
    );
    assert_eq!(LEFT_OUT.len(), 8);
}

#[test]
fn labels_stand_in_the_order_of_their_enums() {
    assert_eq!(VERDICT_LABELS[Verdict::Supported as usize], "supported");
    assert_eq!(VERDICT_LABELS[Verdict::Mixed as usize], "mixed");
    assert_eq!(
        VERDICT_LABELS[Verdict::NotSupported as usize],
        "not supported"
    );
    assert_eq!(
        VERDICT_LABELS[Verdict::AdvisedAgainst as usize],
        "advised against"
    );
    assert_eq!(
        VERDICT_LABELS[Verdict::NoSourceRead as usize],
        "no source read"
    );
    assert_eq!(Evidence::Good.label(), "good evidence");
    assert_eq!(Evidence::LittleOrNone.label(), "little or no evidence");
    assert_eq!(Evidence::NoneFound.label(), "no evidence found");
}

#[test]
fn only_no_source_read_has_no_source() {
    for said in statements().filter(|said| said.sources.is_empty()) {
        assert_eq!(said.verdict, Verdict::NoSourceRead, "{}", said.id);
    }
    for care in CARE {
        assert!(!care.sources.is_empty(), "{}", care.id);
    }
    for course in COURSES {
        assert!(!course.sources.is_empty(), "{:?}", course.place);
    }
}

#[test]
fn every_source_is_listed_once_and_used() {
    let titles: BTreeSet<_> = SOURCES
        .iter()
        .map(|source| (source.title, source.year))
        .collect();
    assert_eq!(titles.len(), SOURCES.len(), "a source stands twice");
    let used: Vec<&Source> = statements()
        .flat_map(|said| said.sources)
        .chain(CARE.iter().flat_map(|care| care.sources))
        .chain(MOVEMENTS.iter().flat_map(|movement| movement.sources))
        .chain(COURSES.iter().flat_map(|course| course.sources))
        .chain(CAUSES.iter().flat_map(|cause| cause.sources))
        .chain(ABOUT.iter().flat_map(|about| about.sources))
        .chain(SPASM_DURATION_SOURCES)
        .copied()
        .chain(RULES.iter().map(|rule| rule.source))
        .collect();
    let listed = |source: &&Source| SOURCES.iter().any(|one| std::ptr::eq(*one, *source));
    let unlisted: Vec<_> = used.iter().filter(|source| !listed(source)).collect();
    assert!(unlisted.is_empty(), "not in SOURCES: {unlisted:?}");
    let unused: Vec<_> = SOURCES
        .iter()
        .filter(|source| !used.iter().any(|one| std::ptr::eq(*one, **source)))
        .map(|source| source.title)
        .collect();
    assert!(unused.is_empty(), "unused: {unused:#?}");
    for source in SOURCES {
        assert!(!source.place.contains("://"), "{}", source.title);
        assert!(!source.title.is_empty(), "{}", source.title);
    }
}

#[test]
fn the_articles_treatments_all_appear() {
    let ids: Vec<_> = CARE
        .iter()
        .filter(|care| care.from_article)
        .map(|care| care.id)
        .collect();
    assert_eq!(
        ids,
        [
            "rest",
            "heat",
            "ice",
            "stretching",
            "anti-inflammatory",
            "paracetamol",
            "muscle-relaxants",
            "physical-therapy",
            "spinal-device",
        ]
    );
    let all: BTreeSet<_> = CARE.iter().map(|care| care.id).collect();
    assert_eq!(all.len(), CARE.len(), "an id stands twice");
}

#[test]
fn every_movement_is_complete_and_has_its_drawing() {
    let ids: BTreeSet<_> = MOVEMENTS.iter().map(|movement| movement.id).collect();
    assert_eq!((ids.len(), MOVEMENTS.len()), (11, 11));
    for movement in MOVEMENTS {
        assert_eq!(movement.steps.len(), 3, "{}", movement.id);
        assert!(!movement.amount.is_empty(), "{}", movement.id);
        assert!(!movement.suits.is_empty(), "{}", movement.id);
        assert!(!movement.sources.is_empty(), "{}", movement.id);
        let drawing = FIGURES.iter().find(|figure| figure.id == movement.id);
        assert!(drawing.is_some(), "{}: no drawing", movement.id);
    }
}

#[test]
fn each_stroke_of_a_drawing_goes_through_joints_that_it_has() {
    let ids: BTreeSet<_> = FIGURES.iter().map(|figure| figure.id).collect();
    assert_eq!(ids.len(), FIGURES.len(), "an id stands twice");
    for Figure {
        id,
        strokes,
        from,
        to,
        ..
    } in FIGURES
    {
        let joints = from.len() / 2;
        assert!(to.is_empty() || to.len() == from.len(), "{id}");
        for (_, through) in *strokes {
            let is_there = |joint: &u8| usize::from(*joint) < joints;
            assert!(through.iter().all(is_there), "{id}: {through:?}");
        }
    }
}

#[test]
fn every_care_option_is_complete() {
    for care in CARE {
        assert!(!care.number.is_empty(), "{}: number", care.id);
        assert!(!care.known.is_empty(), "{}: known", care.id);
        assert!(!care.stop.is_empty(), "{}: stop", care.id);
        assert_eq!(care.from_article, !care.article.is_empty(), "{}", care.id);
        if care.evidence == Evidence::AdvisedAgainst || care.id == "spinal-device" {
            assert!(
                care.how.is_empty(),
                "{}: how, for what is not offered",
                care.id
            );
        }
    }
}

#[test]
fn evidence_is_as_in_the_clinical_table() {
    use Evidence::{AdvisedAgainst, Good, LittleOrNone, NoneFound};
    let table = [
        ("rest", Evidence::Some),
        ("heat", Evidence::Some),
        ("ice", LittleOrNone),
        ("stretching", LittleOrNone),
        ("anti-inflammatory", Evidence::Some),
        ("paracetamol", LittleOrNone),
        ("muscle-relaxants", Evidence::Some),
        ("physical-therapy", Evidence::Some),
        ("spinal-device", NoneFound),
        ("active", Evidence::Some),
        ("walking", NoneFound),
        ("exercise-lasting", Evidence::Some),
        ("manual-therapy", Evidence::Some),
        ("walking-programme", Evidence::Some),
        ("exercise-education", Good),
        ("breathing", Evidence::Some),
        ("massage", Evidence::Some),
        ("sleep", LittleOrNone),
        ("bed-rest", AdvisedAgainst),
        ("belts", AdvisedAgainst),
        ("traction", AdvisedAgainst),
    ];
    let care: Vec<_> = CARE.iter().map(|care| (care.id, care.evidence)).collect();
    assert_eq!(care, table);
}

#[test]
fn answers_bring_cautions_and_withhold() {
    let offered = |id: &str, findings: &[Finding]| {
        offers(&Findings::of(findings), Urgency::SelfCare)
            .into_iter()
            .find(|offer| offer.care.id == id)
            .expect("the option is offered")
    };
    for finding in [
        Finding::Ulcer,
        Finding::HeartDisease,
        Finding::KidneyOrLiver,
        Finding::AsthmaOrAllergy,
        Finding::BloodThinner,
        Finding::Pregnant,
        Finding::AgeFrom65,
    ] {
        assert_eq!(
            offered("anti-inflammatory", &[finding]).cautions.len(),
            1,
            "{finding:?}"
        );
    }
    assert!(offered("anti-inflammatory", &[]).cautions.is_empty());
    for finding in [Finding::LegWeakness, Finding::LegNumb, Finding::AfterBlow] {
        assert!(offered("stretching", &[finding]).withheld, "{finding:?}");
    }
    assert!(!offered("stretching", &[Finding::TightMuscle]).withheld);
    for id in ["heat", "ice"] {
        assert!(offered(id, &[Finding::PoorSensation]).withheld);
        assert!(!offered(id, &[Finding::PoorSensation]).cautions.is_empty());
    }
    assert_eq!(offered("heat", &[Finding::Pregnant]).cautions.len(), 1);
    assert_eq!(
        offered("stretching", &[Finding::Osteoporosis])
            .cautions
            .len(),
        1
    );
}

#[test]
fn what_suits_comes_first_and_then_by_evidence() {
    let first = |findings: &[Finding]| {
        let offers = offers(&Findings::of(findings), Urgency::Routine);
        [offers[0].care.id, offers[1].care.id]
    };
    assert_eq!(first(&[]), ["rest", "heat"]);
    assert_eq!(first(&[Finding::WorseSitting]), ["active", "walking"]);
    assert_eq!(first(&[Finding::BetterSitting]), ["stretching", "rest"]);
    assert_eq!(
        first(&[Finding::OverThreeMonths]),
        ["exercise-lasting", "rest"]
    );
    // All of them, in the order of these three.
    let some = Findings::of(&[
        Finding::BetterSitting,
        Finding::OverThreeMonths,
        Finding::PoorSensation,
    ]);
    let keys: Vec<_> = offers(&some, Urgency::Routine)
        .iter()
        .map(|offer| {
            let suits = offer.care.suits.is_some_and(|when| when.holds(&some));
            (
                offer.withheld || offer.care.for_later,
                !suits,
                offer.care.evidence,
            )
        })
        .collect();
    assert!(keys.is_sorted(), "{keys:?}");
    // What is withheld comes last, however well it suits.
    let withheld = offers(
        &Findings::of(&[Finding::BetterSitting, Finding::LegNumb]),
        Urgency::Routine,
    );
    let place = |id| withheld.iter().position(|offer| offer.care.id == id);
    assert!(place("stretching") > place("traction"));
}

#[test]
fn no_word_claims_too_much_and_no_dose_is_named() {
    for (at, text) in texts() {
        let lower = text.to_lowercase();
        for word in [
            "safe",
            "accura",
            "validat",
            "diagnos",
            "guarantee",
            "%",
            "cure",
        ] {
            assert!(!lower.contains(word), "{at}: \"{word}\" in {text}");
        }
        assert!(!names_a_dose(text), "{at}: a dose in {text}");
    }
    for dose in ["400 mg", "500mg", "2 tablets", "10-ml", "200\u{a0}mg"] {
        assert!(names_a_dose(dose), "{dose}");
    }
    assert!(!names_a_dose("15 minutes, milligram"));
}

#[test]
fn what_was_only_recalled_is_not_shown() {
    let recalled = [
        "1800 882 436",
        "150 min",
        "hand on head",
        "15 points",
        "ostelo",
        "7 % primary",
    ];
    for (at, text) in texts() {
        for fact in recalled {
            assert!(!text.to_lowercase().contains(fact), "{at}: {text}");
        }
    }
}

#[test]
fn texts_are_tidy() {
    for (at, text) in texts() {
        assert_eq!(text.trim(), text, "{at}");
        assert!(!text.contains("  "), "{at}: {text}");
    }
}

#[test]
fn courses_have_figures_only_where_they_were_read() {
    let points = |place: Finding| -> Vec<(u16, u8, u8, u8)> {
        let course: &Course = COURSES
            .iter()
            .find(|course| course.place == place)
            .expect("a course");
        course
            .points
            .iter()
            .map(|point| (point.day, point.pain, point.low, point.high))
            .collect()
    };
    assert_eq!(
        points(Finding::LowBack),
        [
            (0, 52, 48, 57),
            (42, 23, 21, 25),
            (182, 12, 9, 15),
            (364, 6, 3, 10)
        ]
    );
    assert_eq!(
        points(Finding::Neck),
        [(0, 64, 61, 67), (45, 35, 32, 38), (365, 42, 39, 45)]
    );
    for place in [
        Finding::UpperBack,
        Finding::MiddleBack,
        Finding::Buttock,
        Finding::SideOrLoin,
    ] {
        assert!(points(place).is_empty(), "{place:?}");
    }
    for course in COURSES {
        let says = |words: &str| course.words.iter().any(|line| line.contains(words));
        if course.points.is_empty() {
            assert!(says("no figures"), "{:?}", course.place);
        } else {
            assert!(says("Yours may differ"), "{:?}", course.place);
        }
        if course.place != Finding::LowBack {
            assert!(!says("another bout"), "{:?}", course.place);
        }
    }
    assert!(SPASM_DURATION.contains("No study"));
}
