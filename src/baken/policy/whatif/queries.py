"""Trying a policy on the organisation's own past signals: their facts and history, never what was written."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice
from uuid import UUID

from baken.core.derive import whatif
from baken.core.derive.compiled import compile_route
from baken.core.derive.whatif import KINDS, Change
from baken.core.policy import said
from baken.core.policy.bundle import Bundle
from baken.core.vocabulary.text import Text
from baken.ledger import policies, rows, signals
from baken.ledger.models import EventRecord, SignalRow
from baken.policy.whatif.remembering import teller
from baken.tenancy.scope import current

MOST = 500
_BATCH = 100
_GOES = frozenset({"not_told", "looser", "goes_at_once", "no_hold", "no_step", "not_late"})


@dataclass(frozen=True, slots=True)
class Seen:
    """A signal that was tried, as who handles signals may see it."""

    id: UUID
    reference: str
    reported_at: datetime


@dataclass(slots=True)
class Tried:
    """What came out: the signals per change, and which were left out and why."""

    looked_at: list[UUID] = field(default_factory=list)
    older: list[UUID] = field(default_factory=list)
    too_old: int = 0
    elsewhere: int = 0
    destroyed: int = 0
    touched: dict[Change, list[Seen]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Line:
    """One change in words. `number` is exact only with the signals beside it; None: fewer than ten, or none."""

    sentence: Text
    number: int | None
    signals: Sequence[Seen] = ()

    @property
    def more(self) -> int:
        """How many signals are not in the list."""
        return (self.number or 0) - len(self.signals)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a visitor sees. Numbers are exact for who handles signals; for others they are shielded (V22)."""

    exact: bool
    lines: Sequence[Line]
    looked_at: int | None
    older: int | None
    left_out: Sequence[tuple[Text, int | None]]


def tried(base: Bundle, new: Bundle, *, now: datetime) -> Tried:
    """Try a policy on the newest signals of the organisation in scope, against the one in use."""
    found = Tried()
    old_route, new_route = compile_route(base), compile_route(new)
    newest = iter(_newest(found, base))
    while chunk := list(islice(newest, _BATCH)):
        files = signals.read_many([seen.id for seen in chunk], now=now)
        for seen in chunk:
            file = files.get(seen.id)
            if file is None:
                continue
            found.looked_at.append(seen.id)
            if file.bundle.id != base.id:
                found.older.append(seen.id)
            for change in whatif.changes(old_route, new_route, file.stream.happened, now):
                found.touched.setdefault(change, []).append(seen)
    return found


def _newest(found: Tried, base: Bundle) -> list[Seen]:
    """Return the signals to try, the newest first; count those that are left out."""
    listed = SignalRow.objects.filter(organisation_id=current())
    bundles = listed.values_list("bundle", flat=True).distinct().order_by()
    own = listed.filter(
        bundle__in=[one for one in bundles if policies.bundle(one).policy_id == base.policy_id]
    )
    newest = own.order_by("-reported_at", "stream_id").values_list("stream_id", "reference", "reported_at")
    seen = [Seen(*row) for row in newest[:MOST]]
    number = own.count()
    found.too_old, found.elsewhere = number - len(seen), listed.count() - number
    found.destroyed = EventRecord.objects.filter(
        organisation_id=current(), kind=signals.KIND, type=rows.DESTROYED
    ).count()
    return seen


def exact(found: Tried, base: Bundle, new: Bundle, most: int = 25) -> Outcome:
    """Return the outcome for who handles the organisation's signals."""
    lines = [
        Line(sentence, len(touched), touched[:most]) for sentence, touched in _in_order(found, base, new)
    ]
    left_out = [(words, number) for words, number in _left_out(found) if number]
    return Outcome(True, lines, len(found.looked_at), len(found.older), left_out)


def safe(found: Tried, base: Bundle, new: Bundle, *, now: datetime) -> Outcome:
    """Return the outcome for who may see no signal: see `core/figures/shielding.py` for the rule."""
    told = teller(now)
    lines = [
        Line(sentence, told([seen.id for seen in touched]))
        for sentence, touched in _in_order(found, base, new)
    ]
    # A line without a number would tell that there is such a signal.
    shown = [line for line in lines if line.number is not None]
    # Nor does it say how many were left out, or whether any was.
    left_out = [(words, None) for words, _number in _left_out(found)]
    return Outcome(False, shown, told(found.looked_at), told(found.older), left_out)


def _left_out(found: Tried) -> list[tuple[Text, int]]:
    return [
        (
            Text("vernietigd, want de bewaartermijn is voorbij", "destroyed, for the term has ended"),
            found.destroyed,
        ),
        (Text("volgden het beleid van een ander", "followed somebody else's policy"), found.elsewhere),
        (
            Text("ouder dan de nieuwste {most}", "older than the newest {most}").format(most=MOST),
            found.too_old,
        ),
    ]


def _in_order(found: Tried, base: Bundle, new: Bundle) -> list[tuple[Text, list[Seen]]]:
    """Return the changes in words, by kind and then as the policies have them: never by how many signals there are."""
    was, will = _names(base), _names(new)
    place = {name: number for number, name in enumerate({**will, **was})}
    ordered = sorted(
        found.touched.items(),
        key=lambda one: (KINDS.index(one[0].kind), place.get(one[0].about.partition("/")[0], 0), one[0]),
    )
    # What goes away is called as it was.
    return [
        (whatif.sentence(change, {**will, **was} if change.kind in _GOES else {**was, **will}), touched)
        for change, touched in ordered
    ]


def _names(bundle: Bundle) -> dict[str, Text]:
    """Return what partners, tables, steps, questions, advice and holds are called."""
    called = {one: bundle.name_of(one) for one in (*bundle.partners, *bundle.tables)}
    called |= {one.id: bundle.texts[one.text] for one in bundle.steps}
    called |= {one.id: bundle.texts[one.text] for one in bundle.questions}
    called |= {one.id: bundle.texts[one.text] for one in bundle.advice}
    for hold in bundle.holds:
        called[hold.id] = bundle.texts[hold.text] if hold.text else said.happened(hold.until, bundle)
    return called
