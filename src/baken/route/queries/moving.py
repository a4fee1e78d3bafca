"""What another policy changes for one signal: worked out under both, told side by side, before anybody decides."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from baken.core.derive.answers import HoldState, Owed, ReferralState, Route, StepState, TableState
from baken.core.policy.bundle import Bundle
from baken.core.vocabulary.moments import civil_date
from baken.core.vocabulary.text import Text
from baken.ledger import policies
from baken.ledger.signals import SignalFile
from baken.route.queries.words import day

Kind = Literal["comes", "goes", "becomes"]
KINDS: Mapping[Kind, Text] = {
    "comes": Text("Komt erbij", "Is added"),
    "goes": Text("Vervalt", "Falls away"),
    "becomes": Text("Verandert", "Changes"),
}
_STATUS: Mapping[str, Text] = {
    "done": Text("gedaan", "done"),
    "due": Text("nu te doen", "to be done now"),
    "overdue": Text("te laat", "too late"),
    "waiting": Text("wacht op een andere stap", "waits for another step"),
    "optional": Text("mag, hoeft niet", "may be done, need not"),
    "not_needed": Text("niet nodig", "not needed"),
    "cannot_tell": Text("nog niet te zeggen", "cannot be told yet"),
}
_STRENGTH: Mapping[str, Text] = {
    "required": Text("moet volgens het beleid", "required by the policy"),
    "suggested": Text("mag, het is een suggestie", "may be done, it is a suggestion"),
}
_UNTIL = Text("uiterlijk {day}", "by {day}")
_NO_TERM = Text("zonder termijn", "without a term")
_WAITS = Text("{how}, en wacht nog", "{how}, and still waits")
_DONE = Text("is gebeurd", "was done")
_MUST_WAIT, _CAN = Text("moet nog wachten", "must wait"), Text("kan", "can be done")


@dataclass(frozen=True, slots=True)
class Told:
    """One thing in a route: what it is, and how it stands."""

    what: Text
    how: Text | None


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that comes, goes or becomes different; both sides are told where it becomes different."""

    kind: Kind
    before: Told | None
    after: Told | None

    @property
    def word(self) -> Text:
        """What happens to it."""
        return KINDS[self.kind]

    @property
    def told(self) -> Told | None:
        """The one side there is; None where it becomes different."""
        return None if self.before and self.after else self.before or self.after

    @property
    def what(self) -> Text | None:
        """What both sides speak of; None where that changes too."""
        return self.after.what if self.before and self.after and self.before.what == self.after.what else None

    @property
    def sides(self) -> tuple[Text, Text]:
        """How the same thing stands before and after; only a term can be missing."""
        before, after = (side.how if side and side.how else _NO_TERM for side in (self.before, self.after))
        return before, after


@dataclass(frozen=True, slots=True)
class Group:
    """The changes of one kind of thing."""

    heading: Text
    changes: Sequence[Change]


@dataclass(frozen=True, slots=True)
class Move:
    """From which policy to which, and what that changes for this signal."""

    follows: Bundle
    newer: Bundle
    groups: Sequence[Group]


def newer(file: SignalFile) -> str | None:
    """Return the policy in force today where this signal follows another one."""
    found = policies.decided().in_force(civil_date(file.now))
    return found.bundle if found is not None and found.bundle != file.bundle.id else None


def move(file: SignalFile) -> Move | None:
    """Return what following the policy of today changes for this signal; None: it follows that already."""
    found = newer(file)
    if found is None:
        return None
    return Move(file.bundle, policies.bundle(found), groups(file.route, file.route_under(found)))


def groups(before: Route, after: Route) -> list[Group]:
    """Return what differs between two routes of one signal; empty: nothing does."""
    told = {one.step for one in (*before.owed, *after.owed)}
    pairs = (
        (Text("Wat moet gebeuren", "What must be done"), _owed(before.owed), _owed(after.owed)),
        (
            Text("Stappen en vragen", "Steps and questions"),
            _steps(before.steps, told),
            _steps(after.steps, told),
        ),
        (Text("Wie het moet weten", "Who must be told"), _referrals(before), _referrals(after)),
        (Text("Wat eerst moet", "What comes first"), _holds(before.holds), _holds(after.holds)),
        (Text("Overleggen", "Tables"), _tables(before.tables), _tables(after.tables)),
    )
    found = (Group(heading, list(_changes(old, new))) for heading, old, new in pairs)
    return [group for group in found if group.changes]


def _changes(before: Mapping[str, Told], after: Mapping[str, Told]) -> Iterator[Change]:
    for key in dict.fromkeys((*after, *before)):
        old, new = before.get(key), after.get(key)
        if old != new:
            yield Change("comes" if old is None else "goes" if new is None else "becomes", old, new)


def _owed(owed: Iterable[Owed]) -> dict[str, Told]:
    return {
        f"{one.step}/{one.partner or ''}": Told(
            one.sentence, _UNTIL.format(day=day(one.due_at)) if one.due_at else None
        )
        for one in owed
    }


def _steps(steps: Iterable[StepState], told: set[str]) -> dict[str, Told]:
    """Steps, advice and questions; what must be done stands under a heading of its own."""
    return {
        one.id: Told(one.text, _STATUS[one.status])
        for one in steps
        if one.id not in told and one.status != "not_needed"
    }


def _referrals(route: Route) -> dict[str, Told]:
    return {one.partner: Told(one.name, _stands(one)) for one in route.referrals}


def _stands(one: ReferralState) -> Text:
    if one.done:
        return _DONE
    how = _STRENGTH[one.strength]
    return _WAITS.format(how=how) if one.held or one.needs_reason else how


def _holds(holds: Iterable[HoldState]) -> dict[str, Told]:
    return {one.id: Told(one.because, None) for one in holds}


def _tables(tables: Iterable[TableState]) -> dict[str, Told]:
    return {
        one.table: Told(one.name, _DONE if one.done else _MUST_WAIT if one.held or one.needs_reason else _CAN)
        for one in tables
    }
