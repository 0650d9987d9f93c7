//! Everyday stories and dangerous ones, each with the urgency that it must get. What a line does
//! not name is answered with "none of these".

use unknot::guide::triage::Urgency::{self, Emergency, Routine, SelfCare, Urgent};

use super::{answers, completed, triaged};

#[track_caller]
fn check(story: &str, line: &str, expected: Urgency) {
    let triage = triaged(&completed(answers(line)));
    let fired: Vec<_> = triage.fired.iter().map(|rule| rule.id).collect();
    assert_eq!(triage.urgency, expected, "{story}: {fired:?}");
}

#[test]
fn everyday_stories_do_not_cry_wolf() {
    check(
        "strain from lifting boxes",
        "age=38 place=low onset=effort pattern=moving,rest,tight before=settled",
        SelfCare,
    );
    check(
        "stiff neck after sleep",
        "age=29 place=neck onset=woke pattern=moving,tight",
        SelfCare,
    );
    check(
        "desk ache in the neck",
        "age=33 place=neck onset=posture care=sits course=waves pattern=move,tight",
        SelfCare,
    );
    check(
        "low back ache after a long drive",
        "age=45 place=low onset=posture pattern=sitting,move",
        SelfCare,
    );
    check(
        "gardening, sore for three days, easing",
        "age=58 sex=female place=low onset=effort course=better pattern=moving,rest before=settled",
        SelfCare,
    );
    check(
        "gym strain, hurts to move, no sleep the first night",
        "age=24 place=low onset=effort,sudden bad=moderate pattern=moving,rest,tight",
        SelfCare,
    );
    check(
        "spasm that takes the breath on standing up",
        "age=41 place=low onset=small,sudden bad=moderate pattern=moving,tight,rest before=settled",
        SelfCare,
    );
    check(
        "pulled muscle into the buttock and thigh",
        "age=36 place=low,buttock onset=effort nerves=thigh pattern=moving",
        SelfCare,
    );
    check(
        "moving house, both sides of the low back",
        "age=50 place=low onset=effort pattern=moving,arching,rest",
        SelfCare,
    );
    check(
        "first bout ever at 30",
        "age=30 place=low onset=effort before=first pattern=moving",
        SelfCare,
    );
    check(
        "smoker with asthma, ordinary strain",
        "age=44 conditions=smoke care=asthma place=low onset=effort pattern=moving",
        SelfCare,
    );
    check(
        "leg pain below the knee, ten days, no numbness, easing",
        "age=40 place=low nerves=below-knee course=better pattern=sitting",
        SelfCare,
    );
    check(
        "teenager after sport, two days",
        "age=16 place=low onset=effort pattern=moving before=settled",
        SelfCare,
    );
    check(
        "age 72, known bouts, usual course, no trigger",
        "age=72 sex=male place=low onset=gradual course=better pattern=moving,rest before=settled",
        SelfCare,
    );
    check(
        "age not said, low back, a week",
        "place=low pattern=moving",
        SelfCare,
    );
    check(
        "desk ache between the shoulder blades, on and off for months",
        "age=35 place=upper onset=posture care=sits long=more course=waves pattern=move before=returns",
        Routine,
    );
    check(
        "ache that keeps coming back",
        "age=47 place=low onset=posture long=3m course=waves pattern=move before=returns",
        Routine,
    );
    check(
        "known disc that behaves as usual",
        "age=43 place=low nerves=below-knee,leg-numb pattern=sitting before=returns",
        Routine,
    );
    check(
        "three weeks and no better",
        "age=52 place=low long=4w course=same pattern=moving",
        Routine,
    );
    check(
        "tingling in one arm with neck ache",
        "age=48 place=neck arms=arm-pain,arm-numb",
        Routine,
    );
    check(
        "stiff neck the day after a slow bump in traffic",
        "age=31 place=neck danger=neck-injury pattern=moving",
        Routine,
    );
    check(
        "pregnant, pelvis hurts on the stairs",
        "age=32 danger=pregnant place=low,buttock pattern=standing",
        Routine,
    );
    check(
        "first back pain at 64, mild",
        "age=64 place=low onset=effort before=first pattern=moving",
        Routine,
    );
    check(
        "hurts on sneezing",
        "age=39 place=low onset=effort pattern=moving,straining",
        Routine,
    );
    check(
        "wakes at night, else ordinary",
        "age=39 place=low onset=effort pattern=moving,night",
        Routine,
    );
    check(
        "ankylosing pattern",
        "age=27 place=buttock,low long=more course=waves pattern=move stiff=under35,morning,second-half",
        Routine,
    );
}

