//! Keeping the screen on, where the browser can and lets us.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};

use crate::browser::optional::{call, get, navigator};

/// The screen, as far as it is kept on.
#[derive(Clone, Default)]
pub struct Screen {
    wanted: Rc<Cell<bool>>,
    lock: Rc<RefCell<Option<JsValue>>>,
}

impl Screen {
    /// Keeps it on, and tells whether the browser does. It lets go by itself when the page is hidden:
    /// ask again when it is seen.
    pub fn keep_on(&self, told: impl FnOnce(bool) + 'static) {
        self.wanted.set(true);
        let kept = self.clone();
        spawn_local(async move {
            let lock = kept.ask().await;
            told(lock.is_some());
            // One that was held before would stay for good.
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

    /// Whether it was asked for, and not let go since.
    pub fn is_wanted(&self) -> bool {
        self.wanted.get()
    }

    /// Lets it go off again.
    pub fn let_go(&self) {
        self.wanted.set(false);
        if let Some(lock) = self.lock.take() {
            call(&lock, "release", &[]);
        }
    }
}
