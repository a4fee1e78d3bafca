"""How long one stays logged in, in which membership one acts, and the vault that is open meanwhile.

The open vault's key lies in the session, closed with a random key that only the browser's cookie has: neither a
stolen database nor a stolen cookie alone opens anything.
"""

import base64
import binascii
import os
from datetime import datetime
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.contrib.auth import login, logout
from django.http import HttpRequest, HttpResponse

from baken.tenancy import keys, log_in_notes
from baken.tenancy.browsers import family
from baken.tenancy.keys import PostSecret
from baken.tenancy.models import Membership, Person

COOKIE = str(settings.BAKEN_VAULT_COOKIE)
BEGUN, SEEN, ORGANISATION, MEMBERSHIP, VAULT = "begun", "seen", "organisation", "membership", "vault"
FACTOR, BROWSER, PROVED = "factor", "browser", "proved"
AFTERWARDS = "afterwards"  # where to go after logging out, for whom the provider knows them still
PASSWORD = "password"
FACTORS = (PASSWORD, "password+totp", "password+recovery", "passkey", "sso")
_NOTE_AFTER = 60
_NONCE = 12


def idle_limit() -> int:
    """How many seconds without a request end a session."""
    return int(getattr(settings, "BAKEN_SESSION_IDLE", 30 * 60))


def absolute_limit() -> int:
    """How many seconds after the log-in a session ends, however busy."""
    return int(getattr(settings, "BAKEN_SESSION_ABSOLUTE", 12 * 3600))


class SecondFactorNeeded(RuntimeError):
    """A password alone begins no session here."""


def begin(request: HttpRequest, person: Person, *, factor: str, now: datetime) -> None:
    """Log in: the one door, whoever proved who it is. `factor` says by what, and is one of `FACTORS`.

    Nothing of the session before goes along, so that nobody can have prepared it. What others left behind is cleared
    away. Raises `SecondFactorNeeded` for a password alone, but in the demonstration.
    """
    if factor not in FACTORS:
        raise ValueError(f"{factor!r} is not one of {', '.join(FACTORS)}")
    if factor == PASSWORD and not settings.BAKEN_PASSWORD_ALONE:
        raise SecondFactorNeeded("a second factor is needed")
    request.session.clear_expired()
    request.session.flush()
    login(request, person, backend=settings.AUTHENTICATION_BACKENDS[0])
    at = int(now.timestamp())
    request.session[BEGUN] = request.session[SEEN] = request.session[PROVED] = at
    request.session[FACTOR], request.session[BROWSER] = factor, family(request.headers.get("User-Agent", ""))
    log_in_notes.note(log_in_notes.LOG_IN, log_in_notes.by(factor), person=person.id, at=now)


def act_as(request: HttpRequest, membership: Membership, *, now: datetime) -> None:
    """Act in this membership from the next request on; an open vault belongs to the former one and closes.

    Other rights come with it, so the session gets another identifier.
    """
    request.session.cycle_key()
    request.session.pop(VAULT, None)
    request.session[ORGANISATION], request.session[MEMBERSHIP] = (
        str(membership.organisation_id),
        str(membership.id),
    )
    membership.previous_visit, membership.last_visit = membership.last_visit, now
    membership.save(update_fields=["previous_visit", "last_visit"])


def still_valid(request: HttpRequest, *, now: datetime) -> bool:
    """Whether the session may go on; an ended one is thrown away. Notes the moment at most once a minute."""
    at = int(now.timestamp())
    begun, seen = request.session.get(BEGUN), request.session.get(SEEN)
    if not isinstance(begun, int) or not isinstance(seen, int):
        begun = seen = -(10**12)
    if at - seen > idle_limit() or at - begun > absolute_limit():
        logout(request)
        return False
    if at - seen >= _NOTE_AFTER:
        request.session[SEEN] = at
    return True


def acting(request: HttpRequest) -> tuple[UUID, UUID] | None:
    """Return the organisation and the membership chosen in this session."""
    try:
        return UUID(request.session[ORGANISATION]), UUID(request.session[MEMBERSHIP])
    except (KeyError, ValueError, TypeError, AttributeError):
        return None


def stop_acting(request: HttpRequest) -> None:
    """Forget the membership: it ended, or another must be chosen."""
    for name in (ORGANISATION, MEMBERSHIP, VAULT):
        request.session.pop(name, None)


def keep_vault(request: HttpRequest, response: HttpResponse, secret: PostSecret) -> None:
    """Keep the vault open for this session."""
    key, nonce = AESGCM.generate_key(256), os.urandom(_NONCE)
    box = nonce + AESGCM(key).encrypt(nonce, bytes(secret.own), _bound_to(secret.membership_id))
    request.session[VAULT] = base64.b64encode(box).decode()
    response.set_cookie(
        COOKIE,
        base64.urlsafe_b64encode(key).decode(),
        httponly=True,
        secure=request.is_secure(),
        samesite="Strict",
    )


def close_vault(request: HttpRequest, response: HttpResponse) -> None:
    """Close the vault; the passphrase is needed again."""
    request.session.pop(VAULT, None)
    response.delete_cookie(COOKIE, samesite="Strict")


def open_vault(request: HttpRequest, *, now: datetime) -> PostSecret | None:
    """Return what the open vault of the acting member opens now, or nothing where it is closed."""
    actor = getattr(request, "actor", None)
    kept, cookie = request.session.get(VAULT), request.COOKIES.get(COOKIE)
    if actor is None or not kept or not cookie:
        return None
    try:
        box, key = base64.b64decode(kept, validate=True), base64.urlsafe_b64decode(cookie)
        own = AESGCM(key).decrypt(box[:_NONCE], box[_NONCE:], _bound_to(actor.membership_id))
        return keys.secret_of(actor.membership_id, own, now=now)
    except (InvalidTag, ValueError, binascii.Error):  # also where the vault began anew in another session
        return None


def _bound_to(membership_id: UUID) -> bytes:
    return b"baken vault|" + membership_id.bytes
