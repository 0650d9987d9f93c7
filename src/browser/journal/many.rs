//! Many records in one go, and the way back. What comes in is written down first as rows of what each record
//! becomes, two hundred under one key: that takes a twentieth of the time that the records themselves take, and
//! from then on all of it counts. The records follow, some at a time; whoever reads or writes them next sees to
//! that first, this visit or another. The same rows are the way back.

use js_sys::Array;
use wasm_bindgen::JsValue;
use web_sys::{IdbKeyRange, IdbObjectStore, IdbTransaction};

use super::{EPOCH, Failed, Journal, READ, WRITE, done, epoch_of, put, settle_or_abort, values};
use crate::diary::merge::merge_encoded;

/// The rows of the last import: key, text before, text written.
pub(super) const BEFORE: &str = "unknot/before";
/// What was taken back of it: key, text before, text written.
pub(super) const UNDONE: &str = "unknot/undone";
/// The number of the first rows of which the records have not followed; nothing where all have.
pub(super) const TO_FOLLOW: &str = "unknot/filling";

/// A key, and two texts.
type Row = [Option<String>; 3];

/// A record that an import was taken back of.
pub struct Undone {
    /// Its key.
    pub key: String,
    /// What it is again; nothing where there was none.
    pub before: Option<String>,
    /// What the import had written.
    pub written: Option<String>,
}

impl Journal {
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

    /// Whether nothing of an import, or of one that was taken back, is still on its way.
    ///
    /// # Errors
    /// What the browser says.
    pub async fn is_settled(&self) -> Result<bool, Failed> {
        let (_, store) = self.begin(READ)?;
        let marks = values(&store, vec![TO_FOLLOW.into(), UNDONE.into()]).await?;
        Ok(marks.iter().all(JsValue::is_undefined))
    }

    /// Begins to write, when all records are as the last import left them. Nothing where everything was
    /// erased since `epoch`.
    pub(super) async fn begin_whole(
        &self,
        epoch: u32,
    ) -> Result<Option<(IdbTransaction, IdbObjectStore)>, Failed> {
        loop {
            let (transaction, store) = self.begin(WRITE)?;
            let marks = values(&store, vec![EPOCH.into(), TO_FOLLOW.into()]).await?;
            if epoch_of(&marks[0]) > epoch {
                return Ok(None);
            }
            if marks[1].is_undefined() {
                return Ok(Some((transaction, store)));
            }
            self.follow_up().await?;
        }
    }

    /// Takes the last import back, all of it or nothing: what it wrote becomes what was there before,
    /// unless it was changed since. Gives that, by key, and keeps it until it is forgotten.
    ///
    /// # Errors
    /// What the browser says. Then nothing was written.
    pub async fn put_back(&self) -> Result<Vec<Undone>, Failed> {
        let mut undone = Vec::new();
        let Some((transaction, store)) = self.begin_whole(u32::MAX).await? else {
            return Ok(undone);
        };
        let put_back = async {
            drop_rows(&store, UNDONE)?;
            for n in 0.. {
                let stored = values(&store, vec![rows_key(BEFORE, n)]).await?;
                let Some(rows) = rows_of(&stored) else {
                    break;
                };
                let there = values(&store, keys_of(&rows)).await?;
                let taken_back = Array::new();
                for ([key, before, written], there) in rows.into_iter().zip(there) {
                    if let Some(key) = key
                        && there.as_string() == written
                    {
                        put(&store, &key, before.as_deref())?;
                        taken_back.push(&row(&key, before.as_deref(), written.as_deref()));
                        undone.push(Undone {
                            key,
                            before,
                            written,
                        });
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
    pub async fn undone(&self) -> Result<Vec<Undone>, Failed> {
        let (_, store) = self.begin(READ)?;
        let mut undone = Vec::new();
        for n in 0.. {
            let stored = values(&store, vec![rows_key(UNDONE, n)]).await?;
            let Some(rows) = rows_of(&stored) else {
                break;
            };
            for [key, before, written] in rows {
                undone.extend(key.map(|key| Undone {
                    key,
                    before,
                    written,
                }));
            }
        }
        Ok(undone)
    }

    /// Forgets it.
    ///
    /// # Errors
    /// What the browser says.
    pub async fn forget_undone(&self) -> Result<(), Failed> {
        let (transaction, store) = self.begin(WRITE)?;
        drop_rows(&store, UNDONE)?;
        done(&transaction).await
    }

    /// Forgets what the last import wrote over, and what it wrote, taken back or not: it cannot be taken back
    /// any more.
    ///
    /// # Errors
    /// What the browser says.
    pub async fn forget_before(&self) -> Result<(), Failed> {
        let Some((transaction, store)) = self.begin_whole(u32::MAX).await? else {
            return Ok(());
        };
        drop_rows(&store, BEFORE)?;
        drop_rows(&store, UNDONE)?;
        done(&transaction).await
    }
}

/// Brings the records of the next rows to what they become. Whether none are left.
async fn follow(store: &IdbObjectStore) -> Result<bool, Failed> {
    let next = values(store, vec![TO_FOLLOW.into()]).await?;
    if next[0].is_undefined() {
        return Ok(true);
    }
    // What cannot be read begins again: to follow twice changes nothing.
    let next = next[0].as_string().and_then(|next| next.parse().ok());
    let next = next.unwrap_or(0);
    let stored = values(store, vec![rows_key(BEFORE, next)]).await?;
    let Some(rows) = rows_of(&stored) else {
        put(store, TO_FOLLOW, None)?;
        return Ok(true);
    };
    let there = values(store, keys_of(&rows)).await?;
    for ([key, before, written], there) in rows.into_iter().zip(there) {
        let (Some(key), Some(written)) = (key, written) else {
            continue;
        };
        let text = match there.as_string() {
            Some(there) if Some(&there) != before.as_ref() => merge_encoded(&key, &written, &there),
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

pub(super) fn row(key: &str, before: Option<&str>, written: Option<&str>) -> Array {
    let text = |text: Option<&str>| text.map_or(JsValue::NULL, JsValue::from_str);
    Array::of3(&key.into(), &text(before), &text(written))
}

fn keys_of(rows: &[Row]) -> Vec<JsValue> {
    let key = |[key, ..]: &Row| key.as_deref().unwrap_or_default().into();
    rows.iter().map(key).collect()
}

/// The key of the nth rows of a kind.
pub(super) fn rows_key(kind: &str, n: usize) -> JsValue {
    match n {
        0 => kind.into(),
        n => format!("{kind}/{n}").into(),
    }
}

/// What comes right behind the last of them: "0" follows "/".
pub(super) fn rows_end(kind: &str) -> JsValue {
    format!("{kind}0").into()
}

/// Rows as they are stored; none where there are none.
fn rows_of(stored: &[JsValue]) -> Option<Vec<Row>> {
    let texts = |row: JsValue| {
        let row = Array::from(&row);
        [0, 1, 2].map(|n| row.get(n).as_string())
    };
    let rows = Array::is_array(&stored[0]).then(|| Array::from(&stored[0]));
    rows.map(|rows| rows.iter().map(texts).collect())
}

/// Drops all rows of a kind.
pub(super) fn drop_rows(store: &IdbObjectStore, kind: &str) -> Result<(), Failed> {
    let all = IdbKeyRange::bound(&kind.into(), &rows_end(kind))?;
    store.delete(&all).map(drop)
}
