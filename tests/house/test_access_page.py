"""The page of who may do what says what the code says."""

import pytest
from click.testing import CliRunner

from baken.core.derive import access
from baken.project import access_table


def test_the_page_is_that_of_the_code() -> None:
    assert access_table.PAGE.read_text("utf-8") == access_table.made(), f"run: {access_table.COMMAND} write"


def test_every_role_and_every_action_has_a_cell() -> None:
    page = access_table.made()
    rows = [row for row in page.splitlines() if row.startswith("| ") and "<br>`" in row]
    assert len(rows) == len(access.ACTIONS)
    assert {row.count("|") for row in rows} == {len(access.ROLES) + 2}
    assert all(role.name.nl in page and role.who.en in page for role in access.ROLES.values())


@pytest.mark.parametrize(
    ("role", "action", "says"),
    [
        ("reporter", "signal.read", ""),
        ("focal_point", "signal.read", "yes"),
        ("lead_focal_point", "envelope.open", "post"),
        ("administrator", "people.manage", "others"),
        ("data_protection_officer", "signal.read", ""),
    ],
)
def test_a_cell_tells_allowed_refused_and_under_which_condition(role: str, action: str, says: str) -> None:
    assert access_table.mark(role, action) == says


def test_an_outdated_page_is_told_with_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(access_table, "made", lambda: "something else")
    answer = CliRunner().invoke(access_table.main, ["check"])
    assert answer.exit_code == 1
    assert "access_table write" in answer.output
