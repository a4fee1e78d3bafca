"""A condition done wrong: negated, dropped, each reading dropped or negated, each value exchanged or left out."""

from collections.abc import Iterator

from baken.core.policy.conditions import ALWAYS, All, AnyOf, Condition, Not, Reads, as_data
from baken.core.vocabulary.facts import FACTS
from baken.core.vocabulary.text import Text

Altered = tuple[str, Text, Condition]


def altered(condition: Condition) -> Iterator[Altered]:
    """Yield the condition in every way that one small wrong makes of it, each once."""
    if condition == ALWAYS:
        return
    seen = {_written(condition)}
    for name, said, other in _ways(condition):
        if _written(other) not in seen:
            seen.add(_written(other))
            yield name, said, other


def _ways(condition: Condition) -> Iterator[Altered]:
    yield "dropped", Text("voorwaarde weggelaten", "condition left out"), ALWAYS
    yield "negated", Text("voorwaarde omgekeerd", "condition negated"), Not(condition)
    yield from _inside(condition, "")


def _inside(condition: Condition, path: str) -> Iterator[Altered]:
    match condition:
        case Reads():
            yield from _reading(condition, path)
        case Not(part):
            yield f"{path}not-dropped", Text("ontkenning weggelaten", "negation left out"), part
            for name, said, other in _inside(part, path):
                yield name, said, Not(other)
        case All(parts) | AnyOf(parts):
            for number, part in enumerate(parts):
                others = parts[:number] + parts[number + 1 :]
                here = f"{path}{_label(part, number)}"
                if others:
                    rest = others[0] if len(others) == 1 else type(condition)(others)
                    yield f"{here}-dropped", Text(f"{here} weggelaten", f"{here} left out"), rest
                negated = type(condition)((*parts[:number], Not(part), *parts[number + 1 :]))
                yield f"{here}-negated", Text(f"{here} omgekeerd", f"{here} negated"), negated
                for name, said, other in _inside(part, f"{here}."):
                    yield name, said, type(condition)((*parts[:number], other, *parts[number + 1 :]))
            turned: Condition = AnyOf(parts) if isinstance(condition, All) else All(parts)
            if len(parts) > 1:
                yield f"{path}and-or", Text("en en of verwisseld", "and and or exchanged"), turned


def _reading(read: Reads, path: str) -> Iterator[Altered]:
    kind = FACTS[read.fact]
    for number, value in enumerate(read.values):
        rest = read.values[:number] + read.values[number + 1 :]
        if rest:
            said = Text(f"{read.fact}: {value} weggelaten", f"{read.fact}: {value} left out")
            yield f"{path}{value}-dropped", said, Reads(read.fact, read.how, rest)
        for other in kind.values:
            if other not in read.values:
                said = Text(
                    f"{read.fact}: {other} in plaats van {value}", f"{read.fact}: {other} instead of {value}"
                )
                values = (*read.values[:number], other, *read.values[number + 1 :])
                yield f"{path}{value}={other}", said, Reads(read.fact, read.how, values)


def _label(part: Condition, number: int) -> str:
    return part.fact if isinstance(part, Reads) else str(number)


def _written(condition: Condition) -> str:
    return str(as_data(condition))
