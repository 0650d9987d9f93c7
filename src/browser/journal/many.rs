//! Many records in one go, and the way back. What comes in is written down first as rows of what each record
//! becomes, two hundred under one key: that takes a twentieth of the time that the records themselves take, and
//! from then on all of it counts. The records follow, some at a time; whoever reads or writes them next sees to
//! that first, this visit or another. The same rows are the way back.

use js_sys::{Array, Set};
use wasm_bindgen::JsValue;
use web_sys::{IdbKeyRange, IdbObjectStore, IdbTransaction};

use super::{
    AT_ONCE, Failed, Journal, READ, Texts, WRITE, done, get_all, is_erased_since, put, result,
    settle_or_abort,
};
use crate::diary::merge::{Edit, united};

/// The rows of the last import: key, text before, text written.
const BEFORE: &str = "unknot/before";
/// What was taken back of it: key, text.
const UNDONE: &str = "unknot/undone";
/// The number of the first rows of which the records have not followed; nothing where all have.
const TO_FOLLOW: &str = "unknot/filling";

/// A key, and two texts.
type Row = [Option<String>; 3];

impl Journal {
    /// Brings in what a file holds, by what is in it now: all of it or nothing, and on the disk when it
    /// resolves. Gives what it then has under these keys; nothing where everything was erased since
    /// `epoch`. The records themselves [follow](Journal::follow_up).
    ///
    /// # Errors
    /// What the browser says: no room, most often. Then nothing was written.
    pub async fn import(
        &self,
        epoch: u32,
        edits: &[Edit],
    ) -> Result<Option<Vec<(String, String)>>, Failed> {
        let (transaction, store) = self.begin_whole().await?;
        let imported = async {
            if is_erased_since(epoch, &store).await? {
                return Ok(None);
            }
            drop_rows(&store, BEFORE)?;
            // Most are new here, and need not be looked for one by one.
            let known = Set::new(&result(&store.get_all_keys()?).await?);
            let mut all = Vec::new();
            for (n, some) in edits.chunks(AT_ONCE).enumerate() {
                let mut asked = Vec::new();
                for edit in some {
                    let key = edit.key.as_str().into();
                    asked.push(known.has(&key).then(|| store.get(&key)).transpose()?);
                }
                if let Some(last) = asked.iter().flatten().next_back() {
                    result(last).await?;
                }
                let rows = Array::new();
                for (edit, asked) in some.iter().zip(asked) {
                    let theirs = asked.map(|asked| asked.result()).transpose()?;
                    let theirs = theirs.and_then(|theirs| theirs.as_string());
                    // What cannot be read there stays there.
                    if let Some(text) = edit.settled(theirs.as_deref()) {
                        rows.push(&row(&edit.key, theirs.as_deref(), Some(&text)));
                        all.push((edit.key.clone(), text));
                    }
                }
                // The page has its turn.
                result(&store.put_with_key(&rows, &rows_key(BEFORE, n))?).await?;
            }
            put(&store, TO_FOLLOW, Some("0"))?;
            Ok(Some(all))
        };
        settle_or_abort(&transaction, imported.await).await
    }

    /// Brings the records to what the last import said that they become, unless all are.
    ///
    /// # Errors
    /// What the browser says. Whoever comes next goes on with it.
    pub async fn follow_up(&self) -> Result<(), Failed> {
        loop {
            let (transaction, store) = self.begin(WRITE)?;
            let followed = follow(&store).await;
            if settle_or_abort(&transaction, followed).await? {
                return Ok(());
            }
        }
    }

    /// Begins to write, when all records are as the last import left them.
    pub(super) async fn begin_whole(&self) -> Result<(IdbTransaction, IdbObjectStore), Failed> {
        loop {
            let (transaction, store) = self.begin(WRITE)?;
            if result(&store.get(&TO_FOLLOW.into())?).await?.is_undefined() {
                return Ok((transaction, store));
            }
            self.follow_up().await?;
        }
    }

