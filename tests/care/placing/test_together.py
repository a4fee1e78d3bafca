"""Shelter for a group found together: asked and answered in one go, in each file on its own (CARE-06, CARE-12)."""

from typing import Any
from uuid import UUID, uuid4

import pytest
from django.test import Client

from baken.care.clients.actions import Opening, open_files
from baken.care.common import clients
from baken.care.placing import queries
from baken.clock import now
from baken.core.vocabulary.moments import civil_date
from baken.ledger.models import ReadEntry
from baken.tenancy.scope import scope
from tests.care.placing.moving import Moving
from tests.tenants.care_things import a_room
from tests.tenants.placing_things import SHELTER
from tests.tenants.town import Town, build

EIGHT = [f"Vogel {number}" for number in range(1, 9)]


class Group:
    """Eight people and a browser of the coordinator."""

    def __init__(self) -> None:
        self.town: Town = build()
        a_room(self.town)
        opening = Opening(EIGHT, "self", "asked_for_help", "unknown", {"because": "x"})
        with scope(self.town.care.id):
            self.files = open_files(
                opening, actor=self.town.actor("care"), now=self.town.now, command_id=uuid4()
            )
            self.id = UUID(str(clients.state(clients.read(self.files[0])).together))
        self.client = self.town.visit(Client(), "care")

    @property
    def today(self) -> str:
        return civil_date(now()).isoformat()

    def file(self, number: int) -> Moving:
        return Moving(self.town, self.client, self.files[number])

    def placed(self, number: int) -> queries.Placed:
        with scope(self.town.care.id):
            return queries.placed(clients.read(self.files[number]))

    def get(self, page: str = "opvang/") -> Any:
        return self.client.get(f"/clienten/samen/{self.id}/{page}")

    def ask(self, numbers: range | list[int], **more: Any) -> Any:
        form = {
            "command": str(uuid4()),
            "people": [str(self.files[number]) for number in numbers],
            "along": "together",
            "safety": "secret",
            "language": "Pools, met tolk",
            "access": "",
            "note": "",
            "whom": SHELTER,
            "meanwhile": "emergency",
            "on": self.today,
            "police": "no",
        }
        return self.client.post(f"/clienten/samen/{self.id}/opvang/", {**form, **more})

    def answer(self, requests: list[str], **more: Any) -> Any:
        form = {"command": str(uuid4()), "requests": requests, "on": self.today, "note": "", "police": "no"}
        return self.client.post(f"/clienten/samen/{self.id}/antwoord/", {**form, **more})

    def offered(self) -> list[str]:
        return [value for value, _words in self.get("antwoord/").context["form"].fields["requests"].choices]


@pytest.fixture
def group(db: None) -> Group:
    return Group()


def test_eight_people_are_asked_for_in_one_go_and_each_has_a_request_of_their_own(group: Group) -> None:
    listed = group.client.get(f"/clienten/?samen={group.id}").content.decode()
    assert f"/clienten/samen/{group.id}/opvang/" in listed
    assert f"/clienten/samen/{group.id}/antwoord/" not in listed, "nobody waits for an answer yet"
    assert len(group.get().context["form"]["people"].value()) == 8
    sent = group.ask(range(8))
    assert sent.status_code == 303
    assert sent["Location"] == f"/clienten/?samen={group.id}"
    for number in range(8):
        placed = group.placed(number)
        [asked] = placed.state.waiting
        assert (asked.kind, asked.named) == ("local", False)
        assert placed.whom(asked) == SHELTER
        assert placed.told(placed.state.needs)["language"] == "Pools, met tolk"
        page = group.file(number).text()
        assert not any(other in page for other in EIGHT if other != EIGHT[number])
    listed = group.client.get(f"/clienten/?samen={group.id}").content.decode()
    assert f"/clienten/samen/{group.id}/antwoord/" in listed
    assert SHELTER not in listed


def test_what_somebody_needs_already_stays_and_the_same_form_asks_once(group: Group) -> None:
    group.file(0).post("opvang/nodig/", along="children", children="twee", safety="ordinary")
    command = str(uuid4())
    for _ in range(2):
        assert group.ask([0, 1], command=command).status_code == 303
    own, other = group.placed(0), group.placed(1)
    assert own.told(own.state.needs)["children"] == "twee"
    assert other.told(other.state.needs)["along"] == "together"
    assert len(own.state.waiting) == len(other.state.waiting) == 1
    assert len(group.get().context["form"]["people"].value()) == 6, "who waits already is not ticked again"
    assert group.placed(2).state.requests == {}


def test_one_answer_for_five_leaves_the_other_three_waiting(group: Group) -> None:
    group.ask(range(8))
    offered = group.offered()
    assert len(offered) == 8
    assert SHELTER in group.get("antwoord/").content.decode()
    sent = group.answer(offered[:5], outcome="place", note="vanaf morgen")
    assert sent.status_code == 303
    waits = [len(group.placed(number).state.waiting) for number in range(8)]
    assert waits == [0] * 5 + [1] * 3
    assert group.offered() == offered[5:]
    assert group.answer(offered[5:], outcome="no_place").status_code == 303
    assert group.get("antwoord/").status_code == 404
    assert all(group.placed(number).state.tried_locally for number in (5, 6, 7))


@pytest.mark.parametrize(
    ("wrong", "status"),
    [
        ({"people": []}, 422),
        ({"people": [str(uuid4())]}, 422),
        ({"whom": ""}, 422),
        ({"meanwhile": "mars"}, 422),
        ({"on": "2999-01-01"}, 409),
        ({"note": "van de politie", "police": "yes"}, 422),
    ],
)
def test_bad_input_asks_for_nobody_and_loses_nothing(
    group: Group, wrong: dict[str, Any], status: int
) -> None:
    sent = group.ask(range(8), **wrong)
    assert sent.status_code == status
    assert all(group.placed(number).state.requests == {} for number in range(8))
    if "whom" not in wrong:
        assert SHELTER in sent.content.decode()


def test_a_closed_file_is_not_in_the_group_any_more_and_nobody_elses_group_exists(group: Group) -> None:
    group.file(7).post("dossier/afsluiten/", outcome="not_a_victim", note="x")
    assert len(group.get().context["form"].fields["people"].choices) == 7
    assert group.ask([7]).status_code == 422
    assert group.client.get(f"/clienten/samen/{uuid4()}/opvang/").status_code == 404
    assert group.client.get(f"/clienten/samen/{uuid4()}/antwoord/").status_code == 404


def test_the_read_log_knows_whose_file_was_read_or_changed(group: Group) -> None:
    """V9: of everybody who was asked for, and of everybody whose request stands on the page of the answer."""
    group.ask([0, 1])
    group.get("antwoord/")
    with scope(group.town.care.id):
        found = ReadEntry.objects.filter(object_id__in=group.files)
        entries = list(found.values_list("object_id", flat=True))
    assert sorted(entries) == sorted([*group.files[:2]] * 2)
