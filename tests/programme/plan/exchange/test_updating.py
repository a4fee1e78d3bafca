"""A table that came from here and comes back changed: by number, shown first, and nothing is taken away (PROG-01)."""

import re
from datetime import date
from typing import Any

import pytest

from baken.core.vocabulary.text import Text
from baken.programme.plan.exchange import judging, matching
from baken.programme.plan.exchange.finding import Raw
from baken.programme.plan.exchange.judging import Frame, Judged
from baken.programme.plan.models import Action, Edition
from tests.programme.plan.exchange.making import HEADINGS, excel
from tests.programme.plan.exchange.test_bringing_in import labels, look, take
from tests.programme.plan.planning import Planning

FRAME = Frame(
    date(2026, 1, 1), date(2027, 12, 31), date(2026, 11, 22), {"housing": Text("Huisvesting", "Housing")}
)
COLUMNS = ("label", "title", "ready", "what", "owner", "partners", "barrier", "budget")


def stands(**told: Any) -> Action:
    row = {
        "label": "1.1",
        "title": "Beleid vaststellen",
        "what": "Het college besluit.",
        "ready": "quarter",
        "ready_on": date(2027, 9, 30),
        "owner": "team Veiligheid",
        "partners": ["RIEC", "CoMensha"],
        "barrier": "housing",
        "budget": 5000,
    }
    return Action(**{**row, **told})


SAID = {
    "label": "1.1",
    "title": "Beleid vaststellen",
    "what": "Het college besluit.",
    "ready": "Q3 2027",
    "owner": "team Veiligheid",
    "partners": "RIEC; CoMensha",
    "barrier": "Huisvesting",
    "budget": "5000",
}


def beside(action: Action, said: dict[str, str], there: tuple[str, ...] = COLUMNS, **marks: str) -> Judged:
    rows = judging.judged([Raw(Text("blad", "sheet"), 2, said, marks, there)], FRAME)
    [found] = matching.matched(rows, [action])
    return found


def test_a_row_that_says_what_stands_changes_nothing() -> None:
    found = beside(stands(), SAID)
    assert found.same
    assert found.problems == ()


@pytest.mark.parametrize(
    ("column", "said", "fields"),
    [
        ("title", "Beleid evalueren", {"title": "Beleid evalueren"}),
        ("what", "De raad besluit.", {"what": "De raad besluit."}),
        ("what", "", {"what": ""}),
        ("owner", "team Zorg", {"owner": "team Zorg"}),
        ("partners", "RIEC", {"partners": ["RIEC"]}),
        ("partners", "", {"partners": []}),
        ("barrier", "", {"barrier": ""}),
        ("budget", "6.000", {"budget": 6000}),
        ("budget", "", {"budget": None}),
        (
            "ready",
            "december 2027",
            {
                "ready": "month",
                "ready_on": date(2027, 12, 31),
                "every_years": None,
                "month": None,
                "times": None,
            },
        ),
    ],
)
def test_what_differs_is_what_changes_and_nothing_else(
    column: str, said: str, fields: dict[str, Any]
) -> None:
    texts = {name: text for name, text in {**SAID, column: said}.items() if text}
    found = beside(stands(), texts)
    assert found.possible
    assert set(found.changes) == {column}
    assert matching.told(found.changes) == fields


def test_what_the_table_has_no_column_for_stays() -> None:
    found = beside(stands(), {"label": "1.1", "title": "Anders"}, ("label", "title"))
    assert found.possible
    assert set(found.changes) == {"title"}
    found = beside(stands(), {"label": "1.1", "what": "Eén kolom met woorden."}, ("label", "what"))
    assert set(found.changes) == {"what"}


def test_an_owner_that_was_left_out_stays_and_is_not_asked_for() -> None:
    found = beside(stands(), {name: text for name, text in SAID.items() if name != "owner"})
    assert found.same
    assert found.owner == "team Veiligheid"


def test_what_cannot_be_understood_takes_nothing_away_and_is_said() -> None:
    found = beside(stands(), {**SAID, "budget": "pm", "barrier": "Vliegveld", "title": "Anders"})
    assert set(found.changes) == {"title"}
    assert [(one.column, one.do.nl) for one in found.problems] == [
        ("barrier", "Wat er staat, blijft zo."),
        ("budget", "Wat er staat, blijft zo."),
    ]
    assert not beside(stands(), {**SAID, "ready": "ooit"}).possible
    assert not beside(stands(), {**SAID, "owner": "?"}, COLUMNS, owner="formula").possible


def test_a_day_that_passed_or_lies_outside_is_no_mistake_where_it_stands_so() -> None:
    for on in (date(2026, 3, 31), date(2031, 3, 31)):
        assert beside(stands(ready_on=on), {**SAID, "ready": f"Q1 {on.year}"}).same


def test_a_stopped_action_never_changes() -> None:
    stopped = stands(stopped_on=date(2026, 11, 1), stopped_why="Klaar.")
    assert beside(stopped, SAID).same
    found = beside(stopped, {**SAID, "title": "Toch weer"})
    assert not found.possible
    assert [one.what.nl for one in found.problems] == ["Actie 1.1 is gestopt."]


