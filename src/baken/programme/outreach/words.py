"""Words around the forms of outreach, and the states of what is planned."""

from collections.abc import Mapping
from typing import Any

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy, pgettext_lazy

from baken.core.vocabulary.text import Text
from baken.programme.common.planned import State
from baken.web.deciding import Decision
from baken.web.fields import said
from baken.web.parts import Link

READ, KEEP = "programme.read", "programme.keep"
BACK = {
    "programme_outreach:overview": gettext_lazy("Naar voorlichting en campagnes"),
    "programme_outreach:contacts": gettext_lazy("Naar de organisaties"),
    "programme_outreach:announcements": gettext_lazy("Naar waar men kan melden"),
    "programme_outreach:campaigns": gettext_lazy("Naar de campagnes"),
    "programme_outreach:campaign": gettext_lazy("Naar de campagne"),
    "programme_outreach:reasons": gettext_lazy("Naar de aanleiding"),
}
STATES: Mapping[State, Any] = {
    "open": gettext_lazy("gepland"),
    "due": gettext_lazy("dit kwartaal"),
    "late": gettext_lazy("te laat"),
    "done": gettext_lazy("gedaan"),
    "dropped": gettext_lazy("gaat niet door"),
}
RUNS: Mapping[State, Any] = {
    **STATES,
    "due": gettext_lazy("binnenkort"),
    "done": pgettext_lazy("campaign", "voorbij"),
}
"""The states of a campaign, which is never late: it has days."""
RUNNING = gettext_lazy("loopt nu")


def words(
    title: str, lead: str, button: str, done: str, *, back: str, args: tuple[Any, ...] = (), **more: Any
) -> Decision:
    """Return the words around a form, and where one came from."""
    link = Link(reverse(back, args=args), str(BACK[back]))
    return Decision(title, lead, button, done, link, writes=False, **more)


def named(text: Text) -> str:
    """Return a word of a list as it begins a cell."""
    return capfirst(said(text))
