//! How long the check takes with an ordinary strain, the first one, when nothing is remembered yet.
//! Counted on the pages as the app shows them: every word in view without opening anything, in
//! questions, headings, lines, choices, chips and labels. "Next", "Back", "None of these" and the tab
//! bar are not counted.
//!
//! The time is an estimate by a stated model, for nobody was timed:
//! - 238 words a minute, silent reading of English non-fiction by adults (Brysbaert 2019, "How many
//!   words do we read per minute?", Journal of Memory and Language 109, 104047). In pain one may read
//!   more slowly; a list of signs that are plainly not there may be looked over faster.
//! - 1.3 s a tap: 1.1 to point and 0.2 to press (the keystroke-level model: Card, Moran and Newell
//!   1980, Communications of the ACM 23, 396). Each digit of the age is one.

use unknot::guide::answers::{Answer, Answers, NONE};
use unknot::guide::interview::{Choice, Kind, Question, open_line, page_of, replay};

use super::{answers, question};

/// A lift three days ago, easing, felt before.
const STRAIN: &str = "danger=none place=low age=38 conditions=none nerves=none signs=none \
    onset=effort long=2w course=better bad=mild pattern=moving,rest before=settled";

const WORDS_A_MINUTE: f64 = 238.0;
const SECONDS_A_TAP: f64 = 1.3;

/// Words on every page of a check beside the questions.
const ON_EVERY_PAGE: [&str; 2] = ["Stop", "Why?"];

/// Pages, words and taps of version 7, by the same rule.
const VERSION_7: (usize, usize, usize) = (12, 970, 19);

/// What one page takes.
#[derive(Debug, Default, Clone, Copy, PartialEq)]
struct Cost {
    words: usize,
    taps: usize,
}

fn words(text: &str) -> usize {
    let is_word = |part: &&str| part.contains(char::is_alphanumeric);
    text.split_whitespace().filter(is_word).count()
}

/// The choices that are in view: of a line that is closed only the line.
fn in_view(
    question: &'static Question,
    given: &Answers,
    open: Option<&str>,
) -> Vec<&'static Choice> {
    let mut put = question.put(&replay(given).findings, None);
    put.retain(|choice| {
        let line = question.line_of(choice);
        line.is_none_or(|line| Some(line.id) == open)
    });
    put
}

/// The words of one question.
fn asked(question: &'static Question, given: &Answers, open: Option<&str>) -> usize {
    let mut all = words(question.words) + words(question.help);
    if let Kind::Number { unit, .. } = question.kind {
        all += words("In") + words(unit);
    }
    let mut group = "";
    for choice in in_view(question, given, open) {
        // A heading that was interrupted is not said again.
        if choice.group != group && question.line_of(choice).is_none() {
            all += words(choice.group);
            group = choice.group;
        }
        all += words(choice.words);
    }
    all
}

fn taps(question: &Question, answer: &Answer) -> usize {
    match answer {
        // The field and its digits.
        Answer::Number(n) => 1 + n.to_string().len(),
        Answer::Chosen(_) if answer.has(NONE) => 0,
        Answer::Chosen(ids) if question.kind == Kind::Many => ids.len(),
        Answer::Chosen(_) => 1,
    }
}

fn seconds(cost: Cost) -> f64 {
    cost.words as f64 / WORDS_A_MINUTE * 60.0 + cost.taps as f64 * SECONDS_A_TAP
}

/// Each page on the way, with what it takes.
fn way() -> Vec<(&'static str, Cost)> {
    let strain = answers(STRAIN);
    let mut given = Answers::default();
    let mut way = Vec::new();
    while let Some(next) = replay(&given).next() {
        let page = page_of(next.id).iter();
        let page: Vec<_> = page
            .filter(|one| replay(&given).open.iter().any(|open| open.id == one.id))
            .collect();
        let mut cost = Cost {
            words: ON_EVERY_PAGE.iter().map(|text| words(text)).sum(),
            taps: 0,
        };
        // The chips of places stand above the lines, and are one answer that is given there.
        let place = (next.id == "danger").then(|| question("place"));
        let open = place.and_then(|place| open_line(strain.to(place.id)?));
        let mut last_is_one = false;
        for one in place.iter().copied().chain(page.iter().copied()) {
            let answer = strain.to(one.id).expect(one.id);
            cost.words += asked(one, &given, open);
            if one.id == "place" {
                // "Somewhere else" is a chip among them.
                cost.words += words("Somewhere else");
            }
            cost.taps += taps(one, answer);
            last_is_one = one.kind == Kind::One;
        }
        for one in place.into_iter().chain(page) {
            given.give(one.id, strain.to(one.id).expect(one.id).clone());
        }
        // "None of these" or "Next"; a page that ends in the only answer goes on with that.
        cost.taps += usize::from(!last_is_one);
        way.push((next.id, cost));
    }
    way
}

/// At most 7 pages, 16 taps and 650 words: the limits that were set for version 8.
#[test]
fn an_ordinary_strain_is_asked_no_more_than_this() {
    let way = way();
    let mut sum = Cost::default();
    println!("page        words  taps");
    for (id, cost) in &way {
        println!("{id:<12} {:>4} {:>5}", cost.words, cost.taps);
        sum.words += cost.words;
        sum.taps += cost.taps;
    }
    println!(
        "version 8: {} pages, {} words, {} taps, {:.0} s",
        way.len(),
        sum.words,
        sum.taps,
        seconds(sum)
    );
    let (pages, words, taps) = VERSION_7;
    println!(
        "version 7: {pages} pages, {words} words, {taps} taps, {:.0} s",
        seconds(Cost { words, taps })
    );
    assert!(way.len() <= 7, "{} pages", way.len());
    assert!(sum.taps <= 16, "{} taps", sum.taps);
    assert!(sum.words <= 650, "{} words", sum.words);
}

/// A long list can be judged group by group: each is short. The details of a line are read only once that
/// is ticked, or for the part that hurts.
#[test]
fn a_long_list_is_in_short_groups() {
    for question in [
        question("danger"),
        question("conditions"),
        question("signs"),
    ] {
        for group in question.choices.chunk_by(|a, b| a.group == b.group) {
            let most = if question.line_of(&group[0]).is_some() {
                14
            } else {
                11
            };
            assert!(group.len() <= most, "{}: {}", group[0].group, group.len());
        }
    }
}
