//! An excerpt of the diary in forms that others can read. All pure: a text or bytes come out, of the large
//! ones piece by piece, so that a page can go on between them.

pub mod archive;
pub mod csv;
pub mod fhir;
mod questionnaire;
pub mod text;
pub mod zip;
