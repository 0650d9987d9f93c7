//! The clinician's page as a value: its figures, what is capped and what never is, and what was left out.

use chrono::{Days, NaiveDate, TimeDelta};

use unknot::diary::Diary;
use unknot::diary::checkup::Checkup;
use unknot::diary::day::{Day, Scale, Work};
use unknot::diary::episode::{Episode, Recorded, Relief, Treatment};
use unknot::diary::marks::MarkKind as Mark;
use unknot::diary::moment::Moment;
use unknot::diary::place::Place;
use unknot::diary::report::excerpt::{Excerpt, OptionalPart, ReportChoice, ReportRange};
use unknot::diary::report::{Report, ReportPart, WARNING_SIGNS};
use unknot::diary::stored::Record;
use unknot::guide::answers::Answer;
use unknot::guide::triage::Urgency;

use super::{at, begun, checkup_id, ended, episode_id, item, severity};

pub fn now() -> Moment {
    at("2026-11-24T12:00:00+01:00")
}

pub fn choice(range: ReportRange) -> ReportChoice {
    ReportChoice {
        range,
        include: [true; 4],
        name: String::new(),
        born: None,
        questions: String::new(),
    }
}

fn date(text: &str) -> NaiveDate {
    NaiveDate::parse_from_str(text, "%Y-%m-%d").expect("a date")
}

fn diary(records: impl IntoIterator<Item = Record>) -> Diary {
    let mut diary = Diary::default();
    for record in records {
        diary.put(record);
    }
    diary
}

fn report(diary: &Diary, choice: &ReportChoice) -> Report {
    Report::of(&Excerpt::of(diary, choice, &now()))
}

fn part<'a>(parts: &'a [ReportPart], heading: &str) -> &'a ReportPart {
    let found = parts.iter().find(|part| part.heading == heading);
    found.unwrap_or_else(|| panic!("no {heading}"))
}

fn said<'a>(parts: &'a [ReportPart], heading: &str, name: &str) -> &'a str {
    let rows = &part(parts, heading).rows;
    let found = rows.iter().find(|row| row.name == name);
    &found
        .unwrap_or_else(|| panic!("no {name}: {rows:#?}"))
        .words
}

fn days_ago(days: u64, clock: &str) -> Moment {
    let date = now().date_naive() - Days::new(days);
    at(&format!("{date}T{clock}:00+01:00"))
}

fn tried(kind: &str, detail: &str, at: Moment, relief: Option<i8>) -> Treatment {
    Treatment {
        detail: detail.to_string(),
        relief: relief.and_then(Relief::new),
        ..Treatment::begun(item(), kind, at)
    }
}

/// An episode with everything in it, so many days ago.
pub fn full(id: &str, days: u64) -> Episode {
    let start = days_ago(days, "07:40");
    let mut episode = ended(id, start, start + TimeDelta::minutes(60));
    episode.places = [Place::from_id("low-right"), Place::from_id("neck-left")]
        .into_iter()
        .flatten()
        .collect();
    episode
        .radiation
        .toggle(1, unknot::diary::place::Side::Left);
    for (kind, id) in [
        (Mark::Trigger, "lifting"),
        (Mark::Trigger, "=1+1, \"rain\""),
        (Mark::Quality, "sharp"),
        (Mark::Symptom, "numb"),
        (Mark::Limit, "work"),
    ] {
        episode.marks.toggle(kind, id);
    }
    episode.rate(item(), start + TimeDelta::minutes(1), severity(7));
    episode.rate(item(), start + TimeDelta::minutes(50), severity(3));
    episode.treatments = vec![
        tried("heat", "", start + TimeDelta::minutes(10), Some(7)),
        tried(
            "medicine",
            "Ibuprofen 400 mg",
            start + TimeDelta::minutes(10),
            Some(-1),
        ),
        tried("physio", "", start + TimeDelta::minutes(55), None),
    ];
    episode.notes = "After the garden; \"lie down\",\n=SUM(A1) שלום".to_string();
    episode
}

pub fn full_day(days: u64) -> Day {
    let mut day = Day::empty(now().date_naive() - Days::new(days));
    day.pain = Some(severity(0));
    day.scales = [Some(8), Some(0), Some(2)];
    day.work = Some(Work::Some);
    day.peg = Some([3, 4, 6]);
    day.roland_morris = Some(0b1011);
    day.triggers = vec!["sitting".to_string()];
    day.markers = vec!["began physiotherapy".to_string()];
    day.notes = "private".to_string();
    day
}

