//! The fields of records: the parts that merge one by one. A place, a tick, a reading is a field of its own.

use crate::diary::day::Scale;
use crate::diary::id::ItemId;
use crate::diary::marks::MarkKind;

/// Names one field within its record.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// When an episode or a check-up started.
    Start,
    /// How an episode came into the diary.
    Recorded,
    /// When an episode ended.
    End,
    /// Notes of an episode or a day.
    Notes,
    /// When an episode was deleted.
    Deleted,
    /// Whether the clock was set back while an episode was timed.
    ClockChanged,
    /// Whether an episode was felt at this place: a bit of [`crate::diary::place::Places`].
    Place(u8),
    /// Whether it spread to this part: a bit of [`crate::diary::radiation::Radiation`].
    Radiation(u8),
    /// Whether this mark is ticked.
    Mark(MarkKind, String),
    /// A reading: when and how bad.
    Reading(ItemId),
    /// A treatment: which and when.
    Treatment(ItemId),
    /// The name and amount of a treatment.
    Detail(ItemId),
    /// How much a treatment helped.
    Relief(ItemId),
    /// Whether it was said of a day that there was no spasm.
    NoSpasm,
    /// The pain of a day.
    Pain,
    /// One scale of a day.
    Scale(Scale),
    /// How much of a day's work was done.
    Work,
    /// The three answers of PEG.
    Peg,
    /// The ticked sentences of Roland-Morris.
    RolandMorris,
    /// Whether a trigger was there on a day, or was not.
    Trigger(String),
    /// An event of a day, in the person's words.
    Marker(String),
    /// A movement of the programme that was done on a day.
    Session(String),
    /// The whole answer to a question.
    Answer(String),
    /// Whether this choice of a question is ticked.
    Choice(String, String),
    /// The episode during which a check-up was taken.
    Episode,
    /// The result of a check-up by the rules of its guide version.
    Verdict,
    /// What became of the emergency that a check-up showed.
    Settled,
    /// Whether this movement is in the programme.
    Movement(String),
    /// Whether the programme is done on this day of the week: 0 is Monday.
    Weekday(u8),
    /// When the programme is done.
    Minute,
    /// A setting, by its name.
    Setting(String),
    /// An earlier value from before there were fields, named in words.
    Words(String),
    /// Values of a field that were corrected knowingly, and are no earlier values: each by its stamp and checksum,
    /// under the stamp of the correction.
    Corrected(Box<Field>),
    /// The value of a field as it was said, where the record shows one that the rules made of it and of the answers
    /// of several copies.
    Said(Box<Field>),
}

impl Field {
    /// The name as it is stored. It begins with a capital letter, which no stamp has.
    pub fn code(&self) -> String {
        let (letters, rest) = match self {
            Field::Start => ("S", String::new()),
            Field::Recorded => ("C", String::new()),
            Field::End => ("E", String::new()),
            Field::Notes => ("N", String::new()),
            Field::Deleted => ("D", String::new()),
            Field::ClockChanged => ("ZC", String::new()),
            Field::Place(bit) => ("P", bit.to_string()),
            Field::Radiation(bit) => ("X", bit.to_string()),
            Field::Mark(kind, id) => ("M", format!("{}{id}", *kind as u8)),
            Field::Reading(id) => ("R", id.get().to_string()),
            Field::Treatment(id) => ("T", id.get().to_string()),
            Field::Detail(id) => ("I", id.get().to_string()),
            Field::Relief(id) => ("F", id.get().to_string()),
            Field::NoSpasm => ("H", String::new()),
            Field::Pain => ("K", String::new()),
            Field::Scale(scale) => ("L", (*scale as u8).to_string()),
            Field::Work => ("W", String::new()),
            Field::Peg => ("G", String::new()),
            Field::RolandMorris => ("B", String::new()),
            Field::Trigger(id) => ("A", id.clone()),
            Field::Marker(words) => ("O", words.clone()),
            Field::Session(id) => ("V", id.clone()),
            Field::Answer(question) => ("Q", question.clone()),
            // The length of the first name tells where the second one begins.
            Field::Choice(question, choice) => {
                ("U", format!("{}/{question}/{choice}", question.len()))
            }
            Field::Episode => ("ZE", String::new()),
            Field::Verdict => ("ZV", String::new()),
            Field::Settled => ("ZS", String::new()),
            Field::Movement(id) => ("ZM", id.clone()),
            Field::Weekday(day) => ("ZD", day.to_string()),
            Field::Minute => ("ZI", String::new()),
            Field::Setting(name) => ("ZP", name.clone()),
            Field::Words(words) => ("ZW", words.clone()),
            Field::Corrected(field) => ("ZY", field.code()),
            Field::Said(field) => ("ZR", field.code()),
        };
        letters.to_string() + &rest
    }

