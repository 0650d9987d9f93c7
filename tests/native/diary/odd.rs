//! Odd diaries, each through everything that is made of one: what Trends counts, the report, its text, the
//! tables and the Bundle. They all say the same number of the same thing, and it is the true one.

use chrono::TimeDelta;
use serde_json::Value;

use unknot::diary::Diary;
use unknot::diary::episode::Episode;
use unknot::diary::export::fhir::{Purpose, bundle};
use unknot::diary::export::{csv, text};
use unknot::diary::marks::MarkKind;
use unknot::diary::moment::Moment;
use unknot::diary::place::Place;
use unknot::diary::report::excerpt::{Excerpt, ReportRange};
use unknot::diary::report::{Report, ReportPart};
use unknot::diary::stored::Record;
use unknot::diary::trends::counts::{Counts, counts};
use unknot::diary::trends::helps::helps;
use unknot::diary::trends::numbers::Spread;
use unknot::diary::trends::over_time;
use unknot::diary::trends::range::DayRange;
use unknot::diary::trends::sets_off::sets_off;

use super::export::read;
use super::report::{choice, full, now};
use super::{at, begun, ended, episode_id, item, severity};

/// What is true of a diary.
struct True {
    /// Episodes, and how many of them ended.
    episodes: usize,
    ended: usize,
    /// How many of these ended before they began, by their clocks.
    unknown: usize,
    /// Numbers for the pain, and what was tried.
    readings: usize,
    treatments: usize,
    /// Days on which there was one.
    spasm_days: usize,
    /// The longest that ended, in seconds.
    longest: Option<i64>,
}

/// It began then, and nothing else is known of it.
fn bare(n: usize, start: &str) -> Episode {
    begun(&format!("e{n:05}"), at(start))
}

fn lasting(n: usize, start: &str, end: &str) -> Episode {
    ended(&format!("e{n:05}"), at(start), at(end))
}

fn rated(mut episode: Episode, readings: &[(&str, u8)]) -> Episode {
    for (when, level) in readings {
        episode.rate(item(), at(when), severity(*level));
    }
    episode
}

/// Checks an odd diary in every form.
#[track_caller]
fn check(name: &str, episodes: Vec<Episode>, holds: &True) {
    let mut diary = Diary::default();
    for episode in episodes {
        diary.put(Record::Episode(episode));
    }
    let run = DayRange::all(&diary, &now());
    let counted = counts(&diary, run, &now());
    trends(name, &diary, &counted, holds);
    let excerpt = Excerpt::of(&diary, &choice(ReportRange::All), &now());
    report(name, &excerpt, &counted, holds);
    tables(name, &excerpt, holds);
    bundles(name, &excerpt, holds);
}

fn trends(name: &str, diary: &Diary, counted: &Counts, holds: &True) {
    assert_eq!(counted.episodes, holds.episodes, "{name}");
    assert_eq!(counted.lasted.n, holds.ended - holds.unknown, "{name}");
    assert_eq!(counted.running, holds.episodes - holds.ended, "{name}");
    assert_eq!(counted.spasm_days, holds.spasm_days, "{name}");
    assert_eq!(counted.lasted.most, holds.longest, "{name}");
    for (spread, least) in [
        (&counted.lasted, 0),
        (&counted.peaks, 0),
        (&counted.changes, -10),
    ] {
        in_order(name, spread, least);
    }
    assert!(counted.known_days >= counted.spasm_days && counted.known_days <= counted.days.len());
    assert_eq!(
        counted.clock.as_flattened().iter().sum::<usize>(),
        holds.episodes,
        "{name}"
    );
    assert!(counted.places.iter().all(|n| *n <= counted.placed));
    let drawn: f64 = over_time::episodes(counted)
        .iter()
        .map(|step| step.sum)
        .sum();
    assert_eq!(
        drawn, holds.episodes as f64,
        "{name}: every one of them is drawn"
    );
    for tried in helps(diary, counted.range) {
        assert!(tried.eased <= tried.counted() && tried.counted() <= tried.times);
        in_order(name, &tried.change(), -10);
        let time = tried.time().flatten();
        assert!(time.is_none_or(|seconds| seconds >= 0), "{name}: {time:?}");
    }
    for trigger in sets_off(diary, counted) {
        for days in [trigger.days.with, trigger.days.without] {
            assert!(days.count <= days.total, "{name}");
        }
        assert!(trigger.named <= holds.episodes, "{name}");
    }
}

