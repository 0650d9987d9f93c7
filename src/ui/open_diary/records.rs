//! The acts on each kind of record: episodes, days, check-ups, the home programme, the profile, the settings.

use chrono::NaiveDate;

use super::{OpenDiary, Outcome, Refusal};
use crate::browser::{clock, driver};
use crate::diary::checkup::Checkup;
use crate::diary::day::Day;
use crate::diary::episode::Episode;
use crate::diary::facts;
use crate::diary::field::Field;
use crate::diary::id::{CheckupId, EpisodeId};
use crate::diary::moment;
use crate::diary::programme::Programme;
use crate::diary::settings::Settings;
use crate::diary::stored::{self, Record};
use crate::guide::answers::Answer;
use crate::store::act::Act;
use crate::store::starting::added;
use crate::words;

impl OpenDiary {
    /// Alters one record, or adds it.
    fn change(
        self,
        key: &str,
        alter: impl FnOnce(Option<Record>) -> Result<Record, Refusal>,
    ) -> Outcome {
        self.outcome(Act::record(key.to_string(), alter))
    }

    fn outcome(self, act: Act) -> Outcome {
        match self.act(act) {
            Ok(_) => Outcome::Saved,
            Err(refusal) => Outcome::Refused(refusal),
        }
    }

    /// Alters one episode.
    pub fn change_episode(self, id: &EpisodeId, alter: impl FnOnce(&mut Episode)) -> Outcome {
        self.outcome(Act::episode(id, alter))
    }

    /// Adds an episode under a new id.
    pub fn add_episode(self, episode: Episode) -> Outcome {
        self.outcome(added(episode))
    }

    /// Starts an episode now, unless one is running.
    pub fn start(self) -> Outcome {
        let Some(id) = EpisodeId::parse(&clock::new_id()) else {
            return Outcome::Refused(Refusal::Gone);
        };
        let started = driver::act(|store, cx| store.start_episode(id, cx));
        if started == Err(Refusal::Running) {
            let since = driver::act(|store, cx| store.running_since(cx));
            let since = since.map_or(String::new(), |since| {
                moment::day_and_clock(&since, &clock::now())
            });
            self.say(words::notices::running_since(&since));
        }
        if started.is_ok() {
            self.forget_error();
        }
        started.map_or_else(Outcome::Refused, |()| Outcome::Saved)
    }

    /// Deletes an episode so that it can be brought back, and offers to.
    pub fn delete(self, id: &EpisodeId) -> Outcome {
        let outcome = self.change_episode(id, |episode| episode.deleted = Some(clock::now()));
        if outcome == Outcome::Saved {
            let id = id.clone();
            self.say_with_undo(words::notices::DELETED, move || self.bring_back(&id));
        }
        outcome
    }

    /// Purges a deleted episode. It cannot be brought back.
    pub fn delete_for_good(self, id: &EpisodeId) {
        if driver::act(|store, cx| store.delete_for_good(id, cx)) == Outcome::Saved {
            self.say(words::notices::DELETED_FOR_GOOD);
        }
    }

    /// Brings a deleted episode back, and offers to delete it again.
    pub fn bring_back(self, id: &EpisodeId) {
        if self.change_episode(id, |episode| episode.deleted = None) == Outcome::Saved {
            self.offer_to_delete(words::notices::BROUGHT_BACK, id);
        }
    }

    /// A notice whose undo deletes the episode.
    pub fn offer_to_delete(self, words: impl Into<String>, id: &EpisodeId) {
        let id = id.clone();
        self.say_with_undo(words, move || {
            let _ = self.delete(&id);
        });
    }

    /// Alters a day, or adds it.
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

    /// Alters the home programme, or adds it.
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

    /// Alters the settings, or adds them. If that is refused, they still count for this visit, and the person is told.
    pub fn change_settings(self, alter: impl Fn(&mut Settings)) -> Outcome {
        let known = self
            .read()
            .with_untracked(|diary| diary.settings().cloned().unwrap_or_default());
        let altered = |stored: Option<Record>| {
            let mut settings = match stored {
                Some(Record::Settings(settings)) => settings,
                _ => known.clone(),
            };
            alter(&mut settings);
            Record::Settings(settings)
        };
        self.change_or_show(stored::SETTINGS, &altered)
    }

    /// Alters a record. If that is refused, it is still shown for this visit.
    fn change_or_show(self, key: &str, altered: &dyn Fn(Option<Record>) -> Record) -> Outcome {
        let outcome = self.change(key, |stored| Ok(altered(stored)));
        if outcome != Outcome::Saved {
            let shown = self
                .read()
                .with_untracked(|diary| diary.record(key).cloned());
            let record = altered(shown);
            driver::act(|store, _| store.show_for_now(record));
        }
        outcome
    }

    /// Alters a check-up, or begins it. If that is refused, it is still shown for this visit, since the danger check must
    /// always work, and the person is told.
    pub fn change_checkup(
        self,
        id: &CheckupId,
        begun: impl Fn() -> Checkup,
        alter: impl Fn(&mut Checkup),
    ) -> Outcome {
        let key = stored::checkup_key(id);
        let known = self
            .read()
            .with_untracked(|diary| diary.record(&key).cloned());
        let altered = |stored: Option<Record>| {
            let mut checkup = match stored.or_else(|| known.clone()) {
                Some(Record::Checkup(checkup)) => checkup,
                _ => begun(),
            };
            alter(&mut checkup);
            Record::Checkup(checkup)
        };
        self.change_or_show(&key, &altered)
    }

    /// Notes the outcome of an emergency that a check-up showed. "Got help" counts for all open emergencies, "a mistake" for
    /// this one.
    pub fn settle_alarm(self, id: &CheckupId, got_help: bool) {
        let shown: Vec<Checkup> = self.read().with_untracked(|diary| {
            let is_meant = |checkup: &&Checkup| got_help || checkup.id == *id;
            diary.alarms().filter(is_meant).cloned().collect()
        });
        let at = clock::now();
        for checkup in shown {
            let id = checkup.id.clone();
            let begun = || checkup.clone();
            let _ = self.change_checkup(&id, begun, |checkup| checkup.settle(got_help, at));
        }
    }

    /// Remembers an answer that says something of the person, in the profile. An unreadable profile is not overwritten.
    pub fn remember(self, question: &str, answer: &Answer) -> Outcome {
        let mut known = self
            .read()
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

    /// Puts an earlier value of a field back.
    pub fn use_again(self, key: &str, field: &Field, value: &str) {
        let outcome = self.change(key, |stored| {
            let mut record = stored.ok_or(Refusal::Gone)?;
            facts::put_back(&mut record, field, value, &clock::now());
            Ok(record)
        });
        if outcome == Outcome::Saved {
            self.say(words::notices::EARLIER_VALUE);
        }
    }
}
