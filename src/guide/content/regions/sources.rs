//! Where the numbers were read, and when. No address of the press, of a shop or of a copy is shown.

use crate::guide::region::NumberSource;
use crate::guide::region::Read::{Before, Copy, On, Ours};

/// A line of the table.
macro_rules! source {
    ($name:ident, $publisher:literal, $dated:literal, $read:expr) => {
        #[doc = $publisher]
        pub static $name: NumberSource = NumberSource {
            publisher: $publisher,
            dated: $dated,
            read: $read,
        };
    };
}

const FIRST: &str = "22 November 2026";
const SECOND: &str = "1 December 2026";
const COPY_FIRST: &str = "November 2026";
const COPY_SECOND: &str = "December 2026";

source!(OUR_CAUTION, "Our own caution", "", Ours);

// United Kingdom.
source!(
    AMBULANCE_UK,
    "West Midlands Ambulance Service",
    "",
    Before("wmas.nhs.uk/999-or-111", FIRST)
);
source!(
    MATERNITY_UK,
    "East of England Ambulance Service",
    "",
    Before("eastamb2016.nhs.sitekit.net", FIRST)
);
source!(NHS_PARACETAMOL, "NHS, as quoted", "", Copy(COPY_FIRST));
source!(SAMARITANS, "NeuroBreath", "", Before("", FIRST));
source!(
    NHS_111_MENTAL,
    "Norwood Medical Centre",
    "2024",
    Copy(COPY_SECOND)
);
source!(
    EMERGENCY_NI,
    "Health and Social Care Northern Ireland",
    "",
    On("online.hscni.net", SECOND)
);
source!(
    BELFAST_TRUST,
    "Belfast Health and Social Care Trust",
    "",
    On("belfasttrust.hscni.net", SECOND)
);
source!(
    NORTHERN_TRUST,
    "Northern Health and Social Care Trust",
    "",
    On("northerntrust.hscni.net", SECOND)
);
source!(
    SOUTHERN_TRUST,
    "Southern Health and Social Care Trust",
    "",
    On("southerntrust.hscni.net", SECOND)
);
source!(
    LIFELINE_NI,
    "Lifeline, Northern Ireland",
    "",
    On("lifelinehelpline.info", SECOND)
);
source!(
    EMERGENCY_TEXT_UK,
    "South Tees Hospitals NHS",
    "",
    On("southtees.nhs.uk", SECOND)
);
source!(
    EMERGENCY_BSL,
    "North West Ambulance Service",
    "",
    On("nwas.nhs.uk", SECOND)
);

// Ireland and the rest of Europe.
source!(EMERGENCY_IE, "Cities Insider", "", Copy(COPY_FIRST));
source!(
    POISONS_IE,
    "National Poisons Information Centre of Ireland",
    "",
    Before("poisons.ie", FIRST)
);
source!(
    SAMARITANS_IE,
    "Houses of the Oireachtas",
    "2013",
    On("oireachtas.ie", SECOND)
);
source!(EMERGENCY_EU, "112 Hungary", "", On("112.hu", SECOND));
source!(
    DOCTOR_EU,
    "European Commission",
    "",
    Before("ec.europa.eu", FIRST)
);
source!(
    EMERGENCY_CH,
    "Canton of Graubünden",
    "",
    On("hallo.gr.ch", SECOND)
);
source!(EMERGENCY_IS, "112 Iceland", "", On("112.is", SECOND));