pub fn alarmed(id: &str, started: Moment, signs: &[&str]) -> Checkup {
    let mut checkup = Checkup::begun(checkup_id(id), started, None);
    checkup.answer("danger", Answer::of(signs), started);
    checkup
}

/// Everything once or often.
pub fn everything() -> Diary {
    let mut records = vec![Record::Checkup(alarmed(
        "c1",
        days_ago(3, "07:45"),
        &["saddle"],
    ))];
    let mut settled = alarmed("c2", days_ago(5, "08:00"), &["saddle", "chest"]);
    settled.settle(true, days_ago(5, "09:30"));
    records.push(Record::Checkup(settled));
    for n in 0..12 {
        records.push(Record::Episode(full(&format!("e{n:02}"), 2 * n)));
    }
    for n in 0..8 {
        records.push(Record::Day(full_day(3 * n)));
    }
    diary(records)
}

#[test]
fn nothing_is_said_of_nothing() {
    for range in [
        ReportRange::Last(30),
        ReportRange::All,
        ReportRange::Own(date("1900-01-01"), date("1900-01-01")),
    ] {
        let report = report(&Diary::default(), &choice(range));
        assert_eq!(
            said(&report.summary, "The spasms", "How long"),
            "Nothing noted."
        );
        assert!(said(&report.summary, WARNING_SIGNS, "").starts_with("No check was finished"));
        assert!(report.details.is_empty(), "{:?}", report.details);
        assert_eq!(
            said(&report.summary, "How good these data are", "Still open"),
            "0 of 0"
        );
    }
}

#[test]
fn its_figures_are_those_of_the_diary() {
    let report = report(&everything(), &choice(ReportRange::Last(30)));
    let words = |heading, name| said(&report.summary, heading, name);
    assert_eq!(words("The spasms", "Noted since"), "2026-11-02");
    // The diary does not go back as far as the days before, so nothing is said of them.
    assert_eq!(words("The spasms", "How often"), "12 in 30 days");
    // Spasms on even days back to 22; day entries on 3, 9, 15, 21 besides.
    assert_eq!(
        words("The spasms", "Days with a spasm"),
        "12 of 16 days with information"
    );
    assert_eq!(
        words("The spasms", "How long"),
        "median 1 h of 12, half of them 1 h to 1 h, at most 1 h"
    );
    assert_eq!(
        words("The spasms", "Worst pain, 0 to 10"),
        "median 7 of 12, half of them 7 to 7, at most 7"
    );
    assert_eq!(words("Where", "Neck, left"), "12 of 12");
    assert_eq!(
        words("Spreading, and what comes with it", "Nerve signs ticked"),
        "numbness 12 · tingling 0 · weakness 0 of 12"
    );
    assert_eq!(
        words("Spreading, and what comes with it", "To: Thigh, left"),
        "12 of 12"
    );
    assert_eq!(words("What set it off", "=1+1, \"rain\""), "12 of 12");
    assert_eq!(
        words("What was tried", "Heat"),
        "12 times · eased 12 of 12, 12 of them together with others · relief -1 to 10: median 7 of 12"
    );
    assert_eq!(
        words("What was tried", "Medicine"),
        "12 times · eased 12 of 12, 12 of them together with others · relief -1 to 10: median -1 of 12"
    );
    assert_eq!(
        words("What was tried", "Physical therapy"),
        "12 times · pain not noted before and after"
    );
    assert_eq!(
        words("Everyday life", "PEG, 0 to 10"),
        "4.3 (2026-11-03) → 4.3 (2026-11-24)"
    );
    assert_eq!(
        words("Everyday life", "Roland-Morris, 0 to 24"),
        "3 (2026-11-03) → 3 (2026-11-24)"
    );
    assert_eq!(
        words("Everyday life", "Sleep, 10 very good"),
        "median 8 of 8, half of them 8 to 8, at most 8"
    );
    assert_eq!(
        words("Everyday life", "Stiffness, 10 worst"),
        "median 0 of 8, half of them 0 to 0, at most 0"
    );
    assert_eq!(words("Everyday life", "Work done, days"), "some of it 8");
    assert_eq!(words("Everyday life", "A spasm stopped: work"), "12 of 12");
    assert_eq!(
        words("Medicines and conditions", "Ibuprofen 400 mg"),
        "taken 12 times"
    );
    assert_eq!(
        words("How good these data are", "Start noted"),
        "as it happened 12 · later 0"
    );
    assert_eq!(
        words("How good these data are", "Days without any information"),
        "14 of 30, diary since 2026-11-02"
    );
    assert_eq!(part(&report.details, "Each episode").rows.len(), 12);
    assert_eq!(part(&report.details, "Each day entry").rows.len(), 8);
}

