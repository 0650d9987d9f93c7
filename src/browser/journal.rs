//! The journal (IndexedDB): every record once more, in a store that writes to the disk before it says
//! that it has. The first store answers at once, and forgets what it was told last when the browser is
//! killed; here nothing that was acknowledged is forgotten.
//!
//! It may be missing, refuse, or never answer. Then the app works without it, and says so.

use js_sys::{Array, Function, Object, Promise, Reflect, Set};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    EventTarget, IdbDatabase, IdbObjectStore, IdbOpenDbRequest, IdbRequest, IdbTransaction,
};

use crate::diary::heal::Holding;
use crate::diary::merge::Edit;
use crate::diary::stored;

/// Pages of one account share an origin, and its databases: ours is named after us.
const DATABASE: &str = "unknot";
const STORE: &str = "records";
const READ: &str = "readonly";
const WRITE: &str = "readwrite";
/// Beside the records: how many times everything was erased.
const EPOCH: &str = "unknot/epoch";
/// And what the last import has replaced: key, text before, text written.
const BEFORE: &str = "unknot/before";
/// Or what was taken back of it.
const UNDONE: &str = "unknot/undone";
/// So many records are asked for at once: an import of many never holds up the page.
const AT_ONCE: usize = 200;

/// It did not do what it was asked. Why is for the console; the person is told what it means.
pub type Failed = JsValue;

/// Texts by key; none where there is nothing.
pub type Texts = Vec<(String, Option<String>)>;

/// The open journal.
#[derive(Clone)]
pub struct Journal(IdbDatabase);

impl Journal {
    /// Opens it, and makes it where it is not there yet.
    ///
    /// # Errors
    /// Where the browser has none, or refuses (a private window).
    pub async fn open() -> Result<Journal, Failed> {
        let factory = web_sys::window().ok_or(JsValue::NULL)?.indexed_db()?;
        let request = factory.ok_or(JsValue::NULL)?.open(DATABASE)?;
        let asked = request.clone();
        let made = Closure::once_into_js(move || make(&asked));
        on(&request, "upgradeneeded", made.unchecked_ref())?;
        let database: IdbDatabase = result(&request).await?.unchecked_into();
        Ok(Journal(database))
    }

    /// Everything in it. (The browser gives it sorted by key.)
    ///
    /// # Errors
    /// What the browser says.
    pub async fn read(&self) -> Result<Holding, Failed> {
        let (transaction, store) = self.begin(READ)?;
        let (keys, texts) = (store.get_all_keys()?, store.get_all()?);
        done(&transaction).await?;
        let (keys, texts): (Array, Array) = (
            keys.result()?.unchecked_into(),
            texts.result()?.unchecked_into(),
        );
        let mut holding = Holding::default();
        for (key, text) in keys.iter().zip(texts.iter()) {
            let (Some(key), Some(text)) = (key.as_string(), text.as_string()) else {
                continue;
            };
            if key == EPOCH {
                holding.epoch = text.parse().unwrap_or(0);
            } else if stored::is_record(&key) {
                holding.records.push((key, text));
            }
        }
        Ok(holding)
    }

    /// Brings these edits in, by what is in it now: another tab may have changed that. One transaction
    /// reads, decides and writes, so that no edit of any tab is lost; all of them or none, and on the
    /// disk when it resolves. Gives what it then has under their keys; nothing where everything was
    /// erased since `epoch`: then the edits are of what is gone.
    ///
    /// # Errors
    /// What the browser says: no room, most often. Then nothing was written.
    pub async fn settle(
        &self,
        epoch: u32,
        edits: &[Edit],
        is_import: bool,
    ) -> Result<Option<Vec<(String, String)>>, Failed> {
        let (transaction, store) = self.begin(WRITE)?;
        let settled = async {
            let erased = result(&store.get(&EPOCH.into())?).await?.as_string();
            if erased.and_then(|text| text.parse().ok()).unwrap_or(0) > epoch {
                return Ok(None);
            }
            let mut all = Vec::new();
            let replaced = Array::new();
            // Of many most are new here, and need not be looked for one by one.
            let known = match is_import {
                true => Some(Set::new(&result(&store.get_all_keys()?).await?)),
                false => None,
            };
            for some in edits.chunks(AT_ONCE) {
                let mut asked = Vec::new();
                for edit in some {
                    let key = edit.key.as_str().into();
                    let is_new = known.as_ref().is_some_and(|known| !known.has(&key));
                    asked.push(if is_new { None } else { Some(store.get(&key)?) });
                }
                // The page has its turn.
                result(&store.get(&EPOCH.into())?).await?;
                for (edit, asked) in some.iter().zip(asked) {
                    let theirs = match asked {
                        Some(asked) => asked.result()?.as_string(),
                        None => None,
                    };
                    // What cannot be read there stays there.
                    let Some(text) = edit.settled(theirs.as_deref()) else {
                        continue;
                    };
                    if theirs.as_ref() != Some(&text) {
                        put(&store, &edit.key, Some(&text))?;
                    }
                    if is_import {
                        replaced.push(&row(&edit.key, theirs.as_deref(), Some(&text)));
                    }
                    all.push((edit.key.clone(), text));
                }
            }
            if is_import {
                store.put_with_key(&replaced, &BEFORE.into())?;
            }
            Ok(Some(all))
        };
        let settled = settled.await;
        if settled.is_err() {
            let _ = transaction.abort();
        } else {
            done(&transaction).await?;
        }
        settled
    }

