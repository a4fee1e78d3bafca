"""The pages about ASVS and BIO2 speak of every requirement once, leave no cell empty and name files that exist."""

import csv
import re
from pathlib import Path

import pytest

REFERENCE = Path(__file__).resolve().parents[2] / "docs" / "reference"
LEVELS = dict(list(csv.reader((REFERENCE / "asvs-levels.csv").open(encoding="utf-8")))[1:])
MEASURES = [one for (one,) in list(csv.reader((REFERENCE / "bio2-measures.csv").open(encoding="utf-8")))[1:]]
LINK = re.compile(r"\[[^\]]+\]\(([^)]+)\)")


def rows(page: str, number: str) -> list[list[str]]:
    """The rows of a page that begin with a number."""
    lines = (REFERENCE / page).read_text("utf-8").splitlines()
    cells = [[one.strip() for one in line.strip().strip("|").split("|")] for line in lines if line[:1] == "|"]
    return [row for row in cells if re.fullmatch(number, row[0])]


ASVS, BIO2 = rows("asvs.md", r"V\d+\.\d+\.\d+"), rows("bio2.md", r"\d+\.\d+\.\d+")


def test_the_list_of_asvs_is_whole() -> None:
    """Version 5.0.0 counts seventy requirements of level 1, 183 of level 2 and 92 of level 3."""
    assert [list(LEVELS.values()).count(level) for level in "123"] == [70, 183, 92]


def test_every_requirement_of_levels_1_and_2_stands_there_once_with_its_level() -> None:
    said = [row[0] for row in ASVS]
    assert len(said) == len(set(said))
    assert {id_ for id_, level in LEVELS.items() if level in "12"} - set(said) == set()
    assert {row[0]: row[1] for row in ASVS if LEVELS.get(row[0]) != row[1]} == {}


def test_every_measure_of_bio2_is_carried_or_named_as_the_organisations_own() -> None:
    carried = [row[0] for row in BIO2]
    own = re.findall(r"\d+\.\d+\.\d+", (REFERENCE / "bio2.md").read_text("utf-8").partition("own\n")[2])
    assert len(carried) > 30
    assert sorted(carried + own) == sorted(MEASURES)


@pytest.mark.parametrize("row", ASVS + BIO2, ids=[row[0] for row in ASVS + BIO2])
def test_a_row_is_whole_and_shown_by_something_that_exists(row: list[str]) -> None:
    assert all(row)
    named = LINK.findall(row[-1])
    assert named, "a test or a document shows it"
    assert [one for one in named if not (REFERENCE / one).resolve().exists()] == []
