//! One episode: the same form for one that is there and one from before. What is typed is kept as
//! a draft until it is saved or thrown away.

use std::collections::BTreeSet;

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::browser::{clock, storage};
use crate::diary::draft::{
    EpisodeDraft, Field, Fold, Problem, ReadingField, TimeField, TreatmentField,
};
use crate::diary::episode::{Episode, EpisodeId, Place, Recorded, TREATMENTS, treatment_words};
use crate::diary::moment;
use crate::ui::go_instead;
use crate::ui::open_diary::{OpenDiary, Outcome, Refusal};
use crate::ui::parts::back_map::BackMap;
use crate::ui::parts::choice_row::{ChoiceRow, nrs_choices, relief_choices};
use crate::ui::parts::help::urgency_words;
use crate::ui::route::Route;

const DRAFT: &str = "unknot/draft/";

/// A draft as it is kept: the form as it was first filled, and as it stands.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
struct Kept {
    opened: EpisodeDraft,
    mine: EpisodeDraft,
}

/// Adds an episode from before.
#[component]
pub fn AddPage() -> impl IntoView {
    let blank = EpisodeDraft {
        readings: vec![ReadingField::default()],
        ..EpisodeDraft::default()
    };
    view! {
        <h1 tabindex="-1">"Add one from before"</h1>
        <Form id=None filled=blank/>
    }
}

/// An episode that is there.
#[component]
pub fn EpisodePage(
    /// Which one.
    id: EpisodeId,
) -> impl IntoView {
    let open = expect_context::<OpenDiary>();
    let there = open
        .read()
        .with_untracked(|diary| diary.episode(&id).cloned());
    let Some(episode) = there.filter(|episode| episode.deleted.is_none()) else {
        return view! {
            <h1 tabindex="-1">"This episode is not here"</h1>
            <p>"It may have been deleted: look under Deleted in the Diary."</p>
            <a class="primary button" href=Route::Diary.href()>"To the diary"</a>
        }
        .into_any();
    };
    let checks =
        {
            let id = id.clone();
            move || {
                open.read().with(|diary| {
                    diary
                    .checkups_of(&id)
                    .into_iter()
                    .map(|checkup| view! {
                        <li>
                            <a class="card" href=Route::Checkup(checkup.id.clone()).href()>
                                <strong>"Check at " {moment::clock(&checkup.started)}</strong>
                                <span class="soft">{match checkup.finished {
                                    Some(_) => urgency_words(checkup.urgency).0,
                                    None => "Not finished",
                                }}</span>
                            </a>
                        </li>
                    })
                    .collect_view()
                })
            }
        };
    let delete = {
        let id = id.clone();
        move |_| {
            if open.delete(&id) == Outcome::Saved {
                let _ = storage::remove(&draft_key(Some(&id)));
                go_instead(&Route::Diary);
            }
        }
    };
    let recorded = match episode.recorded {
        Recorded::Live => "Timed as it happened",
        Recorded::Afterwards => "Noted later",
    };
    view! {
        <h1 tabindex="-1">{moment::day_and_clock(&episode.start, &clock::now())}</h1>
        <p class="soft">{recorded}</p>
        <Form filled=EpisodeDraft::of(&episode) id=Some(id)/>
        <ul class="cards">{checks}</ul>
        <button type="button" class="quiet danger" on:click=delete>"Delete this episode"</button>
    }
    .into_any()
}

fn draft_key(id: Option<&EpisodeId>) -> String {
    format!("{DRAFT}{}", id.map_or("new", EpisodeId::as_str))
}

