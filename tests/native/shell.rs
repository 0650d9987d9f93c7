//! The page before the app: its emergency list is what alone makes an emergency in the guide's danger
//! check, word for word, so that nobody is told one thing while the app loads and another once it is up.

use std::collections::BTreeSet;

use unknot::guide::interview;

use crate::words;

#[test]
fn the_shell_lists_the_danger_check_word_for_word() {
    let page = include_str!("../../index.html");
    let from = page
        .find("id=\"emergency-list\"")
        .expect("the list is there");
    let section = &page[from..page[from..].find("</section>").expect("it ends") + from];
    let all = |tag: &str| -> Vec<&str> {
        let (open, close) = (format!("<{tag}>"), format!("</{tag}>"));
        section
            .split(open.as_str())
            .skip(1)
            .filter_map(|item| item.split(close.as_str()).next())
            .collect()
    };
    let signs = interview::emergency_signs();
    let words: Vec<&str> = signs.iter().map(|(_, choice)| choice.words).collect();
    assert_eq!(all("li"), words);
    let groups = signs.chunk_by(|a, b| a.0 == b.0);
    let headings: Vec<&str> = groups.map(|group| group[0].0).collect();
    assert_eq!(all("h3"), headings);
}

/// A text with its arguments made equal: `{ $name }` and `${name}` become `{}`.
fn shape(text: &str) -> String {
    let mut shape = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('{') {
        let end = rest[at..].find('}').map_or(rest.len(), |end| at + end + 1);
        shape.push_str(rest[..at].trim_end_matches('$'));
        shape.push_str("{}");
        rest = &rest[end..];
    }
    shape + rest
}

/// The parts of a text between two marks, and the text without them.
fn cut<'a>(page: &'a str, open: &str, close: &str) -> (Vec<&'a str>, String) {
    let (mut parts, mut left, mut rest) = (Vec::new(), String::new(), page);
    while let Some(at) = rest.find(open) {
        left.push_str(&rest[..at]);
        let inner = &rest[at + open.len()..];
        let end = inner.find(close).expect("it ends");
        parts.push(&inner[..end]);
        rest = &inner[end + close.len()..];
    }
    left.push_str(rest);
    (parts, left)
}

/// Whether a text of the script is words: two of them with a space between.
fn is_words(text: &str) -> bool {
    let letters: Vec<char> = text.chars().collect();
    let is_gap = |w: &[char]| w[0].is_alphabetic() && w[1] == ' ' && w[2].is_alphabetic();
    text != "use strict" && letters.windows(3).any(is_gap)
}

/// Every text that the page can show.
fn shown(page: &str) -> BTreeSet<String> {
    let (_, page) = cut(page, "<!--", "-->");
    let (scripts, page) = cut(&page, "<script>", "</script>");
    // Those of the guide: see above.
    let (_, page) = cut(&page, "<li>", "</li>");
    let (_, page) = cut(&page, "<h3>", "</h3>");
    let mut shown = BTreeSet::new();
    let (tags, _) = cut(&page, "<", ">");
    for tag in tags
        .iter()
        .filter(|tag| tag.contains("name=\"description\""))
    {
        let content = tag.split("content=\"").nth(1).expect("a description");
        shown.insert(content.trim_end_matches('"').to_string());
    }
    for text in page.split('<') {
        let text = text.split_once('>').map_or("", |(_, text)| text).trim();
        if !text.is_empty() {
            shown.insert(text.to_string());
        }
    }
    for script in scripts {
        let lines = script
            .lines()
            .filter(|line| !line.trim_start().starts_with("//"));
        for line in lines {
            let quoted = ["'", "`"].map(|quote| cut(line, quote, quote).0);
            let words = quoted.concat().into_iter().map(shape);
            shown.extend(words.filter(|text| is_words(text)));
        }
    }
    shown
}

#[test]
fn the_shell_says_what_its_words_say() {
    let english = words::english();
    let its = english.iter().filter(|message| message.family == "shell");
    let its: BTreeSet<String> = its.map(|message| shape(&message.english)).collect();
    let shown = shown(include_str!("../../index.html"));
    let only_shown: Vec<_> = shown.difference(&its).collect();
    let only_words: Vec<_> = its.difference(&shown).collect();
    assert!(
        only_shown.is_empty() && only_words.is_empty(),
        "index.html alone: {only_shown:#?}\nwords/en/shell.ftl alone: {only_words:#?}"
    );
}

#[test]
fn every_text_of_a_page_is_found() {
    let page = "<title>A b</title><meta name=\"description\" content=\"C d\"><!-- no --><p id=x>E<script>\n// it's no\n'use strict'; a('F g', 'h'); b = `${i} j k`;\n</script>";
    let found: Vec<_> = shown(page).into_iter().collect();
    assert_eq!(found, ["A b", "C d", "E", "F g", "{} j k"]);
}
