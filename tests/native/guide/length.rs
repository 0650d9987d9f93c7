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

const WORDS_A_MINUTE: f64 = 238.0;
const SECONDS_A_TAP: f64 = 1.3;

/// What one screen takes.
#[derive(Debug, Default, Clone, Copy, PartialEq)]
struct Cost {
    /// Every word of it.
    all: usize,
    /// A list to tick is read whole; of several answers to choose from, those down to the right one.
    read: usize,
    taps: usize,
}

impl Cost {
    fn of(question: &'static Question, given: &Answers, answer: &Answer) -> Cost {
        let put = question.put(&replay(given).findings, None);
        let asked = words(question.words) + words(question.help);
        let mut cost = Cost {
            all: asked + question.none().map_or(0, words),
            read: asked,
            taps: taps(question, answer),
        };
        if let Kind::Number { unit, .. } = question.kind {
            cost.all += words("In") + words(unit);
            cost.read = cost.all;
        }
        let mut group = "";
        for choice in &put {
            // A heading that was interrupted is not said again.
            if choice.group != group {
                cost.all += words(choice.group);
                group = choice.group;
            }
            cost.all += words(choice.words);
        }
        match question.kind {
            Kind::Many => cost.read = cost.all,
            Kind::One => {
                let chosen = put.iter().position(|choice| answer.has(choice.id));
                let down = put.iter().take(chosen.expect("one of them") + 1);
                cost.read += down.map(|choice| words(choice.words)).sum::<usize>();
            }
            Kind::Number { .. } => {}
        }
        cost
    }
}

fn words(text: &str) -> usize {
    let is_word = |part: &&str| part.contains(char::is_alphanumeric);
    text.split_whitespace().filter(is_word).count()
}

fn taps(question: &Question, answer: &Answer) -> usize {
    match answer {
        // The field, its digits, "Next".
        Answer::Number(n) => 1 + n.to_string().len() + 1,
        Answer::Chosen(_) if answer.has(NONE) || question.kind == Kind::One => 1,
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
    println!("screen      all  read  taps");
    for (id, cost) in &way {
        println!("{id:<10} {:>4} {:>5} {:>5}", cost.all, cost.read, cost.taps);
        sum.all += cost.all;
        sum.read += cost.read;
        sum.taps += cost.taps;
    }
    println!(
        "{} screens {:>2} {:>5} {:>5}",
        way.len(),
        sum.all,
        sum.read,
        sum.taps
    );
    for words in [sum.all, sum.read] {
        println!("{words} words: {:.0} s", seconds(words, sum.taps));
    }
    assert_eq!((way.len(), sum.all, sum.read, sum.taps), (12, 916, 842, 19));
}

/// A long list can be judged group by group: each is short.
#[test]
fn a_long_list_is_in_short_groups() {
    let choices = super::question("danger").choices;
    for group in choices.chunk_by(|a, b| a.group == b.group) {
        assert!(group.len() <= 4, "{}", group[0].group);
    }
}
