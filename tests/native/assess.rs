//! The guide on the command line, run as a program is, without starting one.

#[path = "../../examples/assess.rs"]
#[allow(dead_code)]
mod program;

use serde_json::{Value, json};

use unknot::guide::content::questions::QUESTIONS;
use unknot::guide::interview::replay;

/// Exit code, what was answered, and what was told of errors.
fn run(args: &[&str], input: &str) -> (u8, Vec<Value>, String) {
    let args: Vec<String> = args.iter().map(|arg| arg.to_string()).collect();
    let (mut out, mut told) = (Vec::new(), Vec::new());
    let code = program::run(&args, input.as_bytes(), &mut out, &mut told).expect("written");
    let out = String::from_utf8(out).expect("text");
    let lines = out
        .lines()
        .map(|line| serde_json::from_str(line).expect("JSON"));
    (
        code,
        lines.collect(),
        String::from_utf8(told).expect("text"),
    )
}

fn answered(line: &str) -> Value {
    let (code, mut lines, told) = run(&[], line);
    assert_eq!((code, told.as_str(), lines.len()), (0, "", 1), "{line}");
    lines.remove(0)
}

const HOME: &str = r#"{"id":"h","profile":{"age":38,"health":["none"]},"answers":{"danger":["none"],"place":["low"],"signs":"none","nerves":["none"],"onset":["effort"],"long":"2w","course":"better","bad":"mild","pattern":["moving","rest"],"before":"settled","tried":["heat"]}}"#;

