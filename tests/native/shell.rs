//! The page before the app: its emergency list is what alone makes an emergency in the guide's danger
//! check, word for word, so that nobody is told one thing while the app loads and another once it is up.

use unknot::guide::interview;
use unknot::guide::triage::Urgency;

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
    let signs: Vec<_> = interview::first()
        .choices
        .iter()
        .filter(|choice| choice.alone() == Urgency::Emergency)
        .collect();
    let words: Vec<&str> = signs.iter().map(|choice| choice.words).collect();
    assert_eq!(all("li"), words);
    let groups = signs.chunk_by(|a, b| a.group == b.group);
    let headings: Vec<&str> = groups.map(|group| group[0].group).collect();
    assert_eq!(all("h3"), headings);
}
