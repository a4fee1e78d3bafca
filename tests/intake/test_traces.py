"""What a report leaves behind: no address, no device, and a name only in the sealed envelope (V6, V32, R12)."""

import pytest
from django.test import Client

from baken.account.models import Session
from baken.account.sessionstore import place
from baken.intake.content import Report
from baken.ledger import vault
from baken.tenancy import sessions
from baken.tenancy.scope import scope
from tests.intake.conftest import adopt
from tests.intake.sending import TOKEN, code_on, only_signal, signals_of
from tests.scanning import found_in
from tests.tenants.town import Town, build

MARKED = {
    "REMOTE_ADDR": "203.0.113.77",
    "HTTP_X_FORWARDED_FOR": "198.51.100.23",
    "HTTP_USER_AGENT": "Kanariebrowser/7.7",
    "HTTP_ACCEPT_LANGUAGE": "nl-kanarie",
    "HTTP_REFERER": "https://kanarie-intranet.example/",
}
ENVELOPE = {
    "name": "Johanna Kanariegeel",
    "contact": "kanarie@melder.example",
    "team": "Team Kanarievleugel",
    "coordinator": "Mevrouw Kanariebaas",
    "reach": "alleen via kanariepost",
}
STORY = "kanarieverhaal over zestien matrassen"
PERSON = "Betrokkene Kanarieveer"


@pytest.fixture
def open_town(transactional_db: None) -> Town:
    """The town, really committed, so that a dump sees it."""
    made = build()
    adopt(made)
    return made


def test_neither_database_holds_who_reported_from_where_or_what_was_said(
    client: Client, open_town: Town, database_server: object
) -> None:
    """With a control that must be found, so that the scan itself is known to see."""
    from baken.project.programs import bin_dir
    from tests.scanning import dumps

    told = {"token": TOKEN, "happened": STORY, "persons-0-name": PERSON, "named": "yes", **ENVELOPE}
    answer = client.post("/melden/woerden/", told, **MARKED)  # type: ignore[arg-type]
    code = code_on(answer.content.decode())
    client.post("/terugkoppeling/", {"code": code}, **MARKED)  # type: ignore[arg-type]
    assert len(signals_of(open_town.woerden)) == 1
    planted = [*MARKED.values(), *ENVELOPE.values(), STORY, PERSON, code, code.replace("-", ""), TOKEN]
    for name in ("baken_test", "baken_test_keys"):
        assert found_in(dumps(database_server, bin_dir(None), name), planted) == set()
    assert found_in(dumps(database_server, bin_dir(None), "baken_test"), ["Persoon focal_point"])


def test_reporting_while_logged_in_leaves_no_trace_in_ones_own_session(client: Client, town: Town) -> None:
    """V32: not the second of the report, also not as the moment when the session was kept."""
    town.visit(client, "adviser")
    session = client.session
    session[sessions.SEEN] -= 300
    session["_messages"] = "[]"
    session.save()
    kept = Session.objects.get(pk=place(session.session_key))
    for address, told in (
        ("/melden/", None),
        ("/melden/woerden/", {"token": TOKEN, "happened": STORY}),
        ("/terugkoppeling/", {"code": "ABCD-EFGH"}),
    ):
        client.get(address)
        client.post(address, told or {})
        now = Session.objects.get(pk=place(session.session_key))
        assert (now.session_data, now.expire_date) == (kept.session_data, kept.expire_date)
    assert len(signals_of(town.woerden)) == 1
    client.get("/werk/")
    assert Session.objects.get(pk=place(session.session_key)).expire_date > kept.expire_date


def test_a_name_is_in_the_envelope_and_nowhere_else_in_the_vault(client: Client, town: Town) -> None:
    client.post("/melden/woerden/", {"token": TOKEN, "happened": STORY, "named": "yes", **ENVELOPE})
    secret = town.open_vault("focal_point")
    with scope(town.woerden.id):
        file = only_signal(town.woerden, town.now)
        content = vault.get(file.id, file.state.contents[0])
        assert file.state.envelope is not None
        assert vault.get_sealed(file.id, file.state.envelope, secret) == ENVELOPE
    assert Report.from_vault(content) == Report(happened=STORY)
    assert found_in([str(content).encode(), str(file.stream).encode()], list(ENVELOPE.values())) == set()


def test_the_receipt_does_not_repeat_the_name_or_the_story(client: Client, village: Town) -> None:
    page = client.post("/melden/woerden/", {"token": TOKEN, "happened": STORY, "named": "yes", **ENVELOPE})
    assert found_in([page.content], [*ENVELOPE.values(), STORY]) == set()


def test_two_hundred_reports_from_one_address_are_all_accepted(client: Client, village: Town) -> None:
    codes = set()
    for number in range(200):
        told = {"token": f"{TOKEN}-{number}", "happened": STORY}
        codes.add(code_on(client.post("/melden/woerden/", told, **MARKED).content.decode()))  # type: ignore[arg-type]
    assert len(codes) == 200
    assert len(signals_of(village.woerden)) == 200
