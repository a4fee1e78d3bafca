"""Bad input to the policy reader: each gets a clear refusal with file and line, at once, whatever its size."""

import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.core.policy.errors import PolicyErrors
from baken.core.policy.parse import parse_folder
from baken.core.policy.reading import MAX_ERRORS, MAX_PIECES, read

HEAD = "format: 1\nid: dorp\nkind: municipality\nname: {nl: Dorp, en: Village}\nchosen: an example\n"


def refused(content: bytes | str) -> str:
    """What is told of a route file with this content, the first mistake first."""
    with pytest.raises(PolicyErrors) as wrong:
        parse_folder("dorp/2024-01-01", {"municipality.yaml": HEAD, "route.yaml": content})
    assert len(wrong.value.errors) <= MAX_ERRORS + 1
    told = [error for error in wrong.value.errors if error.line] or list(wrong.value.errors)
    assert told[0].in_("en") != told[0].in_("nl")
    return told[0].in_("nl")


BAD: dict[str, tuple[bytes | str, str]] = {
    "alias bomb": (
        "format: 1\na: &a [x, x]\nb: &b [*a, *a]\nsteps: [*b, *b]\n",
        ":2: Hier staat een verwijzing",
    ),
    "anchor loop": ("format: 1\nsteps: &s\n  - *s\n", ":2: Hier staat een verwijzing"),
    "merge key": ("format: 1\nsteps:\n  - <<: {id: x}\n", ":3: Deze sleutel kan niet"),
    "key that is a list": ("format: 1\n? [a, b]\n: c\n", ":2: Deze sleutel kan niet"),
    "fifty megabytes": (b"x" * 50_000_000, "route.yaml: Dit bestand is te groot. Het telt 50000000 bytes"),
    "utf-16": ("format: 1\n".encode("utf-16"), ":1: Dit bestand is geen UTF-8. Het is UTF-16"),
    "utf-16 without a mark": (
        "format: 1\n".encode("utf-16-le"),
        ":1: Hier staat een teken dat niet te zien is",
    ),
    "utf-32": ("format: 1\n".encode("utf-32"), ":1: Dit bestand is geen UTF-8. Het is UTF-32"),
    "latin-1": ("format: 1\n# één\n".encode("latin-1"), ":2: Dit bestand is geen UTF-8. Er staan tekens"),
    "surrogate": ("format: 1\nsteps: \ud800\n", ":2: Dit bestand is geen UTF-8"),
    "NUL": ("format: 1\n\nsteps: \x00\n", ":3: Hier staat een teken dat niet te zien is (U+0000)"),
    "bell": ("format: 1\nsteps: \x07\n", "(U+0007)"),
    "turned direction": (
        "format: 1\nst\u202eeps: []\n",
        ":2: Hier staat een teken dat niet te zien is (U+202E)",
    ),
    "a line end only YAML 1.1 knows": ("format: 1\n# a\u2028steps: []\n", "(U+2028)"),
    "mark in the middle": ("format: 1\n\ufeffsteps: []\n", "(U+FEFF)"),
    "tab": ("format: 1\nsteps:\n\t- id: x\n", ":3: Deze regel begint met een tab"),
    "tab after an old line end": ("format: 1\rsteps:\r\t- id: x\r", ":3: Deze regel begint met een tab"),
    "deep list": ("format: 1\nsteps: " + "[" * 400_000, ":2: Dit is te diep genest"),
    "deep mapping": ("format: 1\nsteps: " + "{a: " * 200_000, ":2: Dit is te diep genest"),
    "deep indentation": (
        "".join(" " * depth + "a:\n" for depth in range(1300)),
        ":21: Dit is te diep genest",
    ),
    "a hundred thousand keys": (
        "format: 1\n" + "".join(f"k{number}: 1\n" for number in range(90_000)),
        "Dit bestand telt te veel onderdelen",
    ),
    "keys in one item": ("format: 1\nsteps:\n  - " + "k: 1\n    " * 80_000, "te veel onderdelen"),
    "endless list": (
        "format: 1\nsteps: [" + "x, " * 300_000 + "]\n",
        ":2: Dit bestand telt te veel onderdelen",
    ),
    "endless condition": (
        "format: 1\nreferrals:\n  - {to: avim, strength: required, chosen: x, when: {all: ["
        + "{urgency: acute}, " * 50_000
        + "]}}\n",
        ":3: Dit bestand telt te veel onderdelen",
    ),
    "the same key twice": (
        "format: 1\nsteps: []\nsteps: []\n",
        ":3: De sleutel `steps` staat hier twee keer",
    ),
    "python tag": ("format: 1\nsteps: !!python/object/apply:os.system ['id']\n", ":2: Hier staat een label"),
    "own tag": ("format: 1\nsteps: !mine []\n", ":2: Hier staat een label"),
    "two documents": ("format: 1\n---\nformat: 1\n", ":2: Hier begint een tweede document"),
    "directive": ("%YAML 1.1\n---\nformat: 1\n", "Bovenaan staat een regel met %"),
    "unknown directive": ("%FOO\n---\nformat: 1\n", ":1: Dit is geen leesbare YAML"),
    "empty": (b"", ":1: Dit bestand bevat geen beleid. Het is leeg"),
    "only spaces": (b" \n \n", ":1: Dit bestand bevat geen beleid"),
    "only a remark": (b"# nothing\n", ":1: Dit bestand bevat geen beleid"),
    "only a mark": (b"\xef\xbb\xbf", ":1: Dit bestand bevat geen beleid"),
    "no mapping": (b"- a\n", ":1: Dit bestand bevat geen beleid"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_refused_with_its_place_and_without_much_memory(name: str) -> None:
    content, words = BAD[name]
    tracemalloc.start()
    try:
        told = refused(content)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert words in told
    assert peak < 40_000_000


def test_a_mark_at_the_beginning_and_windows_line_ends_are_read() -> None:
    reading = read("x", b"\xef\xbb\xbfformat: 1\r\nsteps: []\r\n")
    assert (reading.data, reading.errors) == ({"format": 1, "steps": []}, [])


def test_after_many_mistakes_it_says_that_there_are_more() -> None:
    reading = read("x", "format: 1\n" + "steps: 1\n" * 5000)
    assert len(reading.errors) == MAX_ERRORS + 1
    assert "Er is nog meer mis" in reading.errors[-1].in_("nl")


def test_a_file_as_large_as_a_policy_can_be_is_read() -> None:
    items = "".join(f"  - {{id: t{number}, nl: Zin., en: Sentence.}}\n" for number in range(500))
    reading = read("x", f"format: 1\ntexts:\n{items}")
    assert len(reading.data["texts"]) == 500


def test_the_number_of_parts_is_counted_over_the_whole_file() -> None:
    many = MAX_PIECES // 2
    assert read("x", "a: [" + "x, " * many + "]\n").errors == []
    assert read("x", "a: [" + "x, " * many + "]\nb: [" + "x, " * many + "]\n").errors != []


@given(st.binary(max_size=300) | st.text(max_size=300))
def test_nothing_at_all_makes_the_reader_stumble(content: bytes | str) -> None:
    reading = read("x", content)
    assert all(error.in_("nl").isprintable() for error in reading.errors)
