"""The small good policy, and what happens to it when a broken file is laid over it."""

from datetime import date
from pathlib import Path

from baken.core.policy.errors import PolicyError, PolicyErrors
from baken.core.policy.library import Library
from baken.core.policy.resolve import resolve
from baken.project.policies import library

HERE = Path(__file__).parent
GOOD = HERE / "good"
BROKEN = sorted(path for path in (HERE / "broken").iterdir() if path.is_dir())
DAY = date(2026, 1, 1)


def good() -> Library:
    """Return the small good policy: `dorp`, which builds on `land`."""
    return library(GOOD)


def with_files(files: dict[str, bytes | str]) -> Library:
    """Return the good policy with files of `dorp` replaced or added."""
    folders: dict[str, dict[str, dict[str, bytes | str]]] = {}
    for policy in GOOD.iterdir():
        for version in policy.iterdir():
            contents: dict[str, bytes | str] = {path.name: path.read_bytes() for path in version.iterdir()}
            folders.setdefault(policy.name, {})[version.name] = contents
    folders["dorp"]["2024-01-01"].update(files)
    return Library(folders)


def mistakes(there: Library) -> tuple[PolicyError, ...]:
    """Return the mistakes found when `dorp` is resolved."""
    try:
        resolve(there, "dorp", DAY)
    except PolicyErrors as errors:
        return errors.errors
    return ()
