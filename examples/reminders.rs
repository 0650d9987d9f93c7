//! The calendar file of a backup: for those who fill a calendar for somebody else, and for checking it
//! with other programs.

use std::process::ExitCode;

use unknot::diary::Diary;
use unknot::diary::backup::{self, StampSource};
use unknot::diary::ics::calendar;
use unknot::diary::moment;
use unknot::diary::reminders::events;
use unknot::diary::stamp::Device;

const USAGE: &str = "\
Usage: cargo run --example reminders -- BACKUP NOW MINUTE

Reads a backup file and prints all reminders, as they are at NOW (\"2026-11-24T12:00:00+00:00\"), as a
calendar file. MINUTE of the day is that of the check and the weekly questions.
";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let [file, now, minute] = args.as_slice() else {
        eprint!("{USAGE}");
        return ExitCode::from(2);
    };
    match made(file, now, minute) {
        Ok(calendar) => {
            print!("{calendar}");
            ExitCode::SUCCESS
        }
        Err(why) => {
            eprintln!("{why}");
            ExitCode::from(2)
        }
    }
}

fn made(file: &str, now: &str, minute: &str) -> Result<String, String> {
    let text = std::fs::read_to_string(file).map_err(|why| format!("{file}: {why}"))?;
    let read = backup::read(&text).map_err(|why| format!("{file}: {why:?}"))?;
    let now = moment::decode(now).ok_or_else(|| format!("no moment: {now}"))?;
    let device = Device::of(0);
    let diary = Diary::of(
        read.plan(&Diary::default(), &StampSource { now, device })
            .writes,
    );
    let minute = minute.parse().ok().filter(|minute| *minute < 24 * 60);
    let minute = minute.ok_or("no minute of the day")?;
    let events = events(&diary, [true; 4], minute, now.date_naive());
    Ok(calendar(&events, "example", 0, &now))
}
