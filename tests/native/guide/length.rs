//! How long the check takes with an ordinary strain, the first one, when nothing is remembered yet.
//! Counted on the screens as the app shows them: the question, the line below it, the headings, the
//! choices that are put to this person, and "None of these".
//!
//! The time is an estimate by a stated model, for nobody was timed:
//! - 238 words a minute, silent reading of English non-fiction by adults (Brysbaert 2019, "How many
//!   words do we read per minute?", Journal of Memory and Language 109, 104047). In pain one may read
//!   more slowly; a list of signs that are plainly not there may be looked over faster.
//! - 1.3 s a tap: 1.1 to point and 0.2 to press (the keystroke-level model: Card, Moran and Newell
//!   1980, Communications of the ACM 23, 396). A tick and "Next" are two; each digit of the age is one.

use unknot::guide::answers::{Answer, Answers, NONE};
use unknot::guide::interview::{Kind, Question, replay};

use super::answers;

/// A lift three days ago, easing, felt before.
const STRAIN: &str = "danger=none age=38 health=none place=low signs=none nerves=none onset=effort \
    long=2w course=better bad=mild pattern=moving,rest before=settled tried=heat";

/// The headings that say whom a group of signs is for, and this person is none of them.
const OF_OTHERS: [&str; 6] = [
    "With sudden, severe pain",
    "With fever or shivering",
    "If this began with an accident or fall",
    "With a stiff neck",
    "If you took painkillers",
    "Pregnant, or might be",
];

const WORDS_A_MINUTE: f64 = 238.0;
const SECONDS_A_TAP: f64 = 1.3;

/// What one screen takes.
#[derive(Debug, Default, Clone, Copy, PartialEq)]
struct Cost {
    /// Every word of it.
    all: usize,
    /// A list read down to the last choice that is ticked, and whole where none is.
    down_to_answer: usize,
    /// The same, but a group whose heading names what this person has not left at that heading.
    for_this_person: usize,
    taps: usize,
}

impl Cost {
    fn of(question: &'static Question, given: &Answers, answer: &Answer) -> Cost {
        let put = question.put(&replay(given).findings, None);
        let asked = words(question.words) + words(question.help);
        let none = question.none().map_or(0, words);
        let mut cost = Cost {
            all: asked + none,
            down_to_answer: asked,
            for_this_person: asked,
            taps: taps(answer),
        };
        if let Kind::Number { unit, .. } = question.kind {
            let label = words("In") + words(unit);
            cost.all += label;
            cost.down_to_answer += label;
            cost.for_this_person += label;
        }
        if answer.has(NONE) {
            cost.down_to_answer += none;
            cost.for_this_person += none;
        }
        let mut group = "";
        for (n, choice) in put.iter().enumerate() {
            let heading = if choice.group == group {
                0
            } else {
                words(choice.group)
            };
            group = choice.group;
            cost.all += heading + words(choice.words);
            let is_read = match answer {
                Answer::Number(_) => false,
                Answer::Chosen(_) => {
                    answer.has(NONE) || put[n..].iter().any(|choice| answer.has(choice.id))
                }
            };
            if is_read {
                cost.down_to_answer += heading + words(choice.words);
                cost.for_this_person += heading;
                if !OF_OTHERS.contains(&group) {
                    cost.for_this_person += words(choice.words);
                }
            }
        }
        cost
    }
}

fn words(text: &str) -> usize {
    let is_word = |part: &&str| part.contains(char::is_alphanumeric);
    text.split_whitespace().filter(is_word).count()
}

fn taps(answer: &Answer) -> usize {
    match answer {
        // The field, its digits, "Next".
        Answer::Number(n) => 1 + n.to_string().len() + 1,
        Answer::Chosen(_) if answer.has(NONE) => 1,
        Answer::Chosen(ids) => ids.len() + 1,
    }
}

fn seconds(words: usize, taps: usize) -> f64 {
    words as f64 / WORDS_A_MINUTE * 60.0 + taps as f64 * SECONDS_A_TAP
}

/// Each screen on the way, with what it takes.
fn way() -> Vec<(&'static str, Cost)> {
    let strain = answers(STRAIN);
    let mut given = Answers::default();
    let mut way = Vec::new();
    while let Some(question) = replay(&given).next() {
        let answer = strain.to(question.id).expect(question.id);
        way.push((question.id, Cost::of(question, &given, answer)));
        given.give(question.id, answer.clone());
    }
    way
}

#[test]
fn an_ordinary_strain_is_asked_no_more_than_this() {
    let way = way();
    let mut sum = Cost::default();
    println!("screen      all  down to the answer  for this person  taps");
    for (id, cost) in &way {
        println!(
            "{id:<10} {:>4} {:>19} {:>16} {:>5}",
            cost.all, cost.down_to_answer, cost.for_this_person, cost.taps
        );
        sum.all += cost.all;
        sum.down_to_answer += cost.down_to_answer;
        sum.for_this_person += cost.for_this_person;
        sum.taps += cost.taps;
    }
    println!(
        "{} screens {:>2} {:>19} {:>16} {:>5}",
        way.len(),
        sum.all,
        sum.down_to_answer,
        sum.for_this_person,
        sum.taps
    );
    for words in [sum.all, sum.down_to_answer, sum.for_this_person] {
        println!("{words} words: {:.0} s", seconds(words, sum.taps));
    }
    let words = [sum.all, sum.down_to_answer, sum.for_this_person];
    assert_eq!((way.len(), words, sum.taps), (12, [1077, 911, 708], 23));
}

/// A long list can be judged group by group: each is short, and those that are not for everyone come
/// last, so that nobody leaves the list at one of them.
#[test]
fn a_long_list_is_in_short_groups() {
    let groups: Vec<_> = super::question("danger")
        .choices
        .chunk_by(|a, b| a.group == b.group)
        .collect();
    assert!(groups.iter().all(|group| group.len() <= 4));
    let headings: Vec<_> = groups.iter().map(|group| group[0].group).collect();
    let signs = headings.len() - 1;
    assert_eq!(headings[signs], "", "not sure, and none of these");
    assert_eq!(headings[signs - OF_OTHERS.len()..signs], OF_OTHERS);
}
