//! The form of an episode. What is typed is kept as a draft until it is saved or thrown away.

use std::rc::Rc;

use chrono::TimeDelta;
use leptos::prelude::*;

use crate::browser::{clock, storage};
use crate::diary::amend::amended;
use crate::diary::draft::{
    EpisodeDraft, Field, Fold, KeptDraft, Problem, ReadingField, TimeField, TreatmentField,
};
use crate::diary::episode::{Recorded, Relief, Severity, TREATMENTS, treatment_words};
use crate::diary::id::EpisodeId;
use crate::diary::moment;
use crate::diary::stored;
use crate::ui::element::{El, el, text};
use crate::ui::open_diary::{OpenDiary, Outcome, Refusal};
use crate::ui::parts::back_map::back_map;
use crate::ui::parts::controls::{self, button, field, keys, relief_keys, severity_keys, tick};
use crate::ui::route::Route;
use crate::ui::{App, focus, go_instead};

const DRAFT: &str = "unknot/draft/";

/// The form.
#[derive(Clone, Copy)]
pub struct Form {
    app: App,
    /// The episode, or none for a new one.
    id: StoredValue<Option<EpisodeId>>,
    /// The form as the diary fills it.
    filled: StoredValue<EpisodeDraft>,
    kept: RwSignal<KeptDraft>,
    /// Where it is kept. Each tab has its own key, so that saving in one does not throw away what
    /// stands in another.
    key: StoredValue<String>,
    /// Where the draft that was found stands: here, or left behind by a tab that was closed.
    found: StoredValue<Option<String>>,
    /// Whether the draft is one from an earlier visit.
    was_kept: RwSignal<bool>,
    problems: RwSignal<Vec<Problem>>,
}

impl Form {
    /// The form with what was typed before, or as the diary fills it. A draft that cannot be read
    /// is left where it stands.
    pub fn open(app: App, id: Option<EpisodeId>, filled: EpisodeDraft) -> Form {
        let of_this = format!("{DRAFT}{}/", id.as_ref().map_or("new", EpisodeId::as_str));
        let mut own = format!("{of_this}{}", storage::tab());
        let mut drafts = Vec::new();
        for (key, text) in storage::all_of(&of_this).unwrap_or_default() {
            drafts.push((key, KeptDraft::decode(&text)));
        }
        let is_unreadable = |key: &str| drafts.iter().any(|(at, kept)| at == key && kept.is_none());
        while is_unreadable(&own) {
            own.push('+');
        }
        drafts.retain(|(_, kept)| kept.is_some());
        let found = drafts.iter().position(|(key, _)| *key == own).unwrap_or(0);
        let found = drafts.into_iter().nth(found);
        let (found, kept) = found
            .map(|(key, kept)| (Some(key), kept))
            .unwrap_or_default();
        let was_kept = kept.is_some();
        let kept = kept.unwrap_or_else(|| KeptDraft {
            opened: filled.clone(),
            mine: filled.clone(),
        });
        Form {
            app,
            id: StoredValue::new(id),
            filled: StoredValue::new(filled),
            kept: RwSignal::new(kept),
            key: StoredValue::new(own),
            found: StoredValue::new(found),
            was_kept: RwSignal::new(was_kept),
            problems: RwSignal::new(Vec::new()),
        }
    }

    fn is_new(self) -> bool {
        self.id.with_value(Option::is_none)
    }

    /// Looks at what stands in the form.
    fn look<T>(self, at: impl FnOnce(&EpisodeDraft) -> T) -> T {
        self.kept.with(|kept| at(&kept.mine))
    }

    /// Changes what stands in the form, and keeps it. Where that is refused it is said, and the
    /// form still holds it.
    fn edit(self, change: impl FnOnce(&mut EpisodeDraft)) {
        self.kept.update(|kept| change(&mut kept.mine));
        let (key, text) = (
            self.key.get_value(),
            self.kept.with_untracked(KeptDraft::encode),
        );
        match storage::write(&key, &text) {
            // One that a closed tab had left is moved here, not copied, or it would come back.
            Ok(()) => {
                if let Some(found) = self.found.get_value().filter(|found| *found != key) {
                    let _ = storage::remove(&found);
                    self.found.set_value(None);
                }
            }
            Err(fault) => self.app.diary.say(Refusal::Store(fault).words()),
        }
    }

