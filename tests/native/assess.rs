//! The guide on the command line, run as a program is, without starting one.

#[path = "../../examples/assess.rs"]
#[allow(dead_code)]
mod program;

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::io::Write;

use serde_json::{Map, Value, json};

use unknot::guide::answers::{Answer, Answers, NONE};
use unknot::guide::condition::{ALWAYS, Condition};
use unknot::guide::content::questions::QUESTIONS;
use unknot::guide::finding::Finding;
use unknot::guide::interview::{Kind, question, replay};

use super::guide::{self, Dice, all_choices, completed};

/// Exit code, what was written, and what was told of errors.
fn run_bytes(args: &[&str], input: &[u8]) -> (u8, String, String) {
    let args: Vec<OsString> = args.iter().map(OsString::from).collect();
    let (mut out, mut told) = (Vec::new(), Vec::new());
    let code = program::run(&args, input, &mut out, &mut told).expect("written");
    let text = |bytes| String::from_utf8(bytes).expect("text");
    (code, text(out), text(told))
}

/// The same, with each line of the output read.
fn run(args: &[&str], input: &str) -> (u8, Vec<Value>, String) {
    let (code, out, told) = run_bytes(args, input.as_bytes());
    (code, lines(&out), told)
}

/// These lines, read.
pub fn lines(text: &str) -> Vec<Value> {
    let lines: Result<_, _> = text.lines().map(serde_json::from_str).collect();
    lines.expect("JSON")
}

/// What is said of lines that have nothing wrong.
#[track_caller]
pub fn all_answered(input: &str) -> Vec<Value> {
    let (code, out, told) = run(&["--strict"], input);
    assert_eq!((code, told.as_str()), (0, ""));
    out
}

/// What is said of one line that has nothing wrong.
#[track_caller]
fn answered(line: &str) -> Value {
    let (code, mut lines, told) = run(&[], line);
    assert_eq!((code, told.as_str(), lines.len()), (0, "", 1), "{line}");
    lines.remove(0)
}

/// What is told of a line that is refused, between two that are answered.
#[track_caller]
fn refused(args: &[&str], line: &[u8]) -> String {
    let input = [br#"{"id":"before"}"#, line, br#"{"id":"after"}"#].join(&b"\n\n"[..]);
    let (code, out, told) = run_bytes(args, &input);
    assert_eq!(code, 2, "{told}");
    let ids = out
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).expect("JSON")["id"].clone());
    assert_eq!(ids.collect::<Vec<_>>(), ["before", "after"], "{told}");
    assert_eq!(told.lines().count(), 1, "{told}");
    let why = told.strip_prefix("line 3: ").expect("the line's number");
    why.trim_end().to_string()
}

fn list(value: &Value) -> &[Value] {
    value.as_array().expect("a list")
}

fn has(value: &Value, entry: &str) -> bool {
    list(value).iter().any(|one| one == entry)
}

fn fired(value: &Value, rule: &str) -> bool {
    list(&value["fired"]).iter().any(|one| one["rule"] == rule)
}

/// An answer as a line has it.
fn to_json(answer: &Answer) -> Value {
    match answer {
        Answer::Number(number) => json!(number),
        Answer::Chosen(ids) => json!(ids),
    }
}

/// A line of these answers.
fn line(id: &Value, answers: &Answers) -> String {
    let answers: Map<_, _> = answers
        .iter()
        .map(|(id, answer)| (id.to_string(), to_json(answer)))
        .collect();
    json!({"id": id, "answers": answers}).to_string()
}

const HOME: &str = r#"{"id":"h","profile":{"age":38,"conditions":["none"]},"answers":{"danger":["none"],"place":["low"],"signs":"none","nerves":["none"],"onset":["effort"],"long":"2w","course":"better","bad":"mild","pattern":["moving","rest"],"before":"settled","tried":["heat"]}}"#;

