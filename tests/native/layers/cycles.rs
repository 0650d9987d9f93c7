//! The files of `src/ui` use each other in one direction: no file reaches itself again through what it uses.
//! A module declaration is no use.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::{Source, sources};

/// For each file, the files that it uses.
type Graph = BTreeMap<String, BTreeSet<String>>;

/// The graph of the files below `src` that are in this module.
fn graph(sources: &[Source], module: &str) -> Graph {
    let files: BTreeMap<_, _> = (sources.iter().filter(|source| source.is_in(module)))
        .map(|source| (module_path(&source.path), source))
        .collect();
    let modules: BTreeSet<_> = files.keys().cloned().collect();
    files
        .iter()
        .map(|(own, source)| {
            let used = used_modules(&source.code, own, &modules);
            let used = used.into_iter().filter(|used| used != own);
            let used = used.map(|used| files[&used].path.clone()).collect();
            (source.path.clone(), used)
        })
        .collect()
}

/// `ui/pages/now.rs` is the module `ui`, `pages`, `now`.
fn module_path(file: &str) -> Vec<String> {
    let path = file.strip_suffix(".rs").expect("a Rust file");
    path.split('/').map(str::to_string).collect()
}

/// The words and signs of Rust code that make up a path.
fn tokens(code: &str) -> Vec<&str> {
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    let mut tokens = Vec::new();
    let mut rest = code;
    while let Some(first) = rest.chars().next() {
        let length = if is_word(first) {
            rest.find(|c| !is_word(c)).unwrap_or(rest.len())
        } else if rest.starts_with("::") {
            2
        } else {
            first.len_utf8()
        };
        let (token, after) = rest.split_at(length);
        if !token.trim().is_empty() {
            tokens.push(token);
        }
        rest = after;
    }
    tokens
}

/// The paths that begin at a token, with the braces of a `use` written out, and the other name that `as` gives.
fn paths<'a>(tokens: &[&'a str], at: &mut usize) -> Vec<(Vec<&'a str>, Option<&'a str>)> {
    let first = tokens[*at];
    *at += 1;
    if tokens.get(*at) == Some(&"as") {
        let name = tokens.get(*at + 1).copied();
        *at += 2;
        return vec![(vec![first], name)];
    }
    if tokens.get(*at) != Some(&"::") {
        return vec![(vec![first], None)];
    }
    *at += 1;
    let mut found = Vec::new();
    if tokens.get(*at) == Some(&"{") {
        *at += 1;
        while *at < tokens.len() && tokens[*at] != "}" {
            if tokens[*at] == "," {
                *at += 1;
            } else {
                found.extend(paths(tokens, at));
            }
        }
        *at += 1;
    } else if *at < tokens.len() {
        found = paths(tokens, at);
    }
    for (path, _) in &mut found {
        path.insert(0, first);
    }
    found
}

/// The modules of `modules` that code in the module `own` names.
fn used_modules(
    code: &str,
    own: &[String],
    modules: &BTreeSet<Vec<String>>,
) -> BTreeSet<Vec<String>> {
    let tokens = tokens(code);
    let mut written = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let is_start = at == 0 || tokens[at - 1] != "::";
        let is_word = tokens[at].starts_with(|c: char| c.is_alphabetic() || c == '_');
        if is_start && is_word && tokens.get(at + 1) == Some(&"::") {
            written.extend(paths(&tokens, &mut at));
        } else {
            at += 1;
        }
    }
    let mut names: BTreeMap<String, Vec<String>> = modules
        .iter()
        .filter(|module| module.len() == own.len() + 1 && module.starts_with(own))
        .map(|child| (child[own.len()].clone(), child.clone()))
        .collect();
    // A name that a `use` gives to a module stands at the front of other paths.
    for (path, other) in &written {
        let whole = absolute(path, own, &names);
        if modules.contains(&whole) {
            let name = other.unwrap_or_else(|| path.last().expect("a path has a name"));
            names.entry(name.to_string()).or_insert(whole);
        }
    }
    let used = written.iter().filter_map(|(path, _)| {
        let whole = absolute(path, own, &names);
        (1..=whole.len())
            .rev()
            .map(|length| whole[..length].to_vec())
            .find(|module| modules.contains(module))
    });
    used.collect()
}

