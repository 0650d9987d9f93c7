//! Counts, and bad input: what is missing, wrong or doubled never makes a number that is not true.

use chrono::TimeDelta;

use unknot::diary::Diary;
use unknot::diary::day::Day;
use unknot::diary::episode::Episode;
use unknot::diary::marks::MarkKind;
use unknot::diary::moment::Moment;
use unknot::diary::place::Place;
use unknot::diary::stored::Record;
use unknot::diary::trends::counts::{Counts, counts};
use unknot::diary::trends::helps::{Tried, helps};
use unknot::diary::trends::numbers::{Proportion, Significance, Table2x2};
use unknot::diary::trends::over_time::{
    self, Judged, MAX_BINS, first_and_last, markers, peg_judged, roland_morris_judged, values,
};
use unknot::diary::trends::range::DayRange;
use unknot::diary::trends::sets_off::{Trigger, sets_off};
use unknot::diary::trends::{FEWEST_FOR_USUAL, MoreOften, more_often};
use unknot::diary::usual::Usual;

use super::super::{at, begun, ended};
use super::{date, day, diary, hours_ago, now, read, treat};

fn last_30(diary: &Diary) -> Counts {
    counts(diary, DayRange::last_days(30, &now()), &now())
}

/// Ended episodes of these lengths in minutes, a day apart.
fn lasting(minutes: &[i64]) -> Vec<Episode> {
    let mut episodes = Vec::new();
    for (n, minutes) in minutes.iter().enumerate() {
        let start = hours_ago(24 * (n as i64 + 1));
        let end = start + TimeDelta::minutes(*minutes);
        episodes.push(ended(&format!("e{n}"), start, end));
    }
    episodes
}

#[test]
fn an_empty_diary_says_nothing() {
    let empty = Diary::default();
    let counted = last_30(&empty);
    assert_eq!((counted.days.len(), counted.known_days), (30, 0));
    assert_eq!(counted.lasted.quantiles, None);
    assert_eq!((counted.peaks.most, counted.changes.n), (None, 0));
    assert_eq!(Usual::of(&empty), None);
    assert_eq!(helps(&empty, counted.range), []);
    assert_eq!(sets_off(&empty, &counted), []);
    assert_eq!(more_often(&empty, &now()), None);
    assert_eq!(
        DayRange::all(&empty, &now()),
        DayRange::last_days(1, &now())
    );
}

#[test]
fn the_usual_length_is_the_middle_one_of_five_or_more() {
    let check = |minutes: &[i64], usual: Option<f64>| {
        let diary = diary(lasting(minutes));
        let seconds = usual.map(|minutes| 60.0 * minutes);
        let usual = seconds.map(|seconds| TimeDelta::seconds(seconds as i64));
        assert_eq!(
            Usual::of(&diary).map(|usual| usual.middle),
            usual,
            "{minutes:?}"
        );
        let lasted = last_30(&diary).lasted;
        assert_eq!(
            lasted.quantiles.map(|quantiles| quantiles.median),
            seconds,
            "{minutes:?}"
        );
        assert_eq!(lasted.n, minutes.len());
        assert_eq!(lasted.most, minutes.iter().max().map(|most| 60 * most));
    };
    assert_eq!(FEWEST_FOR_USUAL, 5);
    check(&[], None);
    check(&[10], None);
    check(&[10, 20, 30, 40], None);
    check(&[10, 20, 30, 40, 50], Some(30.0));
    check(&[50, 10, 40, 20, 30], Some(30.0));
    check(&[1, 1, 1, 1, 10_000], Some(1.0));
    check(&[60, 10, 1_000, 33, 30, 20], Some(31.5));
    check(&[0, 0, 0, 0, 0], Some(0.0));
    check(&[5, 1, 4, 2, 3, 7, 6], Some(4.0));
}

#[test]
fn a_running_one_has_no_length_yet_and_a_deleted_one_is_not_there() {
    let mut episodes = lasting(&[10, 20, 30, 40]);
    episodes.push(begun("running", hours_ago(3)));
    episodes.push(begun("forgotten", hours_ago(100)));
    episodes.push(Episode {
        deleted: Some(now()),
        ..ended("deleted", hours_ago(500), hours_ago(499))
    });
    let diary = diary(episodes);
    let counted = last_30(&diary);
    assert_eq!((counted.episodes, counted.lasted.n), (6, 4));
    assert_eq!((counted.running, counted.so_far), (2, 100 * 3600));
    assert_eq!(counted.lasted.quantiles, None);
    // One that runs is on every day until today.
    assert_eq!(counted.spasm_days, 5);
    assert_eq!(DayRange::all(&diary, &now()).days(), 5);
}

