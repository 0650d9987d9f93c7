//! The line `ui → browser → store → diary → guide → words`, and what else the sources must not hold.

use std::fs;
use std::path::Path;

mod cycles;
mod documented;
mod literals;
mod type_names;

/// A source, by its path below `src`, without its comments.
struct Source {
    path: String,
    lines: usize,
    code: String,
}

/// Everything below `src`.
fn sources() -> Vec<Source> {
    fn walk(folder: &Path, root: &Path, found: &mut Vec<Source>) {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                walk(&path, root, found);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = fs::read_to_string(&path).expect("UTF-8");
                let path = path.strip_prefix(root).expect("below the root");
                found.push(Source {
                    path: path.to_string_lossy().replace('\\', "/"),
                    lines: text.lines().count(),
                    code: code(&text),
                });
            }
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    walk(&root, &root, &mut found);
    assert!(found.len() > 30, "only {} sources", found.len());
    found
}

/// A text without its line comments. (`//` after a colon is an address.)
fn code(text: &str) -> String {
    let line = |line: &str| {
        let comment = line
            .match_indices("//")
            .map(|(at, _)| at)
            .find(|at| !line[..*at].ends_with(':'));
        line[..comment.unwrap_or(line.len())].to_string()
    };
    text.lines().map(line).collect::<Vec<_>>().join("\n")
}

/// Whether the code names this: as a whole, not as part of a longer name.
fn names(code: &str, name: &str) -> bool {
    let part = |c: char| c.is_alphanumeric() || c == '_';
    code.match_indices(name).any(|(at, _)| {
        let before = code[..at].chars().next_back();
        let after = code[at + name.len()..].chars().next();
        let open = |edge: Option<char>, own: Option<char>| {
            !(own.is_some_and(part) && edge.is_some_and(part))
        };
        open(before, name.chars().next()) && open(after, name.chars().next_back())
    })
}

impl Source {
    /// Whether it is the module of this name, or below it.
    fn is_in(&self, module: &str) -> bool {
        self.path == format!("{module}.rs") || self.path.starts_with(&format!("{module}/"))
    }
}

/// No source below `module` names any of these.
#[track_caller]
fn check(module: &str, never: &[&str]) {
    let sources = sources();
    let within: Vec<_> = sources
        .iter()
        .filter(|source| source.is_in(module))
        .collect();
    assert!(!within.is_empty(), "no {module}");
    for source in within {
        for name in never {
            assert!(!names(&source.code, name), "{} names {name}", source.path);
        }
    }
}

const BROWSER: [&str; 5] = ["leptos", "web_sys", "js_sys", "wasm_bindgen", "gloo"];
const CLOCKS: [&str; 6] = [
    "SystemTime",
    "Instant::now",
    "Utc::now",
    "Local::now",
    "chrono::Local",
    "Local",
];

#[test]
fn words_guide_diary_and_store_know_neither_browser_nor_clock() {
    for module in ["words", "guide", "diary", "store"] {
        check(module, &BROWSER);
        check(module, &["gloo_storage", "wasm_bindgen_futures"]);
        check(module, &CLOCKS);
        check(module, &["crate::ui", "crate::browser", "super::super"]);
        check(
            module,
            &[
                "std::time",
                "std::fs",
                "std::env",
                "std::net",
                "std::thread",
            ],
        );
    }
}

#[test]
fn each_folder_uses_only_what_stands_to_its_right() {
    check("guide", &["crate::diary"]);
    check("browser", &["crate::ui", "leptos"]);
    check("diary", &["ui::", "browser::", "crate::store"]);
    check("store", &["ui::", "browser::"]);
    check("guide", &["crate::store"]);
    check("guide", &["ui::", "browser::", "diary::"]);
    check("browser", &["ui::"]);
    check(
        "words",
        &["ui::", "browser::", "store::", "diary::", "guide::"],
    );
    // Nested imports are the one way around the above.
    for source in sources() {
        assert!(
            !names(&source.code, "use crate::{"),
            "{}: a line each",
            source.path
        );
    }
}