#[test]
fn a_warning_sign_has_each_of_its_dates_and_what_became_of_it() {
    let report = report(&everything(), &choice(ReportRange::Last(30)));
    let rows = &part(&report.summary, WARNING_SIGNS).rows;
    assert_eq!(rows.len(), 2);
    assert_eq!(
        rows[0].words,
        "2026-11-21 07:45: emergency, what was done is not noted · \
         2026-11-19 08:00: got help (said 2026-11-19 09:30)"
    );
    assert_eq!(
        rows[1].words,
        "2026-11-19 08:00: got help (said 2026-11-19 09:30)"
    );
}

#[test]
fn an_emergency_answer_has_its_own_time() {
    let mut late = alarmed("late", days_ago(1, "07:45"), &["pee"]);
    late.flagged = Some(days_ago(1, "09:20"));
    let report = report(
        &diary([Record::Checkup(late)]),
        &choice(ReportRange::Last(30)),
    );
    let rows = &report.summary[0].rows;
    assert_eq!(
        rows[0].words,
        "2026-11-23 09:20: emergency, what was done is not noted"
    );
}

#[test]
fn not_sure_says_of_what() {
    let unsure = alarmed("c", days_ago(1, "07:45"), &["unsure"]);
    let report = report(
        &diary([Record::Checkup(unsure)]),
        &choice(ReportRange::Last(30)),
    );
    let rows = &report.summary[0].rows;
    assert_eq!(rows.len(), 1);
    assert_eq!(
        rows[0].name,
        "Not sure: Is any of this new in the last 2 weeks, or happening now?"
    );
    assert_eq!(
        rows[0].words,
        "2026-11-23 07:45: urgent, what was done is not noted"
    );
}

#[test]
fn an_open_emergency_is_there_whatever_the_range() {
    let old = alarmed("old", days_ago(300, "07:45"), &["pee"]);
    let mut settled = alarmed("settled", days_ago(301, "07:45"), &["chest"]);
    settled.settle(false, days_ago(301, "08:00"));
    let diary = diary([Record::Checkup(old), Record::Checkup(settled)]);
    let rows = report(&diary, &choice(ReportRange::Last(30))).summary[0]
        .rows
        .clone();
    assert_eq!(rows.len(), 1);
    assert!(rows[0].words.starts_with("2026-01-28 07:45"), "{rows:?}");
}

/// What was said of harm to oneself is in no report: neither the answer nor its rule.
#[test]
fn harm_to_oneself_is_in_no_report() {
    let checkup = alarmed("c", days_ago(1, "10:00"), &["harm", "pee"]);
    let diary = diary([Record::Checkup(checkup)]);
    let excerpt = Excerpt::of(&diary, &choice(ReportRange::Last(30)), &now());
    let handed_on = &excerpt.checkups[0];
    assert_eq!(handed_on.answers.to("danger"), Some(&Answer::of(&["pee"])));
    assert!(!handed_on.rules.iter().any(|id| id == "harm-now"));
    assert!(handed_on.rules.iter().any(|id| id == "cauda-equina"));
    // The diary, and so a backup, has it.
    let stored = diary.checkups()[0];
    assert!(
        stored
            .answers
            .to("danger")
            .is_some_and(|answer| answer.has("harm"))
    );
    assert!(stored.rules.iter().any(|id| id == "harm-now"));
}

#[test]
fn warning_signs_are_never_capped() {
    let choices = unknot::guide::interview::first().choices;
    let choices: Vec<_> = choices
        .iter()
        .filter(|choice| choice.alone() >= Urgency::Urgent && !choice.is_private())
        .collect();
    let all: Vec<&str> = choices.iter().map(|choice| choice.id).collect();
    assert!(all.len() > 20);
    let checkup = alarmed("all", days_ago(1, "10:00"), &all);
    let report = report(
        &diary([Record::Checkup(checkup)]),
        &choice(ReportRange::Last(30)),
    );
    let first = &report.summary[0];
    assert_eq!(first.heading, WARNING_SIGNS);
    for choice in choices {
        let names = |row: &&unknot::diary::report::ReportRow| row.name.contains(choice.words);
        let row = first
            .rows
            .iter()
            .find(names)
            .unwrap_or_else(|| panic!("{}", choice.words));
        assert_eq!(
            row.words,
            "2026-11-23 10:00: emergency, what was done is not noted"
        );
    }
}

