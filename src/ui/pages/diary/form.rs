//! The form of an episode. What is typed is kept as a draft until it is saved or thrown away.

mod marks;
mod problems;
mod rows;
mod times;

use leptos::prelude::*;

use crate::browser::{clock, kept};
use crate::diary::draft::{EpisodeDraft, FormField, KeptDraft, Problem, amended};
use crate::diary::episode::Recorded;
use crate::diary::id::EpisodeId;
use crate::diary::json::ReadError;
use crate::diary::marks::MarkKind;
use crate::diary::stored;
use crate::store::act::Act;
use crate::store::keys::DRAFT;
use crate::ui::app::App;
use crate::ui::document::focus;
use crate::ui::element::{El, el, text};
use crate::ui::navigation::go_instead;
use crate::ui::open_diary::{OpenDiary, Outcome, Refusal};
use crate::ui::parts::back_map::back_map;
use crate::ui::parts::controls::{button, field};
use crate::ui::route::Route;

/// The form.
#[derive(Clone, Copy)]
pub struct EpisodeForm {
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
    /// Why a draft of this cannot be read, if there is one.
    unreadable: StoredValue<Option<ReadError>>,
    problems: RwSignal<Vec<Problem>>,
}

impl EpisodeForm {
    /// The form with what was typed before, or as the diary fills it. A draft that cannot be read
    /// is left where it stands.
    pub fn open(app: App, id: Option<EpisodeId>, filled: EpisodeDraft) -> EpisodeForm {
        let of_this = format!("{}/", id.as_ref().map_or("new", EpisodeId::as_str));
        let mut own = format!("{DRAFT}{of_this}{}", kept::tab());
        let mut drafts = Vec::new();
        for (key, text) in kept::drafts(&of_this) {
            drafts.push((key, KeptDraft::decode(&text)));
        }
        let is_unreadable = |key: &str| drafts.iter().any(|(at, kept)| at == key && kept.is_err());
        while is_unreadable(&own) {
            own.push('+');
        }
        let (mut readable, mut unreadable) = (Vec::new(), None);
        for (key, kept) in drafts {
            match kept {
                Ok(kept) => readable.push((key, kept)),
                Err(why) => unreadable = Some(why),
            }
        }
        let found = readable.iter().position(|(key, _)| *key == own);
        let found = readable.into_iter().nth(found.unwrap_or(0));
        let (found, kept) = found.unzip();
        let was_kept = kept.is_some();
        let kept = kept.unwrap_or_else(|| KeptDraft {
            opened: filled.clone(),
            mine: filled.clone(),
        });
        EpisodeForm {
            app,
            id: StoredValue::new(id),
            filled: StoredValue::new(filled),
            kept: RwSignal::new(kept),
            key: StoredValue::new(own),
            found: StoredValue::new(found),
            was_kept: RwSignal::new(was_kept),
            unreadable: StoredValue::new(unreadable),
            problems: RwSignal::new(Vec::new()),
        }
    }

    fn is_new(self) -> bool {
        self.id.with_value(Option::is_none)
    }

    /// Reads the draft, and follows it.
    fn read<T>(self, read: impl FnOnce(&EpisodeDraft) -> T) -> T {
        self.kept.with(|kept| read(&kept.mine))
    }

    /// Changes what stands in the form, and keeps it. Where that is refused it is said, and the
    /// form still holds it.
    fn edit(self, change: impl FnOnce(&mut EpisodeDraft)) {
        self.kept.update(|kept| change(&mut kept.mine));
        let (key, text) = (
            self.key.get_value(),
            self.kept.with_untracked(KeptDraft::encode),
        );
        match kept::set_draft(&key, Some(&text)) {
            // One that a closed tab had left is moved here, not copied, or it would come back.
            Ok(()) => {
                if let Some(found) = self.found.get_value().filter(|found| *found != key) {
                    let _ = kept::set_draft(&found, None);
                    self.found.set_value(None);
                }
            }
            Err(fault) => self.app.diary.say(Refusal::Store(fault).words()),
        }
    }

    /// Tells what was taken out of the form, and offers to put it back.
    fn offer_back(self, words: &str, put_back: Box<dyn Fn(&mut EpisodeDraft) + Send + Sync>) {
        let open = self.app.diary;
        let undo = move || {
            // What is said may stay longer than the form.
            if !self.kept.is_disposed() {
                self.edit(&put_back);
            } else {
                open.say("You left the form, so nothing was put back.");
            }
        };
        open.say_with_undo(words, undo);
    }

    /// Throws away what was typed: the form shows what the diary has now.
    fn throw_away(self) {
        let before = self.kept.with_untracked(|kept| kept.mine.clone());
        self.offer_back(
            "What you typed was thrown away.",
            Box::new(move |d| d.clone_from(&before)),
        );
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
        let _ = kept::set_draft(&self.key.get_value(), None);
        if let Some(found) = self.found.get_value() {
            let _ = kept::set_draft(&found, None);
        }
    }