#[test]
fn a_range_is_days_of_the_persons_own_calendar() {
    let range = DayRange::last_days(30, &now());
    assert_eq!(
        (range.first, range.last),
        (date("2026-10-24"), date("2026-11-22"))
    );
    assert_eq!(range.before().last, date("2026-10-23"));
    assert_eq!((range.days(), range.before().days()), (30, 30));
    for place in 0..30 {
        assert_eq!(range.place(range.date(place)), Some(place));
    }
    assert_eq!(range.place(date("2026-10-23")), None);
    assert_eq!(range.place(date("2026-11-23")), None);
    assert_eq!(
        DayRange::last_days(0, &now()),
        DayRange::last_days(1, &now())
    );
    assert_eq!(DayRange::last_days(i64::MAX, &now()).days(), 36_525);
    let between = |first, last| DayRange::between(date(first), date(last));
    assert_eq!(between("2026-02-01", "2026-01-31"), None);
    assert_eq!(between("1900-01-01", "9999-12-31"), None);
    assert_eq!(
        between("2026-01-31", "2026-01-31").map(DayRange::days),
        Some(1)
    );
    // By the clock that showed it: the same instant is another day elsewhere.
    let on = |text| {
        let counted = last_30(&diary([begun("a", at(text))]));
        counted.days.iter().position(|day| day.started == 1)
    };
    assert_eq!(on("2026-10-24T00:00:00+14:00"), Some(0));
    assert_eq!(on("2026-10-23T23:59:59-12:00"), None);
    assert_eq!(on("2026-11-22T23:59:59+01:00"), Some(29));
    // What a clock set wrong has put elsewhere is in no range, and makes none too long.
    assert_eq!(on("2031-01-01T00:00:00+00:00"), None);
    let wrong = diary([
        begun("a", at("1900-01-01T00:00:00+00:00")),
        begun("b", at("9999-12-31T00:00:00+00:00")),
    ]);
    assert_eq!(DayRange::all(&wrong, &now()).days(), 36_525);
}

#[test]
fn an_episode_is_on_every_day_that_it_touches_and_counts_once() {
    let over = |start: &str, end: &str| {
        let counted = last_30(&diary([ended("a", at(start), at(end))]));
        (counted.episodes, counted.spasm_days, counted.known_days)
    };
    assert_eq!(
        over("2026-11-01T23:50:00+01:00", "2026-11-02T00:10:00+01:00"),
        (1, 2, 2)
    );
    // Begun before the range, ended in it; begun in it, and the clock says it ended in 9999.
    assert_eq!(
        over("2026-10-20T10:00:00+02:00", "2026-10-25T10:00:00+01:00"),
        (0, 2, 2)
    );
    assert_eq!(
        over("2026-11-21T10:00:00+01:00", "9999-01-01T10:00:00+01:00"),
        (1, 2, 2)
    );
    // The hour that the clocks go back over is one hour and a half long.
    let counted = last_30(&diary([ended(
        "a",
        at("2026-10-25T02:15:00+02:00"),
        at("2026-10-25T02:45:00+01:00"),
    )]));
    assert_eq!(counted.lasted.most, Some(90 * 60));
    assert_eq!(counted.clock[6][0], 1);
    // A clock that was set back makes no length at all.
    let counted = last_30(&diary([ended("a", hours_ago(10), hours_ago(20))]));
    assert_eq!(counted.lasted.most, None);
    assert_eq!((counted.episodes, counted.running), (1, 0));
}

#[test]
fn a_day_without_an_entry_is_not_a_day_without_a_spasm() {
    let start = at("2026-11-20T10:00:00+01:00");
    let mut diary = diary([ended("a", start, start)]);
    let mut note = |date_of: &str, no_spasm: bool, pain: u8| {
        let mut day = Day::empty(date(date_of));
        day.no_spasm = no_spasm;
        day.pain = Some(super::severity(pain));
        diary.put(Record::Day(day));
    };
    note("2026-11-19", true, 0);
    note("2026-11-18", false, 0);
    // Said to be without, and yet there is one.
    note("2026-11-20", true, 3);
    note("2026-01-01", true, 3);
    diary.put(Record::Day(Day::empty(date("2026-11-17"))));
    let counted = last_30(&diary);
    let days = (counted.known_days, counted.spasm_days, counted.free_days);
    assert_eq!(days, (3, 1, 1));
}

