//! The compact form of a record: a JSON array in which the place of a value says what it is. It begins
//! with the version and a checksum of all that follows:
//!
//! ```json
//! [2,9482713,5,1,1763775067,60,…]
//! ```
//!
//! Trailing empty fields are omitted. Twenty thousand episodes are read at each start, so the reader makes one pass, without a
//! tree.

use chrono::{DateTime, FixedOffset};

use crate::diary::moment::Moment;

/// Writes one record.
pub struct Writer {
    text: String,
    /// The length of the text without its trailing empty fields.
    kept: usize,
}

impl Writer {
    /// One with nothing in it.
    pub fn begin() -> Writer {
        Writer {
            text: String::new(),
            kept: 0,
        }
    }

    /// A number.
    pub fn number(&mut self, number: impl Into<i64>) {
        let number = number.into();
        self.put(&number.to_string(), number == 0);
    }

    /// A number, or nothing.
    pub fn number_if(&mut self, number: Option<impl Into<i64>>) {
        match number {
            Some(number) => self.put(&number.into().to_string(), false),
            None => self.put("null", true),
        }
    }

    /// A text.
    pub fn text(&mut self, text: &str) {
        let json = serde_json::to_string(text).expect("a text always has a JSON form");
        self.put(&json, text.is_empty());
    }

    /// Texts.
    pub fn texts(&mut self, texts: &[String]) {
        self.list(&mut |list| {
            for text in texts {
                list.text(text);
                list.kept = list.text.len();
            }
        });
    }

    /// A moment, in seconds from another one; with its offset where that is another.
    pub fn moment(&mut self, moment: &Moment, from: &Moment) {
        let seconds = moment.timestamp() - from.timestamp();
        match offset(moment) {
            east if east == offset(from) => self.put(&seconds.to_string(), false),
            east => self.put(&format!("[{seconds},{east}]"), false),
        }
    }

    /// A moment in the same way, or nothing.
    pub fn moment_if(&mut self, moment: Option<&Moment>, from: &Moment) {
        match moment {
            Some(moment) => self.moment(moment, from),
            None => self.put("null", true),
        }
    }

    /// A list of whatever is written into it.
    pub fn list(&mut self, write: &mut dyn FnMut(&mut Writer)) {
        let mut list = Writer::begin();
        write(&mut list);
        list.text.truncate(list.kept);
        self.put(&format!("[{}]", list.text), list.text.is_empty());
    }

    /// The whole record.
    pub fn record(mut self, version: u32) -> String {
        // One that holds nothing holds at least its first value.
        self.text.truncate(self.kept.max(1));
        format!("[{version},{},{}]", checksum(&self.text), self.text)
    }

    fn put(&mut self, json: &str, is_empty: bool) {
        if !self.text.is_empty() {
            self.text.push(',');
        }
        self.text.push_str(json);
        if !is_empty {
            self.kept = self.text.len();
        }
    }
}

/// The minutes east of a moment's clock.
pub fn offset(moment: &Moment) -> i32 {
    moment.offset().local_minus_utc() / 60
}

/// The first second of the year 1900, and the first that is not of 9999 any more.
const FIRST: i64 = -2_208_988_800;
const END: i64 = 253_402_300_800;

/// The moment at so many seconds since 1970 with an offset in minutes east, in the years 1900 to 9999.
pub fn moment_at(seconds: i64, east: i64) -> Option<Moment> {
    let east = i32::try_from(east.checked_mul(60)?).ok()?;
    let offset = FixedOffset::east_opt(east)?;
    // The local time in seconds. To compute the year takes longer.
    let shown = seconds.checked_add(i64::from(east))?;
    let moment = DateTime::from_timestamp(seconds, 0)?.with_timezone(&offset);
    (FIRST..END).contains(&shown).then_some(moment)
}

/// FNV-1a with 32 bits, folded to 24: short, and detects a text that was cut or altered.
pub fn checksum(text: &str) -> u32 {
    sum_of(text.as_bytes())
}

fn sum_of(bytes: &[u8]) -> u32 {
    let sum = bytes.iter().fold(0x811c_9dc5_u32, |sum, byte| {
        (sum ^ u32::from(*byte)).wrapping_mul(0x0100_0193)
    });
    (sum >> 24) ^ (sum & 0x00ff_ffff)
}

/// The version of a record in the compact form; none where it is not one.
pub fn version(text: &str) -> Option<u32> {
    Reader::begin(text)?.small()
}

/// Whether the checksum of a text holds.
pub fn is_whole(text: &str) -> bool {
    Reader::of(text).is_some()
}

/// Reads one record, value by value. Each answers `None` where the text is not what it should be.
pub struct Reader<'a> {
    /// The rest of the text.
    rest: &'a [u8],
    /// Whether a list was just opened: no comma comes before its first value.
    is_first: bool,
}

