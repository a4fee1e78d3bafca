"""Closed lists and names that the programme shows: kinds of ready, themes and barriers of the policy in use."""

from collections.abc import Mapping
from datetime import datetime

from baken.core.policy.bundle import Bundle
from baken.core.policy.programme import ProgrammeAction, Theme
from baken.core.vocabulary.text import Text
from baken.programme.common import policy
from baken.programme.plan import queries

READY: Mapping[str, tuple[Text, Text]] = {
    "ongoing": (
        Text("doorlopend", "ongoing"),
        Text(
            "Dit is nooit af. Leg wel vast wat er gebeurt.", "This is never finished. Do record what happens."
        ),
    ),
    "date": (Text("op een dag", "on a day"), Text("Vul de dag in.", "Fill in the day.")),
    "month": (
        Text("in een maand", "in a month"),
        Text("Vul een dag in die maand in.", "Fill in a day of that month."),
    ),
    "quarter": (
        Text("in een kwartaal", "in a quarter"),
        Text("Vul een dag in dat kwartaal in.", "Fill in a day of that quarter."),
    ),
    "every": (
        Text("elke paar jaar in een maand", "every few years in a month"),
        Text(
            "Vul een dag in van de eerste keer, en om de hoeveel jaar.",
            "Fill in a day of the first time, and every how many years.",
        ),
    ),
    "times": (
        Text("een aantal keer per jaar", "a number of times a year"),
        Text("Vul in hoe vaak ten minste.", "Fill in how many times at least."),
    ),
}
MAIN_NAME = Text("Mensenhandel", "Human trafficking")


def bundle(now: datetime) -> Bundle | None:
    """Return the policy in use."""
    return policy.in_force(now)


def themes(found: Bundle | None) -> dict[str, Theme]:
    """Return the themes of safety that the policy names, by id."""
    return {one.id: one for one in found.themes} if found else {}


def theme_name(theme: str, found: Bundle | None) -> Text:
    """Return what a theme is called; one that the policy does not know goes by its own words."""
    known = themes(found).get(theme)
    if known is not None:
        return known.name
    return MAIN_NAME if theme == queries.MAIN else Text(theme, theme)


def barriers(found: Bundle | None) -> dict[str, Text]:
    """Return the barriers of the policy, by id."""
    return {one.id: one.name for one in found.barriers} if found else {}


def policy_rows(found: Bundle | None) -> dict[str, ProgrammeAction]:
    """Return the rows of the programme in the policy, by id."""
    return {one.id: one for one in found.actions} if found else {}


def main(found: Bundle | None) -> str:
    """Return the theme that the programme of the policy is about."""
    return found.programme.theme if found and found.programme else queries.MAIN
