"""What is noted of a client's stay, on the pages alone (RES-01..12)."""

from datetime import timedelta

from baken.care.residence.parts import ELSEWHERE, PARTS
from baken.core.vocabulary.care import CARE_FACTS, MOMENTS
from baken.ledger.models import EventRecord
from tests.care.clients.filing import NAME
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
    assert "Niet bevestigd" in html
    assert "Bron:" in html
    assert "De IND beslist over verblijf" in html


def test_a_dublin_claim_found_later_shortens_the_term_and_everybody_sees_what_it_was_and_why(
    file: Staying,
) -> None:
    """Never silently: a notice on the start page, on the client's page and in the list."""
    granted = today(-10)
    file.note("positie", position="reflection", nationality="third_country", dublin="no")
    file.note("bedenktijd", reflection_granted=granted.isoformat())
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
