//! Whom to call where: every number with its country, its source and the date; which region a time zone suggests, and
//! when a region counts.

use std::collections::BTreeSet;

use unknot::guide::content::regions::{EMERGENCY_EVERYWHERE, REGIONS};
use unknot::guide::content::zones::ZONES;
use unknot::guide::region::{
    ContactLine, Region, confirmation, emergency_in_common, region, regions_of, whereabouts,
};
use unknot::words::Word;

/// Every line of every region, with the region's id.
fn all_lines() -> impl Iterator<Item = (&'static str, &'static ContactLine)> {
    REGIONS
        .iter()
        .flat_map(|region| region.lines().map(|line| (region.id, line)))
}

fn of(id: &str) -> &'static Region {
    region(id).expect("a region")
}

/// The numbers of some lines, those without one left out.
fn numbers(lines: &[ContactLine]) -> Vec<&'static str> {
    let all = lines.iter().map(|line| line.number);
    all.filter(|number| !number.is_empty()).collect()
}

fn ids(regions: &[&'static Region]) -> Vec<&'static str> {
    regions.iter().map(|region| region.id).collect()
}

#[test]
fn each_region_says_whom_to_call() {
    let known: Vec<_> = REGIONS.iter().map(|region| region.id).collect();
    let unique: BTreeSet<_> = known.iter().collect();
    assert_eq!(unique.len(), known.len(), "an id stands twice");
    // The ids of version 0.1 keep their meaning.
    for id in ["uk", "ie", "eu", "us", "ca", "au", "nz", "in", "other"] {
        assert!(region(id).is_some(), "{id}");
    }
    assert!(region("nowhere").is_none() && region("").is_none());
    for found in REGIONS {
        assert!(!numbers(found.emergency).is_empty(), "{}", found.id);
        for part in [found.emergency, found.urgent, found.poison, found.pregnant] {
            assert!(!part.is_empty(), "{}", found.id);
        }
        for line in found.emergency {
            assert!(
                line.words.text().contains("mergency"),
                "{}: {line:?}",
                found.id
            );
        }
        for part in found.parts {
            assert!(of(part).is_part(), "{part}");
            assert_eq!(
                numbers(of(part).emergency),
                numbers(found.emergency),
                "{part}"
            );
        }
    }
    for (id, line) in all_lines() {
        assert!(!line.words.text().is_empty(), "{id}: {line:?}");
        let is_plain = |c: char| c.is_ascii_digit() || c == ' ' || c == '-';
        assert!(line.number.chars().all(is_plain), "{id}: {line:?}");
    }
}

/// How the lines of a region name its country or its part.
fn called(id: &str) -> &'static [&'static str] {
    match id {
        "uk" => &[
            "UK: ",
            "England, Scotland, Wales: ",
            "England: ",
            "Northern Ireland: ",
        ],
        "gb" => &["UK: ", "England, Scotland, Wales: ", "England: "],
        "gb-nir" => &["UK: ", "Northern Ireland: ", "Northern Ireland, "],
        "ie" => &["Ireland: "],
        "eu" => &["EU: "],
        "ch" => &["Switzerland: "],
        "is" => &["Iceland: "],
        "us" => &["US: "],
        "ca" => &["Canada: ", "Québec: ", "Manitoba: "],
        "ca-mb" => &["Canada: ", "Manitoba: "],
        "ca-nt" => &["Canada: ", "Canada, ", "Northwest Territories: "],
        "ca-qc" => &["Canada: ", "Canada, ", "Québec: "],
        id if id.starts_with("ca-") => &["Canada: ", "Canada, "],
        "au" => &["Australia: ", "Queensland only: "],
        "nz" => &["New Zealand: "],
        "in" => &["India: "],
        "sg" => &["Singapore: "],
        "hk" => &["Hong Kong: "],
        "jp" => &["Japan: "],
        "tt" => &["Trinidad and Tobago: "],
        // The one number of a region without a country.
        "other" => &["Emergency: may work"],
        _ => &[],
    }
}

#[test]
fn every_number_stands_with_its_country_and_its_source() {
    for (id, line) in all_lines() {
        let Some(source) = line.source else {
            assert!(line.number.is_empty(), "{id}: no source of {line:?}");
            continue;
        };
        assert!(!line.number.is_empty(), "{id}: {line:?}");
        let names_it = called(id)
            .iter()
            .any(|name| line.words.text().starts_with(name));
        assert!(names_it, "{id}: {line:?}");
        assert!(!source.publisher.is_empty(), "{id}: {line:?}");
        let words = source.words();
        let read = source.read.map_or("Our own caution", Word::text);
        assert!(words.ends_with(read), "{words}");
        assert!(source.read.is_none() || read.contains(" 2026"), "{words}");
        // Of a copy no address is shown.
        assert!(
            !read.contains("copy") || source.address.is_empty(),
            "{words}"
        );
        assert!(!words.contains("://") && !words.contains(", ,"), "{words}");
    }
    let nurse = of("ca-ns").urgent[0].source.expect("a source");
    assert_eq!(
        nurse.words(),
        "Nova Scotia, novascotia.ca. Read on 1 December 2026"
    );
}

/// Addresses of the press, of shops and of copies.
#[test]
fn no_address_of_the_press_or_of_a_copy_is_shown() {
    for (id, line) in all_lines() {
        let words = line.source.map(|source| source.words()).unwrap_or_default();
        for place in [
            "ndtv.",
            "gizmoids",
            "citiesinsider.",
            "sasktoday.",
            "dailyhive.",
            "norwoodmc",
            "redthil.",
            "neurobreath.",
        ] {
            assert!(!words.contains(place), "{id}: {words}");
        }
    }
}

#[test]
fn emergency_numbers_stand_with_their_countries() {
    let countries = [
        ("999", "United Kingdom"),
        ("999", "Ireland"),
        ("999", "Hong Kong"),
        ("112", "European Union"),
        ("112", "Ireland"),
        ("112", "Iceland"),
        ("112", "Switzerland"),
        ("112", "India"),
        ("911", "United States"),
        ("911", "Canada"),
        ("000", "Australia"),
        ("111", "New Zealand"),
        ("144", "Switzerland"),
        ("108", "India"),
        ("995", "Singapore"),
        ("119", "Japan"),
        ("811", "Trinidad and Tobago"),
    ];
    let stands = |number: &str, country: &str| {
        let mut all = EMERGENCY_EVERYWHERE.iter();
        all.any(|line| line.number == number && line.words.text().contains(country))
    };
    for (number, country) in countries {
        assert!(stands(number, country), "{number} {country}");
    }
    for line in EMERGENCY_EVERYWHERE {
        assert!(line.words.text().starts_with("Emergency "), "{line:?}");
    }
    // Every emergency number of every region, beside the name of the region or of the whole.
    for found in REGIONS.iter().filter(|region| region.id != "other") {
        let whole = REGIONS.iter().find(|whole| whole.parts.contains(&found.id));
        let name = whole.unwrap_or(found).name.text();
        let name = name.split(',').next().unwrap_or(name);
        for number in numbers(found.emergency) {
            assert!(stands(number, name), "{number} {name}");
        }
    }
}

/// The page before the app has the same numbers and countries, in short.
#[test]
fn the_shell_has_every_emergency_number_with_its_country() {
    let page = include_str!("../../../index.html");
    let from = page
        .find("<p>Call the emergency number: ")
        .expect("the line");
    let line = &page[from..page[from..].find("</p>").expect("its end") + from];
    let sentences: Vec<&str> = line.split([':', '.']).map(str::trim).collect();
    let short = |id: &str| match id {
        "uk" => "UK",
        "eu" => "EU",
        "us" => "US",
        id => of(id).name.text(),
    };
    for found in REGIONS
        .iter()
        .filter(|region| !region.is_part() && region.id != "other")
    {
        let number = numbers(found.emergency)[0];
        let stands = sentences.iter().any(|sentence| {
            let before = sentence.strip_suffix(number).unwrap_or_default().trim();
            before.split(", ").any(|country| country == short(found.id))
        });
        // Ireland has two; the page names one of them.
        assert!(
            stands || found.id == "ie",
            "{number} of {} in {line}",
            found.id
        );
    }
    assert!(line.contains("Ireland, Hong Kong 999"), "{line}");
    let count = sentences
        .iter()
        .filter(|sentence| sentence.ends_with(|c: char| c.is_ascii_digit()))
        .count();
    assert_eq!(count, 9, "{line}");
}

/// The regions in which a number is shown.
fn shown_in(number: &str) -> BTreeSet<&'static str> {
    let lines = all_lines().filter(|(_, line)| line.number == number);
    lines.map(|(id, _)| id).collect()
}

