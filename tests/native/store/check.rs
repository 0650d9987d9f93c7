//! At the end of a run everything works again and comes to rest. Then this must hold.

use std::collections::BTreeMap;

use unknot::diary::stored::{self, Record};
use unknot::store::event::{Event, Safety};
use unknot::store::transaction::DurableValue;

use super::script::Random;
use super::world::World;

/// So many events are enough for any run to come to rest.
const AT_MOST: usize = 20_000;

/// Lets everything work, and everything that waits happen.
fn rest(world: &mut World, random: &mut Random) -> Result<(), String> {
    for device in &mut world.devices {
        device.log.fill(false);
        device.durable.is_full = false;
        device.durable.is_hung = false;
    }
    for _ in 0..AT_MOST {
        let mut is_busy = false;
        for n in 0..world.tabs.len() {
            let device = world.tabs[n].device;
            if world.tabs[n].view.is_behind(&world.devices[device].log) {
                world.sync(n, usize::MAX, true);
                is_busy = true;
            }
            let tab = &mut world.tabs[n];
            let event = if let Some(request) = tab.requests.pop_front() {
                let answers = world.carry_out(n, request);
                world.tabs[n].answers.extend(answers);
                is_busy = true;
                continue;
            } else if let Some(answer) = tab.answers.pop_front() {
                Some(answer)
            } else if !tab.changed.is_empty() {
                Some(Event::FastChanged(Some(tab.changed.remove(0))))
            } else if !tab.heard.is_empty() {
                Some(Event::Heard(tab.heard.remove(0)))
            } else if tab.turns > 0 {
                tab.turns -= 1;
                Some(Event::Continue)
            } else if !tab.wakes.is_empty() {
                Some(Event::Woken(tab.wakes.remove(0)))
            } else {
                None
            };
            if let Some(event) = event {
                is_busy = true;
                world.event(n, random, event);
            }
        }
        if !is_busy {
            return Ok(());
        }
    }
    Err("it does not come to rest".to_string())
}

/// What must hold at the end.
pub fn check(world: &mut World, random: &mut Random) -> Result<(), String> {
    world.tell(|| "everything works again".to_string());
    rest(world, random)?;
    // What a tab that was killed left in the fast store alone the next start finds.
    for device in 0..world.devices.len() {
        world.open(device, random);
    }
    rest(world, random)?;
    for n in 0..world.tabs.len() {
        world.event(n, random, Event::Shown);
    }
    rest(world, random)?;
    if let Some(broken) = world.broken.take() {
        return Err(broken);
    }
    for device in 0..world.devices.len() {
        is_same(world, device)?;
    }
    for n in 0..world.tokens.len() {
        is_kept(world, n)?;
    }
    for (device, token) in world.forbidden.clone() {
        is_absent(world, device, token)?;
    }
    for ((device, key), damage) in &world.damaged {
        let (device, fast) = (&world.devices[*device], &world.devices[*device].log.map());
        if damage.in_fast && fast.get(key) != Some(&damage.text)
            || damage.in_durable && device.durable.text(key) != Some(&damage.text)
        {
            return Err(format!("{key} could not be read, and was overwritten"));
        }
    }
    for (key, device, tab, is_acknowledged) in &world.gone {
        let text = world.devices[*device].durable.text(key);
        let record = text.and_then(|text| stored::decode(key, text).ok());
        let is_gone = matches!(record, Some(Record::Tombstone(_)));
        let is_damaged = world.damaged.contains_key(&(*device, key.clone()));
        if *is_acknowledged && !is_gone && !is_damaged {
            return Err(format!(
                "{key} was deleted for good in tab {tab}, and has no tombstone on device {device}"
            ));
        }
    }
    restore_each_other(world, random)
}