#[test]
fn the_peak_is_the_highest_reading_and_zero_is_one() {
    let check = |levels: &[u8], peak: Option<i64>, change: Option<i64>| {
        let mut episode = begun("a", hours_ago(10));
        for (n, level) in levels.iter().enumerate() {
            read(&mut episode, n as i64, *level);
        }
        let counted = last_30(&diary([episode, begun("b", hours_ago(3))]));
        assert_eq!(counted.peaks.most, peak, "{levels:?}");
        assert_eq!(counted.changes.most, change, "{levels:?}");
        let worst = counted.days.iter().filter_map(|day| day.worst).max();
        assert_eq!(worst.map(i64::from), peak);
        assert_eq!(counted.peaks.quantiles, None);
    };
    check(&[], None, None);
    check(&[0], Some(0), None);
    check(&[0, 0], Some(0), Some(0));
    check(&[3, 8, 2], Some(8), Some(-1));
}

#[test]
fn places_and_starts_are_counted_where_and_when_they_were() {
    let mut first = begun("a", at("2026-11-16T00:00:00+01:00"));
    for place in ["low-left", "low-right"] {
        first.toggle(Place::from_id(place).expect(place));
    }
    let mut second = begun("b", at("2026-11-15T23:59:59+01:00"));
    second.toggle(Place::from_id("low-right").expect("a place"));
    let counted = last_30(&diary([first, second, begun("c", hours_ago(1))]));
    let at_place = |id| counted.places[Place::all().position(|place| place.id() == id).expect(id)];
    assert_eq!(
        (
            at_place("low-left"),
            at_place("low-right"),
            at_place("neck-left")
        ),
        (1, 2, 0)
    );
    assert_eq!(counted.placed, 2);
    assert_eq!(
        (
            counted.clock[0][0],
            counted.clock[6][7],
            counted.clock[6][3]
        ),
        (1, 1, 1)
    );
}

/// What is said of one treatment in these episodes.
fn tried(kind: &str, episodes: impl IntoIterator<Item = Episode>) -> Tried {
    let tried = helps(&diary(episodes), DayRange::last_days(30, &now()));
    tried
        .into_iter()
        .find(|tried| tried.kind == kind)
        .expect(kind)
}

/// Readings and treatments, each as minutes after the start and what it was.
fn noted(readings: &[(i64, u8)], treatments: &[(i64, &str)]) -> Episode {
    let mut episode = begun("a", hours_ago(30));
    for (minutes, level) in readings {
        read(&mut episode, *minutes, *level);
    }
    for (minutes, kind) in treatments {
        treat(&mut episode, *minutes, kind);
    }
    episode
}

#[test]
fn eased_is_two_points_lower_by_the_last_reading_that_counts() {
    // Times, counted, eased, together.
    let check = |readings: &[(i64, u8)], treatments: &[(i64, &str)], expected| {
        let heat = tried("heat", [noted(readings, treatments)]);
        let seen = (heat.times, heat.counted(), heat.eased, heat.together);
        assert_eq!(seen, expected, "{readings:?} {treatments:?}");
    };
    let heat = [(10, "heat")];
    check(&[(0, 7), (60, 5)], &heat, (1, 1, 1, 0));
    check(&[(0, 7), (60, 6)], &heat, (1, 1, 0, 0));
    check(&[(0, 2), (60, 0)], &heat, (1, 1, 1, 0));
    // The last one counts, not the best.
    check(&[(0, 7), (30, 2), (60, 6)], &heat, (1, 1, 0, 0));
    // No later reading, none before, or one from which it cannot fall by two: not counted.
    check(&[(0, 7)], &heat, (1, 0, 0, 0));
    check(&[], &heat, (1, 0, 0, 0));
    check(&[(20, 7), (60, 2)], &heat, (1, 0, 0, 0));
    check(&[(0, 1), (60, 0)], &heat, (1, 0, 0, 0));
    // A reading at the very time is the one before; four hours later is in time.
    check(&[(0, 9), (10, 7), (250, 5)], &heat, (1, 1, 1, 0));
    check(&[(0, 7), (251, 5)], &heat, (1, 0, 0, 0));
    check(&[(0, 7), (100, 6), (251, 5)], &heat, (1, 1, 0, 0));
    // Until the next treatment.
    let twice = [(10, "heat"), (60, "ice")];
    check(&[(0, 7), (59, 5), (90, 7)], &twice, (1, 1, 1, 0));
    check(&[(0, 7), (60, 5)], &twice, (1, 0, 0, 0));
    // Together: within five minutes, in whatever order they were noted.
    check(
        &[(0, 7), (60, 5)],
        &[(15, "ice"), (10, "heat")],
        (1, 1, 1, 1),
    );
    check(
        &[(0, 7), (60, 5)],
        &[(16, "ice"), (10, "heat")],
        (1, 0, 0, 0),
    );
    check(
        &[(0, 7), (60, 5)],
        &[(10, "heat"), (12, "heat")],
        (1, 1, 1, 0),
    );
    // The same again later is a second time.
    check(
        &[(0, 9), (30, 7), (90, 5)],
        &[(10, "heat"), (60, "heat")],
        (2, 2, 2, 0),
    );
    // Noted only after it was over: there is no reading after it.
    check(&[(0, 7), (60, 2)], &[(61, "heat")], (1, 0, 0, 0));
}

