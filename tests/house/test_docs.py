"""What the documents say is there, is there."""

import os
import re
import subprocess
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from baken.project.cli import baken

ROOT = Path(__file__).resolve().parents[2]
TRACKED = subprocess.run(
    ["git", "ls-files", "*.md"], cwd=ROOT, capture_output=True, text=True, check=True
).stdout
PAGES = [ROOT / name for name in TRACKED.splitlines() if (ROOT / name).exists()]
NAMES = [str(page.relative_to(ROOT)) for page in PAGES]


def anchors(page: Path) -> set[str]:
    titles = re.findall(r"(?m)^#+ (.+)$", page.read_text("utf-8"))
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


@pytest.mark.parametrize("page", PAGES, ids=NAMES)
def test_every_link_leads_somewhere(page: Path) -> None:
    text = re.sub(r"(?s)```.*?```|`[^`\n]*`", "", page.read_text("utf-8"))
    for target in re.findall(r"\]\(<?([^)>\s]+)>?(?: \"[^\"]*\")?\)", text):
        if re.match(r"[a-z]+:", target):
            continue
        file, _, anchor = target.partition("#")
        there = (page.parent / file).resolve() if file else page
        assert there.exists(), f"{target} leads nowhere"
        assert ROOT in [there, *there.parents], f"{target} leads out of the repository"
        if anchor and there.suffix == ".md":
            assert anchor in anchors(there), f"{target}: no such heading"


def commands() -> dict[str, click.Command]:
    top = click.Context(baken)
    return {name: found for name in baken.list_commands(top) if (found := baken.get_command(top, name))}


@pytest.mark.parametrize("page", PAGES, ids=NAMES)
def test_every_command_that_is_named_exists(page: Path) -> None:
    text = page.read_text("utf-8")
    targets = set(re.findall(r"(?m)^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8")))
    targets |= set(re.findall(r"(?m)^CHECKS := (.*)$", (ROOT / "Makefile").read_text("utf-8"))[0].split())
    for target in re.findall(r"(?m)(?:^|`)make ([a-z][a-z-]*)", text):
        assert target in targets, f"make {target}"
    known = commands()
    for first, second in re.findall(r"(?m)(?:^|`)baken ([a-z][a-z-]*)(?: ([a-z][a-z-]*))?", text):
        assert first in known, f"baken {first}"
        group = known[first]
        if second and isinstance(group, click.Group):
            assert second in group.commands, f"baken {first} {second}"


def test_every_setting_is_explained_and_every_explained_setting_exists() -> None:
    code = "".join(
        path.read_text("utf-8")
        for folder in ("src/baken", ".ci", "requirements", "tests/browser")
        for path in (ROOT / folder).rglob("*")
        if path.suffix in (".py", ".sh", "") and path.is_file()
    )
    read = set(re.findall(r"environ(?:\.get\(|\[)\"(BAKEN_[A-Z_]+)\"", code))
    read |= set(re.findall(r"\benv(?:iron)?\.get\(\"(BAKEN_[A-Z_]+)\"", code)) | {"DATABASE_URL"}
    read -= {"BAKEN_SHOTS"}  # a developer's own: pictures of every page
    page = (ROOT / "docs" / "how-to" / "install.md").read_text("utf-8")
    explained = set(re.findall(r"(?m)^\| `([A-Z_]+)` \|", page))
    assert explained == read


def test_the_command_that_continuous_integration_runs_may_be_run() -> None:
    for script in (".ci/run", ".ci/chromium", "requirements/install.sh"):
        assert os.access(ROOT / script, os.X_OK), script


def test_the_drawing_in_the_readme_is_the_one_that_the_policy_gives_today() -> None:
    """Made anew with: baken policy draw woerden --lang en --out docs/images/route-woerden.svg"""
    drawn = CliRunner().invoke(baken, ["policy", "draw", "woerden", "--lang", "en"]).output
    assert drawn.strip() == (ROOT / "docs" / "images" / "route-woerden.svg").read_text("utf-8").strip()


def test_every_record_stands_once_in_the_list_of_decisions() -> None:
    folder = ROOT / "docs/adr"
    listed = re.findall(r"(?m)^\| \[\d{4}\]\(([^)]+)\)", (folder / "README.md").read_text("utf-8"))
    assert listed == sorted(page.name for page in folder.glob("0*.md"))
