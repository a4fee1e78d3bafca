"""What an entry holds, and that nothing is shown without it (V9, GEN-05, V32)."""

from typing import Any
from uuid import UUID

import pytest
from django.db import DatabaseError
from django.test import Client, RequestFactory

from baken.ledger import processing_log
from baken.ledger.models import ProcessingEntry, ReadEntry
from baken.ledger.readlog import middleware, writing
from baken.tenancy import doors
from baken.tenancy.scope import scope
from tests.refer.conftest import Handing, handing
from tests.route.case import HAPPENED, Case
from tests.route.conftest import case
from tests.tenants.town import Town

__all__ = ["case", "handing"]


def entries(town: Town, organisation: str = "woerden") -> list[ReadEntry]:
    with scope(town.organisations[organisation].id):
        return list(ReadEntry.objects.order_by("number"))


def processed(case: Case) -> list[processing_log.Done]:
    with scope(case.town.woerden.id):
        return processing_log.of_signal(case.signal)


def test_a_view_says_who_what_which_why_when_and_how_it_ended(case: Case) -> None:
    case.get()
    (entry,) = entries(case.town)
    who = case.town.members["focal_point"]
    assert (entry.by, entry.membership_id, entry.on_behalf_of) == ("person", who.id, None)
    assert (entry.roles, entry.action, entry.deed) == (["focal_point"], "signal.read", "view")
    assert (entry.address, entry.method) == ("route:signal", "GET")
    assert (entry.object_kind, entry.object_id) == ("signal", case.signal)
    assert (entry.result, entry.status) == ("shown", 200)
    assert "receive" in " ".join(entry.why), "what was owed at that moment is the reason"


def test_a_deputy_acts_by_the_delegation_that_gives_the_right(case: Case) -> None:
    case.visit("deputy")
    case.get()
    (entry,) = entries(case.town)
    assert entry.on_behalf_of == case.town.actor("deputy").on_behalf_of is not None


def test_what_was_done_to_whose_data_stands_in_the_other_log_without_a_user(case: Case) -> None:
    case.get()
    (entry,) = entries(case.town)
    (done,) = processed(case)
    assert done.trace == entry.trace
    assert done.activity.startswith("urn:baken:policy:")
    assert done.activity.endswith(":use:intake")
    assert done.begun <= done.ended == entry.at
    standard = done.as_standard()
    assert str(case.signal) not in str(standard)
    assert {str(value) for value in case.town.members["focal_point"].__dict__.values()}.isdisjoint(
        str(standard).replace("'", " ").split()
    )
    columns = {field.name for field in ProcessingEntry._meta.get_fields()}
    assert columns.isdisjoint({"membership_id", "by", "roles", "on_behalf_of"})


def test_a_change_is_done_sent_back_or_refused(case: Case) -> None:
    case.send("ontvangen/", purpose="weigh_signal", ground="public_task")
    case.client.post(case.url("wegen/"), {})
    case.visit("adviser")
    case.client.post(case.url("wegen/"), {})
    found = [(one.deed, one.result, one.status) for one in entries(case.town) if one.method == "POST"]
    assert found == [("change", "done", 303), ("change", "sent_back", 422), ("change", "refused", 404)]


def test_another_organisations_signal_is_noted_where_the_visitor_belongs(case: Case) -> None:
    case.visit("neighbour")
    assert case.get().status_code == 404
    assert entries(case.town) == []
    (entry,) = entries(case.town, "montfoort")
    assert (entry.result, entry.object_id) == ("not_found", case.signal)
    with scope(case.town.montfoort.id):
        assert not ProcessingEntry.objects.exists()


