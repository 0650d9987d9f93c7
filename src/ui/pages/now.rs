//! The start: the running episode, or the button that starts one.

use leptos::prelude::*;

use crate::browser::clock;
use crate::diary::episode::{Episode, EpisodeId, Relief, Severity, TREATMENTS, treatment_words};
use crate::diary::{Diary, moment, trends};
use crate::guide::triage::Urgency;
use crate::ui::Now;
use crate::ui::open_diary::{OpenDiary, Outcome};
use crate::ui::parts::back_map::BackMap;
use crate::ui::parts::choice_row::{ChoiceRow, nrs_choices, relief_choices};
use crate::ui::parts::episode_card::{episode_line, length_words};
use crate::ui::parts::help::urgency_words;
use crate::ui::route::Route;

/// The page.
#[component]
pub fn NowPage() -> impl IntoView {
    let open = expect_context::<OpenDiary>();
    let diary = open.read();
    let running = Memo::new(move |_| diary.with(|diary| diary.running().map(|e| e.id.clone())));
    // The episode that was eased here a moment ago: its "what helped?" is still open.
    let eased = RwSignal::new(None::<EpisodeId>);
    view! {
        {move || match (running.get(), eased.get()) {
            (Some(id), _) => view! { <Running id eased/> }.into_any(),
            (None, Some(id)) => view! { <Eased id eased/> }.into_any(),
            (None, None) => view! { <Quiet eased/> }.into_any(),
        }}
    }
}

/// One episode of the diary, followed as it changes. Deleted ones included.
fn follow(diary: RwSignal<Diary>, id: EpisodeId) -> Memo<Option<Episode>> {
    Memo::new(move |_| diary.with(|diary| diary.episode(&id).cloned()))
}

/// Nothing runs.
#[component]
fn Quiet(
    /// Set to open "what helped?" of the last one.
    eased: RwSignal<Option<EpisodeId>>,
) -> impl IntoView {
    let open = expect_context::<OpenDiary>();
    let diary = open.read();
    let last = Memo::new(move |_| diary.with(|diary| diary.last_ended().cloned()));
    view! {
        <h1 tabindex="-1">"How is your back?"</h1>
        <button type="button" class="go" on:click=move |_| { let _ = open.start(); }>
            "A spasm started"
            <small>"one tap, details later"</small>
        </button>
        <HelpLinks/>
        {move || last.get().map(|episode| {
            let unrated = episode.treatments.is_empty();
            let id = episode.id.clone();
            view! {
                <section aria-label="Last one" class="stack">
                    <a class="card" href=Route::Episode(episode.id.clone()).href()>
                        <span class="row">
                            <strong>"Last one: " {moment::day_and_clock(&episode.start, &clock::now())}</strong>
                            <span aria-hidden="true">"›"</span>
                        </span>
                        <span class="soft">{length_words(&episode)} " · " {episode_line(&episode)}</span>
                    </a>
                    {unrated.then(move || view! {
                        <button type="button" class="quiet" on:click=move |_| eased.set(Some(id.clone()))>"What helped?"</button>
                    })}
                </section>
            }
        })}
        <a class="quiet button" href=Route::AddEpisode.href()>"Add one from before"</a>
        <p class="soft">"Everything stays on this device."</p>
    }
}

/// The two ways to help, wherever an episode is.
#[component]
fn HelpLinks() -> impl IntoView {
    view! {
        <div class="pair">
            <a class="quiet button danger" href=Route::Check.href()>"Is it dangerous?"</a>
            <a class="quiet button" href=Route::Relief.href()>"Help me ease it"</a>
        </div>
    }
}

/// The running episode.
#[component]
fn Running(
    /// Its id.
    id: EpisodeId,
    /// Set when it eased, so that "what helped?" opens.
    eased: RwSignal<Option<EpisodeId>>,
) -> impl IntoView {
    let open = expect_context::<OpenDiary>();
    let diary = open.read();
    let Now(now) = expect_context();
    let episode = follow(diary, id.clone());
    let start = Memo::new(move |_| episode.with(|e| e.as_ref().map(|e| e.start)));
    let elapsed = move || {
        start
            .get()
            .map(|start| moment::stopwatch(moment::span(&start, &now.get())))
    };
    let since = move || {
        start
            .get()
            .map(|start| moment::day_and_clock(&start, &clock::now()))
    };
    let usual = Memo::new(move |_| diary.with(trends::usual_length));
    let longer = Memo::new(move |_| {
        let so_far = start.get().map(|start| moment::span(&start, &now.get()))?;
        usual.get().filter(|usual| so_far > *usual)
    });
    let severity = Memo::new(move |_| {
        episode.with(|e| {
            e.as_ref()?
                .readings
                .last()
                .map(|reading| i16::from(reading.severity.get()))
        })
    });
    let readings = move || {
        episode.with(|e| {
            let readings = e
                .as_ref()
                .map(|e| e.readings.as_slice())
                .unwrap_or_default();
            let words: Vec<String> = readings
                .iter()
                .map(|reading| {
                    format!(
                        "{} at {}",
                        reading.severity.get(),
                        moment::clock(&reading.at)
                    )
                })
                .collect();
            if words.is_empty() {
                "0 is no pain, 10 the worst you can imagine. Tap again whenever it changes."
                    .to_string()
            } else {
                format!("{}. Tap again whenever it changes.", words.join(", "))
            }
        })
    };
    let places = Memo::new(move |_| {
        episode.with(|e| e.as_ref().map(|e| e.places.clone()).unwrap_or_default())
    });
    let rate = {
        let id = id.clone();
        move |n: i16| {
            if let Some(severity) = u8::try_from(n).ok().and_then(Severity::new) {
                let _ = open.change_episode(&id, |episode| episode.rate(clock::now(), severity));
            }
        }
    };
    let toggle = {
        let id = id.clone();
        move |place| {
            let _ = open.change_episode(&id, |episode| episode.toggle(place));
        }
    };
    let details = Route::Episode(id.clone()).href();
    let warned = {
        let id = id.clone();
        Memo::new(move |_| {
            diary.with(|diary| {
                let latest = diary.checkups_of(&id).first().copied()?;
                (latest.urgency >= Urgency::Urgent).then(|| (latest.id.clone(), latest.urgency))
            })
        })
    };
    let ease = move |_| {
        if open.change_episode(&id, |episode| episode.ease(clock::now())) == Outcome::Saved {
            eased.set(Some(id.clone()));
        }
    };
    view! {
        {move || warned.get().map(|(checkup, urgency)| view! {
            <a class=format!("card tier {}", urgency.id()) href=Route::Checkup(checkup).href()>
                <strong>{urgency_words(urgency).0}</strong>
                <span>"From your last check. See why, and whom to contact."</span>
            </a>
        })}
        <section class="card run" aria-label="Running spasm">
            <h1 tabindex="-1" class="soft">"Spasm since " {since}</h1>
            <p class="time" role="timer">{elapsed}</p>
            {move || longer.get().map(|usual| view! {
                <p class="soft">"Longer than yours usually last (" {moment::span_words(usual)} ")"</p>
            })}
        </section>
        <ChoiceRow legend="How bad now?" choices=nrs_choices() chosen=severity on_choose=Callback::new(rate) tinted=true/>
        <p class="soft" role="status">{readings}</p>
        <button type="button" class="primary" on:click=ease>"It eased"</button>
        <HelpLinks/>
        <BackMap places on_toggle=Callback::new(toggle)/>
        <a class="quiet button" href=details>"Notes, times and treatments"</a>
    }
}

