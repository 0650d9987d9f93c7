//! A drawing of a body as data: joints, and the strokes through them.

/// The floor alone.
pub const FLOOR: &str = "M2 97H158";

/// A drawing.
pub struct Figure {
    /// Its name: that of its movement.
    pub id: &'static str,
    /// What is drawn through which joints, from the back to the front.
    pub strokes: &'static [(BodyPart, &'static [u8])],
    /// The joints at the start: x and y in turn.
    pub from: &'static [u8],
    /// The joints at the end; none where nothing moves.
    pub to: &'static [u8],
    /// What stands around: a path.
    pub ground: &'static str,
    /// Pillows, each a line.
    pub pillows: &'static [u8],
    /// Arrows, each a line.
    pub arrows: &'static [u8],
}

/// How a stroke looks.
#[derive(Clone, Copy, PartialEq)]
pub enum BodyPart {
    /// A limb behind the body.
    Far,
    /// An arm behind the body.
    FarArm,
    /// The back: a curve.
    Trunk,
    /// The back or the neck: straight.
    Bone,
    /// A leg.
    Leg,
    /// An arm, set off from what is behind it.
    Arm,
    /// A chest: filled.
    Block,
    /// A head so large.
    Head(u8),
    /// An eye, a nose, a shoulder blade.
    Mark,
}
