"""A draft begins, is kept, is laid aside and taken up; another organisation does not know that it exists."""

from datetime import date

from django.test import Client

from baken.policy.drafting import queries
from baken.policy.models import Draft, DraftChange
from baken.tenancy.scope import scope
from tests.policy.drafting.desk import Desk
from tests.tenants.town import Town, build


def start(town: Town, client: Client, **fields: str) -> Draft:
    answer = client.post("/beleid/ontwerpen/nieuw/", fields)
    assert answer.status_code == 303, answer.content.decode()
    with scope(town.woerden.id):
        return Draft.objects.get()


def test_a_draft_starts_as_a_copy_of_the_newest_folder(db: None) -> None:
    town, client = build(), Client()
    draft = start(town, town.visit(client, "adviser"), valid_from="2027-01-01")
    with scope(town.woerden.id):
        base = queries.base()
        assert (draft.files, draft.cases) == (base.files, base.cases)
    assert (draft.policy_id, draft.valid_from, draft.number) == ("woerden", date(2027, 1, 1), 1)
    assert "Er staan geen fouten in" in client.get(f"/beleid/ontwerp/{draft.id}/").content.decode()


def test_a_municipality_without_a_policy_starts_from_its_region(db: None) -> None:
    """DIFF-03: it works at once, with what the region decided."""
    town, client = build(), Client()
    with scope(town.organisations["elders"].id):
        member = town.members["outsider"]
        member.roles = ["policy_adviser"]
        member.save()
    town.visit(client, "outsider")
    assert "copen" in client.get("/beleid/ontwerpen/nieuw/").content.decode()
    answer = client.post("/beleid/ontwerpen/nieuw/", {"valid_from": "2027-01-01", "parent": "copen"})
    assert answer.status_code == 303
    page = client.get(answer["Location"]).content.decode()
    assert "Er staan geen fouten in" in page
    assert "Kijk bij de overleggen of uw gemeente dit heeft" in page
    with scope(town.organisations["elders"].id):
        assert Draft.objects.get().policy_id == "elders"


def test_a_day_before_the_region_has_a_policy_is_refused_with_what_to_do(db: None) -> None:
    town, client = build(), Client()
    with scope(town.organisations["elders"].id):
        member = town.members["outsider"]
        member.roles = ["policy_adviser"]
        member.save()
    town.visit(client, "outsider")
    answer = client.post("/beleid/ontwerpen/nieuw/", {"valid_from": "2001-01-01", "parent": "copen"})
    assert answer.status_code == 422
    assert "Kies een latere dag" in answer.content.decode()


def test_a_wrong_day_or_region_is_said_at_its_field_and_starts_nothing(db: None) -> None:
    town, client = build(), Client()
    town.visit(client, "adviser")
    for day in ("", "2027-02-30", "9999-01-01", "1999-01-01", "kanarie"):
        answer = client.post("/beleid/ontwerpen/nieuw/", {"valid_from": day})
        assert answer.status_code == 422
        assert "id_valid_from_error" in answer.content.decode()
    with scope(town.woerden.id):
        assert not Draft.objects.exists()


def test_a_draft_is_laid_aside_after_a_question_and_can_be_taken_up_again(desk: Desk) -> None:
    assert "Ontwerp wegleggen?" in desk.said("wegleggen/")
    assert desk.post("wegleggen/").status_code == 303
    assert desk.now.ended == "dropped"
    assert "weggelegd" in desk.said()
    assert desk.get("wegleggen/").status_code == 404
    assert desk.save("route.yaml", "format: 1\n").status_code == 404
    assert desk.post("oppakken/").status_code == 303
    assert desk.now.ended == ""
    assert desk.save("route.yaml", "format: 1\n").status_code == 303


def test_the_history_says_who_changed_what_and_when(desk: Desk) -> None:
    desk.save("texts.yaml", desk.text("texts.yaml").replace("Onderzoek of", "Ga na of"))
    desk.post("dag/", valid_from="2027-06-01")
    with scope(desk.town.woerden.id):
        history = queries.history(desk.draft)
    assert [(one.number, one.kind) for one in history] == [(3, "day"), (2, "edited"), (1, "started")]
    assert {one.who for one in history} == {desk.town.people["adviser"].name}
    assert "2027-06-01" in history[0].about
    page = desk.said("wijziging/2/")
    assert "Onderzoek of" in page
    assert "Ga na of" in page
    assert desk.get("wijziging/99/").status_code == 404


def test_another_organisation_does_not_know_that_a_draft_exists(desk: Desk) -> None:
    """V8: not by its address, not in its list, and not in its tables."""
    with scope(desk.town.montfoort.id):
        member = desk.town.members["neighbour"]
        member.roles = ["policy_adviser"]
        member.save()
    desk.visit("neighbour")
    pages = ("", "dag/", "wegleggen/", "wijziging/1/", "bestand/route.yaml/")
    assert {desk.get(page).status_code for page in pages} == {404}
    assert desk.save("route.yaml", "format: 1\n", looked_at=1).status_code == 404
    assert desk.post("oppakken/").status_code == 404
    assert str(desk.draft) not in desk.client.get("/beleid/ontwerpen/").content.decode()
    with scope(desk.town.montfoort.id):
        assert not Draft.objects.exists()
        assert not DraftChange.objects.exists()
