//! Prints, shares and saves the report. All of these hold what the page shows.

use leptos::reactive::spawn_local;
use wasm_bindgen::JsValue;

use crate::browser::{clock, files};
use crate::diary::export::archive::Archive;
use crate::diary::export::fhir::{BundleChunks, Purpose};
use crate::diary::export::text as plain_text;
use crate::diary::report::excerpt::{Excerpt, ReportChoice};
use crate::diary::report::{Report, file_name};
use crate::ui::app::App;
use crate::ui::element::{El, el, text};
use crate::ui::parts::controls::{button, soft};
use crate::ui::parts::result::WHAT_IT_IS;
use leptos::prelude::*;

/// The title of the page and of the text.
pub const TITLE: &str = "Back spasms, for a clinician";
/// The file name of the shared text.
const SHARED: &str = "back-spasms.txt";

/// The formats that can be saved.
#[derive(Clone, Copy)]
enum ExportFormat {
    Text,
    Tables,
    Bundle(Purpose),
}

impl ExportFormat {
    /// The end of the file name, and the MIME type.
    fn end_and_mime(self) -> (&'static str, &'static str) {
        match self {
            ExportFormat::Text => (".txt", "text/plain"),
            ExportFormat::Tables => (".zip", "application/zip"),
            ExportFormat::Bundle(Purpose::Collection) => ("-fhir.json", "application/fhir+json"),
            ExportFormat::Bundle(Purpose::Transaction) => {
                ("-fhir-transaction.json", "application/fhir+json")
            }
        }
    }
}

fn text_of(excerpt: &Excerpt) -> String {
    plain_text::text(&Report::of(excerpt), TITLE, WHAT_IT_IS)
}

/// Saves the chosen excerpt, chunk by chunk, since a whole diary takes seconds. `done` is the progress, in per cent.
async fn save(
    app: App,
    chosen: ReportChoice,
    form: ExportFormat,
    done: RwSignal<Option<usize>>,
) -> Result<(), JsValue> {
    let excerpt = &excerpt(app, chosen).await;
    let mut pieces: Box<dyn ExactSizeIterator<Item = Vec<u8>> + '_> = match form {
        ExportFormat::Text => Box::new([text_of(excerpt).into_bytes()].into_iter()),
        ExportFormat::Tables => Box::new(Archive::of(excerpt)),
        ExportFormat::Bundle(purpose) => {
            Box::new(BundleChunks::of(excerpt, purpose).map(String::into_bytes))
        }
    };
    let all = pieces.len();
    let file = files::FileChunks::default();
    while let Some(piece) = pieces.next() {
        file.add(&piece)?;
        if pieces.len() > 0 {
            done.try_set(Some(100 * (all - pieces.len()) / all));
            clock::pause().await;
        }
    }
    let (end, mime) = form.end_and_mime();
    file.save(&(file_name(excerpt) + end), mime)
}

/// The chosen excerpt of the whole diary: just after a start the older records may not be read yet.
async fn excerpt(app: App, chosen: ReportChoice) -> Excerpt {
    app.diary.whole().await;
    let diary = app.diary.read();
    diary.with_untracked(|diary| Excerpt::of(diary, &chosen, &clock::now()))
}

async fn send(app: App, chosen: ReportChoice) {
    let text = text_of(&excerpt(app, chosen).await);
    if !files::share(SHARED, &text).await {
        app.diary.say("Nothing was sent.");
    }
}

/// The buttons that print, share and save.
pub fn acts(app: App, choice: RwSignal<ReportChoice>) -> El {
    // The progress of a file that is being made, in per cent.
    let done = RwSignal::new(None::<usize>);
    let saves = move |words: &str, form: ExportFormat| {
        button("quiet", words, move || {
            if done.get_untracked().is_some() {
                return;
            }
            let chosen = choice.get_untracked();
            done.set(Some(0));
            spawn_local(async move {
                if save(app, chosen, form, done).await.is_err() {
                    app.diary.say("The browser did not save the file.");
                }
                done.try_set(None);
            });
        })
    };
    let sends = || {
        button("quiet", "Send as text", move || {
            spawn_local(send(app, choice.get_untracked()))
        })
    };
    let prints = move || {
        spawn_local(async move {
            app.diary.whole().await;
            let _ = window().print();
        });
    };
    el("section")
        .class("no-print")
        .with(button("primary", "Print, or save as PDF", prints))
        .with(files::can_share(SHARED).then(sends))
        .with(
            el("div")
                .class("pair")
                .with(saves("Save as text", ExportFormat::Text))
                .with(saves("Save as tables (CSV)", ExportFormat::Tables)),
        )
        .with(
            el("details")
                .with(text("summary", "For a clinic’s system (FHIR)"))
                .with(
                    el("div")
                        .class("stack")
                        .with(soft("The same in a form that systems of clinics read. Nothing is sent: you save a file and hand it over."))
                        .with(saves("Save FHIR to read", ExportFormat::Bundle(Purpose::Collection)))
                        .with(saves("Save FHIR to post to a server", ExportFormat::Bundle(Purpose::Transaction))),
                ),
        )
        .with(el("p").class("soft").attr("role", "status").text(move || match done.get() {
            Some(done) => format!("The file is being made: {done} %"),
            None => String::new(),
        }))
}
