//! Signals for the pages: Leptos's graph and ownership, with the values kept aside.
//!
//! Leptos makes its machinery anew for the type of every value; for the forty of this app that came to a
//! sixth of the program. Here the graph knows of changes alone, and is made once. A value lies beside it,
//! and belongs to the page, or the part of it, that made it. Used as Leptos's own are.
//!
//! What else the pages use of Leptos is named here too.

use std::any::Any;
use std::cell::RefCell;
use std::marker::PhantomData;
use std::rc::Rc;

pub use leptos::prelude::{
    Callable, Callback, document, event_target_value, on_cleanup, request_animation_frame,
    set_interval, set_timeout, untrack, window, window_event_listener,
};
use leptos::prelude::{Get, GetValue, LocalStorage, Notify, Track};

type Kept = leptos::prelude::StoredValue<Rc<dyn Any>, LocalStorage>;
type Changes = leptos::prelude::RwSignal<()>;

/// A value of which nobody is told when it changes.
pub struct StoredValue<T>(Kept, PhantomData<fn() -> T>);

/// A value of which all who looked at it are told when it changes.
pub struct RwSignal<T>(StoredValue<T>, Changes);

/// A value made of others, anew when they change. Who looked at it is told only if it came out otherwise.
pub struct Memo<T> {
    value: StoredValue<Option<T>>,
    /// How often it came out otherwise.
    changes: leptos::prelude::Memo<usize>,
}

// By hand: they can be copied whatever the value is.
impl<T> Copy for StoredValue<T> {}
impl<T> Copy for RwSignal<T> {}
impl<T> Copy for Memo<T> {}
impl<T> Clone for StoredValue<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Clone for RwSignal<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Clone for Memo<T> {
    fn clone(&self) -> Self {
        *self
    }
}

/// All of these panic where the page that made them has been left, unless they say otherwise.
impl<T: 'static> StoredValue<T> {
    /// Keeps a value.
    pub fn new(value: T) -> Self {
        StoredValue(keep(Rc::new(RefCell::new(value))), PhantomData)
    }

    /// Looks at the value; none where the page that made it has been left.
    pub fn try_with_value<R>(self, look: impl FnOnce(&T) -> R) -> Option<R> {
        let kept = self.0.try_get_value()?;
        Some(look(&cell(&kept).borrow()))
    }

    /// Looks at the value.
    pub fn with_value<R>(self, look: impl FnOnce(&T) -> R) -> R {
        let kept = there(self.0);
        look(&cell(&kept).borrow())
    }

    /// Changes the value.
    pub fn update_value<R>(self, change: impl FnOnce(&mut T) -> R) -> R {
        let kept = there(self.0);
        change(&mut cell(&kept).borrow_mut())
    }

    /// Takes another value.
    pub fn set_value(self, value: T) {
        self.update_value(|there| *there = value);
    }
}

impl<T: Clone + 'static> StoredValue<T> {
    /// A copy of the value.
    pub fn get_value(self) -> T {
        self.with_value(T::clone)
    }

    /// A copy of the value; none where the page that made it has been left.
    pub fn try_get_value(self) -> Option<T> {
        self.try_with_value(T::clone)
    }
}

impl<T: 'static> RwSignal<T> {
    /// Begins with a value.
    pub fn new(value: T) -> Self {
        RwSignal(StoredValue::new(value), Changes::new(()))
    }

    /// Whoever runs now is told of changes from here on.
    pub fn track(self) {
        self.1.track();
    }

    /// Looks at the value, to be told when it changes.
    pub fn with<R>(self, look: impl FnOnce(&T) -> R) -> R {
        self.track();
        self.0.with_value(look)
    }

    /// Looks at the value once.
    pub fn with_untracked<R>(self, look: impl FnOnce(&T) -> R) -> R {
        self.0.with_value(look)
    }

    /// Changes the value, and tells of it.
    pub fn update(self, change: impl FnOnce(&mut T)) {
        self.0.update_value(change);
        self.1.notify();
    }

    /// Changes the value without a word.
    pub fn update_untracked(self, change: impl FnOnce(&mut T)) {
        self.0.update_value(change);
    }

    /// Takes another value, and tells of it.
    pub fn set(self, value: T) {
        self.update(|there| *there = value);
    }

    /// Takes another value, unless the page has been left: what was awaited can come too late.
    pub fn try_set(self, value: T) {
        self.try_update(|there| *there = value);
    }

    /// Changes the value and tells of it, unless the page has been left. Gives what the change gave.
    pub fn try_update<R>(self, change: impl FnOnce(&mut T) -> R) -> Option<R> {
        self.is_there().then(|| {
            let given = self.0.update_value(change);
            self.1.notify();
            given
        })
    }

    /// Whether the page that made it is still shown.
    pub fn is_there(self) -> bool {
        self.0.0.try_get_value().is_some()
    }
}

impl<T: Clone + 'static> RwSignal<T> {
    /// A copy of the value; whoever runs now is told when it changes.
    pub fn get(self) -> T {
        self.with(T::clone)
    }

    /// A copy of the value.
    pub fn get_untracked(self) -> T {
        self.0.get_value()
    }

    /// A copy of the value; none where the page that made it has been left.
    pub fn try_get_untracked(self) -> Option<T> {
        self.0.try_get_value()
    }
}

impl<T: PartialEq + 'static> Memo<T> {
    /// Made by this of the value before, first when it is first looked at.
    pub fn new(make: impl Fn(Option<&T>) -> T + Send + Sync + 'static) -> Self {
        let value = StoredValue::new(None);
        let changed = move || {
            let made = Some(value.with_value(|before: &Option<T>| make(before.as_ref())));
            value.update_value(|there| {
                let is_other = *there != made;
                *there = made;
                is_other
            })
        };
        Memo {
            value,
            changes: count(Box::new(changed)),
        }
    }

    /// Looks at the value, to be told when it comes out otherwise.
    pub fn with<R>(self, look: impl FnOnce(&T) -> R) -> R {
        self.changes.get();
        self.value
            .with_value(|value| look(value.as_ref().expect("counting the changes makes it")))
    }

    /// Looks at the value once.
    pub fn with_untracked<R>(self, look: impl FnOnce(&T) -> R) -> R {
        untrack(|| self.with(look))
    }
}

impl<T: Clone + PartialEq + 'static> Memo<T> {
    /// A copy of the value; whoever runs now is told when it comes out otherwise.
    pub fn get(self) -> T {
        self.with(T::clone)
    }

    /// A copy of the value.
    pub fn get_untracked(self) -> T {
        self.with_untracked(T::clone)
    }
}

// What is below is made once, for values of every type.

fn keep(value: Rc<dyn Any>) -> Kept {
    Kept::new_local(value)
}

fn there(kept: Kept) -> Rc<dyn Any> {
    kept.try_get_value()
        .expect("the page that made this is still shown")
}

fn cell<T: 'static>(kept: &Rc<dyn Any>) -> &RefCell<T> {
    kept.downcast_ref().expect("it was kept with this type")
}

fn count(changed: Box<dyn Fn() -> bool + Send + Sync>) -> leptos::prelude::Memo<usize> {
    leptos::prelude::Memo::new(move |before| before.copied().unwrap_or(0) + usize::from(changed()))
}
