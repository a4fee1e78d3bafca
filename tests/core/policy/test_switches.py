"""Files are off until a municipality switches them on for itself, with a ground and a reason (V20)."""

from datetime import date

import pytest

from baken.core.decide import Refused
from baken.core.decide.files import must_be_allowed
from baken.core.policy.bundle import Bundle
from baken.core.policy.library import Library
from baken.core.policy.resolve import resolve
from baken.core.vocabulary.files import FILE_KINDS, MEDIA, NEVER
from baken.core.vocabulary.text import Text
from baken.policy.reading.entries import Saying
from baken.policy.reading.on_files import files
from tests.policies.shelf import GOOD, good, mistakes, with_files

DAY = date(2026, 1, 1)
HEAD = (GOOD / "dorp/2024-01-01/municipality.yaml").read_text("utf-8")
GROUND = resolve(good(), "dorp", DAY).ground_list[0].id


def wrong(switch: str) -> list[str]:
    return [one.what.en for one in mistakes(with_files({"municipality.yaml": f"{HEAD}files: {switch}\n"}))]


def test_the_policy_in_force_says_what_is_on_and_a_reader_sees_it() -> None:
    switch = f"{{ground: {GROUND}, because: {{nl: daarom, en: because}}, kinds: [photo]}}"
    assert wrong(switch) == []
    there = with_files({"municipality.yaml": f"{HEAD}files: {switch}\n"})
    bundle = resolve(there, "dorp", DAY)
    assert bundle.files is not None
    assert Bundle.from_canonical(bundle.canonical()).files == bundle.files
    assert bundle.id != resolve(good(), "dorp", DAY).id
    shown = files(Saying(bundle, lambda policy: Text(policy, policy))).entries
    assert [one.words for one in shown] == [(Text("daarom", "because"),)]
    assert files(Saying(resolve(good(), "dorp", DAY), lambda policy: Text(policy, policy))).entries == ()


def test_a_municipality_does_not_inherit_it() -> None:
    """Each answers for it itself, whatever its region does."""
    folders: dict[str, dict[str, dict[str, bytes | str]]] = {
        policy.name: {
            version.name: {path.name: path.read_bytes() for path in version.iterdir()}
            for version in policy.iterdir()
        }
        for policy in GOOD.iterdir()
    }
    head = (GOOD / "land/2023-01-01/municipality.yaml").read_text("utf-8")
    folders["land"]["2023-01-01"]["municipality.yaml"] = (
        f"{head}files: {{ground: {GROUND}, because: {{nl: a, en: b}}, kinds: [photo]}}\n"
    )
    assert resolve(Library(folders), "dorp", DAY).files is None


@pytest.mark.parametrize(
    "switch",
    [
        "{ground: verzonnen, because: {nl: a, en: b}, kinds: [photo]}",
        f"{{ground: {GROUND}, because: {{nl: a, en: b}}, kinds: []}}",
        f"{{ground: {GROUND}, because: {{nl: a, en: b}}, kinds: [identity_paper]}}",
        f"{{ground: {GROUND}, kinds: [photo]}}",
        f"{{ground: {GROUND}, because: {{nl: a, en: b}}}}",
        f"{{ground: {GROUND}, because: {{nl: a, en: b}}, kinds: [photo], size: 20}}",
        "{because: {nl: a, en: b}, kinds: [photo]}",
        "yes",
    ],
)
def test_half_a_switch_is_a_mistake(switch: str) -> None:
    assert wrong(switch)


def test_what_never_may_be_added_is_refused_whatever_the_policy_says() -> None:
    switch = resolve(good(), "dorp", DAY).files
    for kind in (*NEVER, *FILE_KINDS):
        with pytest.raises(Refused):
            must_be_allowed(switch, kind)
    assert MEDIA.keys() == FILE_KINDS.keys()
    assert not NEVER.keys() & FILE_KINDS.keys()
