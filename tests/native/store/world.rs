//! The world of a run: devices, tabs, everything that was said, and what a step does.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use unknot::diary::day::Day;
use unknot::diary::episode::{Episode, Recorded, Severity};
use unknot::diary::facts::SLIP;
use unknot::diary::id::{EpisodeId, ItemId};
use unknot::diary::stored::{self, Record};
use unknot::store::act::Act;
use unknot::store::event::{Event, Failure, Outcome, Refusal, Safety, Told};
use unknot::store::keys::EPOCH;
use unknot::store::planted::Planted;
use unknot::store::transaction::DurableValue;

use super::device::Device;
use super::script::{Kind, Random, Step};
use super::tab::{Request, Tab, moment};

/// Something that was said in a tab: a text that occurs nowhere else.
#[derive(Debug, Clone)]
pub struct Token {
    pub text: String,
    pub key: String,
    pub device: usize,
    pub tab: usize,
    /// "Saved" stood there after it.
    pub is_acknowledged: bool,
    /// It was said that it was not kept.
    pub is_told: bool,
    /// How often everything had been erased, as far as the tab knew.
    pub epoch: u32,
    /// Everything was erased since, or it was said by one who did not know of that.
    pub may_be_gone: bool,
}

/// A text that cannot be read, and where it stands.
#[derive(Debug, Clone)]
pub struct Damage {
    pub text: String,
    pub in_fast: bool,
    pub in_durable: bool,
}

pub struct World {
    pub devices: Vec<Device>,
    pub tabs: Vec<Tab>,
    pub planted: Option<Planted>,
    pub tokens: Vec<Token>,
    /// Texts that must not be on a device: all was erased there since.
    pub forbidden: BTreeSet<(usize, usize)>,
    /// The same, once "Everything is erased" is said by the tab.
    candidates: Vec<(usize, usize, BTreeSet<usize>)>,
    /// What came by a restore, or was kept although it was erased: how often everything had been erased.
    restored: BTreeMap<(usize, usize), u32>,
    /// Keys that were damaged, or written by a newer version, with the text that has to stay.
    pub damaged: BTreeMap<(usize, String), Damage>,
    /// Episodes that were deleted for good, and by whom.
    pub gone: Vec<(String, usize, usize, bool)>,
    /// Episodes that were in the trash once.
    pub trashed: BTreeSet<String>,
    /// How often the devices were erased, as far as any store knows.
    epochs: Vec<u32>,
    tabs_opened: usize,
    pub story: Option<Vec<String>>,
    /// So long a step takes. Longer than a slip, which is corrected and not kept; `UNKNOT_SECONDS` says otherwise.
    seconds: i64,
    /// A rule that was broken on the way.
    pub broken: Option<String>,
}

impl World {
    pub fn new(devices: usize, planted: Option<Planted>, with_story: bool) -> World {
        World {
            devices: (0..devices)
                .map(|n| Device {
                    clock: 1_790_000_000 + n as i64 * 100,
                    ..Device::default()
                })
                .collect(),
            tabs: Vec::new(),
            planted,
            tokens: Vec::new(),
            forbidden: BTreeSet::new(),
            candidates: Vec::new(),
            restored: BTreeMap::new(),
            damaged: BTreeMap::new(),
            gone: Vec::new(),
            trashed: BTreeSet::new(),
            epochs: vec![0; devices],
            tabs_opened: 0,
            story: with_story.then(Vec::new),
            seconds: seconds(),
            broken: None,
        }
    }

    pub fn tell(&mut self, words: impl FnOnce() -> String) {
        if let Some(story) = &mut self.story {
            story.push(words());
        }
    }

    fn pick(&self, random: &mut Random) -> Option<usize> {
        (!self.tabs.is_empty()).then(|| random.below(self.tabs.len()))
    }

