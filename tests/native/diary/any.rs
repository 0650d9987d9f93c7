//! Any moment, any episode, any check-up, any text: what the properties are tried on.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Days, FixedOffset, NaiveDate, TimeDelta};
use proptest::collection::{btree_map, btree_set, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use unknot::diary::checkup::{Checkup, Settled};
use unknot::diary::day::{Day, Earlier, Work};
use unknot::diary::episode::{
    Amended, Episode, Reading, Recorded, Relief, Severity, TREATMENTS, Treatment,
};
use unknot::diary::id::{CheckupId, EpisodeId, ItemId};
use unknot::diary::marks::{Kind, Marks};
use unknot::diary::moment::Moment;
use unknot::diary::place::{Place, Places};
use unknot::diary::profile::Profile;
use unknot::diary::programme::Programme;
use unknot::diary::radiation::Radiation;
use unknot::diary::stored::Record;
use unknot::guide::answers::{Answer, Answers};
use unknot::guide::content::red_flags::RULES;
use unknot::guide::triage::Urgency;

/// So many cases, the same each time. `PROPTEST_CASES=100000 cargo test` tries that many others.
pub fn cases(usual: u32) -> ProptestConfig {
    let config = ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::default()
    };
    if std::env::var_os("PROPTEST_CASES").is_some() {
        return config;
    }
    ProptestConfig {
        cases: usual,
        rng_seed: RngSeed::Fixed(7),
        ..config
    }
}

/// Any offset, whole minutes east, up to 14 hours to either side.
pub fn offset() -> impl Strategy<Value = FixedOffset> {
    let minutes = prop_oneof![
        Just(0),
        (-14..=14).prop_map(|hours| 60 * hours),
        -840..=840,
        Just(345), // Kathmandu
        Just(-150),
    ];
    minutes.prop_map(|minutes| FixedOffset::east_opt(60 * minutes).expect("within a day"))
}

/// A moment of these years, both included, on the clock that shows it.
pub fn moment_of(years: std::ops::RangeInclusive<i32>) -> impl Strategy<Value = Moment> {
    let day = |year, month, day| {
        NaiveDate::from_ymd_opt(year, month, day)
            .and_then(|day| day.and_hms_opt(0, 0, 0))
            .expect("a day")
            .and_utc()
            .timestamp()
    };
    let (first, last) = (
        day(*years.start(), 1, 1),
        day(*years.end(), 12, 31) + 86_399,
    );
    let wall = prop_oneof![
        first..=last,
        day(2020, 1, 1)..day(2031, 1, 1),
        first..first + 100_000,
        last - 100_000..=last,
    ];
    (wall, offset())
        .prop_map(|(wall, offset)| on(wall - i64::from(offset.local_minus_utc()), offset))
}

/// Any moment that can be stored.
pub fn moment() -> impl Strategy<Value = Moment> {
    moment_of(1900..=9999)
}

fn on(instant: i64, offset: FixedOffset) -> Moment {
    DateTime::from_timestamp(instant, 0)
        .expect("in range")
        .with_timezone(&offset)
}

/// Any text: every plane of Unicode, controls, what JSON must escape.
pub fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        "[a-z ]{1,12}",
        vec(any::<char>(), 0..24).prop_map(String::from_iter),
        "[\"\\\\/{}\u{0}-\u{1f}\u{7f}\u{2028}\u{202e}\u{feff}😀<&]{1,12}",
    ]
}

/// Any text that can name a record.
pub fn id() -> impl Strategy<Value = String> + Clone {
    prop_oneof!["[a-z0-9-]{1,40}", "[a-c]"]
}

fn place() -> impl Strategy<Value = Place> {
    proptest::sample::select(Place::all().collect::<Vec<_>>())
}

fn kind() -> impl Strategy<Value = String> {
    let known: Vec<_> = TREATMENTS.iter().map(|(id, _)| id.to_string()).collect();
    prop_oneof![3 => proptest::sample::select(known), 1 => text()]
}

/// A time of an episode, seconds after its start, on a clock of its own. (Within the second of the
/// start it is the clock of the start.)
fn after(start: Moment) -> impl Strategy<Value = Moment> {
    let later = (1..900_000_i64, offset()).prop_map(move |(seconds, offset)| {
        (start + TimeDelta::seconds(seconds)).with_timezone(&offset)
    });
    prop_oneof![
        1 => Just(start),
        3 => (0..100_i64).prop_map(move |seconds| start + TimeDelta::seconds(seconds)),
        3 => later,
    ]
}

/// A time that was recorded of an episode: a clock that was set back has put some before its start.
fn recorded(start: Moment) -> impl Strategy<Value = Moment> {
    let before = (1..100_i64).prop_map(move |seconds| start - TimeDelta::seconds(seconds));
    prop_oneof![6 => after(start), 1 => before]
}

