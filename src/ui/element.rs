//! Elements of the page, made directly, with the parts that change bound to Leptos's signals.
//!
//! What takes a closure hands it on in a box to a function that is there once: made anew for every
//! closure, these few came to 15 kB of code.
//!
//! Signals, ownership and scheduling are Leptos's. Its `view!` macro is not used: it makes a type
//! of every node and code for every type, and with it this app came to 369 kB (gzip) where a phone
//! should fetch 200 at most. Here each kind of binding is one function with a boxed closure.
//!
//! Text is only ever set as text.

use std::rc::Rc;

use leptos::prelude::*;
use leptos::reactive::effect::RenderEffect;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, FocusOptions, HtmlElement, HtmlInputElement};

/// What the signals say, for one that is asked more than once.
pub type Look<T> = Rc<dyn Fn() -> T>;

/// An element, to be built in one go and then put into another.
#[derive(Clone)]
pub struct El(Element);

/// A new HTML element.
pub fn el(tag: &str) -> El {
    El(document()
        .create_element(tag)
        .expect("the names of elements are our own"))
}

/// A new SVG element.
pub fn svg(tag: &str) -> El {
    let space = Some("http://www.w3.org/2000/svg");
    El(document()
        .create_element_ns(space, tag)
        .expect("the names of elements are our own"))
}

/// A new element with a text in it.
pub fn text(tag: &str, words: &str) -> El {
    el(tag).text(words)
}

/// So many elements, each from its number. (A chain of iterators is code of its own at every place.)
pub fn each(count: usize, make: &dyn Fn(usize) -> El) -> Vec<El> {
    let mut all = Vec::new();
    for n in 0..count {
        all.push(make(n));
    }
    all
}

impl El {
    /// Sets its classes.
    pub fn class(self, names: &str) -> El {
        self.attr("class", names)
    }

    /// Sets an attribute.
    pub fn attr(self, name: &str, value: &str) -> El {
        set_attribute(&self.0, name, Some(value));
        self
    }

    /// Appends a text.
    pub fn text(self, words: &str) -> El {
        append(&self.0, &document().create_text_node(words));
        self
    }

    /// Appends an element.
    pub fn with(self, child: El) -> El {
        append(&self.0, &child.0);
        self
    }

    /// Appends these elements.
    pub fn with_all(self, children: Vec<El>) -> El {
        for child in children {
            append(&self.0, &child.0);
        }
        self
    }

    /// Appends an element if there is one.
    pub fn with_some(self, child: Option<El>) -> El {
        match child {
            Some(child) => self.with(child),
            None => self,
        }
    }

    /// Appends a text that follows the signals that it reads.
    pub fn text_of(self, words: impl Fn() -> String + 'static) -> El {
        self.follow_text(Box::new(words));
        self
    }

    fn follow_text(&self, words: Box<dyn Fn() -> String>) {
        let node = document().create_text_node("");
        append(&self.0, &node);
        follow(Box::new(move || node.set_data(&words())));
    }

    /// Keeps an attribute at what the signals say; `None` takes it away.
    pub fn attr_of(self, name: &'static str, value: impl Fn() -> Option<String> + 'static) -> El {
        self.follow_attr(name, Box::new(value));
        self
    }

    fn follow_attr(&self, name: &'static str, value: Box<dyn Fn() -> Option<String>>) {
        let element = self.0.clone();
        follow(Box::new(move || {
            set_attribute(&element, name, value().as_deref())
        }));
    }

    /// Appends elements that are made anew whenever a signal that was read in making them changes.
    pub fn with_all_of(self, children: impl Fn() -> Vec<El> + 'static) -> El {
        self.follow_children(Box::new(children));
        self
    }

    /// Appends an element that is made anew, or gone, as the signals say.
    pub fn with_some_of(self, child: impl Fn() -> Option<El> + 'static) -> El {
        self.follow_child(Box::new(child));
        self
    }

    fn follow_child(&self, child: Box<dyn Fn() -> Option<El>>) {
        self.follow_children(Box::new(move || child().into_iter().collect()));
    }

