"""Cases: examples written from the documents, with the outcome they must have, in the policy's own words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, ValidationError, WithJsonSchema

from baken.core.derive import told
from baken.core.derive.answers import STAGES, Route, held_before
from baken.core.derive.route import compile_route, derive
from baken.core.policy.base import Day, Element, Model
from baken.core.policy.bundle import Bundle
from baken.core.policy.complaints import complain
from baken.core.policy.errors import PolicyError, suggest
from baken.core.policy.kinds import ActorName, PartnerId, TableId
from baken.core.policy.mistake import not_listed
from baken.core.policy.reading import Reading, read
from baken.core.vocabulary.facts import Facts
from baken.core.vocabulary.happened import Happened
from baken.core.vocabulary.moments import AMSTERDAM, civil_date
from baken.core.vocabulary.text import Text

StatusWord = Literal["done", "due", "overdue", "waiting", "optional", "not_needed", "cannot_tell"]
StrengthWord = Literal["required", "suggested", "none"]
HoldWord = Literal["held", "override", "free"]


def _yes_no(raw: Any) -> Any:
    if raw in ("yes", "no"):
        return raw == "yes"
    raise not_listed(raw, ("yes", "no"), Text("antwoord: hier hoort yes of no", "answer: write yes or no"))


Maybe = Annotated[bool | None, BeforeValidator(_yes_no), WithJsonSchema({"enum": ["yes", "no"]})]


def _strength(raw: Any) -> Any:
    return {"strength": raw} if isinstance(raw, str) else raw


_REFERRAL = WithJsonSchema({"x-baken": "CaseReferral"})


class ReferralWanted(Model):
    """What one referral must look like; what is absent may be anything."""

    strength: StrengthWord | None = None
    """How strongly this partner is to be told."""
    held: Maybe = None
    """Whether something must come first."""
    done: Maybe = None
    """Whether it was done."""
    nameless: Maybe = None
    """Whether it suffices without a name."""


class OwedWanted(Model):
    """What must be owed: `step` or `step/partner`."""

    exactly: tuple[str, ...] | None = None
    """Exactly these, as `step` or `step/partner`."""
    includes: tuple[str, ...] = ()
    """At least these."""
    excludes: tuple[str, ...] = ()
    """None of these."""


class Wanted(Model):
    """The outcome a case must have."""

    steps: dict[str, StatusWord] = {}
    """A step, piece of advice or question, and how it stands."""
    actors: dict[str, ActorName] = {}
    """A step, piece of advice or question, and whose it is."""
    required: tuple[PartnerId, ...] | None = None
    """Exactly these partners must be told."""
    suggested: tuple[PartnerId, ...] | None = None
    """Exactly these partners may be told."""
    referrals: dict[PartnerId, Annotated[ReferralWanted, BeforeValidator(_strength), _REFERRAL]] = {}
    """A partner, and how strongly it is to be told."""
    owed: OwedWanted = OwedWanted()
    """What is still to be done."""
    holds: dict[PartnerId, HoldWord] = {}
    """A partner or table, and whether something stands before it."""
    stage: Annotated[str | None, WithJsonSchema({"enum": [*STAGES]})] = None
    """Where the signal stands."""


def _yes_is_true(history: Any) -> Any:
    """In a policy file `yes` is a word; the history of `route explain` has a true there."""
    if not isinstance(history, list):
        return history
    says = {"yes": True, "no": False}
    return [
        {**one, "reasoned": says.get(one["reasoned"], one["reasoned"])}
        if isinstance(one, dict) and isinstance(one.get("reasoned"), str)
        else one
        for one in history
    ]


class CaseText(Element):
    """A case as it is written."""

    title: str
    """What the case shows, in one sentence."""
    on: Day | None = None
    """The day that picks the version; absent: the day of `at`, otherwise the newest version's first day."""
    without_tables: tuple[TableId, ...] = ()
    """As if the municipality did not have these tables."""
    facts: Annotated[Any, WithJsonSchema({"x-baken": "CaseFacts"})] = {}
    """What is known, as for `baken route explain`; `{claimed: ...}` marks what only the reporter thinks."""
    history: Annotated[Any, BeforeValidator(_yes_is_true), WithJsonSchema({"x-baken": "CaseHistory"})] = []
    """What happened, oldest first, as for `baken route explain`; without `at` an hour after the one before."""
    at: Annotated[Any, WithJsonSchema({"x-baken": "Moment"})] = None
    """Now; absent: an hour after the last event."""
    expect: Wanted
    """What the policy must say; at least one key."""


