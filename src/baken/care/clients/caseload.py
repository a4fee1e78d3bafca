"""The caseload: who is there, what is due first, and who waits. A handful of queries, however many files there are."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from baken.care.common import clients
from baken.core.vocabulary.client import ENDING, MINORS
from baken.core.vocabulary.moments import civil_date
from baken.ledger import deadlines
from baken.ledger.models import ClientRow
from baken.tenancy.scope import current
from baken.web.fields import said
from baken.web.parts import Link, Table
from baken.web.templatetags.baken import civil

PAGE = 50
LAST_CLOSED = 25


@dataclass(frozen=True, slots=True)
class Caseload:
    """One page of the open files; `newer` and `older` lead to the others. `late` counts what is overdue in all."""

    table: Table
    total: int
    late: int
    waiting: int
    shelter: int
    newer: str
    older: str


def caseload(now: datetime, *, page: int, together: UUID | None) -> Caseload:
    """Return the open files, what is due first on top."""
    today = civil_date(now)
    rows = clients.open_clients(now)
    if together is not None:
        rows = [row for row in rows if row.group_id == together]
    terms = deadlines.first_of_each()
    due = {row.stream_id: _due(row, terms.get(row.stream_id)) for row in rows}
    rows.sort(key=lambda row: (due[row.stream_id][0], row.opened_at))
    page = min(max(page, 1), (len(rows) - 1) // PAGE + 1) if rows else 1
    shown = rows[(page - 1) * PAGE : page * PAGE]
    names = clients.names(shown)
    shown.sort(key=lambda row: (due[row.stream_id][0], names.get(row.stream_id, "").casefold()))
    return Caseload(
        _table([_cells(row, names, due[row.stream_id], today) for row in shown]),
        total=len(rows),
        late=sum(due[row.stream_id][0] < today for row in rows),
        waiting=sum(row.waiting > 0 for row in rows),
        shelter=sum("shelter" in row.waits_for for row in rows),
        newer=_to(page - 1, together) if page > 1 else "",
        older=_to(page + 1, together) if page * PAGE < len(rows) else "",
    )


def closed() -> Table | None:
    """Return the files that were closed last."""
    found = ClientRow.objects.filter(organisation_id=current(), open=False)
    rows = list(found.order_by("-last_at", "-stream_id")[:LAST_CLOSED])
    names = clients.names(rows)
    cells = [(_link(row, names), _outcome(row), civil_date(row.last_at)) for row in rows]
    headers = (_("Cliënt"), _("Afloop"), _("Laatst veranderd"))
    return (
        Table(_("Afgesloten dossiers, de laatste eerst"), headers, cells, hide_caption=True)
        if cells
        else None
    )


def _table(cells: Sequence[Sequence[object]]) -> Table:
    headers = (_("Cliënt"), _("Eerst nodig"), _("Wacht op"), _("Nog te doen"), _("Let op"))
    return Table(_("Cliënten, wat het eerst nodig is bovenaan"), headers, cells, hide_caption=True)


def _cells(
    row: ClientRow, names: Mapping[UUID, str], due: tuple[date, str], today: date
) -> tuple[object, ...]:
    day, what = due
    words = _("te laat: %(what)s, %(day)s") if day < today else _("%(what)s, %(day)s")
    return (
        _link(row, names),
        words % {"what": what, "day": civil(day)},
        list(_waits(row)) or _("niets"),
        [_TO_DO[one]() for one in row.to_do if one in _TO_DO] or "",
        list(_marks(row)) or "",
    )


def _due(row: ClientRow, term: date | None) -> tuple[date, str]:
    found = [(term, _("termijn")), (row.check_on, _("controle")), (row.due_on, _("afgesproken hulp"))]
    return min(((day, what) for day, what in found if day is not None), default=(date.max, ""))


_TO_DO = {
    "contact": lambda: _("veilig contact afspreken"),
    "rights": lambda: _("inlichten over rechten"),
    "needs": lambda: _("hulpvragen vastleggen"),
}


def _waits(row: ClientRow) -> Iterator[str]:
    if row.waiting:
        yield ngettext("hulp bij %(number)s vraag", "hulp bij %(number)s vragen", row.waiting) % {
            "number": row.waiting
        }
    if "shelter" in row.waits_for:
        yield _("een plek in de opvang")
    if "transfer" in row.waits_for:
        yield _("antwoord op een overdracht")


def _marks(row: ClientRow) -> Iterator[str]:
    if row.age in MINORS:
        yield _("minderjarig") if row.age == "minor" else _("misschien minderjarig")
    if row.complex:
        yield _("procesregisseur kijkt mee")
    if row.group_id:
        yield _("samen gevonden met anderen")


def _outcome(row: ClientRow) -> str:
    return capfirst(said(ENDING[row.outcome])) if row.outcome in ENDING else ""


def _link(row: ClientRow, names: Mapping[UUID, str]) -> Link:
    name = names.get(row.stream_id) or row.reference
    return Link(reverse("care_clients:client", args=[row.stream_id]), f"{name} ({row.reference})")


def _to(page: int, together: UUID | None) -> str:
    group = f"&samen={together}" if together else ""
    return f"{reverse('care_clients:caseload')}?blad={page}{group}"