fn item() -> impl Strategy<Value = ItemId> {
    any::<u32>().prop_map(ItemId::of)
}

fn marks() -> impl Strategy<Value = Marks> {
    vec((proptest::sample::select(Kind::ALL.to_vec()), text()), 0..5).prop_map(|ticked| {
        let mut marks = Marks::default();
        for (kind, id) in ticked {
            marks.of_mut(kind).push(id);
        }
        marks
    })
}

fn amended(start: Moment) -> impl Strategy<Value = Amended> {
    (text(), text(), recorded(start)).prop_map(|(what, was, at)| Amended { what, was, at })
}

/// Earlier values, sorted, each once.
fn earlier_values(texts: Vec<(String, String)>) -> Vec<Earlier> {
    let earlier = texts
        .into_iter()
        .map(|(what, was)| Earlier { what, was })
        .collect::<BTreeSet<_>>();
    earlier.into_iter().collect()
}

/// Any day, with this date.
pub fn day() -> impl Strategy<Value = Day> {
    let said = (
        any::<bool>(),
        option::of(0..=10_u8),
        vec(text(), 0..3),
        vec(text(), 0..3),
    );
    let scale = || option::of(0..=10_u8);
    let forms = (
        option::of(proptest::sample::select(Work::ALL.to_vec())),
        option::of([0..=10_u8, 0..=10_u8, 0..=10_u8]),
        option::of(0..1_u32 << 24),
    );
    let earlier = vec(("[A-Z][a-z]{0,5}", text()), 0..3).prop_map(earlier_values);
    let words = (vec(text(), 0..3), vec(text(), 0..3), text(), earlier);
    (
        0..40_000_u64,
        0..5_u32,
        said,
        [scale(), scale(), scale()],
        forms,
        words,
    )
        .prop_map(
            |(
                date,
                revision,
                said,
                scales,
                (work, peg, roland_morris),
                (markers, sessions, notes, earlier),
            )| Day {
                date: NaiveDate::from_ymd_opt(1950, 1, 1).expect("a day") + Days::new(date),
                revision,
                no_spasm: said.0,
                pain: said.1.and_then(Severity::new),
                // Nothing is there and not there.
                absent: said
                    .3
                    .into_iter()
                    .filter(|id| !said.2.contains(id))
                    .collect(),
                triggers: said.2,
                scales,
                work,
                peg,
                roland_morris,
                markers,
                sessions,
                notes,
                earlier,
            },
        )
}

/// Any home programme.
pub fn programme() -> impl Strategy<Value = Programme> {
    (0..5_u32, vec(text(), 0..4), 0..128_u8, 0..1440_u16).prop_map(
        |(revision, movements, weekdays, minute)| Programme {
            revision,
            movements,
            weekdays,
            minute,
        },
    )
}

fn reading(start: Moment) -> impl Strategy<Value = Reading> {
    (item(), recorded(start), 0..=10_u8, 0..3_u32).prop_map(|(id, at, n, revision)| Reading {
        id,
        revision,
        at,
        severity: Severity::new(n).expect("0 to 10"),
    })
}

fn treatment(start: Moment) -> impl Strategy<Value = Treatment> {
    let rated = option::of(recorded(start));
    let said = (kind(), text(), option::of(-1..=10_i8), rated);
    (item(), recorded(start), said, 0..3_u32).prop_map(
        |(id, at, (kind, detail, relief, rated), revision)| Treatment {
            id,
            kind,
            detail,
            at,
            relief: relief.map(|n| Relief::new(n).expect("-1 to 10")),
            rated,
            revision,
        },
    )
}

/// Any episode whose readings are in order of time, as the app keeps them, with this id.
pub fn episode_with(id: impl Strategy<Value = String>) -> impl Strategy<Value = Episode> {
    (id, moment_of(1901..=9998)).prop_flat_map(|(id, start)| {
        (
            (Just(id), Just(start), any::<bool>(), 0..5_u32),
            option::of(after(start)),
            btree_set(place(), 0..5),
            vec(reading(start), 0..4),
            vec(treatment(start), 0..4),
            text(),
            option::weighted(0.2, moment()),
            (
                0..1_u16 << 14,
                marks(),
                vec(amended(start), 0..3),
                vec(item(), 0..3),
            ),
        )
            .prop_map(
                |(
                    (id, start, live, revision),
                    end,
                    places,
                    mut readings,
                    treatments,
                    notes,
                    deleted,
                    (radiation, marks, amended, removed),
                )| {
                    readings.sort_by_key(|reading| reading.at);
                    Episode {
                        id: EpisodeId::parse(&id).expect("an id"),
                        revision,
                        recorded: if live {
                            Recorded::Live
                        } else {
                            Recorded::Afterwards
                        },
                        start,
                        end,
                        places: places.into_iter().collect(),
                        readings,
                        treatments,
                        notes,
                        deleted,
                        radiation: Radiation::from_bits(radiation).expect("14 bits"),
                        marks,
                        amended,
                        removed,
                    }
                },
            )
    })
}

