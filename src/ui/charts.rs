//! Charts: a drawing of a few paths, and its numbers as a table, which is what a screen reader and the
//! keyboard walk. What is not known is dashed; shades are darker for more, so that they do without
//! colour.

use std::rc::Rc;

use crate::diary::trends::over_time::Step;
use crate::ui::element::{El, Rows, el, rows, svg, text};
use crate::ui::parts::back_map;

pub mod scale;

use scale::at;

/// What a shape stands for: a class of style/parts.css.
pub type Kind = usize;

/// Nothing noted: dashed.
pub const NOT_KNOWN: Kind = 0;
/// Nothing of it, and that is known: an outline.
pub const NONE: Kind = 1;
/// From here on, four shades.
pub const SHADES: Kind = 2;
/// Said to be free of it.
pub const FREE: Kind = 6;
/// There, and not said how much.
pub const UNRATED: Kind = 7;
/// Not a day of the range: nothing is drawn.
pub const NO_CELL: Kind = 8;

const CLASSES: [&str; 8] = [
    "not-known",
    "none",
    "s1",
    "s2",
    "s3",
    "s4",
    "free",
    "unrated",
];

/// A chart as data.
pub struct Chart {
    /// Its name. No other chart of the page has it.
    pub name: &'static str,
    /// What it shows, in a sentence or two.
    pub says: String,
    /// The drawing.
    pub drawing: Drawing,
    /// What its shapes stand for.
    pub key: &'static [(Kind, &'static str)],
    /// The heads of the table.
    pub heads: Vec<&'static str>,
    /// Its cells, row by row.
    pub numbers: Vec<String>,
}

/// What is drawn.
pub enum Drawing {
    /// Values over time.
    OverTime(OverTime),
    /// A table of shades.
    Grid(Grid),
}

/// Calls its argument with the charts as they are now, which follows them.
pub type WithCharts = Rc<dyn Fn(&mut dyn FnMut(&[Chart]))>;

/// The charts, a figure each. One that stays keeps its place, and its table open, while its numbers follow.
pub fn figures(charts: WithCharts) -> Rows {
    let all = charts.clone();
    let names = move || {
        let mut names = Vec::new();
        all(&mut |charts| names = charts.iter().map(|chart| chart.name).collect());
        names
    };
    rows(names, move |name| figure(charts.clone(), name))
}

fn figure(charts: WithCharts, name: &'static str) -> El {
    let read = Rc::new(move |read: &mut dyn FnMut(&Chart)| {
        charts(&mut |charts| {
            if let Some(chart) = charts.iter().find(|chart| chart.name == name) {
                read(chart);
            }
        });
    });
    let part = move |make: fn(&Chart) -> Option<El>| {
        let read = read.clone();
        move || {
            let mut made = None;
            read(&mut |chart| made = make(chart));
            made
        }
    };
    let caption = part(|chart| Some(text("p", &chart.says).class("soft")));
    let drawing = part(|chart| {
        let drawing = match &chart.drawing {
            Drawing::OverTime(values) => over_time(values),
            Drawing::Grid(values) => grid(values),
        };
        let says = chart.says.as_str();
        Some(drawing.attr("role", "img").attr("aria-label", says))
    });
    el("figure")
        .class("card chart")
        .with(el("figcaption").with(text("h3", name)).with(caption))
        .with(drawing)
        .with(part(|chart| key(chart.key)))
        .with(
            el("details")
                .with(text("summary", "As a table"))
                .with(part(|chart| Some(table(chart)))),
        )
}

/// What the shapes stand for.
fn key(shapes: &[(Kind, &str)]) -> Option<El> {
    let shape = |(kind, words): &(Kind, &str)| {
        let shape = svg("path")
            .class(CLASSES[*kind])
            .attr("d", "M1 1h12v12h-12z");
        let shape = svg("svg").attr("viewBox", "0 0 14 14").with(shape);
        el("li")
            .with(shape.attr("aria-hidden", "true"))
            .text(*words)
    };
    let shapes: Vec<El> = shapes.iter().map(shape).collect();
    (!shapes.is_empty()).then(|| el("ul").with(shapes))
}

fn table(chart: &Chart) -> El {
    let mut head = el("tr");
    for words in &chart.heads {
        head = head.with(text("th", *words));
    }
    let mut body = el("tbody");
    for cells in chart.numbers.chunks(chart.heads.len()) {
        let mut row = el("tr");
        for words in cells {
            row = row.with(text("td", words));
        }
        body = body.with(row);
    }
    el("table")
        .attr("aria-label", chart.name)
        .with(el("thead").with(head))
        .with(body)
}

/// A drawing of shapes, one path a kind, over what lies behind and under everything else.
fn shapes(width: i32, height: i32, behind: Option<El>, paths: &[String; 8]) -> El {
    let field = format!("0 0 {width} {height}");
    let mut drawing = svg("svg").attr("viewBox", &field).with(behind);
    for (kind, path) in paths.iter().enumerate() {
        if !path.is_empty() {
            drawing = drawing.with(svg("path").class(CLASSES[kind]).attr("d", path));
        }
    }
    drawing
}

fn label(x: i32, y: i32, class: &str, words: &str) -> El {
    let label = svg("text").class(class).attr("x", x.to_string());
    label.attr("y", y.to_string()).text(words)
}

/// Adds a box to a path.
fn add_box(path: &mut String, [x, y, width, height]: [i32; 4]) {
    path.push_str(&format!("M{x} {y}h{width}v{height}h-{width}z"));
}

/// A table of shades.
pub struct Grid {
    /// The words before each row; over the next rows, where a row has no cells.
    pub rows: Vec<String>,
    /// How many columns there are.
    pub columns: usize,
    /// The words under the columns, if they have any.
    pub under: &'static [&'static str],
    /// What each cell is, row by row.
    pub cells: Vec<Kind>,
    /// What stands in each cell; empty where there is no room for it.
    pub words: Vec<String>,
    /// Whether the cells lie on a drawing of a back.
    pub on_a_back: bool,
}

