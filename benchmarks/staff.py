"""Somebody of the staff in a browser: keeps cookies, fills in a form as it is shown, sends it, sends it again."""

import http.client
from collections.abc import Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser
from http.cookies import SimpleCookie
from typing import Any
from urllib.parse import urlencode

from benchmarks.reporting import NotAcknowledged

Fields = Sequence[tuple[str, str]]
SERVER_ERROR = 500


class _Forms(HTMLParser):
    """Reads every form of a page with what a browser would send of it when nothing is changed."""

    def __init__(self) -> None:
        super().__init__()
        self.forms: list[list[tuple[str, str]]] = []
        self.offered: list[list[tuple[str, str]]] = []
        self._area: str | None = None
        self._words = ""

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        """Note a form, and each field in it."""
        told = dict(attrs)
        if tag == "form":
            self.forms.append([])
            self.offered.append([])
        name = told.get("name")
        if not self.forms or not name:
            return
        if tag == "textarea":
            self._area, self._words = name, ""
        if tag == "input":
            chosen = told.get("type", "text") not in ("radio", "checkbox") or "checked" in told
            pair = (name, told.get("value") or ("on" if told.get("type") == "checkbox" else ""))
            self.offered[-1].append(pair)
            if chosen:
                self.forms[-1].append(pair)

    def handle_data(self, data: str) -> None:
        """Keep what stands in a box for longer text."""
        if self._area is not None:
            self._words += data

    def handle_endtag(self, tag: str) -> None:
        """Note a box for longer text."""
        if tag == "textarea" and self._area is not None:
            self.forms[-1].append((self._area, self._words.removeprefix("\n")))
            self._area = None


@dataclass(frozen=True)
class Form:
    """What a browser would send of a form (`filled`), and every value that its boxes and buttons offer."""

    filled: Fields
    offered: Fields

    def first(self, name: str) -> str:
        """Return the first value that is offered under a name."""
        return next(value for named, value in self.offered if named == name)

    def changed(self, **fields: str) -> Fields:
        """Return what is sent with some fields filled in otherwise."""
        return [(name, value) for name, value in self.filled if name not in fields] + list(fields.items())


@dataclass
class Browser:
    """A browser with a session. Every request has a connection of its own."""

    port: int
    cookies: dict[str, str] = field(default_factory=dict)
    patience: float = 20

    def ask(self, method: str, path: str, fields: Fields | None = None) -> tuple[int, str, str]:
        """Send one request; return the status, where it leads, and the page. Raises `NotAcknowledged`."""
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=self.patience)
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        if fields is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        try:
            line.request(method, path, urlencode(fields) if fields is not None else None, headers)
            answer = line.getresponse()
            page = answer.read().decode("utf-8", "replace")
        except (OSError, http.client.HTTPException) as broken:
            raise NotAcknowledged(type(broken).__name__) from None
        finally:
            line.close()
        for told in answer.headers.get_all("Set-Cookie") or []:
            self.cookies |= {name: kept.value for name, kept in SimpleCookie(told).items()}
        if answer.status >= SERVER_ERROR:
            raise NotAcknowledged(str(answer.status))
        return answer.status, answer.headers.get("Location", ""), page

    def form(self, path: str, holding: str) -> Form | None:
        """Fetch a page, and return the form on it that has a field of this name."""
        status, _, page = self.ask("GET", path)
        read = _Forms()
        read.feed(page)
        both = zip(read.forms, read.offered, strict=True)
        found = [Form(filled, offered) for filled, offered in both if any(n == holding for n, _ in offered)]
        return found[0] if found and status == http.HTTPStatus.OK else None
