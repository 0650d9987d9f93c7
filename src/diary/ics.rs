//! Reminders as a calendar file (RFC 5545), for the phone's own calendar: there is no server that could
//! remind.
//!
//! Times are "floating": a wall time without a zone. "Half past nine" then stays half past nine when the
//! clocks change and on a journey, which is what a reminder to move is for, and no zone rules need to be
//! in the file.

use chrono::{Datelike, NaiveDate, Utc};

use crate::diary::moment::Moment;

/// One reminder that comes again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalendarEvent {
    /// What it is, for its name in the calendar: a later file with the same name replaces it.
    pub name: String,
    /// The first day on which it may come.
    pub from: NaiveDate,
    /// When, in minutes of the day.
    pub minute: u16,
    /// On which days of the week, the lowest bit being Monday; 0 for once.
    pub weekdays: u8,
    /// What it says.
    pub words: String,
}

/// The file. `own` tells this person's reminders from anyone else's, and `sequence` is higher than in
/// the file before, so that a calendar takes the new one.
pub fn calendar(events: &[CalendarEvent], own: &str, sequence: u32, now: &Moment) -> String {
    let mut file = String::new();
    line(&mut file, "BEGIN:VCALENDAR");
    line(&mut file, "VERSION:2.0");
    line(&mut file, "PRODID:-//Unknot//Reminders//EN");
    let utc = now.with_timezone(&Utc).naive_utc();
    let stamp = format!("{}Z", wall(utc.date(), minute_of(&utc)));
    for event in events {
        let first = first_day(event);
        let put =
            |file: &mut String, name: &str, value: &str| line(file, &format!("{name}{value}"));
        line(&mut file, "BEGIN:VEVENT");
        put(
            &mut file,
            "UID:",
            &format!("{}-{own}@unknot.invalid", event.name),
        );
        put(&mut file, "SEQUENCE:", &sequence.to_string());
        put(&mut file, "DTSTAMP:", &stamp);
        put(&mut file, "DTSTART:", &wall(first, event.minute));
        line(&mut file, "DURATION:PT10M");
        if event.weekdays != 0 {
            put(&mut file, "RRULE:FREQ=WEEKLY;BYDAY=", &days(event.weekdays));
        }
        put(&mut file, "SUMMARY:", &escaped(&event.words));
        line(&mut file, "TRANSP:TRANSPARENT");
        line(&mut file, "BEGIN:VALARM");
        line(&mut file, "ACTION:DISPLAY");
        put(&mut file, "DESCRIPTION:", &escaped(&event.words));
        line(&mut file, "TRIGGER:PT0M");
        line(&mut file, "END:VALARM");
        line(&mut file, "END:VEVENT");
    }
    line(&mut file, "END:VCALENDAR");
    file
}

/// The first day that is one of its days: the start of a series must be part of it.
fn first_day(event: &CalendarEvent) -> NaiveDate {
    let mut day = event.from;
    while event.weekdays & 0x7f != 0
        && event.weekdays & (1 << day.weekday().num_days_from_monday()) == 0
    {
        let Some(next) = day.succ_opt() else { break };
        day = next;
    }
    day
}

fn days(weekdays: u8) -> String {
    let mut days = Vec::new();
    for (n, day) in ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
        .into_iter()
        .enumerate()
    {
        if weekdays & (1 << n) != 0 {
            days.push(day);
        }
    }
    days.join(",")
}

fn minute_of(time: &chrono::NaiveDateTime) -> u16 {
    use chrono::Timelike;
    (time.hour() * 60 + time.minute()) as u16
}

/// "20261125T093000".
fn wall(date: NaiveDate, minute: u16) -> String {
    let mut text = crate::diary::moment::date(date).replace('-', "");
    text.push('T');
    for n in [minute / 60 % 24, minute % 60] {
        text.push(char::from(b'0' + (n / 10) as u8));
        text.push(char::from(b'0' + (n % 10) as u8));
    }
    text.push_str("00");
    text
}

/// A text as a calendar file has it.
fn escaped(words: &str) -> String {
    let mut text = String::new();
    for letter in words.chars() {
        match letter {
            '\\' | ';' | ',' => text.extend(['\\', letter]),
            '\n' => text.push_str("\\n"),
            letter if letter.is_control() => {}
            letter => text.push(letter),
        }
    }
    text
}

/// Puts a line, folded: no more than 75 bytes, and no letter torn apart.
fn line(file: &mut String, text: &str) {
    let mut room = 75;
    for letter in text.chars() {
        if letter.len_utf8() > room {
            file.push_str("\r\n ");
            room = 74;
        }
        room -= letter.len_utf8();
        file.push(letter);
    }
    file.push_str("\r\n");
}
