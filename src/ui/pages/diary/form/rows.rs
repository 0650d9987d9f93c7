//! The rows of the form: how bad it was, several times, and what was tried.

use leptos::prelude::*;

use super::EpisodeForm;
use super::marks::chips;
use crate::browser::clock;
use crate::diary::draft::{EpisodeDraft, FormField, ReadingField, TRIED, TreatmentField};
use crate::diary::episode::{Relief, Severity, TREATMENTS, treatment_words};
use crate::diary::{marks, moment};
use crate::ui::element::{El, el, rows, text};
use crate::ui::parts::controls::{button, field, relief_keys, severity_keys};
use crate::words;

impl EpisodeForm {
    /// How bad it was, several times. A row is named by its number: those behind one that is removed are made anew.
    pub(super) fn readings(self) -> El {
        let numbered = move || {
            self.read(|d| {
                let ids = d.readings.iter().map(|row| row.id);
                ids.enumerate().collect::<Vec<_>>()
            })
        };
        el("fieldset")
            .class("rows")
            .with(text("legend", words::now::HOW_BAD_THEN))
            .with(
                el("div")
                    .class("rows")
                    .with(rows(numbered, move |(n, _)| self.reading(n))),
            )
            .with(button("quiet", "Add an intensity", move || {
                self.edit(|d| {
                    d.readings.push(ReadingField {
                        id: Some(clock::new_item()),
                        ..ReadingField::default()
                    });
                });
            }))
    }

    fn reading(self, n: usize) -> El {
        let label = format!("Time of intensity {} (empty: at the start)", n + 1);
        el("div")
            .class("stack")
            .with(severity_keys(
                &format!("severity-{n}"),
                format!("Intensity {}, 0 to 10", n + 1),
                move || self.read(|d| Severity::new(d.readings.get(n)?.severity?)),
                move |severity| self.edit(|d| d.readings[n].severity = Some(severity.get())),
            ))
            .with(self.time(&label, FormField::Reading(n)))
            .with(button(
                "small",
                format!("Remove intensity {}", n + 1),
                move || {
                    let mut row = ReadingField::default();
                    self.edit(|d| row = d.readings.remove(n));
                    if row.severity.is_some() {
                        let put_back = move |d: &mut EpisodeDraft| {
                            d.readings.insert(n.min(d.readings.len()), row.clone());
                        };
                        self.offer_back("An intensity was removed.", Box::new(put_back));
                    }
                },
            ))
    }

    /// What was tried. See [`EpisodeForm::readings`].
    pub(super) fn treatments(self) -> El {
        let numbered = move || {
            self.read(|d| {
                let rows = d.treatments.iter().map(|row| (row.id, row.kind.clone()));
                rows.enumerate().collect::<Vec<_>>()
            })
        };
        let diary = self.app.diary.read();
        let own = diary.with_untracked(marks::own_treatments);
        // "Something else" has a field of its own here.
        let mut kinds: Vec<&str> = TREATMENTS.iter().map(|(id, _)| *id).collect();
        kinds.retain(|kind| *kind != "other");
        kinds.extend(own.iter().map(String::as_str));
        let add = |kind: &str| {
            let (words, kind) = (format!("+ {}", treatment_words(kind)), kind.to_string());
            button("", &words, move || {
                self.edit(|d| {
                    d.treatments.push(TreatmentField {
                        id: Some(clock::new_item()),
                        kind: kind.clone(),
                        ..TreatmentField::default()
                    });
                });
            })
        };
        el("fieldset")
            .class("rows")
            .with(text("legend", words::now::TRIED))
            .with(
                el("div")
                    .class("rows")
                    .with(rows(numbered, move |(n, (_, kind))| {
                        self.treatment(n, &kind)
                    })),
            )
            .with(chips(
                "Add what you tried",
                kinds.into_iter().map(add).collect(),
            ))
            .with(self.own_item(TRIED, words::now::TRIED.text()))
    }

    /// When the diary's own number for this row was given, as long as it stands here.
    fn rated_words(self, n: usize) -> String {
        let Some((id, relief)) = self.read(|d| {
            let row = d.treatments.get(n)?;
            Some((row.id?, row.relief?))
        }) else {
            return String::new();
        };
        self.id
            .with_value(|episode| {
                let diary = self.app.diary.read();
                diary.with(|diary| {
                    let treatment = diary.episode(episode.as_ref()?)?.treatment(id)?;
                    let is_same = treatment.relief.is_some_and(|said| said.get() == relief);
                    let rated = treatment.rated.filter(|_| is_same)?;
                    let when = moment::day_and_clock(&rated, &clock::now());
                    Some(format!("You said that on {when}."))
                })
            })
            .unwrap_or_default()
    }

    fn treatment(self, n: usize, kind: &str) -> El {
        let name = treatment_words(kind).to_string();
        let label = format!("{name}: when (empty: at the start)");
        el("div")
            .class("stack")
            .with(relief_keys(
                &format!("relief-{n}"),
                &name,
                move || self.read(|d| Relief::new(d.treatments.get(n)?.relief?)),
                move |relief| self.edit(|d| d.treatments[n].relief = Some(relief.get())),
            ))
            .with(el("p").class("soft").text(move || self.rated_words(n)))
            .with(field(
                format!("{name}: what exactly, if you like"),
                el("input")
                    .attr("type", "text")
                    .attr("dir", "auto")
                    .attr("autocomplete", "off")
                    .bind_value(
                        move || {
                            self.read(|d| d.treatments.get(n).map(|t| t.detail.clone()))
                                .unwrap_or_default()
                        },
                        move |typed| self.edit(|d| d.treatments[n].detail = typed),
                    ),
            ))
            .with(self.time(&label, FormField::Treatment(n)))
            .with(button("small", format!("Remove {name}"), move || {
                let mut row = TreatmentField::default();
                self.edit(|d| row = d.treatments.remove(n));
                if row.relief.is_some() || !row.detail.is_empty() || !row.at.text.is_empty() {
                    let put_back = move |d: &mut EpisodeDraft| {
                        d.treatments.insert(n.min(d.treatments.len()), row.clone());
                    };
                    self.offer_back(&format!("{name} was removed."), Box::new(put_back));
                }
            }))
    }
}
