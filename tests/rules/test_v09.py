"""V9: every view, search, change, share, export and print is logged; the log is read-only, for FG and CISO."""

import pytest
from django.conf import settings
from django.db import Error, connection, transaction
from django.urls import reverse

from baken.core.derive.access import ROLES
from baken.ledger.models import ProcessingEntry, ReadEntry
from baken.tenancy.scope import scope
from tests.refer.conftest import HAPPENED, VICTIM, Handing
from tests.route.case import REPORTER, Case
from tests.tenants.town import PASSPHRASE, VISITORS

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


def test_it_is_written_inside_and_just_outside_the_requests_own_transaction() -> None:
    """So an entry is committed before an answer leaves, also of what was undone (see tests/ledger/readlog)."""
    assert settings.MIDDLEWARE[-3:] == [
        "baken.ledger.readlog.middleware.UndoneLogMiddleware",
        "baken.tenancy.middleware.ScopeMiddleware",
        "baken.ledger.readlog.middleware.ReadLogMiddleware",
    ]
