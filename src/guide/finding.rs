//! Each thing that a person can tell us. A finding is derived from answers and never stored.
//! Reassuring facts are findings of their own, from an explicit choice, never from silence.

macro_rules! findings {
    ($($(#[doc = $doc:literal])+ $name:ident,)+) => {
        /// One thing that a person can tell us.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u8)]
        pub enum Finding {
            $($(#[doc = $doc])+ $name,)+
        }

        impl Finding {
            /// Every finding.
            pub const ALL: &'static [Finding] = &[$(Finding::$name,)+];

            /// Whether it says only how old someone is, or their sex. That is true of too many to
            /// point toward anything by itself.
            pub fn is_age_or_sex(self) -> bool {
                use Finding::*;
                matches!(
                    self,
                    AgeUnder5 | AgeUnder10 | AgeUnder16 | AgeUnder18 | AgeUnder20 | Age25To55
                        | AgeFrom40 | AgeFrom50 | AgeOver50 | AgeFrom55 | AgeFrom60 | AgeOver60 | AgeFrom65 | AgeFrom70 | Female | Male
                )
            }
        }
    };
}

findings! {
    // The danger check: what alone can make an emergency.
    /// Numbness, tingling or changed feeling where a saddle would touch (new in two weeks).
    SaddleNumb,
    /// Trouble starting, stopping or feeling urine (new in two weeks).
    BladderTrouble,
    /// Leaking or not feeling a bowel movement (new in two weeks).
    BowelTrouble,
    /// Change in erection, ejaculation or genital feeling in sex (new in two weeks).
    SexualChange,
    /// Any such change that is older than two weeks and was never examined.
    SaddleLongAgo,
    /// Such trouble for years, as before.
    SaddleForYears,
    /// Pain, numbness, tingling or weakness in both legs.
    BothLegs,
    /// Cannot walk or stand properly, legs give way, new unsteadiness.
    WalkingTrouble,
    /// A limb is getting weaker now.
    WeaknessWorseningNow,
    /// It began with an accident, a fall, a knock or a crash of any kind.
    Hurt,
    /// Serious accident, fall from height, fast crash, hard blow to the spine.
    SeriousAccident,
    /// Chest pain or pressure, breathless, sweating, pain to arm or jaw.
    ChestSigns,
    /// Back pain that comes with exertion and eases with rest.
    ExertionPain,
    /// Sudden severe pain in the chest, between the shoulder blades or from tummy to back.
    SuddenChestOrThrough,
    /// Sudden and severe pain.
    SuddenSevere,
    /// Faint, clammy, collapsed, pulsing tummy, or a known aneurysm.
    CollapseSign,
    /// Temperature of 38 °C or more, or shivering.
    Fever,
    /// Fever with a weak or numb leg, confusion, looking very ill, or a stiff neck with bad headache.
    FeverDanger,
    /// New confusion, or too drowsy to stay awake.
    VeryUnwell,
    /// Stiff neck with bad headache, or light hurts.
    StiffNeckHeadache,
    /// Sudden severe one-sided neck or head pain unlike any before.
    NeckArteryPain,
    /// Drooping face or eyelid, unequal pupils, double or lost sight, slurred speech, numb face,
    /// weakness of one side, trouble swallowing, severe dizziness.
    FaceEyeSpeech,
    /// A neck injury of a high-risk kind, or tingling in arms or legs after one.
    NeckInjuryHighRisk,
    /// A neck injury of any kind.
    NeckInjury,
    /// Jaw locking, spasms of the whole body, spasms set off by noise, touch or bright light.
    LockedJaw,
    /// Stiff neck with a swollen neck or throat, drooling, cannot swallow, trouble breathing.
    ThroatSwelling,
    /// Bleeding, fluid, baby moving less, regular tightenings and the like in pregnancy.
    PregnancyWarning,
    /// More painkiller than the label says, or two products with the same one.
    TookTooMuch,
    /// "Not sure" about something that could be an emergency.
    EmergencyUnsure,

    // A line of the danger check that was ticked, and nothing or "not sure" in it.
    /// Between the legs, or both legs, hands or balance.
    LineNerves,
    /// Chest, breath or calf; sudden or very bad pain; head or face; very ill.
    LineSigns,
    /// An accident or a fall.
    LineAccident,
    /// A medicine.
    LineMedicine,
    /// Pregnancy, a late period or a birth.
    LinePregnant,

    // Details of the lines.
    /// Known widespread pain that flares as it did before, with nothing new.
    WidespreadFlare,
    /// Low back pain only, on hills or walking, that goes when standing still.
    LowBackOnEffort,
    /// A sharp pain on breathing in, from nowhere.
    BreathPain,
    /// A sharp pain on breathing in, after a cough, a cold or a strain.
    BreathPainKnown,
    /// Pain on breathing in with coughed blood, fainting or an earlier clot.
    ClotSign,
    /// One sore or swollen calf.
    SwollenCalf,
    /// Pain that moved between chest, shoulder blades, tummy and low back.
    PainMoved,
    /// Sudden, severe low back, side or tummy pain that nothing eases.
    SuddenLow,
    /// Sudden pain in a testicle, or groin pain with vomiting.
    TesticlePain,
    /// New one-sided neck pain or headache unlike any before, which came slowly.
    NeckArterySlow,
    /// Over 50: a sore scalp, a jaw that tires, or a new headache.
    ScalpJaw,
    /// Fever earlier this week; the pain began with it or after it.
    FeverEarlier,
    /// A few stairs onto the bottom; walks and works.
    FellOnStairs,
    /// The head was hit too.
    HeadBlow,
    /// A swelling or bruise that grows.
    GrowingBruise,
    /// Two products with the same painkiller, together within the label.
    SameTwiceWithin,
    /// Black, tar-like poo, or vomiting blood.
    BlackPoo,
    /// A cramp after a new medicine, with a tight throat or trouble breathing or swallowing.
    DystonicThroat,
    /// Took a medicine to harm oneself.
    SelfHarm,
    /// Thoughts of harming oneself that may be acted on.
    HarmPlan,
    /// Thoughts of harming oneself.
    HarmThoughts,
    /// A late period or odd bleeding, with pain low on one side or at the tip of the shoulder.
    EctopicPain,
    /// The same, with faintness or sudden sharp tummy pain.
    EctopicFaint,
    /// Gave birth in the last 6 weeks.
    GaveBirth,
    /// A warning sign in the 6 weeks after a birth.
    BirthWarning,
    /// Heavy bleeding or a fit, when pregnant or after a birth.
    HeavyBleeding,
    /// After an epidural or spinal injection: numb or weak legs, bladder or bowel trouble.
    EpiduralNerves,
    /// After an epidural or spinal injection: fever, stiff neck, a red or very sore spot, a headache.
    EpiduralSite,

    // Both legs: what makes it less likely to be an emergency, only when all are said.
    /// The leg trouble comes only on walking or standing.
    LegsOnlyOnWalking,
    /// It eases on sitting or bending forward.
    LegsEaseSitting,
    /// It has been there for more than two weeks.
    LegsOverTwoWeeks,
    /// It is not getting worse.
    LegsNotWorsening,
    /// There is no change in bladder, bowel, saddle feeling or sex.
    NoSaddleOrBladderChange,

    // Who it is.
    /// Younger than 5.
    AgeUnder5,
    /// Younger than 10.
    AgeUnder10,
    /// Younger than 16.
    AgeUnder16,
    /// Younger than 18.
    AgeUnder18,
    /// Younger than 20.
    AgeUnder20,
    /// 25 to 55.
    Age25To55,
    /// 40 or older.
    AgeFrom40,
    /// 50 or older.
    AgeFrom50,
    /// 51 or older.
    AgeOver50,
    /// 55 or older.
    AgeFrom55,
    /// 60 or older.
    AgeFrom60,
    /// 61 or older.
    AgeOver60,
    /// 65 or older.
    AgeFrom65,
    /// 70 or older.
    AgeFrom70,
    /// Age not given: what hangs on an old age is then not ruled out.
    AgeUnsaid,
    /// Female at birth.
    Female,
    /// Male at birth.
    Male,
    /// Pregnant, or possibly.
    Pregnant,
    /// Smokes or has high blood pressure.
    SmokerOrHighPressure,
    /// A known aneurysm of the aorta.
    Aneurysm,
    /// A known aneurysm, heart-valve disease, Marfan syndrome, or aortic disease in the family.
    AortaRisk,
    /// Ever had cancer, except a simple skin cancer that was cut out.
    Cancer,
    /// Osteoporosis.
    Osteoporosis,
    /// A disease that stiffens the spine, such as ankylosing spondylitis.
    StiffSpine,
    /// Steroids for three months or longer.
    LongSteroids,
    /// The body fights infection less well: chemotherapy, transplant, biologics, dialysis, no spleen,
    /// untreated HIV.
    WeakImmunity,
    /// Injects drugs.
    InjectsDrugs,
    /// Diabetes of any kind.
    Diabetes,
    /// Sickle cell disease.
    SickleCell,
    /// Sickle cell disease: a new kind of pain, or the usual plan fails.
    SicklePlanFails,
    /// Recent spinal injection or surgery, a catheter, an infection treated with antibiotics, or TB.
    InfectionRisk,
    /// Only one kidney.
    OneKidney,
    /// Stomach ulcer or bleed, ever.
    Ulcer,
    /// Heart disease, heart failure, stroke or uncontrolled high blood pressure.
    HeartDisease,
    /// Kidney or liver problem.
    KidneyOrLiver,
    /// Asthma or allergy with anti-inflammatories.
    AsthmaOrAllergy,
    /// Low-dose aspirin, clopidogrel, a blood thinner or a bleeding problem.
    BloodThinner,
    /// A blood thinner such as warfarin, apixaban or heparin.
    Anticoagulant,
    /// Skin that feels less, poor circulation or nerve damage.
    PoorSensation,

    // Where.
    /// The neck.
    Neck,
    /// The upper back, between the shoulder blades.
    UpperBack,
    /// The middle back.
    MiddleBack,
    /// The low back.
    LowBack,
    /// The buttock.
    Buttock,
    /// The side, between ribs and hip.
    SideOrLoin,
    /// None of the parts that the guide names.
    Elsewhere,

    // How it began.
    /// With a lift, twist or unusual effort.
    AfterEffort,
    /// With something small: a bend, a sneeze or a cough.
    AfterMinorStrain,
    /// With a slip, a fall from standing, or a light knock or crash.
    AfterFall,
    /// With a higher fall, or a hard knock or crash, that was not a serious accident.
    AfterBlow,
    /// Woke with it, or a sudden turn of the head.
    WokeWithIt,
    /// Builds through the day with sitting or one position.
    BuiltUpWithPosture,
    /// Crept up over days or weeks.
    Gradual,
    /// Was there within seconds or minutes.
    SuddenOnset,
    /// Came out of nowhere.
    FromNowhere,
    /// The first back pain ever.
    FirstEver,
    /// Bouts like this before, which settled.
    SettledBefore,
    /// It keeps coming back.
    KeepsComingBack,

    // How long, and which way it goes.
    /// Less than two weeks.
    UnderTwoWeeks,
    /// Two to six weeks.
    TwoToSixWeeks,
    /// More than four weeks.
    OverFourWeeks,
    /// Six weeks or longer.
    OverSixWeeks,
    /// Three months or longer.
    OverThreeMonths,
    /// Getting better day by day.
    Improving,
    /// Has just begun: nobody can say yet which way it goes.
    JustBegun,
    /// About the same all the time.
    NotImproving,
    /// Comes and goes.
    ComesAndGoes,
    /// Getting worse, or coming more often.
    Worsening,

    // How bad.
    /// Stops part of the day, or hard to concentrate or sleep, but up and dressed.
    Moderate,
    /// Nothing controls it: cannot sleep, wash or get out of bed.
    Severe,

    // Where it goes, nerves.
    /// Pain in buttock or thigh, not below the knee.
    ThighPain,
    /// Pain below the knee.
    BelowKneePain,
    /// Numbness or tingling in one leg.
    LegNumb,
    /// The leg hurts more than the back.
    LegWorseThanBack,
    /// Weakness of a leg, or a foot that drops or slaps.
    LegWeakness,
    /// Pain in an arm.
    ArmPain,
    /// Numbness or tingling in one arm or hand.
    ArmNumb,
    /// Weakness of an arm or hand.
    ArmWeakness,
    /// New pain down an arm or leg.
    NewLimbPain,
    /// An ache between the shoulder blades and in one arm that came while resting.
    ArmAtRest,
    /// Clumsy hands: buttons, keys, writing.
    ClumsyHands,
    /// Both hands numb or tingling.
    BothHandsNumb,
    /// An electric shock on bending the neck.
    ElectricShock,
    /// The hand or walking trouble came suddenly or fast.
    NeckSignsRapid,
    /// Stiff neck and shoulders with trouble lifting both arms, mostly in the morning.
    ArmsStiffMorning,
    /// The pain stays in the back, neck or buttock.
    StaysInBack,

    // When it is worse and better.
    /// Always there.
    Constant,
    /// Wakes at night.
    NightPain,
    /// No position or movement changes it.
    UnchangedByPosition,
    /// Worse with movement.
    WorseMoving,
    /// Worse lying down.
    WorseLying,
    /// Better lying down.
    BetterLying,
    /// After cancer: much worse when standing or moving.
    HeavyOnMoving,
    /// After cancer: walking brings leg pain.
    LegPainOnWalking,
    /// Worse coughing, sneezing or straining.
    WorseStraining,
    /// Like a band around the body.
    BandLike,
    /// One spot on the spine is tender.
    SpineTender,
    /// Worse sitting or bending forward.
    WorseSitting,
    /// Worse bending backward.
    WorseBendingBack,
    /// Worse standing or walking.
    WorseStanding,
    /// Better sitting or bending forward.
    BetterSitting,
    /// Better walking or changing position.
    BetterMoving,
    /// Better with rest or an easy position.
    BetterResting,

    // Other signs in the body.
    /// Unexplained weight loss.
    WeightLoss,
    /// Drenching night sweats.
    NightSweats,
    /// Burning pee.
    BurningPee,
    /// Blood in the pee.
    BloodInPee,
    /// Pee as dark as cola.
    DarkPee,
    /// Muscles that are very sore, swollen or weak, with dark pee.
    SoreMuscles,
    /// Vomiting.
    Vomiting,
    /// Cannot keep fluids down.
    CannotKeepFluids,
    /// Shivering or shaking chills.
    Shivering,
    /// Cannot keep still with the pain.
    CannotKeepStill,
    /// A blistering or burning rash in a band.
    BandRash,
    /// Sudden loss of height, or a new stoop.
    HeightLoss,
    /// A new lump or swelling, or a back that changed its shape.
    LumpOrShape,
    /// A wound of an operation that is red, weeping or opening.
    WoundSigns,
    /// Tight, knotted muscle; spasm.
    TightMuscle,
    /// A child who limps, no longer wants to play, or whose back stays stiff.
    ChildLimps,
    /// Arching sports: gymnastics, bowling, weights, dance, diving.
    ArchingSport,
    /// Sits more than five hours a day.
    SitsLong,

    // What points away from the back.
    /// A pulsing feeling in the tummy.
    PulsingTummy,
    /// Goes through from the upper tummy, or comes after a meal or alcohol.
    ThroughFromTummy,
    /// Comes with the periods, or with unusual discharge.
    WithPeriods,
    /// Unusual thirst together with constipation, or one infection after another.
    MarrowSigns,
    /// In pregnancy: turning in bed, stairs or standing on one leg hurt.
    TurningHurts,
    /// In many parts of the body, with poor sleep and tiredness.
    Widespread,
    /// Fears that moving does harm.
    FearOfMoving,
    /// Cannot see it getting better.
    NoHope,
    /// Feels low most days.
    LowMood,
    /// A new medicine that can make the neck cramp: an antipsychotic, or metoclopramide.
    DystonicMedicine,

    // What makes long-lasting pain look like inflammation of the spine.
    /// It first began before the age of 45.
    BeganBefore45,
    /// It first began before the age of 35.
    BeganBefore35,
    /// Stiff for more than half an hour in the morning.
    MorningStiffness,
    /// Wakes in the second half of the night.
    WakesSecondHalf,
    /// An anti-inflammatory helps within two days.
    MedicineHelpsFast,
    /// A close relative has such a disease of the spine.
    FamilySpondylitis,
    /// Psoriasis, an inflamed eye (uveitis), Crohn's disease or ulcerative colitis.
    SkinEyeBowel,
    /// Swollen joints, or a painful heel or tendon.
    JointOrHeel,

    // What was tried.
    /// Rest.
    TriedRest,
    /// Heat.
    TriedHeat,
    /// Ice.
    TriedIce,
    /// Stretching or moving.
    TriedStretching,
    /// An anti-inflammatory medicine.
    TriedAntiInflammatory,
    /// Paracetamol (acetaminophen).
    TriedParacetamol,
    /// A muscle relaxant.
    TriedRelaxant,
    /// Physiotherapy or another hands-on treatment.
    TriedPhysio,
    /// A belt, brace or other device.
    TriedDevice,
}

const WORDS: usize = 4;

/// A set of findings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Findings([u64; WORDS]);

const _: () = assert!(
    Finding::ALL.len() <= 64 * WORDS,
    "Findings needs one more word"
);

impl Findings {
    /// The set of these.
    pub fn of(findings: &[Finding]) -> Findings {
        let mut set = Findings::default();
        for finding in findings {
            set.add(*finding);
        }
        set
    }

    /// Puts one in.
    pub fn add(&mut self, finding: Finding) {
        let n = finding as usize;
        self.0[n / 64] |= 1 << (n % 64);
    }

    /// Whether this one is in.
    pub fn has(&self, finding: Finding) -> bool {
        let n = finding as usize;
        self.0[n / 64] & (1 << (n % 64)) != 0
    }

    /// Both sets together.
    pub fn union(&self, other: &Findings) -> Findings {
        let mut all = *self;
        for (word, more) in all.0.iter_mut().zip(other.0) {
            *word |= more;
        }
        all
    }

    /// What is in both sets.
    pub fn intersection(&self, other: &Findings) -> Findings {
        let mut all = *self;
        for (word, more) in all.0.iter_mut().zip(other.0) {
            *word &= more;
        }
        all
    }

    /// What is in this set and not in the other.
    pub fn difference(&self, other: &Findings) -> Findings {
        let mut all = *self;
        for (word, less) in all.0.iter_mut().zip(other.0) {
            *word &= !less;
        }
        all
    }

    /// Whether nothing is in.
    pub fn is_empty(&self) -> bool {
        *self == Findings::default()
    }

    /// What is in, in the order of [`Finding::ALL`].
    pub fn iter(&self) -> impl Iterator<Item = Finding> + '_ {
        Finding::ALL
            .iter()
            .copied()
            .filter(|finding| self.has(*finding))
    }
}
