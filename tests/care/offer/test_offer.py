"""Who offers what, and to whom that was made known (CARE-05, CARE-07, CARE-08, CARE-10, PART-05..08)."""

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from baken.care.common import lists
from baken.care.offer.models import MadeKnown, Offer
from baken.tenancy.models import Change
from baken.tenancy.scope import scope
from tests.care.offer.offering import Offering
from tests.papers import text_of


def test_the_policy_fills_the_list_with_who_helps_and_for_whom(there: Offering) -> None:
    """PART-05, PART-07, PART-08: Moviera, Belle from 18, Pretty Woman up to 23, each after sexual exploitation."""
    assert "Overnemen uit het beleid" in there.text()
    form = there.get("overnemen/").content.decode()
    assert "Pretty Woman" in form
    assert 'value="ind"' not in form
    sent = there.send("overnemen/", providers=["pretty_woman", "belle", "care_coordinator"])
    assert sent.status_code == 303
    found = {one.provider: one for one in there.rows(Offer)}
    assert found["pretty_woman"].ages == ["minor", "young"]
    assert found["belle"].ages == ["adult", "young"]
    assert found["belle"].forms == ["sexual"]
    assert found["care_coordinator"].ages == []
    assert all(one.name[0].isupper() for one in found.values()), "a name begins a line and a heading"
    there.send("overnemen/", providers=["youth_care"])
    assert "Jeugdhulp" in {one.name for one in there.rows(Offer)}
    with scope(there.town.care.id):
        assert {area for one in found.values() for area in one.areas} <= set(lists.areas())
    assert "Pretty Woman" in there.text()
    assert 'value="pretty_woman"' not in there.get("overnemen/").content.decode()


def test_an_offer_is_added_once_however_often_it_is_sent(there: Offering) -> None:
    command = "0b6d1f52-3ad0-4f4e-9d24-2f36f9a3c001"
    for _ in range(2):
        assert there.offer(command=command).status_code == 303
    assert len(there.rows(Offer)) == 1


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"name": ""}, "Vul een organisatie of afdeling in"),
        ({"what": ""}, "wat er geboden wordt"),
        ({"from_date": "2026-02-30"}, "22-11-2026"),
        ({"from_date": "2026-05-02", "until_date": "2026-05-01"}, "Deze dag ligt voor de eerste dag"),
        ({"from_date": "0001-01-01"}, "Klopt het jaartal?"),
        ({"until_date": "9999-12-31"}, "Klopt het jaartal?"),
        ({"reach": "bel 111222333"}, "burgerservicenummer"),
    ],
)
def test_bad_input_says_what_to_do_and_keeps_what_was_typed(
    there: Offering, fields: dict[str, str], says: str
) -> None:
    sent = there.offer(**{"what": "Begeleiding voor vaders.", **fields})
    assert sent.status_code == 422
    page = sent.content.decode()
    assert says in page
    assert fields.get("what") == "" or "Begeleiding voor vaders." in page
    assert there.rows(Offer) == []


def test_an_offer_that_ended_or_begins_later_is_not_on_the_sheet(there: Offering) -> None:
    day = date.fromisoformat(there.today)
    there.offer()
    there.offer(
        name="Steunpunt Oud", from_date="2020-01-01", until_date=(day - timedelta(days=1)).isoformat()
    )
    there.offer(name="Steunpunt Straks", from_date=(day + timedelta(days=1)).isoformat())
    there.offer(name="Steunpunt Laatste Dag", until_date=there.today)
    sheet = there.get("blad/")
    assert sheet["Content-Type"] == "application/pdf"
    words = text_of(sheet.content)
    assert "Steunpunt Oost" in words
    assert "Steunpunt Laatste Dag" in words
    assert "Steunpunt Oud" not in words
    assert "Steunpunt Straks" not in words
    assert "Niemand hoeft aangifte te doen" in words
    page = there.text()
    assert "Begint later" in page
    assert "Aanbod dat voorbij is" in page


def test_a_change_keeps_how_it_stood_and_two_editors_never_overwrite_each_other(there: Offering) -> None:
    there.offer()
    [found] = there.rows(Offer)
    told = {"name": "Steunpunt Oost", "what": "Begeleiding bij school.", "from_date": there.today}
    assert there.send(f"{found.id}/", **told, looked_at=1).status_code == 303
    late = there.send(f"{found.id}/", **{**told, "what": "Iets heel anders."}, looked_at=1)
    assert late.status_code == 409
    assert "Iemand anders heeft dit net gewijzigd" in late.content.decode()
    assert "Iets heel anders." in late.content.decode()
    page = there.text(f"{found.id}/")
    assert "Begeleiding thuis." in page
    assert "Begeleiding bij school." in page
    assert [one.number for one in there.rows(Change)] == [1, 2]


def test_what_is_taken_back_shows_nowhere_and_is_kept(there: Offering) -> None:
    there.offer()
    [found] = there.rows(Offer)
    assert there.send(f"terugnemen/aanbod/{found.id}/").status_code == 303
    assert "Steunpunt Oost" not in there.text()
    assert there.get(f"{found.id}/").status_code == 404
    assert there.rows(Change)[-1].row["withdrawn"] is True
    assert there.send(f"terugnemen/onzin/{found.id}/").status_code == 404


@pytest.mark.parametrize(
    "sql",
    [
        "DELETE FROM care_offer_offer",
        "DELETE FROM tenancy_change",
        "UPDATE tenancy_change SET kind = 'x'",
    ],
)
def test_history_can_be_neither_changed_nor_removed(there: Offering, sql: str) -> None:
    there.offer()
    with scope(there.town.care.id), pytest.raises(DatabaseError), transaction.atomic():
        connection.cursor().execute(sql)


def test_it_shows_who_does_not_know_the_offer_yet(there: Offering) -> None:
    """CARE-10: helpers, schools and safety partners."""
    page = " ".join(there.text().split())
    assert "scholen: nog niet" in page
    sent = there.send("bekend/", on=there.today, whom="schools", name="Scholen in Woerden", how="training")
    assert sent.status_code == 303
    page = " ".join(there.text().split())
    assert "scholen: nog niet" not in page
    assert "hulpverleners: nog niet" in page
    assert "Scholen in Woerden" in page
    [known] = there.rows(MadeKnown)
    assert there.send(f"terugnemen/bekend/{known.id}/").status_code == 303
    assert "scholen: nog niet" in " ".join(there.text().split())


def test_the_offer_is_the_care_coordinators_own(there: Offering) -> None:
    for visitor in ("director", "focal_point", "outsider", "administrator"):
        assert there.get(visitor=visitor).status_code == 403
        assert there.send("toevoegen/", visitor=visitor, name="x").status_code == 403
