//! Where the joints are in each drawing, on a field of 160 by 100: x and y in turn. How they are drawn
//! is for the page.

use crate::guide::figure::BodyPart::{self, Arm, Block, Bone, Far, FarArm, Head, Leg, Mark, Trunk};
use crate::guide::figure::{FLOOR, Figure};

/// A body from the side. Joints: head, neck, back, hip; knee, ankle, toe of the near leg; those of the
/// far one; elbow and hand, near and far.
static WHOLE: &[(BodyPart, &[u8])] = &[
    (Far, &[3, 7, 8, 9]),
    (FarArm, &[1, 12, 13]),
    (Trunk, &[1, 2, 3]),
    (Leg, &[3, 4, 5, 6]),
    (Arm, &[1, 10, 11]),
    (Head(9), &[0]),
];
/// The same joints seen from above: both arms are near.
static FROM_ABOVE: &[(BodyPart, &[u8])] = &[
    (Arm, &[1, 10, 11]),
    (Arm, &[1, 12, 13]),
    (Far, &[3, 7, 8, 9]),
    (Bone, &[1, 3]),
    (Leg, &[3, 4, 5, 6]),
    (Head(9), &[0]),
];
/// Head and shoulders from the front: head, throat, shoulders, corners, eyes, nose.
static FACE: &[(BodyPart, &[u8])] = &[
    (Block, &[2, 3, 4, 5]),
    (Bone, &[0, 1]),
    (Head(19), &[0]),
    (Mark, &[6, 6]),
    (Mark, &[7, 7]),
    (Mark, &[8, 9]),
];
/// From behind: head, throat, shoulders, waist, shoulder blades, elbows, hands.
static BEHIND: &[(BodyPart, &[u8])] = &[
    (Arm, &[2, 10, 12]),
    (Arm, &[3, 11, 13]),
    (Block, &[2, 3, 4, 5]),
    (Bone, &[0, 1]),
    (Head(19), &[0]),
    (Mark, &[6, 7]),
    (Mark, &[8, 9]),
];
/// From the side: head, throat, nose, chin, eye, breast, back, corners.
static PROFILE: &[(BodyPart, &[u8])] = &[
    (Block, &[6, 7, 8, 9]),
    (Bone, &[0, 1]),
    (Leg, &[0, 4]),
    (Leg, &[2, 3]),
    (Head(19), &[0]),
    (Mark, &[5, 5]),
];

