"""The basic level as people see it: where one stands on each criterion, and an action of what is missing."""

import re
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from baken.programme.level.models import Assessment
from baken.programme.plan.models import Action
from baken.tenancy.scope import scope
from tests.papers import text_of
from tests.programme.level.conftest import Municipality
from tests.tenants.care_things import a_room

SOON = "zodra uw gemeente een beleid met criteria in gebruik heeft"
SORTS = ("Eisen", "Doelstellingen", "Vervolgdoelen", "Acties bij de vervolgdoelen", "Rollen van de gemeente")
THEMES = (
    "Beleidsmatige basis",
    "Signalerend vermogen",
    "Bewustwording",
    "Samenwerking in keten en regio",
    "Opvang en hulp",
)


def test_every_criterion_of_the_policy_stands_there_by_sort(there: Municipality) -> None:
    """BASE-01 to BASE-04: three demands, six objectives, four goals with three actions, four roles."""
    page = there.text()
    assert [page.index(f"{sort}</h2>") for sort in SORTS] == sorted(
        page.index(f"{sort}</h2>") for sort in SORTS
    )
    assert page.count("nog niet bekeken") == 3 + 6 + 4 + 3 + 4
    assert "0 van de 20 criteria zijn voldaan en aangetoond" in page


def test_the_same_criteria_stand_under_the_five_themes_of_the_national_framework(there: Municipality) -> None:
    page = there.text(per="thema")
    for theme in THEMES:
        assert f"{theme}</h2>" in page
    assert page.count("nog niet bekeken") == 20


def test_without_a_policy_the_page_says_what_will_appear(there: Municipality) -> None:
    assert SOON in there.text("", "outsider")
    assert there.get("criterium/demand_policy/", "outsider").status_code == 404


def test_of_a_care_organisation_no_basic_level_is_asked(there: Municipality) -> None:
    a_room(there.town)
    assert SOON in there.text("", "care")
    assert there.get("criterium/demand_policy/", "care").status_code == 404


def test_met_without_evidence_is_not_shown_yet(there: Municipality) -> None:
    there.assess()
    page = there.text("criterium/demand_policy/")
    assert "Nog niet aangetoond" in page or "nog niet aangetoond" in page
    assert "Zeg waar het te zien is" in page
    there.assess(evidence="besluit van 4 maart 2024", looked_at="1")
    assert "Voldaan en aangetoond".casefold() in there.text("criterium/demand_policy/").casefold()
    assert "1 van de 20 criteria" in there.text()


def test_how_a_criterion_stood_stays_with_its_day_and_post(there: Municipality) -> None:
    """BASE-07: history."""
    before = (date.fromisoformat(there.today) - timedelta(days=30)).isoformat()
    there.assess(state="not", note="er is nog geen beleid", on=before)
    there.assess(state="partly", by="beleidsadviseur", looked_at="1")
    page = there.text("criterium/demand_policy/")
    assert page.index("deels voldaan") < page.index("er is nog geen beleid")
    assert "team Veiligheid" in page
    assert page.count("Bekeken op ") == 2
    [row] = there.rows()
    assert (row.number, row.state) == (2, "partly")


def test_two_people_who_look_at_once_do_not_overwrite_each_other(there: Municipality) -> None:
    assert there.assess(state="not").status_code == 303
    second = there.assess(state="met")
    assert second.status_code == 409
    assert "Iemand anders heeft dit net gewijzigd" in second.content.decode()
    assert there.assess(state="met", looked_at="1").status_code == 303
    assert there.assess(state="partly", looked_at="1").status_code == 409
    assert [row.state for row in there.rows()] == ["met"]


def test_the_same_form_sent_twice_is_written_once(there: Municipality) -> None:
    assert there.assess().status_code == 303
    assert there.assess().status_code == 303
    assert [row.number for row in there.rows()] == [1]


def test_that_nobody_looked_after_all_can_be_said(there: Municipality) -> None:
    there.assess()
    there.assess(state="open", looked_at="1")
    assert "Niemand heeft hier nog naar gekeken" in there.text("criterium/demand_policy/")


def test_after_two_years_a_criterion_is_to_be_looked_at_again(there: Municipality) -> None:
    today = date.fromisoformat(there.today)
    there.assess("demand_policy", on=(today - timedelta(days=700)).isoformat())
    assert "opnieuw bekijken" not in there.text()
    there.assess("demand_focal_point", on=(today - timedelta(days=740)).isoformat())
    page = there.text()
    assert "Kijk hier opnieuw naar" in page
    assert page.count("dit is meer dan twee jaar geleden") == 1


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"state": ""}, "Kies een antwoord"),
        ({"state": "perfect"}, "perfect"),
        ({"by": ""}, "Vul dit in"),
        ({"on": "2999-01-01"}, "nog niet geweest"),
        ({"on": "1026-01-01"}, "te lang geleden"),
        ({"on": "31-02-2026"}, "Deze dag bestaat niet"),
        ({"evidence": "x" * 301}, "te lang"),
        ({"note": "nummer 111222333"}, "BSN"),
    ],
)
def test_what_is_wrong_is_said_at_its_field_and_nothing_is_lost(
    there: Municipality, fields: dict[str, str], says: str
) -> None:
    sent = there.assess(**{"note": "dit blijft staan", **fields})
    assert sent.status_code == 422
    assert says in sent.content.decode()
    assert "note" in fields or "dit blijft staan" in sent.content.decode()
    assert there.rows() == []


