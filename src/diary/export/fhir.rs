//! The excerpt as a FHIR R4 Bundle: what the person reported, never a diagnosis. Ids are made of the
//! diary's own, so that the same diary gives the same Bundle, and a clinic that posts it twice has it
//! once.
//!
//! Codes: pain is LOINC 72514-3. Body sites are SNOMED CT as in the value sets of IHE
//! (Physical_Finding_of_Back_and_Spine_TargetSite_VS) and of the Taiwan HIFHIR guide (body-site), and
//! words alone where neither has one or several places are meant.

use crate::diary::checkup::Checkup;
use crate::diary::day::{Day, Scale};
use crate::diary::episode::{Episode, Treatment, treatment_name};
use crate::diary::export::questionnaire::{self, GUIDE};
use crate::diary::handover::{COLUMNS, FhirPlace, texts};
use crate::diary::json::{Json, Object};
use crate::diary::marks::MarkKind as Mark;
use crate::diary::moment;
use crate::diary::place::{Level, Places, Side, places_words};
use crate::diary::report::Report;
use crate::diary::report::excerpt::{Excerpt, MEDICINE, NAMELESS};
use crate::guide;
use crate::guide::content::questions::QUESTIONS;

/// What the Bundle is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// To be read.
    Collection,
    /// To be posted to a server, as often as one likes.
    Transaction,
}

/// So many of the diary's records are written at once: each of them becomes several resources.
const RECORDS: usize = 100;

/// The Bundle, as JSON.
pub fn bundle(excerpt: &Excerpt, purpose: Purpose) -> String {
    let mut all = String::new();
    for piece in BundleChunks::of(excerpt, purpose) {
        all.push_str(&piece);
    }
    all
}

/// The Bundle, piece by piece: that of 20,000 episodes is 50 MB long.
pub struct BundleChunks<'a> {
    excerpt: &'a Excerpt,
    bundle: Bundle,
    /// How many records are written, and how many there are: episodes, then days, then check-ups.
    written: usize,
    records: usize,
    is_over: bool,
}

impl BundleChunks<'_> {
    /// Its head is written, and what is in it once.
    pub fn of(excerpt: &Excerpt, purpose: Purpose) -> BundleChunks<'_> {
        let kind = match purpose {
            Purpose::Collection => "collection",
            Purpose::Transaction => "transaction",
        };
        let head = Object::begin()
            .put("resourceType", Json::text("Bundle"))
            .put("type", Json::text(kind))
            .put("timestamp", Json::moment(&excerpt.now))
            .put("entry", Json::list([]))
            .build()
            .into_text();
        let mut bundle = Bundle {
            purpose,
            patient: format!(
                "p-{}",
                excerpt.origin.rsplit('/').next().unwrap_or_default()
            ),
            // The entries come between the brackets of their list.
            written: head[..head.len() - "]}".len()].to_string(),
            has_entries: false,
        };
        bundle.patient(excerpt);
        bundle.summary(excerpt);
        bundle.questionnaire();
        if !excerpt.episodes.is_empty() {
            bundle.condition(excerpt);
        }
        BundleChunks {
            excerpt,
            bundle,
            written: 0,
            records: excerpt.episodes.len() + excerpt.days.len() + excerpt.checkups.len(),
            is_over: false,
        }
    }

    fn record(&mut self, place: usize) {
        let (episodes, days) = (&self.excerpt.episodes, &self.excerpt.days);
        if let Some(episode) = episodes.get(place) {
            self.bundle.episode(episode);
        } else if let Some(day) = days.get(place - episodes.len()) {
            self.bundle.day(day, self.excerpt);
        } else {
            let checkups = &self.excerpt.checkups;
            self.bundle
                .checkup(&checkups[place - episodes.len() - days.len()]);
        }
    }
}

