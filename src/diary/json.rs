//! JSON: small stored forms by `serde`; the named fields of the first versions of records, which stay as they were
//! shipped; and a writer for files of many megabytes, which are made without a tree.

use std::fmt;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::error::Category;
use serde_json::{Map, Value};

use crate::diary::moment::{self, Moment};

/// Why a small stored form cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReadError {
    /// It is no JSON, or breaks off: where.
    Damaged(String),
    /// It holds something that this version has no place for: what. A newer version wrote it, most likely.
    Unknown(String),
}

impl fmt::Display for ReadError {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        match self {
            ReadError::Damaged(why) => write!(out, "damaged: {why}"),
            ReadError::Unknown(why) => write!(out, "not known to this version: {why}"),
        }
    }
}

impl std::error::Error for ReadError {}

impl From<serde_json::Error> for ReadError {
    fn from(error: serde_json::Error) -> ReadError {
        match error.classify() {
            Category::Data => ReadError::Unknown(error.to_string()),
            Category::Io | Category::Syntax | Category::Eof => {
                ReadError::Damaged(error.to_string())
            }
        }
    }
}

/// Reads a small stored form.
///
/// # Errors
/// [`ReadError`].
pub fn read<T: DeserializeOwned>(text: &str) -> Result<T, ReadError> {
    Ok(serde_json::from_str(text)?)
}

/// Reads a small form that version 0.1 stored as a line of words, which `old` reads.
///
/// # Errors
/// [`ReadError`].
pub fn read_or_old<T: DeserializeOwned>(
    text: &str,
    old: impl FnOnce(&str) -> Option<T>,
) -> Result<T, ReadError> {
    if text.starts_with('{') {
        return read(text);
    }
    old(text).ok_or_else(|| ReadError::Damaged("not a line of version 0.1".to_string()))
}

/// Writes a small form. Each has a JSON form: none has a map of which a key is no text.
pub fn write<T: Serialize>(form: &T) -> String {
    serde_json::to_string(form).expect("every stored form has a JSON form")
}

/// An object, field by field.
pub struct Fields<'a>(&'a Map<String, Value>);

impl<'a> Fields<'a> {
    /// The fields of an object.
    pub fn of(value: &'a Value) -> Option<Fields<'a>> {
        value.as_object().map(Fields)
    }

    /// The field, if it is there.
    pub fn get(&self, name: &str) -> Option<&'a Value> {
        self.0.get(name)
    }

    /// A text that must be there.
    pub fn text(&self, name: &str) -> Option<&'a str> {
        self.get(name)?.as_str()
    }

    /// A text; empty where it is not there.
    pub fn text_or_empty(&self, name: &str) -> Option<String> {
        match self.get(name) {
            Some(value) => value.as_str().map(str::to_string),
            None => Some(String::new()),
        }
    }

    /// A whole number, 0 or more, that must be there.
    pub fn number(&self, name: &str) -> Option<u64> {
        self.get(name)?.as_u64()
    }

    /// A list; empty where it is not there.
    pub fn list(&self, name: &str) -> Option<&'a [Value]> {
        match self.get(name) {
            Some(value) => value.as_array().map(Vec::as_slice),
            None => Some(&[]),
        }
    }

    /// A list, each entry read by `read`; none at all when one of them cannot be read.
    pub fn each<T>(&self, name: &str, read: impl Fn(&'a Value) -> Option<T>) -> Option<Vec<T>> {
        let mut all = Vec::new();
        for value in self.list(name)? {
            all.push(read(value)?);
        }
        Some(all)
    }

    /// A moment that must be there.
    pub fn moment(&self, name: &str) -> Option<Moment> {
        moment::decode(self.text(name)?)
    }

    /// What `read` makes of a field that may be missing: `Some(None)` where it is, `None` where it
    /// is there and cannot be read.
    pub fn optional<T>(
        &self,
        name: &str,
        read: impl FnOnce(&'a Value) -> Option<T>,
    ) -> Option<Option<T>> {
        match self.get(name) {
            Some(Value::Null) | None => Some(None),
            Some(value) => read(value).map(Some),
        }
    }
}

/// A piece of JSON, written.
pub struct Json(String);

impl Json {
    /// A text.
    pub fn text(text: &str) -> Json {
        let mut written = String::new();
        quote(&mut written, text);
        Json(written)
    }

    /// A whole number.
    pub fn number(number: impl Into<i64>) -> Json {
        Json(number.into().to_string())
    }

    /// True or false.
    pub fn yes(yes: bool) -> Json {
        Json(yes.to_string())
    }

    /// What is JSON already.
    pub fn written(json: String) -> Json {
        Json(json)
    }

    /// A list.
    pub fn list(list: impl IntoIterator<Item = Json>) -> Json {
        let mut written = String::from("[");
        for Json(one) in list {
            separate(&mut written);
            written.push_str(&one);
        }
        written.push(']');
        Json(written)
    }

    /// Texts.
    pub fn texts(texts: &[String]) -> Json {
        Json::list(texts.iter().map(|text| Json::text(text)))
    }

    /// A moment, as it is stored.
    pub fn moment(moment: &Moment) -> Json {
        Json::text(&moment::encode(moment))
    }

    /// As it stands.
    pub fn into_text(self) -> String {
        self.0
    }
}

/// An object being written, in the order in which its fields are put.
pub struct Object(String);

impl Object {
    /// One without fields yet.
    pub fn begin() -> Object {
        Object(String::from("{"))
    }

    /// Puts a field.
    pub fn put(mut self, name: &str, value: Json) -> Object {
        separate(&mut self.0);
        quote(&mut self.0, name);
        self.0.push(':');
        self.0.push_str(&value.0);
        self
    }

    /// Puts a field if there is something to put.
    pub fn put_some(self, name: &str, value: Option<Json>) -> Object {
        match value {
            Some(value) => self.put(name, value),
            None => self,
        }
    }

    /// Puts a text or a list unless it is empty.
    pub fn put_unless_empty(self, name: &str, value: Json) -> Object {
        match value.0.as_str() {
            "\"\"" | "[]" => self,
            _ => self.put(name, value),
        }
    }

    /// The object.
    pub fn build(mut self) -> Json {
        self.0.push('}');
        Json(self.0)
    }
}

/// Writes a text. Most are plain, and written as they stand.
fn quote(to: &mut String, text: &str) {
    let is_plain = |byte: u8| byte >= b' ' && byte != b'"' && byte != b'\\';
    if text.bytes().all(is_plain) {
        to.push('"');
        to.push_str(text);
        to.push('"');
    } else {
        to.push_str(&serde_json::to_string(text).expect("a text always has a JSON form"));
    }
}

fn separate(written: &mut String) {
    if !written.ends_with(['{', '[']) {
        written.push(',');
    }
}

/// The moment that a value holds.
pub fn as_moment(value: &Value) -> Option<Moment> {
    moment::decode(value.as_str()?)
}

/// The texts that a list holds.
pub fn as_texts(value: &Value) -> Option<Vec<&str>> {
    let mut texts = Vec::new();
    for text in value.as_array()? {
        texts.push(text.as_str()?);
    }
    Some(texts)
}
