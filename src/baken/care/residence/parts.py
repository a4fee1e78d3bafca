"""What is asked about a client's stay, in short pages: each a few facts and days that belong together (RES-01..12).

Only what a rule of the policy reads is asked, and of a nationality only the group (RES-11).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from baken.core.vocabulary.text import Text


@dataclass(frozen=True, slots=True)
class Part:
    """One page: its words, the facts from closed lists, and the days."""

    title: Text
    lead: Text
    facts: tuple[str, ...] = ()
    sets: tuple[str, ...] = ()
    moments: tuple[str, ...] = ()
    birth: bool = False


PARTS: Mapping[str, Part] = MappingProxyType(
    {
        "positie": Part(
            Text("Verblijfspositie", "Residence position"),
            Text(
                "Hoe verblijft de cliënt nu in Nederland? Weet u het niet, kies dan niet bekend: ook dan ziet u waar "
                "de cliënt op mag rekenen.",
                "How does the client stay in the Netherlands now? If you do not know, choose not known: then too you "
                "see what the client may count on.",
            ),
            facts=("position", "nationality", "dublin"),
            moments=("position_since", "found"),
        ),
        "persoon": Part(
            Text("Leeftijd en uitbuiting", "Age and exploitation"),
            Text(
                "De leeftijd bepaalt welke hulp er is. Twijfelt u tussen twee geboortedata? Schrijf ze allebei op.",
                "The age decides which help there is. In doubt between two birth dates? Write down both.",
            ),
            facts=("age", "unaccompanied"),
            sets=("exploitation",),
            moments=("guardian_asked",),
            birth=True,
        ),
        "keuze": Part(
            Text("Keuze over aangifte", "Choice about a complaint"),
            Text(
                "Aangifte is een keuze, en hulp hangt er niet van af. Leg alleen vast wat er is gekozen en wanneer, "
                "niet wat er is verklaard.",
                "A complaint is a choice, and help does not depend on it. Record only what was chosen and when, not "
                "what was stated.",
            ),
            facts=("choice", "role"),
            sets=("hindrances", "statements"),
            moments=("choice_made", "complaint", "cooperation_given"),
        ),
        "bedenktijd": Part(
            Text("Bedenktijd en vergunning", "Reflection period and permit"),
            Text(
                "Neem de datums over van de brief of van de politie. Laat leeg wat er niet is.",
                "Copy the dates from the letter or from the police. Leave out what there is not.",
            ),
            moments=(
                "reflection_granted",
                "reflection_ended",
                "allowance_asked",
                "b8_applied",
                "permit_granted",
                "permit_until",
                "permit_ended",
            ),
        ),
        "zaak": Part(
            Text("Strafzaak, asiel en daarna", "Criminal case, asylum and after"),
            Text(
                "Alleen de dagen die tellen voor een termijn. Laat leeg wat er niet is.",
                "Only the days that count for a deadline. Leave out what there is not.",
            ),
            moments=(
                "dismissal",
                "investigation_ended",
                "asylum_applied",
                "asylum_permit",
                "departure_duty",
                "after_b8_applied",
                "after_b8_granted",
            ),
        ),
    }
)
ELSEWHERE = ("birth_date", "rights_told")
"""Moments that are not days of these pages: a birth date is asked as such, telling rights is an act of the file."""
