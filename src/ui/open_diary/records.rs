//! What is altered of each kind of record: episodes, days, check-ups, the home programme, and what is known
//! of the person. Each by the one way, `change`.

use chrono::NaiveDate;
use leptos::prelude::*;

use super::{OpenDiary, Outcome, Refusal};
use crate::browser::{clock, storage};
use crate::diary::checkup::Checkup;
use crate::diary::day::Day;
use crate::diary::episode::{Episode, Recorded};
use crate::diary::facts;
use crate::diary::field::Field;
use crate::diary::history::History;
use crate::diary::id::{CheckupId, EpisodeId};
use crate::diary::moment::{self, Moment};
use crate::diary::programme::Programme;
use crate::diary::settings::Settings;
use crate::diary::stored::{self, Record, Tombstone};
use crate::guide::answers::Answer;
use crate::ui::form::drop_drafts;

/// The id of the episode that was started last, for the other tabs. It need not run any more.
const RUNNING: &str = "unknot/running";

impl OpenDiary {
    /// Alters one episode.
    pub fn change_episode(self, id: &EpisodeId, alter: impl FnOnce(&mut Episode)) -> Outcome {
        self.change(&stored::episode_key(id), |stored| match stored {
            Some(Record::Episode(mut episode)) => {
                alter(&mut episode);
                Ok(Record::Episode(episode))
            }
            _ => Err(Refusal::Gone),
        })
    }

    /// Adds an episode under a new id.
    pub fn add_episode(self, episode: Episode) -> Outcome {
        self.change(
            &stored::episode_key(&episode.id.clone()),
            |stored| match stored {
                Some(Record::Tombstone(_)) => Err(Refusal::Gone),
                _ => Ok(Record::Episode(episode)),
            },
        )
    }

    /// Starts an episode now, unless one is running.
    pub fn start(self) -> Outcome {
        if let Some(since) = self.running_since() {
            let refused = self.refuse(Refusal::Running);
            self.say(format!(
                "A spasm is running already, since {}. Nothing was added.",
                moment::day_and_clock(&since, &clock::now()),
            ));
            return refused;
        }
        let Some(id) = EpisodeId::parse(&clock::new_id()) else {
            return Outcome::Refused(Refusal::Gone);
        };
        // Without this key another tab learns of the start a moment later, from the record itself.
        let _ = storage::write(RUNNING, id.as_str());
        self.add_episode(Episode::begun(id, clock::now(), Recorded::Live))
    }

    /// When the running episode started: the one that is shown, or the one that another tab
    /// started so lately that the news of it is still on its way. Looking through the whole store
    /// instead would make the tap slower the longer the diary.
    pub(super) fn running_since(self) -> Option<Moment> {
        if let Ok(Some(id)) = storage::read(RUNNING)
            && let Some(id) = EpisodeId::parse(&id)
        {
            self.changed_elsewhere(Some(stored::episode_key(&id)));
        }
        self.diary
            .with_untracked(|diary| diary.running().map(|episode| episode.start))
    }

    /// Deletes an episode so that it can be brought back, and offers to.
    pub fn delete(self, id: &EpisodeId) -> Outcome {
        let outcome = self.change_episode(id, |episode| episode.deleted = Some(clock::now()));
        if outcome == Outcome::Saved {
            let id = id.clone();
            self.say_with_undo("Episode deleted.", move || self.bring_back(&id));
        }
        outcome
    }

    /// Takes a deleted episode out of the stores. It cannot be brought back.
    pub fn delete_for_good(self, id: &EpisodeId) {
        if self.leave_a_trace(id) == Outcome::Saved {
            drop_drafts(std::slice::from_ref(id));
            self.forget_import();
            self.say("Deleted for good.");
        }
    }

    /// Brings a deleted episode back, and offers to delete it again.
    pub fn bring_back(self, id: &EpisodeId) {
        if self.change_episode(id, |episode| episode.deleted = None) == Outcome::Saved {
            self.offer_to_delete("The episode is back.", id);
        }
    }

    /// Tells what was done, which deleting an episode takes back.
    pub fn offer_to_delete(self, words: &str, id: &EpisodeId) {
        let id = id.clone();
        self.say_with_undo(words, move || {
            let _ = self.delete(&id);
        });
    }

    /// Alters what is noted of a day, the first time too.
    pub fn change_day(self, date: NaiveDate, alter: impl FnOnce(&mut Day)) -> Outcome {
        self.change(&stored::day_key(date), |stored| {
            let mut day = match stored {
                Some(Record::Day(day)) => day,
                _ => Day::empty(date),
            };
            alter(&mut day);
            Ok(Record::Day(day))
        })
    }

