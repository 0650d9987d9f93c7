//! Single cases of the machine: each was a fault once.

use unknot::diary::episode::{Episode, Recorded};
use unknot::diary::id::EpisodeId;
use unknot::diary::stored::{self, Record};
use unknot::store::act::Act;
use unknot::store::connection::pause;
use unknot::store::event::{Event, Failure, Outcome, Refusal, Safety, Told, Wake};
use unknot::store::keys::EPOCH;
use unknot::store::starting::added;
use unknot::store::transaction::DurableValue;

use super::device::Device;
use super::tab::{Request, Tab, moment};

const DAY: i64 = 86_400;

fn device() -> Device {
    Device {
        clock: 1_790_000_000,
        ..Device::default()
    }
}

fn open(device: &mut Device) -> Tab {
    Tab::open(0, 0, device, None, 7)
}

fn hear(tab: &mut Tab, on: &mut Device, event: Event) {
    tab.with(on, 1, |store, cx| store.hear_event(event, cx));
}

/// Carries out whatever is asked, until nothing is. Timers do not go off.
fn settle(tab: &mut Tab, on: &mut Device) {
    loop {
        if let Some(request) = tab.requests.pop_front() {
            for event in carry_out(tab, on, request) {
                hear(tab, on, event);
            }
        } else if tab.turns > 0 {
            tab.turns -= 1;
            hear(tab, on, Event::Continue);
        } else {
            return;
        }
    }
}

fn carry_out(tab: &mut Tab, on: &mut Device, request: Request) -> Vec<Event> {
    match request {
        Request::Open => {
            tab.is_connected = true;
            vec![Event::Opened(Ok(()))]
        }
        Request::Read(id) => {
            let slices = on.durable.slices().into_iter();
            let mut events: Vec<Event> = slices.map(|slice| Event::Slice(id, slice)).collect();
            events.push(Event::ReadDone(id, Ok(())));
            events
        }
        Request::Transact(id, transaction) => {
            vec![Event::Answered(id, on.durable.run(*transaction))]
        }
    }
}

fn id(text: &str) -> EpisodeId {
    EpisodeId::parse(text).expect("an id")
}

fn key(text: &str) -> String {
    stored::episode_key(&id(text))
}

fn add(tab: &mut Tab, on: &mut Device, name: &str) -> Result<(), Refusal> {
    let at = moment(on.clock);
    let episode = Episode::begun(id(name), at, Recorded::Live);
    tab.with(on, 1, |store, cx| store.act(added(episode), cx).map(drop))
}

fn told(tab: &mut Tab) -> Vec<Told> {
    std::mem::take(&mut tab.told)
}

#[test]
fn a_lost_connection_is_opened_again_and_waiting_writes_are_sent_at_once() {
    let mut on = device();
    let mut tab = open(&mut on);
    settle(&mut tab, &mut on);
    add(&mut tab, &mut on, "a").expect("it is stored");
    assert!(matches!(tab.requests.front(), Some(Request::Transact(..))));
    tab.requests.clear();
    hear(&mut tab, &mut on, Event::ConnectionLost);
    assert_eq!(tab.store.safety(), Safety::ConnectionLost);
    settle(&mut tab, &mut on);
    assert_eq!(tab.store.safety(), Safety::Saved);
    assert!(on.durable.text(&key("a")).is_some());
    assert_eq!(told(&mut tab), [], "it was not full");
}

#[test]
fn a_connection_that_stays_closed_is_tried_with_growing_pauses() {
    let mut on = device();
    let mut tab = open(&mut on);
    settle(&mut tab, &mut on);
    hear(&mut tab, &mut on, Event::ConnectionLost);
    add(&mut tab, &mut on, "a").expect("the fast store has it");
    for tries in 1..5 {
        assert!(matches!(tab.requests.pop_front(), Some(Request::Open)));
        hear(&mut tab, &mut on, Event::Opened(Err(Failure::Aborted)));
        assert!(tab.requests.is_empty(), "it waits");
        assert_eq!(tab.store.safety(), Safety::ConnectionLost);
        assert!(tab.wakes.contains(&Wake::Reopen(tries)));
        hear(&mut tab, &mut on, Event::Woken(Wake::Reopen(tries)));
    }
    settle(&mut tab, &mut on);
    assert_eq!(tab.store.safety(), Safety::Saved);
    let pauses: Vec<u32> = (0..9).map(pause).collect();
    assert_eq!(
        pauses,
        [
            0, 1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 64_000, 64_000
        ]
    );
}

