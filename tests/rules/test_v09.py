"""V9: every view, search, change, share, export and print is logged; the log is read-only, for FG and CISO."""

from uuid import uuid4

import pytest
from django.conf import settings
from django.db import Error, connection, transaction
from django.test import Client
from django.urls import reverse

from baken.care.common import clients
from baken.core.derive.access import ROLES
from baken.core.derive.questions import RULES
from baken.core.events.client import ClientClosed
from baken.ledger.models import ProcessingEntry, ReadEntry
from baken.ledger.projections import reference
from baken.tenancy import actions
from baken.tenancy.scope import scope
from tests.care.clients.filing import filing
from tests.refer.conftest import HAPPENED, VICTIM, Handing
from tests.route.case import REPORTER, Case
from tests.tenants.town import PASSPHRASE, VISITORS, Town

LOG = "/verantwoording/logboek/"


def deeds(case: Case) -> set[tuple[str, str]]:
    with scope(case.town.woerden.id):
        return set(ReadEntry.objects.values_list("deed", "result"))


def test_every_view_search_change_share_print_and_export_leaves_an_entry(handing: Handing) -> None:
    case = handing.case
    handing.over("care_coordinator", pieces=["facts", "account"])
    (referral,) = handing.referrals
    for address in (
        "/werk/?stand=alles",
        "/beleid/map.zip",
        case.url(f"overdrachten/{referral.id}/document/"),
    ):
        assert case.client.get(address).status_code == 200
    case.send("ontvangen/", purpose="weigh_signal", ground="public_task")
    case.visit("adviser")
    assert case.get().status_code == 404
    kinds = {kind for kind, result in deeds(case) if result != "refused"}
    assert kinds == {"view", "search", "change", "share", "print", "export"}
    assert ("view", "refused") in deeds(case)


def test_it_says_who_which_why_and_when_and_nothing_of_what_was_seen_or_typed(case: Case) -> None:
    case.receive()
    case.get()
    case.client.post("/kluis/", {"passphrase": PASSPHRASE})
    case.send("envelop/", why="ask", reason="Kanarie-reden om te openen")
    with scope(case.town.woerden.id):
        found = [*ReadEntry.objects.all(), *ProcessingEntry.objects.all()]
    seen = [one for one in found if isinstance(one, ReadEntry) and one.object_id == case.signal]
    assert seen[0].why
    assert any("envelope:ask" in one.why for one in seen)
    assert {one.membership_id for one in seen} == {case.town.members["focal_point"].id}
    kept = str([vars(one) for one in found])
    words = (HAPPENED, VICTIM, REPORTER, "Kanarie", PASSPHRASE, "127.0.0.1", *case.town.secrets)
    assert [word for word in words if word in kept] == []


def test_only_fg_and_ciso_read_it_and_nobody_changes_it(case: Case) -> None:
    case.get()
    assert {name for name, role in ROLES.items() if "log.read" in role.may} == {
        "data_protection_officer",
        "security_officer",
    }
    for visitor in VISITORS:
        case.town.visit(case.client, visitor)
        shown = case.client.get(reverse("trust_log:log")).status_code == 200
        assert shown == (visitor in ("supervisor", "ciso")), visitor
    for order in ("UPDATE ledger_readentry SET result = 'x'", "DELETE FROM ledger_readentry"):
        with scope(case.town.woerden.id), pytest.raises(Error), transaction.atomic():
            connection.cursor().execute(order)


def test_a_client_file_that_is_opened_without_work_is_asked_about_where_it_is_kept(db: None) -> None:
    """Care is an organisation of its own, with an FG of its own: the same rules look at its files."""
    file = filing()
    town = file.town
    with scope(town.care.id):
        person = actions.add_person(email="fg@zorg.example", name="FG van de zorg")
        town.people["care_fg"] = person
        town.members["care_fg"] = actions.add_member(
            person=person, roles=["data_protection_officer"], now=town.now
        )
    file.get()
    assert asked_of(town, file.client) == [], "a file in which something is to do"
    with scope(town.care.id):
        given = {"actor": town.actor("care"), "now": town.now, "command_id": uuid4()}
        clients.carry_out(
            file.id,
            lambda stream, refs: [ClientClosed("help_ended", refs["w"])],
            words={"w": {"note": "x"}},
            **given,
        )
    file.get()
    [about] = asked_of(town, file.client)
    assert about == f"cliëntdossier {reference(file.id)}"
    found = town.visit(file.client, "care_fg").post(LOG, {"reference": reference(file.id)})
    assert (found.status_code, found["Location"]) == (303, f"{LOG}?over={file.id}")


def asked_of(town: Town, client: Client) -> list[str]:
    """About what the FG of the care organisation is told that it was looked at without work."""
    parts = town.visit(client, "care_fg").get(f"{LOG}vragen/").context["parts"]
    [table] = [table for rule, table in parts if rule is RULES["no_work"]]
    return [str(cell.label) for row in table.rows for cell in row if "over=" in getattr(cell, "href", "")]


def test_it_is_written_inside_and_just_outside_the_requests_own_transaction() -> None:
    """So an entry is committed before an answer leaves, also of what was undone (see tests/ledger/readlog)."""
    assert settings.MIDDLEWARE[-3:] == [
        "baken.ledger.readlog.middleware.UndoneLogMiddleware",
        "baken.tenancy.middleware.ScopeMiddleware",
        "baken.ledger.readlog.middleware.ReadLogMiddleware",
    ]
