"""Every body that can receive a signal, help, or sit at a table: the rows of requirements section 10 (PART) as ids."""

PARTNERS_BY_ROW: dict[str, tuple[str, ...]] = {
    "PART-01": ("labour_authority",),
    "PART-02": ("prosecution_service", "functional_prosecution_office"),
    "PART-03": ("riec",),
    "PART-04": ("police", "avim", "neighbourhood_police_officer", "police_trafficking_team"),
    "PART-05": ("care_coordinator",),
    "PART-06": ("safe_home",),
    "PART-07": ("belle",),
    "PART-08": ("pretty_woman",),
    "PART-09": (
        "local_team",
        "youth_team",
        "youth_work",
        "secondary_schools",
        "welfare_organisation",
    ),
    "PART-10": ("fairwork", "comensha"),
    "PART-11": (
        "sector_associations",
        "labour_standards_foundation",
        "fnv",
        "sncu",
        "nbbu",
    ),
    "PART-12": ("housing_corporations",),
    "PART-13": ("ggd", "schools", "sports_clubs"),
    "PART-14": ("care_safety_house", "child_protection_board", "probation_service"),
    "PART-15": ("prostitution_control_team",),
    "PART-16": ("ind", "coa", "nidos", "kmar"),
    "PART-17": ("environment_service",),
    "PART-18": (
        "ccv",
        "vng",
        "national_rapporteur",
        "emm",
        "liec",
        "ckm",
        "ministry_justice",
        "ministry_social_affairs",
        "integral_approach_foundation",
        "justis",
    ),
    "PART-19": ("tax_authority",),
    "PART-20": ("exit_programme", "sex_worker_support"),
    "PART-21": ("employers",),
}
TABLE_IDS: tuple[str, ...] = (
    "local_undermining_meeting",
    "regional_undermining_table",
    "regional_signals_table",
    "riec_information_plaza",
    "regional_trafficking_table",
    "youth_group_approach",
)
OTHER_IDS: tuple[str, ...] = (
    "crime_reporting_line",
    "rental_reporting_point",
    "municipal_enforcement",
    "municipal_social_domain",
    "municipal_public_order",
    "school_attendance_officer",
    "other_municipality",
)
"""Bodies of other requirements: Meld Misdaad Anoniem (REP-05), rental reporting (REP-09), the municipality's teams."""

PARTNER_IDS: tuple[str, ...] = (
    *(partner for row in PARTNERS_BY_ROW.values() for partner in row),
    *TABLE_IDS,
    *OTHER_IDS,
)
PARTNER_TYPES: tuple[str, ...] = (
    "police",
    "inspection",
    "justice",
    "care",
    "safety",
    "municipal",
    "knowledge",
    "migration",
    "labour",
    "housing",
    "education",
    "health",
    "table",
    "other",
)
LEVELS: tuple[str, ...] = ("local", "regional", "national")
