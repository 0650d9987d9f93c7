//! Where the numbers were read, and when. No address of the press, of a shop or of a copy is shown.

use crate::guide::region::NumberSource;
use crate::words;
use crate::words::Word;

/// A line of the table: who published it, the year of the page, its address, how and when it was read.
macro_rules! source {
    ($name:ident, $publisher:literal, $year:literal, $address:literal, $read:expr) => {
        #[doc = $publisher]
        pub static $name: NumberSource = NumberSource {
            publisher: $publisher,
            year: $year,
            address: $address,
            read: $read,
        };
    };
}

const FIRST: Option<Word> = Some(words::regions::READ_BY_FIRST);
const SECOND: Option<Word> = Some(words::regions::READ_SECOND);
const COPY_FIRST: Option<Word> = Some(words::regions::READ_IN_A_COPY_FIRST);
const COPY_SECOND: Option<Word> = Some(words::regions::READ_IN_A_COPY_SECOND);

source!(OUR_CAUTION, "Our own caution", "", "", None);

// United Kingdom.
source!(
    AMBULANCE_UK,
    "West Midlands Ambulance Service",
    "",
    "wmas.nhs.uk/999-or-111",
    FIRST
);
source!(
    MATERNITY_UK,
    "East of England Ambulance Service",
    "",
    "eastamb2016.nhs.sitekit.net",
    FIRST
);
source!(NHS_PARACETAMOL, "NHS, as quoted", "", "", COPY_FIRST);
source!(SAMARITANS, "NeuroBreath", "", "", FIRST);
source!(
    NHS_111_MENTAL,
    "Norwood Medical Centre",
    "2024",
    "",
    COPY_SECOND
);
source!(
    EMERGENCY_NI,
    "Health and Social Care Northern Ireland",
    "",
    "online.hscni.net",
    SECOND
);
source!(
    BELFAST_TRUST,
    "Belfast Health and Social Care Trust",
    "",
    "belfasttrust.hscni.net",
    SECOND
);
source!(
    NORTHERN_TRUST,
    "Northern Health and Social Care Trust",
    "",
    "northerntrust.hscni.net",
    SECOND
);
source!(
    SOUTHERN_TRUST,
    "Southern Health and Social Care Trust",
    "",
    "southerntrust.hscni.net",
    SECOND
);
source!(
    LIFELINE_NI,
    "Lifeline, Northern Ireland",
    "",
    "lifelinehelpline.info",
    SECOND
);
source!(
    EMERGENCY_TEXT_UK,
    "South Tees Hospitals NHS",
    "",
    "southtees.nhs.uk",
    SECOND
);
source!(
    EMERGENCY_BSL,
    "North West Ambulance Service",
    "",
    "nwas.nhs.uk",
    SECOND
);

// Ireland and the rest of Europe.
source!(EMERGENCY_IE, "Cities Insider", "", "", COPY_FIRST);
source!(
    POISONS_IE,
    "National Poisons Information Centre of Ireland",
    "",
    "poisons.ie",
    FIRST
);
source!(
    SAMARITANS_IE,
    "Houses of the Oireachtas",
    "2013",
    "oireachtas.ie",
    SECOND
);
source!(EMERGENCY_EU, "112 Hungary", "", "112.hu", SECOND);
source!(DOCTOR_EU, "European Commission", "", "ec.europa.eu", FIRST);
source!(
    EMERGENCY_CH,
    "Canton of Graubünden",
    "",
    "hallo.gr.ch",
    SECOND
);
source!(EMERGENCY_IS, "112 Iceland", "", "112.is", SECOND);

