//! The words: what the compiler of `words/en` makes of messages, which faults stop a build, and that each word is used.

use std::fs;
use std::path::Path;

use unknot::words::fill::{Argument, english_plural, fill};

#[path = "../../build/words.rs"]
pub mod compiler;

use compiler::{File, Message, Type};

fn file(family: &str, text: &str) -> File {
    File {
        family: family.to_string(),
        path: format!("{family}.ftl"),
        text: text.to_string(),
    }
}

fn compiled(text: &str) -> Vec<Message> {
    compiler::compile(&[file("now", text)]).unwrap_or_else(|faults| panic!("{faults:?}"))
}

/// The one fault of this file of the family `now`.
fn fault(text: &str) -> String {
    match compiler::compile(&[file("now", text)]) {
        Ok(_) => panic!("no fault in {text:?}"),
        Err(faults) => faults.join("\n"),
    }
}

#[test]
fn a_message_and_its_attributes_have_names_and_the_types_that_its_comment_declares() {
    let messages = compiled(
        "# Variables:\n#   $b (Number) - how many\n#   $a (String) - who\n\
         now-first = { $a } has { $b }\n    .help = Of { $a }\n    .why = Because\nnow-next-one = Next\n",
    );
    let names: Vec<_> = messages.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(names, ["first", "first_help", "first_why", "next_one"]);
    let ids: Vec<_> = messages.iter().map(|one| one.id.as_str()).collect();
    assert_eq!(
        ids,
        [
            "now-first",
            "now-first.help",
            "now-first.why",
            "now-next-one"
        ]
    );
    // As declared, not as the sentence has them.
    let types: Vec<_> = messages[0].arguments.iter().map(|(_, of)| *of).collect();
    assert!(types == [Some(Type::Number), Some(Type::String)]);
    let rust = compiler::rust(&messages);
    for item in [
        "pub fn first(b: impl Into<super::fill::Number>, a: &str) -> String",
        "pub fn first_help(a: &str) -> String",
        "pub const FIRST_WHY: super::Word = super::Word(2);",
        "pub const NEXT_ONE: super::Word = super::Word(3);",
    ] {
        assert!(rust.contains(item), "{item} in\n{rust}");
    }
}

#[test]
fn a_pattern_is_filled() {
    let check = |text: &str, count: i64, name: &str, filled: &str| {
        let text = format!(
            "# $count (Number) - how many\n# $name (String) - who\n\
             now-used = {{ $count }}{{ $name }}\n    .text = {text}\n-unknot = Unknot\nnow-other = Another one\n"
        );
        let messages = compiled(&text);
        let message = messages.iter().find(|one| one.id == "now-used.text");
        let pattern = &message.expect("it is there").pattern;
        let arguments = [Argument::Number(count.into()), Argument::String(name)];
        assert_eq!(fill(pattern, &arguments, english_plural), filled, "{text}");
    };
    check("plain", 1, "", "plain");
    check("{ $name }: { $count } of { $name }", -3, "A", "A: -3 of A");
    check(
        "{ -unknot } and { now-other }",
        1,
        "",
        "Unknot and Another one",
    );
    check("{ \"  \" }in{ \"\\u00A0\" }", 1, "", "  in\u{a0}");
    let plural = "{ $count ->\n    [0] none\n    [one] one of { $name }\n   *[other] { $count } of them\n } left";
    check(plural, 0, "A", "none left");
    check(plural, 1, "A", "one of A left");
    check(plural, 2, "A", "2 of them left");
    check(plural, -1, "A", "one of A left");
    let nested = "{ $name ->\n   *[a] { $count ->\n   *[other] many\n   [one] one\n }, a\n    [b] b{ $count ->\n   [one] 1\n   *[other] 2\n }\n }!";
    check(nested, 1, "a", "one, a!");
    check(nested, 5, "x", "many, a!");
    check(nested, 1, "b", "b1!");
    // Text of a person is text.
    check(
        "“{ $name }”",
        1,
        "\u{2}{ $count }\u{1}0",
        "“\u{2}{ $count }\u{1}0”",
    );
}