#[test]
fn nothing_tried_is_counted_from_the_first_reading() {
    let nothing = tried("", [noted(&[(5, 7), (60, 5)], &[])]);
    assert_eq!((nothing.times, nothing.counted(), nothing.eased), (1, 1, 1));
    assert_eq!(nothing.against_nothing.significance, Significance::TooEarly);
    let unnamed = tried("other", [noted(&[(0, 7), (60, 5)], &[(10, "")])]);
    assert_eq!((unnamed.counted(), unnamed.eased), (1, 1));
    let unrated = tried("", [noted(&[], &[])]);
    assert_eq!((unrated.times, unrated.counted()), (1, 0));
}

fn some(kind: &str, n: usize, falls: &[u8]) -> Vec<Episode> {
    let mut episodes = Vec::new();
    for at in 0..n {
        let mut episode = begun(&format!("{kind}{at}"), hours_ago(10 + at as i64));
        read(&mut episode, 0, 8);
        if kind != "none" {
            treat(&mut episode, 1, kind);
        }
        read(&mut episode, 31, 8 - falls[at % falls.len()]);
        episodes.push(episode);
    }
    episodes
}

#[test]
fn under_a_minimum_nothing_is_said() {
    let four = tried("heat", some("heat", 4, &[3]));
    assert_eq!(
        (
            four.share().wilson_interval(),
            four.time(),
            four.change().quantiles
        ),
        (None, None, None)
    );
    let five = tried("heat", some("heat", 5, &[3]));
    assert!(
        five.share().wilson_interval().is_some()
            && five.time().is_none()
            && five.change().quantiles.is_none()
    );
    let six = tried("heat", some("heat", 6, &[3]));
    assert_eq!(six.time(), Some(Some(30 * 60)));
    assert_eq!(
        six.change().quantiles.map(|quantiles| quantiles.median),
        Some(-3.0)
    );
    // Half never came to it: not reached, which is not "never measured".
    let never = tried("heat", some("heat", 6, &[0, 0, 3]));
    assert_eq!(never.time(), Some(None));
    // Without anything to compare it with there is no word.
    assert_eq!(six.against_nothing.significance, Significance::TooEarly);
}

#[test]
fn the_words_follow_the_rule() {
    let said = |heat: usize, falls: &[u8], nothing: usize, without: &[u8]| {
        let mut episodes = some("heat", heat, falls);
        episodes.extend(some("none", nothing, without));
        let against = tried("heat", episodes).against_nothing;
        (against.significance, against.more)
    };
    assert_eq!(said(5, &[3], 4, &[0]), (Significance::TooEarly, true));
    assert_eq!(said(5, &[3], 5, &[3]), (Significance::Unclear, false));
    assert_eq!(said(5, &[3], 5, &[0]), (Significance::Likely, true));
    assert_eq!(said(5, &[3], 6, &[3, 0, 0]), (Significance::Unclear, true));
    assert_eq!(said(8, &[3], 6, &[3, 0, 0]), (Significance::Perhaps, true));
    assert_eq!(said(8, &[0], 8, &[3]), (Significance::Likely, false));
}

