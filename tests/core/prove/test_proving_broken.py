"""A policy that breaks a promise is caught, with the smallest signal and the shortest history that break it."""

from typing import Any

import pytest

from baken.core.derive.route import Route, RoutePolicy, derive
from baken.core.policy import knowledge, written
from baken.core.policy.bundle import Bundle
from baken.core.policy.conditions import ALWAYS
from baken.core.policy.models import AfterStep, Before, EventMatch
from baken.core.policy.properties import Property
from baken.core.prove import exploring
from baken.core.prove.proof import PromiseResult
from baken.core.prove.proving import prove_one
from baken.core.vocabulary.facts import Facts
from tests.core.prove.bundles import bundle, with_element, without_element


def result(policy: Bundle, promise: str) -> PromiseResult:
    return prove_one(policy, next(one for one in policy.property_list if one.id == promise))


def breaks(policy: Bundle, promise: str) -> str:
    """Return the sentence of the counterexample; the promise must be broken."""
    found = result(policy, promise).counterexample
    assert found is not None, f"{promise} holds"
    assert found.sentence.en
    return found.sentence.nl


def when(raw: dict[str, Any]) -> Any:
    return written.condition(raw)


def edited(policy: Bundle, section: str, name: str, **changes: Any) -> Bundle:
    """Return the bundle with one element changed, without reading it back: for what loading would refuse."""
    elements = tuple(
        one.model_copy(update=changes) if one.id == name else one for one in getattr(policy, section)
    )
    return policy.model_copy(update={section: elements})


def test_a_dropped_rule_is_said_with_the_smallest_signal() -> None:
    policy = without_element(bundle("woerden"), "referrals", "labour_authority")
    assert breaks(policy, "labour_reaches_the_inspectorate") == (
        "Een signaal met vastgestelde arbeidsuitbuiting, zonder dat er verder iets is gebeurd:"
        " Nederlandse Arbeidsinspectie (NLA) hoeft het niet te horen."
    )


def test_the_sentence_is_there_in_english_too() -> None:
    policy = without_element(bundle("woerden"), "referrals", "labour_authority")
    found = result(policy, "labour_reaches_the_inspectorate").counterexample
    assert found is not None
    assert found.sentence.en == (
        "A signal with established labour exploitation, with nothing else done:"
        " Netherlands Labour Authority (NLA) need not be told."
    )


def test_a_broken_promise_says_whose_it_is_and_where_it_stands() -> None:
    policy = without_element(bundle("montfoort"), "referrals", "care_coordinator")
    found = result(policy, "care_coordinator_hears_of_every_signal")
    assert not found.holds
    assert found.by == "copen"
    assert found.since is not None
    assert found.source.nl == "montfoort-beleid, bijlage 2, stap 4"
    assert found.counterexample is not None
    assert dict(found.counterexample.facts) == {}
    assert found.counterexample.history == ()


def test_a_duty_that_becomes_a_suggestion_is_caught() -> None:
    policy = with_element(bundle("montfoort"), "referrals", "labour_authority", strength="suggested")
    assert "hoeft het niet te horen" in breaks(policy, "labour_reaches_the_inspectorate")


def test_a_condition_that_leaves_some_signals_out_is_caught() -> None:
    narrow = when({"assessment": {"any": ["suspicion", "trafficking"]}})
    policy = with_element(bundle("woerden"), "referrals", "care_coordinator", when=narrow)
    assert breaks(policy, "care_coordinator_hears_of_every_signal").startswith(
        "Een signaal waarvan nog niets vaststaat, zonder dat er verder iets is gebeurd:"
    )


def test_a_step_that_no_longer_hands_over_is_caught() -> None:
    never_for_minors = when({"age": {"not": ["minor"]}})
    policy = with_element(bundle("west-friesland"), "steps", "hand_over", when=never_for_minors)
    told = breaks(policy, "care_and_safety_house_hears_of_every_suspicion")
    assert told.startswith(
        "Een signaal met de beoordeling “vermoeden van mensenhandel”, waarna het signaal is in ontvangst"
    )
    assert told.endswith("nergens staat dat Zorg- en Veiligheidshuis Noord-Holland Noord het nog moet horen.")


