//! The start: the running episode, or the button that starts one.

use leptos::prelude::*;

use self::asked::ask_what_is_missing;
use self::running::help_links;
use self::shown_episode::{Eased, ShownEpisode};
use crate::browser::clock;
use crate::diary::moment;
use crate::ui::app::App;
use crate::ui::element::{El, el, text};
use crate::ui::parts::backup_card::backup_card;
use crate::ui::parts::controls::{heading, link_button, soft};
use crate::ui::parts::episode_card::episode_line;
use crate::ui::parts::more_often::more_often;
use crate::ui::parts::today_card::today_card;
use crate::ui::route::Route;
use crate::words;

pub mod asked;
pub mod eased;
pub mod running;
mod shown_episode;

/// The page.
pub fn page(app: App) -> Vec<El> {
    let diary = app.diary.read();
    let running = Memo::new(move |_| diary.with(|diary| diary.running().map(|e| e.id.clone())));
    // The episode that was eased here, or is asked about: its "what helped?" is open.
    let eased = RwSignal::new(None::<Eased>);
    vec![el("div").class("stack").with(move || {
        let shown = |id| ShownEpisode {
            app,
            id: StoredValue::new(id),
            eased,
        };
        let (running, just_eased) = (running.get(), eased.get());
        // Only another episode makes the page anew; what is in it follows by itself.
        untrack(|| match (running, just_eased) {
            (Some(id), _) => shown(id).running(),
            (None, Some((id, later))) => shown(id).eased(later),
            (None, None) => quiet(app, eased),
        })
    })]
}

/// Nothing runs: one card after the other.
fn quiet(app: App, eased: RwSignal<Option<Eased>>) -> Vec<El> {
    vec![
        heading(words::now::HEADING),
        start_button(app),
        help_links(),
        more_often(app),
        ask_what_is_missing(app, eased),
        last_one(app),
        today_card(app),
        link_button("quiet", words::now::ADD_EARLIER, &Route::AddEpisode),
        backup_card(app),
        soft(words::now::STAYS_HERE),
    ]
}

fn start_button(app: App) -> El {
    el("button")
        .attr("type", "button")
        .class("go")
        .text(words::now::START)
        .text(" ")
        .with(text("small", words::now::START_HELP))
        .on_click(move || {
            let _ = app.diary.start();
        })
}

/// The episode that ended last.
fn last_one(app: App) -> El {
    let diary = app.diary.read();
    let last = Memo::new(move |_| {
        diary.with(|diary| {
            let episode = diary.last_ended()?;
            let when = moment::day_and_clock(&episode.start, &clock::now());
            let line = format!("{} · {}", episode.length_words(), episode_line(episode));
            Some((episode.id.clone(), when, line))
        })
    });
    el("div").with(move || {
        let (id, when, line) = last.get()?;
        Some(
            el("a")
                .class("card")
                .attr("href", Route::Episode(id).href())
                .with(text("strong", words::now::last_one(&when)))
                .with(text("span", &line).class("soft")),
        )
    })
}
