//! What a check-up says, in parts: its own page and the clinician's sheet are made of them.

use crate::diary::checkup::Checkup;
pub use crate::diary::checkup::answered;
use crate::diary::moment;
use crate::diary::usual::Usual;
use crate::guide::answers::Answers;
use crate::guide::care::offers;
use crate::guide::content::course::{NO_FIGURES_YOUNG, SPASM_DURATION, SPASM_DURATION_SOURCES};
use crate::guide::course::{PainDay, courses};
use crate::guide::finding::{Finding, Findings};
use crate::guide::interview::{self, Replay};
use crate::guide::triage::{self, Urgency};
use crate::ui::app::App;
use crate::ui::element::{El, el, text};
use crate::ui::parts::care::{care_card, list};
use crate::ui::parts::controls::{link_button, soft};
use crate::ui::parts::course::{course_card, own_course};
use crate::ui::parts::quotes::quoting;
use crate::ui::parts::quotes::sources;
use crate::ui::route::Route;

/// What Unknot is and is not, as every result and Settings say it.
pub const WHAT_IT_IS: &str = "Unknot is education and a diary. It is not assessed or certified as a medical device, and no clinician has reviewed it yet. It can be wrong: if you are worried, get help whatever it says.";

/// Which answers led here.
pub fn reasons(checkup: &Checkup, replayed: &Replay) -> El {
    let card = |id: &String| {
        let card = el("li").class("card");
        match triage::rule(id) {
            Some(rule) if checkup.is_current() => {
                let words = replayed.said(&rule.when.names());
                card.with(text("p", rule.because))
                    .with(quoting("You said: ", &words))
                    .with(sources(&[rule.source]))
            }
            // Of an older guide the name of the rule is what was kept. Its words are today's.
            rule => card
                .with(text("p", id))
                .with(rule.map(|rule| soft(format!("In today’s words: {}", rule.because)))),
        }
    };
    let none = checkup.rules.is_empty().then(|| {
        text(
            "p",
            "None of your answers is one of the warning signs that we asked about.",
        )
    });
    // What alone would be less urgent does not stand beside what decides.
    let decides =
        |id: &&String| triage::rule(id).is_none_or(|rule| rule.urgency == checkup.urgency);
    let cards = |ids: Vec<&String>| el("ul").class("cards").with(ids.into_iter().map(card));
    let (first, others): (Vec<_>, Vec<_>) = checkup.rules.iter().partition(decides);
    let others = (!others.is_empty()).then(|| {
        el("details")
            .with(text("summary", "Less urgent reasons"))
            .with(cards(others))
    });
    el("section")
        .with(text("h2", "Why"))
        .with(none)
        .with(cards(first))
        .with(others)
}

/// How long such things usually last.
pub fn how_long(app: App, checkup: &Checkup, findings: &Findings) -> El {
    let said = PainDay::said(findings);
    let day = timed_day(app, checkup)
        .filter(|day| said.is_none_or(|said| said.first() <= day.first()))
        .or(said);
    let own = app.diary.read().with(|diary| {
        let ended = diary.episodes().filter(|episode| episode.end.is_some());
        own_course(
            Usual::of(diary).map(|usual| moment::span_words(usual.middle)),
            ended.count(),
        )
    });
    el("section")
        .with(text("h2", "How long it usually lasts"))
        .with(text("p", SPASM_DURATION))
        .with(sources(SPASM_DURATION_SOURCES))
        .with(own)
        .with(if findings.has(Finding::AgeUnder18) {
            vec![text("p", NO_FIGURES_YOUNG)]
        } else {
            let courses = courses(findings).into_iter();
            courses.map(|course| course_card(course, day)).collect()
        })
}

/// The day of the timed episode on which the check was begun; none without one.
fn timed_day(app: App, checkup: &Checkup) -> Option<PainDay> {
    let diary = app.diary.read();
    let days = diary.with(|diary| {
        let episode = diary.episode(checkup.episode.as_ref()?)?;
        Some(moment::span(&episode.start, &checkup.started).num_days())
    })?;
    u16::try_from(days + 1).ok().map(PainDay::Timed)
}

/// What must not be missed from now on.
pub fn watch_for(checkup: &Checkup) -> El {
    el("section")
        .with(text("h2", "What to watch for"))
        .with(
            (checkup.urgency == Urgency::Urgent)
                .then(|| check_again(checkup))
                .flatten(),
        )
        .with(text(
            "p",
            "Get emergency help at once if one of these is new or changes:",
        ))
        .with(emergency_signs(true))
        .with(
            el("details")
                .with(text("summary", "All other emergency signs"))
                .with(emergency_signs(false)),
        )
}

/// The signs of the danger check that alone are an emergency: those of squeezed nerves (bladder, bowel
/// and between the legs), or all others.
pub fn emergency_signs(of_squeezed_nerves: bool) -> El {
    let signs = interview::emergency_signs();
    let of_nerves = interview::first().choices[0].id;
    let words: Vec<&str> = signs
        .iter()
        .filter(|(_, sign)| (sign.group == of_nerves) == of_squeezed_nerves)
        .map(|(heading, sign)| {
            // Of harm to oneself the heading says of what.
            if sign.group == *heading {
                *heading
            } else {
                sign.words
            }
        })
        .collect();
    list("ul", &words).class("card cautions")
}

/// When to check again; nothing for an emergency.
pub fn check_again(checkup: &Checkup) -> Option<El> {
    checkup.again_on().map(|day| {
        text("p", "Check again on ")
            .with(text("strong", moment::day(&day, &checkup.started)))
            .text(", or at once if a warning sign appears.")
    })
}

/// What may help, for this person.
///
/// Some conditions change only that, and are asked here and not in the check.
pub fn what_may_help(app: App, replayed: &Replay, urgency: Urgency) -> El {
    let offers = offers(&replayed.findings, urgency);
    let section = el("section").with(text("h2", "What may help now"));
    if offers.is_empty() {
        section.with(text(
            "p",
            "Get advice first. What to do at home depends on what you are told.",
        ))
    } else {
        let care = interview::question(CARE);
        let profile = app.diary.read();
        let is_asked = profile.with(|diary| {
            let profile = diary.profile();
            profile.is_some_and(|profile| profile.answers.to(CARE).is_some())
        });
        let ask = care
            .filter(|_| !is_asked)
            .map(|care| link_button("quiet", care.words, &Route::AboutYou(CARE.to_string())));
        section.with(ask).with(
            el("ul")
                .class("cards")
                .with(offers.iter().map(|offer| care_card(offer, replayed))),
        )
    }
}

/// The question about what changes only the care.
const CARE: &str = "care";

/// Answers, with what is remembered of the conditions that change only the care.
pub fn with_care(app: App, answers: &Answers) -> Answers {
    let mut all = answers.clone();
    let profile = app.diary.read();
    let remembered = profile.with(|diary| diary.profile()?.answers.to(CARE).cloned());
    if let Some(care) = remembered.filter(|_| answers.to(CARE).is_none()) {
        all.give(CARE, care);
    }
    all
}
