//! The words of each step of guided relief, shown and spoken.

use crate::diary::session::{Phase, Step, breath, phase, reading_time};
use crate::guide::content::movements::{BREATHE, LIE_DOWN, LIE_ON_SIDE, STOP_SHORT, SUPPORT_HEAD};
use crate::guide::finding::Finding;
use crate::ui::pages::relief::shown_session::{BREATHS, ShownSession};

impl ShownSession {
    /// The words of a step, in lines.
    pub fn words(self, step: Step) -> Vec<&'static str> {
        let plan = self.plan();
        let has = |finding| plan.findings.has(finding);
        match step {
            Step::Position if has(Finding::Neck) && !has(Finding::LowBack) => vec![SUPPORT_HEAD],
            Step::Position if has(Finding::Pregnant) => vec![LIE_ON_SIDE],
            Step::Position => vec![LIE_DOWN],
            Step::Breathing => vec![BREATHE],
            Step::Movement(movement) => movement.steps.to_vec(),
            Step::Warmth => vec![
                "Warmth or cold: choose what feels good. Heat has some evidence, small and short. There is too little research to say that ice works.",
            ],
            Step::Next => vec![
                "Easing off is fine for a day or two, but keep moving: a little and often. Change position about every 30 minutes.",
            ],
        }
    }

    /// Its heading.
    pub fn title(self, step: Step) -> &'static str {
        match step {
            Step::Position => "The easiest position",
            Step::Breathing => "Breathe slowly",
            Step::Movement(movement) => movement.name,
            Step::Warmth => "Warmth or cold",
            Step::Next => "How is it now?",
        }
    }

    /// The spoken text of a step.
    pub fn spoken(self, place: usize) -> String {
        let step = self.at(place);
        let mut words = self.title(step).to_string();
        for line in self.words(step) {
            words.push_str(". ");
            words.push_str(line);
        }
        if let Step::Movement(_) = step {
            words.push(' ');
            words.push_str(STOP_SHORT);
        }
        words
    }

    /// Seconds since the words of the step were read.
    pub fn since_read(self, step: Step) -> i64 {
        let letters: usize = self.words(step).iter().map(|line| line.len()).sum();
        self.elapsed() - reading_time(letters + STOP_SHORT.len())
    }

    /// The phrase that is spoken at a change within a step.
    pub fn phrase(self, place: usize) -> Option<String> {
        let step = self.at(place);
        let session = self.app.guided.session();
        if session.is_none_or(|session| session.watch.is_paused()) {
            return None;
        }
        let since = self.since_read(step);
        match step {
            Step::Breathing if (0..BREATHS).contains(&since) => {
                let words = if breath(since).inward { "In" } else { "Out" };
                Some(words.to_string())
            }
            Step::Movement(movement) => match phase(movement, since) {
                Phase::Ready => None,
                Phase::Hold(..) if movement.turns == 1 => Some("Begin.".to_string()),
                Phase::Hold(n, _) => Some(format!("{n}. Hold.")),
                Phase::Rest(_) if movement.sides => Some("And rest. Other side.".to_string()),
                Phase::Rest(_) => Some("And rest.".to_string()),
                Phase::Done => Some("Done. Next when you are ready.".to_string()),
            },
            _ => None,
        }
    }
}
