//! Rest and sleep; physical therapy and the device; what is known against the next one. What each option
//! is and what is known of it stands in the guide.

use crate::diary::marks::MarkKind;
use crate::guide::triage::Urgency;
use crate::ui::app::App;
use crate::ui::element::{El, el, text};
use crate::ui::pages::relief::figure::figure;
use crate::ui::pages::relief::gate::{care_cards, gate_now, sent};
use crate::ui::pages::relief::medicine;
use crate::ui::parts::care::list;
use crate::ui::parts::controls::{heading, link_button, soft};
use crate::ui::route::{Ease, Route};
use crate::words;

const KNOWN: &str = "What the article says, and what is known";

/// The cards of these options, under a heading; none while help is needed sooner.
fn cards(app: App, title: &str, ids: &[&str]) -> Vec<El> {
    let gate = gate_now(app);
    if gate.urgency >= Urgency::Urgent {
        return sent(&gate).into_iter().collect();
    }
    vec![
        text("h2", title),
        care_cards(&gate.findings, gate.urgency, ids),
    ]
}

/// Rest and sleep.
pub fn rest(app: App) -> Vec<El> {
    let mut parts = vec![
        heading(words::routes::REST),
        text(
            "p",
            "Ease off for a day or two if you must, but keep moving. Staying in bed usually makes recovery slower, not faster.",
        ),
        text("h2", "Pacing"),
        text(
            "p",
            "Do about a fifth less than what sets it off. When your diary is steady, add about a tenth each week. Change position about every 30 minutes.",
        ),
        text("h2", "Positions"),
    ];
    let positions = [
        (
            "calves-on-chair",
            "In a spasm: on your back, calves on a chair.",
        ),
        (
            "side-pillow",
            "On your side: legs drawn up a little, a pillow between the knees.",
        ),
        (
            "knees-pillow",
            "On your back: a pillow under the knees, a small rolled towel at the waist if you like, neck in line.",
        ),
        (
            "front-pillow",
            "Face down is best avoided. If not: a pillow under hips and lower tummy.",
        ),
        ("head-supported", "Neck: sit back with your head supported."),
    ];
    for (name, words) in positions {
        let card = el("div")
            .class("card")
            .with(figure(name))
            .with(text("p", words));
        parts.push(card);
    }
    parts.extend(cards(app, KNOWN, &["rest", "bed-rest", "sleep", "active"]));
    parts
}

/// Physical therapy and the device.
pub fn therapy(app: App) -> Vec<El> {
    let mut parts = vec![heading(words::routes::THERAPY)];
    parts.extend(cards(
        app,
        KNOWN,
        &["physical-therapy", "exercise-lasting", "manual-therapy"],
    ));
    parts.push(text("h2", "What to expect"));
    parts.push(text("p", "Exercises that are made with you, to do at home too. In new low back pain that helped a little at three months, and not at one year. Take your diary along."));
    parts.push(text("h2", "Questions to bring"));
    parts.push(list(
        "ul",
        &[
            "What do you think it comes from, and what speaks against it?",
            "Which movements suit me, how often, and which should I leave out?",
            "How do I know that I do too much?",
            "When should it be better, and what then if it is not?",
            "Which signs should make me call at once?",
        ],
    ));
    parts.push(link_button(
        "quiet",
        words::routes::PROGRAMME,
        &Route::Ease(Ease::Programme),
    ));
    parts.extend(cards(
        app,
        "The article’s device",
        &["spinal-device", "belts", "traction"],
    ));
    parts.push(text("h3", "Your own experience with a device"));
    parts.push(medicine::taken_form(
        app,
        "device",
        "Which device, and how you used it",
    ));
    parts
}

/// Against the next one.
pub fn prevention(app: App) -> Vec<El> {
    let mut parts = vec![
        heading(words::routes::PREVENTION),
        text(
            "p",
            "Exercise together with learning about your back is what lowers the risk of a new bout best. Belts and insoles had no effect. Change position about every 30 minutes.",
        ),
    ];
    parts.extend(cards(
        app,
        KNOWN,
        &["exercise-education", "walking-programme", "belts"],
    ));
    parts.push(text("h2", "What set yours off"));
    let counted = app.diary.read().with_untracked(|diary| {
        let mut counted: Vec<(String, usize)> = Vec::new();
        for episode in diary.episodes() {
            for mark in episode
                .marks
                .of(MarkKind::Trigger)
                .iter()
                .filter(|mark| *mark != "none")
            {
                match counted.iter_mut().find(|(known, _)| known == mark) {
                    Some((_, count)) => *count += 1,
                    None => counted.push((mark.clone(), 1)),
                }
            }
        }
        crate::guide::order::by_key(&mut counted, |(_, count)| std::cmp::Reverse(*count));
        counted
    });
    if counted.is_empty() {
        parts.push(soft(
            "Nothing noted yet. In an episode’s form you can tick what set it off.",
        ));
    }
    for (mark, count) in counted.iter().take(5) {
        let times = if *count == 1 { " time" } else { " times" };
        let line = format!("{}: {count}{times}", MarkKind::Trigger.words(mark));
        let card = el("div").class("card").with(text("strong", &line));
        parts.push(card.with(advice(mark).map(|words| text("p", words))));
    }
    parts
}

/// What is known about a trigger; nothing where nothing was read.
fn advice(trigger: &str) -> Option<&'static str> {
    match trigger {
        "posture" | "sitting" => Some(
            "Change position about every 30 minutes. Sitting more than five hours a day and awkward postures went with it coming back; no one posture is known to cause it.",
        ),
        "lifting" | "twisting" => Some(
            "No heavy lifting or twisting at first after a bout. Build up bit by bit: about a fifth less than what sets it off.",
        ),
        "sport" => Some(
            "Do about a fifth less than what sets it off, then build up by about a tenth a week.",
        ),
        _ => None,
    }
}
