//! The elements of the page: a thin binding between Leptos's signals and the DOM.
//!
//! One convention: **where a value is expected, a closure may stand. Then it follows the signals it reads.**
//!
//! A text and an attribute that follow, and an event:
//!
//! ```ignore
//! let count = RwSignal::new(0);
//! el("button")
//!     .attr("type", "button")
//!     .attr("disabled", move || count.get() > 9)         // bool: there or not
//!     .text(move || format!("Tapped {} times", count.get()))
//!     .on_click(move || count.update(|n| *n += 1))
//! ```
//!
//! Children: an element, an `Option`, a `Vec`, any iterator of elements, or a closure that gives one of these.
//! What a closure gave is removed and made anew when a signal changes that it read:
//!
//! ```ignore
//! el("section")
//!     .with(text("h2", "Erase"))
//!     .with(lines.iter().map(|line| text("p", line)))
//!     .with(move || is_asked.get().then(|| text("p", "Sure?").attr("role", "alert")))
//! ```
//!
//! A list whose rows stay: a row is made once for each key, keeps its element, its focus and its place on the
//! screen, and follows signals by itself. Rows are moved as little as possible ([`moves`]):
//!
//! ```ignore
//! el("ul").with(rows(
//!     move || diary.with(|diary| diary.ids()),
//!     move |id| el("li").text(move || diary.with(|diary| diary.words(&id))),
//! ))
//! ```
//!
//! Ownership. What is made in a closure (signals, effects, event handlers) lives as long as the elements that
//! it gave. It is disposed of before they leave the page. A handler that is disposed of does nothing, whoever
//! still holds its element: some browsers send `change` when a field that is typed in is removed, others do
//! not, and so none is heard. A field that keeps what is typed therefore keeps it on `input`. Handlers run
//! untracked and without an owner.
//!
//! Text is only ever set as text. A translating browser replaces text nodes by elements of its own; a text
//! that follows is put back between the two comments that mark its place.
//!
//! Why not `view!`: it makes a type of every node and code for every type. Measured on a sixth of these
//! pages and extrapolated, the program would be 632 kB (gzip, `erase_components`) or 776 kB, where this gives
//! 408 kB. Generic methods here box their closure and call one function that is compiled once.

pub mod moves;

use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::*;
use leptos::reactive::effect::RenderEffect;
use leptos::reactive::owner::Owner;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Comment, Element, Event, FocusOptions, HtmlElement, HtmlInputElement, Node};

use crate::words::Word;

/// Calls its argument with the text as it is now.
type WithText = Box<dyn Fn(&dyn Fn(&str))>;

/// An element under construction. It is built in one expression and put into another one.
#[derive(Clone)]
pub struct El(Element);

/// A new HTML element.
pub fn el(tag: &str) -> El {
    El(document()
        .create_element(tag)
        .expect("tag names are literals of ours"))
}

/// A new SVG element.
pub fn svg(tag: &str) -> El {
    let space = Some("http://www.w3.org/2000/svg");
    El(document()
        .create_element_ns(space, tag)
        .expect("tag names are literals of ours"))
}

/// A new HTML element with a text in it.
pub fn text(tag: &str, words: impl Text) -> El {
    el(tag).text(words)
}

impl El {
    /// Sets an attribute: a [`Word`], a text, a `bool` (there or not), an `Option`, or a closure that gives one of these.
    pub fn attr(self, name: &'static str, value: impl AttributeValue) -> El {
        value.set_on(&self.0, name);
        self
    }

    /// Sets the classes.
    pub fn class(self, names: impl AttributeValue) -> El {
        self.attr("class", names)
    }

    /// Appends a text, or one that follows.
    pub fn text(self, words: impl Text) -> El {
        words.append_to(&self.0);
        self
    }

    /// Appends children, or children that follow.
    pub fn with<M>(self, children: impl Children<M>) -> El {
        children.append_to(&self.0);
        self
    }

