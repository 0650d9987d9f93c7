//! A tab: its machine, and everything that waits to happen to it.

use std::collections::VecDeque;

use unknot::diary::moment::Moment;
use unknot::store::Store;
use unknot::store::act::ActNumber;
use unknot::store::event::{Effect, Event, Message, Told, Wake};
use unknot::store::fast::Context;
use unknot::store::transaction::Transaction;
use unknot::store::{Sizes, planted::Planted};

use super::device::{Device, Used, View};

/// Something that was asked of the durable store.
#[derive(Debug)]
pub enum Request {
    Open,
    Read(u32),
    Transact(u32, Box<Transaction>),
}

pub struct Tab {
    /// Which one of all that there were.
    pub number: usize,
    pub device: usize,
    pub store: Store,
    pub view: View,
    pub is_connected: bool,
    pub requests: VecDeque<Request>,
    /// Answers of the durable store, in order.
    pub answers: VecDeque<Event>,
    pub turns: usize,
    pub wakes: Vec<Wake>,
    /// Storage events.
    pub changed: Vec<String>,
    pub heard: Vec<Message>,
    /// To be told to the other tabs.
    pub posts: Vec<Message>,
    pub told: Vec<Told>,
    /// Acts that can be taken back, and what was said by each.
    pub acts: Vec<(ActNumber, usize)>,
    /// Texts that were dropped, and can still be kept.
    pub dropped: Vec<(String, String)>,
}

pub fn moment(seconds: i64) -> Moment {
    chrono::DateTime::from_timestamp(seconds, 0)
        .expect("a time that is near")
        .fixed_offset()
}

impl Tab {
    pub fn open(
        number: usize,
        device: usize,
        on: &mut Device,
        planted: Option<Planted>,
        random: u32,
    ) -> Tab {
        let sizes = Sizes {
            newest: 2,
            read: 4,
            write: 2,
        };
        let mut view = View::fresh(&on.log);
        let mut used = Used {
            log: &mut on.log,
            view: &mut view,
        };
        let mut cx = Context {
            fast: &mut used,
            now: moment(on.clock),
            random,
        };
        let mut store = Store::open(sizes, planted, &mut cx);
        let effects = store.take_effects();
        let mut tab = Tab {
            number,
            device,
            store,
            view,
            is_connected: false,
            requests: VecDeque::new(),
            answers: VecDeque::new(),
            turns: 0,
            wakes: Vec::new(),
            changed: Vec::new(),
            heard: Vec::new(),
            posts: Vec::new(),
            told: Vec::new(),
            acts: Vec::new(),
            dropped: Vec::new(),
        };
        tab.carry_out(effects);
        tab
    }

    /// Lets the machine do something, and takes its effects.
    pub fn with<T>(
        &mut self,
        on: &mut Device,
        random: u32,
        act: impl FnOnce(&mut Store, &mut Context) -> T,
    ) -> T {
        let mut used = Used {
            log: &mut on.log,
            view: &mut self.view,
        };
        let mut cx = Context {
            fast: &mut used,
            now: moment(on.clock),
            random,
        };
        let done = act(&mut self.store, &mut cx);
        let effects = self.store.take_effects();
        self.carry_out(effects);
        done
    }

    fn carry_out(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            match effect {
                Effect::Open => {
                    self.requests.clear();
                    self.answers.clear();
                    self.is_connected = false;
                    self.requests.push_back(Request::Open);
                }
                Effect::Read(id) => self.requests.push_back(Request::Read(id)),
                Effect::Transact(id, transaction) => {
                    self.requests.push_back(Request::Transact(id, transaction));
                }
                Effect::Wake(wake, _) => self.wakes.push(wake),
                Effect::Continue => self.turns += 1,
                Effect::Post(message) => self.posts.push(message),
                Effect::Tell(told) => self.told.push(told),
                Effect::Marker(_) => {}
            }
        }
    }

    /// The connection is closed: whatever was asked is never answered.
    pub fn lose_connection(&mut self) {
        if self.is_connected {
            self.requests.clear();
            self.answers
                .retain(|answer| matches!(answer, Event::Opened(_)));
            self.is_connected = false;
            self.answers.push_back(Event::ConnectionLost);
        }
    }
}
