"""The installation's secrets: made once, all together, readable by their owner alone.

A folder (`.state/secrets`, or BAKEN_SECRETS) of mode 0700 with four files of mode 0600. Losing it means that
the vault cannot be read again: whoever backs up the database keeps a copy of this folder elsewhere.
"""

import base64
import json
import os
import secrets as random_secrets
import shutil
from dataclasses import dataclass, field
from pathlib import Path

from baken.project.state import make_state_dir, secrets_dir
from baken.project.trouble import Trouble, told

DJANGO_KEY = "django-secret-key"
KEYSET = "vault-keyset.json"
RETURN_CODES = "return-code-secret"
PASSWORDS = "database-passwords.json"
ROLES = ("postgres", "baken_owner", "baken_app", "baken_maintenance")


@dataclass(frozen=True)
class Secrets:
    """What one installation knows and nobody else; never printed, hence no fields in its repr."""

    folder: Path
    django_key: str = field(repr=False)
    keyset: dict[str, object] = field(repr=False)
    return_codes: bytes = field(repr=False)
    passwords: dict[str, str] = field(repr=False)


def load(folder: Path | None = None, *, make: bool = True) -> Secrets:
    """This function will read the secrets, and make them first where there are none yet."""
    where = folder or secrets_dir()
    if not where.exists():
        if not make:
            raise Trouble(
                f"The secrets folder {where} does not exist. Restore it from where you keep it, "
                "or run `baken migrate --first` to make a new installation."
            )
        _make(where)
    try:
        return Secrets(
            folder=where,
            django_key=(where / DJANGO_KEY).read_text("utf-8").strip(),
            keyset=json.loads((where / KEYSET).read_text("utf-8")),
            return_codes=base64.b64decode((where / RETURN_CODES).read_text("ascii").strip(), validate=True),
            passwords=json.loads((where / PASSWORDS).read_text("utf-8")),
        )
    except FileNotFoundError as error:
        raise Trouble(
            f"The secrets folder {where} is incomplete: {Path(str(error.filename)).name} is missing. "
            "Restore the whole folder; a new one could not open what the old one sealed."
        ) from None
    except ValueError:
        raise Trouble(f"A file in the secrets folder {where} is damaged. Restore the whole folder.") from None
    except OSError as error:
        raise told(error, "reading the secrets") from None


def _make(where: Path) -> None:
    first = f"key-{random_secrets.token_hex(4)}"
    contents = {
        DJANGO_KEY: random_secrets.token_urlsafe(64),
        KEYSET: json.dumps({"primary": first, "keys": {first: _b64(32)}}, indent=1),
        RETURN_CODES: _b64(32),
        PASSWORDS: json.dumps({role: random_secrets.token_urlsafe(24) for role in ROLES}, indent=1),
    }
    half = where.with_name(f"{where.name}.{os.getpid()}.{random_secrets.token_hex(4)}.new")
    try:
        make_state_dir(where.parent)
        half.mkdir(mode=0o700)
        for name, text in contents.items():
            handle = os.open(half / name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write(text + "\n")
                file.flush()
                os.fsync(file.fileno())
        half.rename(where)  # all or nothing; a process that was first wins, and its folder is read
    except OSError as error:
        shutil.rmtree(half, ignore_errors=True)
        if not where.is_dir():
            raise told(error, "making the secrets") from None


def _b64(size: int) -> str:
    return base64.b64encode(random_secrets.token_bytes(size)).decode("ascii")


def loose_files(folder: Path) -> list[str]:
    """This function will name what others than the owner can read in the secrets folder."""
    return [p.name for p in [folder, *sorted(folder.iterdir())] if p.stat().st_mode & 0o077]