    /// Throws away what was typed: the form shows what the diary has now.
    fn throw_away(self) {
        self.discard();
        self.was_kept.set(false);
        self.problems.set(Vec::new());
        let diary = self.app.diary.read();
        let id = self.id.get_value();
        let stored = id
            .and_then(|id| diary.with_untracked(|diary| diary.episode(&id).map(EpisodeDraft::of)));
        let filled = stored.unwrap_or_else(|| self.filled.get_value());
        self.kept.set(KeptDraft {
            opened: filled.clone(),
            mine: filled,
        });
    }

    /// Removes the draft.
    pub fn discard(self) {
        let _ = storage::remove(&self.key.get_value());
        if let Some(found) = self.found.get_value() {
            let _ = storage::remove(&found);
        }
    }

    fn save(self, anyway: bool) {
        let KeptDraft { opened, mine } = self.kept.get_untracked();
        match save(
            self.app.diary,
            self.id.get_value().as_ref(),
            &opened,
            &mine,
            anyway,
        ) {
            Ok(Outcome::Saved) => {
                self.discard();
                self.app.diary.say("Saved.");
                go_instead(&Route::Diary);
            }
            Ok(Outcome::Refused(_)) => {}
            Err(found) => {
                self.problems.set(found);
                request_animation_frame(|| focus("[aria-invalid=true]"));
            }
        }
    }

    /// What it consists of: first a word on a draft that was kept, then the form.
    pub fn parts(self) -> Vec<El> {
        let notice = el("div").with_some_of(move || {
            self.was_kept.get().then(|| {
                text(
                    "p",
                    "What you typed here before was kept, and is not saved yet. ",
                )
                .class("notice")
                .with(button("small", "Throw it away", move || self.throw_away()))
            })
        });
        vec![notice, self.form()]
    }

    fn form(self) -> El {
        el("form")
            .class("stack")
            .attr("novalidate", "")
            .on("submit", move |event| {
                event.prevent_default();
                self.save(false);
            })
            .with_all(self.time("When did it start?", Field::Start))
            .with_some(self.is_new().then(|| self.start_shortcuts()))
            .with_some((!self.is_new()).then(|| self.still_going_on()))
            .with(el("div").class("stack").with_all_of({
                // A memo: the fields are made anew only when "still going on" changes.
                let running = Memo::new(move |_| self.look(|d| d.running));
                move || {
                    if running.get() {
                        Vec::new()
                    } else {
                        self.end()
                    }
                }
            }))
            .with(self.readings())
            .with(back_map(
                Rc::new(move || self.look(|d| d.places)),
                Rc::new(move |place| self.edit(|d| d.places.toggle(place))),
            ))
            .with(self.treatments())
            .with(field(
                "Notes",
                el("textarea")
                    .attr("rows", "4")
                    .attr("dir", "auto")
                    .value_of(
                        move || self.look(|d| d.notes.clone()),
                        move |typed| self.edit(|d| d.notes = typed),
                    ),
            ))
            .with(self.said_of_problems())
            .with(
                text("button", "Save")
                    .attr("type", "submit")
                    .class("primary"),
            )
            .with(self.save_anyway())
    }

    fn still_going_on(self) -> El {
        tick(
            "tick",
            "checkbox",
            "running",
            "It is still going on",
            move || self.look(|d| d.running),
            move || {
                let running = untrack(|| self.look(|d| d.running));
                self.edit(|d| d.running = !running);
            },
        )
    }

    fn end(self) -> Vec<El> {
        let mut parts = self.time("When did it ease?", Field::End);
        parts.push(self.length_shortcuts());
        parts
    }

