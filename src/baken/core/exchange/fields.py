"""The fields of HTCDS 2.0 that Baken takes over and gives, and why it leaves the others where they are."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from baken.core.exchange.codes import CODES
from baken.core.exchange.standard import SECTIONS
from baken.core.vocabulary.text import Text


class Kind(StrEnum):
    """How the value of a field is written."""

    TEXT = "text"
    LONG = "long"
    LOOKUP = "lookup"
    PHONE = "phone"
    DATE = "date"
    NUMBER = "number"
    CHECKBOX = "checkbox"
    PICK = "pick"
    SEVERAL = "several"
    COUNTRY = "country"
    COUNTRIES = "countries"
    LANGUAGE = "language"


Value = str | int | bool | date | tuple[str, ...]
HtcdsRecord = Mapping[str, Value]
"""One person's record: machine name to value. What is not known is not in it; empty is never "no"."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field: its machine name, its label, its section, how it is written, and what the standard says of it."""

    name: str
    label: str
    section: str
    kind: Kind
    core: bool = False
    deprecated: bool = False

    @property
    def codes(self) -> tuple[tuple[str, str], ...]:
        """Its values with their labels, where the standard lists them."""
        return CODES.get(self.name, ())


EXTENSION = "ext_TypeOfLabourExploitation"
"""A column of Baken's own beside the standard: HTCDS 2.0 has no place for criminal exploitation (ADR 34)."""
EXTENSION_CODES = (("IllicitActivities", "Illicit activities"), ("NotIllicit", "Other labour or services"))
_EXTENSION = Field(EXTENSION, "Type of Labour Exploitation (Baken)", "Extension", Kind.SEVERAL)

FIELDS: Mapping[str, Field] = MappingProxyType(
    {
        name: Field(name, label, section, Kind(kind), "core" in marks, "deprecated" in marks)
        for section, fields in SECTIONS
        for name, label, kind, marks in fields
    }
    | {EXTENSION: _EXTENSION}
)
CORE: tuple[str, ...] = tuple(one.name for one in FIELDS.values() if one.core and not one.deprecated)
USEFUL: tuple[str, ...] = (
    "prs_MiddleName",
    "prs_Deceased",
    "prs_MaritalStatus",
    "prs_NumberOfChildren",
    "prs_PrimaryLanguage",
    "prs_SecondaryLanguage",
    "prs_HighestLevelOfEducation",
    "vic_RelationshipToTrafficker",
    "vic_AgeWhenTrafficked",
    "vic_RecruitmentWebsitesAndApps",
    "vic_ExploitationWebsitesAndApps",
)
TAKEN: tuple[str, ...] = (*(one for one in FIELDS if one in {*CORE, *USEFUL}), EXTENSION)
DEPRECATED: tuple[str, ...] = tuple(one.name for one in FIELDS.values() if one.deprecated)

_OBJECT = Text(
    "dit hoort in HTCDS bij een ander onderdeel dan de persoon, en past niet op één rij per persoon",
    "in HTCDS this belongs to another object than the person, and does not fit one row per person",
)
_SUSPECT = Text(
    "wie verdacht wordt, staat nooit in het dossier van een cliënt",
    "who is suspected never stands in a client's file",
)
_BSN = Text(
    "een nummer van de overheid mag Baken hier niet vastleggen",
    "Baken may not record a number of the state here",
)
_PLACE = Text("een plaats op de meter is meer dan nodig", "a place to the metre is more than is needed")
_REASONS = {"org": _OBJECT, "hte": _OBJECT, "spl": _OBJECT, "cco": _OBJECT, "per": _SUSPECT, "prs": _PLACE}

LEFT_OUT: Mapping[str, Text] = MappingProxyType(
    {
        name: _BSN if name == "prs_IdentityNumber" else _REASONS[name[:3]]
        for name, field in FIELDS.items()
        if name not in TAKEN and not field.deprecated
    }
)
"""Live fields that Baken does not take over, with the reason."""

ALIASES: Mapping[str, str] = MappingProxyType(
    {
        "vic_TraffickinStatusDecisionMakingOrg": "vic_TraffickingStatusDecisionMakingOrg",
        "prs_First_Name": "prs_FirstName",
        "prs_Second_Name": "prs_SecondName",
        "vic_Methods_of_Control": "vic_MethodsOfControl",
    }
)
"""Names that IOM's own templates and form spell otherwise than its list of fields; understood, never written."""


def codes_of(name: str) -> tuple[tuple[str, str], ...]:
    """Return the values of a field with their labels, also of Baken's own column."""
    return EXTENSION_CODES if name == EXTENSION else FIELDS[name].codes
