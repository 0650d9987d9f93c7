//! Which parts of the cards to read may be shown now: by the last danger check, as for relief.

use crate::diary::Diary;
use crate::diary::again::Again;
use crate::diary::relief::{First, Gate};
use crate::guide::answers::{Answer, NONE};
use crate::guide::card::Shown;
use crate::guide::finding::Finding;
use crate::guide::interview;
use crate::guide::triage::Urgency;

/// The movement that "rock the knees" is.
const ROCKING: &str = "knee-rolls";

/// What a card may show now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CardAccess {
    /// The card.
    Open,
    /// The danger check comes first.
    CheckFirst,
    /// The last check sent the person to someone: that comes first.
    HelpFirst,
}

/// Whether cards may be read. A check older than a day still says that: its safety net stands above the card.
pub fn access(diary: &Diary, gate: &Gate) -> CardAccess {
    if gate.urgency >= Urgency::Urgent || diary.alarm().is_some() {
        return CardAccess::HelpFirst;
    }
    if matches!(
        gate.first,
        Some(First::Worse | First::Again(Again::Worse { .. }))
    ) {
        return CardAccess::CheckFirst;
    }
    let checks = diary.checkups();
    let last = checks
        .iter()
        .find(|check| check.is_current() && check.finished.is_some());
    match last {
        Some(check) if check.urgency >= Urgency::Urgent => CardAccess::HelpFirst,
        Some(_) => CardAccess::Open,
        None => CardAccess::CheckFirst,
    }
}

/// Whether a part of a card may be shown now.
pub fn shows(part: Shown, diary: &Diary, gate: &Gate) -> bool {
    let is_fresh = gate.first.is_none();
    let fell = [
        Finding::Hurt,
        Finding::SeriousAccident,
        Finding::NeckInjury,
        Finding::AfterBlow,
    ]
    .iter()
    .any(|finding| gate.findings.has(*finding));
    let is_emergency = gate.urgency == Urgency::Emergency || diary.alarm().is_some();
    let is_clear =
        is_fresh && gate.urgency < Urgency::Urgent && !fell && nothing_ticked(diary, gate);
    match part {
        Shown::Sign => true,
        Shown::Read => access(diary, gate) == CardAccess::Open,
        Shown::Position => !is_emergency,
        Shown::Breath => !is_emergency && !gate.findings.has(Finding::HeartDisease),
        Shown::Warmth => is_clear && !gate.findings.has(Finding::PoorSensation),
        Shown::Floor | Shown::About => is_clear,
        Shown::StayAndCall => fell && (gate.urgency >= Urgency::Urgent || !gate.is_whole),
        Shown::Movement => {
            let mut movements = gate.movements().into_iter();
            let rocking = movements.find(|one| one.movement.id == ROCKING);
            let is_open = rocking.is_some_and(|one| one.is_open() && one.mind.is_empty());
            is_clear && gate.is_whole && is_open
        }
    }
}

/// Whether the danger check that counts was answered by "None of these" alone.
fn nothing_ticked(diary: &Diary, gate: &Gate) -> bool {
    let check = gate.check.as_ref().and_then(|id| diary.checkup(id));
    let answer = check.and_then(|check| check.answers.to(interview::first().id));
    matches!(answer, Some(Answer::Chosen(ids)) if ids.iter().eq([NONE]))
}
