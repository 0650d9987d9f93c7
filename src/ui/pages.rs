//! The pages, a file each. Those of Now are four: `now`, `running`, `eased`, `asked`.

use crate::ui::App;
use crate::ui::element::El;
use crate::ui::relief;
use crate::ui::route::Route;

pub mod asked;
pub mod backup_section;
pub mod checkup;
pub mod day;
pub mod day_words;
pub mod diary;
pub mod diary_calendar;
pub mod diary_filter;
pub mod diary_list;
pub mod eased;
pub mod episode;
pub mod guide;
pub mod import_form;
pub mod learn;
pub mod not_found;
pub mod now;
pub mod questionnaires;
pub mod report;
mod report_files;
pub mod restore_section;
pub mod rules;
pub mod running;
pub mod settings;
pub mod sheet;
pub mod trends;
mod trends_found;
mod trends_over_time;
mod trends_where;

/// The page of a route.
pub fn page(app: App, route: Route) -> Vec<El> {
    match route {
        Route::Now | Route::Start => now::page(app),
        Route::Check => guide::page(app),
        Route::Question(id, question) => guide::question_page(app, id, &question),
        Route::Checkup(id) => checkup::page(app, id),
        Route::Sheet(id) => sheet::page(app, &id),
        Route::Diary => diary::page(app),
        Route::AddEpisode => episode::add_page(app),
        Route::Episode(id) => episode::page(app, id),
        Route::Day(date) => day::page(app, date),
        Route::Trends => trends::page(app),
        Route::Report => report::page(app),
        Route::Relief => relief::page(app),
        Route::Ease(ease) => relief::part(app, ease),
        Route::Learn => learn::page(),
        Route::Rules => rules::page(),
        Route::AboutYou(question) => guide::about_page(app, &question),
        Route::Settings => settings::page(app),
        Route::Unknown(path) => not_found::page(&path),
    }
}