def test_waiting_for_a_meeting_is_caught_where_it_is_acute() -> None:
    after = (AfterStep(step="receive"), AfterStep(step="table_locally"))
    policy = with_element(bundle("west-friesland"), "steps", "hand_over", after=after)
    told = breaks(policy, "acute_goes_to_the_police_at_once")
    assert told.startswith("Een signaal met acuut gevaar, waarna het signaal is in ontvangst genomen:")
    assert told.endswith("krijgt het niet meteen, maar moet wachten.")


def test_a_hold_that_acute_signals_cannot_pass_is_caught_twice() -> None:
    policy = with_element(bundle("woerden"), "holds", "trusted_person_first", override=None)
    assert "krijgt het niet meteen" in breaks(policy, "acute_goes_to_the_avim_at_once")
    assert "ook met een reden" in breaks(policy, "trusted_person_before_the_police")


def test_a_hold_that_everybody_can_pass_is_caught() -> None:
    hold = bundle("woerden").holds[0]
    assert hold.override is not None
    wide = hold.override.model_copy(update={"when": ALWAYS})
    policy = with_element(bundle("woerden"), "holds", hold.id, override=wide)
    assert "een reden is al genoeg" in breaks(policy, "trusted_person_before_the_police")


def test_police_and_tables_that_the_hold_forgets_are_caught() -> None:
    tables = bundle("woerden").holds[0].before.tables
    forgets_avim = Before(
        partners=("police", "neighbourhood_police_officer", "police_trafficking_team"), tables=tables
    )
    policy = with_element(bundle("woerden"), "holds", "trusted_person_first", before=forgets_avim)
    assert "AVIM kan er al bij" in breaks(policy, "trusted_person_before_the_police")
    officer_only = with_element(
        bundle("woerden"), "table_list", "local_undermining_meeting", with_=("neighbourhood_police_officer",)
    )
    assert "overleg Woerden kan er al bij" in breaks(officer_only, "trusted_person_before_the_police")


def test_no_answer_for_the_anonymous_reporter_is_caught() -> None:
    policy = with_element(bundle("hoorn"), "steps", "tell_reporter", when=when({"reporter_named": "yes"}))
    told = breaks(policy, "reporter_is_owed_an_answer")
    assert told.startswith("Een signaal waarvan nog niets vaststaat, zonder dat er verder iets is gebeurd:")
    assert "de melder heeft bericht" in told


def test_an_answer_that_lapses_when_the_signal_is_assessed_is_caught() -> None:
    policy = with_element(bundle("hoorn"), "steps", "tell_reporter", when=when({"assessment": "open"}))
    told = breaks(policy, "reporter_is_owed_an_answer")
    assert "de beoordeling" in told


def test_a_meeting_that_is_no_longer_needed_is_caught_but_not_where_there_is_none() -> None:
    policy = with_element(bundle("west-friesland"), "steps", "table_locally", strength="optional")
    assert "het signaal is in een overleg besproken" in breaks(policy, "every_signal_is_discussed")
    without = bundle("west-friesland").without_tables(["local_undermining_meeting"])
    assert result(without, "every_signal_is_discussed").holds
    neither = without_element(without, "referrals", "police_instead")
    assert not result(neither, "every_signal_is_discussed").holds


def test_more_partners_than_the_documents_name_are_caught() -> None:
    policy = with_element(bundle("woerden"), "referrals", "belle", strength="required")
    assert breaks(policy, "nobody_else_must_be_told").startswith(
        "Een signaal met vastgestelde seksuele uitbuiting"
    )
    always = with_element(bundle("montfoort"), "referrals", "avim", when=ALWAYS)
    assert breaks(always, "avim_only_when_acute") == (
        "Een signaal met het oordeel dat het niet acuut is, zonder dat er verder iets is gebeurd:"
        " Politie Midden-Nederland, AVIM moet het horen."
    )


