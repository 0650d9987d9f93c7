//! The other tabs: each hears what came into the journal, sooner than from the first store.

use js_sys::Array;
use leptos::prelude::*;
use leptos::reactive::spawn_local;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::MessageEvent;

use super::{EPOCH, Keeping, News};
use crate::diary::stored;

impl Keeping {
    pub(super) fn say_to_others(self, key: &str, text: &str) {
        self.others.with_value(|others| {
            if let Some(others) = others {
                let _ = others.post_message(&Array::of2(&key.into(), &text.into()));
            }
        });
    }

    /// Hears what other tabs have brought into the journal: sooner than from the first store.
    pub(super) fn listen(self) {
        let hear = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            // Any page of this origin may say anything.
            if !Array::is_array(&event.data()) {
                return;
            }
            let said = Array::from(&event.data());
            let [Some(key), Some(text)] = [0, 1].map(|n| said.get(n).as_string()) else {
                return;
            };
            match key.as_str() {
                EPOCH => self.tell(News::Erased),
                "" => spawn_local(self.read_anew()),
                key if stored::is_record(key) => self.take_in(key, &text),
                _ => {}
            }
        });
        self.others.with_value(|others| {
            if let Some(others) = others {
                others.set_onmessage(Some(hear.as_ref().unchecked_ref()));
            }
        });
        hear.forget();
    }
}
