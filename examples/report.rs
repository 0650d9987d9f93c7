//! The page for a clinician and its files, from a backup: for those who keep diaries of several people,
//! and for checking the files with other programs.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use unknot::diary::Diary;
use unknot::diary::backup::{self, StampSource};
use unknot::diary::export::archive::Archive;
use unknot::diary::export::fhir::{Purpose, bundle};
use unknot::diary::export::text;
use unknot::diary::moment;
use unknot::diary::report::Report;
use unknot::diary::report::excerpt::{Excerpt, ReportChoice, ReportRange};
use unknot::diary::stamp::Device;

const USAGE: &str = "\
Usage: cargo run --example report -- BACKUP NOW DAYS FOLDER

Reads a backup file and writes report.txt, tables.zip, collection.json and transaction.json of the last
DAYS days (or `all`) into FOLDER, as they are at NOW: \"2026-11-24T12:00:00+00:00\".
";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let [file, now, days, folder] = args.as_slice() else {
        eprint!("{USAGE}");
        return ExitCode::from(2);
    };
    match run(file, now, days, Path::new(folder)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("{why}");
            ExitCode::from(2)
        }
    }
}

fn run(file: &str, now: &str, days: &str, folder: &Path) -> Result<(), String> {
    let text_of = fs::read_to_string(file).map_err(|why| format!("{file}: {why}"))?;
    let read = backup::read(&text_of).map_err(|why| format!("{file}: {why:?}"))?;
    let now = moment::decode(now).ok_or_else(|| format!("no moment: {now}"))?;
    let device = Device::of(0);
    let diary = Diary::of(
        read.plan(&Diary::default(), &StampSource { now, device })
            .writes,
    );
    let range = match days {
        "all" => ReportRange::All,
        days => ReportRange::Last(days.parse().map_err(|_| format!("no number: {days}"))?),
    };
    let choice = ReportChoice {
        range,
        include: [true; 4],
        name: String::new(),
        born: None,
        questions: String::new(),
    };
    let excerpt = Excerpt::of(&diary, &choice, &now);
    let report = text::text(&Report::of(&excerpt), "Back spasms, for a clinician", "");
    let write = |name: &str, bytes: &[u8]| {
        fs::write(folder.join(name), bytes).map_err(|why| format!("{name}: {why}"))
    };
    write("report.txt", report.as_bytes())?;
    let tables: Vec<Vec<u8>> = Archive::of(&excerpt).collect();
    write("tables.zip", &tables.concat())?;
    for (name, purpose) in [
        ("collection.json", Purpose::Collection),
        ("transaction.json", Purpose::Transaction),
    ] {
        write(name, bundle(&excerpt, purpose).as_bytes())?;
    }
    Ok(())
}
