"""The data set: frozen once, of one day, the same for ever after, and pointing to nobody (EVAL-05, MON-08, V22)."""

import json
from datetime import date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.core.decide.refusal import Refused
from baken.core.vocabulary.moments import AMSTERDAM
from baken.core.vocabulary.text import Text
from baken.programme.common import frozen
from baken.programme.common.frozen import Block, Figure
from baken.programme.evaluation import frozen_data, signals
from baken.programme.evaluation.models import Evaluation
from baken.tenancy.scope import scope
from tests.programme.evaluation.evaluating import Evaluating

WORDS = st.builds(Text, st.text(max_size=20), st.text(max_size=20))
FIGURES = st.builds(
    Figure, WORDS, st.one_of(WORDS, st.integers(0, 10**9), st.none()), st.one_of(WORDS, st.none())
)
BLOCKS = st.lists(
    st.builds(Block, st.text(max_size=9), st.just("policy"), WORDS, st.lists(FIGURES, max_size=3))
)


@given(blocks=BLOCKS, first=st.dates(), days=st.integers(0, 900))
def test_a_data_set_comes_back_as_it_was_and_one_change_shows(
    blocks: list[Block], first: date, days: int
) -> None:
    last = first + timedelta(days=min(days, (date.max - first).days))
    data = frozen_data.packed(tuple(blocks), first, last, last)
    again = json.loads(json.dumps(data))
    kept = Evaluation(data=again, frozen_on=last, digest=frozen_data.digest(data))
    found = frozen_data.read(kept)
    assert found is not None
    assert found.unchanged
    assert list(found.blocks) == blocks
    kept.data = {
        **again,
        "blocks": [*again["blocks"], {"id": "x", "topic": "policy", "title": None, "figures": []}],
    }
    assert frozen_data.read(kept).unchanged is False  # type: ignore[union-attr]


@given(first=st.dates(date(2015, 1, 1), date(2030, 1, 1)), days=st.integers(0, 2000))
def test_only_half_years_wholly_within_the_period_are_told(first: date, days: int) -> None:
    last = first + timedelta(days=days)
    found = signals.halves(first, last)
    assert all(first <= one[0] <= one[1] <= last for one in found)
    assert all(a[1] + timedelta(days=1) == b[0] for a, b in pairwise(found))
    assert len(found) >= days // 184 - 2


def test_figures_are_frozen_once_and_do_not_change_after(there: Evaluating) -> None:
    found = there.start()
    page = there.text(f"{found.id}/vastzetten/")
    assert "Dit wordt bewaard" in page
    assert "Signalen van de eigen organisatie" in page
    assert there.send(f"{found.id}/vastzetten/").status_code == 303
    frozen_once = there.again(found)
    assert frozen_once.frozen_on == there.today
    assert len(frozen_once.digest) == 64
    there.signals(40, there.day(-300))
    assert "Nagerekend: dit zijn de cijfers die zijn vastgezet" in there.text(f"{found.id}/cijfers/")
    assert there.again(found).data == frozen_once.data
    again = there.send(f"{found.id}/vastzetten/")
    assert again.status_code == 409
    assert "De cijfers staan al vast" in again.content.decode()
    assert "Begin dan een nieuwe evaluatie" in there.text(f"{found.id}/vastzetten/")


def test_a_frozen_period_stays_as_it_is(there: Evaluating) -> None:
    found = there.freeze(there.start())
    told = {**there.told(until_date=there.day(-9)), "looked_at": found.number}
    answer = there.send(f"{found.id}/wijzigen/", **told)
    assert answer.status_code == 422
    assert "De cijfers van deze periode staan al vast" in answer.content.decode()


def test_figures_that_were_tampered_with_are_told(there: Evaluating) -> None:
    found = there.freeze(there.start())
    data = json.loads(json.dumps(found.data))
    data["blocks"][0]["figures"][0]["value"] = 999
    with scope(there.own.id):
        Evaluation.objects.filter(organisation_id=there.own.id, id=found.id).update(data=data)
    for page in ("", "cijfers/"):
        assert "niet meer wat er is vastgezet" in there.text(f"{found.id}/{page}")
    assert "Nagerekend" not in there.text(f"{found.id}/cijfers/")


