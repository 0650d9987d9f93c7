//! JSON by its general form. Everything stored goes through one reader and one writer: a derived
//! one for each struct came to 30 kB of code on a phone.

use serde_json::{Map, Value};

use crate::diary::moment::{self, Moment};

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

    /// A number that must be there.
    pub fn number(&self, name: &str) -> Option<i64> {
        self.get(name)?.as_i64()
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

/// Builds an object, in the order in which its fields are put. What is empty is left out.
#[derive(Default)]
pub struct Object(Map<String, Value>);

impl Object {
    /// Puts a field.
    pub fn put(mut self, name: &str, value: impl Into<Value>) -> Object {
        self.0.insert(name.to_string(), value.into());
        self
    }

    /// Puts a field if there is something to put.
    pub fn put_some(self, name: &str, value: Option<Value>) -> Object {
        match value {
            Some(value) => self.put(name, value),
            None => self,
        }
    }

    /// Puts a text unless it is empty.
    pub fn put_text(self, name: &str, text: &str) -> Object {
        if text.is_empty() {
            self
        } else {
            self.put(name, text)
        }
    }

    /// Puts a list unless it is empty.
    pub fn put_list(self, name: &str, list: Vec<Value>) -> Object {
        if list.is_empty() {
            self
        } else {
            self.put(name, list)
        }
    }

    /// The object.
    pub fn build(self) -> Value {
        Value::Object(self.0)
    }
}

/// A list of texts.
pub fn texts<'a>(texts: impl IntoIterator<Item = &'a str>) -> Vec<Value> {
    let mut all = Vec::new();
    for text in texts {
        all.push(Value::from(text));
    }
    all
}

/// A moment, as it is stored.
pub fn moment(moment: &Moment) -> Value {
    Value::from(moment::encode(moment))
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