def test_feedback_that_nobody_asks_is_caught_also_for_one_partner() -> None:
    policy = with_element(bundle("hoorn"), "steps", "ask_feedback", strength="optional")
    told = breaks(policy, "feedback_is_asked")
    assert "het signaal is overgedragen" in told
    one = with_element(bundle("montfoort"), "referrals", "labour_authority", ask_feedback=False)
    assert "Arbeidsinspectie" in breaks(one, "feedback_is_asked")


def test_answers_that_stay_with_the_municipality_are_caught() -> None:
    policy = with_element(bundle("hoorn"), "steps", "pass_on_answer", when=when({"reporter_named": "yes"}))
    assert "de partner heeft geantwoord" in breaks(policy, "answers_reach_the_reporter")


def test_a_question_that_is_not_asked_is_caught() -> None:
    policy = with_element(bundle("hoorn"), "questions", "danger_now", when=when({"age": "minor"}))
    told = breaks(policy, "danger_never_stays_unknown")
    assert told.startswith("Een signaal met een volwassen vermoedelijk slachtoffer")
    assert "het feit is vastgesteld (gevaar nu)" in told


def test_searching_that_stops_without_reason_is_caught() -> None:
    policy = without_element(bundle("woerden"), "steps", "check_own_records")
    assert "(het mag)" in breaks(policy, "what_may_be_searched_is_searched")


def test_a_route_that_offers_something_too_early_is_caught() -> None:
    after = (AfterStep(step="receive"),)
    policy = with_element(bundle("woerden"), "steps", "check_own_records", after=after)
    assert breaks(policy, "weighed_before_searching").startswith(
        "Een signaal, waarna het signaal is in ontvangst genomen: dit kan al, voordat dit is gebeurd:"
        " het raadplegen van bronnen is afgewogen."
    )
    closing = next(step for step in bundle("hoorn").steps if step.id == "close")
    for promise, step in (
        ("assessed_before_closing", "assess"),
        ("reporter_told_before_closing", "tell_reporter"),
    ):
        rest = tuple(one for one in closing.after if one.step != step)
        assert "Sluit het signaal af" in breaks(
            with_element(bundle("hoorn"), "steps", "close", after=rest), promise
        )


def test_smuggling_that_obliges_somebody_is_caught() -> None:
    policy = with_element(bundle("woerden"), "referrals", "avim_smuggling", strength="required")
    assert breaks(policy, "smuggling_is_no_trafficking") == (
        "Een signaal met het oordeel dat het niet acuut is, zonder dat er verder iets is gebeurd:"
        " komt daar nog mensensmokkel bij, Politie Midden-Nederland, AVIM moet het dan horen."
    )


def test_prostitution_that_obliges_more_than_its_own_team_is_caught() -> None:
    narrow = when(
        {
            "any": [
                {"assessment": {"any": ["suspicion", "trafficking"]}},
                {"related": {"includes": "prostitution"}},
            ]
        }
    )
    policy = with_element(bundle("hoorn"), "referrals", "care_safety_house", when=narrow)
    assert "Zorg- en Veiligheidshuis" in breaks(policy, "prostitution_is_no_trafficking")


def test_a_form_of_exploitation_that_takes_a_duty_away_is_caught() -> None:
    narrow = when({"not": {"exploitation": {"includes": "organ_removal"}}})
    policy = with_element(bundle("hoorn"), "steps", "assess", when=narrow)
    told = breaks(policy, "organ_removal_is_never_refused")
    assert "gedwongen orgaanverwijdering" in told
    assert "dan hoeft dit niet meer" in told


def test_closing_that_counts_as_having_told_somebody_is_caught() -> None:
    policy = with_element(
        bundle("montfoort"), "referrals", "labour_authority", met_also_by=(EventMatch(event="signal.closed"),)
    )
    told = breaks(policy, "closing_ends_no_labour_signal")
    assert "gebeurt dan dit: het signaal is afgesloten" in told
    assert "hoeft het dan niet meer te horen" in told


def test_an_engine_that_takes_claims_for_facts_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    def believing(policy: RoutePolicy, facts: Facts, history: Any, now: Any) -> Route:
        return derive(policy, Facts(established={**facts.claimed, **facts.established}), history, now)

    monkeypatch.setattr(exploring, "derive", believing)
    told = breaks(bundle("montfoort"), "claim_alone_obliges_nobody")
    assert told.startswith("Een signaal met volgens de melder")