    /// Takes the last import back, all of it or nothing: what it wrote becomes what was there before,
    /// unless it was changed since. Gives that, by key, and keeps it until it is forgotten.
    ///
    /// # Errors
    /// What the browser says. Then nothing was written.
    pub async fn put_back(&self) -> Result<Texts, Failed> {
        let (transaction, store) = self.begin(WRITE)?;
        let mut undone = Vec::new();
        let put_back = async {
            let replaced = Array::from(&result(&store.get(&BEFORE.into())?).await?);
            let all: Vec<JsValue> = replaced.iter().collect();
            for some in all.chunks(AT_ONCE) {
                let mut asked = Vec::new();
                for replaced in some {
                    asked.push(store.get(&Array::from(replaced).get(0))?);
                }
                if let Some(last) = asked.last() {
                    result(last).await?;
                }
                for (replaced, asked) in some.iter().zip(asked) {
                    let [key, before, written] = texts_of(replaced);
                    if let Some(key) = key
                        && asked.result()?.as_string() == written
                    {
                        put(&store, &key, before.as_deref())?;
                        undone.push((key, before));
                    }
                }
            }
            let rows = Array::new();
            for (key, before) in &undone {
                rows.push(&row(key, before.as_deref(), None));
            }
            store.put_with_key(&rows, &UNDONE.into())?;
            store.delete(&BEFORE.into())?;
            Ok(())
        };
        let put_back: Result<(), Failed> = put_back.await;
        if let Err(failed) = put_back {
            let _ = transaction.abort();
            return Err(failed);
        }
        done(&transaction).await?;
        Ok(undone)
    }

    /// What was taken back and is not forgotten: the first store may not have followed.
    ///
    /// # Errors
    /// What the browser says.
    pub async fn undone(&self) -> Result<Texts, Failed> {
        let (_, store) = self.begin(READ)?;
        let rows = result(&store.get(&UNDONE.into())?).await?;
        let mut undone = Vec::new();
        if Array::is_array(&rows) {
            for replaced in Array::from(&rows).iter() {
                let [key, before, _] = texts_of(&replaced);
                undone.extend(key.map(|key| (key, before)));
            }
        }
        Ok(undone)
    }

    /// Forgets it.
    ///
    /// # Errors
    /// What the browser says.
    pub async fn forget_before(&self) -> Result<(), Failed> {
        let (transaction, store) = self.begin(WRITE)?;
        store.delete(&UNDONE.into())?;
        done(&transaction).await
    }

    /// Notes how often everything was erased, and empties it where it does not know of the last time.
    ///
    /// # Errors
    /// What the browser says.
    pub async fn mark(&self, epoch: u32, is_emptied: bool) -> Result<(), Failed> {
        let (transaction, store) = self.begin(WRITE)?;
        if is_emptied {
            // Of this database, which is ours alone.
            IdbObjectStore::clear(&store)?;
        }
        put(&store, EPOCH, Some(&epoch.to_string()))?;
        done(&transaction).await
    }

    /// Strict: a transaction is complete when it is on the disk, not when it is on its way there.
    /// (`web-sys` does not know that option yet.)
    fn begin(&self, mode: &str) -> Result<(IdbTransaction, IdbObjectStore), Failed> {
        let options = Object::new();
        Reflect::set(&options, &"durability".into(), &"strict".into())?;
        let transaction: Function = Reflect::get(&self.0, &"transaction".into())?.unchecked_into();
        let begun = transaction.call3(&self.0, &STORE.into(), &mode.into(), &options)?;
        let begun: IdbTransaction = begun.unchecked_into();
        let store = begun.object_store(STORE)?;
        Ok((begun, store))
    }
}

fn make(request: &IdbOpenDbRequest) {
    if let Ok(database) = request.result() {
        let database: IdbDatabase = database.unchecked_into();
        let _ = database.create_object_store(STORE);
    }
}

fn put(store: &IdbObjectStore, key: &str, text: Option<&str>) -> Result<(), Failed> {
    let key = JsValue::from_str(key);
    match text {
        Some(text) => store.put_with_key(&JsValue::from_str(text), &key)?,
        None => store.delete(&key)?,
    };
    Ok(())
}

fn row(key: &str, before: Option<&str>, written: Option<&str>) -> Array {
    let text = |text: Option<&str>| text.map_or(JsValue::NULL, JsValue::from_str);
    Array::of3(&key.into(), &text(before), &text(written))
}

fn texts_of(row: &JsValue) -> [Option<String>; 3] {
    let row = Array::from(row);
    [0, 1, 2].map(|n| row.get(n).as_string())
}

/// What a request gives, when it has succeeded.
async fn result(request: &IdbRequest) -> Result<JsValue, Failed> {
    JsFuture::from(first_of(request, "success", &["error", "blocked"])?).await?;
    request.result()
}

/// Waits until a transaction is on the disk.
async fn done(transaction: &IdbTransaction) -> Result<(), Failed> {
    let complete = first_of(transaction, "complete", &["abort", "error"])?;
    JsFuture::from(complete).await.map(|_| ())
}

/// Resolves with the good event, or fails with the first bad one. It listens from now on, not from
/// when it is awaited.
fn first_of(target: &EventTarget, good: &str, bad: &[&str]) -> Result<Promise, Failed> {
    let mut listens = Ok(());
    let promise = Promise::new(&mut |resolve, reject| {
        listens = on(target, good, &resolve);
        for event in bad {
            if listens.is_ok() {
                listens = on(target, event, &reject);
            }
        }
    });
    listens.map(|()| promise)
}

fn on(target: &EventTarget, event: &str, act: &Function) -> Result<(), Failed> {
    target.add_event_listener_with_callback(event, act)
}
