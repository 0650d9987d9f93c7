//! What others read: tables, an archive of them, FHIR, plain text.

use serde_json::Value;

use unknot::diary::Diary;
use unknot::diary::episode::Relief;
use unknot::diary::export::archive::Archive;
use unknot::diary::export::fhir::{BundleChunks, Purpose, bundle, name};
use unknot::diary::export::zip::{Zip, crc_32};
use unknot::diary::export::{csv, text};
use unknot::diary::report::excerpt::{Excerpt, OptionalPart, ReportChoice, ReportRange};
use unknot::diary::report::{Report, WARNING_SIGNS};
use unknot::diary::stored::Record;

use super::report::{choice, everything, full, now};

fn excerpt(diary: &Diary) -> Excerpt {
    Excerpt::of(diary, &choice(ReportRange::Last(30)), &now())
}

/// A reader by RFC 4180, written from it: rows of cells.
pub fn read(csv: &str) -> Vec<Vec<String>> {
    let csv = csv.strip_prefix('\u{feff}').expect("a byte order mark");
    let (mut rows, mut row, mut cell) = (Vec::new(), Vec::new(), String::new());
    let mut quoted = false;
    let mut letters = csv.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => cell.extend(letters.next()),
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(std::mem::take(&mut cell)),
            '\r' if !quoted => {
                assert_eq!(letters.next(), Some('\n'), "a bare return");
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            letter => {
                assert!(quoted || letter != '\n', "a bare line feed");
                cell.push(letter);
            }
        }
    }
    assert!(
        !quoted && row.is_empty() && cell.is_empty(),
        "it ends with a line"
    );
    rows
}

fn table(diary: &Diary, name: &str) -> Vec<Vec<String>> {
    let tables = csv::tables(&excerpt(diary));
    let (_, text) = tables
        .iter()
        .find(|(there, _)| *there == name)
        .expect("it is there");
    read(text)
}

fn one(alter: impl Fn(&mut unknot::diary::episode::Episode)) -> Diary {
    let mut episode = full("one", 1);
    alter(&mut episode);
    let mut diary = Diary::default();
    diary.put(Record::Episode(episode));
    diary
}

#[test]
fn each_table_is_whole_and_explained() {
    let tables = csv::tables(&excerpt(&everything()));
    let names: Vec<&str> = tables.iter().map(|(name, _)| *name).collect();
    assert_eq!(
        names,
        [
            "episodes.csv",
            "readings.csv",
            "treatments.csv",
            "days.csv",
            "dictionary.csv"
        ]
    );
    let dictionary = read(&tables[4].1);
    for (name, text) in &tables[..4] {
        let rows = read(text);
        let width = rows[0].len();
        assert!(
            rows.len() > 1 && rows.iter().all(|row| row.len() == width),
            "{name}"
        );
        for column in &rows[0] {
            let explained = dictionary
                .iter()
                .any(|row| row[0] == *name && row[1] == *column && !row[2].is_empty());
            assert!(explained, "{name}: {column}");
        }
    }
    let rows = |n: usize| read(&tables[n].1).len() - 1;
    assert_eq!([rows(0), rows(1), rows(2), rows(3)], [12, 24, 36, 8]);
}

#[test]
fn a_row_holds_what_the_episode_holds() {
    let rows = table(&one(|_| {}), "episodes.csv");
    assert_eq!(
        rows[1],
        [
            "one",
            "2026-11-23T07:40:00+01:00",
            "2026-11-23T08:40:00+01:00",
            "60",
            "live",
            "7",
            "Neck, left; Lower back, right",
            "Thigh, left",
            "Lifting; =1+1, \"rain\"",
            "Sharp",
            "Numbness",
            "Work",
            "After the garden; \"lie down\",\n=SUM(A1) שלום",
        ]
    );
    let rows = table(
        &one(|e| (e.end, e.places) = (None, Default::default())),
        "episodes.csv",
    );
    assert_eq!(rows[1][2..4], ["", ""]);
    let rows = table(&one(|_| {}), "treatments.csv");
    assert_eq!(rows[2][3..6], ["medicine", "Ibuprofen 400 mg", "-1"]);
}

