"""The closed lists agree with each other and with the house."""

from baken.core.events.base import EVENTS
from baken.core.vocabulary.facts import FACTS, Facts
from baken.core.vocabulary.happenings import EVENT_NAMES
from baken.core.vocabulary.partners import PARTNER_IDS, PARTNERS_BY_ROW
from baken.core.vocabulary.wording import FACT, VALUE

HOUSE = [
    "avim",
    "police",
    "labour_authority",
    "care_coordinator",
    "riec",
    "regional_undermining_table",
    "local_undermining_meeting",
    "regional_signals_table",
    "riec_information_plaza",
    "prostitution_control_team",
    "safe_home",
    "nidos",
    "comensha",
    "pretty_woman",
    "belle",
    "care_safety_house",
    "prosecution_service",
    "environment_service",
]


def test_every_partner_the_house_names_has_an_id() -> None:
    assert set(HOUSE) <= set(PARTNER_IDS)
    assert len(set(PARTNER_IDS)) == len(PARTNER_IDS)


def test_every_row_of_part_has_a_partner() -> None:
    assert set(PARTNERS_BY_ROW) == {f"PART-{number:02}" for number in range(1, 22)}


def test_every_event_of_a_signal_can_be_spoken_of_in_a_route() -> None:
    from baken.core.events import signal

    signal_events = {name for name, kind in EVENTS.items() if kind.__module__ == signal.__name__}
    assert signal_events <= set(EVENT_NAMES)


def test_every_fact_and_value_has_words() -> None:
    for name, kind in FACTS.items():
        assert FACT[name].nl
        assert set(VALUE[name]) == set(kind.values)


def test_an_established_fact_goes_before_a_claim() -> None:
    facts = Facts(established={"urgency": "not_acute"}, claimed={"urgency": "acute", "age": "minor"})
    assert facts.claim("urgency") == "not_acute"
    assert facts.claim("age") == "minor"
    assert facts.value("age") == "unknown"
