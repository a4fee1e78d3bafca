"""Words around the forms of meetings, their states, and why something is refused."""

from collections.abc import Mapping
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy, pgettext_lazy

from baken.core.decide.refusal import Refused
from baken.core.vocabulary.text import Text
from baken.programme.common.planned import State
from baken.web.deciding import Decision
from baken.web.parts import Link

READ, KEEP = "programme.read", "programme.keep"
HOME, PAGE, ACTIONS = (
    "programme_meetings:overview",
    "programme_meetings:meeting",
    "programme_meetings:actions",
)
BACK = {
    HOME: gettext_lazy("Naar de overleggen"),
    PAGE: gettext_lazy("Naar dit overleg"),
    ACTIONS: gettext_lazy("Naar de acties"),
}
STATES: Mapping[State, Any] = {
    "open": gettext_lazy("open"),
    "due": gettext_lazy("dit kwartaal"),
    "late": gettext_lazy("te laat"),
    "done": gettext_lazy("gedaan"),
    "dropped": gettext_lazy("gaat niet door"),
}
HELD: Mapping[State, Any] = {
    **STATES,
    "open": gettext_lazy("gepland"),
    "due": gettext_lazy("gepland"),
    "done": pgettext_lazy("meeting", "geweest"),
}
"""The states of a meeting, which is never late: it has a day."""


def words(
    title: str, lead: str, button: str, done: str, *, back: str, args: tuple[Any, ...] = (), **more: Any
) -> Decision:
    """Return the words around a form, and where one came from."""
    return Decision(
        title, lead, button, done, Link(reverse(back, args=args), str(BACK[back])), writes=False, **more
    )


def has_minutes() -> Refused:
    """A meeting that has minutes took place."""
    return Refused(
        Text("Dit overleg heeft een verslag.", "This meeting has minutes."),
        Text(
            "Wat daar besloten is, zou dan nergens meer bij horen.",
            "What was decided there would then belong to nothing.",
        ),
        Text(
            "Neem eerst de regels van het verslag terug, als ook die niet kloppen.",
            "Take back the lines of the minutes first, if they are wrong too.",
        ),
    )


def not_yet() -> Refused:
    """A meeting that is still to come has no minutes."""
    return Refused(
        Text("Dit overleg is nog niet geweest.", "This meeting has not been yet."),
        Text("Er is nog niets besloten.", "Nothing was decided yet."),
        Text("Maak het verslag op of na de dag zelf.", "Make the minutes on the day itself or after it."),
    )


def dropped() -> Refused:
    """A meeting that was called off has nothing more."""
    return Refused(
        Text("Dit overleg gaat niet door.", "This meeting was called off."),
        Text("Er verandert niets meer aan.", "Nothing changes about it any more."),
        Text("Plan een nieuw overleg.", "Plan a new meeting."),
    )


def was_already() -> Refused:
    """What has been cannot be called off."""
    return Refused(
        Text("Dit overleg is al geweest.", "This meeting is over."),
        Text("Wat geweest is, kan niet meer vervallen.", "What has been cannot be called off."),
        Text("Was het er niet? Neem het dan terug.", "Was it never held? Then take it back."),
    )


def too_soon(day: str) -> Refused:
    """An action is agreed at its meeting, so it is not due before it."""
    return Refused(
        Text("Deze dag ligt voor het overleg.", "This day lies before the meeting."),
        Text("Het overleg was op {day}.", "The meeting was on {day}.").format(day=day),
        Text("Kies die dag of een latere.", "Choose that day or a later one."),
        field="due",
    )


def in_programme() -> Refused:
    """It is an action of the programme already."""
    return Refused(
        Text("Deze actie staat al in het programma.", "This action is in the programme already."),
        Text("Twee keer dezelfde actie verwart.", "The same action twice confuses."),
        Text("Werk verder aan de actie in het programma.", "Continue with the action in the programme."),
    )


def done_already() -> Refused:
    """What is done is not done again."""
    return Refused(
        Text("Deze actie is al gedaan.", "This action is done already."),
        Text("Zij staat al met haar dag bij wat gedaan is.", "It stands with its day among what is done."),
        Text("Er hoeft niets te gebeuren.", "Nothing needs to be done."),
    )


def laid_down() -> Refused:
    """Minutes that were laid down stay as they are."""
    return Refused(
        Text("Dit verslag is vastgesteld.", "These minutes were laid down."),
        Text("Wie erbij was, kende het zo.", "Whoever was there knew them like this."),
        Text(
            "Leg een verbetering vast bij het volgende overleg.",
            "Record a correction at the next meeting.",
        ),
    )
