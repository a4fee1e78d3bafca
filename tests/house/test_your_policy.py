"""The tutorial for a policy adviser works as it stands: every file is written, every command run and compared."""

import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "tutorial" / "your-policy.md"
GUIDE = ROOT / "docs" / "gids" / "beleidsadviseur.md"
_BLOCK = re.compile(r"(?:<!-- write: (\S+) -->\n)?```(console|yaml)\n(.*?)```", re.DOTALL)


class Deed(NamedTuple):
    """A file to write, or a command with what it must answer."""

    file: str
    words: str
    answer: tuple[str, ...]


def deeds() -> Iterator[Deed]:
    for file, kind, block in _BLOCK.findall(PAGE.read_text("utf-8")):
        if kind == "yaml":
            assert file, f"a file without a place: {block[:80]}"
            yield Deed(file, block, ())
            continue
        for part in block.split("$ ")[1:]:
            command, *answer = part.rstrip("\n").split("\n")
            yield Deed("", command, tuple(answer))


def as_pattern(answer: tuple[str, ...]) -> str:
    """What a command must answer; `...` stands for anything, on a line or for lines."""
    lines = [
        r"(?:.*\n)*?" if line == "..." else re.escape(line).replace(r"\.\.\.", ".*") + r"\n"
        for line in answer
    ]
    return "".join(lines) + r"\Z"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path


def test_the_tutorial_for_a_policy_adviser_works_as_it_stands(home: Path) -> None:
    environment = {**os.environ, "HOME": str(home), "PYTHONIOENCODING": "utf-8"}
    settings = ""
    done = 0
    for deed in deeds():
        if deed.file:
            (home / "beleid" / deed.file).write_text(deed.words, "utf-8")
            continue
        if deed.words.startswith("requirements/install.sh"):
            continue  # these tests run in the environment that it makes
        ran = subprocess.run(
            ["bash", "-c", settings + deed.words],
            cwd=ROOT,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            stdin=subprocess.DEVNULL,
        )
        if deed.words.startswith("export "):
            settings += deed.words + "\n"
        told = ran.stdout
        assert ran.returncode in (0, 1), told
        assert not deed.answer or re.match(as_pattern(deed.answer), told), f"$ {deed.words}\n{told}"
        done += 1
    assert done >= 15
    assert (home / "oudewater.svg").read_text("utf-8").startswith("<svg")


@pytest.mark.parametrize("page", [PAGE, GUIDE], ids=["tutorial", "guide"])
def test_every_button_and_heading_that_it_names_is_on_a_page(page: Path) -> None:
    named = set(re.findall(r"(?<!\*)\*([A-Z][^*]+)\*(?!\*)", page.read_text("utf-8")))
    said = {
        str(message.id).rstrip(":")
        for catalogue in (ROOT / "src" / "baken").rglob("locale/en/LC_MESSAGES/django.po")
        for message in read_po(catalogue.open("rb"))
    }
    assert len(named) >= 8
    assert {" ".join(words.split()) for words in named} - said == set()


def test_the_policy_of_the_tutorial_is_left_alone_in_the_repository() -> None:
    assert not (ROOT / "policies" / "oudewater").exists()