    fn follow_children(&self, children: Box<dyn Fn() -> Vec<El>>) {
        let parent = self.0.clone();
        let end = document().create_comment("");
        append(&parent, &end);
        let effect = RenderEffect::new(move |before: Option<Vec<El>>| {
            let mut had_focus = false;
            for gone in before.into_iter().flatten() {
                had_focus |= gone.0.contains(document().active_element().as_deref());
                gone.0.remove();
            }
            let there = children();
            for child in &there {
                let _ = parent.insert_before(&child.0, Some(&end));
            }
            if had_focus {
                focus_instead(&parent, &there);
            }
            there
        });
        StoredValue::new(effect);
    }

    /// Does something on an event.
    pub fn on(self, event: &str, act: impl FnMut(Event) + 'static) -> El {
        listen(&self.0, event, Box::new(act));
        self
    }

    /// Does something on a click.
    pub fn on_click(self, act: impl FnMut() + 'static) -> El {
        self.click(Box::new(act))
    }

    fn click(self, mut act: Box<dyn FnMut()>) -> El {
        self.on("click", move |_| act())
    }

    /// Keeps a checkbox or radio button at what the signals say, and tells when it is tapped.
    /// A tap that changed nothing (it was refused) is taken back.
    pub fn checked_of(self, checked: Look<bool>, tapped: Box<dyn Fn()>) -> El {
        let input: HtmlInputElement = self.0.clone().unchecked_into();
        let followed = checked.clone();
        follow(Box::new(move || input.set_checked(followed())));
        self.on("change", move |event| {
            tapped();
            if let Some(input) = event.target() {
                let input: HtmlInputElement = input.unchecked_into();
                input.set_checked(untrack(|| checked()));
            }
        })
    }

    /// Keeps the value of a field at what the signals say, and tells what is typed or chosen.
    pub fn value_of(
        self,
        value: impl Fn() -> String + 'static,
        typed: impl Fn(String) + 'static,
    ) -> El {
        self.field(Box::new(value), Box::new(typed))
    }

    fn field(self, value: Box<dyn Fn() -> String>, typed: Box<dyn Fn(String)>) -> El {
        let field = self.0.clone();
        follow(Box::new(move || {
            let (name, value) = (JsValue::from_str("value"), JsValue::from_str(&value()));
            // Setting the same value again would move the cursor.
            if js_sys::Reflect::get(&field, &name).as_ref() != Ok(&value) {
                let _ = js_sys::Reflect::set(&field, &name, &value);
            }
        }));
        self.on("input", move |event| typed(event_target_value(&event)))
    }

    /// Puts it at the end of an element of the page.
    pub fn mount(self, place: &Element) {
        append(place, &self.0);
    }
}

fn append(parent: &Element, child: &web_sys::Node) {
    let _ = parent.append_child(child);
}

/// What had the focus is gone, and the focus with it. It goes to the page's heading if that is
/// among what came instead, else to the first part of it as a whole: were it a button in there, a
/// key that is still held down would press it.
fn focus_instead(parent: &Element, there: &[El]) {
    let heading = parent.query_selector("h1").ok().flatten();
    if let Some(first) = heading.or_else(|| there.first().map(|first| first.0.clone())) {
        if let Ok(first) = first.dyn_into::<HtmlElement>() {
            if first.tab_index() < 0 {
                first.set_tab_index(-1);
            }
            let _ = first.focus();
        }
    } else if let Ok(Some(heading)) = document().query_selector("#main h1")
        && let Ok(heading) = heading.dyn_into::<HtmlElement>()
    {
        // Nothing came: what is being read stays where it is.
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = heading.focus_with_options(&options);
    }
}

fn set_attribute(element: &Element, name: &str, value: Option<&str>) {
    let _ = match value {
        Some(value) => element.set_attribute(name, value),
        None => element.remove_attribute(name),
    };
}

/// Runs now and whenever a signal that it reads changes, as long as its owner lives: the page, or
/// the part of it that is made anew.
pub fn follow(run: Box<dyn Fn()>) {
    StoredValue::new(RenderEffect::new(move |_| run()));
}

/// The element keeps what is to be done, and so frees it when it is freed itself. It never is if
/// that in turn holds an element: what lies in wasm's memory the browser cannot see through. Take
/// it from the event.
fn listen(element: &Element, event: &str, act: Box<dyn FnMut(Event)>) {
    let act = Closure::wrap(act).into_js_value();
    let _ = element.add_event_listener_with_callback(event, act.unchecked_ref());
}
