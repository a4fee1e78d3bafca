"""One glossary, and the code follows it."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from baken.project import glossary

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "baken"
WRITTEN, _, MADE = glossary.PAGE.read_text("utf-8").partition(glossary.MARK)
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in WRITTEN.splitlines()
    if line.startswith("| ") and "`" in line
]


def names(path: Path) -> Iterator[str]:
    """Every name and word in a module: identifiers, attributes, arguments and the words of its strings."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        for field in ("id", "attr", "name", "arg", "value"):
            found = getattr(node, field, None)
            if isinstance(found, str):
                yield from re.findall(r"\w+", found)


USED = {name: path.name for path in SOURCE.rglob("*.py") for name in names(path)}
PARTS = {part.lower() for name in USED for part in (name, *re.findall(r"[A-Z]?[a-z]+", name))}


def test_the_closed_lists_in_the_glossary_are_those_of_the_code() -> None:
    assert glossary.made() == MADE, "run: python -m baken.project.glossary"


def codes(column: int) -> list[str]:
    return [code for row in ROWS if len(row) > column for code in re.findall(r"`(\w+)`", row[column])]


@pytest.mark.parametrize("code", codes(1))
def test_a_word_of_the_glossary_is_used_in_the_code(code: str) -> None:
    assert code in USED or code in PARTS


@pytest.mark.parametrize("word", codes(3))
def test_a_word_the_glossary_rejects_is_not_used(word: str) -> None:
    assert word not in USED, USED[word]


def test_every_word_stands_in_the_glossary_once() -> None:
    dutch = [row[0] for row in ROWS]
    assert len(dutch) == len(set(dutch)) > 30
    assert len(codes(1)) == len(set(codes(1)))