    fn save(self, anyway: bool) {
        if self
            .kept
            .with_untracked(|kept| kept.mine.typing != <[String; 5]>::default())
        {
            self.edit(|d| {
                for n in 0..d.typing.len() {
                    d.add_typed(n, clock::new_item());
                }
            });
        }
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
        let notice = el("div").with(move || {
            self.was_kept.get().then(|| {
                text(
                    "p",
                    "What you typed here before was kept, and is not saved yet. ",
                )
                .class("notice")
                .with(button("small", "Throw it away", move || self.throw_away()))
            })
        });
        let unreadable = self.unreadable.with_value(|why| {
            let why = match why.as_ref()? {
                ReadError::Damaged(_) => "is damaged",
                ReadError::Unknown(_) => "was written by another version of Unknot",
            };
            let words = format!(
                "Something else that you typed here before {why} and cannot be shown. It is kept, and a backup file has it too."
            );
            Some(text("p", words).class("notice"))
        });
        let mut parts = vec![notice];
        parts.extend(unreadable);
        parts.push(self.form());
        parts
    }

    fn form(self) -> El {
        el("form")
            .class("stack")
            .attr("novalidate", "")
            .on("submit", move |event| {
                event.prevent_default();
                self.save(false);
            })
            .with(self.fields())
            .with(self.problem_list())
            .with(
                text("button", "Save")
                    .attr("type", "submit")
                    .class("primary"),
            )
            .with(self.save_anyway())
    }
}

impl EpisodeForm {
    /// Every field, from the top.
    fn fields(self) -> Vec<El> {
        let marks = MarkKind::ALL.map(FormField::Marks);
        let first = [
            FormField::Start,
            FormField::End,
            FormField::Readings,
            FormField::Places,
        ];
        let then = [FormField::Treatments, FormField::Radiation];
        let all = first.into_iter().chain(then).chain(marks);
        all.chain([FormField::Notes])
            .flat_map(|field| self.field(field))
            .collect()
    }

    /// What a field consists of. Of the readings and treatments each is part of its list.
    fn field(self, of: FormField) -> Vec<El> {
        match of {
            FormField::Start => {
                let mut parts = self.time("When did it start?", of);
                parts.extend(self.is_new().then(|| self.start_shortcuts()));
                parts
            }
            FormField::End => {
                // A memo: the fields are made anew only when "still going on" changes.
                let running = Memo::new(move |_| self.read(|d| d.running));
                let end = el("div").class("stack").with(move || {
                    if running.get() {
                        Vec::new()
                    } else {
                        self.end()
                    }
                });
                let mut parts = Vec::new();
                parts.extend((!self.is_new()).then(|| self.still_going_on()));
                parts.push(end);
                parts
            }
            FormField::Readings => vec![self.readings()],
            FormField::Places => vec![back_map(
                move || self.read(|d| d.places),
                move |place| self.edit(|d| d.places.toggle(place)),
            )],
            FormField::Treatments => vec![self.treatments()],
            FormField::Reading(_) | FormField::Treatment(_) => Vec::new(),
            FormField::Radiation => vec![self.radiation()],
            FormField::Marks(kind) => vec![self.marks(kind)],
            FormField::Notes => {
                let notes = el("textarea").attr("rows", "4").attr("dir", "auto");
                let notes = notes.bind_value(
                    move || self.read(|d| d.notes.clone()),
                    move |typed| self.edit(|d| d.notes = typed),
                );
                vec![field("Notes", notes)]
            }
        }
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
        let episode = mine.episode(id.clone(), Recorded::Afterwards, &now, clock::offset_at)?;
        let outcome = open.add_episode(episode);
        if outcome == Outcome::Saved {
            open.offer_to_delete("Saved.", &id);
        }
        return Ok(outcome);
    };
    open.changed_elsewhere(Some(stored::episode_key(id)));
    let known = open
        .read()
        .with_untracked(|diary| diary.episode(id).cloned());
    let Some(stored) = known else {
        // Gone, most likely; and if it is there after all, what was typed is its newest form.
        let mut episode = mine.episode(id.clone(), Recorded::Afterwards, &now, clock::offset_at)?;
        return Ok(open.change_episode(id, |stored| {
            episode.recorded = stored.recorded;
            *stored = amended(stored, episode, now);
        }));
    };
    let merged = if anyway {
        mine.clone()
    } else {
        mine.merged(opened, &EpisodeDraft::of(&stored))?
    };
    let episode = merged.episode(id.clone(), stored.recorded, &now, clock::offset_at)?;
    let save = Act::episode(id, move |stored| *stored = amended(stored, episode, now));
    Ok(open.act_with_undo("Saved.", save))
}
