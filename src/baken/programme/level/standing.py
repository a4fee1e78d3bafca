"""Where an organisation stands on the criteria of its policy: what is shown, what is not, and what to look at again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, cast

from baken.core.derive.training import years_after
from baken.core.policy.programme import Criterion
from baken.core.vocabulary.text import Text
from baken.programme.level.models import Assessment

Shown = Literal["shown", "unproved", "partly", "not", "open"]
AGAIN_AFTER = 2
"""Years after which a criterion is to be looked at again. chosen: as often as the policy is evaluated (BASE-05)."""
STATES: Mapping[str, Text] = {
    "met": Text("voldaan", "met"),
    "partly": Text("deels voldaan", "partly met"),
    "not": Text("niet voldaan", "not met"),
    "open": Text("nog niet bekeken", "not looked at yet"),
}
"""What one can find of a criterion."""
SHOWN: Mapping[str, Text] = {
    "shown": Text("voldaan en aangetoond", "met and shown"),
    "unproved": Text("nog niet aangetoond", "not shown yet"),
    "partly": STATES["partly"],
    "not": STATES["not"],
    "open": STATES["open"],
}
"""What others are told: what is met counts once it can be seen somewhere."""
SORTS: Mapping[str, Text] = {
    "demand": Text("Eisen", "Demands"),
    "objective": Text("Doelstellingen", "Objectives"),
    "goal": Text("Vervolgdoelen", "Follow-up goals"),
    "action": Text("Acties bij de vervolgdoelen", "Actions for the follow-up goals"),
    "role": Text("Rollen van de gemeente", "Roles of the municipality"),
}
"""The sorts of criteria, in the order of the policy (BASE-01 to BASE-04)."""


@dataclass(frozen=True, slots=True)
class Standing:
    """One criterion, and what was found of it; nothing where nobody looked yet."""

    criterion: Criterion
    found: Assessment | None
    today: date

    @property
    def shown(self) -> Shown:
        """Where it stands, as a word of `SHOWN`."""
        return shown(self.found)

    @property
    def missing(self) -> bool:
        """Whether something is left to do: a reason for an action."""
        return self.shown != "shown"

    @property
    def again_on(self) -> date | None:
        """The day from which it is to be looked at again."""
        if self.found is None or self.found.state == "open":
            return None
        return years_after(self.found.on, AGAIN_AFTER)

    @property
    def again(self) -> bool:
        """Whether it is too old to go by."""
        return self.again_on is not None and self.again_on < self.today


def shown(found: Assessment | None) -> Shown:
    """Say where a criterion stands: met counts as shown only where it can be seen."""
    if found is None:
        return "open"
    if found.state == "met":
        return "shown" if found.evidence else "unproved"
    return cast(Shown, found.state)


def by_sort(every: Sequence[Standing]) -> list[tuple[Text, list[Standing]]]:
    """Return the criteria under the sort they are."""
    made = ((name, [one for one in every if one.criterion.sort == sort]) for sort, name in SORTS.items())
    return [(name, rows) for name, rows in made if rows]


def by_theme(
    every: Sequence[Standing], themes: Sequence[tuple[str, Text]]
) -> list[tuple[Text, list[Standing]]]:
    """Return the criteria under the themes of the national framework."""
    made = ((name, [one for one in every if one.criterion.theme == theme]) for theme, name in themes)
    return [(name, rows) for name, rows in made if rows]