impl Iterator for BundleChunks<'_> {
    type Item = String;

    fn next(&mut self) -> Option<String> {
        if self.is_over {
            return None;
        }
        let to = self.records.min(self.written + RECORDS);
        for place in self.written..to {
            self.record(place);
        }
        self.written = to;
        if to == self.records {
            self.is_over = true;
            self.bundle.written.push_str("]}");
        }
        Some(std::mem::take(&mut self.bundle.written))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = (self.records - self.written).div_ceil(RECORDS).max(1);
        let left = if self.is_over { 0 } else { left };
        (left, Some(left))
    }
}

impl ExactSizeIterator for BundleChunks<'_> {}

struct Bundle {
    purpose: Purpose,
    patient: String,
    /// What is written and not handed out yet.
    written: String,
    has_entries: bool,
}

/// A text as FHIR allows it: without control characters, and without blanks around it.
fn clean(text: &str) -> String {
    let is_out = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t');
    text.replace(is_out, " ").trim().to_string()
}

/// `{"text": …}`.
fn words(text: &str) -> Json {
    Object::begin()
        .put("text", Json::text(&clean(text)))
        .build()
}

/// A coded concept, in words too.
fn coded(system: &str, code: &str, text: &str) -> Json {
    let coding = Object::begin()
        .put("system", Json::text(system))
        .put("code", Json::text(code))
        .build();
    Object::begin()
        .put("coding", Json::list([coding]))
        .put_unless_empty("text", Json::text(text))
        .build()
}

fn reference(to: &str, id: &str) -> Json {
    let to = name(to, id);
    Object::begin().put("reference", Json::text(&to)).build()
}

fn quantity(value: i64, unit: &str, code: &str) -> Json {
    Object::begin()
        .put("value", Json::number(value))
        .put("unit", Json::text(unit))
        .put("system", Json::text("http://unitsofmeasure.org"))
        .put("code", Json::text(code))
        .build()
}

fn note(text: &str) -> Json {
    match clean(text).as_str() {
        "" => Json::list([]),
        text => Json::list([words(text)]),
    }
}

