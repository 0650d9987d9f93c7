//! Two forms of one record, and what they come to: the laws over any records, and what a person would
//! see of it.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;

use unknot::diary::checkup::Checkup;
use unknot::diary::day::{Day, Earlier, Work};
use unknot::diary::episode::{Episode, Relief, Treatment};
use unknot::diary::id::ItemId;
use unknot::diary::marks::{self, Kind};
use unknot::diary::merge::{Edit, change, merged, united};
use unknot::diary::place::Place;
use unknot::diary::radiation::Radiation;
use unknot::diary::stored::{Record, decode, encode};
use unknot::guide::answers::Answer;
use unknot::guide::movements::movement;

use super::any::{self, cases};
use super::{begun, checkup_id, ended, episode_id, minute, second, severity};

/// A few alterations of a record, as several tabs and devices make them to one: from few values, so that
/// two of them often alter the same.
fn altered(record: &Record, alterations: &[(u8, Index, u8)]) -> Record {
    let mut record = record.clone();
    for (what, which, n) in alterations {
        match &mut record {
            Record::Episode(episode) => alter(episode, *what, *which, *n),
            Record::Day(day) => match what % 6 {
                0 => day.pain = Some(severity(n % 11)),
                1 => day.say_trigger(["cold", "stress"][usize::from(n % 2)], Some(n % 3 > 0)),
                2 => day.notes = format!("line {}\nline {}", n % 2, n % 3),
                3 => marks::toggle(&mut day.markers, ["chair", "bed"][usize::from(n % 2)]),
                4 => day.notes = ["line 1", "new", ""][usize::from(n % 3)].to_string(),
                _ => day.revision += u32::from(n % 2),
            },
            Record::Gone(_, revision) => *revision += u32::from(n % 2),
            _ => record.revise(),
        }
        if *what == 11 && matches!(record, Record::Episode(_)) {
            let Record::Episode(episode) = &record else {
                continue;
            };
            record = Record::Gone(episode.id.clone(), episode.revision + 1);
        }
    }
    record
}

fn alter(episode: &mut Episode, what: u8, which: Index, n: u8) {
    let at = second(i64::from(n));
    // An id names one thing.
    let is_taken = |id: u32| {
        let id = ItemId::of(id);
        episode.readings.iter().any(|reading| reading.id == id) || episode.treatment(id).is_some()
    };
    if is_taken(u32::from(n % 4)) && what == 4 || is_taken(u32::from(100 + n % 4)) && what == 5 {
        return;
    }
    match what {
        0 => episode.notes = ["", "one", "two"][usize::from(n % 3)].to_string(),
        1 => episode.end = (!n.is_multiple_of(3)).then(|| at.max(episode.start)),
        2 => episode.toggle(Place::all().nth(usize::from(n % 15)).expect("fifteen")),
        3 => episode
            .marks
            .toggle(Kind::Trigger, ["cold", "stress"][usize::from(n % 2)]),
        4 => episode.rate(ItemId::of(u32::from(n % 4)), at, severity(n % 11)),
        5 => episode.toggle_treatment(ItemId::of(u32::from(100 + n % 4)), "heat", at),
        6 if !episode.readings.is_empty() => {
            episode.remove(episode.readings[which.index(episode.readings.len())].id);
        }
        7 if !episode.treatments.is_empty() => {
            let id = episode.treatments[which.index(episode.treatments.len())].id;
            episode.rate_treatment(id, Relief::new((n % 11) as i8).expect("0 to 10"), at);
        }
        8 => episode.deleted = n.is_multiple_of(2).then_some(at),
        9 => episode.revision += u32::from(n % 2),
        _ => {}
    }
}

/// Three forms of one record that have something in common.
fn three() -> impl Strategy<Value = [Record; 3]> {
    let alterations = || vec((0..12_u8, any::<Index>(), any::<u8>()), 0..5);
    (
        any::record_with("[a-d]"),
        [alterations(), alterations(), alterations()],
    )
        .prop_map(|(record, altering)| altering.map(|these| altered(&record, &these)))
}

/// Three forms that have nothing in common but their key.
fn strangers() -> impl Strategy<Value = [Record; 3]> {
    let episode = || any::episode_with("a").prop_map(Record::Episode);
    [episode(), episode(), episode()]
}

