"""The same drawing as text: an ordered list with who, when, what must come first and who says so."""

from dataclasses import dataclass

from baken.core.derive.answers import Status
from baken.core.draw.cards import STATUS
from baken.core.draw.model import RECEIVING, Drawing, Node
from baken.core.draw.saying import joined
from baken.core.vocabulary.text import Text

_AFTER = Text("Na {what}.", "After {what}.")
_STEP = Text("stap {number}", "step {number}")
_FIRST = Text("Slot: {what}.", "Lock: {what}.")
_SOURCE = Text("Bron: {source}", "Source: {source}")
_QUESTION = Text("Vraag: {text}", "Question: {text}")
_ADVICE = Text("Advies: {text}", "Advice: {text}")
_MUST = Text("Moet het krijgen", "Must receive it")
_MAY = Text("Kan het krijgen", "May receive it")
_ELSEWHERE = Text("Is het iets anders dan mensenhandel", "If it is something else than trafficking")
_TO = Text("Daarna: {what}.", "Then: {what}.")
_NAMELESS = Text("Mag zonder naam.", "May be without a name.")
_CAPITAL = Text("{what}.", "{what}.")


@dataclass(frozen=True, slots=True)
class Item:
    """One step, question or receiver in words; `groups` are the receivers below it, each list with its heading."""

    id: str
    number: int | None
    text: Text
    who: Text
    lines: tuple[Text, ...]
    source: Text
    status: Status | None
    groups: tuple["Group", ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """A list with its heading."""

    heading: Text
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Twin:
    """The whole route in words."""

    title: Text
    items: tuple[Item, ...]


def twin(drawing: Drawing) -> Twin:
    """Return the drawing in words: the steps in the policy's order, and below each who receives what it gives."""
    lanes = {lane.id: lane.name for lane in drawing.lanes}
    items = [
        _item(drawing, node, lanes[node.lane])
        for node in drawing.nodes
        if node.kind in ("advice", "question", "step")
    ]
    return Twin(drawing.title, tuple(items))


def as_text(drawing: Drawing, lang: str) -> str:
    """Return the drawing as plain text."""
    found = twin(drawing)
    lines = [found.title.in_(lang), ""]
    for item in found.items:
        _write(item, lang, "", lines)
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"


def _write(item: Item, lang: str, indent: str, lines: list[str]) -> None:
    mark = f"{item.number}." if item.number is not None else "-"
    status = f" [{STATUS[item.status].in_(lang)}]" if item.status is not None else ""
    who = f" ({item.who.in_(lang)})" if item.who.in_(lang) else ""
    lines.append(f"{indent}{mark} {item.text.in_(lang)}{who}{status}")
    inner = indent + " " * (len(mark) + 1)
    lines += [f"{inner}{line.in_(lang)}" for line in item.lines]
    if item.source.in_(lang):
        lines.append(f"{inner}{_SOURCE.format(source=item.source).in_(lang)}")
    for group in item.groups:
        lines.append(f"{inner}{group.heading.in_(lang)}:")
        for one in group.items:
            _write(one, lang, inner + "  ", lines)


def _item(drawing: Drawing, node: Node, who: Text) -> Item:
    text = node.text
    if node.kind == "question":
        text = _QUESTION.format(text=text)
    elif node.kind == "advice":
        text = _ADVICE.format(text=text)
    return Item(
        id=node.id,
        number=node.number,
        text=text,
        who=who,
        lines=tuple([*_conditions(node), *_after(drawing, node), *_rest(node), *_onwards(drawing, node)]),
        source=node.source,
        status=node.status,
        groups=_groups(drawing, node),
    )


def _conditions(node: Node) -> list[Text]:
    if not node.conditions:
        return []
    said = joined(node.conditions, Text("; ", "; "))
    return [_CAPITAL.format(what=Text(_upper(said.nl), _upper(said.en)))]


def _after(drawing: Drawing, node: Node) -> list[Text]:
    earlier = [one for one in drawing.after(node.id) if one.number is not None]
    if not earlier:
        return []
    numbers = joined([_STEP.format(number=one.number) for one in earlier], Text(" en ", " and "))
    return [_AFTER.format(what=numbers)]


def _rest(node: Node) -> list[Text]:
    found = (
        [] if node.term is None else [_CAPITAL.format(what=Text(_upper(node.term.nl), _upper(node.term.en)))]
    )
    if node.nameless:
        found.append(_NAMELESS)
    found += [_FIRST.format(what=lock.short) for lock in node.locks]
    return [*found, *(lock.full for lock in node.opens)]


def _onwards(drawing: Drawing, node: Node) -> list[Text]:
    """Return that this step answers the reporter: the one arrow that leads to no step."""
    ends = [edge.target for edge in drawing.edges if edge.source == node.id and edge.line == "answer"]
    return [_TO.format(what=_lower(drawing.node(end).text)) for end in ends]


def _groups(drawing: Drawing, node: Node) -> tuple[Group, ...]:
    received = [one for one in drawing.receivers_of(node.id) if one.kind in RECEIVING]
    lists = (
        (_MUST, [one for one in received if one.kind != "elsewhere" and one.strong]),
        (_MAY, [one for one in received if one.kind != "elsewhere" and not one.strong]),
        (_ELSEWHERE, [one for one in received if one.kind == "elsewhere"]),
    )
    return tuple(Group(heading, tuple(_received(one) for one in found)) for heading, found in lists if found)


def _received(node: Node) -> Item:
    lines = tuple([*_conditions(node), *_rest(node)])
    return Item(node.id, None, node.text, Text("", ""), lines, node.source, node.status)


def _upper(words: str) -> str:
    return words[:1].upper() + words[1:]


def _lower(words: Text) -> Text:
    return Text(words.nl[:1].lower() + words.nl[1:], words.en[:1].lower() + words.en[1:])
