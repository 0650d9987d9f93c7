//! The hazard log: each hazard is judged before and after its controls, and each test that it names exists.

use std::fs;
use std::path::Path;

fn read(path: &str) -> Option<String> {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).ok()
}

fn log() -> String {
    read("docs/hazards.md").expect("docs/hazards.md")
}

/// The hazards: title and lines. A line that goes on below is one.
fn hazards(log: &str) -> Vec<(String, Vec<String>)> {
    let mut all = Vec::new();
    for part in log.split("\n## ").filter(|part| part.starts_with('H')) {
        let (title, text) = part.split_once('\n').expect("a title");
        let Some(number) = title[1..].split(' ').next() else {
            continue;
        };
        if number.parse::<usize>().is_ok() {
            let lines = text.replace("\n  ", " ");
            let lines = lines.lines().filter(|line| line.starts_with("- "));
            all.push((title.to_string(), lines.map(str::to_string).collect()));
        }
    }
    all
}

/// A native test by its path below `tests/native`.
fn is_test(path: &str) -> bool {
    let (module, name) = path.rsplit_once("::").expect("a path");
    let file = match module {
        "simulator" => "tests/native/store/main.rs".to_string(),
        module => format!("tests/native/{}.rs", module.replace("::", "/")),
    };
    let code = read(&file).unwrap_or_default();
    let is_marked = |at: usize| code[..at].trim_end().ends_with("#[test]");
    code.match_indices(&format!("fn {name}()"))
        .any(|(at, _)| is_marked(at))
        // A test of a property.
        || code.match_indices(&format!("fn {name}(")).any(|(at, _)| is_marked(at))
}

/// A walk by its file below `tests/browser` and its title.
fn is_walk(file: &str, title: &str) -> bool {
    let code = read(&format!("tests/browser/{file}")).unwrap_or_default();
    let code = code.replace("\\'", "'");
    ["'", "`"]
        .iter()
        .any(|quote| code.contains(&format!("test({quote}{title}{quote}")))
}

/// The tests that a control names, and whether each exists.
fn named(control: &str) -> Vec<(String, bool)> {
    let mut found = Vec::new();
    let parts: Vec<&str> = control.split('`').collect();
    for (at, code) in parts.iter().enumerate().skip(1).step_by(2) {
        if code.ends_with(".spec.js") {
            let after = parts.get(at + 1).unwrap_or(&"").trim_start();
            let title = after
                .strip_prefix('“')
                .and_then(|rest| rest.split_once('”'));
            let title = title.map_or("", |(title, _)| title);
            found.push((format!("{code}: {title}"), is_walk(code, title)));
        } else if code.contains("::") {
            found.push((code.to_string(), is_test(code)));
        }
    }
    found
}

#[test]
fn each_test_that_the_log_names_exists() {
    let mut missing = Vec::new();
    let mut count = 0;
    for (title, lines) in hazards(&log()) {
        for control in lines.iter().filter(|line| line.starts_with("- Control: ")) {
            let tests = named(control);
            assert!(
                !tests.is_empty() || control.contains(" No test: "),
                "{title}: no test in {control:?}"
            );
            count += tests.len();
            let gone = tests.into_iter().filter(|(_, exists)| !exists);
            missing.extend(gone.map(|(test, _)| format!("{title}: {test}")));
        }
    }
    assert!(count > 60, "only {count} tests named");
    assert!(missing.is_empty(), "named, and not there: {missing:#?}");
}

const SEVERITIES: [&str; 5] = [
    "Minor",
    "Significant",
    "Considerable",
    "Major",
    "Catastrophic",
];

/// The risk by the table of the log.
fn risk(log: &str, severity: &str, likelihood: &str) -> Option<u8> {
    let column = SEVERITIES.iter().position(|one| *one == severity)?;
    let row = log.lines().find(|line| {
        let mut cells = line.split('|').map(str::trim).skip(1);
        cells.next() == Some(likelihood) && cells.next().is_some_and(|cell| cell.len() == 1)
    })?;
    row.split('|').nth(2 + column)?.trim().parse().ok()
}

/// "Before: Major, Low, risk 3. …"
fn judged(line: &str, lead: &str) -> Option<(String, String, u8)> {
    let rest = line.strip_prefix(lead)?;
    let (severity, rest) = rest.split_once(", ")?;
    let (likelihood, rest) = rest.split_once(", risk ")?;
    let risk = rest.split('.').next()?.parse().ok()?;
    Some((severity.to_string(), likelihood.to_string(), risk))
}

#[test]
fn each_hazard_is_judged_before_and_after_by_the_table() {
    let log = log();
    let hazards = hazards(&log);
    assert!(hazards.len() >= 15, "{}", hazards.len());
    for (number, (title, lines)) in hazards.iter().enumerate() {
        assert!(title.starts_with(&format!("H{} ", number + 1)), "{title}");
        let all = |lead: &str| {
            let found: Vec<&String> = lines.iter().filter(|line| line.starts_with(lead)).collect();
            assert!(!found.is_empty(), "{title}: no {lead:?}");
            found
        };
        all("- Effect: ");
        all("- Causes: ");
        all("- Control: ");
        let one = |lead: &str| {
            let line = all(lead)[0];
            let (severity, likelihood, said) =
                judged(line, lead).unwrap_or_else(|| panic!("{title}: {line:?}"));
            let by_table = risk(&log, &severity, &likelihood);
            assert_eq!(by_table, Some(said), "{title}: {line:?}");
            (said, line.clone())
        };
        let (before, _) = one("- Before: ");
        let (after, line) = one("- After: ");
        assert!(after <= before && after <= 3, "{title}");
        assert_eq!(after == 3, line.contains("Accepted "), "{title}: {line:?}");
    }
}

#[test]
fn it_claims_no_certification_and_the_readme_leads_to_it() {
    assert!(log().contains("**It claims no certification and no conformity.**"));
    assert!(
        read("README.md")
            .expect("README.md")
            .contains("(docs/hazards.md)")
    );
}

#[test]
fn the_checks_of_the_log_can_fail() {
    assert!(is_test("hazards::the_checks_of_the_log_can_fail"));
    assert!(!is_test("hazards::no_such_test") && !is_test("nowhere::at_all"));
    // A function that is no test.
    assert!(!is_test("hazards::hazards"));
    assert!(is_walk("taps.spec.js", "the count counts"));
    assert!(!is_walk("taps.spec.js", "the count") && !is_walk("none.spec.js", "the count counts"));
    assert!(!named("- Control: x: `hazards::gone`.")[0].1);
    assert_eq!(
        judged("- Before: Major, Low, risk 3.", "- Before: ").map(|one| one.2),
        Some(3)
    );
    assert_eq!(risk(&log(), "Major", "Very low"), Some(2));
    assert_eq!(risk(&log(), "Major", "None"), None);
}
