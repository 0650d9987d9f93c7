//! An episode that was edited as a whole, in its form.

use crate::diary::episode::Episode;
use crate::diary::moment::Moment;

/// The stored episode with the times, places, readings, treatments, marks and notes of the edited one. A relief
/// that was changed was rated at `now`.
pub fn amended(stored: &Episode, edited: Episode, now: Moment) -> Episode {
    let mut episode = Episode {
        id: stored.id.clone(),
        revision: stored.revision,
        recorded: stored.recorded,
        deleted: stored.deleted,
        // Who set the times has looked at them.
        clock_changed: stored.clock_changed
            && (stored.start, stored.end) == (edited.start, edited.end),
        history: stored.history.clone(),
        ..edited
    };
    for treatment in &mut episode.treatments {
        if let Some(was) = stored.treatment(treatment.id) {
            treatment.rated = if treatment.relief == was.relief {
                was.rated
            } else {
                treatment.relief.map(|_| now)
            };
        }
    }
    episode
}
