//! Faults that the simulator plants on purpose, to show that it would find them. The shipped app sets none.

/// A fault in the machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Planted {
    /// "Saved" is told before the durable store has acknowledged it.
    AcknowledgeEarly,
    /// A purged record leaves no tombstone.
    ForgetTombstone,
    /// Other tabs get no messages, and do not see the gap in the sequence.
    DropBroadcastAndReread,
    /// The version with the higher revision replaces the other, without a merge.
    MergeByCount,
    /// The undo of an import is applied once more at the next start, over later changes.
    UndoTwice,
    /// Only the fast store is erased.
    EraseOneStore,
}

impl Planted {
    /// All of them.
    pub const ALL: [Planted; 6] = [
        Planted::AcknowledgeEarly,
        Planted::ForgetTombstone,
        Planted::DropBroadcastAndReread,
        Planted::MergeByCount,
        Planted::UndoTwice,
        Planted::EraseOneStore,
    ];
}