#[test]
fn a_fault_stops_the_build_and_names_file_and_line() {
    let check = |text: &str, told: &str| assert_eq!(fault(text), format!("now.ftl:{told}"));
    check(
        "now-a = A\nnow-b { x }\n",
        "2: Expected a token starting with \"=\"",
    );
    check(
        "now-a = A\nnow-a = B\n",
        "2: now-a is there twice\nnow.ftl:2: now-a has the same name in Rust as another one: a",
    );
    check(
        "now-a = A\n    .b = B\nnow-a-b = B\n",
        "3: now-a-b has the same name in Rust as another one: a_b",
    );
    check(
        "start = A\n",
        "1: start should begin with now-, as its file",
    );
    check(
        "\nnow-a = { $b }\n",
        "2: $b is not declared in the comment of the message",
    );
    check(
        "# $b (Number) - b\nnow-a = A\n",
        "2: now-a declares $b and does not use it",
    );
    check(
        "# $b (Nummer) - b\nnow-a = { $b }\n",
        "1: an argument is declared so: $name (Number) - what it is; or (String)\nnow.ftl:2: $b is not declared in the comment of the message",
    );
    check(
        "# $b (Number) - b\n# $b (String) - b\nnow-a = { $b }\n",
        "2: an argument is declared twice",
    );
    check(
        "# $b (String) - b\nnow-a = { $b ->\n  [1] x\n *[other] y\n }\n",
        "3: [1] does not fit the type of $b",
    );
    check(
        "# $b (Number) - b\nnow-a = { $b ->\n  [x] x\n *[other] y\n }\n",
        "3: [x] does not fit the type of $b",
    );
    check(
        "# $b (Number) - b\nnow-a = { $b ->\n  [one] x\n }\n",
        "4: The select expression must have a default variant",
    );
    check("now-a = { now-b }\n", "1: there is no now-b");
    check(
        "now-a = { now-b }\nnow-b = { now-a }\n",
        "2: now-a refers to itself\nnow.ftl:1: now-b refers to itself",
    );
    check(
        "now-a = { NUMBER(1) }\n",
        "1: NUMBER is called with arguments, which is not supported",
    );
    check(
        "now-a = one\n    two\n",
        "1: a text stands on one line, and holds no tab",
    );
}

/// Every source.
fn users() -> String {
    fn walk(folder: &Path, all: &mut String) {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                walk(&path, all);
            } else {
                all.push_str(&fs::read_to_string(&path).expect("UTF-8"));
            }
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut all = String::new();
    walk(&root.join("src"), &mut all);
    all
}

/// Whether a text holds this name, not as the beginning of a longer one.
fn holds(text: &str, name: &str) -> bool {
    text.match_indices(name).any(|(at, _)| {
        let after = text[at + name.len()..].chars().next();
        !after.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == '-')
    })
}

/// The messages of `words/en`.
pub fn english() -> Vec<Message> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("words/en");
    let messages = compiler::compile(&compiler::read(&folder));
    messages.unwrap_or_else(|faults| panic!("{faults:?}"))
}

/// Those of the page before the app are held to it by `shell.rs`.
#[test]
fn every_word_is_used() {
    let users = users();
    for message in english() {
        let Message {
            family, id, name, ..
        } = message;
        let constant = name.to_uppercase();
        let function = format!("{family}::{name}");
        let is_used = holds(&users, &function) || holds(&users, &format!("{family}::{constant}"));
        assert!(
            is_used || family == "shell",
            "{id} is used nowhere: words::{family}::{constant}"
        );
    }
}

#[test]
fn the_check_of_use_can_fail() {
    assert!(holds("words::now::START)", "now::START"));
    assert!(!holds("words::now::START_HELP", "now::START"));
}
