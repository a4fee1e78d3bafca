"""Reads `single-sign-on.yaml` in the secrets folder, strictly: each mistake with its line, never what stood there."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from pydantic import ValidationError

from baken.account.single_sign_on.entries import Entry, Settings, is_local
from baken.core.policy.reading import read
from baken.project.state import secrets_dir

FILE = "single-sign-on.yaml"


class WrongFile(ValueError):
    """The file cannot be used; `lines` say where and why."""

    def __init__(self, lines: list[str]) -> None:
        super().__init__("\n".join(lines))
        self.lines = lines


@dataclass(frozen=True)
class Provider:
    """One organisation's provider, and where it leads back to."""

    slug: str
    entry: Entry
    back: str
    home: str


def path(environ: Mapping[str, str] | None = None) -> Path:
    """Where the file is, or would be."""
    return secrets_dir(environ) / FILE


def providers(environ: Mapping[str, str] | None = None) -> dict[str, Provider]:
    """Return the providers by slug; none where there is no file. Raises `WrongFile`.

    Read again as soon as the file is another one, so that a new secret needs no restart.
    """
    env = os.environ if environ is None else environ
    where = path(env)
    try:
        known = where.stat()
    except FileNotFoundError:
        return {}
    except OSError:
        raise WrongFile([f"{FILE}: this user may not read it."]) from None
    return _read(
        where, (known.st_mtime_ns, known.st_size, known.st_ino), env.get("BAKEN_ENV") == "production"
    )


@lru_cache(maxsize=4)
def _read(where: Path, state: tuple[int, int, int], production: bool) -> dict[str, Provider]:
    try:
        content = where.read_bytes()
    except OSError:
        raise WrongFile([f"{FILE}: this user may not read it."]) from None
    return parse(content, production=production)


def parse(content: bytes | str, *, production: bool = False) -> dict[str, Provider]:
    """Return the providers that a file names. Raises `WrongFile` with everything that is wrong."""
    reading = read(FILE, content)
    if reading.errors:
        raise WrongFile([error.in_("en") for error in reading.errors])
    try:
        settings = Settings.model_validate(reading.data)
    except ValidationError as error:
        raise WrongFile(
            [
                f"{FILE}:{reading.line(one['loc'])}: {_place(one['loc'])}: {_said(one['msg'])}"
                for one in error.errors(include_input=False, include_url=False, include_context=False)
            ]
        ) from None
    if production and any(
        is_local(one) for one in (settings.address, *(e.issuer for e in settings.organisations.values()))
    ):
        raise WrongFile(
            [f"{FILE}: localhost is for trying things out; in production name the real addresses."]
        )
    return {
        slug: Provider(
            slug, entry, f"{settings.address}/inloggen/organisatie/{slug}/terug/", settings.address
        )
        for slug, entry in settings.organisations.items()
    }


def _place(path: tuple[str | int, ...]) -> str:
    return ".".join(str(part)[:80] for part in path) or "the file"


def _said(message: str) -> str:
    return message.removeprefix("Value error, ").rstrip(".") + "."
