//! Small movements, the positions before them, and what is said while they are done.

use crate::guide::care::Caution;
use crate::guide::condition::ALWAYS;
use crate::guide::condition::Condition::{Any, Has};
use crate::guide::content::sources::*;
use crate::guide::finding::Finding::*;
use crate::guide::movements::Movement;

/// How to do every movement.
pub const HOW_TO_MOVE: &str = "Slowly, and breathe. A mild pull is fine; pain going further down a limb is not. Begin with 2 or 3 times, twice a day.";
/// When to stop moving, in one breath; the whole of it stands with every movement.
pub const STOP_SHORT: &str = "Stop if it hurts more, spreads, or something turns weak or numb.";
/// When to stop breathing slowly.
pub const STOP_BREATHING: &str = "Dizzy, light-headed, tingling, short of air or more pain? Stop and breathe normally. Chest pain or real breathlessness is an emergency.";
/// Who asks before breathing slowly.
pub const ASK_BREATHING: &str = "Ask a doctor first with a heart or lung disease, panic attacks, or if you are pregnant and feel faint. Not while driving, in water, or standing in a spasm.";
/// How to breathe slowly.
pub const BREATHE: &str = "Breathe in as the ring grows, out as it shrinks: gently, not deep, through the nose if that is easy. No holding. First to a count of 4, then of 5. It may help you settle.";
/// The position that hurts least: for the back.
pub const LIE_DOWN: &str = "Stop what you are doing. Lie on your back with your calves on a chair, or on your side with a pillow between your knees. Take whichever hurts least.";
/// The same for someone who is pregnant.
pub const LIE_ON_SIDE: &str =
    "Stop what you are doing. Lie on your side with a pillow between your knees.";
/// The same for the neck.
pub const SUPPORT_HEAD: &str = "Stop what you are doing. Sit back with your head supported, or lie with a pillow that keeps your neck in line.";

/// While help is needed sooner.
pub static FIRST_SEE_SOMEONE: Caution = Caution {
    when: ALWAYS,
    words: "Your last check sent you to someone first. No movements until you have been seen.",
};
/// With these answers no movement is offered.
pub static FOR_NO_ONE: &[&Caution] = &[
    &Caution {
        when: Any(&[
            Has(SeriousAccident),
            Has(AfterFall),
            Has(AfterBlow),
            Has(NeckInjury),
            Has(NeckInjuryHighRisk),
        ]),
        words: "It began with a fall, a knock or another injury: no movements until someone has looked at it.",
    },
    &Caution {
        when: Any(&[
            Has(LegWeakness),
            Has(ArmWeakness),
            Has(WeaknessWorseningNow),
            Has(LegNumb),
            Has(ArmNumb),
            Has(BothHandsNumb),
            Has(ClumsyHands),
            Has(BothLegs),
            Has(SaddleNumb),
        ]),
        words: "Something is weak, numb or tingling: never stretch into that. Ask a clinician first.",
    },
];
const FRAGILE: Caution = Caution {
    when: Any(&[
        Has(Osteoporosis),
        Has(AgeFrom70),
        Has(AgeUnsaid),
        Has(LongSteroids),
        Has(HeightLoss),
        Has(StiffSpine),
    ]),
    words: "Bones that may break more easily (thin or stiff bones, steroids, 70 or over, or no age given): do not bend or twist to the end. Walk instead.",
};
const SPREADS_TO_LEG: Caution = Caution {
    when: Any(&[Has(BelowKneePain), Has(NewLimbPain), Has(LegWorseThanBack)]),
    words: "Your pain spreads down a leg: leave out bending and twisting.",
};
const SPREADS_TO_ARM: Caution = Caution {
    when: Any(&[Has(ArmPain), Has(NewLimbPain), Has(ElectricShock)]),
    words: "Your pain spreads into an arm: leave out neck movements.",
};
const WORSE_BACKWARD: Caution = Caution {
    when: Any(&[
        Has(WorseBendingBack),
        Has(WorseStanding),
        Has(BetterSitting),
        Has(LegsEaseSitting),
        Has(LegsOnlyOnWalking),
        Has(ArchingSport),
    ]),
    words: "Bending back or standing makes it worse, or sitting eases it, or you do an arching sport: do not bend backward.",
};
const WORSE_FORWARD: Caution = Caution {
    when: Has(WorseSitting),
    words: "Sitting or bending forward makes it worse: leave out long bending forward.",
};
const DIZZY: Caution = Caution {
    when: Has(FaceEyeSpeech),
    words: "You were dizzy, or your sight or speech was troubled: no neck movements.",
};
const NOT_ON_FRONT: Caution = Caution {
    when: Has(Pregnant),
    words: "Pregnant: do not lie on your front.",
};
const ON_BACK: Caution = Caution {
    when: Has(Pregnant),
    words: "Pregnant: ask your midwife about exercises and about lying on your back.",
};
const SMALLER: Caution = Caution {
    when: Has(Pregnant),
    words: "Pregnant: a smaller range.",
};
const STOP_NECK: &str = "Stop if you get dizzy, see double or feel tingling in an arm.";

