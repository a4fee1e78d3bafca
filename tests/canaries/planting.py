"""Fills in every form that Baken has, each field with a word that stands nowhere else, and remembers who may read it.

A form of a new address is filled in without anybody thinking of it: the forms are found on the pages of
`tests/tenants/urls_table.py`. What must be chosen is tried until the form is accepted.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from random import Random
from uuid import UUID, uuid4

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import resolve, reverse

from baken.core.decide.refusal import Refused
from baken.ledger.models import SignalRow
from baken.route.facts import QUESTIONS
from baken.tenancy.scope import scope
from tests.canaries.fillings import ABOUT, AGO, ALL_PAST, ALWAYS, CHOOSE, FILES, GIVEN, PAST
from tests.house.forms_in import Form, Input, Pairs, encoded, every_form, forms_in
from tests.tenants import things
from tests.tenants.rights_things import a_letter
from tests.tenants.town import PASSPHRASE, Town
from tests.tenants.urls_rows import LOGIN, Arguments, Row
from tests.tenants.urls_table import TABLE

MARK, OPEN = "kxqzwvjb", "opqzwvjb"
WORD = re.compile(f"(?:{MARK}|{OPEN})" + r"\d{4}")
# What may lie in the database as it is (see the threat model): drafts of a policy and contacts at partners, staff,
# under which number a signed paper lies in the archive, what help there is or is missing, which names no client, and
# the administration of a programme, which is about nobody.
MAY_LIE_OPEN = ("policy:", "people:", "account:", "trust_accountability:", "care_offer:", "programme_")
FORM = "application/x-www-form-urlencoded"
ENVELOPE = {"name", "contact", "team", "coordinator", "reach"}
WRITTEN = ("text", "textarea", "search", "tel", "email")
ACCEPTED = (200, 302, 303)
MOST_TRIES = 12
LAST = ("route:close", "route:reopen")


@dataclass
class Planted:
    """Where a word was typed, and whether the form that held it was accepted."""

    row: str
    name: str
    kept: bool = False


@dataclass
class Garden:
    """The town, its signal that everything is done to, and every word that was typed."""

    town: Town
    client: Client = field(default_factory=lambda: Client(raise_request_exception=False))
    words: dict[str, Planted] = field(default_factory=dict)
    places: dict[str, dict[str, object]] = field(default_factory=dict)
    answers: list[tuple[str, str, HttpResponse]] = field(default_factory=list)
    made: dict[Callable[[Town], Arguments], dict[str, object]] = field(default_factory=dict)
    elsewhere: dict[str, str] = field(default_factory=dict)  # a page with a form that another page takes
    signal: UUID | None = None
    code: str = ""
    opened: str = ""

    def word(self, row: str, name: str) -> str:
        """A word of its own for a field."""
        made = f"{OPEN if row.startswith(MAY_LIE_OPEN) else MARK}{len(self.words):04d}"
        self.words[made] = Planted(row, name)
        return made

    def plant(self) -> "Garden":
        """Report, then fill in every form; what ends a signal comes last."""
        self.made[a_letter] = dict(a_letter(self.town))  # as long as one signal only is about the person
        self.fill("report", {"slug": "woerden"}, "anonymous")
        with scope(self.town.woerden.id):
            self.signal = SignalRow.objects.order_by("-reported_at")[0].stream_id
        self.code = codes(self.answers[-1][2])
        self.ask_for_a_mail(_text(self.answers[-1][2]))
        self.fill("route:receive", {"signal": self.signal}, "focal_point")
        self.opened = self.open_envelope()
        for name in sorted((n for n in TABLE if n != "report"), key=lambda n: (n in LAST, LAST.count(n))):
            row = TABLE[name]
            self.places[name] = self.arguments(name, row)
            if row.expect[visitor(row)] == 200:
                self.fill(name, self.places[name], visitor(row))
        return self

    def ask_for_a_mail(self, receipt: str) -> None:
        """The reporter gives an address for one mail, on the page with the code."""
        where = reverse("notify")
        [form] = forms_in(receipt, where)
        self.town.visit(self.client, "anonymous")
        self._send("notify", "anonymous", form)

    def open_envelope(self) -> str:
        """What the focal point reads on the one page where who reported is shown."""
        where = reverse("route:envelope", kwargs={"signal": self.signal})
        self.town.visit(self.client, "focal_point")
        self.client.post("/kluis/", {"passphrase": PASSPHRASE})
        [form] = forms_in(_text(self.client.get(where)), where)
        told = {"why": "ask", "reason": self.word("route:envelope", "reason")}
        answer = self.client.post(where, {**{one.name: one.value for one in form.inputs.values()}, **told})
        self.words[told["reason"]].kept = answer.status_code == 200
        return _text(answer)

    def arguments(self, name: str, row: Row) -> dict[str, object]:
        """What the address is about: the one signal where it is about a signal, else a thing of its own."""
        if name in ABOUT:
            return dict(ABOUT[name](self.town))
        if row.of in (things.a_signal, things.a_report):
            return {"signal": self.signal}
        if row.of is things.a_fact:
            return {"signal": self.signal, "slug": next(iter(QUESTIONS))}
        if row.of is things.a_partner:
            return {"signal": self.signal, "partner": "labour_authority"}
        if row.of is a_letter:
            return self.made[a_letter]
        try:
            with transaction.atomic():
                self.made[row.of] = dict(row.of(self.town))
        except (IntegrityError, Refused):  # there can be one of these only, and a form made it
            pass
        return self.made.get(row.of, {})

    def fill(self, name: str, where: dict[str, object], who: str) -> None:
        """Fill in the forms of one page, and press the button of what is shown before it is done."""
        self.places.setdefault(name, where)
        address = reverse(name, kwargs=where)
        self.town.visit(self.client, who)
        page = _text(self.client.get(address))
        for form in every_form(page, address):
            written = form.named(*WRITTEN)
            if form.action != address and written:
                self.elsewhere[name] = resolve(form.action).view_name
            if form.action == address and (written or TABLE[name].shows):
                self._send(name, who, form)

    def _send(self, name: str, who: str, form: Form, depth: int = 0) -> None:
        texts = {
            one.name: self.word(name, one.name)
            for one in form.inputs.values()
            if one.kind in (*WRITTEN, "file") and one.name not in GIVEN
        }
        for buttons, chosen in _choices(name, form, {**ALWAYS, **CHOOSE.get(name, {})}):
            answer = self._post(name, form, self._pairs(name, form, texts, chosen) + buttons, texts)
            self.answers.append((name, who, answer))
            if answer.status_code in ACCEPTED and not unchanged(form, answer):
                for one in texts.values():
                    self.words[one].kept = True
                if depth < 2:
                    again = [f for f in forms_in(_text(answer), form.action) if shape(f) != shape(form)]
                    for shown in again[:1]:
                        self._send(name, who, shown, depth + 1)
                return
            if answer.status_code == 409:  # it cannot be done now, whatever is chosen
                return

    def _post(self, name: str, form: Form, pairs: Pairs, texts: dict[str, str]) -> HttpResponse:
        files = form.named("file")
        if not files:
            return self.client.generic("POST", form.action, encoded(pairs).encode(), FORM)
        kind, ending, data = FILES.get(name, ("application/octet-stream", ".bin", b"nothing"))
        sent = {one: SimpleUploadedFile(texts[one] + ending, data, kind) for one in files}
        return self.client.post(form.action, {**dict(pairs), **sent})

    def _pairs(self, name: str, form: Form, texts: dict[str, str], chosen: dict[str, str]) -> Pairs:
        return [
            (one.name, self._value(name, one, texts, chosen))
            for one in form.inputs.values()
            if one.kind != "file"
        ]

    def _value(self, name: str, one: Input, texts: dict[str, str], chosen: dict[str, str]) -> str:
        if one.name in GIVEN:
            return GIVEN[one.name]
        if one.kind == "email" or (one.name == "email" and one.name in texts):
            return f"{texts[one.name]}@voorbeeld.example"
        if one.name in texts:
            return texts[one.name]
        if one.kind == "password":
            return PASSPHRASE
        if one.kind == "date":
            away = timedelta(days=-3 if one.name in PAST or name in ALL_PAST else 20)
            return one.value or (self.town.today + away).isoformat()
        if one.kind == "datetime-local":
            at = self.town.now - AGO.get(one.name, timedelta(hours=5))
            return one.value or at.strftime("%Y-%m-%dT%H:%M")
        if one.options:
            return chosen[one.name]
        if one.kind == "number" and name.startswith("programme_"):
            return one.value or "5"
        return str(uuid4()) if one.name == "command" else one.value

    def stored(self) -> list[str]:
        """The words of forms that were accepted."""
        return [word for word, one in self.words.items() if one.kept]

    def sealed(self) -> set[str]:
        """The words of a reporter's envelope."""
        return {w for w, one in self.words.items() if one.row in ("report", "enter") and one.name in ENVELOPE}


