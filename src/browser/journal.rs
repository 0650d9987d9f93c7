//! The journal (IndexedDB): every record once more, in a store that writes to the disk before it says
//! that it has. The first store answers at once, and forgets what it was told last when the browser is
//! killed; here nothing that was acknowledged is forgotten.
//!
//! It may be missing, refuse, or never answer. Then the app works without it, and says so.

mod many;

use js_sys::{Array, Function, Object, Promise, Reflect, Set};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    EventTarget, IdbDatabase, IdbKeyRange, IdbObjectStore, IdbOpenDbRequest, IdbRequest,
    IdbTransaction,
};

use crate::diary::heal::Holding;
use crate::diary::merge::Edit;
use crate::diary::stored;

pub use many::Undone;
use many::{BEFORE, TO_FOLLOW, UNDONE, drop_rows, row, rows_end, rows_key};

/// Pages of one account share an origin, and its databases: ours is named after us.
const DATABASE: &str = "unknot";
const STORE: &str = "records";
const READ: &str = "readonly";
const WRITE: &str = "readwrite";
/// Beside the records: how many times everything was erased.
const EPOCH: &str = "unknot/epoch";
/// So many records are asked for at once: many never hold up the page.
const AT_ONCE: usize = 200;
/// And so many are read.
const READ_AT_ONCE: u32 = 500;

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

    /// All records in it as of one moment, sorted by key, some at a time: `piece` is given them, and the key up
    /// to which there are no others; none where there are no more. The page has its turn in between. Says how
    /// many times everything was erased.
    ///
    /// # Errors
    /// What the browser says.
    pub async fn read(&self, piece: &mut dyn FnMut(Holding, Option<&str>)) -> Result<u32, Failed> {
        let (_, store) = self.begin(READ)?;
        // What was imported, and what was taken back, stand before and behind all records.
        let mut begin = rows_end(BEFORE);
        loop {
            let some = IdbKeyRange::bound_with_lower_open(&begin, &UNDONE.into(), true)?;
            let epoch = store.get(&EPOCH.into())?;
            let keys = store.get_all_keys_with_key_and_limit(&some, READ_AT_ONCE)?;
            let texts = store.get_all_with_key_and_limit(&some, READ_AT_ONCE)?;
            let texts: Array = result(&texts).await?.unchecked_into();
            let keys: Array = keys.result()?.unchecked_into();
            let epoch = epoch_of(&epoch.result()?);
            let mut records = Vec::new();
            for (key, text) in keys.iter().zip(texts.iter()) {
                if let (Some(key), Some(text)) = (key.as_string(), text.as_string())
                    && stored::is_record(&key)
                {
                    records.push((key, text));
                }
            }
            begin = keys.at(-1);
            let is_last = keys.length() < READ_AT_ONCE;
            let until = begin.as_string().filter(|_| !is_last);
            piece(Holding { epoch, records }, until.as_deref());
            if until.is_none() {
                return Ok(epoch);
            }
        }
    }

    /// Brings these edits in, by what is in it now: another tab may have changed that. One transaction
    /// reads, decides and writes, so that no edit of any tab is lost; all of them or none, and on the
    /// disk when it resolves. Of an import the records themselves [follow](Journal::follow_up). Gives
    /// what it then has under their keys; nothing where everything was erased since `epoch`: then the
    /// edits are of what is gone.
    ///
    /// # Errors
    /// What the browser says: no room, most often. Then nothing was written.
    pub async fn settle(
        &self,
        epoch: u32,
        edits: &[Edit],
        is_import: bool,
    ) -> Result<Option<Vec<(String, String)>>, Failed> {
        let Some((transaction, store)) = self.begin_whole(epoch).await? else {
            return Ok(None);
        };
        let settled = async {
            let mut all = Vec::new();
            // Of many most are new here, and need not be looked for one by one.
            let known = match is_import {
                true => Some(Set::new(&result(&store.get_all_keys()?).await?)),
                false => None,
            };
            if is_import {
                drop_rows(&store, BEFORE)?;
                // What was taken back may be written again.
                drop_rows(&store, UNDONE)?;
                put(&store, TO_FOLLOW, Some("0"))?;
            }
            for (n, some) in edits.chunks(AT_ONCE).enumerate() {
                let (mut keys, mut places) = (Vec::new(), Vec::new());
                for edit in some {
                    let key = edit.key.as_str().into();
                    let is_new = known.as_ref().is_some_and(|known| !known.has(&key));
                    places.push((!is_new).then_some(keys.len()));
                    if !is_new {
                        keys.push(key);
                    }
                }
                // So that the page has its turn where all are new.
                keys.push(EPOCH.into());
                let there = values(&store, keys).await?;
                let rows = Array::new();
                for (edit, place) in some.iter().zip(places) {
                    let theirs = place.and_then(|place| there[place].as_string());
                    // What cannot be read there stays there.
                    let Some(text) = edit.settled(theirs.as_deref()) else {
                        continue;
                    };
                    if is_import {
                        rows.push(&row(&edit.key, theirs.as_deref(), Some(&text)));
                    } else if theirs.as_ref() != Some(&text) {
                        put(&store, &edit.key, Some(&text))?;
                    }
                    all.push((edit.key.clone(), text));
                }
                if is_import {
                    store.put_with_key(&rows, &rows_key(BEFORE, n))?;
                }
            }
            Ok(Some(all))
        };
        settle_or_abort(&transaction, settled.await).await
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

/// How many times everything was erased, as it is stored.
fn epoch_of(stored: &JsValue) -> u32 {
    let epoch = stored.as_string().and_then(|text| text.parse().ok());
    epoch.unwrap_or(0)
}

/// What stands under these keys, in their order. The page has its turn meanwhile.
async fn values(store: &IdbObjectStore, keys: Vec<JsValue>) -> Result<Vec<JsValue>, Failed> {
    let mut asked = Vec::new();
    for key in keys {
        asked.push(store.get(&key)?);
    }
    if let Some(last) = asked.last() {
        result(last).await?;
    }
    asked.iter().map(IdbRequest::result).collect()
}

/// Ends a transaction: what was asked of it is on the disk, all of it, or nothing was done.
async fn settle_or_abort<T>(
    transaction: &IdbTransaction,
    outcome: Result<T, Failed>,
) -> Result<T, Failed> {
    match outcome {
        Ok(_) => done(transaction).await?,
        Err(_) => drop(transaction.abort()),
    }
    outcome
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
