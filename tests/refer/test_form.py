"""The form of a hand-over: the least by default, nothing that the policy does not allow, and clear words."""

from typing import Any

import pytest

from tests.refer.conftest import HAPPENED, UNSPOKEN, Handing
from tests.route.case import begin


def text(answer: Any) -> str:
    return str(answer.content.decode())


def test_what_identifies_somebody_is_not_chosen_beforehand(handing: Handing) -> None:
    """V2: whoever changes nothing shares the least."""
    form = handing.show("labour_authority").context["form"]
    assert set(form["pieces"].value()) == {"facts"}
    assert {"account", "persons"} <= {value for value, _ in form.fields["pieces"].choices}


def test_where_a_nameless_notification_suffices_it_stands_first(handing: Handing) -> None:
    form = handing.show("care_coordinator").context["form"]
    assert form["named"].value() == "no"
    assert [value for value, _ in form.fields["named"].choices] == ["no", "yes"]


def test_where_it_does_not_suffice_it_cannot_be_chosen(handing: Handing) -> None:
    form = handing.show("labour_authority").context["form"]
    assert [value for value, _ in form.fields["named"].choices] == ["yes"]
    assert (
        handing.send(
            "labour_authority", "preview", handing.filled("labour_authority", named="no")
        ).status_code
        == 422
    )


def test_the_reporter_is_no_piece_and_stands_nowhere(handing: Handing) -> None:
    """V6."""
    shown = text(handing.show("labour_authority"))
    assert not any(word in shown for word in UNSPOKEN)
    assert "reporter" not in handing.show("labour_authority").context["form"].fields["pieces"].choices


def test_only_the_purposes_and_grounds_of_the_policy_for_this_partner_can_be_chosen(handing: Handing) -> None:
    """V1: the careful words of the policy, not everything that exists."""
    form = handing.show("care_coordinator").context["form"]
    grounds = [value for value, _ in form.fields["ground"].choices]
    assert grounds == ["social_support", "youth_care", "vital_interest"]
    assert [value for value, _ in form.fields["purpose"].choices] == ["protect_victims"]


BAD = {
    "no purpose": {"purpose": None},
    "no ground": {"ground": None},
    "neither with nor without": {"named": None},
    "a purpose that does not exist": {"purpose": "curiosity"},
    "a ground of another partner": {"ground": "wgs_riec"},
    "a piece that does not exist": {"pieces": ["reporter"]},
    "a piece that this partner may not have": {"pieces": ["sources"]},
    "nothing at all": {"pieces": None},
    "its own words emptied": {"words_account": " \n "},
    "too much explanation": {"explanation": "a" * 4001},
    "characters that nobody sees": {"explanation": "a\x00b\x07c"},
    "a number that looks like a BSN": {"explanation": "nummer 111222333"},
}


@pytest.mark.parametrize("wrong", BAD.values(), ids=BAD.keys())
def test_bad_input_is_said_and_nothing_is_lost_or_handed_over(
    handing: Handing, wrong: dict[str, Any]
) -> None:
    filled = handing.filled("labour_authority", **{"explanation": "Bel mij gerust.", **wrong})
    answer = handing.send("labour_authority", "confirm", filled)
    assert answer.status_code == 422
    assert answer.context["form"].errors
    kept = answer.context["form"]["explanation"].value()
    assert kept == filled["explanation"].replace("\x00", "").replace("\x07", "")
    assert handing.referrals == []


def test_ten_megabytes_are_refused(handing: Handing) -> None:
    filled = handing.filled("labour_authority", explanation="a" * 10_000_000)
    assert handing.send("labour_authority", "preview", filled).status_code == 413


def test_a_nameless_notification_holds_nothing_that_identifies(handing: Handing) -> None:
    filled = handing.filled("care_coordinator", named="no", pieces=["facts", "persons"])
    answer = handing.send("care_coordinator", "confirm", filled)
    assert answer.status_code == 422
    assert "Betrokken personen" in str(answer.context["form"].errors["pieces"])
    assert handing.referrals == []


def test_a_nameless_notification_can_hold_nothing_but_that_there_is_a_signal(handing: Handing) -> None:
    assert handing.over("care_coordinator", named="no", pieces=None).status_code == 303
    [referral] = handing.referrals
    assert not referral.named
    assert handing.content(referral) == {"pieces": [], "explanation": ""}


def test_the_reporters_own_words_never_go_where_other_words_were_asked(handing: Handing) -> None:
    """An emptied box means 'do not send this', never 'send the original'."""
    handing.over("labour_authority", words_account="")
    assert handing.referrals == []
    handing.over("labour_authority", words_account="Een man droeg twee paspoorten.")
    assert HAPPENED not in str(handing.content(handing.referrals[0]))


@pytest.mark.parametrize("partner", ["prosecution_service", "nobody", "local_undermining_meeting"])
def test_a_partner_that_the_policy_gives_nothing_is_not_there(handing: Handing, partner: str) -> None:
    assert handing.show(partner).status_code == 404


def test_before_it_is_received_a_signal_is_not_handed_over(db: None) -> None:
    """ROUTE-W2: the refusal says what, why and what to do, and keeps what was filled in."""
    handing = Handing(begin())
    answer = handing.over("labour_authority", pieces=["account"], explanation="Bel mij gerust.")
    assert answer.status_code == 409
    assert "Neem het signaal eerst in ontvangst." in text(answer)
    assert "Bel mij gerust." in text(answer)


def test_a_closed_signal_is_reopened_first(handing: Handing) -> None:
    handing.case.send("afsluiten/", outcome="no_action", reason="niets gebleken")
    answer = handing.over("labour_authority")
    assert answer.status_code == 409
    assert "Heropen het signaal eerst, met een reden." in text(answer)


def test_the_choice_of_partners_says_what_must_and_why(handing: Handing) -> None:
    """ROUTE-W4: required first, each with its reason and the document behind it."""
    answer = handing.case.get("overdragen/")
    assert {one.partner for one in answer.context["required"]} == {"labour_authority", "care_coordinator"}
    page = text(answer)
    assert "Bij arbeidsuitbuiting neemt u contact op met de Arbeidsinspectie." in page
    assert "Beleid mensenhandel gemeente Woerden, bijlage 2, stap 4" in page


def test_what_was_handed_over_is_listed_apart_with_its_day(handing: Handing) -> None:
    handing.over("labour_authority")
    answer = handing.case.get("overdragen/")
    assert [one.partner for one in answer.context["done"]] == ["labour_authority"]
    assert f"/overdrachten/{handing.referrals[0].id}/" in text(answer)
