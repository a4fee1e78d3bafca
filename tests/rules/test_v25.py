"""V25: putting off informing the people in a signal has a ground, a reason and a day on which somebody looks again."""

from datetime import timedelta

import pytest

from baken.ledger import signals
from baken.tenancy.scope import scope
from baken.web import notices
from tests.route.case import Case
from tests.rules.stored import rows

PUT_OFF = {"decision": "not_yet", "ground": "safety", "reason": "Kanarieweging: zij woont er nog."}


def day(case: Case, later: int) -> str:
    return str(case.town.today + timedelta(days=later))


@pytest.mark.parametrize("lacking", ["ground", "review_on", "reason"])
def test_without_one_of_them_it_is_not_put_off(case: Case, lacking: str) -> None:
    told = {**PUT_OFF, "review_on": day(case.receive(), 30)}
    answer = case.send("inlichten/", **{name: value for name, value in told.items() if name != lacking})
    assert answer.status_code == 422
    assert lacking in answer.context["form"].errors
    assert "informing.decided" not in case.happened()


@pytest.mark.parametrize("later", [-1, 0, 400])
def test_the_day_to_look_again_is_to_come_and_within_a_year(case: Case, later: int) -> None:
    assert case.receive().send("inlichten/", **PUT_OFF, review_on=day(case, later)).status_code in (409, 422)
    assert "informing.decided" not in case.happened()


def test_it_stands_on_the_signal_with_its_ground_and_its_day(case: Case) -> None:
    assert case.receive().send("inlichten/", **PUT_OFF, review_on=day(case, 30)).status_code == 303
    page = case.get().content.decode()
    assert "iemand zou gevaar lopen" in page
    assert "Opnieuw bekijken op" in page
    assert not any(b"Kanarieweging" in row for row in rows(case.town))


def test_when_the_day_has_come_it_is_owed_and_who_supervises_sees_it(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    case.receive().send("inlichten/", **PUT_OFF, review_on=day(case, 30))
    asked = "Kijk opnieuw of de mensen in dit signaal kunnen worden ingelicht."
    assert asked not in case.client.get("/werk/").content.decode()
    later = case.town.now + timedelta(days=31)
    with scope(case.town.woerden.id):
        file = signals.read(case.signal, now=later)
        told = [str(line.words) for line in notices.lines(case.town.actor("privacy"), later)]
    from baken.route.queries.debts import debts

    assert asked in [todo.sentence.nl for todo in debts(file)]
    assert any("opnieuw worden bekeken" in line for line in told)


def test_informing_is_owed_until_it_was_done(case: Case) -> None:
    case.receive().send("inlichten/", decision="inform", reason="Het kan nu.")
    assert "Licht de mensen in dit signaal in." in case.get().content.decode()
    assert case.send("ingelicht/", how="by_helper").status_code == 303
    assert "Licht de mensen in dit signaal in." not in case.get().content.decode()