#[test]
fn numbers_that_collide_are_told_apart() {
    assert_eq!(shown_in("111"), BTreeSet::from(["uk", "gb", "nz"]));
    for (id, line) in all_lines().filter(|(_, line)| line.number == "111") {
        let is_emergency = line.words.text().contains("mergency");
        assert_eq!(is_emergency, id == "nz", "{id}: {line:?}");
    }
    for id in ["uk", "gb", "gb-nir"] {
        assert_eq!(numbers(of(id).emergency), ["999"]);
    }
    // Northern Ireland has no 111.
    assert!(of("gb-nir").lines().all(|line| line.number != "111"));
    assert_eq!(
        shown_in("112"),
        BTreeSet::from(["ie", "eu", "ch", "is", "in", "other"])
    );
    assert_eq!(shown_in("116 117"), BTreeSet::from(["eu"]));
    assert_eq!(
        shown_in("116 123"),
        BTreeSet::from(["uk", "gb", "gb-nir", "ie"])
    );
    for (id, line) in all_lines() {
        match line.number {
            "116 117" => assert!(line.words.text().contains("not for emergencies")),
            "116 123" => assert!(line.words.text().contains("Samaritans")),
            "811" => assert_eq!(
                line.words.text().contains("nurse line"),
                id != "tt",
                "{id}: {line:?}"
            ),
            "13 11 26" => assert!(line.words.text().contains("poison")),
            "13 11 14" => assert!(line.words.text().contains("Lifeline")),
            "13 43 25 84" => assert!(line.words.text().starts_with("Queensland only")),
            _ => {}
        }
    }
    // A nurse line in Canada, the ambulance in Trinidad and Tobago.
    let nurse = [
        "ca", "ca-ab", "ca-bc", "ca-nb", "ca-ns", "ca-nt", "ca-on", "ca-pe", "ca-qc", "ca-sk", "tt",
    ];
    assert_eq!(shown_in("811"), BTreeSet::from(nurse));
    assert_eq!(numbers(of("tt").emergency), ["811"]);
    assert_eq!(shown_in("119"), BTreeSet::from(["jp"]));
    assert_eq!(
        shown_in("999"),
        BTreeSet::from(["uk", "gb", "gb-nir", "ie", "hk"])
    );
    // The Canadian poison line, but for Québec; Nunavut has neither.
    assert!(
        of("ca-qc")
            .poison
            .iter()
            .all(|line| line.number != "1-844-764-7669")
    );
    assert!(numbers(of("ca-nu").poison) == ["911"]);
}

