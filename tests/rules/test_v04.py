"""V4: police data are not stored; of the police only the day and the function of a talk are kept."""

from datetime import timedelta

import pytest

from baken.core.events.signal import PoliceDiscussed
from baken.ledger import vault
from baken.tenancy.scope import scope
from tests.enrich.test_acts import consult, weigh
from tests.route.case import Case, reported
from tests.rules.stored import rows
from tests.rules.test_v26 import ROWS
from tests.scanning import found_in

SAID = "KANARIE-POLITIE zegt dat hij bekend is."
FORMS = {
    "feiten/spoed/": {"value": "acute", "reason": SAID},
    "beoordelen/": {"assessment": "suspicion", "reason": SAID},
    "verbeteren/": {"happened": SAID, "reason": "Er ontbrak iets.", **ROWS},
}


@pytest.mark.parametrize("page", FORMS)
def test_whoever_writes_answers_whether_it_holds_police_data(case: Case, page: str) -> None:
    case.receive()
    assert case.get(page).context["form"]["police"].value() is None, "nobody answers for them"
    assert case.send(page, **{**FORMS[page], "police": ""}).status_code == 422
    assert case.send(page, **FORMS[page]).status_code == 303


@pytest.mark.parametrize("page", FORMS)
def test_with_police_data_nothing_is_stored_and_the_way_is_shown(case: Case, page: str) -> None:
    case.receive()
    before = case.happened()
    answer = case.send(page, **{**FORMS[page], "police": "yes"})
    html = answer.content.decode()
    assert (answer.status_code, case.happened()) == (422, before)
    assert SAID in html, "what was typed stays on the page"
    assert case.url("politie/") in html
    assert found_in(rows(case.town), ["KANARIE-POLITIE", "Persoon focal_point"]) == {"Persoon focal_point"}


def test_a_source_and_a_table_ask_it_too(case: Case) -> None:
    assert consult(weigh(case.receive()), note=SAID, police="yes").status_code == 422
    assert "police" in case.get("bron/").context["form"].fields


def test_the_answer_is_kept_with_the_words(case: Case) -> None:
    case.receive().send("beoordelen/", assessment="suspicion", reason="Dat zag ik zelf.")
    with scope(case.town.woerden.id):
        kept = vault.get(case.signal, case.file().stream.events[-1].event.reason)
    assert kept == {"text": "Dat zag ik zelf.", "police": "no"}


def test_of_a_talk_with_the_police_the_day_and_the_function_are_kept(case: Case) -> None:
    assert set(PoliceDiscussed.__slots__) == {"on", "function"}
    on = case.town.today - timedelta(days=1)
    assert case.receive().send("politie/", on=on.isoformat(), function="detective").status_code == 303
    event = case.file().stream.events[-1].event
    assert (event.type, event.on, event.function) == ("police.discussed", on.isoformat(), "detective")
    assert case.get("politie/").context["form"].fields.keys() == {"command", "looked_at", "on", "function"}


def test_a_boa_reads_what_not_to_write_down(case: Case) -> None:
    assert (
        "zijn politiegegevens. Zet dat hier niet in." in case.client.get("/melden/woerden/").content.decode()
    )
    case.signal = reported(case.town, work="boa")
    assert "De melder is boa" in case.get().content.decode()
