//! How a draft is kept between visits.

use serde_json::Value;

use super::{EpisodeDraft, Fold, ReadingField, TimeField, TreatmentField};
use crate::diary::id::ItemId;
use crate::diary::json::{self, Fields, Json, Object};
use crate::diary::marks::{Kind, Marks};
use crate::diary::radiation::Radiation;
use crate::diary::stored::decode_places;

/// A draft as it is kept between visits: the form as it was first filled, and as it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct KeptDraft {
    /// As the diary filled it.
    pub opened: EpisodeDraft,
    /// As the person left it.
    pub mine: EpisodeDraft,
}

impl KeptDraft {
    /// The text that it is kept as. It has no version: one that another version of the app cannot
    /// read stays where it is, for the one that can.
    pub fn encode(&self) -> String {
        let (opened, mine) = (self.opened.encode(), self.mine.encode());
        Object::begin()
            .put("opened", opened)
            .put("mine", mine)
            .build()
            .into_text()
    }

    /// Reads what [`KeptDraft::encode`] wrote.
    pub fn decode(text: &str) -> Option<KeptDraft> {
        let value: Value = serde_json::from_str(text).ok()?;
        let fields = Fields::of(&value)?;
        Some(KeptDraft {
            opened: EpisodeDraft::decode(fields.get("opened")?)?,
            mine: EpisodeDraft::decode(fields.get("mine")?)?,
        })
    }
}

impl EpisodeDraft {
    fn encode(&self) -> Json {
        let reading = |reading: &ReadingField| {
            Object::begin()
                .put_some("id", encode_id(reading.id))
                .put("at", reading.at.encode())
                .put_some("severity", reading.severity.map(Json::number))
                .build()
        };
        let treatment = |treatment: &TreatmentField| {
            Object::begin()
                .put_some("id", encode_id(treatment.id))
                .put("kind", Json::text(&treatment.kind))
                .put_unless_empty("detail", Json::text(&treatment.detail))
                .put("at", treatment.at.encode())
                .put_some("relief", treatment.relief.map(Json::number))
                .build()
        };
        let is_typing = self.typing.iter().any(|typed| !typed.is_empty());
        Object::begin()
            .put("start", self.start.encode())
            .put("running", Json::yes(self.running))
            .put("end", self.end.encode())
            .put(
                "places",
                Json::list(self.places.iter().map(|place| Json::text(&place.id()))),
            )
            .put("radiation", Json::number(self.radiation.bits()))
            .put(
                "marks",
                Json::list(Kind::ALL.map(|kind| Json::texts(self.marks.of(kind)))),
            )
            .put("readings", Json::list(self.readings.iter().map(reading)))
            .put(
                "treatments",
                Json::list(self.treatments.iter().map(treatment)),
            )
            .put("notes", Json::text(&self.notes))
            .put_some("typing", is_typing.then(|| Json::texts(&self.typing)))
            .build()
    }

    fn decode(value: &Value) -> Option<EpisodeDraft> {
        let fields = Fields::of(value)?;
        let reading = |value| {
            let fields = Fields::of(value)?;
            Some(ReadingField {
                id: decode_id(&fields)?,
                at: TimeField::decode(fields.get("at")?)?,
                severity: fields.optional("severity", |n| u8::try_from(n.as_u64()?).ok())?,
            })
        };
        let treatment = |value| {
            let fields = Fields::of(value)?;
            Some(TreatmentField {
                id: decode_id(&fields)?,
                kind: fields.text("kind")?.to_string(),
                detail: fields.text_or_empty("detail")?,
                at: TimeField::decode(fields.get("at")?)?,
                relief: fields.optional("relief", |n| i8::try_from(n.as_i64()?).ok())?,
            })
        };
        let mut marks = Marks::default();
        for (kind, ids) in Kind::ALL.into_iter().zip(fields.list("marks")?) {
            let ids = json::as_texts(ids)?.into_iter().map(str::to_string);
            *marks.of_mut(kind) = ids.collect();
        }
        let radiation = fields.optional("radiation", |bits| {
            Radiation::from_bits(u16::try_from(bits.as_u64()?).ok()?)
        });
        // Drafts of an earlier version have none.
        let mut typing = <[String; 5]>::default();
        let typed = fields.get("typing").and_then(json::as_texts);
        for (kept, typed) in typing.iter_mut().zip(typed.unwrap_or_default()) {
            *kept = typed.to_string();
        }
        Some(EpisodeDraft {
            typing,
            radiation: radiation?.unwrap_or_default(),
            marks,
            start: TimeField::decode(fields.get("start")?)?,
            running: fields.get("running")?.as_bool()?,
            end: TimeField::decode(fields.get("end")?)?,
            places: decode_places(&fields)?,
            readings: fields.each("readings", reading)?,
            treatments: fields.each("treatments", treatment)?,
            notes: fields.text_or_empty("notes")?,
        })
    }
}

fn encode_id(id: Option<ItemId>) -> Option<Json> {
    id.map(|id| Json::number(id.get()))
}

fn decode_id(fields: &Fields) -> Option<Option<ItemId>> {
    fields.optional("id", |id| ItemId::stored(u32::try_from(id.as_u64()?).ok()?))
}

impl TimeField {
    fn encode(&self) -> Json {
        let second = self.fold.map(|fold| Json::yes(fold == Fold::Second));
        Object::begin()
            .put("text", Json::text(&self.text))
            .put_some("second", second)
            .put_some("was", self.was.as_deref().map(Json::text))
            .build()
    }

    fn decode(value: &Value) -> Option<TimeField> {
        let fields = Fields::of(value)?;
        let second = fields.optional("second", Value::as_bool)?;
        Some(TimeField {
            text: fields.text_or_empty("text")?,
            fold: second.map(|second| if second { Fold::Second } else { Fold::First }),
            was: fields.text("was").map(str::to_string),
        })
    }
}
