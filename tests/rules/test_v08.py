"""V8: a municipality sees nothing of another's signal; a partner sees what was handed over to it, and no more."""

from baken.ledger.models import EventRecord, SignalRow, VaultRecord
from baken.tenancy.scope import scope
from tests.refer.conftest import HAPPENED, VICTIM, Handing
from tests.refer.test_notifications import Receiver
from tests.route.case import Case

PAGES = ("", "ontvangen/", "wegen/", "overdragen/", "envelop/", "antwoord/", "afsluiten/")
DEEDS = ("ontvangen/", "wegen/", "envelop/", "antwoord/", "afsluiten/")


def test_for_another_municipality_the_signal_does_not_exist(case: Case) -> None:
    case.receive()
    assert {case.get(page).status_code for page in PAGES} == {200}
    for visitor in ("neighbour", "outsider", "care"):
        case.visit(visitor)
        assert {case.get(page).status_code for page in PAGES} == {404}
        sent = [case.client.post(case.url(page), {"reason": "x"}) for page in DEEDS]
        assert {answer.status_code for answer in sent} == {404}


def test_it_stands_in_no_list_of_another_municipality(case: Case) -> None:
    reference = case.get().context["page"].reference
    assert reference in case.client.get("/werk/").content.decode()
    case.visit("neighbour")
    for where in ("/werk/", "/overdrachten/", "/meldingen/", "/cijfers/"):
        page = case.client.get(where).content.decode()
        assert reference not in page
        assert str(case.signal) not in page


def test_the_database_gives_another_organisation_no_row_of_it(case: Case) -> None:
    """Whatever is asked: the wall is below the query."""
    for model in (EventRecord, SignalRow, VaultRecord):
        with scope(case.town.woerden.id):
            assert model.objects.filter(stream_id=case.signal).exists()
        with scope(case.town.montfoort.id):
            assert not model.objects.filter(stream_id=case.signal).exists()


def test_a_partner_sees_the_pieces_that_were_handed_over_and_no_more(handing: Handing) -> None:
    handing.over("care_coordinator", pieces=["facts", "persons"])
    receiver = Receiver(handing)
    page = receiver.page()
    assert VICTIM in page
    assert HAPPENED not in page
    assert str(handing.case.signal) not in page
    assert receiver.client.get(handing.case.url()).status_code == 404
