"""V18: what Baken suggests says why and who says so, is called a suggestion, and happens only when a person does it."""

import re

import pytest

from baken.core.vocabulary.care import CARE_FACTS
from baken.core.vocabulary.facts import FACTS
from baken.tenancy.scope import scope
from baken.trust.accountability.algorithms import entry
from baken.trust.accountability.queries import in_use
from tests.route.case import Case
from tests.tenants.things import adopt
from tests.tenants.town import build

WHY = "Wij zien het anders."


@pytest.mark.parametrize("visited", ["received", "labour", "acute"])
def test_every_suggestion_is_explained_and_shown_as_what_it_is(case: Case, visited: str) -> None:
    case.receive()
    if visited == "labour":
        case.establish("exploitation", ["labour"])
    if visited == "acute":
        case.establish("urgency", "acute")
    suggestions = case.get().context["page"].suggestions
    assert suggestions
    for one in suggestions:
        assert one.strength.nl in (
            "moet volgens het beleid",
            "mag, het is een suggestie",
            "mag, als klopt wat de melder denkt",
        )
        assert one.because
        assert one.source


def test_what_must_be_done_says_who_says_so(case: Case) -> None:
    page = case.receive().establish("exploitation", ["labour"]).get().context["page"]
    assert all(todo.source for todo in (page.next, *page.also))


def test_nothing_that_is_suggested_happens_by_itself(case: Case) -> None:
    """Also not what the policy requires: it stays owed until a person does it."""
    case.receive().establish("exploitation", ["labour"]).assess("suspicion")
    for _look in range(2):
        assert case.get().status_code == 200
    state = case.file().state
    assert state.referrals == {}
    assert any("Arbeidsinspectie" in one.partner.nl for one in case.get().context["page"].suggestions)


def test_a_person_may_decide_otherwise_and_that_is_recorded_with_the_reason(case: Case) -> None:
    case.receive().establish("exploitation", ["labour"])
    assert case.send("afsluiten/", outcome="no_action", reason=WHY).status_code == 303
    assert case.file().state.closed
    newest = case.get().context["page"].timeline[0]
    assert (newest.who, newest.detail) == ("Persoon focal_point", WHY)


def test_a_hold_gives_way_to_a_reason_where_somebody_is_in_danger(case: Case) -> None:
    page = case.receive().establish("urgency", "acute").get().context["page"]
    held = [one for one in page.suggestions if one.held]
    assert held
    assert {one.needs_reason for one in held} == {True}


@pytest.mark.parametrize(("slug", "policy"), [("woerden", "woerden"), ("zorg", "moviera")])
def test_what_is_suggested_stands_in_the_draft_for_the_register(db: None, slug: str, policy: str) -> None:
    """Of each kind of organisation what its own rules count: those of care also who is a citizen of the EU."""
    town = build()
    adopt(town, slug, policy)
    with scope(town.organisations[slug].id):
        told = entry(in_use(town.now), slug, today=town.today)  # type: ignore[arg-type]
    assert all(value.strip() for value in told.values())
    assert "Een mens beslist." in told["korte_omschrijving"]
    care, counted = slug == "zorg", CARE_FACTS if slug == "zorg" else FACTS
    assert ("burger van de EU" in str(told)) == ("nationality" in counted) == care
    assert bool(re.search("signaal|meldroute|gemeente toetst", str(told))) != care
