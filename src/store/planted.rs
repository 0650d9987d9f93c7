//! Faults that the simulator plants on purpose, to show that it would find them. The shipped app never sets
//! one.

/// A fault in the machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Planted {
    /// "Saved" is said when the fast store has it.
    AcknowledgeEarly,
    /// Of a record that was deleted for good no tombstone is kept.
    ForgetTombstone,
    /// Other tabs are not told, and do not notice that they missed something.
    DropBroadcastAndReread,
    /// Of two forms of a record the one with the higher revision counts as a whole.
    MergeByCount,
    /// The undo of an import is applied again at the next start, over everything since.
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