impl<'a> Reader<'a> {
    /// The values of a record, behind its version; none where its checksum does not hold.
    pub fn of(text: &'a str) -> Option<Reader<'a>> {
        let mut reader = Reader::begin(text)?;
        reader.number()?;
        let sum = reader.number()?;
        let [b',', body @ .., b']'] = reader.rest else {
            return None;
        };
        (i64::from(sum_of(body)) == sum).then_some(reader)
    }

    fn begin(text: &'a str) -> Option<Reader<'a>> {
        let mut reader = Reader {
            rest: text.as_bytes(),
            is_first: false,
        };
        reader.open()?;
        Some(reader)
    }

    /// A number; 0 where the list has ended.
    pub fn number(&mut self) -> Option<i64> {
        if !self.more()? {
            return Some(0);
        }
        let is_negative = self.take(b'-').is_some();
        let (mut number, before) = (0_i64, self.rest.len());
        while let [digit @ b'0'..=b'9', rest @ ..] = self.rest {
            number = number
                .wrapping_mul(10)
                .wrapping_add(i64::from(digit - b'0'));
            self.rest = rest;
        }
        // So many digits always fit.
        (1..=18)
            .contains(&(before - self.rest.len()))
            .then_some(if is_negative { -number } else { number })
    }

    /// A number of a smaller type.
    pub fn small<T: TryFrom<i64>>(&mut self) -> Option<T> {
        T::try_from(self.number()?).ok()
    }

    /// A number, or nothing.
    pub fn small_if<T: TryFrom<i64>>(&mut self) -> Option<Option<T>> {
        match self.is_nothing()? {
            true => Some(None),
            false => self.small().map(Some),
        }
    }

    /// A text; empty where the list has ended.
    pub fn text(&mut self) -> Option<String> {
        if !self.more()? {
            return Some(String::new());
        }
        let [b'"', inside @ ..] = self.rest else {
            return None;
        };
        let is_plain = |byte: u8| byte >= b' ' && byte != b'"' && byte != b'\\';
        let plain = inside.iter().position(|byte| !is_plain(*byte))?;
        let (text, rest) = inside.split_at(plain);
        if let [b'"', rest @ ..] = rest {
            self.rest = rest;
            return str::from_utf8(text).ok().map(str::to_string);
        }
        let (json, rest) = self.rest.split_at(1 + end_of_text(inside)? + 1);
        self.rest = rest;
        serde_json::from_slice(json).ok()
    }

    /// Texts.
    pub fn texts(&mut self) -> Option<Vec<String>> {
        let mut texts = Vec::new();
        self.each(&mut |list| {
            texts.push(list.text()?);
            Some(())
        })?;
        Some(texts)
    }

    /// A moment that [`Writer::moment`] wrote.
    pub fn moment(&mut self, from: &Moment) -> Option<Moment> {
        self.moment_if(from)?
    }

    /// A moment in the same way, or nothing.
    pub fn moment_if(&mut self, from: &Moment) -> Option<Option<Moment>> {
        if self.is_nothing()? {
            return Some(None);
        }
        let (mut seconds, mut east) = (0, i64::from(offset(from)));
        if self.value().first() == Some(&b'[') {
            self.row(&mut |pair| {
                (seconds, east) = (pair.number()?, pair.number()?);
                Some(())
            })?;
        } else {
            seconds = self.number()?;
        }
        moment_at(from.timestamp().checked_add(seconds)?, east).map(Some)
    }

    /// A list, each value of it read by `read`.
    pub fn each(&mut self, read: &mut dyn FnMut(&mut Reader) -> Option<()>) -> Option<()> {
        if !self.more()? {
            return Some(());
        }
        self.open()?;
        while self.next()? != b']' {
            read(self)?;
        }
        self.close()
    }

    /// A list whose values have their places, read by `read`.
    pub fn row(&mut self, read: &mut dyn FnMut(&mut Reader) -> Option<()>) -> Option<()> {
        self.more()?.then_some(())?;
        self.open()?;
        read(self)?;
        self.close()
    }

    /// Whether the record ends here, and the text with it.
    pub fn end(&mut self) -> Option<()> {
        self.close()?;
        self.rest.is_empty().then_some(())
    }

    fn next(&self) -> Option<u8> {
        self.rest.first().copied()
    }

    fn take(&mut self, byte: u8) -> Option<()> {
        let (first, rest) = self.rest.split_first()?;
        (*first == byte).then(|| self.rest = rest)
    }

    /// Takes the bracket that opens a list.
    fn open(&mut self) -> Option<()> {
        self.take(b'[')?;
        self.is_first = true;
        Some(())
    }

    /// Takes the bracket that closes a list.
    fn close(&mut self) -> Option<()> {
        self.take(b']')?;
        self.is_first = false;
        Some(())
    }

    /// Goes on to the next value, if the list has one.
    fn more(&mut self) -> Option<bool> {
        if self.next()? == b']' {
            return Some(false);
        }
        if !self.is_first {
            self.take(b',')?;
        }
        self.is_first = false;
        Some(true)
    }

    /// What stands here, from the next value on.
    fn value(&self) -> &'a [u8] {
        match self.rest {
            [b',', rest @ ..] => rest,
            rest => rest,
        }
    }

    /// Whether nothing stands here, and takes it.
    fn is_nothing(&mut self) -> Option<bool> {
        let [b'n', b'u', b'l', b'l', rest @ ..] = self.value() else {
            return Some(self.next() == Some(b']'));
        };
        self.more()?;
        self.rest = rest;
        Some(true)
    }
}

/// Where a text ends whose opening quote was taken.
fn end_of_text(rest: &[u8]) -> Option<usize> {
    let mut escaped = false;
    rest.iter().position(|byte| match byte {
        _ if escaped => {
            escaped = false;
            false
        }
        b'\\' => {
            escaped = true;
            false
        }
        byte => *byte == b'"',
    })
}
