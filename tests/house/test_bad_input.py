"""Bad input on every form (issue: a clear error, nothing lost, nothing that identifies in a log).

Every address of the resolver that takes POST is visited by somebody who may, its forms are filled in as a browser
would, and then spoilt in every way of the tables below. A new address is tried without anybody thinking of it.
"""

import logging
from collections.abc import Iterator, Mapping
from html import escape
from io import StringIO
from uuid import uuid4

import pytest
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from baken.project.logs import Discreet
from tests.house.forms_in import Form, Input, Pairs, changed, encoded, forms_in, marker
from tests.tenants.town import PASSPHRASE, Town, build
from tests.tenants.urls_rows import Row
from tests.tenants.urls_table import TABLE

FORM = "application/x-www-form-urlencoded"
FINE = {200, 302, 303, 400, 403, 404, 405, 409, 413, 422, 429}
TEXTS = {
    "empty": "",
    "only spaces": " \t\u00a0 ",
    "control": "kanarie\x07 \x1b[31m",
    "nul": "kanarie\x00vogel",
    "emoji": "kanarie 😀 👩‍👩‍👧",
    "right to left": "kanarie ستة عشر \u202e 16",
    "half a character": "kanarie \ud83d",
    "sql": "kanarie'; DROP TABLE ledger_event; --",
    "html": "kanarie</textarea><script>alert(1)</script>",
    "template": "kanarie {{ page }} {% csrf_token %} %s {0}",
    "no such day": "op 30-02-2026",
    "no such date": "2026-02-30",
    "too long": "kanarie " * 3000,
    "bsn": "kanarie 111222333",
}
CHOICES = {
    "invented": "kanarie-verzonnen",
    "empty": "",
    "nul": "kanarie\x00",
    "html": "<script>alert(1)</script>",
    "a list": '["yes", "no"]',
    "long": "9" * 5000,
}
HIDDEN = {
    "empty": "",
    "no number": "kanarie-geen-getal",
    "negative": "-1",
    "huge": "9" * 40,
    "other digits": "٣",
    "of somebody else": "00000000-0000-4000-8000-000000000000",
    "nul": "\x00",
}
BODIES = (
    (FORM, b"%%%=&&&;=%zz"),
    (FORM, "reason=kanarie\ud83d".encode("utf-8", "surrogatepass")),
    ("application/json", b'{"happened": ["kanarie"], "command": 3}'),
    ("application/json", b"[" * 100_000),
    ("multipart/form-data", b"kanarie"),
    ("multipart/form-data; boundary=x", b"--x\r\nContent-Disposition: form-data; name=reason\r\n\r\nkanarie"),
    (
        "multipart/form-data; boundary=x",
        b'--x\r\nContent-Disposition: form-data; name="reason"; filename="k.txt"\r\n\r\nkanarie\r\n--x--\r\n',
    ),
    ("text/plain; charset=kanarie", b"kanarie"),
    ("", b"kanarie"),
)
NAMES = ("maand", "ouder", "nieuwer", "stand", "stap", "vorm", "jaar", "next", "na", "bron", "overleg")
QUESTIONS = (
    "2026-13",
    "0000-00",
    "0",
    "99999",
    "9" * 30,
    "٢٠٢٦-٠١",
    "AAAA",
    "//kanarie.example",
    "javascript:alert(1)",
)
# Addresses that are only a button: their pages cannot be fetched, so what they read is written here.
BUTTONS: dict[str, dict[str, str]] = {
    "language": {"language": "text", "next": "text"},
    "tenancy:logout": {},
    "tenancy:vault_close": {},
    "tenancy:vault_give": {"post": "hidden", "membership": "hidden", "passphrase": "password"},
}
MARKED = {
    "REMOTE_ADDR": "203.0.113.77",
    "HTTP_X_FORWARDED_FOR": "198.51.100.23",
    "HTTP_USER_AGENT": "Kanariebrowser/7.7",
}
SECRETS = ("kanarie", "Kanarie", "203.0.113.77", "198.51.100.23", PASSPHRASE)


