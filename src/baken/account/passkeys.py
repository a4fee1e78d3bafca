"""Passkeys: made and asked for in the browser, checked here. Whoever has one and unlocks it needs nothing else.

The question put to a passkey counts once and for five minutes; it lies in the session.
"""

import binascii
import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from ipaddress import ip_address
from typing import Any
from uuid import UUID

import webauthn
from django.http import HttpRequest
from webauthn.helpers.exceptions import WebAuthnException
from webauthn.helpers.structs import (
    AuthenticatorSelectionCriteria,
    PublicKeyCredentialDescriptor,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from baken.account.models import Passkey
from baken.tenancy.models import Person

LIMIT, MOST, LONGEST = 5 * 60, 20, 20_000
_QUESTION = "passkey_question"


class NotAccepted(RuntimeError):
    """What came back is not the answer of a passkey to the question that was put. `person`: whose passkey it was."""

    person: UUID | None = None


@dataclass(frozen=True, slots=True)
class Site:
    """The name to which passkeys are bound, and the origin they may be used from."""

    name: str
    origin: str


def site(request: HttpRequest) -> Site | None:
    """This site as passkeys know it; none where Baken is reached by a number, which they refuse."""
    host = request.get_host()
    name = host.rpartition(":")[0] if host.rpartition(":")[2].isdigit() else host
    try:
        ip_address(name.strip("[]"))
    except ValueError:
        return Site(name, f"{request.scheme}://{host}")
    return None


def to_make(request: HttpRequest, here: Site, person: Person, *, now: datetime) -> str:
    """What the browser needs to make a passkey."""
    mine = Passkey.objects.filter(person_id=person.id).values_list("credential", flat=True)
    options = webauthn.generate_registration_options(
        rp_id=here.name,
        rp_name="Baken",
        user_id=person.id.bytes,
        user_name=person.email,
        user_display_name=person.name,
        authenticator_selection=AuthenticatorSelectionCriteria(
            resident_key=ResidentKeyRequirement.REQUIRED,
            user_verification=UserVerificationRequirement.REQUIRED,
        ),
        exclude_credentials=[PublicKeyCredentialDescriptor(id=bytes(one)) for one in mine],
    )
    _remember(request, options.challenge, now)
    return webauthn.options_to_json(options)


def made(
    request: HttpRequest, here: Site, person: Person, answer: str, *, name: str, now: datetime
) -> Passkey:
    """Keep a passkey that was made. Raises `NotAccepted`."""
    with _strictly():
        found = webauthn.verify_registration_response(
            credential=_read(answer),
            expected_challenge=_asked(request, now),
            expected_rp_id=here.name,
            expected_origin=here.origin,
            require_user_verification=True,
        )
    known = Passkey.objects.filter(credential=found.credential_id).exists()
    if known or Passkey.objects.filter(person_id=person.id).count() >= MOST:
        raise NotAccepted
    return Passkey.objects.create(
        person_id=person.id,
        credential=found.credential_id,
        public_key=found.credential_public_key,
        uses=found.sign_count,
        name=name,
        made_at=now,
    )


def to_ask(request: HttpRequest, here: Site, *, now: datetime) -> str:
    """What the browser needs to ask for a passkey. It names nobody: the passkey says whose it is."""
    options = webauthn.generate_authentication_options(
        rp_id=here.name, user_verification=UserVerificationRequirement.REQUIRED
    )
    _remember(request, options.challenge, now)
    return webauthn.options_to_json(options)


def whose(request: HttpRequest, here: Site, answer: str, *, now: datetime) -> Person:
    """Whose passkey answered. Raises `NotAccepted`, which says whose passkey it was where that is known."""
    with _strictly():
        told = _read(answer)
        known = Passkey.objects.select_for_update().filter(credential=_bytes(told["rawId"])).first()
    if known is None:
        raise NotAccepted
    try:
        return _proved(request, here, known, told, now=now)
    except NotAccepted as refused:
        refused.person = known.person_id
        raise


def _proved(
    request: HttpRequest, here: Site, known: Passkey, told: dict[str, Any], *, now: datetime
) -> Person:
    with _strictly():
        handle = told["response"].get("userHandle")
        if handle and _bytes(handle) != known.person_id.bytes:
            raise NotAccepted
        found = webauthn.verify_authentication_response(
            credential=told,
            expected_challenge=_asked(request, now),
            expected_rp_id=here.name,
            expected_origin=here.origin,
            credential_public_key=bytes(known.public_key),
            credential_current_sign_count=known.uses,
            require_user_verification=True,
        )
    person = Person.objects.filter(id=known.person_id, is_active=True).first()
    if person is None:
        raise NotAccepted
    known.uses, known.used_at = found.new_sign_count, now
    known.save(update_fields=["uses", "used_at"])
    return person


def _remember(request: HttpRequest, challenge: bytes, now: datetime) -> None:
    request.session[_QUESTION] = [urlsafe_b64encode(challenge).decode(), int(now.timestamp())]


def _asked(request: HttpRequest, now: datetime) -> bytes:
    """The question that was put in this session, which counts no more from now on."""
    challenge, at = request.session.pop(_QUESTION, ("", 0))
    if not 0 <= now.timestamp() - at <= LIMIT:
        raise NotAccepted
    return urlsafe_b64decode(challenge)


def _read(answer: str) -> dict[str, Any]:
    if len(answer) > LONGEST:
        raise NotAccepted
    told = json.loads(answer)
    if not isinstance(told, dict):
        raise NotAccepted
    return told


def _bytes(text: str) -> bytes:
    return urlsafe_b64decode(text + "=" * (-len(text) % 4))


@contextmanager
def _strictly() -> Iterator[None]:
    """Whatever is wrong with an answer, it is not accepted, and nothing is told of why."""
    try:
        yield
    except (
        WebAuthnException,
        binascii.Error,
        ValueError,
        TypeError,
        KeyError,
        AttributeError,
        RecursionError,
    ):
        raise NotAccepted from None