    pub fn step(&mut self, step: Step) {
        let mut random = Random(step.random);
        match step.kind {
            Kind::Act => self.act(&mut random),
            Kind::Go => {
                for _ in 0..=random.below(5) {
                    self.go(&mut random);
                }
            }
            Kind::Sync => {
                if let Some(n) = self.pick(&mut random) {
                    let most = 1 + random.below(6);
                    let is_told = !random.one_in(4);
                    self.sync(n, most, is_told);
                }
            }
            Kind::OpenTab => {
                if self.tabs.len() < 5 {
                    let device = random.below(self.devices.len());
                    self.open(device, &mut random);
                }
            }
            Kind::KillTab => {
                if let Some(n) = self.pick(&mut random) {
                    self.kill(n, random.one_in(2));
                }
            }
            Kind::KillDevice => self.kill_device(&mut random),
            Kind::Full => {
                let d = random.below(self.devices.len());
                let is_full = random.one_in(2);
                let device = &mut self.devices[d];
                let name = if random.one_in(2) {
                    device.log.fill(is_full);
                    "fast"
                } else {
                    device.durable.is_full = is_full;
                    "durable"
                };
                self.tell(|| format!("device {d}: the {name} store is full: {is_full}"));
            }
            Kind::Hang => {
                let d = random.below(self.devices.len());
                let is_hung = random.one_in(2);
                self.devices[d].durable.is_hung = is_hung;
                self.tell(|| format!("device {d}: the durable store hangs: {is_hung}"));
            }
            Kind::CloseConnection => {
                if let Some(n) = self.pick(&mut random) {
                    self.tabs[n].lose_connection();
                    let number = self.tabs[n].number;
                    self.tell(|| format!("tab {number}: the connection is closed"));
                }
            }
            Kind::LoseDatabase => self.lose_database(&mut random),
            Kind::Damage => self.damage(&mut random, false),
            Kind::Newer => self.damage(&mut random, true),
            Kind::Clock => {
                let d = random.below(self.devices.len());
                let day = 86_400;
                let by = [day, -day, 31 * day, -31 * day, 40][random.below(5)];
                self.devices[d].clock += by;
                self.tell(|| format!("device {d}: the clock jumps by {by} s"));
            }
            Kind::Erase => self.erase(&mut random),
            Kind::Restore => self.restore(&mut random),
            Kind::UndoRestore => {
                if let Some(n) = self.pick(&mut random) {
                    let number = self.tabs[n].number;
                    self.tell(|| format!("tab {number}: takes the last restore back"));
                    self.with(n, &mut random, |store, cx| store.undo_import(cx));
                }
            }
            Kind::UndoAct => {
                if let Some(n) = self.pick(&mut random)
                    && let Some((act, token)) = self.tabs[n].acts.pop()
                {
                    let is_undone = self.with(n, &mut random, |store, cx| store.undo(act, cx));
                    // Taken back within moments it was a slip, which is not kept as an earlier value.
                    self.tokens[token].may_be_gone |= is_undone.is_ok();
                    let number = self.tabs[n].number;
                    self.tell(|| format!("tab {number}: undoes its last act: {is_undone:?}"));
                }
            }
            Kind::Show => {
                if let Some(n) = self.pick(&mut random) {
                    self.event(n, &mut random, Event::Shown);
                }
            }
            Kind::KeepDropped => {
                if let Some(n) = self.pick(&mut random) {
                    let dropped = std::mem::take(&mut self.tabs[n].dropped);
                    if dropped.is_empty() {
                        return;
                    }
                    let number = self.tabs[n].number;
                    self.tell(|| format!("tab {number}: keeps what was dropped: {dropped:?}"));
                    self.lift(n, &dropped);
                    self.with(n, &mut random, |store, cx| store.keep_dropped(dropped, cx));
                }
            }
        }
        for device in &mut self.devices {
            device.clock += self.seconds;
        }
    }

    /// What these texts hold may be there.
    fn lift(&mut self, tab: usize, texts: &[(String, String)]) {
        let (device, epoch) = (self.tabs[tab].device, self.tabs[tab].store.epoch());
        for (n, token) in self.tokens.iter().enumerate() {
            if texts.iter().any(|(_, text)| text.contains(&token.text)) {
                self.forbidden.remove(&(device, n));
                self.restored.insert((device, n), epoch);
                for (_, on, candidates) in &mut self.candidates {
                    if *on == device {
                        candidates.remove(&n);
                    }
                }
            }
        }
    }