    /// Appends a sentence that has [`SLOTS`] as arguments, with an element in the place of each.
    pub fn sentence(self, words: &str, elements: &[El]) -> El {
        append_sentence(&self.0, words, elements);
        self
    }

    /// Calls this on an event.
    pub fn on(self, event: &str, act: impl Fn(Event) + 'static) -> El {
        listen(&self.0, event, Box::new(act));
        self
    }

    /// Calls this on a click, or what stands for one (Enter, Space).
    pub fn on_click(self, act: impl Fn() + 'static) -> El {
        self.on("click", move |_| act())
    }

    /// Binds the value of a field: it shows what `read` gives, and `write` gets what is typed or chosen, with
    /// each keystroke.
    pub fn bind_value(
        self,
        read: impl Fn() -> String + 'static,
        write: impl Fn(String) + 'static,
    ) -> El {
        bind_value(&self.0, Box::new(read));
        self.on("input", move |event| write(event_target_value(&event)))
    }

    /// Binds a checkbox or radio button: it is checked as `read` says, and `tapped` hears of a tap. A tap that
    /// changed nothing (it was refused) is taken back.
    pub fn bind_checked(
        self,
        read: impl Fn() -> bool + 'static,
        tapped: impl Fn() + 'static,
    ) -> El {
        bind_checked(&self.0, Rc::new(read), Box::new(tapped));
        self
    }

    /// Appends it to an element of the page.
    pub fn mount(self, place: &Element) {
        append(place, &self.0);
    }
}

/// The value of an attribute.
pub trait AttributeValue {
    /// Sets it, or keeps it set.
    fn set_on(self, element: &Element, name: &'static str);
}

impl AttributeValue for &str {
    fn set_on(self, element: &Element, name: &'static str) {
        set_attribute(element, name, Some(self));
    }
}

impl AttributeValue for &String {
    fn set_on(self, element: &Element, name: &'static str) {
        set_attribute(element, name, Some(self));
    }
}

impl AttributeValue for String {
    fn set_on(self, element: &Element, name: &'static str) {
        set_attribute(element, name, Some(&self));
    }
}

impl AttributeValue for Option<String> {
    fn set_on(self, element: &Element, name: &'static str) {
        set_attribute(element, name, self.as_deref());
    }
}

impl AttributeValue for Word {
    fn set_on(self, element: &Element, name: &'static str) {
        self.text().set_on(element, name);
    }
}

impl AttributeValue for bool {
    fn set_on(self, element: &Element, name: &'static str) {
        set_attribute(element, name, self.then_some(""));
    }
}

impl<F, V> AttributeValue for F
where
    F: Fn() -> V + 'static,
    V: AttributeValue,
{
    fn set_on(self, element: &Element, name: &'static str) {
        let element = element.clone();
        follow(move || self().set_on(&element, name));
    }
}

/// A text, or a [`Word`].
pub trait Text {
    /// Appends it, or a text that follows.
    fn append_to(self, parent: &Element);
}

impl Text for &str {
    fn append_to(self, parent: &Element) {
        append(parent, &document().create_text_node(self));
    }
}

impl Text for &String {
    fn append_to(self, parent: &Element) {
        self.as_str().append_to(parent);
    }
}

impl Text for String {
    fn append_to(self, parent: &Element) {
        self.as_str().append_to(parent);
    }
}

impl Text for Word {
    fn append_to(self, parent: &Element) {
        self.text().append_to(parent);
    }
}

impl<F, T> Text for F
where
    F: Fn() -> T + 'static,
    T: AsRef<str>,
{
    fn append_to(self, parent: &Element) {
        follow_text(parent, Box::new(move |show| show(self().as_ref())));
    }
}

/// What [`El::with`] takes. `M` tells children that are there from those that follow; it is always inferred.
pub trait Children<M> {
    /// Appends them, or children that follow.
    fn append_to(self, parent: &Element);
}

/// Marks children that are there.
pub struct Fixed;
/// Marks children that follow signals.
pub struct Following;
/// Marks rows with keys.
pub struct Keyed;

/// One element is a list of one.
impl IntoIterator for El {
    type Item = El;
    type IntoIter = std::iter::Once<El>;

