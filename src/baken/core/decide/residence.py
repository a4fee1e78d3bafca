"""What may be noted of a client's stay, and what follows for the terms: none changes silently (RES-02, RES-11)."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date, datetime

from baken.core.decide.refusal import Refused
from baken.core.decide.rules import must_be_one_of
from baken.core.derive.residence import Deadline, Key, ResidenceState, Term
from baken.core.events import Event
from baken.core.events import residence as past
from baken.core.vocabulary import residence as words
from baken.core.vocabulary.moments import civil_date
from baken.core.vocabulary.text import Text

_NOT_RECORDED = Text("Er is niets vastgelegd.", "Nothing was recorded.")


FIRST = "first"


def note(
    state: ResidenceState,
    *,
    facts: str,
    because: str,
    due: Collection[Term],
    now: datetime,
    adds: bool = False,
) -> tuple[Event, ...]:
    """Note what is known now; `due` is what the rules make of it. Every term that changes is said to change.

    `adds`: nothing that was noted before becomes something else, so that it too is noted for the first time.
    """
    first = state.known is None
    if not first and not (adds and because == FIRST):
        must_be_one_of(because, words.CHOSEN, Text("waarom dit verandert", "why this changes"))
    why = FIRST if first else because
    return (past.ResidenceNoted(facts, why), *changes(state, due, why, now))


def update(state: ResidenceState, *, due: Collection[Term], now: datetime) -> tuple[Event, ...]:
    """Take over what the rules of today make of what the file knows already."""
    found = changes(state, due, "rules", now)
    if not found:
        raise Refused(
            _NOT_RECORDED,
            Text("De termijnen kloppen al met de regels.", "The deadlines already agree with the rules."),
            Text("U hoeft niets te doen.", "You need not do anything."),
        )
    return found


def changes(state: ResidenceState, due: Collection[Term], because: str, now: datetime) -> tuple[Event, ...]:
    """Return what has to be said when these terms take the place of the ones that were shown.

    A term that was missed is neither moved nor dropped: it stays until somebody handles it.
    """
    return tuple(_changes(state, due, because, civil_date(now)))


def handle(state: ResidenceState, *, key: Key, how: str, note: str) -> tuple[Event, ...]:
    """Say what was done about a term. It is taken from the lists, and stays readable."""
    must_be_one_of(how, words.BY_HAND, Text("hoe het is afgehandeld", "how it was handled"))
    found = open_one(state, key)
    return (past.DeadlineHandled(found.id, found.on.isoformat(), how, note),)


def seen(state: ResidenceState) -> tuple[Event, ...]:
    """Say that the changed terms were read."""
    must_have_unseen(state)
    return (past.DeadlineSeen(),)


def advise(note: str) -> tuple[Event, ...]:
    """Give advice on a case that was brought in; whether it was, is asked at the door (ROLE-07)."""
    return (past.DirectionAdvised(note),)


def open_one(state: ResidenceState, key: Key) -> Deadline:
    """Return a term that still waits. Raises `Refused` where it was handled or does not run any more."""
    found = next((one for one in state.open if one.key == key), None)
    if found is None:
        raise Refused(
            _NOT_RECORDED,
            Text(
                "Deze termijn is al afgehandeld, of geldt niet meer.",
                "This deadline was handled already, or no longer counts.",
            ),
            Text(
                "Kijk bij de cliënt welke termijnen nu lopen.", "See at the client which deadlines run now."
            ),
        )
    return found


def must_have_unseen(state: ResidenceState) -> None:
    """There must be a changed term that nobody said to have read."""
    if not state.unseen:
        raise Refused(
            _NOT_RECORDED,
            Text(
                "Er is geen gewijzigde termijn meer te lezen.", "There is no changed deadline left to read."
            ),
            Text("U hoeft niets te doen.", "You need not do anything."),
        )


def _changes(state: ResidenceState, due: Collection[Term], because: str, today: date) -> Iterator[Event]:
    wanted = {(one.id, one.on): one for one in due}
    leaving = [
        one
        for key, one in sorted(state.deadlines.items())
        if key not in wanted and one.handled_at is None and one.on >= today
    ]
    fresh = [one for key, one in sorted(wanted.items()) if key not in state.deadlines]
    followed = _followed(leaving, fresh)
    for one in fresh:
        if one in followed:
            yield _move(followed[one], one, because)
            yield from _done(one)
        elif one.handled_on is None:
            yield _set(one)
    for old in leaving:
        if old not in followed.values():
            yield past.DeadlineMoved(old.id, old.on.isoformat(), None, None, None, old.starts, because)
    for key, one in sorted(wanted.items()):
        if key in state.deadlines:
            yield from _stands(state.deadlines[key], one, because)


def _followed(leaving: Sequence[Deadline], fresh: Sequence[Term]) -> Mapping[Term, Deadline]:
    """Say which new term takes the place of which old one: of the same rule, or alone of the same moment."""
    found: dict[Term, Deadline] = {}
    for one in fresh:
        same = [old for old in leaving if old.id == one.id and old not in found.values()]
        if same:
            found[one] = same[0]
    for moment in sorted({one.starts for one in fresh if one.starts}):
        left = [old for old in leaving if old.starts == moment and old not in found.values()]
        new = [one for one in fresh if one.starts == moment and one not in found]
        if len(left) == len(new) == 1:
            found[new[0]] = left[0]
    return found


def _stands(known: Deadline, one: Term, because: str) -> Iterator[Event]:
    """The date stays. It may have been done meanwhile, or prove not to have been done after all."""
    if known.handled_at is None:
        if known.warn_on != one.warn_on:
            yield _set(one)
        yield from _done(one)
    elif known.how in words.KNOWN and one.handled_on is None:
        yield _move(known, one, because)


def _set(one: Term) -> Event:
    return past.DeadlineSet(one.id, one.on.isoformat(), one.warn_on.isoformat(), one.starts)


def _move(was: Deadline, one: Term, because: str) -> Event:
    on, warn_on = one.on.isoformat(), one.warn_on.isoformat()
    return past.DeadlineMoved(was.id, was.on.isoformat(), one.id, on, warn_on, one.starts, because)


def _done(one: Term) -> Iterator[Event]:
    if one.handled_on is not None:
        how = "known" if one.handled_on <= one.on else "known_late"
        yield past.DeadlineHandled(one.id, one.on.isoformat(), how, None)
