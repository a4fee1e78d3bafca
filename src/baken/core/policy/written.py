"""How conditions and events are written in a policy file, read into the core's own types."""

from typing import Any

from baken.core.policy.conditions import ALWAYS, All, AnyOf, Condition, Kinds, Not, Reads
from baken.core.policy.mistake import mistake, not_listed
from baken.core.vocabulary.facts import FACTS
from baken.core.vocabulary.text import Text

_WORDS = ("any", "not", "includes", "includes_any")


def condition(raw: Any, kinds: Kinds = FACTS) -> Condition:
    """Read a condition. Raises a mistake that names the fact, value or word that does not exist."""
    if isinstance(raw, All | AnyOf | Not | Reads):
        return raw
    if not isinstance(raw, dict) or (not raw):
        raise _not_a_condition(raw)
    for word in ("all", "any", "not"):
        if word in raw:
            if len(raw) > 1:
                raise mistake(
                    Text(
                        f"`{word}` staat hier naast iets anders.",
                        f"`{word}` stands beside something else here.",
                    ),
                    Text(
                        "Dan is niet duidelijk wat samen moet gelden.",
                        "Then it is not clear what must hold together.",
                    ),
                    Text(
                        f"Zet `{word}` alleen tussen de accolades.",
                        f"Let `{word}` stand alone between its braces.",
                    ),
                )
            return _combined(word, raw[word], kinds)
    parts = tuple(_reading(fact, value, kinds) for fact, value in raw.items())
    return parts[0] if len(parts) == 1 else All(parts)


def _combined(word: str, raw: Any, kinds: Kinds) -> Condition:
    if word == "not":
        return Not(condition(raw, kinds))
    if raw == [] and word == "all":
        return ALWAYS
    if not isinstance(raw, list) or not raw:
        raise _not_a_condition(raw)
    parts = tuple(condition(part, kinds) for part in raw)
    return All(parts) if word == "all" else AnyOf(parts)


def _reading(fact: str, raw: Any, kinds: Kinds) -> Reads:
    if fact not in kinds:
        raise not_listed(fact, (*kinds, "all", "any", "not"), Text("feit", "fact"))
    kind = kinds[fact]
    if isinstance(raw, dict):
        if len(raw) != 1 or next(iter(raw)) not in _WORDS:
            wrong = next((word for word in raw if word not in _WORDS), "")
            raise not_listed(wrong, _WORDS, Text("woord in een voorwaarde", "word in a condition"))
        word, values = next(iter(raw.items()))
        if kind.is_set is not word.startswith("includes"):
            raise _wrong_word(fact, kind.is_set)
        if word == "includes_any" or (word in ("any", "not") and isinstance(values, list)):
            many = values if isinstance(values, list) else [values]
        else:
            many = [values]
        how = {"any": "any", "not": "none"}.get(word, "includes")
    else:
        if kind.is_set:
            raise _wrong_word(fact, is_set=True)
        many, how = [raw], "any"
    if not many:
        raise _not_a_condition(raw)
    for value in many:
        if value not in kind.values:
            raise not_listed(value, kind.values, Text(f"waarde van `{fact}`", f"value of `{fact}`"))
    return Reads(fact, how, tuple(many))


def _wrong_word(fact: str, is_set: bool) -> Exception:
    if is_set:
        return mistake(
            Text(f"`{fact}` kan meer waarden tegelijk hebben.", f"`{fact}` can have several values at once."),
            Text("Daarom kan het niet gelijk zijn aan één waarde.", "So it cannot be equal to one value."),
            Text(f"Schrijf `{fact}: {{includes: waarde}}`.", f"Write `{fact}: {{includes: value}}`."),
        )
    return mistake(
        Text(f"`{fact}` heeft maar één waarde.", f"`{fact}` has only one value."),
        Text("Daarom kan het niets bevatten.", "So it cannot include anything."),
        Text(
            f"Schrijf `{fact}: waarde` of `{fact}: {{any: [...]}}`.",
            f"Write `{fact}: value` or `{fact}: {{any: [...]}}`.",
        ),
    )


def _not_a_condition(raw: object) -> Exception:
    return mistake(
        Text("Dit is geen voorwaarde.", "This is not a condition."),
        Text("Een voorwaarde noemt een feit en een waarde.", "A condition names a fact and a value."),
        Text(
            "Schrijf bijvoorbeeld `{urgency: acute}`, of laat `when` weg als het altijd geldt.",
            "Write for example `{urgency: acute}`, or leave `when` out when it always holds.",
        ),
    )
