"""A condition that reads more facts than can be tried is refused where the folder is read, and at once (ADR 18)."""

from baken.core.policy.conditions import combinations
from baken.core.policy.growth import MOST
from tests.core.prove.bundles import bundle
from tests.policies.shelf import GOOD, mistakes, with_files

EIGHT = (
    "{any: [{reporter: staff}, {age: minor}, {residence: asylum}, {unaccompanied_minor: yes}, {hardness: hard},"
    " {urgency: acute}, {assessment: suspicion}, {related: {includes: smuggling}}]}"
)
SHIPPED = ("copen", "hoorn", "montfoort", "national", "west-friesland", "woerden")


def told(when: str) -> list[str]:
    route = (GOOD / "dorp/2024-01-01/route.yaml").read_text()
    old = "when: {urgency: acute}\n    strength: required"
    assert old in route
    rules = route.replace(old, f"when: {when}\n    strength: required")
    return [error.in_("en") for error in mistakes(with_files({"route.yaml": rules}))]


def test_a_condition_of_eight_facts_is_refused_with_its_line() -> None:
    (line,) = told(EIGHT)
    assert "reads too many facts at once" in line
    assert line.startswith("dorp/2024-01-01/route.yaml:")


def test_a_contradiction_of_eight_facts_is_refused_without_being_tried() -> None:
    (line,) = told(f"{{all: [{EIGHT}, {{not: {EIGHT}}}]}}")
    assert "reads too many facts at once" in line


def test_no_condition_of_today_comes_near_it() -> None:
    rules = [
        one
        for name in SHIPPED
        for lists in ("steps", "advice", "questions", "referrals", "holds")
        for one in getattr(bundle(name), lists)
    ]
    assert max(combinations(one.when) for one in rules) * 10 < MOST
