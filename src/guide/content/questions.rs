//! Words: questions. The danger check comes first, in nine lines; then who it is, where and how it
//! hurts. A question is marked `danger` exactly when one of its answers can be (part of) an
//! emergency; such a question, and whom its choices are put to, hangs at most on place, profile and a
//! choice above. Each part of the back is asked what belongs to it, and all are asked what every
//! spine needs.

use crate::guide::answers::{NONE, UNSURE};
use crate::guide::condition::Condition::{self, All, Any, Has};
use crate::guide::condition::{ALWAYS, NEVER};
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
const YOUNG_LOWER: Condition = All(&[
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

/// Those in whom lying down tells bone, infection or cancer from muscle.
const BONE_OR_CANCER: Condition = Any(&[
    THIN_BONES,
    Has(Finding::Cancer),
    Has(Finding::Diabetes),
    Has(Finding::WeakImmunity),
    Has(Finding::InfectionRisk),
    Has(Finding::InjectsDrugs),
]);

/// Those in whom standing tells a narrow canal or a crack from muscle.
const STANDING: Condition = All(&[LOWER, THIN_BONES]);

/// Those whose shoulders and hips may be stiff in the morning for a reason of their own.
const SHOULDERS: Condition = Any(&[NECK, OVER_50]);

const CANCER: Condition = Has(Finding::Cancer);
const SICKLE: Condition = Has(Finding::SickleCell);
const DARK_PEE: Condition = Has(Finding::DarkPee);

/// Those in whom a single kidney makes it more urgent.
const KIDNEY_SIGN: Condition = Any(&[
    Has(Finding::BurningPee),
    Has(Finding::BloodInPee),
    Has(Finding::Vomiting),
    Has(Finding::CannotKeepFluids),
    Has(Finding::CannotKeepStill),
    Has(Finding::Fever),
]);

/// Where it is worth a clinician's eye what was tried. In the first two weeks nothing hangs on it.
const LASTING: Condition = Any(&[
    Has(Finding::TwoToSixWeeks),
    Has(Finding::OverFourWeeks),
    Has(Finding::KeepsComingBack),
]);

/// Those whose mood is asked about: nobody with an ordinary spasm is.
const MOOD: Condition = Any(&[
    Has(Finding::OverThreeMonths),
    All(&[Has(Finding::Severe), Has(Finding::UnchangedByPosition)]),
]);

/// The line of the danger check that stands open for a part that was chosen, the first of these.
/// For other parts none does.
pub static OPEN_LINES: [(&str, &str); 4] = [
    ("low", "line-between"),
    ("mid", "line-chest"),
    ("upper", "line-chest"),
    ("neck", "line-head"),
];

/// What is kept out of whatever is handed on, unless the person puts it in.
pub static PRIVATE: [Finding; 3] = [Finding::SelfHarm, Finding::HarmPlan, Finding::HarmThoughts];

/// The table.
pub static QUESTIONS: &[Question] = &[
    // A group that has the id of a choice for its name holds the details of that line.
    Question {
        id: "danger",
        words: "Is any of this new in the last 2 weeks, or happening now?",
        help: "It stays on this device.",
        why: "Some of these must not wait. Serious causes are rare. We ask everyone, every time.",
        kind: Kind::Many,
        asked_when: ALWAYS,
        danger: true,
        profile: false,
        joins: false,
        choices: choices! {
            "" ALWAYS {
                "line-between" "Between the legs: numb or odd feeling, or trouble with pee, poo or sex" => [LineNerves];
            }
            "line-between" ALWAYS {
                "saddle" "Numb, tingling or odd where a bike saddle touches or you wipe: genitals, back passage, inner thighs" => [SaddleNumb];
                "pee" "Pee: hard to start, stop, hold or feel; leaking; cannot tell if full" => [BladderTrouble];
                "bowel" "Poo or wind: hard to hold or feel; leaking" => [BowelTrouble];
                "sex" "Sex: less genital feeling, or trouble with erection or ejaculation" => [SexualChange];
                "between-unsure" "Not sure" => [LineNerves];
            }
            "" ALWAYS {
                "line-limbs" "Both legs, hands or balance: pain, tingling or weakness in both; clumsy hands; unsteady; a limb getting weaker" => [LineNerves];
            }
            "line-limbs" ALWAYS {
                "both-legs" "Both legs or feet: new or worse pain, tingling, numbness or weakness" => [BothLegs];
                "walk" "Legs give way, new unsteadiness, or you cannot walk or stand properly (not just from pain)" => [WalkingTrouble];
                "weak-limb" "A newly weak arm, hand or leg, or a foot that drops, and it stays the same" => [LegWeakness];
                "weaker" "An arm, hand, leg or foot getting weaker by the hour or day" => [WeaknessWorseningNow];
                "clumsy" "Hands clumsy with buttons, keys or writing" => [ClumsyHands];
                "both-hands" "Both hands numb or tingling" => [BothHandsNumb];
                "clumsy-fast" "Hands turned clumsy or numb within hours or days" => [ClumsyHands NeckSignsRapid];
                "sore-legs" "Only sore muscles in both legs after exercise, strong as usual" => [];
                "flare" "Widespread pain I know, as in earlier flares: steady, and pee, poo and feeling are as before" => [WidespreadFlare];
                "limbs-unsure" "Not sure" => [LineNerves];
            }
            "" ALWAYS {
                "line-chest" "Chest, breath or calf: pain, tightness, breathless, cold sweat, pain breathing in or on effort, a swollen calf" => [LineSigns];
            }
            "line-chest" ALWAYS {
                "chest" "Chest pain, tightness, pressure or burning; short of breath; a cold sweat; or an ache in jaw or arm" => [ChestSigns];
                "effort-upper" "Pain in chest, upper back, jaw or arm that comes with effort and goes soon after you stop" => [ExertionPain];
                "effort-low" "Low back pain only, on hills or walking, that goes when you stop" => [LowBackOnEffort];
                "breath" "A sharp pain when I breathe in, from nowhere" => [BreathPain];
                "breath-known" "A sharp pain when I breathe in, after a cough, cold or strain" => [BreathPainKnown];
                "breath-and" "Pain when I breathe in, with coughing blood, fainting, or a clot in leg or lung before" => [BreathPain ClotSign];
                "calf" "One sore or swollen calf" => [SwollenCalf];
                "chest-unsure" "Not sure" => [LineSigns];
            }
            "" ALWAYS {
                "line-sudden" "Sudden, or very bad, pain: back, chest, tummy, neck, head or testicle" => [LineSigns];
            }
            "line-sudden" ALWAYS {
                "torn" "Sudden, severe pain in the chest, between the shoulder blades, or from tummy to back" => [SuddenSevere SuddenChestOrThrough];
                "moved" "Pain that moved from one of these places to another: chest, shoulder blades, tummy, low back" => [PainMoved];
                "collapse" "Sudden, severe back, side or tummy pain with: fainting, cold sweat, pulsing tummy or known aneurysm" => [SuddenSevere CollapseSign];
                "sudden-low" "Sudden, very bad low back, side or tummy pain that nothing eases" => [SuddenSevere SuddenLow UnchangedByPosition];
                "artery" "Sudden, severe headache unlike any before, or such pain on one side of the neck" => [SuddenSevere NeckArteryPain];
                "testicle" "Sudden pain in a testicle, or groin pain with vomiting" => [TesticlePain];
                "sudden" "Other sudden, severe pain" => [SuddenSevere];
                "sudden-mild" "Sudden, but not very bad: I can move with care" => [SuddenOnset];
                "very-bad" "Not sudden, but very bad: nothing controls it" => [Severe];
                "sudden-unsure" "Not sure" => [LineSigns];
            }
            "" ALWAYS {
                "line-head" "Head or face: headache or neck pain unlike any before; face, eyes, speech or swallowing changed; sore scalp" => [LineSigns];
            }
            "line-head" ALWAYS {
                "face" "New, even if gone: drooping face or eyelid, unequal pupils, double or lost sight, numb face" => [FaceEyeSpeech];
                "speech" "New, even if gone: slurred speech, one weak side, trouble swallowing, bad dizziness" => [FaceEyeSpeech];
                "head-sudden" "Sudden, severe headache unlike any before, or such pain on one side of the neck" => [SuddenSevere NeckArteryPain];
                "head-slow" "New one-sided neck pain or headache, unlike any before, even if it came slowly" => [NeckArterySlow];
                "headache-stiff" "New, very bad headache, and a neck too stiff to bend forward" => [StiffNeckHeadache];
                "scalp" "Over 50: sore scalp, the jaw tires when chewing, or a new headache" => [ScalpJaw];
                "head-unsure" "Not sure" => [LineSigns];
            }
            "" ALWAYS {
                "line-ill" "Very ill: fever, shivers, stiff neck, confused, drowsy, swollen throat, locked jaw, spasms all over" => [LineSigns];
            }
            "line-ill" ALWAYS {
                "fever-now" "Fever of 38 °C (100.4 °F) or more, measured or felt, now or in the last 2 days" => [Fever];
                "shivers" "Shivering or shaking chills, this week" => [Fever Shivering];
                "fever-and" "Fever or chills with: weak or numb leg, confusion, looking very ill, stiff neck and bad headache or pain from light" => [Fever FeverDanger];
                "fever-before" "Fever earlier this week, and the pain began with it or after it" => [FeverEarlier];
                "confused" "New confusion, or too drowsy to stay awake" => [VeryUnwell];
                "throat" "Swollen neck or throat, drooling, cannot swallow, or trouble breathing" => [ThroatSwelling];
                "jaw" "A jaw that locks, whole-body spasms, or spasms set off by noise, a light touch or bright light" => [LockedJaw];
                "ill-unsure" "Not sure" => [LineSigns];
            }
            "" ALWAYS {
                "line-accident" "Accident or fall, this time, even a small one" => [LineAccident Hurt];
            }
            "line-accident" ALWAYS {
                "fall-high" "A fall from a ladder, roof, wall or whole flight of stairs, or from above your own height" => [Hurt SeriousAccident];
                "accident" "A fast or rolling crash, a lap belt alone, or a hard blow to the spine" => [Hurt SeriousAccident];
                "neck-hurt" "Neck hurt: a dive, a fall over 1 m (3 ft) or 5 steps, fast crash, bike, quad or horse" => [Hurt NeckInjury NeckInjuryHighRisk];
                "neck-injury" "Neck hurt by a knock, fall or crash in the last 2 weeks, even a small one" => [Hurt NeckInjury];
                "blow" "A higher fall, or a hard knock or crash" => [Hurt AfterBlow];
                "low-fall" "A slip, a fall from standing, or a light knock or crash" => [Hurt AfterFall];
                "few-stairs" "A few stairs, onto the bottom, and I walk and work" => [Hurt FellOnStairs];
                "head-blow" "My head was hit, too" => [Hurt HeadBlow];
                "bruise" "A swelling or bruise that grows" => [Hurt GrowingBruise];
                "accident-unsure" "Not sure" => [LineAccident Hurt];
                "hurt-only" "Only that, none of these: a small fall or knock, and I am well" => [Hurt];
            }
            "" ALWAYS {
                "line-medicine" "Medicine: too much painkiller, black poo, vomiting blood, cramps after a new medicine" => [LineMedicine];
            }
            "line-medicine" ALWAYS {
                "too-much" "More painkiller than the label or doctor allows, or I am not sure how much" => [TookTooMuch];
                "too-much-two" "Two with the same painkiller: together more than one allows, or not sure" => [TookTooMuch];
                "two-within" "Two with the same painkiller, together within the label" => [SameTwiceWithin];
                "harm" "I took it to harm myself" => [TookTooMuch SelfHarm];
                "black-poo" "Black, sticky, tar-like poo, or vomiting blood (it can look like coffee grounds)" => [BlackPoo];
                "dystonic" "A new medicine against sickness or for psychosis, then cramps or a twisted neck, back, jaw or eyes" => [DystonicMedicine];
                "dystonic-throat" "The same, with a tight throat, or trouble breathing or swallowing" => [DystonicMedicine DystonicThroat];
                "medicine-unsure" "Not sure" => [LineMedicine];
            }
            "" ALWAYS {
                "line-pregnant" "Pregnant, a late period, or gave birth in the last 6 weeks" => [LinePregnant];
            }
            "line-pregnant" ALWAYS {
                "baby" "Pregnant: bleeding, leaking fluid, baby moving less, or before 37 weeks regular tightenings or backache in waves" => [Pregnant PregnancyWarning];
                "preg-pain" "Pregnant: severe tummy pain, bad headache, changed eyesight, or a fever of 38 °C (100.4 °F) or more" => [Pregnant PregnancyWarning];
                "preg-unwell" "Pregnant: fainting, swollen face or hands, constant vomiting, or a swollen or painful leg (not from the back)" => [Pregnant PregnancyWarning];
                "preg-bleeding" "Pregnant, or after the birth: heavy bleeding, or a fit" => [HeavyBleeding];
                "ectopic" "Late period, positive test or odd bleeding, and pain low on one side or at the tip of the shoulder" => [EctopicPain];
                "ectopic-faint" "The same, and faint, dizzy or pale, or a sudden, sharp tummy pain" => [EctopicPain EctopicFaint];
                "birth-head" "Birth in the last 6 weeks: a bad headache, changed sight, or swollen face or hands" => [GaveBirth BirthWarning];
                "birth-body" "Birth in the last 6 weeks: breathless, vomiting, or pain under the ribs, in the upper tummy or shoulder" => [GaveBirth BirthWarning];
                "epidural-nerves" "Epidural or spinal injection in the last 6 weeks: numb or weak legs, or trouble with pee or poo" => [EpiduralNerves];
                "epidural-site" "Epidural or spinal injection in the last 6 weeks: fever, stiff neck, headache worse upright, pus or growing pain" => [EpiduralSite];
                "turning" "Pregnant and well: worse turning in bed, on stairs or on one leg" => [Pregnant TurningHurts];
                "pregnant-unsure" "Not sure" => [LinePregnant];
                "pregnant" "Only that, none of these: pregnant, or might be" => [Pregnant];
                "birth" "Only that, none of these: gave birth in the last 6 weeks" => [GaveBirth];
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
        joins: false,
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
        help: "",
        why: "In children and in older people back pain is checked sooner. Some causes belong to some ages. If you help someone else, give their age.",
        kind: Kind::Number {
            min: 0,
            max: 120,
            unit: "years",
            bands: &[
                Band {
                    from: 0,
                    to: 4,
                    finding: Finding::AgeUnder5,
                    words: "Younger than 5",
                },
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
                    from: 40,
                    to: 120,
                    finding: Finding::AgeFrom40,
                    words: "Aged 40 or over",
                },
                Band {
                    from: 50,
                    to: 120,
                    finding: Finding::AgeFrom50,
                    words: "Aged 50 or over",
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
        joins: false,
        choices: choices! {
            "" ALWAYS {
                "unsaid" "Rather not say" => [AgeUnsaid];
            }
        },
    },
    Question {
        id: "sex",
        words: "Which sex was registered at birth?",
        help: "",
        why: "After 50, some changes of the bones are more common in women.",
        kind: Kind::One,
        asked_when: Any(&[Has(Finding::AgeOver50), Has(Finding::AgeUnsaid)]),
        danger: false,
        profile: true,
        joins: true,
        choices: choices! {
            "" ALWAYS {
                "female" "Female" => [Female];
                "male" "Male" => [Male];
                "unsaid" "Rather not say" => [];
            }
        },
    },
    Question {
        id: "conditions",
        words: "Does any apply?",
        help: "It stays on this device.",
        why: "These change how soon pain should be checked, and which kinds of relief suit you.",
        kind: Kind::Many,
        asked_when: ALWAYS,
        danger: true,
        profile: true,
        joins: true,
        choices: choices! {
            "Bones" ALWAYS {
                "osteoporosis" "Thin bones (osteoporosis)" => [Osteoporosis];
                "stiff-spine" "Spine-stiffening disease (spondylitis)" => [StiffSpine];
                "steroids" "Steroid tablets, 3 months or longer" => [LongSteroids];
            }
            "Cancer" ALWAYS {
                "skin-cancer" "Basal cell skin cancer, cut out" => [];
                "cancer" "Other cancer, now or ever" => [Cancer];
            }
            "Infection" ALWAYS {
                "diabetes" "Diabetes" => [Diabetes];
                "immunity" "Chemotherapy, transplant, biologics, dialysis, no spleen, untreated HIV" => [WeakImmunity];
                "infection" "TB ever; last 3 months: spine operation or injection, catheter, antibiotics" => [InfectionRisk];
                "injects" "Injecting drugs" => [InjectsDrugs];
            }
            "Heart" ALWAYS {
                "smoke" "Smoking, or high blood pressure" => [SmokerOrHighPressure];
                "heart" "Heart disease or stroke" => [HeartDisease];
                "aneurysm" "Aneurysm (bulge) of the aorta" => [Aneurysm AortaRisk];
                "aorta" "Heart valve disease, Marfan, or aorta disease in family" => [AortaRisk];
                "anticoagulant" "Blood thinner (warfarin, apixaban, heparin ...)" => [Anticoagulant BloodThinner];
                "aspirin" "Daily aspirin, clopidogrel, or bleeding problem" => [BloodThinner];
                "sickle" "Sickle cell disease" => [SickleCell];
            }
            "" ALWAYS {
                NONE "None of these" => [];
            }
        },
    },
    Question {
        id: "place",
        words: "Where does it hurt?",
        help: "",
        why: "Each part of the back has its own causes, and its own questions.",
        kind: Kind::Many,
        asked_when: ALWAYS,
        danger: true,
        profile: false,
        joins: false,
        choices: choices! {
            "" ALWAYS {
                "neck" "Neck" => [Neck];
                "upper" "Upper back" => [UpperBack];
                "mid" "Middle back" => [MiddleBack];
                "low" "Low back" => [LowBack];
                "buttock" "Buttock" => [Buttock];
                "side" "Side" => [SideOrLoin];
                NONE "Somewhere else" => [Elsewhere];
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
        joins: false,
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
        joins: false,
        choices: choices! {
            "" ALWAYS {
                "limb" "New pain down an arm or a leg" => [NewLimbPain];
                "lying" "It is worse when you lie down" => [WorseLying];
                "strain" "It is worse when you cough, sneeze or strain" => [WorseStraining];
                "band" "It goes round the body like a band" => [BandLike];
                "tender" "One spot on the spine is tender" => [SpineTender];
                "heavy" "It is much worse when you stand or move" => [HeavyOnMoving];
                "leg-walking" "Walking brings leg pain" => [LegPainOnWalking];
                UNSURE "Not sure" => [EmergencyUnsure];
                NONE "None of these" => [];
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
        joins: false,
        choices: choices! {
            "" ALWAYS {
                "2w" "Under 2 weeks" => [UnderTwoWeeks];
                "4w" "2 to 4 weeks" => [TwoToSixWeeks];
                "6w" "4 to 6 weeks" => [TwoToSixWeeks OverFourWeeks];
                "3m" "6 weeks to 3 months" => [OverFourWeeks OverSixWeeks];
                "more" "Over 3 months" => [OverFourWeeks OverSixWeeks OverThreeMonths];
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
        joins: true,
        choices: choices! {
            "" ALWAYS {
                "better" "Better day by day" => [Improving];
                "waves" "Comes and goes" => [ComesAndGoes];
                "same" "About the same" => [NotImproving];
                "worse" "Worse, or more often" => [Worsening];
                "early" "Just begun" => [JustBegun];
            }
        },
    },
    Question {
        id: "bad",
        words: "How bad, this last day?",
        help: "",
        why: "Pain that nothing controls needs help sooner, whatever it comes from.",
        kind: Kind::One,
        asked_when: ALWAYS,
        danger: true,
        profile: false,
        joins: true,
        choices: choices! {
            "" ALWAYS {
                "mild" "Daily life goes on" => [];
                "moderate" "It stops part of my day or sleep" => [Moderate];
                "severe" "Nothing controls it: no sleep, washing or getting up" => [Severe];
            }
        },
    },
    Question {
        id: "nerves",
        words: "Legs: does any fit?",
        help: "",
        why: "Legs show whether a nerve or the spinal cord is pressed, wherever in the spine. Patients often say \"I stumble\" when a foot has become weak.",
        kind: Kind::Many,
        asked_when: ALWAYS,
        danger: true,
        profile: false,
        joins: false,
        choices: choices! {
            "" ALWAYS {
                "leg-numb" "Leg or foot numb or tingling" => [LegNumb];
                "leg-weak" "New or worse: weak leg, or foot that catches, drops or slaps" => [LegWeakness];
            }
            "" LOWER {
                "thigh" "Buttock or thigh pain" => [ThighPain];
                "below-knee" "Pain below knee" => [BelowKneePain];
                "leg-worse" "Leg worse than back" => [LegWorseThanBack];
            }
            "" ALWAYS {
                "saddle-long" "Over 2 weeks ago, with this pain, pee, poo, sex or feeling between the legs changed, and nobody checked it" => [SaddleLongAgo];
                "saddle-years" "Such trouble for years, as before" => [SaddleForYears];
                UNSURE "Not sure" => [EmergencyUnsure];
                NONE "None of these: it stays where it is" => [StaysInBack];
            }
        },
    },
    Question {
        id: "arms",
        words: "Arms: does any fit?",
        help: "Please do not test how far your neck turns.",
        why: "Arms show whether a nerve or the spinal cord is pressed in the neck. An ache in an arm can also come from the heart.",
        kind: Kind::Many,
        asked_when: NECK,
        danger: true,
        profile: false,
        joins: true,
        choices: choices! {
            "" ALWAYS {
                "arm-pain" "Pain shoots down one arm, or the arm hurts more than the neck" => [ArmPain];
                "arm-rest" "Ache between the shoulder blades and in one arm that came while resting" => [ArmPain ArmAtRest];
                "arm-numb" "One arm or hand numb or tingling" => [ArmNumb];
                "arm-weak" "New or worse: a weak arm or hand, or dropping things" => [ArmWeakness];
                "shock" "Bending the neck sends an electric shock through the body" => [ElectricShock];
                UNSURE "Not sure" => [EmergencyUnsure];
                NONE "None of these" => [];
            }
        },
    },
    Question {
        id: "signs",
        words: "Any of these lately?",
        help: "",
        why: "These are not usual with a strained muscle. They can point to an infection, a kidney, a bone or an illness.",
        kind: Kind::Many,
        asked_when: ALWAYS,
        danger: true,
        profile: false,
        joins: true,
        choices: choices! {
            "Pee, tummy" ALWAYS {
                "burning" "Burning when peeing" => [BurningPee];
                "blood" "Blood in pee" => [BloodInPee];
                "dark-pee" "Pee dark as cola" => [DarkPee];
            }
            "Pee, tummy" DARK_PEE {
                "sore-muscles" "Muscles very sore, swollen or weak" => [SoreMuscles];
            }
            "Pee, tummy" ALWAYS {
                "vomiting" "Vomiting" => [Vomiting];
                "fluids" "Cannot keep fluids down" => [CannotKeepFluids];
                "restless" "Waves of pain, cannot keep still" => [CannotKeepStill];
            }
            "Pee, tummy" KIDNEY_SIGN {
                "one-kidney" "Only one kidney" => [OneKidney];
            }
            "Pee, tummy" TRUNK {
                "pulse" "A pulsing tummy" => [PulsingTummy];
                "tummy" "Pain from upper tummy through, or after meals or alcohol" => [ThroughFromTummy];
                "periods" "Period pain, or unusual discharge" => [WithPeriods];
            }
            "Body" ALWAYS {
                "weight" "Losing weight without trying" => [WeightLoss];
                "night-sweats" "New, soaking night sweats (not hot flushes of menopause)" => [NightSweats];
            }
            "Body" OVER_50 {
                "marrow" "Unusual thirst with constipation, or one infection after another" => [MarrowSigns];
            }
            "Body" SHOULDERS {
                "arms-stiff" "Both shoulders or hips stiff for over 45 minutes in the morning, arms hard to lift, for over a week" => [ArmsStiffMorning];
            }
            "Body" SICKLE {
                "sickle-fails" "Sickle cell: a new kind of pain, or my usual plan fails" => [SicklePlanFails];
            }
            "Skin" ALWAYS {
                "rash" "Burning or blistering rash in a band" => [BandRash];
                "lump" "New lump (not muscle), or the back changed shape" => [LumpOrShape];
                "wound" "Operation wound red, weeping or opening" => [WoundSigns];
            }
            "Skin" THIN_BONES {
                "height" "Sudden loss of height, or a new stoop that stays (not just from pain)" => [HeightLoss];
            }
            "" ALWAYS {
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
        joins: false,
        choices: choices! {
            "" ALWAYS {
                "effort" "A lift, twist or unusual effort" => [AfterEffort];
                "small" "A small bend, sneeze or cough" => [AfterMinorStrain];
                "posture" "Builds up with one position" => [BuiltUpWithPosture];
                "gradual" "Crept up over days" => [Gradual];
                "nowhere" "Out of nowhere" => [FromNowhere];
                "sudden" "Within seconds or minutes" => [SuddenOnset];
            }
            "" NECK {
                "woke" "I woke with it, or turned my head fast" => [WokeWithIt];
            }
            "" YOUNG_LOWER {
                "sport" "Sport that arches the back: gymnastics, cricket bowling, weights, dance, diving" => [ArchingSport];
            }
            "" ALWAYS {
                NONE "None of these, or I don't know" => [];
            }
        },
    },
    Question {
        id: "before",
        words: "Had this before?",
        help: "",
        why: "Earlier bouts that settled point toward a strain. A first one later in life is checked sooner.",
        kind: Kind::One,
        asked_when: ALWAYS,
        danger: false,
        profile: false,
        joins: true,
        choices: choices! {
            "" ALWAYS {
                "first" "No, first back or neck pain" => [FirstEver];
                "settled" "Yes, and it settled" => [SettledBefore];
                "returns" "Yes, it keeps coming back or never goes" => [KeepsComingBack];
                "unknown" "I don't know" => [];
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
        joins: false,
        choices: choices! {
            "" ALWAYS {
                "constant" "Always there, day and night" => [Constant];
                "night" "Wakes me at night (not from turning)" => [NightPain];
                "unchanged" "Nothing changes it" => [UnchangedByPosition];
                "moving" "Worse moving" => [WorseMoving];
                "sitting" "Worse sitting or bending forward" => [WorseSitting];
            }
            "" BONE_OR_CANCER {
                "lying" "Worse lying down" => [WorseLying];
            }
            "" ALWAYS {
                "straining" "Worse coughing, sneezing or straining" => [WorseStraining];
            }
            "" YOUNG_LOWER {
                "arching" "Worse bending backward" => [WorseBendingBack];
            }
            "" STANDING {
                "standing" "Worse standing or walking" => [WorseStanding];
            }
            "" STANDING {
                "sit" "Better sitting or bending forward" => [BetterSitting];
            }
            "" THIN_BONES {
                "lie" "Better lying down" => [BetterLying];
            }
            "" ALWAYS {
                "move" "Better walking or changing position" => [BetterMoving];
                "rest" "Better in one easy position" => [BetterResting];
                "tight" "Tight or cramping muscle" => [TightMuscle];
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
        id: "mood",
        words: "Lasting or very bad pain wears people down. Does any fit?",
        help: "It stays on this device.",
        why: "Low mood and fear go with slower recovery, and there is help for both. Asking does not plant an idea.",
        kind: Kind::Many,
        asked_when: MOOD,
        danger: true,
        profile: false,
        joins: false,
        choices: choices! {
            "" ALWAYS {
                "fear" "I fear that moving will harm me" => [FearOfMoving];
                "no-hope" "I cannot see it getting better" => [NoHope];
                "low" "I feel low most days" => [LowMood];
            }
            "Thoughts of harming yourself" ALWAYS {
                "thoughts" "I have such thoughts" => [HarmThoughts];
                "act" "I may act on such thoughts" => [HarmThoughts HarmPlan];
            }
            "" ALWAYS {
                UNSURE "Not sure" => [EmergencyUnsure];
                NONE "None of these" => [];
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
        joins: false,
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
        joins: false,
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
    Question {
        id: "care",
        words: "For medicines and heat: does any apply?",
        help: "It changes which kinds of relief suit you. It stays on this device.",
        why: "With these, some medicines, heat or ice can do harm.",
        kind: Kind::Many,
        asked_when: NEVER,
        danger: false,
        profile: true,
        joins: false,
        choices: choices! {
            "" ALWAYS {
                "ulcer" "Stomach ulcer or gut bleeding, ever" => [Ulcer];
                "kidney" "Kidney or liver trouble" => [KidneyOrLiver];
                "asthma" "Asthma, or allergy to aspirin or ibuprofen" => [AsthmaOrAllergy];
                "sensation" "Numb skin, poor circulation or nerve damage" => [PoorSensation];
                "sits" "I sit over 5 hours most days" => [SitsLong];
                NONE "None of these" => [];
            }
        },
    },
];
