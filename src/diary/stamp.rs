//! When, and on which device, something was said: a hybrid logical clock (HLC; Kulkarni et al. 2014,
//! "Logical physical clocks").
//!
//! Of two different values of one field the one with the greater stamp is shown. The wall clock of a device
//! may be wrong or set back, so a new stamp is always greater than every stamp in the record that it changes:
//! within a record the order of acts decides, not the clock.

use crate::diary::moment::Moment;

/// Names one device for this diary alone. It is random, and says nothing of the device.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Device(u32);

impl Device {
    /// Four letters or digits are enough for a person's few devices, and short in the store.
    const COUNT: u32 = 36 * 36 * 36 * 36;

    /// The device of stamps from before there were stamps.
    pub const NONE: Device = Device(0);

    /// A device from any number that others are unlikely to draw. Never [`Device::NONE`].
    pub fn of(drawn: u32) -> Device {
        Device(1 + drawn % (Device::COUNT - 1))
    }

    /// The device that [`Device::text`] wrote.
    pub fn parse(text: &str) -> Option<Device> {
        let number = number(text)?;
        (1..i64::from(Device::COUNT))
            .contains(&number)
            .then_some(Device(number as u32))
    }

    /// The device as it is stored: up to four letters or digits.
    pub fn text(self) -> String {
        base36(i64::from(self.0))
    }
}

/// When something was said. Ordered by time, then by counter, then by device.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Stamp {
    /// Seconds since 1970, UTC, by the clock of the device or by a later stamp that it had seen.
    pub time: i64,
    /// Orders the acts of one second.
    pub counter: u32,
    /// Breaks ties.
    pub device: Device,
}

impl Stamp {
    /// The stamp of records from before there were stamps: lower than all others, and among themselves
    /// ordered by how often they had been stored.
    pub fn legacy(revision: u32) -> Stamp {
        Stamp {
            counter: revision,
            ..Stamp::default()
        }
    }

    /// Whether it is one of those.
    pub fn is_legacy(self) -> bool {
        self.time == 0
    }

    /// The stamp of an act at `now`, greater than `latest`, the greatest one that the record has.
    pub fn next(now: &Moment, latest: Option<Stamp>, device: Device) -> Stamp {
        // A clock before 1970 must not look like a record without stamps.
        let time = now.timestamp().max(1);
        match latest {
            Some(latest) if latest.time >= time => Stamp {
                time: latest.time,
                counter: latest.counter.saturating_add(1),
                device,
            },
            _ => Stamp {
                time,
                counter: 0,
                device,
            },
        }
    }

    /// Writes it short: seconds from `base`, `~` and the counter unless that is 0, `@` and the device unless that
    /// is `device`; of another device, 0 seconds are left out where there is no counter. Numbers are in base 36. A legacy stamp is `~` and
    /// its revision, without seconds.
    pub fn text(self, base: i64, device: Device) -> String {
        let mut text = String::new();
        let is_short = self.time == base && self.counter == 0 && self.device != device;
        if !self.is_legacy() && !is_short {
            text.push_str(&base36(self.time - base));
        }
        if self.counter > 0 || self.is_legacy() {
            text.push('~');
            text.push_str(&base36(i64::from(self.counter)));
        }
        if self.device != device {
            text.push('@');
            text.push_str(&self.device.text());
        }
        text
    }

    /// Reads what [`Stamp::text`] wrote. None for a time that no moment has.
    pub fn parse(text: &str, base: i64, device: Device) -> Option<Stamp> {
        let is_other = text.contains('@');
        let (text, device) = match text.split_once('@') {
            None => (text, device),
            Some((text, "0")) => (text, Device::NONE),
            Some((text, device)) => (text, Device::parse(device)?),
        };
        let seconds = |text| Some(base + number(text)?);
        let (time, counter) = match text.split_once('~') {
            None if text.is_empty() && is_other => (base, 0),
            None => (seconds(text)?, 0),
            Some((text, counter)) => {
                let time = if text.is_empty() { 0 } else { seconds(text)? };
                (time, u32::try_from(number(counter)?).ok()?)
            }
        };
        if !TIMES.contains(&time) {
            return None;
        }
        Some(Stamp {
            time,
            counter,
            device,
        })
    }
}

/// The seconds since 1970 of the years 1900 to 9999, by any clock on earth.
const TIMES: std::ops::Range<i64> = -2_209_075_200..253_402_387_200;

/// A whole number in base 36, "-" before a negative one.
fn base36(number: i64) -> String {
    let (mut rest, mut digits) = (number.unsigned_abs(), Vec::new());
    loop {
        digits.push(char::from_digit((rest % 36) as u32, 36).unwrap_or('0'));
        rest /= 36;
        if rest == 0 {
            break;
        }
    }
    if number < 0 {
        digits.push('-');
    }
    digits.into_iter().rev().collect()
}

/// Reads what [`base36`] wrote.
fn number(text: &str) -> Option<i64> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let is_digit = |byte: u8| byte.is_ascii_digit() || byte.is_ascii_lowercase();
    // So many digits hold the seconds between any two times, and a counter.
    let is_number = (1..=8).contains(&digits.len()) && digits.bytes().all(is_digit);
    i64::from_str_radix(text, 36).ok().filter(|_| is_number)
}
