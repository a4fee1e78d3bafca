"""The decisions of a focal point, each on a page of its own, through the browser's door."""

from uuid import uuid4

import pytest

from tests.route.case import HAPPENED, Case

WHY = "Nagevraagd aan de balie op 4 november."


def test_receiving_takes_the_signal_in_hand_and_goes_back_to_it(case: Case) -> None:
    """ROUTE-W2."""
    answer = case.send("ontvangen/")
    assert (answer.status_code, answer["Location"]) == (303, case.url())
    assert "signal.received" in case.happened()


def test_the_same_form_sent_twice_is_done_once(case: Case) -> None:
    """A double click is no second decision, and no error either."""
    hidden = case.hidden("ontvangen/")
    first = case.client.post(case.url("ontvangen/"), hidden)
    second = case.client.post(case.url("ontvangen/"), hidden)
    assert (first.status_code, second.status_code) == (303, 303)
    assert case.happened().count("signal.received") == 1


def test_a_refusal_says_what_why_and_what_to_do_and_keeps_what_was_typed(case: Case) -> None:
    """A fact cannot be established before the signal is received."""
    answer = case.send("feiten/spoed/", value="acute", reason=WHY)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert 'role="status"' in page
    assert "Het signaal is nog niet in ontvangst genomen." in page
    assert "Neem het signaal eerst in ontvangst." in page
    assert WHY in page
    assert "fact.established" not in case.happened()


def test_who_comes_second_is_told_and_loses_nothing(case: Case) -> None:
    """Somebody else wrote after the form was opened: nothing is saved, and sending again works."""
    case.receive()
    hidden = case.hidden("feiten/spoed/")
    case.establish("hardness", "soft")
    answer = case.client.post(case.url("feiten/spoed/"), {**hidden, "value": "acute", "reason": WHY})
    assert answer.status_code == 409
    page = answer.content.decode()
    assert "Dit signaal is intussen bijgewerkt" in page
    assert WHY in page
    assert case.file().state.established.get("urgency") is None
    seen = str(answer.context["form"]["looked_at"].value())
    again = case.client.post(
        case.url("feiten/spoed/"),
        {"command": hidden["command"], "looked_at": seen, "value": "acute", "reason": WHY, "police": "no"},
    )
    assert again.status_code == 303
    assert case.file().state.established["urgency"] == "acute"


def test_forms_of_exploitation_are_established_together(case: Case) -> None:
    """FORM-02: a combination is several values, not a word of its own."""
    case.receive().send("feiten/vorm/", value=["labour", "criminal"], reason=WHY)
    assert case.file().state.established["exploitation"] == {"labour", "criminal"}


def test_organ_removal_is_never_refused(case: Case) -> None:
    """FORM-03."""
    assert case.receive().send("feiten/vorm/", value=["organ_removal"], reason=WHY).status_code == 303


def test_a_fact_needs_a_reason(case: Case) -> None:
    """TRIAGE-04: a human choice with a recorded reason."""
    answer = case.receive().send("feiten/concreet/", value="hard", reason="  ")
    assert answer.status_code == 422
    assert "fact.established" not in case.happened()


def test_claimed_and_established_stand_side_by_side(case: Case) -> None:
    """What the reporter thinks stays visible when an officer established something else."""
    page = case.receive().establish("exploitation", ["criminal"]).get().context["page"]
    form = next(row for row in page.facts.rows if row[0].nl.startswith("Vorm"))
    assert form[1].nl == "arbeidsuitbuiting"
    assert form[2].nl == "criminele uitbuiting"


def test_the_talk_with_a_coordinator_is_recorded_without_a_name(case: Case) -> None:
    """DATA-06: the form asks for nothing at all."""
    form = case.get("teamcoordinator/").context["form"]
    assert list(form.fields) == ["command", "looked_at"]
    case.send("teamcoordinator/")
    assert "team_coordinator.consulted" in case.happened()


def test_another_phenomenon_goes_somewhere(case: Case) -> None:
    """ROUTE-10: another problem without a place to go is not recorded."""
    case.receive()
    nowhere = case.send("beoordelen/", assessment="other_phenomenon", destination="", reason=WHY)
    assert nowhere.status_code == 422
    assert "destination" in nowhere.context["form"].errors
    place = case.file().bundle.destinations[0].id
    case.send("beoordelen/", assessment="other_phenomenon", destination=place, reason=WHY)
    state = case.file().state
    assert (state.assessment, state.destination) == ("other_phenomenon", place)
    assert any("naar:" in part.nl for part in case.get().context["page"].meta)


def test_a_correction_puts_a_new_account_beside_the_old_one(case: Case) -> None:
    """V26: what was first written down stays, and rows that are emptied fall away."""
    case.receive()
    form = case.get("verbeteren/").context["form"]
    assert form["happened"].value() == HAPPENED
    rows = _rows(
        persons=[{"name": "Iemand anders", "capacity": "witness"}], organisations=[{}], addresses=[{}]
    )
    answer = case.send("verbeteren/", happened="Zo was het echt.", reason=WHY, **rows)
    assert answer.status_code == 303
    page = case.get().context["page"]
    assert page.account.lines[0].value == "Zo was het echt."
    assert [table.rows[0][0] for table in page.account.tables] == ["Iemand anders"]
    assert page.former[0].account.lines[0].value == HAPPENED


