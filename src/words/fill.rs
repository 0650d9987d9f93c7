//! Fills arguments into a pattern.

use super::mark::{ARGUMENT, KEY_END, RADIX, SELECT, SELECT_END, VARIANT_END};

/// An argument of a message.
pub enum Argument<'a> {
    /// A number, which can select a plural form.
    Number(Number),
    /// A text.
    String(&'a str),
}

/// A whole number as an argument. It is written in plain digits.
#[derive(Debug, Clone, Copy)]
pub struct Number(i64);

macro_rules! number_from {
    ($($of:ty)*) => {
        $(impl From<$of> for Number {
            fn from(number: $of) -> Number {
                Number(i64::try_from(number).unwrap_or(i64::MAX))
            }
        })*
    };
}
number_from!(u8 u16 u32 u64 usize i8 i16 i32 i64);

/// The plural form of a number in English.
pub fn english_plural(count: i64) -> &'static str {
    if count.unsigned_abs() == 1 {
        "one"
    } else {
        "other"
    }
}

/// The text of a pattern. `plural` names the plural form of a number (CLDR: one, few, many, other …).
pub fn fill(pattern: &str, arguments: &[Argument], plural: fn(i64) -> &'static str) -> String {
    let mut filling = Filling {
        text: String::new(),
        arguments,
        plural,
    };
    filling.pattern(pattern, true);
    filling.text
}

struct Filling<'a> {
    text: String,
    arguments: &'a [Argument<'a>],
    plural: fn(i64) -> &'static str,
}

impl Filling<'_> {
    /// Reads a pattern to its end or to the end of its variant, writes it if it `is_chosen`, and gives the rest.
    fn pattern<'p>(&mut self, mut pattern: &'p str, is_chosen: bool) -> &'p str {
        loop {
            let end = pattern.find([ARGUMENT, SELECT, VARIANT_END]);
            let (text, rest) = pattern.split_at(end.unwrap_or(pattern.len()));
            if is_chosen {
                self.text.push_str(text);
            }
            let mut rest = rest.chars();
            let mark = rest.next();
            if !matches!(mark, Some(ARGUMENT | SELECT)) {
                return rest.as_str();
            }
            let place = rest.next().and_then(|digit| digit.to_digit(RADIX));
            let argument = place.and_then(|place| self.arguments.get(place as usize));
            pattern = rest.as_str();
            if mark == Some(SELECT) {
                pattern = self.variants(pattern, argument, is_chosen);
            } else if is_chosen {
                match argument {
                    Some(Argument::Number(number)) => self.text.push_str(&number.0.to_string()),
                    Some(Argument::String(text)) => self.text.push_str(text),
                    None => {}
                }
            }
        }
    }

    /// Writes the first variant that fits, and gives the rest after all of them.
    fn variants<'p>(
        &mut self,
        mut pattern: &'p str,
        argument: Option<&Argument>,
        mut is_open: bool,
    ) -> &'p str {
        loop {
            let Some((key, variant)) = pattern.split_once(KEY_END) else {
                return "";
            };
            let fits = match argument {
                _ if key.is_empty() => true,
                Some(Argument::Number(number)) => {
                    key == (self.plural)(number.0) || key == number.0.to_string()
                }
                Some(Argument::String(text)) => key == *text,
                None => false,
            };
            let is_chosen = is_open && fits;
            pattern = self.pattern(variant, is_chosen);
            is_open &= !is_chosen;
            if let Some(rest) = pattern.strip_prefix(SELECT_END) {
                return rest;
            }
        }
    }
}
