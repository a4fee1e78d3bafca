"""The budget: sources and uses of a year, what is over, and what an evaluation keeps of it (FIN-02 to FIN-06)."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from baken.core.vocabulary.text import Text
from baken.programme.common import frozen
from baken.programme.papers import money
from baken.programme.papers.models import Line
from baken.tenancy.scope import scope
from tests.programme.papers.conftest import BUDGET, Municipality

AMOUNTS = st.none() | st.integers(0, 1_000_000)


@given(st.lists(st.tuples(AMOUNTS, AMOUNTS), max_size=8))
def test_a_total_is_the_sum_of_what_was_filled_in_and_never_below_zero(
    amounts: list[tuple[int | None, int | None]],
) -> None:
    found = money.added([Line(planned=planned, spent=spent) for planned, spent in amounts])
    assert found.planned == sum(planned for planned, _ in amounts if planned)
    assert found.spent == sum(spent for _, spent in amounts if spent)
    assert found.unfilled == sum(spent is None for _, spent in amounts)
    assert found.over >= 0


def test_the_lines_of_the_policy_come_in_for_a_year_with_what_the_documents_say(there: Municipality) -> None:
    """FIN-02, FIN-04: Woerden works with its own staff, training costs nothing, and the State pays shelter."""
    page = there.text(BUDGET)
    assert "Nog geen budget in dit jaar" in page
    year = there.today.year
    wanted = ["own_staff", "duvo", "shelter", "trainings"]
    assert there.send(f"{BUDGET}overnemen/{year}/", wanted=wanted).status_code == 303
    page = there.text(BUDGET)
    assert "geen gevolgen voor de begroting" in page
    assert "DUVO" in page.split("Deze bedragen tellen niet mee")[1]
    assert {(one.name, one.planned) for one in there.lines()} >= {("Trainingen en bijeenkomsten", 0)}
    assert "Er valt niets over te nemen" in there.text(f"{BUDGET}overnemen/{year}/")
    assert len(there.lines()) == 4
    there.send(f"{BUDGET}overnemen/{year + 1}/", wanted=wanted)
    assert len(there.lines()) == 8


def test_what_is_over_is_said(there: Municipality) -> None:
    there.line("Budget team Veiligheid", kind="source", planned="2000")
    there.line("Training", planned="1000", spent="1250")
    there.line("Campagne", planned="1500")
    page = there.text(BUDGET)
    assert "Dit past niet" in page
    assert "Training: € 250 meer dan gepland" in page
    assert "€ 500 meer aan bestedingen gepland" in page
    assert "€ 2.500" in page


def test_an_amount_of_a_whole_region_counts_in_no_total(there: Municipality) -> None:
    """FIN-03."""
    there.line("Zorgcoördinatie", planned="90000", regional="on")
    there.line("Eigen bijdrage", planned="4000", spent="4000")
    page = there.text(BUDGET)
    assert "€ 90.000" in page.split("Deze bedragen tellen niet mee")[1]
    assert "€ 94.000" not in page
    assert "Dit past niet" not in page


def test_an_amount_is_a_whole_number_that_is_not_below_zero_and_nothing_typed_is_lost(
    there: Municipality,
) -> None:
    for wrong in ("-5", "12,50", "veel", "1000000000"):
        answer = there.line("Training", planned=wrong)
        assert answer.status_code == 422, wrong
        assert "Training" in answer.content.decode()
    assert there.line(year="1999").status_code == 422
    assert there.lines() == []


def test_an_evaluation_keeps_the_money_of_the_years_it_touches(there: Municipality) -> None:
    """FIN-06."""
    there.line("Training", planned="1000", spent="1250")
    there.line("Campagne", planned="500")
    year = there.today.year
    with scope(there.town.woerden.id):
        (block,) = [one for one in frozen.blocks(date(year, 1, 1), date(year, 12, 31)) if one.id == "budget"]
        assert [
            one for one in frozen.blocks(date(2016, 1, 1), date(2016, 12, 31)) if one.id == "budget"
        ] == []
    assert block.topic == "finance"
    values = {figure.name.nl: figure for figure in block.figures}
    assert values[f"Bestedingen {year}, gepland"].value == money.euros(1500)
    spent = values[f"Bestedingen {year}, uitgegeven"]
    assert spent.value == money.euros(1250)
    assert spent.note is not None
    assert "Bij 1 regel is" in spent.note.nl
    assert values[f"Meer uitgegeven dan gepland {year}"].value.nl == "Training"


def test_where_no_amount_is_known_the_sum_is_not_known_either(there: Municipality) -> None:
    """FIN-02: "inside what there is" is no amount, and certainly not nothing."""
    there.line("Eigen formatie", kind="source")
    page = there.text(BUDGET)
    assert "€ 0" not in page
    assert page.count("niet bekend") >= 4
    year = there.today.year
    with scope(there.town.woerden.id):
        (block,) = [one for one in frozen.blocks(date(year, 1, 1), date(year, 12, 31)) if one.id == "budget"]
    assert {one.value for one in block.figures} == {Text("geen bedrag bekend", "no amount known")}


def test_an_evaluation_keeps_the_money_of_the_region_apart(there: Municipality) -> None:
    """FIN-03, FIN-06: the 90,000 of the region is the largest amount there is, and an evaluation includes finance."""
    there.line("Zorgcoördinatie", planned="90000", regional="on")
    there.line("DUVO", kind="source", regional="on")
    year = there.today.year
    with scope(there.town.woerden.id):
        (block,) = [one for one in frozen.blocks(date(year, 1, 1), date(year, 12, 31)) if one.id == "budget"]
    values = {figure.name.nl: figure for figure in block.figures}
    assert values[f"Zorgcoördinatie {year}, gepland"].value == money.euros(90000)
    assert "telt in geen totaal mee" in str(values[f"Zorgcoördinatie {year}, gepland"].note)
    assert values[f"DUVO {year}"].value == Text("geen bedrag bekend", "no amount known")
    assert f"Bestedingen {year}, gepland" not in values


def test_a_line_keeps_how_it_stood_and_can_be_taken_back(there: Municipality) -> None:
    there.line("Training", planned="1000")
    (line,) = there.lines()
    told = {"year": str(line.year), "name": "Training", "kind": "use", "who": "team Veiligheid"}
    assert (
        there.send(f"{BUDGET}{line.id}/", **told, planned="1000", spent="800", looked_at="1").status_code
        == 303
    )
    page = there.text(f"{BUDGET}{line.id}/")
    assert "uitgegeven of gekregen: € 800" in page
    assert there.send(f"{BUDGET}{line.id}/terugnemen/").status_code == 303
    assert there.lines() == []


def test_a_year_that_cannot_be_is_this_year(there: Municipality) -> None:
    assert f"Budget van {there.today.year}" in there.text(f"{BUDGET}?jaar=9999")
    assert f"Budget van {there.today.year}" in there.text(f"{BUDGET}?jaar=%C2%B2")
