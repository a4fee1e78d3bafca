"""V19: one field is required; free text warns beforehand of what is too much; a BSN is refused wherever one writes."""

import pytest
from django.test import Client

from baken.ledger import vault
from baken.tenancy.scope import scope
from tests.house.forms_in import forms_in
from tests.intake.sending import STORY, TOKEN, signals_of
from tests.refer.conftest import Handing
from tests.route.case import Case
from tests.rules.own_policy import bsn_allowed
from tests.tenants import things
from tests.tenants.town import Town

BSN = "123456782"
PAGES = (
    "beoordelen/",
    "wegen/",
    "bron/",
    "verbeteren/",
    "afsluiten/",
    "feiten/spoed/",
    "vertrouwenspersoon/",
)


def test_a_report_needs_what_happened_and_nothing_else(client: Client, town: Town) -> None:
    things.adopt(town)
    client.post("/melden/woerden/", {"token": TOKEN, "happened": " "})
    assert signals_of(town.woerden) == []
    client.post("/melden/woerden/", {"token": TOKEN, "happened": STORY})
    assert len(signals_of(town.woerden)) == 1


@pytest.mark.parametrize("field", ["happened", "seen", "heard", "told", "where", "thinks", "persons-0-note"])
def test_a_report_with_a_bsn_in_it_comes_back_with_its_words(client: Client, town: Town, field: str) -> None:
    things.adopt(town)
    words = {"token": TOKEN, "happened": STORY, field: f"Zijn nummer is {BSN}."}
    answer = client.post("/melden/woerden/", words)
    assert answer.status_code == 422
    assert BSN in answer.content.decode()
    assert signals_of(town.woerden) == []


def test_everywhere_one_writes_about_a_signal_the_page_warns_and_a_bsn_is_refused(case: Case) -> None:
    case.receive()
    case.send("wegen/", outcome="proceed", reason="nodig")
    written = 0
    for page in PAGES:
        html = case.get(page).content.decode()
        [form] = [one for one in forms_in(html, case.url(page)) if one.named("textarea")]
        assert (page, "baken-careful" in html) == (page, True)
        for name in form.named("textarea"):
            before = case.happened()
            sent = {**dict(form.filled()), name: f"nummer {BSN}"}
            assert (page, name, case.client.post(case.url(page), sent).status_code) == (page, name, 422)
            assert case.happened() == before
            written += 1
    assert written >= len(PAGES)


def test_only_where_the_policy_names_a_ground_for_it_a_confirmed_bsn_may_stand(case: Case) -> None:
    """Off in what is shipped; the ground is kept with the words."""
    case.receive()
    words = {"assessment": "suspicion", "reason": f"Zijn nummer is {BSN}."}
    assert case.send("beoordelen/", **words, bsn="on").status_code == 422  # whatever a form says
    with bsn_allowed("social_support"):
        assert "bsn" in case.send("beoordelen/", **words).context["form"].fields
        assert case.send("beoordelen/", **words, bsn="on").status_code == 303
        with scope(case.town.woerden.id):
            kept = vault.get(case.signal, case.file().stream.events[-1].event.reason)
    assert kept["bsn"] == "social_support"


def test_what_goes_to_a_partner_holds_no_bsn(handing: Handing) -> None:
    assert handing.over("labour_authority", explanation=f"nummer {BSN}").status_code == 422
    assert handing.referrals == []