@pytest.fixture
def town(db: None) -> Town:
    """A town of its own; tests only read it, and what they write is rolled back each time."""
    return build()


@pytest.fixture
def log() -> Iterator[StringIO]:
    """What Baken writes to its log, exactly as it writes it."""
    written = StringIO()
    handler = logging.StreamHandler(written)
    handler.setFormatter(Discreet())
    loggers = [logging.getLogger(name) for name in ("", "django")]
    for one in loggers:
        one.addHandler(handler)
    yield written
    for one in loggers:
        one.removeHandler(handler)


class Visit:
    """One address, visited by somebody who may."""

    def __init__(self, name: str, town: Town) -> None:
        self.name, self.row = name, TABLE[name]
        self.address = reverse(name, kwargs=dict(self.row.of(town)))
        self.client = Client(raise_request_exception=False)  # a mistake of ours must come out as a 500
        town.visit(self.client, visitor(name, self.row))

    def forms(self) -> list[Form]:
        """The forms on its page."""
        if self.name in BUTTONS:
            return [Form(self.address, {n: Input(n, kind) for n, kind in BUTTONS[self.name].items()})]
        first = self._forms(self.get())
        seen = [set(form.inputs) for form in first]
        # What is sent may be shown once more before it is done, as another form.
        then = [one for form in first if form.inputs for one in self._forms(self.send(form.filled()))]
        return first + [form for form in then if set(form.inputs) not in seen][:3]

    def _forms(self, answer: HttpResponse) -> list[Form]:
        return forms_in(answer.content.decode("utf-8", "replace"), self.address)

    def get(self, query: str = "") -> HttpResponse:
        """Fetch the page."""
        return self.client.get(self.address + query, **MARKED)  # type: ignore[arg-type]

    def send(self, pairs: Pairs) -> HttpResponse:
        """Send a form, and undo what it did."""
        return self.send_bytes(encoded(_with_new_command(pairs)).encode())

    def send_bytes(self, body: bytes, content_type: str = FORM, address: str = "") -> HttpResponse:
        """Send anything at all, and undo what it did."""
        where = address or self.address
        with transaction.atomic():  # a data key is written apart and stays, as it would after a crash
            answer = self.client.generic("POST", where, body, content_type, **MARKED)  # type: ignore[arg-type]
            transaction.set_rollback(True)
        check(answer, f"{self.name}: {body[:200]!r}")
        return answer


def visitor(name: str, row: Row) -> str:
    """Somebody who sees this address."""
    if not row.shows:
        return "focal_point" if name in ("tenancy:choose", "tenancy:logout") else "anonymous"
    return "focal_point" if "focal_point" in row.shows else sorted(row.shows)[0]


def check(answer: HttpResponse, about: str) -> None:
    """What holds for every answer."""
    assert answer.status_code in FINE, f"{about} gave {answer.status_code}"
    page = answer.content.decode("utf-8", "replace")
    assert "<script>alert" not in page, about
    if answer.status_code >= 400:
        assert "<h1" in page, f"{about}: {answer.status_code} without a page that explains"


def _with_new_command(pairs: Pairs) -> Pairs:
    """A command that nobody gave before; what is spoilt stays spoilt."""
    return [
        (name, str(uuid4()) if name == "command" and len(old) == 36 and old[0] != "0" else old)
        for name, old in pairs
    ]


def nothing_identifies(log: StringIO, capfd: pytest.CaptureFixture[str]) -> None:
    """Nothing of who it was or what was typed stands in the log."""
    written = log.getvalue() + "".join(capfd.readouterr())
    assert [secret for secret in SECRETS if secret in written] == []


def kept(answer: HttpResponse, form: Form, spoilt: str, about: str) -> None:
    """Where the form comes back, what was typed in its other fields still stands in it."""
    if answer.status_code not in (200, 409, 422):
        return
    page = answer.content.decode()
    back = [one for one in forms_in(page, form.action) if set(form.texts) <= set(one.inputs)]
    for name in form.texts if back else ():
        if name != spoilt and name not in ONCE:
            assert escape(marker(name)) in page, f"{about}: what was typed in {name} is lost"


