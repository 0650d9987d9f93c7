//! The diary: every episode, the newest first, and what could not be read.

use leptos::prelude::*;

use crate::browser::{clock, files};
use crate::diary::episode::Episode;
use crate::diary::moment;
use crate::diary::stored::Why;
use crate::ui::open_diary::OpenDiary;
use crate::ui::parts::episode_card::{EpisodeCard, length_words};
use crate::ui::parts::help::urgency_words;
use crate::ui::route::Route;

/// How many are shown at first, and how many more at a time.
const STEP: usize = 30;

/// The page.
#[component]
pub fn DiaryPage() -> impl IntoView {
    let open = expect_context::<OpenDiary>();
    let diary = open.read();
    let (most, set_most) = signal(STEP);
    let shown = Memo::new(move |_| {
        diary.with(|diary| {
            diary
                .newest_first()
                .into_iter()
                .take(most.get())
                .cloned()
                .collect::<Vec<Episode>>()
        })
    });
    let count = Memo::new(move |_| diary.with(|diary| diary.episodes().count()));
    view! {
        <h1 tabindex="-1">"Diary"</h1>
        <a class="primary button" href=Route::AddEpisode.href()>"Add one from before"</a>
        <UnreadableCard/>
        {move || (count.get() == 0).then_some(view! {
            <p>"Nothing here yet. A spasm that you start on Now appears here, and you can add earlier ones."</p>
        })}
        <ul class="cards" aria-label="Episodes">
            <For each=move || shown.get() key=|episode| (episode.id.clone(), episode.revision) let(episode)>
                <EpisodeCard episode now=clock::now()/>
            </For>
        </ul>
        {move || (count.get() > most.get()).then(|| view! {
            <button type="button" class="quiet" on:click=move |_| set_most.update(|most| *most += STEP)>
                "Show more (" {count.get() - most.get()} " older)"
            </button>
        })}
        <Checks/>
        <Deleted/>
    }
}

/// Check-ups, the latest first.
#[component]
fn Checks() -> impl IntoView {
    let open = expect_context::<OpenDiary>();
    let checks = Memo::new(move |_| {
        open.read()
            .with(|diary| diary.checkups().into_iter().cloned().collect::<Vec<_>>())
    });
    move || {
        let checks = checks.get();
        (!checks.is_empty()).then(|| {
            view! {
                <details>
                    <summary>"Checks (" {checks.len()} ")"</summary>
                    <ul class="cards">
                        {checks
                            .into_iter()
                            .take(STEP)
                            .map(|checkup| {
                                let said = match checkup.finished {
                                    Some(_) => urgency_words(checkup.urgency).0,
                                    None => "Not finished",
                                };
                                view! {
                                    <li>
                                        <a class="card" href=Route::Checkup(checkup.id.clone()).href()>
                                            <strong>{moment::day_and_clock(&checkup.started, &clock::now())}</strong>
                                            <span class="soft">{said}</span>
                                        </a>
                                    </li>
                                }
                            })
                            .collect_view()}
                    </ul>
                </details>
            }
        })
    }
}

/// Deleted episodes, to bring back.
#[component]
fn Deleted() -> impl IntoView {
    let open = expect_context::<OpenDiary>();
    let deleted = Memo::new(move |_| {
        open.read()
            .with(|diary| diary.deleted().into_iter().cloned().collect::<Vec<_>>())
    });
    move || {
        let deleted = deleted.get();
        (!deleted.is_empty()).then(|| {
            view! {
                <details>
                    <summary>"Deleted (" {deleted.len()} ")"</summary>
                    <ul class="cards">
                        {deleted
                            .into_iter()
                            .map(|episode| {
                                let words = moment::day_and_clock(&episode.start, &clock::now());
                                let name = format!("Bring back {words}");
                                view! {
                                    <li class="card row">
                                        <span>{words} ", " {length_words(&episode)}</span>
                                        <button type="button" class="small" aria-label=name on:click=move |_| open.bring_back(&episode.id)>
                                            "Bring back"
                                        </button>
                                    </li>
                                }
                            })
                            .collect_view()}
                    </ul>
                </details>
            }
        })
    }
}

/// Records that cannot be read: said, kept, and to be saved as a file.
#[component]
fn UnreadableCard() -> impl IntoView {
    let open = expect_context::<OpenDiary>();
    let unreadable = Memo::new(move |_| {
        open.read()
            .with(|diary| diary.unreadable().cloned().collect::<Vec<_>>())
    });
    let save = move |_| {
        let text: String = unreadable.with_untracked(|all| {
            all.iter()
                .map(|one| format!("{}\n{}\n\n", one.key, one.text))
                .collect()
        });
        if files::save("unknot-unreadable.txt", "text/plain", &text).is_err() {
            open.say("The browser did not save the file.");
        }
    };
    move || {
        let all = unreadable.get();
        (!all.is_empty()).then(|| {
            let newer = all.iter().filter(|one| one.why == Why::Newer).count();
            view! {
                <div class="notice wrong">
                    <p>
                        {all.len()} " of your records can’t be read. They are kept as they are; the others are fine."
                        {(newer > 0).then(|| format!(" {newer} come from a newer version of Unknot: reload to get it."))}
                    </p>
                    <div class="notice-acts">
                        <button type="button" class="small" on:click=save>"Save them as a file"</button>
                    </div>
                </div>
            }
        })
    }
}
