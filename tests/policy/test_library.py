"""The library: what came with Baken, and what was put into use here, read once until something is put into use."""

from django.utils import timezone

from baken.core.policy.resolve import resolve
from baken.policy.library import library, name_of
from baken.policy.models import Edition
from tests.policies.test_shipped import DAY

HEAD = """format: 1
id: oudewater
kind: municipality
name: {nl: Oudewater, en: Oudewater}
extends: copen
chosen: een proef
"""


def edition(id_: str, text: str) -> Edition:
    return Edition.objects.create(
        id=id_,
        policy_id="oudewater",
        version="2026-11-01",
        files={"municipality.yaml": text},
        cases={},
        bundle="sha256:x",
        made_at=timezone.now(),
    )


def test_it_is_read_once_and_again_after_something_was_put_into_use(db: None) -> None:
    before = library()
    assert library() is before
    assert "oudewater" not in before.policy_ids
    edition("one", HEAD)
    after = library()
    assert after is not before
    assert resolve(after, "oudewater", DAY).name.nl == "Oudewater"
    edition("two", HEAD.replace("nl: Oudewater", "nl: Stad Oudewater"))
    assert resolve(library(), "oudewater", DAY).name.nl == "Stad Oudewater"


def test_whose_policy_it_is_comes_from_its_newest_folder_and_else_is_its_id(db: None) -> None:
    assert name_of(library(), "copen").nl == "Copen-gebied"
    assert name_of(library(), "nergens").nl == "nergens"
    edition("broken", "format: 1\nid: oudewater\n")
    assert name_of(library(), "oudewater").nl == "oudewater"
