//! The page before the app: its emergency list is the guide's danger check, word for word, so that
//! nobody is told one thing while the app loads and another once it is up.

use unknot::guide::answers::{NONE, UNSURE};
use unknot::guide::interview;

#[test]
fn the_shell_lists_the_danger_check_word_for_word() {
    let page = include_str!("../../index.html");
    let from = page
        .find("id=\"emergency-list\"")
        .expect("the list is there");
    let section = &page[from..page[from..].find("</section>").expect("it ends") + from];
    let listed: Vec<&str> = section
        .split("<li>")
        .skip(1)
        .filter_map(|item| item.split("</li>").next())
        .collect();
    let asked: Vec<&str> = interview::first()
        .choices
        .iter()
        .filter(|choice| ![NONE, UNSURE].contains(&choice.id))
        .map(|choice| choice.words)
        .collect();
    assert_eq!(listed, asked);
}
