"""The page about keys, ciphers and hashes names every file that uses any, and none that does not (ASVS V11.1)."""

import ast
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "baken"
PAGE = ROOT / "docs" / "reference" / "cryptography.md"
USING = (
    "hashlib", "hmac", "secrets", "ssl", "cryptography", "nacl", "pyrage", "webauthn", "pyotp", "joserfc", "authlib",
    "django.utils.crypto", "django.core.signing", "django.contrib.auth.hashers",
)  # fmt: skip
CALLED = {"urandom", "getrandbits", "randbytes", "SystemRandom"}


def uses(path: Path) -> bool:
    """Whether a file closes, signs, hashes or draws a random number by itself."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        named = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        named += [node.module or ""] if isinstance(node, ast.ImportFrom) and not node.level else []
        if any(one == known or one.startswith(f"{known}.") for one in named for known in USING):
            return True
        if isinstance(node, ast.Attribute) and node.attr in CALLED:
            return True
    return False


def test_every_file_that_uses_cryptography_stands_on_the_page_once_and_no_other() -> None:
    found = {path.relative_to(SOURCE).as_posix() for path in SOURCE.rglob("*.py") if uses(path)}
    named = re.findall(r"`([a-z_/]+\.py)`", PAGE.read_text("utf-8").partition("## Where it stands")[2])
    assert len(found) > 40
    assert sorted(named) == sorted(found)


def test_nothing_draws_what_is_secret_from_numbers_that_can_be_foretold() -> None:
    """`random` of Python is for simulations with a seed; there is none in what people are told or let in by."""
    foretold = {
        path.relative_to(SOURCE).as_posix()
        for path in SOURCE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Import) and any(alias.name == "random" for alias in node.names)
    }
    assert {path for path in foretold if not path.startswith("project/demo/")} == set()