    pub fn with<T>(
        &mut self,
        n: usize,
        random: &mut Random,
        act: impl FnOnce(&mut unknot::store::Store, &mut unknot::store::fast::Context) -> T,
    ) -> T {
        self.see_erase(n);
        let device = self.tabs[n].device;
        let number = random.next() as u32;
        let done = self.tabs[n].with(&mut self.devices[device], number, act);
        self.after(n);
        done
    }

    pub fn event(&mut self, n: usize, random: &mut Random, event: Event) {
        let number = self.tabs[n].number;
        self.tell(|| format!("tab {number}: {event:?}"));
        self.with(n, random, |store, cx| store.hear_event(event, cx));
    }

    /// After each call: what is told, what is acknowledged, and what other tabs hear.
    fn after(&mut self, n: usize) {
        let tab = &mut self.tabs[n];
        let (number, device) = (tab.number, tab.device);
        let posts = std::mem::take(&mut tab.posts);
        let told = std::mem::take(&mut tab.told);
        let safety = tab.store.safety();
        for message in posts {
            for (other, tab) in self.tabs.iter_mut().enumerate() {
                if other != n && tab.device == device {
                    tab.heard.push(message.clone());
                }
            }
        }
        for told in told {
            self.tell(|| format!("tab {number} is told: {told:?}"));
            match told {
                Told::Erased => {
                    for (by, on, candidates) in &self.candidates {
                        if *by == number {
                            self.forbidden
                                .extend(candidates.iter().map(|token| (*on, *token)));
                        }
                    }
                    self.candidates.retain(|(by, ..)| *by != number);
                }
                Told::Dropped(texts) => {
                    for token in &mut self.tokens {
                        let is_in = texts.iter().any(|(_, text)| text.contains(&token.text));
                        token.is_told |= is_in && token.tab == number;
                    }
                    self.tabs[n].dropped = texts;
                }
                Told::NotKept(_) | Told::Refused(Refusal::Unreadable) => {
                    for token in &mut self.tokens {
                        token.is_told |= token.tab == number && !token.is_acknowledged;
                    }
                }
                _ => {}
            }
        }
        if safety == Safety::Saved {
            for token in &mut self.tokens {
                token.is_acknowledged |= token.tab == number && !token.is_told;
            }
            for gone in &mut self.gone {
                gone.3 |= gone.2 == number;
            }
        }
    }

    pub fn open(&mut self, device: usize, random: &mut Random) {
        let number = self.tabs_opened;
        self.tabs_opened += 1;
        self.tell(|| format!("tab {number} is opened on device {device}"));
        let seed = random.next() as u32;
        let on = &mut self.devices[device];
        self.tabs
            .push(Tab::open(number, device, on, self.planted, seed));
        self.after(self.tabs.len() - 1);
    }

    fn kill(&mut self, n: usize, completes: bool) {
        let mut tab = self.tabs.remove(n);
        let number = tab.number;
        self.tell(|| format!("tab {number} is killed; its transactions complete: {completes}"));
        if completes && tab.is_connected {
            for request in tab.requests.drain(..) {
                if let Request::Transact(_, transaction) = request {
                    let _ = self.devices[tab.device].durable.run(*transaction);
                }
            }
            self.note_epoch(tab.device);
        }
        self.candidates.retain(|(by, ..)| *by != number);
    }

    fn kill_device(&mut self, random: &mut Random) {
        let d = random.below(self.devices.len());
        while let Some(n) = self.tabs.iter().position(|tab| tab.device == d) {
            self.kill(n, false);
        }
        let log = &mut self.devices[d].log;
        let kept = log.flushed + random.below(log.entries.len() - log.flushed + 1);
        let lost = log.entries.len() - kept;
        log.entries.truncate(kept);
        log.flushed = kept;
        self.tell(|| format!("device {d} dies; {lost} writes of the fast store are lost"));
    }