    fn into_iter(self) -> Self::IntoIter {
        std::iter::once(self)
    }
}

impl<I: IntoIterator<Item = El>> Children<Fixed> for I {
    fn append_to(self, parent: &Element) {
        for child in self {
            append(parent, &child.0);
        }
    }
}

impl<F, I> Children<Following> for F
where
    F: Fn() -> I + 'static,
    I: IntoIterator<Item = El>,
{
    fn append_to(self, parent: &Element) {
        follow_children(parent, Box::new(move || self().into_iter().collect()));
    }
}

/// The rows of a list: one for each key that `keys` gives, in their order. `row` makes the row of a key, once.
/// It may read signals without following them; what shall follow is a closure within the row.
pub fn rows<K: Clone + PartialEq + 'static>(
    keys: impl Fn() -> Vec<K> + 'static,
    row: impl Fn(K) -> El + 'static,
) -> Rows {
    let shown = Rc::new(RefCell::new(Vec::<K>::new()));
    let now = shown.clone();
    Rows {
        change: Box::new(move || {
            let keys = keys();
            let before = shown.replace(keys);
            let keys = shown.borrow();
            moves::places(before.len(), keys.len(), &|old, new| {
                before[old] == keys[new]
            })
        }),
        make: Box::new(move |place| {
            let key = now.borrow()[place].clone();
            row(key)
        }),
    }
}

/// Rows with keys, see [`rows`].
pub struct Rows {
    /// Reads the keys again. For each row its place before, or `None` for a new one.
    change: Box<dyn Fn() -> Vec<Option<usize>>>,
    /// Makes the row at a place.
    make: Box<dyn Fn(usize) -> El>,
}

impl Children<Keyed> for Rows {
    fn append_to(self, parent: &Element) {
        follow_rows(parent, self);
    }
}

/// Runs now and whenever a signal changes that it read, as long as its owner lives: the page, or the part of
/// it that is made anew.
pub fn follow(run: impl Fn() + 'static) {
    keep_following(Box::new(run));
}

fn keep_following(run: Box<dyn Fn()>) {
    StoredValue::new_local(RenderEffect::new(move |_| run()));
}

/// Stand for elements in a sentence ([`El::sentence`]), whose order a language chooses. (Characters for private use.)
pub const SLOTS: [&str; 2] = ["\u{F8F0}", "\u{F8F1}"];

fn append_sentence(parent: &Element, mut words: &str, elements: &[El]) {
    while let Some((at, place)) = next_slot(words) {
        words[..at].append_to(parent);
        if let Some(element) = elements.get(place) {
            append(parent, &element.0);
        }
        words = &words[at + SLOTS[place].len()..];
    }
    words.append_to(parent);
}

/// Where the next slot is, and which one.
fn next_slot(words: &str) -> Option<(usize, usize)> {
    let slots = SLOTS.iter().enumerate();
    slots
        .filter_map(|(place, slot)| Some((words.find(slot)?, place)))
        .min()
}

fn append(parent: &Element, child: &Node) {
    let _ = parent.append_child(child);
}

/// A comment marks a place: no translator touches it, and no style rule counts it.
fn mark_place(parent: &Element) -> Comment {
    let comment = document().create_comment("");
    append(parent, &comment);
    comment
}

fn set_attribute(element: &Element, name: &str, value: Option<&str>) {
    let _ = match value {
        Some(value) => element.set_attribute(name, value),
        None => element.remove_attribute(name),
    };
}

