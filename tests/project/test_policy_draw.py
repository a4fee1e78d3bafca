"""`baken policy draw`: to the screen or a file, and every mistake told."""

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from click.testing import CliRunner, Result

from baken.project.policy_commands import policy


def run(*words: str) -> Result:
    """Run `baken policy draw` with these words."""
    return CliRunner().invoke(policy, ["draw", *words])


def test_an_svg_goes_to_standard_output() -> None:
    found = run("woerden")
    assert found.exit_code == 0
    assert ET.fromstring(found.stdout).tag.endswith("svg")
    assert "Route van Woerden" in found.stdout


def test_width_and_language_are_chosen() -> None:
    wide, narrow = run("hoorn", "--lang", "en"), run("hoorn", "--width", "narrow")
    assert "Route of Hoorn" in wide.stdout
    assert ET.fromstring(narrow.stdout).get("width") == "304"


@pytest.mark.parametrize("kind", ["bpmn", "text", "svg"])
def test_a_file_gets_all_of_it_and_standard_output_nothing(kind: str, tmp_path: Path) -> None:
    there = tmp_path / f"route.{kind}"
    found = run("montfoort", "--format", kind, "--out", str(there))
    assert found.exit_code == 0
    assert found.stdout == ""
    assert "Montfoort" in there.read_text("utf-8")
    assert run("montfoort", "--format", kind).stdout == there.read_text("utf-8")


def test_the_same_policy_is_drawn_the_same() -> None:
    assert run("woerden", "--format", "bpmn").stdout == run("woerden", "--format", "bpmn").stdout


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["woerdn"], "Bedoelt u `woerden`?"),
        (["woerden", "--on", "gisteren"], "'gisteren' is geen datum"),
        (["woerden", "--on", "1999-01-01"], "geen beleid op 1999-01-01"),
        (["woerden", "--out", "/er/is/geen/map/route.svg"], "kan niet worden geschreven"),
        (["woerden", "--out", "a\0b"], "kan niet worden geschreven"),
        (["woerden", "--format", "pdf"], "pdf"),
        ([], "POLICY"),
    ],
)
def test_a_mistake_is_told_and_nothing_is_drawn(words: list[str], says: str) -> None:
    found = run(*words)
    assert found.exit_code == 2
    assert found.stdout == ""
    assert says in found.stderr