@pytest.fixture
def home(there: Planning) -> Edition:
    home = there.edition()
    when = {"ready": "date", "ready_on": there.day(30)}
    for label, title in (("1", "Basis"), ("1.1", "Beleid vaststellen"), ("1.2", "Evalueren")):
        there.action(home, label=label, title=title, what="Zo.", partners=["RIEC"], budget=10, **when)
    return home


def out(there: Planning, home: Edition, form: str = "word") -> bytes:
    return bytes(there.get(f"uitvoering/{home.id}/uit/{form}/").content)


def words(answer: Any) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


@pytest.mark.parametrize("form", ["word", "excel"])
def test_what_comes_back_unchanged_asks_nothing(there: Planning, home: Edition, form: str) -> None:
    answer = look(there, home, out(there, home, form))
    assert "3 rijen staan al precies zo in het programma." in words(answer)
    assert "De kolommen Stand en Bewijs gaan niet mee." in words(answer)
    assert not answer.context["shown"].rows
    assert not answer.context["shown"].changes


def changed(there: Planning, home: Edition) -> Any:
    """A table with one action changed, one the same, one left out, and one new."""
    when = f"{there.day(30):%d-%m-%Y}"
    rows = (
        ("1", "Basis", when, "Zo.", "team Veiligheid", "RIEC", 10),
        ("1.1", "Beleid herzien", when, "Zo.", "team Zorg", "RIEC", 10),
        ("1.3", "Melden", "doorlopend", "", "OOV", "", None),
    )
    return look(there, home, excel(HEADINGS, *rows))


def test_changes_are_shown_first_and_then_carried_out_by_number(there: Planning, home: Edition) -> None:
    answer = changed(there, home)
    told = words(answer)
    assert "Wat: nu “Beleid vaststellen”, wordt “Beleid herzien”" in told
    assert "Eigenaar: nu “team Veiligheid”, wordt “team Zorg”" in told
    assert "1 rij staat al precies zo in het programma." in told
    assert "Niet in uw bestand" in told
    assert "1.2 Evalueren" in told
    before = {one.label: one for one in there.rows(Action)}
    assert before["1.1"].title == "Beleid vaststellen"
    seen = {
        f"seen_{one.order}": str(one.action.number) for one in answer.context["form"].judged if one.action
    }
    done = take(there, answer, **seen)
    assert done.status_code == 303
    after = {one.label: one for one in there.rows(Action)}
    assert sorted(after) == ["1", "1.1", "1.2", "1.3"]
    assert (after["1.1"].id, after["1.1"].title, after["1.1"].owner) == (
        before["1.1"].id,
        "Beleid herzien",
        "team Zorg",
    )
    assert (after["1.1"].partners, after["1.1"].budget) == (["RIEC"], 10)
    assert [after[label].number for label in ("1", "1.2")] == [before[label].number for label in ("1", "1.2")]
    page = there.text(f"uitvoering/actie/{after['1.1'].id}/")
    assert "Beleid herzien" in page
    assert "team Veiligheid" in page  # how it was, in its history


def test_the_page_carries_what_was_looked_at(there: Planning, home: Edition) -> None:
    answer = changed(there, home)
    assert re.search(r'name="seen_2" value="\d+"', answer.content.decode())


def test_the_same_changes_confirmed_twice_are_carried_out_once(there: Planning, home: Edition) -> None:
    answer = changed(there, home)
    seen = {
        f"seen_{one.order}": str(one.action.number) for one in answer.context["form"].judged if one.action
    }
    assert [take(there, answer, **seen).status_code for _ in range(2)] == [303, 303]
    [found] = [one for one in there.rows(Action) if one.label == "1.1"]
    assert found.number == seen_number(seen) + 1
    assert labels(there) == ["1", "1.1", "1.2", "1.3"]


def seen_number(seen: dict[str, str]) -> int:
    [number] = seen.values()
    return int(number)


def test_whoever_changed_it_meanwhile_is_not_overwritten(there: Planning, home: Edition) -> None:
    answer = changed(there, home)
    seen = {
        f"seen_{one.order}": str(one.action.number) for one in answer.context["form"].judged if one.action
    }
    [found] = [one for one in there.rows(Action) if one.label == "1.1"]
    told = {
        "label": "1.1",
        "title": "Van een collega",
        "owner": "OOV",
        "ready": "ongoing",
        "looked_at": found.number,
    }
    assert there.send(f"uitvoering/actie/{found.id}/wijzigen/", **told).status_code == 303
    again = take(there, answer, **seen)
    assert again.status_code == 422
    assert "Actie 1.1 is net gewijzigd." in words(again)
    assert "nu “Van een collega”, wordt “Beleid herzien”" in words(again)
    assert labels(there) == ["1", "1.1", "1.2"]
    shown = dict(re.findall(r'name="(seen_\d+)" value="(\d+)"', again.content.decode()))
    assert take(there, answer, **shown).status_code == 303
    [found] = [one for one in there.rows(Action) if one.label == "1.1"]
    assert found.title == "Beleid herzien"
