"""What lies in the folder of policies and is no policy is refused with its name, and harms no other policy."""

import os
import shutil
from datetime import date
from pathlib import Path

import pytest

from baken.core.policy.errors import PolicyErrors
from baken.core.policy.resolve import resolve
from baken.project.policies import library
from tests.policies.shelf import GOOD

DAY = date(2026, 1, 1)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(GOOD, tmp_path / "policies")
    return tmp_path / "policies"


def told(folder: Path, policy: str = "dorp") -> str:
    there = library(folder)
    assert resolve(there, "land", DAY).policy_id == "land"
    with pytest.raises(PolicyErrors) as wrong:
        resolve(there, policy, DAY)
    return "\n".join(error.in_("nl") for error in wrong.value.errors)


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret" / "municipality.yaml").write_text("geheim: sleutelwoord\n")
    return tmp_path / "secret"


def test_a_link_to_a_file_outside_is_refused_unread(folder: Path, secret: Path) -> None:
    (folder / "dorp/2024-01-01/card.yaml").symlink_to(secret / "municipality.yaml")
    words = told(folder)
    assert "dorp/2024-01-01/card.yaml: Dit is een koppeling naar buiten" in words
    assert "geheim" not in words


def test_a_link_to_a_version_outside_is_refused(folder: Path, secret: Path) -> None:
    (folder / "dorp/2025-01-01").symlink_to(secret, target_is_directory=True)
    assert "dorp/2025-01-01: Dit is een koppeling naar buiten" in told(folder)


def test_a_link_to_a_policy_outside_is_refused(folder: Path, secret: Path) -> None:
    (folder / "stad").symlink_to(secret, target_is_directory=True)
    assert "stad: Dit is een koppeling naar buiten" in told(folder, "stad")


def test_a_link_within_the_policies_is_followed(folder: Path) -> None:
    (folder / "dorp/2025-01-01").symlink_to(folder / "dorp/2024-01-01", target_is_directory=True)
    assert resolve(library(folder), "dorp", DAY).valid_from == date(2025, 1, 1)


def test_a_link_to_nothing_is_refused(folder: Path) -> None:
    (folder / "dorp/2024-01-01/card.yaml").symlink_to(folder / "nothing")
    assert "card.yaml: Dit hoort hier niet" in told(folder)


def test_a_file_that_is_no_text_is_refused_with_its_name(folder: Path) -> None:
    (folder / "dorp/2024-01-01/card.yaml").write_bytes(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3")
    assert "dorp/2024-01-01/card.yaml:2: Dit bestand is geen UTF-8" in told(folder)


def test_a_pipe_is_refused_and_not_waited_for(folder: Path) -> None:
    os.mkfifo(folder / "dorp/2024-01-01/card.yaml")
    assert "card.yaml: Dit hoort hier niet" in told(folder)


@pytest.mark.parametrize("name", ["2025", "2025-1-1", "2025-02-30", "zomer", "nieuw beleid", "20250101"])
def test_a_folder_that_is_no_date_is_refused(folder: Path, name: str) -> None:
    shutil.copytree(folder / "dorp/2024-01-01", folder / "dorp" / name)
    assert f"dorp/{name}: De map `{name}` is geen datum" in told(folder)


def test_a_file_beside_the_versions_is_refused(folder: Path) -> None:
    (folder / "dorp/route.yaml").write_text("format: 1\n")
    assert "dorp/route.yaml: Dit hoort hier niet" in told(folder)


def test_a_folder_within_a_version_is_refused(folder: Path) -> None:
    (folder / "dorp/2024-01-01/oud").mkdir()
    assert "dorp/2024-01-01/oud: Dit hoort hier niet" in told(folder)


def test_a_policy_without_a_version_says_so(folder: Path) -> None:
    (folder / "leeg").mkdir()
    assert "`municipality.yaml` ontbreekt" in told(folder, "leeg")


def test_a_file_that_may_not_be_read_is_refused(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = Path.open

    def closed(self: Path, *arguments: object, **named: object) -> object:
        if self.name == "tables.yaml":
            raise PermissionError(13, os.strerror(13))
        return opened(self, *arguments, **named)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", closed)
    words = told_of_dorp(folder)
    assert "tables.yaml: Dit kan niet worden gelezen. De computer zegt: Permission denied" in words


def told_of_dorp(folder: Path) -> str:
    with pytest.raises(PolicyErrors) as wrong:
        resolve(library(folder), "dorp", DAY)
    return "\n".join(error.in_("nl") for error in wrong.value.errors)


def test_a_large_file_is_not_read_whole(folder: Path) -> None:
    with (folder / "dorp/2024-01-01/card.yaml").open("wb") as file:
        file.truncate(200_000_000)
    assert "card.yaml: Dit bestand is te groot" in told(folder)


def test_hidden_files_and_remarks_are_left_alone(folder: Path) -> None:
    (folder / "dorp/.git").mkdir()
    (folder / "dorp/2024-01-01/.DS_Store").write_bytes(b"\x00")
    (folder / "dorp/README.md").write_text("x")
    (folder / "dorp/2024-01-01/README.md").write_text("x")
    assert resolve(library(folder), "dorp", DAY).policy_id == "dorp"
