"""Notes of who came in, was kept out or left, until a chore carries them to the read log of every organisation
whose door it is (V9, ADR 0035).

    log_in_notes.note(LOG_IN, "by:password-totp", person=person.id, at=now)

One statement reads where somebody belongs and one writes the note, whether or not anybody is known by what was typed:
so the time it takes tells nothing. What was typed, and from which device, is no part of it.
"""

import re
from datetime import datetime
from uuid import UUID

from baken.core.derive.questions import LOG_IN, LOG_OUT, NOT_IN, SESSION_END
from baken.tenancy import locator
from baken.tenancy.models_access import LogInNote

__all__ = ["DONE", "LOG_IN", "LOG_OUT", "NOT_IN", "SESSION_END", "by", "note", "refused_for"]

DONE = "done"
_NOBODY = UUID(int=0)
_HOW = re.compile(r"(by|sso):[a-z_-]{1,40}|")


def by(factor: str) -> str:
    """Return a way of logging in as a word: `password+totp` is `by:password-totp`."""
    return f"by:{factor.replace('+', '-')}"


def note(what: str, how: str, *, person: UUID | None, at: datetime, result: str = DONE) -> None:
    """Note what a person did, or what somebody tried as them, for each organisation they belong to.

    Without a person, or with one who belongs nowhere, it is for nobody: only a number of such tries is told.
    """
    places = locator.logins(person or _NOBODY)
    _write(what, how, list(places), list(places.values()), at=at, result=result)


def refused_for(organisation: UUID, how: str, *, person: UUID | None, at: datetime) -> None:
    """Note that the provider of an organisation let nobody in there, perhaps somebody who is known."""
    member = locator.logins(person or _NOBODY).get(organisation)
    _write(LOG_IN, how, [organisation], [member], at=at, result=NOT_IN)


def _write(
    what: str,
    how: str,
    places: list[UUID],
    members: list[UUID] | list[UUID | None],
    *,
    at: datetime,
    result: str,
) -> None:
    if not _HOW.fullmatch(how):
        raise ValueError("a note of a log-in takes words from closed lists only")
    LogInNote.objects.create(
        what=what, how=how, result=result, organisations=places, memberships=members, at=at
    )
