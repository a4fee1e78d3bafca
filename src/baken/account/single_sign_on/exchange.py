"""The talk with a provider: where to send somebody, and who came back. Nothing is believed that was not checked."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import quote_plus

import requests
from authlib.common.errors import AuthlibBaseError
from authlib.integrations.requests_client import OAuth2Session
from joserfc import jwt
from joserfc.errors import InvalidKeyIdError, JoseError
from joserfc.jwk import KeySet

from baken.account.single_sign_on import discovery
from baken.account.single_sign_on.discovery import Metadata, Unreachable
from baken.account.single_sign_on.pending import Pending
from baken.account.single_sign_on.refusals import NoEntry
from baken.account.single_sign_on.settings_file import Provider

LEEWAY = 60  # seconds that two clocks may differ
LONGEST = 255


@dataclass(frozen=True)
class Identity:
    """Who came back, as the provider says and we checked. `values` are those of the claim that gives roles."""

    issuer: str
    subject: str
    email: str
    name: str
    values: frozenset[str]


def leave_for(provider: Provider, about: Metadata, pending: Pending) -> str:
    """Return the address of the provider to send somebody to."""
    words = {"nonce": pending.nonce, "response_mode": "query"}
    if provider.entry.demand.acr:
        words["acr_values"] = " ".join(provider.entry.demand.acr)
    address, _ = _client(provider).create_authorization_url(
        about.authorize, state=pending.state, code_verifier=pending.verifier, **words
    )
    return str(address)


def who(provider: Provider, about: Metadata, pending: Pending, code: str, *, now: datetime) -> Identity:
    """Return who came back with this code. Raises `NoEntry` or `Unreachable`."""
    tokens = _redeem(provider, about, pending, code)
    claims = checked(provider, about, str(tokens.get("id_token") or ""), nonce=pending.nonce, now=now)
    try:
        _strong_enough(provider, claims)
        more = _more(provider, about, claims, str(tokens.get("access_token") or ""))
        return _identity(provider, _whole(provider, {**more, **claims}))
    except NoEntry as refused:
        refused.account = (str(claims["iss"]), str(claims["sub"]))
        raise


def checked(provider: Provider, about: Metadata, token: str, *, nonce: str, now: datetime) -> dict[str, Any]:
    """Return the claims of an id_token that this provider signed, for us, in answer to this attempt, and just now."""
    if not token or len(token) > 50_000:
        raise NoEntry("untrusted")
    try:
        claims: dict[str, Any] = _decoded(about, token)
        jwt.JWTClaimsRegistry(
            now=int(now.timestamp()),
            leeway=LEEWAY,
            iss={"essential": True, "value": about.issuer},
            aud={"essential": True, "value": provider.entry.client_id},
            sub={"essential": True},
            exp={"essential": True},
            iat={"essential": True},
            nonce={"essential": True, "value": nonce},
        ).validate(claims)
    except (JoseError, ValueError, TypeError, AttributeError):
        raise NoEntry("untrusted") from None
    several = isinstance(claims["aud"], list) and len(claims["aud"]) > 1
    party = claims.get("azp", None if several else provider.entry.client_id)
    texts = isinstance(claims["nonce"], str) and isinstance(claims["iss"], str)
    if party != provider.entry.client_id or not texts or len(claims["sub"]) > LONGEST:
        raise NoEntry("untrusted")
    return claims


def _decoded(about: Metadata, token: str) -> dict[str, Any]:
    allowed = list(about.algorithms)
    for again in (False, True):
        found = KeySet.import_key_set({"keys": discovery.keys(about.issuer, again=again)})
        try:
            return dict(jwt.decode(token, found, algorithms=allowed).claims)
        except InvalidKeyIdError:
            if again:
                raise
    raise NoEntry("untrusted")


def _client(provider: Provider) -> OAuth2Session:
    entry = provider.entry
    return OAuth2Session(
        client_id=entry.client_id,
        client_secret=entry.secret,
        token_endpoint_auth_method="client_secret_post"
        if entry.secret_sent == "body"
        else "client_secret_basic",
        scope=" ".join(dict.fromkeys(["openid", "email", "profile", *entry.scopes])),
        redirect_uri=provider.back,
        code_challenge_method="S256",
    )


def _redeem(provider: Provider, about: Metadata, pending: Pending, code: str) -> dict[str, Any]:
    entry = provider.entry
    # The standard has both parts encoded before they are joined (RFC 6749, 2.3.1).
    basic = (quote_plus(entry.client_id), quote_plus(entry.secret)) if entry.secret_sent == "header" else None
    try:
        with discovery.turn(), _client(provider) as client:
            tokens = client.fetch_token(
                about.token,
                grant_type="authorization_code",
                code=code,
                code_verifier=pending.verifier,
                redirect_uri=provider.back,
                timeout=discovery.PATIENCE,
                allow_redirects=False,
                **({"auth": basic} if basic else {}),
            )
    except requests.RequestException as error:
        raise Unreachable(f"no connection ({type(error).__name__})") from None
    except (AuthlibBaseError, ValueError):
        raise NoEntry("provider") from None
    if not isinstance(tokens, dict):
        raise NoEntry("provider")
    return tokens


def _strong_enough(provider: Provider, claims: dict[str, Any]) -> None:
    demand, methods = provider.entry.demand, claims.get("amr")
    said = set(_texts(methods))
    if (demand.acr and claims.get("acr") not in demand.acr) or not set(demand.amr) <= said:
        raise NoEntry("too_weak")


def _more(provider: Provider, about: Metadata, claims: dict[str, Any], access: str) -> dict[str, Any]:
    """Claims that stand at the userinfo address only, of the same person."""
    wanted = {"email", "name"} | ({provider.entry.roles.claim} if provider.entry.roles else set())
    if wanted <= claims.keys() or not about.userinfo or not access:
        return {}
    said = discovery.fetch(about.userinfo, {"Authorization": f"Bearer {access}"})
    if said.get("sub") != claims["sub"]:
        raise NoEntry("untrusted")
    return said


def _whole(provider: Provider, claims: dict[str, Any]) -> dict[str, Any]:
    """Groups that a provider only points to, because there are too many, are not the same as no groups."""
    elsewhere = claims.get("_claim_names")
    if provider.entry.roles and isinstance(elsewhere, dict) and provider.entry.roles.claim in elsewhere:
        raise NoEntry("no_groups")
    return claims


def _identity(provider: Provider, claims: dict[str, Any]) -> Identity:
    entry = provider.entry
    email = str(claims.get("email") or "").strip().lower()
    verified = claims.get("email_verified")
    sure = verified is True if entry.email_verified == "by_claim" else verified is not False
    own = email.count("@") == 1 and email.partition("@")[2] in entry.email_domains and len(email) <= 254
    parts = [str(claims.get(key) or "") for key in ("given_name", "family_name")]
    name = str(claims.get("name") or " ".join(part for part in parts if part) or email.partition("@")[0])
    return Identity(
        issuer=str(claims["iss"]),
        subject=str(claims["sub"]),
        email=email if sure and own and email.isprintable() else "",
        name="".join(c for c in name if c.isprintable()).strip()[:120],
        values=frozenset(_texts(claims.get(entry.roles.claim))) if entry.roles else frozenset(),
    )


def _texts(value: Any) -> list[str]:
    """A claim as a list of words: providers give one word, or a list of them."""
    found = value if isinstance(value, list) else [value]
    return [one for one in found if isinstance(one, str)]