fn follow_text(parent: &Element, words: WithText) {
    let start = mark_place(parent);
    let node = document().create_text_node("");
    append(parent, &node);
    let end = mark_place(parent);
    let show = move |words: &str| {
        node.set_data(words);
        let is_in_place = start.next_sibling().as_ref() == Some(&node)
            && node.next_sibling().as_ref() == Some(&end);
        if !is_in_place {
            // A translator has put elements of its own here.
            while let Some(other) = start.next_sibling().filter(|other| *other != **end) {
                let Some(parent) = other.parent_node() else {
                    return;
                };
                let _ = parent.remove_child(&other);
            }
            if let Some(parent) = end.parent_node() {
                let _ = parent.insert_before(&node, Some(&end));
            }
        }
    };
    follow(move || words(&show));
}

fn follow_children(parent: &Element, children: Box<dyn Fn() -> Vec<El>>) {
    let (parent, end) = (parent.clone(), mark_place(parent));
    let effect = RenderEffect::new(move |before: Option<Vec<El>>| {
        let mut lost_focus = None;
        for gone in before.into_iter().flatten() {
            lost_focus = lost_focus.or_else(|| focus_within(&gone.0));
            gone.0.remove();
        }
        let there = children();
        for child in &there {
            let _ = parent.insert_before(&child.0, Some(&end));
        }
        if let Some(lost) = lost_focus {
            focus_again(&parent, &there, &lost);
        }
        there
    });
    StoredValue::new_local(effect);
}

/// A row, and what was made for it.
struct KeyedRow {
    element: Element,
    owner: Owner,
}

fn follow_rows(parent: &Element, Rows { change, make }: Rows) {
    let (parent, end) = (parent.clone(), mark_place(parent));
    let owner = Owner::new();
    let effect = RenderEffect::new(move |before: Option<Vec<KeyedRow>>| {
        let places = change();
        let before = before.unwrap_or_default();
        if places.len() == before.len() && places.iter().flatten().copied().eq(0..before.len()) {
            return before;
        }
        let mut before: Vec<Option<KeyedRow>> = before.into_iter().map(Some).collect();
        let kept: Vec<Option<KeyedRow>> = places
            .iter()
            .map(|place| place.and_then(|place| before[place].take()))
            .collect();
        // Where the row that had the focus was.
        let mut focus_lost = None;
        for (place, gone) in before.into_iter().enumerate() {
            let Some(gone) = gone else {
                continue;
            };
            if focus_within(&gone.element).is_some() {
                focus_lost = Some(places.iter().flatten().filter(|was| **was < place).count());
            }
            gone.owner.cleanup();
            gone.element.remove();
        }
        let has_focus = |row: &Option<KeyedRow>| {
            let row = row.as_ref();
            row.is_some_and(|row| focus_within(&row.element).is_some())
        };
        let focused = kept.iter().position(has_focus);
        let stays = moves::staying(&places, focused);
        let anchor = anchor(&parent, &kept, focused);
        let mut there = Vec::new();
        for (place, row) in kept.into_iter().enumerate() {
            there.push(row.unwrap_or_else(|| {
                let owner = owner.child();
                let element = owner.with(|| untrack(|| make(place))).0;
                KeyedRow { element, owner }
            }));
        }
        let mut next: Node = end.clone().into();
        for (row, stays) in there.iter().zip(stays).rev() {
            if !stays {
                let _ = parent.insert_before(&row.element, Some(&next));
            }
            next = row.element.clone().into();
        }
        if let Some((row, top)) = anchor {
            let moved = row.get_bounding_client_rect().top() - top;
            window().scroll_by_with_x_and_y(0.0, moved);
        }
        if let Some(place) = focus_lost {
            let instead = there.get(place).or(there.last());
            focus_instead(instead.map(|row| row.element.clone()));
        }
        there
    });
    StoredValue::new_local(effect);
}

