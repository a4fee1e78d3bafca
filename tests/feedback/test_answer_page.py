"""Reading the answer: the same page for whoever has no right code, and little for whoever has (R9, principle 4)."""

from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from baken.core.decide import commands as ask
from baken.feedback import queries
from baken.feedback.actions import inform
from baken.intake.actions import Receipt
from baken.intake.content import Envelope, PersonTold, Report
from baken.ledger import codes, destroying, signals
from baken.tenancy.models import Locator
from baken.tenancy.scope import scope
from tests.intake.conftest import adopt
from tests.intake.sending import send
from tests.ledger.test_destroying import as_owner
from tests.tenants.town import Town, build

ADDRESS = "/terugkoppeling/"
MESSAGE = "Wij zijn ermee bezig.\nDank u wel."


def read(client: Client, code: str) -> str:
    """Return the page that a code shows."""
    answer = client.post(ADDRESS, {"code": code})
    assert answer.status_code == 200
    return answer.content.decode()


def carry_out(town: Town, receipt: Receipt, make: object) -> None:
    """Let the focal point do something."""
    actor = town.actor("focal_point")
    with scope(town.woerden.id):
        signals.carry_out(
            receipt.signal,
            make,  # type: ignore[arg-type]
            words={"reason": {"text": "kanarie-reden"}},
            actor=actor,
            now=town.now,
            command_id=uuid4(),
        )


def told(town: Town, receipt: Receipt) -> None:
    """Let the focal point answer."""
    actor = town.actor("focal_point")
    with scope(town.woerden.id):
        inform(
            signal=receipt.signal,
            category="in_progress",
            text=MESSAGE,
            actor=actor,
            now=town.now,
            command_id=uuid4(),
        )


def test_the_page_goes_from_received_to_in_progress_to_finished(client: Client, town: Town) -> None:
    receipt = send(town.woerden, town.now)
    assert "<h1" in read(client, str(receipt.code))
    assert "Ontvangen" in read(client, str(receipt.code))
    carry_out(town, receipt, lambda _: ask.Receive())
    assert "In behandeling" in read(client, str(receipt.code))
    carry_out(town, receipt, lambda refs: ask.Close("no_action", refs["reason"]))
    assert "Afgerond" in read(client, str(receipt.code))
    carry_out(town, receipt, lambda refs: ask.Reopen(refs["reason"]))
    assert "In behandeling" in read(client, str(receipt.code))


@pytest.mark.parametrize("envelope", [None, Envelope(name="Johanna")])
def test_named_and_nameless_read_the_message_alike(
    client: Client, town: Town, envelope: Envelope | None
) -> None:
    receipt = send(town.woerden, town.now, envelope=envelope)
    carry_out(town, receipt, lambda _: ask.Receive())
    told(town, receipt)
    page = read(client, str(receipt.code))
    assert "Wij zijn ermee bezig.<br>Dank u wel." in page
    assert "Uw signaal is in behandeling".lower() in page.lower()


def test_the_page_shows_nothing_else(client: Client, town: Town) -> None:
    content = Report("kanarie-verhaal", persons=(PersonTold(name="Kanarie"),))
    receipt = send(town.woerden, town.now, content=content, envelope=Envelope(name="Johanna"))
    carry_out(town, receipt, lambda _: ask.Receive())
    carry_out(town, receipt, lambda refs: ask.EstablishFact("urgency", ("acute",), refs["reason"]))
    page = read(client, str(receipt.code))
    for secret in (
        "anarie",
        "Johanna",
        "Woerden",
        "Persoon",
        str(receipt.signal),
        str(receipt.code),
        "acuut",
    ):
        assert secret not in page


def test_the_code_may_be_typed_with_spaces_small_letters_and_lookalikes(client: Client, town: Town) -> None:
    receipt = send(town.woerden, town.now)
    code = str(receipt.code)
    for typed in (code, code.lower(), code.replace("-", " "), code.replace("0", "o"), f"  {code}\n"):
        assert "Ontvangen" in read(client, typed)


def test_every_wrong_code_gets_one_and_the_same_page(client: Client, town: Town) -> None:
    """Wrong, malformed, empty, of another kind, far too long."""
    Locator.objects.create(kind="referral", key=b"kanarie", organisation_id=town.woerden.id, target=uuid4())
    wrong = [
        "AAAA-AAAA-AAAA-AAAA-AA",
        "",
        "x",
        "kanarie",
        "😀" * 18,
        "A" * 100_000,
        "\x00\x07",
        "'; DROP TABLE tenancy_locator; --",
        "<script>",
    ]
    pages = {typed: client.post(ADDRESS, {"code": typed}) for typed in wrong}
    assert {answer.status_code for answer in pages.values()} == {200}
    assert len({answer.content for answer in pages.values()}) == 1
    assert len({str(sorted(answer.headers.items())) for answer in pages.values()}) == 1
    missing = client.post(ADDRESS, {})
    assert missing.content == pages[""].content


def test_the_code_of_a_signal_whose_term_ended_is_just_a_wrong_code(
    client: Client, transactional_db: None
) -> None:
    town = build()
    adopt(town)
    gone = send(town.woerden, town.now)
    assert "Ontvangen" in read(client, str(gone.code))
    with as_owner():
        destroying.destroy(town.woerden.id, gone.signal, now=town.now)
    assert read(client, str(gone.code)) == read(client, "AAAA-AAAA-AAAA-AAAA-AA")


def test_wrong_codes_cost_the_same_queries_whatever_is_wrong(client: Client, town: Town) -> None:
    counts = set()
    for typed in ("AAAA-AAAA-AAAA-AAAA-AA", "", "x", "\x00", "A" * 10_000):
        with CaptureQueriesContext(connection) as asked:
            client.post(ADDRESS, {"code": typed})
        counts.add(len(asked))
    assert len(counts) == 1


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(st.text(max_size=40))
def test_no_text_whatsoever_opens_somebody_elses_answer(town: Town, typed: str) -> None:
    receipt = send(town.woerden, town.now)
    found = queries.answer(typed)
    assert (found is not None) == (codes.normalise(typed) == receipt.code.value)


def test_the_page_leaves_no_cookie_no_history_and_no_code_in_an_address(client: Client, town: Town) -> None:
    receipt = send(town.woerden, town.now)
    answer = client.post(ADDRESS, {"code": str(receipt.code)})
    assert not client.cookies
    assert answer["Cache-Control"] == "no-store"
    assert answer.status_code == 200
    assert "Ontvangen" not in client.get(ADDRESS + f"?code={receipt.code}").content.decode()


def test_too_many_wrong_codes_are_limited_for_everybody_but_a_right_one_still_works(
    client: Client, town: Town
) -> None:
    receipt = send(town.woerden, town.now)
    found = [
        client.post(ADDRESS, {"code": f"x{at}"}, REMOTE_ADDR=f"203.0.113.{at}").status_code
        for at in range(80)
    ]
    assert found[:60] == [200] * 60
    assert 429 in found
    busy = client.post(ADDRESS, {"code": "x"})
    assert busy.status_code == 429
    assert "Wacht een minuut" in busy.content.decode()
    assert "Ontvangen" in read(client, str(receipt.code))
