"""What holds for every client there can be: an answer or a named unknown, real days, and nothing that comes back."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import product
from types import MappingProxyType

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from baken.core.derive.care_facts import world
from baken.core.derive.care_told import contradictions
from baken.core.derive.entitlements import CareAnswer, entitlements
from baken.core.policy.bundle import Bundle
from baken.core.policy.conditions import ALWAYS
from baken.core.policy.resolve import resolve
from baken.core.vocabulary.care import AGES, AHEAD, MOMENTS, UNKNOWN, WORDS, CareFacts
from baken.core.vocabulary.moments import AMSTERDAM, is_working_day
from baken.project.policies import library

TODAY = date(2026, 11, 22)
BUNDLES = {
    policy: resolve(library(), policy, TODAY) for policy in ("national", "moviera", "zvh-noord-holland-noord")
}
CLOSED = (
    "position",
    "nationality",
    "age",
    "unaccompanied",
    "dublin",
    "choice",
    "role",
    "stays",
    "registration",
)
UNSURE = "Niet bevestigd: een jurist moet dit nog nagaan."

days = st.dates(date(2022, 6, 1), date(2028, 12, 31))
bundles = st.sampled_from(sorted(BUNDLES)).map(BUNDLES.__getitem__)


@st.composite
def clients(draw: st.DrawFn) -> CareFacts:
    """Facts that nobody would call contradictory, or would: the engine answers both."""
    told = {name: draw(st.sampled_from(list(WORDS[name]))) for name in CLOSED}
    sets = {
        name: frozenset(draw(st.sets(st.sampled_from(list(WORDS[name])))))
        for name in ("hindrances", "statements", "exploitation")
    }
    born = draw(st.lists(st.dates(date(1960, 1, 1), date(2020, 12, 31)), max_size=2))
    named = st.sampled_from([name for name in MOMENTS if name != "birth_date"])
    moments = draw(st.dictionaries(named, days, max_size=6))
    return CareFacts(**told, **sets, birth_dates=tuple(sorted(set(born))), moments=MappingProxyType(moments))


@st.composite
def lives(draw: st.DrawFn) -> tuple[CareFacts, date]:
    """Facts that can be so on a day, with moments in the order in which they can come."""
    day = draw(days)
    told = {name: draw(st.sampled_from(list(WORDS[name]))) for name in CLOSED}
    if "dutch" in (told["position"], told["nationality"]):
        told |= {"position": "dutch", "nationality": "dutch"}
    if told["nationality"] in ("dutch", "eu") and told["dublin"] == "yes":
        told["dublin"] = "no"
    if told["age"] not in ("minor", UNKNOWN) and told["unaccompanied"] == "yes":
        told["unaccompanied"] = "no"
    past = [name for name in MOMENTS if name not in ("birth_date", *AHEAD)]
    names = sorted(draw(st.sets(st.sampled_from(past), max_size=6)), key=past.index)
    when = sorted(
        draw(st.lists(st.integers(0, 1200), min_size=len(names), max_size=len(names))), reverse=True
    )
    came = {name: day - timedelta(days=ago) for name, ago in zip(names, when, strict=True)}
    hindrances = frozenset(draw(st.sets(st.sampled_from(list(WORDS["hindrances"])))))
    return CareFacts(**told, hindrances=hindrances, moments=MappingProxyType(came)), day


def noon(day: date) -> datetime:
    return datetime.combine(day, time(12), AMSTERDAM)


def ask(bundle: Bundle, facts: CareFacts, day: date) -> CareAnswer:
    return entitlements(bundle, facts, noon(day))


@pytest.mark.parametrize("policy", sorted(BUNDLES))
def test_every_position_nationality_and_age_has_shelter_a_stay_and_an_income_or_says_what_is_lacking(
    policy: str,
) -> None:
    """No combination without an answer or a named unknown (RES-01 to RES-12, CARE-13)."""
    bundle = BUNDLES[policy]
    area = {one.id: one.area for one in bundle.entitlements}
    for told in product(*(WORDS[name] for name in CLOSED[:4]), WORDS["role"]):
        facts = CareFacts(**dict(zip((*CLOSED[:4], "role"), told, strict=True)))
        if contradictions(facts, TODAY):
            continue
        answer = ask(bundle, facts, TODAY)
        given_in = {one.area for one in answer.entitlements}
        waiting = {area[rule] for one in answer.unknown for rule in one.blocks if rule in area}
        assert {"shelter", "residence", "medical", "rights"} <= given_in | waiting, told
        if world(facts, TODAY)["age"] == "adult":
            steps = {one.id for one in answer.next}
            assert "income" in given_in | waiting or "no_income" in steps, told
        assert answer.next, told


@given(bundles, lives())
@settings(max_examples=400, deadline=None)
def test_whatever_happened_and_ended_there_is_an_answer_or_a_named_unknown(
    bundle: Bundle, life: tuple[CareFacts, date]
) -> None:
    """With every moment there can be: what is over leaves nobody without a word (RES-02 to RES-07)."""
    facts, day = life
    assume(not contradictions(facts, day))
    area = {one.id: one.area for one in bundle.entitlements}
    answer = ask(bundle, facts, day)
    given_in = {one.area for one in answer.entitlements}
    waiting = {area[rule] for one in answer.unknown for rule in one.blocks if rule in area}
    assert {"shelter", "residence", "medical", "rights"} <= given_in | waiting
    if world(facts, day)["age"] == "adult":
        assert "income" in given_in | waiting or "no_income" in {one.id for one in answer.next}


REFLECTION = CareFacts(position="reflection", nationality="third_country", age="adult")
GRANTED = MappingProxyType({"reflection_granted": date(2026, 10, 1)})


def test_not_knowing_about_dublin_names_what_depends_on_it_after_thirty_days() -> None:
    answer = ask(BUNDLES["national"], replace(REFLECTION, moments=GRANTED), TODAY)
    (dublin,) = [one for one in answer.unknown if one.id == "dublin"]
    assert {"specialist_shelter", "rvb_allowance", "rvb_insurance", "reflection_stay"} <= set(dublin.blocks)
    known = ask(BUNDLES["national"], replace(REFLECTION, moments=GRANTED, dublin="no"), TODAY)
    (stay,) = [one for one in known.entitlements if one.id == "reflection_stay"]
    assert stay.until == date(2027, 1, 1)


@pytest.mark.parametrize("came", [{}, {"complaint": date(2026, 6, 20)}])
def test_after_the_reflection_period_the_position_has_to_be_noted_again(came: dict[str, date]) -> None:
    moments = MappingProxyType({"reflection_granted": date(2026, 6, 1), **came})
    answer = ask(BUNDLES["national"], replace(REFLECTION, dublin="no", moments=moments), TODAY)
    (position,) = [one for one in answer.unknown if one.id == "position"]
    assert "1 september 2026" in position.sentence.nl
    assert {"specialist_shelter", "rvb_allowance"} & set(position.blocks)
    assert "find_position" in {one.id for one in answer.next}
    before = ask(BUNDLES["national"], replace(REFLECTION, dublin="no", moments=moments), date(2026, 9, 1))
    assert "position" not in {one.id for one in before.unknown}


def test_after_an_asylum_refusal_the_term_to_leave_is_in_sight() -> None:
    moments = MappingProxyType({"asylum_applied": date(2025, 10, 1), "departure_duty": date(2026, 11, 1)})
    facts = CareFacts(position="asylum", nationality="third_country", age="adult", moments=moments)
    answer = ask(BUNDLES["national"], facts, TODAY)
    (term,) = [one for one in answer.deadlines if one.id == "departure_term"]
    assert (term.on, term.maybe) == (date(2026, 11, 29), True)
    assert "position" in {one.id for one in answer.unknown}


@given(bundles, clients(), days)
@settings(max_examples=150, deadline=None)
def test_every_day_is_a_day_that_can_be_and_they_stand_in_order(
    bundle: Bundle, facts: CareFacts, day: date
) -> None:
    answer = ask(bundle, facts, day)
    for one in answer.entitlements:
        assert one.from_ is None or one.from_ <= day
        assert one.until is None or one.until >= day
        assert one.from_ is None or one.until is None or one.from_ <= one.until
        assert (UNSURE in [reason.nl for reason in one.because]) is not one.confirmed
    for due in answer.deadlines:
        assert list(due.warn_on) == sorted(due.warn_on)
        assert due.warn_on[-1] < due.on
        assert due.act_by <= due.on
        assert is_working_day(due.act_by)
        assert all(
            not is_working_day(due.act_by + timedelta(days=n + 1)) for n in range((due.on - due.act_by).days)
        )
        assert due.state(due.on) in ("near", "handled")
        assert due.state(due.on + timedelta(days=1)) in ("missed", "handled")
    assert [one.on for one in answer.deadlines] == sorted(one.on for one in answer.deadlines)


@given(bundles, clients(), st.lists(days, min_size=3, max_size=3, unique=True))
@settings(max_examples=150, deadline=None)
def test_what_has_ended_never_comes_back_by_waiting(
    bundle: Bundle, facts: CareFacts, when: list[date]
) -> None:
    """Facts told once: what ended stays ended, however long nobody looks."""
    latest = max((day for name, day in facts.moments.items() if name not in AHEAD), default=date.min)
    first, second, third = sorted(max(day, latest) for day in when)
    before, between, after = (
        {one.id for one in ask(bundle, facts, day).entitlements} for day in (first, second, third)
    )
    assert not (before - between) & after


@given(bundles, clients(), st.sampled_from([name for name in CLOSED if name != "role"]))
@settings(max_examples=200, deadline=None)
def test_not_knowing_a_fact_never_gives_more_than_knowing_it(
    bundle: Bundle, facts: CareFacts, name: str
) -> None:
    assume(not contradictions(facts, date(2029, 1, 1)))
    assume(not (name == "stays" and facts.stays == "elsewhere"))  # until that is known, we go on ourselves
    day = date(2029, 1, 1)
    known = {one.id: one for one in ask(bundle, facts, day).entitlements}
    unknown = ask(bundle, replace(facts, **{name: UNKNOWN}), day)
    for one in unknown.entitlements:
        assert one.id in known
        until = known[one.id].until
        assert until is None or (one.until is not None and one.until <= until)


@given(bundles, clients(), days)
@settings(max_examples=100, deadline=None)
def test_everything_unknown_that_is_named_is_unknown_and_blocks_something(
    bundle: Bundle, facts: CareFacts, day: date
) -> None:
    seen: Mapping[str, object] = world(facts, day)
    rules = {one.id for one in (*bundle.entitlements, *bundle.deadlines, *bundle.care_steps)}
    for one in ask(bundle, facts, day).unknown:
        assert one.blocks or one.id == "birth_date"
        assert set(one.blocks) <= rules
        if one.id == "position" and seen[one.id] != UNKNOWN:
            assert "liep tot en met" in one.sentence.nl
        elif one.id in seen:
            assert seen[one.id] in (UNKNOWN, frozenset())
        elif one.id != "birth_date":
            assert facts.moments.get(one.id, date.max) > day


@given(clients(), days)
@settings(max_examples=100, deadline=None)
def test_a_minor_is_never_given_what_is_for_adults_and_an_adult_nothing_that_is_for_minors(
    facts: CareFacts, day: date
) -> None:
    """RES-08, RES-09, V31."""
    ids = {one.id for one in ask(BUNDLES["moviera"], facts, day).entitlements}
    age = world(facts, day)["age"]
    for_adults = {
        "wmo_shelter",
        "assistance",
        "rvb_allowance",
        "rvb_insurance",
        "specialist_shelter",
        "belle",
    }
    for_minors = {"youth_act", "youth_shelter", "protected_reception", "guardianship", "child_protection"}
    assert age == "adult" or not ids & for_adults
    assert age == "minor" or not ids & for_minors


def test_every_band_of_ages_is_read_by_the_engine() -> None:
    for age in AGES:
        assert world(CareFacts(age=age), TODAY)["age"] in ("minor", "adult", UNKNOWN)


def test_what_ends_for_everybody_says_nothing_of_the_position() -> None:
    """A policy may end a stay without reading the position: whoever has no stay had it too, so none is over."""
    rules = BUNDLES["national"].entitlements
    endless = tuple(
        one.model_copy(update={"when": ALWAYS}) if one.id == "reflection_stay" else one for one in rules
    )
    parts = {name: getattr(BUNDLES["national"], name) for name in Bundle.model_fields}
    policy = Bundle.model_construct(**{**parts, "entitlements": endless})
    moments = MappingProxyType({"reflection_granted": date(2026, 6, 1), "reflection_ended": date(2026, 7, 1)})
    answer = ask(policy, replace(REFLECTION, moments=moments), TODAY)
    assert "reflection_stay" not in {one.id for one in answer.entitlements}
    assert "position" not in {one.id for one in answer.unknown}


@given(bundles, lives())
@settings(max_examples=300, deadline=None)
def test_of_whom_the_stay_is_over_nothing_that_takes_a_stay_is_certain(
    bundle: Bundle, life: tuple[CareFacts, date]
) -> None:
    """Who may no longer stay may not work, nor ask for assistance: it waits for the position (RES-01, RES-04)."""
    facts, day = life
    assume(not contradictions(facts, day))
    answer = ask(bundle, facts, day)
    given_ = {one.id for one in answer.entitlements}
    if "position" not in {one.id for one in answer.unknown}:
        return
    without = {one.id for one in ask(bundle, replace(facts, position="none"), day).entitlements}
    assert given_ <= without
    assert not given_ & {"work_or_course", "assistance", "wmo_shelter", "b8_stay", "own_stay"}
