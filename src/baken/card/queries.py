"""What stands on the signal card, for everybody or for one kind of work: words of the policy, and nothing else."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from baken.card.audiences import Work
from baken.core.derive.card import groups_for, handling, is_for, items_for
from baken.core.policy.base import Element
from baken.core.policy.bundle import Bundle
from baken.core.policy.knowledge import Tool
from baken.core.vocabulary.text import Text
from baken.web import sources
from baken.web.parts import Link
from baken.web.places import short


@dataclass(frozen=True, slots=True)
class Group:
    """A group of signals, with the documents that they come from."""

    id: str
    name: Text
    items: tuple[Text, ...]
    sources: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class ToolShown:
    """An instrument, with its link where the policy knows one."""

    name: Text
    words: Text
    link: Link | None
    source: Text


@dataclass(frozen=True, slots=True)
class CardShown:
    """The card as a page draws it. `left_out`: how many signals of the whole card are not for this work."""

    name: Text
    notice: Text
    origin: Text
    source: Text
    head_since: date
    groups: tuple[Group, ...]
    vulnerability: tuple[Text, ...]
    vulnerability_sources: tuple[Text, ...]
    do: tuple[Text, ...]
    dont: tuple[Text, ...]
    note: tuple[Text, ...]
    tools: tuple[ToolShown, ...]
    shown: int
    left_out: int
    policy_name: Text
    since: date


def card_of(bundle: Bundle, work: Work | None) -> CardShown | None:
    """Return the card for one kind of work (None: for everybody), or None where the policy has no card.

    What is not said to be for some work is for all of it: whoever does not see a signal cannot report it.
    """
    head = bundle.card
    if head is None:
        return None
    audience = work.audience if work else None
    shown = len(items_for(bundle, audience))
    return CardShown(
        name=head.name,
        notice=head.notice,
        origin=head.origin,
        source=sources.of(bundle, head),
        head_since=head.since or bundle.valid_from,
        groups=tuple(
            Group(group.id, group.name, tuple(item.words for item in own), _sources(bundle, [group, *own]))
            for group, own in groups_for(bundle, audience)
        ),
        vulnerability=tuple(one.words for one in bundle.vulnerability),
        vulnerability_sources=_sources(bundle, bundle.vulnerability),
        do=handling(bundle, "do"),
        dont=handling(bundle, "dont"),
        note=handling(bundle, "note"),
        tools=tuple(_tool(bundle, tool) for tool in bundle.tools if is_for(tool.audiences, audience)),
        shown=shown,
        left_out=len(bundle.items) - shown,
        policy_name=bundle.name,
        since=bundle.valid_from,
    )


def _tool(bundle: Bundle, tool: Tool) -> ToolShown:
    link = Link(tool.web, short(tool.web)) if tool.web else None
    return ToolShown(tool.name, tool.words, link, sources.of(bundle, tool))


def _sources(bundle: Bundle, elements: Iterable[Element]) -> tuple[Text, ...]:
    """Return where these come from, each place once."""
    return tuple(dict.fromkeys(sources.of(bundle, element) for element in elements))
