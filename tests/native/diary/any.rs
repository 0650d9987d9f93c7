//! Any moment, any record with any past, any text: the values that the properties are tried on.

use std::collections::BTreeMap;

use chrono::{DateTime, Days, FixedOffset, NaiveDate, TimeDelta};
use proptest::collection::{btree_map, btree_set, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use unknot::diary::checkup::{Checkup, Settled};
use unknot::diary::day::{Day, Work};
use unknot::diary::episode::{Episode, Reading, Recorded, Relief, Severity, TREATMENTS, Treatment};
use unknot::diary::facts;
use unknot::diary::field::Field;
use unknot::diary::history::History;
use unknot::diary::id::{CheckupId, EpisodeId, ItemId};
use unknot::diary::marks::{MarkKind, Marks};
use unknot::diary::moment::Moment;
use unknot::diary::place::{Place, Places};
use unknot::diary::profile::Profile;
use unknot::diary::programme::Programme;
use unknot::diary::radiation::Radiation;
use unknot::diary::settings::Settings;
use unknot::diary::stamp::{Device, Stamp};
use unknot::diary::stored::{Record, Tombstone};
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
    vec(
        (proptest::sample::select(MarkKind::ALL.to_vec()), text()),
        0..5,
    )
    .prop_map(|ticked| {
        let mut marks = Marks::default();
        for (kind, id) in ticked {
            marks.of_mut(kind).push(id);
        }
        for kind in MarkKind::ALL {
            let ids = marks.of_mut(kind);
            ids.sort();
            ids.dedup();
        }
        marks
    })
}

/// Texts as a record keeps them: sorted, each once.
fn texts(most: usize) -> impl Strategy<Value = Vec<String>> {
    btree_set(text(), 0..most).prop_map(|texts| texts.into_iter().collect())
}

/// Any day, with this date.
pub fn day() -> impl Strategy<Value = Day> {
    let said = (any::<bool>(), option::of(0..=10_u8), texts(3), texts(3));
    let scale = || option::of(0..=10_u8);
    let forms = (
        option::of(proptest::sample::select(Work::ALL.to_vec())),
        option::of([0..=10_u8, 0..=10_u8, 0..=10_u8]),
        option::of(0..1_u32 << 24),
    );
    let words = (texts(3), texts(3), text());
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
                (markers, sessions, notes),
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
                history: History::legacy(revision),
            },
        )
}

/// Any home programme.
pub fn programme() -> impl Strategy<Value = Programme> {
    (0..5_u32, texts(4), 0..128_u8, 0..1440_u16).prop_map(
        |(revision, movements, weekdays, minute)| Programme {
            revision,
            movements,
            weekdays,
            minute,
            history: History::legacy(revision),
        },
    )
}

/// Any settings.
fn settings() -> impl Strategy<Value = Settings> {
    (0..5_u32, btree_map(text(), text(), 0..4)).prop_map(|(revision, chosen)| {
        let mut settings = Settings {
            revision,
            history: History::legacy(revision),
            ..Settings::default()
        };
        for (name, value) in chosen {
            settings.set(&name, &value);
        }
        settings
    })
}

/// Any profile.
fn profile() -> impl Strategy<Value = Profile> {
    (0..5_u32, btree_map(text(), answer(), 0..5)).prop_map(|(revision, answers)| Profile {
        revision,
        answers: answers_of(answers),
        history: History::legacy(revision),
    })
}

fn reading(start: Moment) -> impl Strategy<Value = Reading> {
    (item(), recorded(start), 0..=10_u8).prop_map(|(id, at, n)| Reading {
        id,
        at,
        severity: Severity::new(n).expect("0 to 10"),
    })
}

fn treatment(start: Moment) -> impl Strategy<Value = Treatment> {
    let rated = option::of((-1..=10_i8, option::of(recorded(start))));
    (item(), recorded(start), kind(), text(), rated).prop_map(|(id, at, kind, detail, rated)| {
        Treatment {
            id,
            kind,
            detail,
            at,
            relief: rated.map(|(n, _)| Relief::new(n).expect("-1 to 10")),
            rated: rated.and_then(|(_, at)| at),
        }
    })
}

/// Any episode with this id, its readings and treatments in order of time, as the app keeps them.
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
            (0..1_u16 << 14, marks(), any::<bool>()),
        )
            .prop_map(
                |(
                    (id, start, live, revision),
                    end,
                    places,
                    mut readings,
                    mut treatments,
                    notes,
                    deleted,
                    (radiation, marks, clock_changed),
                )| {
                    readings.sort_by_key(|reading| (reading.at, reading.id));
                    treatments.sort_by_key(|treatment| (treatment.at, treatment.id));
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
                        clock_changed,
                        radiation: Radiation::from_bits(radiation).expect("14 bits"),
                        marks,
                        history: History::legacy(revision),
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
                    // Of an emergency that was not settled there are no settled rules.
                    settled_rules: settled.map_or(Vec::new(), |_| settled_rules),
                    settled: settled.map(|(got_help, at)| Settled { got_help, at }),
                    history: History::legacy(revision),
                }
            },
        )
}