    /// Transactions, events, timers: one thing that waits happens.
    pub fn go(&mut self, random: &mut Random) {
        let Some(n) = self.pick(random) else { return };
        let tab = &mut self.tabs[n];
        match random.below(6) {
            0 | 1 => self.durable(n, random),
            2 => {
                if let Some(answer) = tab.answers.pop_front() {
                    self.event(n, random, answer);
                }
            }
            3 => {
                if tab.turns > 0 {
                    tab.turns -= 1;
                    self.event(n, random, Event::Continue);
                }
            }
            4 => match random.below(3) {
                0 if !tab.wakes.is_empty() => {
                    let wake = tab.wakes.remove(random.below(tab.wakes.len()));
                    self.event(n, random, Event::Woken(wake));
                }
                1 if !tab.changed.is_empty() => {
                    let key = tab.changed.remove(random.below(tab.changed.len()));
                    self.event(n, random, Event::FastChanged(Some(key)));
                }
                _ => {
                    let device = tab.device;
                    let log = &mut self.devices[device].log;
                    log.flushed = log.flushed.max(random.below(log.entries.len() + 1));
                }
            },
            _ => {
                if !tab.heard.is_empty() {
                    let message = tab.heard.remove(random.below(tab.heard.len()));
                    if random.one_in(6) {
                        let number = tab.number;
                        self.tell(|| format!("tab {number}: {message:?} is dropped"));
                    } else {
                        self.event(n, random, Event::Heard(message));
                    }
                }
            }
        }
    }

    /// The durable store comes to the next request of a tab.
    fn durable(&mut self, n: usize, random: &mut Random) {
        let fate = random.below(24);
        let (device, number) = (self.tabs[n].device, self.tabs[n].number);
        if self.devices[device].durable.is_hung {
            return;
        }
        let Some(request) = self.tabs[n].requests.pop_front() else {
            return;
        };
        let is_open = matches!(request, Request::Open);
        match fate {
            0 | 1 => {
                self.tell(|| format!("tab {number}: {} is aborted", name(&request)));
                let answer = failed(request, Failure::Aborted);
                self.tabs[n].answers.push_back(answer);
            }
            2 if !is_open => {
                self.tell(|| {
                    format!(
                        "tab {number}: the connection is lost before {}",
                        name(&request)
                    )
                });
                self.tabs[n].lose_connection();
            }
            3 if !is_open => {
                self.tell(|| {
                    format!(
                        "tab {number}: the connection is lost after {}",
                        name(&request)
                    )
                });
                let _ = self.carry_out(n, request);
                self.tabs[n].lose_connection();
            }
            _ => {
                self.tell(|| format!("tab {number}: {} is carried out", name(&request)));
                let answers = self.carry_out(n, request);
                self.tabs[n].answers.extend(answers);
            }
        }
    }

    pub fn carry_out(&mut self, n: usize, request: Request) -> Vec<Event> {
        let device = self.tabs[n].device;
        let durable = &mut self.devices[device].durable;
        let answers = match request {
            Request::Open => {
                self.tabs[n].is_connected = true;
                vec![Event::Opened(Ok(()))]
            }
            Request::Read(id) => {
                let slices = durable.slices().into_iter();
                let mut answers: Vec<Event> = slices.map(|slice| Event::Slice(id, slice)).collect();
                answers.push(Event::ReadDone(id, Ok(())));
                answers
            }
            Request::Transact(id, transaction) => {
                vec![Event::Answered(id, durable.run(*transaction))]
            }
        };
        self.note_epoch(device);
        answers
    }

    /// What was acknowledged before a store was emptied is gone rightly.
    fn note_epoch(&mut self, device: usize) {
        let epoch = self.devices[device].durable.number(EPOCH);
        if epoch > self.epochs[device] {
            self.epochs[device] = epoch;
        }
    }

