"""The page about HTCDS says what the code says."""

from click.testing import CliRunner

from baken.core.exchange.fields import FIELDS
from baken.project import htcds_page


def test_the_page_is_that_of_the_code() -> None:
    assert htcds_page.PAGE.read_text("utf-8") == htcds_page.made(), f"run: {htcds_page.COMMAND} write"


def test_every_field_of_the_standard_has_a_row_and_the_attribution_stands_there() -> None:
    page = htcds_page.made()
    assert [name for name in FIELDS if page.count(f"\n| `{name}` |") != 1] == []
    assert "by IOM, CC BY 4.0" in page


def test_an_outdated_page_is_told_with_what_to_do(monkeypatch) -> None:
    monkeypatch.setattr(htcds_page, "made", lambda: "something else")
    answer = CliRunner().invoke(htcds_page.main, ["check"])
    assert answer.exit_code == 1
    assert "htcds_page write" in answer.output
