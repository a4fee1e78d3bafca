"""What stands on the signal card, for everybody or for one kind of work: words of the policy, and nothing else."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from baken.card.audiences import Work
from baken.core.policy.base import Element
from baken.core.policy.bundle import Bundle
from baken.core.policy.knowledge import Audience, CardItem, Handling, Tool
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
    items = [item for item in bundle.items if _is_for(item.audiences, audience)]
    return CardShown(
        name=head.name,
        notice=head.notice,
        origin=head.origin,
        source=sources.of(bundle, head),
        head_since=head.since or bundle.valid_from,
        groups=tuple(_groups(bundle, items, audience)),
        vulnerability=tuple(one.words for one in bundle.vulnerability),
        vulnerability_sources=_sources(bundle, bundle.vulnerability),
        do=_handling(bundle, "do"),
        dont=_handling(bundle, "dont"),
        note=_handling(bundle, "note"),
        tools=tuple(_tool(bundle, tool) for tool in bundle.tools if _is_for(tool.audiences, audience)),
        shown=len(items),
        left_out=len(bundle.items) - len(items),
        policy_name=bundle.name,
        since=bundle.valid_from,
    )


def _is_for(audiences: Sequence[Audience], audience: Audience | None) -> bool:
    return audience is None or not audiences or audience in audiences


def _groups(bundle: Bundle, items: Sequence[CardItem], audience: Audience | None) -> Iterable[Group]:
    """Yield the groups that have something to show; what is meant for this very work stands first."""
    for group in bundle.groups:
        own = [item for item in items if item.group == group.id]
        own.sort(key=lambda item: audience not in item.audiences if audience else False)
        if own:
            words = tuple(item.words for item in own)
            yield Group(group.id, group.name, words, _sources(bundle, [group, *own]))


def _handling(bundle: Bundle, kind: str) -> tuple[Text, ...]:
    found: list[Handling] = [one for one in bundle.handling if one.kind == kind]
    return tuple(one.words for one in found)


def _tool(bundle: Bundle, tool: Tool) -> ToolShown:
    link = Link(tool.web, short(tool.web)) if tool.web else None
    return ToolShown(tool.name, tool.words, link, sources.of(bundle, tool))


def _sources(bundle: Bundle, elements: Iterable[Element]) -> tuple[Text, ...]:
    """Return where these come from, each place once."""
    return tuple(dict.fromkeys(sources.of(bundle, element) for element in elements))
