"""The eight municipalities without a document of their own start on their region, and do as it does (DIFF-03)."""

import json
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from baken.core.policy.bundle import Bundle
from baken.core.policy.making import name_of, new_folder
from baken.core.policy.resolve import resolve
from baken.core.prove.comparing import compare
from baken.project.policies import library, policies_root
from baken.project.policy_commands import policy
from baken.project.route_commands import route

EIGHT = {
    "lopik": "copen",
    "ijsselstein": "copen",
    "oudewater": "copen",
    "medemblik": "west-friesland",
    "opmeer": "west-friesland",
    "enkhuizen": "west-friesland",
    "drechterland": "west-friesland",
    "stede-broec": "west-friesland",
}
DAY = date(2026, 12, 1)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("eight") / "policies"
    shutil.copytree(policies_root(), root)
    for name, region in EIGHT.items():
        made = ["new", name, "--extends", region, "--from", DAY.isoformat(), "--into", str(root)]
        result = CliRunner().invoke(policy, made)
        assert result.exit_code == 0, result.stderr
    return root


def test_all_eight_load_and_their_cases_hold(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BAKEN_POLICIES", str(folder))
    result = CliRunner().invoke(policy, ["check", *EIGHT])
    assert result.exit_code == 0, result.stdout + result.stderr
    assert "Alles klopt." in result.stdout


@pytest.mark.parametrize(("name", "region"), EIGHT.items())
def test_it_is_the_region_in_everything_but_its_name(folder: Path, name: str, region: str) -> None:
    there = library(folder)
    assert decided(resolve(there, name, DAY)) == decided(resolve(there, region, DAY))


def decided(bundle: Bundle) -> dict[str, Any]:
    """What a policy says, without whose it is and where it comes from."""
    data = json.loads(bundle.canonical())
    own = [table for table in data["tables"] if table["id"] == "local_undermining_meeting"]
    for table in own:
        del table["name"]
    lists = {name: value for name, value in data.items() if isinstance(value, list) and name != "layers"}
    return {
        name: [
            {key: said for key, said in one.items() if key not in ("by", "since", "source", "chosen")}
            for one in value
        ]
        for name, value in lists.items()
    }


@pytest.mark.parametrize(("name", "region"), EIGHT.items())
def test_for_every_signal_there_can_be_it_does_what_the_region_does(
    folder: Path, name: str, region: str
) -> None:
    there = library(folder)
    found = compare(resolve(there, region, DAY), resolve(there, name, DAY))
    assert found.combinations > 10_000
    assert [one.key for one in found.differences] == ["tables.local_undermining_meeting.name"]


@pytest.mark.parametrize(("name", "region"), EIGHT.items())
def test_without_the_local_meeting_it_does_what_the_region_does_without_it(name: str, region: str) -> None:
    there = library()
    lacking = {"local_undermining_meeting": False}
    made = new_folder(there, name, name=name_of(name), extends=region, valid_from=DAY, tables=lacking)
    without = resolve(there, region, DAY).without_tables(["local_undermining_meeting"])
    own = resolve(there.with_folder(name, DAY.isoformat(), made.files), name, DAY)
    assert not any(one.steers for one in compare(without, own).differences)


@pytest.mark.parametrize("name", EIGHT)
def test_its_route_can_be_explained(folder: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BAKEN_POLICIES", str(folder))
    asked = ["explain", "--policy", name, "--facts", "-", "--at", "2026-12-02T10:00:00+01:00", "--json"]
    result = CliRunner().invoke(route, asked, input='{"exploitation": ["labour"], "urgency": "acute"}')
    assert result.exit_code == 0, result.stderr
    assert json.loads(result.stdout)["policy"]["id"] == name
