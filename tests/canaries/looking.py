"""Visits every page as everybody and reads what came, unpacked: pages, paper, spreadsheets and files."""

from dataclasses import dataclass, field

from django.http import HttpResponse
from django.urls import reverse

from tests.canaries.planting import WORD, Garden, body
from tests.papers import everything_of, text_of
from tests.tenants.town import VISITORS
from tests.tenants.urls_table import TABLE

NOTHING = {"happened": "", "reason": "", "command": "x"}
CLOSED = {
    "Content-Security-Policy": ("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'"),
    "Strict-Transport-Security": ("max-age=31536000", "includeSubDomains"),
    "X-Content-Type-Options": ("nosniff",),
    "Referrer-Policy": ("no-referrer",),
    "Cache-Control": ("no-store",),
    "Cross-Origin-Opener-Policy": ("same-origin",),
    "Cross-Origin-Resource-Policy": ("same-origin",),
    "Permissions-Policy": ("geolocation=()",),
    "X-Frame-Options": ("DENY",),
}


@dataclass(frozen=True)
class Seen:
    """A word that somebody saw on a page."""

    word: str
    page: str
    visitor: str
    status: int


@dataclass
class Looked:
    """The words that were seen, answers that lacked a header, and every status that came."""

    seen: list[Seen] = field(default_factory=list)
    bare: set[tuple[str, int, str]] = field(default_factory=set)
    statuses: dict[str, set[int]] = field(default_factory=dict)


def look_everywhere(garden: Garden) -> Looked:
    """What everybody sees of everything that was typed: with GET, with a form that is refused, and with TRACE."""
    found = Looked()
    for name, where in garden.places.items():
        address = reverse(name, kwargs=where)
        for visitor in VISITORS:
            garden.town.visit(garden.client, visitor)
            asked = [garden.client.get(address, secure=True)]
            if visitor not in TABLE[name].shows:
                asked.append(garden.client.post(address, NOTHING, secure=True))
            if visitor == "focal_point":
                asked.append(garden.client.trace(address, secure=True))
            for answer in asked:
                found.seen += [Seen(word, name, visitor, answer.status_code) for word in words_in(answer)]
                found.bare |= {(name, answer.status_code, header) for header in lacking(answer)}
                found.statuses.setdefault(name, set()).add(answer.status_code)
    return found


def words_in(answer: HttpResponse) -> set[str]:
    """The planted words in an answer, in its headers and in what it packs."""
    raw = body(answer)
    said = [raw.decode("utf-8", "replace"), str(answer.headers)]
    if raw.startswith(b"%PDF"):
        said += [text_of(raw), everything_of(raw).decode("utf-8", "replace")]
    return {word for text in said for word in WORD.findall(text)}


def lacking(answer: HttpResponse) -> list[str]:
    """The headers that are not as closed as every answer over https has them."""
    bare = [name for name, words in CLOSED.items() if any(word not in answer.get(name, "") for word in words)]
    if "unsafe" in answer.get("Content-Security-Policy", ""):
        bare.append("unsafe")
    return bare + [
        name for name in ("Server", "X-Powered-By", "Access-Control-Allow-Origin") if name in answer
    ]
