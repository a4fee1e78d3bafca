"""The form of a forecast: how many signals and people, and below that everything that is assumed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.boundfield import BoundField
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from baken.core.figures.assumed import DEEDS, MIX, UNSURE, UNSURE_CHOSEN, YEARLY, Assumptions, Span
from baken.core.figures.forecast import MOST_PEOPLE, Asked
from baken.core.figures.told_assumed import MOST_MINUTES
from baken.core.vocabulary.text import Text
from baken.core.vocabulary.wording import VALUE
from baken.programme.hours.past import Past
from baken.web.fields import Line, said

MOST_SIGNALS = 200
"""Chosen for the page, so that nobody waits long; by command it can be more."""
YEARS = 500
"""So many years does the page simulate: enough for whole hours."""
USUAL_SIGNALS = 12
MOST_SEED = 999_999
WHOLE = 100
_THREE = 3
_EVERY_WEEK = "alignment"  # how long can be changed, how often not
_NONE = Text("geen of niet bekend", "none or not known")
_YES_NO = {"yes": Text("ja", "yes"), "no": Text("nee", "no"), "unknown": Text("niet bekend", "not known")}


@dataclass(frozen=True, slots=True)
class Group:
    """Fields that stand together, under a heading, with what must be known of them."""

    heading: str
    note: str
    fields: Sequence[BoundField]


class Triple(Line):
    """Three numbers of minutes: at least, mostly, at most."""

    def __init__(self, **rest: Any) -> None:
        super().__init__(limit=40, required=True, error_messages={"required": _three()}, **rest)

    def clean(self, value: Any) -> Any:
        """Return the triangle, or say how it is written."""
        parts = super().clean(value).replace(",", " ").replace(";", " ").split()
        if len(parts) != _THREE or not all(part.isascii() and part.isdigit() for part in parts):
            raise ValidationError(_three())
        low, likely, high = (int(part[: len(str(MOST_MINUTES)) + 1]) for part in parts)
        if not low <= likely <= high <= MOST_MINUTES:
            raise ValidationError(_("De getallen moeten oplopen, en mogen niet groter zijn dan 10000."))
        return Span(low, likely, high)


class ForecastForm(forms.Form):
    """What is asked and what is assumed. Nothing is kept of it: the answer is made anew from the address."""

    use_required_attribute = False

    def __init__(self, told: Mapping[str, Any], *, past: Past, times: Mapping[str, float]) -> None:
        self.past, self.usual_times = past, times
        usual = self._usual()
        super().__init__({name: told.get(name, value) for name, value in usual.items()})
        add = self.fields.__setitem__
        add("signals", whole(_("Hoeveel signalen verwacht u in een jaar?"), 0, MOST_SIGNALS))
        add("people", whole(_("Hoeveel aandachtsfunctionarissen zijn er?"), 1, MOST_PEOPLE))
        for name, deed in {**DEEDS, **YEARLY}.items():
            add(f"m_{name}", Triple(label=capfirst(said(deed.name)), help_text=capfirst(said(deed.chosen))))
        for name in _counted():
            add(f"t_{name}", often(capfirst(said(YEARLY[name].name))))
        for name, fact in MIX.items():
            for value in fact.shares:
                add(f"x_{name}_{value}", whole(capfirst(said(_value(name, value))), 0, WHOLE))
        add(
            "unsure",
            whole(
                _("Hoeveel procent kunnen alle minuten samen te hoog of te laag zijn?"),
                0,
                WHOLE,
                capfirst(said(UNSURE_CHOSEN)),
            ),
        )
        add(
            "seed",
            whole(_("Beginwaarde van het toeval"), 0, MOST_SEED, _("Dezelfde geeft hetzelfde antwoord.")),
        )

    def _usual(self) -> dict[str, str]:
        mix = {name: self.past.mix.get(name, fact.shares) for name, fact in MIX.items()}
        return {
            "signals": str(min(self.past.signals or USUAL_SIGNALS, MOST_SIGNALS)),
            "people": "1",
            **{
                f"m_{name}": f"{deed.minutes.low:g} {deed.minutes.likely:g} {deed.minutes.high:g}"
                for name, deed in {**DEEDS, **YEARLY}.items()
            },
            **{f"t_{name}": f"{self.usual_times[name]:g}" for name in _counted()},
            **{
                f"x_{name}_{value}": str(part)
                for name, shares in mix.items()
                for value, part in hundredths(shares).items()
            },
            "unsure": str(round(UNSURE * WHOLE)),
            "seed": "1",
        }

    def clean(self) -> dict[str, Any]:
        """See to it that the values of each fact are a hundred together."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        for name, fact in MIX.items():
            parts = [given.get(f"x_{name}_{value}") for value in fact.shares]
            known = [part for part in parts if part is not None]
            if len(known) == len(parts) and sum(known) != WHOLE:
                words = _("Samen is dit %(total)s. Zorg dat het 100 is.") % {"total": sum(known)}
                self.add_error(f"x_{name}_{next(iter(fact.shares))}", words)
        return given

    @property
    def asked(self) -> Asked:
        """What is asked."""
        given = self.cleaned_data
        return Asked(float(given["signals"]), given["people"], given["seed"], YEARS)

    @property
    def assumed(self) -> Assumptions:
        """What is assumed."""
        given = self.cleaned_data
        return Assumptions(
            minutes={name: given[f"m_{name}"] for name in {**DEEDS, **YEARLY}},
            mix={
                name: {value: given[f"x_{name}_{value}"] / WHOLE for value in fact.shares}
                for name, fact in MIX.items()
            },
            times={name: float(given[f"t_{name}"]) for name in _counted()},
            unsure=given["unsure"] / WHOLE,
        )

    def first(self) -> list[BoundField]:
        """What is asked first; the rest is assumed and may be opened."""
        return [self["signals"], self["people"]]

    def groups(self) -> list[Group]:
        """Everything that is assumed."""
        three = _("In minuten: minst, meestal en meest.")
        own = _("Dit komt uit uw eigen signalen van de laatste hele jaren, afgerond.")
        unfair = " " + _(
            "Uw eigen signalen tellen hier niet mee: van de laatste jaren is zoveel vernietigd dat wat over is geen "
            "eerlijk beeld geeft."
        )
        unfair = unfair if self.past.unfair else ""
        return [
            Group(_("Tijd voor een signaal"), three, [self[f"m_{name}"] for name in DEEDS]),
            Group(_("Tijd voor wat terugkomt"), three, [self[f"m_{name}"] for name in YEARLY]),
            Group(
                _("Hoe vaak per jaar"),
                _(
                    "Dit komt uit het beleid. Noemt het geen aantal, dan telt een overleg of training één keer."
                ),
                [self[f"t_{name}"] for name in _counted()],
            ),
            *(
                Group(
                    _("Van elke 100 signalen: %(what)s") % {"what": said(fact.name)},
                    own if name in self.past.mix else f"{capfirst(said(fact.chosen))}.{unfair}",
                    [self[f"x_{name}_{value}"] for value in fact.shares],
                )
                for name, fact in MIX.items()
            ),
            Group(_("Toeval"), "", [self["unsure"], self["seed"]]),
        ]