/// What helped, right after it eased. Each tap is stored; "Done" only closes.
#[component]
fn Eased(
    /// The episode.
    id: EpisodeId,
    /// Cleared when done.
    eased: RwSignal<Option<EpisodeId>>,
) -> impl IntoView {
    let open = expect_context::<OpenDiary>();
    let episode = follow(open.read(), id.clone());
    let length = move || episode.with(|e| e.as_ref().map(length_words));
    let tried = move |kind: &'static str| {
        episode.with(|e| {
            e.as_ref()
                .is_some_and(|e| e.treatments.iter().any(|t| t.kind == kind))
        })
    };
    let kinds = Memo::new(move |_| {
        episode.with(|e| {
            let treatments = e
                .as_ref()
                .map(|e| e.treatments.as_slice())
                .unwrap_or_default();
            treatments
                .iter()
                .map(|treatment| treatment.kind.clone())
                .collect::<Vec<_>>()
        })
    });
    let severity = Memo::new(move |_| {
        episode.with(|e| {
            let e = e.as_ref()?;
            let last = e.readings.last()?;
            (Some(last.at) >= e.end).then(|| i16::from(last.severity.get()))
        })
    });
    let rate = {
        let id = id.clone();
        move |n: i16| {
            if let Some(severity) = u8::try_from(n).ok().and_then(Severity::new) {
                let _ = open.change_episode(&id, |episode| {
                    let at = episode.end.unwrap_or_else(clock::now);
                    episode.rate(at, severity);
                });
            }
        }
    };
    let reopen = {
        let id = id.clone();
        move |_| {
            if open.change_episode(&id, |episode| episode.end = None) == Outcome::Saved {
                eased.set(None);
            }
        }
    };
    let details = Route::Episode(id.clone()).href();
    let toggle_id = id.clone();
    view! {
        <h1 tabindex="-1">"It eased after " {length}</h1>
        <fieldset class="chips">
            <legend>"What did you try?"</legend>
            {TREATMENTS
                .iter()
                .map(|(kind, words)| {
                    let id = toggle_id.clone();
                    view! {
                        <label>
                            <input
                                type="checkbox"
                                prop:checked=move || tried(kind)
                                on:change=move |_| {
                                    let _ = open.change_episode(&id, |e| e.toggle_treatment(kind, clock::now()));
                                }
                            />
                            <span>{*words}</span>
                        </label>
                    }
                })
                .collect_view()}
        </fieldset>
        <For each=move || kinds.get() key=|kind| kind.clone() let(kind)>
            {
                let id = id.clone();
                let name = treatment_words(&kind).to_string();
                let of = kind.clone();
                let relief = Memo::new(move |_| {
                    episode.with(|e| {
                        let treatment = e.as_ref()?.treatments.iter().find(|t| t.kind == of)?;
                        treatment.relief.map(|relief| i16::from(relief.get()))
                    })
                });
                let rate = move |n: i16| {
                    if let Some(relief) = i8::try_from(n).ok().and_then(Relief::new) {
                        let _ = open.change_episode(&id, |e| e.rate_treatment(&kind, relief));
                    }
                };
                view! {
                    <ChoiceRow
                        legend=format!("{name}: how much did it help? 0 not at all, 10 gone")
                        choices=relief_choices()
                        chosen=relief
                        on_choose=Callback::new(rate)
                    />
                }
            }
        </For>
        <ChoiceRow legend="How bad is it now?" choices=nrs_choices() chosen=severity on_choose=Callback::new(rate) tinted=true/>
        <button type="button" class="primary" on:click=move |_| eased.set(None)>"Done"</button>
        <div class="pair">
            <button type="button" class="quiet" on:click=reopen>"Not over yet"</button>
            <a class="quiet button" href=details>"Notes and times"</a>
        </div>
    }
}
