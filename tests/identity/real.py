"""The real provider: `oidc-provider`, run by node. `with real.running(home) as provider: ...`"""

import json
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urljoin, urlsplit

import pytest
import requests

from tests.identity.settings import SECRET

HERE = Path(__file__).parent
FETCH = HERE.parents[1] / ".ci" / "identity"
MISSING = (
    "Single sign-on was NOT tested against a real identity provider: it needs node, and what `.ci/identity` fetches. "
    "On Debian: apt-get install nodejs npm."
)


def ready() -> bool:
    """Whether there is a provider of the locked version."""
    lock, kept = HERE / "package-lock.json", HERE / "node_modules" / ".baken-lock"
    return shutil.which("node") is not None and kept.exists() and kept.read_bytes() == lock.read_bytes()


def need() -> None:
    """Fetch the provider where there is none; without one, fail in CI and leave the test out elsewhere."""
    if not ready():
        subprocess.run([FETCH], check=False, stdin=subprocess.DEVNULL)
    if not ready():
        if os.environ.get("CI") == "true":
            pytest.fail(MISSING)
        pytest.skip(MISSING)


@dataclass
class Real:
    """A running provider, and the file it reads its people from."""

    url: str
    file: Path

    def person(self, login: str, **claims: Any) -> None:
        """Let it say this of somebody from now on; without claims it knows them no more."""
        told = json.loads(self.file.read_text("utf-8"))
        told["people"][login] = claims
        fresh = self.file.with_suffix(".new")
        fresh.write_text(json.dumps(told), "utf-8")
        fresh.replace(self.file)


@contextmanager
def running(home: str) -> Iterator[Real]:
    """Run it for a Baken at this address, with one client and nobody in it yet."""
    need()
    client = {
        "client_id": "baken",
        "client_secret": SECRET,
        "redirect_uris": [f"{home}/inloggen/organisatie/woerden/terug/"],
        "post_logout_redirect_uris": [f"{home}/"],
    }
    with tempfile.TemporaryDirectory(prefix="baken-identity-") as folder:
        file = Path(folder) / "told.json"
        file.write_text(json.dumps({"clients": [client], "people": {}}), "utf-8")
        process = subprocess.Popen(
            ["node", str(HERE / "provider.mjs"), str(file)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        assert process.stdin
        assert process.stdout
        try:
            url = process.stdout.readline().strip()
            assert url.startswith("http://127.0.0.1:"), "the provider did not start"
            yield Real(url, file)
        finally:
            process.stdin.close()
            process.wait(20)
            process.stdout.close()


def through(
    address: str, login: str, *, do: str = "in", jar: requests.Session | None = None
) -> dict[str, str]:
    """Walk through the provider's pages as a browser would, and return with what it leads back to Baken."""
    with jar or requests.Session() as browser:
        answer = browser.get(address, allow_redirects=False)
        for _ in range(10):
            if answer.is_redirect:
                where = urljoin(answer.url, answer.headers["Location"])
                if "/inloggen/" in urlsplit(where).path:
                    return dict(parse_qsl(urlsplit(where).query))
                answer = browser.get(where, allow_redirects=False)
            else:
                form = re.search(r'action="([^"]+)"', answer.text)
                assert form, answer.text
                there = urljoin(answer.url, form[1])
                answer = browser.post(there, {"login": login, "do": do}, allow_redirects=False)
    raise AssertionError("the provider leads nowhere")
