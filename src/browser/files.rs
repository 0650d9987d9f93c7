//! Files that the person saves or opens.

use js_sys::{Array, Function, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, File, FilePropertyBag, HtmlAnchorElement, HtmlInputElement, Url,
};

/// The delay before the address of a saved file is revoked, in milliseconds: Safari and Firefox fetch it some time after
/// the click.
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

/// Whether this browser can share a text file (Web Share API).
pub fn can_share(name: &str) -> bool {
    let asked = shared(name, "").and_then(|(navigator, data)| call(&navigator, "canShare", &data));
    asked.is_some_and(|answer| answer.is_truthy())
}

/// Shares a text as a file (Web Share API). Returns whether it was shared: the person may cancel.
pub async fn share(name: &str, text: &str) -> bool {
    let asked = shared(name, text).and_then(|(navigator, data)| call(&navigator, "share", &data));
    match asked {
        Some(promise) => JsFuture::from(Promise::from(promise)).await.is_ok(),
        None => false,
    }
}

/// The navigator, and the data for `share`.
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

/// Calls a method that an old browser may lack.
fn call(of: &JsValue, name: &str, with: &JsValue) -> Option<JsValue> {
    let method: Function = Reflect::get(of, &name.into()).ok()?.dyn_into().ok()?;
    method.call1(of, with).ok()
}

/// The chosen file of a file field. The field is cleared, so that choosing the same file again fires an event.
pub fn chosen(input: &HtmlInputElement) -> Option<File> {
    let file = input.files().and_then(|files| files.get(0));
    input.set_value("");
    file
}

/// The text of a file.
///
/// # Errors
/// The exception of the browser.
pub async fn text(file: &File) -> Result<String, JsValue> {
    let text = JsFuture::from(file.text()).await?;
    text.as_string().ok_or(JsValue::NULL)
}

/// Offers a text as a file to save.
///
/// # Errors
/// The exception of the browser.
pub fn save(name: &str, mime: &str, text: &str) -> Result<(), JsValue> {
    offer(name, mime, &Array::of1(&text.into()))
}

/// A file that is made chunk by chunk. Each chunk is copied to the browser at once, out of the memory of the program: to
/// copy 50 MB at the end would block the page.
#[derive(Default)]
pub struct FileChunks(Array);

impl FileChunks {
    /// Adds a piece.
    ///
    /// # Errors
    /// The exception of the browser.
    pub fn add(&self, piece: &[u8]) -> Result<(), JsValue> {
        let piece = Array::of1(&Uint8Array::from(piece));
        self.0
            .push(&Blob::new_with_u8_array_sequence(&piece)?.into());
        Ok(())
    }

    /// Offers all of them as one file to save.
    ///
    /// # Errors
    /// The exception of the browser.
    pub fn save(&self, name: &str, mime: &str) -> Result<(), JsValue> {
        offer(name, mime, &self.0)
    }
}