    /// A date and time. Where the clocks went back it asks which of the two is meant.
    fn time(self, label: &str, field: Field) -> Vec<El> {
        let problems = self.problems;
        let look = move || self.look(|d| d.time(field).cloned()).unwrap_or_default();
        let change = move |change: &dyn Fn(&mut TimeField)| {
            self.edit(|d| d.time_mut(field).into_iter().for_each(change));
        };
        let wrong = move || {
            problems.with(|all| {
                let here = all.iter().find(|one| concerns(one, field));
                here.map(problem_words).unwrap_or_default()
            })
        };
        let said_in = format!("wrong-{}", field_words(field).replace(' ', "-"));
        let said = el("p").class("wrong").attr("id", &said_in).text_of(wrong);
        let input = el("input")
            .attr("type", "datetime-local")
            .attr("aria-describedby", &said_in)
            .attr_of("aria-invalid", move || {
                (!wrong().is_empty()).then(|| "true".to_string())
            })
            .value_of(
                move || look().text,
                move |typed| change(&|time| time.typed(typed.clone())),
            );
        let twice = move || {
            let (first, second) = problems.with(|all| {
                all.iter().find_map(|one| match one {
                    Problem::Twice(of, first, second) if *of == field => Some((*first, *second)),
                    _ => None,
                })
            })?;
            let choices = [
                (0, format!("The first {}", moment::clock(&first))),
                (1, format!("The second {}", moment::clock(&second))),
            ];
            let chosen = move || look().fold.map(|fold| i8::from(fold == Fold::Second));
            let choose = move |n| {
                let fold = if n == 0 { Fold::First } else { Fold::Second };
                change(&|time| time.fold = Some(fold));
            };
            let group = format!("fold {}", field_words(field));
            Some(keys(
                "keys",
                &group,
                "Which one?",
                &choices,
                Rc::new(chosen),
                Rc::new(choose),
            ))
        };
        vec![
            controls::field(label, input),
            said,
            el("div").with_some_of(twice),
        ]
    }

    /// Likely starts, a tap each.
    fn start_shortcuts(self) -> El {
        let now = clock::now();
        let choices = [
            ("An hour ago", 1),
            ("3 hours ago", 3),
            ("12 hours ago", 12),
            ("A day ago", 24),
        ];
        let shortcut = |(words, hours): (&str, i64)| {
            let time = TimeField::of(&(now - TimeDelta::hours(hours)));
            let start = time.clone();
            button("", words, move || self.edit(|d| d.start = start.clone()))
                .attr_of("aria-pressed", move || {
                    Some(self.look(|d| d.start == time).to_string())
                })
        };
        el("div")
            .class("chips")
            .attr("role", "group")
            .attr("aria-label", "Start")
            .with_all(choices.into_iter().map(shortcut).collect())
    }

    /// Likely lengths, a tap each, counted from the start; none that is not over yet.
    fn length_shortcuts(self) -> El {
        let choices = [
            ("15 min", 15),
            ("30 min", 30),
            ("1 hour", 60),
            ("3 hours", 180),
        ];
        let shortcut = |(words, minutes): (&str, i64)| {
            let end = move || {
                let now = clock::now();
                let start = self.look(|d| d.start.meant(&now, clock::offset_at))?;
                let end = start + TimeDelta::minutes(minutes);
                (end <= now).then(|| TimeField::of(&end))
            };
            button("", words, move || {
                if let Some(end) = untrack(end) {
                    self.edit(|d| d.end = end);
                }
            })
            .attr_of("disabled", move || end().is_none().then(String::new))
            .attr_of("aria-pressed", move || {
                Some((end() == Some(self.look(|d| d.end.clone()))).to_string())
            })
        };
        el("div")
            .class("chips")
            .attr("role", "group")
            .attr("aria-label", "How long it lasted")
            .with_all(choices.into_iter().map(shortcut).collect())
    }

    /// How bad it was, several times. The rows are made anew only when there are more or fewer.
    fn readings(self) -> El {
        let count = Memo::new(move |_| self.look(|d| d.readings.len()));
        el("fieldset")
            .class("rows")
            .with(text("legend", "How bad was it?"))
            .with(
                el("div")
                    .class("rows")
                    .with_all_of(move || (0..count.get()).map(|n| self.reading(n)).collect()),
            )
            .with(button("quiet", "Add an intensity", move || {
                self.edit(|d| {
                    d.readings.push(ReadingField {
                        id: Some(clock::new_item()),
                        ..ReadingField::default()
                    });
                });
            }))
    }

    fn reading(self, n: usize) -> El {
        let label = format!("Time of intensity {} (empty: at the start)", n + 1);
        el("div")
            .class("stack")
            .with(severity_keys(
                &format!("severity-{n}"),
                &format!("Intensity {}, 0 to 10", n + 1),
                move || self.look(|d| Severity::new(d.readings.get(n)?.severity?)),
                move |severity| self.edit(|d| d.readings[n].severity = Some(severity.get())),
            ))
            .with_all(self.time(&label, Field::Reading(n)))
            .with(button(
                "small",
                &format!("Remove intensity {}", n + 1),
                move || {
                    self.edit(|d| {
                        d.readings.remove(n);
                    });
                },
            ))
    }

