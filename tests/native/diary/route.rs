//! Addresses: `href` and `parse` invert each other.

use proptest::prelude::*;

use unknot::guide::content::questions::QUESTIONS;
use unknot::ui::route::{Ease, Route};
use unknot::words;

use super::any::{self, cases};
use super::{checkup_id, date, episode_id};

const PLAIN: [(&str, Route); 13] = [
    ("#/", Route::Now),
    ("#/start", Route::Start),
    ("#/check", Route::Check),
    ("#/diary", Route::Diary),
    ("#/episode", Route::AddEpisode),
    ("#/trends", Route::Trends),
    ("#/report", Route::Report),
    ("#/relief", Route::Relief),
    ("#/learn", Route::Learn),
    ("#/cards", Route::Cards),
    ("#/cards/next-hour", Route::Card("next-hour")),
    ("#/rules", Route::Rules),
    ("#/settings", Route::Settings),
];

#[test]
fn every_place_has_its_address() {
    let check = |route: Route, href: &str| {
        assert_eq!(route.href(), href);
        assert_eq!(Route::parse(href), route, "{href}");
        assert!(!route.title().text().is_empty());
        assert_ne!(route.title(), words::routes::UNKNOWN, "{href}");
    };
    for (href, route) in PLAIN {
        check(route, href);
    }
    check(
        Route::Episode(episode_id("mf3k-0a1z")),
        "#/episode/mf3k-0a1z",
    );
    check(
        Route::Checkup(checkup_id("mf3k-0a1z")),
        "#/checkup/mf3k-0a1z",
    );
    check(
        Route::Sheet(checkup_id("mf3k-0a1z")),
        "#/checkup/mf3k-0a1z/sheet",
    );
    for (n, (ease, name, _)) in Ease::ALL.into_iter().enumerate() {
        assert_eq!(ease as usize, n);
        check(Route::Ease(ease), &format!("#/relief/{name}"));
    }
    check(Route::Day(date("2026-11-02")), "#/day/2026-11-02");
    check(Route::AboutYou("age".to_string()), "#/about/age");
    for question in QUESTIONS {
        let id = checkup_id("mf3k-0a1z");
        let href = format!("#/check/mf3k-0a1z/{}", question.id);
        check(Route::Question(id, question.id.to_string()), &href);
    }
}

#[test]
fn an_address_with_nothing_in_it_is_the_start() {
    for hash in ["", "#", "#/", "/"] {
        assert_eq!(Route::parse(hash), Route::Now, "{hash:?}");
    }
}

#[test]
fn an_address_that_names_nothing_keeps_its_path() {
    for path in [
        "nowhere",
        "Diary",
        "diary/",
        "diary/x",
        "day",
        "day/",
        "day/2026-11-31",
        "day/2026-11-3",
        "day/1066-10-14",
        "day/2026-11-22/x",
        "start/now",
        "cards/no-such",
        "settings?x=1",
        "check/",
        "check/mf3k",
        "check/MF3K/danger",
        "check/mf3k/danger/more",
        "checkup",
        "checkup/",
        "checkup/a/b",
        "checkup/É",
        "episode/",
        "episode/UPPER",
        "episode/a b",
        "episode/a%20b",
        "episode/a/b",
        "episode/../a",
        "episode/12345678901234567890123456789012345678901",
        "<script>alert(1)</script>",
        "😀/שלום",
        " ",
    ] {
        let route = Route::Unknown(path.to_string());
        let href = format!("#/{path}");
        assert_eq!(Route::parse(&href), route, "{path:?}");
        assert_eq!(route.href(), href);
        assert_eq!(route.title(), words::routes::UNKNOWN);
    }
}

proptest! {
    #![proptest_config(cases(500))]

    #[test]
    fn any_record_has_an_address(id in any::id(), question in "[a-z0-9-]{1,20}") {
        let (episode, checkup) = (episode_id(&id), checkup_id(&id));
        for route in [
            Route::Episode(episode),
            Route::Checkup(checkup.clone()),
            Route::Question(checkup, question),
        ] {
            prop_assert_eq!(Route::parse(&route.href()), route);
        }
    }

    #[test]
    fn any_address_leads_to_where_it_is_linked_from(
        hash in prop_oneof![
            any::text(),
            "#?/?[a-z/#?]{0,9}",
            "#/(check|checkup|episode|diary|day)/[a-zA-Z0-9/-]{0,9}",
        ],
    ) {
        let route = Route::parse(&hash);
        prop_assert_eq!(Route::parse(&route.href()), route.clone());
        if let Route::Unknown(path) = route {
            prop_assert!(hash.ends_with(&path));
        }
    }
}