#[test]
fn erased_is_told_when_both_stores_are() {
    let mut on = device();
    let mut tab = open(&mut on);
    add(&mut tab, &mut on, "a").expect("it is stored");
    settle(&mut tab, &mut on);
    told(&mut tab);
    let outcome = tab.with(&mut on, 1, |store, cx| store.erase(cx));
    assert_eq!(outcome, Outcome::Saved);
    assert!(told(&mut tab).is_empty(), "the durable store has it still");
    assert!(on.durable.text(&key("a")).is_some());
    settle(&mut tab, &mut on);
    assert_eq!(told(&mut tab), [Told::Erased]);
    assert_eq!(on.durable.text(&key("a")), None);
}

/// Not even the mark that it was erased fits in: nothing of ours is there all the same.
#[test]
fn a_fast_store_that_takes_nothing_is_erased_where_nothing_is_in_it() {
    let mut on = device();
    on.log.room = Some(0);
    let mut tab = open(&mut on);
    add(&mut tab, &mut on, "a").expect("the durable store keeps it");
    settle(&mut tab, &mut on);
    assert!(on.durable.text(&key("a")).is_some());
    told(&mut tab);
    let _ = tab.with(&mut on, 1, |store, cx| store.erase(cx));
    settle(&mut tab, &mut on);
    assert_eq!(told(&mut tab), [Told::Erased]);
    assert_eq!(on.durable.text(&key("a")), None);
}

#[test]
fn an_erase_that_one_store_refuses_is_told_and_goes_on_later() {
    let mut on = device();
    let mut tab = open(&mut on);
    add(&mut tab, &mut on, "a").expect("it is stored");
    settle(&mut tab, &mut on);
    let _ = tab.with(&mut on, 1, |store, cx| store.erase(cx));
    let Some(Request::Transact(number, _)) = tab.requests.pop_front() else {
        panic!("no transaction");
    };
    told(&mut tab);
    let failed = Event::Answered(number, Err(Failure::Aborted));
    hear(&mut tab, &mut on, failed);
    let not_erased = Told::NotErased {
        fast: false,
        durable: true,
    };
    assert_eq!(told(&mut tab), [not_erased]);
    hear(&mut tab, &mut on, Event::Woken(Wake::Retry(1)));
    settle(&mut tab, &mut on);
    assert_eq!(told(&mut tab), [Told::Erased]);
    assert_eq!(on.durable.text(&key("a")), None);
}

#[test]
fn a_copy_made_before_the_mark_of_an_erase_found_room_is_erased_too() {
    let mut on = device();
    on.log.room = Some(0);
    let mut tab = open(&mut on);
    add(&mut tab, &mut on, "a").expect("the durable store keeps it");
    settle(&mut tab, &mut on);
    let _ = tab.with(&mut on, 1, |store, cx| store.erase(cx));
    // Before the durable store is erased, a tab that has not heard of it copies the record, for which there is
    // room by now.
    on.log.room = None;
    let mut other = open(&mut on);
    settle(&mut other, &mut on);
    assert!(on.log.map().contains_key(&key("a")));
    tab.view.sync(&on.log, usize::MAX);
    settle(&mut tab, &mut on);
    assert!(!on.log.map().contains_key(&key("a")));
    assert_eq!(on.durable.text(&key("a")), None);
}

/// A damaged text in one store, a good one in the other: whichever it is.
#[test]
fn an_unreadable_record_in_either_store_stays_and_costs_no_other() {
    for in_fast in [true, false] {
        let mut on = device();
        let mut tab = open(&mut on);
        add(&mut tab, &mut on, "a").expect("it is stored");
        add(&mut tab, &mut on, "b").expect("it is stored");
        settle(&mut tab, &mut on);
        let bad = "{\"v\":2}".to_string();
        if in_fast {
            on.log.entries.push((key("a"), Some(bad.clone())));
        } else {
            let damaged = DurableValue::Text(bad.clone());
            on.durable.map.insert(key("a"), damaged);
        }
        let mut next = open(&mut on);
        settle(&mut next, &mut on);
        let end = Act::episode(&id("a"), |episode| episode.ease(moment(1_790_000_500)));
        let outcome = next.with(&mut on, 1, |store, cx| store.act(end, cx).map(drop));
        settle(&mut next, &mut on);
        if in_fast {
            assert_eq!(outcome, Err(Refusal::Unreadable));
            assert!(told(&mut next).contains(&Told::Refused(Refusal::Unreadable)));
        } else {
            // The good copy can be altered, and it is not said that the durable store has it.
            assert_eq!(outcome, Ok(()));
            assert_eq!(next.store.safety(), Safety::NoDurable);
        }
        let (fast, durable) = (on.log.map(), on.durable.text(&key("a")).cloned());
        assert_eq!(fast.get(&key("a")) == Some(&bad), in_fast);
        assert_eq!(durable == Some(bad.clone()), !in_fast);
        let diary = next.store.diary();
        assert_eq!(diary.unreadable_text(&key("a")), Some(bad.as_str()));
        assert!(diary.record(&key("b")).is_some(), "the other one is there");
        let other = Act::episode(&id("b"), |episode| episode.ease(moment(1_790_000_500)));
        let done = next.with(&mut on, 1, |store, cx| store.act(other, cx).map(drop));
        assert_eq!(done, Ok(()));
    }
}

