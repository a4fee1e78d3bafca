"""The rows of `urls_table.py`: what every visitor gets at an address, by who may see it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from tests.tenants.things import nothing
from tests.tenants.town import VISITORS, Town

Arguments = Mapping[str, object]
Status = int | str
LOGIN, CHOOSE = "login", "choose"


@dataclass(frozen=True)
class Row:
    """What every visitor gets with GET: a status, or where they are led. `shows`: who may read what is private."""

    expect: Mapping[str, Status]
    of: Callable[[Town], Arguments] = nothing
    post: bool = False
    shows: frozenset[str] = field(default_factory=frozenset)


def public(of: Callable[[Town], Arguments] = nothing, post: bool = False, **also: Status) -> Row:
    """For everybody."""
    return Row({**{visitor: 405 if post else 200 for visitor in VISITORS}, **also}, of, post)


def page(*allowed: str, of: Callable[[Town], Arguments] = nothing, post: bool = False, **also: Status) -> Row:
    """For some; others are told that their role gives no right."""
    return row_for(allowed, 403, of, post, also)


def one(*allowed: str, of: Callable[[Town], Arguments], post: bool = False, **also: Status) -> Row:
    """About one thing: for others it does not exist."""
    return row_for(allowed, 404, of, post, also)


def row_for(
    allowed: tuple[str, ...],
    otherwise: int,
    of: Callable[[Town], Arguments],
    post: bool,
    also: Mapping[str, Status],
) -> Row:
    """For some; what the others get is told."""
    expect: dict[str, Status] = {visitor: otherwise for visitor in VISITORS}
    expect |= {visitor: 200 for visitor in allowed}
    expect |= {"anonymous": LOGIN, "unattached": CHOOSE}
    if post:
        expect = {visitor: 405 for visitor in VISITORS}
    return Row({**expect, **also}, of, post, frozenset(allowed))


HANDLERS = ("focal_point", "lead", "deputy")
WOERDEN = tuple(visitor for visitor, (slug, _) in VISITORS.items() if slug == "woerden")
MEMBERS = tuple(visitor for visitor, (slug, _) in VISITORS.items() if slug)
ELSEWHERE = ("neighbour", "outsider")
CARE = ("care", "director")
OVERSIGHT = ("supervisor", "ciso")
ADVISERS = ("lead", "adviser")
PEOPLE = ("administrator", "supervisor", "ciso")
RIGHTS = (*HANDLERS, "supervisor", "privacy")
NOT_THERE = dict.fromkeys((*ELSEWHERE, "care"), 404)
LEAKS = (*HANDLERS, "supervisor", "privacy", "ciso")
KEEPERS = (*HANDLERS, "privacy", "supervisor", "archivist")
VAULTS = ("focal_point", "lead", "deputy", "recovery", *ELSEWHERE)

# Only for who gave the right password in this session and has not logged in yet.
HALFWAY = Row({visitor: LOGIN for visitor in VISITORS})

FOREIGN: dict[str, Status] = {"neighbour": 404, "outsider": 404}

ANSWERABLE = (*HANDLERS, "adviser", "supervisor", "privacy", "ciso")