def test_what_is_missing_becomes_an_action_of_the_programme(running: Municipality) -> None:
    assert "Maak een actie" in running.text()
    form = running.text("criterium/demand_focal_point/actie/")
    assert "Er is een aandachtsfunctionaris" in form
    assert "Een aanstelling, met uren" in form
    told = {"title": "Een aandachtsfunctionaris aanstellen", "owner": "afdeling Veiligheid"}
    assert running.send("demand_focal_point/actie/", **told).status_code == 303
    with scope(running.town.woerden.id):
        made = Action.objects.get(title="Een aandachtsfunctionaris aanstellen")
    assert (made.owner, made.ready) == ("afdeling Veiligheid", "ongoing")
    assert made.because == "Basisniveau: Er is een aandachtsfunctionaris"
    page = running.text()
    assert "Een aandachtsfunctionaris aanstellen (afdeling Veiligheid)" in page
    assert f"/programma/uitvoering/actie/{made.id}/" in running.text("criterium/demand_focal_point/")


def test_one_click_makes_the_action_with_what_stands_there(running: Municipality) -> None:
    """BASE-07, and the issue: what is missing becomes an action in one click."""
    running.assess(state="not", by="team Veiligheid", note="Moet nog langs de raad.")
    page = running.text("criterium/demand_policy/")
    form = page.split('action="/programma/basisniveau/criterium/demand_policy/actie/"')[1].split("</form>")[0]
    fields = dict(re.findall(r'name="(\w+)" value="([^"]*)"', form))
    assert fields.pop("command")
    fields.pop("csrfmiddlewaretoken", None)
    assert running.send("demand_policy/actie/", **fields).status_code == 303
    with scope(running.town.woerden.id):
        [made] = Action.objects.filter(because__startswith="Basisniveau")
    assert made.owner == "team Veiligheid"
    assert made.what.endswith("Moet nog langs de raad.")
    assert made.ready_on is not None
    again = running.text("criterium/demand_policy/")
    assert "Zet als actie in het programma" not in again


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"owner": ""}, "Vul dit in"),
        ({"ready_on": "2020-01-01"}, "al geweest"),
        ({"ready_on": "later"}, "Deze dag bestaat niet"),
        ({"title": ""}, "Vul dit in"),
    ],
)
def test_an_action_without_owner_or_in_the_past_is_refused(
    running: Municipality, fields: dict[str, str], says: str
) -> None:
    told = {"title": "Iets doen", "what": "dit blijft staan", "owner": "team", **fields}
    sent = running.send("demand_focal_point/actie/", **told)
    assert sent.status_code == 422
    assert says in sent.content.decode()
    assert "dit blijft staan" in sent.content.decode()
    with scope(running.town.woerden.id):
        assert not Action.objects.filter(title="Iets doen").exists()


def test_a_day_after_the_programme_is_refused_at_its_field(running: Municipality) -> None:
    far = (date.fromisoformat(running.today) + timedelta(days=600)).isoformat()
    sent = running.send("demand_focal_point/actie/", title="Iets doen", owner="team", ready_on=far)
    assert sent.status_code == 422
    assert "buiten het programma" in sent.content.decode()


def test_without_a_programme_nobody_fills_in_an_action_in_vain(there: Municipality) -> None:
    page = there.text("criterium/demand_focal_point/actie/")
    assert "Er is geen programma in gebruik" in page
    assert "<textarea" not in page


def test_who_only_reads_sees_no_buttons_and_the_forms_refuse(there: Municipality) -> None:
    there.assess()
    assert there.get("criterium/demand_policy/bekijken/", "privacy").status_code == 403
    assert there.get("criterium/demand_policy/bekijken/", "care").status_code == 403
    assert there.get("criterium/onbekend/").status_code == 404


def test_the_summary_is_a_tagged_paper_with_every_criterion(there: Municipality) -> None:
    there.assess(evidence="besluit van 4 maart 2024")
    answer = there.get("blad/")
    assert answer["Content-Type"] == "application/pdf"
    words = " ".join(text_of(answer.content).split())
    for part in (*SORTS, "besluit van 4 maart 2024", "voldaan en aangetoond"):
        assert part in words
    assert "1 van de 20 criteria" in words


def test_the_page_takes_the_same_queries_whatever_was_looked_at(running: Municipality) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            running.text()
        return len(captured)

    running.assess()
    running.send("demand_policy/actie/", title="Eerste actie", owner="team")
    queries()
    few = queries()
    for criterion in ("demand_focal_point", "demand_signalling", "role_director"):
        running.assess(criterion)
        running.send(f"{criterion}/actie/", title=f"Actie {criterion}", owner="team")
    assert queries() == few


def test_another_organisation_sees_nothing_of_it(there: Municipality) -> None:
    there.assess(note="kanarie")
    with scope(there.town.montfoort.id):
        assert list(Assessment.objects.all()) == []


@pytest.mark.parametrize("field", ["evidence", "note"])
def test_a_criterion_leads_to_no_signal(there: Municipality, field: str) -> None:
    """V22: what is kept of the basic level is read by people who may see no signal."""
    answer = there.assess(**{field: "Zie K7QM2P"})
    assert answer.status_code in (409, 422)
    assert "K7QM2P’ lijkt op het kenmerk" in answer.content.decode()
    assert not there.rows()
