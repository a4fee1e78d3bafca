"""What the page of one client's stay shows, as plain values."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from baken.care.common import clients
from baken.care.residence import saying
from baken.care.residence.parts import PARTS, Part
from baken.care.residence.reading import Note, Stay
from baken.care.residence.saying import capital
from baken.core.derive.care_answer import Due, Entitled, Next, day_words
from baken.core.derive.residence import Deadline, standing
from baken.core.derive.stay_facts import changed as changed_facts
from baken.core.vocabulary.care import MOMENTS, NAMES, UNKNOWN, WORDS, CareFacts
from baken.core.vocabulary.residence import BECAUSE
from baken.core.vocabulary.text import Text
from baken.tenancy.models import Membership
from baken.tenancy.scope import current
from baken.web import sources
from baken.web.fields import said
from baken.web.parts import Happening, Line, Step, Words

_NOT_IN_LIST = Text(
    "Deze termijn volgt nu niet meer uit wat is vastgelegd, maar is nog niet afgehandeld.",
    "This deadline no longer follows from what was noted, but was not handled yet.",
)
_EMPTY = "–"
_AGE_NOTED = Text("leeftijd genoteerd op", "age noted on")
_REVIEW = Text("{source}. Na te kijken op {day}.", "{source}. To be reviewed on {day}.")
_UNSURE = Text(
    "{source}. Niet bevestigd; na te kijken op {day}.", "{source}. Not confirmed; to be reviewed on {day}."
)


@dataclass(frozen=True, slots=True)
class Running:
    """A term that waits for somebody, in finished words. `pressing`: missed, today, or near."""

    name: Text
    on: date
    left: Text
    pressing: bool
    because: Sequence[Text]
    source: Words
    href: str


@dataclass(frozen=True, slots=True)
class Right:
    """Something the client may count on, in finished words."""

    name: Text
    provider: Text
    since: date | None
    until: date | None
    because: Sequence[Text]
    source: Text
    confirmed: bool


@dataclass(frozen=True, slots=True)
class Known:
    """What was noted on one page, and where it is changed."""

    title: Text
    href: str
    lines: Sequence[Line]


def terms(stay: Stay, *, may_keep: bool) -> list[Running]:
    """Return every term that waits, the first to end on top, with why and who says so."""
    names = saying.names(stay.bundle)
    return [_term(stay, one, stay.rules.get(one.key), names, may_keep=may_keep) for one in stay.state.open]


def _term(
    stay: Stay, one: Deadline, rule: Due | Next | None, names: Mapping[str, Text], *, may_keep: bool
) -> Running:
    href = reverse("care_residence:handle", args=[stay.stream.id, one.id, one.on.isoformat()])
    return Running(
        name=names.get(one.id, Text(one.id, one.id)),
        on=stay.last_day(one),
        left=capital(saying.left(stay.last_day(one), stay.today)),
        pressing=standing(one, stay.today) != "running",
        because=rule.because if rule else (_NOT_IN_LIST,),
        source=_source(stay, rule.source, rule.review_on, confirmed=rule.confirmed) if rule else "",
        href=href if may_keep else "",
    )


def next_steps(stay: Stay) -> list[Step]:
    """Return what must be done next, by whom, with why and who says so."""
    return [
        Step(
            title=capital(one.name),
            status="overdue" if one.by is not None and one.by < stay.today else "due",
            who=one.who
            if one.by is None
            else _("%(who)s, uiterlijk %(day)s")
            % {
                "who": said(one.who),
                "day": said(day_words(one.by)),
            },
            because=one.because,
            source=_source(stay, one.source, one.review_on, confirmed=one.confirmed),
        )
        for one in stay.answer.next
    ]


def rights(stay: Stay) -> list[tuple[Text, list[Right]]]:
    """Return what the client may count on, by area of help."""
    areas = {area.id: area.name for area in stay.bundle.areas}
    found: dict[str, list[Right]] = {}
    for one in stay.answer.entitlements:
        found.setdefault(one.area, []).append(_right(stay, one))
    return [(capital(areas[area]), found[area]) for area in areas if area in found]


def _right(stay: Stay, one: Entitled) -> Right:
    return Right(
        name=capital(one.name),
        provider=one.provider,
        since=one.from_,
        until=one.until,
        because=one.because,
        source=_source(stay, one.source, one.review_on, confirmed=one.confirmed),
        confirmed=one.confirmed,
    )


def known(stay: Stay, *, may_keep: bool) -> list[Known]:
    """Return what was noted, page by page."""
    return [
        Known(
            part.title,
            reverse("care_residence:note", args=[stay.stream.id, slug]) if may_keep else "",
            _lines(part, stay.facts),
        )
        for slug, part in PARTS.items()
    ]


def changes(stay: Stay) -> list[tuple[Text, Text, str]]:
    """Return what changed in the terms and was not read yet: which, how, and the reason in words."""
    names = saying.names(stay.bundle)
    said_then = {note.noted.facts: note.words for note in stay.notes}
    return [
        (
            names.get(one.id, Text(one.id, one.id)),
            saying.changed(
                one.was, one.on, one.because, names.get(one.into) if one.into not in (None, one.id) else None
            ),
            said_then.get(one.reason, "") if one.because != "rules" else "",
        )
        for one in stay.state.unseen
    ]


def history(stay: Stay) -> list[Happening]:
    """Return who noted what and why, the last first."""
    actors = [one.actor for one in stay.stream.events if one.type == "residence.noted"]
    people = _names({actor for actor in actors if actor})
    before = [CareFacts(), *(one.facts for one in stay.notes)]
    found = [
        Happening(
            at=note.noted.at,
            title=capital(BECAUSE[note.noted.because]),
            who=people.get(actor, "") if actor else "",
            detail=_detail(note, was),
        )
        for note, was, actor in zip(stay.notes, before, actors, strict=False)
    ]
    return list(reversed(found))


def handled(stay: Stay) -> list[Happening]:
    """Return the terms that were handled, and what was done."""
    names = saying.names(stay.bundle)
    told = clients.words(stay.stream, [one.words for one in stay.state.handled])
    return [
        Happening(
            at=one.handled_at,
            title=_("%(term)s, laatste dag %(day)s")
            % {
                "term": said(names.get(one.id, Text(one.id, one.id))),
                "day": said(day_words(one.on)),
            },
            who=saying.how(one.how),
            detail=str(told[one.words].get("words", "")) if one.words else "",
        )
        for one in stay.state.handled
        if one.handled_at is not None
    ]


def _detail(note: Note, was: CareFacts) -> str:
    lines = [_difference(name, was, note.facts) for name in changed_facts(was, note.facts)]
    return "\n".join([*lines, note.words] if note.words else lines)


def _difference(name: str, was: CareFacts, now: CareFacts) -> str:
    before, after = said(_value(name, was)), said(_value(name, now))
    words = after if before == _EMPTY else f"{before} → {after}"
    return f"{capfirst(said(_named(name)))}: {words}"


def _lines(part: Part, facts: CareFacts) -> list[Line]:
    names: Iterator[str] = (name for name in (*part.facts, *part.sets, *part.moments))
    found = [(name, _value(name, facts)) for name in names]
    born = [Line(capital(MOMENTS["birth_date"]), list(facts.birth_dates))] if facts.birth_dates else []
    if "age" in part.facts and facts.age != UNKNOWN and not facts.birth_dates:
        found.insert(1, ("age_noted", _value("age_noted", facts)))
    shown = [
        Line(capital(_named(name)), capital(value))
        for name, value in found
        if name in part.facts or value.nl != _EMPTY
    ]
    return [*(born if part.birth else ()), *shown]


def _value(name: str, facts: CareFacts) -> Text:
    """Return a fact or a day as people say it."""
    if name in MOMENTS:
        day = facts.moments.get(name)
        return day_words(day) if day else Text(_EMPTY, _EMPTY)
    value: Any = getattr(facts, name)
    if name == "age_noted":
        return day_words(value) if value else Text(_EMPTY, _EMPTY)
    if name == "birth_dates":
        return _all([day_words(day) for day in value])
    if isinstance(value, frozenset):
        return _all([words for one, words in WORDS[name].items() if one in value])
    return WORDS[name].get(value, WORDS["position"][UNKNOWN])


def _all(words: Sequence[Text]) -> Text:
    if not words:
        return Text(_EMPTY, _EMPTY)
    return Text(", ".join(one.nl for one in words), ", ".join(one.en for one in words))


def _named(name: str) -> Text:
    if name == "birth_dates":
        return MOMENTS["birth_date"]
    if name == "age_noted":
        return _AGE_NOTED
    return MOMENTS[name] if name in MOMENTS else NAMES[name]


def _source(stay: Stay, source: Text, review: date, *, confirmed: bool) -> Text:
    said_ = sources.titled(stay.bundle, source)
    return (_REVIEW if confirmed else _UNSURE).format(source=said_, day=day_words(review))


def _names(memberships: set[UUID]) -> dict[UUID, str]:
    """Return who these members are; one query."""
    here = Membership.objects.filter(organisation_id=current(), id__in=memberships)
    return dict(here.values_list("id", "person__name")) if memberships else {}
