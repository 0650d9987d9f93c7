//! Each file, type and function that others use has a comment. Fields and variants have one where it says more than the
//! name: a unit, a range, a reason. (The lint `missing_docs` asks for one on each of them.)

use std::fs;
use std::path::Path;

use super::sources;

/// The lines that declare something for others and have no comment above, as `path:line`.
fn without_comment(path: &str, text: &str) -> Vec<String> {
    let declares = |line: &str| {
        let Some(rest) = line.strip_prefix("pub ") else {
            return false;
        };
        let rest = rest.strip_prefix("async ").unwrap_or(rest);
        let kinds = [
            "fn ", "const ", "static ", "struct ", "enum ", "trait ", "type ",
        ];
        kinds.iter().any(|kind| rest.starts_with(kind))
    };
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let mut found = Vec::new();
    if !lines.first().is_some_and(|line| line.starts_with("//!")) {
        found.push(format!("{path}:1"));
    }
    for (n, line) in lines.iter().enumerate() {
        let above = lines[..n].iter().rev();
        let is_attribute = |line: &str| line.starts_with("#[") || line.ends_with(")]");
        let mut above = above.skip_while(|line| is_attribute(line) && !line.starts_with("#[doc"));
        let is_comment = |line: &&str| line.starts_with("///") || line.starts_with("#[doc");
        let has_comment = above.next().is_some_and(is_comment);
        if declares(line) && !has_comment {
            found.push(format!("{path}:{}", n + 1));
        }
    }
    found
}

#[test]
fn each_file_type_and_function_has_a_comment() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let found: Vec<_> = sources()
        .iter()
        // The names of tables of words say what they are.
        .filter(|source| !source.is_in("guide/content"))
        .flat_map(|source| {
            let text = fs::read_to_string(root.join(&source.path)).expect("UTF-8");
            without_comment(&source.path, &text)
        })
        .collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// The check above sees what it is for.
#[test]
fn a_missing_comment_is_found() {
    let text = "//! A file.\n/// A type.\n#[derive(Debug)]\npub struct A {\n    pub field: u8,\n}\n\npub enum B {}\n";
    assert_eq!(without_comment("a.rs", text), ["a.rs:8"]);
    let text = "impl A {\n    pub async fn f() {}\n    fn g() {}\n}";
    assert_eq!(without_comment("a.rs", text), ["a.rs:1", "a.rs:2"]);
}
