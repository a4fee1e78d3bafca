"""What a victim may count on, case by case, in the words of the policies: RES-01 to RES-12, CARE-04, -07 and -08."""

from datetime import date, datetime, time
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from baken.core.derive.care_told import care_facts, contradictions
from baken.core.derive.entitlements import CareAnswer, Entitled, entitlements
from baken.core.policy.bundle import Bundle
from baken.core.policy.reading import read
from baken.core.policy.resolve import resolve
from baken.core.vocabulary.moments import AMSTERDAM, civil_date
from baken.project.policies import library

HERE = Path(__file__).parent / "care"
TODAY = "2026-11-22"
NOT_CONFIRMED = {
    *(
        "emergency_shelter",
        "youth_shelter_other",
        "assistance_eu",
        "rvb_minor",
        "asylum_allowance",
        "asylum_medical",
    ),
    *(
        "health_insurance",
        "necessary_care",
        "schooling",
        "asylum_stay",
        "after_b8_route",
        "witness_stay",
        "lawyer",
        "advice_on_stay",
    ),
    *("decision_after_complaint", "complaint_about_dismissal", "three_years_b8", "departure_term"),
    *("no_income", "case_ended", "prepare_after_b8", "claim_wages"),
    *("application_by_cooperation", "apply_on_cooperation"),
}
CHOSEN = {"find_position", "find_age", "find_lawyer"}
KEYS = {
    "id",
    "title",
    "rules",
    "policy",
    "at",
    "facts",
    "has",
    "lacks",
    "due",
    "no_due",
    "steps",
    "no_steps",
} | {
    "unknown",
    "not_unknown",
    "refused",
    *("whole", "whole_due", "whole_steps", "whole_unknown"),
}
REQUIREMENTS = {f"RES-{number:02}" for number in range(1, 13)} | {"CARE-04", "CARE-08"}


def cases() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for path in sorted(HERE.glob("*.yaml")):
        reading = read(path.name, path.read_bytes())
        assert reading.errors == []
        found += reading.data["cases"]
    return found


CASES = cases()


@cache
def bundle(policy: str, on: date) -> Bundle:
    return resolve(library(), policy, on)


def moment(at: str) -> datetime:
    return (
        datetime.combine(date.fromisoformat(at), time(12), AMSTERDAM)
        if len(at) == 10
        else datetime.fromisoformat(at)
    )


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_a_case_comes_out_as_it_must(case: dict[str, Any]) -> None:
    assert set(case) <= KEYS
    errors: list[str] = []
    facts = care_facts(case["facts"], errors)
    assert errors == []
    now = moment(case.get("at", TODAY))
    assert contradictions(facts, civil_date(now)) == case.get("refused", [])
    if "refused" in case:
        return
    answer = entitlements(bundle(case.get("policy", "national"), civil_date(now)), facts, now)
    given = {one.id: one for one in answer.entitlements}
    assert set(case.get("has", {})) <= set(given)
    assert not set(case.get("lacks", [])) & set(given)
    for name, wanted in case.get("has", {}).items():
        assert said(given[name], wanted) == (wanted or {}), name
    _rest(case, answer)


def _rest(case: dict[str, Any], answer: CareAnswer) -> None:
    due = {one.id: one.on.isoformat() for one in answer.deadlines if not one.handled}
    assert {name: due.get(name) for name in case.get("due", {})} == case.get("due", {})
    assert not set(case.get("no_due", [])) & set(due)
    steps = {one.id for one in answer.next}
    assert set(case.get("steps", [])) <= steps
    assert not set(case.get("no_steps", [])) & steps
    unknown = {one.id for one in answer.unknown}
    assert set(case.get("unknown", [])) <= unknown
    assert not set(case.get("not_unknown", [])) & unknown
    if "whole" in case:
        assert {one.id: f"{one.from_ or ''}..{one.until or ''}" for one in answer.entitlements} == case[
            "whole"
        ]
        assert due == case["whole_due"]
        assert steps == set(case["whole_steps"])
        assert unknown == set(case["whole_unknown"])


def test_what_nobody_read_in_a_source_is_not_confirmed_and_all_else_is() -> None:
    """What `legal-background` marks as unverified, and what was chosen without a source (RES-11)."""
    rules = bundle("national", date(2026, 11, 22))
    unsure = {
        one.id for one in (*rules.entitlements, *rules.deadlines, *rules.care_steps) if not one.confirmed
    }
    assert unsure == NOT_CONFIRMED
    for one in (*rules.entitlements, *rules.deadlines, *rules.care_steps):
        assert one.review_on > date(2026, 11, 22)
        assert one.confirmed is False or one.source is not None or one.id in CHOSEN


def said(given: Entitled, wanted: dict[str, Any]) -> dict[str, Any]:
    """What is asked of an entitlement, as it is."""
    provider = given.provider.nl
    known: dict[str, Any] = {
        "from": given.from_.isoformat() if given.from_ else None,
        "until": given.until.isoformat() if given.until else None,
        "confirmed": "yes" if given.confirmed else "no",
        "source": given.source.nl,
        "provider": wanted.get("provider") if wanted.get("provider", "") in provider else provider,
    }
    return {key: known[key] for key in wanted}


def test_there_are_at_least_eighty_cases_with_titles_of_their_own_and_every_rule_has_one() -> None:
    assert len(CASES) >= 80
    assert len({case["id"] for case in CASES}) == len({case["title"] for case in CASES}) == len(CASES)
    cited = {rule for case in CASES for rule in case["rules"]}
    assert cited >= REQUIREMENTS
