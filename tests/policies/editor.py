"""What an editor sees: a policy file read as YAML 1.2, and the mistakes that the schema of that file finds in it."""

import json
import re
from functools import cache
from typing import Any

import yaml
from jsonschema import Draft202012Validator, FormatChecker

from baken.project.state import ROOT

SCHEMAS = ROOT / "policies" / "schema"
FIRST_LINE = "# yaml-language-server: $schema=../../schema/{name}.schema.json"


_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class CoreLoader(_LOADER):  # type: ignore[misc]
    """PyYAML with the words of YAML 1.2's core schema, in which `yes` and dates are text and only `true` is a truth."""


CoreLoader.yaml_implicit_resolvers = {}
for kind, pattern, first in (
    ("null", r"(null|Null|NULL|~|)\Z", ["n", "N", "~", ""]),
    ("bool", r"(true|True|TRUE|false|False|FALSE)\Z", list("tTfF")),
    ("int", r"([-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)\Z", list("-+0123456789")),
    ("float", r"([-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?)\Z", list("-+.0123456789")),
):
    CoreLoader.add_implicit_resolver(f"tag:yaml.org,2002:{kind}", re.compile(pattern), first)


def name_of(place: str) -> str:
    """The schema of a file below `policies/`."""
    folder, _, file = place.rpartition("/")
    return "cases" if folder.endswith("cases") else file.removesuffix(".yaml")


@cache
def validator(name: str) -> Draft202012Validator:
    """The reader of one schema."""
    schema = json.loads((SCHEMAS / f"{name}.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema, format_checker=FormatChecker())


def seen(content: str | bytes) -> Any:
    """The data an editor makes of a file."""
    return yaml.load(content, CoreLoader)


def complaints(name: str, content: str | bytes) -> list[str]:
    """What an editor underlines in a file; `YAML` when it cannot be read at all."""
    try:
        data = seen(content)
    except yaml.YAMLError:
        return ["YAML"]
    return [
        f"{list(error.absolute_path)}: {error.message[:200]}" for error in validator(name).iter_errors(data)
    ]
