"""Consulting a source: its ground, the choice beforehand, and the trusted person. V11, V12, V13: `tests/rules`."""

from django.http import HttpResponse

from tests.route.case import Case

WHY = "Er is een aanwijzing van dwang; minder kan niet."
NEEDED = "Staat iemand op dit adres ingeschreven?"


def weigh(case: Case, outcome: str = "proceed") -> Case:
    """Weigh whether sources may be consulted."""
    assert case.send("wegen/", outcome=outcome, reason=WHY).status_code == 303
    return case


def consult(case: Case, outcome: str = "hit", **more: str) -> HttpResponse:
    """Record the municipality's own records."""
    ground = case.file().bundle.sources["municipal_records"].grounds[0]
    asked = {"source": "municipal_records", "ground": ground, "outcome": outcome, "reason": NEEDED}
    return case.send("bron/", **{**asked, **more})


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