fn laws([a, b, c]: [Record; 3]) -> Result<(), TestCaseError> {
    let same = |one: &Record, other: &Record| {
        prop_assert_eq!(encode(one), encode(other));
        Ok(())
    };
    same(&merged(&a, &a), &a)?;
    same(&merged(&a, &b), &merged(&b, &a))?;
    same(&merged(&merged(&a, &b), &c), &merged(&a, &merged(&b, &c)))?;
    let both = merged(&a, &b);
    same(&merged(&both, &a), &both)?;
    same(&merged(&both, &b), &both)?;
    // What comes out can be stored and read again.
    prop_assert_eq!(decode(&both.key(), &encode(&both)), Ok(both.clone()));
    prop_assert_eq!(both.key(), a.key());
    prop_assert!(both.revision() >= a.revision().max(b.revision()));
    // As texts it is the same.
    let (one, other) = (encode(&a), encode(&b));
    prop_assert_eq!(united(&a.key(), &one, &other), Some(encode(&both)));
    Ok(())
}

proptest! {
    #![proptest_config(cases(2000))]

    #[test]
    fn in_any_order_and_any_number_of_times_it_is_the_same(forms in three()) {
        laws(forms)?;
    }

    #[test]
    fn so_it_is_of_forms_that_have_nothing_in_common(forms in strangers()) {
        laws(forms)?;
    }

    /// Nothing that was taken out is in, and nothing that one of them has and neither took out is lost.
    #[test]
    fn items_are_lost_only_where_they_were_taken_out([a, b, _] in three()) {
        let (Record::Episode(one), Record::Episode(other)) = (&a, &b) else { return Ok(()) };
        let Record::Episode(both) = merged(&a, &b) else { unreachable!() };
        let ids = |episode: &Episode| {
            let mut ids: Vec<ItemId> = episode.readings.iter().map(|reading| reading.id).collect();
            ids.extend(episode.treatments.iter().map(|treatment| treatment.id));
            ids
        };
        for id in ids(one).into_iter().chain(ids(other)) {
            let is_out = one.removed.contains(&id) || other.removed.contains(&id);
            prop_assert_eq!(ids(&both).contains(&id), !is_out);
        }
    }

    /// Two tabs alter one record; whichever is stored first, both alterations count, and what only one
    /// has altered is as it left it.
    #[test]
    fn of_two_alterations_both_count([base, mine, theirs] in three()) {
        let both = change(Some(&base), &mine, &theirs, minute(99));
        prop_assert_eq!(decode(&both.key(), &encode(&both)), Ok(both.clone()));
        if let (Record::Episode(base), Record::Episode(mine), Record::Episode(theirs), Record::Episode(both)) =
            (&base, &mine, &theirs, &both)
        {
            // One that missed what mine was made of has nothing to say of it.
            let is_late = theirs.revision < base.revision;
            let of = |is_same: bool| if is_same && !is_late { theirs } else { mine };
            prop_assert_eq!(&both.notes, &of(mine.notes == base.notes).notes);
            prop_assert_eq!(both.start, of(mine.start == base.start).start);
            for place in Place::all() {
                let is = |episode: &Episode| episode.places.contains(place);
                prop_assert_eq!(is(both), is(of(is(mine) == is(base))));
            }
        }
        if matches!(theirs, Record::Gone(..)) && base != theirs {
            prop_assert!(matches!(both, Record::Gone(..)));
        }
    }
}

fn episode(record: Record) -> Episode {
    match record {
        Record::Episode(episode) => episode,
        other => panic!("not an episode: {other:?}"),
    }
}

#[test]
fn what_was_deleted_for_good_wins_over_everything() {
    let gone = Record::Gone(episode_id("a"), 3);
    let mut late = begun("a", minute(0));
    late.revision = 40;
    let late = Record::Episode(late);
    assert_eq!(merged(&gone, &late), Record::Gone(episode_id("a"), 40));
    assert_eq!(merged(&late, &gone), Record::Gone(episode_id("a"), 40));
    // A tab that has not heard of it alters it once more.
    let mut altered = late.clone();
    altered.revise();
    let outcome = change(Some(&late), &altered, &gone, minute(1));
    assert!(matches!(outcome, Record::Gone(..)));
    // And its text is short.
    let text = encode(&Record::Gone(episode_id("a"), u32::MAX));
    assert!(text.len() <= 40, "{text}");
}

