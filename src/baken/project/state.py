"""Where an installation keeps what it makes itself: secrets, the embedded database, collected files."""

import os
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]  # the checkout, or wherever the package was unpacked


def state_dir(environ: Mapping[str, str] | None = None) -> Path:
    """This function will name the state folder: BAKEN_STATE, otherwise `.state` in the checkout."""
    env = os.environ if environ is None else environ
    return Path(env.get("BAKEN_STATE") or ROOT / ".state").absolute()


def secrets_dir(environ: Mapping[str, str] | None = None) -> Path:
    """This function will name the secrets folder: BAKEN_SECRETS, otherwise `secrets` in the state folder."""
    env = os.environ if environ is None else environ
    return Path(env.get("BAKEN_SECRETS") or state_dir(env) / "secrets").absolute()


def make_state_dir(path: Path) -> Path:
    """This function will make the state folder: others may walk through it, not look into it."""
    if not path.exists():
        path.mkdir(parents=True, exist_ok=True)
        path.chmod(0o711)  # the database's own user has to pass on its way to its data
    return path
