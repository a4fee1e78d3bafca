"""The sources that a municipality may permit for enrichment; each consultation is one decision (V11, ENR)."""

SOURCE_IDS: tuple[str, ...] = (
    "municipal_records",
    "brp",
    "kvk",
    "enforcement",
    "local_team",
    "land_registry",
    "permits",
    "benefits",
    "school_attendance",
    "open_sources",
)