/// Any episode.
pub fn episode() -> impl Strategy<Value = Episode> {
    episode_with(id())
}

fn answer() -> impl Strategy<Value = Answer> {
    prop_oneof![
        any::<u16>().prop_map(Answer::Number),
        vec(text(), 0..3)
            .prop_map(|ids| { Answer::of(&ids.iter().map(String::as_str).collect::<Vec<_>>()) }),
    ]
}

/// The id of a rule that the guide has, or had once, or will have.
fn rule() -> impl Strategy<Value = String> {
    let known: Vec<_> = RULES.iter().map(|rule| rule.id.to_string()).collect();
    prop_oneof![proptest::sample::select(known), text()]
}

/// Any check-up, whatever the guide may ask by then, with this id.
pub fn checkup_with(id: impl Strategy<Value = String>) -> impl Strategy<Value = Checkup> {
    (
        (id, 0..5_u32, moment(), option::of(moment())),
        option::of(self::id()),
        btree_map(text(), answer(), 0..5),
        any::<u16>(),
        proptest::sample::select(Urgency::ALL.to_vec()),
        vec(rule(), 0..3),
        (
            option::of(moment()),
            option::of((any::<bool>(), moment())),
            vec(rule(), 0..3),
        ),
    )
        .prop_map(
            |(
                (id, revision, started, finished),
                episode,
                answers,
                guide,
                urgency,
                rules,
                (flagged, settled, settled_rules),
            )| {
                Checkup {
                    id: CheckupId::parse(&id).expect("an id"),
                    revision,
                    started,
                    finished,
                    episode: episode.as_deref().and_then(EpisodeId::parse),
                    answers: answers_of(answers),
                    guide,
                    urgency,
                    rules,
                    flagged,
                    settled: settled.map(|(got_help, at)| Settled { got_help, at }),
                    settled_rules,
                }
            },
        )
}

/// Any record with this id.
pub fn record_with(id: impl Strategy<Value = String> + Clone) -> impl Strategy<Value = Record> {
    prop_oneof![
        episode_with(id.clone()).prop_map(Record::Episode),
        checkup_with(id.clone()).prop_map(Record::Checkup),
        (id, 0..9_u32).prop_map(|(id, revision)| {
            Record::Gone(EpisodeId::parse(&id).expect("an id"), revision)
        }),
        day().prop_map(Record::Day),
        programme().prop_map(Record::Programme),
        (0..5_u32, btree_map(text(), answer(), 0..5)).prop_map(|(revision, answers)| {
            Record::Profile(Profile {
                revision,
                answers: answers_of(answers),
            })
        }),
    ]
}

/// Records with few different ids, so that two such lists share some.
pub fn records() -> impl Strategy<Value = Vec<Record>> {
    vec(record_with("[a-d]"), 0..6)
}

/// What a damaged store or a careless editor makes of a text: a few pieces cut, doubled, changed.
pub fn damaged(text: &'static str) -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just(String::new()),
        self::text(),
        proptest::sample::select(vec![
            "null",
            "0",
            "-1",
            "1e999",
            "[]",
            "{}",
            "\"",
            "\\",
            ",",
            "}",
            "{\"v\":1}",
            "2",
            "NaN",
        ])
        .prop_map(str::to_string),
    ];
    let cut = (any::<prop::sample::Index>(), 0..9_usize, piece);
    vec(cut, 1..4).prop_map(move |cuts| {
        let mut chars: Vec<char> = text.chars().collect();
        for (at, length, piece) in cuts {
            let at = at.index(chars.len() + 1);
            let end = (at + length).min(chars.len());
            chars.splice(at..end, piece.chars());
        }
        chars.into_iter().collect()
    })
}

/// The same texts by key, as a store holds them.
pub fn store<'a>(records: impl IntoIterator<Item = &'a Record>) -> BTreeMap<String, String> {
    records
        .into_iter()
        .map(|record| (record.key(), unknot::diary::stored::encode(record)))
        .collect()
}

/// Every place.
pub fn everywhere() -> Places {
    Place::all().collect()
}

/// These answers, by question id.
pub fn answers_of(given: impl IntoIterator<Item = (String, Answer)>) -> Answers {
    let mut answers = Answers::default();
    for (question, answer) in given {
        answers.give(&question, answer);
    }
    answers
}
