//! How much room a usual diary takes: twenty thousand episodes fit into the fast store of a browser.

use unknot::diary::episode::{Episode, Relief, Treatment};
use unknot::diary::facts::stamp;
use unknot::diary::id::{EpisodeId, ItemId};
use unknot::diary::marks::MarkKind;
use unknot::diary::moment::Moment;
use unknot::diary::place::Place;
use unknot::diary::stamp::Device;
use unknot::diary::stored::{Record, encode};

use super::{begun, second, severity};

/// The room that browsers give to all pages of one origin, in code units.
const ROOM: usize = 5_242_880;

/// An episode that grows act by act, as it is stored.
struct Acts {
    record: Record,
    /// How often it was stored, and the longest text of those.
    stored: usize,
    longest: usize,
}

impl Acts {
    fn act(&mut self, now: Moment, alter: impl FnOnce(&mut Episode)) {
        let mut record = self.record.clone();
        let Record::Episode(episode) = &mut record else {
            unreachable!()
        };
        alter(episode);
        stamp(Some(&self.record), &mut record, &now, device());
        self.longest = self.longest.max(encode(&record).len());
        self.stored += 1;
        self.record = record;
    }
}

fn device() -> Device {
    Device::of(1_234_567)
}

/// Two readings, a place, two treatments with relief, a trigger, on every third a note of 40 characters. Entered
/// as people do: the start tapped, each of the others said later, one of them corrected in every third.
fn usual(n: u32) -> Acts {
    let start = 400 * 60 * i64::from(n);
    let at = |minutes: i64| second(start + 60 * minutes);
    let id = |k: u32| ItemId::of(n.wrapping_mul(2_654_435_761).wrapping_add(k * 97));
    let mut episode = begun("a", at(0));
    episode.id = EpisodeId::parse(&format!("mi{n:06}-{:04}", n % 9999)).expect("an id");
    let mut record = Record::Episode(episode);
    stamp(None, &mut record, &at(0), device());
    let mut acts = Acts {
        record,
        stored: 1,
        longest: 0,
    };
    acts.act(at(1), |episode| episode.rate(id(1), at(1), severity(7)));
    acts.act(second(start + 75), |episode| {
        episode.toggle(Place::from_id("low-right").expect("a place"));
    });
    for (k, kind) in [(0, "heat"), (1, "stretching")] {
        let from = at(5 + 10 * i64::from(k));
        acts.act(from, |episode| {
            episode
                .treatments
                .push(Treatment::begun(id(3 + k), kind, from));
        });
    }
    acts.act(at(60), |episode| episode.ease(at(60)));
    acts.act(second(start + 3_604), |episode| {
        episode.rate_end(id(2), severity(2))
    });
    for k in [0, 1] {
        let now = second(start + 3_610 + 4 * i64::from(k));
        acts.act(now, |episode| {
            episode.rate_treatment(id(3 + k), Relief::new(6).expect("6 of 10"), now);
        });
    }
    acts.act(second(start + 3_620), |episode| {
        episode.marks.toggle(MarkKind::Trigger, "lifting")
    });
    if n.is_multiple_of(3) {
        acts.act(second(start + 3_640), |episode| {
            episode.notes = "It eased when I lay down on my left side".to_string();
        });
    }
    if n % 3 == 1 {
        let now = at(200);
        acts.act(now, |episode| {
            episode.rate_treatment(id(3), Relief::new(4).expect("4 of 10"), now);
        });
    }
    acts
}

#[test]
fn twenty_thousand_usual_episodes_leave_an_eighth_of_the_room() {
    const EPISODES: u32 = 20_000;
    let mut units = 0;
    let mut longest = 0;
    for n in 0..EPISODES {
        let acts = usual(n);
        units += acts.record.key().len() + encode(&acts.record).encode_utf16().count();
        longest = longest.max(acts.longest);
    }
    let mean = units / EPISODES as usize;
    println!("{}\n{}", encode(&usual(0).record), encode(&usual(1).record));
    println!(
        "a usual episode: {mean} units, at the longest {longest}; 20,000: {units}, {} % of the room left",
        100 - (100 * units / ROOM) as i64
    );
    assert!(mean <= 230, "{mean} units");
    assert!(100 * units <= 88 * ROOM, "{units} units");
    // While one is noted the whole of it is written at each tap.
    assert!(longest <= 600, "{longest} units");
}