@dataclass(frozen=True, slots=True)
class Case:
    """A case that was read, with its place."""

    file: str
    line: int
    written: CaseText
    facts: Facts
    history: tuple[Happened, ...]
    now: datetime
    day: date


def parse_cases(file: str, content: bytes | str, newest: date) -> tuple[list[Case], list[PolicyError]]:
    """Read a file of cases. `newest` is the first day of the newest version: the day of a case that names none."""
    reading = read(file, content)
    if reading.errors:
        return [], reading.errors
    data = reading.data
    if not isinstance(data, dict) or data.get("format") != 1 or not isinstance(data.get("cases"), list):
        reading.wrong(
            1,
            Text("Dit is geen bestand met gevallen.", "This is not a file of cases."),
            Text("Het heeft `format: 1` en een lijst `cases`.", "It has `format: 1` and a list `cases`."),
            Text("Begin daarmee.", "Start with those."),
        )
        return [], reading.errors
    for key in data:
        if key not in ("format", "cases"):
            reading.wrong(
                reading.line((key,)),
                Text(f"`{key}` is een onbekende sleutel.", f"`{key}` is an unknown key."),
                Text("Een bestand met gevallen heeft alleen `cases`.", "A file of cases has only `cases`."),
                suggest(key, ("format", "cases"), Text("Haal de sleutel weg.", "Remove the key.")),
            )
    cases: list[Case] = []
    for number, raw in enumerate(data["cases"]):
        case = _case(reading, number, raw, newest)
        if case is not None:
            cases.append(case)
    _refuse_doubles(reading, cases)
    return cases, reading.errors


def _case(reading: Reading, number: int, raw: Any, newest: date) -> Case | None:
    path = ("cases", number)
    try:
        written = CaseText.model_validate(raw)
    except ValidationError as error:
        for mistake in error.errors(include_url=False):
            complain(reading, CaseText, mistake, path)
        return None
    mistakes: list[str] = []
    start = datetime.combine(written.on or newest, time(9), AMSTERDAM)
    facts = told.facts(written.facts, mistakes)
    history = told.history(written.history, mistakes, starting=start)
    now: datetime | None = history[-1].at + timedelta(hours=1) if history else start
    if written.at is not None:
        now = told.moment(written.at, "at", mistakes)
    if written.expect.stage is not None and written.expect.stage not in STAGES:
        mistakes.append(f"expect.stage: {written.expect.stage!r} is not one of {', '.join(STAGES)}")
    if written.expect == Wanted():
        mistakes.append("expect: empty")
    for mistake_ in mistakes:
        reading.wrong(
            reading.line(path),
            Text(
                f"Geval `{written.id}` klopt niet: {mistake_}.", f"Case `{written.id}` is wrong: {mistake_}."
            ),
            Text(
                "Feiten en geschiedenis zijn die van `baken route explain`.",
                "They are as for `baken route explain`.",
            ),
            Text("Verbeter het geval.", "Mend the case."),
        )
    if mistakes or now is None:
        return None
    day = written.on or (civil_date(now) if written.at is not None or history else newest)
    return Case(reading.file, reading.line(path), written, facts, history, now, day)


def _refuse_doubles(reading: Reading, cases: Iterable[Case]) -> None:
    first: dict[str, int] = {}
    for case in cases:
        name = case.written.id
        if name in first:
            reading.wrong(
                case.line,
                Text(f"Het geval `{name}` staat er twee keer.", f"The case `{name}` stands here twice."),
                Text(f"Het eerste staat op regel {first[name]}.", f"The first is on line {first[name]}."),
                Text("Hernoem er één.", "Rename one."),
            )
        first.setdefault(name, case.line)


