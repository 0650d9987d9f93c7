//! One meaning for one name: no type name is declared in two files.

use std::collections::{BTreeMap, BTreeSet};

use super::{Source, sources};

/// Names that may be declared twice, each with its reason.
const EXCEPTIONS: [(&str, &str); 0] = [];

/// The names of the types that code declares at the outermost level.
fn declared(code: &str) -> BTreeSet<String> {
    let name = |line: &str| {
        let line = line.strip_prefix("pub(super) ").unwrap_or(line);
        let line = line.strip_prefix("pub(crate) ").unwrap_or(line);
        let line = line.strip_prefix("pub ").unwrap_or(line);
        let kinds = ["struct ", "enum ", "trait ", "type ", "union "];
        let rest = kinds.iter().find_map(|kind| line.strip_prefix(kind))?;
        let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_');
        Some(rest[..end.unwrap_or(rest.len())].to_string())
    };
    code.lines().filter_map(name).collect()
}

/// The names that two sources or more declare, with their files.
fn declared_twice(sources: &[Source]) -> Vec<(String, Vec<String>)> {
    let mut files: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for source in sources {
        for name in declared(&source.code) {
            files.entry(name).or_default().push(source.path.clone());
        }
    }
    files.retain(|_, files| files.len() > 1);
    files.into_iter().collect()
}

#[test]
fn no_type_name_is_declared_in_two_files() {
    let mut twice = declared_twice(&sources());
    for (name, reason) in EXCEPTIONS {
        let before = twice.len();
        twice.retain(|(found, _)| found != name);
        assert!(twice.len() < before, "{name} is no exception: {reason}");
    }
    assert!(twice.is_empty(), "{twice:#?}");
}

/// The check above sees what it is for.
#[test]
fn a_type_name_in_two_files_is_found() {
    let source = |(path, code): (&str, &str)| Source {
        path: path.to_string(),
        lines: 1,
        code: code.to_string(),
    };
    let sources = [
        (
            "a.rs",
            "pub struct Row<'a> {}\nenum Kind {}\nimpl X {\n    type Item = u8;\n}",
        ),
        (
            "b.rs",
            "type Row = u8;\npub(super) trait Sort {}\nimpl Y {\n    type Item = u8;\n}",
        ),
        ("c.rs", "pub enum Kinds {}\nlet kind = Kind;"),
    ]
    .map(source);
    let found = declared_twice(&sources);
    let both = ["a.rs", "b.rs"].map(str::to_string).to_vec();
    assert_eq!(found, [("Row".to_string(), both)]);
}