/// A transaction that was on its way when the text became unreadable does not write over it.
#[test]
fn an_answer_that_comes_late_does_not_heal_over_an_unreadable_record() {
    let mut on = device();
    let mut tab = open(&mut on);
    settle(&mut tab, &mut on);
    add(&mut tab, &mut on, "a").expect("it is stored");
    on.log
        .entries
        .push((key("a"), Some("{\"v\":2}".to_string())));
    tab.view.sync(&on.log, usize::MAX);
    settle(&mut tab, &mut on);
    assert_eq!(on.log.map()[&key("a")], "{\"v\":2}");
}

#[test]
fn changes_that_an_erase_elsewhere_drops_are_told_and_can_be_kept() {
    let mut on = device();
    let mut tab = open(&mut on);
    settle(&mut tab, &mut on);
    add(&mut tab, &mut on, "a").expect("it is stored");
    // Only the durable store knows that everything was erased.
    let erased = DurableValue::Text("1".to_string());
    on.durable.map.insert(EPOCH.to_string(), erased);
    settle(&mut tab, &mut on);
    let dropped = told(&mut tab).into_iter().find_map(|told| match told {
        Told::Dropped(dropped) => Some(dropped),
        _ => None,
    });
    let dropped = dropped.expect("it is told");
    assert_eq!(dropped.len(), 1);
    assert_eq!(on.log.map().get(&key("a")), None);
    tab.with(&mut on, 1, |store, cx| store.keep_dropped(dropped, cx));
    settle(&mut tab, &mut on);
    assert!(on.durable.text(&key("a")).is_some());
    assert_eq!(tab.store.safety(), Safety::Saved);
}

#[test]
fn a_backup_waits_for_the_records_that_only_the_durable_store_has() {
    let mut on = device();
    let mut tab = open(&mut on);
    add(&mut tab, &mut on, "a").expect("it is stored");
    settle(&mut tab, &mut on);
    // The browser has lost the fast store.
    on.log.entries.clear();
    let mut next = open(&mut on);
    assert!(!next.store.is_backup_complete());
    settle(&mut next, &mut on);
    assert!(next.store.is_backup_complete());
    assert!(next.store.diary().record(&key("a")).is_some());
    assert_eq!(told(&mut next), [Told::FoundAgain(1)]);
}

/// The episode in the trash, and whether it still has its content after a visit at each of these times.
fn kept_after_visits(visits: &[i64]) -> Vec<bool> {
    let mut on = device();
    let start = on.clock;
    let mut tab = open(&mut on);
    add(&mut tab, &mut on, "a").expect("it is stored");
    let at = moment(on.clock);
    let delete = Act::episode(&id("a"), |episode| episode.deleted = Some(at));
    tab.with(&mut on, 1, |store, cx| store.act(delete, cx).map(drop))
        .expect("it is deleted");
    settle(&mut tab, &mut on);
    let mut kept = Vec::new();
    for visit in visits {
        on.clock = start + visit * DAY;
        let mut tab = open(&mut on);
        settle(&mut tab, &mut on);
        let record = tab.store.diary().record(&key("a"));
        kept.push(matches!(record, Some(Record::Episode(_))));
    }
    kept
}

#[test]
fn a_clock_a_month_ahead_once_purges_nothing() {
    assert_eq!(kept_after_visits(&[31, 1, 2, 10]), [true; 4]);
}

#[test]
fn the_trash_is_purged_by_the_second_visit_after_thirty_days() {
    assert_eq!(kept_after_visits(&[29, 30, 31]), [true, true, false]);
}