def run(case: Case, bundle: Bundle) -> list[Text]:
    """Return how the outcome differs from what the case expects; empty: it is as expected."""
    if case.written.without_tables:
        bundle = bundle.without_tables(case.written.without_tables)
    route = derive(compile_route(bundle), case.facts, case.history, case.now)
    wanted = case.written.expect
    differences = [*_steps(wanted, route, bundle), *_referrals(wanted, route), *_owed(wanted, route)]
    for target, word in wanted.holds.items():
        holds = held_before(route, target)
        found = "free" if not holds else "override" if all(hold.may_override for hold in holds) else "held"
        differences += _differs(f"tegenhouden van {target}", f"hold before {target}", word, found)
    if wanted.stage is not None:
        differences += _differs("stand", "stage", wanted.stage, route.stage)
    return differences


def _steps(wanted: Wanted, route: Route, bundle: Bundle) -> Iterable[Text]:
    known = {element.id for element in (*bundle.steps, *bundle.advice, *bundle.questions)}
    for step_id, status in wanted.steps.items():
        step = route.step(step_id)
        if step is None and step_id not in known:
            yield Text(
                f"stap {step_id} bestaat niet in dit beleid", f"step {step_id} does not exist in this policy"
            )
        else:
            yield from _differs(
                f"stap {step_id}",
                f"step {step_id}",
                status,
                step.status if step is not None else "not_needed",
            )
    for step_id, actor in wanted.actors.items():
        step = route.step(step_id)
        found = step.actor if step is not None else "-"
        yield from _differs(f"{step_id} door", f"{step_id} by", actor, found)


def _referrals(wanted: Wanted, route: Route) -> Iterable[Text]:
    for strength, exactly in (("required", wanted.required), ("suggested", wanted.suggested)):
        if exactly is not None:
            found = sorted(one.partner for one in route.referrals if one.strength == strength)
            name = {"required": "verplicht", "suggested": "aangeraden"}[strength]
            yield from _differs(name, strength, ", ".join(sorted(exactly)) or "-", ", ".join(found) or "-")
    for partner, want in wanted.referrals.items():
        one = route.referral(partner)
        if want.strength is not None:
            yield from _differs(partner, partner, want.strength, one.strength if one is not None else "none")
        for name, value in (("held", want.held), ("done", want.done), ("nameless", want.nameless)):
            if value is not None:
                found_value = getattr(one, name) if one is not None else False
                yield from _differs(
                    f"{partner} {name}", f"{partner} {name}", _word(value), _word(found_value)
                )


def _owed(wanted: Wanted, route: Route) -> Iterable[Text]:
    owed = {f"{one.step}/{one.partner}" if one.partner else one.step for one in route.owed}
    if wanted.owed.exactly is not None:
        exactly = ", ".join(sorted(wanted.owed.exactly)) or "-"
        yield from _differs("wat nog moet", "owed", exactly, ", ".join(sorted(owed)) or "-")
    steps = {one.step for one in route.owed}
    for name in wanted.owed.includes:
        if name not in owed | steps:
            yield Text(f"{name} had nog moeten staan bij wat moet", f"{name} should still have been owed")
    for name in wanted.owed.excludes:
        if name in owed | steps:
            yield Text(
                f"{name} had niet meer moeten staan bij wat moet",
                f"{name} should not have been owed any more",
            )


def _differs(name_nl: str, name_en: str, wanted: str, found: str) -> list[Text]:
    if wanted == found:
        return []
    return [
        Text(
            f"{name_nl}: verwacht {wanted}, gevonden {found}", f"{name_en}: expected {wanted}, found {found}"
        )
    ]


def _word(value: bool) -> str:
    return "yes" if value else "no"


def check_cases(
    files: Mapping[str, bytes | str], name: str, newest: date
) -> tuple[list[Case], list[PolicyError]]:
    """Read all case files of a policy."""
    cases: list[Case] = []
    errors: list[PolicyError] = []
    for file, content in sorted(files.items()):
        found, wrong = parse_cases(f"{name}/cases/{file}", content, newest)
        cases.extend(found)
        errors.extend(wrong)
    return cases, errors
