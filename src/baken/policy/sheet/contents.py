"""What stands on a route sheet, and in which order: plain values for the printer, in one language.

Made from the policy in force and the colleagues of one organisation (REP-10). It reads no signal.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from baken.core.policy.bundle import Bundle
from baken.core.vocabulary.text import Text
from baken.policy.sheet import on_route, words
from baken.policy.sheet.parts import Book, Point, Section, lines, maybe, reach, same
from baken.policy.sheet.people import Named
from baken.web.elsewhere import EMERGENCY
from baken.web.places import short

Say = Callable[[Text], str]


@dataclass(frozen=True, slots=True)
class Ground:
    """Everything a sheet is made from. The addresses are where the organisation's form and signal card are."""

    bundle: Bundle
    organisation: str
    people: Sequence[Named]
    book: Book
    report_address: str
    card_address: str
    in_use_since: date
    decision: str
    made_on: date
    audience: str


def sections(ground: Ground) -> list[Section]:
    """Return the parts of the sheet for its audience, without those that have nothing to say."""
    bundle, audience = ground.bundle, ground.audience
    in_route = frozenset(on_route.partners(bundle))
    staff = (_conduct(bundle), on_route.own_steps(bundle))
    handling = (
        on_route.route(bundle),
        on_route.advice(bundle),
        on_route.holds(bundle),
        on_route.must_know(bundle, ground.book),
        on_route.other_problem(bundle),
        on_route.tables(bundle),
        _partners(ground, in_route, others=False),
    )
    middle = {
        "staff": (*staff, on_route.afterwards(bundle)),
        "focal_point": handling,
        "everyone": (staff[0], *handling),
    }[audience]
    others = () if audience == "staff" else (_partners(ground, in_route, others=True),)
    found = (_call(bundle), _people(ground), *middle, _places(bundle), *others)
    return [section for section in found if not section.empty or section.title in _ALWAYS]


_ALWAYS = {words.PEOPLE, words.PEOPLE_STAFF}


def _call(bundle: Bundle) -> Section:
    """Return whom to call at once; 112 also where a policy forgot it."""
    named = [(one.phone, one.name, one.when_to_use) for one in bundle.emergency_numbers]
    if EMERGENCY.number not in {phone for phone, _, _ in named}:
        named.insert(0, (EMERGENCY.number, EMERGENCY.name, EMERGENCY.when))
    points = tuple(
        Point(
            Text("{phone}: {name}. {when}", "{phone}: {name}. {when}").format(
                phone=phone, name=name, when=when
            )
        )
        for phone, name, when in named
    )
    return Section(words.CALL, lists=((None, points),))


def _people(ground: Ground) -> Section:
    rows = tuple((same(one.name), lines(one.does), same(one.email)) for one in ground.people)
    staff = ground.audience == "staff"
    title = words.PEOPLE_STAFF if staff else words.PEOPLE
    ways = tuple(
        Point(way.format(address=short(address)))
        for way, address in ((words.REPORT_AT, ground.report_address), (words.CARD_AT, ground.card_address))
        if ground.audience != "focal_point"
    )
    return Section(
        title,
        lead=None if rows else words.NOBODY,
        headers=(words.NAME, words.FUNCTION, words.EMAIL),
        widths=(3, 4, 4),
        rows=rows,
        lists=((None, ways),),
    )


def _conduct(bundle: Bundle) -> Section:
    kinds = ((words.DONT, "dont"), (words.DO, "do"), (words.NOTE, "note"))
    return Section(
        words.CONDUCT,
        lists=tuple(
            (title, points)
            for title, kind in kinds
            if (points := tuple(Point(one.words) for one in bundle.handling if one.kind == kind))
        ),
    )


def _partners(ground: Ground, named: Collection[str], *, others: bool) -> Section:
    """Return the partners that the route names, or the others."""
    rows = tuple(
        (one.name, one.task, reach(one, ground.book))
        for one in ground.bundle.partner_list
        if (one.id not in named) == others
    )
    return Section(
        words.OTHERS if others else words.PARTNERS,
        words.NO_CONTACT_LEAD,
        headers=(words.PARTNER, words.DOES, words.REACH),
        widths=(4, 6, 5),
        rows=rows,
    )


def _places(bundle: Bundle) -> Section:
    return Section(
        words.PLACES,
        headers=(words.NAME, words.WHEN, words.REACH),
        widths=(4, 6, 5),
        rows=tuple(
            (
                one.name,
                one.when_to_use,
                lines(
                    part
                    for part in (
                        maybe(one.phone),
                        maybe(one.email),
                        maybe(short(one.web) if one.web else None),
                        one.contact_words,
                    )
                    if part
                ),
            )
            for one in bundle.reporting_points
        ),
    )


def printed(ground: Ground, say: Say, day: Callable[[date], str]) -> Mapping[str, object]:
    """Return the sheet as the printer wants it, in the language of `say` and `day`."""
    since = words.FROM_POLICY.format(policy=ground.bundle.name, since=day(ground.bundle.valid_from))
    in_use = words.IN_USE.format(day=day(ground.in_use_since), decision=ground.decision)
    made = words.MADE.format(day=day(ground.made_on))
    return {
        "title": say(words.TITLE.format(name=ground.organisation)),
        "sender": ground.organisation,
        "audience": say(words.AUDIENCES[ground.audience]),
        "internal": [say(words.INTERNAL), say(words.WHY_INTERNAL)],
        "about": [say(since), say(in_use), say(made), say(words.MAKE_ANEW)],
        "sections": [_printed(section, say) for section in sections(ground)],
        "footer": f"{say(words.INTERNAL)} · {say(since)} · {say(made)}",
    }


def _printed(section: Section, say: Say) -> Mapping[str, object]:
    return {
        "title": say(section.title),
        "lead": say(section.lead) if section.lead else "",
        "numbered": section.numbered,
        "headers": [say(header) for header in section.headers],
        "widths": list(section.widths),
        "rows": [[say(cell) for cell in row] for row in section.rows],
        "lists": [
            {
                "title": say(title) if title else "",
                "points": [
                    {
                        "words": say(point.words),
                        "details": [
                            {"name": say(name), "value": say(value)} for name, value in point.details
                        ],
                    }
                    for point in points
                ],
            }
            for title, points in section.lists
            if points
        ],
    }
