//! The start: the running episode, or the button that starts one.

use std::rc::Rc;

use leptos::prelude::*;

use crate::browser::clock;
use crate::diary::again::{Again, again};
use crate::diary::episode::{Episode, TREATMENTS, treatment_name};
use crate::diary::id::{EpisodeId, ItemId};
use crate::diary::{moment, trends};
use crate::guide::triage::Urgency;
use crate::ui::App;
use crate::ui::element::{El, el, text};
use crate::ui::open_diary::Outcome;
use crate::ui::parts::back_map::back_map;
use crate::ui::parts::controls::{
    button, heading, link_button, relief_keys, severity_keys, soft, tick,
};
use crate::ui::parts::episode_card::{episode_line, length_words};
use crate::ui::parts::help::urgency_words;
use crate::ui::parts::more_often::more_often;
use crate::ui::route::Route;

/// The page.
pub fn page(app: App) -> Vec<El> {
    let diary = app.diary.read();
    let running = Memo::new(move |_| diary.with(|diary| diary.running().map(|e| e.id.clone())));
    // The episode that was eased here a moment ago: its "what helped?" is still open.
    let eased = RwSignal::new(None::<EpisodeId>);
    vec![el("div").class("stack").with_all_of(move || {
        let shown = |id| Shown {
            app,
            id: StoredValue::new(id),
            eased,
        };
        let (running, just_eased) = (running.get(), eased.get());
        // Only another episode makes the page anew; what is in it follows by itself.
        untrack(|| match (running, just_eased) {
            (Some(id), _) => shown(id).running(),
            (None, Some(id)) => shown(id).eased(),
            (None, None) => quiet(app, eased),
        })
    })]
}

/// Nothing runs.
fn quiet(app: App, eased: RwSignal<Option<EpisodeId>>) -> Vec<El> {
    let diary = app.diary.read();
    vec![
        heading("How is your back?"),
        el("button")
            .attr("type", "button")
            .class("go")
            .text("A spasm started ")
            .with(text("small", "one tap, details later"))
            .on_click(move || {
                let _ = app.diary.start();
            }),
        help_links(),
        more_often(app),
        el("div").class("stack").with_all_of(move || {
            let last = diary.with(|diary| diary.last_ended().cloned());
            last.iter()
                .flat_map(|episode| last_one(episode, eased))
                .collect()
        }),
        link_button("quiet", "Add one from before", &Route::AddEpisode),
        soft("Everything stays on this device."),
    ]
}

/// The episode that ended last, and where nothing was noted of it, the way to do that.
fn last_one(episode: &Episode, eased: RwSignal<Option<EpisodeId>>) -> Vec<El> {
    let when = moment::day_and_clock(&episode.start, &clock::now());
    let line = format!("{} · {}", length_words(episode), episode_line(episode));
    let card = el("a")
        .class("card")
        .attr("href", &Route::Episode(episode.id.clone()).href())
        .with(text("strong", &format!("Last one: {when}")))
        .with(text("span", &line).class("soft"));
    let id = episode.id.clone();
    let ask = episode
        .treatments
        .is_empty()
        .then(|| button("quiet", "What helped?", move || eased.set(Some(id.clone()))));
    [card].into_iter().chain(ask).collect()
}

/// The two ways to help, wherever an episode is.
fn help_links() -> El {
    el("div")
        .class("pair")
        .with(link_button(
            "quiet danger",
            "Is it dangerous?",
            &Route::Check,
        ))
        .with(link_button("quiet", "Help me ease it", &Route::Relief))
}

/// One episode that is shown here, and what is done to it.
#[derive(Clone, Copy)]
struct Shown {
    app: App,
    id: StoredValue<EpisodeId>,
    /// Set when it eased, so that "what helped?" opens; cleared when that is done.
    eased: RwSignal<Option<EpisodeId>>,
}

impl Shown {
    fn id(self) -> EpisodeId {
        self.id.get_value()
    }

    /// Looks at it, as it is now.
    fn look<T: Default>(self, at: impl FnOnce(&Episode) -> T) -> T {
        self.app
            .diary
            .read()
            .with(|diary| diary.episode(&self.id()).map(at).unwrap_or_default())
    }

    fn change(self, alter: impl FnOnce(&mut Episode)) -> Outcome {
        self.app.diary.change_episode(&self.id(), alter)
    }

