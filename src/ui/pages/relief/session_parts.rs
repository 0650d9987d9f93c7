//! The parts of a step besides its words: drawings, the pacer, the counter, warmth and cold.

use chrono::TimeDelta;

use crate::diary::moment;
use crate::diary::relief::warmth;
use crate::diary::session::{Phase, Step, breath, phase};
use crate::guide::finding::Finding;
use crate::ui::element::{El, el, text};
use crate::ui::pages::relief::figure::figure;
use crate::ui::pages::relief::shown_session::{BREATHS, ShownSession};
use crate::ui::parts::controls::{link_button, soft};
use crate::ui::route::{Ease, Route};

impl ShownSession {
    /// The drawings of a step.
    pub fn pictures(self, step: Step) -> Option<El> {
        let plan = self.plan();
        let has = |finding| plan.findings.has(finding);
        let names: &[&str] = match step {
            Step::Position if has(Finding::Neck) && !has(Finding::LowBack) => &["head-supported"],
            Step::Position if has(Finding::Pregnant) => &["side-pillow"],
            Step::Position => &["calves-on-chair", "side-pillow"],
            Step::Movement(movement) => &[movement.id],
            _ => return None,
        };
        let mut pictures = el("div").class("pictures");
        for name in names {
            pictures = pictures.with(figure(name));
        }
        Some(pictures)
    }

    /// The ring that grows and shrinks, or words and a count where motion is to be reduced.
    pub fn pacer(self) -> El {
        let since = move || self.since_read(Step::Breathing);
        el("div")
            .class("pacer")
            .attr("data-breath", move || {
                let since = since();
                let breath = breath(since);
                let way = if breath.inward { "in" } else { "out" };
                ((0..BREATHS).contains(&since)).then(|| format!("{way}{}", breath.of))
            })
            .with(text("span", "").text(move || {
                let (since, breath) = (since(), breath(since()));
                if since < 0 {
                    "Get ready".to_string()
                } else if since >= BREATHS {
                    "Go on as you like, or tap Next.".to_string()
                } else {
                    let way = if breath.inward { "In " } else { "Out " };
                    format!("{way}{}", breath.count)
                }
            }))
    }

    /// The repetition, and the seconds left of it.
    pub fn counter(self, step: Step) -> El {
        text("p", "").class("counter").text(move || {
            let Step::Movement(movement) = step else {
                return String::new();
            };
            let of = |n: u8| format!("{n} of {}", movement.turns);
            match phase(movement, self.since_read(step)) {
                Phase::Ready => "Get ready".to_string(),
                Phase::Hold(n, left) => {
                    let left = moment::stopwatch(TimeDelta::seconds(left));
                    let hold = format!("Hold {} · ", of(n));
                    let hold = if movement.turns == 1 { "" } else { &hold };
                    format!("{hold}{left}")
                }
                Phase::Rest(n) if movement.sides => format!("Rest, other side · {}", of(n)),
                Phase::Rest(n) => format!("Rest · {}", of(n)),
                Phase::Done => "Done. Next when you are ready.".to_string(),
            }
        })
    }

    /// How often it helped this person before; `None` if that is known too seldom.
    pub fn helped(self, name: &str, id: &str) -> Option<El> {
        let words = self.plan().before.words(id)?;
        Some(soft(format!("{name} {words} with you.")))
    }

    /// Heat and ice, first what helped this person more often.
    pub fn warmth(self) -> Vec<El> {
        let (mut said, mut links) = (Vec::new(), el("div").class("pair"));
        for kind in warmth(&self.plan().before) {
            let (name, words, to) = if kind == "heat" {
                ("Heat", "Heat, 15 minutes", Ease::Heat)
            } else {
                ("Ice", "Ice, 10 minutes", Ease::Ice)
            };
            said.extend(self.helped(name, kind));
            links = links.with(link_button("quiet", words, &Route::Ease(to)));
        }
        said.push(links);
        said
    }
}