/// The name of a resource within the Bundle: a UUID (version 8, RFC 9562) made of its kind and id.
pub fn name(kind: &str, id: &str) -> String {
    let half = |seed: u64| {
        let bytes = kind.bytes().chain([b'/']).chain(id.bytes());
        bytes.fold(seed, |sum, byte| {
            (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        })
    };
    let (high, low) = (half(0xcbf2_9ce4_8422_2325), half(0x8422_2325_cbf2_9ce4));
    let digits = format!("{high:016x}{low:016x}");
    format!(
        "urn:uuid:{}-{}-8{}-8{}-{}",
        &digits[..8],
        &digits[8..12],
        &digits[13..16],
        &digits[17..20],
        &digits[20..]
    )
}

/// A place on the body, coded where one code says it.
fn body_site(places: Places) -> Option<Json> {
    let text = places_words(places);
    let only = (places.bits().count_ones() == 1)
        .then(|| places.iter().next())
        .flatten();
    let code = only.and_then(|place| match (place.level, place.side) {
        (Level::Neck, _) => Some("45048000"),
        (Level::Low, Side::Left) => Some("1017210004"),
        (Level::Low, Side::Right) => Some("1017211000"),
        (Level::Upper | Level::Mid | Level::Low, _) => Some("77568009"),
        (Level::Buttock, _) => None,
    });
    (!places.is_empty()).then(|| match code {
        Some(code) => coded("http://snomed.info/sct", code, &text),
        None => words(&text),
    })
}

/// A part of an observation.
fn component(name: &str, kind: &str, value: Json) -> Json {
    Object::begin()
        .put("code", words(name))
        .put(kind, value)
        .build()
}

/// Adds what was said, if anything was.
fn say(components: &mut Vec<Json>, name: &str, text: &str) {
    let text = clean(text);
    if !text.is_empty() {
        components.push(component(name, "valueString", Json::text(&text)));
    }
}

impl Bundle {
    /// A resource of the person, begun.
    fn begin(&self, kind: &str, id: &str) -> Object {
        Object::begin()
            .put("resourceType", Json::text(kind))
            .put("id", Json::text(id))
            .put("subject", reference("Patient", &self.patient))
    }

    fn add(&mut self, kind: &str, id: &str, resource: Object) {
        let mut entry = Object::begin()
            .put("fullUrl", Json::text(&name(kind, id)))
            .put("resource", resource.build());
        if self.purpose == Purpose::Transaction {
            let request = Object::begin()
                .put("method", Json::text("PUT"))
                .put("url", Json::text(&format!("{kind}/{id}")));
            entry = entry.put("request", request.build());
        }
        if self.has_entries {
            self.written.push(',');
        }
        self.has_entries = true;
        self.written.push_str(&entry.build().into_text());
    }

    fn patient(&mut self, excerpt: &Excerpt) {
        let id = self.patient.clone();
        let name = excerpt.choice.name.trim();
        let patient = Object::begin()
            .put("resourceType", Json::text("Patient"))
            .put("id", Json::text(&id))
            .put_unless_empty("name", note(name))
            .put_some(
                "birthDate",
                excerpt
                    .choice
                    .born
                    .map(|born| Json::text(&moment::date(born))),
            );
        self.add("Patient", &id, patient);
    }

    /// The first page of the report, line by line: what is on paper is here in the same words.
    fn summary(&mut self, excerpt: &Excerpt) {
        let report = Report::of(excerpt);
        let mut lines = Vec::new();
        for about in &report.about {
            say(&mut lines, "About", about);
        }
        for part in &report.summary {
            for row in &part.rows {
                let name = match row.name.as_str() {
                    "" => part.heading.to_string(),
                    name => format!("{}: {name}", part.heading),
                };
                say(&mut lines, &name, &row.words);
            }
        }
        let id = format!("s-{}", self.patient);
        let observation = self
            .observation(&id, true, words("Summary of a diary of back spasms"))
            .put("effectiveDateTime", Json::moment(&excerpt.now))
            .put("component", Json::list(lines));
        self.add("Observation", &id, observation);
    }

    /// The guide's questions. Which are asked hangs on earlier answers: that is not in it.
    fn questionnaire(&mut self) {
        let id = format!("unknot-guide-{}", guide::VERSION);
        let questionnaire = Object::begin()
            .put("resourceType", Json::text("Questionnaire"))
            .put("id", Json::text(&id))
            .put("url", Json::text(GUIDE))
            .put("version", Json::text(&guide::VERSION.to_string()))
            .put("title", Json::text("Unknot: back pain check"))
            .put("status", Json::text("active"))
            .put("subjectType", Json::list([Json::text("Patient")]))
            .put(
                "item",
                Json::list(QUESTIONS.iter().map(questionnaire::item)),
            );
        self.add("Questionnaire", &id, questionnaire);
    }

    fn condition(&mut self, excerpt: &Excerpt) {
        let id = format!("c-{}", self.patient);
        let status = "http://terminology.hl7.org/CodeSystem/condition-ver-status";
        let condition = self
            .begin("Condition", &id)
            .put("verificationStatus", coded(status, "unconfirmed", ""))
            .put(
                "clinicalStatus",
                coded(
                    "http://terminology.hl7.org/CodeSystem/condition-clinical",
                    "active",
                    "",
                ),
            )
            .put("code", words("Reported symptom: muscle spasm of back"))
            .put_some(
                "onsetDateTime",
                excerpt.since.map(|since| Json::text(&moment::date(since))),
            )
            .put("recordedDate", Json::moment(&excerpt.now))
            .put(
                "note",
                note("Reported by the person in a diary of their own. No diagnosis."),
            );
        self.add("Condition", &id, condition);
    }

    fn observation(&self, id: &str, is_final: bool, code: Json) -> Object {
        let category = "http://terminology.hl7.org/CodeSystem/observation-category";
        self.begin("Observation", id)
            .put(
                "status",
                Json::text(if is_final { "final" } else { "preliminary" }),
            )
            .put("category", Json::list([coded(category, "survey", "")]))
            .put("code", code)
    }

    fn episode(&mut self, episode: &Episode) {
        let site = || body_site(episode.places);
        let mut members = Vec::new();
        for reading in &episode.readings {
            let id = format!("r-{}-{}", episode.id.as_str(), reading.id.get());
            let pain = coded("http://loinc.org", "72514-3", "Pain, 0 to 10, as reported");
            let observation = self
                .observation(&id, true, pain)
                .put("effectiveDateTime", Json::moment(&reading.at))
                .put(
                    "valueQuantity",
                    quantity(reading.severity.get().into(), "{score}", "{score}"),
                )
                .put_some("bodySite", site());
            self.add("Observation", &id, observation);
            members.push(reference("Observation", &id));
        }
        let mut components = Vec::new();
        let mut say = |name: &str, text: &str| say(&mut components, name, text);
        let mut notes = Json::list([]);
        for (column, text) in COLUMNS.iter().zip(texts(episode)) {
            match column.place {
                // The site of every observation of it.
                FhirPlace::Site => {}
                FhirPlace::Component => say(column.heading, &text.words),
                FhirPlace::Note => notes = note(&text.words),
            }
        }
        for treatment in &episode.treatments {
            if !self.treatment(episode, treatment) {
                say("Tried", &treatment_words(treatment));
            }
        }
        let id = format!("e-{}", episode.id.as_str());
        // The end of a period is not before its start (per-1), whatever a clock said.
        let end = episode.end.as_ref().map(|end| end.max(&episode.start));
        let period = Object::begin()
            .put("start", Json::moment(&episode.start))
            .put_some("end", end.map(Json::moment))
            .build();
        let lasted = episode
            .lasted()
            .map(|lasted| quantity(lasted.num_minutes(), "min", "min"));
        // It ended, and how long it lasted is not known.
        let absent = (episode.end.is_some() && lasted.is_none()).then(|| {
            let system = "http://terminology.hl7.org/CodeSystem/data-absent-reason";
            coded(
                system,
                "unknown",
                "The clock of the device was changed meanwhile",
            )
        });
        let observation = self
            .observation(
                &id,
                episode.end.is_some(),
                words("Duration of one back muscle spasm"),
            )
            .put("effectivePeriod", period)
            .put_some("dataAbsentReason", absent)
            .put_some("valueQuantity", lasted)
            .put_unless_empty("note", notes)
            .put_some("bodySite", site())
            .put_unless_empty("hasMember", Json::list(members))
            .put_unless_empty("component", Json::list(components));
        self.add("Observation", &id, observation);
    }

    /// A treatment that has a resource of its own. Whether it has one.
    fn treatment(&mut self, episode: &Episode, treatment: &Treatment) -> bool {
        let (kind, what, at) = match treatment.kind.as_str() {
            MEDICINE => (
                "MedicationStatement",
                "medicationCodeableConcept",
                "effectiveDateTime",
            ),
            "physio" => ("Procedure", "code", "performedDateTime"),
            _ => return false,
        };
        let name = match (kind, treatment.detail.as_str()) {
            ("MedicationStatement", typed) if typed.trim().is_empty() => NAMELESS.to_string(),
            ("MedicationStatement", typed) => typed.to_string(),
            _ => treatment_name(treatment),
        };
        let id = format!("t-{}-{}", episode.id.as_str(), treatment.id.get());
        let resource = self
            .begin(kind, &id)
            .put("status", Json::text("completed"))
            .put(what, words(&name))
            .put(at, Json::moment(&treatment.at))
            .put("note", note(&treatment_words(treatment)));
        self.add(kind, &id, resource);
        true
    }

    fn day(&mut self, day: &Day, excerpt: &Excerpt) {
        let date = moment::date(day.date);
        let id = format!("d-{}-{date}", self.patient);
        let mut components = Vec::new();
        let mut number = |name: &str, value: Option<i64>| {
            if let Some(value) = value {
                components.push(component(name, "valueInteger", Json::number(value)));
            }
        };
        number(
            "Pain of the day, 0 to 10",
            day.pain.map(|pain| pain.get().into()),
        );
        for (scale, name) in [
            (Scale::Sleep, "Sleep, 0 very bad to 10 very good"),
            (Scale::Stiffness, "Stiffness, 0 to 10"),
            (Scale::Mood, "Mood, 0 very low to 10 very good"),
        ] {
            number(name, day.scale(scale).map(i64::from));
        }
        for (n, name) in ["PEG, pain", "PEG, enjoyment", "PEG, activity"]
            .into_iter()
            .enumerate()
        {
            number(name, day.peg.map(|peg| peg[n].into()));
        }
        number(
            "Roland-Morris, 0 to 24",
            day.roland_morris_score().map(i64::from),
        );
        let mut say = |name: &str, text: &str| say(&mut components, name, text);
        let triggers: Vec<&str> = day
            .triggers
            .iter()
            .map(|id| Mark::Trigger.words(id))
            .collect();
        say("Triggers", &triggers.join(", "));
        say("Spasm", if day.no_spasm { "none" } else { "" });
        say("Work done", day.work.map_or("", |work| work.words()));
        say("Events", &day.markers.join(", "));
        let observation = self
            .observation(&id, true, words("Diary entry of a day"))
            .put("effectiveDateTime", Json::text(&date))
            .put("issued", Json::moment(&excerpt.now))
            .put_unless_empty("note", note(&day.notes))
            .put_unless_empty("component", Json::list(components));
        self.add("Observation", &id, observation);
    }

    /// A check-up: what was answered, and what was said then.
    fn checkup(&mut self, checkup: &Checkup) {
        let id = format!("q-{}", checkup.id.as_str());
        let is_finished = checkup.finished.is_some();
        let mut items = Vec::new();
        for (question, answer) in checkup.answers.iter() {
            items.push(questionnaire::answered(question, answer));
        }
        let response = self
            .begin("QuestionnaireResponse", &id)
            .put(
                "questionnaire",
                Json::text(&format!("{GUIDE}|{}", checkup.guide)),
            )
            .put(
                "status",
                Json::text(if is_finished {
                    "completed"
                } else {
                    "in-progress"
                }),
            )
            .put(
                "authored",
                Json::moment(&checkup.finished.unwrap_or(checkup.started)),
            )
            .put_unless_empty("item", Json::list(items));
        self.add("QuestionnaireResponse", &id, response);
        if checkup.is_withheld() {
            return;
        }
        let of = reference("QuestionnaireResponse", &id);
        let id = format!("u-{}", checkup.id.as_str());
        let said = format!(
            "How soon to get help, by Unknot’s guide, version {}",
            checkup.guide
        );
        let mut rules = Vec::new();
        for rule in &checkup.rules {
            rules.push(component("Rule", "valueString", Json::text(rule)));
        }
        let observation = self
            .observation(&id, is_finished, words(&said))
            .put("effectiveDateTime", Json::moment(&checkup.started))
            .put("valueString", Json::text(checkup.urgency.id()))
            .put("derivedFrom", Json::list([of]))
            .put_unless_empty("component", Json::list(rules));
        self.add("Observation", &id, observation);
    }
}

/// "Heat, relief 7 of 10".
fn treatment_words(treatment: &Treatment) -> String {
    let mut words = treatment_name(treatment);
    if let Some(relief) = treatment.relief {
        words.push_str(", ");
        words.push_str(&relief.words());
    }
    words
}
