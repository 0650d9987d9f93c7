//! Every statistic against figures that SciPy, statsmodels, lifelines and NumPy gave. They are made by
//! `tests/interop/statistics.py`; `make test-interop` makes them anew.

use chrono::{DateTime, TimeDelta};
use serde_json::Value;

use unknot::diary::Diary;
use unknot::diary::day::{Day, Scale};
use unknot::diary::episode::Episode;
use unknot::diary::marks::MarkKind;
use unknot::diary::moment::{Moment, read_date};
use unknot::diary::place::Place;
use unknot::diary::stored::Record;
use unknot::diary::trends::counts::counts;
use unknot::diary::trends::helps::{Tried, helps};
use unknot::diary::trends::numbers::{
    Proportion, Spread, Table2x2, binomial_cdf, differences, fisher_exact_p, kaplan_meier_median,
    spread,
};
use unknot::diary::trends::range::DayRange;
use unknot::diary::trends::sets_off::{Trigger, sets_off};

use super::super::{begun, ended};
use super::{read, treat};

const REFERENCE: &str = include_str!("reference.json");

fn reference() -> Value {
    serde_json::from_str(REFERENCE).expect("the committed figures")
}

fn list(value: &Value) -> &Vec<Value> {
    value.as_array().expect("a list")
}

fn float(value: &Value) -> f64 {
    value.as_f64().expect("a number")
}

fn int(value: &Value) -> i64 {
    value.as_i64().expect("a whole number")
}

fn size(value: &Value) -> usize {
    int(value) as usize
}

fn word(value: &Value) -> &str {
    value.as_str().expect("a text")
}

#[track_caller]
fn assert_close(ours: f64, theirs: &Value, what: &dyn std::fmt::Debug) {
    let theirs = float(theirs);
    let apart = (ours - theirs).abs();
    assert!(
        apart <= 1e-9 * theirs.abs().max(1.0),
        "{what:?}: {ours} and {theirs}"
    );
}

/// Both are silent, or both say the same.
#[track_caller]
fn assert_interval(ours: Option<(f64, f64)>, theirs: &Value, what: &dyn std::fmt::Debug) {
    match ours {
        Some((low, high)) => {
            assert_close(low, &theirs[0], what);
            assert_close(high, &theirs[1], what);
        }
        None => assert!(theirs.is_null(), "{what:?}"),
    }
}

#[track_caller]
fn assert_spread(ours: &Spread, theirs: &Value, what: &dyn std::fmt::Debug) {
    assert_eq!(ours.n, size(&theirs["n"]), "{what:?}");
    assert_eq!(ours.most, theirs["most"].as_i64(), "{what:?}");
    let theirs = &theirs["middle"];
    assert_eq!(ours.quantiles.is_some(), theirs.is_object(), "{what:?}");
    if let Some(quantiles) = &ours.quantiles {
        assert_close(quantiles.median, &theirs["median"], what);
        assert_interval(Some(quantiles.quartiles), &theirs["quartiles"], what);
        let interval = quantiles
            .interval
            .map(|(low, high)| (low as f64, high as f64));
        assert_interval(interval, &theirs["interval"], what);
    }
}

fn wilson(count: usize, total: usize) -> Option<(f64, f64)> {
    Proportion { count, total }.wilson_interval()
}

fn table(value: &Value) -> Table2x2 {
    let n: Vec<usize> = list(value).iter().take(4).map(size).collect();
    let proportion = |count, total| Proportion { count, total };
    Table2x2 {
        with: proportion(n[0], n[1]),
        without: proportion(n[2], n[3]),
    }
}

#[test]
fn shares_have_the_interval_of_wilson() {
    for case in list(&reference()["shares"]) {
        let interval = wilson(size(&case[0]), size(&case[1])).expect("enough");
        assert_close(interval.0, &case[2], case);
        assert_close(interval.1, &case[3], case);
    }
    assert_eq!(wilson(4, 4), None);
    assert_eq!(wilson(0, 0), None);
}

#[test]
fn two_shares_are_compared_as_by_fisher() {
    for case in list(&reference()["by_chance"]) {
        assert_close(fisher_exact_p(table(case)), &case[4], case);
    }
}

#[test]
fn coins_fall_as_the_binomial_distribution_says() {
    for case in list(&reference()["at_most"]) {
        assert_close(binomial_cdf(size(&case[0]), size(&case[1])), &case[2], case);
    }
    assert_eq!(binomial_cdf(0, 0), 1.0);
}

#[test]
fn medians_quartiles_and_exact_intervals_agree() {
    for case in list(&reference()["spreads"]) {
        let ours = spread(list(&case["values"]).iter().map(int).collect(), 1);
        assert_spread(&ours, &case["spread"], &case["spread"]);
    }
    assert_eq!(spread(vec![], 0), Spread::default());
}

#[test]
fn many_differences_are_corrected_as_by_holm() {
    for case in list(&reference()["families"]) {
        let tables: Vec<Table2x2> = list(&case["twos"]).iter().map(table).collect();
        for (ours, theirs) in differences(&tables).iter().zip(list(&case["chances"])) {
            match ours.adjusted_p {
                Some(p) => assert_close(p, theirs, &tables),
                None => assert!(theirs.is_null(), "{tables:?}"),
            }
        }
    }
}

