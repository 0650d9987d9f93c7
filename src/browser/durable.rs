//! The driver of the durable store (IndexedDB): opens it, runs transactions, and reads. A transaction completes when it is
//! on the disk. The store may be missing, refuse, lose its connection, or never answer.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    EventTarget, IdbDatabase, IdbKeyRange, IdbObjectStore, IdbOpenDbRequest, IdbRequest,
    IdbTransaction,
};

use crate::store::event::{Failure, Slice};
use crate::store::keys::{EPOCH, REVERTED_LOG, SEQUENCE, UNDO_LOG};
use crate::store::transaction::{
    Completion, DurableValue, Got, ImportRow, Next, Transaction, Write, rows_end, rows_key,
};

/// The name of the database. Pages of one account share an origin, and its databases.
const DATABASE: &str = "unknot";
const STORE: &str = "records";
/// The number of records per read, so that a large diary never blocks the page.
const SLICE: u32 = 500;

/// The open database.
pub struct Durable {
    database: IdbDatabase,
    /// Whether the connection is closed: by the browser, or for a newer version of the database.
    is_closed: Rc<Cell<bool>>,
}

impl Durable {
    /// Opens the database, and creates it if it is missing. `lost` is called when the connection is closed later.
    ///
    /// # Errors
    /// [`Failure`].
    pub async fn open(lost: impl Fn() + 'static) -> Result<Durable, Failure> {
        let factory = web_sys::window().ok_or(Failure::Absent)?.indexed_db();
        let factory = factory
            .map_err(|error| failure(&error))?
            .ok_or(Failure::Absent)?;
        let database = connect(&factory).await.map_err(|error| failure(&error))?;
        let is_closed = Rc::new(Cell::new(false));
        let durable = Durable {
            database: database.clone(),
            is_closed: is_closed.clone(),
        };
        let closed = Closure::<dyn Fn()>::new(move || {
            // Another version of the app, or a page that deletes the database, waits until this connection is closed.
            database.close();
            if !is_closed.replace(true) {
                lost();
            }
        });
        for event in ["close", "versionchange"] {
            let act: &Function = closed.as_ref().unchecked_ref();
            on(&durable.database, event, act).map_err(|error| failure(&error))?;
        }
        closed.forget();
        Ok(durable)
    }

    /// Runs a transaction, whose steps read and write. When the future resolves, all of it is on the disk.
    ///
    /// # Errors
    /// [`Failure`]. Then nothing was written.
    pub async fn run(&self, mut transaction: Transaction) -> Result<Completion, Failure> {
        let mode = match transaction.is_reading() {
            true => "readonly",
            false => "readwrite",
        };
        let run = async {
            let (begun, store) = self.begin(mode)?;
            match steps(&store, &mut transaction).await {
                Ok(answer) => done(&begun).await.map(|()| answer),
                Err(error) => {
                    let _ = begun.abort();
                    Err(error)
                }
            }
        };
        run.await.map_err(|error| self.failure(&error))
    }

    /// Reads all records from one snapshot, and calls `see` with each slice. Yields to the browser in between.
    ///
    /// # Errors
    /// [`Failure`].
    pub async fn read(&self, see: &mut dyn FnMut(Slice)) -> Result<(), Failure> {
        self.slices(see).await.map_err(|error| self.failure(&error))
    }

    async fn slices(&self, see: &mut dyn FnMut(Slice)) -> Result<(), JsValue> {
        let (_, store) = self.begin("readonly")?;
        let mut reverted = Vec::new();
        for n in 0.. {
            let key = rows_key(REVERTED_LOG, n);
            match values(&store, &[key]).await?.pop().flatten() {
                Some(DurableValue::Rows(rows)) => reverted.extend(rows),
                _ => break,
            }
        }
        // The keys of import logs sort before and after those of all records.
        let mut begin = JsValue::from(rows_end(UNDO_LOG));
        loop {
            let range = IdbKeyRange::bound_with_lower_open(&begin, &REVERTED_LOG.into(), true)?;
            let marks = [EPOCH, SEQUENCE].map(|key| store.get(&key.into()));
            let keys = store.get_all_keys_with_key_and_limit(&range, SLICE)?;
            let texts = store.get_all_with_key_and_limit(&range, SLICE)?;
            let texts: Array = result(&texts).await?.unchecked_into();
            let keys: Array = keys.result()?.unchecked_into();
            let mut numbers = Vec::new();
            for mark in marks {
                let number = mark?.result()?.as_string();
                numbers.push(number.and_then(|text| text.parse().ok()).unwrap_or(0));
            }
            let mut records = Vec::new();
            for (key, text) in keys.iter().zip(texts.iter()) {
                if let (Some(key), Some(text)) = (key.as_string(), text.as_string()) {
                    records.push((key, text));
                }
            }
            begin = keys.at(-1);
            let is_last = keys.length() < SLICE;
            let until = begin.as_string().filter(|_| !is_last);
            let is_over = until.is_none();
            see(Slice {
                epoch: numbers[0],
                sequence: numbers[1],
                reverted: std::mem::take(&mut reverted),
                records,
                until,
            });
            if is_over {
                return Ok(());
            }
        }
    }

    /// Strict durability: a transaction completes when it is on the disk, not when it is in a buffer of the system.
    /// (`web-sys` has no binding for the option yet.)
    fn begin(&self, mode: &str) -> Result<(IdbTransaction, IdbObjectStore), JsValue> {
        let options = Object::new();
        Reflect::set(&options, &"durability".into(), &"strict".into())?;
        let transaction: Function =
            Reflect::get(&self.database, &"transaction".into())?.unchecked_into();
        let begun = transaction.call3(&self.database, &STORE.into(), &mode.into(), &options)?;
        let begun: IdbTransaction = begun.unchecked_into();
        let store = begun.object_store(STORE)?;
        Ok((begun, store))
    }