    pub fn sync(&mut self, n: usize, most: usize, is_told: bool) {
        let tab = &mut self.tabs[n];
        let changed = tab.view.sync(&self.devices[tab.device].log, most);
        if is_told {
            tab.changed.extend(changed);
        }
    }

    fn lose_database(&mut self, random: &mut Random) {
        let d = random.below(self.devices.len());
        self.tell(|| format!("device {d}: the database is lost"));
        let device = &mut self.devices[d];
        device.durable.map.clear();
        device.log.flushed = device.log.entries.len();
        let map = device.log.map();
        for token in &mut self.tokens {
            let is_there = map
                .get(&token.key)
                .is_some_and(|text| text.contains(&token.text));
            if token.device == d && !is_there {
                // No copy is left: no app could keep it.
                token.may_be_gone = true;
            }
        }
        for ((on, _), damage) in &mut self.damaged {
            damage.in_durable &= *on != d;
        }
        for gone in &mut self.gone {
            let text = map.get(&gone.0);
            let is_there = text.is_some_and(|text| {
                matches!(stored::decode(&gone.0, text), Ok(Record::Tombstone(_)))
            });
            gone.3 &= gone.1 != d || is_there;
        }
        // Nor is it known any more that it was erased, where only the database knew.
        let epoch = map.get(EPOCH);
        if epoch.is_none_or(|epoch| epoch.parse() != Ok(self.epochs[d])) {
            self.forbidden.retain(|(on, _)| *on != d);
            for token in &mut self.tokens {
                token.may_be_gone |= token.device == d;
            }
        }
        for tab in &mut self.tabs {
            if tab.device == d {
                tab.lose_connection();
            }
        }
    }

    fn damage(&mut self, random: &mut Random, is_newer: bool) {
        let d = random.below(self.devices.len());
        let device = &mut self.devices[d];
        let map = device.log.map();
        let in_fast = random.one_in(2);
        let keys: Vec<String> = match in_fast {
            true => map
                .keys()
                .filter(|key| stored::is_record(key))
                .cloned()
                .collect(),
            false => device
                .durable
                .map
                .keys()
                .filter(|key| stored::is_record(key))
                .cloned()
                .collect(),
        };
        if keys.is_empty() {
            return;
        }
        let key = keys[random.below(keys.len())].clone();
        let text = match in_fast {
            true => map[&key].clone(),
            false => device.durable.text(&key).cloned().unwrap_or_default(),
        };
        let text = if is_newer {
            "{\"v\":99}".to_string()
        } else {
            let mut bytes = text.into_bytes();
            let place = random.below(bytes.len());
            bytes[place] = b'0' + ((bytes[place] + 1) % 10);
            String::from_utf8_lossy(&bytes).into_owned()
        };
        if stored::decode(&key, &text).is_ok() {
            return;
        }
        if in_fast || is_newer {
            device.log.entries.push((key.clone(), Some(text.clone())));
        }
        if !in_fast || is_newer {
            device
                .durable
                .map
                .insert(key.clone(), DurableValue::Text(text.clone()));
        }
        // One that is about to be erased need not stay.
        let of_fast = map.get(EPOCH).and_then(|epoch| epoch.parse().ok());
        let is_current = |epoch: u32| epoch == self.epochs[d];
        let damage = Damage {
            text,
            in_fast: (in_fast || is_newer) && is_current(of_fast.unwrap_or(0)),
            in_durable: (!in_fast || is_newer) && is_current(device.durable.number(EPOCH)),
        };
        device.log.flushed = device.log.entries.len();
        for n in 0..self.tabs.len() {
            if self.tabs[n].device == d {
                self.sync(n, usize::MAX, false);
            }
        }
        self.tell(|| format!("device {d}: {key} can't be read any more: {damage:?}"));
        self.damaged.insert((d, key), damage);
    }

