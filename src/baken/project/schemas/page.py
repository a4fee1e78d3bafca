"""The reference page of policy files, written from their schemas: every file, list and key."""

from collections.abc import Iterator

from baken.core.policy.sections import FILES
from baken.core.vocabulary.facts import FACTS
from baken.core.vocabulary.wording import FACT, VALUE
from baken.project.schemas.examples import EXAMPLES
from baken.project.schemas.files import models_of, schema_of
from baken.project.schemas.parts import LISTS, Schema, first_upper

TOP = """# Policy files, key by key

<!-- Made by `python -m baken.project.schemas write` from the models; `make check` asks whether it is up to date. -->

What may stand in each file of `policies/`. How the files work together, and what conditions, events and cases do, is
told in [the policy format](policy-format.md). The same descriptions and lists are in `policies/schema/`, as JSON
Schemas (draft 2020-12): an editor that knows YAML completes and checks a file by its first line, such as
`# yaml-language-server: $schema=../../schema/route.schema.json`.

Every item of a list, but for texts and documents, says where it comes from: `source`, `chosen`, or both.
"""
OWN_WAYS = (
    "Condition",
    "Words",
    "Reason",
    "Term",
    "HowLong",
    "Day",
    "Moment",
    "OneMatch",
    "Matches",
    "After",
    "OneFact",
)


def page() -> str:
    """Return the page."""
    parts = [TOP]
    used: dict[str, Schema] = {}
    for file in (*FILES, "cases.yaml"):
        schema = schema_of(file)
        used |= schema["$defs"]
        parts += _file(file, schema)
    listed = {model.__name__ for file in (*FILES, "cases.yaml") for _, model in models_of(file)}
    parts.append("\n## Parts\n")
    for name in sorted(set(used) - listed - set(LISTS.values())):
        parts += _part(name, used[name])
    parts += [*_facts(), *_lists()]
    return "".join(parts)


def _file(file: str, schema: Schema) -> Iterator[str]:
    yield f"\n## {schema['title']}\n\n{schema['description']}\n\n"
    models = dict(models_of(file))
    yield from _table(schema, tuple(models))
    for section, model in models.items():
        yield f"\n### {section}\n\n{(model.__doc__ or '').strip()}\n\n"
        yield from _table(schema["$defs"][model.__name__])
        yield f"\n```yaml\n{section}:\n{EXAMPLES[section]}```\n"


def _part(name: str, schema: Schema) -> Iterator[str]:
    yield f"\n### {name}\n\n{schema['description']}{_example(schema)}\n"
    if name == "Condition":
        yield "\nHow conditions are written and what they mean: [conditions](policy-format.md#conditions).\n"
    elif name in ("CaseFacts", "OneFact", "FactValue"):
        yield "\nWhich facts and values there are: [facts](#facts).\n"
    elif "properties" in schema or "items" in schema:
        yield "\n"
        yield from _table(schema.get("items", schema))
    elif "anyOf" in schema:
        yield f"\nWritten as {_type(schema)}.\n"


def _example(schema: Schema) -> str:
    written = [_flow(example) for example in schema.get("examples", ())]
    return " Such as " + ", ".join(f"`{one}`" for one in written) + "." if written else ""


def _flow(value: object) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_flow(one)}" for key, one in value.items()) + "}"
    return str(value)


def _table(schema: Schema, lists: tuple[str, ...] = ()) -> Iterator[str]:
    yield "| key | what stands there | must | meaning |\n|---|---|---|---|\n"
    required = schema.get("required", ())
    for key, value in schema["properties"].items():
        default = f" Default `{value['default']}`." if "default" in value else ""
        must = "yes" if key in required else ""
        kind = f"list of [{key}](#{key})" if key in lists else _type(value)
        yield f"| `{key}` | {kind} | {must} | {_one_line(value.get('description', ''))}{default} |\n"


def _one_line(words: str) -> str:
    return " ".join(words.split()).replace("|", "\\|")


def _type(schema: Schema) -> str:
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        return f"[{name}](#{name.lower()})"
    if "anyOf" in schema:
        kinds = [_type(one) for one in schema["anyOf"] if one != {"type": "null"}]
        return ", or ".join(dict.fromkeys(kinds))
    if "enum" in schema:
        return " ".join(f"`{word}`" for word in schema["enum"])
    if "const" in schema:
        return f"`{schema['const']}`"
    kind = schema.get("type")
    if kind == "array" or (isinstance(kind, list) and "array" in kind):
        many = "anyOf" in schema["items"]
        return "a list of these" if many else f"list of {_type(schema['items'])}"
    if kind == "object":
        inside = schema.get("additionalProperties") or {}
        keys = schema.get("propertyNames")
        return f"{_type(keys) if keys else 'ids'}, each with {_type(inside)}" if inside else "keys"
    return {"string": "text", "integer": "number"}.get(str(kind), "value")


def _facts() -> Iterator[str]:
    yield "\n## Facts\n\nWhat conditions read, and what cases and `baken route explain` are told.\n"
    for name, kind in FACTS.items():
        several = " Several at once." if kind.is_set else ""
        unsaid = f" Unless said otherwise: `{kind.default}`." if isinstance(kind.default, str) else ""
        yield f"\n### {name}\n\n{first_upper(FACT[name].en)}.{several}{unsaid}\n\n| value | meaning |\n|---|---|\n"
        yield from (f"| `{value}` | {VALUE[name][value].en} |\n" for value in kind.values)


def _lists() -> Iterator[str]:
    yield "\n## Closed lists\n\nWords in Dutch and English for most of these: [the glossary](glossary.md).\n"
    for words, name in LISTS.items():
        shown = (
            "`intake`, or a [PartnerId](#partnerid)" if name == "UseId" else " ".join(f"`{w}`" for w in words)
        )
        yield f"\n### {name}\n\n{shown}\n"
