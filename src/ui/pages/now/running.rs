//! A spasm that runs, on the start page.

use leptos::prelude::*;

use super::asked::{ask_if_over, ask_which};
use super::shown_episode::ShownEpisode;
use crate::browser::clock;
use crate::diary::again::{Again, again};
use crate::diary::episode::{Reading, Severity};
use crate::diary::moment;
use crate::diary::usual::Usual;
use crate::guide::triage::Urgency;
use crate::store::act::Act;
use crate::ui::element::{El, el, text};
use crate::ui::open_diary::Outcome;
use crate::ui::parts::back_map::back_map;
use crate::ui::parts::controls::{button, heading, link, link_button, severity_keys, soft};
use crate::ui::parts::help::urgency_words;
use crate::ui::route::Route;
use crate::words;

impl ShownEpisode {
    /// While it runs: how bad, where, and whatever helps. The rest is folded.
    pub fn running(self) -> Vec<El> {
        // At first only what was noted last is there.
        let diary = self.app.diary;
        let usual = Memo::new(move |_| {
            diary.is_whole();
            diary.read().with_untracked(Usual::of)
        });
        let toggle = move |place| {
            let _ = self.change(|episode| episode.toggle(place));
        };
        let ease = move || {
            if self.change(|episode| episode.ease_now(clock::now())) == Outcome::Saved {
                self.eased.set(Some((self.id(), false)));
            }
        };
        let mut parts = vec![
            self.warning(),
            self.stopwatch(usual),
            ask_which(self.app),
            ask_if_over(self, usual),
        ];
        parts.extend(self.severity());
        parts.extend([
            button("primary", words::now::EASED, ease),
            help_links(),
            back_map(move || self.read(|e| e.places), toggle),
            el("details")
                .with(text("summary", words::now::MORE))
                .with(self.tried())
                .with(link_button(
                    "quiet",
                    words::now::NOTES_TIMES_TREATMENTS,
                    &Route::Episode(self.id()),
                )),
        ]);
        parts
    }

    /// How bad it is, each number with a way to take it back.
    fn severity(self) -> Vec<El> {
        let rated = RwSignal::new(None);
        let rate = move |severity: Severity| {
            let rate = Act::episode(&self.id(), |episode| {
                episode.rate_now(clock::new_item(), clock::now(), severity);
            });
            if let Ok(done) = self.app.diary.act(rate) {
                rated.set(Some(done));
            }
        };
        let number = move || self.read(|e| e.readings.last().map(|reading| reading.severity));
        let said = el("p")
            .class("soft")
            .attr("role", "status")
            .text(move || self.readings_words());
        let undo = move || {
            let done = rated.get()?;
            let take_back = move || {
                let _ = self.app.diary.undo(done);
                rated.set(None);
            };
            Some(
                button("small", words::now::UNDO_NUMBER, take_back)
                    .attr("aria-label", words::now::UNDO_NUMBER_LABEL),
            )
        };
        vec![
            severity_keys("severity", words::now::HOW_BAD, number, rate),
            el("div").class("rated").with(said).with(undo),
        ]
    }

    fn readings_words(self) -> String {
        let words: Vec<String> = self.read(|episode| {
            let words = |reading: &Reading| {
                words::now::reading(reading.severity.get(), &moment::clock(&reading.at))
            };
            episode.readings.iter().map(words).collect()
        });
        if words.is_empty() {
            words::now::SCALE.into()
        } else {
            words::now::readings(&words.join(", "))
        }
    }

    /// What the last check during it said, when that was urgent; and whether it is time to check
    /// again. (An emergency stands above every page.)
    fn warning(self) -> El {
        let (app, id) = (self.app, self.id());
        let old = Memo::new(move |_| {
            app.diary.read().with(|diary| {
                let episode = diary.episode(&id)?;
                app.now.with(|now| again(diary, episode, now))
            })
        });
        let id = self.id();
        el("div").class("stack").with(move || {
            let urgent = app.diary.read().with(|diary| {
                let checkups = diary.checkups_of(&id);
                let latest = checkups.first()?;
                (latest.urgency == Urgency::Urgent).then(|| {
                    el("a")
                        .class("card tier urgent")
                        .attr("href", Route::Checkup(latest.id.clone()).href())
                        .with(text("strong", urgency_words(latest.urgency).0))
                        .with(text("span", words::now::URGENT_WHY))
                })
            });
            let check_again = old.get().map(|why| {
                let words = match why {
                    Again::Worse { from, to } => words::now::rose(from.get(), to.get()),
                    Again::CheckIsOld => words::now::CHECK_OLD.into(),
                    Again::NeverChecked => words::now::NEVER_CHECKED.into(),
                };
                el("a")
                    .class("card notice")
                    .attr("href", Route::Check.href())
                    .with(text("strong", words::now::CHECK_AGAIN))
                    .with(text("span", &words))
            });
            urgent.into_iter().chain(check_again)
        })
    }

    /// Since when, how long, and whether that is longer than usual.
    fn stopwatch(self, usual: Memo<Option<Usual>>) -> El {
        let app = self.app;
        let start = self
            .read(|episode| Some(episode.start))
            .unwrap_or_else(clock::now);
        let so_far = move || moment::span(&start, &app.now.get());
        let longer = Memo::new(move |_| usual.get().is_some_and(|usual| so_far() > usual.high));
        let is_ahead = Memo::new(move |_| app.now.get() < start);
        let since = moment::day_and_clock(&start, &clock::now());
        el("section")
            .class("card run")
            .attr("aria-label", words::now::RUNNING)
            .with(heading(words::now::since(&since)))
            .with(
                el("p")
                    .class("time")
                    .attr("role", "timer")
                    .attr("translate", "no")
                    .text(move || moment::stopwatch(so_far())),
            )
            .with(move || {
                is_ahead
                    .get()
                    .then(|| text("p", words::now::CLOCK_CHANGED).class("notice"))
            })
            .with(move || match usual.get().filter(|_| longer.get()) {
                Some(usual) => vec![
                    soft(usual_words(&usual)),
                    el("p").with(link(words::now::CHECK, &Route::Check)),
                ],
                None => Vec::new(),
            })
    }
}

/// The two ways to help, wherever an episode is.
pub fn help_links() -> El {
    el("div")
        .class("pair")
        .with(link_button(
            "quiet danger",
            words::now::IS_IT_DANGEROUS,
            &Route::Check,
        ))
        .with(link_button("quiet", words::now::HELP_ME, &Route::Relief))
}

/// What "usually" means here, with its numbers.
fn usual_words(usual: &Usual) -> String {
    let middle = moment::span_words(usual.middle);
    let (low, high) = (
        moment::span_words(usual.low),
        moment::span_words(usual.high),
    );
    if low == high {
        words::now::longer(&middle)
    } else {
        words::now::longer_half(&middle, usual.count, &low, &high)
    }
}