/// Any record with this id, from before there were stamps.
fn unstamped_with(id: impl Strategy<Value = String> + Clone) -> impl Strategy<Value = Record> {
    prop_oneof![
        3 => episode_with(id.clone()).prop_map(Record::Episode),
        2 => checkup_with(id.clone()).prop_map(Record::Checkup),
        1 => (id, 0..9_u32).prop_map(|(id, revision)| Record::Tombstone(Tombstone {
            id: EpisodeId::parse(&id).expect("an id"),
            revision,
            history: History {
                purged: Some(Stamp { counter: u32::MAX, ..Stamp::default() }),
                ..History::legacy(revision)
            },
        })),
        2 => day().prop_map(Record::Day),
        1 => programme().prop_map(Record::Programme),
        1 => profile().prop_map(Record::Profile),
        1 => settings().prop_map(Record::Settings),
    ]
}

/// Any record with this id, with any past: it was stored by an older version or by this one, then changed a
/// few times, on three devices, at once, within a slip or later.
pub fn record_with(id: impl Strategy<Value = String> + Clone) -> impl Strategy<Value = Record> {
    unstamped_with(id).prop_flat_map(|record| (Just(record.clone()), acts(record)).prop_map(done))
}

/// The record, whether this version stored it first, and changes of it.
type Acts = (Record, (bool, Vec<(Act, Record)>));

/// One change of a record.
#[derive(Debug, Clone)]
pub struct Act {
    /// Which fields change: a bit each, over and over.
    which: u32,
    /// Whether those of the record change that the other one has, or all.
    is_whole: bool,
    /// So many seconds after the act before; a clock may be set back.
    after: i64,
    device: u32,
}

fn act() -> impl Strategy<Value = Act> {
    let after = prop_oneof![Just(0), 1..300_i64, 300..100_000_i64, -5_000..0_i64];
    (any::<u32>(), any::<bool>(), after, 0..3_u32).prop_map(|(which, is_whole, after, device)| {
        Act {
            which,
            is_whole,
            after,
            device,
        }
    })
}

fn acts(record: Record) -> impl Strategy<Value = (bool, Vec<(Act, Record)>)> {
    let other = match record {
        Record::Episode(_) | Record::Tombstone(_) => episode_with(Just("x".to_string()))
            .prop_map(Record::Episode)
            .boxed(),
        Record::Checkup(_) => checkup_with(Just("x".to_string()))
            .prop_map(Record::Checkup)
            .boxed(),
        Record::Day(_) => day().prop_map(Record::Day).boxed(),
        Record::Programme(_) => programme().prop_map(Record::Programme).boxed(),
        Record::Profile(_) => profile().prop_map(Record::Profile).boxed(),
        Record::Settings(_) => settings().prop_map(Record::Settings).boxed(),
    };
    (any::<bool>(), vec((act(), other), 0..4))
}

fn done((record, (is_stamped, acts)): Acts) -> Record {
    let mut record = record;
    let mut now = on(
        1_800_000_000,
        FixedOffset::east_opt(3600).expect("an offset"),
    );
    if is_stamped && !matches!(record, Record::Tombstone(_)) {
        facts::stamp(None, &mut record, &now, Device::of(0));
    }
    for (act, other) in acts {
        now += TimeDelta::seconds(act.after);
        record = changed(&record, &act, other, now);
    }
    record
}

/// The record after a change that takes some of its values from another one.
fn changed(record: &Record, act: &Act, other: Record, now: Moment) -> Record {
    let mut mine = if act.is_whole || matches!(record, Record::Tombstone(_)) {
        under_key_of(record, other)
    } else {
        let mut mine = record.clone();
        let is_chosen = |n: usize| act.which >> (n % 32) & 1 == 1;
        for (n, (field, _)) in facts::values(record).into_iter().enumerate() {
            if is_chosen(2 * n) {
                facts::set(&mut mine, &field, None);
            }
        }
        for (n, (field, value)) in facts::values(&other).into_iter().enumerate() {
            // Of a profile a question has choices or a number, never both.
            let is_other_kind = matches!(
                (record, &field),
                (Record::Profile(_), Field::Answer(_) | Field::Choice(..))
            );
            if is_chosen(2 * n + 1) && !is_other_kind {
                facts::set(&mut mine, &field, Some(&value));
            }
        }
        mine
    };
    facts::stamp(Some(record), &mut mine, &now, Device::of(act.device));
    mine
}

/// A record as if it were another copy of this one.
fn under_key_of(record: &Record, mut other: Record) -> Record {
    match (record, &mut other) {
        (Record::Episode(Episode { id, .. }), Record::Episode(other))
        | (Record::Tombstone(Tombstone { id, .. }), Record::Episode(other)) => {
            other.id = id.clone();
        }
        (Record::Checkup(record), Record::Checkup(other)) => other.id = record.id.clone(),
        (Record::Day(record), Record::Day(other)) => other.date = record.date,
        _ => {}
    }
    other
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
