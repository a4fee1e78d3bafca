"""What the FG and the CISO see and may do: who did what and why, never what a signal holds (V7, V9, GEN-05)."""

import csv
import io
import json
from typing import Any

import pytest
from django.test import Client

from baken.ledger.models import ReadEntry
from baken.ledger.readlog import sealing
from baken.tenancy.models import Person
from baken.tenancy.scope import scope
from baken.trust.log import reviewing
from baken.trust.log.models import LogLook
from tests.refer.conftest import HAPPENED, VICTIM, Handing
from tests.route.case import REPORTER, Case

LOG = "/verantwoording/logboek/"
PAGES = ("/verantwoording/", LOG, f"{LOG}vragen/", f"{LOG}steekproef/", f"{LOG}controle/")


def entries(case: Case, **wanted: Any) -> list[ReadEntry]:
    with scope(case.town.woerden.id):
        return list(ReadEntry.objects.filter(**wanted).order_by("number"))


def text(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


def test_the_log_says_who_what_which_why_and_how_it_ended(case: Case) -> None:
    case.get()
    reference = case.get().context["page"].reference
    case.visit("adviser")
    case.get()
    case.visit("supervisor")
    page = text(case.client, LOG)
    for words in (
        "Persoon focal_point (aandachtsfunctionaris",
        "Een signaal lezen: bekeken",
        reference,
        "getoond",
    ):
        assert words in page
    assert "Persoon adviser (beleidsadviseur)" in page
    assert "geweigerd" in page
    (owed,) = {one.why[0] for one in entries(case, result="shown", address="route:signal")}
    assert owed not in page, "what was owed stands there in the words of the policy"


@pytest.mark.parametrize("visitor", ["supervisor", "ciso"])
def test_supervision_reads_no_word_of_a_signal(handing: Handing, visitor: str) -> None:
    case = handing.case
    handing.over("care_coordinator", pieces=["facts", "account"])
    case.get()
    case.visit(visitor)
    number = entries(case)[0].number
    for address in (*PAGES, f"{LOG}{number}/"):
        page = text(case.client, address)
        assert not [word for word in (HAPPENED, VICTIM, REPORTER) if word in page]


def test_each_filter_leaves_what_fits_and_what_is_no_word_of_a_list_counts_as_not_asked(case: Case) -> None:
    case.get()
    case.client.get("/werk/")
    case.visit("adviser")
    case.get()
    case.visit("supervisor")
    who = case.town.members["adviser"].id

    def rows(query: str) -> int:
        return len(case.client.get(f"{LOG}?{query}").context["table"].rows)

    assert rows("") == 3
    assert rows(f"wie={who}") == 1
    assert rows("wat=signal.list") == 1
    assert rows("uitkomst=refused") == 1
    assert rows(f"over={case.signal}") == 2
    assert rows("van=2020-01-01&tot=2020-01-02") == 0
    assert rows("wie=kwaad&wat=x&van=x&na=x&over=x") > 3, "the visits to the log stand in it too"


def test_a_reference_is_sent_in_the_body_and_never_stands_in_an_address(case: Case) -> None:
    reference = case.get().context["page"].reference
    case.visit("supervisor")
    answer = case.client.post(LOG, {"reference": reference.lower()})
    assert (answer.status_code, answer["Location"]) == (303, f"{LOG}?over={case.signal}")
    answer = case.client.post(LOG, {"reference": "Jan Jansen"})
    assert answer.status_code == 422
    assert "Jan Jansen" in answer.content.decode(), "what was typed is not lost"
    assert "Jan Jansen" not in str([vars(one) for one in entries(case)])


def test_pages_of_fifty_turn_without_losing_an_entry(case: Case) -> None:
    for _ in range(60):
        case.client.get("/werk/")
    case.visit("supervisor")
    first = case.client.get(f"{LOG}?wat=signal.list")
    assert len(first.context["table"].rows) == 50
    second = case.client.get(LOG + first.context["older"])
    assert len(second.context["table"].rows) == 10
    assert second.context["older"] == ""


def test_what_deserves_a_question_is_a_rule_with_what_it_found(case: Case) -> None:
    case.visit("adviser")
    case.get()
    case.visit("supervisor")
    page = text(case.client, f"{LOG}vragen/")
    assert "Iemand wilde iets openen of doen waar de rol geen recht op geeft." in page
    assert "Persoon adviser" in page
    assert "ranglijst" in page
    assert "Persoon adviser" not in text(case.client, f"{LOG}vragen/?week=2026-01-05")


def test_the_sample_follows_from_the_seals_and_the_fg_records_what_was_found(case: Case) -> None:
    for _ in range(120):
        case.get()
    case.visit("supervisor")
    assert case.client.get(f"{LOG}steekproef/").context["drawn"] == 0, "nothing is drawn before it is sealed"
    sealing.seal(case.town.woerden.id, now=case.town.now)
    with scope(case.town.woerden.id):
        drawn = reviewing.sample(now=case.town.now)
        assert 0 < len(drawn) < 20
        assert drawn == reviewing.sample(now=case.town.now)
    address = f"{LOG}{drawn[0].entry.number}/"
    assert case.client.post(address, {"outcome": "anders"}).status_code == 422
    for outcome in ("asked", "answered"):
        assert case.client.post(address, {"outcome": outcome}).status_code == 303
    page = text(case.client, address)
    assert page.index("Ik heb ernaar gevraagd") < page.index("Gevraagd, en het antwoord is goed")
    assert "Persoon supervisor" in page
    assert case.client.get(f"{LOG}steekproef/").context["settled"] == 1
    case.visit("ciso")
    assert text(case.client, address)
    assert case.client.post(address, {"outcome": "fits"}).status_code == 403
    with scope(case.town.woerden.id):
        assert LogLook.objects.count() == 2


def test_who_checks_the_seals_hears_what_is_sealed_and_what_is_not(case: Case) -> None:
    case.get()
    sealing.seal(case.town.woerden.id, now=case.town.now)
    case.visit("supervisor")
    page = case.client.post(f"{LOG}controle/").content.decode()
    assert "Alles klopt" in page
    assert "2 regels in 2 zegels" in page
    assert "Er wacht niets op een zegel" in page
    case.client.get(LOG)
    assert "nog niet verzegeld" in case.client.post(f"{LOG}controle/").content.decode()


def taken(case: Case, **choices: str) -> bytes:
    day = case.town.today.isoformat()
    answer = case.client.post(f"{LOG}uitvoeren/", {"van": "2026-01-01", "tot": day, **choices})
    assert answer.status_code == 200
    assert answer["Content-Disposition"].startswith("attachment")
    return answer.content


def test_the_fg_exports_both_logs_and_that_is_an_entry(case: Case) -> None:
    case.get()
    sealing.seal(case.town.woerden.id, now=case.town.now)
    case.visit("supervisor")
    rows = list(
        csv.DictReader(io.StringIO(taken(case, log="read", form="csv").decode("utf-8-sig")), delimiter=";")
    )
    assert (rows[0]["name"], rows[0]["action"]) == ("Persoon focal_point", "signal.read")
    whole = json.loads(taken(case, log="read", form="json"))
    assert set(whole["entries"][0]) == set(whole["fields"])
    assert whole["checkpoints"][0]["entries"] == 1
    processing = taken(case, log="processing", form="json").decode()
    assert json.loads(processing)["entries"][0]["trace"] == rows[0]["trace"]
    for private in ("Persoon", str(case.signal), str(case.town.members["focal_point"].id)):
        assert private not in processing
    assert [one.deed for one in entries(case, action="log.export")] == ["export"] * 3
    case.visit("ciso")
    assert case.client.get(f"{LOG}uitvoeren/").status_code == 403


def test_no_cell_of_an_export_is_a_formula(case: Case) -> None:
    case.get()
    with scope(case.town.woerden.id):
        Person.objects.filter(id=case.town.people["focal_point"].id).update(name="=HYPERLINK(1)")
    case.visit("supervisor")
    sent = taken(case, log="read", form="csv").decode("utf-8-sig")
    assert '"\'=HYPERLINK(1)"' in sent
    assert '"=' not in sent


def test_a_period_that_ends_before_it_begins_is_given_back(case: Case) -> None:
    case.visit("supervisor")
    for van, tot in (("2026-02-01", "2026-01-01"), ("2020-01-01", "2026-01-01"), ("", "x")):
        answer = case.client.post(f"{LOG}uitvoeren/", {"van": van, "tot": tot, "log": "read", "form": "csv"})
        assert answer.status_code == 422


def test_the_start_page_counts_what_asks_for_attention_and_leads_to_ones_own_parts(case: Case) -> None:
    case.visit("adviser")
    case.get()
    case.visit("supervisor")
    page = text(case.client, "/verantwoording/")
    lately = {str(line.term.nl): line.value for line in case.client.get("/verantwoording/").context["lately"]}
    assert (lately["Geweigerd"], lately["Envelop van een melder geopend"]) == (1, 0)
    assert f'href="{LOG}"' in page
    case.visit("privacy")
    page = text(case.client, "/verantwoording/")
    assert f'href="{LOG}"' not in page
    assert "Geweigerd" not in page


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31", "9999-12-30"])
def test_a_day_at_the_end_of_the_calendar_is_asked_again_and_never_breaks_a_page(
    case: Case, day: str
) -> None:
    case.visit("supervisor")
    told = {"van": day, "tot": day, "log": "read", "form": "csv"}
    answer = case.client.post(f"{LOG}uitvoeren/", told)
    assert answer.status_code == 422
    assert "Klopt het jaartal?" in answer.content.decode()
    assert case.client.get(f"{LOG}?van={day}&tot={day}").status_code == 200
    assert case.client.get(f"{LOG}vragen/?week={day}").status_code == 200
