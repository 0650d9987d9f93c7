//! The script of a run: steps, each with random numbers of its own, so that one can be left out and the others
//! stay what they are.

/// A small generator: splitmix64.
#[derive(Debug, Clone)]
pub struct Random(pub u64);

impl Random {
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    pub fn below(&mut self, n: usize) -> usize {
        (self.next() % n.max(1) as u64) as usize
    }

    pub fn one_in(&mut self, n: usize) -> bool {
        self.below(n) == 0
    }
}

/// One step: its kind, and where its random numbers begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    pub kind: Kind,
    pub random: u64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A person does something in a tab.
    Act,
    /// Things that wait happen: transactions, events, timers.
    Go,
    /// A tab comes to see what others wrote to the fast store.
    Sync,
    OpenTab,
    KillTab,
    KillDevice,
    /// A store has no room, or has again.
    Full,
    /// The durable store hangs, or goes on.
    Hang,
    CloseConnection,
    LoseDatabase,
    Damage,
    /// A newer version of the app writes a record.
    Newer,
    Clock,
    Erase,
    Restore,
    UndoRestore,
    UndoAct,
    Show,
    KeepDropped,
}

const WEIGHTS: [(Kind, usize); 19] = [
    (Kind::Act, 30),
    (Kind::Go, 60),
    (Kind::Sync, 12),
    (Kind::OpenTab, 6),
    (Kind::KillTab, 5),
    (Kind::KillDevice, 3),
    (Kind::Full, 3),
    (Kind::Hang, 2),
    (Kind::CloseConnection, 3),
    (Kind::LoseDatabase, 1),
    (Kind::Damage, 1),
    (Kind::Newer, 1),
    (Kind::Clock, 2),
    (Kind::Erase, 2),
    (Kind::Restore, 4),
    (Kind::UndoRestore, 3),
    (Kind::UndoAct, 3),
    (Kind::Show, 3),
    (Kind::KeepDropped, 2),
];

/// The script of a seed: 100 to 160 steps. Some runs leave out some kinds altogether, so that what those
/// cover up comes to light.
pub fn of(seed: u64) -> Vec<Step> {
    let mut random = Random(seed.wrapping_mul(0x2545_f491_4f6c_dd1d));
    let left_out: Vec<bool> = WEIGHTS.iter().map(|_| random.one_in(3)).collect();
    let kinds: Vec<(Kind, usize)> = WEIGHTS
        .into_iter()
        .enumerate()
        .filter(|(n, _)| *n < 3 || !left_out[*n])
        .map(|(_, kind)| kind)
        .collect();
    let sum: usize = kinds.iter().map(|(_, weight)| weight).sum();
    let length = 100 + random.below(61);
    let mut steps = Vec::new();
    for _ in 0..length {
        let mut at = random.below(sum);
        let kind = kinds
            .iter()
            .find(|(_, weight)| {
                let is_it = at < *weight;
                at = at.saturating_sub(*weight);
                is_it
            })
            .map_or(Kind::Go, |(kind, _)| *kind);
        steps.push(Step {
            kind,
            random: random.next(),
        });
    }
    steps
}
