//! What helps and what sets it off, said only as strongly as the counts allow.

use super::counted::Counted;
use crate::diary::episode::treatment_words;
use crate::diary::marks::MarkKind;
use crate::diary::trends::helps::Tried;
use crate::diary::trends::numbers::{
    Difference, FEWEST_FOR_SHARE, Proportion, Significance, Table2x2,
};
use crate::diary::trends::sets_off::Trigger;
use crate::ui::charts::scale::tenths;
use crate::ui::element::{El, el, rows, text};
use crate::ui::pages::trends::words::{length, middle_words};
use crate::ui::parts::controls::soft;

const RULE: &str = "“Perhaps” means: by chance alone, one diary in twenty would show such a difference anywhere in this list. “Likely”: one in a hundred. The more there is in the list, the more each has to show.";

/// What helps. A card that stays keeps its place while its numbers follow.
pub fn helps(counted: Counted) -> Vec<El> {
    let kinds = move || counted.read(|all| all.tried.iter().map(|one| one.kind.clone()).collect());
    let card = move |kind: String| {
        el("li").class("card").with(move || {
            counted.read(|all| {
                let one = all.tried.iter().find(|one| one.kind == kind);
                one.map(tried_lines).unwrap_or_default()
            })
        })
    };
    vec![
        text("h2", "What helps you"),
        text(
            "p",
            "This is no proof. You may use heat on your worse days, and spasms ease by themselves too. So look at “Nothing tried” beside it.",
        ),
        el("p")
            .class("soft")
            .text(move || counted.read(|all| compared(&all.tried))),
        el("ul").class("cards").with(rows(kinds, card)),
        rule(
            "Eased: at least 2 points lower at the last number within 4 hours, before the next thing you tried. It is counted only when there is a number before and one after.",
        ),
    ]
}

/// With what it is compared, or that this is too little yet.
fn compared(tried: &[Tried]) -> String {
    let nothing = tried.iter().find(|tried| tried.kind.is_empty());
    match nothing.map_or(0, Tried::counted) {
        n @ FEWEST_FOR_SHARE.. => {
            format!("Each is compared with {n} spasms in which you tried nothing.")
        }
        n => format!(
            "Too early to compare: spasms in which you tried nothing, with a number at the start and one later: {n} of at least {FEWEST_FOR_SHARE}."
        ),
    }
}

/// What sets it off. A card that stays keeps its place while its numbers follow.
pub fn sets_off(counted: Counted) -> Vec<El> {
    let ids = move || counted.read(|all| all.triggers.iter().map(|one| one.id.clone()).collect());
    let card = move |id: String| {
        el("li").class("card").with(move || {
            counted.read(|all| {
                let one = all.triggers.iter().find(|one| one.id == id);
                one.map(|one| trigger_lines(one, all.these.episodes))
                    .unwrap_or_default()
            })
        })
    };
    vec![
        text("h2", "What sets it off"),
        text(
            "p",
            "This is no proof either: two things can go together and neither make the other.",
        ),
        el("ul").class("cards").with(rows(ids, card)),
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

/// The lines of a card; those that are empty are left out. Of a difference it says what it may mean.
fn lines(name: &str, difference: Option<(Difference, [&str; 4])>, lines: &[String]) -> Vec<El> {
    let tag = difference.map(
        |(difference, [perhaps, likely, perhaps_less, likely_less])| {
            let words = match (difference.significance, difference.more) {
                (Significance::TooEarly, _) => "too early to say",
                (Significance::Unclear, _) => "no clear difference",
                (Significance::Perhaps, true) => perhaps,
                (Significance::Likely, true) => likely,
                (Significance::Perhaps, false) => perhaps_less,
                (Significance::Likely, false) => likely_less,
            };
            text("span", words).class("tag plan")
        },
    );
    let head = el("span").class("row").with(text("strong", name));
    let lines = lines.iter().filter(|line| !line.is_empty());
    let lines = lines.map(soft);
    std::iter::once(head.with(tag)).chain(lines).collect()
}

/// "7 of 9 (95 % interval 45 to 94 %)", the interval where there are enough; empty of none.
fn share_words(before: &str, share: Proportion) -> String {
    let Proportion { count, total } = share;
    let mut words = format!("{before}{count} of {total}");
    if let Some((low, high)) = share.wilson_interval() {
        let percent = |share: f64| (100.0 * share + 0.5) as u32;
        words.push_str(&format!(
            " (95 % interval {} to {} %)",
            percent(low),
            percent(high)
        ));
    }
    words.push('.');
    if total == 0 { String::new() } else { words }
}

fn tried_lines(tried: &Tried) -> Vec<El> {
    let nothing = tried.kind.is_empty();
    let (name, what) = match nothing {
        true => ("Nothing tried", "Episodes"),
        false => (treatment_words(&tried.kind), "Tried"),
    };
    let mut how_often = format!("{what}: {}. Counted: {}.", tried.times, tried.counted());
    if tried.together > 0 {
        how_often.push_str(&format!(
            " Of these together with something else: {}.",
            tried.together
        ));
    }
    let time = match tried.time() {
        None => String::new(),
        Some(Some(seconds)) => format!(
            "Half were 2 points lower within {}.",
            length(seconds as f64)
        ),
        Some(None) => "2 points lower: not reached by half in the time that was noted.".to_string(),
    };
    let change = middle_words(&tried.change(), tenths);
    let change = change.map_or_else(String::new, |said| format!("Change in points: {said}."));
    let words = [
        "perhaps helps",
        "likely helps",
        "perhaps eases less often than nothing",
        "likely eases less often than nothing",
    ];
    let eased = share_words("Eased ", tried.share());
    lines(
        name,
        (!nothing).then_some((tried.against_nothing, words)),
        &[how_often, eased, time, change],
    )
}

fn trigger_lines(trigger: &Trigger, episodes: usize) -> Vec<El> {
    let Table2x2 { with, without } = trigger.days;
    let words = [
        "perhaps sets it off",
        "likely sets it off",
        "perhaps goes with fewer spasms",
        "likely goes with fewer spasms",
    ];
    lines(
        MarkKind::Trigger.words(&trigger.id),
        Some((trigger.difference, words)),
        &[
            share_words("Days with it on which a spasm began: ", with),
            share_words("Days without it on which a spasm began: ", without),
            format!("Episodes that name it: {} of {episodes}.", trigger.named),
            match with.total + without.total {
                0 => "No day entry says yet whether it was there.".to_string(),
                _ => String::new(),
            },
        ],
    )
}
