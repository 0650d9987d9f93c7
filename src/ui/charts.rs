//! Charts: each is a drawing of a few SVG paths, and a table of its numbers for screen readers and the keyboard. Unknown
//! values are dashed. More is darker, so that a chart works without colour.

use std::rc::Rc;

use crate::diary::trends::over_time::TimeBin;
use crate::ui::element::{El, Rows, el, rows, svg, text};
use crate::ui::parts::back_map;

pub mod scale;

use scale::{at, shade};

/// The meaning of a shape. Each has a class in style/parts.css.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fill {
    /// Nothing is noted: dashed.
    NotKnown,
    /// Known to be zero: an outline.
    Zero,
    /// One of four shades, from 0, the lightest, to 3.
    Shade(usize),
    /// Said to be free of it.
    Free,
    /// It was there, without a number.
    Unrated,
}

/// The classes, in the order in which the shapes are drawn.
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

impl Fill {
    /// The shade of a count, the darkest for the largest.
    pub fn of_count(count: usize, most: usize) -> Fill {
        match shade(count, most) {
            0 => Fill::Zero,
            shade => Fill::Shade(shade - 1),
        }
    }

    /// Its place in [`CLASSES`].
    fn index(self) -> usize {
        match self {
            Fill::NotKnown => 0,
            Fill::Zero => 1,
            Fill::Shade(n) => 2 + n,
            Fill::Free => 6,
            Fill::Unrated => 7,
        }
    }
}

/// A chart as data.
pub struct Chart {
    /// Its name. No other chart of the page has it.
    pub name: &'static str,
    /// What it shows, in a sentence or two.
    pub says: String,
    pub drawing: Drawing,
    /// The legend.
    pub key: &'static [(Fill, &'static str)],
    /// The heads of the table.
    pub heads: Vec<&'static str>,
    /// Its cells, row by row.
    pub numbers: Vec<String>,
}

/// The drawing of a chart.
pub enum Drawing {
    /// Values over time.
    OverTime(OverTime),
    /// A table of shades.
    Grid(Grid),
}

/// Calls its argument with the current charts, and follows them.
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

/// The legend of a chart; `None` without one.
fn key(shapes: &[(Fill, &str)]) -> Option<El> {
    let shape = |(fill, words): &(Fill, &str)| {
        let shape = svg("path")
            .class(CLASSES[fill.index()])
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

/// A drawing with one path for each class, over `behind`.
fn shapes(width: i32, height: i32, behind: Option<El>, paths: &[String; 8]) -> El {
    let field = format!("0 0 {width} {height}");
    let mut drawing = svg("svg").attr("viewBox", &field).with(behind);
    for (path, class) in paths.iter().zip(CLASSES) {
        if !path.is_empty() {
            drawing = drawing.with(svg("path").class(class).attr("d", path));
        }
    }
    drawing
}

fn label(x: i32, y: i32, class: &str, words: &str) -> El {
    let label = svg("text").class(class).attr("x", x.to_string());
    label.attr("y", y.to_string()).text(words)
}

/// Adds a rectangle to a path.
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
    /// The cells, row by row; `None`: nothing is drawn, the day is outside the range.
    pub cells: Vec<Option<Fill>>,
    /// What stands in each cell; empty where there is no room for it.
    pub words: Vec<String>,
    /// Whether the cells lie on a drawing of a back.
    pub on_a_back: bool,
}

/// Draws a table of shades. Its cells are square.
fn grid(grid: &Grid) -> El {
    const RIGHT: i32 = 3200;
    let columns = grid.columns as i32;
    let mut left = 0;
    for (n, row) in grid.rows.iter().enumerate() {
        let cells = &grid.cells[n * grid.columns..(n + 1) * grid.columns];
        if cells.iter().any(Option::is_some) {
            left = left.max(120 + 80 * row.len() as i32);
        }
    }
    let largest = if grid.on_a_back { 440 } else { 340 };
    // A back is wider than its cells: one more column on each side keeps the words beside the shoulders.
    let around = if grid.on_a_back { 1 } else { 0 };
    let side = ((RIGHT - left) / (columns + 2 * around)).min(largest);
    left += around * side;
    let space = side / 12 + 4;
    let bottom = side * grid.rows.len() as i32;
    let mut paths = [const { String::new() }; 8];
    let mut words = Vec::new();
    for (n, fill) in grid.cells.iter().enumerate() {
        let (x, y) = (
            left + side * (n as i32 % columns),
            side * (n as i32 / columns),
        );
        if let Some(fill) = fill {
            let path = &mut paths[fill.index()];
            add_box(path, [x + 4, y + 4, side - space, side - space]);
        }
        if let Some(said) = grid.words.get(n) {
            let dark = if *fill == Some(Fill::Shade(3)) {
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
    pub bins: Vec<TimeBin>,
    /// Whether it shows sums as bars, else means as points.
    pub bars: bool,
    /// The end of the axis, which begins at 0.
    pub most: f64,
    /// The label of the end of the axis.
    pub unit: String,
    /// The first and the last day.
    pub ends: [String; 2],
    /// The bins at which an event stands.
    pub events: Vec<usize>,
}

/// Draws them.
fn over_time(values: &OverTime) -> El {
    let OverTime {
        bins,
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
    let n = bins.len() as f64;
    let x = |bin: usize| at(bin as f64, n, LEFT, RIGHT);
    let middle = |bin: usize| (x(bin) + x(bin + 1)) / 2;
    let y = |value: f64| at(value, most, BOTTOM, TOP);
    let mut paths = [const { String::new() }; 8];
    // The line between neighbouring bins, and the line across gaps.
    let (mut line, mut gaps, mut dots) = (String::new(), String::new(), String::new());
    let mut before = None;
    for (bin, values) in bins.iter().enumerate() {
        let (from, wide) = (x(bin), x(bin + 1) - x(bin));
        match values.mean() {
            None if bars => add_box(
                &mut paths[Fill::NotKnown.index()],
                [from + 4, BOTTOM - 60, wide - 8, 60],
            ),
            None => {}
            Some(_) if bars => {
                let top = y(values.sum);
                add_box(
                    &mut paths[Fill::Shade(2).index()],
                    [from + 4, top, wide - 8, BOTTOM + 8 - top],
                );
            }
            Some(mean) => {
                let (x, y) = (middle(bin), y(mean));
                if let Some((last, from, high)) = before {
                    let path = if last + 1 == bin {
                        &mut line
                    } else {
                        &mut gaps
                    };
                    path.push_str(&format!("M{from} {high}L{x} {y}"));
                }
                dots.push_str(&format!("M{x} {y}h1"));
                before = Some((bin, x, y));
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
    for (n, bin) in events.iter().enumerate() {
        events_at.push_str(&format!("M{} {TOP}V{BOTTOM}", middle(*bin)));
        words.push(label(
            middle(*bin),
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
