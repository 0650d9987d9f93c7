//! An excerpt of the diary in forms that others can read. All pure: a text or bytes come out.

pub mod csv;
pub mod fhir;
pub mod text;
pub mod zip;
