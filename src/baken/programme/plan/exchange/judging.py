"""What would be made of each row: an action, with what was not clear, or a reason why not and what to do about it."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from baken.core.derive.ready_words import parse_ready
from baken.core.policy.ready import Ready
from baken.core.vocabulary.bsn import bsn_in
from baken.core.vocabulary.reference import reference_in
from baken.programme.plan.exchange import columns, wrong
from baken.programme.plan.exchange.finding import Raw
from baken.programme.plan.exchange.wrong import Problem
from baken.programme.plan.models import Action
from baken.web.fields import tidy

_LABEL = re.compile(r"[0-9A-Za-z]{1,4}(?:\.[0-9A-Za-z]{1,3}){0,3}")
_BEFORE = re.compile(r"^(?:actie|nr|no|nummer|number|action)\b[ .:]*", re.IGNORECASE)
_IN_WORDS = re.compile(
    r"(?P<label>\d{1,2}(?:\.\d{1,2}){0,3})(?:[.):]|\s+[-–])?\s+(?!keer\b|x\b|maal\b|jaar\b|times\b)(?P<rest>\S.*)"
)
_SIGNS = re.compile(
    r"^(?:€|eur(?:o)?)?\s*(?P<number>\d[\d., ]*?)(?:,-|,--|\.-|,00|\.00)?\s*(?:euro?)?$", re.IGNORECASE
)
_GROUPS = re.compile(r"\d{1,3}(?:[. ,]\d{3})+|\d+")
_NO_BUDGET = {"-", "–", "geen", "nvt", "n.v.t.", "none", "n/a"}
_BULLET = re.compile(r"^[•\-–*·]\s+")
LABEL_MOST = Action._meta.get_field("label").max_length or 0
TITLE_MOST = Action._meta.get_field("title").max_length or 0
OWNER_MOST = Action._meta.get_field("owner").max_length or 0
BUDGET_MOST = 100_000_000
WHAT_MOST = 2000
PARTNERS_MOST = 20


@dataclass(frozen=True, slots=True)
class Frame:
    """What a row is held against: the days of the programme it goes to, today, and the names of each barrier."""

    first: date
    last: date
    today: date
    barriers: Mapping[str, Iterable[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Judged:
    """One row as it would be taken. `order` counts rows; `twins`: other rows with the same number.

    `action` is the one that stands under its number, where there is one; `changes` says of each column that would
    change there what it is and what it becomes.
    """

    order: int
    raw: Raw
    label: str = ""
    title: str = ""
    what: str = ""
    ready: Ready | None = None
    owner: str = ""
    partners: tuple[str, ...] = ()
    barrier: str = ""
    budget: int | None = None
    problems: tuple[Problem, ...] = ()
    twins: tuple[int, ...] = ()
    action: Action | None = None
    changes: Mapping[str, tuple[Any, Any]] = field(default_factory=dict)

    @property
    def possible(self) -> bool:
        """Whether it can be taken, once it has an owner."""
        return not any(one.stops for one in self.problems)

    @property
    def same(self) -> bool:
        """Whether the programme says this already."""
        return self.possible and self.action is not None and not self.changes


def judged(rows: Iterable[Raw], frame: Frame) -> list[Judged]:
    """Return what would be made of these rows."""
    made = [_judged(order, raw, frame) for order, raw in enumerate(rows, start=1)]
    by_label: dict[str, list[int]] = {}
    for one in made:
        if one.label:
            by_label.setdefault(one.label.casefold(), []).append(one.order)
    return [_beside(one, by_label.get(one.label.casefold(), []), made) for one in made]


def _beside(one: Judged, alike: Sequence[int], made: Sequence[Judged]) -> Judged:
    others = tuple(order for order in alike if order != one.order)
    if not others:
        return one
    numbers = [str(made[order - 1].raw.number) for order in others]
    return replace(one, twins=others, problems=(*one.problems, wrong.twins(one.label, ", ".join(numbers))))


def _judged(order: int, raw: Raw, frame: Frame) -> Judged:
    texts = {role: tidy(text).strip() for role, text in raw.texts.items() if role not in columns.TOLD}
    problems = [
        wrong.marked(role, mark) for role, mark in raw.marks.items() if role in texts and mark != "day"
    ]
    for role in {one.column for one in problems}:
        texts.pop(role)
    problems += [wrong.bsn(role, number) for role, text in texts.items() if (number := bsn_in(text))]
    problems += [
        wrong.reference(role, found)
        for role in (columns.TITLE, columns.WHAT)
        if (found := reference_in(texts.get(role, "")))
    ]
    title, what = _words(texts)
    label = ""
    if raw.marks.get(columns.LABEL) == "day":
        problems.append(wrong.label_is_a_day())
    else:
        label, title = _numbered(texts.get(columns.LABEL, ""), title)
    ready, about_ready = _ready(texts.get(columns.READY, ""), frame, problems)
    barrier, about_barrier = _barrier(texts.get(columns.BARRIER, ""), frame.barriers)
    budget, about_budget = _budget(texts.get(columns.BUDGET, ""))
    partners = _partners(texts.get(columns.PARTNERS, ""))
    owner = texts.get(columns.OWNER, "").replace("\n", " ")
    if not any(one.column == columns.LABEL for one in problems):
        problems += _label_problems(label)
    problems += [*about_ready, *about_barrier, *about_budget]
    if not title and columns.TITLE not in raw.marks:
        problems.append(wrong.nothing_to_do())
    problems += [
        wrong.too_long(column, most)
        for column, long, most in (
            (columns.TITLE, len(title) > TITLE_MOST, TITLE_MOST),
            (columns.WHAT, len(what) > WHAT_MOST, WHAT_MOST),
            (columns.OWNER, len(owner) > OWNER_MOST, OWNER_MOST),
            (columns.PARTNERS, any(len(one) > OWNER_MOST for one in partners), OWNER_MOST),
        )
        if long
    ]
    if len(partners) > PARTNERS_MOST:
        problems.append(wrong.too_many_partners(PARTNERS_MOST))
    if not owner and not any(one.column == columns.OWNER for one in problems):
        problems.append(wrong.no_owner())
    return Judged(order, raw, label, title, what, ready, owner, partners, barrier, budget, tuple(problems))


def _words(texts: Mapping[str, str]) -> tuple[str, str]:
    """Return what is done in one line, and all there is to say of it; where there is one column, it is both."""
    title, what = texts.get(columns.TITLE, "").replace("\n", " "), texts.get(columns.WHAT, "")
    if title or not what:
        return title, what
    first = re.split(r"\n|(?<=[.!?;:]) ", what, maxsplit=1)[0]
    return (what, "") if len(what) <= TITLE_MOST and "\n" not in what else (first.strip(), what)


def _numbered(told: str, title: str) -> tuple[str, str]:
    label = _BEFORE.sub("", told).replace(",", ".").strip().strip(".):-– ")
    if label or told:
        return label, title
    found = _IN_WORDS.fullmatch(title)
    return (found["label"], found["rest"]) if found else ("", title)


def _label_problems(label: str) -> list[Problem]:
    if not label:
        return [wrong.no_label()]
    if len(label) > LABEL_MOST or not _LABEL.fullmatch(label):
        return [wrong.no_number(label)]
    return []


def _ready(told: str, frame: Frame, problems: Sequence[Problem]) -> tuple[Ready | None, list[Problem]]:
    if any(one.column == columns.READY for one in problems):
        return None, []
    if not told:
        return None, [wrong.no_day()]
    found = parse_ready(told, frame.first)
    if found is None:
        return None, [wrong.no_such_day(told)]
    if found.on is None or found.kind == "every":
        return found, []
    if not frame.first <= found.on <= frame.last:
        return found, [wrong.outside(frame.first, frame.last)]
    return found, [wrong.passed()] if found.on < frame.today else []


def _barrier(told: str, barriers: Mapping[str, Iterable[str]]) -> tuple[str, list[Problem]]:
    if not told:
        return "", []
    known = {columns.plainly(name): id_ for id_, names in barriers.items() for name in names}
    known |= {id_: id_ for id_ in barriers}
    found = known.get(told) or known.get(columns.plainly(told))
    return (found, []) if found else ("", [wrong.unknown_barrier(told)])


def _budget(told: str) -> tuple[int | None, list[Problem]]:
    if not told or told.casefold() in _NO_BUDGET:
        return None, []
    found = _SIGNS.fullmatch(told)
    number = found["number"].strip() if found else ""
    if not _GROUPS.fullmatch(number):
        return None, [wrong.no_amount(told)]
    amount = int(re.sub(r"\D", "", number)[:12])
    return (amount, []) if amount <= BUDGET_MOST else (None, [wrong.no_amount(told)])


def _partners(told: str) -> tuple[str, ...]:
    """Return partners apart: by lines or semicolons where there are any, else by commas."""
    sign = next((sign for sign in ("\n", ";", ",") if sign in told), ",")
    if sign == "\n" and ";" in told:
        told, sign = told.replace("\n", " "), ";"
    apart = (_BULLET.sub("", " ".join(one.split())).strip(" ;") for one in told.split(sign))
    return tuple(dict.fromkeys(one for one in apart if one))