/// The stores are reached by the drivers alone, one file for each, and by the shell.
#[test]
fn only_the_drivers_call_a_store() {
    let drivers = [
        ("local_storage", "browser/local.rs"),
        ("gloo_storage", "browser/local.rs"),
        ("session_storage", "browser/kept.rs"),
        ("indexed_db", "browser/durable.rs"),
        ("IdbDatabase", "browser/durable.rs"),
        ("BroadcastChannel", "browser/channel.rs browser/driver.rs"),
        ("CacheStorage", "browser/marker.rs"),
        ("StorageManager", "browser/persist.rs"),
    ];
    for source in sources() {
        for (name, driver) in drivers {
            let is_driver = driver.split(' ').any(|driver| driver == source.path);
            let is_named = names(&source.code, name);
            assert!(!is_named || is_driver, "{} names {name}", source.path);
        }
    }
}

#[test]
fn the_words_of_the_guide_hold_no_functions() {
    check("guide/content", &["fn", "impl"]);
}

#[test]
fn one_file_asks_the_time() {
    for source in sources() {
        if source.path != "browser/clock.rs" {
            for name in [
                "js_sys::Date",
                "Date::now",
                "Date::new",
                "Utc::now",
                "Instant",
                "SystemTime",
            ] {
                assert!(!names(&source.code, name), "{} names {name}", source.path);
            }
        }
    }
}

#[test]
fn nothing_is_shown_unescaped_or_styled_against_the_policy() {
    check(
        "ui",
        &[
            "inner_html",
            "set_inner_html",
            "set_outer_html",
            "insert_adjacent_html",
        ],
    );
    for source in sources() {
        assert!(
            !sets_style(&source.code),
            "{} has a style attribute",
            source.path
        );
    }
}

/// A `style` attribute, which a strict policy ignores without a word. (`style:prop=` is fine.)
fn sets_style(code: &str) -> bool {
    names(code, "style=")
        || code.contains("set_attribute(\"style\"")
        || code.contains("attr(\"style\"")
}

#[test]
fn other_pages_of_the_same_origin_keep_what_they_stored() {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("index.html");
    let page = fs::read_to_string(page).expect("the page");
    assert!(!clears(&page), "index.html");
    for source in sources() {
        assert!(!clears(&source.code), "{}", source.path);
    }
}

fn clears(code: &str) -> bool {
    [
        "localStorage.clear",
        "LocalStorage::clear",
        "storage.clear()",
        "store.clear()",
        "raw().clear()",
    ]
    .iter()
    .any(|way| code.contains(way))
}

#[test]
fn no_source_is_too_long_to_read() {
    for source in sources() {
        if !source.is_in("guide/content") {
            assert!(
                source.lines <= 900,
                "{} has {} lines",
                source.path,
                source.lines
            );
        }
    }
}

#[test]
fn the_sources_lie_at_most_four_folders_deep_and_have_plain_names() {
    for Source { path, .. } in sources() {
        assert!(path.matches('/').count() <= 4, "{path}");
        for name in [
            "mod", "prelude", "utils", "helpers", "common", "types", "many", "change",
        ] {
            let file = format!("{name}.rs");
            assert!(
                path != file && !path.ends_with(&format!("/{file}")),
                "{path}"
            );
        }
    }
}

/// The checks above see what they are for.
#[test]
fn the_checks_can_fail() {
    let check = |text: &str, name: &str, named: bool| {
        assert_eq!(names(&code(text), name), named, "{name} in {text:?}");
    };
    check("use crate::diary::Diary;", "crate::diary", true);
    check("use crate::diary_of::Diary;", "crate::diary", false);
    check("// use crate::diary;", "crate::diary", false);
    check("//! as crate::diary has it", "crate::diary", false);
    check("let x = 1; // crate::diary", "crate::diary", false);
    check("a(\"https://x\"); use crate::diary;", "crate::diary", true);
    check("use chrono::{DateTime, Local};", "Local", true);
    check("LocalStorage::raw()", "Local", false);
    check("NaiveDateTime::and_local", "Local", false);
    check("pub fn a() {}", "fn", true);
    check("fn a() {}", "fn", true);
    check("words: \"confn\"", "fn", false);
    check("gloo::storage", "gloo", true);
    check("gloo_storage::x", "gloo", false);
    for text in [
        "<p style=\"color:red\">",
        "<p\n style=x",
        "<p style={x}>",
        "<p style=move || x>",
    ] {
        assert!(sets_style(text), "{text}");
    }
    assert!(!sets_style("<p style:width=move || x class=\"style\">"));
    assert!(clears("window.localStorage.clear()"));
    assert!(!clears("ids.clear()"));
}
