"""Agreements with Veilig Thuis and training in the meldcode: looked at on a day, with evidence (TRAIN-09, TRAIN-11)."""

import pytest

from baken.programme.training.models import Check
from baken.tenancy.scope import scope
from tests.programme.training.training import Training

SEEN = {
    "what": "safe_home",
    "whose": "Veilig Thuis van de regio",
    "found": "yes",
    "evidence": "Afspraken van maart, artikel 4",
}


def rows(there: Training) -> list[Check]:
    with scope(there.town.woerden.id):
        return list(Check.objects.filter(withdrawn=False))


def test_both_are_asked_before_anybody_looked(there: Training) -> None:
    page = there.text("nagekeken/")
    assert "Staat in de afspraken met Veilig Thuis" in page
    assert "training over de meldcode ook over mensenhandel" in page
    assert page.count("Nog niet nagekeken") == 2


def test_what_was_looked_at_has_a_day_and_evidence_and_is_looked_at_again(there: Training) -> None:
    told = {**SEEN, "on": there.day(-400), "again_on": there.day(-35)}
    assert there.send("nagekeken/vastleggen/", **told).status_code == 303
    page = there.text("nagekeken/")
    assert "Afspraken van maart, artikel 4" in page
    assert "Kijk dit opnieuw na" in page
    there.send("nagekeken/vastleggen/", **{**told, "on": there.day(0), "again_on": there.day(365)})
    assert "Kijk dit opnieuw na" not in there.text("nagekeken/")
    assert len(rows(there)) == 2


def test_one_is_put_right_and_taken_back(there: Training) -> None:
    there.send("nagekeken/vastleggen/", **SEEN, on=there.day(0))
    [check] = rows(there)
    told = {**SEEN, "on": there.day(0), "found": "partly", "looked_at": check.number}
    assert there.send(f"nagekeken/{check.id}/", **told).status_code == 303
    assert there.send(f"nagekeken/{check.id}/", **{**told, "found": "no"}).status_code == 409
    assert "Voor een deel" in there.text("nagekeken/")
    assert there.send(f"terugnemen/nagekeken/{check.id}/").status_code == 303
    assert rows(there) == []


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"evidence": ""}, "Schrijf waaruit dit blijkt"),
        ({"on": "2999-01-01"}, "nog niet geweest"),
        ({"on": "1900-01-01"}, "te lang geleden"),
        ({"again_on": "2020-01-01"}, "niet na de dag"),
        ({"whose": ""}, "Vul dit in"),
        ({"what": "iets"}, "iets"),
        ({"evidence": "over 111222333"}, "burgerservicenummer"),
        ({"evidence": "over K7QM2P"}, "lijkt op het kenmerk"),
    ],
)
def test_bad_input_is_refused_and_nothing_is_lost(
    there: Training, fields: dict[str, object], says: str
) -> None:
    answer = there.send("nagekeken/vastleggen/", **{**SEEN, "on": there.day(0), **fields})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert says in page
    assert rows(there) == []


def test_no_may_be_without_evidence(there: Training) -> None:
    told = {**SEEN, "on": there.day(0), "found": "no", "evidence": ""}
    assert there.send("nagekeken/vastleggen/", **told).status_code == 303
    assert "geen bewijs" in there.text("nagekeken/")
