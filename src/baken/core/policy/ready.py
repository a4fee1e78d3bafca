"""When an action of the programme is ready, as `programme.yaml` says it (PROG-04)."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Literal, Self

from pydantic import model_validator

from baken.core.policy.base import Day, Model
from baken.core.policy.kinds import MonthNumber, TimesAYear, Whole
from baken.core.policy.mistake import mistake
from baken.core.vocabulary.months import last_of_month, last_of_quarter
from baken.core.vocabulary.text import Text

ReadyKind = Literal["ongoing", "date", "month", "quarter", "every", "times"]
EveryYears = Annotated[int, Whole(1, 20)]
_ASKS: Mapping[str, tuple[str, ...]] = {
    "ongoing": (),
    "date": ("on",),
    "month": ("on",),
    "quarter": ("on",),
    "every": ("on", "every_years", "month"),
    "times": ("times",),
}


class Ready(Model):
    """When something is ready: each kind asks for its own keys."""

    kind: ReadyKind
    """`ongoing`; a `date`, `month` or `quarter`; `every` so many years in a month; at least so many `times` a year."""
    on: Day | None = None
    """The last day of the date, month or quarter; with `every` the last day of the first time."""
    every_years: EveryYears | None = None
    """With `every`: how many years lie between."""
    month: MonthNumber | None = None
    """With `every`: the month, from 1 to 12."""
    times: TimesAYear | None = None
    """With `times`: how many times a year at least."""

    @model_validator(mode="after")
    def _whole(self) -> Self:
        asked = _ASKS[self.kind]
        for key in ("on", "every_years", "month", "times"):
            there = getattr(self, key) is not None
            if there != (key in asked):
                raise mistake(
                    Text(
                        f"Bij `{self.kind}` hoort `{key}` {'niet' if there else 'wel'}.",
                        f"`{self.kind}` {'takes no' if there else 'needs'} `{key}`.",
                    ),
                    Text(
                        "Dan is niet te zeggen wanneer dit klaar is.",
                        "Then nobody can say when this is ready.",
                    ),
                    Text(
                        f"{'Haal' if there else 'Vul'} `{key}` {'weg' if there else 'in'}.",
                        f"{'Remove' if there else 'Fill in'} `{key}`.",
                    ),
                )
        if self.on is not None and self.kind != "date":
            last = self._last_day(self.on)
            if self.on != last:
                raise mistake(
                    Text(
                        f"{self.on.isoformat()} is niet de laatste dag.",
                        f"{self.on.isoformat()} is not the last day.",
                    ),
                    Text(
                        "Een maand of kwartaal is klaar op de laatste dag ervan.",
                        "A month or quarter is over on its last day.",
                    ),
                    Text(f"Schrijf {last.isoformat()}.", f"Write {last.isoformat()}."),
                )
        return self

    def _last_day(self, day: date) -> date:
        if self.kind == "quarter":
            return last_of_quarter(day)
        return last_of_month(day.year, self.month or day.month)
