"""The content policy of a page. It is closed; a view that needs one thing more says so for its own answer alone."""

import re
from typing import Any

from django.http.response import HttpResponseBase

# Baken sends no scripts, frames or fonts, so none is allowed; data: is for the tick in a checkbox.
CLOSED = {
    "default-src": "'none'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}
_SOURCE = re.compile(r"'self'|https?://[A-Za-z0-9.:\[\]-]+")
_MARK = "_baken_allows"


def allow(answer: HttpResponseBase, directive: str, *sources: str) -> None:
    """Let this one page do something more: `allow(answer, "form-action", "https://login.example.nl")`.

    Sites of our own or named in full; nothing inline and nothing unsafe.
    """
    for source in sources:
        if not _SOURCE.fullmatch(source):
            raise ValueError(f"{source!r} is not a site that a page may be allowed")
    known: dict[str, tuple[str, ...]] = getattr(answer, _MARK, {})
    setattr(answer, _MARK, {**known, directive: (*known.get(directive, ()), *sources)})


def policy_of(answer: Any) -> str:
    """The content policy to send along with an answer."""
    more: dict[str, tuple[str, ...]] = getattr(answer, _MARK, {})
    whole = {name: CLOSED.get(name, "") for name in (*CLOSED, *(name for name in more if name not in CLOSED))}
    return "; ".join(
        " ".join(dict.fromkeys([name, *words.split(), *more.get(name, ())])) for name, words in whole.items()
    )
