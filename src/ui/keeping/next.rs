//! Many records in one go where there is no journal. They are laid out beside those that are there, then
//! one key says that they count, then each takes its place. Stopped before that key nothing was done;
//! after it, the next start goes on.

use super::{AT_ONCE, Keeping};
use crate::browser::clock;
use crate::browser::storage::{self, Fault};
use crate::diary::merge::merge_encoded;
use crate::diary::stored::PREFIX;

/// Before what is laid out counts this holds room for the longest of it to move; then [`COUNTS`].
const STATE: &str = "unknot/next";
const COUNTS: &str = "1";

/// What is laid out stands under this and the rest of its key.
const LAID_OUT: &str = "unknot/next/";

/// Before a text that is put back as it was, not merged with what is there. Without a text there was nothing.
const AS_IT_WAS: char = '=';

impl Keeping {
    /// Brings these records into the first store, all of them or none, merged with what is stored then.
    /// Gives what was under their keys before; `None` when everything was erased meanwhile.
    ///
    /// # Errors
    /// [`Fault`]: there is no room for all of them, or no store. Then nothing was changed.
    pub async fn import_alone(
        self,
        texts: &[(String, String)],
        progress: &dyn Fn(usize, usize),
    ) -> Result<Option<Vec<(String, Option<String>)>>, Fault> {
        let epoch = self.epoch();
        let laid_out = lay_out(texts).await;
        let is_erased = self.epoch() != epoch;
        let counts = match laid_out {
            Ok(_) if is_erased => Ok(None),
            // Another tab that starts drops what does not count yet.
            Ok(before)
                if storage::keys(LAID_OUT).is_ok_and(|there| there.len() == before.len()) =>
            {
                storage::write(STATE, COUNTS).map(|()| Some(before))
            }
            Ok(_) => Err(Fault::Blocked),
            Err(fault) => Err(fault),
        };
        let Ok(Some(before)) = counts else {
            let _ = sweep();
            return counts;
        };
        let mut done = 0;
        for some in texts.chunks(AT_ONCE) {
            for (key, _) in some {
                // What is hindered here the next start puts in its place.
                let _ = place(key);
            }
            done += some.len();
            progress(done, texts.len());
            clock::pause().await;
        }
        let _ = finish_import();
        self.read_anew().await;
        self.say_to_others("", "");
        Ok(Some(before))
    }

    /// Takes such an import back: the records are as they were before.
    ///
    /// # Errors
    /// [`Fault`]. Then nothing was changed.
    pub async fn undo_import_alone(self, before: &[(String, Option<String>)]) -> Result<(), Fault> {
        let mut texts = Vec::new();
        for (key, text) in before {
            let mut exact = String::from(AS_IT_WAS);
            exact.push_str(text.as_deref().unwrap_or_default());
            texts.push((key.clone(), exact));
        }
        self.import_alone(&texts, &|_, _| {}).await.map(drop)
    }
}

/// Lays them out. Gives what was there before.
async fn lay_out(texts: &[(String, String)]) -> Result<Vec<(String, Option<String>)>, Fault> {
    finish_import()?;
    sweep()?;
    let longest = texts.iter().map(|(key, text)| key.len() + text.len()).max();
    storage::write(STATE, &" ".repeat(longest.unwrap_or(0)))?;
    let mut before = Vec::new();
    for some in texts.chunks(AT_ONCE) {
        for (key, text) in some {
            before.push((key.clone(), storage::read(key)?));
            storage::write(&beside(key), text)?;
        }
        clock::pause().await;
    }
    Ok(before)
}

/// Goes on with an import that was stopped: what counts takes its place, what does not is dropped.
pub(super) fn finish_import() -> Result<(), Fault> {
    match storage::read(STATE)?.as_deref() {
        None => return Ok(()),
        Some(COUNTS) => {
            for key in storage::keys(LAID_OUT)? {
                place(&[PREFIX, &key[LAID_OUT.len()..]].concat())?;
            }
            // As long as one is left they all count.
            if !storage::keys(LAID_OUT)?.is_empty() {
                return Err(Fault::Blocked);
            }
            storage::remove(STATE)?;
        }
        Some(_) => sweep()?,
    }
    Ok(())
}

fn beside(key: &str) -> String {
    [LAID_OUT, &key[PREFIX.len()..]].concat()
}

/// Moves one to its place, together with what another tab may have stored there.
fn place(key: &str) -> Result<(), Fault> {
    let beside = beside(key);
    let Some(text) = storage::read(&beside)? else {
        return Ok(());
    };
    match text.strip_prefix(AS_IT_WAS) {
        Some("") => storage::remove(key)?,
        Some(exact) => storage::write(key, exact)?,
        None => {
            let there = storage::read(key)?;
            let both = there.and_then(|there| merge_encoded(key, &text, &there));
            storage::write(key, &both.unwrap_or(text))?;
        }
    }
    storage::remove(&beside)
}

/// Drops what was laid out and does not count. What is hindered here the next start drops.
fn sweep() -> Result<(), Fault> {
    for key in storage::keys(LAID_OUT)? {
        storage::remove(&key)?;
    }
    storage::remove(STATE)
}
