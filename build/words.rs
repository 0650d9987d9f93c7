//! The compiler of the words: messages in Fluent's syntax become constants and functions of Rust, and one table of
//! patterns. Called by `build.rs`; tested by `tests/native/words.rs`.
//!
//! A file is a family. `now-start = …` in `now.ftl` becomes `words::now::START`, its attribute `.help` becomes
//! `words::now::START_HELP`. A message with arguments becomes a function. Its arguments are declared in its comment, in the
//! form that translators' tools know; their order there is the order in Rust, so that no new sentence can swap them:
//!
//! ```text
//! # Variables:
//! #   $percent (Number) - how full the store is
//! shell-filling = This browser’s store is { $percent } % full.
//! ```
//!
//! Of Fluent it takes texts, arguments, selectors, string literals, and references to terms and messages, which are
//! replaced here by what they refer to. Functions (`NUMBER`, `DATETIME`) are faults. A pattern is a text with marks in it
//! (`mark`), which `src/words.rs` fills in.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::Path;

use fluent_syntax::ast;
use fluent_syntax::parser;
use fluent_syntax::unicode::unescape_unicode_to_string;

#[path = "../src/words/mark.rs"]
mod mark;

/// A file of words.
pub struct File {
    /// Its name without `.ftl`: the first part of each id in it, and the module in Rust.
    pub family: String,
    /// Its path, for faults.
    pub path: String,
    /// The text.
    pub text: String,
}

/// The type of an argument.
#[derive(Clone, Copy, PartialEq)]
pub enum Type {
    /// A whole number, which selects a plural form.
    Number,
    /// A text.
    String,
}

/// A message, or an attribute of one.
pub struct Message {
    /// The family.
    pub family: String,
    /// The id: `now-start`, or `now-start.help` for an attribute.
    pub id: String,
    /// The name in Rust within the family, in lower case.
    pub name: String,
    /// The arguments, in their order in Rust; without a type the one that only another part of the message uses.
    pub arguments: Vec<(String, Option<Type>)>,
    /// The text as a developer reads it.
    pub english: String,
    /// The pattern.
    pub pattern: String,
}

/// The files of a language, by name.
pub fn read(folder: &Path) -> Vec<File> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder of words") {
        let path = entry.expect("an entry").path();
        if path.extension().is_some_and(|extension| extension == "ftl") {
            let stem = path.file_stem().expect("a name").to_string_lossy();
            files.push(File {
                family: stem.into_owned(),
                path: path.to_string_lossy().replace('\\', "/"),
                text: fs::read_to_string(&path).expect("UTF-8"),
            });
        }
    }
    files.sort_by(|a, b| a.family.cmp(&b.family));
    files
}

/// The messages of a language in the order of the files, or all faults, each as `path:line: words`.
pub fn compile(files: &[File]) -> Result<Vec<Message>, Vec<String>> {
    let mut compiler = Compiler::default();
    let parsed: Vec<_> = files.iter().map(|file| compiler.parse(file)).collect();
    for (file, resource) in files.iter().zip(&parsed) {
        for entry in &resource.body {
            compiler.note(file, entry);
        }
    }
    for (file, resource) in files.iter().zip(&parsed) {
        for entry in &resource.body {
            if let ast::Entry::Message(message) = entry {
                compiler.message(file, message);
            }
        }
    }
    if compiler.faults.is_empty() {
        Ok(compiler.messages)
    } else {
        Err(compiler.faults)
    }
}

type Pattern<'a> = &'a ast::Pattern<&'a str>;

#[derive(Default)]
struct Compiler<'a> {
    /// What a reference can name: `-term`, `message`, `message.attribute`.
    known: BTreeMap<String, Pattern<'a>>,
    messages: Vec<Message>,
    faults: Vec<String>,
}

/// The message that is compiled.
struct Within<'a, 'd> {
    file: &'a File,
    declared: &'d [(String, Type)],
    used: Vec<String>,
    /// The references that led here.
    through: Vec<String>,
}

/// A pattern in both forms.
#[derive(Default)]
struct Compiled {
    english: String,
    pattern: String,
}

