//! The only source of the time and the time zone.
//!
//! Both come from the browser's `Date`: `chrono::Local` is not used, so that no zone rules are
//! shipped and none can differ from those of the phone.

use chrono::{DateTime, FixedOffset, Offset, Utc};
use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

use crate::diary::id::ItemId;
use crate::diary::moment::Moment;

/// The time now, with the offset of the local zone.
pub fn now() -> Moment {
    let instant = (js_sys::Date::now() / 1000.0) as i64;
    let offset = FixedOffset::east_opt(offset_at(instant)).unwrap_or(Utc.fix());
    DateTime::from_timestamp(instant, 0)
        .unwrap_or_default()
        .with_timezone(&offset)
}

/// The zone's offset, in seconds east of UTC, at a time in seconds since 1970 UTC.
pub fn offset_at(instant: i64) -> i32 {
    let date = js_sys::Date::new(&JsValue::from_f64(instant as f64 * 1000.0));
    (-60.0 * date.get_timezone_offset()) as i32
}

/// The IANA name of the time zone, such as "Europe/London"; empty where the browser does not say.
pub fn zone() -> String {
    let format = js_sys::Intl::DateTimeFormat::default().resolved_options();
    let zone = js_sys::Reflect::get(&format, &JsValue::from_str("timeZone"));
    zone.ok()
        .and_then(|zone| zone.as_string())
        .unwrap_or_default()
}

/// Yields to the browser, which may draw and handle taps. By a message, which arrives at once: browsers delay nested
/// timers by some milliseconds each.
pub async fn pause() {
    let woken = Promise::new(&mut |wake, _| {
        if let Ok(channel) = web_sys::MessageChannel::new() {
            channel.port1().set_onmessage(Some(&wake));
            let _ = channel.port2().post_message(&JsValue::NULL);
        }
    });
    let _ = JsFuture::from(woken).await;
}

/// Yields only after 25 ms since `begun` (in milliseconds; 0 at first). So quick steps in a row do not
/// yield each.
pub async fn pause_after_a_while(begun: &mut f64) {
    if js_sys::Date::now() - *begun > 25.0 {
        pause().await;
        *begun = js_sys::Date::now();
    }
}

/// Sleeps; for polling.
pub async fn sleep_ms(milliseconds: i32) {
    let woken = Promise::new(&mut |wake, _| {
        if let Some(window) = web_sys::window() {
            let _ =
                window.set_timeout_with_callback_and_timeout_and_arguments_0(&wake, milliseconds);
        }
    });
    let _ = JsFuture::from(woken).await;
}

/// An id that no other tab or phone makes: the time, and four random letters or digits.
pub fn new_id() -> String {
    let mut id = base36(js_sys::Date::now() as u64);
    id.push('-');
    for _ in 0..4 {
        id.push(char::from_digit((js_sys::Math::random() * 36.0) as u32, 36).unwrap_or('0'));
    }
    id
}

/// A new name for a reading or a treatment.
pub fn new_item() -> ItemId {
    ItemId::of((js_sys::Math::random() * f64::from(u32::MAX)) as u32)
}

fn base36(mut n: u64) -> String {
    let mut digits = Vec::new();
    while n > 0 {
        digits.push(char::from_digit((n % 36) as u32, 36).unwrap_or('0'));
        n /= 36;
    }
    digits.iter().rev().collect()
}
