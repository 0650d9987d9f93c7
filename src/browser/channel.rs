//! Events from outside this tab: messages of other tabs, and the page becoming visible again.

use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{BroadcastChannel, EventTarget, MessageEvent};

use crate::browser::driver;
use crate::store::event::{Event, Message};
use crate::store::keys::EPOCH;

/// The name of the channel between tabs.
pub const NAME: &str = "unknot";

/// Posts a message to the other tabs, as an array of texts: `[key, text, epoch, sequence, key, text, …]`, or
/// `[EPOCH, epoch]`, or `["", ""]` for "read again". (Version 0.1 reads the first two items.)
pub fn post(channel: &BroadcastChannel, message: &Message) {
    let said = Array::new();
    match message {
        Message::ReadAgain => drop((said.push(&"".into()), said.push(&"".into()))),
        Message::Erased(epoch) => {
            said.push(&EPOCH.into());
            said.push(&epoch.to_string().into());
        }
        Message::Records {
            epoch,
            sequence,
            texts,
        } => {
            for (n, (key, text)) in texts.iter().enumerate() {
                said.push(&key.into());
                said.push(&text.into());
                if n == 0 {
                    said.push(&epoch.to_string().into());
                    said.push(&sequence.to_string().into());
                }
            }
            if texts.is_empty() {
                return;
            }
        }
    }
    let _ = channel.post_message(&said);
}

/// Any page of this origin can post to the channel: a malformed message is ignored.
fn message(said: &wasm_bindgen::JsValue) -> Option<Message> {
    if !Array::is_array(said) {
        return None;
    }
    let mut texts = Vec::new();
    for text in Array::from(said).iter() {
        texts.push(text.as_string()?);
    }
    match &texts[..] {
        [key, epoch] if key == EPOCH => Some(match epoch.parse() {
            Ok(epoch) => Message::Erased(epoch),
            Err(_) => Message::ReadAgain,
        }),
        [key, text, epoch, sequence, rest @ ..] if !key.is_empty() => {
            let mut records = vec![(key.clone(), text.clone())];
            for pair in rest.chunks_exact(2) {
                records.push((pair[0].clone(), pair[1].clone()));
            }
            Some(Message::Records {
                epoch: epoch.parse().ok()?,
                sequence: sequence.parse().ok()?,
                texts: records,
            })
        }
        // A message of version 0.1: its text is in the durable store.
        [_, _] => Some(Message::ReadAgain),
        _ => None,
    }
}

/// Listens to the other tabs.
pub fn listen(channel: &BroadcastChannel) {
    let hear = Closure::<dyn Fn(MessageEvent)>::new(|event: MessageEvent| {
        if let Some(message) = message(&event.data()) {
            driver::event(Event::Heard(message));
        }
    });
    channel.set_onmessage(Some(hear.as_ref().unchecked_ref()));
    hear.forget();
}

/// Listens for the page becoming visible again: in the background messages may be missed, and the connection lost.
/// (`ui` listens to `storage` events, since settings need them too, and tells the driver.)
pub fn listen_to_page() {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else {
        return;
    };
    let shown = Closure::<dyn Fn()>::new({
        let document = document.clone();
        move || {
            if !document.hidden() {
                driver::event(Event::Shown);
            }
        }
    });
    let target: &EventTarget = document.as_ref();
    let _ =
        target.add_event_listener_with_callback("visibilitychange", shown.as_ref().unchecked_ref());
    shown.forget();
}
