"""The authenticator app: six digits that change every half minute (RFC 6238)."""

import re
from datetime import datetime
from uuid import UUID

import pyotp
import segno

from baken.account import sealing
from baken.account.models import App
from baken.tenancy.models import Person

TOLERANCE = 1  # steps of half a minute that a telephone's clock may be off
_DIGITS = re.compile(r"[0-9]{6}")


def fresh() -> str:
    """A new secret: 160 random bits."""
    return pyotp.random_base32()


def closed(secret: str, person_id: UUID) -> bytes:
    """The secret, closed for this person."""
    return sealing.seal(secret.encode(), _about(person_id))


def opened(sealed: bytes | memoryview, person_id: UUID) -> str:
    """The secret again. Raises `sealing.Damaged`."""
    return sealing.unseal(bytes(sealed), _about(person_id)).decode()


def square(secret: str, person: Person) -> str:
    """The square that an app scans, as the address of a picture."""
    uri = pyotp.TOTP(secret).provisioning_uri(name=person.email, issuer_name="Baken")
    return str(segno.make(uri, error="m").svg_data_uri(scale=5, border=2))


def install(person_id: UUID, secret: str, typed: str, *, now: datetime) -> bool:
    """Keep the app from now on, if the code shows that it was set up right; a former one no longer counts."""
    step = _step(secret, typed, now)
    if step is None:
        return False
    App.objects.update_or_create(
        person_id=person_id,
        defaults={"sealed": closed(secret, person_id), "last_step": step, "made_at": now},
    )
    return True


def accept(person_id: UUID, typed: str, *, now: datetime) -> bool:
    """Take a code, once: a code that was taken before, here or in another process, is refused."""
    app = App.objects.filter(person_id=person_id).first()
    if app is None:
        return False
    step = _step(opened(app.sealed, person_id), typed, now)
    if step is None:
        return False
    return App.objects.filter(person_id=person_id, last_step__lt=step).update(last_step=step) == 1


def _step(secret: str, typed: str, now: datetime) -> int | None:
    """The newest time step near now that this code belongs to."""
    code = "".join(typed.split())
    if not _DIGITS.fullmatch(code):
        return None
    app = pyotp.TOTP(secret)
    around = range(TOLERANCE, -TOLERANCE - 1, -1)
    fits = [
        app.timecode(now) + off
        for off in around
        if pyotp.utils.strings_equal(code, app.at(now, counter_offset=off))
    ]
    return fits[0] if fits else None


def _about(person_id: UUID) -> bytes:
    return b"app|" + person_id.bytes
