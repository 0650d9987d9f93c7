//! What stands around every page: the bar at the top, the four destinations, and what is being
//! told.

use leptos::prelude::*;

use crate::browser::clock;
use crate::diary::episode::{Episode, Recorded};
use crate::diary::moment;
use crate::ui::Now;
use crate::ui::open_diary::{OpenDiary, Outcome, Refusal};
use crate::ui::parts::icons::{self, Icon, Mark};
use crate::ui::route::Route;

/// The bar at the top: the name, the day, the way to Settings.
#[component]
pub fn TopBar() -> impl IntoView {
    let Now(now) = expect_context();
    let today = Memo::new(move |_| now.with(|now| moment::day(now, now)));
    view! {
        <header class="top">
            <a class="name" href=Route::Now.href()><Mark/>"Unknot"</a>
            <span class="soft">{today}</span>
            <a class="round" href=Route::Settings.href() aria-label="Settings">
                <Icon path=icons::SLIDERS/>
            </a>
        </header>
    }
}

/// The four destinations.
#[component]
pub fn Nav(
    /// Where we are.
    route: ReadSignal<Route>,
) -> impl IntoView {
    let link =
        move |to: Route, words: &'static str, icon: &'static str, covers: fn(&Route) -> bool| {
            view! {
                <a href=to.href() aria-current=move || route.with(covers).then_some("page")>
                    <Icon path=icon/>
                    <span>{words}</span>
                </a>
            }
        };
    view! {
        <nav aria-label="Main">
            {link(Route::Now, "Now", icons::CLOCK, |route| matches!(route, Route::Now | Route::Relief))}
            {link(Route::Check, "Guide", icons::SHIELD, |route| {
                matches!(route, Route::Check | Route::Question(..) | Route::Checkup(_) | Route::Learn)
            })}
            {link(Route::Diary, "Diary", icons::CALENDAR, |route| {
                matches!(route, Route::Diary | Route::AddEpisode | Route::Episode(_))
            })}
            {link(Route::Trends, "Trends", icons::BARS, |route| matches!(route, Route::Trends))}
        </nav>
    }
}

/// What is being told, above the page. It stays until it is closed or something else is told.
#[component]
pub fn Notices() -> impl IntoView {
    let open = expect_context::<OpenDiary>();
    let notice = open.notice();
    let blocked = move || {
        open.blocked().get().map(|fault| {
            view! { <p class="notice wrong">{Refusal::Store(fault).words()} " The danger check and the article work all the same."</p> }
        })
    };
    view! {
        {blocked}
        <div role="status" aria-live="polite">
            {move || notice.get().map(|told| view! {
                <div class="notice" class:wrong=told.is_error>
                    <p>{told.words}</p>
                    <div class="notice-acts">
                        {told.offer.map(|(words, act)| view! {
                            <button type="button" class="small" on:click=move |_| { notice.set(None); act.run(()); }>{words}</button>
                        })}
                        <button type="button" class="small" on:click=move |_| notice.set(None)>"Close"</button>
                    </div>
                </div>
            })}
        </div>
    }
}

/// A tap noted by the shell while an episode was running already: the person says what it was.
#[component]
pub fn EarlyTaps() -> impl IntoView {
    let open = expect_context::<OpenDiary>();
    view! {
        <For each=move || open.early().get() key=|(id, _)| id.clone() let((id, at))>
            {
                let same = id.clone();
                let another = move |_| {
                    let running = open.read().with_untracked(|diary| diary.running().map(|e| e.id.clone()));
                    let ended = running.is_none_or(|running| {
                        open.change_episode(&running, |episode| episode.ease(at)) == Outcome::Saved
                    });
                    if ended
                        && open.add_episode(Episode::begun(id.clone(), at, Recorded::Live)) == Outcome::Saved
                    {
                        open.settle_early(&id);
                    }
                };
                view! {
                    <div class="notice">
                        <p>
                            "You tapped start at " {moment::day_and_clock(&at, &clock::now())}
                            " while a spasm was running already. Was it the same one?"
                        </p>
                        <div class="notice-acts">
                            <button type="button" class="small" on:click=move |_| open.settle_early(&same)>"The same"</button>
                            <button type="button" class="small" on:click=another>"A new one began then"</button>
                        </div>
                    </div>
                }
            }
        </For>
    }
}
