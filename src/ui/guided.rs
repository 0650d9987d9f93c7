//! The session of relief and the heat or ice timer that are going on: wherever the person is in the app,
//! in whichever tab, and after a reload. Each lives under its own key; what is shown is what is stored.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use leptos::ev;
use leptos::prelude::*;

use crate::browser::sound::{self, Bell};
use crate::browser::wake::Screen;
use crate::browser::{clock, kept, speech};
use crate::diary::moment::{self, Moment};
use crate::diary::session::Session;
use crate::diary::timer::Timer;
use crate::diary::watch::Watch;
use crate::store::keys::{Key, SESSION, TIMER, WORSE};
use crate::ui::navigation::here;
use crate::ui::preferences::Preferences;
use crate::ui::reminder::remind;
use crate::ui::route::{Ease, Route};

const TIME_IS_UP: &str = "The time is up. Take it off, and let the skin return to normal.";

/// What is going on.
#[derive(Clone, Copy)]
pub struct Guided {
    preferences: Preferences,
    session: RwSignal<Option<Session>>,
    timer: RwSignal<Option<Timer>>,
    /// Whether the browser refused to keep the screen on.
    goes_off: RwSignal<bool>,
    /// Whether there is a voice. Many browsers find theirs late.
    can_speak: RwSignal<bool>,
    held: StoredValue<Rc<Held>, LocalStorage>,
}

/// What no page follows.
#[derive(Default)]
struct Held {
    screen: Screen,
    bell: RefCell<Option<Bell>>,
    worse: Cell<Option<Moment>>,
    /// When the time was looked at last.
    seen: Cell<Option<Moment>>,
    /// Whether something could not be stored.
    is_only_here: Cell<bool>,
}

impl Guided {
    /// Reads what is stored.
    pub fn read(preferences: Preferences) -> Guided {
        let guided = Guided {
            preferences,
            session: RwSignal::new(None),
            timer: RwSignal::new(None),
            goes_off: RwSignal::new(false),
            can_speak: RwSignal::new(speech::can_speak()),
            held: StoredValue::new_local(Rc::default()),
        };
        guided.refresh();
        guided
    }

    fn held(self) -> Rc<Held> {
        self.held.get_value()
    }

    /// Reads it again: another tab may have changed it, or erased everything. What could not be stored is
    /// known here alone.
    pub fn refresh(self) {
        let held = self.held();
        if held.is_only_here.get() {
            return;
        }
        // One of another version is none here: there is nothing in it that the person typed.
        let session = kept::get(SESSION).and_then(|text| Session::decode(&text).ok());
        if self.session.with_untracked(|shown| *shown != session) {
            self.session.set(session);
        }
        let timer = kept::get(TIMER).and_then(|text| Timer::decode(&text).ok());
        if self.timer.with_untracked(|shown| *shown != timer) {
            self.timer.set(timer);
        }
        let worse = kept::get(WORSE).and_then(|text| moment::decode(&text));
        held.worse.set(worse);
    }

    /// Asks for the screen again when the page is seen again, and for the voices when they are found.
    pub fn listen(self) {
        window_event_listener(ev::visibilitychange, move |_| {
            if !document().hidden() && self.held().screen.is_wanted() {
                self.keep_screen_on();
            }
        });
        speech::on_voices(move || self.can_speak.set(speech::can_speak()));
    }

    /// Takes notice of the time, each second: a clock that was set back, a timer that has run out.
    pub fn take_notice(self, now: &Moment) {
        let before = self.held().seen.replace(Some(*now));
        let went_back = before.filter(|before| now < before);
        let was_set_back = move |watch: &mut Watch| {
            if let Some(before) = went_back {
                watch.observe(&before);
            }
            watch.observe(now)
        };
        if let Some(mut session) = untrack(|| self.session())
            && was_set_back(&mut session.watch)
        {
            self.keep_session(Some(session));
        }
        let Some(mut timer) = untrack(|| self.timer()) else {
            return;
        };
        if was_set_back(&mut timer.watch) {
            self.keep_timer(Some(timer.clone()));
        }
        if timer.left(now) == 0 && !timer.rang {
            // Another tab may have rung already.
            self.refresh();
            if untrack(|| self.timer()).is_some_and(|timer| !timer.rang) {
                timer.rang = true;
                self.keep_timer(Some(timer));
                self.ring();
            }
        }
    }

    fn ring(self) {
        if let Some(bell) = self.held().bell.borrow().as_ref() {
            bell.ring();
        }
        sound::buzz(800);
        self.say(TIME_IS_UP);
        remind(self.preferences, "timer", TIME_IS_UP);
        self.let_screen_go();
    }

    /// The session, if one is going on.
    pub fn session(self) -> Option<Session> {
        self.session.get()
    }

    /// The timer, if one runs or has just run out.
    pub fn timer(self) -> Option<Timer> {
        self.timer.get()
    }

    /// When it got worse while it was being eased, if it did.
    pub fn worse(self) -> Option<Moment> {
        self.held().worse.get()
    }

    /// Whether the browser refused to keep the screen on.
    pub fn goes_off(self) -> bool {
        self.goes_off.get()
    }

    /// Keeps where the session is; without one, forgets it.
    pub fn keep_session(self, session: Option<Session>) {
        self.keep(SESSION, session.as_ref().map(Session::encode));
        self.session.set(session);
    }

    /// Keeps the timer; without one, forgets it.
    pub fn keep_timer(self, timer: Option<Timer>) {
        self.keep(TIMER, timer.as_ref().map(Timer::encode));
        self.timer.set(timer);
    }

    /// It got worse: the session ends, and the danger check comes before another one.
    pub fn got_worse(self) {
        let now = clock::now();
        self.keep(WORSE, Some(moment::encode(&now)));
        self.held().worse.set(Some(now));
        self.stop();
    }

    /// Ends the session.
    pub fn stop(self) {
        speech::hush();
        self.keep_session(None);
        self.let_screen_go();
    }

    /// Gets the sound ready. To be called in a tap.
    pub fn tune(self) {
        let held = self.held();
        let bell = held.bell.borrow().clone();
        match bell {
            Some(bell) => bell.wake(),
            None => {
                held.bell.replace(Bell::new());
            }
        }
    }

    /// Whether it could ring, as far as the browser says. Just after the tap it does not say yet.
    pub fn can_ring(self, just_tapped: bool) -> bool {
        let held = self.held();
        let bell = held.bell.borrow();
        bell.as_ref()
            .is_some_and(|bell| just_tapped || !bell.is_blocked())
    }

    /// Keeps the screen on.
    pub fn keep_screen_on(self) {
        let goes_off = self.goes_off;
        let told = move |kept: bool| goes_off.set(!kept);
        self.held().screen.keep_on(told);
    }

    /// Lets the screen go off again, unless a session is shown or a timer runs.
    pub fn let_screen_go(self) {
        let timer = untrack(|| self.timer());
        let is_shown =
            here() == Route::Ease(Ease::Session) && self.session.with_untracked(Option::is_some);
        if !is_shown && timer.is_none_or(|timer| timer.rang) {
            self.held().screen.let_go();
        }
    }

    /// Says something, if the person wants that.
    pub fn say(self, words: &str) {
        let voice = untrack(|| self.preferences.voice());
        if voice.on {
            speech::say(words, voice.loudness, voice.pace);
        }
    }

    /// Whether there is a voice.
    pub fn can_speak(self) -> bool {
        self.can_speak.get()
    }

    fn keep(self, key: Key, text: Option<String>) {
        let kept = kept::set(key, text.as_deref());
        self.held().is_only_here.set(kept.is_err());
    }
}
