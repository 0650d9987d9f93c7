//! The screen wake lock.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};

use crate::browser::optional::{call, get, navigator};

/// A wake lock, held or wanted.
#[derive(Clone, Default)]
pub struct Screen {
    wanted: Rc<Cell<bool>>,
    lock: Rc<RefCell<Option<JsValue>>>,
}

impl Screen {
    /// Requests the lock, and calls back with whether it is granted. The browser releases it when the page is hidden: request
    /// it again when the page is visible.
    pub fn keep_on(&self, told: impl FnOnce(bool) + 'static) {
        self.wanted.set(true);
        let kept = self.clone();
        spawn_local(async move {
            let lock = kept.ask().await;
            told(lock.is_some());
            // A lock that was granted before must be released, or it would stay.
            if let Some(before) = kept.lock.replace(lock) {
                call(&before, "release", &[]);
            }
            if !kept.wanted.get() {
                kept.let_go();
            }
        });
    }

    async fn ask(&self) -> Option<JsValue> {
        let lock = get(&navigator(), "wakeLock")?;
        let asked = call(&lock, "request", &[&JsValue::from_str("screen")])?;
        JsFuture::from(asked.dyn_into::<js_sys::Promise>().ok()?)
            .await
            .ok()
    }

    /// Whether the lock was requested and not released since.
    pub fn is_wanted(&self) -> bool {
        self.wanted.get()
    }

    /// Releases the lock.
    pub fn let_go(&self) {
        self.wanted.set(false);
        if let Some(lock) = self.lock.take() {
            call(&lock, "release", &[]);
        }
    }
}
