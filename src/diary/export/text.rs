//! The report as plain text, to send or to paste.

use crate::diary::report::{Report, ReportPart};

/// The summary and, behind it, the details.
pub fn text(report: &Report, title: &str, what_it_is: &str) -> String {
    let mut text = format!("{title}\n{}\n{what_it_is}\n", report.about.join("\n"));
    add(&mut text, &report.summary);
    if !report.details.is_empty() {
        text.push_str("\nDETAILS\n");
        add(&mut text, &report.details);
    }
    text
}

fn add(text: &mut String, parts: &[ReportPart]) {
    for part in parts {
        text.push('\n');
        text.push_str(part.heading);
        text.push('\n');
        for row in &part.rows {
            text.push_str("- ");
            if !row.name.is_empty() {
                text.push_str(&row.name);
                text.push_str(": ");
            }
            text.push_str(&row.words);
            text.push('\n');
        }
    }
}