#[test]
fn an_old_check_is_printed_as_it_was_stored() {
    let mut checkup = alarmed("old", days_ago(2, "07:45"), &["saddle"]);
    checkup.guide = 1;
    checkup.rules = vec!["retired-rule".to_string(), "chest".to_string()];
    checkup.finished = Some(days_ago(2, "07:50"));
    let report = report(
        &diary([Record::Checkup(checkup)]),
        &choice(ReportRange::Last(30)),
    );
    let rows = &report.summary[0].rows;
    assert_eq!(rows[0].name, "retired-rule");
    assert!(rows[1].name.starts_with("chest (today: "), "{rows:?}");
    let taken = said(&report.summary, "Latest check", "Taken");
    assert_eq!(taken, "2026-11-22 07:45, guide version 1: emergency");
    let rules = said(&report.summary, "Latest check", "Rules that fired");
    assert_eq!(rules, "retired-rule, chest");
}

#[test]
fn lists_are_capped_and_all_of_them_is_in_the_details() {
    let mut episode = full("e", 1);
    for n in 0..30 {
        let own = format!("own trigger {n} {}", "x".repeat(40));
        episode.marks.toggle(Mark::Trigger, &own);
    }
    episode.notes = "n".repeat(10_000);
    episode.treatments[1].detail = "a\nb".repeat(100);
    let questions = (0..9).map(|n| format!("Question {n}\n")).collect();
    let choice = ReportChoice {
        questions,
        ..choice(ReportRange::Last(30))
    };
    let report = report(&diary([Record::Episode(episode)]), &choice);
    let short = &part(&report.summary, "What set it off").rows;
    assert_eq!(short.len(), 6);
    assert_eq!(short[5].words, "27 more in details");
    assert_eq!(part(&report.details, "What set it off").rows.len(), 32);
    assert_eq!(part(&report.summary, "My questions").rows.len(), 4);
    assert_eq!(part(&report.details, "My questions").rows.len(), 9);
    for part in &report.summary[1..] {
        assert!(part.rows.len() <= 10, "{}", part.heading);
        for row in &part.rows {
            assert!(
                row.name.chars().count() <= 61 && !row.name.contains('\n'),
                "{row:?}"
            );
            assert!(row.words.chars().count() <= 200, "{row:?}");
        }
    }
    let rows = &part(&report.details, "Each episode").rows;
    assert!(rows[0].words.ends_with(&"n".repeat(10_000)));
}

#[test]
fn what_is_left_out_is_nowhere() {
    let mut include = [false; 4];
    let mut all = choice(ReportRange::Last(30));
    let everything = everything();
    let has = |choice: &ReportChoice, words: &str| {
        format!("{:?}", Excerpt::of(&everything, choice, &now())).contains(words)
            || format!("{:?}", report(&everything, choice)).contains(words)
    };
    for (kind, words) in [
        (OptionalPart::Notes, "garden"),
        (OptionalPart::Medicines, "Ibuprofen 400"),
        (OptionalPart::Days, "began physiotherapy"),
    ] {
        assert!(has(&all, words), "{words}");
        all.include = [true; 4];
        all.include[kind as usize] = false;
        assert!(!has(&all, words), "{words}");
        let said = format!("Left out by choice: {}", kind.words());
        assert!(report(&everything, &all).about.contains(&said));
        all.include = [true; 4];
    }
    include[OptionalPart::Days as usize] = true;
    all.include = include;
    let excerpt = Excerpt::of(&everything, &all, &now());
    assert!(
        excerpt
            .days
            .iter()
            .all(|day| day.scale(Scale::Mood).is_none())
    );
    assert!(
        excerpt
            .days
            .iter()
            .all(|day| day.scale(Scale::Sleep) == Some(8))
    );
    // That something is known of a day is not what was to be left out.
    all.include = [true, true, true, false];
    let without = report(&everything, &all);
    let days = said(&without.summary, "The spasms", "Days with a spasm");
    assert_eq!(days, "12 of 16 days with information");
}

#[test]
fn medicines_of_the_guide_can_be_left_out_too() {
    let mut diary = Diary::default();
    let mut profile = unknot::diary::profile::Profile::default();
    profile.learn(
        "conditions",
        &Answer::of(&["steroids", "anticoagulant", "aspirin", "diabetes"]),
    );
    diary.put(Record::Profile(profile));
    let mut choice = choice(ReportRange::Last(30));
    let before = Excerpt::of(&diary, &choice, &now());
    assert_eq!(
        before.profile.to("conditions"),
        Some(&Answer::of(&[
            "anticoagulant",
            "aspirin",
            "diabetes",
            "steroids"
        ]))
    );
    choice.include[OptionalPart::Medicines as usize] = false;
    let after = Excerpt::of(&diary, &choice, &now());
    assert_eq!(
        after.profile.to("conditions"),
        Some(&Answer::of(&["diabetes"]))
    );
}