#[track_caller]
fn in_order(name: &str, spread: &Spread, least: i64) {
    assert!(spread.most.is_none_or(|most| most >= least), "{name}");
    if let (Some(quantiles), Some(most)) = (&spread.quantiles, spread.most) {
        let (low, high) = quantiles.quartiles;
        let all = [least as f64, low, quantiles.median, high, most as f64];
        assert!(all.is_sorted(), "{name}: {all:?}");
        if let Some((low, high)) = quantiles.interval {
            let all = [least as f64, low as f64, quantiles.median, high as f64];
            assert!(all.is_sorted(), "{name}: {all:?}");
        }
    }
}

fn row<'a>(parts: &'a [ReportPart], heading: &str, name: &str) -> &'a str {
    let part = parts.iter().find(|part| part.heading == heading);
    let rows = &part.expect(heading).rows;
    &rows.iter().find(|row| row.name == name).expect(name).words
}

fn report(name: &str, excerpt: &Excerpt, counted: &Counts, holds: &True) {
    let report = Report::of(excerpt);
    let words = |heading: &str, name: &str| row(&report.summary, heading, name).to_string();
    assert_eq!(
        words("The spasms", "How often"),
        match counted.days.len() {
            1 => format!("{} in one day", holds.episodes),
            days => format!("{} in {days} days", holds.episodes),
        },
        "{name}"
    );
    assert_eq!(
        words("The spasms", "Days with a spasm"),
        format!(
            "{} of {} days with information",
            holds.spasm_days, counted.known_days
        ),
        "{name}"
    );
    assert_eq!(
        words("How good these data are", "Still open"),
        format!("{} of {}", holds.episodes - holds.ended, holds.episodes),
        "{name}"
    );
    let long = words("The spasms", "How long");
    match holds.ended - holds.unknown {
        0 => assert_eq!(long, "Nothing noted.", "{name}"),
        n => assert!(long.contains(&format!(" of {n}, ")), "{name}: {long}"),
    }
    // What stands on the first page fits there: few lines, none long, none over two.
    for part in &report.summary[1..] {
        assert!(part.rows.len() <= 10, "{name}: {}", part.heading);
        for row in &part.rows {
            assert!(row.name.chars().count() <= 61, "{name}: {row:?}");
            assert!(row.words.chars().count() <= 111, "{name}: {row:?}");
            assert!(!row.words.contains('\n'), "{name}: {row:?}");
        }
    }
    let text = text::text(&report, "", "");
    for part in report.summary.iter().chain(&report.details) {
        for row in &part.rows {
            assert!(text.contains(&row.words), "{name}: {row:?}");
        }
    }
    for wrong in ["NaN", "inf ", "-0 ", "None", "Some("] {
        assert!(!text.contains(wrong), "{name}: {wrong}");
    }
}

fn tables(name: &str, excerpt: &Excerpt, holds: &True) {
    let tables = csv::tables(excerpt);
    let rows: Vec<_> = tables.iter().map(|(_, text)| read(text)).collect();
    for rows in &rows {
        assert!(rows.iter().all(|row| row.len() == rows[0].len()), "{name}");
    }
    let lines = [0, 1, 2].map(|n: usize| rows[n].len() - 1);
    assert_eq!(
        lines,
        [holds.episodes, holds.readings, holds.treatments],
        "{name}"
    );
    let (mut longest, mut unknown) = (None, 0);
    for row in &rows[0][1..] {
        let minutes = (!row[3].is_empty()).then(|| row[3].parse::<u64>().expect(name));
        // One that ended, and no length: its clock was set back.
        assert!(minutes.is_none() || !row[2].is_empty(), "{name}");
        unknown += usize::from(minutes.is_none() && !row[2].is_empty());
        longest = longest.max(minutes);
    }
    assert_eq!(unknown, holds.unknown, "{name}");
    assert_eq!(
        longest,
        holds.longest.map(|seconds| seconds as u64 / 60),
        "{name}"
    );
}