/// All tabs of a device show the same, and both stores hold it.
fn is_same(world: &World, device: usize) -> Result<(), String> {
    let fast = world.devices[device].log.map();
    let durable = &world.devices[device].durable;
    let is_damaged = |key: &str| world.damaged.contains_key(&(device, key.to_string()));
    let record = |key: &str| stored::is_record(key) && !is_damaged(key);
    let of_fast: BTreeMap<&str, &str> = fast
        .iter()
        .map(|(key, text)| (key.as_str(), text.as_str()))
        .filter(|(key, _)| record(key))
        .collect();
    let mut of_durable: BTreeMap<&str, &str> = BTreeMap::new();
    for (key, value) in &durable.map {
        if let DurableValue::Text(text) = value
            && record(key)
        {
            of_durable.insert(key, text);
        }
    }
    if let Some(key) = of_fast
        .keys()
        .chain(of_durable.keys())
        .find(|key| of_fast.get(*key) != of_durable.get(*key))
    {
        return Err(format!(
            "device {device}: of {key} the fast store has {:?}, the durable one {:?}",
            of_fast.get(key),
            of_durable.get(key)
        ));
    }
    for tab in world.tabs.iter().filter(|tab| tab.device == device) {
        let diary = tab.store.diary();
        for key in diary.keys() {
            if record(&key) && !of_durable.contains_key(key.as_str()) {
                return Err(format!(
                    "tab {} shows {key}, which is in no store",
                    tab.number
                ));
            }
        }
        for (key, text) in &of_durable {
            if diary.record(key) != stored::decode(key, text).ok().as_ref() {
                return Err(format!(
                    "tab {} shows another {key} than the stores have: {:?}, not {text}",
                    tab.number,
                    diary.record(key).map(stored::encode)
                ));
            }
        }
        // What stands beside a damaged record of the durable store is not called saved.
        let is_damaged = world.damaged.keys().any(|(on, _)| *on == device);
        let safety = tab.store.safety();
        let is_safe = matches!(safety, Safety::Saved | Safety::Quiet);
        if !(is_safe || is_damaged && safety == Safety::NoDurable) {
            return Err(format!("tab {}: {:?}", tab.number, tab.store.safety()));
        }
    }
    Ok(())
}

/// An acknowledged value is there, and so is one that a tab that lives shows.
fn is_kept(world: &World, n: usize) -> Result<(), String> {
    let token = &world.tokens[n];
    let lives = world.tabs.iter().any(|tab| tab.number == token.tab);
    let is_wanted = (token.is_acknowledged || lives) && !token.is_told && !token.may_be_gone;
    if !is_wanted
        || world
            .damaged
            .contains_key(&(token.device, token.key.clone()))
    {
        return Ok(());
    }
    let text = world.devices[token.device].durable.text(&token.key);
    let record = text.and_then(|text| stored::decode(&token.key, text).ok());
    match (text, record) {
        (Some(_), Some(Record::Tombstone(_))) if world.trashed.contains(&token.key) => Ok(()),
        (Some(_), Some(Record::Day(day)))
            if day
                .markers
                .iter()
                .filter(|marker| **marker == token.text)
                .count()
                > 1 =>
        {
            Err(format!("{} is there twice", token.text))
        }
        (Some(text), Some(_)) if text.contains(&token.text) => Ok(()),
        (text, _) => Err(format!(
            "{} of tab {} (acknowledged: {}) is lost: {} is {text:?}",
            token.text, token.tab, token.is_acknowledged, token.key
        )),
    }
}

fn is_absent(world: &World, device: usize, token: usize) -> Result<(), String> {
    let text = &world.tokens[token].text;
    let durable = &world.devices[device].durable;
    let is_in = |value: &DurableValue| matches!(value, DurableValue::Text(there) if there.contains(text.as_str()));
    let is_damaged = |key: &str| world.damaged.contains_key(&(device, key.to_string()));
    let found = durable.map.iter().find(|(_, value)| is_in(value));
    match found.filter(|(key, _)| !is_damaged(key)) {
        Some((key, _)) => Err(format!(
            "{text} was erased on device {device}, and is back in {key}"
        )),
        None => Ok(()),
    }
}

/// Devices that restored each other's files hold the same diary.
fn restore_each_other(world: &mut World, random: &mut Random) -> Result<(), String> {
    let files: Vec<_> = (0..world.devices.len()).map(|n| world.backup(n)).collect();
    for (from, file) in files.iter().enumerate() {
        for to in 0..files.len() {
            let tab = world.tabs.iter().position(|tab| tab.device == to);
            if let Some(tab) = tab.filter(|_| from != to) {
                world.restore_into(tab, file.clone(), random);
                rest(world, random)?;
            }
        }
    }
    let damaged: Vec<String> = world.damaged.keys().map(|(_, key)| key.clone()).collect();
    let diary = |device: usize| -> Vec<(String, Record)> {
        let mut records = Vec::new();
        for (key, text) in world.backup(device) {
            if let Ok(record) = stored::decode(&key, &text)
                && !damaged.contains(&key)
            {
                records.push((key, record));
            }
        }
        records
    };
    let first = diary(0);
    for device in 1..files.len() {
        let other = diary(device);
        if first != other {
            let at = first.iter().zip(&other).find(|(a, b)| a != b);
            return Err(format!(
                "devices 0 and {device} restored each other's files and differ: {at:?}"
            ));
        }
    }
    Ok(())
}
