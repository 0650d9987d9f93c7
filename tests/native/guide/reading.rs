//! How hard the guide is to read, by the formula of Flesch and Kincaid (1975): 0.39 words a sentence plus
//! 11.8 syllables a word minus 15.59 is a school year. Syllables are counted by groups of vowels.

use unknot::guide::content::questions::QUESTIONS;
use unknot::guide::content::red_flags::RULES;
use unknot::guide::interview::Kind;

use super::all_choices;
use crate::words;

/// Groups of vowels; a silent "e" at the end is none, and every word has one.
fn syllables(word: &str) -> usize {
    let letters: Vec<char> = word
        .to_lowercase()
        .chars()
        .filter(|c| c.is_alphabetic())
        .collect();
    let is_vowel = |c: &char| "aeiouy".contains(*c);
    let groups = letters.chunk_by(|a, b| is_vowel(a) == is_vowel(b));
    let count = groups.filter(|group| is_vowel(&group[0])).count();
    let is_silent = letters.ends_with(&['e']) && !letters.ends_with(&['l', 'e']) && count > 1;
    (count - usize::from(is_silent)).max(1)
}

/// The school year of some sentences.
fn year<'a>(texts: impl Iterator<Item = &'a str>) -> f64 {
    let (mut sentences, mut words, mut all) = (0, 0, 0);
    for text in texts {
        for sentence in text.split(['.', '?', '!', ';', ':']) {
            let parts = sentence.split_whitespace();
            let parts: Vec<_> = parts
                .filter(|part| part.contains(char::is_alphabetic))
                .collect();
            sentences += usize::from(!parts.is_empty());
            words += parts.len();
            all += parts.iter().map(|part| syllables(part)).sum::<usize>();
        }
    }
    0.39 * words as f64 / sentences as f64 + 11.8 * all as f64 / words as f64 - 15.59
}

#[test]
fn syllables_are_counted() {
    let counted = [
        "pee",
        "numb",
        "tingling",
        "erection",
        "able",
        "leg",
        "physiotherapist",
    ]
    .map(syllables);
    assert_eq!(counted, [1, 1, 2, 3, 2, 1, 5]);
    // A year of short words is low, of long ones high.
    assert!(year(["The cat sat on the mat."].into_iter()) < 1.0);
    assert!(year(["Comprehensive musculoskeletal rehabilitation necessitates multidisciplinary consultation."].into_iter()) > 15.0);
}

#[test]
fn questions_and_verdicts_are_read_at_eleven() {
    let questions = QUESTIONS
        .iter()
        .flat_map(|question| [question.words, question.help]);
    let english = words::english();
    let verdicts = english.iter().filter(|message| message.family == "help");
    let verdicts: Vec<&str> = verdicts.map(|message| message.english.as_str()).collect();
    let why = QUESTIONS.iter().map(|question| question.why);
    let because = RULES.iter().map(|rule| rule.because);
    let ticks = all_choices().map(|(_, choice)| choice.words);
    let years = [
        ("questions", year(questions)),
        ("verdicts", year(verdicts.iter().copied())),
        ("why it is asked", year(why)),
        ("reasons", year(because)),
        ("choices", year(ticks)),
    ];
    for (what, year) in years {
        println!("{what}: school year {year:.1}");
    }
    assert!(verdicts.len() > 8);
    assert!(years[0].1 <= 6.0, "{:.1}", years[0].1);
    assert!(years[1].1 <= 6.0, "{:.1}", years[1].1);
}

#[test]
fn the_longest_line_to_tick_has_at_most_twenty_two_words() {
    let words = |text: &str| text.split_whitespace().count();
    let many = all_choices().filter(|(question, _)| question.kind == Kind::Many);
    let (length, longest) = many
        .map(|(_, choice)| (words(choice.words), choice.words))
        .max()
        .expect("a choice");
    println!("longest: {length} words: {longest}");
    assert!(length <= 22, "{length}: {longest}");
}
