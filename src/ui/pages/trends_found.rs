//! What helps and what sets it off, said only as strongly as the counts allow.

use crate::diary::Diary;
use crate::diary::episode::treatment_words;
use crate::diary::marks::Kind;
use crate::diary::trends::counts::Counts;
use crate::diary::trends::helps::{self, Tried};
use crate::diary::trends::numbers::{Difference, Said};
use crate::diary::trends::range::Range;
use crate::diary::trends::sets_off::{self, Trigger};
use crate::ui::charts::scale::tenths;
use crate::ui::element::{El, el, text};
use crate::ui::pages::trends::{length, middle_words};
use crate::ui::parts::controls::soft;

const RULE: &str = "“Perhaps” means: by chance alone, one diary in twenty would show such a difference anywhere in this list. “Likely”: one in a hundred. The more there is in the list, the more each has to show.";

/// What helps; nothing where nothing was tried.
pub fn helps(diary: &Diary, range: Range) -> Vec<El> {
    let tried = helps::helps(diary, range);
    if !tried.iter().any(|tried| !tried.kind.is_empty()) {
        return Vec::new();
    }
    vec![
        text("h2", "What helps you"),
        text(
            "p",
            "This is no proof. You may use heat on your worse days, and spasms ease by themselves too. So look at “Nothing tried” beside it.",
        ),
        el("ul")
            .class("cards")
            .with_all(tried.iter().map(tried_card).collect()),
        rule(
            "Eased: at least 2 points lower at the last number within 4 hours, before the next thing you tried. It is counted only when there is a number before and one after.",
        ),
    ]
}

/// What sets it off; nothing where no trigger was named.
pub fn sets_off(diary: &Diary, counts: &Counts) -> Vec<El> {
    let triggers = sets_off::sets_off(diary, counts);
    if triggers.is_empty() {
        return Vec::new();
    }
    let card = |trigger: &Trigger| trigger_card(trigger, counts.episodes);
    vec![
        text("h2", "What sets it off"),
        text(
            "p",
            "This is no proof either: two things can go together and neither make the other.",
        ),
        el("ul")
            .class("cards")
            .with_all(triggers.iter().map(card).collect()),
        rule(
            "Compared are days whose entry says whether it was there. Days known only from an episode would all be days with a spasm.",
        ),
    ]
}

fn rule(words: &str) -> El {
    el("details")
        .with(text("summary", "How this is counted"))
        .with(text("p", words))
        .with(text("p", RULE))
}

fn card(name: &str, said: Option<(&Difference, [&str; 2])>, lines: &[String]) -> El {
    let tag = said.map(|(difference, [more, less])| {
        let words = if difference.more { more } else { less };
        match difference.said {
            Said::TooEarly => "too early to say".to_string(),
            Said::Unclear => "no clear difference".to_string(),
            Said::Perhaps => format!("perhaps {words}"),
            Said::Likely => format!("likely {words}"),
        }
    });
    let lines = lines.iter().filter(|line| !line.is_empty());
    el("li")
        .class("card")
        .with(
            el("span")
                .class("row")
                .with(text("strong", name))
                .with_some(tag.map(|tag| text("span", &tag).class("tag plan"))),
        )
        .with_all(lines.map(|line| soft(line)).collect())
}

/// "7 of 9 (45 to 94 %)", the interval where there are enough.
fn share_words(of: usize, n: usize, share: Option<(f64, f64)>) -> String {
    match share {
        Some((low, high)) => format!(
            "{of} of {n} (95 % interval {} to {} %)",
            (100.0 * low + 0.5) as u8,
            (100.0 * high + 0.5) as u8
        ),
        None => format!("{of} of {n}"),
    }
}

fn tried_card(tried: &Tried) -> El {
    let nothing = tried.kind.is_empty();
    let name = if nothing {
        "Nothing tried"
    } else {
        treatment_words(&tried.kind)
    };
    let what = if nothing { "Episodes" } else { "Tried" };
    let mut how_often = format!("{what}: {}. Counted: {}.", tried.times, tried.counted);
    if tried.together > 0 {
        how_often.push_str(&format!(
            " Of these together with something else: {}.",
            tried.together
        ));
    }
    let eased = match tried.counted {
        0 => String::new(),
        n => format!("Eased {}.", share_words(tried.eased, n, tried.share)),
    };
    let time = match tried.time {
        None => String::new(),
        Some(Some(seconds)) => format!(
            "Half were 2 points lower within {}.",
            length(seconds as f64)
        ),
        Some(None) => "2 points lower: not reached by half in the time that was noted.".to_string(),
    };
    let middle = |before: &str, spread| {
        let said = middle_words(spread, tenths);
        said.map_or_else(String::new, |said| format!("{before}: {said}."))
    };
    let change = middle("Change in points", &tried.change);
    let relief = middle("How much it helped, as you said", &tried.relief);
    let said = (!nothing).then_some((
        &tried.against_nothing,
        ["helps", "eases less often than nothing"],
    ));
    card(name, said, &[how_often, eased, time, change, relief])
}

fn trigger_card(trigger: &Trigger, episodes: usize) -> El {
    let [with, without] = trigger.shares;
    let days = |words: &str, of, n, share| match n {
        0 => String::new(),
        n => format!(
            "Days {words} it on which a spasm began: {}.",
            share_words(of, n, share)
        ),
    };
    card(
        Kind::Trigger.words(&trigger.id),
        Some((
            &trigger.difference,
            ["sets it off", "goes with fewer spasms"],
        )),
        &[
            days("with", trigger.spasm_with, trigger.days_with, with),
            days(
                "without",
                trigger.spasm_without,
                trigger.days_without,
                without,
            ),
            format!("Episodes that name it: {} of {episodes}.", trigger.named),
        ],
    )
}
