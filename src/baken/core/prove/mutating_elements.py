"""What can be done wrong in one element of a route: each part of it changed or left out, one at a time."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from baken.core.policy.bundle import Bundle
from baken.core.policy.models import EventMatch, Hold, ReferralRule, Step, TablesWith
from baken.core.policy.said import happened
from baken.core.prove.mutating_conditions import altered
from baken.core.vocabulary.text import Text

Kind = Literal["condition", "target", "strength", "hold", "override", "step", "element", "actor"]
_DETAILS = {
    "partner": ("police", "avim"),
    "table": ("regional_undermining_table", "local_undermining_meeting"),
    "source": ("brp", "kvk"),
}
_RECEIVERS = ("police", "safe_home", "local_team")
_INSTEAD = ("signal.received", "enrichment.weighed", "signal.assessed", "trusted_person.considered")
"""Events that stand in for another one: one before, one during and two late in a route."""


@dataclass(frozen=True, slots=True)
class Change:
    """One change to an element: which keys get which value."""

    id: str
    kind: Kind
    said: Text
    update: Mapping[str, Any]


def changes(section: str, element: Any, bundle: Bundle) -> Iterator[Change]:
    """Yield every change to one element."""
    if section != "destinations":
        for name, said, condition in altered(element.when):
            yield Change(f"when.{name}", "condition", said, {"when": condition})
    if section in ("steps", "questions", "advice"):
        other = "reporter" if element.actor != "reporter" else "focal_point"
        yield Change(f"actor={other}", "actor", Text(f"door {other}", f"by {other}"), {"actor": other})
    match section:
        case "steps":
            yield from _step(element, bundle)
        case "advice":
            yield from _matches("done_by", element.done_by, bundle)
        case "questions":
            for fact in ("urgency", "exploitation", "age"):
                if fact != element.fact:
                    said = Text(f"vraagt naar {fact}", f"asks for {fact}")
                    yield Change(f"fact={fact}", "target", said, {"fact": fact})
        case "referrals":
            yield from _referral(element, bundle)
        case "holds":
            yield from _hold(element, bundle)


def _step(step: Step, bundle: Bundle) -> Iterator[Change]:
    other = "optional" if step.strength == "required" else "required"
    yield Change(
        f"strength={other}", "strength", Text(f"wordt {other}", f"becomes {other}"), {"strength": other}
    )
    for number, one in enumerate(step.after):
        rest = step.after[:number] + step.after[number + 1 :]
        said = Text(f"wacht niet op {one.step}", f"does not wait for {one.step}")
        yield Change(f"after-{one.step}", "step", said, {"after": rest})
        if one.outcome is not None:
            loose = one.model_copy(update={"outcome": None})
            said = Text(
                f"wacht op {one.step}, wat de uitkomst ook is", f"waits for {one.step}, whatever its outcome"
            )
            after = (*step.after[:number], loose, *step.after[number + 1 :])
            yield Change(f"after-{one.step}.outcome", "step", said, {"after": after})
    if step.once is not None:
        said = Text("geldt altijd, niet pas na een gebeurtenis", "counts always, not only after an event")
        yield Change("once-dropped", "step", said, {"once": None})
        for event in _INSTEAD[:1]:
            said = Text(f"geldt na {event}", f"counts after {event}")
            yield Change(f"once={event}", "step", said, {"once": event})
    yield from _matches("completes", step.completes, bundle)
    for key in ("with_table", "without_table"):
        if getattr(step, key) is not None:
            yield Change(f"{key}-dropped", "step", Text(f"{key} weggelaten", f"{key} left out"), {key: None})


def _referral(rule: ReferralRule, bundle: Bundle) -> Iterator[Change]:
    other = "suggested" if rule.strength == "required" else "required"
    yield Change(
        f"strength={other}", "strength", Text(f"wordt {other}", f"becomes {other}"), {"strength": other}
    )
    receivers = [one for one in _RECEIVERS if one != rule.to and one in bundle.uses]
    for target in receivers[:2]:
        said = Text(f"gaat naar {target}", f"goes to {target}")
        yield Change(f"to={target}", "target", said, {"to": target})
    yield from _matches("met_also_by", rule.met_also_by, bundle)
    for key in ("with_table", "without_table"):
        if getattr(rule, key) is not None:
            yield Change(
                f"{key}-dropped", "condition", Text(f"{key} weggelaten", f"{key} left out"), {key: None}
            )
    said = Text("terugkoppeling omgedraaid", "feedback turned round")
    yield Change("ask_feedback", "target", said, {"ask_feedback": not rule.ask_feedback})
    said = Text("zonder naam omgedraaid", "nameless turned round")
    yield Change("nameless", "strength", said, {"nameless": not rule.nameless})


def _hold(hold: Hold, bundle: Bundle) -> Iterator[Change]:
    for event in _INSTEAD:
        if event != hold.until.event:
            said = Text(f"wacht tot {event}", f"waits until {event}")
            yield Change(f"until={event}", "hold", said, {"until": EventMatch(event=event)})
    partners, tables = hold.before.partners, hold.before.tables
    for number, partner in enumerate(partners):
        before = hold.before.model_copy(update={"partners": partners[:number] + partners[number + 1 :]})
        said = Text(f"houdt {partner} niet tegen", f"does not hold {partner}")
        yield Change(f"before-{partner}", "hold", said, {"before": before})
    if tables:
        before = hold.before.model_copy(update={"tables": ()})
        said = Text("houdt geen overleg tegen", "holds no table")
        yield Change("before-tables", "hold", said, {"before": before})
    if isinstance(tables, TablesWith):
        for partner in ("riec", "neighbourhood_police_officer"):
            before = hold.before.model_copy(update={"tables": TablesWith.model_validate({"with": partner})})
            said = Text(f"houdt overleg met {partner} tegen", f"holds tables with {partner}")
            yield Change(f"before-with={partner}", "hold", said, {"before": before})
    if hold.override is not None:
        yield Change(
            "override-dropped",
            "override",
            Text("kent geen uitzondering", "has no override"),
            {"override": None},
        )
        for name, said, condition in altered(hold.override.when):
            override = hold.override.model_copy(update={"when": condition})
            words = Text(f"uitzondering: {said.nl}", f"override: {said.en}")
            yield Change(f"override.{name}", "override", words, {"override": override})


def _matches(key: str, matches: Sequence[EventMatch], bundle: Bundle) -> Iterator[Change]:
    for number, match in enumerate(matches):
        before, behind = tuple(matches[:number]), tuple(matches[number + 1 :])
        name = f"{key}-{match.event}" if len(matches) == 1 else f"{key}-{match.event}-{number}"
        shown = happened(match, bundle)
        if len(matches) > 1 or key != "completes":
            said = Text(f"niet door: {shown.nl}", f"not by: {shown.en}")
            yield Change(f"{name}-dropped", "step", said, {key: (*before, *behind)})
        for detail, value in _other_details(match):
            said = Text(f"{shown.nl}, met {detail}={value}", f"{shown.en}, with {detail}={value}")
            update = {key: (*before, match.model_copy(update={detail: value}), *behind)}
            yield Change(f"{name}.{detail}={value}", "step", said, update)
        for place, event in enumerate(match.after_last):
            after = match.after_last[:place] + match.after_last[place + 1 :]
            said = Text(f"{shown.nl}, ook voor {event}", f"{shown.en}, also before {event}")
            update = {key: (*before, match.model_copy(update={"after_last": after}), *behind)}
            yield Change(f"{name}.after_last-{event}", "step", said, update)
        other = next(event for event in _INSTEAD if event != match.event)
        said = Text(f"in plaats van {shown.nl}: {other}", f"instead of {shown.en}: {other}")
        yield Change(f"{name}={other}", "step", said, {key: (*before, EventMatch(event=other), *behind)})


def _other_details(match: EventMatch) -> Iterator[tuple[str, str | None]]:
    for detail, others in _DETAILS.items():
        value = getattr(match, detail)
        if value is not None:
            yield detail, None
            yield detail, next(other for other in others if other != value)
