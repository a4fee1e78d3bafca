"""Reads the forms on a page as a browser would, fills them in, and spoils what is filled in."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urlencode, urlsplit

Pairs = list[tuple[str, str]]
TEXTUAL = ("text", "email", "search", "tel", "date", "month", "textarea")


@dataclass
class Input:
    """One field: its kind as HTML says it, what it holds, and for a choice what can be chosen."""

    name: str
    kind: str
    value: str = ""
    options: list[str] = field(default_factory=list)


@dataclass
class Form:
    """A form that is sent with POST."""

    action: str
    inputs: dict[str, Input] = field(default_factory=dict)
    buttons: Pairs = field(default_factory=list)

    def named(self, *kinds: str) -> list[str]:
        """The names of the fields of these kinds."""
        return [one.name for one in self.inputs.values() if one.kind in kinds]

    @property
    def texts(self) -> list[str]:
        """Fields in which people write."""
        return self.named(*TEXTUAL)

    def filled(self) -> Pairs:
        """Everything filled in: the last of every choice, a word of its own in every text, and the last button.

        An earlier button may only add a row.
        """
        pairs: Pairs = []
        for one in self.inputs.values():
            if one.kind in TEXTUAL:
                pairs.append((one.name, marker(one.name)))
            elif one.kind == "password":
                pairs.append((one.name, "kanarie wachtwoordzin"))
            elif one.options:
                pairs.append((one.name, one.options[-1]))
            else:
                pairs.append((one.name, one.value))
        return pairs + [(name, value) for name, value in self.buttons[-1:] if name]


def marker(name: str) -> str:
    """A word that only this field was given."""
    return f"kanarie bij {name}"


def changed(pairs: Pairs, name: str, value: str) -> Pairs:
    """The same, with another value in one field."""
    return [(key, value if key == name else old) for key, old in pairs]


def encoded(pairs: Pairs) -> str:
    """As a browser sends it."""
    return urlencode(pairs, errors="surrogatepass")


class _Reader(HTMLParser):
    def __init__(self, here: str) -> None:
        super().__init__()
        self.here, self.forms = here, list[Form]()
        self.form: Form | None = None
        self.area: Input | None = None
        self.select: Input | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            whither = urlsplit(given.get("action") or self.here).path
            self.form = Form(whither) if given.get("method", "").lower() == "post" else None
            if self.form is not None:
                self.forms.append(self.form)
        name, form = given.get("name", ""), self.form
        if form is None:
            return
        if tag == "input" and name:
            kind = given.get("type", "text")
            one = form.inputs.setdefault(name, Input(name, kind, given.get("value", "")))
            if kind in ("radio", "checkbox"):
                one.options.append(given.get("value", "on"))
            if kind == "submit":
                del form.inputs[name]
                form.buttons.append((name, given.get("value", "")))
        elif tag == "textarea" and name:
            self.area = form.inputs[name] = Input(name, "textarea")
        elif tag == "select" and name:
            self.select = form.inputs[name] = Input(name, "select")
        elif tag == "option" and self.select is not None:
            self.select.options.append(given.get("value", ""))
        elif tag == "button" and given.get("type", "submit") == "submit":
            form.buttons.append((name, given.get("value", "")))

    def handle_data(self, data: str) -> None:
        if self.area is not None:
            self.area.value += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self.form = None
        elif tag == "textarea":
            self.area = None
        elif tag == "select":
            self.select = None


def forms_in(page: str, here: str) -> list[Form]:
    """The forms on a page that are sent with POST to that page's own address."""
    return [form for form in every_form(page, here) if form.action == here]


def every_form(page: str, here: str) -> list[Form]:
    """The forms on a page that are sent with POST, wherever they go."""
    reader = _Reader(here)
    reader.feed(page)
    return reader.forms