/// The table, in the order in which they are shown.
pub static MOVEMENTS: &[Movement] = &[
    Movement {
        id: "knee-to-chest",
        name: "Knee to chest",
        places: &[MiddleBack, LowBack, Buttock],
        steps: &[
            "Lie on your back, knees bent.",
            "Draw one knee in with both hands, your belly gently tight.",
            "Let it down and change sides.",
        ],
        amount: "5 seconds, 2 or 3 times a side. If that is easy, both knees together.",
        hold: 5,
        turns: 4,
        sides: true,
        suits: "Backs that feel better bending forward.",
        first: Some(Has(BetterSitting)),
        skip: &[&FRAGILE, &SPREADS_TO_LEG, &WORSE_FORWARD],
        leave_out: "Not after a recent hip operation.",
        mind: &[&ON_BACK],
        sources: &[&MAYO, &OUR_CAUTION],
    },
    Movement {
        id: "knee-rolls",
        name: "Knee rolls",
        places: &[MiddleBack, LowBack, Buttock],
        steps: &[
            "Lie on your back, knees bent and together.",
            "Let both knees roll to one side. Your shoulders stay down.",
            "Come back and roll to the other side.",
        ],
        amount: "5 to 10 seconds, 2 or 3 times a side.",
        hold: 6,
        turns: 4,
        sides: true,
        suits: "A tight low back.",
        first: None,
        skip: &[&FRAGILE, &SPREADS_TO_LEG],
        leave_out: "Not after a recent disc operation.",
        mind: &[&ON_BACK],
        sources: &[&MAYO, &NHS_BACK_PAIN, &OUR_CAUTION],
    },
    Movement {
        id: "pelvic-tilt",
        name: "Pelvic tilt",
        places: &[MiddleBack, LowBack, Buttock],
        steps: &[
            "Lie on your back, knees bent.",
            "Tighten your belly so that the low back arches a little.",
            "Then press the low back flat to the floor.",
        ],
        amount: "5 seconds each way, about 5 times a day to begin with.",
        hold: 5,
        turns: 4,
        sides: false,
        suits: "Almost everyone: it is the smallest movement.",
        first: Some(FRAGILE.when),
        skip: &[],
        leave_out: "",
        mind: &[&ON_BACK],
        sources: &[&MAYO, &OUR_CAUTION],
    },
    Movement {
        id: "cat-cow",
        name: "Cat and cow",
        places: &[UpperBack, MiddleBack, LowBack],
        steps: &[
            "Kneel on hands and knees.",
            "Slowly arch your back up, like a cat.",
            "Then let it sag gently.",
        ],
        amount: "3 to 5 times, slowly.",
        hold: 8,
        turns: 3,
        sides: false,
        suits: "A stiff back that likes to move.",
        first: None,
        skip: &[&FRAGILE, &SPREADS_TO_LEG, &WORSE_BACKWARD],
        leave_out: "Not with sore wrists or knees.",
        mind: &[&SMALLER],
        sources: &[&OUR_CAUTION],
    },
    Movement {
        id: "childs-pose",
        name: "Bottom to heels (child’s pose)",
        places: &[MiddleBack, LowBack, Buttock],
        steps: &[
            "Kneel on hands and knees.",
            "Slide your hips back towards your heels. Stay for one breath.",
            "Come back up.",
        ],
        amount: "One breath, 2 or 3 times; later 8 to 10.",
        hold: 8,
        turns: 3,
        sides: false,
        suits: "Backs that feel better bending forward.",
        first: Some(Has(BetterSitting)),
        skip: &[&FRAGILE, &SPREADS_TO_LEG, &WORSE_FORWARD],
        leave_out: "With a knee problem do not go all the way.",
        mind: &[&SMALLER],
        sources: &[&NHS_BACK_PAIN, &OUR_CAUTION],
    },
    Movement {
        id: "press-up",
        name: "Lean up on your forearms",
        places: &[LowBack, Buttock],
        steps: &[
            "Lie on your front, forearms on the floor.",
            "Prop yourself up and let the back arch gently. Your hips stay down.",
            "Lower yourself again.",
        ],
        amount: "5 to 10 seconds, 2 or 3 times; later 8 to 10.",
        hold: 6,
        turns: 3,
        sides: false,
        suits: "Backs that feel worse sitting, and better standing or walking.",
        first: Some(Has(WorseSitting)),
        skip: &[&FRAGILE, &SPREADS_TO_LEG, &WORSE_BACKWARD, &NOT_ON_FRONT],
        leave_out: "Not with a narrow spinal canal (stenosis), or a stress crack or slipped bone of the spine. Stop if leg pain grows.",
        mind: &[],
        sources: &[&NHS_BACK_PAIN, &OUR_CAUTION],
    },
    Movement {
        id: "walk",
        name: "A short walk",
        places: &[],
        steps: &[
            "Get up slowly.",
            "Walk on even ground, at a pace that is easy.",
            "Turn back before it gets worse.",
        ],
        amount: "5 to 10 minutes, 3 or 4 times a day.",
        hold: 300,
        turns: 1,
        sides: false,
        suits: "Almost everyone, above all if sitting makes it worse.",
        first: Some(Any(&[Has(BetterMoving), Has(WorseSitting), FRAGILE.when])),
        skip: &[&Caution {
            when: Any(&[Has(WalkingTrouble), Has(LegsOnlyOnWalking)]),
            words: "Walking brings on leg trouble, or is hard.",
        }],
        leave_out: "",
        mind: &[],
        sources: &[&HEALTHWISE, &OUR_CAUTION],
    },
    Movement {
        id: "chin-tuck",
        name: "Chin tuck",
        places: &[Neck, UpperBack],
        steps: &[
            "Sit tall, or lie down.",
            "Draw your chin straight back, level, as if to make a double chin.",
            "Let go.",
        ],
        amount: "6 seconds, 2 or 3 times; later 8 to 12.",
        hold: 6,
        turns: 3,
        sides: false,
        suits: "A stiff neck.",
        first: None,
        skip: &[&SPREADS_TO_ARM, &DIZZY],
        leave_out: STOP_NECK,
        mind: &[],
        sources: &[&KAISER, &OUR_CAUTION],
    },
    Movement {
        id: "neck-rotation",
        name: "Turn your head",
        places: &[Neck],
        steps: &[
            "Sit with your chin level.",
            "Turn slowly to one side, only as far as is comfortable.",
            "Come back and turn to the other side.",
        ],
        amount: "15 to 30 seconds, 2 to 4 times a side.",
        hold: 15,
        turns: 4,
        sides: true,
        suits: "A stiff neck.",
        first: None,
        skip: &[&FRAGILE, &SPREADS_TO_ARM, &DIZZY],
        leave_out: STOP_NECK,
        mind: &[],
        sources: &[&KAISER, &OUR_CAUTION],
    },
    Movement {
        id: "side-bend",
        name: "Ear to shoulder",
        places: &[Neck],
        steps: &[
            "Sit tall, shoulders down.",
            "Let one ear sink towards its shoulder. The shoulder stays down.",
            "Come back and change sides.",
        ],
        amount: "15 to 30 seconds, 2 to 4 times a side.",
        hold: 15,
        turns: 4,
        sides: true,
        suits: "A tight side of the neck.",
        first: None,
        skip: &[&FRAGILE, &SPREADS_TO_ARM, &DIZZY],
        leave_out: STOP_NECK,
        mind: &[],
        sources: &[&KAISER, &OUR_CAUTION],
    },
    Movement {
        id: "shoulder-blades",
        name: "Shoulder-blade squeeze",
        places: &[Neck, UpperBack, MiddleBack],
        steps: &[
            "Sit or stand tall, arms loose.",
            "Squeeze your shoulder blades back and together.",
            "Let go and roll your shoulders.",
        ],
        amount: "6 seconds, 2 or 3 times; later 8 to 12.",
        hold: 6,
        turns: 3,
        sides: false,
        suits: "A tight upper back or neck.",
        first: None,
        skip: &[&SPREADS_TO_ARM],
        leave_out: "",
        mind: &[],
        sources: &[&KAISER, &OUR_CAUTION],
    },
];