/// The form.
#[component]
fn Form(
    /// The episode, or none for a new one.
    id: Option<EpisodeId>,
    /// The form as the diary fills it.
    filled: EpisodeDraft,
) -> impl IntoView {
    let open = expect_context::<OpenDiary>();
    let key = draft_key(id.as_ref());
    let kept = storage::read(&key)
        .ok()
        .flatten()
        .and_then(|text| serde_json::from_str::<Kept>(&text).ok());
    let was_kept = kept.is_some();
    let Kept { opened, mine } = kept.unwrap_or_else(|| Kept {
        opened: filled.clone(),
        mine: filled.clone(),
    });
    let opened = StoredValue::new(opened);
    let draft = RwSignal::new(mine);
    let problems = RwSignal::new(Vec::<Problem>::new());
    let is_new = id.is_none();

    // What is typed is kept at each change. Where that is refused, it is said once and the form
    // still holds it.
    let keep = {
        let key = key.clone();
        move || {
            let mine = draft.get_untracked();
            let kept = Kept {
                opened: opened.get_value(),
                mine,
            };
            if let Ok(text) = serde_json::to_string(&kept)
                && let Err(fault) = storage::write(&key, &text)
            {
                open.say(Refusal::Store(fault).words());
            }
        }
    };
    let edit = Callback::new({
        let keep = keep.clone();
        move |change: Change| {
            draft.update(|draft| change(draft));
            keep();
        }
    });
    let discard = {
        let key = key.clone();
        move || {
            let _ = storage::remove(&key);
        }
    };
    let throw_away = {
        let discard = discard.clone();
        let filled = filled.clone();
        move |_| {
            discard();
            problems.set(Vec::new());
            opened.set_value(filled.clone());
            draft.set(filled.clone());
        }
    };
    let save = {
        let (id, key) = (id.clone(), key.clone());
        move |anyway: bool| {
            let saved = save(
                open,
                id.as_ref(),
                &opened.get_value(),
                &draft.get_untracked(),
                anyway,
            );
            match saved {
                Ok(Outcome::Saved) => {
                    let _ = storage::remove(&key);
                    open.say("Saved.");
                    go_instead(&Route::Diary);
                }
                Ok(Outcome::Refused(_)) => {}
                Err(found) => {
                    problems.set(found);
                    request_animation_frame(|| {
                        if let Ok(Some(first)) = document().query_selector("[aria-invalid=true]")
                            && let Some(field) =
                                wasm_bindgen::JsCast::dyn_ref::<web_sys::HtmlElement>(&first)
                        {
                            let _ = field.focus();
                        }
                    });
                }
            }
        }
    };
    let submit = {
        let save = save.clone();
        move |event: leptos::ev::SubmitEvent| {
            event.prevent_default();
            save(false);
        }
    };
    let clash = move || {
        problems.with(|all| {
            all.iter()
                .any(|one| matches!(one, Problem::ChangedElsewhere(_)))
        })
    };
    let places = Memo::new(move |_| {
        draft.with(|draft| {
            draft
                .places
                .iter()
                .filter_map(|id| Place::from_id(id))
                .collect::<BTreeSet<_>>()
        })
    });
    let toggle = Callback::new(move |place: Place| {
        edit.run(Box::new(move |draft| {
            let id = place.id();
            match draft.places.iter().position(|there| *there == id) {
                Some(n) => {
                    draft.places.remove(n);
                }
                None => draft.places.push(id),
            }
            draft.places.sort_by_key(|id| Place::from_id(id));
        }));
    });
    let others_run = {
        let id = id.clone();
        move || {
            open.read()
                .with(|diary| diary.running().is_some_and(|e| Some(&e.id) != id.as_ref()))
        }
    };
    view! {
        {was_kept.then(|| view! {
            <p class="notice">
                "What you typed here before was kept, and is not saved yet. "
                <button type="button" class="small" on:click=throw_away.clone()>"Throw it away"</button>
            </p>
        })}
        <form class="stack" on:submit=submit novalidate>
            <TimeInput
                label="When did it start?"
                field=Field::Start
                value=Signal::derive(move || draft.with(|d| d.start.clone()))
                set=Callback::new(move |time| edit.run(Box::new(move |d| d.start = time)))
                problems
            />
            {is_new.then(|| view! { <StartShortcuts draft edit/> })}
            {(!is_new).then(|| view! {
                <label class="tick">
                    <input
                        type="checkbox"
                        prop:checked=move || draft.with(|d| d.running)
                        disabled=others_run
                        on:change=move |event| {
                            let running = event_target_checked(&event);
                            edit.run(Box::new(move |d| d.running = running));
                        }
                    />
                    <span>"It is still going on"</span>
                </label>
            })}
            <Show when=move || !draft.with(|d| d.running)>
                <TimeInput
                    label="When did it ease?"
                    field=Field::End
                    value=Signal::derive(move || draft.with(|d| d.end.clone()))
                    set=Callback::new(move |time| edit.run(Box::new(move |d| d.end = time)))
                    problems
                />
                <LengthShortcuts draft edit/>
            </Show>
            <Readings draft edit problems/>
            <BackMap places on_toggle=toggle/>
            <Treatments draft edit problems/>
            <label class="field">
                <span>"Notes"</span>
                <textarea
                    rows="4"
                    dir="auto"
                    prop:value=move || draft.with(|d| d.notes.clone())
                    on:input=move |event| {
                        let notes = event_target_value(&event);
                        edit.run(Box::new(move |d| d.notes = notes));
                    }
                ></textarea>
            </label>
            <div role="alert">
                {move || {
                    let words: Vec<String> = problems.with(|all| all.iter().map(problem_words).collect());
                    (!words.is_empty()).then(|| view! {
                        <div class="notice wrong">
                            <p>"Not saved yet. What you typed is kept."</p>
                            <ul>{words.into_iter().map(|words| view! { <li>{words}</li> }).collect_view()}</ul>
                        </div>
                    })
                }}
            </div>
            <button type="submit" class="primary">"Save"</button>
            {move || {
                let save = save.clone();
                clash().then(|| view! {
                    <button type="button" class="quiet" on:click=move |_| save(true)>"Save mine over it"</button>
                })
            }}
        </form>
    }
}

