"""`baken policy new` writes a folder that works at once, or says what cannot be and writes nothing (DIFF-03)."""

import os
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from baken.project import policy_new
from baken.project.policies import policies_root
from baken.project.policy_commands import policy


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(policies_root(), tmp_path / "policies")
    return tmp_path / "policies"


def new(folder: Path, *arguments: str, answers: str | None = None) -> Result:
    return CliRunner().invoke(policy, ["new", *arguments, "--into", str(folder)], input=answers)


def test_makes_the_folder_and_says_what_it_assumed(folder: Path) -> None:
    result = new(folder, "oudewater", "--extends", "copen", "--from", "2026-12-01")
    assert result.exit_code == 0, result.stderr
    assert "Aangenomen: Oudewater heeft een lokaal ondermijningsoverleg" in result.stdout
    made = sorted(str(path.relative_to(folder)) for path in (folder / "oudewater").rglob("*.yaml"))
    assert made == [
        "oudewater/2026-12-01/municipality.yaml",
        "oudewater/2026-12-01/tables.yaml",
        "oudewater/cases/route.yaml",
    ]


def test_a_person_at_the_keyboard_is_asked_whether_there_is_a_local_meeting(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(policy_new, "at_a_keyboard", lambda: True)
    result = new(folder, "medemblik", "--extends", "west-friesland", answers="n\n")
    assert "Heeft Medemblik een eigen lokaal ondermijningsoverleg?" in result.stdout
    assert "Aangenomen" not in result.stdout
    (tables,) = (folder / "medemblik").glob("*/tables.yaml")
    assert "exists: no" in tables.read_text("utf-8")


def test_what_is_said_on_the_command_line_is_not_asked(folder: Path) -> None:
    result = new(folder, "opmeer", "--extends", "west-friesland", "--no-local-meeting")
    assert "Aangenomen" not in result.stdout
    (tables,) = (folder / "opmeer").glob("*/tables.yaml")
    assert "exists: no" in tables.read_text("utf-8")


def test_a_decision_of_the_college_is_the_source(folder: Path) -> None:
    result = new(
        folder, "lopik", "--extends", "copen", "--decision", "2026-114", "--decided-on", "2026-11-24"
    )
    assert result.exit_code == 0, result.stderr
    (file,) = (folder / "lopik").glob("*/municipality.yaml")
    assert "date: 2026-11-24" in file.read_text("utf-8")


def test_what_is_there_is_never_overwritten(folder: Path) -> None:
    before = {path: path.read_bytes() for path in folder.rglob("*.yaml")}
    assert new(folder, "woerden", "--extends", "copen").exit_code == 2
    (folder / "lopik").mkdir()
    refused = new(folder, "lopik", "--extends", "copen")
    assert refused.exit_code == 2
    assert "nooit overschreven" in refused.stderr
    assert {path: path.read_bytes() for path in folder.rglob("*.yaml")} == before


def test_a_link_that_leads_outside_is_not_followed(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (folder / "lopik").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    refused = new(folder, "lopik", "--extends", "copen")
    assert refused.exit_code == 2
    assert list((tmp_path / "elsewhere").iterdir()) == []


@pytest.mark.parametrize("name", ["../lopik", "/tmp/lopik", "..", "lopik/2026", "Lopik"])
def test_a_path_is_no_id(folder: Path, name: str) -> None:
    refused = new(folder, name, "--extends", "copen")
    assert refused.exit_code == 2
    assert "kan geen naam van beleid zijn" in refused.stderr


def test_refusals_are_said_in_english_too(folder: Path) -> None:
    refused = new(folder, "lopik", "--extends", "copn", "--lang", "en")
    assert refused.exit_code == 2
    assert "does not exist" in refused.stderr


def test_a_folder_that_is_not_there_is_refused(folder: Path) -> None:
    refused = new(folder / "no", "lopik", "--extends", "copen")
    assert refused.exit_code == 2
    assert "Deze map is er niet" in refused.stderr


def test_a_day_of_a_decision_needs_its_number(folder: Path) -> None:
    assert new(folder, "lopik", "--extends", "copen", "--decided-on", "2026-11-24").exit_code == 2


def test_where_nothing_may_be_written_it_says_so(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(self: Path, *_: object, **__: object) -> None:
        raise PermissionError(13, os.strerror(13))

    monkeypatch.setattr(Path, "mkdir", forbidden)
    refused = new(folder, "lopik", "--extends", "copen")
    assert refused.exit_code == 2
    assert "Schrijven lukt hier niet (Permission denied)" in refused.stderr


def test_a_disk_that_fills_up_half_way_leaves_nothing_behind(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = Path.write_text

    def full(self: Path, text: str, encoding: str) -> int:
        if self.name == "tables.yaml":
            raise OSError(28, os.strerror(28))
        return write(self, text, encoding)

    monkeypatch.setattr(Path, "write_text", full)
    refused = new(folder, "lopik", "--extends", "copen")
    assert refused.exit_code == 2
    assert "No space left" in refused.stderr
    assert not (folder / "lopik").exists()
