"""Gaps in the offer and advice given: counted by year, naming nobody (CARE-10, CARE-11, V22)."""

from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from baken.care.common import clients
from baken.care.offer.models import Advice, Missing
from baken.core.decide import client as decide
from baken.core.derive.gaps import of as gaps_of
from baken.tenancy.scope import scope
from tests.care.offer.offering import Offering
from tests.papers import text_of
from tests.tenants.care_things import a_need


def _not_to_be_had(there: Offering) -> UUID:
    """A need in a new client file for which there was no help."""
    found = a_need(there.town)
    client, need = UUID(str(found["client"])), str(found["part"])
    with scope(there.town.care.id):
        clients.carry_out(
            client,
            lambda stream, refs: decide.settle_need(
                clients.state(stream), need=need, outcome="not_to_be_had", gap="waiting_list", told=None
            ),
            actor=there.town.actor("care"),
            now=there.town.now,
            command_id=uuid4(),
        )
    return client


def test_help_that_was_not_to_be_had_in_a_file_counts_and_names_nobody(there: Offering) -> None:
    _not_to_be_had(there)
    page = there.text("ontbreekt/")
    assert "Medische hulp" in page
    assert "De wachttijd is te lang" in page
    assert "Kanarie" not in page


def test_help_that_came_after_all_is_no_gap(there: Offering) -> None:
    client = _not_to_be_had(there)
    with scope(there.town.care.id):
        happened = clients.read(client).happened
        assert len(gaps_of(happened)) == 1
        [need] = clients.state(clients.read(client)).needs
        clients.carry_out(
            client,
            lambda stream, refs: decide.agree_help(
                clients.state(stream),
                need=need,
                by="doctor",
                bodies=["doctor"],
                due=there.town.today,
                today=there.town.today,
                told=None,
            ),
            actor=there.town.actor("care"),
            now=there.town.now,
            command_id=uuid4(),
        )
        assert gaps_of(clients.read(client).happened) == []


def test_a_gap_without_a_client_is_noted_and_can_be_taken_back(there: Offering) -> None:
    told = {"on": there.today, "area": "children", "reason": "no_offer", "what": "men"}
    assert there.send("ontbreekt/noteren/", **told).status_code == 303
    assert "Voor mannen" in there.text("ontbreekt/")
    [line] = there.rows(Missing)
    assert there.send(f"terugnemen/hiaat/{line.id}/").status_code == 303
    assert "Voor mannen" not in there.text("ontbreekt/")


def test_a_gap_takes_no_words_of_anybody(there: Offering) -> None:
    """What one person lacked says something about that person, and a line here is kept for ever."""
    form = there.text("ontbreekt/noteren/")
    assert 'type="text"' not in form
    assert "<textarea" not in form
    told = {"on": there.today, "area": "children", "reason": "no_offer", "what": "kanarie zocht een plek"}
    assert there.send("ontbreekt/noteren/", **told).status_code == 422
    assert there.rows(Missing) == []


def test_for_others_small_numbers_are_not_told(there: Offering) -> None:
    """V22: below ten nothing exact, above it in fives."""
    for area, number in (("children", 9), ("school", 12)):
        for _ in range(number):
            there.send("ontbreekt/noteren/", on=there.today, area=area, reason="no_offer", what="other")
    words = " ".join(text_of(there.get("ontbreekt/blad/").content).split()).replace(" : ", ": ")
    assert "Kinderen: minder dan 10" in words
    assert "School of opleiding: ongeveer 10" in words
    assert "ongeveer 20" in words
    assert "kanarie" not in words


def test_gaps_take_the_same_queries_however_many_files_there_are(there: Offering) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            there.text("ontbreekt/")
        return len(captured)

    _not_to_be_had(there)
    queries()
    few = queries()
    for _ in range(3):
        _not_to_be_had(there)
    assert queries() == few


def test_advice_counts_by_profession_and_subject_and_holds_no_words(there: Offering) -> None:
    for minutes in ("30", "45"):
        told = {"on": there.today, "profession": "police", "subject": "shelter", "minutes": minutes}
        assert there.send("advies/vastleggen/", **told).status_code == 303
    page = " ".join(there.text("advies/").split())
    assert "2 keer advies, samen 75 minuten" in page
    form = there.text("advies/vastleggen/")
    assert 'type="text"' not in form
    assert "<textarea" not in form
    [first, _] = there.rows(Advice)
    there.send(f"terugnemen/advies/{first.id}/")
    assert "1 keer advies, samen 45 minuten" in " ".join(there.text("advies/").split())


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"minutes": "0"}, "ten minste 1 minuut"),
        ({"minutes": "601"}, "meer dan 10 uur"),
        ({"minutes": "een half uur"}, "heel getal"),
        ({"on": "2999-01-01"}, "nog niet geweest"),
        ({"on": "1026-01-01"}, "te lang geleden"),
        ({"profession": "spion"}, ""),
    ],
)
def test_bad_advice_is_refused(there: Offering, fields: dict[str, str], says: str) -> None:
    told = {"on": there.today, "profession": "police", "subject": "shelter", "minutes": "30", **fields}
    sent = there.send("advies/vastleggen/", **told)
    assert sent.status_code == 422
    assert says in sent.content.decode()
    assert there.rows(Advice) == []


def test_a_year_that_is_none_shows_the_last_one(there: Offering) -> None:
    for year in ("", "x", "²025", "99999", "1800"):
        assert there.get("advies/", jaar=year).status_code == 200
        assert there.get("ontbreekt/blad/", jaar=year).status_code == 200
