"""What is asked of whoever gives records to another organisation, or takes them over."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from baken.care.common import lists
from baken.care.common.forms import CareForm, one_of
from baken.care.common.sharing import Bases, confirming
from baken.care.exchange import limits
from baken.core.exchange.groups import GROUPS
from baken.core.vocabulary import client as words
from baken.core.vocabulary.exchange import FORMS
from baken.web.acting import words_field
from baken.web.choices import Choice
from baken.web.deciding import DecisionForm
from baken.web.fields import Line, said

BASIS = "basis_"


class GiveForm(CareForm):
    """Whose records, for whom, why, and no more than that needs."""

    clients = forms.MultipleChoiceField(
        label=gettext_lazy("Van wie?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Kies ten minste één cliënt.")},
    )
    recipient = one_of(
        gettext_lazy("Voor wie?"),
        lists.recipients,
        gettext_lazy("Voor deze ontvanger moet bij iedere cliënt toestemming of een afweging vastliggen."),
    )
    who = Line(
        label=gettext_lazy("Welke organisatie precies?"),
        help_text=gettext_lazy("Zo is later te zien waar de gegevens zijn."),
        required=True,
    )
    purpose = words_field(
        gettext_lazy("Waarvoor heeft de ontvanger dit nodig?"),
        gettext_lazy("Dit staat straks in het dossier van iedere cliënt."),
        rows=3,
    )
    groups = forms.MultipleChoiceField(
        label=gettext_lazy("Wat heeft de ontvanger nodig?"),
        help_text=gettext_lazy("Kies niet meer dan dat."),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Kies wat de ontvanger nodig heeft.")},
    )
    because = words_field(
        gettext_lazy("Waarom ook een naam, adres of vrije tekst?"),
        gettext_lazy("Alleen invullen als u dat hierboven koos."),
        required=False,
        rows=2,
    )
    form = one_of(gettext_lazy("In welke vorm?"), FORMS, initial="excel")

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        people: Sequence[tuple[str, str]] = (),
        bases: Sequence[tuple[str, str, Bases]] = (),
        **options: Any,
    ) -> None:
        super().__init__(data, **options)
        self.fields["clients"].choices = list(people)  # type: ignore[attr-defined]
        self.fields["groups"].choices = [  # type: ignore[attr-defined]
            (id_, Choice(said(group.name), said(group.hint))) for id_, group in GROUPS.items()
        ]

        for client, name, offered in bases:
            label = _("Waarop rust dit bij %(name)s? Kies wat over precies deze ontvanger gaat.") % {
                "name": name
            }
            self.fields[f"{BASIS}{client}"] = confirming(offered, label)
        first = [name for name in self.fields if name.startswith(BASIS)]
        self.order_fields(["clients", "recipient", "who", *first])

    @property
    def bases(self) -> dict[UUID, str]:
        """Return on what it rests with each client."""
        given = self.cleaned_data.items()
        return {UUID(name.removeprefix(BASIS)): one for name, one in given if name.startswith(BASIS)}

    def clean(self) -> dict[str, Any]:
        """Who and where somebody is goes only with a reason."""
        given = super().clean()
        delicate = any(GROUPS[id_].delicate for id_ in given.get("groups") or ())
        if delicate and not given.get("because") and "because" not in self.errors:
            self.add_error("because", _("Schrijf op waarom dit ook nodig is, of vink het uit."))
        return given


class LookForm(DecisionForm):
    """A file from elsewhere, and on what ground files would be opened for the people in it."""

    sender = Line(label=gettext_lazy("Van welke organisatie komt het bestand?"), required=True)
    ground = one_of(
        gettext_lazy("Waarom mag u voor deze mensen een dossier houden?"),
        words.GROUND,
        gettext_lazy("Geldt voor iemand een andere grond? Neem die persoon dan apart over."),
    )
    sent = forms.FileField(
        label=gettext_lazy("Welk bestand?"),
        help_text=gettext_lazy(
            "Excel (.xlsx), CSV of een ingevuld sjabloon van IOM, met hoogstens %(rows)s mensen en %(size)s MB."
        ),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv"}),
        max_length=None,
        error_messages={
            "required": gettext_lazy("Kies een bestand."),
            "empty": gettext_lazy("Dit bestand is leeg. Kies een ander bestand."),
        },
    )

    def __init__(self, data: Mapping[str, Any] | None = None, **options: Any) -> None:
        super().__init__(data, **options)
        sent = self.fields["sent"]
        size = limits.MAX_FILE // 1_000_000
        sent.help_text = sent.help_text % {"rows": limits.MAX_MADE, "size": size}
        self.fields["sent"] = self.fields.pop("sent")


class TakeForm(DecisionForm):
    """What was looked at, to be made now; all of it stood on the page before."""

    sender = forms.CharField(max_length=200, widget=forms.HiddenInput)
    ground = forms.ChoiceField(widget=forms.HiddenInput, choices=[(id_, id_) for id_ in words.GROUND])
    rows = forms.CharField(widget=forms.HiddenInput)


def client_choice(name: str, reference: str, recipients: Sequence[str]) -> Choice:
    """Return somebody as one may choose them, with to whom something about them may go."""
    told = (
        _("Mag gaan naar: %(names)s") % {"names": ", ".join(recipients)}
        if recipients
        else _("Nog nergens toestemming of een afweging voor.")
    )
    return Choice(f"{capfirst(name)} ({reference})", told)