    fn erase(&mut self, random: &mut Random) {
        let Some(n) = self.pick(random) else { return };
        let (device, number) = (self.tabs[n].device, self.tabs[n].number);
        self.tell(|| format!("tab {number}: erases everything"));
        // A view is stale for moments, and an erase is asked for twice: nothing is older than that.
        self.sync(n, usize::MAX, true);
        let outcome = self.with(n, random, |store, cx| store.erase(cx));
        if outcome != Outcome::Saved {
            return;
        }
        let epoch = self.tabs[n].store.epoch();
        self.epochs[device] = self.epochs[device].max(epoch);
        let mut all: BTreeSet<usize> = (0..self.tokens.len()).collect();
        all.retain(|n| {
            let token = &self.tokens[*n];
            let said = (token.device == device).then_some(token.epoch);
            let restored = self.restored.get(&(device, *n)).copied();
            said.max(restored).is_some_and(|at| at < epoch)
        });
        for token in &mut self.tokens {
            token.may_be_gone |= token.device == device;
        }
        self.gone.retain(|gone| gone.1 != device);
        for ((on, _), damage) in &mut self.damaged {
            if *on == device {
                (damage.in_fast, damage.in_durable) = (false, false);
            }
        }
        self.candidates.push((number, device, all));
        self.after(n);
    }

    pub fn restore(&mut self, random: &mut Random) {
        let Some(n) = self.pick(random) else { return };
        let from = random.below(self.devices.len());
        let texts = self.backup(from);
        let number = self.tabs[n].number;
        self.restore_into(n, texts, random);
        self.tell(|| format!("tab {number}: restores the file of device {from}"));
    }

    /// The records of a device that can be read.
    pub fn backup(&self, device: usize) -> Vec<(String, String)> {
        let mut texts = Vec::new();
        for (key, value) in &self.devices[device].durable.map {
            if let DurableValue::Text(text) = value
                && stored::is_record(key)
                && stored::decode(key, text).is_ok()
            {
                texts.push((key.clone(), text.clone()));
            }
        }
        texts
    }

    pub fn restore_into(&mut self, n: usize, texts: Vec<(String, String)>, random: &mut Random) {
        self.lift(n, &texts);
        for (key, text) in &texts {
            if matches!(stored::decode(key, text), Ok(Record::Tombstone(_))) {
                self.trashed.insert(key.clone());
            }
        }
        self.with(n, random, |store, cx| store.import(texts, cx));
    }

    /// Views are stale for moments. A tab that does not see yet that everything was erased, alters a record,
    /// and is killed within those moments would leave a record that nobody can tell from a new one: this is
    /// left out.
    fn see_erase(&mut self, n: usize) {
        let tab = &self.tabs[n];
        if tab.view.misses(&self.devices[tab.device].log, EPOCH) {
            self.sync(n, usize::MAX, true);
        }
    }

