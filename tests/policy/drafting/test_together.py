"""Elements that others change too: a colleague at the same moment, the region since; other organisations see none."""

from baken.policy.drafting import queries
from baken.policy.library import library
from baken.policy.models import Edition
from baken.tenancy.scope import scope
from tests.policy.drafting.desk import Desk
from tests.policy.drafting.filling import fields, send


def test_a_second_editor_of_another_element_in_the_same_file_loses_nothing(desk: Desk) -> None:
    page = "onderdelen/referrals/youth_work/"
    mine = {**fields(desk.get(page)), "strength": "required"}
    send(desk, "onderdelen/holds/trusted_person_first/", **{"override-when-urgency": ["acute", "unknown"]})
    assert desk.client.post(desk.url(page), mine).status_code == 303
    text = desk.text("route.yaml")
    assert "strength: required" in text
    assert "any: [acute, unknown]" in text


def test_a_second_editor_of_the_same_element_sees_what_the_other_changed(desk: Desk) -> None:
    page = "onderdelen/referrals/youth_work/"
    mine = {**fields(desk.get(page)), "chosen-nl": "mijn reden", "chosen-en": "my reason"}
    send(desk, page, strength="required")
    answer = desk.visit("lead").client.post(desk.url(page), mine)
    assert answer.status_code == 409
    said = answer.content.decode()
    assert "Iemand anders heeft dit onderdeel intussen gewijzigd" in said
    assert "strength: required" in said
    assert "mijn reden" in said
    assert "strength: required" in desk.text("route.yaml")
    assert "mijn reden" not in desk.text("route.yaml")


def test_the_same_element_at_another_organisation_is_not_there(desk: Desk) -> None:
    with scope(desk.town.montfoort.id):
        member = desk.town.members["neighbour"]
        member.roles = ["policy_adviser"]
        member.save()
    desk.visit("neighbour")
    for page in (
        "onderdelen/referrals/",
        "onderdelen/referrals/avim/",
        "nieuw/referrals/",
        "weg/referrals/avim/",
    ):
        assert desk.get(page).status_code == 404
        assert desk.post(page).status_code in (404, 405)
    assert desk.post("terug/referrals/avim/").status_code == 404


def region_moves(desk: Desk, old: str, new: str) -> None:
    """Let the region put a newer folder into use, in which one thing reads differently."""
    with scope(desk.town.woerden.id):
        shipped = library()
        files = queries.as_texts(shipped.files("copen", shipped.versions("copen")[-1]))
        assert old in files["route.yaml"]
        Edition.objects.create(
            id="sha256:nieuwer",
            policy_id="copen",
            version="2026-11-01",
            files={**files, "route.yaml": files["route.yaml"].replace(old, new)},
            bundle="sha256:nieuwer",
            made_at=desk.town.now,
        )


def test_what_the_region_changed_since_is_warned_of_where_it_was_changed_here(desk: Desk) -> None:
    """Woerden's former folder already had its own version; then the region moved."""
    send(desk, "onderdelen/referrals/avim/", within__amount="1", within__unit="hours")
    with scope(desk.town.woerden.id):
        Edition.objects.create(
            id="sha256:woerden",
            policy_id="woerden",
            version="2026-10-01",
            files=desk.now.files,
            cases={},
            bundle="sha256:woerden",
            made_at=desk.town.now,
        )
    assert "de regio heeft dit veranderd" not in desk.said("onderdelen/referrals/")
    own = desk.text("route.yaml")
    region_moves(desk, "    when: {urgency: acute}\n", "    when: {urgency: acute, hardness: hard}\n")
    page = desk.said("onderdelen/referrals/")
    assert page.count("de regio heeft dit veranderd sinds u het aanpaste") == 1
    assert desk.text("route.yaml") == own, "a change at the region changes nothing here"


def test_what_is_first_changed_in_this_draft_is_copied_from_the_region_as_it_is(desk: Desk) -> None:
    region_moves(desk, "    when: {urgency: acute}\n", "    when: {urgency: acute, hardness: hard}\n")
    send(desk, "onderdelen/referrals/avim/", within__amount="1", within__unit="hours")
    assert "hardness: hard" in desk.text("route.yaml")
    assert "de regio heeft dit veranderd" not in desk.said("onderdelen/referrals/")


def test_a_damaged_number_never_lets_somebody_overwrite_an_element(desk: Desk) -> None:
    page = "onderdelen/referrals/youth_work/"
    for number in ("", "kanarie", "-1", "9" * 30):
        assert send(desk, page, looked_at=number, strength="required").status_code == 409
    assert desk.now.number == 1
