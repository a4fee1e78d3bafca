"""Weighing comes before looking, one source at a time, by hand, with the least of an answer (V11, V12, V13)."""

import pytest
from django.http import HttpResponse

from baken.ledger import vault
from baken.tenancy.scope import scope
from tests.route.case import Case

WHY = "Er is een aanwijzing van dwang; minder kan niet."


def weigh(case: Case, outcome: str = "proceed") -> Case:
    """Weigh whether sources may be consulted."""
    assert case.send("wegen/", outcome=outcome, reason=WHY).status_code == 303
    return case


def consult(case: Case, outcome: str = "hit", **more: str) -> HttpResponse:
    """Record the municipality's own records."""
    ground = case.file().bundle.sources["municipal_records"].grounds[0]
    return case.send("bron/", **{"source": "municipal_records", "ground": ground, "outcome": outcome, **more})


def test_no_source_before_the_weighing(case: Case) -> None:
    """V12: the page says so, and the door is shut as well."""
    case.receive()
    assert "Nu mag er geen bron worden geraadpleegd" in case.get("bron/").content.decode()
    answer = consult(case)
    assert answer.status_code == 409
    assert "Weeg eerst (opnieuw) af, met een reden." in answer.content.decode()


def test_a_weighing_that_says_stop_stops(case: Case) -> None:
    """V12."""
    assert consult(weigh(case.receive(), "stop")).status_code == 409


def test_nothing_found_stops_the_search(case: Case) -> None:
    """V12: the next source asks for a new weighing."""
    weigh(case.receive())
    assert consult(case, "no_hit").status_code == 303
    assert consult(case).status_code == 409


@pytest.mark.parametrize("because", ["safety", "care"])
def test_nothing_found_may_go_on_for_safety_or_care(case: Case, because: str) -> None:
    """V12: for these two reasons only."""
    weigh(case.receive())
    consult(case, "no_hit", continues_because=because)
    assert consult(case).status_code == 303


def test_there_is_no_third_reason_to_go_on(case: Case) -> None:
    """Curiosity is none."""
    weigh(case.receive())
    assert consult(case, "no_hit", continues_because="curiosity").status_code == 422


def test_the_ground_belongs_to_the_source(case: Case) -> None:
    """ENR-06, V1: a ground that the policy does not name with this source is no ground."""
    weigh(case.receive())
    bundle = case.file().bundle
    allowed = set(bundle.sources["municipal_records"].grounds)
    offered = {value for value, _ in case.get("bron/").context["form"].fields["ground"].choices}
    foreign = sorted(offered - allowed) or ["verzonnen"]
    answer = case.send("bron/", source="municipal_records", ground=foreign[0], outcome="hit")
    assert answer.status_code == 422
    assert "ground" in answer.context["form"].errors


def test_what_was_not_found_has_no_facts_to_keep(case: Case) -> None:
    """V13."""
    answer = consult(weigh(case.receive()), "no_hit", note="Toch iets opgeschreven.")
    assert answer.status_code == 422
    assert "Toch iets opgeschreven." in answer.content.decode()


def test_only_the_fact_that_was_needed_is_kept(case: Case) -> None:
    """V13, ENR-04: the answer in one sentence, in the vault, and who consulted when in the event."""
    consult(weigh(case.receive()), note="Acht mensen staan ingeschreven op het adres.")
    stored = case.file().stream.events[-1]
    assert (stored.type, stored.actor is not None) == ("source.consulted", True)
    with scope(case.town.woerden.id):
        kept = vault.get(case.signal, stored.event.note)
    assert kept == {"text": "Acht mensen staan ingeschreven op het adres."}


def test_the_source_that_was_meant_is_chosen_already(case: Case) -> None:
    """The button beside the sentence leads to the right answer."""
    form = weigh(case.receive()).get("bron/?bron=municipal_records").context["form"]
    assert form["source"].value() == "municipal_records"


def test_whether_a_trusted_person_can_help_is_answered_with_a_reason(case: Case) -> None:
    """ROUTE-W3a: for the presumed victim, not the counsellor for staff."""
    case.receive()
    assert "niet om de vertrouwenspersoon voor personeel" in case.get("vertrouwenspersoon/").content.decode()
    assert case.send("vertrouwenspersoon/", outcome="not_possible", reason=WHY).status_code == 303
    assert "trusted_person.considered" in case.happened()
