"""Reporting a leak in two minutes, settling it, and who sees what (V30)."""

from datetime import timedelta
from uuid import uuid4

import pytest

from baken.ledger.projections import reference
from tests.papers import text_of
from tests.route.case import HAPPENED, REPORTER, VICTIM, Case, begin
from tests.trust.incidents.conftest import TOLD, Leak, leaked, typed

LIST = "/verantwoording/datalekken/"


@pytest.mark.parametrize("visitor", ["coordinator", "administrator", "director", "adviser"])
def test_anybody_on_the_staff_reports_and_lands_where_they_may_be(db: None, visitor: str) -> None:
    case = begin()
    client = case.town.visit(case.client, visitor)
    told = {
        "command": str(uuid4()),
        "what": "lost",
        "where": "own",
        "discovered_at": typed(case.town.now - timedelta(hours=1)),
        "ongoing": "no",
        "told": "Een telefoon is kwijt.",
    }
    answer = client.post(f"{LIST}melden/", told)
    assert (answer.status_code, answer["Location"]) == (303, "/")
    assert client.post(f"{LIST}melden/", told).status_code == 303, "sent twice is reported once"
    assert client.get(LIST).status_code == 403
    if visitor == "director":
        return  # of another organisation: its leaks are its own
    page = case.town.visit(case.client, "supervisor").get(LIST)
    assert len(page.context["table"].rows) == 1


def test_the_clock_stands_on_top_for_who_settles_and_who_supervises(leak: Leak) -> None:
    """70 of the 72 hours are left; weekends count."""
    for visitor in ("privacy", "ciso", "supervisor"):
        page = leak.get(visitor).content.decode()
        assert "nog 69 uur om te melden" in page or "nog 70 uur om te melden" in page
    assert leak.now.running


def test_after_72_hours_it_says_how_long_ago_they_were_over(db: None) -> None:
    late = leaked(begin(), hours_ago=80)
    assert late.now.late
    assert "de 72 uur zijn voorbij" in late.get("privacy").content.decode()


def test_a_risk_is_notified_and_a_high_one_told_to_people_too(leak: Leak) -> None:
    refused = leak.send(
        "privacy", "besluit/", risk="risk", authority="not_needed", people="not_needed", reason="x"
    )
    assert refused.status_code == 409
    assert "Autoriteit Persoonsgegevens" in refused.content.decode()
    assert "reason" in refused.context["form"].fields
    refused = leak.send("privacy", "besluit/", risk="high", authority="tell", people="not_needed", reason="x")
    assert refused.status_code == 409
    assert leak.happened == ["incident.reported"]


def test_it_is_settled_step_by_step_and_closed_only_once_all_is_done(leak: Leak) -> None:
    assert leak.send("privacy", "afsluiten/", note="klaar").status_code == 409
    decided = {
        "risk": "high",
        "authority": "tell",
        "people": "tell",
        "reason": "Een adres is bekend geworden.",
    }
    assert leak.send("ciso", "besluit/", **decided).status_code == 303
    at = typed(leak.case.town.now)
    assert leak.send("privacy", "gemeld/ap/", at=at, note="AP-nummer 12").status_code == 303
    assert str(leak.now.clock.nl) == "op tijd gemeld"
    name = reference(leak.case.signal)
    assert leak.send("privacy", "wie/", records=f" {name.lower()} ").status_code == 303
    assert leak.send("privacy", "gemeld/betrokkenen/", at=at).status_code == 303
    assert leak.send("privacy", "maatregel/", note="De mail is teruggehaald.").status_code == 303
    assert leak.send("privacy", "afsluiten/", note="Adressen eerst nakijken.").status_code == 303
    assert leak.now.state.closed_at is not None
    assert leak.send("privacy", "maatregel/", note="nog iets").status_code == 409
    assert "is afgesloten" in leak.get("privacy", "maatregel/").content.decode()


def test_whom_it_concerns_is_counted_for_supervisors_and_named_for_who_reads_signals(leak: Leak) -> None:
    leak.send("privacy", "wie/", records=reference(leak.case.signal))
    for visitor in ("privacy", "ciso", "supervisor"):
        page = leak.get(visitor).content.decode()
        assert f"Signaal {reference(leak.case.signal)}: 1 persoon" in page
        assert VICTIM not in page
        assert leak.get(visitor, "wie/lijst/").status_code == 404
    listed = leak.get("focal_point", "wie/lijst/").content.decode("utf-8-sig")
    assert VICTIM in listed
    assert "vermoedelijk slachtoffer" in listed
    assert REPORTER not in listed
    assert HAPPENED not in listed


def test_a_cell_that_a_spreadsheet_would_carry_out_is_text(leak: Leak) -> None:
    from baken.trust.incidents.concerning import _plain

    assert [_plain(cell) for cell in ("=1+1", "+31", "-x", "@y", "Radu")] == [
        "'=1+1",
        "'+31",
        "'-x",
        "'@y",
        "Radu",
    ]


def test_an_unknown_reference_is_named_and_nothing_is_lost(leak: Leak) -> None:
    answer = leak.send("privacy", "wie/", records=f"{reference(leak.case.signal)} NIETWAT")
    assert answer.status_code == 422
    assert "NIETWAT" in answer.content.decode()
    assert leak.happened == ["incident.reported"]


def test_what_cannot_have_been_yet_is_refused_and_kept(leak: Leak) -> None:
    decided = {"risk": "risk", "authority": "tell", "people": "not_needed", "reason": "x"}
    leak.send("privacy", "besluit/", **decided)
    for hours in (5, -24):
        at = typed(leak.case.town.now + timedelta(hours=hours))
        answer = leak.send("privacy", "gemeld/ap/", at=at)
        assert answer.status_code == 409
        assert at in answer.content.decode()


def test_the_report_is_a_tagged_paper_that_names_nobody_concerned(leak: Leak) -> None:
    leak.send("privacy", "wie/", records=reference(leak.case.signal))
    printed = text_of(leak.get("supervisor", "verslag/").content)
    assert TOLD in " ".join(printed.split())
    assert "Aantal mensen: 1." in " ".join(printed.split())
    assert VICTIM not in printed


def test_the_fg_sees_it_at_once_and_until_it_was_told(leak: Leak) -> None:
    from baken.web import notices

    town = leak.case.town
    case: Case = leak.case

    def told() -> list[str]:
        from baken.tenancy.scope import scope

        with scope(town.woerden.id):
            return [line.words.nl for line in notices.lines(town.actor("supervisor"), case.town.now)]  # type: ignore[union-attr]

    assert any("Datalek" in line for line in told())
    leak.send("privacy", "besluit/", risk="risk", authority="tell", people="not_needed", reason="x")
    leak.send("privacy", "gemeld/ap/", at=typed(town.now))
    assert not any("Datalek" in line for line in told())


def test_a_neighbour_finds_nothing(leak: Leak) -> None:
    assert leak.get("neighbour").status_code == 404
    assert leak.send("neighbour", "maatregel/", note="x").status_code in (403, 404)
