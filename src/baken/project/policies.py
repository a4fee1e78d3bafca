"""Reads the `policies/` folder from disk into a library; the core itself reads no files."""

from os import environ
from pathlib import Path

from baken.core.policy.errors import PolicyError
from baken.core.policy.library import Library
from baken.core.policy.raw import MAX_BYTES
from baken.core.vocabulary.text import Text


def policies_root() -> Path:
    """Return the folder: BAKEN_POLICIES (setting or environment), otherwise beside the source tree."""
    named = environ.get("BAKEN_POLICIES")
    if named:
        return Path(named)
    return Path(__file__).resolve().parents[3] / "policies"


def library(root: Path | None = None) -> Library:
    """Read every policy file below `root`. Contents are parsed only when a policy is asked for."""
    home = root or policies_root()
    folders: dict[str, dict[str, dict[str, str | bytes]]] = {}
    cases: dict[str, dict[str, str | bytes]] = {}
    refused: dict[str, list[PolicyError]] = {}
    for policy in sorted(home.iterdir()):
        if not policy.is_dir() or policy.name.startswith(".") or policy.name == "schema":
            continue
        wrong = refused.setdefault(policy.name, [])
        for version in _inside(policy, home, wrong):
            if not version.is_dir():
                wrong.append(_stray(version, home))
                continue
            files: dict[str, str | bytes] = {}
            for path in _inside(version, home, wrong):
                if path.suffix != ".md":
                    files[path.name] = _content(path, home, wrong)
            if version.name == "cases":
                cases[policy.name] = files
            else:
                folders.setdefault(policy.name, {})[version.name] = files
        # Without a version there is nothing to use, but what is wrong must be told of something.
        folders.setdefault(policy.name, {"0001-01-01": {}})
    return Library(folders, cases, {name: tuple(errors) for name, errors in refused.items() if errors})


def _inside(folder: Path, home: Path, wrong: list[PolicyError]) -> list[Path]:
    """Return what is in a folder, but for what is hidden; a link that leads out of the policies is refused."""
    if not folder.resolve().is_relative_to(home.resolve()):
        wrong.append(_outside(folder, home))
        return []
    try:
        return sorted(
            path for path in folder.iterdir() if not path.name.startswith(".") and path.suffix != ".md"
        )
    except OSError as error:
        wrong.append(_closed(folder, home, error))
        return []


def _content(path: Path, home: Path, wrong: list[PolicyError]) -> bytes:
    if not path.resolve().is_relative_to(home.resolve()):
        wrong.append(_outside(path, home))
    elif not path.is_file():
        wrong.append(_stray(path, home))
    else:
        try:
            # One byte more than allowed is enough to refuse a file without reading it whole.
            with path.open("rb") as file:
                return file.read(MAX_BYTES + 1)
        except OSError as error:
            wrong.append(_closed(path, home, error))
    return b""


def _outside(path: Path, home: Path) -> PolicyError:
    return PolicyError(
        str(path.relative_to(home)),
        0,
        Text(
            "Dit is een koppeling naar buiten de map met beleid.",
            "This is a link that leads out of the policies.",
        ),
        Text(
            "Wat daar staat, is geen beleid dat hier hoort.", "What is there is no policy that belongs here."
        ),
        Text("Zet het bestand zelf in de map.", "Put the file itself in the folder."),
    )


def _stray(path: Path, home: Path) -> PolicyError:
    return PolicyError(
        str(path.relative_to(home)),
        0,
        Text("Dit hoort hier niet.", "This does not belong here."),
        Text(
            "In de map van een beleid staan mappen met een dag als naam en `cases`; daarin staan alleen bestanden.",
            "A policy's folder holds folders named after a day, and `cases`; those hold files only.",
        ),
        Text("Zet het op zijn plaats, of haal het weg.", "Put it in its place, or take it away."),
    )


def _closed(path: Path, home: Path, error: OSError) -> PolicyError:
    return PolicyError(
        str(path.relative_to(home)),
        0,
        Text("Dit kan niet worden gelezen.", "This cannot be read."),
        Text(f"De computer zegt: {error.strerror}.", f"The computer says: {error.strerror}."),
        Text("Vraag de beheerder om leesrecht.", "Ask the administrator for the right to read it."),
    )
