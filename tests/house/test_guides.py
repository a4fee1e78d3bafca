"""Every Dutch guide names what stands on the screen, in the words that stand there."""

import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from baken.core.derive.access import ROLES
from baken.project.texts import catalogues

GUIDES = sorted((Path(__file__).resolve().parents[2] / "docs" / "gids").glob("*.md"))
FROM_POLICY = {"gekozen: volgt de regio tot het college een eigen beleid vaststelt"}


def sentences() -> set[str]:
    found = {role.name.nl for role in ROLES.values()} | FROM_POLICY
    for path in catalogues().values():
        with path.open("rb") as opened:
            for message in read_po(opened, locale="en"):
                found |= {message.id} if isinstance(message.id, str) else set(message.id)
    return {words[:1].lower() + words[1:] for words in found}


@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.stem)
def test_every_button_and_page_in_a_guide_is_there(guide: Path) -> None:
    named = [
        re.sub(r"\s+", " ", words)
        for words in re.findall(r"(?<!\*)\*([^*]+)\*(?!\*)", guide.read_text("utf-8"))
    ]
    assert {words[:1].lower() + words[1:] for words in named} - sentences() == set()
