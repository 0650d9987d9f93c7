//! A drawing of a body: strokes from joint to joint. A movement is animated from its start to its end, or both are shown
//! side by side if the person prefers reduced motion. The words beside it say the same.

use wasm_bindgen::JsValue;

use crate::browser::optional::{call, get};
use crate::guide::content::figures::FIGURES;
use crate::guide::figure::{BodyPart, FLOOR, Figure};
use crate::ui::element::{El, el, svg};

/// The drawing of this name, if there is one.
pub fn figure(id: &str) -> Option<El> {
    let figure = FIGURES.iter().find(|figure| figure.id == id)?;
    let still = figure.to.is_empty();
    let drawings = if still {
        vec![drawing(figure, figure.from, None)]
    } else if moves_little() {
        vec![
            drawing(figure, figure.from, None),
            drawing(figure, figure.to, None),
        ]
    } else {
        vec![drawing(figure, figure.from, Some(figure.to))]
    };
    Some(el("div").class("figure").with(drawings))
}

/// Whether the person asked for less motion.
fn moves_little() -> bool {
    let asked = JsValue::from_str("(prefers-reduced-motion: reduce)");
    let answer = call(&js_sys::global(), "matchMedia", &[&asked]);
    answer.and_then(|answer| get(&answer, "matches")) == Some(JsValue::TRUE)
}

fn drawing(figure: &Figure, from: &[u8], to: Option<&[u8]>) -> El {
    let mut parts = vec![stroke("ground", figure.ground, None)];
    for line in figure.pillows.chunks(4) {
        parts.push(stroke("pillow", &path(line, &[0, 1], BodyPart::Leg), None));
    }
    for (part, joints) in figure.strokes {
        if let BodyPart::Head(size) = part {
            parts.push(head(joints[0], *size, from, to));
            continue;
        }
        let start = path(from, joints, *part);
        let end = to.map(|to| path(to, joints, *part));
        let class = match part {
            BodyPart::Far => "far leg",
            BodyPart::FarArm => "far arm",
            BodyPart::Trunk | BodyPart::Bone => "trunk",
            BodyPart::Arm => "arm",
            BodyPart::Block => "block",
            BodyPart::Mark => "mark",
            BodyPart::Leg | BodyPart::Head(_) => "leg",
        };
        if *part == BodyPart::Arm {
            parts.push(stroke("halo", &start, end.as_deref()));
        }
        parts.push(stroke(class, &start, end.as_deref()));
    }
    for line in figure.arrows.chunks(4) {
        parts.push(stroke("arrow", &arrow(line), None));
    }
    let top = top(figure);
    let field = format!("0 {top} 160 {}", 100 - top);
    svg("svg")
        .attr("viewBox", &field)
        .attr("aria-hidden", "true")
        .with(parts)
}

/// The top of the view box: a body that lies on the floor has empty space above.
fn top(figure: &Figure) -> u8 {
    let mut top = 100;
    for places in [figure.from, figure.to, figure.arrows] {
        for place in places.chunks(2) {
            top = place[1].min(top);
        }
    }
    if figure.ground == FLOOR {
        top.saturating_sub(14)
    } else {
        0
    }
}

fn stroke(class: &str, path: &str, end: Option<&str>) -> El {
    let stroke = svg("path").class(class).attr("d", path);
    stroke.with(end.map(|end| moving("d", path, end)))
}

fn head(joint: u8, size: u8, from: &[u8], to: Option<&[u8]>) -> El {
    let at = usize::from(joint) * 2;
    let mut head = svg("circle").class("head").attr("r", size.to_string());
    for (n, name) in ["cx", "cy"].into_iter().enumerate() {
        let start = from[at + n].to_string();
        head = head.attr(name, &start);
        if let Some(to) = to {
            head = head.with(moving(name, &start, &to[at + n].to_string()));
        }
    }
    head
}

/// An animation of an attribute: to the end, a pause, and back.
fn moving(what: &str, from: &str, to: &str) -> El {
    svg("animate")
        .attr("attributeName", what)
        .attr("dur", "6s")
        .attr("repeatCount", "indefinite")
        .attr("calcMode", "spline")
        .attr("keyTimes", "0;.15;.4;.65;.9;1")
        .attr("keySplines", "0 0 1 1;.4 0 .6 1;0 0 1 1;.4 0 .6 1;0 0 1 1")
        .attr("values", [from, from, to, to, from, from].join(";"))
}

/// The path through these joints.
fn path(places: &[u8], joints: &[u8], part: BodyPart) -> String {
    let mut path = String::new();
    for (n, joint) in joints.iter().enumerate() {
        path.push(match (n, part) {
            (0, _) => 'M',
            (1, BodyPart::Trunk) => 'Q',
            (2, BodyPart::Trunk) => ' ',
            _ => 'L',
        });
        let at = usize::from(*joint) * 2;
        path.push_str(&places[at].to_string());
        path.push(' ');
        path.push_str(&places[at + 1].to_string());
    }
    if part == BodyPart::Block {
        path.push('Z');
    }
    path
}

/// An arrow: a line, and two strokes back from its tip.
fn arrow(line: &[u8]) -> String {
    let at = |n: usize| f64::from(line[n]);
    let (x, y) = (at(2) - at(0), at(3) - at(1));
    let length = (x * x + y * y).sqrt() / 6.0;
    let (x, y) = ((x / length) as i32, (y / length) as i32);
    let (tip_x, tip_y) = (i32::from(line[2]), i32::from(line[3]));
    let ends = [
        (tip_x - x - y, tip_y - y + x),
        (tip_x - x + y, tip_y - y - x),
    ];
    let mut path = path(line, &[0, 1], BodyPart::Leg);
    for (n, (x, y)) in [ends[0], (tip_x, tip_y), ends[1]].into_iter().enumerate() {
        path.push(if n == 0 { 'M' } else { 'L' });
        path.push_str(&x.to_string());
        path.push(' ');
        path.push_str(&y.to_string());
    }
    path
}
