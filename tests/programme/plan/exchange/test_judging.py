"""What is made of each row: an action, or what is wrong with it and what to do (PROG-01, PROG-04)."""

from datetime import date

import pytest

from baken.core.vocabulary.text import Text
from baken.programme.plan.exchange import judging
from baken.programme.plan.exchange.finding import Raw
from baken.programme.plan.exchange.judging import Frame, Judged

FRAME = Frame(
    first=date(2026, 1, 1),
    last=date(2027, 12, 31),
    today=date(2026, 11, 22),
    barriers={"housing": Text("Huisvesting", "Housing")},
)
PLAIN = {"label": "1.1", "title": "Beleid vaststellen", "ready": "Q3 2027", "owner": "team Veiligheid"}


def judged(*rows: dict[str, str], **marks: str) -> list[Judged]:
    raws = [Raw(Text("blad", "sheet"), number, row, marks) for number, row in enumerate(rows, start=2)]
    return judging.judged(raws, FRAME)


def one(**told: str) -> Judged:
    return judged({**PLAIN, **told})[0]


def wrong(row: Judged) -> list[tuple[str, bool]]:
    return [(problem.column, problem.stops) for problem in row.problems]


def test_a_row_with_nothing_amiss_is_an_action() -> None:
    row = one(
        what="Het college besluit.", partners="RIEC, Veilig Thuis", barrier="huisvesting", budget="€ 90.000,-"
    )
    assert wrong(row) == []
    assert row.possible
    assert (row.label, row.title, row.ready.kind, row.ready.on) == (
        "1.1",
        "Beleid vaststellen",
        "quarter",
        date(2027, 9, 30),
    )
    assert (row.partners, row.barrier, row.budget) == (("RIEC", "Veilig Thuis"), "housing", 90_000)


@pytest.mark.parametrize(
    ("label", "title", "told"),
    [
        ("1.1.", "Beleid", ("1.1", "Beleid")),
        ("Actie 3", "Beleid", ("3", "Beleid")),
        ("1,2", "Beleid", ("1.2", "Beleid")),
        ("", "3.4 Barrières opwerpen", ("3.4", "Barrières opwerpen")),
        ("", "5. Opvang", ("5", "Opvang")),
        ("", "2 – Zicht", ("2", "Zicht")),
        ("", "2 keer per jaar overleggen", ("", "2 keer per jaar overleggen")),
        ("4", "2 jaar subsidie", ("4", "2 jaar subsidie")),
        ("", "Meldpunt 112", ("", "Meldpunt 112")),
    ],
)
def test_a_number_stands_in_its_own_cell_or_before_the_words(
    label: str, title: str, told: tuple[str, str]
) -> None:
    row = one(label=label, title=title)
    assert (row.label, row.title) == told


def test_a_row_without_number_gets_the_next_and_says_so() -> None:
    row = one(label="")
    assert wrong(row) == [("label", False)]
    assert "volgende vrije nummer" in row.problems[0].do.nl


@pytest.mark.parametrize(
    ("told", "column"),
    [
        ({"title": ""}, "title"),
        ({"title": "x" * 201}, "title"),
        ({"what": "x" * 2001}, "what"),
        ({"owner": "x" * 121}, "owner"),
        ({"partners": "x" * 121}, "partners"),
        ({"ready": ""}, "ready"),
        ({"ready": "als het kan"}, "ready"),
        ({"ready": "31 februari 2027"}, "ready"),
        ({"ready": "Q1 2031"}, "ready"),
        ({"label": "hoofdstuk"}, "label"),
        ({"title": "Bel 111222333"}, "title"),
    ],
)
def test_what_is_wrong_stops_a_row_and_names_its_column(told: dict[str, str], column: str) -> None:
    row = one(**told)
    assert not row.possible
    assert [name for name, stops in wrong(row) if stops] == [column]
    assert all(problem.do.nl and problem.do.en for problem in row.problems)


