"""A slot asks for one key of an element, with one field or several, in words that need no knowledge of the format."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from django import forms
from django.utils.translation import gettext as _

from baken.core.policy.emitting import emitted_key
from baken.core.policy.reading import read
from baken.policy.drafting.slots.shapes import misshapen
from baken.web.fields import Line, Prose

ABSENT: Final = object()
Given = Mapping[str, Any]
Wrong = Callable[[str, str], None]
Choices = Sequence[tuple[str, Any]]


class Slot:
    """One key. `shown` gives the fields what stands there, or None where they cannot show it; `taken` reads them."""

    heading = False

    def __init__(self, key: str, label: str, hint: str = "", *, required: bool = False) -> None:
        self.key, self.label, self.hint, self.required = key, label, hint, required

    def name(self, part: str = "") -> str:
        """Return the name of a field of this slot."""
        return f"{self.key}-{part}" if part else self.key

    def fields(self) -> dict[str, forms.Field]:
        """Return the fields by name."""
        raise NotImplementedError

    def shown(self, value: Any) -> dict[str, Any] | None:
        """Return what the fields start with; `value` is ABSENT where the key is."""
        raise NotImplementedError

    def taken(self, given: Given, wrong: Wrong) -> Any:
        """Return the value as it is written in a policy, or ABSENT."""
        raise NotImplementedError


def needed(label: str) -> dict[str, str]:
    """What is said of a field that was left empty and may not be; above the form too, so it names the field."""
    return {"required": _("Vul “{label}” in. Zonder dit is het onderdeel niet af.").format(label=label)}


class Words(Slot):
    """One line of text, or several lines."""

    def __init__(self, *args: Any, limit: int = 300, rows: int = 0, shape: str = "", **options: Any) -> None:
        super().__init__(*args, **options)
        self.limit, self.rows, self.shape = limit, rows, shape

    def fields(self) -> dict[str, forms.Field]:
        """One field."""
        common: dict[str, Any] = {
            "error_messages": needed(self.label),
            "label": self.label,
            "help_text": self.hint,
            "required": self.required,
            "limit": self.limit,
        }
        return {self.name(): Prose(rows=self.rows, **common) if self.rows else Line(**common)}

    def shown(self, value: Any) -> dict[str, Any] | None:
        """Words and numbers can be shown."""
        if value is ABSENT or value is None:
            return {}
        return {self.name(): str(value)} if isinstance(value, str | int) else None

    def taken(self, given: Given, wrong: Wrong) -> Any:
        """Return the words; a number or an address has the shape of one."""
        words = str(given.get(self.name()) or "")
        if words and (told := misshapen(self.shape, words)):
            wrong(self.name(), told)
        return words or ABSENT


class Both(Slot):
    """Words in Dutch and in English."""

    def __init__(self, *args: Any, rows: int = 0, limit: int = 1000, **options: Any) -> None:
        super().__init__(*args, **options)
        self.rows, self.limit = rows, limit

    def fields(self) -> dict[str, forms.Field]:
        """A field for each language."""
        return {
            self.name("nl"): self._field(_("in het Nederlands"), "nl"),
            self.name("en"): self._field(_("in het Engels"), "en"),
        }

    def _field(self, language: str, code: str) -> forms.Field:
        label = _("{what} ({language})").format(what=self.label, language=language)
        hint = self.hint if code == "nl" else ""
        common: dict[str, Any] = {
            "error_messages": needed(label),
            "label": label,
            "help_text": hint,
            "required": self.required,
            "limit": self.limit,
        }
        field = Prose(rows=self.rows, **common) if self.rows else Line(**common)
        if code == "en":
            field.widget.attrs["lang"] = "en"
        return field

    def shown(self, value: Any) -> dict[str, Any] | None:
        """One sentence may stand for both languages."""
        if value is ABSENT or value is None:
            return {}
        if isinstance(value, str):
            return {self.name("nl"): value, self.name("en"): value}
        if isinstance(value, Mapping) and set(value) <= {"nl", "en"}:
            return {self.name(code): str(words or "") for code, words in value.items()}
        return None

    def taken(self, given: Given, wrong: Wrong) -> Any:
        """Return both, or nothing; one without the other is said."""
        words = {code: str(given.get(self.name(code)) or "") for code in ("nl", "en")}
        if not any(words.values()):
            return ABSENT
        for code, text in words.items():
            if not text and self.name(code) in given:
                wrong(self.name(code), _("Schrijf dit in beide talen. Deze taal ontbreekt nog."))
        return words


class Tick(Slot):
    """A yes or no; what is usual is left out."""

    def __init__(self, *args: Any, usual: bool = False, **options: Any) -> None:
        super().__init__(*args, **options)
        self.usual = usual

    def fields(self) -> dict[str, forms.Field]:
        """One box."""
        return {self.name(): forms.BooleanField(label=self.label, help_text=self.hint, required=False)}

    def shown(self, value: Any) -> dict[str, Any] | None:
        """Only yes and no can be shown."""
        if value not in (ABSENT, None, "yes", "no"):
            return None
        return {self.name(): value == "yes" if isinstance(value, str) else self.usual}

    def taken(self, given: Given, wrong: Wrong) -> Any:
        """Return the word, or nothing where it is what is usual."""
        ticked = bool(given.get(self.name()))
        return ABSENT if ticked == self.usual else "yes" if ticked else "no"


class Pick(Slot):
    """One of a list. `usual` is what counts where nothing is written; a long list folds into a select."""

    def __init__(
        self, *args: Any, choices: Choices, usual: str = "", empty: str = "", **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self.choices, self.usual, self.empty = choices, usual, empty

    def fields(self) -> dict[str, forms.Field]:
        """Radio buttons for a few, a select for many."""
        few = len(self.choices) <= 4
        first = [] if self.required and few else [("", self.empty or _("Kies"))]
        if self.usual:
            first = []
        field = forms.ChoiceField(
            label=self.label,
            help_text=self.hint,
            required=self.required,
            choices=[*first, *self.choices],
            widget=forms.RadioSelect if few else forms.Select,
            error_messages={
                "required": _("Kies er een bij “{label}”.").format(label=self.label),
                "invalid_choice": _("Kies er een uit de lijst."),
            },
        )
        return {self.name(): field}

    def shown(self, value: Any) -> dict[str, Any] | None:
        """What is on the list can be shown."""
        if value is ABSENT or value is None:
            return {self.name(): self.usual}
        return {self.name(): value} if value in [known for known, _label in self.choices] else None

    def taken(self, given: Given, wrong: Wrong) -> Any:
        """Return the choice, or nothing where it is what is usual."""
        chosen = given.get(self.name()) or ""
        return ABSENT if chosen in ("", self.usual) else chosen


class Several(Slot):
    """Any number of a list."""

    def __init__(self, *args: Any, choices: Choices, **options: Any) -> None:
        super().__init__(*args, **options)
        self.choices = choices

    def fields(self) -> dict[str, forms.Field]:
        """A box for each."""
        field = forms.MultipleChoiceField(
            label=self.label,
            help_text=self.hint,
            required=self.required,
            choices=self.choices,
            widget=forms.CheckboxSelectMultiple,
            error_messages={"required": _("Kies er ten minste een.")},
        )
        return {self.name(): field}

    def shown(self, value: Any) -> dict[str, Any] | None:
        """What is on the list can be shown."""
        if value is ABSENT or value is None:
            return {self.name(): []}
        known = {one for one, _label in self.choices}
        return (
            {self.name(): list(value)}
            if isinstance(value, list) and known.issuperset(map(str, value))
            else None
        )

    def taken(self, given: Given, wrong: Wrong) -> Any:
        """Return what was ticked, in the order of the list."""
        ticked = given.get(self.name()) or []
        return [one for one, _label in self.choices if one in ticked] or ABSENT


class Term(Slot):
    """A number of hours, days or working days."""

    heading = True

    def fields(self) -> dict[str, forms.Field]:
        """A number and its unit."""
        units = [("hours", _("uur")), ("working_days", _("werkdagen")), ("days", _("dagen"))]
        amount = forms.IntegerField(
            label=_("Binnen hoeveel tijd?"),
            help_text=_("Een getal. Leeg: er is geen termijn."),
            required=False,
            min_value=1,
            max_value=3660,
            widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "draft-short"}),
            error_messages={"invalid": _("Schrijf een heel getal, zoals 5.")},
        )
        unit = forms.ChoiceField(label=_("Gerekend in"), choices=units, required=False)
        return {self.name("amount"): amount, self.name("unit"): unit}

    def shown(self, value: Any) -> dict[str, Any] | None:
        """One unit with a number can be shown."""
        if value is ABSENT or value is None:
            return {self.name("unit"): "working_days"}
        if isinstance(value, Mapping) and len(value) == 1:
            unit, amount = next(iter(value.items()))
            if unit in ("hours", "days", "working_days") and isinstance(amount, int):
                return {self.name("amount"): amount, self.name("unit"): unit}
        return None

    def taken(self, given: Given, wrong: Wrong) -> Any:
        """Return the term."""
        amount = given.get(self.name("amount"))
        return {given.get(self.name("unit")) or "working_days": amount} if amount else ABSENT


class Written(Slot):
    """What the other fields cannot show: as it is written in the file, to be changed by who knows how."""

    def fields(self) -> dict[str, forms.Field]:
        """The text of the value."""
        hint = _(
            "Dit staat hier zoals in het bestand, omdat een formulier het niet kan tonen. U kunt het laten staan."
        )
        field = Prose(label=self.label, help_text=hint, required=False, limit=20_000, rows=3, allow_bsn=True)
        field.widget.attrs.update({"class": "draft-written", "spellcheck": "false"})
        return {self.name("written"): field}

    def shown(self, value: Any) -> dict[str, Any] | None:
        """Anything can be shown."""
        if value is ABSENT or value is None:
            return {}
        return {self.name("written"): "\n".join(emitted_key(self.key, value, 0))}

    def taken(self, given: Given, wrong: Wrong) -> Any:
        """Return what it says."""
        text = str(given.get(self.name("written")) or "")
        if not text.strip():
            return ABSENT
        found = read("", text + "\n")
        if found.errors or not isinstance(found.data, dict) or set(found.data) != {self.key}:
            wrong(
                self.name("written"),
                _("Dit kan niet gelezen worden. Begin met `{key}:`.").format(key=self.key),
            )
            return ABSENT
        return found.data[self.key]


__all__ = ["ABSENT", "Both", "Pick", "Several", "Slot", "Term", "Tick", "Words", "Written"]
