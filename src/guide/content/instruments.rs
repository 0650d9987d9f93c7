//! The words of the questionnaires, exactly as they were published. None is shortened or adapted.

use crate::guide::content::sources::{KREBS_2009, REED_2024, RMDQ, STRATFORD_1996, STRATFORD_1998};
use crate::guide::instrument::{About, Rated};

/// What is said of each, in the order of `Instrument::ALL`.
pub static ABOUT: [About; 2] = [
    About {
        name: "PEG: pain in the past week",
        wanted: "PEG: three numbers, once a week",
        due: "It is time for PEG again: three numbers about the past week.",
        may_be_real: "1 point or more: may be a real change.",
        sources: &[&KREBS_2009, &REED_2024],
    },
    About {
        name: "Roland-Morris: your back today",
        wanted: "Roland-Morris: 24 sentences to tick, every two weeks. It is for the low back",
        due: "It is time for Roland-Morris again: 24 sentences about your back today.",
        may_be_real: "From where you started, that may be a real change.",
        sources: &[&RMDQ, &STRATFORD_1996, &STRATFORD_1998],
    },
];

/// PEG, of Krebs and others.
pub static PEG: [Rated; 3] = [
    Rated {
        question: "What number best describes your pain on average in the past week?",
        least: "No pain",
        most: "Pain as bad as you can imagine",
    },
    Rated {
        question: "What number best describes how, during the past week, pain has interfered with your enjoyment of life?",
        least: "Does not interfere",
        most: "Completely interferes",
    },
    Rated {
        question: "What number best describes how, during the past week, pain has interfered with your general activity?",
        least: "Does not interfere",
        most: "Completely interferes",
    },
];

/// How Roland-Morris opens, and how it is to be filled in.
pub static ROLAND_MORRIS_OPENING: [&str; 2] = [
    "When your back hurts, you may find it difficult to do some of the things you normally do. This list contains some sentences that people have used to describe themselves when they have back pain. When you read them, you may find that some stand out because they describe you today. As you read the list, think of yourself today.",
    "When you read a sentence that describes you today, put a tick against it. If the sentence does not describe you, then leave the space blank and go on to the next one. Remember, only tick the sentence if you are sure it describes you today.",
];

/// Its sentences.
pub static ROLAND_MORRIS: [&str; 24] = [
    "I stay at home most of the time because of my back.",
    "I change position frequently to try and get my back comfortable.",
    "I walk more slowly than usual because of my back.",
    "Because of my back I am not doing any of the jobs that I usually do around the house.",
    "Because of my back, I use a handrail to get upstairs.",
    "Because of my back, I lie down to rest more often.",
    "Because of my back, I have to hold on to something to get out of an easy chair.",
    "Because of my back, I try to get other people to do things for me.",
    "I get dressed more slowly than usual because of my back.",
    "I only stand for short periods of time because of my back.",
    "Because of my back, I try not to bend or kneel down.",
    "I find it difficult to get out of a chair because of my back.",
    "My back is painful almost all the time.",
    "I find it difficult to turn over in bed because of my back.",
    "My appetite is not very good because of my back pain.",
    "I have trouble putting on my socks (or stockings) because of the pain in my back.",
    "I only walk short distances because of my back.",
    "I sleep less well because of my back.",
    "Because of my back pain, I get dressed with help from someone else.",
    "I sit down for most of the day because of my back.",
    "I avoid heavy jobs around the house because of my back.",
    "Because of my back pain, I am more irritable and bad tempered with people than usual.",
    "Because of my back, I go upstairs more slowly than usual.",
    "I stay in bed most of the time because of my back.",
];

/// Whose it is, as its form says.
pub static ROLAND_MORRIS_CREDIT: &str = "Roland MO, Morris RW. A study of the natural history of back pain. Part 1: Development of a reliable and sensitive measure of disability in low back pain. Spine 1983;8:141-144.";