#[test]
fn numbers_that_were_not_read_at_an_official_page_are_left_out() {
    for number in [
        // Replaced, or not checked.
        "1800 022 222",
        "1300 60 60 24",
        "13 HEALTH",
        "1800 882 436",
        // Recalled or told at second hand: Norway, South Africa, Brazil, UAE, Israel, Australia's textphone.
        "113",
        "10177",
        "192",
        "998",
        "101",
        "106",
        "1990",
    ] {
        assert!(shown_in(number).is_empty(), "{number}");
    }
    // 711 was read for Prince Edward Island alone.
    assert_eq!(shown_in("711"), BTreeSet::from(["ca-pe"]));
    for id in [
        "no", "tr", "za", "gh", "ng", "my", "ph", "bd", "lk", "ae", "il", "kr", "br", "mx", "ke",
        "pk", "jm", "ar", "cn",
    ] {
        assert!(region(id).is_none(), "{id}");
    }
}

#[test]
fn a_poison_line_is_shown_while_it_answers() {
    let first = |id: &str, hour| of(id).poison_at(hour)[0].number;
    for (hour, open) in [
        (0, false),
        (7, false),
        (8, true),
        (21, true),
        (22, false),
        (23, false),
    ] {
        assert_eq!(first("ie", hour) == "01 809 2166", open, "{hour}");
        assert_eq!(first("au", hour), "13 11 26");
    }
    // The line after it says whom to turn to.
    let closed = of("ie").poison_at(22);
    assert!(closed.iter().any(|line| line.number == "112"));
}

