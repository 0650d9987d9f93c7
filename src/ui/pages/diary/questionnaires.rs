//! The questionnaires of a day, for those who want them: PEG and Roland-Morris, word for word.

use leptos::prelude::*;

use crate::browser::kept;
use crate::diary::moment;
use crate::diary::scores::{last_before, score, suits};
use crate::guide::content::instruments::{
    ABOUT, PEG, ROLAND_MORRIS, ROLAND_MORRIS_CREDIT, ROLAND_MORRIS_OPENING,
};
use crate::guide::instrument::{Instrument, Rated};
use crate::store::keys::DRAFT;
use crate::ui::element::{El, el, text};
use crate::ui::open_diary::{Outcome, Refusal};
use crate::ui::pages::diary::shown_day::ShownDay;
use crate::ui::parts::controls::{button, keys, soft, tick};
use crate::ui::parts::quotes::sources;

/// Answers to PEG of which one is missing still: no score, and nothing of the diary yet.
const OF_PEG: &str = "peg/";

/// The questionnaires that are wanted or were filled in that day, then the switches. Both ask about today, so another day
/// shows only the filled-in ones.
pub fn questionnaires(shown: ShownDay, is_today: bool) -> Vec<El> {
    let form = move |instrument: Instrument| {
        let is_there = Memo::new(move |_| {
            let diary = shown.app.diary.read();
            let is_wanted = is_today
                && shown.app.preferences.wants(instrument)
                && diary.with(|diary| suits(diary, instrument));
            is_wanted || score(&shown.day(), instrument).is_some()
        });
        el("div").with(move || is_there.get().then(|| untrack(|| shown.form(instrument))))
    };
    let mut parts = Instrument::ALL.map(form).to_vec();
    if is_today {
        parts.extend(wanted(shown));
    }
    parts
}

/// The switches; `None` if neither suits this person.
fn wanted(shown: ShownDay) -> Option<El> {
    let preferences = shown.app.preferences;
    let switch = |instrument: Instrument| {
        tick(
            "option",
            "checkbox",
            "wanted",
            ABOUT[instrument as usize].wanted,
            move || preferences.wants(instrument),
            move || {
                let wanted = !untrack(|| preferences.wants(instrument));
                preferences.want(instrument, wanted);
            },
        )
    };
    let diary = shown.app.diary.read();
    let offered: Vec<El> = Instrument::ALL
        .into_iter()
        .filter(|instrument| diary.with_untracked(|diary| suits(diary, *instrument)))
        .map(switch)
        .collect();
    let why = "They put a number on how much your back holds you back, so that weeks can be compared. The Diary says when it is time.";
    (!offered.is_empty()).then(|| {
        el("details")
            .with(text("summary", "Questionnaires, if you want them"))
            .with(el("div").class("stack").with(soft(why)).with(offered))
    })
}

impl ShownDay {
    fn form(self, instrument: Instrument) -> El {
        let about = &ABOUT[instrument as usize];
        let form = el("section").with(text("h2", about.name));
        let form = match instrument {
            Instrument::Peg => form.with(self.peg()),
            Instrument::RolandMorris => form.with(self.roland_morris()),
        };
        form.with(
            el("p")
                .attr("role", "status")
                .text(move || self.result(instrument)),
        )
        .with(sources(about.sources))
    }

    /// The score, and its change.
    fn result(self, instrument: Instrument) -> String {
        let Some(now) = score(&self.day(), instrument) else {
            return match instrument {
                Instrument::Peg => "No score until all three are answered.",
                Instrument::RolandMorris => "Not filled in yet.",
            }
            .to_string();
        };
        let mut said = match instrument {
            Instrument::Peg => format!("Score: {} of 10.", number(instrument, now)),
            Instrument::RolandMorris => format!("Ticked: {now} of 24."),
        };
        let diary = self.app.diary.read();
        let (last, runs) = diary.with(|diary| {
            (
                last_before(diary, instrument, self.date),
                diary.running().is_some(),
            )
        });
        let Some((date, before)) = last else {
            return said;
        };
        let change = match now.abs_diff(before) {
            0 => "The same as".to_string(),
            change => {
                let which = if now > before { "more" } else { "less" };
                format!("{} {which} than", number(instrument, change))
            }
        };
        let when = moment::date_words(date, self.date);
        said += &format!(" {change} on {when} ({}).", number(instrument, before));
        // PEG was made for chronic pain: for an acute spasm only the number is shown.
        let is_judged = !(runs && instrument == Instrument::Peg);
        if is_judged && instrument.may_be_real(before, now) {
            said.push(' ');
            said += ABOUT[instrument as usize].may_be_real;
        }
        said
    }

