"""What is remembered between leaving for the provider and coming back: in the session, for minutes, used once."""

import hmac
import secrets
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from django.http import HttpRequest

KEY = "single_sign_on"
MINUTES = 10
MOST = 5  # windows in which somebody may be logging in at once


@dataclass(frozen=True)
class Pending:
    """One attempt: with which provider, its secrets, where to go on, and when it began."""

    state: str
    slug: str
    nonce: str
    verifier: str
    onward: str
    at: int


def begin(request: HttpRequest, slug: str, *, onward: str, now: datetime) -> Pending:
    """Remember a new attempt, and let the oldest go where there are too many."""
    made = Pending(
        state=secrets.token_urlsafe(32),
        slug=slug,
        nonce=secrets.token_urlsafe(32),
        verifier=secrets.token_urlsafe(64),
        onward=onward,
        at=int(now.timestamp()),
    )
    request.session[KEY] = [*_kept(request), asdict(made)][-MOST:]
    return made


def take(request: HttpRequest, slug: str, state: str, *, now: datetime) -> Pending | None:
    """Return the attempt with this state, once: whoever comes back with it again gets nothing."""
    kept = _kept(request)
    mine = [
        one for one in kept if hmac.compare_digest(str(one["state"]).encode(), state.encode(errors="replace"))
    ]
    if not mine:
        return None
    request.session[KEY] = [one for one in kept if one is not mine[0]]
    found = Pending(**mine[0])
    fresh = 0 <= int(now.timestamp()) - found.at <= MINUTES * 60
    return found if fresh and found.slug == slug else None


def _kept(request: HttpRequest) -> list[dict[str, Any]]:
    kept = request.session.get(KEY)
    return [one for one in kept if isinstance(one, dict)] if isinstance(kept, list) else []
