"""The care coordinator's guide names what stands on the screen, in the words that stand there."""

import re
from pathlib import Path

from babel.messages.pofile import read_po

from baken.project.texts import catalogues

GUIDE = Path(__file__).resolve().parents[2] / "docs" / "gids" / "zorgcoordinator.md"


def sentences() -> set[str]:
    found: set[str] = set()
    for path in catalogues().values():
        with path.open("rb") as opened:
            for message in read_po(opened, locale="en"):
                found |= {message.id} if isinstance(message.id, str) else set(message.id)
    return found


def test_every_button_and_page_in_the_guide_is_there() -> None:
    named = set(re.findall(r"(?<!\*)\*([^*\n]+)\*(?!\*)", GUIDE.read_text("utf-8")))
    assert len(named) > 25
    assert named - sentences() == set()