#[test]
fn each_urgency() {
    for (was, is, urgency, days) in [
        ("", "", "selfcare", 3),
        (r#""better""#, r#""worse""#, "routine", 7),
        (r#""mild""#, r#""severe""#, "urgent", 1),
        (r#""signs":"none""#, r#""signs":["unsure"]"#, "urgent", 1),
        (
            r#""danger":["none"]"#,
            r#""danger":["pee"]"#,
            "emergency",
            1,
        ),
    ] {
        let answer = answered(&HOME.replace(was, is));
        assert_eq!(answer["id"], "h");
        assert_eq!(answer["urgency"], urgency, "{is}");
        assert_eq!(answer["recheck_days"], days, "{is}");
        assert_eq!(answer["complete"], true, "{is}");
        assert_eq!(answer["unanswered"], json!([]), "{is}");
        let sooner = ["urgent", "emergency"].contains(&urgency);
        assert_eq!(list(&answer["care"]).is_empty(), sooner, "{is}");
        assert_eq!(list(&answer["fired"]).is_empty(), urgency == "selfcare");
    }
}

#[test]
fn it_says_why_and_what_helps() {
    let home = answered(HOME);
    let first = &home["causes"][0];
    assert_eq!(first["id"], "strain");
    assert!(has(&first["for"], "A lift, twist or unusual effort"));
    assert!(has(&home["care"], "heat"));
    let emergency = answered(r#"{"answers":{"danger":["pee"]}}"#);
    let rule = &emergency["fired"][0];
    assert_eq!(rule["rule"], "cauda-equina");
    assert!(rule["because"].as_str().is_some_and(|why| !why.is_empty()));
    assert!(
        rule["source"]
            .as_str()
            .is_some_and(|source| source.contains("Cauda"))
    );
    assert_eq!(emergency["complete"], true, "nothing more is asked");
}

#[test]
fn the_keys_stand_in_their_order() {
    fn keys(value: &Value) -> Vec<&str> {
        let object = value.as_object().expect("an object");
        object.keys().map(String::as_str).collect()
    }
    for line in [HOME, "{}", r#"{"answers":{"danger":"pee"},"id":1}"#] {
        let answer = answered(line);
        let all = "id urgency complete fired causes care recheck_days unanswered";
        assert_eq!(keys(&answer).join(" "), all);
        for rule in list(&answer["fired"]) {
            assert_eq!(keys(rule), ["rule", "because", "source"]);
        }
        for cause in list(&answer["causes"]) {
            assert_eq!(keys(cause), ["id", "for", "against"]);
        }
    }
}

#[test]
fn without_all_answers_it_is_a_lower_bound() {
    let nothing = answered("{}");
    assert_eq!(nothing["id"], Value::Null);
    assert_eq!(nothing["urgency"], "selfcare");
    assert_eq!(nothing["complete"], false);
    assert!(has(&nothing["unanswered"], "danger"));
    let some = answered(r#"{"answers":{"danger":"none","bad":"severe"}}"#);
    assert_eq!(some["urgency"], "urgent");
    assert_eq!(some["complete"], false);
    let legs = answered(r#"{"answers":{"danger":"both-legs"}}"#);
    assert_eq!(legs["urgency"], "emergency");
    assert_eq!(legs["unanswered"], json!(["legs"]));
    // An age that is yet to come does not count as one that is kept back.
    for (question, choice) in [
        ("danger", "low-fall"),
        ("onset", "small"),
        ("danger", "blow"),
    ] {
        let tier = |age: &str| {
            let line = format!(r#"{{"profile":{{{age}}},"answers":{{"{question}":"{choice}"}}}}"#);
            let tiers = ["selfcare", "routine", "urgent", "emergency"];
            let answer = answered(&line);
            tiers.iter().position(|tier| answer["urgency"] == *tier)
        };
        assert!(tier("") <= tier(r#""age":30"#), "{choice}");
    }
}

/// One answer after the other: the urgency never falls, and the end is the whole case.
#[test]
fn each_further_answer_leads_on() {
    for story in [
        "danger=none conditions=none place=low onset=effort pattern=moving,rest,tight",
        "danger=none age=72 sex=female conditions=steroids place=mid onset=small bad=severe",
        "danger=none age=15 conditions=none place=low onset=sport long=6w child=limp",
        "danger=none age=50 conditions=cancer place=upper cancer=band,lying",
    ] {
        let all = completed(guide::answers(story));
        let mut some = Answers::default();
        let mut input = vec![line(&json!(0), &some)];
        while let Some(question) = replay(&some).next() {
            assert!(input.len() <= QUESTIONS.len(), "it does not end");
            let answer = all.to(question.id).expect("it is asked in the end");
            some.give(question.id, answer.clone());
            input.push(line(&json!(input.len()), &some));
        }
        let (code, lines, told) = run(&["--strict"], &input.join("\n"));
        assert_eq!((code, told.as_str(), lines.len()), (0, "", input.len()));
        let tier = |line: &Value| {
            let tiers = ["selfcare", "routine", "urgent", "emergency"];
            tiers.iter().position(|tier| line["urgency"] == *tier)
        };
        assert!(lines.iter().all(|line| tier(line).is_some()), "{story}");
        assert!(lines.is_sorted_by_key(tier), "{story}");
        let (last, before) = lines.split_last().expect("lines");
        assert_eq!(last["complete"], true, "{story}");
        let asks = |line: &Value| has(&line["unanswered"], "danger");
        assert!(asks(&before[0]) && !asks(last), "{story}");
    }
}

#[test]
fn age_and_sex_may_be_missing_and_health_may_not() {
    let nothing = answered("{}");
    for id in ["age", "sex"] {
        assert!(!has(&nothing["unanswered"], id), "{id}");
    }
    assert!(has(&nothing["unanswered"], "conditions"));
    for missing in [r#""age":38,"#, r#""conditions":["none"]"#] {
        let line = HOME.replace(missing, "").replace(",}", "}");
        let is_health = missing.contains("conditions");
        assert_eq!(answered(&line)["complete"], !is_health, "{line}");
    }
    let silent = answered(r#"{"answers":{"conditions":"none"}}"#);
    let unsaid = answered(r#"{"answers":{"conditions":"none","age":"unsaid","sex":["unsaid"]}}"#);
    assert_eq!(silent, unsaid);
    let empty = answered(r#"{"profile":{"age":[],"sex":[],"conditions":"none"}}"#);
    assert_eq!(silent, empty, "nothing ticked is no answer");
}

#[test]
fn the_profile_and_the_answers_are_one() {
    for (line, is_child) in [
        (r#"{"profile":{"age":7}}"#, true),
        (r#"{"answers":{"age":7}}"#, true),
        (r#"{"profile":{"age":7},"answers":{"age":70}}"#, false),
        (r#"{"answers":{"age":7},"profile":{"age":70}}"#, true),
        (r#"{"profile":{"age":7},"answers":{"age":"unsaid"}}"#, false),
        (r#"{"profile":{"age":7},"answers":{"bad":"mild"}}"#, true),
        (r#"{"profile":{"age":"unsaid"}}"#, false),
        (r#"{"profile":{"age":9}}"#, true),
        (r#"{"profile":{"age":10}}"#, false),
        (r#"{"profile":null,"answers":null}"#, false),
        (
            r#"{"profile":{"age":7,"sex":null},"answers":{"danger":null}}"#,
            true,
        ),
        (r#"{"profile":{"age":"7"}}"#, true),
        (r#"{"profile":{"age":7.0}}"#, true),
        ("\u{feff}{\"profile\":{\"age\":7}}", true),
    ] {
        assert_eq!(fired(&answered(line), "child-under-10"), is_child, "{line}");
    }
    let both = answered(r#"{"profile":{"age":70,"sex":"female","conditions":["cancer"]}}"#);
    let one = answered(r#"{"answers":{"age":70,"sex":"female","conditions":["cancer"]}}"#);
    assert_eq!(both, one);
}

#[test]
fn an_answer_is_an_id_a_list_or_a_number() {
    for same in [
        &[
            r#"{"signs":"weight"}"#,
            r#"{"signs":["weight"]}"#,
            r#"{"signs":["weight","weight"]}"#,
        ][..],
        &[
            r#"{"danger":["pee","sex"]}"#,
            r#"{"danger":["sex","pee","sex"]}"#,
        ],
        &[r#"{"bad":"severe"}"#, r#"{"bad":["severe","severe"]}"#],
        &[r#"{"signs":"none"}"#, r#"{"signs":["none","none"]}"#],
        &[r#"{"signs":[]}"#, "{}"],
        &[r#"{"age":"unsaid"}"#, r#"{"age":["unsaid"]}"#, "{}"],
    ] {
        let of = |answers: &str| answered(&format!(r#"{{"answers":{answers}}}"#));
        for other in same {
            assert_eq!(of(same[0]), of(other), "{other}");
        }
    }
    for age in [0, 120] {
        answered(&format!(r#"{{"answers":{{"age":{age}}}}}"#));
    }
}

#[test]
fn an_id_is_given_back_as_it_came() {
    for id in [
        "7",
        "1.10",
        "123456789012345678901234567890",
        r#""ä \"x\" 🦴""#,
        "null",
        "true",
        r#"{"b":[1],"a":{}}"#,
    ] {
        let (code, out, told) = run_bytes(&[], format!(r#"{{"id":{id}}}"#).as_bytes());
        assert_eq!((code, told.as_str()), (0, ""));
        assert!(out.starts_with(&format!(r#"{{"id":{id},"#)), "{out}");
    }
}

#[test]
fn the_lines_keep_their_order_and_blank_ones_are_skipped() {
    let input = "\n{\"id\":2}\r\n  \t\n{\"id\":1}\n\r\n{\"id\":3}";
    let (code, lines, told) = run(&[], input);
    assert_eq!((code, told.as_str()), (0, ""));
    let ids: Vec<_> = lines.iter().map(|line| &line["id"]).collect();
    assert_eq!(ids, [2, 1, 3]);
    assert_eq!(run(&[], ""), (0, Vec::new(), String::new()));
}

#[test]
fn what_is_wrong_is_told_with_its_line_and_the_rest_is_answered() {
    for (line, why) in [
        ("{", "not JSON: EOF while parsing an object at column 1"),
        ("{} {}", "not JSON: trailing characters at column 4"),
        ("nonsense", "not JSON: expected ident at column 2"),
        ("[]", "not a JSON object"),
        ("7", "not a JSON object"),
        ("null", "not a JSON object"),
        (r#"{"answers":[]}"#, r#""answers" is not an object"#),
        (r#"{"profile":7}"#, r#""profile" is not an object"#),
        (
            r#"{"Answers":{"danger":"saddle"}}"#,
            r#""Answers": write it in small letters"#,
        ),
    ] {
        assert_eq!(refused(&[], line.as_bytes()), why, "{line}");
    }
    for (answers, why) in [
        (r#""age":-1"#, "age: -1 is not a whole number from 0 to 120"),
        (r#""age":121"#, "age: 121 is not a whole number"),
        (r#""age":3.5"#, "age: 3.5 is not a whole number"),
        (r#""age":65574"#, "age: 65574 is not a whole number"),
        (r#""age":1e999"#, "is not a whole number from 0 to 120"),
        (r#""age":true"#, "age: true is neither a number nor"),
        (
            r#""age":"old""#,
            r#"age: "old" is not a whole number from 0 to 120"#,
        ),
        (r#""age":"121""#, r#"age: "121" is not a whole number"#),
        (r#""age":{"n":7}"#, r#"age: {"n":7} is neither a number"#),
        (r#""age":[38]"#, "age: [38] is neither a number nor"),
        (r#""age":["unsaid","x"]"#, "age: only one choice"),
        (r#""danger":3"#, "danger: 3 is not the id of a choice"),
        (r#""danger":true"#, "danger: true is not the id of a choice"),
        (r#""danger":{}"#, "danger: {} is not the id of a choice"),
        (r#""danger":[1]"#, "danger: [1] is not the id of a choice"),
        (
            r#""danger":["pee",null]"#,
            r#"danger: ["pee",null] is not the id"#,
        ),
        (
            r#""danger":["none","pee"]"#,
            r#"danger: "none" stands alone"#,
        ),
        (
            r#""danger":["none","unsure"]"#,
            r#"danger: "none" stands alone"#,
        ),
        (r#""danger":["none","gone"]"#, r#""none" stands alone"#),
        (r#""bad":["mild","severe"]"#, "bad: only one choice"),
        (r#""bad":["mild","gone"]"#, "bad: only one choice"),
    ] {
        let line = format!(r#"{{"answers":{{{answers}}}}}"#);
        let told = refused(&[], line.as_bytes());
        assert!(told.contains(why), "{answers}: {told}");
    }
    let misplaced = refused(&[], br#"{"profile":{"danger":"pee"}}"#);
    assert_eq!(misplaced, r#"danger: it belongs in "answers""#);
    let in_profile = refused(&[], br#"{"profile":{"age":-1},"answers":{"age":7}}"#);
    assert!(in_profile.starts_with("age: -1"), "{in_profile}");
    for bytes in [&b"\xff\xfe"[..], b"{\"id\":\"\xff\"}"] {
        let told = refused(&[], bytes);
        assert!(told.starts_with("not UTF-8"), "{told}");
    }
    let deep = "[".repeat(100_000);
    let told = refused(&[], deep.as_bytes());
    assert!(told.starts_with("not JSON: recursion limit"), "{told}");
}

#[test]
fn every_wrong_line_is_told() {
    let (code, lines, told) = run(&[], "{\n{\"id\":2}\n[]\n\n{\"answers\":1}\n");
    assert_eq!((code, lines.len()), (2, 1));
    let numbers: Vec<_> = told
        .lines()
        .filter_map(|line| line.split(':').next())
        .collect();
    assert_eq!(numbers, ["line 1", "line 3", "line 5"]);
}

#[test]
fn unknown_ids_are_told_and_with_strict_refused() {
    let same_as = r#"{"answers":{"danger":["pee"]}}"#;
    for (line, why) in [
        (
            r#"{"answers":{"gone":{"x":1},"danger":"pee"}}"#,
            &[r#"there is no question "gone""#][..],
        ),
        (
            r#"{"profile":{"gone":1},"answers":{"danger":"pee"}}"#,
            &[r#"there is no question "gone""#],
        ),
        (
            r#"{"answers":{"danger":["pee","gone","lost"]}}"#,
            &[
                r#"danger has no choice "gone""#,
                r#"danger has no choice "lost""#,
            ],
        ),
    ] {
        let (code, lines, told) = run(&[], line);
        assert_eq!((code, lines.as_slice()), (0, &[answered(same_as)][..]));
        let notes: Vec<_> = why
            .iter()
            .map(|why| format!("line 1: {why}, left out\n"))
            .collect();
        assert_eq!(told, notes.concat());
        assert_eq!(refused(&["--strict"], line.as_bytes()), why.join("; "));
    }
    assert_eq!(run(&["--strict"], HOME), run(&[], HOME));
}

/// A choice that nobody knows has said nothing: its question is still to be asked.
#[test]
fn an_unknown_choice_alone_is_no_answer() {
    let (_, lines, _) = run(&[], r#"{"answers":{"danger":"gone"}}"#);
    assert_eq!(lines, [answered("{}")]);
}

/// Whatever is answered, the program says what the engine says.
#[test]
fn a_line_is_what_the_engine_says() {
    let mut dice = Dice(20);
    let mut cases: Vec<Answers> = Vec::new();
    for _ in 0..300 {
        let mut answers = guide::answers("age=unsaid sex=unsaid");
        for question in QUESTIONS {
            // Mostly harmless, or every case would be an emergency; one in eight is left open.
            let answer = match (dice.below(8), question.kind) {
                (0, _) => continue,
                (1 | 2, Kind::Number { max, .. }) => {
                    Answer::Number(dice.below(usize::from(max)) as u16)
                }
                (1 | 2, Kind::Many) => {
                    let mut ids: Vec<_> = question.choices.iter().map(|choice| choice.id).collect();
                    ids.retain(|id| *id != NONE && dice.below(6) == 0);
                    Answer::of(&ids)
                }
                (_, Kind::Many) => Answer::of(&[NONE]),
                _ => Answer::of(&[question.choices[dice.below(question.choices.len())].id]),
            };
            if answer.is_given() {
                answers.give(question.id, answer);
            }
        }
        cases.push(answers);
    }
    let input: Vec<_> = (0..)
        .zip(&cases)
        .map(|(n, answers)| line(&json!(n), answers))
        .collect();
    let (code, lines, told) = run(&["--strict"], &input.join("\n"));
    assert_eq!((code, told.as_str(), lines.len()), (0, "", cases.len()));
    let mut urgencies = BTreeSet::new();
    for (n, (said, answers)) in lines.iter().zip(&cases).enumerate() {
        let of = |field: &str| said[field].as_array().expect("a list").clone();
        let urgency = said["urgency"].as_str().expect("an urgency");
        assert_eq!(said["id"], n);
        // What the answers alone decide, and nothing beside.
        assert_eq!(urgency, guide::triaged(answers).urgency.id());
        assert_eq!(said["complete"], of("unanswered").is_empty());
        for open in of("unanswered") {
            let question = question(open.as_str().expect("an id")).expect("a question");
            assert!(answers.to(question.id).is_none(), "{}", input[n]);
        }
        for rule in of("fired") {
            assert!(!rule["because"].as_str().expect("words").is_empty());
            assert!(!rule["source"].as_str().expect("words").is_empty());
        }
        assert!(of("causes").len() >= 5, "the article's five");
        // Help comes before care.
        let at_home = ["selfcare", "routine"].contains(&urgency);
        assert_eq!(of("care").is_empty(), !at_home, "{}", input[n]);
        let skin = answers.to("care").is_some_and(|a| a.has("sensation"));
        assert!(!skin || !of("care").contains(&json!("heat")), "withheld");
        urgencies.insert(urgency.to_string());
    }
    assert_eq!(urgencies.len(), 4, "the cases reach every urgency");
}

fn catalogue() -> Vec<Value> {
    let (code, out, told) = run_bytes(&["--questions"], b"not read");
    assert_eq!((code, told.as_str()), (0, ""));
    serde_json::from_str(&out).expect("a list")
}

#[test]
fn the_catalogue_has_every_question_and_choice() {
    let all = catalogue();
    assert_eq!(all.len(), QUESTIONS.len());
    for (entry, question) in all.iter().zip(QUESTIONS) {
        assert_eq!(entry["id"], question.id);
        assert_eq!(entry["words"], question.words);
        assert_eq!(entry["help"], question.help);
        assert_eq!(entry["why"], question.why);
        assert_eq!(entry["profile"], question.profile);
        assert_eq!(entry["danger"], question.danger);
        match question.kind {
            Kind::One => assert_eq!(entry["kind"], "one"),
            Kind::Many => assert_eq!(entry["kind"], "many"),
            Kind::Number { min, max, unit, .. } => {
                assert_eq!(entry["kind"], "number");
                assert_eq!(entry["min"], min);
                assert_eq!(entry["max"], max);
                assert_eq!(entry["unit"], unit);
            }
        }
        is_condition(&entry["asked_when"], &question.asked_when);
        let choices = list(&entry["choices"]);
        assert_eq!(choices.len(), question.choices.len());
        for (entry, choice) in choices.iter().zip(question.choices) {
            assert_eq!(entry["id"], choice.id);
            assert_eq!(entry["words"], choice.words);
            let group = Some(choice.group).filter(|group| !group.is_empty());
            assert_eq!(entry.get("group"), group.map(Value::from).as_ref());
            match entry.get("when") {
                Some(when) => is_condition(when, choice.when),
                None => assert_eq!(*choice.when, ALWAYS),
            }
        }
    }
}

/// That the catalogue's form of a condition holds all that is in it.
fn is_condition(value: &Value, condition: &Condition) {
    let each = |value: &Value, parts: &[Condition]| {
        assert_eq!(list(value).len(), parts.len());
        for (value, part) in list(value).iter().zip(parts) {
            is_condition(value, part);
        }
    };
    match condition {
        Condition::Has(finding) => {
            assert_eq!(value["has"], format!("{finding:?}"));
            tells(&value["answers"], *finding);
        }
        Condition::All(parts) => each(&value["all"], parts),
        Condition::Any(parts) => each(&value["any"], parts),
        Condition::AtLeast(n, parts) => {
            assert_eq!(value["at_least"], *n);
            each(&value["of"], parts);
        }
    }
}

/// That these are the answers, every one, that tell a finding.
fn tells(answers: &Value, finding: Finding) {
    assert!(!list(answers).is_empty(), "{finding:?}");
    for answer in list(answers) {
        let (id, said) = answer
            .as_str()
            .and_then(|answer| answer.split_once(':'))
            .expect("question:choice");
        let question = question(id).expect("a question");
        let answer = match said.split_once('-').map(|(from, _)| from.parse()) {
            Some(Ok(number)) => Answer::Number(number),
            _ => Answer::of(&[said]),
        };
        assert!(guide::told(question, &answer).has(finding), "{id}:{said}");
    }
    for question in QUESTIONS {
        if let Kind::Number { bands, .. } = question.kind {
            for band in bands {
                let range = format!("{}:{}-{}", question.id, band.from, band.to);
                assert_eq!(has(answers, &range), band.finding == finding, "{range}");
            }
        }
    }
    for (question, choice) in all_choices() {
        let listed = has(answers, &format!("{}:{}", question.id, choice.id));
        assert_eq!(listed, choice.findings.contains(&finding), "{finding:?}");
    }
}

#[test]
fn what_the_catalogue_names_can_be_answered() {
    for question in catalogue() {
        for choice in list(&question["choices"]) {
            let (question, choice) = (question["id"].as_str(), choice["id"].as_str());
            let (question, choice) = (question.expect("an id"), choice.expect("an id"));
            let line = format!(r#"{{"answers":{{"{question}":"{choice}"}}}}"#);
            let (code, lines, told) = run(&["--strict"], &line);
            assert_eq!((code, lines.len(), told.as_str()), (0, 1, ""), "{line}");
        }
    }
}

#[test]
fn help_shows_how_it_is_used() {
    let (code, out, told) = run_bytes(&["--help"], b"{");
    assert_eq!((code, told.as_str()), (0, ""));
    for word in ["Usage:", "FILE", "--questions", "--strict", "--help"] {
        assert!(out.contains(word), "{word}");
    }
}

#[test]
fn arguments_that_make_no_sense_show_how_it_is_used() {
    let (_, usage, _) = run_bytes(&["--help"], b"");
    for args in [
        &["--what"][..],
        &["-s"],
        &["a", "b"],
        &["--strict", "--what"],
        &["--questions", "--what"],
    ] {
        let (code, lines, told) = run(args, "{}");
        assert_eq!((code, lines.len()), (2, 0), "{args:?}");
        assert_eq!(told, usage, "{args:?}");
    }
}

#[test]
fn the_lines_can_come_from_a_file() {
    let folder = std::env::temp_dir();
    let path = folder.join(format!("unknot-assess-{}.jsonl", std::process::id()));
    let mut file = std::fs::File::create_new(&path).expect("created");
    writeln!(file, "{HOME}\n{{\"answers\":{{\"gone\":1}}}}").expect("written");
    let name = path.to_str().expect("a name");
    let plain = run(&[name], "{}");
    let strict = [run(&["--strict", name], ""), run(&[name, "--strict"], "")];
    std::fs::remove_file(&path).expect("removed");
    assert_eq!((plain.0, plain.1.len()), (0, 2));
    assert_eq!(plain.1[0], answered(HOME));
    for strict in strict {
        assert_eq!((strict.0, strict.1.len()), (2, 1));
        assert!(strict.2.starts_with("line 2: "), "{}", strict.2);
    }
    let (code, lines, told) = run(&[name], "{}");
    assert_eq!((code, lines.len()), (2, 0));
    assert!(told.starts_with("cannot open ") && told.contains(name));
    let (code, lines, told) = run(&[folder.to_str().expect("a name")], "{}");
    assert_eq!((code, lines.len()), (2, 0), "a folder has no lines");
    assert!(!told.is_empty());
}