def test_nothing_is_shown_where_no_entry_can_be_written(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    case.client.raise_request_exception = False

    def fails(*given: Any, **named: Any) -> None:
        raise DatabaseError("no room")

    monkeypatch.setattr(middleware, "write", fails)
    answer = case.get()
    assert answer.status_code == 500
    assert HAPPENED not in answer.content.decode()
    before = case.happened()
    assert case.client.post(case.url("ontvangen/"), {}).status_code == 500
    assert case.happened() == before, "and nothing is done either"


def test_a_page_that_breaks_leaves_an_entry(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    case.client.raise_request_exception = False
    monkeypatch.setattr("baken.route.views.signal.page", lambda *given, **named: 1 / 0)
    assert case.get().status_code == 500
    (entry,) = entries(case.town)
    assert (entry.result, entry.status, entry.object_id) == ("failed", 500, case.signal)


def test_what_was_typed_in_an_address_or_a_form_is_not_kept(case: Case) -> None:
    word = "kanarie-zoekwoord"
    for address in (f"/werk/?kenmerk={word}", case.url(f"overdragen/{word}/"), f"/beleid/zoeken/?q={word}"):
        case.client.get(address)
    case.client.post(case.url("wegen/"), {"reason": word})
    assert len(entries(case.town)) >= 3
    for model in (ReadEntry, ProcessingEntry):
        with scope(case.town.woerden.id):
            kept = str([vars(one) for one in model.objects.all()])
        assert word not in kept
        assert "127.0.0.1" not in kept
        assert HAPPENED not in kept


@pytest.mark.parametrize(
    "told", [{"why": "Omdat ik het wil weten"}, {"kind": "Jan Jansen"}, {"activity": "a b"}]
)
def test_a_page_cannot_tell_the_log_a_sentence(told: dict[str, str]) -> None:
    request = RequestFactory().get("/")
    with pytest.raises(ValueError):
        doors.looked_at(request, **told)  # type: ignore[arg-type]


def test_reporters_leave_nothing_also_who_is_logged_in(case: Case) -> None:
    """V32: neither log leads from a report or a read answer to an account."""
    for address in ("/melden/", "/melden/woerden/", "/terugkoppeling/"):
        case.client.get(address)
        case.client.post(address, {"code": "ABCD"})
    assert entries(case.town) == []
    assert processed(case) == []


def test_a_trace_is_told_to_others_in_the_form_of_the_standard() -> None:
    look = doors.look_of(RequestFactory().get("/", headers={"traceparent": f"00-{'1' * 32}-{'2' * 16}-01"}))
    version, trace, span, flags = look.traceparent.split("-")
    assert (version, UUID(trace), len(span), flags) == ("00", look.trace, 16, "01")
    assert "1" * 32 not in look.traceparent, "what comes from outside leads nowhere here"


def test_several_things_told_are_several_entries_with_one_trace(case: Case, client: Client) -> None:
    first, second = case.signal, UUID(int=7)
    what = writing.What("trust_rights:search", "POST", "search", "shown", 200)
    request = RequestFactory().get("/")
    for one in (first, second, first):
        doors.looked_at(request, kind="signal", object_id=one)
    look = doors.look_of(request)
    with scope(case.town.woerden.id):
        writing.write(look, what, look.things, case.town.actor("focal_point"), at=case.town.now)
    assert [one.object_id for one in entries(case.town)] == [first, second]
    assert {one.trace for one in entries(case.town)} == {look.trace}
    assert len(processed(case)) == 1


def test_a_command_that_reads_is_noted_as_a_command(case: Case) -> None:
    with scope(case.town.woerden.id):
        writing.by_command("ledger verify")
    (entry,) = entries(case.town)
    assert (entry.by, entry.membership_id, entry.address) == ("command", None, "ledger verify")


def test_a_paper_is_a_print_a_file_an_export_and_handing_over_a_share(handing: Handing) -> None:
    case = handing.case
    handing.over("care_coordinator", pieces=["facts"])
    (referral,) = handing.referrals
    case.client.get(case.url(f"overdrachten/{referral.id}/document/"))
    case.client.post("/beleid/meldroute/", {"audience": "everyone", "language": "nl"})
    case.client.get("/beleid/map.zip")
    case.client.get("/beleid/zoeken/?q=hulp")
    deeds = {(one.address, one.deed) for one in entries(case.town) if one.deed not in ("view", "change")}
    assert deeds == {
        ("refer:hand_over", "share"),
        ("refer:document", "print"),
        ("policy:sheet", "print"),
        ("policy:folder", "export"),
        ("policy:search", "search"),
    }
    (printed,) = [one for one in entries(case.town) if one.address == "refer:document"]
    assert (printed.object_id, str(printed.part_id)) == (case.signal, referral.id)
