"""Locks and vendored files say exactly what is used, and name no host."""

import hashlib
import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LOCKS = sorted((ROOT / "requirements").glob("*.txt"))
NPM = [ROOT / folder / "package-lock.json" for folder in ("frontend", "tests/identity")]


@pytest.mark.parametrize("lock", LOCKS, ids=lambda p: p.name)
def test_every_locked_package_has_a_version_and_hashes(lock: Path) -> None:
    entries = re.split(r"\n(?=\S)", re.sub(r"(?m)^\s*#.*\n?", "", lock.read_text("utf-8")).strip())
    assert len(entries) > 20
    for entry in entries:
        assert re.match(r"[a-z0-9._-]+==[\w.+!]+", entry), entry[:60]
        assert "--hash=sha256:" in entry, entry[:60]


@pytest.mark.parametrize("lock", [*LOCKS, *NPM], ids=lambda p: f"{p.parent.name}/{p.name}")
def test_no_lock_names_a_host_or_a_place_on_a_machine(lock: Path) -> None:
    text = lock.read_text("utf-8")
    assert not re.search(r"://|--index|--find-links|--trusted|\"resolved\"|(?m:^-)", text)
    assert not re.search(r"(?m)(^|\s)/(home|root|work|opt|tmp|usr)/", text)


@pytest.mark.parametrize(
    "folder", ["src/baken/web/static/vendor", "tests/browser/vendor", "tests/core/draw/xsd"]
)
def test_vendored_files_are_what_their_note_says(folder: str) -> None:
    place = ROOT / folder
    notes = json.loads((place / "versions.json").read_text("utf-8"))
    lock = json.loads((ROOT / "frontend" / "package-lock.json").read_text("utf-8"))["packages"]
    kept = {p.name for p in place.iterdir()} - {"versions.json", "README.md"}
    assert kept == set(notes) | {f"LICENCE-{note['licence']}.txt" for note in notes.values()}
    for name, note in notes.items():
        content = (place / name).read_bytes()
        assert hashlib.sha256(content).hexdigest() == note["sha256"]
        assert b"sourceMappingURL" not in content
        assert lock[f"node_modules/{note['package']}"]["version"] == note["version"]
        stated = lock[f"node_modules/{note['package']}"]["license"]
        if stated == "SEE LICENSE IN LICENSE":
            assert note["licence"] in (place / f"LICENCE-{note['licence']}.txt").read_text("utf-8")
        else:
            assert stated == note["licence"]
