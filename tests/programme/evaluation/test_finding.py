"""Findings of each role, and conclusions with what they change (MON-06, EVAL-03, EVAL-05, BASE-05)."""

from datetime import timedelta
from uuid import UUID

import pytest

from baken.core.decide.refusal import Refused
from baken.programme.common import policy
from baken.programme.evaluation import actions, concluding, elements, queries, topics
from baken.programme.evaluation.models import Conclusion, Evaluation, Finding, Question
from baken.programme.plan import actions as plan
from baken.programme.plan.models import Action
from baken.tenancy import kept
from baken.tenancy.actors import Actor
from baken.tenancy.scope import scope
from tests.programme.evaluation.evaluating import Evaluating


def test_the_five_roles_that_find_are_those_of_the_policy() -> None:
    """MON-06."""
    assert topics.own_roles({"lead_focal_point", "policy_adviser"}) == ["focal_point", "policy_adviser"]
    assert topics.own_roles({"process_director"}) == ["process_director"]
    assert topics.own_roles({"administrator"}) == []


def test_a_finding_stands_under_its_question_with_role_and_day(there: Evaluating) -> None:
    found = there.start()
    page = there.text(f"{found.id}/bevinding/")
    assert "Schrijf niets over een persoon, en geen kenmerk van een signaal" in page
    question = page.partition('value="question:')[2].partition('"')[0]
    told = {
        "about": f"question:{question}",
        "role": "care_coordinator",
        "on": there.today.isoformat(),
        "words": "Opvang voor mannen ontbreekt.",
    }
    assert there.send(f"{found.id}/bevinding/", "focal_point", **told).status_code == 303
    [row] = there.rows(Finding)
    assert (row.role, row.question_id) == ("care_coordinator", UUID(question))
    page = there.text(f"{found.id}/")
    assert "Opvang voor mannen ontbreekt." in page
    assert "orgcoördinator" in page


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({"words": "Bij K7WMQ2 duurde het lang."}, "lijkt op het kenmerk van een signaal"),
        ({"words": ""}, "Schrijf hier een of twee zinnen"),
        ({"on": "2999-01-01"}, "nog niet geweest"),
        ({"about": "topic:weather"}, "geldige keuze"),
        ({"role": "administrator"}, "geldige keuze"),
    ],
)
def test_what_is_wrong_with_a_finding_is_said_and_nothing_is_lost(
    there: Evaluating, told: dict[str, str], words: str
) -> None:
    found = there.start()
    whole = {
        "about": "topic:policy",
        "role": "focal_point",
        "on": there.today.isoformat(),
        "words": "Kanarie.",
    }
    answer = there.send(f"{found.id}/bevinding/", **{**whole, **told})
    assert answer.status_code == 422
    page = answer.content.decode()
    assert words in page
    assert {**whole, **told}["words"] in page
    assert there.rows(Finding) == []


def test_a_role_changes_its_own_words_alone(there: Evaluating) -> None:
    found = there.start()
    row = there.find(found, role="process_director")
    chain = Actor(UUID(int=1), UUID(int=2), there.own.id, frozenset({"chain_director"}), frozenset())
    own = Actor(UUID(int=1), UUID(int=2), there.own.id, frozenset({"process_director"}), frozenset())
    told = {"topic": "policy", "role": "process_director", "on": there.today, "words": "Anders."}
    with scope(there.own.id):
        for act in (
            lambda: actions.change_finding(row, told, row.number, keeps=False, actor=chain, now=there.now),
            lambda: actions.withdraw(row, keeps=False, actor=chain, now=there.now),
        ):
            with pytest.raises(Refused, match="another role"):
                act()
        with pytest.raises(Refused):
            actions.change_finding(
                row, {**told, "role": "chain_director"}, row.number, keeps=False, actor=own, now=there.now
            )
        actions.change_finding(row, told, row.number, keeps=False, actor=own, now=there.now)
        assert kept.one(Finding, row.id).words == "Anders."


def test_two_who_change_one_finding_do_not_overwrite_each_other(there: Evaluating) -> None:
    found = there.start()
    row = there.find(found)
    told = {
        "about": "topic:policy",
        "role": "policy_adviser",
        "on": there.today.isoformat(),
        "looked_at": row.number,
    }
    page = f"bevinding/{row.id}/wijzigen/"
    assert there.send(page, words="De eerste.", **told).status_code == 303
    answer = there.send(page, "focal_point", words="De tweede.", **told)
    assert answer.status_code == 409
    assert "De tweede." in answer.content.decode()


def test_a_question_of_another_evaluation_is_no_question_here(there: Evaluating) -> None:
    other, found = there.start(title="De andere"), there.start()
    with scope(there.own.id):
        strange = kept.kept(Question).filter(evaluation_id=other.id)[0]
        with pytest.raises(Refused):
            actions.add_finding(
                found,
                {"question_id": strange.id, "role": "focal_point", "on": there.today, "words": "x"},
                keeps=True,
                **there.given(),
            )


def a_programme(there: Evaluating) -> None:
    told = {
        "theme": "trafficking",
        "title": "Programma",
        "from_date": there.day(-30),
        "until_date": there.day(700),
    }
    with scope(there.own.id):
        plan.start_edition(told, [], **there.given())


