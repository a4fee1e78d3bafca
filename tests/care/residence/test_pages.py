"""What is noted of a client's stay, on the pages alone (RES-01..12)."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from baken.care.common import following
from baken.care.residence.parts import ELSEWHERE, PARTS
from baken.clock import now
from baken.core.vocabulary.care import CARE_FACTS, MOMENTS
from baken.ledger.models import EventRecord
from baken.tenancy.scope import scope
from baken.web import notices
from tests.care.clients.filing import NAME, open_files
from tests.care.residence.staying import Staying, today

DERIVED = {"age", "under_23", "happened", "stays", "registration"}


def test_every_fact_and_every_day_that_a_rule_reads_is_asked_on_exactly_one_page() -> None:
    asked = [name for part in PARTS.values() for name in (*part.facts, *part.sets)]
    assert sorted(asked) == sorted((set(CARE_FACTS) - DERIVED) | {"age"})
    days = [name for part in PARTS.values() for name in part.moments]
    assert sorted([*days, *ELSEWHERE]) == sorted(MOMENTS)


def test_a_reflection_period_gives_its_last_day_what_to_count_on_and_from_whom(file: Staying) -> None:
    """RES-02, RES-03: at most three months, an allowance through the COA."""
    granted = today(-10)
    assert (
        file.note("positie", position="reflection", nationality="third_country", dublin="no").status_code
        == 303
    )
    assert file.note("bedenktijd", reflection_granted=granted.isoformat()).status_code == 303
    assert "reflection_end" in file.terms()
    html = file.page()
    assert "Einde van de bedenktijd" in html
    assert "Centraal Orgaan opvang asielzoekers" in html
    assert "niet bevestigd" in html
    assert "Bron:" in html
    assert "De IND beslist over verblijf" in html


def test_nobody_is_asked_why_something_changes_that_was_never_noted(file: Staying) -> None:
    """Every page of the stay begins once; from then on a change has its reason (RES-11)."""
    file.note("positie", position="reflection", nationality="third_country", dublin="no")
    first = file.get("verblijf/bedenktijd/").content.decode()
    assert 'name="because"' not in first
    assert file.post("bedenktijd/", reflection_granted=today(-10).isoformat()).status_code == 303
    assert file.stay.notes[-1].noted.because == "first"
    assert 'name="because"' in file.get("verblijf/bedenktijd/").content.decode()
    changed = file.post("bedenktijd/", reflection_granted=today(-12).isoformat())
    assert changed.status_code == 422
    assert 'name="because"' in file.get("verblijf/positie/").content.decode()


def test_a_source_is_called_by_its_title(file: Staying) -> None:
    """Nobody knows a document by the name that its file has."""
    page = file.page()
    assert "westfriesland-beleid," not in page
    assert "Bron:" in page


def test_a_closed_file_asks_for_nothing_and_calls_nothing_late(file: Staying) -> None:
    file.note("positie", position="none", nationality="third_country", found=today(-9).isoformat())
    file.note("persoon", age="minor", unaccompanied="yes")
    assert "Bel Nidos" in file.page()
    closed = {"command": str(uuid4()), "police": "no", "outcome": "not_a_victim", "note": "x"}
    file.town.visit(file.client, "care").post(file.url("dossier/afsluiten/"), closed)
    page = file.page()
    assert "Wat er nu moet gebeuren" not in page
    assert "Leg vast hoe de cliënt verblijft" not in page


def test_a_dublin_claim_found_later_shortens_the_term_and_everybody_sees_what_it_was_and_why(
    file: Staying,
) -> None:
    """Never silently: a notice on the start page, on the client's page and in the list."""
    granted = today(-10)
    file.note("positie", position="reflection", nationality="third_country", dublin="no")
    day = granted.isoformat()
    file.note("bedenktijd", reflection_granted=day, allowance_asked=day)
    before = file.terms()["reflection_end"]
    answer = file.note("positie", dublin="yes", because="discovered", words="Brief van de IND kwam vandaag.")
    assert answer.status_code == 303
    assert file.terms() == {"reflection_end_dublin": granted + timedelta(days=30)}
    (change,) = file.stay.state.unseen
    assert (change.was, change.on) == (before, granted + timedelta(days=30))
    for html in (file.page(), file.anywhere("/termijnen/").content.decode()):
        assert "maar werd later bekend" in html
    assert "Brief van de IND kwam vandaag." in file.page()
    assert file.post("gelezen/").status_code == 303
    assert "gewijzigd" not in file.anywhere("/termijnen/").content.decode()
    assert "maar werd later bekend" in file.page(), "the history keeps it"