#[test]
fn no_spreadsheet_runs_a_text() {
    for (typed, cell) in [
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        (" =1", "' =1"),
        ("\r=1", "'\r=1"),
        ("＝1", "'＝1"),
        ("1-1", "1-1"),
        ("", ""),
    ] {
        let rows = table(
            &one(|episode| episode.notes = typed.to_string()),
            "episodes.csv",
        );
        assert_eq!(rows[1][12], cell, "{typed:?}");
        let rows = table(
            &one(|e| e.treatments[0].detail = typed.to_string()),
            "treatments.csv",
        );
        assert_eq!(rows[1][4], cell, "{typed:?}");
    }
}

#[test]
fn zero_and_nothing_are_two_things() {
    let diary = one(|episode| episode.treatments[0].relief = Relief::new(0));
    assert_eq!(table(&diary, "treatments.csv")[1][5], "0");
    let diary = one(|episode| episode.treatments[0].relief = None);
    assert_eq!(table(&diary, "treatments.csv")[1][5], "");
    let days = table(&everything(), "days.csv");
    assert_eq!(days[1][..3], ["2026-11-03", "", "0"]);
}

#[test]
fn the_checksum_is_that_of_iso_3309() {
    // The check value of CRC-32/ISO-HDLC in the catalogue of parametrised CRC algorithms.
    assert_eq!(crc_32(b"123456789"), 0xcbf4_3926);
    assert_eq!(crc_32(b""), 0);
}

#[test]
fn an_archive_names_its_files_at_both_ends() {
    let mut zip = Zip::default();
    let mut bytes = zip.file("a.csv", "x");
    let second = bytes.len();
    bytes.extend(zip.file("ß.csv", ""));
    let directory = bytes.len();
    bytes.extend(zip.end());
    for begin in [0, second] {
        assert_eq!(&bytes[begin..begin + 4], b"PK\x03\x04");
    }
    let end = &bytes[bytes.len() - 22..];
    assert_eq!(&end[..4], b"PK\x05\x06");
    let long = |at: usize| u32::from_le_bytes(end[at..at + 4].try_into().unwrap()) as usize;
    let (size, begin) = (long(12), long(16));
    assert_eq!((begin, size + 22), (directory, bytes.len() - directory));
    assert_eq!(&bytes[begin..begin + 4], b"PK\x01\x02");
}

/// How many pieces something has; each time it must have said how many are still to come.
#[track_caller]
fn counted<T>(mut pieces: impl ExactSizeIterator<Item = T>, all: &mut Vec<T>) -> usize {
    let n = pieces.len();
    for left in (0..n).rev() {
        all.extend(pieces.next());
        assert_eq!(pieces.len(), left);
    }
    assert!(pieces.next().is_none());
    n
}

#[test]
fn what_is_written_in_pieces_is_the_same_as_at_once() {
    // Chunks of the archive, and of the Bundle.
    for (episodes, expected) in [
        (0, (6, 1)),
        (1, (6, 1)),
        (100, (6, 1)),
        (101, (6, 2)),
        (2_001, (12, 21)),
    ] {
        let mut diary = Diary::default();
        for n in 0..episodes {
            let mut episode = full("x", n % 30);
            episode.id = super::episode_id(&format!("e{n:05}"));
            diary.put(Record::Episode(episode));
        }
        let excerpt = excerpt(&diary);
        let (mut archive, mut pieces) = (Vec::new(), Vec::new());
        let found = (
            counted(Archive::of(&excerpt), &mut archive),
            counted(BundleChunks::of(&excerpt, Purpose::Collection), &mut pieces),
        );
        assert_eq!(found, expected, "{episodes}");
        let mut zip = Zip::default();
        let mut whole = Vec::new();
        for (name, text) in csv::tables(&excerpt) {
            whole.extend(zip.file(name, &text));
        }
        whole.extend(zip.end());
        assert!(archive.concat() == whole);
        assert_eq!(
            of_kind(&resources(&excerpt, Purpose::Collection), "Procedure").len() as u64,
            episodes
        );
        assert!(pieces.concat() == bundle(&excerpt, Purpose::Collection));
    }
}