#[test]
fn a_range_holds_both_its_ends_as_the_calendar_there_had_it() {
    let late = begun("late", at("2026-11-24T00:10:00+14:00"));
    let first = begun("first", at("2026-10-26T00:00:00+01:00"));
    let before = begun("before", at("2026-10-25T23:59:59+01:00"));
    let all = diary([late, first, before].map(Record::Episode));
    let excerpt = Excerpt::of(&all, &choice(ReportRange::Last(30)), &now());
    let ids: Vec<&str> = excerpt.episodes.iter().map(|e| e.id.as_str()).collect();
    assert_eq!(ids, ["late", "first"]);
    let (one, other) = (
        NaiveDate::from_ymd_opt(2026, 10, 26),
        NaiveDate::from_ymd_opt(2026, 10, 25),
    );
    let wrong_way_round = ReportRange::Own(one.unwrap(), other.unwrap());
    let excerpt = Excerpt::of(&all, &choice(wrong_way_round), &now());
    assert_eq!(excerpt.episodes.len(), 2);
    assert_eq!(excerpt.run.days(), 2);
}

#[test]
fn what_is_dated_after_now_is_told_and_left_out() {
    let later = ended(
        "later",
        now() + TimeDelta::days(400),
        now() + TimeDelta::days(401),
    );
    let report = report(&diary([Record::Episode(later)]), &choice(ReportRange::All));
    assert_eq!(
        said(&report.summary, "The spasms", "How often"),
        "0 in one day"
    );
    assert_eq!(
        said(
            &report.summary,
            "How good these data are",
            "Dated after today, left out"
        ),
        "1"
    );
}

#[test]
fn those_before_are_compared_only_when_the_diary_goes_back_so_far() {
    let mut records: Vec<Record> = (0..3)
        .map(|n| Record::Episode(full(&format!("e{n}"), n)))
        .collect();
    records.extend((0..7).map(|n| Record::Episode(full(&format!("f{n}"), 30 + n))));
    let often = |records: &[Record]| {
        let report = report(&diary(records.to_vec()), &choice(ReportRange::Last(30)));
        said(&report.summary, "The spasms", "How often").to_string()
    };
    assert_eq!(often(&records), "3 in 30 days");
    records.push(Record::Day(full_day(60)));
    assert_eq!(often(&records), "3 in 30 days (as many days before: 7)");
    let report = report(&diary(records), &choice(ReportRange::Last(30)));
    assert_eq!(
        said(&report.summary, "The spasms", "How long"),
        "at most 1 h of 3, too few for a median"
    );
    assert_eq!(
        said(&report.summary, "The spasms", "How long, before that"),
        "median 1 h of 7, half of them 1 h to 1 h, at most 1 h"
    );
}

#[test]
fn only_running_ones_have_no_length() {
    let mut running = begun("r", days_ago(1, "07:00"));
    running.recorded = Recorded::Afterwards;
    let report = report(
        &diary([Record::Episode(running)]),
        &choice(ReportRange::Last(30)),
    );
    assert_eq!(
        said(&report.summary, "The spasms", "How long"),
        "Nothing noted."
    );
    assert_eq!(
        said(&report.summary, "The spasms", "Running"),
        "since 2026-11-23 07:00, 1 day 5 h so far"
    );
    assert_eq!(
        said(&report.summary, "How good these data are", "Start noted"),
        "as it happened 0 · later 1"
    );
    assert_eq!(
        said(&report.summary, "How good these data are", "Still open"),
        "1 of 1"
    );
}

#[test]
fn twenty_thousand_are_counted_and_two_hundred_listed() {
    let all = diary((0..20_000).map(|n| {
        let mut episode = full("x", n % 3000);
        episode.id = episode_id(&format!("e{n:05}"));
        Record::Episode(episode)
    }));
    let report = report(&all, &choice(ReportRange::All));
    assert_eq!(
        said(&report.summary, "The spasms", "How often"),
        "20000 in 3000 days"
    );
    let rows = &part(&report.details, "Each episode").rows;
    assert_eq!(rows.len(), 201);
    assert_eq!(
        rows[200].words,
        "19800 older ones are in the files, and not on paper."
    );
}