// America.
source!(
    POISON_HELP_US,
    "HRSA: Poison Help, United States",
    "",
    "poisonhelp.hrsa.gov",
    FIRST
);
source!(
    CDC_HEAR_HER,
    "CDC: Hear Her, urgent signs in pregnancy",
    "",
    "cdc.gov/hearher",
    FIRST
);
source!(CRISIS_US, "MHN", "", "", COPY_SECOND);
source!(
    EMERGENCY_TEXT_US,
    "Federal Communications Commission, United States",
    "",
    "",
    COPY_SECOND
);
source!(
    NURSE_CA,
    "Health PEI, Cree Health, Vitalité Health Network, Nova Scotia, Northwest Territories, SaskToday and Stormont, Dundas and Glengarry",
    "",
    "",
    COPY_SECOND
);
source!(NURSE_PE, "Health PEI", "", "healthpei.ca/811", FIRST);
source!(RELAY_PE, "Health PEI", "", "healthpei.ca", SECOND);
source!(NURSE_WEST, "SaskToday", "", "", COPY_SECOND);
source!(
    NURSE_ON,
    "Stormont, Dundas and Glengarry",
    "2022",
    "",
    COPY_SECOND
);
source!(NURSE_QC, "Cree Health", "", "creehealth.org/811", FIRST);
source!(NURSE_NB, "Vitalité Health Network", "", "", FIRST);
source!(NURSE_NS, "Nova Scotia", "", "novascotia.ca", SECOND);
source!(
    NURSE_NT,
    "Northwest Territories Health and Social Services",
    "",
    "hss.gov.nt.ca",
    SECOND
);
source!(
    NURSE_MB,
    "Winnipeg Regional Health Authority",
    "2017",
    "wrha.mb.ca",
    SECOND
);
source!(
    POISON_CA,
    "AboutKidsHealth",
    "2023",
    "aboutkidshealth.ca",
    FIRST
);
source!(CRISIS_CA, "CAMH and Daily Hive", "2023", "", COPY_SECOND);
source!(
    EMERGENCY_TEXT_CA,
    "Government of Canada",
    "2016",
    "canada.ca",
    SECOND
);
source!(
    EMERGENCY_TT,
    "ttconnect, Trinidad and Tobago",
    "",
    "ttconnect.gov.tt",
    SECOND
);

// The Pacific and Asia.
source!(
    EMERGENCY_AU,
    "healthdirect Australia",
    "",
    "healthdirect.gov.au",
    FIRST
);
source!(NURSE_AU, "medicine.com.au", "2026", "", COPY_SECOND);
source!(NURSE_QLD, "Queensland Government", "", "qld.gov.au", SECOND);
source!(
    POISON_AU,
    "Queensland Poisons Information Centre",
    "2023",
    "poisonsinfo.health.qld.gov.au",
    FIRST
);
source!(
    CRISIS_AU,
    "Life in Mind",
    "2022",
    "lifeinmind.org.au",
    SECOND
);
source!(RELAY_AU, "LLG", "", "llg.org.au", SECOND);
source!(
    HEALTHLINE_NZ,
    "Ministry of Health, New Zealand",
    "",
    "health.govt.nz",
    FIRST
);
source!(
    POISON_NZ,
    "University of Otago",
    "2021",
    "otago.custhelp.com",
    FIRST
);
source!(CRISIS_NZ, "Pegasus Health", "", "pegasus.health.nz", SECOND);
source!(
    EMERGENCY_TEXT_NZ,
    "New Zealand Police",
    "",
    "police.govt.nz",
    SECOND
);
source!(EMERGENCY_IN, "NDTV", "2019", "", FIRST);
source!(AMBULANCE_IN, "Redthil", "2008", "", COPY_FIRST);
source!(CRISIS_IN, "A minister of India", "2025", "", COPY_SECOND);
source!(
    EMERGENCY_SG,
    "Singapore Civil Defence Force",
    "",
    "scdf.gov.sg",
    SECOND
);
source!(
    EMERGENCY_HK,
    "Government of Hong Kong",
    "2022",
    "info.gov.hk",
    SECOND
);
source!(
    EMERGENCY_JP,
    "US Embassy in Japan",
    "",
    "jp.usembassy.gov",
    SECOND
);