def test_a_hold_that_stands_where_its_step_is_not_needed_blocks_closing() -> None:
    policy = with_element(bundle("woerden"), "holds", "trusted_person_first", when=ALWAYS)
    told = breaks(policy, "every_signal_can_be_closed")
    assert "geen mensenhandel, wel een ander probleem" in told
    assert "kan niet meer goed worden afgesloten" in told


def test_a_circle_of_steps_and_holds_blocks_closing() -> None:
    policy = with_element(
        bundle("woerden"), "steps", "consider_trusted_person", after=(AfterStep(step="hand_over"),)
    )
    policy = with_element(policy, "holds", "trusted_person_first", override=None)
    told = breaks(policy, "every_signal_can_be_closed")
    assert told.startswith("Een signaal met acuut gevaar")


def test_a_route_that_nobody_closes_is_caught() -> None:
    policy = without_element(bundle("hoorn"), "steps", "close")
    assert "geen enkele stap" in breaks(policy, "every_signal_can_be_closed")


def test_a_route_that_nobody_assesses_cannot_be_closed() -> None:
    policy = without_element(bundle("hoorn"), "steps", "assess")
    close = next(step for step in policy.steps if step.id == "close")
    after = tuple(one for one in close.after if one.step != "assess")
    assert not result(with_element(policy, "steps", "close", after=after), "every_signal_can_be_closed").holds


def test_a_hand_over_with_the_reporter_is_caught() -> None:
    use = next(one for one in bundle("hoorn").use_list if one.id == "police")
    policy = edited(bundle("hoorn"), "use_list", "police", pieces=(*use.pieces, "reporter"))
    assert breaks(policy, "reporter_in_no_hand_over") == (
        "Elk signaal dat naar Politie, basisteam Hoorn gaat: `reporter` mag mee."
    )


def test_a_hand_over_that_points_to_somebody_is_caught_where_that_was_promised() -> None:
    policy = with_element(
        bundle("woerden"), "use_list", "regional_signals_table", pieces=("facts", "persons")
    )
    assert "`persons` mag mee" in breaks(policy, "soft_signals_are_shared_without_names")


def test_a_card_that_says_a_fact_is_caught() -> None:
    class TellingItem(knowledge.CardItem):
        urgency: str = "acute"

    first, *others = bundle("hoorn").items
    telling = TellingItem.model_validate(first.model_dump())
    policy = bundle("hoorn").model_copy(update={"items": (telling, *others)})
    assert "dat verandert `urgency`" in breaks(policy, "card_changes_nothing")


def test_the_first_counterexample_is_the_smallest() -> None:
    policy = without_element(bundle("hoorn"), "referrals", "riec_information_plaza")
    found = result(policy, "trafficking_reaches_the_information_plaza").counterexample
    assert found is not None
    assert dict(found.facts) == {"assessment": "trafficking"}
    assert [one.event for one in found.history] == ["signal.received", "signal.assessed"]


@pytest.mark.parametrize(
    "raw",
    [
        {"told": {"partners": ["riec"], "strength": "required"}},
        {"spared": {"partners": ["riec"]}},
        {"adding": {"fact": {"exploitation": "labour"}, "never": "obliges"}},
    ],
    ids=lambda raw: next(iter(raw)),
)
def test_a_promise_about_no_signal_at_all_is_not_kept(raw: dict[str, Any]) -> None:
    """It would hold whatever the policy says, so it promises nothing."""
    never = {"all": [{"urgency": "acute"}, {"urgency": "not_acute"}]}
    kind, said = next(iter(raw.items()))
    empty = Property.model_validate(
        {"id": "x", "sentence": {"nl": "x", "en": "x"}, "chosen": "x", kind: {**said, "when": never}}
    )
    found = prove_one(bundle("woerden"), empty).counterexample
    assert found is not None
    assert "geen signaal waarvoor deze belofte geldt" in found.sentence.nl
