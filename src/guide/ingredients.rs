//! Whether two medicines of one day seem to hold the same. It looks at names alone: a name it does not
//! know is "check the pack", never "no overlap".

use crate::guide::content::ingredients::{
    HAS_CODEINE, INGREDIENTS, NOT_KNOWN, PRODUCTS, SAME_TWICE, TWO_OF_A_KIND,
};

/// An active ingredient.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ingredient {
    /// Paracetamol, acetaminophen.
    Paracetamol,
    /// Ibuprofen.
    Ibuprofen,
    /// Naproxen.
    Naproxen,
    /// Aspirin.
    Aspirin,
    /// Diclofenac.
    Diclofenac,
    /// Codeine.
    Codeine,
}

impl Ingredient {
    fn is_anti_inflammatory(self) -> bool {
        !matches!(self, Ingredient::Paracetamol | Ingredient::Codeine)
    }
}

/// What a name typed by a person seems to hold; nothing where the name is not known.
pub fn ingredients(typed: &str) -> Vec<Ingredient> {
    // " co codamol 500 ": words alone, so that "asa" is not found in "nasal".
    let mut words = String::from(" ");
    for letter in typed.chars() {
        let letter = letter.to_ascii_lowercase();
        words.push(if letter.is_alphanumeric() {
            letter
        } else {
            ' '
        });
    }
    words.push(' ');
    let mut found = Vec::new();
    for (name, holds) in PRODUCTS {
        let at = words.find(name);
        let is_whole = at.is_some_and(|at| {
            let end = words.as_bytes()[at + name.len()];
            words.as_bytes()[at - 1] == b' ' && (end == b' ' || end.is_ascii_digit())
        });
        if is_whole {
            for one in *holds {
                if !found.contains(one) {
                    found.push(*one);
                }
            }
        }
    }
    found
}

/// What to say of a medicine, beside those of the 24 hours before it.
pub fn notices(taken: &str, before: &[&str]) -> Vec<String> {
    let holds = ingredients(taken);
    let mut said = Vec::new();
    let mut two = false;
    for other in before {
        for one in ingredients(other) {
            if holds.contains(&one) {
                let name = INGREDIENTS[one as usize];
                said.push(format!("{SAME_TWICE}{name}. ({other})"));
            }
            two |= one.is_anti_inflammatory()
                && holds
                    .iter()
                    .any(|own| own.is_anti_inflammatory() && *own != one);
        }
    }
    let kinds = holds.iter().filter(|one| one.is_anti_inflammatory());
    if two || kinds.count() > 1 {
        said.push(TWO_OF_A_KIND.to_string());
    }
    if holds.contains(&Ingredient::Codeine) {
        said.push(HAS_CODEINE.to_string());
    }
    if holds.is_empty() {
        said.push(NOT_KNOWN.to_string());
    }
    said
}