def test_an_owner_is_asked_for_and_never_made_up() -> None:
    row = one(owner="")
    assert row.possible
    assert row.owner == ""
    assert wrong(row) == [("owner", False)]


def test_a_day_that_has_passed_is_marked_and_may_go_along() -> None:
    """A programme that was written before has days that were."""
    row = one(ready="Q1 2026")
    assert row.possible
    assert wrong(row) == [("ready", False)]


def test_every_two_years_counts_from_the_beginning_of_the_programme() -> None:
    row = one(ready="Twee jaarlijks in december")
    assert (row.ready.every_years, row.ready.month, row.ready.on) == (2, 12, date(2028, 12, 31))


def test_two_rows_with_one_number_know_of_each_other() -> None:
    first, second, other = judged(PLAIN, PLAIN, {**PLAIN, "label": "2"})
    assert (first.twins, second.twins, other.twins) == ((2,), (1,), ())
    assert "rij 3" in first.problems[0].what.nl
    assert first.possible


@pytest.mark.parametrize(
    ("budget", "amount"),
    [
        ("90000", 90_000),
        ("€ 90.000", 90_000),
        ("90,000", 90_000),
        ("EUR 1.250.000,-", 1_250_000),
        ("5000,00", 5000),
        ("5 000 euro", 5000),
        ("", None),
        ("n.v.t.", None),
        ("-", None),
    ],
)
def test_an_amount_is_read_as_people_write_it(budget: str, amount: int | None) -> None:
    row = one(budget=budget)
    assert (row.budget, wrong(row)) == (amount, [])


@pytest.mark.parametrize("budget", ["pm", "90,50", "ongeveer 5000", "-5000", "9" * 20])
def test_what_is_no_amount_is_said_and_left_out(budget: str) -> None:
    row = one(budget=budget)
    assert (row.budget, wrong(row)) == (None, [("budget", False)])


def test_a_barrier_that_the_policy_does_not_know_is_said_and_left_out() -> None:
    row = one(barrier="Vliegveld")
    assert (row.barrier, wrong(row)) == ("", [("barrier", False)])


@pytest.mark.parametrize(
    ("partners", "apart"),
    [
        ("RIEC, CoMensha", ("RIEC", "CoMensha")),
        ("Zorg- en Veiligheidshuis, Hoorn; RIEC", ("Zorg- en Veiligheidshuis, Hoorn", "RIEC")),
        ("• RIEC\n• CoMensha\n", ("RIEC", "CoMensha")),
        ("RIEC;", ("RIEC",)),
        ("RIEC, RIEC", ("RIEC",)),
    ],
)
def test_partners_are_told_apart(partners: str, apart: tuple[str, ...]) -> None:
    assert one(partners=partners).partners == apart


def test_a_formula_or_an_error_is_told_and_not_worked_out() -> None:
    [row] = judged({**PLAIN, "title": "?"}, title="formula")
    assert [(problem.column, problem.what.nl) for problem in row.problems] == [
        ("title", "In deze cel staat een formule.")
    ]
    [row] = judged({**PLAIN, "label": "2026-01-01"}, label="day")
    assert wrong(row) == [("label", True)]


def test_one_column_with_words_is_both_what_and_how() -> None:
    row = judged({"what": "Meldpunt inrichten", "ready": "Q3 2027", "owner": "BOA"})[0]
    assert (row.title, row.what) == ("Meldpunt inrichten", "")
    row = judged({"what": "Meldpunt inrichten. " + "x" * 200, "ready": "Q3 2027", "owner": "BOA"})[0]
    assert row.title == "Meldpunt inrichten."
    assert row.what.startswith("Meldpunt inrichten. x")


@pytest.mark.parametrize("column", ["title", "what"])
def test_a_row_that_leads_to_a_signal_is_not_taken(column: str) -> None:
    """V22: said at its row, so that the others can be taken."""
    row = one(**{column: "Nazorg bij K7QM2P"})
    assert (column, True) in wrong(row)
    assert not row.possible
    assert any("K7QM2P" in problem.what.nl for problem in row.problems)