fn bundles(name: &str, excerpt: &Excerpt, holds: &True) {
    for purpose in [Purpose::Collection, Purpose::Transaction] {
        let bundle: Value = serde_json::from_str(&bundle(excerpt, purpose)).expect(name);
        let entries = bundle["entry"].as_array().expect(name).iter();
        let resources: Vec<&Value> = entries.map(|entry| &entry["resource"]).collect();
        let of = |kind: &str| {
            let is = |one: &&&Value| one["resourceType"] == kind;
            resources.iter().filter(is).count()
        };
        let is_spasm = |one: &&&Value| one.get("effectivePeriod").is_some();
        let spasms: Vec<_> = resources.iter().filter(is_spasm).collect();
        assert_eq!(spasms.len(), holds.episodes, "{name}");
        assert_eq!(
            of("Observation"),
            1 + holds.episodes + holds.readings,
            "{name}"
        );
        assert_eq!(of("Condition"), usize::from(holds.episodes > 0), "{name}");
        let (mut ended, mut unknown) = (0, 0);
        for spasm in spasms {
            let period = &spasm["effectivePeriod"];
            let moment = |end: &str| Some(at(period[end].as_str()?));
            let (start, end): (Option<Moment>, Option<Moment>) = (moment("start"), moment("end"));
            // A period that ends before it begins is not valid.
            assert!(end.is_none_or(|end| Some(end) >= start), "{name}: {period}");
            let is_final = spasm["status"] == "final";
            assert_eq!(is_final, end.is_some(), "{name}");
            // It has a length, or says why it has none.
            let has = |field: &str| spasm.get(field).is_some();
            assert_eq!(
                has("valueQuantity") ^ has("dataAbsentReason"),
                is_final,
                "{name}"
            );
            unknown += usize::from(has("dataAbsentReason"));
            ended += usize::from(is_final);
            let minutes = spasm["valueQuantity"]["value"].as_i64();
            assert!(minutes.is_none_or(|minutes| minutes >= 0), "{name}");
        }
        assert_eq!((ended, unknown), (holds.ended, holds.unknown), "{name}");
    }
}

#[test]
fn none_and_one() {
    let nothing = True {
        episodes: 0,
        ended: 0,
        unknown: 0,
        readings: 0,
        treatments: 0,
        spasm_days: 0,
        longest: None,
    };
    check("none", vec![], &nothing);
    let one = True {
        episodes: 1,
        ended: 1,
        unknown: 0,
        readings: 2,
        treatments: 3,
        spasm_days: 1,
        longest: Some(3600),
    };
    check("one", vec![full("e", 1)], &one);
}

#[test]
fn only_running_ones() {
    let days = ["2026-11-24", "2026-11-23", "2026-11-20"];
    let running = (0..3).map(|n| bare(n, &format!("{}T07:00:00+01:00", days[n])));
    // A running one is on every day until today.
    let holds = True {
        episodes: 3,
        ended: 0,
        unknown: 0,
        readings: 0,
        treatments: 0,
        spasm_days: 5,
        longest: None,
    };
    check("only running", running.collect(), &holds);
}

#[test]
fn all_of_one_day() {
    let hour = |n: usize| {
        let mut episode = lasting(
            n,
            &format!("2026-11-20T{n:02}:00:00+01:00"),
            &format!("2026-11-20T{n:02}:{n:02}:00+01:00"),
        );
        episode.rate(item(), episode.start, severity(5));
        episode
    };
    let holds = True {
        episodes: 24,
        ended: 24,
        unknown: 0,
        readings: 24,
        treatments: 0,
        spasm_days: 1,
        longest: Some(23 * 60),
    };
    check("one day", (0..24).map(hour).collect(), &holds);
}

#[test]
fn twenty_thousand() {
    let mut all = Vec::new();
    for n in 0..20_000_u64 {
        all.push(Episode {
            id: episode_id(&format!("e{n:05}")),
            treatments: Vec::new(),
            ..full("e", n % 3_000)
        });
    }
    let holds = True {
        episodes: 20_000,
        ended: 20_000,
        unknown: 0,
        readings: 40_000,
        treatments: 0,
        spasm_days: 3_000,
        longest: Some(3600),
    };
    check("20,000", all, &holds);
}

