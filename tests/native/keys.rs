//! Every key of every store stands in one registry, and in `docs/format.md`.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use unknot::store::keys::REGISTRY;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            sources(&path, found);
        } else if path
            .extension()
            .is_some_and(|end| end == "rs" || end == "js")
        {
            found.push(path);
        }
    }
}

/// Texts in quotes that begin with "unknot/", "unknot-" or "unknot ", comments left out.
fn literals(code: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for line in code.lines() {
        let line = line.trim_start();
        if line.starts_with("//") || line.starts_with('*') {
            continue;
        }
        for quote in ['"', '\'', '`'] {
            for (at, _) in line.match_indices(&format!("{quote}unknot")) {
                let text = &line[at + 1..];
                let text = &text[..text.find(quote).unwrap_or(text.len())];
                // A part that is filled in is no part of the key.
                let text = &text[..text.find(['{', '$']).unwrap_or(text.len())];
                if ["unknot/", "unknot-", "unknot "]
                    .iter()
                    .any(|begin| text.starts_with(begin))
                {
                    found.insert(text.to_string());
                }
            }
        }
    }
    found
}

/// Names of files that the person saves: nothing is stored under them.
fn is_file(text: &str) -> bool {
    let is_name = |end: &str| text.ends_with(end);
    [".json", ".txt", ".ics"].iter().any(|end| is_name(end))
        || [
            "unknot-backup-",
            "unknot-reminders-",
            "unknot-guide-",
            "unknot-",
        ]
        .contains(&text)
}

#[test]
fn every_key_in_the_sources_the_page_and_the_worker_is_registered() {
    let mut files = vec![root().join("index.html"), root().join("public/sw.js")];
    sources(&root().join("src"), &mut files);
    let known: BTreeSet<&str> = REGISTRY.iter().map(|entry| entry.key).collect();
    let mut seen = 0;
    for file in files {
        let code = fs::read_to_string(&file).expect("a text");
        for text in literals(&code) {
            seen += 1;
            assert!(
                known.contains(text.as_str()) || is_file(&text),
                "{}: {text:?} is not in src/store/keys.rs",
                file.display()
            );
        }
    }
    assert!(seen > 30, "only {seen} literals found");
}

#[test]
fn no_key_is_registered_twice() {
    let known: BTreeSet<&str> = REGISTRY.iter().map(|entry| entry.key).collect();
    assert_eq!(known.len(), REGISTRY.len());
}

/// A row of the table: "| `key` | place | owner | version | form |".
#[test]
fn the_document_of_the_format_has_each_key_and_no_other() {
    let path = root().join("docs/format.md");
    let text = fs::read_to_string(path).expect("docs/format.md");
    let mut rows = BTreeSet::new();
    for line in text.lines().filter(|line| line.starts_with("| `unknot")) {
        rows.insert(line.to_string());
    }
    let mut wanted = BTreeSet::new();
    for entry in REGISTRY {
        let row = format!(
            "| `{}` | {:?} | {} | {} | {} |",
            entry.key, entry.place, entry.owner, entry.version, entry.form
        );
        wanted.insert(row);
    }
    let missing: Vec<_> = wanted.difference(&rows).collect();
    let unknown: Vec<_> = rows.difference(&wanted).collect();
    assert!(
        missing.is_empty() && unknown.is_empty(),
        "missing: {missing:#?}\nunknown: {unknown:#?}"
    );
}

#[test]
fn the_search_for_keys_can_fail() {
    let found = literals("let a = \"unknot/new-key\"; // x\nb('unknot-kept'); c(`unknot ${x}`)");
    let found: Vec<&str> = found.iter().map(String::as_str).collect();
    assert_eq!(found, ["unknot ", "unknot-kept", "unknot/new-key"]);
    assert!(literals("/// \"unknot/comment\"").is_empty());
}
