//! Published cases (Semigran 2015, Avey 2024, mediQ and teaching cases; `P…` as in the project's
//! list), as a person would answer. What a case does not mention is "none of these".

use unknot::guide::answers::{Answer, NONE, UNSURE};
use unknot::guide::content::questions::QUESTIONS;
use unknot::guide::triage::Urgency::{self, Emergency, Routine, SelfCare, Urgent};

use super::{answers, completed, triaged};

/// Number, answers, what the case's author or list expects, what is acceptable, whether it is hard.
type Case = (
    &'static str,
    &'static str,
    Urgency,
    &'static [Urgency],
    bool,
);

const CASES: &[Case] = &[
    (
        "P01",
        "age=38 place=low onset=effort long=2w course=same pattern=tight before=settled tried=anti-inflammatory",
        SelfCare,
        &[SelfCare],
        false,
    ),
    (
        "P02",
        "age=35 place=low onset=effort long=4w course=same nerves=leg-weak",
        Urgent,
        &[Urgent, Emergency],
        false,
    ),
    (
        "P03",
        "age=48 place=low danger=too-much,confused tried=paracetamol",
        Emergency,
        &[Emergency],
        false,
    ),
    (
        "P04",
        "age=84 sex=male place=none conditions=smoke danger=chest,collapse signs=blood bad=severe",
        Emergency,
        &[Emergency],
        false,
    ),
    (
        "P05",
        "age=45 place=low danger=confused signs=weight,vomiting long=more course=worse",
        Urgent,
        &[Urgent, Emergency],
        false,
    ),
    (
        "P06",
        "age=22 place=low danger=fever-now,shivers signs=vomiting course=worse",
        Urgent,
        &[Urgent, Emergency],
        false,
    ),
    (
        "P07",
        "age=32 danger=pregnant place=low danger=fever-now signs=burning",
        Urgent,
        &[Urgent, Emergency],
        false,
    ),
    (
        "P08",
        "age=44 place=low bad=severe course=same",
        Urgent,
        &[Routine, Urgent],
        true,
    ),
    (
        "P09",
        "age=37 place=low,buttock onset=effort nerves=below-knee,leg-weak course=worse before=returns",
        Urgent,
        &[Urgent, Emergency],
        false,
    ),
    (
        "P10",
        "age=70 sex=male place=none onset=effort,sudden bad=severe",
        Urgent,
        &[Urgent, Emergency],
        false,
    ),
    (
        "P11",
        "age=21 conditions=injects place=low onset=effort danger=fever-now bad=severe",
        Urgent,
        &[Urgent, Emergency],
        false,
    ),
    (
        "P12",
        "age=35 place=mid danger=pee,both-legs,walk onset=gradual course=worse",
        Emergency,
        &[Emergency],
        false,
    ),
    (
        "P13",
        "age=65 sex=male place=none danger=saddle,pee,walk conditions=smoke",
        Emergency,
        &[Emergency],
        false,
    ),
    (
        "P14",
        "age=55 sex=male place=low conditions=smoke onset=effort course=worse",
        Routine,
        &[SelfCare, Routine, Urgent, Emergency],
        true,
    ),
    (
        "P15",
        "place=low danger=saddle,pee onset=sudden",
        Emergency,
        &[Emergency],
        false,
    ),
    (
        "P16",
        "age=61 sex=male place=low conditions=cancer danger=walk onset=sudden",
        Emergency,
        &[Emergency],
        false,
    ),
    (
        "P17",
        "age=79 sex=male place=neck long=3m course=same",
        Routine,
        &[Routine, Urgent],
        true,
    ),
    (
        "P18",
        "age=64 sex=male place=none conditions=smoke onset=effort bad=severe",
        Emergency,
        &[Urgent, Emergency],
        true,
    ),
    (
        "P19",
        "age=55 sex=male place=low onset=sudden bad=severe course=worse pattern=unchanged",
        Emergency,
        &[Urgent, Emergency],
        true,
    ),
    (
        "P20",
        "age=58 sex=male place=low long=4w course=same",
        Routine,
        &[SelfCare, Routine, Urgent, Emergency],
        true,
    ),
    (
        "P21",
        "age=66 sex=male place=none danger=effort-upper long=6w course=worse",
        Emergency,
        &[Emergency, Urgent],
        true,
    ),
    (
        "P22",
        "age=46 place=upper danger=torn onset=sudden",
        Emergency,
        &[Emergency, Urgent],
        true,
    ),
    (
        "P23",
        "age=66 sex=male place=upper conditions=smoke onset=sudden care=sits long=more course=worse pattern=moving",
        Urgent,
        &[Urgent, Emergency],
        true,
    ),
    (
        "P24",
        "age=75 sex=female place=low conditions=steroids onset=effort bad=severe pattern=standing,lying",
        Urgent,
        &[Urgent],
        false,
    ),
    (
        "P25",
        "age=12 place=low,buttock onset=sport pattern=constant,arching nerves=leg-weak child=weak",
        Urgent,
        &[Routine, Urgent, Emergency],
        false,
    ),
    (
        "P26",
        "place=neck onset=woke",
        SelfCare,
        &[SelfCare, Routine],
        false,
    ),
    (
        "P27",
        "age=39 place=neck,upper onset=posture course=worse pattern=sitting,rest",
        SelfCare,
        &[SelfCare, Routine],
        false,
    ),
    (
        "P28",
        "age=54 sex=male place=low,buttock conditions=smoke onset=effort nerves=thigh,leg-numb bad=moderate course=same tried=anti-inflammatory",
        SelfCare,
        &[SelfCare, Routine, Urgent],
        true,
    ),
    (
        "P29",
        "age=36 place=low,buttock onset=effort,sudden nerves=thigh course=same tried=anti-inflammatory",
        Routine,
        &[SelfCare, Routine],
        false,
    ),
    (
        "P30",
        "age=35 place=low,buttock onset=effort nerves=thigh long=more course=waves pattern=sitting,move",
        Routine,
        &[Routine],
        false,
    ),
    (
        "P31",
        "place=low onset=effort",
        SelfCare,
        &[SelfCare, Routine],
        false,
    ),
    (
        "P32",
        "age=32 danger=pregnant place=low,buttock nerves=below-knee bad=moderate course=same pattern=standing",
        Routine,
        &[Routine, Urgent],
        false,
    ),
];