def test_what_is_noted_lies_in_the_vault_and_in_no_event(file: Staying) -> None:
    file.note("positie", position="reflection", nationality="third_country", words="Kanarie-toelichting")
    file.note("persoon", birth_date="1999-02-03")
    kept = " ".join(str(one.payload) for one in EventRecord.objects.filter(stream_id=file.id))
    assert not any(word in kept for word in ("third_country", "1999", "Kanarie", NAME))


def test_the_caseload_counts_a_term_with_what_is_due_first(file: Staying) -> None:
    file.note("positie", position="reflection", nationality="third_country", dublin="yes")
    file.note("bedenktijd", reflection_granted=today(-28).isoformat())
    assert "termijn" in file.anywhere("/clienten/").content.decode().partition("<table")[2]


def test_a_missed_term_stays_with_coordinator_and_director_until_somebody_says_what_was_done(
    file: Staying,
) -> None:
    """Also where what was noted later no longer gives it: it goes only by being handled."""
    file.note("positie", position="reflection", nationality="third_country", dublin="yes")
    file.note("bedenktijd", reflection_granted=today(-40).isoformat())
    on = today(-10)
    assert file.terms() == {"reflection_end_dublin": on}
    file.note("positie", position="lawful", because="happened")
    assert file.terms() == {"reflection_end_dublin": on}
    row = file.row.reference
    director = file.anywhere("/regie/", "director").content.decode()
    assert row in director
    assert "10 dagen voorbij" in director
    assert NAME not in director
    assert str(file.id) not in director, "not brought in, so there is no way to the file"
    assert "Voorbij en nog niet afgehandeld" in file.anywhere("/termijnen/").content.decode()
    assert "De IND belde" not in file.page()
    term = f"termijn/reflection_end_dublin/{on.isoformat()}/"
    assert file.post(term, how="done_late", words="De IND belde terug.").status_code == 303
    assert row not in file.anywhere("/regie/", "director").content.decode()
    assert "De IND belde terug." in file.page()
    assert file.post(term, how="done", words="Nog eens.").status_code == 409
    assert file.get(f"verblijf/{term}").status_code == 200


def test_the_start_page_says_what_is_over_near_and_changed_without_a_name(file: Staying) -> None:
    file.note("positie", position="reflection", nationality="third_country", dublin="no")
    day = today(-40).isoformat()
    file.note("bedenktijd", reflection_granted=day, allowance_asked=day)
    file.note("positie", dublin="yes", because="discovered", words="Brief.")
    with scope(file.town.care.id):
        said = [one.words for one in notices.lines(file.town.actor("care"), now())]
        led = [one.words for one in notices.lines(file.town.actor("director"), now())]
    words = " ".join(str(getattr(one, "nl", one)) for one in said)
    assert "Er is een termijn voorbij" in words
    assert f"Dossier {file.row.reference}" in words
    assert NAME not in words
    assert any("Er is een termijn voorbij" in str(getattr(one, "nl", one)) for one in led)


