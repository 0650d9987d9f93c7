//! Guided relief: one step at a time, large, spoken if wanted, with everything within reach of a thumb.

use std::cell::Cell;
use std::rc::Rc;

use crate::ui::signals::*;
use chrono::TimeDelta;

use crate::browser::{clock, sound, speech};
use crate::diary::episode::{Episode, Treatment};
use crate::diary::id::ItemId;
use crate::diary::relief::{episode_of, helped};
use crate::diary::session::{Phase, Session, Step, breath, phase, reading_time};
use crate::diary::{marks, moment};
use crate::guide::content::care::STOP;
use crate::guide::content::movements::{
    ASK_BREATHING, BREATHE, HOW_TO_MOVE, LIE_DOWN, LIE_ON_SIDE, STOP_BREATHING, STOP_SHORT,
    SUPPORT_HEAD,
};
use crate::guide::finding::{Finding, Findings};
use crate::ui::element::{El, el, follow, text};
use crate::ui::parts::care::led;
use crate::ui::parts::controls::{
    button, field, heading, link_button, relief_keys, severity_keys, soft, tick,
};
use crate::ui::preferences::Voice;
use crate::ui::relief;
use crate::ui::relief::figure::figure;
use crate::ui::relief::{check_first, look, sent};
use crate::ui::route::{Ease, Route};
use crate::ui::{App, focus_heading, go, go_instead};

/// The page.
pub fn page(app: App) -> Vec<El> {
    let gate = look(app);
    let steps = gate.steps();
    if steps.is_empty() {
        app.guided.stop();
        let first = gate.first.map(|first| check_first(&first));
        let parts = [Some(heading("Guided relief")), sent(&gate), first];
        return parts.into_iter().flatten().collect();
    }
    let now = clock::now();
    let left = untrack(|| app.guided.session());
    let session = left.filter(|session| !session.is_old(&now));
    let session = session.unwrap_or_else(|| Session::begun(&now));
    app.guided.keep_session(Some(session));
    app.guided.keep_screen_on();
    on_cleanup(move || {
        speech::hush();
        app.guided.let_screen_go();
    });
    Guide {
        app,
        plan: StoredValue::new(Rc::new(Plan {
            steps,
            findings: gate.findings,
            noted: Cell::new(None),
        })),
    }
    .page()
}

/// A session as it is shown.
#[derive(Clone, Copy)]
struct Guide {
    app: App,
    plan: StoredValue<Rc<Plan>>,
}

/// What the session holds.
struct Plan {
    steps: Vec<Step>,
    findings: Findings,
    /// What it was noted as, once it was said how much it helped.
    noted: Cell<Option<ItemId>>,
}

impl Guide {
    fn page(self) -> Vec<El> {
        // A memo: only another step makes the page anew, not each second.
        let step = Memo::new(move |_| {
            let plan = self.plan();
            let session = self.app.guided.session();
            let here = session.map(|session| plan.steps[session.place(&plan.steps)].id());
            here.unwrap_or_default().to_string()
        });
        let place = move || {
            let plan = self.plan();
            step.with(|step| plan.steps.iter().position(|one| one.id() == step))
        };
        follow(Box::new(move || {
            let is_spoken = self.app.preferences.voice().on && self.app.guided.can_speak();
            if let Some(place) = place().filter(|_| is_spoken) {
                let words = self.spoken(place);
                self.app.guided.say(self.app, &words);
            }
        }));
        let phrase = Memo::new(move |_| {
            place()
                .and_then(|place| self.phrase(place))
                .unwrap_or_default()
        });
        follow(Box::new(move || {
            let phrase = phrase.get();
            if !phrase.is_empty() {
                sound::buzz(60);
                if !speech::is_speaking() {
                    self.app.guided.say(self.app, &phrase);
                }
            }
        }));
        vec![el("div").class("stack session").with_all_of(move || {
            let place = place();
            untrack(|| match place {
                Some(place) => self.step(place),
                None => vec![
                    heading("It is over"),
                    text("p", "It was stopped, here or in another tab."),
                    link_button("primary", "To the start", &Route::Now),
                ],
            })
        })]
    }

    fn plan(self) -> Rc<Plan> {
        self.plan.get_value()
    }

    fn at(self, place: usize) -> Step {
        self.plan().steps[place]
    }

    /// How many seconds the step has gone on for.
    fn elapsed(self) -> i64 {
        let now = self.app.now.get();
        let session = self.app.guided.session();
        session.map_or(0, |session| session.watch.elapsed(&now))
    }

