"""Reads the `policies/` folder from disk into a library; the core itself reads no files."""

from os import environ
from pathlib import Path

from baken.core.policy.library import Library


def policies_root() -> Path:
    """Return the folder: BAKEN_POLICIES (setting or environment), otherwise beside the source tree."""
    named = environ.get("BAKEN_POLICIES")
    if named:
        return Path(named)
    return Path(__file__).resolve().parents[3] / "policies"


def library(root: Path | None = None) -> Library:
    """Read every policy file below `root`. Contents are parsed only when a policy is asked for."""
    folders: dict[str, dict[str, dict[str, str | bytes]]] = {}
    cases: dict[str, dict[str, str | bytes]] = {}
    for policy in sorted((root or policies_root()).iterdir()):
        if not policy.is_dir() or policy.name.startswith(".") or policy.name == "schema":
            continue
        for version in sorted(policy.iterdir()):
            if not version.is_dir() or version.name.startswith("."):
                continue
            files: dict[str, str | bytes] = {
                path.name: _content(path) for path in sorted(version.iterdir()) if _is_policy_file(path)
            }
            if version.name == "cases":
                cases[policy.name] = files
            else:
                folders.setdefault(policy.name, {})[version.name] = files
    return Library(folders, cases)


def _is_policy_file(path: Path) -> bool:
    return path.is_file() and not path.name.startswith(".") and path.suffix != ".md"


def _content(path: Path) -> bytes:
    # One byte more than allowed is enough to refuse a file without reading it whole.
    with path.open("rb") as file:
        return file.read(1_000_002)