def test_a_case_that_was_brought_in_gets_advice_and_any_other_does_not_exist_there(file: Staying) -> None:
    """ROLE-07."""
    assert file.get("verblijf/", "director").status_code == 404
    assert file.anywhere(f"/regie/{file.id}/advies/", "director").status_code == 404
    assert file.send("inbrengen", note="Gevaar vanuit de familie.").status_code == 303
    row = file.row.reference
    assert row in file.anywhere("/regie/", "director").content.decode()
    assert "Verblijf en termijnen" in file.page("director")
    assert "Vastleggen" not in file.page("director"), "looking along is not keeping the file"
    browser = file.town.visit(file.client, "director")
    form = {"command": str(uuid4()), "words": "Vraag een zedenrechercheur.", "police": "no"}
    assert browser.post(f"/regie/{file.id}/advies/", form).status_code == 303
    assert "Vraag een zedenrechercheur." in file.get().content.decode()
    assert "Vraag een zedenrechercheur." not in file.anywhere("/regie/", "director").content.decode()
    assert browser.post(file.url("verblijf/positie/"), form).status_code in (404, 403)
    assert file.send("terughalen", note="Het gaat beter.").status_code == 303
    assert file.anywhere(f"/regie/{file.id}/advies/", "director").status_code == 404
    assert file.get("verblijf/", "director").status_code == 404


def test_a_minor_gets_the_care_of_a_child_on_the_page_and_so_does_somebody_who_may_be_one(
    file: Staying,
) -> None:
    """V31."""
    assert "om een minderjarige" not in file.page()
    file.note(
        "persoon", birth_date=(today(-16 * 365)).isoformat(), other_birth_date=today(-19 * 365).isoformat()
    )
    html = file.page()
    assert "Het gaat misschien om een minderjarige" in html
    assert "geboortedata spreken elkaar tegen" in html
    file.note("persoon", other_birth_date="", because="mistake", words="Paspoort gezien.")
    html = file.page()
    assert "Het gaat om een minderjarige" in html
    assert "Laatste dag als minderjarige" in html


def test_what_is_refused_keeps_what_was_typed_and_says_what_to_do(file: Staying) -> None:
    file.note("positie", position="reflection")
    answer = file.note("bedenktijd", reflection_granted=today(2).isoformat(), words="Kanarie-getypt")
    assert answer.status_code == 409
    html = answer.content.decode()
    assert "Deze dag moet nog komen: bedenktijd verleend" in html
    assert "Kanarie-getypt" in html
    assert file.terms() == {}
    for wrong in ("32-13-2026", "gisteren", "2026-02-30", "²⁰²⁶-01-01"):
        answer = file.note("bedenktijd", reflection_granted=wrong)
        assert answer.status_code == 422
        assert "Schrijf dit als 22-11-2026." in answer.content.decode()
    assert file.post("positie/", position="koning", because="happened").status_code == 422
    assert file.post("wat-anders/").status_code == 404
    assert file.get("verblijf/termijn/reflection_end/gisteren/").status_code == 404
    assert file.get("verblijf/termijn/reflection_end/2026-12-01/").status_code == 404


def test_a_position_that_changes_back_is_taken_with_a_reason_and_shown(file: Staying) -> None:
    file.note("positie", position="reflection")
    file.note("positie", position="b8_cooperation")
    answer = file.note("positie", position="reflection")
    assert answer.status_code == 409
    assert "eerder geweest en daarna veranderd" in answer.content.decode()
    assert file.note("positie", position="reflection", because="back").status_code == 409, "without words"
    answer = file.note("positie", position="reflection", because="back", words="Bezwaar toegewezen.")
    assert answer.status_code == 303
    html = file.page()
    assert "weer wat die eerder was" in html
    assert "Bezwaar toegewezen." in html


