//! What is in which product, as far as it was read, for the notice about the same ingredient twice.
//! Never a recommendation, never a dose.

use crate::guide::ingredients::Ingredient::{
    self, Aspirin, Codeine, Diclofenac, Ibuprofen, Naproxen, Paracetamol,
};

/// The words of each ingredient, in the order of [`Ingredient`].
pub static INGREDIENTS: [&str; 6] = [
    "paracetamol (acetaminophen)",
    "ibuprofen",
    "naproxen",
    "aspirin",
    "diclofenac",
    "codeine",
];

/// A name, in small letters, and what is in it. Brands differ by country.
pub static PRODUCTS: &[(&str, &[Ingredient])] = &[
    ("paracetamol", &[Paracetamol]),
    ("acetaminophen", &[Paracetamol]),
    ("apap", &[Paracetamol]),
    ("panadol", &[Paracetamol]),
    ("hedex", &[Paracetamol]),
    ("disprol", &[Paracetamol]),
    ("medinol", &[Paracetamol]),
    ("tylenol", &[Paracetamol]),
    ("panamax", &[Paracetamol]),
    ("lemsip", &[Paracetamol]),
    ("beechams", &[Paracetamol]),
    ("benylin", &[Paracetamol]),
    ("night nurse", &[Paracetamol]),
    ("migraleve", &[Paracetamol]),
    ("nyquil", &[Paracetamol]),
    ("dayquil", &[Paracetamol]),
    ("theraflu", &[Paracetamol]),
    ("saridon", &[Paracetamol]),
    ("excedrin", &[Paracetamol, Aspirin]),
    ("co codamol", &[Paracetamol, Codeine]),
    ("cocodamol", &[Paracetamol, Codeine]),
    ("solpadeine max", &[Paracetamol, Codeine]),
    ("panadeine", &[Paracetamol, Codeine]),
    ("nuromol", &[Paracetamol, Ibuprofen]),
    ("ibuprofen", &[Ibuprofen]),
    ("nurofen plus", &[Ibuprofen, Codeine]),
    ("nurofen", &[Ibuprofen]),
    ("advil", &[Ibuprofen]),
    ("motrin", &[Ibuprofen]),
    ("brufen", &[Ibuprofen]),
    ("naproxen", &[Naproxen]),
    ("aleve", &[Naproxen]),
    ("aspirin", &[Aspirin]),
    ("acetylsalicylic", &[Aspirin]),
    ("asa", &[Aspirin]),
    ("aspro", &[Aspirin]),
    ("caprin", &[Aspirin]),
    ("anadin extra", &[Aspirin]),
    ("bayer", &[Aspirin]),
    ("solprin", &[Aspirin]),
    ("cartia", &[Aspirin]),
    ("diclofenac", &[Diclofenac]),
    ("voltaren", &[Diclofenac]),
    ("codeine", &[Codeine]),
];

/// Two entries of a day that seem to hold the same.
pub const SAME_TWICE: &str = "Both may hold the same ingredient: ";
/// Two anti-inflammatories.
pub const TWO_OF_A_KIND: &str = "Two anti-inflammatories: take only one at a time. More than one raises the risk of stomach bleeding, heart attack and stroke. Taking aspirin for your heart? Do not stop it; ask.";
/// Codeine.
pub const HAS_CODEINE: &str =
    "It may hold codeine: that makes drowsy and can be addictive. UK packs say three days only.";
/// A name that is not in the table.
pub const NOT_KNOWN: &str = "We do not know what is in this.";
/// Behind every notice.
pub const CHECK_PACK: &str = "Check the active ingredients on the pack, or ask a pharmacist.";
