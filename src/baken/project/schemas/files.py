"""The JSON Schema of each policy file, from the models and the closed lists."""

import warnings
from collections.abc import Iterator
from typing import Any

from pydantic.json_schema import PydanticJsonSchemaWarning, models_json_schema

from baken.core.derive.cases import CaseText, ReferralWanted
from baken.core.policy.base import Element, Model
from baken.core.policy.items import MOST_ITEMS
from baken.core.policy.knowledge import Drop, Head
from baken.core.policy.models import AfterStep, EventMatch
from baken.core.policy.properties import KINDS, Adding, Once, Property
from baken.core.policy.sections import FILES, SECTIONS
from baken.project.schemas.examples import EXAMPLES, example
from baken.project.schemas.meanings import meanings
from baken.project.schemas.parts import LISTS, Schema, lists, parts, ref

DRAFT = "https://json-schema.org/draft/2020-12/schema"
ABOUT = {
    "municipality.yaml": "Who this is, what it extends, and its documents. The only file that must be there.",
    "texts.yaml": "Sentences shown to people, by id.",
    "route.yaml": "Steps, advice, questions, referrals, holds and destinations.",
    "partners.yaml": "Who can receive a signal or help.",
    "tables.yaml": "Meetings where a signal can be discussed.",
    "enrichment.yaml": "Sources that may be consulted.",
    "processing.yaml": "Purposes and grounds, what goes with which partner, and each activity with data about people.",
    "care.yaml": "What a victim may count on by residence position and age, with terms, next steps and areas of help.",
    "retention.yaml": "How long each kind of data is kept, and what happens then.",
    "reporting.yaml": "Emergency numbers and other reporting points.",
    "card.yaml": "The signal card. No item of it ever changes a fact.",
    "programme.yaml": "The execution programme: actions, rhythms, hours, money, papers, basic level, evaluation.",
    "training.yaml": "Who is trained in what and how often, and the kit for a work meeting.",
    "properties.yaml": "What this policy promises for every signal there can be.",
    "cases.yaml": "Examples with the expected outcome, in `policies/<id>/cases/`; the files may have any name.",
}
_OWN_ID = r"^[a-z0-9][a-z0-9_]*$"
_LOOSE_ID = r"^[a-z0-9][a-z0-9_.-]*$"
_FILLED_IN = ("by", "since")


def schema_of(file: str) -> Schema:
    """Return the schema of one policy file; `cases.yaml` stands for every file of cases."""
    lists: dict[str, type[Model]] = {"cases": CaseText} if file == "cases.yaml" else FILES[file]
    properties: Schema = {"format": {"const": 1, "description": "The version of this format."}}
    required = ["format"]
    if file == "municipality.yaml":
        head = _definitions()["Head"]
        properties |= head["properties"]
        required += head["required"]
    for name, model in lists.items():
        item = {**ref(model.__name__), "examples": [example(name)]}
        properties[name] = {
            "type": ["array", "null"] if file != "cases.yaml" else "array",
            "items": item,
            "maxItems": MOST_ITEMS,
            "description": _first_line(model),
        }
    if file == "cases.yaml":
        required.append("cases")
    else:
        properties["drop"] = _drops(tuple(lists))
    schema = {
        "$schema": DRAFT,
        "title": file if file != "cases.yaml" else "cases/*.yaml",
        "description": ABOUT[file],
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": False,
    }
    if file == "municipality.yaml":
        schema["anyOf"] = _SAYS_WHO
    return {**schema, "$defs": _reached(schema)}


_SAYS_WHO = [{"required": ["source"]}, {"required": ["chosen"]}]


def _drops(lists: tuple[str, ...]) -> Schema:
    item = ref("Drop")
    pattern = f"^({'|'.join(lists)})\\..+$"
    return {
        "type": ["array", "null"],
        "items": {**item, "properties": {"element": {"pattern": pattern}}},
        "maxItems": MOST_ITEMS,
        "description": _first_line(Drop),
    }


