//! Controls: buttons, links, fields, and rows of keys of which one is chosen. All native.

use std::rc::Rc;

use crate::diary::episode::{Relief, Severity};
use crate::ui::element::{El, Text, el, text};
use crate::ui::route::Route;
use crate::words;

/// A page's heading. It can take the focus, for that is where reading goes on.
pub fn heading(words: impl Text) -> El {
    text("h1", words).attr("tabindex", "-1")
}

/// A button.
pub fn button(class: &str, words: impl Text, act: impl Fn() + 'static) -> El {
    text("button", words)
        .attr("type", "button")
        .class(class)
        .on_click(act)
}

/// A link that looks like a button.
pub fn link_button(class: &str, words: impl Text, to: &Route) -> El {
    link(words, to).class(format!("{class} button"))
}

/// A link.
pub fn link(words: impl Text, to: &Route) -> El {
    text("a", words).attr("href", to.href())
}

/// A quiet line.
pub fn soft(words: impl Text) -> El {
    text("p", words).class("soft")
}

/// A field under its label.
pub fn field(label: impl Text, input: El) -> El {
    el("label")
        .class("field")
        .with(text("span", label))
        .with(input)
}

/// A native radio button or checkbox in a label.
pub fn tick(
    class: &str,
    kind: &str,
    group: &str,
    words: impl Text,
    checked: impl Fn() -> bool + 'static,
    tapped: impl Fn() + 'static,
) -> El {
    let input = el("input")
        .attr("type", kind)
        .attr("name", group)
        .bind_checked(checked, tapped);
    el("label")
        .class(class)
        .with(input)
        .with(text("span", words))
}

/// One of several, as a row of keys: native radio buttons. `group` names the row on its page.
pub fn keys<T: Copy + PartialEq + 'static>(
    class: &str,
    group: &str,
    legend: impl Text,
    choices: &[(T, String)],
    chosen: impl Fn() -> Option<T> + 'static,
    choose: impl Fn(T) + 'static,
) -> El {
    let (chosen, choose) = (Rc::new(chosen), Rc::new(choose));
    let keys = choices
        .iter()
        .enumerate()
        .map(|(place, (value, words))| {
            let (value, chosen, choose) = (*value, chosen.clone(), choose.clone());
            let is_chosen = move || chosen() == Some(value);
            tick("", "radio", group, words, is_chosen, move || choose(value))
                .attr("data-n", place.to_string())
        })
        .collect::<Vec<_>>();
    el("fieldset")
        .class(class)
        .with(text("legend", legend))
        .with(el("div").class("row-of-keys").with(keys))
}

/// How bad, 0 to 10.
pub fn severity_keys(
    group: &str,
    legend: impl Text,
    chosen: impl Fn() -> Option<Severity> + 'static,
    choose: impl Fn(Severity) + 'static,
) -> El {
    let choices: Vec<_> = (0..=10).map(|n: i8| (n, n.to_string())).collect();
    let chosen = move || chosen().map(|severity| severity.get() as i8);
    let choose = move |n| {
        if let Some(severity) = u8::try_from(n).ok().and_then(Severity::new) {
            choose(severity);
        }
    };
    keys("keys tinted", group, legend, &choices, chosen, choose)
}

/// How much a treatment helped: worse, or 0 to 10.
pub fn relief_keys(
    group: &str,
    treatment: &str,
    chosen: impl Fn() -> Option<Relief> + 'static,
    choose: impl Fn(Relief) + 'static,
) -> El {
    let words = |n: i8| {
        if n < 0 {
            words::controls::WORSE.into()
        } else {
            n.to_string()
        }
    };
    let choices: Vec<_> = (-1..=10).map(|n| (n, words(n))).collect();
    let legend = words::controls::relief(treatment);
    let chosen = move || chosen().map(Relief::get);
    let choose = move |n| {
        if let Some(relief) = Relief::new(n) {
            choose(relief);
        }
    };
    keys("keys relief", group, &legend, &choices, chosen, choose)
}
