"""Events survive storage, in every version that ever was."""

import dataclasses
import json
import typing
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.core.events import EVENTS, Event, UnreadableEvent, read

WORD = st.text(min_size=1, max_size=12)
WORDS = st.lists(WORD, max_size=3).map(tuple)
BY_TYPE: dict[object, st.SearchStrategy[object]] = {
    str: WORD,
    bool: st.booleans(),
    int: st.integers(0, 2**31),
    str | None: st.none() | WORD,
    int | None: st.none() | st.integers(1, 20),
    tuple[str, ...]: WORDS,
    Mapping[str, tuple[str, ...]]: st.dictionaries(WORD, WORDS, max_size=3),
}


def an_event(cls: type[Event]) -> st.SearchStrategy[Event]:
    hints = typing.get_type_hints(cls)
    return st.builds(cls, **{f.name: BY_TYPE[hints[f.name]] for f in dataclasses.fields(cls)})  # type: ignore[arg-type]


@given(st.sampled_from(sorted(EVENTS)).flatmap(lambda name: an_event(EVENTS[name])))
def test_every_event_reads_back_as_it_was_written_through_json(event: Event) -> None:
    stored = json.loads(json.dumps(event.to_payload()))
    assert read(event.type, event.version, stored) == event


def test_a_fact_of_version_one_with_its_single_value_reads_as_a_tuple_of_one() -> None:
    old = {"fact": "exploitation", "value": "labour", "reason": "ref-1"}
    event = read("fact.established", 1, old)
    assert event.to_payload() == {"fact": "exploitation", "value": ["labour"], "reason": "ref-1"}
    assert old["value"] == "labour", "reading must not change what was stored"


def test_a_policy_adopted_in_version_one_was_adopted_by_one_hand() -> None:
    """ROLE-12: what was never confirmed by a second person does not read as if it was."""
    old = {"bundle": "sha256:0", "policy_id": "woerden", "from_date": "2026-01-01", "decision": "b1"}
    event = read("policy.adopted", 1, old)
    assert event.to_payload() == {**old, "decided_on": None, "proposal": None}


def test_an_envelope_opened_in_version_one_has_no_word_of_the_closed_list() -> None:
    assert read("envelope.opened", 1, {"reason": "ref-1"}).to_payload() == {
        "why": "unsaid",
        "reason": "ref-1",
    }


@pytest.mark.parametrize(
    ("name", "version", "payload", "words"),
    [
        ("signal.vanished", 1, {}, "no event called"),
        ("signal.received", 9, {}, "newer than this version"),
        ("signal.received", 1, {"extra": 1}, "fields do not match: extra"),
        ("signal.closed", 1, {"outcome": "handled"}, "fields do not match: reason"),
    ],
)
def test_what_cannot_be_read_is_refused_with_the_reason(
    name: str, version: int, payload: dict[str, object], words: str
) -> None:
    with pytest.raises(UnreadableEvent, match=words):
        read(name, version, payload)


def test_no_event_has_a_field_for_a_name_a_contact_or_free_text() -> None:
    """Personal data lies in the vault; an event holds references and words from closed lists (V6, V32)."""
    allowed = {"sender_name"}  # the name of a municipality
    for cls in EVENTS.values():
        for field in dataclasses.fields(cls):  # type: ignore[arg-type]
            suspicious = any(
                word in field.name for word in ("name", "contact", "phone", "mail", "text", "ip")
            )
            assert (
                field.name in allowed
                or field.name in {"recipient", "reporter_named", "named", "membership"}
                or not suspicious
            ), f"{cls.type}.{field.name}"
