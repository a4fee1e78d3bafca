"""The questions about a request, its worksheet, and informing people."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from baken.clock import now
from baken.core.vocabulary import outcomes, rights
from baken.core.vocabulary.moments import civil_date
from baken.trust.rights.actions import ACTS
from baken.trust.rights.matching import Wanted
from baken.web.acting import CommandForm, choices_from, words_field
from baken.web.deciding import DecisionForm
from baken.web.fields import Line, Prose
from baken.web.widgets import DateInput
from baken.web.years import THINKABLE

NO_NAMES = gettext_lazy("Een of twee zinnen, zonder namen.")


def _one_of(label: Any, help_text: Any = "", *, required: bool = True) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, help_text=help_text, required=required, widget=forms.RadioSelect)


def _some_of(label: Any, help_text: Any = "") -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=label, help_text=help_text, required=False, widget=forms.CheckboxSelectMultiple
    )


def _day(label: Any, help_text: Any = "", *, required: bool = True, born: bool = False) -> forms.DateField:
    return forms.DateField(
        label=label,
        help_text=help_text,
        required=required and not born,
        validators=() if born else THINKABLE,
        widget=DateInput,
        input_formats=["%Y-%m-%d", "%d-%m-%Y"],
        error_messages={"invalid": gettext_lazy("Schrijf dit als 22-11-2026.")},
    )


def _set(form: forms.Form, name: str, choices: Any) -> None:
    form.fields[name].choices = choices_from(choices)  # type: ignore[attr-defined]


class RegisterForm(DecisionForm):
    """What came in, from whom, and how it is certain who that is."""

    right = _one_of(gettext_lazy("Wat vraagt deze persoon?"))
    received_on = _day(
        gettext_lazy("Wanneer kwam het verzoek binnen?"), gettext_lazy("Vanaf die dag loopt de maand.")
    )
    name = Line(label=gettext_lazy("Naam van de verzoeker"), required=True)
    reach = Line(label=gettext_lazy("Adres of e-mailadres voor het antwoord"))
    asked = words_field(gettext_lazy("Wat vraagt de persoon precies?"), required=False, rows=3)
    identity = _one_of(
        gettext_lazy("Hoe is vastgesteld wie dit is?"),
        gettext_lazy("Bewaar nooit een kopie van een paspoort."),
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        _set(self, "right", rights.RIGHT)
        _set(self, "identity", rights.IDENTITY)


class IdentityForm(DecisionForm):
    """How it is certain who asks."""

    identity = _one_of(
        gettext_lazy("Hoe is vastgesteld wie dit is?"),
        gettext_lazy("Bewaar nooit een kopie van een paspoort."),
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        _set(self, "identity", {one: text for one, text in rights.IDENTITY.items() if one != "not_yet"})


class ExtendForm(DecisionForm):
    """Two months more."""

    because = _one_of(gettext_lazy("Waarom duurt het langer?"))
    reason = words_field(gettext_lazy("Wat vertelde u de verzoeker?"), NO_NAMES, rows=3)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        _set(self, "because", rights.EXTENDED)


class SearchForm(DecisionForm):
    """Whom this request is about, in every spelling that is known."""

    names = Prose(
        label=gettext_lazy("Namen"),
        help_text=gettext_lazy(
            "Elke naam of schrijfwijze op een eigen regel. Ook een vroegere naam of roepnaam."
        ),
        limit=1000,
        rows=3,
        required=False,
    )
    birth = _day(gettext_lazy("Geboortedatum"), born=True)
    street = Line(label=gettext_lazy("Straat"))
    number = Line(label=gettext_lazy("Huisnummer"), limit=20)
    postcode = Line(label=gettext_lazy("Postcode"), limit=20)
    phone = Line(label=gettext_lazy("Telefoonnummer"), limit=40, allow_bsn=True)

    def clean(self) -> dict[str, Any]:
        """Something must be looked for."""
        data = super().clean() or {}
        if not any(data.get(name) for name in ("names", "birth", "phone", "street", "postcode")):
            self.add_error("names", _("Vul in waarop u zoekt. Een naam is genoeg."))
        return data

    @property
    def wanted(self) -> Wanted:
        """Return what was typed."""
        data = self.cleaned_data
        birth: date | None = data["birth"]
        return Wanted(
            names=tuple(line.strip() for line in data["names"].splitlines() if line.strip()),
            birth=birth.isoformat() if birth else "",
            **{name: data[name] for name in ("street", "number", "postcode", "phone")},
        )


class WeighForm(DecisionForm):
    """One record: is it this person, what may be given, what is left out and why."""

    verdict = _one_of(gettext_lazy("Gaat dit stuk over de verzoeker?"))
    give = _some_of(
        gettext_lazy("Wat geeft u?"),
        gettext_lazy("Alleen gegevens van de verzoeker zelf. Bij twijfel niets."),
    )
    summary = words_field(
        gettext_lazy("Wat staat er over de verzoeker? Zo komt het in de brief"),
        gettext_lazy("Niets wat aanwijst wie het meldde, niets over anderen, en niets over een onderzoek."),
        required=False,
        rows=5,
    )
    leave_out = _some_of(gettext_lazy("Laat u iets weg? Waarom?"))
    note = words_field(gettext_lazy("Toelichting voor het dossier"), required=False, rows=2)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        _set(self, "verdict", rights.VERDICT)
        _set(self, "give", rights.GIVE)
        _set(self, "leave_out", rights.LEAVE_OUT)


class ActForm(DecisionForm):
    """What was done on one record, or why not."""

    done = _one_of(gettext_lazy("Wat doet u met dit stuk?"))
    reason = words_field(gettext_lazy("Waarom?"), NO_NAMES, rows=3)

    def __init__(self, *args: Any, right: str, **options: Any) -> None:
        super().__init__(*args, **options)
        _set(self, "done", {one: rights.ACT[one] for one in ACTS.get(right, ("refused",))})


class LetterForm(DecisionForm):
    """The last look before the letter is made. `shown` stands for what is on the page now, `seen` for what was read."""

    read = forms.CharField(widget=forms.HiddenInput, required=False)
    checked = forms.BooleanField(
        label=gettext_lazy(
            "Ik heb dit gelezen. Het verraadt niet wie meldde, en niet of er een onderzoek is."
        ),
        error_messages={"required": gettext_lazy("Lees de brief na, en zet dan een vinkje.")},
    )

    def __init__(self, data: Any = None, *, shown: str, **options: Any) -> None:
        self.seen = data.get("read", "") if data is not None else shown
        if data is not None:
            data = data.copy()
            data["read"] = shown
        super().__init__(data, **{**options, "initial": {**options.get("initial", {}), "read": shown}})
        self.as_read = self.seen == shown


class AnsweredForm(DecisionForm):
    """That the answer went out."""

    outcome = _one_of(gettext_lazy("Wat was het antwoord?"))
    channel = _one_of(gettext_lazy("Hoe ging de brief naar de verzoeker?"))

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        _set(self, "outcome", rights.ANSWERED)
        _set(self, "channel", outcomes.CHANNEL)


class InformingForm(CommandForm):
    """Whether the people in a signal are told, or why not yet and until when."""

    decision = _one_of(gettext_lazy("Worden de mensen in dit signaal ingelicht?"))
    ground = _one_of(
        gettext_lazy("Zo nee, waarom nu nog niet?"),
        gettext_lazy("Alleen als u nog niet inlicht."),
        required=False,
    )
    review_on = _day(
        gettext_lazy("Wanneer bekijkt u dit opnieuw?"),
        gettext_lazy("Alleen als u nog niet inlicht. Kies een dag binnen een jaar."),
        required=False,
    )
    reason = words_field(gettext_lazy("Licht uw besluit toe"), rows=3)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        _set(self, "decision", rights.INFORMING)
        _set(self, "ground", rights.POSTPONED)

    def clean(self) -> dict[str, Any]:
        """Putting it off has a ground and a day that is still to come (V25)."""
        data = super().clean() or {}
        if data.get("decision") == "not_yet":
            if not data.get("ground"):
                self.add_error("ground", _("Kies waarom nu nog niet wordt ingelicht."))
            day = data.get("review_on")
            if "review_on" not in self.errors and (day is None or day <= civil_date(now())):
                self.add_error("review_on", _("Kies een dag die nog komt."))
        return data


class InformedForm(CommandForm):
    """How the people were told."""

    how = _one_of(gettext_lazy("Hoe zijn zij ingelicht?"))

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        _set(self, "how", rights.TOLD_HOW)


class ReleaseForm(CommandForm):
    """Why a restriction may end."""

    reason = words_field(
        gettext_lazy("Waarom eindigt de beperking?"),
        gettext_lazy("Bijvoorbeeld: het is uitgezocht, of het moet voor iemands veiligheid."),
        rows=3,
    )
