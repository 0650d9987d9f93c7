//! Which regions lie in which time zone, by the IANA time zone database. Names that browsers still give (such as
//! Asia/Calcutta) stand beside the newer ones. A zone outside of this table suggests no region. A zone that reaches
//! into a region without a row of its own lists that region too.

use crate::guide::region::ZonesOf;

/// The table.
#[rustfmt::skip]
pub static ZONES: &[ZonesOf] = &[
    ZonesOf { regions: &["gb", "gb-nir"], zones: &["Europe/London", "Europe/Belfast"] },
    ZonesOf { regions: &["ie"], zones: &["Europe/Dublin"] },
    // The states of the European Union but Ireland. Their lands overseas are left out, and so is the north of
    // Cyprus (Asia/Famagusta).
    ZonesOf { regions: &["eu"], zones: &[
        "Africa/Ceuta", "Asia/Nicosia", "Atlantic/Azores", "Atlantic/Canary", "Atlantic/Madeira", "Europe/Amsterdam",
        "Europe/Athens", "Europe/Berlin", "Europe/Bratislava", "Europe/Brussels", "Europe/Bucharest", "Europe/Budapest",
        "Europe/Busingen", "Europe/Copenhagen", "Europe/Helsinki", "Europe/Lisbon", "Europe/Ljubljana",
        "Europe/Luxembourg", "Europe/Madrid", "Europe/Malta", "Europe/Mariehamn", "Europe/Nicosia", "Europe/Paris",
        "Europe/Prague", "Europe/Riga", "Europe/Rome", "Europe/Sofia", "Europe/Stockholm", "Europe/Tallinn",
        "Europe/Vienna", "Europe/Vilnius", "Europe/Warsaw", "Europe/Zagreb",
    ] },
    ZonesOf { regions: &["ch"], zones: &["Europe/Zurich"] },
    ZonesOf { regions: &["is"], zones: &["Atlantic/Reykjavik"] },
    // The fifty states; of the territories no number was read.
    ZonesOf { regions: &["us"], zones: &[
        "America/Adak", "America/Anchorage", "America/Boise", "America/Chicago", "America/Denver", "America/Detroit",
        "America/Fort_Wayne", "America/Indiana/Indianapolis", "America/Indiana/Knox", "America/Indiana/Marengo",
        "America/Indiana/Petersburg", "America/Indiana/Tell_City", "America/Indiana/Vevay", "America/Indiana/Vincennes",
        "America/Indiana/Winamac", "America/Indianapolis", "America/Juneau", "America/Kentucky/Louisville",
        "America/Kentucky/Monticello", "America/Los_Angeles", "America/Louisville", "America/Menominee",
        "America/Metlakatla", "America/New_York", "America/Nome", "America/North_Dakota/Beulah",
        "America/North_Dakota/Center", "America/North_Dakota/New_Salem", "America/Phoenix", "America/Sitka",
        "America/Yakutat", "Pacific/Honolulu",
    ] },
    ZonesOf { regions: &["ca-bc"], zones: &["America/Vancouver", "America/Creston", "America/Dawson_Creek", "America/Fort_Nelson"] },
    ZonesOf { regions: &["ca-ab", "ca-bc", "ca-nt", "ca-sk"], zones: &["America/Edmonton"] },
    ZonesOf { regions: &["ca-sk"], zones: &["America/Regina", "America/Swift_Current"] },
    ZonesOf { regions: &["ca-mb", "ca-on"], zones: &["America/Winnipeg"] },
    ZonesOf { regions: &["ca-on"], zones: &["America/Nipigon", "America/Rainy_River", "America/Thunder_Bay"] },
    ZonesOf { regions: &["ca-on", "ca-nu"], zones: &["America/Atikokan", "America/Coral_Harbour"] },
    ZonesOf { regions: &["ca-on", "ca-qc"], zones: &["America/Toronto"] },
    ZonesOf { regions: &["ca-qc"], zones: &["America/Blanc-Sablon", "America/Montreal"] },
    ZonesOf { regions: &["ca-nb"], zones: &["America/Moncton"] },
    ZonesOf { regions: &["ca-ns", "ca-pe"], zones: &["America/Halifax"] },
    ZonesOf { regions: &["ca-ns"], zones: &["America/Glace_Bay"] },
    ZonesOf { regions: &["ca-nl"], zones: &["America/St_Johns", "America/Goose_Bay"] },
    ZonesOf { regions: &["ca-nt"], zones: &["America/Inuvik", "America/Yellowknife"] },
    ZonesOf { regions: &["ca-yt"], zones: &["America/Dawson", "America/Whitehorse"] },
    ZonesOf { regions: &["ca-nu"], zones: &["America/Cambridge_Bay", "America/Iqaluit", "America/Pangnirtung", "America/Rankin_Inlet", "America/Resolute"] },
    ZonesOf { regions: &["au"], zones: &[
        "Antarctica/Macquarie", "Australia/Adelaide", "Australia/Brisbane", "Australia/Broken_Hill", "Australia/Currie",
        "Australia/Darwin", "Australia/Eucla", "Australia/Hobart", "Australia/Lindeman", "Australia/Lord_Howe",
        "Australia/Melbourne", "Australia/Perth", "Australia/Sydney",
    ] },
    ZonesOf { regions: &["nz"], zones: &["Pacific/Auckland", "Pacific/Chatham"] },
    ZonesOf { regions: &["in"], zones: &["Asia/Calcutta", "Asia/Kolkata"] },
    ZonesOf { regions: &["sg"], zones: &["Asia/Singapore"] },
    ZonesOf { regions: &["hk"], zones: &["Asia/Hong_Kong"] },
    ZonesOf { regions: &["jp"], zones: &["Asia/Tokyo"] },
    ZonesOf { regions: &["tt"], zones: &["America/Port_of_Spain"] },
];
