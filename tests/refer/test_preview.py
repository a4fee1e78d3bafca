"""The last look: what is shown there is what goes, letter for letter, and it knows when it is out of date."""

import json
from typing import Any
from uuid import uuid4

from baken.enrich import actions as enrich
from baken.tenancy.scope import scope
from tests.refer.conftest import HAPPENED, UNSPOKEN, VICTIM, Handing

STRANGE = "🚚 مرحبا بكم\nשלום <b>vet</b> 'or 1=1; -- \u202e\u0301 ﷺ 你好"


def meanwhile(handing: Handing) -> None:
    """A colleague does something else with the signal."""
    with scope(handing.case.town.woerden.id):
        enrich.weigh(outcome="stop", reason="kan ook zonder", **handing.case.by())


def test_what_is_previewed_is_what_goes_byte_for_byte(handing: Handing) -> None:
    filled = handing.filled(
        "labour_authority", words_account=f"Een man.\r\n\r\n{STRANGE}", explanation=f"  {STRANGE}  "
    )
    shown = handing.send("labour_authority", "preview", filled).context["content"]
    carried = handing.send("labour_authority", "confirm", filled)
    assert carried.status_code == 303
    assert json.dumps(handing.content(handing.referrals[0])) == json.dumps(shown)
    assert STRANGE in shown["explanation"]


def test_the_preview_says_what_stays_and_who_never_goes(handing: Handing) -> None:
    answer = handing.send("labour_authority", "preview", handing.filled("labour_authority"))
    assert answer.status_code == 200
    page = answer.content.decode()
    assert VICTIM in page
    assert "Wie de melder is" in page
    assert set(answer.context["stays"]) >= {"Adressen", "Betrokken organisaties"}
    assert not any(word in page for word in UNSPOKEN)


def test_nothing_is_handed_over_by_looking(handing: Handing) -> None:
    handing.send("labour_authority", "preview", handing.filled("labour_authority"))
    assert handing.referrals == []


def test_without_the_tick_it_does_not_go(handing: Handing) -> None:
    filled = handing.filled("labour_authority")
    url = handing.case.url("overdragen/labour_authority/")
    answer = handing.case.client.post(url, {**filled, "stage": "confirm"})
    assert answer.status_code == 422
    assert "Lees na wat de partner krijgt" in answer.content.decode()
    assert handing.referrals == []


def test_changing_leads_back_with_everything_still_there(handing: Handing) -> None:
    filled = handing.filled("labour_authority", explanation="Bel mij gerust.", pieces=["facts"])
    answer = handing.send("labour_authority", "change", filled)
    assert answer.context["form"]["explanation"].value() == "Bel mij gerust."
    assert answer.context["form"]["pieces"].value() == ["facts"]


def test_sent_twice_it_is_handed_over_once(handing: Handing) -> None:
    filled = handing.filled("care_coordinator")
    first = handing.send("care_coordinator", "confirm", filled)
    second = handing.send("care_coordinator", "confirm", filled)
    assert first.headers["Location"] == second.headers["Location"]
    assert len(handing.referrals) == 1


def test_sent_twice_without_a_name_it_is_handed_over_once_though_the_form_asks_more_by_then(
    handing: Handing,
) -> None:
    """After the first, the page asks whether there is a presumed victim; whoever sends the first again is not asked."""
    filled = handing.filled("care_coordinator", named="no", pieces=["facts"])
    first = handing.send("care_coordinator", "confirm", filled)
    second = handing.send("care_coordinator", "confirm", filled)
    assert first.headers["Location"] == second.headers["Location"]
    assert len(handing.referrals) == 1


def test_what_changed_since_is_looked_at_again_and_nothing_is_lost(handing: Handing) -> None:
    """Two people at one signal: the second is told, keeps what was typed, and can send after all."""
    filled = handing.filled("labour_authority", explanation="Bel mij gerust.")
    meanwhile(handing)
    for stage in ("preview", "confirm"):
        answer = handing.send("labour_authority", stage, filled)
        assert answer.status_code == 409
        assert "Bel mij gerust." in answer.content.decode()
        assert handing.referrals == []
    again = {**filled, "looked_at": answer.context["form"]["looked_at"].value()}
    assert handing.send("labour_authority", "confirm", again).status_code == 303


def test_a_form_without_its_hidden_fields_is_looked_at_again(handing: Handing) -> None:
    for missing in ("command", "looked_at"):
        filled = handing.filled("labour_authority", **{missing: None})
        assert handing.send("labour_authority", "preview", filled).status_code in (200, 409)
    garbage = handing.filled("labour_authority", command="'; drop table", looked_at="x")
    assert handing.send("labour_authority", "confirm", garbage).status_code == 422
    assert handing.referrals == []


def test_the_command_of_another_decision_does_not_swallow_this_one(handing: Handing) -> None:
    """A command is what was asked, word for word: with other words it is another, and nothing is dropped."""
    done = uuid4()
    with scope(handing.case.town.woerden.id):
        enrich.weigh(outcome="stop", reason="x", **{**handing.case.by(), "command_id": done})
    filled = handing.filled("labour_authority", command=str(done))
    assert handing.send("labour_authority", "confirm", filled).status_code == 303
    assert len(handing.referrals) == 1


def test_going_back_and_changing_something_after_handing_over_asks_for_a_look(handing: Handing) -> None:
    filled = handing.filled("labour_authority", explanation="Eerst.")
    assert handing.send("labour_authority", "confirm", filled).status_code == 303
    changed = handing.send("labour_authority", "confirm", {**filled, "explanation": "En dit nog."})
    assert changed.status_code == 409
    assert "En dit nog." in changed.content.decode()
    assert len(handing.referrals) == 1


def test_the_account_goes_as_reported_when_it_is_left_as_it_is(handing: Handing) -> None:
    handing.over("labour_authority", pieces=["account"])
    [piece] = handing.content(handing.referrals[0])["pieces"]
    assert piece == {"id": "account", "title": "Wat er is gebeurd", "lines": [HAPPENED]}


def read(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def test_no_piece_and_no_combination_of_pieces_holds_the_reporter(handing: Handing) -> None:
    """V6: everything that may go at once."""
    form = handing.show("labour_authority").context["form"]
    every = [value for value, _ in form.fields["pieces"].choices]
    handing.over("labour_authority", pieces=every)
    content = read(handing.content(handing.referrals[0]))
    assert VICTIM in content
    assert not any(word in content for word in UNSPOKEN)
    assert "medewerker" not in content