/// A path as it is written in the module `own`, from the root of the crate on.
fn absolute(path: &[&str], own: &[String], names: &BTreeMap<String, Vec<String>>) -> Vec<String> {
    let mut from = match path[0] {
        "crate" => Vec::new(),
        "self" => own.to_vec(),
        "super" => own[..own.len() - 1].to_vec(),
        name => names.get(name).cloned().unwrap_or(vec![name.to_string()]),
    };
    for name in &path[1..] {
        match *name {
            "super" => {
                from.pop();
            }
            "self" => {}
            name => from.push(name.to_string()),
        }
    }
    from
}

/// For each file that reaches itself, one shortest way around; each set of files once.
fn cycles(graph: &Graph) -> Vec<Vec<String>> {
    let mut found: BTreeMap<BTreeSet<String>, Vec<String>> = BTreeMap::new();
    for start in graph.keys() {
        let mut ways = VecDeque::from([vec![start.clone()]]);
        let mut seen = BTreeSet::new();
        'search: while let Some(way) = ways.pop_front() {
            for next in &graph[way.last().expect("a way has a start")] {
                if next == start {
                    found.entry(way.iter().cloned().collect()).or_insert(way);
                    break 'search;
                }
                if seen.insert(next.clone()) {
                    ways.push_back([&way[..], std::slice::from_ref(next)].concat());
                }
            }
        }
    }
    found.into_values().collect()
}

#[test]
fn no_files_of_the_ui_use_each_other_in_a_circle() {
    let graph = graph(&sources(), "ui");
    let uses: usize = graph.values().map(BTreeSet::len).sum();
    assert!(uses > 200, "only {uses} uses seen");
    let cycles: Vec<_> = cycles(&graph).iter().map(|way| way.join(" → ")).collect();
    assert!(cycles.is_empty(), "{}", cycles.join("\n"));
}

/// The check above sees what it is for.
#[test]
fn a_circle_of_files_is_found() {
    let cycles_of = |files: &[(&str, &str)]| {
        let source = |(path, code): &(&str, &str)| Source {
            path: path.to_string(),
            lines: 1,
            code: code.to_string(),
        };
        let sources: Vec<_> = files.iter().map(source).collect();
        cycles(&graph(&sources, "ui"))
    };
    let root = "pub mod a;\npub mod b;";
    let check = |a: &str, b: &str, child: &str, expected: &[&str]| {
        let found = cycles_of(&[
            ("ui.rs", root),
            ("ui/a.rs", a),
            ("ui/b.rs", b),
            ("ui/a/child.rs", child),
        ]);
        let found: Vec<_> = found.iter().map(|way| way.join(" ")).collect();
        assert_eq!(found, expected, "{a:?}, {b:?}, {child:?}");
    };
    check("mod child;", "", "", &[]);
    check(
        "mod child; use child::X;",
        "",
        "use super::super::b::Y;",
        &[],
    );
    check("use crate::ui::b::Y;", "use crate::diary::a::X;", "", &[]);
    let both = ["ui/a.rs ui/b.rs"];
    check("use crate::ui::b::Y;", "use super::a::X;", "", &both);
    check(
        "fn f() { crate::ui::b::y() }",
        "use super::{c::d, a::{X, Z}};",
        "",
        &both,
    );
    check("use crate::ui::b as c;", "use super::a;", "", &both);
    let parent = ["ui/a.rs ui/a/child.rs"];
    check("fn f() { child::x() }", "", "use super::Y;", &parent);
    check("use self::child::x;", "", "use crate::ui::a::Y;", &parent);
    let through_a_name = ["ui/a/child.rs ui/b.rs"];
    let named = "use crate::ui::a as c; fn f() { c::child::x() }";
    check("", named, "use crate::ui::b::y;", &through_a_name);
    let three = ["ui/a.rs ui/b.rs ui/a/child.rs"];
    check(
        "use super::b;",
        "use super::a::child;",
        "use super::y;",
        &three,
    );
}
