"""Words around the forms about papers and money."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy

from baken.web.deciding import Decision
from baken.web.parts import Link

READ, KEEP = "programme.read", "programme.keep"
BACK = {
    "programme_papers:overview": gettext_lazy("Naar beleid en documenten"),
    "programme_papers:field": gettext_lazy("Naar het beleidsterrein"),
    "programme_papers:change": gettext_lazy("Naar het stuk"),
    "programme_papers:budget": gettext_lazy("Naar het budget"),
}


def words(
    title: str,
    lead: str,
    button: str,
    done: str,
    *,
    back: str = "programme_papers:overview",
    args: tuple[Any, ...] = (),
    ask: str = "",
    **more: Any,
) -> Decision:
    """Return the words around a form, and where one came from."""
    link = Link(reverse(back, args=args) + ask, str(BACK[back]))
    return Decision(title, lead, button, done, link, writes=False, **more)
