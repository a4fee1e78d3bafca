"""Whose names stand on the route sheet: colleagues who have a part in the route, with what they are there."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from baken.core.derive.access import ROLES
from baken.core.vocabulary.moments import civil_date
from baken.core.vocabulary.text import Text
from baken.tenancy.queries import Colleague
from baken.web.templatetags.baken import civil

RECEIVING = ("lead_focal_point", "focal_point")
ON_THE_SHEET = (
    *RECEIVING,
    "team_coordinator",
    "case_director",
    "process_director",
    "chain_director",
    "care_coordinator",
    "policy_adviser",
    "privacy_officer",
    "data_protection_officer",
)
"""Roles that have a part in the route, in the order of the sheet. Whoever only manages accounts has none."""
FOR_STAFF = frozenset({*RECEIVING, "team_coordinator"})
"""Whom a colleague with a signal goes to."""

_STANDS_IN = Text("achtervang van: {post}, tot {day}", "stands in for: {post}, until {day}")
_SPARE = Text("achtervang, nu niet aangewezen", "deputy, not appointed now")


@dataclass(frozen=True, slots=True)
class Named:
    """A colleague on the sheet."""

    name: str
    email: str
    does: tuple[Text, ...]


def named(colleagues: Iterable[Colleague], *, for_staff: bool) -> list[Named]:
    """Return the colleagues for a sheet, whom one goes to first on top; of a running delegation with its end.

    Call this in the language of the sheet, since days are written in it.
    """
    found = [
        (_rank(one), Named(one.name, one.email, does))
        for one in colleagues
        if (does := tuple(_does(one, for_staff=for_staff)))
    ]
    return [one for _, one in sorted(found, key=lambda pair: pair[0])]


def _rank(colleague: Colleague) -> tuple[int, int, str]:
    """Return where somebody stands: by the first of their roles, and who stands in after who holds the post."""
    own = [ON_THE_SHEET.index(role) for role in colleague.roles if role in ON_THE_SHEET]
    lent = [ON_THE_SHEET.index(one.role) for one in colleague.stands_in if one.role in ON_THE_SHEET]
    spare = [len(RECEIVING)] if "deputy" in colleague.roles else []
    first = min([*own, *lent, *spare], default=len(ON_THE_SHEET))
    return first, 0 if first in own else 1, colleague.name


def _does(colleague: Colleague, *, for_staff: bool) -> Iterator[Text]:
    yield from (Text(post, post) for post in colleague.posts)
    for role in ON_THE_SHEET:
        shown = role in colleague.roles and (not for_staff or role in FOR_STAFF)
        if shown and not (role in RECEIVING and colleague.posts):  # the post says it already
            yield ROLES[role].name
    for one in colleague.stands_in:
        if not for_staff or one.role in FOR_STAFF:
            day = civil(civil_date(one.until))
            yield _STANDS_IN.format(post=one.post, day=day)
    if "deputy" in colleague.roles and not colleague.stands_in and not for_staff:
        yield _SPARE
