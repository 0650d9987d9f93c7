//! Speech synthesis. Only local voices are used: others send the text to a server. Without one it is silent.

use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

use crate::browser::optional::{call, get, make, set};

fn speech() -> Option<JsValue> {
    get(&js_sys::global(), "speechSynthesis")
}

/// A local English voice.
fn voice() -> Option<JsValue> {
    let voices: js_sys::Array = call(&speech()?, "getVoices", &[])?.dyn_into().ok()?;
    voices.iter().find(|voice| {
        let is_local = get(voice, "localService") == Some(JsValue::TRUE);
        let language = get(voice, "lang").and_then(|lang| lang.as_string());
        is_local && language.is_some_and(|lang| lang.starts_with("en"))
    })
}

/// Whether there is a voice.
pub fn can_speak() -> bool {
    voice().is_some()
}

/// Speaks a text, and stops the one before. Loudness and pace are 1 to 10; 5 is the voice's own pace.
pub fn say(words: &str, loudness: u8, pace: u8) {
    let (Some(speech), Some(voice)) = (speech(), voice()) else {
        return;
    };
    let words = JsValue::from_str(words);
    let Some(utterance) = make("SpeechSynthesisUtterance", &[&words]) else {
        return;
    };
    if let Some(lang) = get(&voice, "lang") {
        set(&utterance, "lang", &lang);
    }
    set(&utterance, "voice", &voice);
    set(
        &utterance,
        "volume",
        &JsValue::from_f64(f64::from(loudness) / 10.0),
    );
    set(
        &utterance,
        "rate",
        &JsValue::from_f64(0.5 + f64::from(pace) / 10.0),
    );
    call(&speech, "cancel", &[]);
    call(&speech, "speak", &[&utterance]);
}

/// Whether the browser is speaking.
pub fn is_speaking() -> bool {
    speech().and_then(|speech| get(&speech, "speaking")) == Some(JsValue::TRUE)
}

/// Stops speaking.
pub fn hush() {
    if let Some(speech) = speech() {
        call(&speech, "cancel", &[]);
    }
}

/// Calls back when the voices change: many browsers list theirs only some time after the first request.
pub fn on_voices(tell: impl FnMut() + 'static) {
    if let Some(speech) = speech() {
        let tell = Closure::<dyn FnMut()>::new(tell).into_js_value();
        call(
            &speech,
            "addEventListener",
            &[&JsValue::from_str("voiceschanged"), &tell],
        );
        can_speak();
    }
}
