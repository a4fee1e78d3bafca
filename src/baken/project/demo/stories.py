"""Reads the fictional signals and their people from the files beside this one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from baken.intake.content import AddressTold, Envelope, OrganisationTold, PersonTold, Report

HERE = Path(__file__).parent
STEP_KEYS = frozenset(
    {
        *("after", "do", "because", "outcome", "note", "fact", "value", "source", "continues"),
        *("table", "decision", "assessment", "destination", "override", "category", "text", "tells"),
        *("partner", "pieces", "named", "explanation", "channel", "asked"),
    }
)
_TEXTS = ("happened", "seen", "heard", "told", "when", "where")


@dataclass(frozen=True, slots=True)
class Story:
    """One fictional signal: where, how long ago, what was told by whom, and what was done with it."""

    municipality: str
    ago: int
    reporter: str
    question: bool
    about: str
    coordinator: bool
    content: Report
    envelope: Envelope | None
    claims: Mapping[str, tuple[str, ...]]
    then: Sequence[Mapping[str, Any]]


@cache
def stories() -> tuple[Story, ...]:
    """Return all stories, in the order of the file (the oldest first)."""
    return tuple(_story(raw) for raw in _read("signals.yaml"))


def _read(name: str) -> Any:
    return yaml.safe_load((HERE / name).read_text("utf-8"))


@cache
def _people() -> Mapping[str, Mapping[str, str]]:
    found: Mapping[str, Mapping[str, str]] = _read("people.yaml")
    return found


def _story(raw: Mapping[str, Any]) -> Story:
    claims = raw.get("claims") or {}
    return Story(
        municipality=raw["in"],
        ago=raw["ago"],
        reporter=raw["reporter"],
        question=raw.get("question") is True or raw.get("question") == "yes",
        about=raw.get("about", "other"),
        coordinator=raw.get("coordinator") in (True, "yes"),
        content=_content(raw),
        envelope=_envelope(raw.get("envelope")),
        claims={
            fact: tuple(value) if isinstance(value, list) else (value,) for fact, value in claims.items()
        },
        then=[_step(step) for step in raw.get("then") or []],
    )


def _step(raw: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return a step as it stands; a sentence that a comma cut in two would show as a key nobody knows."""
    unknown = set(raw) - STEP_KEYS
    if unknown:
        raise ValueError(f"a step of the demonstration has unknown keys: {', '.join(map(str, unknown))}")
    return raw


def _content(raw: Mapping[str, Any]) -> Report:
    return Report(
        **{name: " ".join(str(raw.get(name, "")).split()) for name in _TEXTS},
        persons=tuple(_person(one) for one in raw.get("persons", ())),
        organisations=tuple(OrganisationTold(**one) for one in raw.get("organisations", ())),
        addresses=tuple(AddressTold(**one) for one in raw.get("addresses", ())),
    )


def _person(raw: Mapping[str, str]) -> PersonTold:
    known = _people()[raw["who"]]
    return PersonTold(known["name"], raw["capacity"], known["birth"], raw.get("note", ""))


def _envelope(raw: Mapping[str, str] | None) -> Envelope | None:
    if raw is None:
        return None
    coordinator = _people()[raw["coordinator"]]["name"] if "coordinator" in raw else ""
    return Envelope(
        name=_people()[raw["who"]]["name"],
        contact=raw.get("contact", ""),
        team=raw.get("team", ""),
        coordinator=coordinator,
        reach="Liefst 's ochtends, en niet via de groepsmail.",
    )