ONCE = {"code"}  # a return code that was wrong is not shown again


@pytest.mark.parametrize("name", TABLE)
def test_no_spoilt_field_breaks_a_form_or_loses_what_stands_in_the_others(
    name: str, town: Town, log: StringIO, capfd: pytest.CaptureFixture[str]
) -> None:
    """Each kind of text and of choice in a few of the fields, by turns; each kind in every hidden field."""
    visit = Visit(name, town)
    for form in visit.forms():
        fine = form.filled()
        tries = list(by_turns(TEXTS, form.texts + form.named("password")))
        tries += by_turns(CHOICES, form.named("radio", "checkbox", "select"))
        tries += [(kind, field, value) for field in form.named("hidden") for kind, value in HIDDEN.items()]
        for kind, field, value in tries:
            answer = visit.send(changed(fine, field, value))
            kept(answer, form, field, f"{name}, {kind} in {field}")
        for field in list(form.inputs)[:6]:
            visit.send([(key, value) for key, value in fine if key != field])
        visit.send([])
        visit.send([*fine, *((key, "kanarie-dubbel") for key, _ in fine)])
        visit.send([*fine, ("kanarie[veld]", "kanarie"), ("__proto__", "x"), ("", "leeg")])
        visit.send([*fine, *((f"kanarie{at}", "x") for at in range(1000))])
    nothing_identifies(log, capfd)


@pytest.mark.parametrize("name", TABLE)
def test_no_strange_body_address_or_question_breaks_an_address(
    name: str, town: Town, log: StringIO, capfd: pytest.CaptureFixture[str]
) -> None:
    """Ten megabytes, bytes that are no text, bodies of other kinds; damaged addresses; nonsense after a ?."""
    visit = Visit(name, town)
    assert visit.send_bytes(b"happened=" + b"kanarie+" * 1_250_000).status_code == 413
    assert visit.send_bytes(b"reason=kanarie%ff%fe%c3&code=%80").status_code in (400, 403, 405)
    for content_type, body in BODIES:
        visit.send_bytes(body, content_type)
    texts = (*QUESTIONS, *TEXTS.values())
    for turn in range(5):  # each name gets some of the texts, each text comes by somewhere
        asked = [(one, texts[(4 * turn + at) % len(texts)][:1000]) for at, one in enumerate(NAMES)]
        check(visit.get(f"?{encoded(asked)}"), f"{name}?{asked}"[:300])
    check(visit.get("?maand=%ff%00"), name)
    for part in visit.address.strip("/").split("/") if "/signalen/" in visit.address else ():
        for other in ("00000000-0000-4000-8000-000000000000", "%00", "%ff", "🐤", "..", "x" * 3000, "'--"):
            visit.send_bytes(b"reason=kanarie", address=visit.address.replace(part, other))
    nothing_identifies(log, capfd)


def by_turns(kinds: Mapping[str, str], fields: list[str]) -> Iterator[tuple[str, str, str]]:
    """Each kind in one field after the other, so that every field gets its share and none gets everything."""
    for at, (kind, value) in enumerate(kinds.items()):
        if fields:
            yield kind, fields[at % len(fields)], value


def test_these_tests_see_forms_and_what_stands_in_them(town: Town, log: StringIO) -> None:
    """The control: forms are found on the pages that ask something, and a log that tells would be noticed."""
    asking = {"report", "route:assess", "route:close", "refer:hand_over", "tell", "account:login"}
    for name in asking:
        assert any(form.inputs for form in Visit(name, town).forms()), name
    texts = {text for form in Visit("route:assess", town).forms() for text in form.texts}
    assert "reason" in texts
    logging.getLogger("baken.web").error("kanarie")
    assert "kanarie" in log.getvalue()
