//! Reminders for the phone's own calendar, as a file: Unknot has no server that could remind. And
//! notifications while it is open, if they are asked for.

use leptos::prelude::*;

use crate::browser::notice::{self, Permission};
use crate::browser::{clock, files, kept};
use crate::diary::ics::calendar;
use crate::diary::moment;
use crate::diary::reminders::{KINDS, SavedCalendar, events};
use crate::store::keys::CALENDAR;
use crate::ui::app::App;
use crate::ui::element::{El, el, text};
use crate::ui::pages::relief::programme::{minute_of, today_date};
use crate::ui::parts::controls::{button, field, heading, soft, tick};
use crate::words;

/// The name of the field of the time: what is typed stays while the app is open.
const TIME: &str = "reminders/time";

/// The page.
pub fn page(app: App) -> Vec<El> {
    let wanted = [true, false, true, false].map(RwSignal::new);
    let visit = app.visit;
    let time = move || {
        let typed = visit.with(|visit| visit.typed(TIME));
        typed.unwrap_or_else(|| "09:00".to_string())
    };
    let ticks = KINDS.iter().zip(wanted).map(|(words, wanted)| {
        let on = move || wanted.get();
        tick("option", "checkbox", "reminders", *words, on, move || {
            wanted.set(!wanted.get_untracked());
        })
    });
    let field_of_time = el("input")
        .attr("type", "time")
        .bind_value(time, move |typed| {
            visit.update(|visit| visit.keep_typed(TIME, Some(typed)));
        });
    vec![
        heading(words::routes::REMINDERS),
        text(
            "p",
            "Unknot cannot ring when it is closed. It makes a file for your phone’s own calendar. A new file replaces the reminders of the one before.",
        ),
        el("fieldset")
            .class("options")
            .with(text("legend", "Remind me of"))
            .with(ticks),
        field("Time for the check and the questions", field_of_time),
        button("primary", "Save the calendar file", move || {
            let minute = minute_of(&time()).unwrap_or(9 * 60);
            save(app, wanted.map(|wanted| wanted.get_untracked()), minute);
        }),
        soft(
            "Times stay as on your clock, when the clocks change and on a journey. To stop a reminder, delete it in the calendar.",
        ),
        while_open(app),
    ]
}

/// A notification while the app is open, for those who ask for it.
fn while_open(app: App) -> El {
    let wants = move || app.preferences.wants_notices();
    let tapped = move || {
        let on = !untrack(wants);
        app.preferences.want_notices(on);
        if on {
            // Storing it again after the answer updates the words.
            notice::ask(move || app.preferences.want_notices(untrack(wants)));
        }
    };
    let said = move || {
        match (notice::permission(), wants()) {
            (Permission::Missing, _) => "This browser has no notifications.",
            (_, false) => "",
            (Permission::Granted, _) => {
                "Shown when something is due and you look elsewhere. Closed, Unknot shows nothing."
            }
            (Permission::Denied, _) => "The browser does not allow it. Its settings can.",
            (Permission::Unasked, _) => {
                "Say yes when the browser asks, or switch this on once more."
            }
        }
        .to_string()
    };
    el("section")
        .with(text("h2", "While Unknot is open"))
        .with(tick(
            "tick",
            "checkbox",
            "notices",
            "Show a notification while Unknot is open",
            wants,
            tapped,
        ))
        .with(
            text("p", "")
                .class("soft")
                .attr("role", "status")
                .text(said),
        )
}

/// Saves the file. `wanted` is in the order of [`KINDS`].
fn save(app: App, wanted: [bool; 4], minute: u16) {
    let now = clock::now();
    let today = today_date();
    let events = app
        .diary
        .read()
        .with_untracked(|diary| events(diary, wanted, minute, today));
    if events.is_empty() {
        app.diary.say("Nothing to remind of yet: choose movements and days in the home programme, or take a check.");
        return;
    }
    let next = next_calendar();
    let _ = kept::set(CALENDAR, Some(&next.encode()));
    let name = format!("unknot-reminders-{}.ics", moment::date(today));
    let saved = files::save(
        &name,
        "text/calendar",
        &calendar(&events, &next.name, next.sequence, &now),
    );
    app.diary.say(match saved {
        Ok(()) => "Saved. Open the file to add it to your calendar.",
        Err(_) => "The browser could not save the file.",
    });
}

/// The same UID each time, and the next sequence number. If the saved one is unreadable, its UID is lost: then the new
/// reminders stand beside the older ones.
fn next_calendar() -> SavedCalendar {
    let last = kept::get(CALENDAR).map(|text| SavedCalendar::decode(&text));
    match last {
        Some(Ok(last)) => last.next(),
        Some(Err(_)) | None => SavedCalendar {
            name: clock::new_id(),
            sequence: 0,
        },
    }
}
