"""The pages of a region: side by side without a verdict, exactly what goes, and nothing for outsiders."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.http import HttpResponse
from django.test import Client

from baken.programme.region import queries, sharing
from baken.programme.region.kinds import Told
from baken.tenancy import regions
from baken.tenancy.scope import scope
from tests.programme.region import six as things
from tests.programme.region.six import Six

REGION = "/programma/regio/bomenstreek/"


def get(there: Six, visitor: str, page: str = "") -> HttpResponse:
    return there.town.visit(Client(), visitor).get(REGION + page)


def text(there: Six, visitor: str = "adviser", page: str = "") -> str:
    answer = get(there, visitor, page)
    assert answer.status_code == 200, answer.status_code
    return " ".join(answer.content.decode().split())


def release(there: Six, visitor: str = "adviser", **more: str) -> HttpResponse:
    browser = there.town.visit(Client(), visitor)
    page = browser.get(f"{REGION}delen/proef/jaar/").content.decode()
    seen = page.partition('name="seen" value="')[2].partition('"')[0]
    told = {"command": str(uuid4()), "seen": seen, **more}
    return browser.post(f"{REGION}delen/proef/jaar/", told)


def test_a_region_names_its_members_and_who_left_with_the_days(there: Six) -> None:
    yesterday = there.today - timedelta(days=1)
    regions.leave(there.region, there.members["linden"], until=yesterday)
    page = text(there, "focal_point")
    assert "Bomenstreek" in page
    assert "samenwerkingsverband" in page
    for name in things.NAMES:
        assert name in page
    assert page.count("tot en met") == 1
    assert "Elders" not in page


def test_before_anything_is_released_the_page_says_what_will_appear(there: Six) -> None:
    assert "Deelt een lid iets over zijn programma" in text(there)


def test_what_members_released_stands_side_by_side_and_who_did_not_is_not_judged(there: Six) -> None:
    there.release("montfoort", name="actie van Montfoort")
    page = text(there, "focal_point")
    assert "actie van Montfoort" in page
    assert "Deelden dit niet: Beukstad, Eikendal, Esdoorn, Linden, Woerden. Dat zegt niets" in page


def test_who_left_counts_no_longer_and_the_page_says_since_when(there: Six) -> None:
    """REG-07, and the member that leaves midway."""
    id_ = there.release("montfoort", name="van toen", days=-3)
    regions.leave(there.region, there.members["montfoort"], until=there.today - timedelta(days=1))
    page = text(there)
    assert "Naast elkaar" not in page
    assert "Montfoort deed mee tot en met" in page
    assert "telt hier niet meer mee" in page
    assert "van toen" in text(there, page=f"ontvangen/{id_}/")


def test_who_left_itself_reads_what_it_had_and_releases_nothing(there: Six) -> None:
    there.release("montfoort", name="voor het vertrek", days=-3)
    regions.leave(there.region, there.members["woerden"], until=there.today - timedelta(days=1))
    there.release("montfoort", name="na het vertrek")
    page = text(there)
    assert "Uw organisatie doet niet meer mee" in page
    assert "voor het vertrek" in page
    assert "na het vertrek" not in page
    assert "Kiezen wat u deelt" not in page
    assert get(there, "adviser", "delen/").status_code == 404
    assert get(there, "adviser", "delen/proef/jaar/").status_code == 404


@pytest.mark.parametrize("visitor", ["outsider", "care"])
def test_for_who_takes_no_part_the_region_does_not_exist(there: Six, visitor: str) -> None:
    id_ = there.release("woerden")
    for page in ("", f"ontvangen/{id_}/"):
        assert get(there, visitor, page).status_code == 404
    overview = there.town.visit(Client(), visitor).get("/programma/regio/").content.decode()
    assert "Bomenstreek" not in overview
    assert "Nog geen regio" in overview


def test_a_release_is_found_in_its_own_region_alone(there: Six) -> None:
    id_ = there.release("woerden")
    other = regions.create_region(slug="ander", name="Ander", kind="riec", now=there.town.now)
    regions.join(other, there.members["woerden"], since=there.today)
    browser = there.town.visit(Client(), "adviser")
    assert browser.get(f"/programma/regio/ander/ontvangen/{id_}/").status_code == 404


def test_one_sees_exactly_what_goes_and_to_whom_before_it_goes(there: Six) -> None:
    assert "Proef kanarie-actie" in text(there, page="delen/")
    page = text(there, page="delen/proef/jaar/")
    for words in ("Proef kanarie-actie", "Wat er gaat", "Meer gaat er niet mee"):
        assert words in page
    assert "Beukstad, Eikendal, Esdoorn, Linden, Montfoort" in page
    assert there.received("linden") == []
    assert release(there).status_code == 303
    [got] = there.received("linden")
    assert got.payload == {"name": "kanarie-actie", "done": True}
    assert "Sindsdien niet veranderd" in text(there, page="delen/")


def test_what_changed_between_looking_and_confirming_does_not_go(there: Six) -> None:
    answer = release(there, seen="iets anders")
    assert answer.status_code == 409
    assert "is net veranderd" in answer.content.decode()
    assert there.received("linden") == []


def test_what_changed_after_releasing_is_told_where_one_chooses(there: Six) -> None:
    there.release("woerden", name="vorige")
    assert "Sindsdien veranderd" in text(there, page="delen/")


def test_only_who_may_release_does(there: Six) -> None:
    for page in ("delen/", "delen/proef/jaar/", "terugnemen/proef/jaar/"):
        assert get(there, "focal_point", page).status_code == 403
    there.release("woerden")
    page = text(there, "focal_point")
    assert "Wat u deelde" in page
    assert "Kiezen wat u deelt" not in page
    assert "Terugnemen" not in page
    assert "Terugnemen" in text(there, "adviser")


def test_taking_back_says_what_it_does_and_empties_it_everywhere(there: Six) -> None:
    release(there)
    assert "kunt u niet terughalen" in text(there, page="terugnemen/proef/jaar/")
    browser = there.town.visit(Client(), "adviser")
    assert browser.post(f"{REGION}terugnemen/proef/jaar/", {"command": str(uuid4())}).status_code == 303
    assert there.received("linden") == []
    assert browser.get(f"{REGION}terugnemen/proef/jaar/").status_code == 404
    with scope(there.members["woerden"].id):
        assert sharing.received(there.region, "proef") == []


@pytest.mark.parametrize("page", ["delen/proef/anders/", "delen/onbekend/jaar/", "terugnemen/proef/anders/"])
def test_what_there_is_nothing_of_does_not_exist(there: Six, page: str) -> None:
    assert get(there, "adviser", page).status_code == 404


def test_many_members_stand_in_several_tables_each_named_by_its_first_and_last(there: Six) -> None:
    told = [
        Told(f"Lid {number:02}", things.Shape(name="x", done=True), there.town.now) for number in range(13)
    ]
    assert [len(queries.beside(things.KIND, told[:most])) for most in (0, 1, 6, 7, 13)] == [0, 1, 1, 2, 3]
    first, _second, third = queries.beside(things.KIND, told)
    assert (first.caption, len(first.rows)) == ("Naast elkaar (Lid 00 – Lid 05)", 6)
    assert (third.caption, len(third.rows)) == ("Naast elkaar (Lid 12)", 1)


def test_the_page_takes_as_many_queries_for_six_members_as_for_one(there: Six) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    def asked() -> int:
        with CaptureQueriesContext(connection) as captured:
            text(there, "focal_point")
        return len(captured)

    there.release("woerden")
    asked()
    few = asked()
    for slug in ("montfoort", "linden", "eikendal", "beukstad"):
        there.release(slug)
    there.release("woerden", about="ander")
    assert asked() == few