#[test]
fn published_cases_are_placed_acceptably() {
    let mut unacceptable = Vec::new();
    let (mut low, mut not_above) = (0, 0);
    println!("case  expected   got        hard  fired");
    for (id, line, expected, acceptable, hard) in CASES {
        let triage = triaged(&completed(answers(line)));
        let fired: Vec<_> = triage.fired.iter().map(|rule| rule.id).collect();
        let got = triage.urgency;
        println!(
            "{id}   {:10} {:10} {hard:5} {}",
            expected.id(),
            got.id(),
            fired.join(" ")
        );
        if !acceptable.contains(&got) {
            unacceptable.push(*id);
        }
        let highest = acceptable.iter().max().expect("something is acceptable");
        if *highest <= Routine {
            low += 1;
            not_above += usize::from(got <= *highest);
        }
        if *expected == Emergency {
            assert!(got >= Urgent, "{id}: an emergency placed as {}", got.id());
            assert!(got == Emergency || *hard, "{id}: {}", got.id());
        }
    }
    println!(
        "acceptable: {} of {}",
        CASES.len() - unacceptable.len(),
        CASES.len()
    );
    println!("self-care and routine not above their highest: {not_above} of {low}");
    assert_eq!(CASES.len(), 32);
    assert!(unacceptable.is_empty(), "{unacceptable:?}");
}

/// The same people, not sure of anything that can be doubted.
#[test]
fn not_sure_of_anything_is_never_below_urgent() {
    for (id, line, ..) in CASES {
        let mut given = completed(answers(line));
        for question in QUESTIONS {
            if question.choices.iter().any(|choice| choice.id == UNSURE)
                && given.to(question.id).is_some_and(|answer| answer.has(NONE))
            {
                given.give(question.id, Answer::of(&[UNSURE]));
            }
        }
        assert!(triaged(&given).urgency >= Urgent, "{id}");
    }
}