/// The movements by their ids, then the positions.
pub static FIGURES: &[Figure] = &[
    Figure {
        id: "knee-to-chest",
        strokes: WHOLE,
        from: &[
            18, 83, 31, 86, 50, 86, 70, 86, 92, 60, 108, 89, 119, 89, 97, 62, 116, 89, 126, 89, 47,
            91, 64, 91, 47, 91, 64, 91,
        ],
        to: &[
            18, 83, 31, 86, 50, 86, 70, 86, 50, 62, 72, 52, 78, 43, 97, 62, 116, 89, 126, 89, 38,
            68, 56, 58, 38, 68, 56, 58,
        ],
        ground: FLOOR,
        pillows: &[],
        arrows: &[104, 42, 88, 30],
    },
    Figure {
        id: "knee-rolls",
        strokes: FROM_ABOVE,
        from: &[
            20, 50, 33, 50, 54, 50, 76, 50, 96, 45, 99, 45, 102, 45, 96, 55, 99, 55, 102, 55, 40,
            30, 40, 14, 40, 70, 40, 86,
        ],
        to: &[
            20, 50, 33, 50, 54, 50, 76, 50, 87, 72, 107, 76, 113, 74, 84, 77, 104, 83, 110, 82, 40,
            30, 40, 14, 40, 70, 40, 86,
        ],
        ground: "M4 14H140V88H4z",
        pillows: &[],
        arrows: &[122, 44, 122, 66],
    },
    Figure {
        id: "pelvic-tilt",
        strokes: WHOLE,
        from: &[
            18, 83, 31, 86, 54, 69, 70, 86, 92, 60, 108, 89, 119, 89, 97, 62, 116, 89, 126, 89, 47,
            91, 64, 91, 47, 91, 64, 91,
        ],
        to: &[
            18, 83, 31, 86, 51, 87, 70, 86, 92, 60, 108, 89, 119, 89, 97, 62, 116, 89, 126, 89, 47,
            91, 64, 91, 47, 91, 64, 91,
        ],
        ground: FLOOR,
        pillows: &[],
        arrows: &[52, 52, 52, 68],
    },
    Figure {
        id: "cat-cow",
        strokes: WHOLE,
        from: &[
            33, 46, 46, 58, 72, 74, 98, 58, 100, 91, 124, 91, 130, 88, 106, 91, 128, 91, 134, 88,
            46, 76, 44, 92, 50, 76, 50, 92,
        ],
        to: &[
            34, 74, 46, 60, 72, 24, 98, 60, 100, 91, 124, 91, 130, 88, 106, 91, 128, 91, 134, 88,
            46, 76, 44, 92, 50, 76, 50, 92,
        ],
        ground: FLOOR,
        pillows: &[],
        arrows: &[72, 34, 72, 18],
    },
    Figure {
        id: "childs-pose",
        strokes: WHOLE,
        from: &[
            32, 52, 46, 60, 72, 56, 98, 60, 100, 91, 124, 91, 130, 88, 106, 91, 128, 91, 134, 88,
            46, 76, 44, 92, 50, 76, 50, 92,
        ],
        to: &[
            50, 83, 62, 79, 86, 62, 111, 74, 92, 90, 124, 91, 130, 88, 96, 90, 128, 91, 134, 88,
            44, 88, 24, 92, 48, 88, 30, 92,
        ],
        ground: FLOOR,
        pillows: &[],
        arrows: &[84, 40, 106, 48],
    },
    Figure {
        id: "press-up",
        strokes: WHOLE,
        from: &[
            28, 80, 42, 84, 66, 86, 88, 86, 112, 88, 136, 89, 144, 91, 112, 88, 138, 89, 146, 91,
            46, 92, 28, 92, 46, 92, 28, 92,
        ],
        to: &[
            40, 48, 48, 62, 60, 86, 88, 86, 112, 88, 136, 89, 144, 91, 112, 88, 138, 89, 146, 91,
            50, 90, 30, 92, 50, 90, 30, 92,
        ],
        ground: FLOOR,
        pillows: &[],
        arrows: &[26, 72, 26, 54],
    },
    Figure {
        id: "walk",
        strokes: WHOLE,
        from: &[
            80, 14, 78, 28, 77, 40, 76, 54, 88, 70, 96, 88, 104, 88, 68, 72, 56, 84, 60, 92, 66,
            42, 72, 54, 88, 40, 98, 46,
        ],
        to: &[
            80, 14, 78, 28, 77, 40, 76, 54, 68, 72, 56, 84, 60, 92, 88, 70, 96, 88, 104, 88, 88,
            40, 98, 46, 66, 42, 72, 54,
        ],
        ground: FLOOR,
        pillows: &[],
        arrows: &[112, 40, 132, 40],
    },
    Figure {
        id: "chin-tuck",
        strokes: PROFILE,
        from: &[
            92, 36, 74, 70, 110, 34, 115, 39, 102, 52, 100, 32, 88, 80, 62, 80, 60, 100, 94, 100,
        ],
        to: &[
            76, 36, 74, 70, 94, 34, 99, 39, 86, 52, 84, 32, 88, 80, 62, 80, 60, 100, 94, 100,
        ],
        ground: "",
        pillows: &[],
        arrows: &[138, 38, 120, 38],
    },
    Figure {
        id: "neck-rotation",
        strokes: FACE,
        from: &[
            80, 38, 80, 70, 54, 82, 106, 82, 112, 100, 48, 100, 73, 35, 87, 35, 80, 38, 80, 44,
        ],
        to: &[
            80, 38, 80, 70, 54, 82, 106, 82, 112, 100, 48, 100, 84, 35, 94, 35, 92, 38, 94, 44,
        ],
        ground: "",
        pillows: &[],
        arrows: &[70, 9, 94, 9],
    },
    Figure {
        id: "side-bend",
        strokes: FACE,
        from: &[
            80, 38, 80, 70, 54, 82, 106, 82, 112, 100, 48, 100, 73, 35, 87, 35, 80, 38, 80, 44,
        ],
        to: &[
            97, 44, 82, 72, 54, 82, 106, 82, 112, 100, 48, 100, 93, 37, 105, 45, 97, 43, 94, 49,
        ],
        ground: "",
        pillows: &[],
        arrows: &[96, 12, 118, 26],
    },
    Figure {
        id: "shoulder-blades",
        strokes: BEHIND,
        from: &[
            80, 22, 80, 46, 56, 54, 104, 54, 96, 100, 64, 100, 66, 62, 70, 80, 94, 62, 90, 80, 42,
            76, 118, 76, 50, 98, 110, 98,
        ],
        to: &[
            80, 22, 80, 46, 58, 56, 102, 56, 96, 100, 64, 100, 75, 62, 77, 80, 85, 62, 83, 80, 38,
            72, 122, 72, 28, 94, 132, 94,
        ],
        ground: "",
        pillows: &[],
        arrows: &[22, 58, 38, 58, 138, 58, 122, 58],
    },
    Figure {
        id: "calves-on-chair",
        strokes: WHOLE,
        from: &[
            18, 83, 31, 86, 50, 86, 70, 86, 78, 52, 108, 53, 114, 46, 82, 52, 110, 53, 117, 46, 47,
            91, 64, 91, 47, 91, 64, 91,
        ],
        to: &[],
        ground: "M2 97H158M86 62H128M128 97V28M90 62V97",
        pillows: &[],
        arrows: &[],
    },
    Figure {
        id: "side-pillow",
        strokes: WHOLE,
        from: &[
            24, 44, 37, 48, 58, 44, 82, 50, 102, 80, 128, 86, 135, 81, 112, 60, 138, 68, 145, 63,
            48, 66, 34, 74, 52, 62, 40, 66,
        ],
        to: &[],
        ground: "M4 8H156V92H4z",
        pillows: &[22, 34, 22, 54, 108, 71, 130, 77],
        arrows: &[],
    },
    Figure {
        id: "knees-pillow",
        strokes: WHOLE,
        from: &[
            18, 79, 31, 84, 50, 86, 70, 86, 95, 74, 120, 89, 125, 82, 95, 74, 123, 90, 128, 83, 47,
            91, 64, 91, 47, 91, 64, 91,
        ],
        to: &[],
        ground: FLOOR,
        pillows: &[92, 89, 98, 89, 12, 91, 24, 91],
        arrows: &[],
    },
    Figure {
        id: "head-supported",
        strokes: WHOLE,
        from: &[
            56, 17, 57, 32, 58, 46, 62, 58, 88, 58, 90, 88, 99, 92, 88, 58, 93, 88, 102, 92, 66,
            48, 80, 52, 66, 48, 80, 52,
        ],
        to: &[],
        ground: "M2 97H158M52 97V62H92M92 62V97M50 64L34 6",
        pillows: &[40, 10, 44, 24],
        arrows: &[],
    },
    Figure {
        id: "front-pillow",
        strokes: WHOLE,
        from: &[
            26, 81, 40, 86, 60, 82, 82, 80, 110, 88, 136, 89, 144, 91, 110, 88, 138, 89, 146, 91,
            34, 92, 20, 92, 34, 92, 20, 92,
        ],
        to: &[],
        ground: FLOOR,
        pillows: &[74, 90, 88, 90, 18, 92, 30, 92],
        arrows: &[],
    },
];
