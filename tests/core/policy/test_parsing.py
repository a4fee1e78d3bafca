"""Whatever stands in a file, reading it gives a policy or errors with file, line, what, why and what to do."""

import random
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from baken.core.policy.reading import read
from tests.policies.shelf import GOOD, mistakes, with_files

FILES = sorted(path.name for path in (GOOD / "dorp/2024-01-01").iterdir())
ODD = [
    None,
    5,
    -1,
    "",
    "x",
    "avim",
    [],
    {},
    [[]],
    [None],
    {"x": 1},
    {"nl": "a"},
    ["avim"],
    "\u0000",
    "🦺" * 50,
    True,
]


def damaged(data: Any, chance: random.Random) -> Any:
    """Return the data with one value somewhere replaced by something odd."""
    if isinstance(data, dict) and data and chance.random() < 0.9:
        key = chance.choice(sorted(data, key=str))
        return {**data, key: damaged(data[key], chance)}
    if isinstance(data, list) and data and chance.random() < 0.9:
        number = chance.randrange(len(data))
        return [damaged(one, chance) if n == number else one for n, one in enumerate(data)]
    return chance.choice(ODD)


@given(st.integers(0, 10**9), st.sampled_from(FILES))
def test_one_odd_value_is_an_error_with_a_place_and_never_a_crash(seed: int, name: str) -> None:
    content = (GOOD / "dorp/2024-01-01" / name).read_text()
    data = damaged(read(name, content).data, random.Random(seed))
    text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False)
    for error in mistakes(with_files({name: text})):
        assert error.file
        assert error.in_("nl").count("\n") == 0
        assert error.do.en


@given(st.binary(max_size=200))
def test_bytes_are_read_or_refused(content: bytes) -> None:
    reading = read("x.yaml", content)
    assert reading.errors or reading.data is None or reading.lines


@given(st.text(alphabet="abc:-[]{}&*!#|>'\",? \n", max_size=60))
def test_scribbles_are_read_or_refused(content: str) -> None:
    read("x.yaml", content)


@pytest.mark.parametrize(
    ("written", "value"), [("yes", "yes"), ("no", "no"), ("'5'", "5"), ("5", 5), ("null", None)]
)
def test_words_stay_words(written: str, value: object) -> None:
    assert read("x.yaml", f"a: {written}").data == {"a": value}


def test_every_value_knows_its_line() -> None:
    reading = read("x.yaml", "a:\n  - b: 1\n    c:\n      d: 2\n")
    assert reading.line(("a", 0, "c", "d")) == 4
    assert reading.line(("a", 0, "nowhere")) == 2
