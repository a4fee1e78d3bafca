"""What is written otherwise and works the same: sources, reasons, order, and rules said in another way."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from baken.core.prove import comparing_care, comparing_programme
from baken.core.prove.comparing_parts import Side, thing
from baken.core.prove.comparing_words import listed
from baken.core.prove.differences import Difference
from baken.core.vocabulary.text import Text

ORIGIN = ("source", "chosen", "by", "since", "before", "behind", "text")
_SECTIONS = {
    "steps": Text("stappen", "steps"),
    "questions": Text("vragen", "questions"),
    "advice": Text("adviezen", "advice"),
    "referrals": Text("partners om in te lichten", "partners to be told"),
    "holds": Text("wat eerst moet", "what comes first"),
    "destinations": Text("bestemmingen", "destinations"),
    "properties": Text("beloften", "promises"),
    "partners": Text("partners", "partners"),
    "tables": Text("overleggen", "tables"),
    "sources": Text("bronnen", "sources"),
    "purposes": Text("doelen", "purposes"),
    "grounds": Text("grondslagen", "grounds"),
    "uses": Text("wat waarheen mag", "what may go where"),
    "activities": Text("verwerkingen", "activities"),
    "retention": Text("bewaartermijnen", "retention terms"),
    "emergency_numbers": Text("noodnummers", "emergency numbers"),
    "reporting_points": Text("meldpunten", "reporting points"),
    "card": Text("kaart", "card"),
    "groups": Text("groepen van de kaart", "groups of the card"),
    "items": Text("signalen van de kaart", "signs of the card"),
    "vulnerability": Text("kwetsbaarheden", "vulnerabilities"),
    "handling": Text("handelingsadviezen", "handling advice"),
    "tools": Text("hulpmiddelen", "tools"),
    **comparing_care.LISTS,
    **comparing_programme.LISTS,
}
_SAME_PLACE = Text(
    "{count} onderdelen zeggen hetzelfde op grond van een ander document: in {a} `{x}`, in {b} `{y}`.",
    "{count} elements say the same on the strength of another document: in {a} `{x}`, in {b} `{y}`.",
)
_MOVED = Text(
    "{thing} is hetzelfde; waar het vandaan komt is anders. In {a}: {x}. In {b}: {y}.",
    "{thing} is the same; where it comes from differs. In {a}: {x}. In {b}: {y}.",
)
_REWRITTEN = Text(
    "{thing} is anders opgeschreven, maar werkt hetzelfde.",
    "{thing} is written otherwise, but works the same.",
)
_SUPERFLUOUS = Text(
    "{thing} staat alleen in {a}, maar verandert niets.", "{thing} stands only in {a}, but changes nothing."
)
_ORDER = Text("De volgorde van de lijst is anders: {what}.", "The order of the list is otherwise: {what}.")
_DOCUMENTS = Text(
    "De lijst van documenten is anders: {which}.", "The list of documents is otherwise: {which}."
)
_CHECKED = Text(
    "Van de tekst `{id}` is anders vastgelegd wie hem naliep.",
    "Who checked the text `{id}` is recorded otherwise.",
)


def origins(
    old: Side, new: Side, told: Collection[str], informing: Mapping[str, tuple[str, ...]]
) -> Iterator[Difference]:
    """Yield what changes neither what happens nor what people read. `informing`: the fields told elsewhere."""
    yield from _rewritten(old, new, told, informing)
    yield from _sources(old, new, told)
    yield from _orders(old, new)
    yield from _documents(old, new)


def _rewritten(
    old: Side, new: Side, told: Collection[str], informing: Mapping[str, tuple[str, ...]]
) -> Iterator[Difference]:
    for section in _SECTIONS:
        apart = {*ORIGIN, *informing.get(section, ())}
        if section in informing and section not in ("destinations", "tables", "properties"):
            continue  # each of their fields is told
        mine, theirs = _of(old, section), _of(new, section)
        for name in dict.fromkeys((*mine, *theirs)):
            one, other = mine.get(name), theirs.get(name)
            if _told(section, name, one or other, told):
                continue
            key = f"{section}.{name}"
            if one is None or other is None:
                side = old if one is not None else new
                what = thing(section, one or other, side)
                yield _quiet(key, _SUPERFLUOUS.format(thing=what, a=side.label), one, other)
            elif one.model_dump(exclude=apart) != other.model_dump(exclude=apart):
                yield _quiet(key, _REWRITTEN.format(thing=thing(section, one, old)), one, other)


def _told(section: str, name: str, element: Any, told: Collection[str]) -> bool:
    if section == "holds":
        return any(key.startswith("holds.") for key in told)
    key = f"{section}.{element.to if section == 'referrals' else name}"
    return any(one == key or one.startswith(f"{key}.") for one in told)


def _sources(old: Side, new: Side, told: Collection[str]) -> Iterator[Difference]:
    same_place: dict[tuple[str, str], list[tuple[str, Any, Any]]] = {}
    for section in _SECTIONS:
        mine, theirs = _of(old, section), _of(new, section)
        for name in mine:
            if name not in theirs:
                continue
            one, other, key = mine[name], theirs[name], f"{section}.{name}"
            if _told(section, name, one, told):
                continue  # with both its sources
            if (one.source, one.chosen) == (other.source, other.chosen):
                continue
            alike = one.chosen == other.chosen and one.source and other.source
            if alike and one.source.place == other.source.place:
                pair = one.source.document, other.source.document
                same_place.setdefault(pair, []).append((key, one, other))
            else:
                yield _moved(section, name, old, new)
    for (before, after), found in same_place.items():
        if len(found) == 1:
            section, _, name = found[0][0].partition(".")
            yield _moved(section, name, old, new)
        else:
            words = _SAME_PLACE.format(count=len(found), a=old.label, x=before, b=new.label, y=after)
            yield _quiet(f"document.{before}.{after}", words, None, None, before, after)


def _moved(section: str, name: str, old: Side, new: Side) -> Difference:
    one, other = _of(old, section)[name], _of(new, section)[name]
    words = _MOVED.format(
        thing=thing(section, one, old), a=old.label, x=_from(one, old), b=new.label, y=_from(other, new)
    )
    return _quiet(f"{section}.{name}.source", words, one, other)


def _from(element: Any, side: Side) -> Text:
    who: Text = element.says_who
    if element.source is not None:
        titles = {document.id: document.title for document in side.bundle.documents}
        line = f"{titles.get(element.source.document, element.source.document)}, {element.source.place}"
        who = Text(line, line)
    if element.source is None or element.chosen is None:
        return who
    return Text("{who} ({why})", "{who} ({why})").format(who=who, why=element.chosen)


def _orders(old: Side, new: Side) -> Iterator[Difference]:
    moved = []
    for section, words in _SECTIONS.items():
        mine, theirs = _of(old, section), _of(new, section)
        if [name for name in mine if name in theirs] != [name for name in theirs if name in mine]:
            moved.append(words)
    if moved:
        yield _quiet("order", _ORDER.format(what=listed(moved)), None, None)


def _documents(old: Side, new: Side) -> Iterator[Difference]:
    mine = {document.id: document for document in old.bundle.documents}
    theirs = {document.id: document for document in new.bundle.documents}
    other = [name for name in dict.fromkeys((*mine, *theirs)) if mine.get(name) != theirs.get(name)]
    if other:
        words = _DOCUMENTS.format(which=listed([Text(name, name) for name in other]))
        yield _quiet("documents", words, None, None, tuple(mine), tuple(theirs))
    checked = {text.id: text.checked for text in new.bundle.text_elements}
    for text in old.bundle.text_elements:
        if text.id in checked and checked[text.id] != text.checked:
            yield _quiet(f"texts.{text.id}.checked", _CHECKED.format(id=text.id), None, None)


def _of(side: Side, section: str) -> dict[str, Any]:
    return {element.id: element for element in side.bundle.elements().get(section, ())}


def _quiet(
    key: str, words: Text, one: Any, other: Any, before: object = None, after: object = None
) -> Difference:
    return Difference(
        key=key,
        group="origin",
        sentence=words,
        old=str(one) if one is not None else str(before),
        new=str(other) if other is not None else str(after),
        old_source=one.says_who if one is not None else None,
        new_source=other.says_who if other is not None else None,
        steers=False,
    )
