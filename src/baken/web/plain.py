"""Tells text from what only looks like it: wrong UTF-8, NUL bytes and control characters."""

import re
from urllib.parse import unquote_to_bytes

from django.http import HttpRequest

# Tab, line ends and the soft page and line breaks that word processors paste are part of ordinary text.
CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")


def is_text(data: bytes) -> bool:
    """Whether these bytes are UTF-8 without control characters."""
    try:
        return CONTROL.search(data.decode("utf-8")) is None
    except UnicodeDecodeError:
        return False


def readable(request: HttpRequest) -> bool:
    """Whether address, query and form can be read as text; what is no form is its reader's own business."""
    path = request.META.get("PATH_INFO", "").encode("latin-1", "replace")
    query = request.META.get("QUERY_STRING", "").encode("latin-1", "replace")
    if not is_text(path) or not is_text(_decoded(query)):
        return False
    if request.method in ("GET", "HEAD", "OPTIONS", "TRACE"):
        return True
    if request.content_type == "application/x-www-form-urlencoded":
        return is_text(_decoded(request.body))
    if request.content_type == "multipart/form-data":  # no form of Baken takes files, so all of it is text
        return is_text(request.body)
    return True


def _decoded(form: bytes) -> bytes:
    return unquote_to_bytes(form.replace(b"+", b" "))