def test_a_conclusion_becomes_an_action_of_the_programme_and_refers_to_it(there: Evaluating) -> None:
    """BASE-05, and EVAL-02: the programme for the next years is adjusted."""
    a_programme(there)
    found = there.start()
    told = {"topic": "execution", "words": "Balies vaker trainen.", "outcome": "action"}
    answer = there.send(f"{found.id}/besluit/", **told)
    [row] = there.rows(Conclusion)
    assert answer["Location"] == f"/programma/evaluatie/besluit/{row.id}/actie/"
    page = there.text(f"besluit/{row.id}/actie/")
    assert 'value="Balies vaker trainen."' in page
    told = {"title": "Balies trainen", "owner": "team Balie", "ready_on": there.day(90).isoformat()}
    assert there.send(f"besluit/{row.id}/actie/", **told).status_code == 303
    [action] = there.rows(Action)
    assert (action.title, action.owner, action.because) == ("Balies trainen", "team Balie", found.title)
    assert f'href="/programma/uitvoering/actie/{action.id}/"' in there.text(f"{found.id}/")
    assert there.send(f"besluit/{row.id}/actie/", **told).status_code == 303
    assert len(there.rows(Action)) == 1, "a conclusion becomes one action"


def test_without_a_programme_or_with_a_day_that_passed_no_action_is_made(there: Evaluating) -> None:
    found = there.start()
    row = there.conclude(found, outcome="action")
    told = {"title": "Trainen", "owner": "team Balie", "ready_on": there.day(90).isoformat()}
    answer = there.send(f"besluit/{row.id}/actie/", **told)
    assert answer.status_code == 409
    assert 'value="team Balie"' in answer.content.decode()
    a_programme(there)
    past = there.send(f"besluit/{row.id}/actie/", **{**told, "ready_on": there.day(-5).isoformat()})
    assert past.status_code == 422
    assert "Deze dag is al geweest" in past.content.decode()
    assert there.rows(Action) == []


def test_a_conclusion_names_what_of_the_policy_is_to_change(there: Evaluating) -> None:
    """REG-05: the policy is adjusted."""
    found = there.start()
    page = there.text(f"{found.id}/besluit/")
    assert "<optgroup" in page
    told = {"topic": "policy", "words": "De route is te lang.", "outcome": "policy"}
    without = there.send(f"{found.id}/besluit/", **told)
    assert without.status_code == 422
    assert "Kies wat van het beleid anders moet" in without.content.decode()
    strange = there.send(f"{found.id}/besluit/", **told, element="steps.nothing")
    assert strange.status_code == 422
    key = page.partition('value="steps.')[2].partition('"')[0]
    assert there.send(f"{found.id}/besluit/", **told, element=f"steps.{key}").status_code == 303
    [row] = there.rows(Conclusion)
    assert row.element == f"steps.{key}"
    assert row.called["of"] == {"nl": "Stappen", "en": "Steps"}
    assert 'href="/beleid/route/"' in there.text(f"{found.id}/")


def test_every_element_that_can_be_chosen_has_a_name_in_both_languages_and_a_page(there: Evaluating) -> None:
    with scope(there.own.id):
        every = elements.every(policy.in_force(there.now))
    assert {one.key.partition(".")[0] for one in every} >= {"steps", "referrals", "actions", "evaluation"}
    assert len({one.key for one in every}) == len(every)
    for one in every:
        assert one.name.nl.strip()
        assert one.name.en.strip()
        assert elements.page(one.key).startswith("/beleid/")


def test_it_is_closed_only_when_nothing_lacks_and_says_what_does(there: Evaluating) -> None:
    found = there.start(topics=["finance"])
    for row in there.rows(Question):
        there.send(f"vraag/{row.id}/terugnemen/")
    page = there.text(f"{found.id}/afsluiten/")
    for lack in ("staat geen vraag", "de cijfers staan nog niet vast", "er is nog geen besluit"):
        assert lack in page
    assert there.send(f"{found.id}/afsluiten/").status_code == 409
    assert there.again(found).closed_on is None


def test_an_action_that_was_not_made_keeps_it_open(there: Evaluating) -> None:
    found = there.freeze(there.start())
    there.conclude(found, outcome="action", words="Meer trainen.")
    assert "de actie bij ‘Meer trainen.’ is nog niet gemaakt" in there.text(f"{found.id}/afsluiten/")


def test_after_it_is_closed_nothing_is_added_and_the_next_day_follows(there: Evaluating) -> None:
    found = there.whole()
    assert there.send(f"{found.id}/afsluiten/").status_code == 303
    closed = there.again(found)
    assert closed.closed_on == there.today
    page = there.text(f"{found.id}/")
    assert "Deze evaluatie is afgesloten" in page
    assert "De volgende evaluatie is uiterlijk" in page
    assert "Besluit vastleggen" not in page
    with pytest.raises(Refused, match="closed"):
        there.find(closed)
    with pytest.raises(Refused, match="closed"):
        there.conclude(closed)
    [finding], [conclusion] = there.rows(Finding), there.rows(Conclusion)
    for sort, row in (("bevinding", finding), ("besluit", conclusion), ("evaluatie", closed)):
        assert there.send(f"{sort}/{row.id}/terugnemen/").status_code == 409
    assert len(there.rows(Evaluation)) == 1
    with scope(there.own.id), pytest.raises(Refused, match="closed"):
        concluding.make_action(conclusion, {"title": "x", "owner": "y"}, **there.given())


def test_what_was_decided_keeps_its_place_when_it_is_changed(there: Evaluating) -> None:
    """A report that is printed twice has its rows in the same order."""
    found = there.start()
    told = {"topic": "execution", "words": "Zo besloten.", "outcome": "none"}
    with scope(there.own.id):
        first, second = (
            concluding.add(found, told, **{**there.given(), "now": there.now + timedelta(minutes=minute)})
            for minute in (0, 1)
        )
        told["words"] = "Zo besloten, en later verbeterd."
        later = there.now + timedelta(hours=1)
        concluding.change(first, told, first.number, actor=there.town.actor("adviser"), now=later)
        assert [one.id for one in queries.conclusions(found)] == [first.id, second.id]
