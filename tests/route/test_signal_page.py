"""The page of one signal: what to do next, what was told, what is established, and no reporter."""

from typing import Any

from baken.intake.content import PersonTold, Report
from baken.refer import actions as refer
from baken.tenancy.scope import scope
from tests.route.case import HAPPENED, REPORTER, VICTIM, Case, reported


def test_shows_what_was_told_with_the_capacity_of_each_person(case: Case) -> None:
    """DATA-02, V27: a person is shown with a capacity, and a victim is presumed."""
    page = case.get().content.decode()
    assert HAPPENED in page
    assert VICTIM in page
    assert "vermoedelijk slachtoffer" in page


def test_never_shows_who_reported(case: Case) -> None:
    """ROLE-03, V6: not on the page, not in the timeline, not for the focal point either."""
    page = case.get().content.decode()
    assert REPORTER not in page
    assert "06-kanarie" not in page
    assert "Burgerzaken" not in page


def test_puts_the_next_step_on_top_with_its_source_and_button(case: Case) -> None:
    """Principle 1: what to do next, why, and who says so."""
    answer = case.get()
    todo = answer.context["page"].next
    assert todo.href == case.url("ontvangen/")
    assert "bijlage 2" in todo.source.nl


def test_before_receiving_nothing_else_is_asked_of_the_focal_point(case: Case) -> None:
    """One thing at a time: what cannot be done yet has no button."""
    page = case.get().context["page"]
    doable = [page.next, *page.also]
    assert [todo.href for todo in doable] == [case.url("ontvangen/"), case.url("teamcoordinator/")]


def test_asks_for_the_fact_that_a_rule_waits_for(case: Case) -> None:
    """Where facts are unknown and a rule needs them: ask, with who depends on it."""
    unknowns = case.receive().get().context["page"].unknowns
    urgency = next(one for one in unknowns if one.href == case.url("feiten/spoed/"))
    assert urgency.partners


def test_suggestions_say_why_and_who_says_so(case: Case) -> None:
    """V18: each is explained and shown as what it is."""
    page = case.receive().establish("exploitation", ["labour"]).get().context["page"]
    labour = next(one for one in page.suggestions if "Arbeidsinspectie" in one.partner.nl)
    assert labour.strength.nl == "moet volgens het beleid"
    assert labour.because
    assert "bijlage 2, stap 4" in labour.source.nl


def test_what_only_the_reporter_thinks_is_at_most_a_suggestion(case: Case) -> None:
    """A claim obliges nobody."""
    page = case.receive().get().context["page"]
    labour = next(one for one in page.suggestions if "Arbeidsinspectie" in one.partner.nl)
    assert labour.strength.nl == "mag, als klopt wat de melder denkt"


def test_a_held_partner_says_for_what_it_waits(case: Case) -> None:
    """ROUTE-W3a: the police wait for the trusted person; an acute signal may pass with a reason."""
    page = case.receive().establish("urgency", "acute").get().context["page"]
    avim = next(one for one in page.suggestions if "AVIM" in one.partner.nl)
    assert avim.held
    assert avim.needs_reason
    assert avim.href


def test_a_hand_over_shows_what_was_sent_asked_and_answered(case: Case) -> None:
    """ROUTE-17; and first a document leaves, then one asks about it."""
    case.receive().establish("exploitation", ["labour"])
    referral = case.hand_over("labour_authority")
    owed = _sentences(case)
    assert "Verzend de overdracht aan Nederlandse Arbeidsinspectie (NLA)." in owed
    with scope(case.town.woerden.id):
        refer.record_sending(referral=referral, channel="secure_mail", asked=False, **case.by())
    todo = next(
        one for one in _todos(case) if one.sentence.nl.startswith("Vraag Nederlandse Arbeidsinspectie")
    )
    assert "Overgedragen op" in todo.because[0].nl
    assert todo.href == case.url(f"overdrachten/{referral}/vraag/")
    with scope(case.town.woerden.id):
        refer.ask_partner(referral=referral, **case.by())
        refer.record_answer(referral=referral, outcome="taken_up", note="Er komt een controle.", **case.by())
    page = case.get().content.decode()
    assert "Er komt een controle." in page
    assert "opgepakt" in page


def test_a_question_is_shown_as_a_question(case: Case) -> None:
    """REP-11."""
    case.signal = reported(case.town, question=True)
    assert case.get().content.decode().count("Vraag ") >= 1
    assert case.get().context["page"].question


def test_the_page_names_the_policy_of_the_day_of_the_report(case: Case) -> None:
    """ROUTE-02: says who, since when."""
    assert "het beleid van Woerden" in case.get().context["page"].policy.nl


def test_somebody_can_be_both_presumed_victim_and_suspected_exploiter(case: Case) -> None:
    """FORM-12, V27: no verdict in any word."""
    both = (
        PersonTold(name="Radu", capacity="presumed_victim"),
        PersonTold(name="Radu", capacity="suspected_exploiter"),
    )
    case.signal = reported(case.town, content=Report(happened="Er is iets.", persons=both))
    page = case.get().content.decode()
    assert "vermoedelijk slachtoffer" in page
    assert "mogelijke uitbuiter" in page
    assert "dader" not in page.lower()
    assert "verdachte" not in page.lower()


def _todos(case: Case) -> list[Any]:
    page = case.get().context["page"]
    return [page.next, *page.also]


def _sentences(case: Case) -> list[str]:
    return [todo.sentence.nl for todo in _todos(case)]


def test_a_choice_is_explained_without_numbers_of_requirements(case: Case) -> None:
    """Who reads the page does not know what V12 is."""
    page = case.receive().get().content.decode()
    assert "eigen keuze: voor iemand zoekt in bronnen" in page
    assert "(V12)" not in page
