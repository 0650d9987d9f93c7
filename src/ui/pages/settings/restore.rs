//! Restores a backup, or takes over another app's table: either is chosen, read, checked whole and shown
//! before anything is written.

use leptos::prelude::*;
use leptos::reactive::spawn_local;
use wasm_bindgen::JsCast;
use web_sys::{Event, File, HtmlInputElement};

use crate::browser::{clock, files};
use crate::diary::backup::{
    Backup, BackupError, BackupReader, Deletions, FieldChange, MAX_BYTES, MOST_LISTED, Plan,
    StampSource,
};
use crate::diary::facts::words::{field_words, value_or_nothing};
use crate::diary::import::{Sheet, SheetError};
use crate::diary::moment::{self, Moment};
use crate::diary::stamp::Device;
use crate::diary::stored::Record;
use crate::ui::app::App;
use crate::ui::element::{El, SLOTS, el, text};
use crate::ui::pages::diary::import_form;
use crate::ui::parts::controls::{button, field, soft, tick};
use crate::words;

/// So many records are read or compared before the browser may draw and take a tap.
const AT_ONCE: usize = 250;

/// What was chosen, and how far it is.
#[derive(Clone, Copy)]
struct Chosen {
    app: App,
    /// What can be restored, and what that would do. It is only there when all of it was looked at.
    ready: RwSignal<Option<(Backup, Plan)>>,
    /// How many records were looked at, of how many.
    progress: RwSignal<Option<(usize, usize)>>,
    wrong: RwSignal<Option<String>>,
    sheet: RwSignal<Option<Sheet>>,
    /// Counts the choices: what is still at work for an earlier one ends.
    choice: StoredValue<u32>,
}

/// The section.
pub fn section(app: App) -> El {
    let chosen = Chosen {
        app,
        ready: RwSignal::new(None),
        progress: RwSignal::new(None),
        wrong: RwSignal::new(None),
        sheet: RwSignal::new(None),
        choice: StoredValue::new(0),
    };
    let input = |kinds: &str, is_table| {
        el("input")
            .attr("type", "file")
            .attr("accept", kinds)
            .on("change", move |event| chosen.choose(&event, is_table))
    };
    el("section")
        .with(text("h2", words::restore::HEADING))
        .with(field(
            words::restore::CHOOSE,
            input(".json,.txt,application/json,text/plain", false),
        ))
        .with(field(
            words::restore::CHOOSE_TABLE,
            input(".csv,.tsv,.txt,text/csv,text/plain", true),
        ))
        .with(el("div").attr("role", "alert").with(move || {
            let fault = chosen.wrong.get()?;
            Some(text("p", words::restore::wrong(&fault)).class("notice wrong"))
        }))
        .with(el("div").with(move || {
            Some(import_form::form(chosen.sheet.get()?, move |backup| {
                chosen.preview_table(backup)
            }))
        }))
        .with(el("div").with(move || {
            let (done, all) = chosen.progress.get()?;
            let bar = el("progress")
                .attr("max", all.to_string())
                .attr("value", done.to_string())
                .attr("aria-label", words::restore::PROGRESS_LABEL);
            Some(
                el("div")
                    .with(soft(words::restore::progress(done, all)))
                    .with(bar),
            )
        }))
        .with(el("div").attr("role", "status").with(move || {
            chosen
                .ready
                .with(|ready| Some(chosen.preview(&ready.as_ref()?.1)))
        }))
        .with(el("div").with(move || chosen.way_back()))
}

impl Chosen {
    /// A new choice: what was shown of the last one goes.
    fn begin(self) -> u32 {
        self.ready.set(None);
        self.progress.set(None);
        self.wrong.set(None);
        self.choice.update_value(|choice| *choice += 1);
        self.choice.get_value()
    }

    fn choose(self, event: &Event, is_table: bool) {
        let choice = self.begin();
        self.sheet.set(None);
        let input = event
            .target()
            .and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        let Some(file) = input.as_ref().and_then(files::chosen) else {
            return;
        };
        let bytes = file.size() as u64;
        if bytes > MAX_BYTES {
            self.wrong.set(Some(words::restore::too_long(
                bytes / 1_000_000,
                MAX_BYTES / 1_000_000,
            )));
            return;
        }
        spawn_local(async move {
            if let Err(words) = self.open(choice, &file, is_table).await
                && self.choice.try_get_value() == Some(choice)
            {
                self.progress.set(None);
                self.wrong.set(Some(words));
            }
        });
    }

