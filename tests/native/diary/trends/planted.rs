//! Made-up diaries in which it is known what matters: how often that is found, and how often something
//! is said to matter that does not.

use chrono::TimeDelta;

use unknot::diary::Diary;
use unknot::diary::day::Day;
use unknot::diary::marks::MarkKind;
use unknot::diary::stored::Record;
use unknot::diary::trends::counts::counts;
use unknot::diary::trends::helps::helps;
use unknot::diary::trends::numbers::{Difference, Proportion, Significance, differences};
use unknot::diary::trends::range::DayRange;
use unknot::diary::trends::sets_off::sets_off;

use super::super::{at, begun};
use super::{now, read, treat};

const DAYS: i64 = 365;
const TREATMENTS: [&str; 5] = ["rest", "heat", "ice", "stretching", "medicine"];
const TRIGGERS: [&str; 8] = [
    "posture", "sitting", "lifting", "twisting", "sport", "cold", "stress", "sleep",
];

/// So many diaries of each kind.
const DIARIES: u64 = 1_000;

/// Random numbers of a seed (SplitMix64; Steele, Lea & Flood 2014).
struct Draw(u64);

impl Draw {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, n: u64) -> u64 {
        self.next() % n
    }

    fn chance(&mut self, of: f64) -> bool {
        self.next() as f64 / u64::MAX as f64 <= of
    }
}

/// What is planted into a diary.
#[derive(Clone, Copy)]
struct Planted {
    /// How much likelier a bout is to ease when heat was tried.
    heat: f64,
    /// How much likelier a spasm is on a day with stress.
    stress: f64,
    /// How many of the days are filled in.
    entries: f64,
}

const NOTHING: Planted = Planted {
    heat: 0.0,
    stress: 0.0,
    entries: 0.6,
};

/// A year of a person who fills in some days, has a spasm on some, tries something on most, and
/// names a trigger of the day in most episodes.
fn made(seed: u64, planted: Planted) -> Diary {
    let mut draw = Draw(seed);
    let mut diary = Diary::default();
    for n in 0..DAYS {
        let start = at("2025-11-23T09:00:00+02:00") + TimeDelta::days(n);
        let there: Vec<_> = TRIGGERS.into_iter().filter(|_| draw.chance(0.3)).collect();
        let stress = if there.contains(&"stress") {
            planted.stress
        } else {
            0.0
        };
        let has_spasm = draw.chance(0.3 + stress);
        if draw.chance(planted.entries) {
            let mut day = Day::empty(start.date_naive());
            day.no_spasm = !has_spasm;
            for trigger in TRIGGERS {
                day.say_trigger(trigger, Some(there.contains(&trigger)));
            }
            diary.put(Record::Day(day));
        }
        if !has_spasm {
            continue;
        }
        let mut episode = begun(&format!("e{n}"), start);
        let worst = 4 + draw.below(6) as u8;
        read(&mut episode, 1, worst);
        let mut eases = 0.4;
        if draw.chance(0.7) {
            let kind = TREATMENTS[draw.below(5) as usize];
            treat(&mut episode, 10, kind);
            eases += if kind == "heat" { planted.heat } else { 0.0 };
        }
        let fall = if draw.chance(eases) {
            2 + draw.below(2)
        } else {
            draw.below(2)
        };
        read(
            &mut episode,
            20 + draw.below(200) as i64,
            worst - fall as u8,
        );
        episode.ease(episode.start + TimeDelta::minutes(300));
        for trigger in there {
            if draw.chance(0.7) {
                episode.marks.toggle(MarkKind::Trigger, trigger);
            }
        }
        diary.put(Record::Episode(episode));
    }
    diary
}

/// What is said to matter of a diary, treatments and triggers, with which way.
fn found(diary: &Diary) -> [Vec<(String, Difference)>; 2] {
    let range = DayRange::all(diary, &now());
    let matter = |difference: &Difference| difference.significance >= Significance::Perhaps;
    let helps = helps(diary, range).into_iter();
    let helps = helps.map(|tried| (tried.kind, tried.against_nothing));
    let sets_off = sets_off(diary, &counts(diary, range, &now())).into_iter();
    let sets_off = sets_off.map(|trigger| (trigger.id, trigger.difference));
    [
        helps.filter(|(_, difference)| matter(difference)).collect(),
        sets_off
            .filter(|(_, difference)| matter(difference))
            .collect(),
    ]
}