#[test]
fn what_did_not_win_is_kept_as_an_earlier_value() {
    let stored = |revision, notes: &str, end| {
        let mut episode = ended("a", minute(0), minute(end));
        (episode.revision, episode.notes) = (revision, notes.to_string());
        Record::Episode(episode)
    };
    let both = episode(merged(&stored(4, "mine", 10), &stored(3, "theirs", 20)));
    assert_eq!((both.notes.as_str(), both.end), ("mine", Some(minute(10))));
    let earlier: Vec<_> = both
        .amended
        .iter()
        .map(|one| (one.what.as_str(), one.was.as_str()))
        .collect();
    assert_eq!(
        earlier,
        [
            ("End (other copy)", "2026-11-22, 01:20"),
            ("Notes (other copy)", "theirs")
        ]
    );
    // What is known to be an earlier value is not told twice.
    let mut known = both.clone();
    known.amended = vec![unknot::diary::episode::Amended {
        what: "Notes".to_string(),
        was: "theirs".to_string(),
        at: minute(30),
    }];
    let known = episode(merged(&Record::Episode(known), &stored(3, "theirs", 10)));
    assert_eq!(known.amended.len(), 1);
}

#[test]
fn ticks_of_equals_unite_and_else_the_newer_ones_count() {
    let stored = |revision, places: [&str; 1]| {
        let mut episode = begun("a", minute(0));
        episode.revision = revision;
        episode.places = places.iter().filter_map(|id| Place::from_id(id)).collect();
        Record::Episode(episode)
    };
    let both = episode(merged(&stored(2, ["neck-left"]), &stored(2, ["low-right"])));
    assert_eq!(both.places.iter().count(), 2);
    // Unticked since: the older one does not tick it again.
    let both = episode(merged(&stored(3, ["neck-left"]), &stored(2, ["low-right"])));
    assert_eq!(
        both.places.iter().map(Place::id).collect::<Vec<_>>(),
        ["neck-left"]
    );
}

#[test]
fn two_tabs_alter_one_episode() {
    let base = begun("a", minute(0));
    let (mut mine, mut theirs) = (base.clone(), base.clone());
    mine.ease(minute(5));
    mine.rate(ItemId::of(1), minute(1), severity(7));
    theirs.notes = "from the other".to_string();
    theirs
        .treatments
        .push(Treatment::begun(ItemId::of(2), "heat", minute(2)));
    theirs.revision = 3;
    let [base, mine, theirs] = [base, mine, theirs].map(Record::Episode);
    let both = episode(change(Some(&base), &mine, &theirs, minute(9)));
    assert_eq!(both.end, Some(minute(5)));
    assert_eq!(both.notes, "from the other");
    assert_eq!((both.readings.len(), both.treatments.len()), (1, 1));
    assert_eq!(both.revision, 4);
    assert_eq!(both.amended, []);
}

/// One tab rates as fast as it can. It has heard of a place that another one noted, when the form of a third
/// one comes up in the first store: that one has not heard of the place, and was stored as often. What the tab
/// rates next is made of that form, and is no word against the place.
#[test]
fn what_another_tab_had_not_heard_of_is_not_taken_for_unticked() {
    let start = begun("a", minute(0));
    let key = Record::Episode(start.clone()).key();
    let text = |episode: &Episode| encode(&Record::Episode(episode.clone()));
    let read = |text: &str| episode(decode(&key, text).expect("readable"));
    let edit = |base: &Episode, mine: &Episode| Edit {
        key: key.clone(),
        base: Some(text(base)),
        mine: text(mine),
        at: minute(9),
    };
    let rated = |episode: &Episode, n: u32| {
        let mut rated = episode.clone();
        rated.rate(ItemId::of(n), minute(i64::from(5 * n)), severity(5));
        rated.revision += 1;
        rated
    };
    let neck = Place::from_id("neck-left").expect("a place");
    let mut heard = start.clone();
    heard.places.toggle(neck);
    heard.revision = 19;
    let mut waiting = edit(&heard, &rated(&heard, 1));
    let mut third = start.clone();
    third.end = Some(minute(60));
    third.revision = 20;
    let seen = read(&waiting.settled(Some(&text(&third))).expect("readable"));
    waiting.then(edit(&seen, &rated(&seen, 2)));
    let stored = read(&waiting.settled(Some(&text(&heard))).expect("readable"));
    assert!(stored.places.contains(neck), "{stored:?}");
    assert_eq!(stored.readings.len(), 2);
    // And once the third one has come in, that counts too.
    let stored = read(
        &edit(&start, &third)
            .settled(Some(&text(&stored)))
            .expect("readable"),
    );
    assert!(stored.places.contains(neck));
    assert_eq!(stored.end, third.end);
}

