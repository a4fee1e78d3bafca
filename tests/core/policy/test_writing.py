"""The law of writing: reading the new text gives what was there, with exactly this element changed and no other."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from baken.core.policy.emitting import WIDTH, emitted
from baken.core.policy.reading import read
from baken.core.policy.sections import FILES
from baken.core.policy.writing import CannotWrite, elements, put, taken
from baken.project.policies import policies_root
from tests.core.strategies import conditions

SHIPPED = [
    (path, section)
    for path in sorted(policies_root().glob("*/*/*.yaml"))
    if path.parent.name != "cases" and path.name in FILES
    for section in FILES[path.name]
    if elements(path.read_text("utf-8"), section)
]


def read_back(text: str) -> Any:
    found = read("x", text)
    assert not found.errors, (found.errors, text)
    return found.data


def comments(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip().startswith("#")]


# Anything that a field of a form lets through: one line, no control characters, no spaces around it.
words = (
    st.text(
        st.characters(exclude_categories=("Cs", "Cc", "Cn", "Co", "Zl", "Zp"), exclude_characters="\ufeff"),
        min_size=1,
        max_size=200,
    )
    .map(str.strip)
    .filter(bool)
)
tricky = st.sampled_from(
    ["yes", "no", "null", "~", "12", "007", "1.5", "0900-8844", "2024-05-01", "a: b", "a #b", "#b", "- a", "? a",
     "[x", "{x", "*a", "&a", "!a", "|", ">", "%", "@a", "`a", "'a", '"a', "a'b", 'a"b', "a,b", "a:", ":a", "https://x.y/z?a=b#c",
     "x" * 300, "lang woord " * 40 + "eind", "dubbele  spatie " * 20 + "eind", "true", "on", "=", "<<", "é", "😀"]
)  # fmt: skip
value = st.one_of(words, tricky)
pairs = st.fixed_dictionaries({"nl": value, "en": value})
referrals = st.fixed_dictionaries(
    {"id": st.from_regex(r"[a-z][a-z0-9_]{0,20}", fullmatch=True), "to": st.sampled_from(["avim", "police"])},
    optional={
        "when": conditions(),
        "strength": st.sampled_from(["required", "suggested"]),
        "nameless": st.sampled_from(["yes", "no"]),
        "within": st.fixed_dictionaries({"hours": st.integers(1, 99)}),
        "met_also_by": st.lists(
            st.fixed_dictionaries({"event": st.just("signal.tabled"), "table": value}), max_size=4
        ),
        "source": st.fixed_dictionaries({"document": value, "place": value}),
        "chosen": st.one_of(pairs, value),
    },
)
comment = st.sampled_from(["", "# een opmerking", "  # ingesprongen", "      # diep", "#"])


@st.composite
def files(draw: st.DrawFn) -> str:
    """A file with a list of referrals, with comments and empty lines anywhere between them, and another list."""
    lines = [draw(comment), "format: 1", draw(comment), "referrals:"]
    for element in draw(st.lists(referrals, min_size=1, max_size=4, unique_by=lambda one: one["id"])):
        lines += [draw(comment), *emitted(element, draw(st.just(2))), draw(comment)]
    lines += draw(st.sampled_from([[], ["holds:", "  - id: wacht # hier", "    until: signal.received"]]))
    return "\n".join([*lines, draw(comment)]) + "\n"


@given(referrals)
def test_an_element_reads_back_as_it_was_written(element: dict[str, Any]) -> None:
    assert read_back("x:\n" + "\n".join(emitted(element)) + "\n") == {"x": [element]}


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=40)
@given(files(), referrals, st.integers(0, 9))
def test_putting_an_element_changes_that_element_and_no_other(
    text: str, new: dict[str, Any], at: int
) -> None:
    there = elements(text, "referrals")
    old = there[at % len(there)]
    element = {**new, "id": old["id"]} if at % 2 else new
    after = put(text, "referrals", element)
    ids = [one["id"] for one in there]
    expected = [element if one["id"] == element["id"] else one for one in there]
    expected += [element] if element["id"] not in ids else []
    assert read_back(after) == {**read_back(text), "referrals": expected}
    assert comments(after) == comments(text) or set(comments(after)) <= set(comments(text))


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=40)
@given(files(), st.integers(0, 9))
def test_taking_an_element_away_leaves_every_other(text: str, at: int) -> None:
    there = elements(text, "referrals")
    name = there[at % len(there)]["id"]
    after = taken(text, "referrals", name)
    left = [one for one in there if one["id"] != name]
    found = read_back(after)
    assert (found.get("referrals") or []) == left
    rest = {key: held for key, held in read_back(text).items() if key != "referrals"}
    assert {key: held for key, held in found.items() if key != "referrals"} == rest


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=40)
@given(files(), st.integers(0, 9))
def test_what_is_put_as_it_stands_changes_no_letter(text: str, at: int) -> None:
    there = elements(text, "referrals")
    assert put(text, "referrals", there[at % len(there)]) == text


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=40)
@given(files(), value)
def test_a_change_of_one_key_leaves_all_lines_of_the_others(text: str, place: str) -> None:
    element = elements(text, "referrals")[0]
    assume(element.get("chosen") != place)
    after = put(text, "referrals", {**element, "chosen": place})
    kept = put(text, "referrals", {key: held for key, held in element.items() if key != "chosen"})
    # the dash goes with whichever key stands first
    lines = {line.lstrip(" -") for line in after.splitlines()}
    assert [line for line in kept.splitlines() if line.lstrip(" -") not in lines] == []


def test_a_long_word_before_a_deeper_comment_can_be_written_too() -> None:
    """A folded sentence would take the comment for its own words."""
    text = "format: 1\nreferrals:\n- id: a\n  to: riec\n  chosen: kort\n      # dieper dan het onderdeel\n"
    after = put(text, "referrals", {"id": "a", "to": "riec", "chosen": "x" * 120})
    assert elements(after, "referrals") == [{"id": "a", "to": "riec", "chosen": "x" * 120}]
    assert comments(after) == comments(text)


@pytest.mark.parametrize(("path", "section"), SHIPPED, ids=lambda one: getattr(one, "name", one))
def test_every_shipped_element_can_be_put_changed_and_taken(path: Path, section: str) -> None:
    """Of one in three of our own elements: every comment stays, and only lines of the element itself change."""
    text = path.read_text("utf-8")
    for element in elements(text, section)[::3]:
        name = element.get("id", element.get("to"))
        assert put(text, section, element) == text
        changed = {**element, "chosen": {"nl": "anders: zo", "en": "otherwise # so"}}
        after = put(text, section, changed)
        assert read_back(after)[section] == [
            changed if one == element else one for one in elements(text, section)
        ]
        assert comments(after) == comments(text)
        gone = taken(text, section, name)
        assert name not in [one.get("id", one.get("to")) for one in elements(gone, section)]
        assert comments(gone) == comments(text)
        assert all(len(line) <= WIDTH + 4 for line in emitted(changed))


STRANGE: Mapping[str, str] = {
    "flow list": "format: 1\nreferrals: [{id: a, to: avim}, {id: b, to: police}]\n",
    "empty list": "format: 1\nreferrals: []\n",
    "nothing": "format: 1\nreferrals:\n",
    "no list": "format: 1\n",
    "empty file": "",
    "no end of line": "format: 1\nreferrals:\n  - id: b\n    to: police",
    "flow items": "format: 1\nreferrals:\n- {id: b, to: police}\n- {id: c, to: avim}\n",
    "dash alone": "format: 1\nreferrals:\n  -\n    id: b\n    to: police\n",
    "wide dash": "format: 1\nreferrals:\n  -   id: b\n      to: police\n",
    "no indent": "format: 1\nreferrals:\n- id: b\n  to: police\nholds: []\n",
    "block scalar last": (
        "format: 1\nreferrals:\n  - id: b\n    to: police\n    chosen: |\n      # dit hoort erbij\n      en dit\n"
        "\n# dit niet\n"
    ),
    "comment inside": "format: 1\nreferrals:\n  - id: b # naam\n    # waarom\n    to: police\n  # na b\n",
    "quoted keys": 'format: 1\nreferrals:\n  - "id": b\n    "to": police\n',
    "null value": "format: 1\nreferrals:\n  - id: b\n    to: police\n    within:\n  - id: c\n    to: avim\n",
}


@pytest.mark.parametrize("kind", STRANGE)
def test_a_file_that_is_written_in_an_unusual_way_keeps_what_it_says(kind: str) -> None:
    text = STRANGE[kind]
    for element in (
        {"id": "b", "to": "riec", "chosen": "nu anders"},
        {"id": "nieuw", "to": "avim", "when": {"urgency": "acute"}},
    ):
        there = elements(text, "referrals")
        after = put(text, "referrals", element)
        expected = [element if one["id"] == element["id"] else one for one in there]
        expected += [element] if element["id"] not in [one["id"] for one in there] else []
        assert read_back(after)["referrals"] == expected
        assert elements(taken(after, "referrals", element["id"]), "referrals") == [
            one for one in there if one["id"] != element["id"]
        ]


@pytest.mark.parametrize(
    "text",
    [
        "format: 1\nreferrals: [",
        "a: &b c\n",
        "referrals: tekst\n",
        "- los\n",
        "referrals:\n  - los\n",
        "\tx: 1\n",
    ],
)
def test_a_text_that_cannot_be_read_is_not_touched(text: str) -> None:
    with pytest.raises(CannotWrite):
        put(text, "referrals", {"id": "b", "to": "avim"})
