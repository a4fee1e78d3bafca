"""V30: a leak can be discovered in any hour, also in one that came twice or not at all."""

from datetime import UTC, datetime
from uuid import uuid4

import pytest

from baken import clock
from baken.core.derive.incidents import TERM
from baken.core.vocabulary.moments import add
from baken.trust.incidents.forms import ReportForm, ToldForm

TOLD = {"what": "lost", "where": "own", "ongoing": "no", "told": "Een telefoon is kwijt."}


def discovered(typed: str) -> datetime:
    form = ReportForm({"command": str(uuid4()), "discovered_at": typed, **TOLD})
    assert form.is_valid(), form.errors
    return form.cleaned_data["discovered_at"].astimezone(UTC)


@pytest.mark.parametrize(
    ("typed", "moment", "until"),
    [
        ("2026-10-25T02:30", (10, 25, 0, 30), (10, 28, 0, 30)),  # came twice: the 72 hours begin at the first
        ("2026-03-29T02:30", (3, 29, 1, 30), (4, 1, 1, 30)),  # never was: half past three
        (
            "2026-10-24T12:00",
            (10, 24, 10, 0),
            (10, 27, 10, 0),
        ),  # 72 real hours, eleven o'clock in the morning
        ("22-11-2026 14:30", (11, 22, 13, 30), (11, 25, 13, 30)),
    ],
)
def test_every_hour_can_be_filled_in_and_counts_72_real_hours(
    typed: str, moment: tuple[int, ...], until: tuple[int, ...]
) -> None:
    assert discovered(typed) == datetime(2026, *moment, tzinfo=UTC)
    assert add(discovered(typed), TERM) == datetime(2026, *until, tzinfo=UTC)


def test_what_was_told_in_the_hour_that_came_twice_was_not_told_before_it_was_known() -> None:
    form = ToldForm({"command": str(uuid4()), "at": "2025-10-26T02:30"})
    assert form.is_valid()
    assert form.cleaned_data["at"].astimezone(UTC) == datetime(2025, 10, 26, 1, 30, tzinfo=UTC)
    assert form.cleaned_data["at"] <= clock.now()


def test_what_is_no_moment_is_said_with_how_it_is_written() -> None:
    form = ReportForm({"command": str(uuid4()), "discovered_at": "gisteren", **TOLD})
    assert "22-11-2026 14:30" in str(form.errors["discovered_at"])
