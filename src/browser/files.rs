//! Files that the person saves or opens.

use js_sys::{Array, Function, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, File, FilePropertyBag, HtmlAnchorElement, HtmlInputElement, Url,
};

/// Safari and Firefox fetch a file some time after the click, and find nothing if its address was revoked.
/// After so many milliseconds they have it.
const FETCHED_AFTER: i32 = 60_000;

/// Offers something as a file to save. Its address, which holds the whole file in memory, is revoked later.
fn offer(name: &str, mime: &str, parts: &Array) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(mime);
    let blob = Blob::new_with_str_sequence_and_options(parts, &options)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let document = window.document().ok_or(JsValue::NULL)?;
    let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    link.click();
    let revoke = Closure::once_into_js(move || {
        let _ = Url::revoke_object_url(&address);
    });
    window.set_timeout_with_callback_and_timeout_and_arguments_0(
        revoke.unchecked_ref(),
        FETCHED_AFTER,
    )?;
    Ok(())
}

/// Whether this browser can send a text file by the system's own way of sharing.
pub fn can_share(name: &str) -> bool {
    let asked = shared(name, "").and_then(|(navigator, data)| call(&navigator, "canShare", &data));
    asked.is_some_and(|answer| answer.is_truthy())
}

/// Sends a text as a file, by the system's own way of sharing. Says whether it was sent: the person may
/// have changed their mind.
pub async fn share(name: &str, text: &str) -> bool {
    let asked = shared(name, text).and_then(|(navigator, data)| call(&navigator, "share", &data));
    match asked {
        Some(promise) => JsFuture::from(Promise::from(promise)).await.is_ok(),
        None => false,
    }
}

/// What is asked to share, and what it is to share.
fn shared(name: &str, text: &str) -> Option<(JsValue, JsValue)> {
    let navigator = web_sys::window()?.navigator();
    let kind = FilePropertyBag::new();
    kind.set_type("text/plain");
    let parts = Array::of1(&text.into());
    let file = File::new_with_str_sequence_and_options(&parts, name, &kind).ok()?;
    let data = Object::new();
    Reflect::set(&data, &"files".into(), &Array::of1(&file)).ok()?;
    Some((navigator.into(), data.into()))
}

/// Calls what an old browser may not have.
fn call(of: &JsValue, name: &str, with: &JsValue) -> Option<JsValue> {
    let method: Function = Reflect::get(of, &name.into()).ok()?.dyn_into().ok()?;
    method.call1(of, with).ok()
}

/// The file that was chosen in a file field. The field is emptied, so that choosing the same file
/// again is news again.
pub fn chosen(input: &HtmlInputElement) -> Option<File> {
    let file = input.files().and_then(|files| files.get(0));
    input.set_value("");
    file
}

/// The text of a file.
///
/// # Errors
/// Whatever the browser says when it cannot read it.
pub async fn text(file: &File) -> Result<String, JsValue> {
    let text = JsFuture::from(file.text()).await?;
    text.as_string().ok_or(JsValue::NULL)
}

/// Offers a text as a file to save.
///
/// # Errors
/// Whatever the browser says when it makes no file of it.
pub fn save(name: &str, mime: &str, text: &str) -> Result<(), JsValue> {
    offer(name, mime, &Array::of1(&text.into()))
}

/// A file that is made piece by piece. What is added is the browser's, and no longer in the program's memory:
/// to hand over 50 MB at the end would hold the page up.
#[derive(Default)]
pub struct FileChunks(Array);

impl FileChunks {
    /// Adds a piece.
    ///
    /// # Errors
    /// Whatever the browser says when it cannot hold it.
    pub fn add(&self, piece: &[u8]) -> Result<(), JsValue> {
        let piece = Array::of1(&Uint8Array::from(piece));
        self.0
            .push(&Blob::new_with_u8_array_sequence(&piece)?.into());
        Ok(())
    }

    /// Offers all of them as one file to save.
    ///
    /// # Errors
    /// Whatever the browser says when it makes no file of them.
    pub fn save(&self, name: &str, mime: &str) -> Result<(), JsValue> {
        offer(name, mime, &self.0)
    }
}