    /// The name in words. That of a question, a setting or a trigger is its own; see
    /// [`crate::diary::facts::words::field_words`].
    pub fn words(&self) -> &str {
        match self {
            Field::Start => "Start",
            Field::Recorded => "How it was noted",
            Field::End => "End",
            Field::Notes => "Notes",
            Field::Deleted => "Deleted",
            Field::ClockChanged => "Clock changed",
            Field::Place(_) => "Where",
            Field::Radiation(_) => "Where it spread to",
            Field::Mark(kind, _) => kind.question(),
            Field::Reading(_) | Field::Pain => "Pain",
            Field::Treatment(_) => "Tried",
            Field::Detail(_) => "name and amount",
            Field::Relief(_) => "how much it helped",
            Field::NoSpasm => "No spasm this day",
            Field::Scale(Scale::Sleep) => "Night",
            Field::Scale(Scale::Stiffness) => "Stiffness",
            Field::Scale(Scale::Mood) => "Mood",
            Field::Work => "Work done",
            Field::Peg => "PEG",
            Field::RolandMorris => "Roland-Morris, sentences",
            Field::Marker(_) => "What happened",
            Field::Session(_) => "Done",
            Field::Episode => "During which spasm",
            Field::Verdict => "Result",
            Field::Settled => "What became of it",
            Field::Movement(_) => "In the programme",
            Field::Weekday(_) => "Day of the programme",
            Field::Minute => "Time of the programme",
            Field::Words(own)
            | Field::Trigger(own)
            | Field::Answer(own)
            | Field::Choice(own, _)
            | Field::Setting(own) => own,
            Field::Corrected(_) => "Corrected",
            Field::Said(_) => "As it was said",
        }
    }

    /// Reads what [`Field::code`] wrote.
    pub fn parse(code: &str) -> Option<Field> {
        let letters = if code.starts_with('Z') { 2 } else { 1 };
        let (letters, rest) = code.split_at_checked(letters)?;
        let text = || rest.to_string();
        let bit = || rest.parse().ok();
        let item = || ItemId::stored(rest.parse().ok()?);
        let alone = |field| rest.is_empty().then_some(field);
        match letters {
            "S" => alone(Field::Start),
            "C" => alone(Field::Recorded),
            "E" => alone(Field::End),
            "N" => alone(Field::Notes),
            "D" => alone(Field::Deleted),
            "P" => bit().map(Field::Place),
            "X" => bit().map(Field::Radiation),
            "M" => {
                let (kind, id) = rest.split_at_checked(1)?;
                let kind = MarkKind::ALL.get(kind.parse::<usize>().ok()?)?;
                Some(Field::Mark(*kind, id.to_string()))
            }
            "R" => item().map(Field::Reading),
            "T" => item().map(Field::Treatment),
            "I" => item().map(Field::Detail),
            "F" => item().map(Field::Relief),
            "H" => alone(Field::NoSpasm),
            "K" => alone(Field::Pain),
            "L" => {
                let scale = Scale::ALL.get(rest.parse::<usize>().ok()?)?;
                Some(Field::Scale(*scale))
            }
            "W" => alone(Field::Work),
            "G" => alone(Field::Peg),
            "B" => alone(Field::RolandMorris),
            "A" => Some(Field::Trigger(text())),
            "O" => Some(Field::Marker(text())),
            "V" => Some(Field::Session(text())),
            "Q" => Some(Field::Answer(text())),
            "U" => {
                let (length, names) = rest.split_once('/')?;
                let (question, choice) = names.split_at_checked(length.parse().ok()?)?;
                let choice = choice.strip_prefix('/')?;
                Some(Field::Choice(question.to_string(), choice.to_string()))
            }
            "ZC" => alone(Field::ClockChanged),
            "ZE" => alone(Field::Episode),
            "ZV" => alone(Field::Verdict),
            "ZS" => alone(Field::Settled),
            "ZM" => Some(Field::Movement(text())),
            "ZD" => bit().map(Field::Weekday),
            "ZI" => alone(Field::Minute),
            "ZP" => Some(Field::Setting(text())),
            "ZW" => Some(Field::Words(text())),
            "ZY" => Some(Field::Corrected(Box::new(Field::parse(rest)?))),
            "ZR" => Some(Field::Said(Box::new(Field::parse(rest)?))),
            _ => None,
        }
    }
}
