"""For which signals something counts, said as the beginning of a sentence: "Als het acuut is," or "Bij elk signaal"."""

from collections.abc import Collection, Mapping, Sequence

from baken.core.prove.comparing_worlds import OTHER, SAID, Axis, Box
from baken.core.vocabulary.clauses import AND, is_none_of, is_one_of, joined
from baken.core.vocabulary.facts import FACTS
from baken.core.vocabulary.text import Text

EVERY_SIGNAL = Text("Bij elk signaal", "For every signal")
_MAY_BE = Text("het mensenhandel kan zijn", "it may be trafficking")
_NOT_SETTLED = Text("niet vaststaat dat {what}", "it is not established that {what}")
_NOTHING_SAID: Mapping[str, Text] = {
    "exploitation": Text(
        "de vorm van uitbuiting nog niet bekend is", "the form of exploitation is not known yet"
    ),
    "related": Text("er verder niets speelt", "nothing else is going on"),
}
_OTHERS: Mapping[str, tuple[Text, Text]] = {
    "exploitation": (
        Text("er een andere vorm van uitbuiting is", "there is another form of exploitation"),
        Text("er geen andere vorm van uitbuiting is", "there is no other form of exploitation"),
    ),
    "related": (
        Text("er iets anders speelt", "something else is going on"),
        Text("er niets anders speelt", "nothing else is going on"),
    ),
}


def condition(boxes: Sequence[Box], axes: Collection[Axis]) -> Text | None:
    """Return what these signals have in common ("het acuut is"); None: they are all signals."""
    if any(not box for box in boxes):
        return None
    said = [_both([*_members(box, axes), *_values(box)]) for box in boxes]
    between = Text(", of als ", ", or when ")
    return Text(between.nl.join(one.nl for one in said), between.en.join(one.en for one in said))


def opening(when: Text | None, always: Text = EVERY_SIGNAL) -> Text:
    """Return the beginning of a sentence about these signals; a verb follows."""
    if when is None:
        return always
    return Text(f"Als {when.nl},", f"When {when.en},")


def listed(names: Sequence[Text]) -> Text:
    """Return names as they are said: a, b and c."""
    return joined(names, AND) if names else Text("niemand", "nobody")


def _both(parts: Sequence[Text]) -> Text:
    return Text(AND.nl.join(part.nl for part in parts), AND.en.join(part.en for part in parts))


def _values(box: Box) -> list[Text]:
    return [_value(fact, values) for (fact, member), values in box.items() if member is None]


def _value(fact: str, values: Collection[str]) -> Text:
    kind = FACTS[fact]
    chosen = [value for value in kind.values if value in values]
    rest = [value for value in kind.values if value not in values]
    if fact == "assessment" and set(rest) == {"not_trafficking", "other_phenomenon"}:
        return _MAY_BE
    # Whoever does not know, or has not judged yet, has not established it either.
    unsaid = kind.default if kind.unsaid_is_unknown else "open"
    if unsaid in values and len(chosen) > 1:
        return _NOT_SETTLED.format(what=is_one_of(fact, rest))
    return (
        is_one_of(fact, chosen) if len(chosen) <= len(rest) or unsaid not in rest else is_none_of(fact, rest)
    )


def _members(box: Box, axes: Collection[Axis]) -> list[Text]:
    said = []
    for fact in dict.fromkeys(fact for fact, member in box if member is not None):
        mine = {member: SAID in values for (one, member), values in box.items() if one == fact and member}
        if not any(mine.values()) and len(mine) == sum(one == fact for one, _ in axes):
            said.append(_NOTHING_SAID[fact])
            continue
        for member, is_said in mine.items():
            if member == OTHER:
                said.append(_OTHERS[fact][0 if is_said else 1])
            else:
                said.append(is_one_of(fact, (member,)) if is_said else is_none_of(fact, (member,)))
    return said
