"""A stand-in provider that signs what it is told to sign: for what a real provider refuses to do wrong."""

import base64
import hashlib
import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, unquote_plus, urlsplit

from joserfc import jwt
from joserfc.jwk import OctKey, RSAKey

from baken.clock import now
from tests.identity.settings import SECRET

CODE = "een-code"
KEY = RSAKey.generate_key(2048, {"kid": "eerste", "use": "sig"})
OTHER = RSAKey.generate_key(2048, {"kid": "eerste", "use": "sig"})


def saskia() -> dict[str, Any]:
    """What it says of somebody, unless told otherwise."""
    return {
        "sub": "account-1",
        "email": "Focal_Point@woerden.example",
        "email_verified": True,
        "name": "Saskia",
        "groups": ["baken-af"],
    }


def signed(claims: dict[str, Any]) -> str:
    """As it should be."""
    return jwt.encode({"alg": "RS256", "kid": "eerste"}, claims, KEY)


@dataclass
class StandIn:
    """What it says, and what it was asked."""

    url: str = ""
    person: dict[str, Any] = field(default_factory=saskia)
    claims: dict[str, Any] = field(default_factory=dict)
    metadata: dict[str, Any] = field(default_factory=dict)
    userinfo: dict[str, Any] | None = None
    gone: tuple[str, ...] = ()
    sign: Callable[[dict[str, Any]], str] = signed
    keys: list[Any] = field(default_factory=lambda: [KEY])
    answer: Callable[[], tuple[int, bytes]] | None = None
    asked: dict[str, str] = field(default_factory=dict)
    redeemed: list[dict[str, str]] = field(default_factory=list)

    def heard(self, address: str) -> dict[str, str]:
        """Read what Baken asks in the address it sends a browser to."""
        assert address.startswith(f"{self.url}/auth?"), address
        self.asked = {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}
        return self.asked

    def token(self) -> str:
        """The id_token, signed as it should be unless told otherwise."""
        at = int(now().timestamp())
        claims = {
            "iss": self.url,
            "aud": "baken",
            "iat": at,
            "exp": at + 300,
            "nonce": self.asked.get("nonce"),
        }
        said = self.person if self.userinfo is None else {"sub": self.person["sub"]}
        whole = {**claims, **said, **self.claims}
        return self.sign({name: value for name, value in whole.items() if value is not None})

    def get(self, place: str) -> dict[str, Any] | None:
        """What stands at an address."""
        if place in self.gone:
            return None
        if place == "/.well-known/openid-configuration":
            return {
                "issuer": self.url,
                "authorization_endpoint": f"{self.url}/auth",
                "token_endpoint": f"{self.url}/token",
                "jwks_uri": f"{self.url}/jwks",
                "userinfo_endpoint": f"{self.url}/me",
                "end_session_endpoint": f"{self.url}/end",
                "id_token_signing_alg_values_supported": ["RS256", "HS256", "none"],
                **self.metadata,
            }
        if place == "/jwks":
            return {"keys": [key.as_dict(private=isinstance(key, OctKey)) for key in self.keys]}
        return (self.userinfo or {"sub": self.person["sub"]}) if place == "/me" else None

    def redeem(self, form: dict[str, str], basic: str) -> tuple[int, bytes]:
        """Exchange a code, once and with what belongs to it, as a real one does."""
        self.redeemed.append(form)
        if self.answer is not None:
            return self.answer()
        challenge = base64.urlsafe_b64encode(hashlib.sha256(form.get("code_verifier", "").encode()).digest())
        right = (
            [unquote_plus(one) for one in base64.b64decode(basic).decode().split(":")] == ["baken", SECRET]
            and form.get("code") == CODE
            and form.get("redirect_uri") == self.asked["redirect_uri"]
            and challenge.decode().rstrip("=") == self.asked["code_challenge"]
        )
        if not right or len(self.redeemed) > 1:
            return 400, b'{"error": "invalid_grant"}'
        said = {"access_token": "toegang", "token_type": "Bearer", "expires_in": 60, "id_token": self.token()}
        return 200, json.dumps(said).encode()


@contextmanager
def running() -> Iterator[StandIn]:
    """Run one on a port of this machine."""
    standin = StandIn()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            found = standin.get(self.path)
            self._say(404 if found is None else 200, json.dumps(found).encode())

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode()
            form = {name: values[0] for name, values in parse_qs(body).items()}
            self._say(*standin.redeem(form, self.headers.get("Authorization", "").removeprefix("Basic ")))

        def _say(self, status: int, body: bytes) -> None:
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: Any) -> None:
            """Nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    standin.url = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield standin
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