fn stress(diary: &Diary) -> Option<Trigger> {
    let triggers = sets_off(diary, &last_30(diary));
    triggers.into_iter().find(|trigger| trigger.id == "stress")
}

#[test]
fn only_days_that_say_whether_a_trigger_was_there_are_compared() {
    let mut episodes = Vec::new();
    for n in 0..10 {
        let mut episode = begun(&format!("e{n}"), hours_ago(24 * n));
        episode.marks.toggle(MarkKind::Trigger, "stress");
        episode.marks.toggle(MarkKind::Trigger, "none");
        episodes.push(episode);
    }
    let mut diary = diary(episodes);
    let named = stress(&diary).expect("it is named");
    assert_eq!(
        (named.named, named.days.with.total, named.days.without.total),
        (10, 0, 0)
    );
    assert_eq!(named.difference.significance, Significance::TooEarly);
    assert_eq!(
        sets_off(&diary, &last_30(&diary)).len(),
        1,
        "“none” is no trigger"
    );

    for n in 0..20 {
        let date = (hours_ago(24 * n)).date_naive();
        diary.put(Record::Day(day(date, "stress", n < 10)));
    }
    let compared = stress(&diary).expect("it is there");
    let of_ten = |count| Proportion { count, total: 10 };
    assert_eq!(
        compared.days,
        Table2x2 {
            with: of_ten(10),
            without: of_ten(0)
        }
    );
    assert_eq!(
        (compared.difference.significance, compared.difference.more),
        (Significance::Likely, true)
    );
}

#[test]
fn what_a_file_holds_twice_counts_once() {
    let mut episode = begun("a", hours_ago(1));
    let named = episode.marks.of_mut(MarkKind::Trigger);
    named.extend(["stress".to_string(), "stress".to_string()]);
    let mut diary = diary([episode]);
    let mut twice = Day::empty(now().date_naive());
    twice.triggers = vec!["stress".to_string(), "stress".to_string()];
    twice.absent = vec!["stress".to_string()];
    diary.put(Record::Day(twice));
    let counted = stress(&diary).expect("it is there");
    let days = (
        counted.days.with.total,
        counted.days.without.total,
        counted.named,
    );
    assert_eq!(days, (1, 0, 1));
}

#[test]
fn more_often_is_said_when_chance_does_not_make_it() {
    let said = |later: i64, before: i64, since: i64| {
        let mut episodes = vec![begun("old", hours_ago(24 * since))];
        for n in 0..later {
            episodes.push(begun(&format!("l{n}"), hours_ago(n)));
        }
        for n in 0..before {
            episodes.push(begun(&format!("b{n}"), hours_ago(24 * 31 + n)));
        }
        more_often(&diary(episodes), &now())
    };
    assert_eq!(said(6, 0, 100), Some(MoreOften { now: 6, before: 0 }));
    assert_eq!(said(5, 0, 100), None);
    assert_eq!(said(9, 2, 100), None);
    assert_eq!(said(10, 2, 100), Some(MoreOften { now: 10, before: 2 }));
    assert_eq!(said(2, 10, 100), None);
    // The diary is younger than two months: there may have been some that nobody noted.
    assert_eq!(said(9, 0, 58), None);
    assert_eq!(said(9, 0, 59), Some(MoreOften { now: 9, before: 1 }));
}

#[test]
fn long_ranges_are_put_into_few_steps_that_hold_everything() {
    for days in [1, 2, 30, 31, 32, 90, 365, 366, 371, 372, 1_000, 36_525] {
        let range = DayRange::last_days(days, &now());
        let mut diary = Diary::default();
        for place in [0, days as usize / 2, days as usize - 1] {
            let mut day = Day::empty(range.date(place));
            day.scales[0] = Some(0);
            diary.put(Record::Day(day));
        }
        let steps = values(&diary, range, |day| day.scales[0].map(f64::from));
        assert!(steps.len() <= MAX_BINS, "{days}: {}", steps.len());
        let whole: usize = steps.iter().map(|step| step.range.days()).sum();
        assert_eq!(whole, days as usize);
        assert_eq!(
            (steps[0].range.first, steps[steps.len() - 1].range.last),
            (range.first, range.last)
        );
        assert_eq!(
            steps.iter().map(|step| step.n).sum::<usize>(),
            days.min(3) as usize
        );
        // Zero is a value, and nothing is none.
        let with = steps.iter().filter(|step| step.mean() == Some(0.0)).count();
        assert_eq!(
            with,
            steps.iter().filter(|step| step.mean().is_some()).count()
        );
        for step in &steps {
            assert_eq!(step.mean().is_none(), step.n == 0);
        }
    }
}

