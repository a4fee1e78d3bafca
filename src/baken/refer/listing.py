"""The lists of hand-overs and of received notifications, a page at a time."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from baken.core.derive.naming import CARE
from baken.core.vocabulary import outcomes
from baken.core.vocabulary.moments import civil_date
from baken.ledger import naming, policies
from baken.ledger.models import NotificationRow, ReferralRow
from baken.ledger.projections import reference
from baken.tenancy.scope import current
from baken.web.fields import said
from baken.web.parts import Link, Table

PAGE = 25


@dataclass(frozen=True, slots=True)
class Page:
    """One part of a list; `older` leads to the next part, and is empty at the end."""

    table: Table
    older: str


def referrals(after: str) -> Page:
    """Return the organisation's hand-overs after a place in the list, the newest first."""
    found = ReferralRow.objects.filter(organisation_id=current()).order_by("-at", "-id")
    place = _place(after)
    if place:
        found = found.filter(Q(at__lt=place[0]) | Q(at=place[0], id__lt=place[1]))
    rows = list(found[: PAGE + 1])
    named = _named(rows)
    table = Table(
        caption=_("Overdrachten, de nieuwste eerst"),
        headers=[
            _("Partner"),
            _("Signaal"),
            _("Overgedragen"),
            _("Gevraagd"),
            _("Antwoord"),
            _("Verteld aan de melder"),
        ],
        rows=[
            (
                Link(reverse("refer:referral", args=[row.stream_id, row.id]), _partner(row)),
                Link(reverse("route:signal", args=[row.stream_id]), reference(row.stream_id)),
                civil_date(row.at),
                civil_date(row.asked_at) if row.asked_at else _("nog niet"),
                _goes_on(row.outcome) if _is_named_later(row, named) else _answer(row.outcome),
                _told(row),
            )
            for row in rows[:PAGE]
        ],
        hide_caption=True,
    )
    last = rows[PAGE - 1] if len(rows) > PAGE else None
    return Page(table, _next("refer:referrals", last.at, last.id) if last else "")


def notifications(after: str, *, without: Collection[UUID] = ()) -> Page:
    """Return the received notifications after a place in the list, the newest first, but those of some senders."""
    found = NotificationRow.objects.filter(organisation_id=current()).exclude(sender__in=without)
    found = found.order_by("-received_at", "-stream_id")
    place = _place(after)
    if place:
        found = found.filter(Q(received_at__lt=place[0]) | Q(received_at=place[0], stream_id__lt=place[1]))
    rows = list(found[: PAGE + 1])
    going_on = naming.all_named(row.stream_id for row in rows if not row.named)
    table = Table(
        caption=_("Ontvangen meldingen, de nieuwste eerst"),
        headers=[_("Van"), _("Ontvangen"), _("Soort"), _("Terugkoppeling gevraagd"), _("Uw antwoord")],
        rows=[
            (
                Link(reverse("refer:notification", args=[row.stream_id]), row.sender_name),
                civil_date(row.received_at),
                _("met gegevens") if row.named else _("zonder naam"),
                _("ja") if row.answer_asked else _("nee"),
                _goes_on(row.outcome) if row.stream_id in going_on else _answer(row.outcome),
            )
            for row in rows[:PAGE]
        ],
        hide_caption=True,
    )
    last = rows[PAGE - 1] if len(rows) > PAGE else None
    return Page(table, _next("refer:notifications", last.received_at, last.stream_id) if last else "")


def _answer(outcome: str | None) -> str:
    return capfirst(said(outcomes.ANSWER[outcome])) if outcome else _("nog niet")


def _goes_on(outcome: str | None) -> object:
    """About one person one answer is waited for: in the notification with the name."""
    said_ = _("verder in de melding met de naam")
    return [_answer(outcome), said_] if outcome else said_


def _named(rows: Collection[ReferralRow]) -> list[ReferralRow]:
    """Return the hand-overs with a name to care of the same signals, with one query; they may be on another page."""
    signals = {row.stream_id for row in rows if not row.named and row.partner in CARE}
    if not signals:
        return []
    found = ReferralRow.objects.filter(organisation_id=current(), stream_id__in=signals, named=True)
    return list(found.filter(Q(delivery="in_baken") | Q(sent_at__isnull=False)))


def _is_named_later(row: ReferralRow, named: Collection[ReferralRow]) -> bool:
    arrived = row.delivery == "in_baken" or row.sent_at is not None
    return (
        arrived
        and not row.named
        and any(
            one.stream_id == row.stream_id and one.partner == row.partner and one.at > row.at for one in named
        )
    )


def _told(row: ReferralRow) -> object:
    """Nothing is owed to the reporter about an answer that is not there yet."""
    if row.told_at:
        return civil_date(row.told_at)
    return _("nog niet") if row.outcome else ""


def _partner(row: ReferralRow) -> str:
    return said(policies.bundle(row.bundle).partners[row.partner].name)


def _next(name: str, at: datetime, id: UUID) -> str:
    return f"{reverse(name)}?na={at.isoformat().replace('+00:00', 'Z')}_{id}"


def _place(after: str) -> tuple[datetime, UUID] | None:
    """Return the place in the list that an address names; what is no place is the beginning."""
    moment, _sep, id = after.partition("_")
    try:
        at = datetime.fromisoformat(moment)
        return (at, UUID(id)) if at.tzinfo else None
    except ValueError:
        return None
