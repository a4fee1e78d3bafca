"""The work list: what changed, what is owed, and which signals there are. Not one name is read here."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Q

from baken.core import events
from baken.core.vocabulary.moments import AMSTERDAM
from baken.core.vocabulary.text import Text
from baken.ledger import policies, signals
from baken.ledger.lists import PAGE, Cursor, cursor
from baken.ledger.models import EventRecord, Obligation, SignalRow
from baken.ledger.projections import reference
from baken.route.queries import timeline
from baken.route.queries.debts import debts
from baken.route.queries.todo import Todo, todos
from baken.tenancy.actors import Actor
from baken.tenancy.models import Membership
from baken.tenancy.scope import current

CHANGED = 8
OWED = 12
OWED_ON_ONE = 50
TODOS = 3
CALLS = 10
BEFORE_HAND_OVER = ("new", "received", "enriching", "assessed")


@dataclass(frozen=True, slots=True)
class Changed:
    """A signal to which others did something since the last visit."""

    id: UUID
    reference: str
    what: Sequence[Text]
    at: datetime


@dataclass(frozen=True, slots=True)
class Owed:
    """A signal on which something is owed, and what can be done on it now."""

    id: UUID
    reference: str
    todos: Sequence[Todo]
    more: int


@dataclass(frozen=True, slots=True)
class Work:
    """Everything on the page. The `more_...` tell that there is more than is shown."""

    since: datetime | None
    changed: Sequence[Changed]
    more_changed: bool
    calls: Sequence[SignalRow]
    owed: Sequence[Owed]
    more_owed: bool
    rows: Sequence[SignalRow]
    newer: str
    older: str


def work(actor: Actor, asked: Mapping[str, str], *, newer: str = "", older: str = "", now: datetime) -> Work:
    """Return the work of the organisation in scope, as the acting member sees it."""
    since = (
        Membership.objects.filter(organisation_id=current(), id=actor.membership_id)
        .values_list("previous_visit", flat=True)
        .first()
    )
    changed = _changed(actor, since) if since else []
    owed, more_owed = _owed(now)
    rows, newer_key, older_key = _page(_filtered(asked), cursor(newer), cursor(older))
    return Work(
        since=since,
        changed=changed[:CHANGED],
        more_changed=len(changed) > CHANGED,
        calls=_calls(),
        owed=owed,
        more_owed=more_owed,
        rows=rows,
        newer=newer_key,
        older=older_key,
    )


def _changed(actor: Actor, since: datetime) -> list[Changed]:
    """What others did, newest first; one's own acts are no news."""
    rows = list(
        SignalRow.objects.filter(organisation_id=current(), last_at__gt=since).order_by("-last_at")[
            : CHANGED * 3
        ]
    )
    happened = (
        EventRecord.objects.filter(
            organisation_id=current(), stream_id__in=[row.stream_id for row in rows], recorded_at__gt=since
        )
        .exclude(actor=actor.membership_id)
        .order_by("number")
    )
    told: dict[UUID, list[Text]] = {}
    at: dict[UUID, datetime] = {}
    bundles = {row.stream_id: row.bundle for row in rows}
    for record in happened:
        if record.payload is None or record.type == "signal.acknowledged":
            continue
        event = events.read(record.type, record.version, record.payload)
        words = timeline.told(event, policies.bundle(bundles[record.stream_id]))
        lines = told.setdefault(record.stream_id, [])
        if words in lines:
            lines.remove(words)  # what happened again is told once, as the last
        lines.append(words)
        at[record.stream_id] = record.recorded_at
    found = [
        Changed(row.stream_id, row.reference, told[row.stream_id][-3:], at[row.stream_id])
        for row in rows
        if row.stream_id in told
    ]
    return sorted(found, key=lambda one: one.at, reverse=True)


def _calls() -> list[SignalRow]:
    """Signals in which somebody may be in danger now, and which nobody was given yet."""
    return list(
        SignalRow.objects.filter(
            organisation_id=current(), closed=False, urgency_claimed="acute", stage__in=BEFORE_HAND_OVER
        )
        .exclude(urgency="not_acute")
        .order_by("-reported_at")[:CALLS]
    )


def _owed(now: datetime) -> tuple[list[Owed], bool]:
    """The signals on which something has been owed longest, each with what can be done on it now."""
    owed = Obligation.objects.filter(organisation_id=current()).order_by("since", "stream_id")
    # A signal owes less than this many things, so the first rows name enough signals, however many there are.
    oldest = list(dict.fromkeys(owed.values_list("stream_id", flat=True)[: (OWED + 1) * OWED_ON_ONE]))[
        : OWED + 1
    ]
    files = signals.read_many(oldest, now=now)
    found = []
    for stream in oldest[:OWED]:
        file = files.get(stream)
        ready = [todo for todo in (*todos(file), *debts(file)) if todo.ready] if file else []
        if file and ready:
            found.append(Owed(file.id, reference(file.id), ready[:TODOS], len(ready) - TODOS))
    return found, len(oldest) > OWED


def _filtered(asked: Mapping[str, str]) -> Q:
    want = Q(organisation_id=current())
    if asked.get("stand", "") != "alles":
        want &= Q(closed=asked.get("stand") == "dicht")
    if stage := asked.get("stap"):
        want &= Q(stage=stage)
    if form := asked.get("vorm"):
        want &= Q(forms__len=0) if form == "geen" else Q(forms__contains=[form])
    if month := asked.get("maand"):
        first = datetime.strptime(f"{month}-01 +0000", "%Y-%m-%d %z").replace(tzinfo=AMSTERDAM)
        want &= Q(reported_at__gte=first, reported_at__lt=_next_month(first))
    return want


def _page(want: Q, newer: Cursor | None, older: Cursor | None) -> tuple[list[SignalRow], str, str]:
    """Return one page with the cursors of its neighbours; one row more is read to know whether there are any."""
    rows = SignalRow.objects.filter(want)
    if newer:
        above = Q(reported_at__gt=newer.at) | Q(reported_at=newer.at, stream_id__gt=newer.stream)
        found = list(
            rows.filter(above, reported_at__gte=newer.at).order_by("reported_at", "stream_id")[: PAGE + 1]
        )
        page, first, last = found[:PAGE][::-1], len(found) > PAGE, bool(found)
    else:
        if older:
            below = Q(reported_at__lt=older.at) | Q(reported_at=older.at, stream_id__lt=older.stream)
            rows = rows.filter(below, reported_at__lte=older.at)
        found = list(rows.order_by("-reported_at", "-stream_id")[: PAGE + 1])
        page, first, last = found[:PAGE], older is not None and bool(found), len(found) > PAGE
    return page, _cursor(page[0]) if first else "", _cursor(page[-1]) if last else ""


def _cursor(row: SignalRow) -> str:
    return str(Cursor(row.reported_at, row.stream_id))


def _next_month(first: datetime) -> datetime:
    return (first + timedelta(days=32)).replace(day=1)
