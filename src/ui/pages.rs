//! The pages, by family. The page of a route is the `page` function of its module.

use crate::ui::app::App;
use crate::ui::element::El;
use crate::ui::route::Route;

pub mod diary;
pub mod guide;
pub mod not_found;
pub mod now;
pub mod relief;
pub mod report;
pub mod settings;
pub mod trends;

/// The page of a route.
pub fn page(app: App, route: Route) -> Vec<El> {
    match route {
        Route::Now | Route::Start => now::page(app),
        Route::Check => guide::page(app),
        Route::Question(id, question) => guide::question_page(app, id, &question),
        Route::Checkup(id) => guide::checkup::page(app, id),
        Route::Sheet(id) => guide::sheet::page(app, &id),
        Route::Diary => diary::page(app),
        Route::AddEpisode => diary::episode::add_page(app),
        Route::Episode(id) => diary::episode::page(app, id),
        Route::Day(date) => diary::day::page(app, date),
        Route::Trends => trends::page(app),
        Route::Report => report::page(app),
        Route::Relief => relief::page(app),
        Route::Ease(ease) => relief::part(app, ease),
        Route::Learn => guide::learn::page(),
        Route::Cards => relief::cards::list(),
        Route::Card(id) => relief::cards::page(app, id),
        Route::Rules => guide::rules::page(),
        Route::AboutYou(question) => guide::about_page(app, &question),
        Route::Settings => settings::page(app),
        Route::Unknown(path) => not_found::page(&path),
    }
}