#[test]
fn episodes_over_time_are_out_of_the_days_that_are_known() {
    let mut diary = diary([begun("a", hours_ago(1)), begun("b", hours_ago(2))]);
    let mut quiet = Day::empty(date("2026-11-10"));
    quiet.no_spasm = true;
    diary.put(Record::Day(quiet));
    let steps = over_time::episodes(&last_30(&diary));
    assert_eq!((steps[29].n, steps[29].sum), (1, 2.0));
    assert_eq!((steps[17].n, steps[17].sum), (1, 0.0));
    assert_eq!(steps[0].n, 0);
}

#[test]
fn questionnaires_are_judged_only_as_far_as_was_read() {
    assert_eq!(
        [
            peg_judged((10, 12)),
            peg_judged((10, 13)),
            peg_judged((13, 10))
        ],
        [Judged::Small, Judged::Real, Judged::Real]
    );
    let check = |first: u32, small: u32, real: u32| {
        assert_eq!(
            roland_morris_judged((first, small)),
            Judged::Small,
            "{first} {small}"
        );
        assert_eq!(
            roland_morris_judged((first, real)),
            Judged::Real,
            "{first} {real}"
        );
    };
    check(4, 1, 0);
    check(8, 11, 12);
    check(9, 13, 14);
    check(12, 8, 7);
    check(13, 6, 5);
    check(20, 13, 12);
    check(24, 17, 16);
    for (first, last) in [(3, 24), (0, 24), (21, 24), (22, 23)] {
        assert_eq!(roland_morris_judged((first, last)), Judged::Not);
    }
    let mut diary = Diary::default();
    let range = DayRange::last_days(30, &now());
    let of = |day: &Day| day.roland_morris_score();
    for (n, (date_of, ticked)) in [
        ("2026-11-01", 0b111),
        ("2026-11-10", 0),
        ("2026-11-20", 0b1),
    ]
    .into_iter()
    .enumerate()
    {
        let mut day = Day::empty(date(date_of));
        day.roland_morris = Some(ticked);
        diary.put(Record::Day(day));
        let expected = [None, Some((3, 0)), Some((3, 1))][n];
        assert_eq!(first_and_last(&diary, range, of), expected);
    }
}

#[test]
fn events_are_listed_in_order() {
    let mut diary = Diary::default();
    for date_of in ["2026-11-20", "2026-11-02", "2026-01-02"] {
        let mut day = Day::empty(date(date_of));
        day.markers = vec![format!("on {date_of}")];
        diary.put(Record::Day(day));
    }
    let listed = markers(&diary, DayRange::last_days(30, &now()));
    assert_eq!(
        listed,
        [
            (date("2026-11-02"), "on 2026-11-02"),
            (date("2026-11-20"), "on 2026-11-20")
        ]
    );
}

#[test]
fn twenty_thousand_episodes_give_numbers_that_are_true() {
    let begin: Moment = at("2016-01-01T00:00:00+00:00");
    let mut diary = Diary::default();
    for n in 0..20_000_i64 {
        let start = begin + TimeDelta::minutes(270 * n);
        let mut episode = ended(
            &format!("e{n:05}"),
            start,
            start + TimeDelta::minutes(n % 101),
        );
        read(&mut episode, 0, 8);
        treat(&mut episode, 1, "heat");
        read(&mut episode, 60, if n % 2 == 0 { 4 } else { 8 });
        diary.put(Record::Episode(episode));
    }
    let range = DayRange::all(&diary, &now());
    let counted = counts(&diary, range, &now());
    assert_eq!((counted.episodes, counted.lasted.n), (20_000, 20_000));
    assert_eq!(
        counted.lasted.quantiles.map(|quantiles| quantiles.median),
        Some(50.0 * 60.0)
    );
    let heat = helps(&diary, range).remove(0);
    assert_eq!((heat.counted(), heat.eased), (20_000, 10_000));
    assert_eq!(heat.time(), Some(Some(59 * 60)));
}
