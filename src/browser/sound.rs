//! A sound of our own making, a buzz, and the mark on the app's icon.

use wasm_bindgen::JsValue;

use crate::browser::optional::{call, get, make, navigator, set};

/// What sounds are made with. The browser lets it sound only after a tap.
#[derive(Clone)]
pub struct Bell(JsValue);

impl Bell {
    /// Makes it, or nothing where there is no sound. To be called in a tap.
    pub fn new() -> Option<Bell> {
        let bell = Bell(make("AudioContext", &[])?);
        bell.wake();
        Some(bell)
    }

    /// Asks to be let sound. To be called in a tap.
    pub fn wake(&self) {
        call(&self.0, "resume", &[]);
    }

    /// Whether the browser does not let it sound. A moment after a tap it does not yet, either.
    pub fn is_blocked(&self) -> bool {
        let state = get(&self.0, "state").and_then(|state| state.as_string());
        state.is_some_and(|state| state != "running")
    }

    /// Rings three times.
    pub fn ring(&self) {
        self.try_ring();
    }

    fn try_ring(&self) -> Option<()> {
        self.wake();
        let now = get(&self.0, "currentTime")?.as_f64()?;
        let out = get(&self.0, "destination")?;
        for n in 0..3 {
            let tone = call(&self.0, "createOscillator", &[])?;
            set(
                &get(&tone, "frequency")?,
                "value",
                &JsValue::from_f64(660.0),
            );
            call(&tone, "connect", &[&out]);
            let start = now + f64::from(n) * 0.7;
            call(&tone, "start", &[&JsValue::from_f64(start)]);
            call(&tone, "stop", &[&JsValue::from_f64(start + 0.35)]);
        }
        Some(())
    }
}

/// Buzzes for so many milliseconds. Before the first tap a browser would only complain.
pub fn buzz(milliseconds: u16) {
    let was_tapped = get(&navigator(), "userActivation")
        .and_then(|activation| get(&activation, "hasBeenActive"));
    if was_tapped == Some(JsValue::TRUE) {
        call(
            &navigator(),
            "vibrate",
            &[&JsValue::from_f64(f64::from(milliseconds))],
        );
    }
}

/// Marks the app's icon with a number, where there is one; 0 takes the mark away.
pub fn badge(count: u8) {
    let asked = call(
        &navigator(),
        "setAppBadge",
        &[&JsValue::from_f64(f64::from(count))],
    );
    // Not installed, it says no by a promise that fails.
    if let Some(asked) = asked {
        let ignore = wasm_bindgen::closure::Closure::<dyn FnMut(JsValue)>::new(|_| {});
        call(&asked, "catch", &[&ignore.into_js_value()]);
    }
}