def whole(label: str, least: int, most: int, help_text: str = "") -> forms.IntegerField:
    """Return a field for a whole number."""
    words = _("Vul een heel getal in van %(least)s tot en met %(most)s.") % {"least": least, "most": most}
    return forms.IntegerField(
        label=label,
        help_text=help_text,
        min_value=least,
        max_value=most,
        error_messages=dict.fromkeys(("required", "invalid", "min_value", "max_value"), words),
    )


class Often(forms.DecimalField):
    """A number that may be written with a comma, as people here do, or with a point."""

    def to_python(self, value: Any) -> Any:
        """Return the number."""
        return super().to_python(value.replace(",", ".") if isinstance(value, str) else value)


def often(label: str) -> Often:
    """Return a field for how often a year; once every two years is 0.5."""
    words = _("Vul een getal in van 0 tot en met 100, zoals 2 of 0,5.")
    wrong = (
        "required",
        "invalid",
        "min_value",
        "max_value",
        "max_digits",
        "max_decimal_places",
        "max_whole_digits",
    )
    return Often(
        label=label,
        min_value=0,
        max_value=WHOLE,
        max_digits=6,
        decimal_places=3,
        widget=forms.NumberInput(attrs={"step": "any"}),
        error_messages=dict.fromkeys(wrong, words),
    )


def hundredths(shares: Mapping[str, float]) -> dict[str, int]:
    """Return shares as whole parts of a hundred that add up to it: the largest remainders are rounded up."""
    exact = {value: Decimal(str(share)) * WHOLE for value, share in shares.items()}
    found = {value: int(part) for value, part in exact.items()}
    by_rest = sorted(exact, key=lambda value: (found[value] - exact[value], value))
    for value in by_rest[: WHOLE - sum(found.values())]:
        found[value] += 1
    return found


def _three() -> str:
    return _("Schrijf drie hele getallen: minst, meestal en meest, zoals 5 10 20.")


def _counted() -> list[str]:
    return [name for name in YEARLY if name != _EVERY_WEEK]


def _value(fact: str, value: str) -> Text:
    if value == "none":
        return _NONE
    return VALUE.get(fact, {}).get(value) or _YES_NO.get(value, Text(value, value))
