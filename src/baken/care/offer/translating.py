"""The form for information in another language, and keeping what was written in it."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from baken.care.common.forms import day
from baken.care.offer import information
from baken.care.offer.models import Translation
from baken.clock import now
from baken.core.vocabulary import information as own
from baken.core.vocabulary.moments import civil_date
from baken.tenancy import kept
from baken.web.deciding import DecisionForm, Given
from baken.web.fields import Line, Prose

_NEEDED = {"required": gettext_lazy("Vul hier de vertaling in.")}


class TranslationForm(DecisionForm):
    """Every piece in another language, and who checked it when."""

    looked_at = forms.IntegerField(widget=forms.HiddenInput, required=False)
    made_from = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)
    checked_by = Line(
        label=gettext_lazy("Wie controleerde dit?"),
        help_text=gettext_lazy(
            "Iemand die de taal goed kent, zoals een tolk. Schrijf de organisatie en het beroep op, geen naam."
        ),
        limit=120,
    )
    checked_on = day(
        gettext_lazy("Op welke dag?"),
        gettext_lazy("Laat beide leeg als het nog moet. Cliënten krijgen de tekst pas te zien na controle."),
        required=False,
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        first = Line(
            label=_("Titel"),
            help_text=f"{own.TITLE.nl}. {_('Geen titel waaraan te zien is waar dit over gaat.')}",
            limit=120,
            required=True,
            error_messages=_NEEDED,
        )
        pieces: dict[str, forms.Field] = {}
        for part in own.parts("nl", information.numbers(now())):
            pieces[information.heading(part.id)] = Line(
                label=_("Kop: %(words)s") % {"words": part.title},
                limit=120,
                required=True,
                error_messages=_NEEDED,
            )
            pieces[part.id] = Prose(
                label=_("Tekst onder: %(words)s") % {"words": part.title},
                help_text=" · ".join(part.lines),
                limit=2000,
                rows=len(part.lines) + 2,
                required=True,
                error_messages=_NEEDED,
            )
        self.fields = {
            **{name: self.fields[name] for name in ("command", "looked_at", "made_from")},
            information.TITLE: first,
            **pieces,
            **{name: self.fields[name] for name in ("checked_by", "checked_on")},
        }

    def clean_checked_on(self) -> date | None:
        """Refuse a day that has not been."""
        on: date | None = self.cleaned_data["checked_on"]
        if on and on > civil_date(now()):
            raise forms.ValidationError(_("Deze dag is nog niet geweest."))
        return on

    def clean(self) -> dict[str, Any]:
        """Ask who checked it and when together."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        if given.get("checked_by") and not given.get("checked_on") and "checked_on" not in self.errors:
            self.add_error("checked_on", _("Vul de dag van de controle in."))
        if given.get("checked_on") and not given.get("checked_by") and "checked_by" not in self.errors:
            self.add_error("checked_by", _("Vul in wie dit controleerde."))
        return given

    @property
    def texts(self) -> dict[str, str]:
        """What was written, by piece."""
        return {name: self.cleaned_data[name] for name in information.names()}


def keep(language: str, form: TranslationForm, given: Given) -> None:
    """Write a translation down. Another text needs another check; the same text keeps the one it had."""
    data, found = form.cleaned_data, information.translation(language)
    told: dict[str, Any] = {
        "texts": form.texts,
        "made_from": data["made_from"],
        "checked_by": data["checked_by"],
        "checked_on": data["checked_on"],
    }
    if found is None:
        kept.add(Translation, {**told, "language": language}, **given)
        return
    same = found.texts == form.texts and found.made_from == data["made_from"]
    if same and not data["checked_on"]:
        told |= {"checked_by": found.checked_by, "checked_on": found.checked_on}
    kept.change(found, told, data["looked_at"] or 0, actor=given["actor"], now=given["now"])
