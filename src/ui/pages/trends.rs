//! What can be counted so far: always with how many it rests on, and nothing where that is too few.

use leptos::prelude::*;

use crate::browser::clock;
use crate::diary::episode::treatment_words;
use crate::diary::moment;
use crate::diary::trends::{FEWEST_FOR_USUAL, trends};
use crate::ui::open_diary::OpenDiary;
use crate::ui::route::Route;

const DAYS: u16 = 30;

/// The page.
#[component]
pub fn TrendsPage() -> impl IntoView {
    let open = expect_context::<OpenDiary>();
    let counted = Memo::new(move |_| open.read().with(|diary| trends(diary, DAYS, &clock::now())));
    view! {
        <h1 tabindex="-1">"The last 30 days"</h1>
        {move || {
            let t = counted.get();
            if t.episodes == 0 && t.before == 0 {
                return view! {
                    <p>"Nothing noted in the last 60 days, so there is nothing to count."</p>
                    <a class="quiet button" href=Route::AddEpisode.href()>"Add one from before"</a>
                }.into_any();
            }
            let usual = match t.usual {
                Some(usual) => format!("{} (middle of {} that ended)", moment::span_words(usual), t.ended),
                None => format!("too early to say: {} of at least {FEWEST_FOR_USUAL} ended", t.ended),
            };
            view! {
                <dl class="card figures">
                    <div><dt>"Episodes"</dt><dd>{t.episodes} " (30 days before: " {t.before} ")"</dd></div>
                    <div><dt>"Usual length"</dt><dd>{usual}</dd></div>
                    <div><dt>"Worst"</dt><dd>{t.peak.map_or("not rated".to_string(), |peak| format!("{peak} of 10"))}</dd></div>
                </dl>
                {(!t.places.is_empty()).then(|| view! {
                    <section>
                        <h2>"Where"</h2>
                        <dl class="card figures">
                            {t.places.into_iter().map(|(level, n)| view! {
                                <div><dt>{level.words()}</dt><dd>{n} " of " {t.episodes}</dd></div>
                            }).collect_view()}
                        </dl>
                    </section>
                })}
                {(!t.tried.is_empty()).then(|| view! {
                    <section>
                        <h2>"What you tried"</h2>
                        <dl class="card figures">
                            {t.tried.into_iter().map(|(kind, n)| view! {
                                <div><dt>{treatment_words(&kind).to_string()}</dt><dd>{n} " of " {t.episodes}</dd></div>
                            }).collect_view()}
                        </dl>
                    </section>
                })}
            }.into_any()
        }}
    }
}
