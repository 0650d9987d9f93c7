//! The guide on the command line: the same engine as the app, for trying whole lists of cases.
//!
//! Reads one JSON object a line, `{"id":…, "profile":{…}, "answers":{…}}`, from a file or from
//! standard input, and writes one JSON object a line. A missing age or sex counts as not said.
//! A line that cannot be read is told on standard error by its number; the others are answered all
//! the same, and the exit code is 2.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Write};
use std::process::ExitCode;

use serde_json::{Map, Value, json};

use unknot::guide::care::offers;
use unknot::guide::causes::possible;
use unknot::guide::condition::{ALWAYS, Condition};
use unknot::guide::content::questions::QUESTIONS;
use unknot::guide::decides::source_words;
use unknot::guide::interview::{Answer, Answers, Kind, NONE, Question, question, replay, said};
use unknot::guide::triage::triage;

const USAGE: &str = "\
Usage: cargo run --example assess -- [--strict] [FILE]
       cargo run --example assess -- --questions

Reads one JSON object a line, {\"id\":…, \"profile\":{…}, \"answers\":{…}}, from FILE or standard input.
  --questions  print every question with its choices, as JSON
  --strict     an unknown question or choice is an error, and not only told
";

/// A choice that says that age or sex is not told.
const UNSAID: &str = "unsaid";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let (mut out, mut told) = (io::stdout().lock(), io::stderr().lock());
    ExitCode::from(run(&args, io::stdin().lock(), &mut out, &mut told).unwrap_or(2))
}

/// Does what these arguments ask for, and gives the exit code: 0, or 2 when something was wrong.
///
/// # Errors
/// When nothing can be written any more.
pub fn run(
    args: &[String],
    input: impl BufRead,
    out: &mut impl Write,
    told: &mut impl Write,
) -> io::Result<u8> {
    let mut strict = false;
    let mut file = None;
    for arg in args {
        match arg.as_str() {
            "--strict" => strict = true,
            "--questions" => {
                let all: Vec<Value> = QUESTIONS.iter().map(catalogue).collect();
                writeln!(out, "{:#}", Value::from(all))?;
                return Ok(0);
            }
            "--help" => {
                write!(out, "{USAGE}")?;
                return Ok(0);
            }
            path if file.is_none() && !path.starts_with("--") => file = Some(path),
            _ => {
                write!(told, "{USAGE}")?;
                return Ok(2);
            }
        }
    }
    match file.map(|path| (path, File::open(path))) {
        None => assess_all(input, strict, out, told),
        Some((_, Ok(file))) => assess_all(BufReader::new(file), strict, out, told),
        Some((path, Err(why))) => {
            writeln!(told, "{path}: {why}")?;
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
    for (n, line) in input.split(b'\n').enumerate() {
        let line = line?;
        if line.iter().all(u8::is_ascii_whitespace) {
            continue;
        }
        let mut unknown = Vec::new();
        let answer = Case::read(&line, &mut unknown).and_then(|case| match unknown.as_slice() {
            [first, ..] if strict => Err(first.clone()),
            _ => Ok(case),
        });
        match answer {
            Ok(case) => {
                for what in unknown {
                    writeln!(told, "line {}: {what}, left out", n + 1)?;
                }
                writeln!(out, "{}", case.assess())?;
            }
            Err(why) => {
                writeln!(told, "line {}: {why}", n + 1)?;
                code = 2;
            }
        }
    }
    Ok(code)
}

/// One line: a name for it, and the answers.
struct Case {
    id: Value,
    answers: Answers,
}

impl Case {
    /// Reads a line. Ids that the guide does not have are left out, and listed in `unknown`.
    fn read(line: &[u8], unknown: &mut Vec<String>) -> Result<Case, String> {
        let value: Value =
            serde_json::from_slice(line).map_err(|why| format!("not JSON: {why}"))?;
        let Value::Object(mut fields) = value else {
            return Err("not a JSON object".to_string());
        };
        let mut answers = Answers::default();
        for question in QUESTIONS.iter().filter(|question| question.profile) {
            if question.choices.iter().any(|choice| choice.id == UNSAID) {
                answers.give(question.id, Answer::of(&[UNSAID]));
            }
        }
        // What stands in both is taken from the answers.
        for name in ["profile", "answers"] {
            let given = match fields.remove(name) {
                None | Some(Value::Null) => Map::new(),
                Some(Value::Object(given)) => given,
                Some(_) => return Err(format!("\"{name}\" is not an object")),
            };
            for (id, value) in given {
                match question(&id) {
                    Some(question) => {
                        let answer = read_answer(question, &value, unknown)
                            .map_err(|why| format!("{id}: {why}"))?;
                        if answer.is_given() {
                            answers.give(&id, answer);
                        }
                    }
                    None => unknown.push(format!("there is no question \"{id}\"")),
                }
            }
        }
        let id = fields.remove("id").unwrap_or_default();
        if let Some(other) = fields.keys().next() {
            unknown.push(format!("there is no field \"{other}\""));
        }
        Ok(Case { id, answers })
    }

    /// What the guide says of it.
    fn assess(&self) -> Value {
        let replayed = replay(&self.answers);
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
                    "for": said(&self.answers, &one.toward),
                    "against": said(&self.answers, &one.away),
                })
            })
            .collect();
        let care: Vec<&str> = offers(&replayed.findings, triage.urgency)
            .iter()
            .filter(|offer| !offer.withheld)
            .map(|offer| offer.care.id)
            .collect();
        let unanswered: Vec<&str> = replayed.open.iter().map(|question| question.id).collect();
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

