"""The style sheets and the templates speak of the same classes, and the English is complete."""

import re
from pathlib import Path

from baken.project import texts

SOURCE = Path(texts.SOURCE)
STYLES = SOURCE / "web" / "static"


def test_every_class_in_a_template_has_a_rule_in_a_style_sheet():
    rules = "".join(path.read_text("utf-8") for path in STYLES.glob("**/*.css"))
    known = set(re.findall(r"\.((?:baken|utrecht)-[\w-]+)", rules))
    unknown = {
        f"{path.relative_to(SOURCE)}: {name}"
        for path in SOURCE.glob("*/templates/**/*.html")
        for classes in re.findall(r'class="([^"]*)"', path.read_text("utf-8"))
        for name in re.sub(r"\S*\{[%{].*?[%}]\}\S*", " ", classes).split()
        if name.startswith(("baken-", "utrecht-")) and name not in known
    }
    assert not unknown


def test_no_style_sheet_asks_another_host_for_anything():
    for path in STYLES.glob("**/*.css"):
        for address in re.findall(r"url\(\s*[\"']?([^\"')]+)", path.read_text("utf-8")):
            assert address.startswith(("../img/", "data:image/svg+xml"))


def test_everything_the_frame_says_has_its_english():
    english = {
        message.id if isinstance(message.id, str) else message.id[0]: message.string
        for path in texts.catalogues().values()
        for message in texts.read(path)
        if message.id
    }
    missing = [
        found.key[1] for found in texts.sentences() if found.room == "web" and not english.get(found.key[1])
    ]
    assert missing == []
