"""V17: there is no list of persons: people stand in the signal in which they were named, and can be listed nowhere."""

import re

from django.apps import apps

from baken.ledger.models import ClientRow
from tests.care.clients.filing import BECAUSE, NAME, filing
from tests.route.case import VICTIM, Case, reported
from tests.rules.stored import rows
from tests.scanning import found_in
from tests.web.addresses import addresses

NAMED = (VICTIM, "Kanarie Uitzendbureau", "Verzonnenlaan")
LISTS = (
    "/werk/",
    "/werk/?stand=alles",
    "/overdrachten/",
    "/meldingen/",
    "/cijfers/",
    "/beleid/",
    "/signalenkaart/",
)

# Only for a request of the person concerned, with their identity established (V24).
FOR_A_REQUEST = "/verantwoording/rechten/00000000-0000-4000-8000-000000000000/zoeken/"


def test_the_pages_that_list_name_nobody_who_is_in_a_signal(case: Case) -> None:
    """The control: in the signal itself they are named."""
    reported(case.town)
    case.receive()
    assert found_in([case.get().content], NAMED) == set(NAMED)
    for where in LISTS:
        answer = case.client.get(where)
        assert answer.status_code == 200
        assert (where, found_in([answer.content], NAMED)) == (where, set())


def test_no_table_can_be_asked_for_persons_addresses_or_advertisements(case: Case) -> None:
    """They lie in the vault, closed, per signal; the only people with a table are those who work with Baken."""
    assert found_in(rows(case.town), [*NAMED, "Persoon focal_point"]) == {"Persoon focal_point"}
    suspect = re.compile(r"victim|suspect|advert|sexwork|subject|entit|watch|top", re.I)
    assert [model.__name__ for model in apps.get_models() if suspect.search(model.__name__)] == []


def test_no_address_leads_to_persons_and_only_the_policy_is_searched() -> None:
    every = list(addresses())
    assert len(every) > 50
    suspect = re.compile(r"/person|slachtoffer|verdacht|advertent|zoek|search")
    assert [one for one in every if suspect.search(one)] == ["/beleid/zoeken/", FOR_A_REQUEST]


def test_the_caseload_of_care_is_no_list_by_what_somebody_is(db: None) -> None:
    """Its clients are there by a name of their own choosing and what is due, for their coordinator alone."""
    file = filing()
    told = {field.name for field in ClientRow._meta.get_fields()}
    assert told == {
        "pk", "organisation_id", "stream_id", "reference", "number", "opened_at", "last_at", "open", "outcome",
        "complex", "age", "group_id", "notification_id", "name", "check_on", "due_on", "waiting", "waits_for",
        "to_do", "bundle", "engine_version",
    }  # fmt: skip
    listed = file.town.visit(file.client, "care").get("/clienten/").content.decode()
    assert NAME in listed
    assert BECAUSE not in listed
    assert not re.search(r"prostit|sekswerk|nationalit|uitbuiting", listed.partition("<main")[2], re.I)
    assert found_in(rows(file.town), [NAME, BECAUSE, "Persoon care"]) == {"Persoon care"}
    for visitor in ("director", "focal_point", "supervisor"):
        assert NAME not in file.town.visit(file.client, visitor).get("/clienten/").content.decode()
