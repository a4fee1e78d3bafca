"""Every policy on the shelf of broken ones is refused with the words its adviser needs."""

from datetime import date
from pathlib import Path

import pytest

from baken.core.policy.errors import PolicyErrors
from baken.core.policy.resolve import resolve
from baken.project.policies import library as shipped
from tests.policies.shelf import BROKEN, good, mistakes, with_files


def test_the_good_policy_under_the_shelf_is_good() -> None:
    assert mistakes(good()) == ()


def test_the_shelf_is_well_filled() -> None:
    assert len(BROKEN) >= 25


@pytest.mark.parametrize("folder", BROKEN, ids=lambda folder: folder.name)
def test_broken_policy_is_refused_with_place_and_words(folder: Path) -> None:
    files: dict[str, bytes | str] = {path.name: path.read_bytes() for path in folder.glob("*.yaml")}
    place, *words = (folder / "words.txt").read_text().splitlines()
    told = [error.in_("nl") for error in mistakes(with_files(files))]
    here = [line for line in told if line.startswith(f"{place}: ")]
    assert any(all(word in line for word in words) for line in here), "\n".join(told)


@pytest.mark.parametrize("folder", BROKEN, ids=lambda folder: folder.name)
def test_broken_policy_is_told_in_english_too(folder: Path) -> None:
    files: dict[str, bytes | str] = {path.name: path.read_bytes() for path in folder.glob("*.yaml")}
    for error in mistakes(with_files(files)):
        for part in (error.what, error.why, error.do):
            assert part.nl.strip()
            assert part.en.strip()


def test_a_clash_with_a_rule_of_the_region_tells_the_ways_out() -> None:
    """An adviser who makes the RIEC required meets the region's advice about it."""
    there = shipped()
    version = there.versions("woerden")[-1]
    own = dict(there.files("woerden", version))
    rule = "  - {id: riec_labour, to: riec, when: {exploitation: {includes: labour}}, strength: required, chosen: ons}"
    route = own["route.yaml"]
    text = route.decode() if isinstance(route, bytes) else route
    own["route.yaml"] = text.replace("referrals:\n", f"referrals:\n{rule}\n")
    with pytest.raises(PolicyErrors) as caught:
        resolve(there.with_folder("woerden", version, own), "woerden", date(2026, 1, 1))
    (told,) = [error.in_("nl") for error in caught.value.errors]
    assert "`riec` komt van `copen`: pas die regel hier aan in plaats van er een bij te zetten" in told


def test_all_mistakes_are_told_and_not_only_the_first() -> None:
    route = (Path(__file__).parent / "good/dorp/2024-01-01/route.yaml").read_text()
    wrong = (
        route.replace("to: avim", "to: avimm").replace("step.table", "step.tabel").replace("acute", "spoed")
    )
    tables = "format: 1\ntables:\n  - id: nothing\n"
    told = "\n".join(
        error.in_("nl") for error in mistakes(with_files({"route.yaml": wrong, "tables.yaml": tables}))
    )
    for word in ("avimm", "spoed", "nothing", "Hier ontbreekt `name`", "Hier ontbreekt `level`"):
        assert word in told


def test_a_file_of_two_megabytes_is_refused_unread() -> None:
    (error,) = mistakes(with_files({"route.yaml": b"format: 1\n#" + b"x" * 2_000_000}))
    assert "te groot" in error.in_("nl")


def test_another_encoding_is_refused_with_its_line() -> None:
    (error,) = mistakes(with_files({"texts.yaml": "format: 1\n# coördinator".encode("latin-1")}))
    assert error.line == 2
    assert "geen UTF-8" in error.in_("nl")


def test_deep_nesting_is_refused() -> None:
    deep = "format: 1\nsteps: " + "[" * 400_000
    assert any("te diep" in error.in_("nl") for error in mistakes(with_files({"route.yaml": deep})))


@pytest.mark.parametrize(
    "content", ["\x00\x01", "🦺", "<script>alert(1)</script>", "'; drop table x;--", "\u202eabc"]
)
def test_strange_content_is_an_error_and_never_a_crash(content: str) -> None:
    assert mistakes(with_files({"route.yaml": content}))