def _choices(name: str, form: Form, choose: dict[str, list[str]]) -> Iterator[tuple[Pairs, dict[str, str]]]:
    """Ways to choose, the most telling first: the last button and options, then any, alike in each run."""
    chance = Random(name)
    asked = {n: one.options for n, one in form.inputs.items() if one.options}
    named = sorted(reversed(form.buttons), key=lambda button: button[1] != "send")
    buttons = [[(n, v)] if n else [] for n, v in named] or [[]]
    told = {n: choose.get(n) or choose.get(n.partition("_")[0] + "_", ()) for n in asked}
    known = {n: [o for o in options if o in told[n]] or options for n, options in asked.items()}
    yield buttons[0], {n: options[-1] for n, options in known.items()}
    for _ in range(MOST_TRIES):
        yield chance.choice(buttons), {n: chance.choice(options) for n, options in known.items()}


def shape(form: Form) -> tuple[dict[str, str], Pairs]:
    """What a form asks: one that is shown before it is sent has its words in hidden fields."""
    return {one.name: one.kind for one in form.inputs.values()}, form.buttons


def unchanged(form: Form, answer: HttpResponse) -> bool:
    """Whether the same form came back: a page for reporters says with 200 that something is amiss."""
    back = forms_in(_text(answer), form.action) if answer.status_code == 200 else []
    return shape(form) in map(shape, back)


def visitor(row: Row) -> str:
    """Somebody who sees the page."""
    if not row.shows:
        return "focal_point" if row.expect["anonymous"] == LOGIN else "anonymous"
    return "focal_point" if "focal_point" in row.shows else min(row.shows)


def codes(answer: HttpResponse) -> str:
    """The return code on a receipt."""
    found = re.search(r"\b(?:[0-9A-Z]{4}-){4}[0-9A-Z]{2}\b", _text(answer))
    return found.group() if found else ""


def _text(answer: HttpResponse) -> str:
    return body(answer).decode("utf-8", "replace")


def body(answer: HttpResponse) -> bytes:
    """What came, also where it came in pieces."""
    if answer.streaming:
        return b"".join(answer.streaming_content)  # type: ignore[attr-defined]
    return bytes(answer.content)
