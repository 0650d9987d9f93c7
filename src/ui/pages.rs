//! The pages, a file each.

use leptos::prelude::*;

use crate::ui::route::Route;

pub mod checkup;
pub mod diary;
pub mod episode;
pub mod guide;
pub mod learn;
pub mod not_found;
pub mod now;
pub mod relief;
pub mod settings;
pub mod trends;

/// The page of a route.
pub fn page(route: Route) -> AnyView {
    match route {
        Route::Now | Route::Start => view! { <now::NowPage/> }.into_any(),
        Route::Check => view! { <guide::GuidePage/> }.into_any(),
        Route::Question(id, question) => view! { <guide::QuestionPage id question/> }.into_any(),
        Route::Checkup(id) => view! { <checkup::CheckupPage id/> }.into_any(),
        Route::Diary => view! { <diary::DiaryPage/> }.into_any(),
        Route::AddEpisode => view! { <episode::AddPage/> }.into_any(),
        Route::Episode(id) => view! { <episode::EpisodePage id/> }.into_any(),
        Route::Trends => view! { <trends::TrendsPage/> }.into_any(),
        Route::Relief => view! { <relief::ReliefPage/> }.into_any(),
        Route::Learn => view! { <learn::LearnPage/> }.into_any(),
        Route::Settings => view! { <settings::SettingsPage/> }.into_any(),
        Route::Unknown(path) => view! { <not_found::NotFoundPage path/> }.into_any(),
    }
}
