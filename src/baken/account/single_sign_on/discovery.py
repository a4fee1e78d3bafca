"""What a provider says of itself: its addresses and its keys, asked over https and kept for a while."""

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import requests

from baken.account.single_sign_on.entries import safe

PATIENCE = (4.0, 6.0)  # seconds to connect, and between two pieces of an answer
LARGEST = 500_000
KEPT = 3600.0
KEYS_AGAIN_AFTER = 60.0
FAILED_FOR = 60.0
WHOLE = 10.0  # seconds for an answer that comes in pieces
TURN = 2.0
SIGNED_WITH = frozenset(
    {f"{kind}{size}" for kind in ("RS", "PS", "ES") for size in (256, 384, 512)} | {"EdDSA"}
)


class Unreachable(Exception):
    """The provider does not answer, or not as a provider of OpenID Connect should. Says why, without its words."""


@dataclass(frozen=True)
class Metadata:
    """The addresses of a provider, and what it signs with."""

    issuer: str
    authorize: str
    token: str
    keys: str
    userinfo: str
    end_session: str
    algorithms: tuple[str, ...]
    names_itself: bool


@dataclass
class _Known:
    metadata: Metadata | None = None
    at: float = 0.0
    failed: tuple[float, str] = (float("-inf"), "")
    keys: list[dict[str, Any]] = field(default_factory=list)
    keys_at: float = float("-inf")
    lock: threading.Lock = field(default_factory=threading.Lock)


_known: dict[str, _Known] = {}
# A web process has four threads. One is always left for somebody who reports, however slow a provider is.
_turns = threading.BoundedSemaphore(2)


@contextmanager
def turn() -> Iterator[None]:
    """Ask a provider something, with few at once. Raises `Unreachable` where too many wait for a slow one."""
    if not _turns.acquire(timeout=TURN):
        raise Unreachable("too many are waiting for a slow provider")
    try:
        yield
    finally:
        _turns.release()


def metadata(issuer: str) -> Metadata:
    """Return what a provider says of itself. Raises `Unreachable`, also for a while after it just failed."""
    kept = _known.setdefault(issuer, _Known())
    with _alone(kept):
        now = time.monotonic()
        if kept.metadata is None or now - kept.at > KEPT:
            if now - kept.failed[0] < FAILED_FOR:
                raise Unreachable(kept.failed[1])
            try:
                kept.metadata, kept.at = _asked(issuer), now
            except Unreachable as why:
                kept.failed = (time.monotonic(), str(why))
                raise
        return kept.metadata


def keys(issuer: str, *, again: bool = False) -> list[dict[str, Any]]:
    """Return a provider's public keys; `again` where a token names one that is not among them."""
    about, kept = metadata(issuer), _known[issuer]
    with _alone(kept):
        age = time.monotonic() - kept.keys_at
        if not kept.keys or age > KEPT or (again and age > KEYS_AGAIN_AFTER):
            found = fetch(about.keys).get("keys")
            # A secret key among them would let anybody who reads this list sign.
            kept.keys = [
                key
                for key in (found if isinstance(found, list) else [])
                if isinstance(key, dict)
                and key.get("kty") in ("RSA", "EC", "OKP")
                and key.get("use", "sig") == "sig"
            ]
            kept.keys_at = time.monotonic()
        return kept.keys


@contextmanager
def _alone(kept: _Known) -> Iterator[None]:
    """One asks, and who comes meanwhile does not wait long for what may never come."""
    if not kept.lock.acquire(timeout=TURN):
        raise Unreachable("somebody else is asking it already, and it is slow")
    try:
        yield
    finally:
        kept.lock.release()


def forget() -> None:
    """Forget everything, so that the next log-in asks anew."""
    _known.clear()


def fetch(address: str, headers: dict[str, str] | None = None) -> dict[str, Any]:
    """Fetch a small JSON object, without following anybody elsewhere."""
    until = time.monotonic() + WHOLE
    try:
        with (
            turn(),
            requests.get(
                address,
                headers={"Accept": "application/json", **(headers or {})},
                timeout=PATIENCE,
                allow_redirects=False,
                stream=True,
            ) as answer,
        ):
            if answer.status_code != 200:
                raise Unreachable(f"it answered {answer.status_code}")
            content = b""
            for piece in answer.iter_content(16_384):
                content += piece
                if len(content) > LARGEST or time.monotonic() > until:
                    raise Unreachable("its answer is too long, or takes too long")
        found = json.loads(content)
    except requests.RequestException as error:
        raise Unreachable(f"no connection ({type(error).__name__})") from None
    except (ValueError, RecursionError):
        raise Unreachable("its answer is not readable JSON") from None
    if not isinstance(found, dict):
        raise Unreachable("its answer is not a JSON object")
    return found


def _asked(issuer: str) -> Metadata:
    said = fetch(f"{issuer.rstrip('/')}/.well-known/openid-configuration")
    if said.get("issuer") != issuer:
        raise Unreachable(
            "it calls itself by another issuer than the file does; the two must be equal to the letter"
        )
    offered = said.get("id_token_signing_alg_values_supported")
    algorithms = tuple(a for a in offered if a in SIGNED_WITH) if isinstance(offered, list) else ("RS256",)
    methods = said.get("code_challenge_methods_supported")
    if not algorithms:
        raise Unreachable("it offers no way of signing that can be checked with a public key")
    if isinstance(methods, list) and "S256" not in methods:
        raise Unreachable("it does not offer PKCE with S256")
    return Metadata(
        issuer=issuer,
        authorize=_address(said, "authorization_endpoint"),
        token=_address(said, "token_endpoint"),
        keys=_address(said, "jwks_uri"),
        userinfo=_address(said, "userinfo_endpoint", must=False),
        end_session=_address(said, "end_session_endpoint", must=False),
        algorithms=algorithms,
        names_itself=said.get("authorization_response_iss_parameter_supported") is True,
    )


def _address(said: dict[str, Any], name: str, *, must: bool = True) -> str:
    address = said.get(name)
    if address is None and not must:
        return ""
    try:
        return safe(str(address))
    except ValueError:
        raise Unreachable(f"its {name} is not an https address") from None
