"""Events from before purpose, secrecy, minors and kept-apart answers were recorded read without claiming anything."""

import pytest

from baken.core.events import read

REFERRED = {
    "referral": "r1", "partner": "avim", "named": True, "ground": "g", "purpose": "p", "pieces": [],
    "content": "c", "delivery": "document", "recipient": None, "override_reason": None,
}  # fmt: skip
REPORTED = {
    "content": "c", "envelope": None, "claims": {}, "reporter": "staff", "reporter_named": "no",
    "channel": "web", "question": False, "about": "other", "purpose": "p", "ground": "g",
}  # fmt: skip
CONSULTED = {"source": "brp", "outcome": "hit", "continues_because": "none", "ground": "g", "note": None}
NO_PURPOSE = {"purpose": None, "ground": None}


@pytest.mark.parametrize(
    ("name", "old", "more"),
    [
        ("signal.reported", REPORTED, {"work": "unknown"}),
        ("signal.received", {}, NO_PURPOSE),
        ("source.consulted", CONSULTED, {"reason": None}),
        (
            "signal.tabled",
            {"table": "regional_signals_table", "override_reason": None},
            {**NO_PURPOSE, "named": False, "minor_reason": None},
        ),
        ("signal.referred", REFERRED, {"minor_reason": None}),
    ],
)
def test_what_was_not_asked_then_reads_as_not_said(
    name: str, old: dict[str, object], more: dict[str, object]
) -> None:
    assert read(name, 1, old).to_payload() == {**old, **more}


ABOUT_ALL = {"person": None, "check_on": None}


@pytest.mark.parametrize(("partner", "apart"), [("riec", True), ("care_safety_house", True), ("avim", False)])
def test_an_earlier_answer_of_a_partnership_of_the_wgs_is_kept_apart_as_well(
    partner: str, apart: bool
) -> None:
    """V3."""
    old = {"referral": "r1", "partner": partner, "outcome": "taken_up", "note": "n"}
    assert read("partner.answered", 1, old).to_payload() == {**old, "apart": apart, **ABOUT_ALL}