def test_a_list_that_is_behind_says_so_until_it_is_taken_over(
    file: Staying, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By hand as well, where nobody wants to wait until it goes by itself."""
    born = today(-17 * 365).isoformat()
    with monkeypatch.context() as nothing_follows:
        nothing_follows.setattr(following, "run", lambda client, at: None)
        sent = file.send("persoon", working_name=NAME, birth=born, age="minor", role="presumed_victim")
    assert sent.status_code == 303
    assert file.terms() == {}
    assert "De termijnen zijn niet bijgewerkt" in file.page()
    assert "Werk ze bij" in file.get().content.decode()
    assert file.post("bijwerken/").status_code == 303
    assert "minor_until" in file.terms()
    assert file.post("bijwerken/").status_code == 409
    assert "niet bijgewerkt" not in file.page()


def test_a_closed_file_takes_no_notes_but_what_was_missed_can_be_handled(file: Staying) -> None:
    file.note("positie", position="reflection", dublin="yes")
    file.note("bedenktijd", reflection_granted=today(-40).isoformat())
    assert file.send("afsluiten", outcome="help_ended", note="Klaar.").status_code == 303
    assert file.note("positie", position="lawful").status_code == 409
    term = f"termijn/reflection_end_dublin/{today(-10).isoformat()}/"
    assert file.post(term, how="not_needed", words="Vertrokken.").status_code == 303
    assert file.terms() == {}


def test_the_list_of_terms_asks_the_database_as_much_for_one_client_as_for_many(
    file: Staying,
) -> None:
    def noted(client: UUID) -> None:
        one = Staying(file.town, file.client, client)
        one.note("positie", position="reflection", nationality="third_country", dublin="yes")
        one.note("bedenktijd", reflection_granted=today(-12).isoformat())

    noted(file.id)
    file.anywhere("/termijnen/")
    with CaptureQueriesContext(connection) as few:
        assert file.anywhere("/termijnen/").status_code == 200
    for client in open_files(file.town, "Een", "Twee", "Drie"):
        noted(client)
    with CaptureQueriesContext(connection) as many:
        html = file.anywhere("/termijnen/").content.decode()
    assert all(name in html for name in ("Een", "Twee", "Drie"))
    assert len(many) == len(few)


def test_a_stolen_database_tells_no_position_no_nationality_and_no_birth_date(file: Staying) -> None:
    file.note("positie", position="asylum", nationality="third_country")
    file.note("persoon", birth_date="1997-08-09", unaccompanied="no")
    with scope(file.town.care.id), connection.cursor() as opened:
        for table in ("ledger_event", "ledger_deadlinerow", "ledger_clientrow", "ledger_retentionrow"):
            opened.execute(f"SELECT * FROM {table} WHERE stream_id = %s", [file.id])
            kept = str(opened.fetchall())
            assert not any(word in kept for word in ("asylum", "third_country", "1997", NAME)), table


def test_the_caseload_says_on_top_what_is_over(file: Staying) -> None:
    file.note("positie", position="reflection", nationality="third_country", dublin="yes")
    file.note("bedenktijd", reflection_granted=today(-40).isoformat())
    html = file.anywhere("/clienten/").content.decode()
    assert html.index("Er is een termijn voorbij") < html.index("<table")


def test_what_the_command_refuses_is_refused_on_the_page_too_with_what_the_rest_of_the_file_knows(
    file: Staying,
) -> None:
    """An adult by the file is no unaccompanied minor; and a permit that did not end leaves no earlier position."""
    answer = file.note("persoon", unaccompanied="yes", words="Kanarie-getypt")
    assert answer.status_code == 409
    html = answer.content.decode()
    assert "Een volwassene is geen alleenstaande minderjarige." in html
    assert "Kanarie-getypt" in html
    assert file.note("bedenktijd", permit_granted=today(-90).isoformat()).status_code == 303
    answer = file.note("positie", position="none")
    assert answer.status_code == 409
    assert "Leg bij &#x27;Bedenktijd en vergunning&#x27; eerst vast" in answer.content.decode()
    assert file.note("bedenktijd", permit_ended=today(-3).isoformat()).status_code == 303
    assert file.note("positie", position="none").status_code == 303
