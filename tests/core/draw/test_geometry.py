"""Every drawing can be read: for the shipped policies, and for policies that nobody thought of."""

from datetime import date
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from baken.core.derive.route import compile_route, derive
from baken.core.draw.layout import lay_out
from baken.core.draw.making import draw
from baken.core.draw.model import Drawing
from baken.core.policy import written
from baken.core.policy.bundle import Bundle
from baken.core.policy.resolve import resolve
from baken.core.vocabulary.actors import ACTORS
from baken.core.vocabulary.moments import Duration
from baken.core.vocabulary.text import Text
from baken.project.policies import library
from tests.core.draw.geometry import troubles
from tests.core.strategies import after, facts, histories

DAY = date(2026, 11, 20)
SHIPPED = {policy: resolve(library(), policy, DAY) for policy in library().policy_ids}


def found_in(drawing: Drawing, lang: str) -> list[str]:
    """Return what is wrong in either shape."""
    return [
        *troubles(lay_out(drawing, lang, "wide")),
        *troubles(lay_out(drawing, lang, "narrow")),
    ]


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("policy", SHIPPED)
def test_nothing_overlaps_or_falls_out_in_any_shipped_policy(policy: str, lang: str) -> None:
    assert found_in(draw(SHIPPED[policy]), lang) == []


@settings(deadline=None, max_examples=40)
@given(st.sampled_from(sorted(SHIPPED)), facts(), histories(), st.sampled_from(["nl", "en"]))
def test_a_position_fits_for_every_signal_and_moves_no_box(
    policy: str, known: Any, history: Any, lang: str
) -> None:
    bundle, now = SHIPPED[policy], after(history)
    route = derive(compile_route(bundle), known, history, now)
    drawing = draw(bundle, route, now=now)
    assert all(node.status is not None for node in drawing.nodes)
    assert found_in(drawing, lang) == []
    other = draw(bundle, derive(compile_route(bundle), known, (), now), now=now)
    for shape in ("wide", "narrow"):
        places = [
            [(box.node, box.x, box.y, box.height) for box in lay_out(one, lang, shape).boxes]  # type: ignore[arg-type]
            for one in (drawing, other)
        ]
        assert places[0] == places[1]


LONG = ("ondermijningsoverleg", "AVIM", "de", "vertrouwenspersoon", "Aandachtsfunctionarissenoverleg", "WMO")
CONDITIONS: tuple[dict[str, Any], ...] = (
    {"urgency": "acute"},
    {"assessment": {"not": ["not_trafficking", "other_phenomenon"]}},
    {"all": [{"exploitation": {"includes_any": ["sexual", "criminal"]}}, {"not": {"age": "minor"}}]},
    {
        "any": [
            {"reporter": "victim"},
            {"all": [{"residence": "unlawful"}, {"hardness": {"any": ["hard", "soft"]}}]},
        ]
    },
)


def varied(bundle: Bundle, by: Random) -> Bundle:
    """Return a policy with other steps, actors, words, conditions, terms, receivers and tables."""
    steps = [step for step in bundle.steps if by.random() < 0.8] or [bundle.steps[0]]
    kept = {step.id for step in steps}
    steps = [
        step.model_copy(
            update={**_changes(by), "after": tuple(one for one in step.after if one.step in kept)}
        )
        for step in steps
    ]
    referrals = [
        rule.model_copy(update={"strength": by.choice(["required", "suggested"])})
        for rule in bundle.referrals
        if by.random() < 0.8
    ]
    texts = [one.model_copy(update={"nl": _words(by), "en": _words(by)}) for one in bundle.text_elements]
    tables = [
        table.model_copy(update={"exists": by.random() < 0.6, "name": Text(_words(by), _words(by))})
        for table in bundle.table_list
    ]
    changed: dict[str, Any] = {
        "steps": tuple(steps),
        "referrals": tuple(referrals),
        "text_elements": tuple(texts),
        "table_list": tuple(tables),
    }
    if by.random() < 0.3:
        changed["destinations"] = ()
    return Bundle.from_canonical(bundle.model_copy(update=changed).canonical())


def _changes(by: Random) -> dict[str, Any]:
    changes: dict[str, Any] = {}
    if by.random() < 0.4:
        changes["actor"] = by.choice(sorted(ACTORS))
    if by.random() < 0.3:
        changes["when"] = written.condition(by.choice(CONDITIONS))
    if by.random() < 0.3:
        changes["within"] = Duration(by.randint(1, 300), "working_days")
    if by.random() < 0.3:
        changes["strength"] = "optional"
    return changes


def _words(by: Random) -> str:
    return " ".join(by.choice(LONG) for _ in range(by.randint(1, 20)))


@settings(deadline=None, max_examples=60)
@given(st.sampled_from(sorted(SHIPPED)), st.integers(0, 10**6), st.sampled_from(["nl", "en"]))
def test_nothing_overlaps_or_falls_out_whatever_a_municipality_decides(
    policy: str, seed: int, lang: str
) -> None:
    assert found_in(draw(varied(SHIPPED[policy], Random(seed))), lang) == []