/// The row that shall stay where it is on the screen, and where that is: the one that has the focus, else the
/// first one in sight of a list that begins above the screen. Not every browser does this by itself.
fn anchor(
    parent: &Element,
    rows: &[Option<KeyedRow>],
    focused: Option<usize>,
) -> Option<(Element, f64)> {
    let area = |row: &Option<KeyedRow>| {
        let element = row.as_ref()?.element.clone();
        let area = element.get_bounding_client_rect();
        Some((element, area.top(), area.bottom()))
    };
    let (element, top, _) = match focused {
        Some(place) => area(&rows[place])?,
        None if parent.get_bounding_client_rect().top() >= 0.0 => return None,
        None => rows
            .iter()
            .filter_map(area)
            .find(|(_, _, bottom)| *bottom > 0.0)?,
    };
    Some((element, top))
}

/// What has the focus, if that is this element or within it.
fn focus_within(element: &Element) -> Option<Element> {
    let active = document().active_element()?;
    element.contains(Some(&active)).then_some(active)
}

/// The element that had the focus was made anew, or is gone. Its double gets the focus; else the heading
/// among the new elements, or the first of them.
fn focus_again(parent: &Element, there: &[El], lost: &Element) {
    let tag = lost.tag_name();
    for El(element) in there {
        let within = element.get_elements_by_tag_name(&tag);
        let within = (0..within.length()).filter_map(|n| within.item(n));
        let mut all = std::iter::once(element.clone()).chain(within);
        if let Some(double) = all.find(|one| is_double(one, lost))
            && let Ok(double) = double.dyn_into::<HtmlElement>()
        {
            return focus_in_place(&double);
        }
    }
    let heading = parent.query_selector("h1").ok().flatten();
    focus_instead(heading.or_else(|| there.first().map(|first| first.0.clone())));
}

fn is_double(one: &Element, other: &Element) -> bool {
    let names = ["href", "type", "name", "value", "aria-label"];
    one.tag_name() == other.tag_name()
        && one.text_content() == other.text_content()
        && names
            .iter()
            .all(|name| one.get_attribute(name) == other.get_attribute(name))
}

fn focus_in_place(element: &HtmlElement) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = element.focus_with_options(&options);
}

/// Takes over the focus of elements that are gone: `instead` gets it as a whole, since a key that is still
/// held down would press a button in it. Where nothing came, the page's heading gets it, without scrolling.
fn focus_instead(instead: Option<Element>) {
    if let Some(instead) = instead {
        if let Ok(instead) = instead.dyn_into::<HtmlElement>() {
            if instead.tab_index() < 0 {
                instead.set_tab_index(-1);
            }
            let _ = instead.focus();
        }
    } else if let Ok(Some(heading)) = document().query_selector("#main h1")
        && let Ok(heading) = heading.dyn_into::<HtmlElement>()
    {
        focus_in_place(&heading);
    }
}

/// The owner keeps the handler, the listener only its key: it is freed with the page and does nothing after.
fn listen(element: &Element, event: &str, act: Box<dyn Fn(Event)>) {
    let act = UnsyncCallback::new(act);
    let run = move |event: Event| {
        untrack(|| act.try_run(event));
    };
    let run: Box<dyn FnMut(Event)> = Box::new(run);
    let listener = Closure::wrap(run).into_js_value();
    let _ = element.add_event_listener_with_callback(event, listener.unchecked_ref());
}

fn bind_value(field: &Element, read: Box<dyn Fn() -> String>) {
    let field = field.clone();
    follow(move || {
        let (name, value) = (JsValue::from_str("value"), JsValue::from_str(&read()));
        // Setting the same value again would move the cursor.
        if js_sys::Reflect::get(&field, &name).as_ref() != Ok(&value) {
            let _ = js_sys::Reflect::set(&field, &name, &value);
        }
    });
}

fn bind_checked(input: &Element, read: Rc<dyn Fn() -> bool>, tapped: Box<dyn Fn()>) {
    let input: HtmlInputElement = input.clone().unchecked_into();
    let (shown, followed) = (input.clone(), read.clone());
    follow(move || shown.set_checked(followed()));
    let change = move |event: Event| {
        tapped();
        if let Some(input) = event.target() {
            let input: HtmlInputElement = input.unchecked_into();
            input.set_checked(read());
        }
    };
    listen(&input, "change", Box::new(change));
}
