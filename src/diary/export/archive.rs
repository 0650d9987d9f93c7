//! The tables in one archive, piece by piece.

use crate::diary::export::csv::Tables;
use crate::diary::export::zip::Zip;
use crate::diary::report::excerpt::Excerpt;

/// The archive: its pieces in order. One that is still being written is empty.
pub struct Archive<'a> {
    tables: Tables<'a>,
    zip: Option<Zip>,
}

impl Archive<'_> {
    /// Nothing of it is written yet.
    pub fn of(excerpt: &Excerpt) -> Archive<'_> {
        Archive {
            tables: Tables::of(excerpt),
            zip: Some(Zip::default()),
        }
    }
}

impl Iterator for Archive<'_> {
    type Item = Vec<u8>;

    fn next(&mut self) -> Option<Vec<u8>> {
        match self.tables.next() {
            Some(Some((name, text))) => Some(self.zip.as_mut()?.file(name, &text)),
            Some(None) => Some(Vec::new()),
            None => self.zip.take().map(Zip::end),
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = self.tables.left() + usize::from(self.zip.is_some());
        (left, Some(left))
    }
}

impl ExactSizeIterator for Archive<'_> {}