#[test]
fn the_median_time_is_that_of_kaplan_and_meier() {
    for case in list(&reference()["median_times"]) {
        let watched = list(&case["watched"]).iter();
        let came = |one: &Value| one.as_bool().expect("whether it came");
        let watched: Vec<_> = watched.map(|one| (int(&one[0]), came(&one[1]))).collect();
        assert_eq!(
            kaplan_meier_median(&watched),
            case["median"].as_i64(),
            "{case}"
        );
    }
}

fn minute(n: &Value) -> Moment {
    let begin = DateTime::parse_from_rfc3339("2026-01-01T00:00:00+00:00").expect("a moment");
    begin + TimeDelta::minutes(int(n))
}

fn episode(n: usize, made: &Value) -> Episode {
    let (id, start) = (format!("e{n}"), minute(&made["start"]));
    let mut episode = match made["end"].is_null() {
        true => begun(&id, start),
        false => ended(&id, start, minute(&made["end"])),
    };
    for reading in list(&made["readings"]) {
        let after = int(&reading[0]) - int(&made["start"]);
        read(&mut episode, after, size(&reading[1]) as u8);
    }
    for tried in list(&made["tried"]) {
        treat(
            &mut episode,
            int(&tried[0]) - int(&made["start"]),
            word(&tried[1]),
        );
    }
    for trigger in list(&made["triggers"]) {
        episode.marks.toggle(MarkKind::Trigger, word(trigger));
    }
    for place in list(&made["places"]) {
        episode.toggle(Place::all().nth(size(place)).expect("a place"));
    }
    episode
}

fn whole(made: &Value) -> Diary {
    let mut diary = Diary::default();
    for (n, made) in list(&made["episodes"]).iter().enumerate() {
        diary.put(Record::Episode(episode(n, made)));
    }
    for made in list(&made["days"]) {
        let mut day = Day::empty(read_date(word(&made["date"])).expect("a date"));
        day.no_spasm = made["no_spasm"] == true;
        day.scales[Scale::Sleep as usize] = made["sleep"].as_u64().map(|sleep| sleep as u8);
        for (list_of, was_there) in [("triggers", true), ("absent", false)] {
            for trigger in list(&made[list_of]) {
                day.say_trigger(word(trigger), Some(was_there));
            }
        }
        diary.put(Record::Day(day));
    }
    diary
}

#[test]
fn a_whole_diary_gives_the_same_figures() {
    let reference = reference();
    let (made, figures) = (&reference["diary"], &reference["figures"]);
    let diary = whole(made);
    let date = |name: &str| read_date(word(&made[name])).expect("a date");
    let range = DayRange::between(date("first"), date("last")).expect("a range");

    let counts = counts(&diary, range, &minute(&made["now"]));
    for (name, ours) in [
        ("episodes", counts.episodes),
        ("known_days", counts.known_days),
        ("spasm_days", counts.spasm_days),
        ("free_days", counts.free_days),
        ("running", counts.running),
        ("so_far", counts.so_far as usize),
    ] {
        assert_eq!(ours, size(&figures[name]), "{name}");
    }
    assert_spread(&counts.lasted, &figures["lasted"], &"lasted");
    assert_spread(&counts.peaks, &figures["peaks"], &"peaks");
    assert_spread(&counts.changes, &figures["changes"], &"changes");
    assert_eq!(serde_json::json!(counts.places), figures["places"]);
    assert_eq!(serde_json::json!(counts.clock), figures["clock"]);

    let helps = helps(&diary, range);
    let theirs = list(&figures["helps"]);
    assert_eq!(helps.len(), theirs.len());
    for (ours, theirs) in helps.iter().zip(theirs) {
        assert_tried(ours, theirs);
    }
    let sets_off = sets_off(&diary, &counts);
    let theirs = list(&figures["sets_off"]);
    assert_eq!(sets_off.len(), theirs.len());
    for theirs in theirs {
        let ours = sets_off.iter().find(|ours| ours.id == word(&theirs["id"]));
        assert_trigger(ours.expect("the trigger"), theirs);
    }
}

fn assert_tried(ours: &Tried, theirs: &Value) {
    let what = &ours.kind;
    assert_eq!(what, word(&theirs["kind"]));
    for (name, ours) in [
        ("times", ours.times),
        ("counted", ours.counted()),
        ("eased", ours.eased),
        ("together", ours.together),
    ] {
        assert_eq!(ours, size(&theirs[name]), "{what} {name}");
    }
    assert_interval(ours.share().wilson_interval(), &theirs["share"], what);
    assert_spread(&ours.change(), &theirs["change"], what);
    match ours.time() {
        Some(time) => assert_eq!(time, theirs["time"].as_i64(), "{what}"),
        None => assert!(ours.counted() < 6, "{what}"),
    }
    match ours.against_nothing.adjusted_p {
        Some(p) => assert_close(p, &theirs["chance"], what),
        None => assert!(theirs["chance"].is_null(), "{what}"),
    }
}

fn assert_trigger(ours: &Trigger, theirs: &Value) {
    let what = &ours.id;
    let days = ours.days;
    assert_eq!(days, table(&theirs["two"]), "{what}");
    assert_eq!(ours.named, size(&theirs["named"]), "{what}");
    let shares = [days.with, days.without].map(Proportion::wilson_interval);
    for (share, theirs) in shares.into_iter().zip(list(&theirs["shares"])) {
        assert_interval(share, theirs, what);
    }
    match ours.difference.adjusted_p {
        Some(p) => assert_close(p, &theirs["chance"], what),
        None => assert!(theirs["chance"].is_null(), "{what}"),
    }
}