def test_every_part_of_the_programme_gives_its_figures_for_the_period(
    there: Evaluating, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[date, date]] = []

    def source(first: date, last: date) -> Block:
        asked.append((first, last))
        return Block("proef", "finance", Text("Proef", "Trial"), [Figure(Text("Uren", "Hours"), 12)])

    monkeypatch.setitem(frozen._sources, "proef", (99, source))
    found = there.freeze(there.start())
    assert asked == [(found.from_date, found.until_date)]
    data = frozen_data.read(found)
    assert data is not None
    assert [one.id for one in data.of("finance")][-1] == "proef"


def test_signals_are_told_so_that_none_can_be_pointed_at(there: Evaluating) -> None:
    """V22: fewer than ten is not told, more is rounded, and only of half years that cannot be chosen."""
    year = there.today.year - 1
    there.signals(3, date(year, 3, 3))
    there.signals(23, date(year, 9, 9))
    with scope(there.own.id):
        block = signals.block(date(year, 1, 1), date(year, 12, 31))
    told = {one.name.nl: one.value for one in block.figures}
    assert told[f"Signalen, eerste helft van {year}"] == Text("minder dan 10", "fewer than 10")
    assert told[f"Signalen, tweede helft van {year}"] == Text("ongeveer 25", "about 25")
    assert told[f"Vragen, tweede helft van {year}"] == Text("minder dan 10", "fewer than 10")


def test_of_a_half_year_that_ends_today_nothing_is_told_yet(
    there: Evaluating, monkeypatch: pytest.MonkeyPatch
) -> None:
    """V22: not "fewer than 10" of thirty; what is frozen on the last day would say so for ever."""
    year = there.today.year - 1
    there.signals(30, date(year, 9, 9))
    for moment, names in (("2359", set()), ("0001", {f"Signalen, tweede helft van {year}"})):
        day = date(year, 12, 31) if moment == "2359" else date(year + 1, 1, 1)
        at = datetime(day.year, day.month, day.day, int(moment[:2]), int(moment[2:]), tzinfo=AMSTERDAM)
        monkeypatch.setattr(signals, "now", lambda at=at: at)
        with scope(there.own.id):
            block = signals.block(date(year, 7, 1), date(year, 12, 31))
        told = {one.name.nl for one in block.figures if one.value == Text("ongeveer 30", "about 30")}
        assert told == names
        assert ("geen heel half jaar" in {one.value.nl for one in block.figures}) == (not names)  # type: ignore[union-attr]


def test_no_other_days_can_be_asked(there: Evaluating) -> None:
    year = there.today.year - 1
    there.signals(30, date(year, 3, 3))
    with scope(there.own.id):
        whole = signals.block(date(year, 1, 1), date(year, 6, 30))
        less = signals.block(date(year, 1, 2), date(year, 6, 30))
    assert whole.figures[0].value == Text("ongeveer 30", "about 30")
    assert less.figures[0].value == Text("geen heel half jaar", "no whole half year")


def test_few_signals_never_mean_little_trafficking(there: Evaluating) -> None:
    """MON-08: the caveats are frozen along, and stand on the page."""
    found = there.freeze(there.start())
    assert "Weinig signalen betekent niet dat er weinig mensenhandel is" in json.dumps(
        found.data, ensure_ascii=False
    )
    page = there.text(f"{found.id}/cijfers/")
    assert "dark number" in page


def test_before_the_period_is_over_nothing_is_frozen(there: Evaluating) -> None:
    found = there.start()
    with scope(there.own.id):
        Evaluation.objects.filter(organisation_id=there.own.id, id=found.id).update(
            until_date=there.day(5), due_on=there.day(9)
        )
    with pytest.raises(Refused, match="not over"):
        there.freeze(found)
