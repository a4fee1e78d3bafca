"""`baken policy diff` says in sentences what two policies do otherwise, and its exit code says whether they do."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from baken.project.policies import policies_root
from baken.project.policy_commands import policy


def diff(*words: str) -> Result:
    return CliRunner().invoke(policy, ["diff", "--on", "2026-11-22", *words])


def test_woerden_and_montfoort_differ_in_the_trusted_person_with_its_source() -> None:
    result = diff("woerden", "montfoort")
    assert result.exit_code == 1
    line = next(line for line in result.stdout.splitlines() if "vertrouwenspersoon het vermoedelijke" in line)
    assert "Montfoort vraagt dat niet. (woerden-beleid, bijlage 2, stap 3)" in line
    assert [line for line in result.stdout.splitlines() if not line.startswith(" ")][:1] == ["Route"]


def test_english_says_the_same() -> None:
    result = diff("woerden", "montfoort", "--lang", "en")
    assert "Montfoort does not ask that. (woerden-beleid, bijlage 2, stap 3)" in result.stdout
    assert "Who must be told" in result.stdout


def test_no_difference_is_said_after_how_many_combinations_and_is_success() -> None:
    result = diff("woerden", "woerden")
    assert result.exit_code == 0
    assert result.stdout.startswith("Geen verschil:")
    assert "4.147.200 combinaties" in result.stdout


def test_two_versions_of_one_municipality_are_told_apart_by_their_day(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(policies_root(), tmp_path / "policies")
    woerden = tmp_path / "policies/woerden"
    shutil.copytree(woerden / "2024-12-01", woerden / "2026-01-01")
    route = woerden / "2026-01-01/route.yaml"
    route.write_text(route.read_text().replace("override: {when: {urgency: acute}, needs: reason}", ""))
    monkeypatch.setenv("BAKEN_POLICIES", str(tmp_path / "policies"))
    result = diff("woerden@2024-12-01", "woerden@2026-01-01")
    assert result.exit_code == 1
    assert "Woerden (1-12-2024)" in result.stdout
    assert "Woerden (1-1-2026)" in result.stdout
    assert "Als het acuut is en het mensenhandel kan zijn, wacht Woerden (1-1-2026) met" in result.stdout


def test_a_copied_version_is_no_difference(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(policies_root(), tmp_path / "policies")
    shutil.copytree(tmp_path / "policies/hoorn/2022-12-01", tmp_path / "policies/hoorn/2026-01-01")
    monkeypatch.setenv("BAKEN_POLICIES", str(tmp_path / "policies"))
    result = diff("hoorn@2025-01-01", "hoorn@2026-01-01")
    assert result.exit_code == 0
    assert "doen en zeggen hetzelfde" in result.stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("woerde", "montfoort"), "Bedoelt u `woerden`?"),
        (("woerden@vandaag", "montfoort"), "`vandaag` is geen dag."),
        (("woerden@1999-01-01", "montfoort"), "`woerden` heeft geen beleid op 1999-01-01."),
    ],
)
def test_bad_input_is_refused_with_what_to_do(words: tuple[str, str], said: str) -> None:
    result = diff(*words)
    assert result.exit_code == 2
    assert said in result.stderr
    assert result.stdout == ""