/// A change to the form.
type Change = Box<dyn FnOnce(&mut EpisodeDraft)>;

/// Saves the draft as an episode: merged with what the diary has by now, or over it.
fn save(
    open: OpenDiary,
    id: Option<&EpisodeId>,
    opened: &EpisodeDraft,
    mine: &EpisodeDraft,
    anyway: bool,
) -> Result<Outcome, Vec<Problem>> {
    let now = clock::now();
    let Some(id) = id else {
        let id = EpisodeId::parse(&clock::new_id()).ok_or_else(Vec::new)?;
        let episode = mine.episode(id, Recorded::Afterwards, &now, clock::offset_at)?;
        return Ok(open.add_episode(episode));
    };
    open.refresh();
    let Some(stored) = open
        .read()
        .with_untracked(|diary| diary.episode(id).cloned())
    else {
        return Ok(open.change_episode(id, |_| {}));
    };
    let merged = if anyway {
        mine.clone()
    } else {
        mine.merged(opened, &EpisodeDraft::of(&stored))?
    };
    let episode = merged.episode(id.clone(), stored.recorded, &now, clock::offset_at)?;
    Ok(open.change_episode(id, move |stored| {
        let Episode {
            revision, deleted, ..
        } = *stored;
        *stored = Episode {
            revision,
            deleted,
            ..episode
        };
    }))
}

/// What is wrong and what to do.
fn problem_words(problem: &Problem) -> String {
    match problem {
        Problem::NoTime(field) => format!("{}: choose a date and a time.", field_words(*field)),
        Problem::Skipped(field) => format!(
            "{}: that time did not exist, the clocks went forward. Choose a time before or after.",
            field_words(*field),
        ),
        Problem::Twice(field, ..) => format!(
            "{}: the clocks went back and showed that time twice. Say which one it was.",
            field_words(*field),
        ),
        Problem::Future(field) => {
            format!(
                "{}: that is in the future. Choose a time up to now.",
                field_words(*field)
            )
        }
        Problem::EndBeforeStart => {
            "It eased before it started. Change one of the two times.".to_string()
        }
        Problem::BeforeStart(field) => {
            format!("{}: that is before the start.", field_words(*field))
        }
        Problem::NoSeverity(field) => {
            format!(
                "{}: choose a number from 0 to 10, or remove it.",
                field_words(*field)
            )
        }
        Problem::ChangedElsewhere(field) => format!(
            "{}: this was also changed in another tab or window. “Save mine over it” keeps what stands here; \
             “Throw it away” shows the other.",
            field_words(*field),
        ),
    }
}

fn field_words(field: Field) -> String {
    match field {
        Field::Start => "When it started".to_string(),
        Field::End => "When it eased".to_string(),
        Field::Reading(n) => format!("How bad, number {}", n + 1),
        Field::Treatment(n) => format!("What you tried, number {}", n + 1),
        Field::Places => "Where".to_string(),
        Field::Notes => "Notes".to_string(),
    }
}

fn concerns(problem: &Problem, field: Field) -> bool {
    match problem {
        Problem::NoTime(one)
        | Problem::Skipped(one)
        | Problem::Twice(one, ..)
        | Problem::Future(one)
        | Problem::BeforeStart(one) => *one == field,
        Problem::EndBeforeStart => field == Field::End,
        Problem::NoSeverity(_) | Problem::ChangedElsewhere(_) => false,
    }
}

