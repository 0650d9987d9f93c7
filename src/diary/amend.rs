//! An episode that was edited as a whole: the earlier values of what was changed are kept beside it,
//! and what was taken out stays out. And the way back.

use crate::diary::episode::{Amended, Episode, Reading, Treatment, treatment_name};
use crate::diary::id::ItemId;
use crate::diary::join::free;
use crate::diary::marks::Kind;
use crate::diary::moment::{self, Moment};
use crate::diary::place::places_words;

/// The edited episode with the history of the stored one. Of the edited one count the times, places,
/// readings, treatments, marks and notes; the rest is the stored one's.
pub fn amended(stored: &Episode, edited: Episode, now: Moment) -> Episode {
    let revision = stored.revision + 1;
    let mut amended = stored.amended.clone();
    amended.extend(earlier(stored, &edited, now));
    let mut episode = Episode {
        id: stored.id.clone(),
        revision: stored.revision,
        recorded: stored.recorded,
        amended,
        removed: stored.removed.clone(),
        deleted: stored.deleted,
        ..edited
    };
    for was in &stored.readings {
        match episode.readings.iter_mut().find(|is| is.id == was.id) {
            None => episode.removed.push(was.id),
            Some(is) if !is_same_reading(was, is) => is.revision = revision,
            Some(is) => is.revision = was.revision,
        }
    }
    for was in &stored.treatments {
        match episode.treatments.iter_mut().find(|is| is.id == was.id) {
            None => episode.removed.push(was.id),
            Some(is) => {
                let is_rated_anew = is.relief != was.relief;
                is.rated = if is_rated_anew {
                    is.relief.map(|_| now)
                } else {
                    was.rated
                };
                let is_same = (&is.kind, &is.detail, is.at) == (&was.kind, &was.detail, was.at);
                is.revision = if is_same && !is_rated_anew {
                    was.revision
                } else {
                    revision
                };
            }
        }
    }
    episode
}

fn is_same_reading(was: &Reading, is: &Reading) -> bool {
    (is.at, is.severity) == (was.at, was.severity)
}

/// The values that are lost by an edit. What was empty before has none worth keeping.
fn earlier(stored: &Episode, edited: &Episode, now: Moment) -> Vec<Amended> {
    let mut earlier = Vec::new();
    // What is compared, in words.
    let told = |of: &Episode| {
        let when = |moment: &Moment| moment::day_and_clock(moment, &now);
        let mut told = vec![
            ("Start", when(&of.start)),
            ("End", of.end.as_ref().map(when).unwrap_or_default()),
            ("Where", places_words(of.places)),
            ("Where it spread to", of.radiation.words()),
        ];
        for kind in Kind::ALL {
            told.push((kind.question(), of.marks.words(kind)));
        }
        told.push(("Notes", of.notes.clone()));
        told
    };
    for ((what, was), (_, is)) in told(stored).into_iter().zip(told(edited)) {
        if was != is && !was.is_empty() {
            earlier.push(Amended {
                what: what.to_string(),
                was,
                at: now,
            });
        }
    }
    for was in &stored.readings {
        let is = edited.readings.iter().find(|is| is.id == was.id);
        if is.is_none_or(|is| !is_same_reading(was, is)) {
            earlier.push(Amended::intensity(&was.at, was.severity, now));
        }
    }
    for was in &stored.treatments {
        if edited.treatment(was.id).is_none_or(|is| loses(was, is)) {
            let mut words = moment::clock(&was.at);
            if let Some(relief) = was.relief {
                words.push_str(", ");
                words.push_str(&relief.words());
            }
            let what = treatment_name(was);
            earlier.push(Amended {
                what,
                was: words,
                at: now,
            });
        }
    }
    earlier
}

/// Whether something that was said of a treatment is not said any more.
fn loses(was: &Treatment, is: &Treatment) -> bool {
    was.at != is.at
        || was.kind != is.kind
        || (was.detail != is.detail && !was.detail.is_empty())
        || (was.relief != is.relief && was.relief.is_some())
}

/// The episode as it was before. What was taken out meanwhile comes back under new ids, for the old
/// ones stay out everywhere; what was put in is taken out.
pub fn undone(is: &Episode, before: &Episode) -> Episode {
    let newer = is.revision + 1;
    let mut episode = before.clone();
    episode.revision = is.revision;
    let mut out = is.removed.clone();
    let mut ids: Vec<ItemId> = is.readings.iter().map(|reading| reading.id).collect();
    ids.extend(is.treatments.iter().map(|treatment| treatment.id));
    for id in ids {
        let is_back = before.readings.iter().any(|reading| reading.id == id);
        if !is_back && before.treatment(id).is_none() {
            out.push(id);
        }
    }
    let mut taken = out.clone();
    for was in &mut episode.readings {
        was.id = free(&mut taken, was.id);
        if !is.readings.contains(was) {
            was.revision = newer;
        }
    }
    for was in &mut episode.treatments {
        was.id = free(&mut taken, was.id);
        if !is.treatments.contains(was) {
            was.revision = newer;
        }
    }
    episode.removed = out;
    episode
}
