"""Which part of the signal card is for which work: what is not said to be for some work is for all of it (CARD-11).

Whoever does not see a signal cannot report it.
"""

from collections.abc import Iterator, Sequence

from baken.core.policy.bundle import Bundle
from baken.core.policy.knowledge import Audience, CardGroup, CardItem
from baken.core.vocabulary.text import Text


def is_for(audiences: Sequence[Audience], audience: Audience | None) -> bool:
    """Whether something on the card is for this work; None is everybody, who sees all of it."""
    return audience is None or not audiences or audience in audiences


def items_for(bundle: Bundle, audience: Audience | None) -> list[CardItem]:
    """Return the signals on the card for this work."""
    return [item for item in bundle.items if is_for(item.audiences, audience)]


def groups_for(bundle: Bundle, audience: Audience | None) -> Iterator[tuple[CardGroup, tuple[CardItem, ...]]]:
    """Yield the groups that have something to show; what is meant for this very work stands first."""
    items = items_for(bundle, audience)
    for group in bundle.groups:
        own = [item for item in items if item.group == group.id]
        own.sort(key=lambda item: audience not in item.audiences if audience else False)
        if own:
            yield group, tuple(own)


def handling(bundle: Bundle, kind: str) -> tuple[Text, ...]:
    """Return what to do, not to do, or to note."""
    return tuple(one.words for one in bundle.handling if one.kind == kind)