#[test]
fn crisis_lines_are_those_of_the_region_or_its_emergency_number() {
    let first = |id: &str| of(id).crisis_lines()[0].number;
    for (id, number) in [
        ("uk", "116 123"),
        ("gb", "116 123"),
        ("gb-nir", "0808 808 8000"),
        ("ie", "116 123"),
        ("us", "988"),
        ("ca", "988"),
        ("ca-nu", "988"),
        ("au", "13 11 14"),
        ("nz", "1737"),
        ("in", "14416"),
        ("jp", "119"),
        ("ch", "144"),
    ] {
        assert_eq!(first(id), number, "{id}");
    }
    assert!(!numbers(of("other").crisis_lines()).is_empty());
}

#[test]
fn a_number_is_dialled_or_begins_a_message() {
    let hrefs = |lines: &[ContactLine]| lines.iter().map(ContactLine::href).collect::<Vec<_>>();
    assert_eq!(hrefs(of("us").crisis), ["tel:988", "sms:988"]);
    assert_eq!(of("ca-mb").urgent[1].href(), "tel:18883159257");
    assert_eq!(hrefs(of("nz").without_speech), ["sms:111"]);
}

// --- Time zones ---

#[test]
fn every_zone_of_the_table_is_one_of_the_iana_database_and_stands_once() {
    let mut seen = BTreeSet::new();
    for zone in ZONES.iter().flat_map(|row| row.zones) {
        assert!(zone.parse::<chrono_tz::Tz>().is_ok(), "{zone}");
        assert!(seen.insert(*zone), "{zone} stands twice");
    }
    assert!(seen.len() > 120, "{}", seen.len());
    assert!("Europe/Atlantis".parse::<chrono_tz::Tz>().is_err());
}

#[test]
fn no_zone_suggests_a_region_without_its_own_number() {
    for row in ZONES {
        assert!(!row.zones.is_empty() && !row.regions.is_empty(), "{row:?}");
        for id in row.regions {
            assert!(
                region(id).is_some_and(|region| region.parts.is_empty()),
                "{id}"
            );
            assert!(
                !numbers(of(id).emergency).is_empty() && *id != "other",
                "{id}"
            );
        }
        let regions = regions_of(row.zones[0]);
        assert_eq!(ids(&regions), row.regions);
        assert!(!emergency_in_common(&regions).is_empty(), "{row:?}");
    }
    // Every region is suggested somewhere, but for the whole of others, and for the rest of the world.
    let suggested: BTreeSet<_> = ZONES.iter().flat_map(|row| row.regions).collect();
    for region in REGIONS {
        let is_asked_for = region.parts.is_empty() && region.id != "other";
        assert_eq!(
            suggested.contains(&region.id),
            is_asked_for,
            "{}",
            region.id
        );
    }
}

#[test]
fn a_zone_suggests_its_region_or_those_that_share_it() {
    for (zone, wanted) in [
        ("Europe/London", &["gb", "gb-nir"][..]),
        ("Europe/Dublin", &["ie"]),
        ("Europe/Berlin", &["eu"]),
        ("Europe/Zurich", &["ch"]),
        ("Asia/Calcutta", &["in"]),
        ("Asia/Kolkata", &["in"]),
        ("America/Toronto", &["ca-on", "ca-qc"]),
        ("America/Halifax", &["ca-ns", "ca-pe"]),
        ("America/New_York", &["us"]),
        // No number was read for these.
        ("Europe/Oslo", &[]),
        ("Africa/Nairobi", &[]),
        ("Asia/Kuala_Lumpur", &[]),
        ("America/Jamaica", &[]),
        ("UTC", &[]),
        ("", &[]),
    ] {
        assert_eq!(ids(&regions_of(zone)), wanted, "{zone}");
    }
    assert_eq!(emergency_in_common(&regions_of("Europe/London")), ["999"]);
    assert_eq!(
        emergency_in_common(&regions_of("Europe/Dublin")),
        ["112", "999"]
    );
    assert_eq!(emergency_in_common(&[of("ie"), of("gb")]), ["999"]);
    assert!(emergency_in_common(&[of("nz"), of("gb")]).is_empty());
    assert!(emergency_in_common(&[]).is_empty());
}

