//! Words: questions. The danger check comes first, then who it is, then where and how it hurts.
//! A question is marked `danger` exactly when one of its answers can be (part of) an emergency;
//! such a question, and whom its choices are put to, hangs at most on place, profile and a choice
//! above: what belongs to a fever is put below it once it is ticked. Each part of the back is asked
//! what belongs to it, and all are asked what every spine needs.

use crate::guide::answers::{NONE, UNSURE};
use crate::guide::condition::ALWAYS;
use crate::guide::condition::Condition::{self, Any, Has};
use crate::guide::finding::Finding;
use crate::guide::interview::{Band, Kind, Question, choices};

/// What can reach the arms and hands.
const NECK: Condition = Any(&[
    Has(Finding::Neck),
    Has(Finding::UpperBack),
    Has(Finding::Elsewhere),
]);

/// Upper and middle back, side, and what has no name here: what lies in the trunk can hurt there.
const TRUNK: Condition = Any(&[
    Has(Finding::UpperBack),
    Has(Finding::MiddleBack),
    Has(Finding::LowBack),
    Has(Finding::SideOrLoin),
    Has(Finding::Elsewhere),
]);

/// What can reach the legs.
const LOWER: Condition = Any(&[
    Has(Finding::MiddleBack),
    Has(Finding::LowBack),
    Has(Finding::Buttock),
    Has(Finding::SideOrLoin),
    Has(Finding::Elsewhere),
]);

/// Those in whom sport that arches the back points to something: "under 20" stands in its row.
const YOUNG_LOWER: Condition = Condition::All(&[
    LOWER,
    Any(&[Has(Finding::AgeUnder20), Has(Finding::AgeUnsaid)]),
]);

const OVER_50: Condition = Any(&[Has(Finding::AgeOver50), Has(Finding::AgeUnsaid)]);

/// Those in whom a shorter back is bone; in others a new shape of the back says as much.
const THIN_BONES: Condition = Any(&[
    Has(Finding::AgeOver50),
    Has(Finding::AgeUnsaid),
    Has(Finding::Osteoporosis),
    Has(Finding::LongSteroids),
]);

/// Those in whom lying down tells bone or cancer from muscle.
const BONE_OR_CANCER: Condition = Any(&[THIN_BONES, Has(Finding::Cancer)]);

const CANCER: Condition = Has(Finding::Cancer);

/// Where it is worth a clinician's eye what was tried. In the first two weeks nothing hangs on it.
const LASTING: Condition = Any(&[
    Has(Finding::TwoToSixWeeks),
    Has(Finding::OverFourWeeks),
    Has(Finding::KeepsComingBack),
]);

const PREGNANT: Condition = Has(Finding::Pregnant);
const SUDDEN_SEVERE: Condition = Has(Finding::SuddenSevere);
const FEVER: Condition = Has(Finding::Fever);
const HURT: Condition = Has(Finding::Hurt);

