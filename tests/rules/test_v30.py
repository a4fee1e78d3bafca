"""V30: anybody reports a data leak; its 72 hours count down before who must act, and whom it concerns is listed."""

from datetime import timedelta

from baken.ledger.projections import reference
from baken.tenancy.scope import scope
from baken.web import notices
from tests.papers import text_of
from tests.route.case import VICTIM, Case
from tests.rules.stored import rows
from tests.trust.incidents.conftest import TOLD, leaked, typed

SETTLED = {"risk": "high", "authority": "tell", "people": "tell", "reason": "Een adres werd bekend."}


def test_the_72_hours_count_from_the_discovery_and_say_when_they_are_over(case: Case) -> None:
    running, late = leaked(case, hours_ago=71), leaked(case, hours_ago=73)
    assert running.now.state.tell_by == running.now.state.discovered_at + timedelta(hours=72)  # type: ignore[operator]
    assert (running.now.late, late.now.late) == (False, True)
    for visitor in ("privacy", "ciso", "supervisor"):
        page = case.visit(visitor).client.get("/verantwoording/datalekken/").content.decode()
        assert "om te melden" in page
        assert "de 72 uur zijn voorbij" in page


def test_the_fg_is_told_at_once(case: Case) -> None:
    leaked(case)
    town = case.town
    with scope(town.woerden.id):
        for visitor in ("supervisor", "privacy", "ciso"):
            assert any("Datalek" in str(line.words) for line in notices.lines(town.actor(visitor), town.now))


def test_whom_it_concerns_is_a_list_with_names_for_who_may_read_them_and_numbers_for_others(
    case: Case,
) -> None:
    leak = leaked(case.receive())
    leak.send("privacy", "wie/", records=reference(case.signal))
    assert VICTIM in leak.get("focal_point", "wie/lijst/").content.decode()
    sealed = "Bij 1 signaal gaf de melder een naam"
    assert sealed in leak.get("focal_point").content.decode(), (
        "the reporter may be concerned, and is named nowhere"
    )
    supervised = leak.get("supervisor").content.decode()
    assert f"Signaal {reference(case.signal)}: 1 persoon" in supervised
    assert VICTIM not in supervised
    assert sealed not in supervised
    assert VICTIM not in text_of(leak.get("supervisor", "verslag/").content)


def test_it_closes_only_once_everybody_was_told_who_must_be(case: Case) -> None:
    leak, at = leaked(case.receive()), typed(case.town.now)
    leak.send("privacy", "besluit/", **SETTLED)
    leak.send("privacy", "gemeld/ap/", at=at)
    leak.send("privacy", "wie/", records=reference(case.signal))
    leak.send("privacy", "maatregel/", note="Teruggehaald.")
    assert leak.send("privacy", "afsluiten/", note="x").status_code == 409
    leak.send("privacy", "gemeld/betrokkenen/", at=at)
    assert leak.send("privacy", "afsluiten/", note="x").status_code == 303


def test_what_was_told_lies_in_the_vault_alone(case: Case) -> None:
    leaked(case)
    assert not any(TOLD.encode() in row for row in rows(case.town))
