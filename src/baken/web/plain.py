"""Tells text from what only looks like it: wrong UTF-8, NUL bytes and control characters."""

import re
from collections.abc import Callable
from typing import Any, TypeVar
from urllib.parse import unquote_to_bytes

from django.http import HttpRequest
from django.urls import Resolver404, resolve

View = TypeVar("View", bound=Callable[..., Any])

# Tab, line ends and the soft page and line breaks that word processors paste are part of ordinary text.
CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")


def mends_its_text(view: View) -> View:
    """Mark a view whose form takes out control characters itself and says so, keeping all that was typed."""
    view.mends_its_text = True  # type: ignore[attr-defined]
    return view


def takes_files(view: View) -> View:
    """Mark a view to which files may be sent, which are no text; the view judges every one of them itself."""
    view.takes_files = True  # type: ignore[attr-defined]
    return view


def takes_bytes(up_to: int) -> Callable[[View], View]:
    """Mark a view to which one large file may be sent: so many bytes with the form around it, at this address alone."""

    def mark(view: View) -> View:
        view.takes_up_to = up_to  # type: ignore[attr-defined]
        return takes_files(view)

    return mark


def room_for(request: HttpRequest) -> int:
    """Return how many bytes with a file may be sent to this address; 0 where it takes no more than any other."""
    if request.content_type != "multipart/form-data":
        return 0
    try:
        return int(getattr(resolve(request.path_info).func, "takes_up_to", 0))
    except Resolver404:
        return 0


def is_text(data: bytes, control_too: bool = False) -> bool:
    """Whether these bytes are UTF-8 without control characters, or with them where those are mended later."""
    try:
        return CONTROL.search(data.decode("utf-8")) is None or control_too
    except UnicodeDecodeError:
        return False


def readable_address(request: HttpRequest) -> bool:
    """Whether address and query can be read as text."""
    path = request.META.get("PATH_INFO", "").encode("latin-1", "replace")
    query = request.META.get("QUERY_STRING", "").encode("latin-1", "replace")
    return is_text(path) and is_text(_decoded(query))


def readable_form(request: HttpRequest, control_too: bool = False, files_too: bool = False) -> bool:
    """Whether a form can be read as text; what is no form is its reader's own business."""
    if request.method in ("GET", "HEAD", "OPTIONS", "TRACE"):
        return True
    if request.content_type == "application/x-www-form-urlencoded":
        return is_text(_decoded(request.body), control_too)
    if request.content_type == "multipart/form-data" and not files_too:  # without files all of it is text
        return is_text(request.body, control_too)
    return True


def _decoded(form: bytes) -> bytes:
    return unquote_to_bytes(form.replace(b"+", b" "))
