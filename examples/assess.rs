//! The guide on the command line: the same engine as the app, for trying whole lists of cases.
//!
//! Reads one JSON object a line, `{"id":…, "profile":{…}, "answers":{…}}`, from a file or from
//! standard input, and writes one JSON object a line. A missing age or sex counts as not said, `null` as
//! missing.
//! A line that cannot be read is told on standard error by its number; the others are answered all
//! the same, and the exit code is 2.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Write};
use std::path::Path;
use std::process::ExitCode;

use serde_json::{Map, Value, json};

use unknot::guide::answers::{Answer, Answers, NONE};
use unknot::guide::care::offers;
use unknot::guide::causes::possible;
use unknot::guide::condition::{ALWAYS, Condition};
use unknot::guide::content::questions::QUESTIONS;
use unknot::guide::decides::source_words;
use unknot::guide::interview::{Kind, Question, question, replay};
use unknot::guide::triage::triage;

const USAGE: &str = "\
Usage: cargo run --example assess -- [--strict] [FILE]
       cargo run --example assess -- --questions

Reads one JSON object a line, {\"id\":…, \"profile\":{…}, \"answers\":{…}}, from FILE or standard input,
and writes one a line. The exit code is 2 when something could not be read, else 0.
  --questions  print every question with its choices, as JSON
  --strict     an unknown question or choice is an error, and not only told
  --help       print this
";

/// A choice that says that age or sex is not told.
const UNSAID: &str = "unsaid";

fn main() -> ExitCode {
    let args: Vec<OsString> = std::env::args_os().skip(1).collect();
    let (mut out, mut told) = (io::stdout().lock(), io::stderr().lock());
    let code = run(&args, io::stdin().lock(), &mut out, &mut told).unwrap_or_else(|why| {
        // Where this cannot be written either, the exit code has to do.
        let _ = writeln!(told, "cannot write: {why}");
        2
    });
    ExitCode::from(code)
}

/// Does what these arguments ask for, and gives the exit code: 0, or 2 when something was wrong.
///
/// # Errors
/// When nothing can be written any more.
pub fn run(
    args: &[OsString],
    input: impl BufRead,
    out: &mut impl Write,
    told: &mut impl Write,
) -> io::Result<u8> {
    let (mut strict, mut questions, mut file) = (false, false, None);
    for arg in args {
        match arg.to_str() {
            Some("--strict") => strict = true,
            Some("--questions") => questions = true,
            Some("--help") => {
                write!(out, "{USAGE}")?;
                return Ok(0);
            }
            word if file.is_none() && !word.is_some_and(|word| word.starts_with('-')) => {
                file = Some(Path::new(arg));
            }
            _ => {
                write!(told, "{USAGE}")?;
                return Ok(2);
            }
        }
    }
    if questions {
        let all: Value = QUESTIONS.iter().map(catalogue).collect();
        writeln!(out, "{all:#}")?;
        return Ok(0);
    }
    let Some(path) = file else {
        return assess_all(input, strict, out, told);
    };
    match File::open(path) {
        Ok(file) => assess_all(BufReader::new(file), strict, out, told),
        Err(why) => {
            writeln!(told, "cannot open {}: {why}", path.display())?;
            Ok(2)
        }
    }
}

fn assess_all(
    input: impl BufRead,
    strict: bool,
    out: &mut impl Write,
    told: &mut impl Write,
) -> io::Result<u8> {
    let mut code = 0;
    for (n, line) in (1..).zip(input.split(b'\n')) {
        let line = match line {
            Ok(line) => line,
            // Such as a folder: nothing more will come.
            Err(why) => {
                writeln!(told, "line {n}: cannot read it: {why}")?;
                return Ok(2);
            }
        };
        if line.iter().all(u8::is_ascii_whitespace) {
            continue;
        }
        let mut unknown = Vec::new();
        let case = Case::read(&line, &mut unknown).and_then(|case| match unknown.as_slice() {
            [_, ..] if strict => Err(unknown.join("; ")),
            _ => Ok(case),
        });
        match case {
            Ok(case) => {
                for what in unknown {
                    writeln!(told, "line {n}: {what}, left out")?;
                }
                writeln!(out, "{}", case.assess())?;
            }
            Err(why) => {
                writeln!(told, "line {n}: {why}")?;
                code = 2;
            }
        }
    }
    Ok(code)
}

/// One line: a name for it, and the answers.
struct Case {
    id: Value,
    /// What the line says.
    said: Answers,
    /// The same, and of whom age or sex is missing that they are kept back.
    answers: Answers,
}

impl Case {
    /// Reads a line. What the guide does not know is left out, and listed in `unknown`.
    fn read(line: &[u8], unknown: &mut Vec<String>) -> Result<Case, String> {
        let line = str::from_utf8(line).map_err(|why| format!("not UTF-8: {why}"))?;
        // Some editors begin a file with this mark.
        let line = line.trim_start_matches('\u{feff}');
        let fields = match serde_json::from_str(line) {
            Ok(Value::Object(fields)) => fields,
            Ok(_) => return Err("not a JSON object".to_string()),
            // It counts lines too, and has seen one.
            Err(why) => {
                return Err(format!("not JSON: {why}").replace(" at line 1 column", " at column"));
            }
        };
        let (mut id, mut profile, mut answers) = (Value::Null, Map::new(), Map::new());
        for (name, value) in fields {
            match (name.as_str(), value) {
                ("id", value) => id = value,
                ("profile", Value::Object(given)) => profile = given,
                ("answers", Value::Object(given)) => answers = given,
                ("profile" | "answers", Value::Null) => {}
                ("profile" | "answers", _) => return Err(format!("\"{name}\" is not an object")),
                (near, _) if ["id", "profile", "answers"].contains(&&*near.to_lowercase()) => {
                    return Err(format!("\"{near}\": write it in small letters"));
                }
                // Other fields are the writer's own, such as what was expected.
                _ => {}
            }
        }
        if let Some(id) = profile
            .keys()
            .find(|id| question(id).is_some_and(|question| !question.profile))
        {
            return Err(format!("{id}: it belongs in \"answers\""));
        }
        let mut case = Case {
            id,
            said: Answers::default(),
            answers: nothing_said(),
        };
        // What stands in both is taken from the answers.
        for (id, value) in profile.iter().chain(&answers) {
            // As if it did not stand there.
            if value.is_null() {
                continue;
            }
            let Some(question) = question(id) else {
                unknown.push(format!("there is no question \"{id}\""));
                continue;
            };
            let answer =
                read_answer(question, value, unknown).map_err(|why| format!("{id}: {why}"))?;
            if answer.is_given() {
                case.said.give(id, answer.clone());
                case.answers.give(id, answer);
            }
        }
        Ok(case)
    }

    /// What the guide says of it.
    fn assess(&self) -> Value {
        let mut replayed = replay(&self.answers);
        let unanswered: Vec<&str> = replayed.open.iter().map(|question| question.id).collect();
        // As long as more is to come it is what these answers alone decide: an age that is kept back counts for
        // caution, and one that is yet to come may not.
        if !unanswered.is_empty() {
            replayed = replay(&self.said);
        }
        let triage = triage(&replayed.findings);
        let fired: Vec<Value> = triage
            .fired
            .iter()
            .map(|rule| {
                json!({"rule": rule.id, "because": rule.because, "source": source_words(rule.source)})
            })
            .collect();
        let causes: Vec<Value> = possible(&replayed.findings)
            .iter()
            .map(|one| {
                json!({
                    "id": one.cause.id,
                    "for": replayed.said(&one.toward),
                    "against": replayed.said(&one.away),
                })
            })
            .collect();
        let care: Vec<&str> = offers(&replayed.findings, triage.urgency)
            .iter()
            .filter(|offer| !offer.withheld)
            .map(|offer| offer.care.id)
            .collect();
        json!({
            "id": self.id,
            "urgency": triage.urgency.id(),
            "complete": unanswered.is_empty(),
            "fired": fired,
            "causes": causes,
            "care": care,
            "recheck_days": triage.urgency.recheck_days(),
            "unanswered": unanswered,
        })
    }
}

/// The answers of someone who says nothing: not even age and sex, which may be kept back.
fn nothing_said() -> Answers {
    let mut answers = Answers::default();
    for question in QUESTIONS.iter().filter(|question| question.profile) {
        if question.choices.iter().any(|choice| choice.id == UNSAID) {
            answers.give(question.id, Answer::of(&[UNSAID]));
        }
    }
    answers
}

fn is_choice(question: &Question, value: &Value) -> bool {
    question.choices.iter().any(|choice| *value == choice.id)
}

/// Reads an answer: a number, the id of a choice, or a list of such ids.
fn read_answer(
    question: &Question,
    value: &Value,
    unknown: &mut Vec<String>,
) -> Result<Answer, String> {
    let ids: Option<BTreeSet<&str>> = match (value, question.kind) {
        // Some writers of JSON have no whole numbers, some none at all: 44.0 and "44" are 44.
        (Value::Number(_) | Value::String(_), Kind::Number { min, max, .. })
            if !is_choice(question, value) =>
        {
            let text = value.as_str().map_or(value.to_string(), str::to_string);
            let number = question.number(text.trim_end_matches(".0"));
            let wrong = || format!("{value} is not a whole number from {min} to {max}");
            return number.map(Answer::Number).ok_or_else(wrong);
        }
        (Value::String(id), _) => Some(BTreeSet::from([id.as_str()])),
        (Value::Array(items), _) => items.iter().map(Value::as_str).collect(),
        _ => None,
    };
    let mut ids = ids.ok_or_else(|| match question.kind {
        Kind::Number { .. } => format!("{value} is neither a number nor the id of a choice"),
        Kind::One | Kind::Many => format!("{value} is not the id of a choice, or a list of them"),
    })?;
    if ids.len() > 1 && ids.contains(NONE) {
        return Err(format!("\"{NONE}\" stands alone"));
    }
    if ids.len() > 1 && question.kind != Kind::Many {
        return Err("only one choice can be made".to_string());
    }
    ids.retain(|id| {
        let is_known = question.choices.iter().any(|choice| choice.id == *id);
        if !is_known {
            unknown.push(format!("{} has no choice \"{id}\"", question.id));
        }
        is_known
    });
    Ok(Answer::of(&Vec::from_iter(ids)))
}

/// A question with all there is to know for answering it.
fn catalogue(question: &Question) -> Value {
    let mut entry = json!({
        "id": question.id,
        "words": question.words,
        "help": question.help,
        "why": question.why,
        "profile": question.profile,
        "danger": question.danger,
    });
    match question.kind {
        Kind::One => entry["kind"] = "one".into(),
        Kind::Many => entry["kind"] = "many".into(),
        Kind::Number { min, max, unit, .. } => {
            entry["kind"] = "number".into();
            entry["min"] = min.into();
            entry["max"] = max.into();
            entry["unit"] = unit.into();
        }
    }
    entry["asked_when"] = describe(&question.asked_when);
    entry["choices"] = question
        .choices
        .iter()
        .map(|choice| {
            let mut entry = json!({"id": choice.id, "words": choice.words});
            if !choice.group.is_empty() {
                entry["group"] = choice.group.into();
            }
            if *choice.when != ALWAYS {
                entry["when"] = describe(choice.when);
            }
            entry
        })
        .collect();
    entry
}

/// A condition, with the answers that tell what it names.
fn describe(condition: &Condition) -> Value {
    let each = |parts: &[Condition]| -> Value { parts.iter().map(describe).collect() };
    match condition {
        Condition::Has(finding) => {
            let mut told_by = Vec::new();
            for question in QUESTIONS {
                if let Kind::Number { bands, .. } = question.kind {
                    for band in bands.iter().filter(|band| band.finding == *finding) {
                        told_by.push(format!("{}:{}-{}", question.id, band.from, band.to));
                    }
                }
                for choice in question.choices {
                    if choice.findings.contains(finding) {
                        told_by.push(format!("{}:{}", question.id, choice.id));
                    }
                }
            }
            json!({"has": format!("{finding:?}"), "answers": told_by})
        }
        Condition::All(parts) => json!({"all": each(parts)}),
        Condition::Any(parts) => json!({"any": each(parts)}),
        Condition::AtLeast(n, parts) => json!({"at_least": n, "of": each(parts)}),
    }
}
