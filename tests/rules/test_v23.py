"""V23: what people practise with is invented; no signal of anybody real is ever used to learn from."""

import csv
import re
from datetime import date
from pathlib import Path

import pytest
import yaml

from baken.core.derive.cases import parse_cases
from baken.core.policy.resolve import resolve
from baken.core.vocabulary.processing import ACTIVITIES
from baken.project import databases, demo
from baken.project.demo.cast import CONTACTS, PLAYERS
from baken.project.policies import library
from baken.project.trouble import Trouble

DATA = Path(__file__).resolve().parents[1] / "data" / "rvig" / "persons.csv"
WORDS = re.compile(r"\b(training|scholing|intervisie|peer review|oefen\w*|casu[iï]stiek)\b", re.I)
FOLDER = Path(demo.__file__).parent
# Each was looked at: in none are data about people used to teach. A new one is looked at first.
LOOKED_AT = {
    "take_in", "weigh", "consult_source", "discuss", "hand_over", "receive_hand_over", "answer_reporter",
    "coordinate", "coordinate_care", "report_figures", "account_for",
}  # fmt: skip


def test_everybody_in_the_demonstration_is_a_published_person_who_does_not_exist() -> None:
    published = {(row["name"], row["birth_year"]) for row in csv.DictReader(DATA.open(encoding="utf-8"))}
    people = yaml.safe_load((FOLDER / "people.yaml").read_text("utf-8")).values()
    assert {(one["name"], one["birth"]) for one in people} <= published
    assert ("Iemand Anders", "1990") not in published


def test_every_address_of_it_reaches_nobody() -> None:
    found = [one.email for one in PLAYERS] + [address for *_, address in CONTACTS if address]
    found += re.findall(r"[\w.]+@[\w.]+\w", (FOLDER / "signals.yaml").read_text("utf-8"))
    assert len(found) > 20
    assert [one for one in found if not one.endswith(".invalid")] == []


def test_it_never_shares_a_database_with_real_signals() -> None:
    real, practice = databases.name({}), databases.name({"BAKEN_ENV": "demo"})
    assert practice != real
    with pytest.raises(Trouble, match="its own database"):
        databases.name({"BAKEN_ENV": "demo", "BAKEN_DATABASE": real})


def test_nothing_that_is_done_with_data_about_people_is_teaching() -> None:
    assert set(ACTIVITIES) <= LOOKED_AT
    shelf = library()
    shipped = [resolve(shelf, policy, date.max) for policy in ("woerden", "montfoort", "hoorn")]
    purposes = {purpose.name.nl for bundle in shipped for purpose in bundle.purpose_list}
    assert purposes
    assert [one for one in purposes if WORDS.search(one)] == []


def test_an_example_of_a_policy_has_no_place_for_what_somebody_told() -> None:
    """Cases are what one learns the route from: facts from closed lists, and never a person's account."""
    case = "{id: one, title: t, chosen: c, facts: {urgency: acute}%s, expect: {required: [avim]}}"
    case = f"format: 1\ncases:\n  - {case}\n"
    assert not parse_cases("cases/one.yaml", case % "", date(2026, 1, 1))[1]
    for extra in (", content: {happened: iets}", ", person: Iemand"):
        _, errors = parse_cases("cases/one.yaml", case % extra, date(2026, 1, 1))
        assert errors
