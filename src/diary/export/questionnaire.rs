//! The guide's questions and what was answered, as items of FHIR.

use crate::diary::json::{Json, Object};
use crate::guide::answers::Answer;
use crate::guide::interview::{self, Kind, Question};

/// The guide's name as a questionnaire.
pub const GUIDE: &str = "urn:unknot:guide";

/// What can be chosen, by a name of its question.
fn coding(question: &str, id: &str, words: &str) -> Json {
    let coding = Object::begin()
        .put("system", Json::text(&format!("{GUIDE}:{question}")))
        .put("code", Json::text(id))
        .put_unless_empty("display", Json::text(words));
    coding.build()
}

/// A question; one for a number has its other ways to answer as a question below it.
pub fn item(question: &Question) -> Json {
    let options = Json::list(question.choices.iter().map(|choice| {
        let coding = coding(question.id, choice.id, choice.words);
        Object::begin().put("valueCoding", coding).build()
    }));
    let begun = |id: &str, text: &str, kind: &str| {
        Object::begin()
            .put("linkId", Json::text(id))
            .put("text", Json::text(text))
            .put("type", Json::text(kind))
    };
    match question.kind {
        Kind::Number { .. } if question.choices.is_empty() => {
            begun(question.id, question.words, "integer").build()
        }
        Kind::Number { .. } => {
            let instead = begun(&format!("{}-instead", question.id), "Or", "choice")
                .put("answerOption", options);
            begun(question.id, question.words, "integer")
                .put("item", Json::list([instead.build()]))
                .build()
        }
        kind => begun(question.id, question.words, "choice")
            .put("repeats", Json::yes(kind == Kind::Many))
            .put("answerOption", options)
            .build(),
    }
}

/// An answer. Words are today's; of a question or choice that is gone only the id is left.
pub fn answered(id: &str, answer: &Answer) -> Json {
    let question = interview::question(id);
    let item = |id: &str, text: &str, answers: Json| {
        Object::begin()
            .put("linkId", Json::text(id))
            .put_unless_empty("text", Json::text(text))
            .put("answer", answers)
    };
    let text = question.map_or("", |question| question.words);
    match answer {
        Answer::Number(number) => {
            let value = Object::begin()
                .put("valueInteger", Json::number(*number))
                .build();
            item(id, text, Json::list([value])).build()
        }
        Answer::Chosen(ids) => {
            let answers = Json::list(ids.iter().map(|chosen| {
                let choices = question.map_or(&[][..], |question| question.choices);
                let choice = choices.iter().find(|choice| choice.id == chosen);
                let coding = coding(id, chosen, choice.map_or("", |choice| choice.words));
                Object::begin().put("valueCoding", coding).build()
            }));
            let is_number = question.is_some_and(|q| matches!(q.kind, Kind::Number { .. }));
            if is_number {
                let instead = item(&format!("{id}-instead"), "Or", answers).build();
                let outer = Object::begin()
                    .put("linkId", Json::text(id))
                    .put_unless_empty("text", Json::text(text));
                return outer.put("item", Json::list([instead])).build();
            }
            item(id, text, answers).build()
        }
    }
}
