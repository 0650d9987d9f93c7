//! The notice about the same ingredient twice.

use unknot::guide::content::ingredients::{HAS_CODEINE, NOT_KNOWN, PRODUCTS, TWO_OF_A_KIND};
use unknot::guide::ingredients::Ingredient::{self, Aspirin, Codeine, Ibuprofen, Paracetamol};
use unknot::guide::ingredients::{ingredients, notices};

#[test]
fn names_are_found_as_people_type_them() {
    let check = |typed: &str, expected: &[Ingredient]| {
        assert_eq!(ingredients(typed), expected, "{typed}");
    };
    check("Ibuprofen 400 mg", &[Ibuprofen]);
    check("ibuprofen400", &[Ibuprofen]);
    check("2 x PARACETAMOL", &[Paracetamol]);
    check("Co-codamol 8/500", &[Paracetamol, Codeine]);
    check("Nurofen Plus", &[Ibuprofen, Codeine]);
    check("Nuromol", &[Paracetamol, Ibuprofen]);
    check("Excedrin", &[Paracetamol, Aspirin]);
    check("ASA 81", &[Aspirin]);
    check("nasal spray", &[]);
    check("paracetamolum", &[]);
    check("", &[]);
    check("Schmerzmittel für den Rücken 🙂", &[]);
    for (name, holds) in PRODUCTS {
        let found = ingredients(name);
        assert!(holds.iter().all(|one| found.contains(one)), "{name}");
        assert_eq!(name.to_lowercase(), *name);
    }
}

#[test]
fn two_of_one_day_are_compared() {
    let check = |taken: &str, before: &[&str], expected: &[&str]| {
        let said = notices(taken, before);
        let fits = said.len() == expected.len()
            && said
                .iter()
                .zip(expected)
                .all(|(said, expected)| said.contains(expected));
        assert!(fits, "{taken} after {before:?}: {said:?}");
    };
    check("Ibuprofen", &[], &[]);
    check("Ibuprofen", &["Paracetamol"], &[]);
    check(
        "Tylenol",
        &["Night Nurse"],
        &["paracetamol (acetaminophen). (Night Nurse)"],
    );
    check("Advil", &["Nurofen"], &["ibuprofen"]);
    check("Aleve", &["Aspirin"], &[TWO_OF_A_KIND]);
    check("Nurofen Plus", &["Panadeine"], &["codeine", HAS_CODEINE]);
    check("Grandma's drops", &["Ibuprofen"], &[NOT_KNOWN]);
    check(
        "Nuromol",
        &["Paracetamol", "Naproxen"],
        &["paracetamol", TWO_OF_A_KIND],
    );
}