#[test]
fn dangerous_stories_are_not_missed() {
    check(
        "numb saddle, no leg pain",
        "danger=saddle,pee age=40",
        Emergency,
    );
    check(
        "new erection trouble with sciatica",
        "danger=sex nerves=below-knee",
        Emergency,
    );
    check("both legs tingling", "danger=both-legs", Emergency);
    check(
        "foot weaker by the hour",
        "danger=weaker nerves=leg-weak",
        Emergency,
    );
    check("fell from a ladder", "danger=fall-high", Emergency);
    check("fast crash", "danger=accident", Emergency);
    check(
        "a weak leg within seconds, with pain that nothing controls",
        "onset=sudden bad=severe nerves=leg-weak",
        Emergency,
    );
    check(
        "chills and burning, called low back",
        "place=low danger=shivers signs=burning",
        Emergency,
    );
    check(
        "one kidney, blood in the pee and vomiting, called low back",
        "signs=one-kidney place=low signs=blood,vomiting",
        Emergency,
    );
    for limb in ["nerves=below-knee", "nerves=leg-worse"] {
        check(
            "cancer years ago, and a new pain down the leg",
            &format!("conditions=cancer place=low long=2w {limb}"),
            Urgent,
        );
        check(
            "cancer years ago, and a new pain down the leg that wakes",
            &format!("conditions=cancer place=low long=2w pattern=night {limb}"),
            Emergency,
        );
    }
    check(
        "cancer years ago, and a growing pain down the arm",
        "conditions=cancer place=neck long=more course=worse arms=arm-pain",
        Emergency,
    );
    check(
        "the bladder changed months ago, and nobody has looked",
        "nerves=saddle-long long=more course=better",
        Urgent,
    );
    check(
        "hard knock, then tingling in a leg",
        "danger=blow nerves=leg-numb",
        Emergency,
    );
    check("crash at 67", "age=67 danger=blow", Emergency);
    check(
        "pain on the stairs that stops when standing still",
        "danger=effort-upper place=upper",
        Emergency,
    );
    check("burst aneurysm", "danger=collapse age=74", Emergency);
    check(
        "fever and a numb leg, told apart",
        "danger=fever-now nerves=leg-numb",
        Emergency,
    );
    check(
        "fever, stiff neck, light hurts",
        "place=neck danger=fever-now danger=headache-stiff",
        Emergency,
    );
    check(
        "injects drugs, growing pain, weak leg, no fever",
        "conditions=injects course=worse nerves=leg-weak",
        Emergency,
    );
    check(
        "biologic, severe, numb leg",
        "conditions=immunity bad=severe nerves=leg-numb",
        Emergency,
    );
    check(
        "cancer, new pain down the leg, and it grows",
        "conditions=cancer cancer=limb course=worse",
        Emergency,
    );
    check(
        "cancer, pain at night, weak leg",
        "conditions=cancer long=3m pattern=night nerves=leg-weak",
        Emergency,
    );
    check(
        "slurred speech with neck pain",
        "danger=face place=neck",
        Emergency,
    );
    check(
        "hands suddenly clumsy",
        "place=neck danger=clumsy-fast",
        Emergency,
    );
    check(
        "neck hurt at 70",
        "age=70 place=neck danger=neck-injury",
        Emergency,
    );
    check(
        "neck knocked, arm tingles",
        "place=neck danger=blow arms=arm-numb",
        Emergency,
    );
    check(
        "side pain, shaking chills",
        "place=side danger=shivers",
        Emergency,
    );
    check(
        "stone with one kidney",
        "place=side signs=one-kidney signs=restless",
        Emergency,
    );
    check(
        "unbearable colic",
        "place=side signs=restless,blood bad=severe",
        Emergency,
    );
    check(
        "doubled paracetamol, feels well",
        "danger=too-much",
        Emergency,
    );
    check(
        "child of 8 with a numb leg",
        "age=8 nerves=leg-numb",
        Emergency,
    );
    check("teenager with a weak leg", "age=17 child=weak", Emergency);
    check(
        "pregnant with a fever, wherever it is said",
        "danger=pregnant danger=fever-now",
        Emergency,
    );
    check(
        "pregnant, fever, confused",
        "danger=confused,fever-now danger=pregnant",
        Emergency,
    );

    check(
        "foot drop after shovelling snow",
        "age=35 long=4w onset=effort nerves=leg-weak",
        Urgent,
    );
    check(
        "weak hand with neck pain",
        "place=neck arms=arm-weak",
        Urgent,
    );
    check(
        "buttons have become harder",
        "age=60 place=neck danger=clumsy long=3m",
        Urgent,
    );
    check("fever alone", "danger=fever-now", Urgent);
    check(
        "pregnant, burning pee, no fever",
        "danger=pregnant signs=burning",
        Urgent,
    );
    check(
        "upper back and arm, high blood pressure",
        "conditions=smoke place=upper arms=arm-pain",
        Urgent,
    );
    check(
        "upper back and arm, heart disease",
        "conditions=heart place=upper arms=arm-pain",
        Urgent,
    );
    check(
        "upper back and arm, nothing else known",
        "place=upper arms=arm-pain",
        Routine,
    );
    check(
        "neck knocked, age not said",
        "age=unsaid place=neck danger=neck-injury",
        Urgent,
    );
    check(
        "diabetes hard to control, pain growing",
        "conditions=immunity course=worse",
        Urgent,
    );
    check(
        "cancer ten years ago, new pain",
        "conditions=cancer",
        Routine,
    );
    check("losing weight", "signs=weight long=3m", Urgent);
    check(
        "turkey, steroids, 75",
        "age=75 sex=female conditions=steroids onset=effort bad=severe",
        Urgent,
    );
    check(
        "thin bones, a cough",
        "age=62 conditions=osteoporosis onset=small,sudden",
        Urgent,
    );
    check("suddenly shorter", "signs=height", Urgent);
    check(
        "sudden at 63, nothing changes it",
        "age=63 onset=sudden bad=moderate pattern=unchanged",
        Urgent,
    );
    check(
        "sudden at 56 with high blood pressure",
        "age=56 conditions=smoke onset=sudden bad=moderate pattern=unchanged",
        Urgent,
    );
    check(
        "pregnant, burning pee",
        "danger=pregnant signs=burning",
        Urgent,
    );
    check(
        "side pain and vomiting",
        "place=side signs=vomiting",
        Urgent,
    );
    check("child of 7", "age=7", Routine);
    check("child of 7, growing", "age=7 course=worse", Urgent);
    check("child of 4", "age=4", Urgent);
    check(
        "teenager, wakes at night",
        "age=15 pattern=night before=settled",
        Urgent,
    );
    check(
        "upper back, wakes at night",
        "place=upper pattern=night",
        Urgent,
    );
    check(
        "constant, waking, unchanged, low back",
        "pattern=constant,night,unchanged",
        Urgent,
    );
    check(
        "middle back, constant, unchanged",
        "place=mid pattern=constant,unchanged",
        Urgent,
    );
    check(
        "first at 66, wakes at night",
        "age=66 before=first pattern=night",
        Urgent,
    );
    check(
        "cannot get out of bed, nothing helps",
        "onset=effort bad=severe",
        Urgent,
    );
    check("shingles", "place=mid signs=rash", Urgent);
    check("sneezing and waking", "pattern=straining,night", Routine);
    check(
        "sneezing, and always there",
        "pattern=straining,constant",
        Urgent,
    );
    check("not sure about the bladder", "danger=unsure", Urgent);
    check(
        "old walking pain in both legs",
        "danger=both-legs legs=walking,sitting,long,steady,no-change age=72",
        Urgent,
    );
}