def test_closing_as_handled_asks_for_an_assessment_first(case: Case) -> None:
    """Closing says how; what is not assessed was not handled."""
    answer = case.receive().send("afsluiten/", outcome="handled", reason=WHY)
    assert answer.status_code == 409
    assert "Het is nog niet beoordeeld." in answer.content.decode()
    assert not case.file().state.closed


def test_what_is_owed_stays_owed_after_closing(case: Case) -> None:
    """The page to close names what is open, and it stays on the list."""
    case.receive()
    assert case.get("afsluiten/").context["owed"]
    assert not any("Sluit het signaal af" in sentence for sentence in case.get("afsluiten/").context["owed"])
    case.send("afsluiten/", outcome="no_action", reason=WHY)
    assert case.file().state.closed
    assert "Dit signaal is afgesloten" in case.get().content.decode()
    assert case.file().route.owed


def test_what_a_closed_signal_still_owes_has_a_button_too(case: Case) -> None:
    """Handing over needs an open signal; the way there is to reopen it."""
    case.receive().establish("exploitation", ["labour"])
    case.send("afsluiten/", outcome="no_action", reason=WHY)
    owed = [todo for one in case.client.get("/werk/").context["work"].owed for todo in one.todos]
    handing = [todo for todo in owed if "Geef het signaal door" in todo.sentence.nl]
    assert handing
    assert {todo.href for todo in owed if not todo.href} == set()
    assert {todo.href for todo in handing} == {case.url("heropenen/")}
    assert "Heropen het eerst." in case.client.get("/werk/").content.decode()


@pytest.mark.parametrize(
    "page", ["beoordelen/", "feiten/spoed/", "verbeteren/", "wegen/", "overleg/", "afsluiten/"]
)
def test_what_a_closed_signal_cannot_have_is_said_before_a_form_is_filled_in(case: Case, page: str) -> None:
    """A refusal that comes after the work is done is late."""
    case.receive().send("afsluiten/", outcome="no_action", reason=WHY)
    answer = case.get(page)
    assert answer.context["form"] is None
    assert "Heropen het signaal eerst, met een reden." in answer.content.decode()


def test_a_decision_of_no_table_at_all_is_not_asked_for(case: Case) -> None:
    """ROUTE-11: first the signal lies on a table."""
    answer = case.receive().get("overleg/besluit/")
    assert answer.context["form"] is None
    assert "Leg eerst vast dat het daar is besproken." in answer.content.decode()


def test_a_closed_signal_is_reopened_with_a_reason(case: Case) -> None:
    """Nothing changes behind a closed door."""
    case.receive().send("afsluiten/", outcome="no_action", reason=WHY)
    assert case.send("beoordelen/", assessment="suspicion", reason=WHY).status_code == 409
    assert case.send("heropenen/", reason=WHY).status_code == 303
    assert case.send("beoordelen/", assessment="suspicion", reason=WHY).status_code == 303


def test_the_reason_of_a_decision_stands_in_the_timeline_with_who_took_it(case: Case) -> None:
    """Who decided what, when and why."""
    case.receive().send("beoordelen/", assessment="suspicion", reason=WHY)
    newest = case.get().context["page"].timeline[0]
    assert newest.title.nl == "Beoordeeld: vermoeden van mensenhandel"
    assert (newest.who, newest.detail) == ("Persoon focal_point", WHY)


def test_a_page_with_free_text_says_what_to_leave_out(case: Case) -> None:
    """V4, V19: no police information, no more than needed, never the reporter."""
    page = case.receive().get("beoordelen/").content.decode()
    assert "Geen informatie van de politie." in page
    assert "Nooit wie de melder is." in page


def test_an_unknown_fact_has_no_page(case: Case) -> None:
    """Only the facts that a route reads can be established."""
    assert case.get("feiten/nationaliteit/").status_code == 404


@pytest.mark.parametrize("command", ["", "geen-uuid", "0" * 36])
def test_a_damaged_command_costs_nobody_their_text(case: Case, command: str) -> None:
    """The hidden field is ours; when it is lost the form gets a new one and the decision is taken."""
    case.receive()
    fields = {"command": command, "looked_at": "", "assessment": "suspicion", "reason": WHY, "police": "no"}
    assert case.client.post(case.url("beoordelen/"), fields).status_code == 303


def test_a_signal_that_does_not_exist_is_not_there(case: Case) -> None:
    """Not existing and not yours look the same."""
    assert case.client.get(f"/signalen/{uuid4()}/").status_code == 404


def _rows(**parts: list[dict[str, str]]) -> dict[str, str]:
    fields = {}
    for name, rows in parts.items():
        fields |= {f"{name}-TOTAL_FORMS": str(len(rows)), f"{name}-INITIAL_FORMS": "0"}
        for number, row in enumerate(rows):
            fields |= {f"{name}-{number}-{key}": value for key, value in row.items()}
    return fields


def test_another_phenomenon_is_owed_to_the_body_where_it_belongs(case: Case) -> None:
    """ROUTE-10: re-routing is a step with a button, not a word in a list."""
    place = case.receive().file().bundle.destinations[0].id
    case.assess("other_phenomenon", place)
    page = case.get().context["page"]
    assert case.url(f"overdragen/{place}/") in [todo.href for todo in (page.next, *page.also)]