    fn failure(&self, error: &JsValue) -> Failure {
        match self.is_closed.get() {
            true => Failure::Lost,
            false => failure(error),
        }
    }
}

async fn connect(factory: &web_sys::IdbFactory) -> Result<IdbDatabase, JsValue> {
    let request = factory.open(DATABASE)?;
    let asked = request.clone();
    let made = Closure::once_into_js(move || make(&asked));
    on(&request, "upgradeneeded", made.unchecked_ref())?;
    Ok(result(&request).await?.unchecked_into())
}

fn make(request: &IdbOpenDbRequest) {
    if let Ok(database) = request.result() {
        let database: IdbDatabase = database.unchecked_into();
        let _ = database.create_object_store(STORE);
    }
}

/// Carries out the steps of a transaction.
async fn steps(
    store: &IdbObjectStore,
    transaction: &mut Transaction,
) -> Result<Completion, JsValue> {
    let mut got = Got::Nothing;
    loop {
        let step = transaction.step(got);
        for write in &step.writes {
            carry_out(store, write)?;
        }
        got = match step.next {
            Next::Get(keys) => Got::Values(values(store, &keys).await?),
            Next::Keys => {
                let keys: Array = result(&store.get_all_keys()?).await?.unchecked_into();
                // All keys as one text: to copy them one by one takes several times as long.
                let keys: String = keys.join("\n").into();
                Got::Keys(keys.split('\n').map(str::to_string).collect())
            }
            Next::Done(answer) => return Ok(answer),
        };
    }
}

fn carry_out(store: &IdbObjectStore, write: &Write) -> Result<(), JsValue> {
    match write {
        Write::Put(key, DurableValue::Text(text)) => {
            store.put_with_key(&text.into(), &key.into())?;
        }
        Write::Put(key, DurableValue::Rows(rows)) => {
            let text = |text: &Option<String>| text.as_ref().map_or(JsValue::NULL, JsValue::from);
            let row = |row: &ImportRow| {
                Array::of3(&(&row.key).into(), &text(&row.before), &text(&row.written))
            };
            let rows: Array = rows.iter().map(row).collect();
            store.put_with_key(&rows, &key.into())?;
        }
        Write::Remove(key) => drop(store.delete(&key.into())?),
        Write::RemoveRows(log) => {
            let all = IdbKeyRange::bound(&(*log).into(), &rows_end(log).into())?;
            store.delete(&all)?;
        }
        Write::Clear => drop(IdbObjectStore::clear(store)?),
    }
    Ok(())
}

/// The values under these keys, in their order. Yields to the browser, even without a key.
async fn values(
    store: &IdbObjectStore,
    keys: &[String],
) -> Result<Vec<Option<DurableValue>>, JsValue> {
    let mut asked = Vec::new();
    for key in keys {
        asked.push(store.get(&key.into())?);
    }
    match asked.last() {
        Some(last) => drop(result(last).await?),
        None => drop(result(&store.get(&EPOCH.into())?).await?),
    }
    let mut values = Vec::new();
    for request in asked {
        values.push(value(&request.result()?));
    }
    Ok(values)
}

fn value(stored: &JsValue) -> Option<DurableValue> {
    if let Some(text) = stored.as_string() {
        return Some(DurableValue::Text(text));
    }
    if !Array::is_array(stored) {
        return None;
    }
    let mut rows = Vec::new();
    for row in Array::from(stored).iter() {
        let row = Array::from(&row);
        let [key, before, written] = [0, 1, 2].map(|n| row.get(n).as_string());
        if let Some(key) = key {
            rows.push(ImportRow {
                key,
                before,
                written,
            });
        }
    }
    Some(DurableValue::Rows(rows))
}

/// The result of a request that has succeeded.
async fn result(request: &IdbRequest) -> Result<JsValue, JsValue> {
    JsFuture::from(first_of(request, "success", &["error", "blocked"])?).await?;
    request.result()
}

/// Waits until a transaction is on the disk.
async fn done(transaction: &IdbTransaction) -> Result<(), JsValue> {
    let complete = first_of(transaction, "complete", &["abort", "error"])?;
    JsFuture::from(complete).await.map(|_| ())
}

/// Resolves with the success event, or fails with the first error event. It listens from the call on, not from the first
/// poll.
fn first_of(target: &EventTarget, good: &str, bad: &[&str]) -> Result<Promise, JsValue> {
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

fn on(target: &EventTarget, event: &str, act: &Function) -> Result<(), JsValue> {
    target.add_event_listener_with_callback(event, act)
}

/// The failure, from an exception or from an event whose target has an error.
fn failure(error: &JsValue) -> Failure {
    let own = |of: &JsValue, name: &str| {
        let value = Reflect::get(of, &name.into()).ok()?;
        (!value.is_undefined() && !value.is_null()).then_some(value)
    };
    let of_event = own(error, "target").and_then(|target| own(&target, "error"));
    let name = own(&of_event.unwrap_or_else(|| error.clone()), "name");
    match name.and_then(|name| name.as_string()).as_deref() {
        Some("QuotaExceededError") => Failure::Full,
        Some("InvalidStateError") => Failure::Lost,
        _ => Failure::Aborted,
    }
}