#[test]
fn each_urgency() {
    let home = answered(HOME);
    assert_eq!(home["id"], "h");
    assert_eq!(
        (&home["urgency"], &home["complete"]),
        (&json!("selfcare"), &json!(true))
    );
    assert_eq!(home["causes"][0]["id"], "strain");
    assert!(
        home["causes"][0]["for"]
            .as_array()
            .is_some_and(|said| !said.is_empty())
    );
    assert!(
        home["care"]
            .as_array()
            .is_some_and(|care| care.contains(&json!("heat")))
    );
    assert_eq!(home["recheck_days"], 3);
    let keys: Vec<&String> = home.as_object().expect("an object").keys().collect();
    assert_eq!(
        keys,
        [
            "id",
            "urgency",
            "complete",
            "fired",
            "causes",
            "care",
            "recheck_days",
            "unanswered"
        ]
    );
    let routine = answered(&HOME.replace("\"better\"", "\"worse\""));
    assert_eq!(routine["urgency"], "routine");
    let urgent = answered(&HOME.replace("\"signs\":\"none\"", "\"signs\":\"unsure\""));
    assert_eq!(urgent["urgency"], "urgent");
    assert_eq!(urgent["care"], json!([]));
    let emergency = answered(r#"{"id":7,"answers":{"danger":["pee"]}}"#);
    assert_eq!(
        (&emergency["id"], &emergency["urgency"]),
        (&json!(7), &json!("emergency"))
    );
    assert_eq!(emergency["complete"], true);
    assert_eq!(emergency["fired"][0]["rule"], "cauda-equina");
    assert!(
        emergency["fired"][0]["source"]
            .as_str()
            .is_some_and(|source| source.contains("Cauda"))
    );
}

#[test]
fn without_all_answers_it_is_a_lower_bound() {
    let nothing = answered("{}");
    assert_eq!(nothing["urgency"], "selfcare");
    assert_eq!(nothing["complete"], false);
    let open = nothing["unanswered"].as_array().expect("a list");
    assert!(open.contains(&json!("danger")) && open.contains(&json!("health")));
    assert!(!open.contains(&json!("age")), "a missing age is allowed");
    assert_eq!(nothing["id"], Value::Null);
    let some = answered(r#"{"answers":{"danger":"none","bad":"severe"}}"#);
    assert_eq!(
        (&some["urgency"], &some["complete"]),
        (&json!("urgent"), &json!(false))
    );
}

#[test]
fn the_profile_and_the_answers_are_one() {
    let old = |line: &str| {
        let fired = answered(line)["fired"].clone();
        fired
            .as_array()
            .is_some_and(|fired| fired.iter().any(|rule| rule["rule"] == "child-under-10"))
    };
    assert!(old(r#"{"profile":{"age":7}}"#));
    assert!(old(r#"{"answers":{"age":7}}"#));
    assert!(!old(r#"{"profile":{"age":7},"answers":{"age":70}}"#));
    assert!(!old(r#"{"profile":{"age":"unsaid"}}"#));
}

#[test]
fn what_is_wrong_is_told_with_its_line_and_the_rest_is_answered() {
    for (line, why) in [
        ("{", "not JSON"),
        ("[]", "not a JSON object"),
        (r#"{"answers":[]}"#, "\"answers\" is not an object"),
        (
            r#"{"answers":{"age":-1}}"#,
            "age: -1 is not a whole number from 0 to 120",
        ),
        (
            r#"{"answers":{"age":3.5}}"#,
            "age: 3.5 is not a whole number",
        ),
        (r#"{"answers":{"age":121}}"#, "from 0 to 120"),
        (
            r#"{"answers":{"danger":3}}"#,
            "danger: 3 is no answer to it",
        ),
        (r#"{"answers":{"danger":true}}"#, "danger: true"),
        (
            r#"{"answers":{"danger":[1]}}"#,
            "danger: a list of choice ids",
        ),
        (
            r#"{"answers":{"danger":["none","pee"]}}"#,
            "danger: \"none\" stands alone",
        ),
        (
            r#"{"answers":{"bad":["mild","severe"]}}"#,
            "bad: only one choice",
        ),
    ] {
        let input = format!("{HOME}\n\n{line}\n{HOME}\n");
        let (code, lines, told) = run(&[], &input);
        assert_eq!((code, lines.len()), (2, 2), "{line}");
        assert!(
            told.starts_with("line 3: ") && told.contains(why),
            "{line}: {told}"
        );
        assert_eq!(told.lines().count(), 1, "{told}");
    }
    let (mut out, mut told) = (Vec::new(), Vec::new());
    let code = program::run(&[], &b"\xff\xfe\n{}\n"[..], &mut out, &mut told);
    assert_eq!(code.ok(), Some(2));
    assert_eq!(out.iter().filter(|byte| **byte == b'\n').count(), 1);
}

#[test]
fn unknown_ids_are_told_and_with_strict_refused() {
    for (line, why) in [
        (
            r#"{"answers":{"gone":"x"}}"#,
            "there is no question \"gone\"",
        ),
        (
            r#"{"answers":{"danger":["pee","gone"]}}"#,
            "danger has no choice \"gone\"",
        ),
        (r#"{"anwsers":{}}"#, "there is no field \"anwsers\""),
    ] {
        let (code, lines, told) = run(&[], line);
        assert_eq!((code, lines.len()), (0, 1), "{line}");
        assert!(told.contains(why), "{told}");
        let (code, lines, told) = run(&["--strict"], line);
        assert_eq!((code, lines.len()), (2, 0), "{line}");
        assert!(told.starts_with("line 1: ") && told.contains(why), "{told}");
    }
}

#[test]
fn the_catalogue_has_every_question_and_choice() {
    let (mut out, mut told) = (Vec::new(), Vec::new());
    let code = program::run(&["--questions".to_string()], &b""[..], &mut out, &mut told);
    assert_eq!(code.ok(), Some(0));
    let all: Value = serde_json::from_slice(&out).expect("JSON");
    let all = all.as_array().expect("a list");
    assert_eq!(all.len(), QUESTIONS.len());
    for (entry, question) in all.iter().zip(QUESTIONS) {
        assert_eq!(entry["id"], question.id);
        assert_eq!(entry["words"], question.words);
        assert_eq!(entry["profile"], question.profile);
        let choices = entry["choices"].as_array().expect("a list");
        assert_eq!(choices.len(), question.choices.len());
        for (entry, choice) in choices.iter().zip(question.choices) {
            assert_eq!(
                (&entry["id"], &entry["words"]),
                (&json!(choice.id), &json!(choice.words))
            );
        }
    }
}

#[test]
fn arguments_that_make_no_sense_show_how_it_is_used() {
    for args in [&["--what"][..], &["a", "b"], &["/no/such/file"]] {
        let (code, lines, told) = run(args, "{}");
        assert_eq!((code, lines.len()), (2, 0), "{args:?}");
        assert!(!told.is_empty());
    }
}

/// Answering what is still asked, one after the other, leads to the end.
#[test]
fn what_is_unanswered_is_what_the_app_would_ask() {
    let open = answered(r#"{"profile":{"health":"none"},"answers":{"danger":"none"}}"#);
    let answers = super::guide::answers("danger=none health=none age=unsaid sex=unsaid");
    let asked: Vec<Value> = replay(&answers)
        .open
        .iter()
        .map(|question| json!(question.id))
        .collect();
    assert_eq!(open["unanswered"], Value::from(asked));
}