def models_of(file: str) -> Iterator[tuple[str, type[Model]]]:
    """Yield every list of a file with the model of its items."""
    yield from ({"cases": CaseText} if file == "cases.yaml" else FILES[file]).items()


def _first_line(model: type[Model]) -> str:
    return (model.__doc__ or "").strip()


def _definitions() -> dict[str, Schema]:
    """Return the definitions of all models and parts."""
    roots: list[type[Model]] = [Head, Drop, CaseText, EventMatch, AfterStep, Once, ReferralWanted]
    roots += [model for lists in FILES.values() for model in lists.values()]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", PydanticJsonSchemaWarning)  # of defaults, which are put in below
        _, made = models_json_schema([(root, "validation") for root in roots], ref_template="#/$defs/{model}")
    classes = {model.__name__: model for model in _all(Model)}
    found = {
        name: _of_model(classes[name], schema) for name, schema in made["$defs"].items() if name in classes
    }
    return {**found, **_pointed(parts()), **lists()}


def _all(model: type[Model]) -> Iterator[type[Model]]:
    for one in model.__subclasses__():
        yield one
        yield from _all(one)


def _of_model(model: type[Model], schema: Schema) -> Schema:
    said = meanings(model)
    properties: Schema = {}
    for name, field in model.model_fields.items():
        key = field.alias or name
        if issubclass(model, Element) and name in _FILLED_IN:
            continue
        own = _pointed(
            {word: value for word, value in schema["properties"][key].items() if word != "default"}
        )
        own["description"] = said.get(name, "")
        own["title"] = key
        if field.default in (True, False) and isinstance(field.default, bool):
            own["default"] = "yes" if field.default else "no"
        elif isinstance(field.default, str):
            own["default"] = field.default
        if name == "id" and own.get("type") == "string":
            own["pattern"] = _LOOSE_ID if model.__name__ in ("TextElement", "Document", "Head") else _OWN_ID
        properties[key] = own
    required = [key for key in schema.get("required", ()) if not (key == "id" and "to" in properties)]
    whole: Schema = {
        "type": "object",
        "description": _first_line(model),
        "properties": properties,
        **({"required": required} if required else {}),
        "additionalProperties": False,
    }
    if issubclass(model, Element | Drop):
        whole["anyOf"] = _SAYS_WHO
    for one_of, those in ((Property, KINDS), (Adding, ("fact", "claims", "event"))):
        if model is one_of:
            whole["oneOf"] = [{"required": [key]} for key in those]
    return whole


def _pointed(schema: Any) -> Any:
    """Return the schema with the names of parts made into references."""
    if isinstance(schema, list):
        return [_pointed(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    pointed = {key: _pointed(value) for key, value in schema.items() if key not in ("x-baken", "enum")}
    if "enum" in schema:
        named = LISTS.get(tuple(schema["enum"]))
        return {**(ref(named) if named else {"enum": schema["enum"]}), **pointed}
    return {**ref(schema["x-baken"]), **pointed} if "x-baken" in schema else pointed


def _reached(schema: Schema) -> dict[str, Schema]:
    """Return the definitions that a schema uses, and those that they use."""
    known, found = _definitions(), dict[str, Schema]()
    waiting = [schema]
    while waiting:
        for name in _names_in(waiting.pop()):
            if name not in found:
                found[name] = known[name]
                waiting.append(known[name])
    return dict(sorted(found.items()))


def _names_in(schema: Any) -> Iterator[str]:
    if isinstance(schema, list):
        for one in schema:
            yield from _names_in(one)
    elif isinstance(schema, dict):
        for key, value in schema.items():
            if key == "$ref":
                yield value.rpartition("/")[2]
            else:
                yield from _names_in(value)


assert set(FILES) <= set(ABOUT)
assert set(SECTIONS) <= set(EXAMPLES)
