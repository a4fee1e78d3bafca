"""The pages of retention: what goes when and why, without content; lists, approvals, receipts and holds."""

from datetime import timedelta
from uuid import UUID

import pytest

from baken.core.vocabulary.moments import civil_date
from baken.ledger import keeping
from baken.ledger.projections import reference
from baken.tenancy.scope import scope
from baken.web import notices
from tests.papers import text_of
from tests.route.case import HAPPENED, REPORTER, VICTIM, Case, reported
from tests.trust.retention.conftest import Shelf


def test_it_shows_what_goes_when_and_why_and_nothing_of_what_it_says(shelf: Shelf) -> None:
    due, waiting = shelf.closed().signal, shelf.closed("handled", "trafficking").signal
    for visitor in ("archivist", "supervisor", "privacy", "focal_point"):
        page = shelf.get(visitor).content.decode()
        for words in (
            reference(due),
            reference(waiting),
            "Geen mensenhandel of onjuist",
            "4 weken na de laatste",
        ):
            assert words.lower() in page.lower()
        assert "iets gebeuren dat iemand toekomt" in page
        for secret in (VICTIM, REPORTER, HAPPENED[:20], str(due)):
            assert secret not in page or (visitor == "focal_point" and secret == str(due))


def test_from_dry_run_to_receipt(shelf: Shelf) -> None:
    signal = shelf.closed().signal
    dry = shelf.get("archivist", "lijst/").content.decode()
    assert "Geen mensenhandel of onjuist" in dry
    made = shelf.send("archivist", "lijst/")
    assert made.status_code == 303
    page = made["Location"].removeprefix("/verantwoording/bewaren/")
    assert reference(signal) in shelf.get("archivist", page).content.decode()
    assert "wacht op goedkeuring" in shelf.client.get("/verantwoording/bewaren/").content.decode().lower()
    assert shelf.get("archivist", f"{page}bewijs/").status_code == 404
    assert shelf.send("archivist", f"{page}goedkeuren/").status_code == 303
    again = shelf.send("archivist", f"{page}goedkeuren/")
    assert again.status_code == 409
    assert "al goedgekeurd" in again.content.decode()

    list_id = page.split("/")[1]
    shelf.carry_out(UUID(list_id))
    done = shelf.get("supervisor", page).content.decode()
    assert "Persoon archivist" in done
    assert "er was geen andere archivaris" in done
    receipt = shelf.get("supervisor", f"{page}bewijs/")
    assert receipt["Content-Type"] == "application/pdf"
    words = text_of(b"".join(receipt) if receipt.streaming else receipt.content)
    for said in ("Bewijs van vernietiging", "Geen mensenhandel of onjuist: 1", "Persoon archivist"):
        assert said in words
    assert "Deze aantallen blijven" in shelf.get("privacy").content.decode()


def test_who_does_not_approve_has_no_button_and_no_page(shelf: Shelf) -> None:
    shelf.closed()
    for visitor in ("focal_point", "supervisor", "privacy"):
        assert "lijst/" not in shelf.get(visitor).content.decode()
        assert shelf.get(visitor, "lijst/").status_code == 403
        assert shelf.send(visitor, "lijst/").status_code == 403


def test_a_signal_is_held_off_with_a_reason_and_an_end_and_let_go_again(shelf: Shelf) -> None:
    signal = shelf.closed().signal
    until = civil_date(shelf.now) + timedelta(days=30)
    page = f"tegenhouden/{signal}/"
    for lacking in ({"until": str(until)}, {"reason": "rechtszaak"}):
        answer = shelf.send("focal_point", page, **lacking)
        assert answer.status_code == 422
        assert "rechtszaak" in answer.content.decode() or "until" in lacking
    passed = shelf.send("focal_point", page, until=str(until - timedelta(days=60)), reason="rechtszaak")
    assert passed.status_code == 409
    assert "rechtszaak" in passed.content.decode(), "what was typed is still there"
    assert shelf.plan(signal).plan.due
    assert shelf.send("focal_point", page, until=str(until), reason="rechtszaak").status_code == 303
    assert not shelf.plan(signal).plan.due
    shown = shelf.get("archivist").content.decode()
    assert f"Tegengehouden tot en met {until.day}-{until.month}-{until.year}" in shown
    assert "rechtszaak" not in shown
    (hold,) = shelf.get("focal_point", page).context["holds"]
    assert shelf.send("focal_point", f"{page}{hold[0]}/", reason="uitspraak gedaan").status_code == 303
    assert shelf.plan(signal).plan.due
    assert shelf.send("focal_point", f"{page}{hold[0]}/", reason="nog eens").status_code == 409


def test_the_archivist_is_told_that_a_list_waits(shelf: Shelf) -> None:
    shelf.closed()
    shelf.drawn_up()
    with scope(shelf.here):
        actor = shelf.town.actor("archivist")
        words = [line.words for line in notices.lines(actor, shelf.now)]
        assert any("vernietigingslijst" in getattr(one, "nl", str(one)) for one in words)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_what_waits_to_be_weighed_again_is_named(shelf: Shelf, language: str) -> None:
    case = Case(shelf.town, shelf.client, reported(shelf.town)).receive()
    with scope(shelf.here):
        [planned] = [one for one in keeping.every(shelf.now) if one.stream == case.signal]
    assert planned.plan.then == "weigh"
    assert not planned.plan.due
    shelf.client.cookies["taal"] = language
    shelf.town.visit(shelf.client, "lead")
    shelf.client.cookies["taal"] = language
    page = shelf.client.get("/verantwoording/bewaren/").content.decode()
    assert ("Bleef liggen" if language == "nl" else "Left waiting") in page
    assert reference(case.signal) in page
