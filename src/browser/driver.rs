//! Drives the state machine of `store`: passes events in, and carries effects out. A page has one driver.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::BroadcastChannel;

use crate::browser::durable::Durable;
use crate::browser::local::Local;
use crate::browser::{channel, clock, marker};
use crate::store::act::{Act, ActNumber};
use crate::store::event::{Effect, Event, Failure, Marker, Refusal, Told};
use crate::store::fast::Context;
use crate::store::{Sizes, Store};

/// The listener of `ui`.
pub struct Listener {
    /// The state may have changed.
    pub changed: Box<dyn Fn()>,
    /// A message for the person.
    pub told: Box<dyn Fn(Told)>,
}

struct Driver {
    store: RefCell<Store>,
    durable: RefCell<Option<Rc<Durable>>>,
    channel: Option<BroadcastChannel>,
    listener: RefCell<Option<Listener>>,
    /// Messages that came before there was a listener.
    untold: RefCell<Vec<Told>>,
    /// The time of the last yield, in milliseconds.
    paused: Cell<f64>,
}

thread_local! {
    static DRIVER: RefCell<Option<Rc<Driver>>> = const { RefCell::new(None) };
}

/// The driver. The first call opens the stores.
fn driver() -> Rc<Driver> {
    if let Some(driver) = DRIVER.with_borrow(Clone::clone) {
        return driver;
    }
    let store = Store::open(Sizes::default(), None, &mut context(&mut Local));
    let driver = Rc::new(Driver {
        store: RefCell::new(store),
        durable: RefCell::new(None),
        channel: BroadcastChannel::new(channel::NAME).ok(),
        listener: RefCell::new(None),
        untold: RefCell::new(Vec::new()),
        paused: Cell::new(0.0),
    });
    DRIVER.set(Some(driver.clone()));
    if let Some(to_others) = &driver.channel {
        channel::listen(to_others);
    }
    channel::listen_to_page();
    let effects = driver.store.borrow_mut().take_effects();
    driver.carry_out(effects);
    driver
}

fn context(local: &mut Local) -> Context<'_> {
    Context {
        fast: local,
        now: clock::now(),
        random: (js_sys::Math::random() * f64::from(u32::MAX)) as u32,
    }
}

/// Sets the listener.
pub fn listen(listener: Listener) {
    let driver = driver();
    let untold = driver.untold.take();
    for told in untold {
        (listener.told)(told);
    }
    driver.listener.replace(Some(listener));
}

/// Reads the state machine.
pub fn with<T>(read: impl FnOnce(&Store) -> T) -> T {
    read(&driver().store.borrow())
}

/// Calls the state machine, and carries out its effects.
pub fn act<T>(act: impl FnOnce(&mut Store, &mut Context) -> T) -> T {
    let driver = driver();
    let (done, effects) = {
        let mut store = driver.store.borrow_mut();
        let done = act(&mut store, &mut context(&mut Local));
        (done, store.take_effects())
    };
    driver.carry_out(effects);
    driver.changed();
    done
}

/// Carries out an act on records. Its closures run while the state machine is not borrowed, so they may read the diary.
///
/// # Errors
/// [`Refusal`]. It is told.
pub fn perform(what: Act) -> Result<ActNumber, Refusal> {
    let (changes, after) = what.parts();
    let mut changed = Vec::new();
    for (key, alter) in changes {
        let base = act(|store, cx| store.base_of(&key, cx))?;
        let altered = alter(base.clone());
        changed.push(act(|store, cx| store.altered(base, altered, cx))?);
    }
    Ok(act(|store, cx| store.done(changed, &after, cx)))
}

/// Passes an event to the state machine.
pub fn event(event: Event) {
    act(|store, cx| store.hear_event(event, cx));
}

impl Driver {
    fn changed(&self) {
        if let Some(listener) = self.listener.borrow().as_ref() {
            (listener.changed)();
        }
    }

    fn tell(&self, told: Told) {
        match self.listener.borrow().as_ref() {
            Some(listener) => (listener.told)(told),
            None => self.untold.borrow_mut().push(told),
        }
    }

    fn carry_out(self: &Rc<Driver>, effects: Vec<Effect>) {
        for effect in effects {
            match effect {
                Effect::Open => self.open(),
                Effect::Read(id) => self.read(id),
                Effect::Transact(id, transaction) => {
                    let durable = self.durable.borrow().clone();
                    spawn_local(async move {
                        let answer = match durable {
                            Some(durable) => durable.run(*transaction).await,
                            None => Err(Failure::Lost),
                        };
                        event(Event::Answered(id, answer));
                    });
                }
                Effect::Wake(wake, after) => after_ms(after, move || event(Event::Woken(wake))),
                Effect::Continue => self.go_on(),
                Effect::Post(message) => {
                    if let Some(to_others) = &self.channel {
                        channel::post(to_others, &message);
                    }
                }
                Effect::Tell(told) => self.tell(told),
                Effect::Marker(Marker::Leave) => marker::leave(),
                Effect::Marker(Marker::Remove) => marker::remove(),
                Effect::Marker(Marker::Find) => spawn_local(async {
                    event(Event::MarkerFound(marker::is_there().await));
                }),
            }
        }
    }

    fn open(self: &Rc<Driver>) {
        let driver = self.clone();
        self.durable.replace(None);
        spawn_local(async move {
            let opened = Durable::open(|| event(Event::ConnectionLost)).await;
            let outcome = opened.map(|durable| {
                driver.durable.replace(Some(Rc::new(durable)));
            });
            event(Event::Opened(outcome));
        });
    }

    fn read(&self, id: u32) {
        let durable = self.durable.borrow().clone();
        spawn_local(async move {
            let read = match durable {
                Some(durable) => {
                    durable
                        .read(&mut |slice| event(Event::Slice(id, slice)))
                        .await
                }
                None => Err(Failure::Lost),
            };
            event(Event::ReadDone(id, read));
        });
    }

    /// Yields to the browser if the last yield is 25 ms ago, then continues a long job.
    fn go_on(self: &Rc<Driver>) {
        let driver = self.clone();
        spawn_local(async move {
            let mut begun = driver.paused.get();
            clock::pause_after_a_while(&mut begun).await;
            driver.paused.set(begun);
            event(Event::Continue);
        });
    }
}

fn after_ms(milliseconds: u32, act: impl FnOnce() + 'static) {
    let act: JsValue = Closure::once_into_js(act);
    if let Some(window) = web_sys::window() {
        let after = i32::try_from(milliseconds).unwrap_or(i32::MAX);
        let _ = window
            .set_timeout_with_callback_and_timeout_and_arguments_0(act.unchecked_ref(), after);
    }
}