/// Reads an answer: a number, the id of a choice, or a list of such ids.
fn read_answer(
    question: &Question,
    value: &Value,
    unknown: &mut Vec<String>,
) -> Result<Answer, String> {
    let ids: Vec<&str> = match (value, question.kind) {
        (Value::Number(number), Kind::Number { min, max, .. }) => {
            let number = number.as_u64().and_then(|n| u16::try_from(n).ok());
            let number = number.filter(|n| (min..=max).contains(n));
            let wrong = || format!("{value} is not a whole number from {min} to {max}");
            return number.map(Answer::Number).ok_or_else(wrong);
        }
        (Value::String(id), _) => vec![id],
        (Value::Array(items), _) => {
            let ids = items.iter().map(Value::as_str).collect();
            let ids: Option<Vec<&str>> = ids;
            ids.ok_or("a list of choice ids is expected")?
        }
        _ => return Err(format!("{value} is no answer to it")),
    };
    let (known, others): (Vec<&str>, Vec<&str>) = ids
        .into_iter()
        .partition(|id| question.choices.iter().any(|choice| choice.id == *id));
    for other in others {
        unknown.push(format!("{} has no choice \"{other}\"", question.id));
    }
    if known.len() > 1 && known.contains(&NONE) {
        return Err(format!("\"{NONE}\" stands alone"));
    }
    if known.len() > 1 && question.kind != Kind::Many {
        return Err("only one choice can be made".to_string());
    }
    Ok(Answer::of(&known))
}

/// A question with all there is to know for answering it.
fn catalogue(question: &Question) -> Value {
    let mut entry = Map::new();
    let mut put = |name: &str, value: Value| entry.insert(name.to_string(), value);
    put("id", question.id.into());
    put("words", question.words.into());
    put("help", question.help.into());
    put("why", question.why.into());
    match question.kind {
        Kind::One => put("kind", "one".into()),
        Kind::Many => put("kind", "many".into()),
        Kind::Number { min, max, unit, .. } => {
            put("min", min.into());
            put("max", max.into());
            put("unit", unit.into());
            put("kind", "number".into())
        }
    };
    put("profile", question.profile.into());
    put("danger", question.danger.into());
    put("asked_when", describe(&question.asked_when));
    let choices: Vec<Value> = question
        .choices
        .iter()
        .map(|choice| {
            let mut entry = json!({"id": choice.id, "words": choice.words, "group": choice.group});
            if *choice.when != ALWAYS {
                entry["when"] = describe(choice.when);
            }
            entry
        })
        .collect();
    put("choices", choices.into());
    entry.into()
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