    /// Takes the last import back, all of it or nothing: what it wrote becomes what was there before,
    /// unless it was changed since. Gives that, by key, and keeps it until it is forgotten.
    ///
    /// # Errors
    /// What the browser says. Then nothing was written.
    pub async fn put_back(&self) -> Result<Texts, Failed> {
        let (transaction, store) = self.begin_whole().await?;
        let put_back = async {
            let mut undone = Vec::new();
            drop_rows(&store, UNDONE)?;
            for n in 0.. {
                let Some(rows) = rows(&store, BEFORE, n).await? else {
                    break;
                };
                let there = get_all(&store, keys_of(&rows)).await?;
                let taken_back = Array::new();
                for ([key, before, written], there) in rows.into_iter().zip(there) {
                    if let Some(key) = key
                        && there == written
                    {
                        put(&store, &key, before.as_deref())?;
                        taken_back.push(&row(&key, before.as_deref(), None));
                        undone.push((key, before));
                    }
                }
                store.put_with_key(&taken_back, &rows_key(UNDONE, n))?;
            }
            drop_rows(&store, BEFORE)?;
            Ok(undone)
        };
        settle_or_abort(&transaction, put_back.await).await
    }

    /// What was taken back and is not forgotten: the first store may not have followed.
    ///
    /// # Errors
    /// What the browser says.
    pub async fn undone(&self) -> Result<Texts, Failed> {
        let (_, store) = self.begin(READ)?;
        let mut undone = Vec::new();
        for n in 0.. {
            let Some(rows) = rows(&store, UNDONE, n).await? else {
                break;
            };
            for [key, before, _] in rows {
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
        drop_rows(&store, UNDONE)?;
        done(&transaction).await
    }
}

/// Brings the records of the next rows to what they become. Whether none are left.
async fn follow(store: &IdbObjectStore) -> Result<bool, Failed> {
    let next = result(&store.get(&TO_FOLLOW.into())?).await?.as_string();
    let Some(next) = next.and_then(|next| next.parse().ok()) else {
        return Ok(true);
    };
    let Some(rows) = rows(store, BEFORE, next).await? else {
        put(store, TO_FOLLOW, None)?;
        return Ok(true);
    };
    let there = get_all(store, keys_of(&rows)).await?;
    for ([key, before, written], there) in rows.into_iter().zip(there) {
        let (Some(key), Some(written)) = (key, written) else {
            continue;
        };
        let text = match there {
            Some(there) if Some(&there) != before.as_ref() => united(&key, &written, &there),
            _ => Some(written),
        };
        // What cannot be read there stays there.
        if let Some(text) = text {
            put(store, &key, Some(&text))?;
        }
    }
    put(store, TO_FOLLOW, Some(&(next + 1).to_string()))?;
    Ok(false)
}

fn row(key: &str, before: Option<&str>, written: Option<&str>) -> Array {
    let text = |text: Option<&str>| text.map_or(JsValue::NULL, JsValue::from_str);
    Array::of3(&key.into(), &text(before), &text(written))
}

fn keys_of(rows: &[Row]) -> impl Iterator<Item = &str> {
    rows.iter()
        .map(|[key, ..]| key.as_deref().unwrap_or_default())
}

/// The key of the nth rows of a kind.
fn rows_key(kind: &str, n: usize) -> JsValue {
    match n {
        0 => kind.into(),
        n => format!("{kind}/{n}").into(),
    }
}

/// The nth rows of a kind; none behind the last.
async fn rows(store: &IdbObjectStore, kind: &str, n: usize) -> Result<Option<Vec<Row>>, Failed> {
    let rows = result(&store.get(&rows_key(kind, n))?).await?;
    let texts = |row: JsValue| {
        let row = Array::from(&row);
        [0, 1, 2].map(|n| row.get(n).as_string())
    };
    let is_there = Array::is_array(&rows);
    Ok(is_there.then(|| Array::from(&rows).iter().map(texts).collect()))
}

/// Drops all rows of a kind.
fn drop_rows(store: &IdbObjectStore, kind: &str) -> Result<(), Failed> {
    // "0" comes right behind "/".
    let all = IdbKeyRange::bound(&kind.into(), &format!("{kind}0").into())?;
    store.delete(&all).map(drop)
}
