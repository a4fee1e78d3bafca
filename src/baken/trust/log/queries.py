"""What the pages of the read log show: names of staff and closed words, never what a signal holds."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Model, QuerySet
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from baken.core.derive.access import ROLES
from baken.core.vocabulary.moments import civil_date
from baken.core.vocabulary.text import Text
from baken.ledger import policies
from baken.ledger.models import ClientRow, NotificationRow, ReadEntry, SignalRow
from baken.tenancy.models import Membership
from baken.tenancy.scope import current
from baken.trust.log import words
from baken.trust.log.forms import moments
from baken.trust.log.models import LogLook
from baken.web.fields import said
from baken.web.parts import Line, Link, Table
from baken.web.templatetags.baken import civil

PAGE = 50
REFERRED: tuple[type[Model], ...] = (SignalRow, NotificationRow, ClientRow)
"""What has a reference that people use for it; a reference says nothing about a person."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page of entries, newest first; `after` is the number that the next page begins behind."""

    entries: Sequence[ReadEntry]
    after: int | None


@dataclass(frozen=True, slots=True)
class Names:
    """What identifiers in entries are called, for one page."""

    members: Mapping[UUID, str]
    references: Mapping[UUID, str]
    steps: Mapping[str, Text]

    def who(self, entry: ReadEntry) -> str:
        """Return who it was, with the roles of that moment."""
        if entry.membership_id is None:
            known = _("Baken zelf: %(name)s") % {"name": entry.address}
            return known if entry.by == "command" else _("niet bekend")
        name = self.members.get(entry.membership_id, _("iemand die hier niet meer werkt"))
        roles = [said(ROLES[role].name) for role in entry.roles if role in ROLES]
        return f"{name} ({', '.join(roles)})" if roles else name

    def what(self, entry: ReadEntry) -> str:
        """Return what was done, and how."""
        done = capfirst(said(words.action(entry.action)))
        return done if entry.action in words.AT_THE_DOOR else f"{done}: {said(words.DEED[entry.deed])}"

    def about(self, entry: ReadEntry) -> str | Link:
        """Return what it was about, with a link to everything about it."""
        if entry.object_id is None:
            return said(words.kind(entry.object_kind)) if entry.object_kind else ""
        short = self.references.get(entry.object_id, str(entry.object_id)[:8])
        label = f"{said(words.kind(entry.object_kind))} {short}"
        return Link(f"{reverse('trust_log:log')}?over={entry.object_id}", label)

    def shortly(self, entry: ReadEntry) -> str:
        """Return the first reason of that moment, and how many more there were."""
        every = self.why(entry)
        if len(every) < 2:
            return "".join(every)
        return _("%(first)s (en nog %(more)d)") % {"first": every[0], "more": len(every) - 1}

    def why(self, entry: ReadEntry) -> list[str]:
        """Return the reasons of that moment."""
        return [said(words.why(word, self.steps)) for word in entry.why]


def page(chosen: Mapping[str, Any], *, after: int | None = None) -> Page:
    """Return a page of the entries that were asked for."""
    found = asked(chosen)
    if after is not None:
        found = found.filter(number__lt=after)
    entries = list(found.order_by("-number")[: PAGE + 1])
    return Page(entries[:PAGE], entries[PAGE - 1].number if len(entries) > PAGE else None)


def asked(chosen: Mapping[str, Any]) -> "QuerySet[ReadEntry]":
    """Return the entries that fit a filter."""
    first, last = moments(chosen.get("van"), chosen.get("tot"))
    wanted = {
        "at__gte": first,
        "at__lt": last,
        "membership_id": chosen.get("wie"),
        "action": chosen.get("wat"),
        "deed": chosen.get("hoe"),
        "result": chosen.get("uitkomst"),
        "object_id": chosen.get("over"),
    }
    return ReadEntry.objects.filter(
        organisation_id=current(), **{name: value for name, value in wanted.items() if value}
    )


def entry(number: int) -> ReadEntry | None:
    """Return one entry."""
    return ReadEntry.objects.filter(organisation_id=current(), number=number).first()


def members() -> dict[UUID, str]:
    """Return the names of who works or worked here."""
    found = Membership.objects.filter(organisation_id=current()).select_related("person")
    return {one.id: one.person.name for one in found.order_by("person__name")}


def names(entries: Iterable[ReadEntry], *, now: datetime) -> Names:
    """Return what the identifiers in these entries are called."""
    about = {one.object_id for one in entries if one.object_id}
    return Names(members(), references(about), _steps(now))


def references(ids: Iterable[UUID]) -> dict[UUID, str]:
    """Return the references of the signals, notifications and client files among these that exist here."""
    wanted = list(ids)
    found: dict[UUID, str] = {}
    for model in REFERRED:
        rows = model._default_manager.filter(organisation_id=current(), stream_id__in=wanted)
        found |= dict(rows.values_list("stream_id", "reference"))
    return found


def of_reference(reference: str) -> UUID | None:
    """Return the signal, notification or client file with this reference."""
    for model in REFERRED:
        rows = model._default_manager.filter(organisation_id=current(), reference__iexact=reference)
        if found := rows.values_list("stream_id", flat=True).first():
            return UUID(str(found))
    return None


def table(entries: Sequence[ReadEntry], called: Names, caption: str) -> Table:
    """Return entries as a table."""
    return Table(
        caption,
        (_("Wanneer"), _("Wie"), _("Wat"), _("Waarover"), _("Waarom"), _("Uitkomst")),
        [
            (
                Link(reverse("trust_log:entry", args=[one.number]), civil(one.at)),
                called.who(one),
                called.what(one),
                called.about(one),
                called.shortly(one),
                said(words.RESULT[one.result]),
            )
            for one in entries
        ],
        hide_caption=True,
    )


def lines(one: ReadEntry, called: Names) -> list[Line]:
    """Return everything that is kept of one entry."""
    return [
        Line(_("Wanneer"), one.at),
        Line(_("Wie"), called.who(one)),
        Line(_("Namens een aanwijzing"), _("ja") if one.on_behalf_of else _("nee")),
        Line(_("Wat"), called.what(one)),
        Line(_("Pagina"), one.address),
        Line(_("Waarover"), called.about(one)),
        Line(_("Waarom"), called.why(one) or (_nothing_owed() if one.result == "shown" else "")),
        Line(_("Uitkomst"), said(words.RESULT[one.result])),
        Line(_("Kenmerk van de handeling"), str(one.trace)),
    ]


def _nothing_owed() -> str:
    return _("er stond voor die functie niets te doen")


def looks(numbers: Iterable[int]) -> dict[int, list[LogLook]]:
    """Return what was looked at of these entries, oldest first."""
    found: dict[int, list[LogLook]] = {}
    rows = LogLook.objects.filter(organisation_id=current(), entry__in=list(numbers))
    for look in rows.order_by("at", "id"):
        found.setdefault(look.entry, []).append(look)
    return found


def _steps(now: datetime) -> dict[str, Text]:
    """Return what the steps and questions of the policy in use are called."""
    bundle = policies.in_force(civil_date(now))
    if bundle is None:
        return {}
    found = {one.id: bundle.texts[one.text] for one in bundle.steps}
    return found | {one.id: bundle.texts[one.text] for one in bundle.questions}