/// Every answer that a rule of several parts counts, one by one.
#[test]
fn each_part_of_a_rule_counts() {
    let each = |line: &str, parts: &[&str], expected| {
        for part in parts {
            check(part, &format!("{line} {part}"), expected);
        }
    };
    let kinds = [
        "pattern=constant",
        "cancer=heavy",
        "cancer=leg-walking",
        "course=worse",
        "bad=severe",
        "pattern=night",
        "pattern=lying",
        "pattern=straining",
        "pattern=band",
        "cancer=tender",
        "place=upper",
        "place=mid",
    ];
    each("conditions=cancer long=more", &["course=waves"], Routine);
    each("conditions=cancer long=more", &kinds, Urgent);
    each(
        "conditions=cancer long=more cancer=limb",
        &["course=waves", "long=2w"],
        Urgent,
    );
    let kinds: Vec<_> = kinds
        .into_iter()
        .filter(|kind| !kind.starts_with("cancer="))
        .collect();
    each("conditions=cancer long=more cancer=limb", &kinds, Emergency);

    let nerves = [
        "danger=both-legs legs=walking,sitting,long,steady,no-change",
        "nerves=leg-weak",
        "nerves=leg-numb",
        "arms=arm-weak",
        "arms=arm-numb",
        "danger=both-hands",
        "danger=clumsy",
        "arms=shock",
    ];
    for risk in ["injects", "immunity", "steroids", "infection"] {
        each(&format!("conditions={risk}"), &["course=same"], Routine);
        each(
            &format!("conditions={risk}"),
            &["course=worse", "bad=severe"],
            Urgent,
        );
        each(
            &format!("conditions={risk} course=worse"),
            &nerves,
            Emergency,
        );
        each(&format!("conditions={risk} bad=severe"), &nerves, Emergency);
    }
    each("danger=fever-now", &nerves, Emergency);
    each("danger=blow", &nerves, Emergency);
    each("place=neck danger=blow", &["age=15"], Emergency);
    each(
        "danger=blow",
        &[
            "age=65",
            "conditions=osteoporosis",
            "conditions=stiff-spine",
        ],
        Emergency,
    );
    each("age=64 sex=male danger=blow", &["place=low"], Urgent);

    // A small fall is one only for those whose spine it can hurt.
    each("age=64 danger=low-fall", &["place=low"], SelfCare);
    each("age=64 danger=low-fall", &["place=neck"], Routine);
    each("danger=low-fall", &["age=70", "age=unsaid"], Urgent);
    each(
        "danger=low-fall course=better",
        &["age=65", "age=69"],
        Routine,
    );
    each(
        "danger=low-fall age=66",
        &[
            "course=same",
            "course=worse",
            "bad=moderate",
            "course=early",
            "conditions=aspirin course=better",
        ],
        Urgent,
    );
    each("age=30 danger=low-fall", &nerves, Emergency);
    each(
        "age=30 danger=low-fall",
        &["conditions=stiff-spine"],
        Emergency,
    );
    each(
        "place=neck danger=low-fall",
        &[
            "age=65",
            "age=15",
            "conditions=osteoporosis",
            "conditions=stiff-spine",
        ],
        Emergency,
    );
    // A small strain is one for thin bones, by the pain that it makes.
    for risk in [
        "age=65",
        "sex=female age=60",
        "conditions=osteoporosis",
        "conditions=steroids",
        "conditions=stiff-spine",
    ] {
        each(
            &format!("{risk} course=better"),
            &[
                "onset=small,sudden bad=moderate",
                "onset=effort,sudden bad=moderate",
                "onset=small pattern=standing,lie",
                "onset=small pattern=moving,lie",
            ],
            Urgent,
        );
    }
    each(
        "age=64 sex=male onset=effort,sudden",
        &["bad=moderate"],
        SelfCare,
    );
    each(
        "onset=small,sudden",
        &["conditions=osteoporosis", "conditions=steroids"],
        Urgent,
    );

    // The body's main blood vessel.
    each("onset=sudden bad=severe", &["place=low"], Urgent);
    each(
        "onset=sudden bad=severe",
        &["place=upper", "signs=tummy", "conditions=aorta"],
        Emergency,
    );
    each("bad=severe", &["place=upper", "signs=tummy"], Urgent);
    each("onset=sudden", &["conditions=aorta"], Urgent);
    each("course=better", &["conditions=aorta"], SelfCare);
    each(
        "course=better",
        &["conditions=aneurysm", "signs=pulse"],
        Urgent,
    );
    // Sudden and severe, as it is said at the danger check, weighs as much.
    each("danger=sudden", &["age=30", "age=59"], SelfCare);
    each(
        "danger=sudden",
        &["age=60", "age=55 conditions=smoke"],
        Urgent,
    );
    each("danger=sudden place=upper", &["age=30"], Urgent);
    each(
        "danger=sudden place=upper",
        &["bad=severe", "pattern=unchanged"],
        Emergency,
    );
    each(
        "danger=sudden",
        &["signs=tummy", "conditions=aorta"],
        Emergency,
    );
    each("danger=sudden bad=severe", &["nerves=leg-weak"], Emergency);
    each(
        "danger=sudden",
        &["conditions=aneurysm", "signs=pulse"],
        Emergency,
    );
    each("danger=sudden age=60", &["pattern=unchanged"], Emergency);
    each("danger=sudden age=59", &["pattern=unchanged"], SelfCare);
    each(
        "age=60 bad=moderate pattern=unchanged",
        &["onset=sudden"],
        Urgent,
    );
    each(
        "age=60 bad=moderate",
        &["pattern=unchanged,constant"],
        Urgent,
    );
    each(
        "bad=mild pattern=unchanged",
        &["age=60", "age=unsaid"],
        Routine,
    );
    each("bad=mild pattern=unchanged", &["age=59"], SelfCare);

    // Two signs of a kidney, whatever the place is called.
    each("place=low signs=restless", &["course=same"], SelfCare);
    each(
        "place=low",
        &["signs=restless,vomiting", "signs=burning,vomiting"],
        Urgent,
    );
    each("place=neck", &["signs=restless,vomiting"], SelfCare);

    each("place=neck", &["danger=dystonic"], Urgent);
    each("place=neck long=more", &["conditions=cancer"], Routine);
    each(
        "danger=both-legs legs=walking,sitting,long,steady,no-change",
        &["course=worse"],
        Emergency,
    );
    each(
        "age=51 signs=marrow",
        &["course=worse", "long=6w course=same"],
        Urgent,
    );
    each("age=50 signs=marrow", &["course=worse"], Routine);
    each("before=settled pattern=night", &["age=70"], Urgent);
    each("before=settled pattern=night", &["age=69"], Routine);

    // At night, late in life or not: an inflamed spine is the one exception, when all of it is said.
    let spine = "age=30 long=more course=same pattern=night,constant,move";
    each(spine, &["stiff=under45,second-half,morning"], Routine);
    each(spine, &["stiff=under45,second-half,helps"], Routine);
    each(
        spine,
        &[
            "stiff=under45,morning,helps",
            "stiff=second-half,morning,helps",
            "stiff=under45,second-half",
        ],
        Urgent,
    );
    each(
        "age=30 long=more course=worse pattern=night,move",
        &["stiff=under45,second-half,morning"],
        Urgent,
    );

    each("place=side", &["onset=small"], SelfCare);
    let kidney = [
        "signs=blood",
        "signs=burning",
        "danger=fever-now",
        "signs=vomiting",
        "signs=fluids",
        "signs=restless",
    ];
    for sign in kidney {
        let line = format!("place=side {sign}");
        if sign != "signs=fluids" {
            each(&line, &["course=same"], Urgent);
        }
        each(
            &line,
            &["bad=severe", "signs=one-kidney", "danger=pregnant"],
            Emergency,
        );
        each(
            &format!("place=side danger=shivers signs=fluids {sign}"),
            &["age=30"],
            Emergency,
        );
    }

    for place in ["upper", "mid"] {
        let line = format!("place={place}");
        each(&line, &["course=same", "long=4w"], Routine);
        each(
            &line,
            &[
                "pattern=night",
                "age=61 before=first",
                "age=15 before=first",
            ],
            Urgent,
        );
        each(&format!("{line} long=6w"), &["course=worse"], Urgent);
        each(
            &format!("{line} long=more"),
            &["course=waves", "course=better", "course=same"],
            Routine,
        );
        each(
            &line,
            &[
                "pattern=constant",
                "pattern=unchanged",
                "conditions=diabetes",
                "conditions=injects",
                "conditions=cancer",
            ],
            Urgent,
        );
        let pairs = [
            "pattern=constant,night",
            "pattern=constant,unchanged",
            "pattern=night,unchanged",
        ];
        each(&line, &pairs, Urgent);
    }
    each("pattern=night", &["course=same"], Routine);
    each("pattern=night long=3m", &["course=same"], Routine);
    each(
        "pattern=night long=3m",
        &[
            "course=worse",
            "pattern=night,constant",
            "pattern=night,unchanged",
        ],
        Urgent,
    );
    each("pattern=night before=first", &["age=61", "age=15"], Urgent);
    each("age=61 before=first", &["bad=severe"], Urgent);
    each(
        "pattern=straining",
        &[
            "pattern=straining,constant",
            "pattern=straining,unchanged",
            "course=worse",
            "bad=severe",
            "nerves=leg-weak",
        ],
        Urgent,
    );

    for age_or_bones in ["age=70", "conditions=osteoporosis"] {
        each(age_or_bones, &["onset=small", "onset=effort"], Routine);
    }
    let sudden = "onset=sudden bad=moderate pattern=unchanged";
    each(
        sudden,
        &["age=59", "age=55", "age=54 conditions=smoke"],
        SelfCare,
    );
    each(sudden, &["age=60", "age=55 conditions=smoke"], Urgent);
    each(
        "age=60 onset=sudden pattern=unchanged",
        &["bad=mild"],
        Routine,
    );
    each(
        "age=60 bad=moderate pattern=unchanged",
        &["onset=nowhere"],
        Urgent,
    );
    each(
        "age=60 bad=moderate onset=sudden",
        &["pattern=moving"],
        SelfCare,
    );

    let teenage = [
        "child=limp",
        "child=play",
        "child=stiff",
        "pattern=night",
        "signs=weight",
        "course=worse",
        "signs=night-sweats",
    ];
    each("age=17 before=settled", &["long=6w"], Routine);
    each("age=17 before=settled", &teenage, Urgent);
    each("age=17 before=settled", &nerves, Emergency);
    each("age=18 before=settled", &["nerves=leg-numb"], Routine);
    each(
        "age=17 long=more stiff=morning",
        &["before=settled"],
        Urgent,
    );
    each("age=10", &["before=settled"], SelfCare);
    each("age=9", &["before=settled"], Routine);
    each("age=4", &["before=settled"], Urgent);

    each("course=same", &["long=2w"], SelfCare);
    each(
        "course=same",
        &["long=4w", "long=6w", "long=3m", "long=more"],
        Routine,
    );
    each("course=waves", &["long=2w"], SelfCare);
    each("course=waves", &["long=4w", "long=6w", "long=3m"], Routine);
    each(
        "course=better",
        &["long=2w", "long=4w", "long=6w"],
        SelfCare,
    );
    each(
        "course=better",
        &["long=3m", "long=more", "before=returns"],
        Routine,
    );
}

/// The inflammation rule counts to three, and only for long pain that began before 45.
#[test]
fn inflammation_needs_three_signs() {
    let fires = |line: &str| {
        let triage = triaged(&completed(answers(line)));
        triage.fired.iter().any(|rule| rule.id == "inflammation")
    };
    assert!(fires("long=more stiff=under45,morning,second-half,helps"));
    assert!(!fires("long=more stiff=under45,morning,second-half"));
    assert!(!fires("long=more stiff=morning,second-half,helps,family"));
    assert!(!fires("long=3m stiff=under45,morning,second-half,helps"));
    let signs = [
        "under35",
        "morning",
        "second-half",
        "helps",
        "family",
        "skin",
        "joints",
    ];
    for one in signs {
        for other in signs {
            let line = format!("place=buttock pattern=move long=more stiff=under45,{one},{other}");
            assert!(fires(&line), "{line}");
            let less = format!("place=low pattern=move long=more stiff=under45,{one},{other}");
            assert_eq!(fires(&less), one != other, "{less}");
        }
    }
}