fn resources(excerpt: &Excerpt, purpose: Purpose) -> Vec<Value> {
    let bundle: Value = serde_json::from_str(&bundle(excerpt, purpose)).expect("JSON");
    bundle["entry"].as_array().expect("entries").clone()
}

fn of_kind<'a>(entries: &'a [Value], kind: &str) -> Vec<&'a Value> {
    let all = entries.iter().map(|entry| &entry["resource"]);
    all.filter(|resource| resource["resourceType"] == kind)
        .collect()
}

#[test]
fn the_bundle_has_a_resource_for_each_thing() {
    let entries = resources(&excerpt(&everything()), Purpose::Collection);
    let count = |kind| of_kind(&entries, kind).len();
    assert_eq!(count("Patient"), 1);
    assert_eq!(count("Questionnaire"), 1);
    assert_eq!(count("QuestionnaireResponse"), 2);
    assert_eq!(count("Condition"), 1);
    assert_eq!(count("MedicationStatement"), 12);
    assert_eq!(count("Procedure"), 12);
    // The summary, 24 readings, 12 episodes, 8 days, 2 check-ups.
    assert_eq!(count("Observation"), 47);
    let condition = of_kind(&entries, "Condition")[0];
    assert_eq!(
        condition["code"]["text"],
        "Reported symptom: muscle spasm of back"
    );
    assert!(
        condition["code"].get("coding").is_none(),
        "no diagnosis is coded"
    );
}

#[test]
fn every_line_of_the_first_page_is_in_the_bundle_in_the_same_words() {
    let asked = ReportChoice {
        questions: "May I run?\n=1+1 \"<b>\"".to_string(),
        include: [true, true, false, true],
        ..choice(ReportRange::Last(30))
    };
    let excerpt = Excerpt::of(&everything(), &asked, &now());
    let entries = resources(&excerpt, Purpose::Collection);
    let all = of_kind(&entries, "Observation");
    let is_summary = |one: &&&Value| one["code"]["text"] == "Summary of a diary of back spasms";
    let summary = all.iter().find(is_summary).expect("it is there");
    let lines = summary["component"].as_array().expect("lines");
    let says = |name: &str, words: &str| {
        let is = |line: &&Value| line["code"]["text"] == name && line["valueString"] == words;
        assert!(lines.iter().any(|line| is(&line)), "{name}: {words}");
    };
    let report = Report::of(&excerpt);
    let mut n = 0;
    for part in &report.summary {
        for row in &part.rows {
            let name = format!("{}: {}", part.heading, row.name);
            says(name.trim_end_matches(": "), &row.words);
            n += 1;
        }
    }
    assert_eq!(lines.len(), n + report.about.len());
    assert!(
        lines[report.about.len()]["code"]["text"]
            .as_str()
            .expect("a name")
            .starts_with(WARNING_SIGNS)
    );
    says("My questions", "=1+1 \"<b>\"");
    says("About", "Left out by choice: Mood");
    says("How good these data are: Still open", "0 of 12");
}

#[test]
fn its_ids_are_valid_each_once_and_the_same_every_time() {
    let excerpt = excerpt(&everything());
    let entries = resources(&excerpt, Purpose::Transaction);
    let mut names: Vec<&str> = Vec::new();
    for entry in &entries {
        let id = entry["resource"]["id"].as_str().expect("an id");
        let is_fine = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '.';
        assert!(
            (1..=64).contains(&id.len()) && id.chars().all(is_fine),
            "{id}"
        );
        let kind = entry["resource"]["resourceType"].as_str().expect("a kind");
        assert_eq!(entry["request"]["url"], format!("{kind}/{id}"));
        assert_eq!(entry["fullUrl"], name(kind, id));
        names.push(entry["fullUrl"].as_str().expect("a name"));
    }
    let count = names.len();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), count);
    assert_eq!(entries, resources(&excerpt, Purpose::Transaction));
    assert!(
        resources(&excerpt, Purpose::Collection)[0]
            .get("request")
            .is_none()
    );
}

