//! The documents at the root name only files that are there.

use std::fs;
use std::path::Path;

/// The paths in backticks that begin in a folder of the project, as `(document, path)`.
fn named_paths() -> Vec<(&'static str, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let documents = [
        "README.md",
        "CONTRIBUTING.md",
        "docs/size.md",
        "docs/hazards.md",
        "docs/glossary.md",
    ];
    documents
        .into_iter()
        .flat_map(|document| {
            let text = fs::read_to_string(root.join(document)).expect("a document");
            paths(&text)
                .into_iter()
                .map(move |path| (document, path))
                .collect::<Vec<_>>()
        })
        .collect()
}

/// What stands between single backticks and begins in a folder of the project.
fn paths(text: &str) -> Vec<String> {
    let folders = [
        "src/",
        "tests/",
        "docs/",
        "examples/",
        "public/",
        "style/",
        ".ci/",
        ".github/",
    ];
    text.split('`')
        .skip(1)
        .step_by(2)
        .filter(|code| folders.iter().any(|folder| code.starts_with(folder)))
        .filter(|code| !code.contains(char::is_whitespace))
        .map(str::to_string)
        .collect()
}

#[test]
fn the_documents_name_files_that_are_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let named = named_paths();
    assert!(named.len() > 20, "only {} paths", named.len());
    let missing: Vec<_> = named
        .iter()
        .filter(|(_, path)| !root.join(path).exists())
        .collect();
    assert!(missing.is_empty(), "named, and not there: {missing:?}");
}

#[test]
fn a_path_is_found_in_a_text() {
    let text = "See `src/ui/pages/diary/form.rs`, `cargo test` and\n```sh\nmake build\n```\n`src/none.rs`.";
    assert_eq!(paths(text), ["src/ui/pages/diary/form.rs", "src/none.rs"]);
}