// America.
source!(
    POISON_HELP_US,
    "HRSA: Poison Help, United States",
    "",
    Before("poisonhelp.hrsa.gov", FIRST)
);
source!(
    CDC_HEAR_HER,
    "CDC: Hear Her, urgent signs in pregnancy",
    "",
    Before("cdc.gov/hearher", FIRST)
);
source!(CRISIS_US, "MHN", "", Copy(COPY_SECOND));
source!(
    EMERGENCY_TEXT_US,
    "Federal Communications Commission, United States",
    "",
    Copy(COPY_SECOND)
);
source!(
    NURSE_CA,
    "Health PEI, Cree Health, Vitalité Health Network, Nova Scotia, Northwest Territories, SaskToday and Stormont, Dundas and Glengarry",
    "",
    Copy(COPY_SECOND)
);
source!(
    NURSE_PE,
    "Health PEI",
    "",
    Before("healthpei.ca/811", FIRST)
);
source!(RELAY_PE, "Health PEI", "", On("healthpei.ca", SECOND));
source!(NURSE_WEST, "SaskToday", "", Copy(COPY_SECOND));
source!(
    NURSE_ON,
    "Stormont, Dundas and Glengarry",
    "22 April 2022",
    Copy(COPY_SECOND)
);
source!(
    NURSE_QC,
    "Cree Health",
    "",
    Before("creehealth.org/811", FIRST)
);
source!(NURSE_NB, "Vitalité Health Network", "", Before("", FIRST));
source!(NURSE_NS, "Nova Scotia", "", On("novascotia.ca", SECOND));
source!(
    NURSE_NT,
    "Northwest Territories Health and Social Services",
    "",
    On("hss.gov.nt.ca", SECOND)
);
source!(
    NURSE_MB,
    "Winnipeg Regional Health Authority",
    "2017",
    On("wrha.mb.ca", SECOND)
);
source!(
    POISON_CA,
    "AboutKidsHealth",
    "2023",
    Before("aboutkidshealth.ca", FIRST)
);
source!(CRISIS_CA, "CAMH and Daily Hive", "2023", Copy(COPY_SECOND));
source!(
    EMERGENCY_TEXT_CA,
    "Government of Canada",
    "2016",
    On("canada.ca", SECOND)
);
source!(
    EMERGENCY_TT,
    "ttconnect, Trinidad and Tobago",
    "",
    On("ttconnect.gov.tt", SECOND)
);

// The Pacific and Asia.
source!(
    EMERGENCY_AU,
    "healthdirect Australia",
    "",
    Before("healthdirect.gov.au", FIRST)
);
source!(NURSE_AU, "medicine.com.au", "2026", Copy(COPY_SECOND));
source!(
    NURSE_QLD,
    "Queensland Government",
    "",
    On("qld.gov.au", SECOND)
);
source!(
    POISON_AU,
    "Queensland Poisons Information Centre",
    "2023",
    Before("poisonsinfo.health.qld.gov.au", FIRST)
);
source!(
    CRISIS_AU,
    "Life in Mind",
    "2022",
    On("lifeinmind.org.au", SECOND)
);
source!(RELAY_AU, "LLG", "", On("llg.org.au", SECOND));
source!(
    HEALTHLINE_NZ,
    "Ministry of Health, New Zealand",
    "",
    Before("health.govt.nz", FIRST)
);
source!(
    POISON_NZ,
    "University of Otago",
    "2021",
    Before("otago.custhelp.com", FIRST)
);
source!(
    CRISIS_NZ,
    "Pegasus Health",
    "",
    On("pegasus.health.nz", SECOND)
);
source!(
    EMERGENCY_TEXT_NZ,
    "New Zealand Police",
    "",
    On("police.govt.nz", SECOND)
);
source!(EMERGENCY_IN, "NDTV", "2019", Before("", FIRST));
source!(AMBULANCE_IN, "Redthil", "2008", Copy(COPY_FIRST));
source!(CRISIS_IN, "A minister of India", "2025", Copy(COPY_SECOND));
source!(
    EMERGENCY_SG,
    "Singapore Civil Defence Force",
    "",
    On("scdf.gov.sg", SECOND)
);
source!(
    EMERGENCY_HK,
    "Government of Hong Kong",
    "3 February 2022",
    On("info.gov.hk", SECOND)
);
source!(
    EMERGENCY_JP,
    "US Embassy in Japan",
    "",
    On("jp.usembassy.gov", SECOND)
);
