//! Where each statement of the guide was read. "Read in a copy" and "abstract" say how much of the
//! text itself was seen. A place with a space in it is a citation, not an address.

use crate::guide::source::Source;

// Ours, and the article.
/// Our own caution.
pub static OUR_CAUTION: Source = Source {
    title: "Our own caution",
    year: "",
    place: "",
};
/// The article on back muscle spasms by Spinal Backrack, the company that sells the device.
pub static ARTICLE: Source = Source {
    title: "The article on back muscle spasms by Spinal Backrack, the company that sells the device",
    year: "",
    place: "",
};
// Warning signs.
/// NHS: Back pain (read in copies).
pub static NHS_BACK_PAIN: Source = Source {
    title: "NHS: Back pain (read in copies)",
    year: "",
    place: "nhs.uk/conditions/back-pain",
};
/// Cauda equina warning card, as NHS trusts give it out.
pub static CES_CARD: Source = Source {
    title: "Cauda equina warning card, as NHS trusts give it out",
    year: "",
    place: "royalfree.nhs.uk",
};
/// NHS 111 Wales: Cervical spondylosis.
pub static NHS_WALES_NECK: Source = Source {
    title: "NHS 111 Wales: Cervical spondylosis",
    year: "",
    place: "111.wales.nhs.uk",
};
/// Health New Zealand and HealthInfo: signs of a heart attack.
pub static NZ_HEART: Source = Source {
    title: "Health New Zealand and HealthInfo: signs of a heart attack",
    year: "",
    place: "health.govt.nz; healthinfo.org.nz",
};
/// HSE Ireland: Aortic dissection.
pub static HSE_AORTA: Source = Source {
    title: "HSE Ireland: Aortic dissection",
    year: "2022",
    place: "hse.ie",
};
/// nidirect: Abdominal aortic aneurysm.
pub static NIDIRECT_AAA: Source = Source {
    title: "nidirect: Abdominal aortic aneurysm",
    year: "",
    place: "nidirect.gov.uk/node/10429",
};
/// StatPearls: Spinal infection; Giornale Italiano di Nefrologia: back pain in dialysis.
pub static SPINAL_INFECTION: Source = Source {
    title: "StatPearls: Spinal infection; Giornale Italiano di Nefrologia: back pain in dialysis",
    year: "2018, 2020",
    place: "ncbi.nlm.nih.gov/books/NBK547443",
};
/// Royal Osteoporosis Society, and NHS Gloucestershire: fractures of the spine.
pub static ROS_FRACTURE: Source = Source {
    title: "Royal Osteoporosis Society, and NHS Gloucestershire: fractures of the spine",
    year: "",
    place: "theros.org.uk; g-care.glos.nhs.uk/pathway/71",
};
/// Swiss Archives of Neurology, and Neurological Sciences (abstract): torn neck artery.
pub static ARTERY_EARLY: Source = Source {
    title: "Swiss Archives of Neurology, and Neurological Sciences (abstract): torn neck artery",
    year: "2017, 2018",
    place: "doi.org/10.4414/sanp.2017.00529; ichd-3.org 6.5.1.1",
};
/// Myelopathy.org; Davies: Degenerative cervical myelopathy (abstract).
pub static MYELOPATHY: Source = Source {
    title: "Myelopathy.org; Davies: Degenerative cervical myelopathy (abstract)",
    year: "2018",
    place: "myelopathy.org; doi.org/10.1136/bmj.k186",
};
/// NHS: Anticoagulant medicines.
pub static NHS_ANTICOAGULANTS: Source = Source {
    title: "NHS: Anticoagulant medicines",
    year: "",
    place: "developer.api.nhs.uk",
};
/// NHS 111 Wales: pain on breathing in; NHS on a clot in the lung (read in a copy, December 2026).
pub static WALES_CHEST: Source = Source {
    title: "NHS 111 Wales: pain on breathing in; NHS on a clot in the lung (read in a copy, December 2026)",
    year: "",
    place: "111.wales.nhs.uk",
};
/// CDC (NIOSH): Rhabdomyolysis.
pub static RHABDO: Source = Source {
    title: "CDC (NIOSH): Rhabdomyolysis",
    year: "",
    place: "cdc.gov/niosh/topics/rhabdo",
};
/// Fettle and Healthier Together: Ectopic pregnancy (read in a copy, December 2026).
pub static ECTOPIC_COPY: Source = Source {
    title: "Fettle and Healthier Together: Ectopic pregnancy (read in a copy, December 2026)",
    year: "2024",
    place: "",
};
/// March of Dimes, Action on Pre-eclampsia: after the birth.
pub static PRE_ECLAMPSIA: Source = Source {
    title: "March of Dimes, Action on Pre-eclampsia: after the birth",
    year: "2022",
    place: "marchofdimes.org; action-on-pre-eclampsia.org.uk",
};
/// St George's, Gateshead and Bradford NHS: after an epidural or spinal injection.
pub static EPIDURAL: Source = Source {
    title: "St George's, Gateshead and Bradford NHS: after an epidural or spinal injection",
    year: "2025",
    place: "stgeorges.nhs.uk; gatesheadhealth.nhs.uk",
};
/// NICE CG143: Sickle cell disease; Indiana Hemophilia and Thrombosis Center.
pub static SICKLE_CELL: Source = Source {
    title: "NICE CG143: Sickle cell disease; Indiana Hemophilia and Thrombosis Center",
    year: "2012",
    place: "nice.org.uk/guidance/cg143; ihtc.org",
};
/// Emergency Medicine Ireland, and American Family Physician: dystonia after a medicine.
pub static DYSTONIA: Source = Source {
    title: "Emergency Medicine Ireland, and American Family Physician: dystonia after a medicine",
    year: "2007",
    place: "emed.ie",
};
/// NHS: Testicle pain (read in a copy, December 2026).
pub static TESTICLE_COPY: Source = Source {
    title: "NHS: Testicle pain (read in a copy, December 2026)",
    year: "2025",
    place: "",
};
/// NHS: Help for suicidal thoughts (read in a copy, December 2026); nidirect.
pub static HARM_COPY: Source = Source {
    title: "NHS: Help for suicidal thoughts (read in a copy, December 2026); nidirect",
    year: "2024",
    place: "nidirect.gov.uk/node/2219",
};
/// NHS and nidirect: Giant cell (temporal) arteritis.
pub static TEMPORAL_ARTERITIS: Source = Source {
    title: "NHS and nidirect: Giant cell (temporal) arteritis",
    year: "",
    place: "developer.api.nhs.uk; nidirect.gov.uk",
};
/// Royal Orthopaedic Hospital, and Northampton General Hospital: your wound.
pub static WOUND: Source = Source {
    title: "Royal Orthopaedic Hospital, and Northampton General Hospital: your wound",
    year: "",
    place: "roh.nhs.uk; northamptongeneral.nhs.uk",
};
/// NHS: Polymyalgia rheumatica (read in a copy, December 2026).
pub static POLYMYALGIA_COPY: Source = Source {
    title: "NHS: Polymyalgia rheumatica (read in a copy, December 2026)",
    year: "",
    place: "",
};
/// NICE NG234: cancer in the spine (head), and its summary in the BMJ.
pub static NICE_NG234: Source = Source {
    title: "NICE NG234: cancer in the spine (head), and its summary in the BMJ",
    year: "2023",
    place: "ncbi.nlm.nih.gov/books/NBK595817; doi.org/10.1136/bmj.p1973",
};
/// Scottish referral guidelines: cord compression by cancer.
pub static SCOTLAND_CORD: Source = Source {
    title: "Scottish referral guidelines: cord compression by cancer",
    year: "",
    place: "gov.scot",
};
/// GIRFT: cauda equina pathway (read in a copy, December 2026).
pub static GIRFT_COPY: Source = Source {
    title: "GIRFT: cauda equina pathway (read in a copy, December 2026)",
    year: "2023",
    place: "",
};
/// Gwent and Healthier Together: back pain in children.
pub static CHILD_WALES: Source = Source {
    title: "Gwent and Healthier Together: back pain in children",
    year: "",
    place: "children.movebettergwent.nhs.wales; what0-18.nhs.uk",
};
/// Midlands Partnership NHS: Neck pain.
pub static MPFT_NECK: Source = Source {
    title: "Midlands Partnership NHS: Neck pain",
    year: "",
    place: "mpft.nhs.uk",
};
/// NHS Lothian: warning signs in low back pain.
pub static NHS_LOTHIAN: Source = Source {
    title: "NHS Lothian: warning signs in low back pain",
    year: "",
    place: "rightdecisions.scot.nhs.uk",
};
/// UK community red-flag sheet (read in a copy).
pub static UK_RED_FLAGS: Source = Source {
    title: "UK community red-flag sheet (read in a copy)",
    year: "2023",
    place: "g-care.glos.nhs.uk",
};
/// US health agency AHCPR: Acute low back problems.
pub static AHCPR: Source = Source {
    title: "US health agency AHCPR: Acute low back problems",
    year: "",
    place: "ncbi.nlm.nih.gov/books/NBK52120",
};
/// NHS: Abdominal aortic aneurysm (read in a copy).
pub static NHS_AAA: Source = Source {
    title: "NHS: Abdominal aortic aneurysm (read in a copy)",
    year: "",
    place: "nhs.uk/conditions/abdominal-aortic-aneurysm",
};
/// Henschke: serious disease and red flags in new low back pain.
pub static HENSCHKE_2009: Source = Source {
    title: "Henschke: serious disease and red flags in new low back pain",
    year: "2009",
    place: "Arthritis Rheum 2009;60:3072",
};
/// Downie: red flags for fracture and cancer.
pub static DOWNIE_2013: Source = Source {
    title: "Downie: red flags for fracture and cancer",
    year: "2013",
    place: "doi.org/10.1136/bmj.f7095",
};
/// Think Aorta US: signs of a tear in the aorta.
pub static THINK_AORTA: Source = Source {
    title: "Think Aorta US: signs of a tear in the aorta",
    year: "",
    place: "thinkaorta.us",
};
/// NICE CG75: cancer in the spine (replaced in 2023).
pub static NICE_CG75: Source = Source {
    title: "NICE CG75: cancer in the spine (replaced in 2023)",
    year: "2008",
    place: "nice.org.uk/guidance/cg75",
};
/// Canadian C-spine rule (read at GPnotebook).
pub static C_SPINE: Source = Source {
    title: "Canadian C-spine rule (read at GPnotebook)",
    year: "2018",
    place: "nursing-notebook.com",
};
/// CAN-SCIP: when to keep an injured spine still.
pub static CAN_SCIP: Source = Source {
    title: "CAN-SCIP: when to keep an injured spine still",
    year: "",
    place: "kite-uhn.com/can-scip",
};
/// CDC on tetanus (read at a county health page) and Medscape.
pub static TETANUS: Source = Source {
    title: "CDC on tetanus (read at a county health page) and Medscape",
    year: "2024",
    place: "bchealthdept.org",
};
/// Anesthesia Key and children's sources: infection deep in the neck.
pub static DEEP_NECK: Source = Source {
    title: "Anesthesia Key and children's sources: infection deep in the neck",
    year: "",
    place: "aneskey.com",
};
/// University Hospitals Birmingham NHS and Borne: warning signs in pregnancy.
pub static PREGNANCY: Source = Source {
    title: "University Hospitals Birmingham NHS, Borne, and CDC (Hear Her): warning signs in pregnancy",
    year: "",
    place: "uhb.nhs.uk; cdc.gov/hearher",
};
/// NHS: Kidney infection.
pub static NHS_KIDNEY: Source = Source {
    title: "NHS: Kidney infection",
    year: "",
    place: "nhs.uk/conditions/kidney-infection",
};
/// Guy's and St Thomas', nidirect and NHS (in a copy): kidney stones.
pub static KIDNEY_STONE: Source = Source {
    title: "Guy's and St Thomas', nidirect and NHS (in a copy): kidney stones",
    year: "",
    place: "guysandstthomas.nhs.uk",
};
/// NHS on too much paracetamol (as quoted).
pub static PARACETAMOL_OVER: Source = Source {
    title: "NHS on too much paracetamol (as quoted)",
    year: "",
    place: "ehealthweek2010.org",
};
/// AJNR: warning signs in children's back pain.
pub static CHILD_FLAGS: Source = Source {
    title: "AJNR: warning signs in children's back pain",
    year: "",
    place: "ajnr.org",
};
/// ACEP Now and RCEM: tears in a neck artery.
pub static ARTERY_NECK: Source = Source {
    title: "ACEP Now and RCEM: tears in a neck artery",
    year: "",
    place: "acepnow.com",
};
/// Soufi: symptoms of a squeezed cord in the neck (read in a copy).
pub static SOUFI_2025: Source = Source {
    title: "Soufi: symptoms of a squeezed cord in the neck (read in a copy)",
    year: "2025",
    place: "doi.org/10.1038/s41598-025-20928-4",
};
/// NHS on shingles (in a copy) and Pharmacy Network.
pub static SHINGLES: Source = Source {
    title: "NHS on shingles (in a copy) and Pharmacy Network",
    year: "",
    place: "1stchoicepharmacy.co.uk",
};
/// Published cases.
pub static PUBLISHED_CASES: Source = Source {
    title: "Published cases",
    year: "",
    place: "",
};
// Causes.
/// BMJ Best Practice: low back strain, case text.
pub static BEST_PRACTICE: Source = Source {
    title: "BMJ Best Practice: low back strain, case text",
    year: "",
    place: "bestpractice.bmj.com",
};
/// patient.info: Whiplash.
pub static WHIPLASH: Source = Source {
    title: "patient.info: Whiplash",
    year: "",
    place: "patient.info",
};
/// Konstantinou: which symptoms go with sciatica.
pub static KONSTANTINOU_2012: Source = Source {
    title: "Konstantinou: which symptoms go with sciatica",
    year: "2012",
    place: "doi.org/10.1007/s00586-012-2398-5",
};
/// Verwoerd: what a history tells about leg pain from a nerve.
pub static VERWOERD_2013: Source = Source {
    title: "Verwoerd: what a history tells about leg pain from a nerve",
    year: "2013",
    place: "repub.eur.nl/pub/71220",
};
/// AJGP: arm pain from a nerve in the neck.
pub static AJGP_2018: Source = Source {
    title: "AJGP: arm pain from a nerve in the neck",
    year: "2018",
    place: "",
};
/// Suri: narrowing of the spinal canal in older people.
pub static SURI_2010: Source = Source {
    title: "Suri: narrowing of the spinal canal in older people",
    year: "2010",
    place: "pmc.ncbi.nlm.nih.gov/articles/PMC3260477",
};
/// Medscape, doctorabel and a review: spondylolysis, spondylolisthesis.
pub static SPONDYLO: Source = Source {
    title: "Medscape, doctorabel and a review: spondylolysis, spondylolisthesis",
    year: "",
    place: "pmc.ncbi.nlm.nih.gov/articles/PMC7486469",
};
/// NICE NG65: spondyloarthritis (read at NHS Lanarkshire).
pub static NICE_NG65: Source = Source {
    title: "NICE NG65: spondyloarthritis (read at NHS Lanarkshire)",
    year: "",
    place: "nice.org.uk/guidance/ng65",
};
/// Vermani: back and pelvic pain in pregnancy.
pub static PELVIC_GIRDLE: Source = Source {
    title: "Vermani: back and pelvic pain in pregnancy",
    year: "2010",
    place: "doi.org/10.1111/j.1533-2500.2009.00327.x",
};
/// Pure Physiotherapy, St Emlyn's, PediatricEducation: wry neck.
pub static WRY_NECK: Source = Source {
    title: "Pure Physiotherapy, St Emlyn's, PediatricEducation: wry neck",
    year: "",
    place: "pediatriceducation.org",
};
/// da Silva: how often low back pain comes back.
pub static DA_SILVA_2019: Source = Source {
    title: "da Silva: how often low back pain comes back",
    year: "2019",
    place: "J Physiother 2019;65:159",
};
/// Swain: posture and low back pain, a review of reviews (abstract).
pub static SWAIN_2020: Source = Source {
    title: "Swain: posture and low back pain, a review of reviews (abstract)",
    year: "2020",
    place: "doi.org/10.1016/j.jbiomech.2019.08.006",
};
/// Cleveland Clinic: Muscle spasms.
pub static CLEVELAND: Source = Source {
    title: "Cleveland Clinic: Muscle spasms",
    year: "",
    place: "my.clevelandclinic.org",
};
/// MedicineNet: muscle strain (for general readers).
pub static MEDICINENET: Source = Source {
    title: "MedicineNet: muscle strain (for general readers)",
    year: "2021",
    place: "medicinenet.com",
};
/// Roland: is pain a cycle of pain and spasm? (abstract).
pub static ROLAND_1986: Source = Source {
    title: "Roland: is pain a cycle of pain and spasm? (abstract)",
    year: "1986",
    place: "doi.org/10.1016/0268-0033(86)90085-9",
};
/// Nouwen and Bush: muscle activity in low back pain (abstract).
pub static NOUWEN_BUSH_1984: Source = Source {
    title: "Nouwen and Bush: muscle activity in low back pain (abstract)",
    year: "1984",
    place: "Pain 1984;20:109",
};
/// Miller: muscle activity in low back pain (abstract).
pub static MILLER_1985: Source = Source {
    title: "Miller: muscle activity in low back pain (abstract)",
    year: "1985",
    place: "Phys Ther 1985;65:1347",
};
/// Zhai: breathing exercises in low back pain (its background).
pub static ZHAI_2024: Source = Source {
    title: "Zhai: breathing exercises in low back pain (its background)",
    year: "2024",
    place: "J Sport Rehabil 2024;33:189",
};
// How common, how long.
/// Leboeuf-Yde: pain in three parts of the spine (abstract).
pub static LEBOEUF_YDE_2009: Source = Source {
    title: "Leboeuf-Yde: pain in three parts of the spine (abstract)",
    year: "2009",
    place: "BMC Musculoskelet Disord 2009;10:39",
};
/// Strine and Hootman: back and neck pain in US adults (abstract).
pub static STRINE_2007: Source = Source {
    title: "Strine and Hootman: back and neck pain in US adults (abstract)",
    year: "2007",
    place: "doi.org/10.1002/art.22684",
};
/// Roland and Morris: low back questionnaire (read in a copy).
pub static RMDQ: Source = Source {
    title: "Roland and Morris: low back questionnaire (read in a copy)",
    year: "1983",
    place: "Spine 1983;8:141",
};
/// Krebs and others: PEG (read in a copy).
pub static KREBS_2009: Source = Source {
    title: "Krebs and others: PEG (read in a copy)",
    year: "2009",
    place: "doi.org/10.1007/s11606-009-0981-1",
};
/// Reed and others: which change of PEG matters (abstract).
pub static REED_2024: Source = Source {
    title: "Reed and others: which change of PEG matters (abstract)",
    year: "2024",
    place: "pmc.ncbi.nlm.nih.gov/articles/PMC10859144",
};
/// Stratford and others: smallest change of Roland-Morris above error (abstract).
pub static STRATFORD_1996: Source = Source {
    title: "Stratford and others: smallest change of Roland-Morris above error (abstract)",
    year: "1996",
    place: "paperexplained.cn",
};
/// Stratford and others: sensitivity of Roland-Morris to change (abstract).
pub static STRATFORD_1998: Source = Source {
    title: "Stratford and others: sensitivity of Roland-Morris to change (abstract)",
    year: "1998",
    place: "scilit.net",
};
/// LegalExaminer, ANU clinic, Health.com: length of a spasm (for general readers).
pub static SPASM_PAGES: Source = Source {
    title: "LegalExaminer, ANU clinic, Health.com: length of a spasm (for general readers)",
    year: "",
    place: "wiki.legalexaminer.com",
};
/// Menezes Costa: course of low back pain.
pub static MENEZES_COSTA_2012: Source = Source {
    title: "Menezes Costa: course of low back pain",
    year: "2012",
    place: "CMAJ 2012;184:E613",
};
/// Wallwork: course of low back pain, a newer review (abstract).
pub static WALLWORK_2024: Source = Source {
    title: "Wallwork: course of low back pain, a newer review (abstract)",
    year: "2024",
    place: "doi.org/10.1503/cmaj.230542",
};
/// Pengel: course of new low back pain.
pub static PENGEL_2003: Source = Source {
    title: "Pengel: course of new low back pain",
    year: "2003",
    place: "BMJ 2003",
};
/// Henschke: recovery from new low back pain.
pub static HENSCHKE_2008: Source = Source {
    title: "Henschke: recovery from new low back pain",
    year: "2008",
    place: "pmc.ncbi.nlm.nih.gov/articles/PMC2483884",
};
/// Itz: course of low back pain in general practice.
pub static ITZ_2013: Source = Source {
    title: "Itz: course of low back pain in general practice",
    year: "2013",
    place: "Eur J Pain 2013",
};
/// Hush: course of new neck pain.
pub static HUSH_2011: Source = Source {
    title: "Hush: course of new neck pain",
    year: "2011",
    place: "Arch Phys Med Rehabil 2011",
};
// Care.
/// Dahm, Cochrane: stay active or rest in bed.
pub static DAHM_2010: Source = Source {
    title: "Dahm, Cochrane: stay active or rest in bed",
    year: "2010",
    place: "Cochrane CD007612",
};
/// French, Cochrane: heat or cold for low back pain.
pub static FRENCH_2006: Source = Source {
    title: "French, Cochrane: heat or cold for low back pain",
    year: "2006",
    place: "Cochrane CD004750",
};
/// American College of Physicians: low back pain without surgery.
pub static ACP_2017: Source = Source {
    title: "American College of Physicians: low back pain without surgery",
    year: "2017",
    place: "acpjournals.org/doi/10.7326/M16-2367",
};
/// NICE NG59: low back pain and sciatica (read in extracts).
pub static NICE_NG59: Source = Source {
    title: "NICE NG59: low back pain and sciatica (read in extracts)",
    year: "2016",
    place: "nice.org.uk/guidance/ng59",
};
/// WHO: guideline on long-lasting low back pain.
pub static WHO_2023: Source = Source {
    title: "WHO: guideline on long-lasting low back pain",
    year: "2023",
    place: "ncbi.nlm.nih.gov/books/NBK599210",
};
/// Review for the WHO: exercise for long-lasting low back pain (abstract).
pub static WHO_EXERCISE_2023: Source = Source {
    title: "Review for the WHO: exercise for long-lasting low back pain (abstract)",
    year: "2023",
    place: "pmc.ncbi.nlm.nih.gov/articles/PMC10684665",
};
/// IJzelenberg, Cochrane: exercise for new low back pain.
pub static IJZELENBERG_2023: Source = Source {
    title: "IJzelenberg, Cochrane: exercise for new low back pain",
    year: "2023",
    place: "pmc.ncbi.nlm.nih.gov/articles/PMC10467021",
};
/// Owen: kinds of exercise for long-lasting low back pain (abstract).
pub static OWEN_2020: Source = Source {
    title: "Owen: kinds of exercise for long-lasting low back pain (abstract)",
    year: "2020",
    place: "Br J Sports Med 2020;54:1279",
};
/// Steffens: preventing low back pain.
pub static STEFFENS_2016: Source = Source {
    title: "Steffens: preventing low back pain",
    year: "2016",
    place: "JAMA Intern Med 2016",
};
/// Paige: manipulation for new low back pain (abstract).
pub static PAIGE_2017: Source = Source {
    title: "Paige: manipulation for new low back pain (abstract)",
    year: "2017",
    place: "pmc.ncbi.nlm.nih.gov/articles/PMC5470352",
};
/// Rubinstein: manipulation for long-lasting low back pain (abstract).
pub static RUBINSTEIN_2019: Source = Source {
    title: "Rubinstein: manipulation for long-lasting low back pain (abstract)",
    year: "2019",
    place: "pmc.ncbi.nlm.nih.gov/articles/PMC6396088",
};
/// Pocovi: walking and coaching against new bouts (WalkBack; abstract).
pub static POCOVI_2024: Source = Source {
    title: "Pocovi: walking and coaching against new bouts (WalkBack; abstract)",
    year: "2024",
    place: "Lancet 2024;404:134",
};
/// Fritz: early physical therapy for new low back pain (abstract).
pub static FRITZ_2015: Source = Source {
    title: "Fritz: early physical therapy for new low back pain (abstract)",
    year: "2015",
    place: "jamanetwork.com/journals/jama/fullarticle/2456165",
};
/// Furlan, Cochrane: massage for low back pain (abstract).
pub static FURLAN_2015: Source = Source {
    title: "Furlan, Cochrane: massage for low back pain (abstract)",
    year: "2015",
    place: "Cochrane CD001929",
};
/// van der Gaag, Cochrane: anti-inflammatories for new low back pain.
pub static VAN_DER_GAAG_2020: Source = Source {
    title: "van der Gaag, Cochrane: anti-inflammatories for new low back pain",
    year: "2020",
    place: "pmc.ncbi.nlm.nih.gov/articles/PMC7161726",
};
/// Williams: paracetamol for new low back pain (abstract and a digest).
pub static WILLIAMS_2014: Source = Source {
    title: "Williams: paracetamol for new low back pain (abstract and a digest)",
    year: "2014",
    place: "doi.org/10.1016/S0140-6736(14)60805-9",
};
/// Cashin: muscle relaxants for low back pain (abstract).
pub static CASHIN_2021: Source = Source {
    title: "Cashin: muscle relaxants for low back pain (abstract)",
    year: "2021",
    place: "pmc.ncbi.nlm.nih.gov/articles/PMC8262447",
};
/// van Duijvenbode, Cochrane: belts and corsets (abstract).
pub static VAN_DUIJVENBODE_2008: Source = Source {
    title: "van Duijvenbode, Cochrane: belts and corsets (abstract)",
    year: "2008",
    place: "Cochrane CD001823",
};
/// Wegner, Cochrane: traction (abstract).
pub static WEGNER_2013: Source = Source {
    title: "Wegner, Cochrane: traction (abstract)",
    year: "2013",
    place: "Cochrane CD003010",
};
/// Breathing exercises in long-lasting low back pain (abstract).
pub static BREATHING_BACK: Source = Source {
    title: "Breathing exercises in long-lasting low back pain (abstract)",
    year: "",
    place: "doi.org/10.3233/BMR-230054",
};
/// World Physio congress: breathing exercises, a later pool (abstract).
pub static WORLD_PHYSIO: Source = Source {
    title: "World Physio congress: breathing exercises, a later pool (abstract)",
    year: "",
    place: "world.physio",
};
/// Steffen: the pace of slow breathing (abstract).
pub static STEFFEN_2017: Source = Source {
    title: "Steffen: the pace of slow breathing (abstract)",
    year: "2017",
    place: "Front Public Health 2017;5:222",
};
/// Leicestershire NHS: Yellow Book, calm breathing.
pub static LPT_BREATHING: Source = Source {
    title: "Leicestershire NHS: Yellow Book, calm breathing",
    year: "2017",
    place: "rethinkyourmind.co.uk",
};
/// neurobreath, nothing10: when to stop (for general readers).
pub static BREATHING_PAGES: Source = Source {
    title: "neurobreath, nothing10: when to stop (for general readers)",
    year: "",
    place: "neurobreath.co.uk",
};
/// Midlands Partnership and Sherwood Forest NHS: heat and ice.
pub static NHS_HEAT: Source = Source {
    title: "Midlands Partnership and Sherwood Forest NHS: heat and ice",
    year: "",
    place: "mpft.nhs.uk",
};
/// Healthwise (at CommonSpirit): low back pain at home.
pub static HEALTHWISE: Source = Source {
    title: "Healthwise (at CommonSpirit): low back pain at home",
    year: "",
    place: "commonspirit.org",
};
/// A.D.A.M.: back pain at home (read in copies).
pub static ADAM: Source = Source {
    title: "A.D.A.M.: back pain at home (read in copies)",
    year: "",
    place: "",
};
/// Mayo Clinic: sleeping positions and back exercises.
pub static MAYO: Source = Source {
    title: "Mayo Clinic: sleeping positions and back exercises",
    year: "",
    place: "mayoclinic.org",
};
/// Kaiser Permanente (Healthwise): neck exercises.
pub static KAISER: Source = Source {
    title: "Kaiser Permanente (Healthwise): neck exercises",
    year: "",
    place: "kaiserpermanente.org",
};
/// Cary: sleep position and waking pain, a review (abstract).
pub static CARY_2019: Source = Source {
    title: "Cary: sleep position and waking pain, a review (abstract)",
    year: "2019",
    place: "pmc.ncbi.nlm.nih.gov/articles/PMC6609073",
};
/// Saini: sleep position and low back pain (abstract).
pub static SAINI_2025: Source = Source {
    title: "Saini: sleep position and low back pain (abstract)",
    year: "2025",
    place: "doi.org/10.1002/msc.70114",
};
/// NHS: Ibuprofen (read in a copy).
pub static NHS_IBUPROFEN: Source = Source {
    title: "NHS: Ibuprofen (read in a copy)",
    year: "",
    place: "nhs.uk/medicines/ibuprofen-for-adults",
};
/// Get Relief Responsibly (a maker's site), coachroblowe: which medicines are anti-inflammatory.
pub static PAIN_RELIEF_PAGES: Source = Source {
    title: "Get Relief Responsibly (a maker's site), coachroblowe: which medicines are anti-inflammatory",
    year: "",
    place: "getreliefresponsibly.com",
};
/// Every source, in the order above.
pub static SOURCES: &[&Source] = &[
    &OUR_CAUTION,
    &ARTICLE,
    &NHS_BACK_PAIN,
    &CES_CARD,
    &NHS_WALES_NECK,
    &NZ_HEART,
    &HSE_AORTA,
    &NIDIRECT_AAA,
    &SPINAL_INFECTION,
    &ROS_FRACTURE,
    &ARTERY_EARLY,
    &MYELOPATHY,
    &NHS_ANTICOAGULANTS,
    &WALES_CHEST,
    &RHABDO,
    &ECTOPIC_COPY,
    &PRE_ECLAMPSIA,
    &EPIDURAL,
    &SICKLE_CELL,
    &DYSTONIA,
    &TESTICLE_COPY,
    &HARM_COPY,
    &TEMPORAL_ARTERITIS,
    &WOUND,
    &POLYMYALGIA_COPY,
    &NICE_NG234,
    &SCOTLAND_CORD,
    &GIRFT_COPY,
    &CHILD_WALES,
    &MPFT_NECK,
    &NHS_LOTHIAN,
    &UK_RED_FLAGS,
    &AHCPR,
    &NHS_AAA,
    &HENSCHKE_2009,
    &DOWNIE_2013,
    &THINK_AORTA,
    &NICE_CG75,
    &C_SPINE,
    &CAN_SCIP,
    &TETANUS,
    &DEEP_NECK,
    &PREGNANCY,
    &NHS_KIDNEY,
    &KIDNEY_STONE,
    &PARACETAMOL_OVER,
    &CHILD_FLAGS,
    &ARTERY_NECK,
    &SOUFI_2025,
    &SHINGLES,
    &PUBLISHED_CASES,
    &BEST_PRACTICE,
    &WHIPLASH,
    &KONSTANTINOU_2012,
    &VERWOERD_2013,
    &AJGP_2018,
    &SURI_2010,
    &SPONDYLO,
    &NICE_NG65,
    &PELVIC_GIRDLE,
    &WRY_NECK,
    &DA_SILVA_2019,
    &SWAIN_2020,
    &CLEVELAND,
    &MEDICINENET,
    &ROLAND_1986,
    &NOUWEN_BUSH_1984,
    &MILLER_1985,
    &ZHAI_2024,
    &LEBOEUF_YDE_2009,
    &STRINE_2007,
    &RMDQ,
    &KREBS_2009,
    &REED_2024,
    &STRATFORD_1996,
    &STRATFORD_1998,
    &SPASM_PAGES,
    &MENEZES_COSTA_2012,
    &WALLWORK_2024,
    &PENGEL_2003,
    &HENSCHKE_2008,
    &ITZ_2013,
    &HUSH_2011,
    &DAHM_2010,
    &FRENCH_2006,
    &ACP_2017,
    &NICE_NG59,
    &WHO_2023,
    &WHO_EXERCISE_2023,
    &IJZELENBERG_2023,
    &OWEN_2020,
    &STEFFENS_2016,
    &PAIGE_2017,
    &RUBINSTEIN_2019,
    &POCOVI_2024,
    &FRITZ_2015,
    &FURLAN_2015,
    &VAN_DER_GAAG_2020,
    &WILLIAMS_2014,
    &CASHIN_2021,
    &VAN_DUIJVENBODE_2008,
    &WEGNER_2013,
    &BREATHING_BACK,
    &WORLD_PHYSIO,
    &STEFFEN_2017,
    &LPT_BREATHING,
    &BREATHING_PAGES,
    &NHS_HEAT,
    &HEALTHWISE,
    &ADAM,
    &MAYO,
    &KAISER,
    &CARY_2019,
    &SAINI_2025,
    &NHS_IBUPROFEN,
    &PAIN_RELIEF_PAGES,
];