    fn act(&mut self, random: &mut Random) {
        let Some(n) = self.pick(random) else { return };
        self.see_erase(n);
        let device = self.tabs[n].device;
        let token = self.tokens.len();
        let text = format!("T{token}X");
        let date = NaiveDate::from_ymd_opt(2026, 11, 1 + random.below(2) as u32).expect("a date");
        let at = moment(self.devices[device].clock);
        let ids: Vec<EpisodeId> = {
            let diary = self.tabs[n].store.diary();
            let episodes = diary.records().filter_map(Record::episode);
            episodes.map(|episode| episode.id.clone()).collect()
        };
        let id = (!ids.is_empty()).then(|| ids[random.below(ids.len())].clone());
        let day = |alter: Box<dyn FnOnce(&mut Day)>| {
            Act::record(stored::day_key(date), move |there| {
                let mut day = match there {
                    Some(Record::Day(day)) => day,
                    _ => Day::empty(date),
                };
                alter(&mut day);
                Ok(Record::Day(day))
            })
        };
        let said = text.clone();
        let (act, key) = match (random.below(10), id) {
            (0 | 1, _) => (
                day(Box::new(move |day| day.markers.push(said))),
                stored::day_key(date),
            ),
            (2, _) => (
                day(Box::new(move |day| {
                    day.notes.push(' ');
                    day.notes.push_str(&said);
                })),
                stored::day_key(date),
            ),
            (3 | 4, Some(id)) => (
                Act::episode(&id, move |episode| {
                    episode.notes.push(' ');
                    episode.notes.push_str(&said);
                }),
                stored::episode_key(&id),
            ),
            (5, Some(id)) => {
                let (item, severity) = (ItemId::of(token as u32), Severity::new(token as u8 % 11));
                self.plain(
                    n,
                    random,
                    Act::episode(&id, move |episode| {
                        episode.rate(item, at, severity.expect("0 to 10"));
                    }),
                );
                return;
            }
            (6, Some(id)) => {
                self.trashed.insert(stored::episode_key(&id));
                self.plain(
                    n,
                    random,
                    Act::episode(&id, |episode| episode.deleted = Some(at)),
                );
                return;
            }
            (7, Some(id)) if random.one_in(2) => {
                self.plain(
                    n,
                    random,
                    Act::episode(&id, |episode| episode.deleted = None),
                );
                return;
            }
            (7, Some(id)) => {
                let outcome = self.with(n, random, |store, cx| store.delete_for_good(&id, cx));
                let number = self.tabs[n].number;
                self.tell(|| {
                    format!(
                        "tab {number}: deletes {} for good: {outcome:?}",
                        id.as_str()
                    )
                });
                let knows = self.tabs[n].store.epoch() == self.epochs[device];
                if outcome == Outcome::Saved && knows {
                    self.gone
                        .push((stored::episode_key(&id), device, number, false));
                }
                return;
            }
            (8, Some(id)) => {
                self.plain(n, random, Act::episode(&id, |episode| episode.ease(at)));
                return;
            }
            _ => {
                let id = EpisodeId::parse(&format!("e{token}")).expect("an id");
                let key = stored::episode_key(&id);
                let mut episode = Episode::begun(id, at, Recorded::Live);
                episode.notes = said;
                (
                    Act::record(key.clone(), move |_| Ok(Record::Episode(episode))),
                    key,
                )
            }
        };
        self.tokens.push(Token {
            text: text.clone(),
            key: key.clone(),
            device,
            tab: self.tabs[n].number,
            is_acknowledged: false,
            is_told: false,
            may_be_gone: false,
            epoch: self.tabs[n].store.epoch(),
        });
        let outcome = self.with(n, random, |store, cx| store.act(act, cx));
        let number = self.tabs[n].number;
        self.tell(|| format!("tab {number}: says {text} in {key}: {outcome:?}"));
        let knows = self.tabs[n].store.epoch() == self.epochs[device];
        let epoch = self.tabs[n].store.epoch();
        let number_of_token = token;
        let token = &mut self.tokens[token];
        token.may_be_gone |= !knows;
        token.epoch = epoch;
        match outcome {
            Ok(act) => self.tabs[n].acts.push((act, number_of_token)),
            Err(_) => {
                token.is_told = true;
                token.is_acknowledged = false;
            }
        }
    }

    fn plain(&mut self, n: usize, random: &mut Random, act: Act) {
        let outcome = self.with(n, random, |store, cx| store.act(act, cx));
        let number = self.tabs[n].number;
        self.tell(|| format!("tab {number}: alters an episode: {outcome:?}"));
    }
}

fn seconds() -> i64 {
    let given = std::env::var("UNKNOT_SECONDS").ok();
    given
        .and_then(|text| text.parse().ok())
        .unwrap_or(SLIP + 100)
}

fn name(request: &Request) -> String {
    match request {
        Request::Open => "the open".to_string(),
        Request::Read(id) => format!("read {id}"),
        Request::Transact(id, transaction) => format!("{:?} {id}", transaction.work),
    }
}

fn failed(request: Request, failure: Failure) -> Event {
    match request {
        Request::Open => Event::Opened(Err(failure)),
        Request::Read(id) => Event::ReadDone(id, Err(failure)),
        Request::Transact(id, _) => Event::Answered(id, Err(failure)),
    }
}
