//! The transactions of an import: its log of rows, their records, and the undo.

use super::{
    AT_ONCE, Completion, DurableValue, ImportRow, Operation, Stage, Transaction, TransactionStep,
    Write, done, get, put, rows_key,
};
use crate::store::fast::merged_with;
use crate::store::keys::{IMPORT_ID, PENDING_INDEX, REVERTED_LOG, UNDO_LOG};
use crate::store::planted::Planted;

impl Transaction {
    pub(super) fn import_some(&mut self, values: Vec<Option<DurableValue>>) -> TransactionStep {
        let keys = self.next_keys();
        let mut values = values.into_iter();
        let some: Vec<(String, String)> = self.edits[self.at..]
            .iter()
            .take(AT_ONCE)
            .cloned()
            .collect();
        let mut writes = Vec::new();
        let mut rows = Vec::new();
        for (key, mine) in some {
            let is_known = keys.binary_search(&key).is_ok();
            let theirs = is_known.then(|| values.next()).flatten().flatten();
            let theirs = theirs.and_then(DurableValue::text);
            // An unreadable text is not overwritten.
            let Some(text) = merged_with(&key, &mine, theirs.as_deref(), self.planted) else {
                continue;
            };
            self.texts.push((key.clone(), Some(text.clone())));
            if theirs.as_ref() != Some(&text) {
                rows.push(ImportRow {
                    key,
                    before: theirs,
                    written: Some(text),
                });
            }
        }
        let log = rows_key(UNDO_LOG, self.at / AT_ONCE);
        writes.push(Write::Put(log, DurableValue::Rows(rows)));
        self.at = self.edits.len().min(self.at + AT_ONCE);
        if self.at < self.edits.len() {
            return get(writes, self.next_keys());
        }
        let sequence = self.counted(&mut writes);
        let texts = std::mem::take(&mut self.texts);
        done(writes, Completion::Imported { texts, sequence })
    }

    pub(super) fn ask_rows(&mut self, stage: Stage, log: &str) -> TransactionStep {
        self.stage = stage;
        get(Vec::new(), vec![rows_key(log, self.at)])
    }

    pub(super) fn with_rows(&mut self, values: Vec<Option<DurableValue>>) -> TransactionStep {
        let rows = values
            .into_iter()
            .next()
            .flatten()
            .and_then(DurableValue::rows);
        match (&self.work, rows) {
            // It was done before, and its answer was lost.
            (Operation::Import(..), Some(rows)) => {
                for row in rows {
                    self.texts.push((row.key, row.written));
                }
                self.at += 1;
                self.ask_rows(Stage::Rows, UNDO_LOG)
            }
            (Operation::Import(..), None) => {
                let texts = std::mem::take(&mut self.texts);
                let sequence = self.marks.sequence;
                done(Vec::new(), Completion::Imported { texts, sequence })
            }
            (_, Some(rows)) => {
                let keys = rows.iter().map(|row| row.key.clone()).collect();
                self.chunk = rows;
                self.stage = Stage::Records;
                get(Vec::new(), keys)
            }
            (Operation::UndoImport, None) if self.at == 0 => {
                self.ask_rows(Stage::Reverted, REVERTED_LOG)
            }
            (Operation::UndoImport, None) => {
                let mut writes = vec![
                    Write::RemoveRows(UNDO_LOG),
                    Write::Remove(IMPORT_ID.to_string()),
                ];
                let sequence = self.counted(&mut writes);
                let rows = std::mem::take(&mut self.rows);
                done(writes, Completion::Undone { rows, sequence })
            }
            (_, None) => {
                let writes = vec![Write::Remove(PENDING_INDEX.to_string())];
                done(writes, Completion::Followed(true))
            }
        }
    }

    pub(super) fn with_records(&mut self, values: Vec<Option<DurableValue>>) -> TransactionStep {
        let rows = std::mem::take(&mut self.chunk);
        match self.work {
            Operation::UndoImport => self.undo_some(rows, values),
            _ => self.follow_some(rows, values),
        }
    }

    fn follow_some(
        &mut self,
        rows: Vec<ImportRow>,
        values: Vec<Option<DurableValue>>,
    ) -> TransactionStep {
        let mut writes = Vec::new();
        for (row, there) in rows.into_iter().zip(values) {
            let Some(written) = row.written else { continue };
            let text = match there.and_then(DurableValue::text) {
                Some(there) if Some(&there) != row.before.as_ref() => {
                    merged_with(&row.key, &written, Some(&there), self.planted)
                }
                _ => Some(written),
            };
            // An unreadable text is not overwritten.
            if let Some(text) = text {
                writes.push(put(&row.key, &text));
            }
        }
        writes.push(put(PENDING_INDEX, &(self.at + 1).to_string()));
        done(writes, Completion::Followed(false))
    }

    fn undo_some(
        &mut self,
        rows: Vec<ImportRow>,
        values: Vec<Option<DurableValue>>,
    ) -> TransactionStep {
        let mut writes = Vec::new();
        if self.at == 0 {
            writes.push(Write::RemoveRows(REVERTED_LOG));
        }
        let mut reverted = Vec::new();
        for (row, there) in rows.into_iter().zip(values) {
            if there.and_then(DurableValue::text) == row.written {
                match &row.before {
                    Some(before) => writes.push(put(&row.key, before)),
                    None => writes.push(Write::Remove(row.key.clone())),
                }
                reverted.push(row);
            }
        }
        let log = rows_key(REVERTED_LOG, self.at);
        writes.push(Write::Put(log, DurableValue::Rows(reverted.clone())));
        self.rows.extend(reverted);
        self.at += 1;
        self.stage = Stage::Rows;
        get(writes, vec![rows_key(UNDO_LOG, self.at)])
    }

    pub(super) fn with_reverted(&mut self, values: Vec<Option<DurableValue>>) -> TransactionStep {
        if let Some(rows) = values
            .into_iter()
            .next()
            .flatten()
            .and_then(DurableValue::rows)
        {
            self.rows.extend(rows);
            self.at += 1;
            return self.ask_rows(Stage::Reverted, REVERTED_LOG);
        }
        if matches!(self.work, Operation::Commit(_)) {
            self.at = 0;
            self.stage = Stage::Some;
            return get(Vec::new(), self.next_keys());
        }
        // The undo was done before, and its answer was lost.
        let rows = std::mem::take(&mut self.rows);
        let mut writes = Vec::new();
        if self.planted == Some(Planted::UndoTwice) {
            for row in &rows {
                writes.push(match &row.before {
                    Some(before) => put(&row.key, before),
                    None => Write::Remove(row.key.clone()),
                });
            }
        }
        let sequence = self.marks.sequence;
        done(writes, Completion::Undone { rows, sequence })
    }
}
