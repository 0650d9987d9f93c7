//! Words: questions. The danger check comes first, then who it is, then where and how it hurts.
//! A question is marked `danger` exactly when one of its answers can be (part of) an emergency;
//! such a question, and whom its choices are put to, hangs at most on place and profile. Each part
//! of the back is asked what belongs to it, and all are asked what every spine needs.

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

const PREGNANT: Condition = Has(Finding::Pregnant);

/// The table.
pub static QUESTIONS: &[Question] = &[
    Question {
        id: "danger",
        words: "Is any of this happening?",
        help: "Tick all that fit. One tick here is enough to show what to do.",
        why: "These are the signs that must not wait. They are rare. We ask everyone, every time.",
        kind: Kind::Many,
        asked_when: ALWAYS,
        danger: true,
        profile: false,
        choices: choices! {
            "Bladder, bowel and between the legs: new or changed in the last 2 weeks" ALWAYS {
                "saddle" "Numb, tingling or odd feeling where a bike saddle touches or you wipe: inner thighs, genitals, back passage" => [SaddleNumb];
                "pee" "Trouble starting, stopping or holding pee; leaking; not feeling it pass, or not feeling the need to go" => [BladderTrouble];
                "bowel" "Trouble holding in poo, leaking, or not feeling it or wind pass" => [BowelTrouble];
                "sex" "Less feeling in the genitals during sex, or new trouble with erection or ejaculation" => [SexualChange];
            }
            "Legs and arms" ALWAYS {
                "both-legs" "Pain, tingling, numbness or weakness in both legs" => [BothLegs];
                "walk" "Legs that give way, new unsteadiness, or you cannot walk or stand properly (and not just because it hurts)" => [WalkingTrouble];
                "weaker" "An arm, hand, leg or foot that is getting weaker by the hour or by the day" => [WeaknessWorseningNow];
            }
            "Chest and tummy" ALWAYS {
                "chest" "Chest pain or pressure, short of breath, pain that spreads to the jaw, or a cold sweat with pain in the arm" => [ChestSigns];
                "effort" "Pain that comes with stairs, hills or hurrying (not with bending) and eases soon after you stand still" => [ExertionPain];
                "torn" "Sudden, severe pain in the chest, between the shoulder blades, or from the tummy to the back" => [SuddenChestOrThrough];
                "collapse" "Sudden, severe back, side or tummy pain, and: fainting, cold and sweaty, a pulsing tummy, or a known aneurysm" => [SuddenSevere CollapseSign];
            }
            "Accident or fall" ALWAYS {
                "accident" "After a serious accident: a fall from a height, a fast or rolling crash, a hard blow to the spine" => [SeriousAccident];
                "neck-hurt" "Neck hurt lately: a dive, a fall over 1 m (3 ft) or 5 steps, a fast crash, a bike, quad or horse" => [NeckInjury NeckInjuryHighRisk];
            }
            "Fever, head, neck and throat" ALWAYS {
                "fever-and" "Fever or shivering, with: a weak or numb leg, confusion, looking very ill, or a stiff neck and bad headache" => [Fever FeverDanger];
                "confused" "New confusion, or too drowsy to stay awake" => [VeryUnwell];
                "artery" "Sudden, severe pain on one side of the neck or head, unlike any before" => [NeckArteryPain];
                "face" "New: drooping eyelid, unequal pupils, double vision, slurred speech, numb face, trouble swallowing, bad dizziness" => [FaceEyeSpeech];
                "jaw" "A jaw that locks, spasms of the whole body, or spasms set off by noise or bright light" => [LockedJaw];
                "throat" "Stiff neck with: a swollen neck or throat, drooling, cannot swallow, or trouble breathing" => [ThroatSwelling];
            }
            "Pregnancy and medicines" ALWAYS {
                "baby" "Pregnant, or might be: bleeding, leaking fluid, the baby moving less, or tightenings or backache that come and go" => [PregnancyWarning];
                "baby-pain" "Pregnant, or might be: severe tummy pain, a bad headache, changed eyesight, or a fever of 38 °C (100.4 °F) or more" => [PregnancyWarning];
                "baby-more" "Pregnant, or might be: fainting, a swollen face or hands, vomiting that does not stop, or a swollen or painful leg" => [PregnancyWarning];
                "too-much" "In the last days: more painkiller than the label or your doctor allows, or two products with the same painkiller" => [TookTooMuch];
            }
            "None, or not sure" ALWAYS {
                UNSURE "Not sure about one of these" => [EmergencyUnsure];
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
        words: "Does any of this apply to you?",
        help: "Tick all that fit. It stays on this device.",
        why: "These change how soon pain should be checked, and which kinds of relief suit you.",
        kind: Kind::Many,
        asked_when: ALWAYS,
        danger: true,
        profile: true,
        choices: choices! {
            "Bones and spine" ALWAYS {
                "osteoporosis" "Osteoporosis (thin bones)" => [Osteoporosis];
                "stiff-spine" "A disease that stiffens the spine, such as ankylosing spondylitis" => [StiffSpine];
                "steroids" "Steroid tablets for 3 months or longer" => [LongSteroids];
            }
            "Infection and cancer" ALWAYS {
                "cancer" "Cancer, now or ever" => [Cancer];
                "immunity" "Weak immunity: chemotherapy, transplant, biologic medicine, HIV, dialysis, or diabetes that is hard to control" => [WeakImmunity];
                "infection" "Lately: an injection or operation on the spine, a catheter, or a serious infection; or TB" => [InfectionRisk];
                "injects" "Injecting drugs" => [InjectsDrugs];
            }
            "Pregnancy" ALWAYS {
                "pregnant" "Pregnant, or might be" => [Pregnant];
            }
            "Heart, organs and medicines" ALWAYS {
                "smoke" "Smoking, or high blood pressure" => [SmokerOrHighPressure];
                "aneurysm" "A known aneurysm: a bulge in the body's main blood vessel" => [Aneurysm AortaRisk];
                "aorta" "Heart-valve disease, Marfan syndrome, or disease of the main blood vessel in the family" => [AortaRisk];
                "heart" "Heart disease, heart failure, a stroke, or blood pressure that is not under control" => [HeartDisease];
                "kidney" "Kidney or liver trouble" => [KidneyOrLiver];
                "one-kidney" "Only one kidney" => [OneKidney];
                "ulcer" "A stomach ulcer or bleeding in the gut, ever" => [Ulcer];
                "asthma" "Asthma, or an allergy to aspirin or ibuprofen" => [AsthmaOrAllergy];
                "thinner" "A blood thinner, daily low-dose aspirin, or a bleeding problem" => [BloodThinner];
                "sensation" "Skin that feels less, poor circulation or nerve damage" => [PoorSensation];
            }
            "None" ALWAYS {
                NONE "None of these" => [];
            }
        },
    },
    Question {
        id: "place",
        words: "Where is it?",
        help: "Tick every part that hurts or cramps.",
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
                "side" "Side, between the ribs and the hip" => [SideOrLoin];
                NONE "Somewhere else" => [Elsewhere];
            }
        },
    },
    Question {
        id: "signs",
        words: "Have you noticed any of these?",
        help: "In the last weeks, with the pain or before it.",
        why: "These are not usual with a strained muscle. They can point to an infection, a kidney, a bone or an illness.",
        kind: Kind::Many,
        asked_when: ALWAYS,
        danger: true,
        profile: false,
        choices: choices! {
            "Your whole body" ALWAYS {
                "fever" "A temperature of 38 °C (100.4 °F) or more" => [Fever];
                "shivers" "Shivering, or shaking chills" => [Fever Shivering];
                "weight" "Losing weight without trying" => [WeightLoss];
                "sweats" "Night sweats that soak your clothes or sheets" => [NightSweats];
                "marrow" "Unusual thirst together with constipation, or one infection after another" => [MarrowSigns];
            }
            "Pee and stomach" ALWAYS {
                "burning" "Burning when you pee" => [BurningPee];
                "blood" "Blood in your pee" => [BloodInPee];
                "vomiting" "Vomiting" => [Vomiting];
                "fluids" "You cannot keep fluids down" => [CannotKeepFluids];
                "restless" "Pain in waves, so that you cannot keep still" => [CannotKeepStill];
            }
            "Tummy" TRUNK {
                "pulse" "A pulsing feeling in the tummy" => [PulsingTummy];
                "tummy" "It goes through from the upper tummy to the back, or comes after a meal or alcohol" => [ThroughFromTummy];
                "periods" "It comes with your periods, or with unusual discharge" => [WithPeriods];
            }
            "Skin and shape" ALWAYS {
                "rash" "A burning or blistering rash in a band on one side" => [BandRash];
                "height" "Sudden loss of height, or a new stoop that stays (more than leaning over from the pain)" => [HeightLoss];
                "lump" "A new lump or swelling (not a tight muscle), or a new shape of the back (more than leaning over from the pain)" => [LumpOrShape];
            }
            "None, or not sure" ALWAYS {
                UNSURE "Not sure about one of these" => [EmergencyUnsure];
                NONE "None of these" => [];
            }
        },
    },
    Question {
        id: "nerves",
        words: "Legs and feet: does any of this fit?",
        help: "Tick all that fit.",
        why: "Legs show whether a nerve or the spinal cord is pressed, wherever in the spine. Patients often say \"I stumble\" when a foot has become weak.",
        kind: Kind::Many,
        asked_when: ALWAYS,
        danger: true,
        profile: false,
        choices: choices! {
            "Legs and feet" ALWAYS {
                "leg-numb" "Numbness or tingling in one leg or foot" => [LegNumb];
                "leg-weak" "A weak leg, or a foot that catches, drops or slaps when you walk" => [LegWeakness];
            }
            "Where the pain goes" LOWER {
                "thigh" "Into the buttock or thigh, but not below the knee" => [ThighPain];
                "below-knee" "Below the knee" => [BelowKneePain];
                "leg-worse" "The leg hurts more than the back" => [LegWorseThanBack];
            }
            "None, or not sure" ALWAYS {
                UNSURE "Not sure about one of these" => [EmergencyUnsure];
                NONE "None of these: it stays where it is" => [StaysInBack];
            }
        },
    },
    Question {
        id: "arms",
        words: "Arms, hands and neck: does any of this fit?",
        help: "Tick all that fit. Please do not test how far your neck turns.",
        why: "Arms and hands show whether a nerve or the spinal cord is pressed in the neck.",
        kind: Kind::Many,
        asked_when: NECK,
        danger: true,
        profile: false,
        choices: choices! {
            "Arms and hands" ALWAYS {
                "arm-pain" "Pain shoots down one arm, or the arm hurts more than the neck" => [ArmPain];
                "arm-numb" "Numbness or tingling in one arm or hand" => [ArmNumb];
                "arm-weak" "A weak arm or hand, or things drop from it" => [ArmWeakness];
                "clumsy" "Buttons, keys or writing have become harder" => [ClumsyHands];
                "clumsy-fast" "Hands turned clumsy or numb suddenly, or within days" => [ClumsyHands NeckSignsRapid];
                "both-hands" "Both hands feel numb" => [BothHandsNumb];
                "shock" "Bending the neck sends an electric shock through the body" => [ElectricShock];
                "arms-stiff" "Neck and shoulders are stiff, and both arms are hard to lift, mostly in the morning" => [ArmsStiffMorning];
            }
            "Head and neck" ALWAYS {
                "headache" "A stiff neck with a bad headache, or light hurts" => [StiffNeckHeadache];
                "injury" "A knock, fall or crash hurt the neck in the last 2 weeks, even a small one" => [NeckInjury];
                "dystonic" "It came after a new medicine against sickness (metoclopramide) or psychosis" => [DystonicMedicine];
            }
            "None, or not sure" ALWAYS {
                UNSURE "Not sure about one of these" => [EmergencyUnsure];
                NONE "None of these" => [];
            }
        },
    },
    Question {
        id: "child",
        words: "For a child or teenager: does any of this fit?",
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
                UNSURE "Not sure about one of these" => [EmergencyUnsure];
                NONE "None of these" => [];
            }
        },
    },
    Question {
        id: "cancer",
        words: "You told us about cancer. Does any of this fit the pain?",
        help: "Tick all that fit.",
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
                UNSURE "Not sure about one of these" => [EmergencyUnsure];
                NONE "None of these" => [];
            }
        },
    },
    Question {
        id: "onset",
        words: "How did it begin?",
        help: "Tick all that fit.",
        why: "How it began helps to tell what it may come from. It never rules out something serious.",
        kind: Kind::Many,
        asked_when: ALWAYS,
        danger: true,
        profile: false,
        choices: choices! {
            "How it began" ALWAYS {
                "effort" "With a lift, a twist or unusual effort" => [AfterEffort];
                "small" "With something small: a bend, a sneeze or a cough" => [AfterMinorStrain];
                "low-fall" "With a slip, a fall from standing, or a light knock or crash" => [AfterFall];
                "blow" "With a higher fall, or a hard knock or crash" => [AfterBlow];
                "posture" "It builds up over the day with sitting or one position" => [BuiltUpWithPosture];
                "gradual" "It crept up over days or weeks" => [Gradual];
                "nowhere" "It came out of nowhere" => [];
                "sudden" "It was there within seconds or minutes" => [SuddenOnset];
            }
            "Neck" NECK {
                "woke" "I woke with it, or turned my head fast" => [WokeWithIt];
            }
            "Your days" ALWAYS {
                "sits" "I sit for more than 5 hours on most days" => [SitsLong];
            }
            "Your sport" LOWER {
                "sport" "I do a sport that arches the back (such as gymnastics, cricket bowling, weights, dance, diving)" => [ArchingSport];
            }
            "None" ALWAYS {
                NONE "None of these, or I don't know" => [];
            }
        },
    },
    Question {
        id: "long",
        words: "How long has it been there, this time?",
        help: "",
        why: "Most bouts ease within weeks. One that stays longer is worth a visit.",
        kind: Kind::One,
        asked_when: ALWAYS,
        danger: true,
        profile: false,
        choices: choices! {
            "" ALWAYS {
                "2w" "2 weeks or less" => [UnderTwoWeeks];
                "4w" "More than 2 weeks, up to 4" => [TwoToSixWeeks];
                "6w" "More than 4 weeks, up to 6" => [TwoToSixWeeks OverFourWeeks];
                "3m" "More than 6 weeks, up to 3 months" => [OverFourWeeks OverSixWeeks];
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
                "waves" "It comes and goes" => [ComesAndGoes];
                "same" "About the same all the time" => [NotImproving];
                "worse" "Getting worse, or coming more often" => [Worsening];
                "early" "It has only just begun" => [];
            }
        },
    },
    Question {
        id: "bad",
        words: "How bad is it at its worst?",
        help: "",
        why: "Pain that nothing controls needs help sooner, whatever it comes from.",
        kind: Kind::One,
        asked_when: ALWAYS,
        danger: true,
        profile: false,
        choices: choices! {
            "" ALWAYS {
                "mild" "It does not stop my daily life" => [];
                "moderate" "It stops part of my day, or it is hard to concentrate or sleep, but I can get up, wash and dress" => [Moderate];
                "severe" "Nothing controls it: I cannot sleep, wash or get out of bed" => [Severe];
            }
        },
    },
    Question {
        id: "pattern",
        words: "What makes it worse or better?",
        help: "Tick all that fit.",
        why: "Pain from muscles and joints mostly changes with movement. Pain that nothing changes is looked at more closely.",
        kind: Kind::Many,
        asked_when: ALWAYS,
        danger: true,
        profile: false,
        choices: choices! {
            "Day and night" ALWAYS {
                "constant" "It is always there, day and night" => [Constant];
                "night" "It wakes me at night (and not only when I turn over)" => [NightPain];
                "unchanged" "No position and no movement changes it" => [UnchangedByPosition];
            }
            "Worse with" ALWAYS {
                "moving" "Worse when I move" => [WorseMoving];
                "sitting" "Worse when I sit or bend forward" => [WorseSitting];
                "lying" "Worse when I lie down" => [WorseLying];
                "straining" "Worse when I cough, sneeze or strain" => [WorseStraining];
            }
            "Worse with" LOWER {
                "arching" "Worse when I bend backward" => [WorseBendingBack];
                "standing" "Worse when I stand or walk" => [WorseStanding];
            }
            "Worse with" PREGNANT {
                "turning" "Worse when I turn in bed, take stairs or stand on one leg" => [TurningHurts];
            }
            "Better with" LOWER {
                "sit" "Better when I sit or bend forward" => [BetterSitting];
            }
            "Better with" ALWAYS {
                "move" "Better when I walk or change position" => [BetterMoving];
                "rest" "Better with rest, or in one easy position" => [BetterResting];
            }
            "How it feels" ALWAYS {
                "tight" "A tight, knotted or cramping muscle" => [TightMuscle];
            }
            "How it feels" TRUNK {
                "band" "Like a band around the body" => [BandLike];
            }
            "None" ALWAYS {
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
                "first" "No, this is the first back or neck pain I can remember" => [FirstEver];
                "settled" "I had it before, and it settled" => [SettledBefore];
                "returns" "I had it before, and it keeps coming back, or never quite goes" => [KeepsComingBack];
                "unknown" "I don't know" => [];
            }
        },
    },
    Question {
        id: "stiff",
        words: "For pain of 3 months or more: does any of this fit?",
        help: "Tick all that fit.",
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
        help: "Tick all that fit.",
        why: "So that you are not told what you already know, and a clinician can see it at a glance.",
        kind: Kind::Many,
        asked_when: ALWAYS,
        danger: false,
        profile: false,
        choices: choices! {
            "" ALWAYS {
                "rest" "Rest" => [TriedRest];
                "heat" "Heat" => [TriedHeat];
                "ice" "Ice" => [TriedIce];
                "stretching" "Stretching or gentle movement" => [TriedStretching];
                "anti-inflammatory" "Ibuprofen, naproxen or another anti-inflammatory" => [TriedAntiInflammatory];
                "paracetamol" "Paracetamol (acetaminophen)" => [TriedParacetamol];
                "relaxant" "A muscle relaxant" => [TriedRelaxant];
                "physio" "Physiotherapy or another hands-on treatment" => [TriedPhysio];
                "device" "A belt, a brace or another device" => [TriedDevice];
                NONE "Nothing yet" => [];
            }
        },
    },
];
