"""An evaluation begun and changed: its period, topics, questions and day (EVAL-01, EVAL-02, EVAL-04, FIN-06)."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.core.decide.refusal import Refused
from baken.programme.common import planned, policy
from baken.programme.evaluation import actions, queries, rhythm
from baken.programme.evaluation.models import Evaluation, Question
from baken.tenancy.scope import scope
from tests.programme.evaluation.evaluating import Evaluating, evaluating


def bundle(month: int = 12, every: int = 2, begun: date = date(2022, 9, 1)) -> Any:
    found = SimpleNamespace(every_years=every, month=month)
    return SimpleNamespace(evaluation=found, programme=SimpleNamespace(from_=begun), valid_from=begun)


def due(year: int) -> Any:
    return SimpleNamespace(due_on=date(year, 12, 20))


def test_in_west_friesland_the_evaluation_is_due_every_two_years_in_december() -> None:
    """EVAL-02."""
    assert rhythm.expected(bundle(), [], date(2023, 3, 1)) == date(2024, 12, 31)
    assert rhythm.expected(bundle(), [], date(2024, 12, 31)) == date(2024, 12, 31)
    assert rhythm.expected(bundle(), [], date(2025, 1, 1)) == date(2026, 12, 31)


def test_once_one_of_that_year_is_kept_the_next_follows() -> None:
    assert rhythm.expected(bundle(), [due(2024)], date(2024, 12, 1)) == date(2026, 12, 31)
    assert rhythm.expected(bundle(), [due(2024), due(2026)], date(2024, 12, 1)) == date(2028, 12, 31)


@given(
    begun=st.dates(date(2015, 1, 1), date(2030, 12, 31)),
    today=st.dates(date(2015, 1, 1), date(2040, 12, 31)),
    month=st.integers(1, 12),
    every=st.integers(1, 5),
)
def test_the_next_one_is_never_over_and_always_in_the_rhythm(
    begun: date, today: date, month: int, every: int
) -> None:
    found = rhythm.expected(bundle(month, every, begun), [], today)
    assert found is not None
    assert found >= today
    assert found.month == month
    assert (found.year - begun.year) % every == 0
    assert found.year > begun.year


def test_it_proposes_the_day_the_topics_and_the_region_of_the_policy(there: Evaluating) -> None:
    page = there.text("beginnen/")
    with scope(there.own.id):
        found = policy.in_force(there.now)
        expected = rhythm.expected(found, [], there.today)
    assert expected is not None
    assert expected.month == 12
    assert f'value="{expected.isoformat()}"' in page
    assert "Volgens het beleid is dat uiterlijk" in page
    assert page.count("checked") == 6, "five topics, also the money, and the region"


def test_without_a_fixed_day_the_day_is_asked(db: None) -> None:
    """EVAL-04: Copen names none."""
    there = evaluating(policy="woerden")
    overview, page = there.text(), there.text("beginnen/")
    assert "noemt geen vaste dag" in overview
    assert "2 keer per jaar" in overview
    assert "Het beleid noemt geen vaste dag. Kies er zelf een" in page
    answer = there.send("beginnen/", **{**form(there), "due_on": ""})
    assert answer.status_code == 422
    assert "Vul een dag in." in answer.content.decode()


def form(there: Evaluating, **more: Any) -> dict[str, Any]:
    told = there.told(**more)
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in told.items()}


def test_it_begins_with_the_questions_of_the_policy_in_two_languages(there: Evaluating) -> None:
    assert there.send("beginnen/", **form(there)).status_code == 303
    [found] = there.rows(Evaluation)
    asked = there.rows(Question)
    assert {one.topic for one in asked} == set(found.topics)
    assert all(one.from_policy and one.words_en for one in asked)
    page = there.text(f"{found.id}/")
    assert "Werkt de meldroute?" in page
    with scope(there.own.id):
        shown = [one.from_policy for one in queries.questions(found)]
        laid_down = policy.in_force(there.now)
    assert laid_down is not None
    assert shown == [one.id for one in laid_down.evaluation_questions], "in the order of the policy"
    assert "Nog geen bevinding." in page


@pytest.mark.parametrize(
    ("field", "told", "words"),
    [
        ("until_date", {"from_date": -10, "until_date": -20}, "De laatste dag ligt voor de eerste"),
        ("until_date", {"until_date": 1}, "Deze dag is nog niet geweest"),
        ("from_date", {"from_date": 30, "until_date": 60}, "Deze dag is nog niet geweest"),
        ("due_on", {"due_on": -3}, "Dan is de periode nog niet voorbij"),
        ("topics", {"topics": []}, "Kies er een of meer"),
        ("title", {"title": "Over K7WMQ2"}, "lijkt op het kenmerk van een signaal"),
    ],
)
def test_what_is_wrong_is_said_at_its_field_and_nothing_typed_is_lost(
    there: Evaluating, field: str, told: dict[str, Any], words: str
) -> None:
    days = {name: there.day(value) if isinstance(value, int) else value for name, value in told.items()}
    answer = there.send("beginnen/", **form(there, **days))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert words in page
    assert f'href="#id_{field}' in page
    assert str(form(there, **days)["title"]) in page
    assert there.rows(Evaluation) == []


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({"until_date": -800}, "until_date"),
        ({"until_date": 5}, "until_date"),
        ({"due_on": -5}, "due_on"),
        ({"topics": []}, "topics"),
    ],
)
def test_the_same_is_refused_where_no_form_stands_before_it(
    there: Evaluating, told: dict[str, Any], field: str
) -> None:
    days = {name: there.day(value) if isinstance(value, int) else value for name, value in told.items()}
    with pytest.raises(Refused) as refused:
        there.start(**days)
    assert refused.value.field == field


def test_the_same_command_begins_one(there: Evaluating) -> None:
    given = there.given()
    with scope(there.own.id):
        made = {actions.start(there.told(), **given).id for _ in range(2)}
    assert len(made) == len(there.rows(Evaluation)) == 1


def test_a_topic_that_comes_along_brings_its_questions_and_one_that_goes_takes_them(
    there: Evaluating,
) -> None:
    found = there.start(topics=["policy"])
    one = {**form(there, topics=["execution"]), "looked_at": found.number}
    assert there.send(f"{found.id}/wijzigen/", **one).status_code == 303
    assert {one.topic for one in there.rows(Question)} == {"execution"}


def test_a_topic_with_findings_cannot_go(there: Evaluating) -> None:
    found = there.start()
    there.find(found, topic="policy")
    one = {**form(there, topics=["execution"]), "looked_at": found.number}
    answer = there.send(f"{found.id}/wijzigen/", **one)
    assert answer.status_code == 422
    assert "staat al iets" in answer.content.decode()


def test_two_editors_never_overwrite_each_other(there: Evaluating) -> None:
    found = there.start()
    first = {**form(there, title="De eerste"), "looked_at": found.number}
    second = {**form(there, title="De tweede"), "looked_at": found.number}
    assert there.send(f"{found.id}/wijzigen/", **first).status_code == 303
    answer = there.send(f"{found.id}/wijzigen/", "focal_point", **second)
    assert answer.status_code == 409
    assert "Iemand anders heeft dit net gewijzigd" in answer.content.decode()
    assert "De tweede" in answer.content.decode()
    assert there.again(found).title == "De eerste"


def test_an_own_question_is_added_and_taken_back(there: Evaluating) -> None:
    found = there.start(topics=["finance"])
    page = f"{found.id}/vraag/"
    assert there.send(page, topic="policy", words="Wat nu?").status_code == 422
    assert there.send(page, topic="finance", words="Wat kostte K7WMQ2?").status_code == 422
    assert there.send(page, topic="finance", words="Wat kostte het?").status_code == 303
    [own] = [one for one in there.rows(Question) if not one.from_policy]
    assert "Wat kostte het?" in there.text(f"{found.id}/")
    assert there.send(f"vraag/{own.id}/terugnemen/").status_code == 303
    assert "Wat kostte het?" not in there.text(f"{found.id}/")


def test_the_days_stand_in_the_year_with_what_the_policy_expects(there: Evaluating) -> None:
    found = there.start(due_on=there.day(10))
    with scope(there.own.id):
        rows = list(rhythm.planned(there.day(-30), there.day(3000), there.today))
        every = planned.between(there.day(0), there.day(20), there.today)
        expected = rhythm.expected(policy.in_force(there.now), queries.evaluations(), there.today)
    assert [(one.last, one.words) for one in rows] == [
        (found.due_on, found.title),
        (expected, "Evaluatie volgens het beleid"),
    ]
    assert "Evaluatie van de aanpak" in {one.words for one in every}