#[test]
fn every_reference_leads_to_an_entry() {
    let excerpt = excerpt(&everything());
    let text = bundle(&excerpt, Purpose::Collection);
    let entries = resources(&excerpt, Purpose::Collection);
    let names: Vec<&str> = entries
        .iter()
        .filter_map(|entry| entry["fullUrl"].as_str())
        .collect();
    let references: Vec<&str> = text
        .split("\"reference\":\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect();
    assert!(references.len() > 70);
    for reference in references {
        assert!(names.contains(&reference), "{reference}");
    }
}

#[test]
fn pain_is_coded_and_a_place_only_where_one_code_says_it() {
    let entries = resources(&excerpt(&everything()), Purpose::Collection);
    let all = of_kind(&entries, "Observation");
    let pain: Vec<_> = all
        .iter()
        .filter(|o| o["code"]["coding"][0]["code"] == "72514-3")
        .collect();
    assert_eq!(pain.len(), 24);
    assert_eq!(pain[0]["valueQuantity"]["value"], 7);
    // Two places: words alone.
    assert_eq!(
        pain[0]["bodySite"]["text"],
        "Neck, left · Lower back, right"
    );
    assert!(pain[0]["bodySite"].get("coding").is_none());
    let mut diary = one(|episode| {
        episode.places = unknot::diary::place::Place::from_id("low-left")
            .into_iter()
            .collect();
    });
    let entries = resources(&excerpt(&diary), Purpose::Collection);
    assert_eq!(
        of_kind(&entries, "Observation")[1]["bodySite"]["coding"][0]["code"],
        "1017210004"
    );
    diary = one(|episode| episode.places = Default::default());
    let entries = resources(&excerpt(&diary), Purpose::Collection);
    assert!(
        of_kind(&entries, "Observation")[1]
            .get("bodySite")
            .is_none()
    );
}

#[test]
fn the_patient_is_empty_but_for_what_was_added() {
    let entries = resources(&excerpt(&everything()), Purpose::Collection);
    let patient = of_kind(&entries, "Patient")[0]
        .as_object()
        .expect("an object");
    let fields: Vec<&str> = patient.keys().map(String::as_str).collect();
    assert_eq!(fields, ["resourceType", "id"]);
    let named = ReportChoice {
        name: " Ada \"=1+1\" ".to_string(),
        born: unknot::diary::moment::read_date("1980-02-29"),
        ..choice(ReportRange::Last(30))
    };
    let entries = resources(
        &Excerpt::of(&everything(), &named, &now()),
        Purpose::Collection,
    );
    let patient = of_kind(&entries, "Patient")[0];
    assert_eq!(patient["name"][0]["text"], "Ada \"=1+1\"");
    assert_eq!(patient["birthDate"], "1980-02-29");
}

#[test]
fn what_is_left_out_is_in_no_file() {
    let mut choice = choice(ReportRange::Last(30));
    for (kind, words) in [
        (OptionalPart::Notes, "garden"),
        (OptionalPart::Medicines, "Ibuprofen 400"),
        (OptionalPart::Days, "began physiotherapy"),
    ] {
        let files = |choice: &ReportChoice| {
            let excerpt = Excerpt::of(&everything(), choice, &now());
            let mut all: Vec<String> = csv::tables(&excerpt)
                .into_iter()
                .map(|(_, text)| text)
                .collect();
            all.push(bundle(&excerpt, Purpose::Collection));
            all.push(text::text(&Report::of(&excerpt), "", ""));
            all
        };
        choice.include = [true; 4];
        assert!(
            files(&choice)
                .iter()
                .filter(|file| file.contains(words))
                .count()
                >= 3,
            "{words}"
        );
        choice.include[kind as usize] = false;
        assert!(
            !files(&choice).iter().any(|file| file.contains(words)),
            "{words}"
        );
    }
}

#[test]
fn the_text_has_every_line_of_the_page() {
    let report = Report::of(&excerpt(&everything()));
    let text = text::text(&report, "Title", "What it is");
    assert!(
        text.starts_with("Title\n2026-10-26 to 2026-11-24"),
        "{text}"
    );
    for part in report.summary.iter().chain(&report.details) {
        assert!(
            text.contains(&format!("\n{}\n", part.heading)),
            "{}",
            part.heading
        );
        for row in &part.rows {
            assert!(text.contains(&row.words), "{row:?}");
        }
    }
}
