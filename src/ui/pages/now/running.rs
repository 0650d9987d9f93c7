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
            button("primary", "It eased", ease),
            help_links(),
            back_map(move || self.look(|e| e.places), toggle),
            el("details")
                .with(text("summary", "More: what you tried, notes and times"))
                .with(self.tried())
                .with(link_button(
                    "quiet",
                    "Notes, times and treatments",
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
        let number = move || self.look(|e| e.readings.last().map(|reading| reading.severity));
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
            Some(button("small", "Undo", take_back).attr("aria-label", "Undo the last number"))
        };
        vec![
            severity_keys("severity", "How bad now?", number, rate),
            el("div").class("rated").with(said).with(undo),
        ]
    }

    fn readings_words(self) -> String {
        let words: Vec<String> = self.look(|episode| {
            let words = |reading: &Reading| {
                format!(
                    "{} at {}",
                    reading.severity.get(),
                    moment::clock(&reading.at)
                )
            };
            episode.readings.iter().map(words).collect()
        });
        if words.is_empty() {
            "0 is no pain, 10 the worst you can imagine. Tap again whenever it changes.".to_string()
        } else {
            format!("{}. Tap again whenever it changes.", words.join(", "))
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
                        .with(text(
                            "span",
                            "From your last check. See why, and whom to contact.",
                        ))
                })
            });
            let check_again = old.get().map(|why| {
                let words = match why {
                    Again::Worse { from, to } => {
                        format!("It rose from {} to {}.", from.get(), to.get())
                    }
                    Again::CheckIsOld => "Your last check is more than a day old.".to_string(),
                    Again::NeverChecked => "It has lasted for more than a day.".to_string(),
                };
                el("a")
                    .class("card notice")
                    .attr("href", Route::Check.href())
                    .with(text("strong", "Do the danger check again"))
                    .with(text("span", &words))
            });
            urgent.into_iter().chain(check_again)
        })
    }

    /// Since when, how long, and whether that is longer than usual.
    fn stopwatch(self, usual: Memo<Option<Usual>>) -> El {
        let app = self.app;
        let start = self
            .look(|episode| Some(episode.start))
            .unwrap_or_else(clock::now);
        let so_far = move || moment::span(&start, &app.now.get());
        let longer = Memo::new(move |_| usual.get().is_some_and(|usual| so_far() > usual.high));
        let is_ahead = Memo::new(move |_| app.now.get() < start);
        let since = moment::day_and_clock(&start, &clock::now());
        el("section")
            .class("card run")
            .attr("aria-label", "Running spasm")
            .with(heading(format!("Spasm since {since}")))
            .with(
                el("p")
                    .class("time")
                    .attr("role", "timer")
                    .attr("translate", "no")
                    .text(move || moment::stopwatch(so_far())),
            )
            .with(move || {
                let words = "The clock of this device was changed since: how long it has lasted is not known.";
                is_ahead.get().then(|| text("p", words).class("notice"))
            })
            .with(move || match usual.get().filter(|_| longer.get()) {
                Some(usual) => vec![
                    soft(usual_words(&usual)),
                    el("p").with(link("Do the danger check", &Route::Check)),
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
            "Is it dangerous?",
            &Route::Check,
        ))
        .with(link_button("quiet", "Help me ease it", &Route::Relief))
}

/// What "usually" means here, with its numbers.
fn usual_words(usual: &Usual) -> String {
    let middle = moment::span_words(usual.middle);
    let (low, high) = (
        moment::span_words(usual.low),
        moment::span_words(usual.high),
    );
    let mut words = format!("Longer than yours usually last ({middle}).");
    if low != high {
        words.push_str(&format!(
            " Half of your {} took {low} to {high}.",
            usual.count
        ));
    }
    words
}
