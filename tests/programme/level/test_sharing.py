"""What a region sees of a basic level: where members stand, without ranking, totals or numbers of signals (BASE-07)."""

from datetime import timedelta

from baken.core.vocabulary.moments import civil_date
from baken.core.vocabulary.text import Text
from baken.programme.level import dated, sharing
from baken.programme.level.sharing import Line, Released
from baken.programme.region.kinds import Told
from baken.tenancy.scope import scope
from tests.programme.level.conftest import Municipality


def a_line(criterion: str, shown: str, sort: str = "demand") -> Line:
    return Line(criterion=criterion, sort=sort, nl=criterion, en=criterion, shown=shown, on=None)  # type: ignore[arg-type]


def test_nothing_can_be_released_before_somebody_looked(there: Municipality) -> None:
    with scope(there.town.woerden.id):
        assert sharing.offers(civil_date(there.town.now)) == []


def test_where_it_can_be_seen_and_notes_do_not_go(there: Municipality) -> None:
    there.assess(evidence="kanarie-besluit", note="kanarie-opmerking", by="kanarie-team")
    with scope(there.town.woerden.id):
        [offer] = sharing.offers(civil_date(there.town.now))
    assert "kanarie" not in str(offer.payload)
    data = Released.model_validate(offer.payload)
    assert len(data.lines) == 20
    assert data.lines[0].shown == "shown"
    assert data.lines[0].on == civil_date(there.town.now)
    assert {line.shown for line in data.lines[1:]} == {"open"}


def test_all_that_goes_is_said_in_words(there: Municipality) -> None:
    there.assess()
    with scope(there.town.woerden.id):
        [offer] = sharing.offers(civil_date(there.town.now))
    data = Released.model_validate(offer.payload)
    rows = [row for table in sharing.show(data) for row in table.rows]
    assert len(rows) == len(data.lines)
    assert rows[0] == (data.lines[0].name, Text("nog niet aangetoond", "not shown yet"), data.lines[0].on)


def test_side_by_side_members_stand_by_name_and_nothing_is_added_up(there: Municipality) -> None:
    woerden = Released(lines=(a_line("a", "shown"), a_line("b", "not")))
    hoorn = Released(lines=(a_line("a", "unproved"), a_line("c", "partly", "role")))
    told = [Told("Hoorn", hoorn, there.town.now), Told("Woerden", woerden, there.town.now)]
    demands, roles = sharing.compare(told)
    assert demands.headers[1:] == ("Hoorn", "Woerden")
    assert [len(demands.rows), len(roles.rows)] == [2, 1]
    cells = {str(row[0].nl): row[1:] for row in demands.rows}  # type: ignore[attr-defined]
    assert cells["b"][0] is None
    assert cells["a"][0] == [Text("nog niet aangetoond", "not shown yet")]
    assert not demands.numeric
    words = str(demands.rows)
    assert not any(word in words for word in ("totaal", "%", "signalen"))
    assert "geen ranglijst" in str(sharing.KIND.note)


def test_what_must_be_looked_at_again_stands_in_the_plan_of_the_year(there: Municipality) -> None:
    today = civil_date(there.town.now)
    for criterion in ("demand_policy", "demand_focal_point"):
        there.assess(criterion, on=(today - timedelta(days=900)).isoformat())
    with scope(there.town.woerden.id):
        [late] = dated.planned(today - timedelta(days=365), today, today)
        assert list(dated.planned(today, today + timedelta(days=10), today)) == []
    assert late.state == "late"
    assert "2 criteria" in late.words


def test_an_evaluation_gets_how_many_criteria_stand_where(there: Municipality) -> None:
    there.assess(evidence="besluit")
    today = civil_date(there.town.now)
    with scope(there.town.woerden.id):
        block = dated.figures(today, today)
    assert block is not None
    assert {one.name.en: one.value for one in block.figures} == {
        "Criteria of the basic level": 20,
        "Met and shown": 1,
        "Not shown yet": 0,
        "Partly met": 0,
        "Not met": 0,
        "Not looked at yet": 19,
    }
    with scope(there.town.montfoort.id):
        assert dated.figures(today, today) is None