    /// While it runs.
    fn running(self) -> Vec<El> {
        let rate = move |severity| {
            let _ = self.change(|episode| episode.rate(clock::new_item(), clock::now(), severity));
        };
        let toggle = move |place| {
            let _ = self.change(|episode| episode.toggle(place));
        };
        let ease = move || {
            if self.change(|episode| episode.ease(clock::now())) == Outcome::Saved {
                self.eased.set(Some(self.id()));
            }
        };
        vec![
            self.warning(),
            self.stopwatch(),
            severity_keys(
                "severity",
                "How bad now?",
                move || self.look(|e| e.readings.last().map(|reading| reading.severity)),
                rate,
            ),
            el("p")
                .class("soft")
                .attr("role", "status")
                .text_of(move || self.readings_words()),
            button("primary", "It eased", ease),
            help_links(),
            back_map(Rc::new(move || self.look(|e| e.places)), Rc::new(toggle)),
            link_button(
                "quiet",
                "Notes, times and treatments",
                &Route::Episode(self.id()),
            ),
        ]
    }

    fn readings_words(self) -> String {
        let words: Vec<String> = self.look(|episode| {
            let words = |reading: &crate::diary::episode::Reading| {
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
        el("div").class("stack").with_all_of(move || {
            let urgent = app.diary.read().with(|diary| {
                let checkups = diary.checkups_of(&id);
                let latest = checkups.first()?;
                (latest.urgency == Urgency::Urgent).then(|| {
                    el("a")
                        .class("card tier urgent")
                        .attr("href", &Route::Checkup(latest.id.clone()).href())
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
                    .attr("href", &Route::Check.href())
                    .with(text("strong", "Do the danger check again"))
                    .with(text("span", &words))
            });
            urgent.into_iter().chain(check_again).collect()
        })
    }

    /// Since when, how long, and whether that is longer than usual.
    fn stopwatch(self) -> El {
        let app = self.app;
        let start = self
            .look(|episode| Some(episode.start))
            .unwrap_or_else(clock::now);
        let usual = app.diary.read().with_untracked(trends::usual_length);
        let so_far = move || moment::span(&start, &app.now.get());
        let longer = Memo::new(move |_| usual.is_some_and(|usual| so_far() > usual));
        let since = moment::day_and_clock(&start, &clock::now());
        el("section")
            .class("card run")
            .attr("aria-label", "Running spasm")
            .with(heading(&format!("Spasm since {since}")))
            .with(
                el("p")
                    .class("time")
                    .attr("role", "timer")
                    .text_of(move || moment::stopwatch(so_far())),
            )
            .with_some_of(move || {
                let usual = usual.filter(|_| longer.get())?;
                let usual = moment::span_words(usual);
                Some(soft(&format!("Longer than yours usually last ({usual})")))
            })
    }

    /// What helped, right after it eased. Each tap is stored; "Done" only closes.
    fn eased(self) -> Vec<El> {
        let length = self
            .look(|episode| Some(length_words(episode)))
            .unwrap_or_default();
        let ticks = TREATMENTS
            .iter()
            .map(|(kind, words)| {
                let has = move || self.look(|e| e.treatments.iter().any(|t| t.kind == *kind));
                tick("", "checkbox", "tried", words, has, move || {
                    let had = untrack(has);
                    let outcome =
                        self.change(|episode| episode.toggle_treatment(clock::new_item(), kind, clock::now()));
                    if outcome == Outcome::Saved && had && untrack(has) {
                        self.app.diary.say(format!(
                            "What you noted of “{words}” stays. To remove it, open “Notes and times”."
                        ));
                    }
                })
            })
            .collect();
        // A memo: the rows are made anew only when there are more, fewer or others.
        let tried = Memo::new(move |_| {
            self.look(|episode| {
                let mut rows = Vec::new();
                for treatment in &episode.treatments {
                    rows.push((treatment.id, treatment_name(treatment)));
                }
                rows
            })
        });
        let reliefs = move || {
            tried.with(|tried| {
                let rows = tried.iter();
                rows.map(|(id, name)| self.relief(*id, name)).collect()
            })
        };
        let eased = self.eased;
        vec![
            heading(&format!("It eased after {length}")),
            el("fieldset")
                .class("chips")
                .with(text("legend", "What did you try?"))
                .with_all(ticks),
            el("div").class("stack").with_all_of(reliefs),
            severity_keys(
                "severity",
                "How bad is it now?",
                move || self.look(Episode::severity_at_end),
                move |severity| {
                    let _ = self.change(|episode| episode.rate_end(clock::new_item(), severity));
                },
            ),
            button("primary", "Done", move || eased.set(None)),
            el("div")
                .class("pair")
                .with(button("quiet", "Not over yet", move || {
                    if self.change(|episode| episode.end = None) == Outcome::Saved {
                        eased.set(None);
                    }
                }))
                .with(link_button(
                    "quiet",
                    "Notes and times",
                    &Route::Episode(self.id()),
                )),
        ]
    }

    /// How much a treatment helped.
    fn relief(self, id: ItemId, name: &str) -> El {
        relief_keys(
            &format!("relief-{}", id.get()),
            name,
            move || self.look(|e| e.treatment(id)?.relief),
            move |relief| {
                let _ = self.change(|e| e.rate_treatment(id, relief, clock::now()));
            },
        )
    }
}