    /// What was tried. The rows are made anew only when there are more, fewer or others.
    fn treatments(self) -> El {
        let kinds = Memo::new(move |_| {
            self.look(|d| {
                d.treatments
                    .iter()
                    .map(|t| t.kind.clone())
                    .collect::<Vec<_>>()
            })
        });
        let rows = move || {
            kinds.with(|kinds| {
                kinds
                    .iter()
                    .enumerate()
                    .map(|(n, kind)| self.treatment(n, kind))
                    .collect()
            })
        };
        let add = |(kind, words): &(&'static str, &str)| {
            let kind = *kind;
            button("", &format!("+ {words}"), move || {
                self.edit(|d| {
                    d.treatments.push(TreatmentField {
                        id: Some(clock::new_item()),
                        kind: kind.to_string(),
                        ..TreatmentField::default()
                    });
                });
            })
        };
        el("fieldset")
            .class("rows")
            .with(text("legend", "What did you try?"))
            .with(el("div").class("rows").with_all_of(rows))
            .with(
                el("div")
                    .class("chips")
                    .attr("role", "group")
                    .attr("aria-label", "Add what you tried")
                    .with_all(TREATMENTS.iter().map(add).collect()),
            )
    }

    fn treatment(self, n: usize, kind: &str) -> El {
        let name = treatment_words(kind).to_string();
        let label = format!("{name}: when (empty: at the start)");
        el("div")
            .class("stack")
            .with(relief_keys(
                &format!("relief-{n}"),
                &name,
                move || self.look(|d| Relief::new(d.treatments.get(n)?.relief?)),
                move |relief| self.edit(|d| d.treatments[n].relief = Some(relief.get())),
            ))
            .with(field(
                &format!("{name}: what exactly, if you like"),
                el("input")
                    .attr("type", "text")
                    .attr("dir", "auto")
                    .attr("autocomplete", "off")
                    .value_of(
                        move || {
                            self.look(|d| d.treatments.get(n).map(|t| t.detail.clone()))
                                .unwrap_or_default()
                        },
                        move |typed| self.edit(|d| d.treatments[n].detail = typed),
                    ),
            ))
            .with_all(self.time(&label, Field::Treatment(n)))
            .with(button("small", &format!("Remove {name}"), move || {
                self.edit(|d| {
                    d.treatments.remove(n);
                });
            }))
    }

    fn said_of_problems(self) -> El {
        let problems = self.problems;
        el("div").attr("role", "alert").with_some_of(move || {
            problems.with(|all| {
                let lines = all
                    .iter()
                    .map(|one| text("li", &problem_words(one)))
                    .collect();
                (!all.is_empty()).then(|| {
                    el("div")
                        .class("notice wrong")
                        .with(text("p", "Not saved yet. What you typed is kept."))
                        .with(el("ul").with_all(lines))
                })
            })
        })
    }

    /// Offered only where the same field was changed elsewhere.
    fn save_anyway(self) -> El {
        el("div").with_some_of(move || {
            let clash = self.problems.with(|all| {
                all.iter()
                    .any(|one| matches!(one, Problem::ChangedElsewhere(_)))
            });
            clash.then(|| {
                el("div")
                    .class("pair")
                    .with(button("quiet", "Save mine over it", move || {
                        self.save(true)
                    }))
                    .with(button("quiet", "Throw it away", move || self.throw_away()))
            })
        })
    }
}

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
    open.changed_elsewhere(Some(stored::episode_key(id)));
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
    Ok(open.change_episode(id, move |stored| *stored = amended(stored, episode, now)))
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
        Field::Readings => "How bad it was".to_string(),
        Field::Reading(n) => format!("Intensity {}", n + 1),
        Field::Treatments => "What you tried".to_string(),
        Field::Treatment(n) => format!("What you tried, line {}", n + 1),
        Field::Places => "Where".to_string(),
        Field::Radiation => "Where it spread to".to_string(),
        Field::Marks(kind) => kind.question().to_string(),
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
