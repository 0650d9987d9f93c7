//! An episode that was edited as a whole: the earlier values of what was changed are kept beside it,
//! and what was taken out stays out.

use crate::diary::episode::{Amended, Episode};
use crate::diary::moment::{self, Moment};
use crate::diary::place::places_words;

/// The edited episode with the history of the stored one. Of the edited one count the times, places,
/// readings, treatments, marks and notes; the rest is the stored one's.
pub fn amended(stored: &Episode, edited: Episode, now: Moment) -> Episode {
    let revision = stored.revision + 1;
    let mut episode = Episode {
        id: stored.id.clone(),
        revision: stored.revision,
        recorded: stored.recorded,
        amended: stored.amended.clone(),
        removed: stored.removed.clone(),
        deleted: stored.deleted,
        ..edited
    };
    let when = |moment: &Moment| moment::day_and_clock(moment, &now);
    let end = |episode: &Episode| episode.end.as_ref().map(when).unwrap_or_default();
    // What was empty before has no earlier value worth keeping.
    let changed = [
        ("Start", when(&stored.start), when(&episode.start)),
        ("End", end(stored), end(&episode)),
        (
            "Where",
            places_words(stored.places),
            places_words(episode.places),
        ),
        ("Notes", stored.notes.clone(), episode.notes.clone()),
    ];
    for (what, was, is) in changed {
        if was != is && !was.is_empty() {
            let what = what.to_string();
            episode.amended.push(Amended { what, was, at: now });
        }
    }
    for was in &stored.readings {
        match episode.readings.iter_mut().find(|is| is.id == was.id) {
            None => episode.removed.push(was.id),
            Some(is) if (is.at, is.severity) != (was.at, was.severity) => {
                is.revision = revision;
                if is.severity != was.severity {
                    episode.amended.push(Amended {
                        what: format!("Intensity at {}", moment::clock(&is.at)),
                        was: was.severity.get().to_string(),
                        at: now,
                    });
                }
            }
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