fn names(found: &[(String, Difference)], id: &str) -> bool {
    found
        .iter()
        .any(|(name, difference)| name == id && difference.more)
}

/// Prints a share of the diaries, and gives the end of its 95 % interval that is asked for.
fn told(what: &str, of: usize, n: u64) -> (f64, f64) {
    let share = Proportion {
        count: of,
        total: n as usize,
    };
    let (low, high) = share.wilson_interval().expect("enough diaries");
    println!(
        "{what}: {of} of {n} diaries, {:.1} % ({:.1} to {:.1})",
        100.0 * of as f64 / n as f64,
        100.0 * low,
        100.0 * high
    );
    (low, high)
}

#[test]
fn what_is_planted_is_found_and_nothing_else() {
    let n = DIARIES;
    let (mut helps, mut sets_off, mut heat, mut others) = (0, 0, 0, 0);
    let (mut stress, mut other_triggers) = (0, 0);
    for seed in 0..n {
        let [treatments, triggers] = found(&made(seed, NOTHING));
        helps += usize::from(!treatments.is_empty());
        sets_off += usize::from(!triggers.is_empty());

        let [treatments, _] = found(&made(
            seed,
            Planted {
                heat: 0.5,
                ..NOTHING
            },
        ));
        heat += usize::from(names(&treatments, "heat"));
        others += usize::from(treatments.iter().any(|(kind, _)| kind != "heat"));

        let [_, triggers] = found(&made(
            seed,
            Planted {
                stress: 0.4,
                ..NOTHING
            },
        ));
        stress += usize::from(names(&triggers, "stress"));
        other_triggers += usize::from(triggers.iter().any(|(id, _)| id != "stress"));
    }
    for (what, of) in [
        (
            "nothing helps, and something is said to help or harm",
            helps,
        ),
        ("nothing sets it off, and something is said to", sets_off),
        ("only heat helps, and something else is said to", others),
        (
            "only stress sets it off, and something else is said to",
            other_triggers,
        ),
    ] {
        let (_, high) = told(what, of, n);
        assert!(high <= 0.07, "{what}");
    }
    let (heat, _) = told(
        "heat helps (eased in 9 of 10, else 4 of 10), and is found",
        heat,
        n,
    );
    let (stress, _) = told(
        "stress matters (7 of 10 days, else 3), and is found",
        stress,
        n,
    );
    assert!(heat >= 0.5, "heat is found too seldom");
    assert!(stress >= 0.8, "stress is found too seldom");
}

/// Were the days that only an episode names counted too, triggers that do not matter would often seem
/// to: the check above can fail.
#[test]
fn triggers_known_only_from_episodes_would_mislead() {
    let n = 200;
    let mut misled = 0;
    for seed in 0..n {
        let diary = made(
            seed,
            Planted {
                entries: 0.3,
                ..NOTHING
            },
        );
        let counted = sets_off(
            &diary,
            &counts(&diary, DayRange::all(&diary, &now()), &now()),
        );
        let tables: Vec<_> = counted
            .iter()
            .map(|trigger| {
                let only_named = diary.episodes().filter(|episode| {
                    episode.marks.has(MarkKind::Trigger, &trigger.id)
                        && diary.day(episode.start.date_naive()).is_none()
                });
                let named = only_named.count();
                let mut table = trigger.days;
                table.with.count += named;
                table.with.total += named;
                table
            })
            .collect();
        let matter = |difference: &Difference| difference.significance >= Significance::Perhaps;
        misled += usize::from(differences(&tables).iter().any(matter));
    }
    let (low, _) = told("the same with days that only an episode names", misled, n);
    assert!(low > 0.07, "it would not mislead");
}
