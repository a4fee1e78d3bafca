"""Drawing up, approving and withdrawing a list of what is to be destroyed: two people where there are two (V21)."""

from collections.abc import Iterable, Mapping

from baken.core.decide.refusal import Refused
from baken.core.derive.destruction import DestructionList, Item, as_payload
from baken.core.events import Event
from baken.core.events import destruction as past
from baken.core.vocabulary.text import Text

_NOT_DRAWN = Text("Er is geen lijst opgemaakt.", "No list was drawn up.")
_NOT_APPROVED = Text("De lijst is niet goedgekeurd.", "The list was not approved.")


def draw_up(
    others: Iterable[DestructionList], month: str, due: Mapping[str, Item]
) -> tuple[past.DestructionListed]:
    """Put everything whose term has ended on a list; one list at a time."""
    if any(other.running for other in others):
        raise Refused(
            _NOT_DRAWN,
            Text("Er is al een lijst waar nog iets mee moet.", "There is a list that is not finished yet."),
            Text("Keur die eerst goed, of trek die in.", "Approve that one first, or withdraw it."),
        )
    if not due:
        raise Refused(
            _NOT_DRAWN,
            Text("Er is niets waarvan de termijn voorbij is.", "There is nothing whose term has ended."),
            Text("U hoeft nu niets te doen.", "There is nothing to do now."),
        )
    return (past.DestructionListed(month, {stream: tuple(item) for stream, item in sorted(due.items())}),)


def approve(
    found: DestructionList,
    *,
    by: str,
    others: bool,
    dropped: Mapping[str, str],
    partners: Mapping[str, int],
) -> tuple[Event, ...]:
    """Approve a list, once. `others`: somebody else could; then nobody approves a list of their own."""
    must_be_approvable(found, by=by, others=others)
    if set(found.items) == set(dropped):
        raise Refused(
            _NOT_APPROVED,
            Text("Niets op deze lijst mag nu nog weg.", "Nothing on this list may go any more."),
            Text("Trek de lijst in en maak een nieuwe op.", "Withdraw the list and draw up a new one."),
        )
    alone = by == found.made_by
    return (past.DestructionApproved(alone, as_payload(dropped), as_payload(partners)),)


def must_be_approvable(found: DestructionList, *, by: str, others: bool) -> None:
    """Raise `Refused` where this member cannot approve this list."""
    _must_be_drawn_up(found, _NOT_APPROVED)
    if others and by == found.made_by:
        raise Refused(
            _NOT_APPROVED,
            Text("U hebt deze lijst zelf opgemaakt.", "You drew up this list yourself."),
            Text(
                "Vraag een andere archivaris om haar goed te keuren.", "Ask another archivist to approve it."
            ),
        )


def withdraw(found: DestructionList) -> tuple[Event, ...]:
    """Put a list away; what stood on it comes on the next one."""
    _must_be_drawn_up(found, Text("De lijst is niet ingetrokken.", "The list was not withdrawn."))
    return (past.DestructionWithdrawn(),)


def carried_out(
    found: DestructionList,
    *,
    counts: Mapping[str, int],
    dropped: Mapping[str, str],
    partners: Mapping[str, int],
) -> tuple[Event, ...]:
    """Record what is gone."""
    if found.stage != "approved":
        raise Refused(
            Text("Er is niets vernietigd.", "Nothing was destroyed."),
            Text("De lijst is niet goedgekeurd.", "The list was not approved."),
            Text("Laat haar eerst goedkeuren.", "Have it approved first."),
        )
    return (past.DestructionCarriedOut(as_payload(counts), as_payload(dropped), as_payload(partners)),)


def _must_be_drawn_up(found: DestructionList, what: Text) -> None:
    why = {
        "approved": Text("Deze lijst is al goedgekeurd.", "This list was approved already."),
        "done": Text("Deze lijst is al uitgevoerd.", "This list was carried out already."),
        "withdrawn": Text("Deze lijst is ingetrokken.", "This list was withdrawn."),
    }.get(found.stage)
    if why is not None:
        raise Refused(what, why, Text("U hoeft niets te doen.", "There is nothing to do."))