    /// Reads a file, and looks at what is in it.
    async fn open(self, choice: u32, file: &File, is_table: bool) -> Result<(), String> {
        let text = files::text(file).await;
        let text = text.map_err(|_| words::restore::NOT_READ)?;
        if is_table {
            let sheet = Sheet::read(&text).map_err(|error| sheet_words(&error))?;
            if self.choice.try_get_value() == Some(choice) {
                let guessed = import_form::guessed(&sheet);
                self.sheet.set(Some(sheet));
                self.preview_table(guessed);
            }
            return Ok(());
        }
        let told = |error: BackupError| error_words(&error);
        let mut reading = BackupReader::begin(text).map_err(told)?;
        while reading.go_on(AT_ONCE).map_err(told)? {
            let (done, all) = reading.progress();
            if !self.goes_on(choice, done, all as usize).await {
                return Ok(());
            }
        }
        self.compare(choice, reading.end().map_err(told)?).await;
        Ok(())
    }

    /// Compares what is in a table with the diary; `None`: no row of it can be read yet.
    fn preview_table(self, backup: Option<Backup>) {
        let choice = self.begin();
        if let Some(backup) = backup {
            spawn_local(self.compare(choice, backup));
        }
    }

    async fn compare(self, choice: u32, backup: Backup) {
        self.app.diary.whole().await;
        let mut plan = Plan::default();
        // A look stores nothing, a device number neither: the restore plans again, with the one of this device.
        let source = StampSource {
            now: clock::now(),
            device: Device::NONE,
        };
        for from in (0..backup.len()).step_by(AT_ONCE) {
            let diary = self.app.diary.read();
            diary.with_untracked(|diary| {
                backup.plan_on(&mut plan, diary, &source, from, from + AT_ONCE)
            });
            if !self.goes_on(choice, from, backup.len()).await {
                return;
            }
        }
        if self.choice.try_get_value() == Some(choice) {
            self.progress.set(None);
            self.ready.set(Some((backup, plan)));
        }
    }

    /// Shows how far it is and lets the browser draw. Says whether this is still what was chosen.
    async fn goes_on(self, choice: u32, done: usize, all: usize) -> bool {
        let is_it = move || self.choice.try_get_value() == Some(choice);
        if is_it() && all > AT_ONCE {
            self.progress.set(Some((done, all)));
            clock::pause().await;
        }
        is_it()
    }

    /// The way back from the last restore, after a reload too.
    fn way_back(self) -> Option<El> {
        let diary = self.app.diary;
        diary.notice().track();
        let when = moment::day_and_clock(&diary.last_import()?, &clock::now());
        let words = words::restore::last(&when);
        let take_back = move || diary.undo_import();
        Some(el("div").class("stack").with(soft(&words)).with(button(
            "quiet",
            words::restore::TAKE_BACK,
            take_back,
        )))
    }

    /// What it would do, and the button that does it.
    fn preview(self, plan: &Plan) -> El {
        let is_split = !plan.kept.is_empty() || !plan.deleted.is_empty();
        let deletions = is_split.then(|| self.deletions(plan));
        let restore = move || {
            let Some(ready) = self.ready.try_update(Option::take).flatten() else {
                return;
            };
            spawn_local(async move {
                let progress = self.progress;
                let show = move |done, all| {
                    progress.try_set(Some((done, all)));
                };
                let restored = self.app.diary.restore(&ready.0, &show).await;
                progress.try_set(None);
                if restored.is_ok() {
                    self.sheet.try_set(None);
                } else {
                    self.ready.try_set(Some(ready));
                }
            });
        };
        let leave = move || {
            self.begin();
            self.sheet.set(None);
        };
        el("div")
            .class("notice")
            .with(el("ul").with(plan_lines(plan)))
            .with(self.added(plan))
            .with(self.changes(plan))
            .with(deletions)
            .with(
                el("div")
                    .class("notice-acts")
                    .with(button("small", words::restore::DO, restore))
                    .with(button("small", words::restore::LEAVE, leave)),
            )
    }

    /// What becomes of episodes that one side deleted and the other has: the person chooses.
    fn deletions(self, plan: &Plan) -> El {
        let choose = move |deletions| {
            let Some((mut backup, _)) = self.ready.try_update(Option::take).flatten() else {
                return;
            };
            backup.deletions = deletions;
            self.preview_table(Some(backup));
        };
        let chosen = move |is: Deletions| {
            self.ready.with_untracked(|ready| {
                ready
                    .as_ref()
                    .is_some_and(|(backup, _)| backup.deletions == is)
            })
        };
        let now = clock::now();
        let listed = |words: fn(&str) -> String, keys: &[String]| {
            let names: Vec<String> = keys.iter().map(|key| self.name(key, &now)).collect();
            (!keys.is_empty()).then(|| text("p", words(&names.join("; "))))
        };
        let options = [
            (Deletions::LaterCounts, words::restore::LATER_COUNTS),
            (Deletions::KeepAll, words::restore::KEEP_ALL),
            (Deletions::DeleteAll, words::restore::DELETE_ALL),
        ];
        let options = options.into_iter().map(|(deletions, words)| {
            tick(
                "option",
                "radio",
                "deletions",
                words,
                move || chosen(deletions),
                move || choose(deletions),
            )
        });
        el("fieldset")
            .with(text("legend", words::restore::DELETIONS))
            .with(listed(words::restore::will_be_here, &plan.kept))
            .with(listed(words::restore::will_be_deleted, &plan.deleted))
            .with(options)
    }

