//! Reminders for the phone's own calendar, as a file: Unknot has no server that could remind.

use crate::ui::signals::*;

use crate::browser::{clock, files, storage};
use crate::diary::ics::{Event, calendar};
use crate::diary::moment;
use crate::ui::App;
use crate::ui::element::{El, el, text};
use crate::ui::parts::controls::{button, field, heading, soft, tick};
use crate::ui::relief::programme::{minute_of, today_date};

/// The name of this person's reminders, and how many files were made.
const CALENDAR: &str = "unknot/calendar";
/// Monday to Friday.
const WORKDAYS: u8 = 0b1_1111;
/// The hours at which to change position.
const BREAKS: std::ops::RangeInclusive<u16> = 9..=17;

/// What can be reminded of.
const KINDS: [&str; 4] = [
    "Home programme, on its days",
    "Change position, every hour from 9 to 17, Monday to Friday",
    "Check again for danger, as your last check said",
    "Three questions about the week (PEG), every Sunday",
];

/// The page.
pub fn page(app: App) -> Vec<El> {
    let wanted = [true, false, true, false].map(RwSignal::new);
    let time = RwSignal::new("09:00".to_string());
    let ticks = KINDS.iter().enumerate().map(|(n, words)| {
        let on = move || wanted[n].get();
        tick("option", "checkbox", "reminders", words, on, move || {
            wanted[n].set(!wanted[n].get_untracked());
        })
    });
    let field_of_time = el("input")
        .attr("type", "time")
        .value_of(move || time.get(), move |typed| time.set(typed));
    vec![
        heading("Reminders"),
        text(
            "p",
            "Unknot cannot ring when it is closed. It makes a file for your phone’s own calendar. A new file replaces the reminders of the one before.",
        ),
        el("fieldset")
            .class("options")
            .with(text("legend", "Remind me of"))
            .with_all(ticks.collect()),
        field("Time for the check and the questions", field_of_time),
        button("primary", "Save the calendar file", move || {
            let minute = minute_of(&time.get_untracked()).unwrap_or(9 * 60);
            save(app, wanted.map(|wanted| wanted.get_untracked()), minute);
        }),
        soft(
            "Times stay as on your clock, when the clocks change and on a journey. To stop a reminder, delete it in the calendar.",
        ),
    ]
}

/// `wanted` is by [`KINDS`].
fn save(app: App, wanted: [bool; 4], minute: u16) {
    let now = clock::now();
    let today = today_date();
    let event = |name: &str, from, minute, weekdays, words: &str| Event {
        name: name.to_string(),
        from,
        minute,
        weekdays,
        words: words.to_string(),
    };
    let mut events = Vec::new();
    app.diary.read().with_untracked(|diary| {
        if let Some(one) = diary
            .programme()
            .filter(|one| wanted[0] && one.weekdays != 0)
        {
            events.push(event(
                "programme",
                today,
                one.minute,
                one.weekdays,
                "Home programme for your back",
            ));
        }
        if let Some(check) = diary.last_finished_checkup().filter(|_| wanted[2]) {
            let days = i64::from(check.urgency.recheck_days());
            let day = (check.started + chrono::TimeDelta::days(days)).date_naive();
            events.push(event(
                "check",
                day.max(today),
                minute,
                0,
                "Unknot: check again for danger",
            ));
        }
    });
    if wanted[1] {
        for hour in BREAKS {
            let name = ["position-", &hour.to_string()].concat();
            events.push(event(&name, today, hour * 60, WORKDAYS, "Change position"));
        }
    }
    if wanted[3] {
        events.push(event(
            "peg",
            today,
            minute,
            1 << 6,
            "Unknot: three questions about the week",
        ));
    }
    if events.is_empty() {
        app.diary.say("Nothing to remind of yet: choose movements and days in the home programme, or take a check.");
        return;
    }
    let (own, sequence) = name_and_number();
    let _ = storage::write(CALENDAR, &[&own, " ", &sequence.to_string()].concat());
    let name = ["unknot-reminders-", &moment::date(today), ".ics"].concat();
    let saved = files::save(
        &name,
        "text/calendar",
        &calendar(&events, &own, sequence, &now),
    );
    app.diary.say(match saved {
        Ok(()) => "Saved. Open the file to add it to your calendar.",
        Err(_) => "The browser could not save the file.",
    });
}

/// The same name each time, and one more than last time.
fn name_and_number() -> (String, u32) {
    let stored = storage::read(CALENDAR).ok().flatten().unwrap_or_default();
    match stored.split_once(' ') {
        Some((own, number)) => (
            own.to_string(),
            number.parse::<u32>().map_or(0, |n| n.saturating_add(1)),
        ),
        None => (clock::new_id(), 0),
    }
}
