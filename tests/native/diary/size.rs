//! How much room a usual diary takes: twenty thousand episodes fit into a browser's first store.

use unknot::diary::episode::{Episode, Relief, Treatment};
use unknot::diary::id::{EpisodeId, ItemId};
use unknot::diary::marks::Kind;
use unknot::diary::place::Place;
use unknot::diary::stored::{Record, encode};

use super::{ended, minute, severity};

/// What browsers give to all pages of one origin, in code units.
const ROOM: usize = 5_242_880;

/// Two readings, a place, two treatments with relief, a trigger, on every third a note of 40 characters.
fn usual(n: u32) -> Episode {
    let start = 400 * i64::from(n);
    let (at, end) = (minute(start), minute(start + 61));
    let mut episode = ended("a", at, end);
    episode.id = EpisodeId::parse(&format!("mi{n:06}-{:04}", n % 9999)).expect("an id");
    // As often as it is stored while all that is noted.
    episode.revision = 9;
    let id = |k: u32| ItemId::of(n.wrapping_mul(2_654_435_761).wrapping_add(k * 97));
    episode.rate(id(1), minute(start + 1), severity(7));
    episode.rate(id(2), minute(start + 60), severity(2));
    episode.toggle(Place::from_id("low-right").expect("a place"));
    for (k, kind) in ["heat", "stretching"].into_iter().enumerate() {
        let (k, from) = (k as u32, start + 10 * k as i64);
        let mut tried = Treatment::begun(id(3 + k), kind, minute(from + 5));
        (tried.relief, tried.rated) = (Relief::new(6), Some(minute(from + 40)));
        tried.revision = 7;
        episode.treatments.push(tried);
    }
    episode.marks.toggle(Kind::Trigger, "lifting");
    if n.is_multiple_of(3) {
        episode.notes = "It eased when I lay down on my left side".to_string();
    }
    episode
}

#[test]
fn twenty_thousand_usual_episodes_leave_a_fifth_of_the_room() {
    const EPISODES: u32 = 20_000;
    assert_eq!(usual(0).notes.len(), 40);
    let mut units = 0;
    for n in 0..EPISODES {
        let record = Record::Episode(usual(n));
        units += record.key().len() + encode(&record).encode_utf16().count();
    }
    let mean = units / EPISODES as usize;
    println!(
        "a usual episode: {mean} units; 20,000: {units}, {} % of the room",
        100 * units / ROOM
    );
    assert!(mean <= 200, "{mean} units");
    assert!(10 * units <= 8 * ROOM, "{units} units");
    // While one is noted the whole of it is written at each tap.
    let longest = (0..99)
        .map(|n| encode(&Record::Episode(usual(n))).len())
        .max();
    assert!(longest <= Some(600), "{longest:?} units");
}
