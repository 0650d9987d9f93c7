//! A synthesized sound, the vibration, and the badge of the app's icon.

use wasm_bindgen::JsValue;

use crate::browser::optional::{call, get, make, navigator, set};

/// The audio context. Browsers start it only after a tap.
#[derive(Clone)]
pub struct Bell(JsValue);

impl Bell {
    /// Creates it; `None` without the API. Must be called from a tap.
    pub fn new() -> Option<Bell> {
        let bell = Bell(make("AudioContext", &[])?);
        bell.wake();
        Some(bell)
    }

    /// Resumes it. Must be called from a tap.
    pub fn wake(&self) {
        call(&self.0, "resume", &[]);
    }

    /// Whether the browser blocks it. It may still be blocked a moment after the tap.
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

/// Vibrates, for a number of milliseconds. Before the first tap a browser would only log a warning.
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

/// Sets the badge of the app's icon; 0 clears it.
pub fn badge(count: u8) {
    let asked = call(
        &navigator(),
        "setAppBadge",
        &[&JsValue::from_f64(f64::from(count))],
    );
    // Without an installed app the promise fails.
    if let Some(asked) = asked {
        let ignore = wasm_bindgen::closure::Closure::<dyn FnMut(JsValue)>::new(|_| {});
        call(&asked, "catch", &[&ignore.into_js_value()]);
    }
}
