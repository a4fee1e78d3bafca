"""Which tables must wait for something, why, and whether a reason may pass that."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse

from baken.core.derive.answers import held_before_table
from baken.core.derive.careful import held_by_secrecy
from baken.core.vocabulary.text import Text
from baken.ledger.signals import SignalFile

FIRST = {"trusted_person.considered": "enrich:trusted_person", "enrichment.weighed": "enrich:weigh"}


@dataclass(frozen=True, slots=True)
class Hold:
    """Tables that must wait: why, whether a reason may pass that now, and where to do what comes first."""

    tables: Sequence[Text]
    because: Text
    may_override: bool
    href: str


def holds(file: SignalFile) -> Sequence[Hold]:
    """Return what stands before tables of this municipality now, each with the tables that it holds.

    Professional secrecy that nobody weighed stands before all of them (V5).
    """
    until = {hold.id: hold.until.event for hold in file.bundle.holds}
    found: dict[str, Hold] = {}
    for table in file.route.tables:
        held = held_before_table(file.route, table.table)
        if held:
            former = found[held.id].tables if held.id in found else ()
            first = _first(file, until.get(held.id, ""))
            found[held.id] = Hold((*former, table.name), held.because, held.may_override, first)
    secrecy = held_by_secrecy(file.state, content=True)
    if secrecy and file.route.tables:
        every = [table.name for table in file.route.tables]
        weigh = reverse("route:secrecy", args=[file.id])
        found[secrecy.id] = Hold(every, secrecy.because, secrecy.may_override, weigh)
    return list(found.values())


def _first(file: SignalFile, event: str) -> str:
    try:
        return reverse(FIRST[event], args=[file.id])
    except (KeyError, NoReverseMatch):
        return ""