    /// The words of a step, in lines.
    fn words(self, step: Step) -> Vec<&'static str> {
        let plan = self.plan();
        let has = |finding| plan.findings.has(finding);
        match step {
            Step::Position if has(Finding::Neck) && !has(Finding::LowBack) => vec![SUPPORT_HEAD],
            Step::Position if has(Finding::Pregnant) => vec![LIE_ON_SIDE],
            Step::Position => vec![LIE_DOWN],
            Step::Breathing => vec![BREATHE],
            Step::Movement(movement) => movement.steps.to_vec(),
            Step::Warmth => vec![
                "Warmth or cold: choose what feels good. Heat has some evidence, small and short. There is too little research to say that ice works.",
            ],
            Step::Next => vec![
                "Easing off is fine for a day or two, but keep moving: a little and often. Change position about every 30 minutes.",
            ],
        }
    }

    fn title(self, step: Step) -> &'static str {
        match step {
            Step::Position => "The easiest position",
            Step::Breathing => "Breathe slowly",
            Step::Movement(movement) => movement.name,
            Step::Warmth => "Warmth or cold",
            Step::Next => "How is it now?",
        }
    }

    fn spoken(self, place: usize) -> String {
        let step = self.at(place);
        let mut words = self.title(step).to_string();
        for line in self.words(step) {
            words.push_str(". ");
            words.push_str(line);
        }
        if let Step::Movement(_) = step {
            words.push(' ');
            words.push_str(STOP_SHORT);
        }
        words
    }

    /// Seconds since the words of the step were read.
    fn since_read(self, step: Step) -> i64 {
        let letters: usize = self.words(step).iter().map(|line| line.len()).sum();
        self.elapsed() - reading_time(letters + STOP_SHORT.len())
    }

    /// What is said at a change within a step.
    fn phrase(self, place: usize) -> Option<String> {
        let step = self.at(place);
        let session = self.app.guided.session();
        if session.is_none_or(|session| session.watch.is_paused()) {
            return None;
        }
        let since = self.since_read(step);
        match step {
            Step::Breathing if (0..BREATHS).contains(&since) => {
                let words = if breath(since).inward { "In" } else { "Out" };
                Some(words.to_string())
            }
            Step::Movement(movement) => match phase(movement, since) {
                Phase::Ready => None,
                Phase::Hold(..) if movement.turns == 1 => Some("Begin.".to_string()),
                Phase::Hold(n, _) => Some([&n.to_string(), ". Hold."].concat()),
                Phase::Rest(_) if movement.sides => Some("And rest. Other side.".to_string()),
                Phase::Rest(_) => Some("And rest.".to_string()),
                Phase::Done => Some("Done. Next when you are ready.".to_string()),
            },
            _ => None,
        }
    }

    fn step(self, place: usize) -> Vec<El> {
        let step = self.at(place);
        let count = self.plan().steps.len();
        let of = [
            "Step ",
            &(place + 1).to_string(),
            " of ",
            &count.to_string(),
        ]
        .concat();
        let lines = self.words(step).into_iter().map(|line| text("p", line));
        let large = el("div").class("large").with_all(lines.collect());
        // What changes by the second stands where it is seen without scrolling.
        let mut parts = vec![soft(&of), heading(self.title(step))];
        parts.extend(self.pictures(step));
        match step {
            Step::Breathing => parts.push(self.pacer()),
            Step::Movement(_) => parts.push(self.counter(step)),
            _ => {}
        }
        parts.push(large);
        match step {
            Step::Position => parts.push(soft("Stay as long as you like. Then tap Next.")),
            Step::Breathing => {
                parts.push(text("p", STOP_BREATHING).class("stop-rule"));
                parts.push(soft(ASK_BREATHING));
            }
            Step::Movement(movement) => {
                parts.push(soft(movement.amount));
                if !movement.leave_out.is_empty() {
                    parts.push(led("Take care: ", movement.leave_out).class("soft"));
                }
                parts.push(soft(HOW_TO_MOVE));
                parts.push(text("p", STOP).class("stop-rule"));
            }
            Step::Warmth => parts.extend(self.warmth()),
            Step::Next => parts.extend(self.next()),
        }
        parts.push(self.bar(place));
        parts.push(self.voice());
        parts
    }

    fn pictures(self, step: Step) -> Option<El> {
        let plan = self.plan();
        let has = |finding| plan.findings.has(finding);
        let names: &[&str] = match step {
            Step::Position if has(Finding::Neck) && !has(Finding::LowBack) => &["head-supported"],
            Step::Position if has(Finding::Pregnant) => &["side-pillow"],
            Step::Position => &["calves-on-chair", "side-pillow"],
            Step::Movement(movement) => &[movement.id],
            _ => return None,
        };
        let drawings = names.iter().filter_map(|name| figure(name));
        Some(el("div").class("pictures").with_all(drawings.collect()))
    }

    /// The ring that grows and shrinks, or words and a count where motion is to be reduced.
    fn pacer(self) -> El {
        let since = move || self.since_read(Step::Breathing);
        el("div")
            .class("pacer")
            .attr_of("data-breath", move || {
                let since = since();
                let breath = breath(since);
                let way = if breath.inward { "in" } else { "out" };
                ((0..BREATHS).contains(&since)).then(|| [way, &breath.of.to_string()].concat())
            })
            .with(text("span", "").text_of(move || {
                let (since, breath) = (since(), breath(since()));
                if since < 0 {
                    "Get ready".to_string()
                } else if since >= BREATHS {
                    "Go on as you like, or tap Next.".to_string()
                } else {
                    let way = if breath.inward { "In " } else { "Out " };
                    [way, &breath.count.to_string()].concat()
                }
            }))
    }

    fn counter(self, step: Step) -> El {
        text("p", "").class("counter").text_of(move || {
            let Step::Movement(movement) = step else {
                return String::new();
            };
            let of = |n: u8| [&n.to_string(), " of ", &movement.turns.to_string()].concat();
            match phase(movement, self.since_read(step)) {
                Phase::Ready => "Get ready".to_string(),
                Phase::Hold(n, left) => {
                    let left = moment::stopwatch(TimeDelta::seconds(left));
                    let hold = ["Hold ", &of(n), " · "].concat();
                    let hold = if movement.turns == 1 { "" } else { &hold };
                    [hold, &left].concat()
                }
                Phase::Rest(n) if movement.sides => ["Rest, other side · ", &of(n)].concat(),
                Phase::Rest(n) => ["Rest · ", &of(n)].concat(),
                Phase::Done => "Done. Next when you are ready.".to_string(),
            }
        })
    }

    fn warmth(self) -> Vec<El> {
        let mut parts = Vec::new();
        for (kind, name) in [("heat", "Heat"), ("ice", "Ice")] {
            let diary = self.app.diary.read();
            if let Some((count, mean)) = diary.with_untracked(|diary| helped(diary, kind)) {
                parts.push(soft(
                    &[
                        name,
                        " with you so far: relief ",
                        &(mean / 10).to_string(),
                        ".",
                        &(mean % 10).to_string(),
                        " of 10, rated ",
                        &count.to_string(),
                        " times.",
                    ]
                    .concat(),
                ));
            }
        }
        parts.push(
            el("div")
                .class("pair")
                .with(link_button(
                    "quiet",
                    "Heat, 15 minutes",
                    &Route::Ease(Ease::Heat),
                ))
                .with(link_button(
                    "quiet",
                    "Ice, 10 minutes",
                    &Route::Ease(Ease::Ice),
                )),
        );
        parts
    }

    fn next(self) -> Vec<El> {
        let app = self.app;
        let diary = app.diary.read();
        let now = clock::now();
        let id = diary.with_untracked(|diary| episode_of(diary, &now).map(|one| one.id.clone()));
        let Some(id) = id else {
            return vec![soft("No spasm runs, so nothing is written into the diary.")];
        };
        let id = StoredValue::new(id);
        let change = move |alter: Box<dyn FnOnce(&mut Episode)>| {
            let _ = relief::change(app, &id.get_value(), alter);
        };
        let last = move || {
            diary.with(|diary| {
                diary
                    .episode(&id.get_value())?
                    .readings
                    .last()
                    .map(|reading| reading.severity)
            })
        };
        let helped = move || {
            diary.with(|diary| {
                let noted = self.plan().noted.get()?;
                diary.episode(&id.get_value())?.treatment(noted)?.relief
            })
        };
        let rate = move |relief| {
            let session = untrack(|| app.guided.session());
            let moved = session.is_some_and(|session| !session.done.is_empty());
            let item = self.plan().noted.get().unwrap_or_else(clock::new_item);
            self.plan().noted.set(Some(item));
            change(Box::new(move |episode| {
                let now = clock::now();
                if episode.treatment(item).is_none() {
                    let kind = if moved { "stretching" } else { "rest" };
                    episode.treatments.push(Treatment::begun(item, kind, now));
                }
                episode.rate_treatment(item, relief, now);
            }));
        };
        // Much more than before: that comes first now.
        let rose = Memo::new(move |_| {
            last();
            untrack(|| look(app)).first.is_some()
        });
        vec![
            el("div").with_some_of(move || {
                let first = rose.get().then(|| untrack(|| look(app)).first).flatten();
                first.map(|first| check_first(&first))
            }),
            severity_keys("severity", "How bad now?", last, move |severity| {
                change(Box::new(move |episode| {
                    episode.rate(clock::new_item(), clock::now(), severity);
                }));
            }),
            relief_keys("relief", "Guided relief", helped, rate),
            el("div")
                .class("pair")
                .with(link_button(
                    "quiet",
                    "Medicine",
                    &Route::Ease(Ease::Medicine),
                ))
                .with(link_button(
                    "quiet",
                    "Rest and sleep",
                    &Route::Ease(Ease::Rest),
                )),
        ]
    }

    /// What is done with a thumb.
    fn bar(self, place: usize) -> El {
        let is_last = place + 1 == self.plan().steps.len();
        let turn = move |forward: bool| {
            let Some(mut session) = untrack(|| self.app.guided.session()) else {
                return;
            };
            let now = clock::now();
            // A movement counts as done once it was held at least once.
            let step = self.at(place);
            let did = forward && untrack(|| self.since_read(step)) > 0;
            session.turn(&self.plan().steps, forward, did, &now);
            sound::buzz(40);
            self.app.guided.keep_session(Some(session));
            focus_heading();
        };
        let end = move |to: Route| {
            self.note_done();
            self.app.guided.stop();
            go(&to);
        };
        let paused = move || {
            let session = self.app.guided.session();
            session.is_some_and(|session| session.watch.is_paused())
        };
        let pause = move || {
            if let Some(mut session) = untrack(|| self.app.guided.session()) {
                let pause = !session.watch.is_paused();
                session.watch.pause(&clock::now(), pause);
                if pause {
                    speech::hush();
                }
                self.app.guided.keep_session(Some(session));
            }
        };
        let next = if is_last {
            button("primary", "Done", move || end(Route::Now))
        } else {
            button("primary", "Next", move || turn(true))
        };
        let worse = button("quiet danger", "It’s worse", move || {
            self.note_done();
            self.app.guided.got_worse();
            go(&Route::Check);
        });
        let back = if place == 0 {
            button("quiet", "Back", move || go_instead(&Route::Relief))
        } else {
            button("quiet", "Back", move || turn(false))
        };
        let pause = button("quiet", "", pause)
            .text_of(move || if paused() { "Go on" } else { "Pause" }.to_string());
        let stop = matches!(self.at(place), Step::Movement(_)).then(|| soft(STOP_SHORT));
        el("div")
            .class("go-on thumbs")
            .with_some(stop)
            .with(next)
            .with(worse)
            .with(back)
            .with(pause)
            .with(button("quiet", "Stop", move || end(Route::Relief)))
    }

    /// Writes the movements that were done into today.
    fn note_done(self) {
        let session = untrack(|| self.app.guided.session());
        let done = session.map(|session| session.done);
        if let Some(done) = done.filter(|done| !done.is_empty()) {
            let today = clock::now().date_naive();
            let _ = self.app.diary.change_day(today, |day| {
                for id in done {
                    if !day.sessions.contains(&id) {
                        marks::toggle(&mut day.sessions, &id);
                    }
                }
            });
        }
    }

    /// Whether it is spoken, how loud and how fast; and whether the screen stays on.
    fn voice(self) -> El {
        let app = self.app;
        let choose = move |change: fn(&mut Voice, u8), to: &str| {
            let mut voice = untrack(|| app.preferences.voice());
            change(&mut voice, to.parse().unwrap_or(5));
            app.preferences.choose_voice(voice);
        };
        let slider = move |label: &str, get: fn(Voice) -> u8, change: fn(&mut Voice, u8)| {
            let range = el("input")
                .attr("type", "range")
                .attr("min", "1")
                .attr("max", "10")
                .value_of(
                    move || get(app.preferences.voice()).to_string(),
                    move |to| choose(change, &to),
                );
            field(label, range)
        };
        el("div")
            .class("stack")
            .with(tick(
                "tick",
                "checkbox",
                "voice",
                "Speak the steps",
                move || app.preferences.voice().on,
                move || {
                    choose(|voice, _| voice.on = !voice.on, "");
                    if !untrack(|| app.preferences.voice()).on {
                        speech::hush();
                    }
                },
            ))
            .with_some_of(move || {
                let silent = !app.guided.can_speak();
                silent.then(|| {
                    soft(
                        "This browser has no voice that speaks on this device, so it stays silent.",
                    )
                })
            })
            .with(slider(
                "How loud",
                |voice| voice.loudness,
                |voice, to| voice.loudness = to,
            ))
            .with(slider(
                "How fast",
                |voice| voice.pace,
                |voice, to| voice.pace = to,
            ))
            .with_some_of(move || {
                let goes_off = app.guided.goes_off();
                goes_off.then(|| soft("This browser does not let Unknot keep the screen on."))
            })
    }
}

/// For so many seconds the breath is paced: about four minutes.
const BREATHS: i64 = 248;