/// The table.
pub static QUESTIONS: &[Question] = &[
    Question {
        id: "danger",
        words: "Is any of this happening?",
        help: "Tick all that fit.",
        why: "Some of these must not wait. Serious causes are rare. We ask everyone, every time.",
        kind: Kind::Many,
        asked_when: ALWAYS,
        danger: true,
        profile: false,
        choices: choices! {
            "New or changed in the last 2 weeks" ALWAYS {
                "saddle" "Numb, tingling or odd feeling where a bike saddle touches or you wipe: genitals, back passage, inner thighs" => [SaddleNumb];
                "pee" "Pee: new trouble starting, stopping, holding or feeling it; leaking; not knowing if the bladder is full" => [BladderTrouble];
                "bowel" "Poo or wind: new trouble holding or feeling it; leaking" => [BowelTrouble];
                "sex" "Sex: less feeling in the genitals, or new trouble with erection or ejaculation" => [SexualChange];
            }
            "Legs and arms" ALWAYS {
                "both-legs" "Both legs or feet: new or worse pain, tingling, numbness or weakness" => [BothLegs];
                "walk" "Legs give way, new unsteadiness, or you cannot walk or stand properly (not just from pain)" => [WalkingTrouble];
                "weaker" "An arm, hand, leg or foot getting weaker by the hour or day" => [WeaknessWorseningNow];
            }
            "Chest and effort" ALWAYS {
                "chest" "Chest pain or pressure, short of breath, a cold sweat, or pain into jaw or arm (not from the neck)" => [ChestSigns];
                "effort" "Pain that comes on with stairs, hills or hurrying (not bending) and eases soon after standing still" => [ExertionPain];
            }
            "Face, mind, muscles" ALWAYS {
                "face" "New, even if gone: drooping face or eyelid, unequal pupils, double or lost sight, numb face" => [FaceEyeSpeech];
                "speech" "New, even if gone: slurred speech, one weak side, trouble swallowing, bad dizziness" => [FaceEyeSpeech];
                "confused" "New confusion, or too drowsy to stay awake" => [VeryUnwell];
                "jaw" "A jaw that locks, whole-body spasms, or spasms set off by noise, a light touch or bright light" => [LockedJaw];
            }
            "Throat, medicine, pregnancy" ALWAYS {
                "throat" "Stiff neck with: swollen neck or throat, drooling, cannot swallow, or trouble breathing" => [ThroatSwelling];
                "too-much" "In the last days: more painkiller than the label or doctor allows, or two products with the same painkiller" => [TookTooMuch];
                "baby" "Pregnant: bleeding, leaking fluid, baby moving less, or before 37 weeks regular tightenings or backache in waves" => [PregnancyWarning];
            }
            "Sudden pain" ALWAYS {
                "sudden" "Sudden, severe pain: back, chest, tummy, neck or head" => [SuddenSevere];
            }
            "With sudden, severe pain" SUDDEN_SEVERE {
                "torn" "Sudden, severe pain in the chest, between the shoulder blades, or from tummy to back" => [SuddenChestOrThrough];
                "collapse" "Sudden, severe back, side or tummy pain with: fainting, cold sweat, pulsing tummy or known aneurysm" => [SuddenSevere CollapseSign];
                "artery" "Sudden, severe headache unlike any before, or such pain on one side of the neck" => [NeckArteryPain];
            }
            "Fever" ALWAYS {
                "fever" "Fever of 38 °C (100.4 °F) or more, measured or felt, this week" => [Fever];
                "shivers" "Shivering or shaking chills, this week" => [Fever Shivering];
            }
            "With fever or shivering" FEVER {
                "fever-and" "Fever or chills with: weak or numb leg, confusion, looking very ill, stiff neck and bad headache or pain from light" => [Fever FeverDanger];
            }
            "Accident or fall" ALWAYS {
                "hurt" "This time: an accident, fall, crash, dive or knock before it began or got worse" => [Hurt];
            }
            "With an accident or fall" HURT {
                "accident" "Serious accident: fast or rolling crash, lap belt alone, hard blow to the spine" => [SeriousAccident];
                "height" "Fall from a height (not a slip): over 3 m (10 ft), or less onto feet or buttocks" => [SeriousAccident];
                "neck-hurt" "Neck hurt lately: dive, fall over 1 m (3 ft) or 5 steps, fast crash, bike, quad or horse" => [NeckInjury NeckInjuryHighRisk];
            }
            "" ALWAYS {
                UNSURE "Not sure" => [EmergencyUnsure];
                NONE "None of these" => [];
            }
        },
    },
    Question {
        id: "legs",
        words: "About both legs: what is true?",
        help: "Tick only what you are sure of.",
        why: "Trouble in both legs can mean that nerves in the spine are squeezed. Some answers make it less pressing, but only all of them together.",
        kind: Kind::Many,
        asked_when: Has(Finding::BothLegs),
        danger: false,
        profile: false,
        choices: choices! {
            "" ALWAYS {
                "walking" "It comes only when I walk or stand" => [LegsOnlyOnWalking];
                "sitting" "It eases when I sit or bend forward" => [LegsEaseSitting];
                "long" "It has been there for more than 2 weeks" => [LegsOverTwoWeeks];
                "steady" "It is not getting worse" => [LegsNotWorsening];
                "no-change" "Bladder, bowel, sex and the feeling between my legs are all as they were" => [NoSaddleOrBladderChange];
                NONE "None of these" => [];
            }
        },
    },
    Question {
        id: "age",
        words: "How old are you?",
        help: "Or the person you are helping.",
        why: "In children and in older people back pain is checked sooner. Some causes belong to some ages.",
        kind: Kind::Number {
            min: 0,
            max: 120,
            unit: "years",
            bands: &[
                Band {
                    from: 0,
                    to: 9,
                    finding: Finding::AgeUnder10,
                    words: "Younger than 10",
                },
                Band {
                    from: 0,
                    to: 15,
                    finding: Finding::AgeUnder16,
                    words: "Younger than 16",
                },
                Band {
                    from: 0,
                    to: 17,
                    finding: Finding::AgeUnder18,
                    words: "Younger than 18",
                },
                Band {
                    from: 0,
                    to: 19,
                    finding: Finding::AgeUnder20,
                    words: "Younger than 20",
                },
                Band {
                    from: 25,
                    to: 55,
                    finding: Finding::Age25To55,
                    words: "Aged 25 to 55",
                },
                Band {
                    from: 51,
                    to: 120,
                    finding: Finding::AgeOver50,
                    words: "Aged over 50",
                },
                Band {
                    from: 55,
                    to: 120,
                    finding: Finding::AgeFrom55,
                    words: "Aged 55 or over",
                },
                Band {
                    from: 60,
                    to: 120,
                    finding: Finding::AgeFrom60,
                    words: "Aged 60 or over",
                },
                Band {
                    from: 61,
                    to: 120,
                    finding: Finding::AgeOver60,
                    words: "Aged over 60",
                },
                Band {
                    from: 65,
                    to: 120,
                    finding: Finding::AgeFrom65,
                    words: "Aged 65 or over",
                },
                Band {
                    from: 70,
                    to: 120,
                    finding: Finding::AgeFrom70,
                    words: "Aged 70 or over",
                },
            ],
        },
        asked_when: ALWAYS,
        danger: true,
        profile: true,
        choices: choices! {
            "" ALWAYS {
                "unsaid" "Rather not say" => [AgeUnsaid];
            }
        },
    },
    Question {
        id: "sex",
        words: "Which sex were you given at birth?",
        help: "",
        why: "After 50, some changes of the bones are more common in women.",
        kind: Kind::One,
        asked_when: Any(&[Has(Finding::AgeOver50), Has(Finding::AgeUnsaid)]),
        danger: false,
        profile: true,
        choices: choices! {
            "" ALWAYS {
                "female" "Female" => [Female];
                "male" "Male" => [Male];
                "unsaid" "Rather not say" => [];
            }
        },
    },
    Question {
        id: "health",
        words: "Does any of this apply?",
        help: "It stays on this device.",
        why: "These change how soon pain should be checked, and which kinds of relief suit you.",
        kind: Kind::Many,
        asked_when: ALWAYS,
        danger: true,
        profile: true,
        choices: choices! {
            "Bones and spine" ALWAYS {
                "osteoporosis" "Thin bones (osteoporosis)" => [Osteoporosis];
                "stiff-spine" "A disease that stiffens the spine (ankylosing spondylitis)" => [StiffSpine];
                "steroids" "Steroid tablets for 3 months or longer" => [LongSteroids];
            }
            "Infection and cancer" ALWAYS {
                "cancer" "Cancer, now or ever" => [Cancer];
                "immunity" "Weak immunity: chemotherapy, transplant, biologics, HIV, dialysis, or uncontrolled diabetes" => [WeakImmunity];
                "infection" "Lately: spine injection or operation, catheter, or serious infection; or TB" => [InfectionRisk];
                "injects" "Injecting drugs" => [InjectsDrugs];
            }
            "Heart, organs, medicines" ALWAYS {
                "smoke" "Smoking, or high blood pressure" => [SmokerOrHighPressure];
                "aneurysm" "Aneurysm (bulge) of the main blood vessel (aorta)" => [Aneurysm AortaRisk];
                "aorta" "Heart-valve disease, Marfan syndrome, or aorta disease in the family" => [AortaRisk];
                "heart" "Heart disease, stroke, or uncontrolled blood pressure" => [HeartDisease];
                "kidney" "Kidney or liver trouble" => [KidneyOrLiver];
                "one-kidney" "Only one kidney" => [OneKidney];
                "ulcer" "Stomach ulcer or gut bleeding, ever" => [Ulcer];
                "asthma" "Asthma, or allergy to aspirin or ibuprofen" => [AsthmaOrAllergy];
                "thinner" "Blood thinner, daily aspirin, or bleeding problem" => [BloodThinner];
                "sensation" "Numb skin, poor circulation or nerve damage" => [PoorSensation];
            }
            "" ALWAYS {
                "pregnant" "Pregnant, or might be" => [Pregnant];
            }
            "" ALWAYS {
                NONE "None of these" => [];
            }
        },
    },
    Question {
        id: "pregnancy",
        words: "You are or may be pregnant. Is any of this there?",
        help: "",
        why: "In pregnancy these signs need help now, for you and for the baby.",
        kind: Kind::Many,
        asked_when: PREGNANT,
        danger: true,
        profile: false,
        choices: choices! {
            "" ALWAYS {
                "baby" "Bleeding, leaking fluid, baby moving less, or before 37 weeks regular tightenings or backache in waves" => [PregnancyWarning];
                "pain" "Severe tummy pain, bad headache, changed eyesight, or a fever of 38 °C (100.4 °F) or more" => [PregnancyWarning];
                "unwell" "Fainting, swollen face or hands, constant vomiting, or a swollen or painful leg (not from the back)" => [PregnancyWarning];
                UNSURE "Not sure" => [EmergencyUnsure];
                NONE "None of these" => [];
            }
        },
    },
    Question {
        id: "place",
        words: "Where is it?",
        help: "Tick every part.",
        why: "Each part of the back has its own causes, and its own questions.",
        kind: Kind::Many,
        asked_when: ALWAYS,
        danger: true,
        profile: false,
        choices: choices! {
            "" ALWAYS {
                "neck" "Neck" => [Neck];
                "upper" "Upper back, between the shoulder blades" => [UpperBack];
                "mid" "Middle back" => [MiddleBack];
                "low" "Low back" => [LowBack];
                "buttock" "Buttock" => [Buttock];
                "side" "Side, between ribs and hip" => [SideOrLoin];
                NONE "Somewhere else" => [Elsewhere];
            }
        },
    },
    Question {
        id: "signs",
        words: "Have you noticed any of these?",
        help: "In the last weeks.",
        why: "These are not usual with a strained muscle. They can point to an infection, a kidney, a bone or an illness.",
        kind: Kind::Many,
        asked_when: ALWAYS,
        danger: true,
        profile: false,
        choices: choices! {
            "Whole body" ALWAYS {
                "weight" "Losing weight without trying" => [WeightLoss];
                "sweats" "Soaking night sweats" => [NightSweats];
            }
            "Whole body" OVER_50 {
                "marrow" "Unusual thirst with constipation, or one infection after another" => [MarrowSigns];
            }
            "Pee and tummy" ALWAYS {
                "burning" "Burning when peeing" => [BurningPee];
                "blood" "Blood in pee" => [BloodInPee];
                "vomiting" "Vomiting" => [Vomiting];
                "fluids" "Cannot keep fluids down" => [CannotKeepFluids];
                "restless" "Pain in waves: you cannot keep still" => [CannotKeepStill];
            }
            "Pee and tummy" TRUNK {
                "pulse" "A pulsing tummy" => [PulsingTummy];
                "tummy" "Pain from upper tummy through to the back, or after meals or alcohol" => [ThroughFromTummy];
                "periods" "Pain with periods, or unusual discharge" => [WithPeriods];
            }
            "Skin and shape" ALWAYS {
                "rash" "Burning or blistering rash in a band" => [BandRash];
            }
            "Skin and shape" THIN_BONES {
                "height" "Sudden loss of height, or a new stoop that stays (not just from pain)" => [HeightLoss];
            }
            "Skin and shape" ALWAYS {
                "lump" "New lump (not a tight muscle), or a back of new shape (not just from pain)" => [LumpOrShape];
            }
            "" ALWAYS {
                UNSURE "Not sure" => [EmergencyUnsure];
                NONE "None of these" => [];
            }
        },
    },
    Question {
        id: "nerves",
        words: "Legs and feet: does any fit?",
        help: "",
        why: "Legs show whether a nerve or the spinal cord is pressed, wherever in the spine. Patients often say \"I stumble\" when a foot has become weak.",
        kind: Kind::Many,
        asked_when: ALWAYS,
        danger: true,
        profile: false,
        choices: choices! {
            "" ALWAYS {
                "leg-numb" "One leg or foot numb or tingling" => [LegNumb];
                "leg-weak" "New or worse: a weak leg, or a foot that catches, drops or slaps" => [LegWeakness];
                "saddle-long" "Bladder, bowel, sex or saddle feeling changed over 2 weeks ago, and nobody has examined it" => [SaddleLongAgo];
            }
            "" LOWER {
                "thigh" "Pain in buttock or thigh, not below the knee" => [ThighPain];
                "below-knee" "Pain below the knee" => [BelowKneePain];
                "leg-worse" "Leg hurts more than back" => [LegWorseThanBack];
            }
            "" ALWAYS {
                UNSURE "Not sure" => [EmergencyUnsure];
                NONE "None of these: it stays where it is" => [StaysInBack];
            }
        },
    },
    Question {
        id: "arms",
        words: "Arms, hands and neck: does any fit?",
        help: "Please do not test how far your neck turns.",
        why: "Arms and hands show whether a nerve or the spinal cord is pressed in the neck.",
        kind: Kind::Many,
        asked_when: NECK,
        danger: true,
        profile: false,
        choices: choices! {
            "Arms and hands" ALWAYS {
                "arm-pain" "Pain shoots down one arm, or the arm hurts more than the neck" => [ArmPain];
                "arm-numb" "One arm or hand numb or tingling" => [ArmNumb];
                "arm-weak" "New or worse: a weak arm or hand, or dropping things" => [ArmWeakness];
                "clumsy" "Buttons, keys or writing have become harder" => [ClumsyHands];
                "clumsy-fast" "Hands turned clumsy or numb suddenly, or within days" => [ClumsyHands NeckSignsRapid];
                "both-hands" "Both hands numb or tingling" => [BothHandsNumb];
                "shock" "Bending the neck sends an electric shock through the body" => [ElectricShock];
                "arms-stiff" "Stiff neck and shoulders, both arms hard to lift, mostly in the morning" => [ArmsStiffMorning];
            }
            "Head and neck" ALWAYS {
                "headache" "A stiff neck with a bad headache, or light hurts" => [StiffNeckHeadache];
                "injury" "A knock, fall or crash hurt the neck in the last 2 weeks, even a small one" => [NeckInjury];
                "dystonic" "It came after a new medicine against sickness (metoclopramide) or psychosis" => [DystonicMedicine];
            }
            "" ALWAYS {
                UNSURE "Not sure" => [EmergencyUnsure];
                NONE "None of these" => [];
            }
        },
    },
    Question {
        id: "child",
        words: "For a child or teenager: does any fit?",
        help: "",
        why: "Back pain in young people more often has a cause that should be looked for.",
        kind: Kind::Many,
        asked_when: Has(Finding::AgeUnder18),
        danger: true,
        profile: false,
        choices: choices! {
            "" ALWAYS {
                "limp" "Limping, or walking in a new way" => [ChildLimps];
                "play" "No longer wants to play" => [ChildLimps];
                "stiff" "A back that stays stiff" => [ChildLimps];
                "weak" "A weak arm or leg, even if it passed" => [LegWeakness];
                UNSURE "Not sure" => [EmergencyUnsure];
                NONE "None of these" => [];
            }
        },
    },
    Question {
        id: "cancer",
        words: "You told us about cancer. Does any of this fit the pain?",
        help: "",
        why: "After cancer, some kinds of back pain are checked within a day, even years later.",
        kind: Kind::Many,
        asked_when: Has(Finding::Cancer),
        danger: true,
        profile: false,
        choices: choices! {
            "" ALWAYS {
                "limb" "New pain down an arm or a leg" => [NewLimbPain];
                "lying" "It is worse when you lie down" => [WorseLying];
                "strain" "It is worse when you cough, sneeze or strain" => [WorseStraining];
                "band" "It goes round the body like a band" => [BandLike];
                "tender" "One spot on the spine is tender" => [SpineTender];
                UNSURE "Not sure" => [EmergencyUnsure];
                NONE "None of these" => [];
            }
        },
    },
    Question {
        id: "onset",
        words: "How did it begin?",
        help: "",
        why: "How it began helps to tell what it may come from. It never rules out something serious.",
        kind: Kind::Many,
        asked_when: ALWAYS,
        danger: true,
        profile: false,
        choices: choices! {
            "" ALWAYS {
                "effort" "A lift, twist or unusual effort" => [AfterEffort];
                "small" "Something small: a bend, sneeze or cough" => [AfterMinorStrain];
                "low-fall" "A slip, a fall from standing, or a light knock or crash" => [AfterFall];
                "blow" "A higher fall, or a hard knock or crash" => [AfterBlow];
                "posture" "Builds up with sitting or one position" => [BuiltUpWithPosture];
                "gradual" "Crept up over days or weeks" => [Gradual];
                "nowhere" "Came out of nowhere" => [];
                "sudden" "Came within seconds or minutes" => [SuddenOnset];
            }
            "" NECK {
                "woke" "I woke with it, or turned my head fast" => [WokeWithIt];
            }
            "Your days" ALWAYS {
                "sits" "I sit over 5 hours most days" => [SitsLong];
            }
            "Your days" YOUNG_LOWER {
                "sport" "Sport that arches the back: gymnastics, cricket bowling, weights, dance, diving" => [ArchingSport];
            }
            "" ALWAYS {
                NONE "None of these, or I don't know" => [];
            }
        },
    },
    Question {
        id: "long",
        words: "How long, this time?",
        help: "",
        why: "Most bouts ease within weeks. One that stays longer is worth a visit.",
        kind: Kind::One,
        asked_when: ALWAYS,
        danger: true,
        profile: false,
        choices: choices! {
            "" ALWAYS {
                "2w" "Up to 2 weeks" => [UnderTwoWeeks];
                "4w" "2 to 4 weeks" => [TwoToSixWeeks];
                "6w" "4 to 6 weeks" => [TwoToSixWeeks OverFourWeeks];
                "3m" "6 weeks to under 3 months" => [OverFourWeeks OverSixWeeks];
                "more" "3 months or longer" => [OverFourWeeks OverSixWeeks OverThreeMonths];
            }
        },
    },
    Question {
        id: "course",
        words: "Which way is it going?",
        help: "",
        why: "Pain that gets better day by day is a good sign. Pain that gets worse should be looked at.",
        kind: Kind::One,
        asked_when: ALWAYS,
        danger: true,
        profile: false,
        choices: choices! {
            "" ALWAYS {
                "better" "Getting better day by day" => [Improving];
                "waves" "Comes and goes" => [ComesAndGoes];
                "same" "About the same" => [NotImproving];
                "worse" "Getting worse, or coming more often" => [Worsening];
                "early" "Only just begun" => [];
            }
        },
    },
    Question {
        id: "bad",
        words: "How bad was it in the last day?",
        help: "",
        why: "Pain that nothing controls needs help sooner, whatever it comes from.",
        kind: Kind::One,
        asked_when: ALWAYS,
        danger: true,
        profile: false,
        choices: choices! {
            "" ALWAYS {
                "mild" "Daily life goes on" => [];
                "moderate" "It stops part of my day or sleep, but I can get up, wash and dress" => [Moderate];
                "severe" "Nothing controls it: I cannot sleep, wash or get up" => [Severe];
            }
        },
    },
    Question {
        id: "pattern",
        words: "What makes it worse or better?",
        help: "",
        why: "Pain from muscles and joints mostly changes with movement. Pain that nothing changes is looked at more closely.",
        kind: Kind::Many,
        asked_when: ALWAYS,
        danger: true,
        profile: false,
        choices: choices! {
            "" ALWAYS {
                "constant" "Always there, day and night" => [Constant];
                "night" "Wakes me at night (not just when turning over)" => [NightPain];
                "unchanged" "No position or movement changes it" => [UnchangedByPosition];
                "moving" "Worse moving" => [WorseMoving];
                "sitting" "Worse sitting or bending forward" => [WorseSitting];
            }
            "" BONE_OR_CANCER {
                "lying" "Worse lying down" => [WorseLying];
            }
            "" ALWAYS {
                "straining" "Worse coughing, sneezing or straining" => [WorseStraining];
            }
            "" LOWER {
                "arching" "Worse bending backward" => [WorseBendingBack];
                "standing" "Worse standing or walking" => [WorseStanding];
            }
            "" PREGNANT {
                "turning" "Worse turning in bed, on stairs or on one leg" => [TurningHurts];
            }
            "" LOWER {
                "sit" "Better sitting or bending forward" => [BetterSitting];
            }
            "" ALWAYS {
                "move" "Better walking or changing position" => [BetterMoving];
                "rest" "Better resting or in one easy position" => [BetterResting];
                "tight" "Tight, knotted or cramping muscle" => [TightMuscle];
            }
            "" CANCER {
                "band" "Like a band around the body" => [BandLike];
            }
            "" ALWAYS {
                NONE "None of these" => [];
            }
        },
    },
    Question {
        id: "before",
        words: "Have you had this before?",
        help: "",
        why: "Earlier bouts that settled point toward a strain. A first one later in life is checked sooner.",
        kind: Kind::One,
        asked_when: ALWAYS,
        danger: false,
        profile: false,
        choices: choices! {
            "" ALWAYS {
                "first" "No, my first back or neck pain" => [FirstEver];
                "settled" "Yes, and it settled" => [SettledBefore];
                "returns" "Yes, it keeps coming back or never quite goes" => [KeepsComingBack];
                "unknown" "I don't know" => [];
            }
        },
    },
    Question {
        id: "stiff",
        words: "For pain of 3 months or more: does any of this fit?",
        help: "",
        why: "Several of these together can point to inflammation in the spine. A doctor can test for it.",
        kind: Kind::Many,
        asked_when: Has(Finding::OverThreeMonths),
        danger: false,
        profile: false,
        choices: choices! {
            "" ALWAYS {
                "under45" "It first began before I was 45" => [BeganBefore45];
                "under35" "It first began before I was 35" => [BeganBefore45 BeganBefore35];
                "morning" "I am stiff for more than half an hour in the morning" => [MorningStiffness];
                "second-half" "It wakes me in the second half of the night" => [WakesSecondHalf];
                "helps" "A tablet such as ibuprofen helps well within 2 days" => [MedicineHelpsFast];
                "family" "A close relative has ankylosing spondylitis or a disease like it" => [FamilySpondylitis];
                "skin" "Psoriasis, an inflamed eye (uveitis), Crohn's disease or ulcerative colitis" => [SkinEyeBowel];
                "joints" "Swollen joints, or a painful heel or tendon" => [JointOrHeel];
                "widespread" "Pain in many parts of the body, with poor sleep and tiredness" => [Widespread];
                NONE "None of these" => [];
            }
        },
    },
    Question {
        id: "tried",
        words: "What have you tried so far?",
        help: "",
        why: "So that you are not told what you already know, and a clinician can see it at a glance.",
        kind: Kind::Many,
        asked_when: LASTING,
        danger: false,
        profile: false,
        choices: choices! {
            "" ALWAYS {
                "rest" "Rest" => [TriedRest];
                "heat" "Heat" => [TriedHeat];
                "ice" "Ice" => [TriedIce];
                "stretching" "Stretching or moving" => [TriedStretching];
                "anti-inflammatory" "Ibuprofen, naproxen or similar" => [TriedAntiInflammatory];
                "paracetamol" "Paracetamol (acetaminophen)" => [TriedParacetamol];
                "relaxant" "Muscle relaxant" => [TriedRelaxant];
                "physio" "Physiotherapy or other hands-on treatment" => [TriedPhysio];
                "device" "Belt, brace or other device" => [TriedDevice];
                NONE "Nothing yet" => [];
            }
        },
    },
];