#[test]
fn the_same_thing_altered_twice_keeps_the_other() {
    let [mut mine, mut theirs] = [(); 2].map(|()| begun("a", minute(0)));
    let base = Record::Episode(mine.clone());
    mine.notes = "mine".to_string();
    theirs.notes = "theirs".to_string();
    let both = episode(change(
        Some(&base),
        &Record::Episode(mine),
        &Record::Episode(theirs),
        minute(9),
    ));
    assert_eq!(both.notes, "mine");
    assert_eq!(
        (both.amended[0].what.as_str(), both.amended[0].was.as_str()),
        ("Notes", "theirs")
    );
}

#[test]
fn days_and_checkups_keep_what_each_said() {
    let date = minute(0).date_naive();
    let (mut one, mut other) = (Day::empty(date), Day::empty(date));
    one.pain = Some(severity(4));
    other.notes = "slept badly".to_string();
    other.say_trigger("stress", Some(true));
    let base = Record::Day(Day::empty(date));
    let [one, other] = [one, other].map(Record::Day);
    for both in [
        merged(&one, &other),
        change(Some(&base), &one, &other, minute(9)),
    ] {
        let Record::Day(both) = both else {
            panic!("not a day")
        };
        assert_eq!(
            (both.pain, both.notes.as_str()),
            (Some(severity(4)), "slept badly")
        );
        assert_eq!(both.triggers, ["stress"]);
    }

    let base = Checkup::begun(checkup_id("c"), minute(0), None);
    let (mut one, mut other) = (base.clone(), base.clone());
    one.answer("danger", Answer::of(&["none"]), minute(1));
    other.answer("age", Answer::Number(40), minute(1));
    let [base, one, other] = [base, one, other].map(Record::Checkup);
    let Record::Checkup(both) = change(Some(&base), &one, &other, minute(2)) else {
        panic!("not a check-up")
    };
    assert_eq!(both.answers.iter().count(), 2);
}

fn day(record: Record) -> Day {
    match record {
        Record::Day(day) => day,
        other => panic!("not a day: {other:?}"),
    }
}

fn earlier(day: &Day) -> Vec<String> {
    let line = |one: &Earlier| format!("{}: {}", one.what, one.was);
    day.earlier.iter().map(line).collect()
}

