"""Numbers and addresses in the forms: what cannot be dialled or opened is said, and everything shipped passes."""

import pytest
import yaml

from baken.policy.drafting.slots.shapes import misshapen
from baken.project.policies import policies_root


@pytest.mark.parametrize(
    ("shape", "words"),
    [
        ("phone", "abc"),
        ("phone", "bel Jan"),
        ("phone", "12"),
        ("email", "jan"),
        ("email", "jan@kantoor"),
        ("web", "javascript:alert(1)"),
    ],
)
def test_what_cannot_be_dialled_or_opened_is_refused(shape: str, words: str) -> None:
    assert misshapen(shape, words)


@pytest.mark.parametrize("words", ["112", "14 0348", "+31 30 123 45 67", "(030) 123 45 67", "0900-8844"])
def test_a_number_may_be_written_as_people_write_it(words: str) -> None:
    assert misshapen("phone", words) == ""


def test_every_number_and_address_in_the_shipped_policies_passes() -> None:
    seen = 0
    for path in policies_root().glob("*/*/*.yaml"):
        for items in yaml.safe_load(path.read_text("utf-8")).values():
            for item in items if isinstance(items, list) else ():
                for place in (item, item.get("contact") or {}):
                    for shape in {"phone", "email", "web"} & set(place):
                        assert misshapen(shape, place[shape]) == "", (path.name, item["id"])
                        seen += 1
    assert seen > 10