    /// What changes in records that are here already, field by field.
    fn changes(self, plan: &Plan) -> Option<El> {
        let now = clock::now();
        let line = |change: &FieldChange| {
            let diary = self.app.diary.read();
            let field = diary.with_untracked(|diary| {
                let record = diary.record(&change.key);
                record.map_or(String::new(), |record| field_words(record, &change.field))
            });
            let value = |value| value_or_nothing(&change.field, value, &now);
            let typed = |value| text("span", value).class("as-typed");
            let [was, becomes] = SLOTS;
            el("li").sentence(
                &words::restore::change(&self.name(&change.key, &now), &field, was, becomes),
                &[
                    typed(value(change.was.as_ref())),
                    typed(value(change.becomes.as_ref())),
                ],
            )
        };
        (!plan.changes.is_empty()).then(|| {
            let mut lines: Vec<El> = plan.changes.iter().map(line).collect();
            if plan.changes.len() == MOST_LISTED {
                lines.push(text("li", words::restore::AND_MORE));
            }
            el("details")
                .with(text("summary", words::restore::CHANGES))
                .with(el("ul").with(lines))
        })
    }

    /// The records that are not here yet, by name.
    fn added(self, plan: &Plan) -> Option<El> {
        let now = clock::now();
        let line = |record: &Record| text("li", name(Some(record), &now));
        (!plan.added.is_empty()).then(|| {
            let mut lines: Vec<El> = plan.added.iter().map(line).collect();
            if plan.new - plan.unreadable > plan.added.len() {
                lines.push(text("li", words::restore::AND_MORE));
            }
            el("details")
                .with(text("summary", words::restore::ADDED))
                .with(el("ul").with(lines))
        })
    }

    fn name(self, key: &str, now: &Moment) -> String {
        let diary = self.app.diary.read();
        diary.with_untracked(|diary| name(diary.record(key), now))
    }
}

/// The name of a record: "Spasm of Sun 22 Nov, 14:05".
fn name(record: Option<&Record>, now: &Moment) -> String {
    match record {
        Some(Record::Episode(episode)) => {
            words::restore::name_spasm(&moment::day_and_clock(&episode.start, now))
        }
        Some(Record::Checkup(checkup)) => {
            words::restore::name_check(&moment::day_and_clock(&checkup.started, now))
        }
        Some(Record::Day(day)) => moment::date_words(day.date, now.date_naive()),
        Some(Record::Profile(_)) => words::restore::NAME_PROFILE.into(),
        Some(Record::Programme(_)) => words::restore::NAME_PROGRAMME.into(),
        Some(Record::Settings(_)) => words::restore::NAME_SETTINGS.into(),
        Some(Record::Tombstone(_)) | None => words::restore::NAME_DELETED.into(),
    }
}

/// A number of records, and the line that tells it.
type Count = (usize, fn(usize) -> String);

/// What a restore would do, line by line.
fn plan_lines(plan: &Plan) -> Vec<El> {
    let lines: [Count; 7] = [
        (plan.new, words::restore::count_new),
        (plan.merged, words::restore::count_merged),
        (plan.same, words::restore::count_same),
        (plan.drafts, words::restore::count_drafts),
        (plan.unreadable, words::restore::count_unreadable),
        (plan.blocked, words::restore::count_blocked),
        (plan.unusable, words::restore::count_unusable),
    ];
    let mut said = Vec::new();
    for (n, words) in lines {
        if n > 0 {
            said.push(text("li", words(n)));
        }
    }
    if said.is_empty() {
        said.push(text("li", words::restore::COUNT_NONE));
    }
    if plan.is_ahead {
        said.push(text("li", words::restore::IS_AHEAD));
    }
    said
}

fn sheet_words(error: &SheetError) -> String {
    match error {
        SheetError::Empty => words::restore::NO_TABLE.into(),
        SheetError::OpenQuote(line) => words::restore::open_quote(*line),
    }
}

fn error_words(error: &BackupError) -> String {
    match error {
        BackupError::Empty => words::restore::EMPTY.into(),
        BackupError::Half => words::restore::HALF.into(),
        BackupError::NotJson(line, column) => words::restore::not_json(*line, *column),
        BackupError::NotOurs => words::restore::NOT_OURS.into(),
        BackupError::Newer => words::restore::NEWER.into(),
        BackupError::Count { said, found } => words::restore::other_count(*said, *found),
        BackupError::Changed => words::restore::CHANGED.into(),
        BackupError::Record(key) => words::restore::bad_record(key),
        BackupError::Twice(key) => words::restore::record_twice(key),
    }
}