/// A date and time. Where the clocks went back it asks which of the two is meant.
#[component]
fn TimeInput(
    /// What it is the time of.
    #[prop(into)]
    label: String,
    /// The field, for its problems.
    field: Field,
    /// What stands in it.
    value: Signal<TimeField>,
    /// Told what was typed.
    set: Callback<TimeField>,
    /// What is wrong with the form.
    problems: RwSignal<Vec<Problem>>,
) -> impl IntoView {
    let wrong = move || problems.with(|all| all.iter().any(|one| concerns(one, field)));
    let twice = move || {
        problems.with(|all| {
            all.iter().find_map(|one| match one {
                Problem::Twice(which, first, second) if *which == field => Some((*first, *second)),
                _ => None,
            })
        })
    };
    let fold = move || value.with(|time| time.fold.map(|fold| fold as i16));
    let choose = Callback::new(move |n: i16| {
        let mut time = value.get_untracked();
        time.fold = Some(if n == Fold::First as i16 {
            Fold::First
        } else {
            Fold::Second
        });
        set.run(time);
    });
    view! {
        <label class="field">
            <span>{label}</span>
            <input
                type="datetime-local"
                aria-invalid=move || wrong().then_some("true")
                prop:value=move || value.with(|time| time.text.clone())
                on:input=move |event| {
                    let mut time = value.get_untracked();
                    time.typed(event_target_value(&event));
                    set.run(time);
                }
            />
        </label>
        {move || twice().map(|(first, second)| view! {
            <ChoiceRow
                legend="Which one?"
                choices=vec![
                    (Fold::First as i16, format!("The first {}", moment::clock(&first))),
                    (Fold::Second as i16, format!("The second {}", moment::clock(&second))),
                ]
                chosen=Signal::derive(fold)
                on_choose=choose
            />
        })}
    }
}

/// Likely starts, a tap each.
#[component]
fn StartShortcuts(
    /// The form.
    draft: RwSignal<EpisodeDraft>,
    /// Changes the form.
    edit: Callback<Change>,
) -> impl IntoView {
    let now = clock::now();
    let choices = [
        ("An hour ago", chrono::TimeDelta::hours(1)),
        ("3 hours ago", chrono::TimeDelta::hours(3)),
        ("12 hours ago", chrono::TimeDelta::hours(12)),
        ("A day ago", chrono::TimeDelta::hours(24)),
    ];
    view! {
        <div class="chips" role="group" aria-label="Start">
            {choices
                .into_iter()
                .map(|(words, ago)| {
                    let time = TimeField::of(&(now - ago));
                    let set = time.clone();
                    view! {
                        <button
                            type="button"
                            aria-pressed=move || draft.with(|d| d.start == time).to_string()
                            on:click=move |_| {
                                let time = set.clone();
                                edit.run(Box::new(move |d| d.start = time));
                            }
                        >{words}</button>
                    }
                })
                .collect_view()}
        </div>
    }
}

/// Likely lengths, a tap each, counted from the start.
#[component]
fn LengthShortcuts(
    /// The form.
    draft: RwSignal<EpisodeDraft>,
    /// Changes the form.
    edit: Callback<Change>,
) -> impl IntoView {
    let choices = [
        ("15 min", 15),
        ("30 min", 30),
        ("1 hour", 60),
        ("3 hours", 180),
    ];
    let end_after = move |minutes: i64| {
        let now = clock::now();
        let start = draft.with(|d| d.start.meant(&now, clock::offset_at))?;
        Some(TimeField::of(
            &(start + chrono::TimeDelta::minutes(minutes)),
        ))
    };
    view! {
        <div class="chips" role="group" aria-label="How long it lasted">
            {choices
                .into_iter()
                .map(|(words, minutes)| view! {
                    <button
                        type="button"
                        disabled=move || end_after(minutes).is_none()
                        aria-pressed=move || (end_after(minutes) == Some(draft.with(|d| d.end.clone()))).to_string()
                        on:click=move |_| {
                            if let Some(end) = end_after(minutes) {
                                edit.run(Box::new(move |d| d.end = end));
                            }
                        }
                    >{words}</button>
                })
                .collect_view()}
        </div>
    }
}