    fn peg(self) -> Vec<El> {
        let of = move || format!("{OF_PEG}{}", moment::date(self.date));
        let draft = move || format!("{DRAFT}{}", of());
        let mut found = kept::drafts(&of()).into_iter();
        let kept = found.find(|(key, _)| *key == draft()).map(|(_, text)| text);
        let stored = untrack(|| self.day()).peg;
        let drafted = || kept.map_or([None; 3], |kept| read(&kept));
        let answers = RwSignal::new(stored.map_or_else(drafted, |peg| peg.map(Some)));
        let said = move || answers.get();
        let keep = move |said: [Option<u8>; 3]| {
            // The undo may be tapped after the form is gone.
            answers.try_set(said);
            let whole = match said {
                [Some(pain), Some(enjoyment), Some(activity)] => Some([pain, enjoyment, activity]),
                _ => None,
            };
            let had = untrack(|| self.day()).peg;
            let is_kept = had == whole || self.change(&|day| day.peg = whole) == Outcome::Saved;
            let draft = draft();
            let is_over = said == [None; 3] || (whole.is_some() && is_kept);
            let text = (!is_over).then(|| written(said));
            let drafted = kept::set_draft(&draft, text.as_deref());
            if let Err(fault) = drafted {
                self.app.diary.say(Refusal::Store(fault).words());
            }
        };
        let choices: Vec<_> = (0..=10_u8).map(|n| (n, n.to_string())).collect();
        let item = |(n, item): (usize, &Rated)| {
            let legend = format!("{} 0: {}. 10: {}.", item.question, item.least, item.most);
            keys(
                "keys",
                &format!("peg-{n}"),
                &legend,
                &choices,
                move || said()[n],
                move |answer| {
                    let mut all = untrack(said);
                    all[n] = Some(answer);
                    keep(all);
                },
            )
        };
        let mut parts = PEG.iter().enumerate().map(item).collect::<Vec<_>>();
        parts.push(el("div").with(move || {
            let is_begun = said() != [None; 3];
            is_begun.then(|| {
                button("small", "Take the answers back", move || {
                    let before = untrack(said);
                    keep([None; 3]);
                    self.app
                        .diary
                        .say_with_undo("The answers are taken back.", move || keep(before));
                })
            })
        }));
        parts
    }

    fn roland_morris(self) -> Vec<El> {
        let set = move |ticked: Option<u32>| self.change(&|day| day.roland_morris = ticked);
        let mut parts = ROLAND_MORRIS_OPENING.map(|words| text("p", words)).to_vec();
        let sentence = |(n, words): (usize, &&str)| {
            let bit = 1 << n;
            tick(
                "option",
                "checkbox",
                "roland-morris",
                *words,
                move || self.day().roland_morris.is_some_and(|all| all & bit != 0),
                move || {
                    let all = untrack(|| self.day()).roland_morris.unwrap_or(0) ^ bit;
                    // Without the last tick it counts as not filled in.
                    let _ = set((all != 0).then_some(all));
                },
            )
        };
        let sentences = ROLAND_MORRIS.iter().enumerate().map(sentence);
        parts.push(
            el("div")
                .class("options")
                .attr("role", "group")
                .attr("aria-label", "Sentences")
                .with(sentences),
        );
        parts.push(el("div").with(move || {
            let before = self.day().roland_morris;
            Some(el("div").with(match before {
                None => button(
                    "small",
                    "I read all 24, and none describes me today",
                    move || {
                        let _ = set(Some(0));
                    },
                ),
                Some(_) => button("small", "Take the ticks back", move || {
                    if set(None) == Outcome::Saved {
                        let undo = move || {
                            let _ = set(before);
                        };
                        self.app
                            .diary
                            .say_with_undo("The ticks are taken back.", undo);
                    }
                }),
            }))
        }));
        parts.push(soft(ROLAND_MORRIS_CREDIT));
        parts
    }
}

/// A score, or a change of one, as it is shown.
fn number(instrument: Instrument, score: u32) -> String {
    match instrument {
        Instrument::Peg => format!("{}.{}", score / 10, score % 10),
        Instrument::RolandMorris => score.to_string(),
    }
}

/// "3 - 10", a dash for what is not answered.
fn written(answers: [Option<u8>; 3]) -> String {
    let one = |answer: Option<u8>| answer.map_or("-".to_string(), |n| n.to_string());
    answers.map(one).join(" ")
}

fn read(kept: &str) -> [Option<u8>; 3] {
    let mut answers = [None; 3];
    for (answer, text) in answers.iter_mut().zip(kept.split(' ')) {
        *answer = text.parse().ok().filter(|n| *n <= 10);
    }
    answers
}
