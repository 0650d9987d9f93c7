//! Words: how the guide decides.

/// The title.
pub static TITLE: &str = "How this guide decides";
/// What it is.
pub static ABOUT: &str = "Written from the tables in `src/guide/content` by `guide::decides`; a test keeps it current. Not reviewed by a clinician yet.";

/// The chapters, in their order: heading, and what stands in it.
pub static CHAPTERS: [(&str, &str); 6] = [
    (
        "Questions",
        "In the order in which they are asked. One is left out when no answer to it could change what is said.",
    ),
    (
        "Rules",
        "The most urgent rule that fires decides how soon to get help. How it began never cancels a warning sign. \"Not sure\" about one counts as at least urgent. When no rule fires: look after it at home, and check again.",
    ),
    (
        "Causes",
        "What answers point toward and away from. Never a diagnosis, never a percentage.",
    ),
    (
        "What may help",
        "Offered when nothing urgent was found: what suits the answers first, then by evidence.",
    ),
    (
        "Movements",
        "Offered after a whole check of the last day, when nothing urgent was found. First comes what helped this person, of at least five times; then what suits the answers.",
    ),
    (
        "Sources",
        "Where all of this was read. \"Our own caution\" marks what is ours.",
    ),
];

/// How soon, from least to most urgent.
pub static TIERS: [&str; 4] = ["At home", "Days to weeks", "Today", "Emergency"];

pub(crate) static WHY: &str = "Why: ";
pub(crate) static ASKED_WHEN: &str = "Asked after:";
pub(crate) static ASKED_ELSEWHERE: &str =
    "Not asked in the check: where a medicine or heat is opened, and in Settings.";
pub(crate) static DANGER: &str =
    "Can be part of an emergency. Such an answer counts until it is changed.";
pub(crate) static PROFILE: &str = "Remembered, and confirmed at each check.";
pub(crate) static CHOICE: &str = "☐ ";
pub(crate) static PUT_TO: &str = "Put only after:";
pub(crate) static BECAUSE: &str = "Because: ";
pub(crate) static WHEN: &str = "Fires when:";
pub(crate) static UNLESS: &str = "Unless:";
pub(crate) static NAMED_WHEN: &str = "Named only with:";
pub(crate) static TOWARD: &str = "Points toward it:";
pub(crate) static AWAY: &str = "Points away from it:";
pub(crate) static SUITS: &str = "Comes before the others with:";
pub(crate) static HOW: &str = "How: ";
pub(crate) static STOP: &str = "Stop: ";
pub(crate) static MATERNITY: &str = "Contact first: the maternity unit or midwife.";
pub(crate) static POISON: &str = "Contact first: a poison line.";
pub(crate) static STAY_THERE: &str = "Help comes to the person.";
pub(crate) static AMBULANCE: &str = "Contact: an ambulance only. Never drive.";
pub(crate) static CRISIS: &str = "Contact: the emergency number and a crisis line.";
pub(crate) static WITHHELD: &str = "Not offered with:";
pub(crate) static EVERY_MOVEMENT: &str = "Every movement";
pub(crate) static NOT_OFFERED: &str = "Not offered: ";
pub(crate) static AMOUNT: &str = "How long and how often: ";
pub(crate) static FOR_WHOM: &str = "Suits: ";
pub(crate) static FOR_PARTS: &str = "For pain in:";
pub(crate) static CAUTION: &str = "Take care: ";
pub(crate) static SOURCE: &str = "Source: ";
pub(crate) static ALL_OF: &str = "all of these:";
pub(crate) static ANY_OF: &str = "any of these:";
pub(crate) static AT_LEAST: &str = "at least";
pub(crate) static OR: &str = " / ";