impl<'a> Compiler<'a> {
    fn parse(&mut self, file: &'a File) -> ast::Resource<&'a str> {
        parser::parse(file.text.as_str()).unwrap_or_else(|(resource, errors)| {
            for error in errors {
                self.fault(file, error.pos.start, &error.kind.to_string());
            }
            resource
        })
    }

    /// A fault at a place in a file, in bytes.
    fn fault(&mut self, file: &File, at: usize, words: &str) {
        let line = file.text[..at].matches('\n').count() + 1;
        self.faults.push(format!("{}:{line}: {words}", file.path));
    }

    /// A fault at a part of the file's text.
    fn fault_at(&mut self, file: &File, part: &str, words: &str) {
        let at = (part.as_ptr() as usize).saturating_sub(file.text.as_ptr() as usize);
        self.fault(file, at.min(file.text.len()), words);
    }

    /// Notes what an entry is called; a name that is there already is a fault.
    fn note(&mut self, file: &'a File, entry: &'a ast::Entry<&'a str>) {
        let (id, value, attributes) = match entry {
            ast::Entry::Message(one) => (one.id.name, one.value.as_ref(), &one.attributes),
            ast::Entry::Term(one) => (one.id.name, Some(&one.value), &one.attributes),
            _ => return,
        };
        let is_term = matches!(entry, ast::Entry::Term(_));
        let name = if is_term {
            format!("-{id}")
        } else {
            id.to_string()
        };
        if !is_term && !id.starts_with(&format!("{}-", file.family.replace('_', "-"))) {
            let words = format!("{id} should begin with {}-, as its file", file.family);
            self.fault_at(file, id, &words);
        }
        if let Some(value) = value
            && self.known.insert(name.clone(), value).is_some()
        {
            self.fault_at(file, id, &format!("{name} is there twice"));
        }
        for attribute in attributes {
            let key = format!("{name}.{}", attribute.id.name);
            if self.known.insert(key.clone(), &attribute.value).is_some() {
                self.fault_at(file, attribute.id.name, &format!("{key} is there twice"));
            }
        }
    }

    fn message(&mut self, file: &'a File, message: &'a ast::Message<&'a str>) {
        let id = message.id.name;
        let declared = self.declared(file, message);
        let own = message.value.as_ref().map(|value| (id.to_string(), value));
        let attributes = message.attributes.iter();
        let attributes = attributes.map(|one| (format!("{id}.{}", one.id.name), &one.value));
        let mut used_of_all = Vec::new();
        for (id, value) in own.into_iter().chain(attributes) {
            let mut within = Within {
                file,
                declared: &declared,
                used: Vec::new(),
                through: vec![id.clone()],
            };
            let compiled = self.pattern(&mut within, message.id.name, value);
            let arguments = declared.iter().map(|(name, of)| {
                let of = within.used.contains(name).then_some(*of);
                (name.clone(), of)
            });
            let arguments = arguments.collect();
            used_of_all.append(&mut within.used);
            let name = id.replace(['-', '.'], "_");
            let name = name.strip_prefix(&format!("{}_", file.family));
            let name = name.unwrap_or_default().to_string();
            let is_double = |one: &Message| one.family == file.family && one.name == name;
            if self.messages.iter().any(is_double) {
                let words = format!("{id} has the same name in Rust as another one: {name}");
                self.fault_at(file, message.id.name, &words);
            }
            self.messages.push(Message {
                family: file.family.clone(),
                id,
                name,
                arguments,
                english: compiled.english,
                pattern: compiled.pattern,
            });
        }
        for (name, _) in &declared {
            if !used_of_all.contains(name) {
                self.fault_at(
                    file,
                    id,
                    &format!("{id} declares ${name} and does not use it"),
                );
            }
        }
    }

    /// The arguments that a message's comment declares: lines like `$count (Number) - how many`.
    fn declared(&mut self, file: &'a File, message: &ast::Message<&'a str>) -> Vec<(String, Type)> {
        let mut declared: Vec<(String, Type)> = Vec::new();
        let comment = message.comment.iter().flat_map(|comment| &comment.content);
        for &line in comment {
            let Some(line) = line.trim_start().strip_prefix('$') else {
                continue;
            };
            let parts = line.split_once(' ').and_then(|(name, rest)| {
                let (of, why) = rest.strip_prefix('(')?.split_once(") - ")?;
                let of = match of {
                    "Number" => Type::Number,
                    "String" => Type::String,
                    _ => return None,
                };
                (!why.trim().is_empty()).then(|| (name.to_string(), of))
            });
            match parts {
                Some(new) if declared.iter().all(|(name, _)| *name != new.0) => declared.push(new),
                Some(_) => self.fault_at(file, line, "an argument is declared twice"),
                None => self.fault_at(
                    file,
                    line,
                    "an argument is declared so: $name (Number) - what it is; or (String)",
                ),
            }
        }
        declared
    }

    /// Compiles a pattern. `place` is the part of the file's text where faults are told.
    fn pattern(
        &mut self,
        within: &mut Within<'a, '_>,
        place: &'a str,
        pattern: Pattern<'a>,
    ) -> Compiled {
        let mut done = Compiled::default();
        for element in &pattern.elements {
            match element {
                ast::PatternElement::TextElement { value } => {
                    self.text(within, place, value, &mut done);
                }
                ast::PatternElement::Placeable { expression } => {
                    self.expression(within, place, expression, &mut done);
                }
            }
        }
        done
    }

    fn text(&mut self, within: &Within<'a, '_>, place: &'a str, text: &str, done: &mut Compiled) {
        if text.contains(|c: char| c < ' ') {
            let words = "a text stands on one line, and holds no tab";
            self.fault_at(within.file, place, words);
        }
        done.english.push_str(text);
        done.pattern.push_str(text);
    }

    fn expression(
        &mut self,
        within: &mut Within<'a, '_>,
        place: &'a str,
        expression: &'a ast::Expression<&'a str>,
        done: &mut Compiled,
    ) {
        use ast::InlineExpression as Inline;
        let (selector, variants) = match expression {
            ast::Expression::Select { selector, variants } => (selector, variants),
            ast::Expression::Inline(inline) => {
                match inline {
                    Inline::StringLiteral { value } => {
                        let text = unescape_unicode_to_string(value);
                        self.text(within, place, &text, done);
                    }
                    Inline::NumberLiteral { value } => self.text(within, place, value, done),
                    Inline::VariableReference { id } => {
                        if let Some((place, _)) = self.argument(within, id.name) {
                            let _ = write!(done.english, "{{ ${} }}", id.name);
                            done.pattern.push(mark::ARGUMENT);
                            done.pattern.push(place);
                        }
                    }
                    Inline::MessageReference { id, attribute } => {
                        let name = with_attribute(id.name, attribute.as_ref());
                        self.reference(within, id.name, name, done);
                    }
                    Inline::TermReference {
                        id,
                        attribute,
                        arguments: None,
                    } => {
                        let name = with_attribute(&format!("-{}", id.name), attribute.as_ref());
                        self.reference(within, id.name, name, done);
                    }
                    Inline::Placeable { expression } => {
                        self.expression(within, place, expression, done);
                    }
                    Inline::TermReference { id, .. } | Inline::FunctionReference { id, .. } => {
                        let words = format!(
                            "{} is called with arguments, which is not supported",
                            id.name
                        );
                        self.fault_at(within.file, id.name, &words);
                    }
                }
                return;
            }
        };
        let Inline::VariableReference { id } = selector else {
            return self.fault_at(within.file, place, "only an argument selects a variant");
        };
        let Some((argument, of)) = self.argument(within, id.name) else {
            return;
        };
        let _ = write!(done.english, "{{ ${} ->", id.name);
        done.pattern.push(mark::SELECT);
        done.pattern.push(argument);
        // The default comes last: it is taken where no other one fits.
        let (default, others): (Vec<_>, Vec<_>) = variants.iter().partition(|one| one.default);
        for variant in others.into_iter().chain(default) {
            let (key, fits) = match variant.key {
                ast::VariantKey::Identifier { name } => {
                    let is_plural = ["zero", "one", "two", "few", "many", "other"].contains(&name);
                    (name, of == Type::String || is_plural)
                }
                ast::VariantKey::NumberLiteral { value } => {
                    (value, of == Type::Number && value.parse::<i64>().is_ok())
                }
            };
            if !fits {
                let words = format!("[{key}] does not fit the type of ${}", id.name);
                self.fault_at(within.file, key, &words);
            }
            let inner = self.pattern(within, key, &variant.value);
            let star = if variant.default { "*" } else { "" };
            let _ = write!(done.english, " {star}[{key}] {}", inner.english);
            if !variant.default {
                done.pattern.push_str(key);
            }
            done.pattern.push(mark::KEY_END);
            done.pattern.push_str(&inner.pattern);
            done.pattern.push(mark::VARIANT_END);
        }
        done.english.push_str(" }");
        done.pattern.push(mark::SELECT_END);
    }

    /// The digit and the type of an argument.
    fn argument(&mut self, within: &mut Within<'a, '_>, name: &'a str) -> Option<(char, Type)> {
        let known = within.declared.iter().position(|(known, _)| known == name);
        let Some(place) = known else {
            let words = format!("${name} is not declared in the comment of the message");
            self.fault_at(within.file, name, &words);
            return None;
        };
        within.used.push(name.to_string());
        let digit = char::from_digit(place as u32, mark::RADIX);
        Some((digit.expect("fewer arguments"), within.declared[place].1))
    }

    /// Puts what is referred to in place of the reference.
    fn reference(
        &mut self,
        within: &mut Within<'a, '_>,
        place: &'a str,
        name: String,
        done: &mut Compiled,
    ) {
        let Some(&pattern) = self.known.get(&name) else {
            return self.fault_at(within.file, place, &format!("there is no {name}"));
        };
        if within.through.contains(&name) {
            return self.fault_at(within.file, place, &format!("{name} refers to itself"));
        }
        within.through.push(name);
        let inner = self.pattern(within, place, pattern);
        within.through.pop();
        done.english.push_str(&inner.english);
        done.pattern.push_str(&inner.pattern);
    }
}

fn with_attribute(name: &str, attribute: Option<&ast::Identifier<&str>>) -> String {
    attribute.map_or(name.to_string(), |attribute| {
        format!("{name}.{}", attribute.name)
    })
}

/// The Rust of the messages: a module for each family, and the table of the patterns.
pub fn rust(messages: &[Message]) -> String {
    let mut code = String::new();
    for family in messages.chunk_by(|a, b| a.family == b.family) {
        let name = &family[0].family;
        let _ = writeln!(code, "/// `words/en/{name}.ftl`.\npub mod {name} {{");
        for message in family {
            let number = messages.iter().position(|one| std::ptr::eq(one, message));
            item(&mut code, number.expect("it is one of them"), message);
        }
        code.push_str("}\n");
    }
    let _ = writeln!(code, "static ENGLISH: [&str; {}] = [", messages.len());
    for message in messages {
        let _ = writeln!(code, "    {:?},", message.pattern);
    }
    code.push_str("];\n");
    code
}

fn item(code: &mut String, number: usize, message: &Message) {
    let doc = format!("`{}`:\n```text\n{}\n```", message.id, message.english);
    let _ = writeln!(code, "    #[doc = {doc:?}]");
    let (mut taken, mut given) = (Vec::new(), Vec::new());
    for (name, of) in &message.arguments {
        let name = name.replace('-', "_");
        let (of, give) = match of {
            Some(Type::Number) => (
                "impl Into<super::fill::Number>",
                format!("Number({name}.into())"),
            ),
            Some(Type::String) => ("&str", format!("String({name})")),
            None => ("", "String(\"\")".to_string()),
        };
        if !of.is_empty() {
            taken.push(format!("{name}: {of}"));
        }
        given.push(format!("super::fill::Argument::{give}"));
    }
    let _ = if taken.is_empty() {
        let name = message.name.to_uppercase();
        writeln!(
            code,
            "    pub const {name}: super::Word = super::Word({number});"
        )
    } else {
        let (name, taken, given) = (&message.name, taken.join(", "), given.join(", "));
        writeln!(
            code,
            "    pub fn {name}({taken}) -> String {{ super::Word({number}).with(&[{given}]) }}"
        )
    };
}
