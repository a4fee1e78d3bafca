"""Somebody who reports over HTTP, as a browser does: fetch the form, send it, read the return code on the receipt."""

import http.client
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlencode

CODE = re.compile(r'class="baken-code"[^>]*>\s*([0-9A-Z]{4}(?:-[0-9A-Z]{1,4})+)')
TOKEN = re.compile(r'name="token" value="([\w-]+)"')
FORM, ANSWER = "/melden/woerden/", "/terugkoppeling/"
# What no log and no database may hold of a reporter: where from (the last is a real address of this machine).
TRACES = {
    "User-Agent": "Kanariebrowser/7.7",
    "X-Forwarded-For": "198.51.100.23",
    "Forwarded": "for=198.51.100.24",
    "Referer": "https://kanarie-intranet.example/",
    "Accept-Language": "nl-kanarie",
}
HOME = "127.0.0.77"


class NotAcknowledged(Exception):
    """No receipt came: the connection broke, or something else than a receipt was answered."""


@dataclass
class Sender:
    """A reporter's browser. Every request has a connection of its own, from `home`, and carries the traces."""

    port: int
    home: str | None = None
    traces: Mapping[str, str] = field(default_factory=dict)
    patience: float = 20

    def ask(self, method: str, path: str, form: Mapping[str, str] | None = None) -> tuple[int, str]:
        """Send one request, and return the status and the page."""
        line = http.client.HTTPConnection(
            "127.0.0.1",
            self.port,
            timeout=self.patience,
            source_address=(self.home, 0) if self.home else None,
        )
        headers = {**self.traces, "Connection": "close"}
        if form is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        try:
            line.request(method, path, urlencode(form) if form is not None else None, headers)
            answer = line.getresponse()
            return answer.status, answer.read().decode("utf-8", "replace")
        except (OSError, http.client.HTTPException) as broken:
            raise NotAcknowledged(type(broken).__name__) from None
        finally:
            line.close()

    def form(self) -> str:
        """Fetch the form, and return its token."""
        status, page = self.ask("GET", FORM)
        found = TOKEN.search(page)
        if status != 200 or not found:
            raise NotAcknowledged(str(status))
        return found.group(1)

    def send(self, told: Mapping[str, str]) -> str:
        """Send the form, and return the code on the receipt."""
        status, page = self.ask("POST", FORM, told)
        found = CODE.search(page)
        if status != 200 or not found:
            raise NotAcknowledged(str(status))
        return found.group(1)

    def answer(self, code: str) -> bool:
        """Whether the code leads to an answer page."""
        status, page = self.ask("POST", ANSWER, {"code": code})
        return status == 200 and 'id="berichten"' in page


def a_report(number: int, token: str = "") -> dict[str, str]:
    """Return a form that is filled in, with a name in every other one."""
    told = {
        "token": token or secrets.token_urlsafe(32),
        "happened": f"Kanarieverhaal {number}: zestien matrassen boven de zaak, en 's nachts een busje.",
        "where": "Kanariekade",
        "exploitation": "labour",
        "persons-0-name": f"Betrokkene Kanarieveer {number}",
        "persons-0-capacity": "presumed_victim",
    }
    if number % 2:
        told |= {"named": "yes", "name": f"Johanna Kanariegeel {number}", "contact": "kanarie@melder.example"}
    return told


PLANTED = (
    "Kanarieverhaal",
    "Kanariekade",
    "Betrokkene Kanarieveer",
    "Johanna Kanariegeel",
    "kanarie@melder.example",
)