#[test]
fn ends_and_readings_missing() {
    let mut all = Vec::new();
    for n in 0..12 {
        let mut episode = full(&format!("e{n:02}"), 1);
        if n % 2 == 0 {
            episode.end = None;
        }
        if n % 3 == 0 {
            episode.readings.clear();
        }
        all.push(episode);
    }
    // One that has no end is on today, too.
    let holds = True {
        episodes: 12,
        ended: 6,
        unknown: 0,
        readings: 16,
        treatments: 36,
        spasm_days: 2,
        longest: Some(3600),
    };
    check("gaps", all, &holds);
    let bare = (0..7).map(|n| Episode {
        readings: Vec::new(),
        treatments: Vec::new(),
        ..full(&format!("e{n}"), n)
    });
    let holds = True {
        episodes: 7,
        ended: 7,
        unknown: 0,
        readings: 0,
        treatments: 0,
        spasm_days: 7,
        longest: Some(3600),
    };
    check("no readings", bare.collect(), &holds);
}

#[test]
fn a_clock_that_jumped() {
    let back = rated(
        lasting(0, "2026-11-20T10:00:00+01:00", "2026-11-20T09:00:00+01:00"),
        &[
            ("2026-11-20T10:01:00+01:00", 7),
            ("2026-11-20T08:59:00+01:00", 3),
        ],
    );
    // Its clock was a year ahead, then right again; and one that was a century behind.
    let ahead = rated(
        lasting(1, "2026-11-22T23:00:00+01:00", "2027-11-22T23:30:00+01:00"),
        &[("2027-11-22T23:10:00+01:00", 5)],
    );
    let behind = lasting(2, "1926-12-31T23:50:00+01:00", "1927-01-01T00:10:00+01:00");
    // From tomorrow: it is counted nowhere, and the report says that it is there.
    let tomorrow = bare(3, "2026-11-25T07:00:00+01:00");
    let holds = True {
        episodes: 3,
        ended: 3,
        // The first one.
        unknown: 1,
        readings: 3,
        treatments: 0,
        spasm_days: 6,
        longest: Some(365 * 86_400 + 1_800),
    };
    check("clock", vec![back, ahead, behind, tomorrow], &holds);
}

#[test]
fn times_around_the_hour_that_is_twice_or_never() {
    let all = vec![
        // Back, at three: 02:15 of summer to 02:45 of winter are an hour and a half.
        lasting(0, "2026-10-25T02:15:00+02:00", "2026-10-25T02:45:00+01:00"),
        // By the clock it ended before it began.
        lasting(1, "2026-10-25T02:50:00+02:00", "2026-10-25T02:10:00+01:00"),
        // Forward, at two.
        lasting(2, "2026-03-29T01:59:00+01:00", "2026-03-29T03:01:00+02:00"),
        // Over the date line: by the clock it ended on the day before, and is on both days.
        lasting(3, "2026-11-10T08:00:00+13:00", "2026-11-09T20:00:00-10:00"),
    ];
    let holds = True {
        episodes: 4,
        ended: 4,
        unknown: 0,
        readings: 0,
        treatments: 0,
        spasm_days: 4,
        longest: Some(11 * 3600),
    };
    check("summer time", all, &holds);
}

#[test]
fn long_notes_and_names_that_bite() {
    let mut all = Vec::new();
    for (n, typed) in [
        "n".repeat(10_000),
        "A long note, with words. ".repeat(400),
        "=1+1".to_string(),
        "\"quoted\", and; parted\r\nover lines\ttabs".to_string(),
        "כאב גב, \u{202e}reversed\u{202c}".to_string(),
        "</li><script>document.title=1</script>".to_string(),
        "\u{0}\u{7f}\u{feff}".to_string(),
    ]
    .into_iter()
    .enumerate()
    {
        let mut episode = full(&format!("e{n}"), n as u64);
        episode.treatments[1].detail.clone_from(&typed);
        episode.treatments[2].kind.clone_from(&typed);
        episode.marks.toggle(MarkKind::Trigger, &typed);
        episode.marks.toggle(MarkKind::Symptom, &typed);
        episode.notes = typed;
        episode.places = Place::all().collect();
        all.push(episode);
    }
    let holds = True {
        episodes: 7,
        ended: 7,
        unknown: 0,
        readings: 14,
        treatments: 21,
        spasm_days: 7,
        longest: Some(TimeDelta::hours(1).num_seconds()),
    };
    check("names", all, &holds);
}
