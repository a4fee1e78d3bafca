"""Which municipality is responsible for a client, and who coordinates care (CARE-04, CARE-08, DATA-12)."""

from collections.abc import Mapping
from dataclasses import dataclass

from baken.core.vocabulary.text import Text

SOURCE = Text(
    "beleid West-Friesland, paragraaf 5.3, zorgbeleid", "policy of West-Friesland, section 5.3, care policy"
)
_REGISTERED = Text("de persoon is daar ingeschreven", "the person is registered there")
_FOUND = Text(
    "de persoon is nergens ingeschreven en is daar gevonden: in principe volgt inschrijving daar",
    "the person is registered nowhere and was found there: in principle registration follows there",
)
_MEANWHILE = Text(
    "nog niet bekend is of de persoon ergens is ingeschreven; tot dan de gemeente waar de persoon is gevonden",
    "it is not known yet whether the person is registered somewhere; until then the municipality where found",
)
_COORDINATION = {
    "here": Text(
        "Wij coördineren de zorg: de persoon verblijft in onze regio.",
        "We coordinate the care: the person stays in our region.",
    ),
    "other_region": Text(
        "De zorg hoort bij de zorgcoördinator van een andere regio: daar verblijft de persoon.",
        "The care belongs with the care coordinator of another region: that is where the person stays.",
    ),
    "abroad": Text(
        "De persoon is in het buitenland. Zorgcoördinatie is voor wie in de regio verblijft.",
        "The person is abroad. Care coordination is for who stays in the region.",
    ),
    "unknown": Text(
        "Niet bekend is waar de persoon verblijft. Tot dat duidelijk is, blijven wij dit doen.",
        "It is not known where the person stays. Until it is clear, we go on doing this.",
    ),
}


@dataclass(frozen=True, slots=True)
class Responsible:
    """The answer, with its reason and source. No municipality: then `unknown` says what must be found out."""

    municipality: str
    because: Text | None
    coordination: Text
    elsewhere: bool
    provisional: bool = False
    unknown: tuple[Text, ...] = ()
    source: Text = SOURCE


def responsible(*, stays: str, registered: str, where: Mapping[str, str]) -> Responsible:
    """Tell which municipality is responsible: of registration, otherwise where somebody was found.

    `where` holds the names of municipalities at `registered` and `found`. Which centre municipality buys the care is
    in the policy of the care organisation (CARE-08).
    """
    unknown: list[Text] = []
    name, because = "", None
    if registered == "registered":
        name, because = where.get("registered", ""), _REGISTERED
        if not name:
            unknown.append(Text("in welke gemeente ingeschreven", "in which municipality registered"))
    else:
        name = where.get("found", "")
        because = _FOUND if registered == "not_registered" else _MEANWHILE
        if registered == "unknown":
            unknown.append(Text("of ergens ingeschreven", "whether registered anywhere"))
        if not name:
            unknown.append(Text("in welke gemeente gevonden", "in which municipality found"))
    if stays == "unknown":
        unknown.append(Text("waar de persoon verblijft", "where the person stays"))
    return Responsible(
        municipality=name,
        because=because if name else None,
        coordination=_COORDINATION[stays],
        elsewhere=stays in ("other_region", "abroad"),
        provisional=registered == "unknown",
        unknown=tuple(unknown),
    )
