"""What the pages of exchange show: who can be chosen, and what would be made of a file, row by row."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from baken.care.common import clients, lists, sharing
from baken.care.common.sharing import Bases
from baken.care.exchange.forms import client_choice
from baken.care.exchange.taking import NOTHING, Plan, Planned
from baken.clock import now as clock
from baken.core.decide.refusal import Refused
from baken.core.derive.client import fold, may_go_to
from baken.core.exchange.faults import Fault
from baken.core.exchange.fields import FIELDS
from baken.core.vocabulary.client import AGE
from baken.core.vocabulary.text import Text
from baken.core.vocabulary.wording import VALUE
from baken.ledger import matters
from baken.ledger.streams import Stream
from baken.web.fields import said
from baken.web.parts import Table

MOST_SHOWN = 100
"""So many rows with a fault, and so many without, stand on the page; how many there are is said."""
NOT_WHOLE = Refused(
    NOTHING,
    Text("Het formulier kwam niet heel aan.", "The form did not arrive whole."),
    Text("Kies het bestand opnieuw.", "Choose the file again."),
)


@dataclass(frozen=True, slots=True)
class Shown:
    """A plan as its page shows it."""

    total: int
    wrong: int
    faults: Table | None
    made: Table | None
    notes: Sequence[str]
    more: bool


def people(now: datetime) -> list[tuple[str, str]]:
    """Return the open clients as one may choose them, with to whom something about each may go."""
    rows = clients.open_clients(now)
    names = clients.names(rows)
    streams = matters.streams(row.stream_id for row in rows)
    recipients = lists.recipients()
    choices: list[tuple[str, str]] = []
    for row in rows:
        state = fold(streams[row.stream_id].happened)
        able = [said(name) for id_, name in recipients.items() if may_go_to(state, id_)]
        name = names.get(row.stream_id) or row.reference
        choices.append((str(row.stream_id), client_choice(name, row.reference, able)))
    return choices


def bases(streams: Sequence[Stream], recipient: str) -> list[tuple[str, str, Bases]]:
    """Return on what it rests that something of each of these clients may go to a recipient."""
    names = {id_: str(name) for id_, name in people(clock())}
    return [(str(one.id), names[str(one.id)], sharing.bases(one, recipient)) for one in streams]


def shown(plan: Plan) -> Shown:
    """Return a plan for its page."""
    wrong = [row for row in plan.rows if row.faults]
    right = [row for row in plan.rows if not row.faults]
    faults = [*plan.faults, *(fault for row in wrong[:MOST_SHOWN] for fault in row.faults)]
    return Shown(
        total=len(plan.rows),
        wrong=len(wrong),
        faults=_faults(faults) if faults else None,
        made=_made(right[:MOST_SHOWN]) if right else None,
        notes=[said(note) for note in plan.notes],
        more=len(wrong) > MOST_SHOWN or len(right) > MOST_SHOWN,
    )


def _faults(faults: Sequence[Fault]) -> Table:
    cells = [
        (
            fault.row or _("hele bestand"),
            _field(fault.column),
            capfirst(said(fault.what)) + ".",
            said(fault.do),
        )
        for fault in faults
    ]
    headers = (_("Rij"), _("Veld"), _("Wat er mis is"), _("Wat u kunt doen"))
    return Table(_("Wat er mis is"), headers, cells)


def _field(name: str) -> str:
    """Return a column as the templates call it, and as other files do."""
    return f"{FIELDS[name].label} ({name})" if name in FIELDS else name


def _made(rows: Sequence[Planned]) -> Table:
    cells = [
        (
            row.number,
            row.says.name or _("Persoon %(number)s uit het bestand") % {"number": row.order},
            said(AGE[row.age]),
            [said(VALUE["exploitation"][form]) for form in sorted(row.says.exploitation)] or _("niet bekend"),
            [*_alike(row), *(capfirst(said(note)) + "." for note in row.says.notes)],
        )
        for row in rows
    ]
    headers = (_("Rij"), _("Naam"), _("Leeftijd"), _("Uitbuiting"), _("Let op"))
    return Table(_("Wat er wordt gemaakt"), headers, cells)


def _alike(row: Planned) -> list[str]:
    if not row.alike:
        return []
    return [
        _("Lijkt op: %(which)s. Is het dezelfde persoon? Haal deze rij dan weg.")
        % {"which": ", ".join(row.alike)}
    ]