    /// Alters the home programme, the first time too.
    pub fn change_programme(self, alter: impl FnOnce(&mut Programme)) -> Outcome {
        self.change(stored::PROGRAMME, |stored| {
            let mut programme = match stored {
                Some(Record::Programme(programme)) => programme,
                _ => Programme::default(),
            };
            alter(&mut programme);
            Ok(Record::Programme(programme))
        })
    }

    /// Alters the settings, the first time too. Where they cannot be stored, or the stored ones cannot be read,
    /// they count all the same, for this visit. The refusal is told.
    pub fn change_settings(self, alter: impl FnOnce(&mut Settings)) -> Outcome {
        let (base, refused) = match self.stored_now(stored::SETTINGS) {
            Ok(stored) => (stored, None),
            Err(refusal) => ((None, None), Some(refusal)),
        };
        let (base, stored) = base;
        let known = || {
            self.diary
                .with_untracked(|diary| diary.settings().cloned().unwrap_or_default())
        };
        let mut settings = match stored {
            Some(Record::Settings(settings)) => settings,
            _ => known(),
        };
        alter(&mut settings);
        let outcome = match refused {
            Some(refusal) => self.refuse(refusal),
            None => self.store(base, Record::Settings(settings.clone())),
        };
        if outcome != Outcome::Saved {
            self.diary
                .update(|diary| diary.put_for_now(Record::Settings(settings)));
        }
        outcome
    }

    /// Alters a check-up, or begins it. Where it cannot be stored, or what is stored cannot be read,
    /// it is shown all the same, for this visit: the danger check must always work. The refusal is
    /// told.
    pub fn change_checkup(
        self,
        id: &CheckupId,
        begun: impl FnOnce() -> Checkup,
        alter: impl FnOnce(&mut Checkup),
    ) -> Outcome {
        let key = stored::checkup_key(id);
        let (base, stored, refused) = match self.stored_now(&key) {
            Ok((base, stored)) => (base, stored, None),
            Err(refusal) => (None, None, Some(refusal)),
        };
        let known = || {
            self.diary
                .with_untracked(|diary| diary.record(&key).cloned())
        };
        let mut checkup = match stored.or_else(known) {
            Some(Record::Checkup(checkup)) => checkup,
            _ => begun(),
        };
        alter(&mut checkup);
        let outcome = match refused {
            Some(refusal) => self.refuse(refusal),
            None => self.store(base, Record::Checkup(checkup.clone())),
        };
        if outcome != Outcome::Saved {
            self.diary
                .update(|diary| diary.put_for_now(Record::Checkup(checkup)));
        }
        outcome
    }

    /// Notes what became of the emergency that a check-up showed. Help that was got is help for all that
    /// stand; a mistake is this one's.
    pub fn settle(self, id: &CheckupId, got_help: bool) {
        let shown: Vec<Checkup> = self.diary.with_untracked(|diary| {
            let is_meant = |checkup: &&Checkup| got_help || checkup.id == *id;
            diary.alarms().filter(is_meant).cloned().collect()
        });
        let at = clock::now();
        for checkup in shown {
            let id = checkup.id.clone();
            let _ = self.change_checkup(&id, || checkup, |checkup| checkup.settle(got_help, at));
        }
    }

    /// Remembers what an answer says of the person, if it does. What cannot be read is left as it is.
    pub fn remember(self, question: &str, answer: &Answer) -> Outcome {
        let mut known = self
            .diary
            .with_untracked(|diary| diary.profile().cloned().unwrap_or_default());
        if !known.learn(question, answer) {
            return Outcome::Saved;
        }
        self.change(stored::PROFILE, |stored| {
            if let Some(Record::Profile(stored)) = stored {
                known = stored;
                known.learn(question, answer);
            }
            Ok(Record::Profile(known))
        })
    }

    /// Puts an earlier value back in its place.
    pub fn use_again(self, key: &str, field: &Field, value: &str) {
        let outcome = self.change(key, |stored| {
            let mut record = stored.ok_or(Refusal::Gone)?;
            facts::put_back(&mut record, field, value, &clock::now());
            Ok(record)
        });
        if outcome == Outcome::Saved {
            self.say("The earlier value is back.");
        }
    }

    /// Takes the content of an episode out of the stores, for good.
    pub(super) fn leave_a_trace(self, id: &EpisodeId) -> Outcome {
        self.change(&stored::episode_key(id), |stored| match stored {
            // Brought back meanwhile, in another tab, it stays.
            Some(Record::Episode(episode)) if episode.deleted.is_some() => {
                Ok(Record::Tombstone(Tombstone {
                    id: episode.id,
                    revision: episode.revision,
                    history: History::default(),
                }))
            }
            _ => Err(Refusal::Gone),
        })
    }
}