/// What counts, what was chosen before, what is suggested.
fn found(chosen: &str, confirmed: &str, zone: &str) -> (String, String, Vec<&'static str>) {
    let place = whereabouts(chosen, confirmed, zone);
    let id = |region: Option<&Region>| region.map_or(String::new(), |region| region.id.to_string());
    (id(place.counts), id(place.before), ids(&place.suggested))
}

fn says(
    counts: &str,
    before: &str,
    suggested: &[&'static str],
) -> (String, String, Vec<&'static str>) {
    (counts.to_string(), before.to_string(), suggested.to_vec())
}

#[test]
fn a_region_counts_only_once_it_is_chosen() {
    assert_eq!(found("", "", "Pacific/Auckland"), says("", "", &["nz"]));
    assert_eq!(
        found("", "", "Europe/London"),
        says("", "", &["gb", "gb-nir"])
    );
    assert_eq!(found("", "", "Africa/Nairobi"), says("", "", &[]));
    assert_eq!(
        found("atlantis", "", "Pacific/Auckland"),
        says("", "", &["nz"])
    );
    let confirmed = confirmation("nz", "Pacific/Auckland");
    assert_eq!(
        found("nz", &confirmed, "Pacific/Auckland"),
        says("nz", "", &[])
    );
    // Chosen, against the suggestion: as the person says.
    let confirmed = confirmation("us", "Pacific/Auckland");
    assert_eq!(
        found("us", &confirmed, "Pacific/Auckland"),
        says("us", "", &[])
    );
    let confirmed = confirmation("other", "Africa/Nairobi");
    assert_eq!(
        found("other", &confirmed, "Africa/Nairobi"),
        says("other", "", &[])
    );
}

#[test]
fn a_changed_zone_asks_again() {
    let uk = confirmation("gb", "Europe/London");
    assert_eq!(
        found("gb", &uk, "Pacific/Auckland"),
        says("", "gb", &["nz"])
    );
    assert_eq!(found("gb", &uk, "Africa/Nairobi"), says("", "gb", &[]));
    assert_eq!(found("gb", &uk, "Europe/London"), says("gb", "", &[]));
    // Another zone of the same region does not.
    let us = confirmation("us", "America/New_York");
    assert_eq!(found("us", &us, "America/Denver"), says("us", "", &[]));
    // The whole holds its parts.
    let ca = confirmation("ca", "America/Toronto");
    assert_eq!(found("ca", &ca, "America/Vancouver"), says("ca", "", &[]));
    let on = confirmation("ca-on", "America/Toronto");
    assert_eq!(
        found("ca-on", &on, "America/Vancouver"),
        says("", "ca-on", &["ca-bc"])
    );
    // A browser that does not tell its zone contradicts nothing.
    assert_eq!(found("gb", &uk, ""), says("gb", "", &[]));
}

#[test]
fn a_region_of_version_0_1_counts_unless_the_zone_speaks_against_it() {
    assert_eq!(found("uk", "", "Europe/London"), says("uk", "", &[]));
    assert_eq!(found("ca", "", "America/Halifax"), says("ca", "", &[]));
    assert_eq!(found("uk", "", "Africa/Nairobi"), says("uk", "", &[]));
    assert_eq!(found("uk", "", "Europe/Dublin"), says("", "uk", &["ie"]));
}

/// A merge takes region and confirmation from the later side each: the region of one device with the
/// confirmation of the other counts for nothing.
#[test]
fn a_confirmation_is_for_its_own_region() {
    let other = confirmation("gb", "Pacific/Auckland");
    assert_eq!(
        found("us", &other, "Pacific/Auckland"),
        says("", "us", &["nz"])
    );
    assert_eq!(found("us", &other, "Africa/Nairobi"), says("", "us", &[]));
    assert_eq!(found("us", &other, "America/Denver"), says("us", "", &[]));
}
