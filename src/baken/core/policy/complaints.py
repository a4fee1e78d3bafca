"""What the models say about a value, turned into a mistake that an adviser can mend."""

from typing import Any

from pydantic_core import ErrorDetails

from baken.core.policy.base import Model
from baken.core.policy.errors import one_of, suggest
from baken.core.policy.reading import Path, Reading
from baken.core.vocabulary.text import Text

_SHAPES = {
    "string_type": Text("een woord of zin", "a word or sentence"),
    "tuple_type": Text("een lijst: `[een, twee]`", "a list: `[one, two]`"),
    "list_type": Text("een lijst: `[een, twee]`", "a list: `[one, two]`"),
    "dict_type": Text("een groepje sleutels: `{sleutel: waarde}`", "a group of keys: `{key: value}`"),
    "model_type": Text("een groepje sleutels: `{sleutel: waarde}`", "a group of keys: `{key: value}`"),
}


def complain(reading: Reading, model: type[Model], error: ErrorDetails, path: Path) -> None:
    """Add one mistake to the reading, at the line of the key it is about."""
    inside = tuple(part for part in error["loc"] if not _is_tag(part))
    where: Path = (*path, *inside)
    line = reading.line(where)
    kind = error["type"]
    key = next((part for part in reversed(where) if isinstance(part, str)), "")
    if kind == "baken_policy":
        what, why, do = error["ctx"]["texts"]
        reading.wrong(line, what, why, do)
    elif kind == "missing":
        reading.wrong(
            line,
            Text(f"Hier ontbreekt `{key}`.", f"`{key}` is missing here."),
            Text("Zonder die sleutel is dit onderdeel niet af.", "Without that key this is not complete."),
            Text(f"Vul `{key}:` in.", f"Fill in `{key}:`."),
        )
    elif kind == "extra_forbidden":
        known = _keys_at(model, inside[:-1])
        reading.wrong(
            line,
            Text(f"`{key}` is een onbekende sleutel.", f"`{key}` is an unknown key."),
            Text("Wat erbij staat zou nergens gelden.", "What stands there would count nowhere."),
            suggest(key, known, one_of(known)),
        )
    elif kind == "literal_error":
        expected = [
            word.strip("' ") for word in str(error["ctx"]["expected"]).replace(" or ", ", ").split(",")
        ]
        reading.wrong(
            line,
            Text(
                f"`{error['input']}` kan niet bij `{key}`.",
                f"`{error['input']}` is not possible for `{key}`.",
            ),
            Text(
                "Baken kent hier alleen een vaste lijst woorden.",
                "Baken knows only a closed list of words here.",
            ),
            suggest(str(error["input"]), expected, one_of(expected)),
        )
    elif kind in ("string_too_short", "too_short"):
        reading.wrong(
            line,
            Text(f"`{key}` is leeg.", f"`{key}` is empty."),
            Text("Hier moet iets staan.", "Something must stand here."),
            Text("Vul het in.", "Fill it in."),
        )
    else:
        shape = _SHAPES.get(kind, Text("iets anders", "something else"))
        hint = isinstance(error["input"], int) and kind == "string_type"
        reading.wrong(
            line,
            Text(f"`{key}` heeft de verkeerde vorm.", f"`{key}` has the wrong shape."),
            Text(f"Hier hoort {shape.nl}.", f"This should be {shape.en}."),
            Text("Zet het getal tussen aanhalingstekens.", "Put the number in quotes.")
            if hint
            else Text("Kijk in de beschrijving van het formaat.", "Look in the description of the format."),
        )


def _is_tag(part: object) -> bool:
    # Pydantic names the branch of a union in the path; the file has no such key.
    return isinstance(part, str) and ("[" in part or part[:1].isupper())


def _keys_at(model: type[Model], inside: Path) -> list[str]:
    current: Any = model
    for part in inside:
        if isinstance(part, str):
            found = next((f for n, f in current.model_fields.items() if part in (n, f.alias)), None)
            current = _model_in(found.annotation) if found is not None else None
        if current is None:
            return []
    return [
        field.alias or name for name, field in current.model_fields.items() if name not in ("by", "since")
    ]


def _model_in(annotation: Any) -> Any:
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return annotation
    for part in getattr(annotation, "__args__", ()):
        found = _model_in(part)
        if found is not None:
            return found
    return None
