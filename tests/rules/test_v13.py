"""V13: of what a source says only found or not found is kept, with the one fact that was needed."""

from baken.core.events.signal import SourceConsulted
from baken.ledger import vault
from baken.tenancy.scope import scope
from tests.enrich.test_acts import consult, weigh
from tests.route.case import Case


def test_what_was_not_found_has_no_facts_to_keep(case: Case) -> None:
    answer = consult(weigh(case.receive()), "no_hit", note="Toch iets opgeschreven.")
    assert answer.status_code == 422
    assert "Toch iets opgeschreven." in answer.content.decode()


def test_only_the_fact_that_was_needed_is_kept(case: Case) -> None:
    """ENR-04: the answer in one sentence, in the vault, and who consulted when in the event."""
    consult(weigh(case.receive()), note="Acht mensen staan ingeschreven op het adres.")
    stored = case.file().stream.events[-1]
    assert (stored.type, stored.actor is not None) == ("source.consulted", True)
    with scope(case.town.woerden.id):
        kept = vault.get(case.signal, stored.event.note)
    assert kept == {"text": "Acht mensen staan ingeschreven op het adres.", "police": "no"}


def test_the_record_of_a_consultation_has_no_room_for_a_copy_of_the_source() -> None:
    """Four words from closed lists, and references to the fact and to why it was needed."""
    words = {"source", "outcome", "continues_because", "ground"}
    assert set(SourceConsulted.__slots__) == {*words, "note", "reason"}


def test_the_field_for_the_fact_has_room_for_one_sentence(case: Case) -> None:
    """Too little for a copy; what is too long comes back whole."""
    long = "Ingeschreven: " + "Jan Kanarie, " * 30
    answer = consult(weigh(case.receive()), note=long)
    assert answer.status_code == 422
    assert long.strip() in answer.content.decode()


def test_beside_the_fact_the_page_says_to_leave_the_record_where_it_is(case: Case) -> None:
    page = weigh(case.receive()).get("bron/").content.decode()
    assert "Alleen het feit zelf, in één zin. Neem de gegevens uit de bron niet over." in page