/// Draws it, cells square while there is room.
fn grid(grid: &Grid) -> El {
    const RIGHT: i32 = 3200;
    let columns = grid.columns as i32;
    let mut left = 0;
    for (n, row) in grid.rows.iter().enumerate() {
        let cells = &grid.cells[n * grid.columns..(n + 1) * grid.columns];
        if cells.iter().any(|kind| *kind != NO_CELL) {
            left = left.max(120 + 80 * row.len() as i32);
        }
    }
    let largest = if grid.on_a_back { 440 } else { 340 };
    // The words beside a back are beside its shoulders, too: one more column to each side.
    let around = if grid.on_a_back { 1 } else { 0 };
    let side = ((RIGHT - left) / (columns + 2 * around)).min(largest);
    left += around * side;
    let space = side / 12 + 4;
    let bottom = side * grid.rows.len() as i32;
    let mut paths = [const { String::new() }; 8];
    let mut words = Vec::new();
    for (n, kind) in grid.cells.iter().enumerate() {
        let (x, y) = (
            left + side * (n as i32 % columns),
            side * (n as i32 / columns),
        );
        if let Some(path) = paths.get_mut(*kind) {
            add_box(path, [x + 4, y + 4, side - space, side - space]);
        }
        if let Some(said) = grid.words.get(n) {
            let dark = if *kind == SHADES + 3 {
                "mid dark"
            } else {
                "mid"
            };
            words.push(label(x + side / 2, y + side / 2 + 40, dark, said));
        }
    }
    for (n, row) in grid.rows.iter().enumerate() {
        words.push(label(0, side * n as i32 + side / 2 + 40, "", row));
    }
    for (n, said) in grid.under.iter().enumerate() {
        let x = left + side * n as i32 + side / 2;
        words.push(label(x, bottom + 120, "mid", said));
    }
    let back = grid.on_a_back.then(|| {
        let place = [
            ("x", left - side),
            ("y", 0),
            ("width", 5 * side),
            ("height", bottom),
        ];
        place
            .iter()
            .fold(back_map::drawing(), |back, (name, value)| {
                back.attr(name, value.to_string())
            })
    });
    let height = bottom + if grid.under.is_empty() { 20 } else { 160 };
    shapes(RIGHT + 10, height, back, &paths).with(words)
}

/// Values over time.
pub struct OverTime {
    /// The values.
    pub steps: Vec<Step>,
    /// Bars of sums, else points of means.
    pub bars: bool,
    /// The end of the axis, which begins at 0.
    pub most: f64,
    /// What that is.
    pub unit: String,
    /// The first and the last day.
    pub ends: [String; 2],
    /// The steps at which an event stands.
    pub events: Vec<usize>,
}

/// Draws them.
fn over_time(values: &OverTime) -> El {
    let OverTime {
        steps,
        bars,
        most,
        unit,
        ends,
        events,
    } = values;
    let (bars, most) = (*bars, *most);
    const LEFT: i32 = 110;
    const RIGHT: i32 = 3180;
    const TOP: i32 = 280;
    const BOTTOM: i32 = 1280;
    let n = steps.len() as f64;
    let x = |step: usize| at(step as f64, n, LEFT, RIGHT);
    let middle = |step: usize| (x(step) + x(step + 1)) / 2;
    let y = |value: f64| at(value, most, BOTTOM, TOP);
    let mut paths = [const { String::new() }; 8];
    // The line over what is known, and over the gaps between.
    let (mut line, mut gaps, mut dots) = (String::new(), String::new(), String::new());
    let mut before = None;
    for (step, values) in steps.iter().enumerate() {
        let (from, wide) = (x(step), x(step + 1) - x(step));
        match values.mean() {
            None if bars => add_box(&mut paths[NOT_KNOWN], [from + 4, BOTTOM - 60, wide - 8, 60]),
            None => {}
            Some(_) if bars => {
                let top = y(values.sum);
                add_box(
                    &mut paths[SHADES + 2],
                    [from + 4, top, wide - 8, BOTTOM + 8 - top],
                );
            }
            Some(mean) => {
                let (x, y) = (middle(step), y(mean));
                if let Some((last, from, high)) = before {
                    let path = if last + 1 == step {
                        &mut line
                    } else {
                        &mut gaps
                    };
                    path.push_str(&format!("M{from} {high}L{x} {y}"));
                }
                dots.push_str(&format!("M{x} {y}h1"));
                before = Some((step, x, y));
            }
        }
    }
    let lines = format!("M{LEFT} {BOTTOM}H{RIGHT}M{LEFT} {TOP}H{RIGHT}");
    let mut words = vec![
        label(LEFT, TOP - 190, "", unit),
        label(0, BOTTOM, "", "0"),
        label(LEFT, BOTTOM + 140, "", &ends[0]),
        label(RIGHT, BOTTOM + 140, "end", &ends[1]),
    ];
    let mut events_at = String::new();
    for (n, step) in events.iter().enumerate() {
        events_at.push_str(&format!("M{} {TOP}V{BOTTOM}", middle(*step)));
        words.push(label(
            middle(*step),
            TOP - 40,
            "mid event",
            &(n + 1).to_string(),
        ));
    }
    let path = |class: &str, d: &str| svg("path").class(class).attr("d", d);
    shapes(3200, BOTTOM + 180, None, &paths)
        .with(path("axis", &lines))
        .with(path("line", &line))
        .with(path("line gap", &gaps))
        .with(path("dots", &dots))
        .with(path("event", &events_at))
        .with(words)
}
