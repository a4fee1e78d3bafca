"""Editors check policy files by schemas that are made from the models: what they underline is what Baken refuses."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from pydantic_core import PydanticCustomError

from baken.core.policy.items import items_of
from baken.core.policy.reading import Reading
from baken.core.policy.sections import FILES
from baken.core.policy.written import condition
from baken.core.vocabulary.facts import FACTS
from baken.project.policies import policies_root
from baken.project.schemas.__main__ import outdated
from baken.project.schemas.examples import EXAMPLES, example
from baken.project.schemas.files import models_of, schema_of
from tests.policies.editor import FIRST_LINE, SCHEMAS, complaints, name_of, seen
from tests.policies.shelf import BROKEN, GOOD

SHIPPED = sorted(path for path in policies_root().glob("*/*/*.yaml"))
PLACES = [str(path.relative_to(policies_root())) for path in SHIPPED]
# What only shows when files are laid side by side, or in what YAML itself lets pass.
NOT_SEEN_BY_AN_EDITOR = {
    "actions-without-programme",
    "activity-dropped",
    "activity-without-ground",
    "anchor",
    "audience-in-no-layer",
    "care-at-a-municipality",
    "care-for-nobody",
    "care-in-no-area",
    "care-missed-nothing",
    "care-of-nobody",
    "care-term-from-nowhere",
    "care-until-nothing",
    "clash-of-strength",
    "drop-of-nothing",
    "drop-what-is-used",
    "drop-what-the-region-uses",
    "duplicate-id",
    "duplicate-key",
    "event-about-nothing",
    "hold-circle",
    "hold-nobody-lifts",
    "hold-of-nothing",
    "hours-by-two-measures",
    "hours-of-another-id",
    "level-of-no-theme",
    "meeting-more-months-than-times",
    "no-answer",
    "nobody-hands-over",
    "own-parent",
    "paper-of-no-field",
    "paper-that-ends-before-it-begins",
    "partner-not-described",
    "partner-without-ground",
    "programme-barrier-unknown",
    "programme-day-outside",
    "programme-label-under-nothing",
    "programme-month-half-way",
    "programme-number-twice",
    "programme-theme-beside",
    "programme-times-unsaid",
    "promise-called-national",
    "promise-dropped-national",
    "promise-replaced-national",
    "promise-without-basis",
    "retention-gap",
    "retention-log-too-short",
    "retention-of-nothing-left",
    "retention-twice",
    "step-circle",
    "training-again-never",
    "training-for-nobody-known",
    "unknown-document",
    "unknown-file",
    "unknown-parent",
    "unknown-step",
    "unknown-text",
    "unreachable-step",
    "wams-as-ground",
    "wams-by-its-whole-name",
    "wams-too-early",
    "wgs-at-a-source",
    "wgs-at-another-partner",
    "wgs-at-intake",
    "wrong-name",
}


def test_the_schemas_and_the_reference_page_say_what_the_models_say() -> None:
    assert [path.name for path in outdated()] == []


@pytest.mark.parametrize("file", [*FILES, "cases.yaml"])
def test_every_key_of_every_file_says_what_it_means(file: str) -> None:
    silent = [name for name, schema in keys_in(schema_of(file)) if not schema.get("description", "").strip()]
    assert silent == []


def keys_in(schema: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    if isinstance(schema, list):
        for one in schema:
            yield from keys_in(one, path)
    elif isinstance(schema, dict):
        if schema.get("additionalProperties") is False:
            yield from ((f"{path}/{key}", value) for key, value in schema.get("properties", {}).items())
        for key, value in schema.items():
            if key != "if":
                yield from keys_in(value, f"{path}/{key}")


@pytest.mark.parametrize(("path", "place"), list(zip(SHIPPED, PLACES, strict=True)), ids=PLACES)
def test_an_editor_finds_nothing_wrong_with_what_comes_with_baken(path: Path, place: str) -> None:
    assert complaints(name_of(place), path.read_bytes()) == []


@pytest.mark.parametrize(("path", "place"), list(zip(SHIPPED, PLACES, strict=True)), ids=PLACES)
def test_the_first_line_leads_an_editor_to_the_schema(path: Path, place: str) -> None:
    line = path.read_text("utf-8").partition("\n")[0]
    assert line == FIRST_LINE.format(name=name_of(place))
    assert (path.parent / line.partition("$schema=")[2]).resolve().is_file()


def test_an_editor_finds_nothing_wrong_with_the_small_good_policy() -> None:
    for path in GOOD.glob("*/*/*.yaml"):
        assert complaints(name_of(str(path)), path.read_bytes()) == [], path


@pytest.mark.parametrize("folder", BROKEN, ids=lambda folder: folder.name)
def test_an_editor_underlines_a_mistake_that_shows_in_one_file(folder: Path) -> None:
    known = {path.stem for path in SCHEMAS.glob("*.json")}
    found = [
        complaint
        for path in folder.glob("*.yaml")
        if f"{path.stem}.schema" in known
        for complaint in complaints(path.stem, path.read_bytes())
    ]
    assert (found == []) is (folder.name in NOT_SEEN_BY_AN_EDITOR)


@pytest.mark.parametrize("section", EXAMPLES)
def test_every_example_can_be_read(section: str) -> None:
    file = next(file for file in (*FILES, "cases.yaml") if section in dict(models_of(file)))
    reading = Reading(file)
    (item,) = items_of(reading, section, dict(models_of(file))[section], [example(section)])
    assert reading.errors == []
    assert item.element.id
    assert complaints(file.removesuffix(".yaml"), whole(file, section)) == []


def whole(file: str, section: str) -> str:
    head = ""
    if file == "municipality.yaml":
        head = "id: dorp\nkind: municipality\nname: {nl: Dorp, en: Village}\nchosen: an example\n"
    return f"format: 1\n{head}{section}:\n{EXAMPLES[section]}"


def test_yes_is_a_word_and_true_is_not() -> None:
    assert seen("a: yes\nb: no\nc: true\nd: 2024-05-01") == {
        "a": "yes",
        "b": "no",
        "c": True,
        "d": "2024-05-01",
    }
    table = whole("tables.yaml", "tables")
    assert complaints("tables", table) == []
    assert complaints("tables", table.replace("exists: yes", "exists: true")) != []


# Conditions of every shape, right and wrong; the schema and the reader must agree on each.
_FACT = st.sampled_from([*FACTS, "weather"])
_VALUE = st.sampled_from(["acute", "labour", "sexual", "suspicion", "yes", "minor", "rain"])
_VALUES = _VALUE | st.lists(_VALUE, max_size=2)
_SAID = _VALUES | st.dictionaries(
    st.sampled_from(["any", "not", "includes", "includes_any", "is"]), _VALUES, max_size=2
)
_READINGS = st.dictionaries(_FACT, _SAID, max_size=2)


def _combined(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    lists = st.lists(inner, max_size=2)
    either = st.dictionaries(st.sampled_from(["all", "any"]), lists, min_size=1, max_size=2)
    return (
        either
        | st.fixed_dictionaries({"not": inner})
        | st.fixed_dictionaries({"all": lists, "urgency": _VALUE})
    )


CONDITION = Draft202012Validator(
    {
        "$ref": "#/$defs/Condition",
        "$defs": json.loads((SCHEMAS / "route.schema.json").read_text("utf-8"))["$defs"],
    }
)


@given(st.recursive(_READINGS, _combined, max_leaves=4))
def test_the_schema_takes_exactly_the_conditions_that_the_reader_takes(raw: Any) -> None:
    try:
        condition(raw)
    except PydanticCustomError:
        readable = False
    else:
        readable = True
    assert CONDITION.is_valid(raw) is readable