#[test]
fn of_two_copies_of_a_day_what_the_older_one_said_is_kept() {
    let date = minute(0).date_naive();
    let (mut newer, mut older) = (Day::empty(date), Day::empty(date));
    (newer.revision, older.revision) = (9, 4);
    newer.pain = Some(severity(5));
    newer.notes = "Stiff until noon".to_string();
    newer.scales[2] = Some(7);
    newer.say_trigger("cold", Some(true));
    older.no_spasm = true;
    older.pain = Some(severity(3));
    older.notes = "Slept on the sofa\nand it showed".to_string();
    older.scales = [Some(2), None, Some(7)];
    older.work = Some(Work::Some);
    older.peg = Some([1, 0, 10]);
    older.roland_morris = Some(0b1001);
    older.say_trigger("cold", Some(false));
    older.say_trigger("stress", Some(true));
    older.markers.push("new chair".to_string());
    older.sessions.push("walk".to_string());
    let both = day(merged(
        &Record::Day(older.clone()),
        &Record::Day(newer.clone()),
    ));
    let walk = movement("walk").expect("it is there").name;
    assert_eq!(
        earlier(&both),
        [
            &format!("Done: {walk}"),
            "Night: 2",
            "No spasm this day: ticked",
            "Not there: Cold",
            "Notes: Slept on the sofa\nand it showed",
            "PEG: 1, 0, 10",
            "Pain: 3",
            "Roland-Morris, sentences: 1, 4",
            "There: Stress",
            "What happened: new chair",
            "Work done: Some of it",
        ]
    );
    let is = Day {
        earlier: Vec::new(),
        ..both.clone()
    };
    assert_eq!(is, newer);
    // An app of before reads what it can: only a day with such values is of the new form.
    assert!(encode(&Record::Day(newer.clone())).starts_with("[1,"));
    assert!(encode(&Record::Day(both.clone())).starts_with("[2,"));

    // A note is stored with each letter: its beginning is no other note.
    let mut begun = newer.clone();
    (begun.revision, begun.notes) = (8, "Stiff un".to_string());
    let same = day(merged(&Record::Day(begun), &Record::Day(newer.clone())));
    assert_eq!(earlier(&same), [""; 0]);

    // What comes to be said again is no earlier value any more.
    let mut again = both.clone();
    again.pain = Some(severity(3));
    again.revision = 20;
    let again = day(merged(&Record::Day(both), &Record::Day(again)));
    assert!(!earlier(&again).contains(&"Pain: 3".to_string()));
    assert!(earlier(&again).contains(&"Pain: 5".to_string()));
}

#[test]
fn of_what_two_tabs_alter_of_a_day_the_other_is_kept() {
    let date = minute(0).date_naive();
    let stored = |pain, marker: &str| {
        let mut day = Day::empty(date);
        (day.revision, day.pain) = (3, Some(severity(pain)));
        day.markers.push(marker.to_string());
        Record::Day(day)
    };
    let (base, mine, theirs) = (stored(1, "bed"), stored(2, "bed"), stored(3, "chair"));
    let both = day(change(Some(&base), &mine, &theirs, minute(9)));
    assert_eq!(both.pain, Some(severity(2)));
    assert_eq!(both.markers, ["chair"]);
    assert_eq!(earlier(&both), ["Pain: 3"]);
}

#[test]
fn a_trigger_is_there_or_it_is_not() {
    let base = Day::empty(minute(0).date_naive());
    let said = |was_there: bool| {
        let mut day = base.clone();
        day.say_trigger("cold", Some(was_there));
        day
    };
    for mine in [true, false] {
        let [base, mine, theirs] = [base.clone(), said(mine), said(!mine)].map(Record::Day);
        let both = day(change(Some(&base), &mine, &theirs, minute(9)));
        let mine = day(mine);
        assert_eq!(
            (&both.triggers, &both.absent),
            (&mine.triggers, &mine.absent)
        );
        assert_eq!(earlier(&both).len(), 1, "{:?}", both.earlier);
    }
}

#[test]
fn ticks_of_an_older_copy_are_kept_as_earlier_values() {
    let stored = |revision, places: &[&str], trigger: &str| {
        let mut episode = begun("a", minute(0));
        episode.revision = revision;
        episode.places = places.iter().filter_map(|id| Place::from_id(id)).collect();
        episode.radiation = Radiation::from_bits(1 << revision).expect("14 bits");
        episode.marks.toggle(Kind::Trigger, trigger);
        Record::Episode(episode)
    };
    let newer = stored(3, &["neck-left", "low-left"], "cold");
    let older = stored(2, &["low-left", "low-right"], "wet laundry");
    let both = episode(merged(&newer, &older));
    let earlier: Vec<_> = both
        .amended
        .iter()
        .map(|one| format!("{}: {}", one.what, one.was))
        .collect();
    assert_eq!(
        earlier,
        [
            "What set it off? (other copy): wet laundry",
            "Where (other copy): Lower back, right",
            "Where it spread to (other copy): Thigh, left",
        ]
    );
}

#[test]
fn what_cannot_be_read_stays_as_it_is() {
    let text = encode(&Record::Episode(begun("a", minute(0))));
    let key = "unknot/episode/a";
    for other in ["", "{", "[9,1,2]", "{\"v\":99}"] {
        assert_eq!(united(key, &text, other), None, "{other}");
        assert_eq!(united(key, other, &text), None, "{other}");
        assert_eq!(united(key, other, other).as_deref(), Some(other));
    }
}