/// How bad it was, several times.
#[component]
fn Readings(
    /// The form.
    draft: RwSignal<EpisodeDraft>,
    /// Changes the form.
    edit: Callback<Change>,
    /// What is wrong with the form.
    problems: RwSignal<Vec<Problem>>,
) -> impl IntoView {
    let count = Memo::new(move |_| draft.with(|d| d.readings.len()));
    view! {
        <fieldset class="rows">
            <legend>"How bad was it?"</legend>
            <For each=move || 0..count.get() key=|n| *n let(n)>
                {
                    let chosen = Memo::new(move |_| {
                        draft.with(|d| d.readings.get(n).and_then(|r| r.severity).map(i16::from))
                    });
                    let time = Signal::derive(move || {
                        draft.with(|d| d.readings.get(n).map(|r| r.at.clone()).unwrap_or_default())
                    });
                    view! {
                        <div class="stack">
                            <ChoiceRow
                                legend=format!("Intensity {}, 0 to 10", n + 1)
                                choices=nrs_choices()
                                chosen
                                tinted=true
                                on_choose=Callback::new(move |value: i16| {
                                    edit.run(Box::new(move |d| d.readings[n].severity = u8::try_from(value).ok()));
                                })
                            />
                            <TimeInput
                                label=format!("Time of intensity {} (empty: at the start)", n + 1)
                                field=Field::Reading(n)
                                value=time
                                set=Callback::new(move |time| edit.run(Box::new(move |d| d.readings[n].at = time)))
                                problems
                            />
                            <button type="button" class="small" on:click=move |_| edit.run(Box::new(move |d| { d.readings.remove(n); }))>
                                "Remove intensity " {n + 1}
                            </button>
                        </div>
                    }
                }
            </For>
            <button type="button" class="quiet" on:click=move |_| edit.run(Box::new(|d| d.readings.push(ReadingField::default())))>
                "Add an intensity"
            </button>
        </fieldset>
    }
}

/// What was tried.
#[component]
fn Treatments(
    /// The form.
    draft: RwSignal<EpisodeDraft>,
    /// Changes the form.
    edit: Callback<Change>,
    /// What is wrong with the form.
    problems: RwSignal<Vec<Problem>>,
) -> impl IntoView {
    let kinds = Memo::new(move |_| {
        draft.with(|d| {
            d.treatments
                .iter()
                .map(|t| t.kind.clone())
                .enumerate()
                .collect::<Vec<_>>()
        })
    });
    let add = move |kind: &'static str| {
        edit.run(Box::new(move |d| {
            d.treatments.push(TreatmentField {
                kind: kind.to_string(),
                ..TreatmentField::default()
            });
        }));
    };
    view! {
        <fieldset class="rows">
            <legend>"What did you try?"</legend>
            <For each=move || kinds.get() key=|row| row.clone() let((n, kind))>
                {
                    let name = treatment_words(&kind).to_string();
                    let relief = Memo::new(move |_| {
                        draft.with(|d| d.treatments.get(n).and_then(|t| t.relief).map(i16::from))
                    });
                    let time = Signal::derive(move || {
                        draft.with(|d| d.treatments.get(n).map(|t| t.at.clone()).unwrap_or_default())
                    });
                    let detail = move || {
                        draft.with(|d| d.treatments.get(n).map(|t| t.detail.clone()).unwrap_or_default())
                    };
                    view! {
                        <div class="stack">
                            <ChoiceRow
                                legend=format!("{name}: how much did it help? 0 not at all, 10 gone")
                                choices=relief_choices()
                                chosen=relief
                                on_choose=Callback::new(move |value: i16| {
                                    edit.run(Box::new(move |d| d.treatments[n].relief = i8::try_from(value).ok()));
                                })
                            />
                            <label class="field">
                                <span>{name.clone()} ": what exactly, if you like"</span>
                                <input type="text" dir="auto" autocomplete="off" prop:value=detail on:input=move |event| {
                                    let typed = event_target_value(&event);
                                    edit.run(Box::new(move |d| d.treatments[n].detail = typed));
                                }/>
                            </label>
                            <TimeInput
                                label=format!("{name}: when (empty: at the start)")
                                field=Field::Treatment(n)
                                value=time
                                set=Callback::new(move |time| edit.run(Box::new(move |d| d.treatments[n].at = time)))
                                problems
                            />
                            <button type="button" class="small" on:click=move |_| edit.run(Box::new(move |d| { d.treatments.remove(n); }))>
                                "Remove " {name.clone()}
                            </button>
                        </div>
                    }
                }
            </For>
            <div class="chips" role="group" aria-label="Add what you tried">
                {TREATMENTS
                    .iter()
                    .map(|(kind, words)| view! { <button type="button" on:click=move |_| add(kind)>"+ " {*words}</button> })
                    .collect_view()}
            </div>
        </fieldset>
    }
}
