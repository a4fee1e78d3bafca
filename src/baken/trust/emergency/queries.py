"""Access in an emergency as supervision sees it: who, why, from when until when, and whether it still runs."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.urls import reverse

from baken.core.derive.people import Emergency
from baken.core.vocabulary.text import Text
from baken.ledger import people, reasons
from baken.tenancy.actors import Actor
from baken.tenancy.emergencies import REASONS
from baken.tenancy.models import Membership
from baken.tenancy.scope import current
from baken.web.notices import Line
from baken.web.templatetags.baken import civil

RUNS = Text("{who} heeft noodtoegang tot {until}: {why}.", "{who} has emergency access until {until}: {why}.")
OVER = Text("{who} had noodtoegang, tot {until}: {why}.", "{who} had emergency access, until {until}: {why}.")
ENDED = {
    "by_themselves": Text("zelf eerder gestopt", "stopped early by themselves"),
    "left": Text("gestopt omdat het lidmaatschap eindigde", "stopped because the membership ended"),
    "role_taken": Text("gestopt omdat de rol wegviel", "stopped because the role was taken away"),
}
RAN_OUT = Text("vanzelf gestopt", "stopped by itself")
GONE = Text("iemand die hier niet meer werkt", "somebody who works here no more")
TOLD_FOR_DAYS = 14
"""chosen: what is over stays on the supervisor's start page for two weeks, and on its own page for good."""


@dataclass(frozen=True, slots=True)
class Taken:
    """One time that somebody took access in an emergency."""

    id: str
    who: str | Text
    why: Text
    note: str
    since: datetime
    until: datetime
    runs: bool
    end: Text


def taken(now: datetime) -> list[Taken]:
    """Every time, newest first, with the words of whoever took it."""
    found = sorted(people.rights().emergencies.values(), key=lambda one: one.since, reverse=True)
    notes = reasons.words(people.stream_id(), {one.note for one in found})
    names = _names(found)
    return [_taken(one, names, notes[one.note], now) for one in found]


def running(now: datetime) -> list[Taken]:
    """The access in an emergency that runs now."""
    return [one for one in taken(now) if one.runs]


def lines(actor: Actor, at: datetime) -> Iterator[Line]:
    """What the data protection officer and whoever handles signals must know at once (V10)."""
    supervises = actor.roles & {"data_protection_officer", "security_officer"}
    where = reverse("trust_emergency:overview") if supervises else ""
    found = people.rights().emergencies.values()
    names = _names(found)
    for one in found:
        told = {"who": names.get(one.membership, GONE), "until": civil(one.until), "why": REASONS[one.reason]}
        if one.since <= at < one.until:
            yield Line(RUNS.format(**told), href=where, urgent=True)
        elif supervises and 0 <= (at - one.until).days < TOLD_FOR_DAYS:
            yield Line(OVER.format(**told), href=where)


def _taken(one: Emergency, names: dict[str, str], note: str, now: datetime) -> Taken:
    runs = one.since <= now < one.until
    end = Text("loopt nu", "runs now") if runs else ENDED.get(one.ended_early, RAN_OUT)
    return Taken(
        one.id,
        names.get(one.membership, GONE),
        REASONS[one.reason],
        note,
        one.since,
        one.until,
        runs,
        end,
    )


def _names(found: Iterable[Emergency]) -> dict[str, str]:
    members = {UUID(one.membership) for one in found}
    rows = Membership.objects.filter(organisation_id=current(), id__in=members)
    return {str(id_): name for id_, name in rows.values_list("id", "person__name")}
