"""The questions of a client file. Nothing asks anybody to say that they are a victim (CARE-14)."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from baken.care.common import lists
from baken.care.common.forms import CareForm, day, one_of
from baken.core.vocabulary import client as words
from baken.web.acting import choices_from, words_field
from baken.web.deciding import DecisionForm
from baken.web.fields import Line


class ContactForm(CareForm):
    """How the person can safely be reached."""

    how = words_field(
        gettext_lazy("Hoe kan er veilig contact zijn?"),
        gettext_lazy(
            "Bijvoorbeeld: alleen bellen, nooit een bericht sturen, bij geen gehoor niets inspreken."
        ),
        rows=3,
    )
    when = words_field(gettext_lazy("Wanneer?"), required=False, rows=2)
    by = words_field(gettext_lazy("Door wie?"), required=False, rows=2)
    never = words_field(
        gettext_lazy("Wat mag nooit?"),
        gettext_lazy("Welk nummer, welk adres, welke persoon, welk moment."),
        required=False,
        rows=3,
    )
    language = Line(label=gettext_lazy("Welke taal spreekt de persoon het liefst?"))
    interpreter = Line(
        label=gettext_lazy("Tolk"),
        help_text=gettext_lazy("Nodig of niet, en wie wel of niet. Nooit een bekende van de persoon."),
    )


class DescribeForm(CareForm):
    """Who it is, as far as that is known and needed."""

    working_name = Line(
        label=gettext_lazy("Werknaam"),
        help_text=gettext_lazy("Zo staat de persoon in uw lijst. Dat hoeft niet de echte naam te zijn."),
        required=True,
        limit=80,
    )
    name = Line(label=gettext_lazy("Naam"))
    birth = day(gettext_lazy("Geboortedatum"), required=False)
    age = one_of(
        gettext_lazy("Is de persoon minderjarig?"),
        words.AGE,
        gettext_lazy("Twijfelt u? Kies misschien: dan geldt de zorg voor een minderjarige."),
    )
    role = one_of(
        gettext_lazy("In welke rol?"),
        words.ROLE,
        gettext_lazy("Een slachtoffer kan ook zelf vervolgd worden. De hulp blijft dezelfde."),
        initial="presumed_victim",
    )
    because = words_field(
        gettext_lazy("Waarom denkt u aan mensenhandel?"),
        gettext_lazy("Wat u zag en hoorde, niet wat u ervan vindt."),
        required=False,
        rows=4,
    )


class TreatmentForm(CareForm):
    """Whether the person is treated as a criminal (CARE-15)."""

    treatment = one_of(
        gettext_lazy("Wordt deze persoon vervolgd of gestraft voor iets wat onder dwang gebeurde?"),
        words.TREATMENT,
    )
    note = words_field(
        gettext_lazy("Waaraan ziet u dat, en wat doet u?"),
        gettext_lazy("Bijvoorbeeld: een boete voor wat onder dwang gebeurde, of vreemdelingenbewaring."),
        rows=4,
    )


class NeedForm(CareForm):
    """What the person needs, and (where that is known at once) who does what by when."""

    area = forms.ChoiceField(
        label=gettext_lazy("Waarover gaat het?"),
        choices=lambda: [("", ""), *choices_from(lists.areas())],
        error_messages={"required": gettext_lazy("Kies een gebied.")},
    )
    what = words_field(gettext_lazy("Wat is er nodig?"), rows=3)
    by = one_of(
        gettext_lazy("Wie doet het?"),
        lists.bodies,
        gettext_lazy("Weet u dat nog niet? Laat het leeg: dan wacht deze vraag op hulp."),
        required=False,
    )
    due = day(gettext_lazy("Wanneer moet het er zijn?"), required=False)

    def clean(self) -> dict[str, Any]:
        """Who and when belong together: help without a day is no agreement."""
        given = super().clean()
        if given.get("by") and not given.get("due") and "due" not in self.errors:
            self.add_error("due", _("Vul in wanneer het er moet zijn."))
        if given.get("due") and not given.get("by"):
            self.add_error("by", _("Vul in wie het doet."))
        return given


class HelpForm(CareForm):
    """Who does what by when."""

    by = one_of(gettext_lazy("Wie doet het?"), lists.bodies)
    due = day(gettext_lazy("Wanneer moet het er zijn?"))
    what = words_field(gettext_lazy("Wat is er afgesproken?"), required=False, rows=3)


class SettleForm(CareForm):
    """How a need ended."""

    outcome = one_of(gettext_lazy("Hoe liep het af?"), words.SETTLED)
    gap = one_of(
        gettext_lazy("Was deze hulp er niet? Waarom niet?"),
        words.GAP,
        gettext_lazy("Dit wordt geteld, zonder naam: zo wordt zichtbaar wat ontbreekt."),
        required=False,
    )
    note = words_field(gettext_lazy("Toelichting"), required=False, rows=3)

    def clean(self) -> dict[str, Any]:
        """Help that was not to be had has a reason."""
        given = super().clean()
        if given.get("outcome") == "not_to_be_had" and not given.get("gap"):
            self.add_error("gap", _("Kies waarom deze hulp er niet was."))
        return given


class WishForm(CareForm):
    """What the person wants."""

    wish = words_field(
        gettext_lazy("Wat wil de persoon zelf?"),
        gettext_lazy("In de eigen woorden van de persoon. Ook wat de persoon niet wil."),
        rows=4,
    )


class RightsForm(CareForm):
    """When, in which language and by whom the person was told of the rights there are (CARE-16)."""

    on = day(gettext_lazy("Wanneer is de persoon ingelicht?"))
    language = Line(label=gettext_lazy("In welke taal?"), required=True)
    by = Line(
        label=gettext_lazy("Door wie?"), help_text=gettext_lazy("Functie en organisatie."), required=True
    )
    what = words_field(
        gettext_lazy("Waarover?"),
        gettext_lazy(
            "Bijvoorbeeld: hulp en opvang, bedenktijd, advocaat, aangifte mag maar hoeft niet, verblijf, kinderen."
        ),
        required=False,
        rows=3,
    )


class ConsentForm(CareForm):
    """What may go to one recipient."""

    recipient = one_of(gettext_lazy("Aan wie mag iets worden verteld?"), lists.recipients)
    who = Line(label=gettext_lazy("Welke persoon of organisatie precies?"))
    what = words_field(gettext_lazy("Wat mag er worden verteld, en waarvoor?"), rows=3)
    how = one_of(gettext_lazy("Hoe gaf de persoon toestemming?"), words.CONSENT_HOW)


class WeighForm(CareForm):
    """Whether secrecy gives way where there is no consent (V5)."""

    recipient = one_of(gettext_lazy("Om wie gaat het?"), lists.recipients)
    outcome = one_of(gettext_lazy("Wat is de uitkomst?"), words.WEIGHED)
    reason = words_field(
        gettext_lazy("Waarom?"),
        gettext_lazy(
            "Waarom vroeg u geen toestemming, of kreeg u die niet? Welk gevaar weegt zwaarder dan het geheim? Kan het "
            "met minder? Wie dacht mee?"
        ),
        rows=5,
    )


class NoteForm(CareForm):
    """One text, under a question of its own."""

    note = words_field("", rows=4)

    def __init__(self, *args: Any, label: Any, required: bool = True, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["note"].label = label
        if not required:
            self.fields["note"].required = self.fields["police"].required = False


class CheckForm(CareForm):
    """How it goes, and when to look again."""

    note = words_field(gettext_lazy("Hoe gaat het?"), required=False, rows=3)
    next_on = day(gettext_lazy("Wanneer kijkt u opnieuw?"))


class CloseForm(CareForm):
    """How the file ends."""

    outcome = one_of(gettext_lazy("Waarom sluit u het dossier?"), words.ENDING)
    note = words_field(
        gettext_lazy("Toelichting"),
        gettext_lazy("Wat is er met de persoon afgesproken, en waar kan die later terecht?"),
        rows=4,
    )


class WithdrawForm(DecisionForm):
    """The person no longer allows it: no reason is asked."""


class OpenForm(CareForm):
    """One file, or several for people found together: a working name each, on a line of its own."""

    names = words_field(
        gettext_lazy("Werknamen"),
        gettext_lazy(
            "Elk vermoedelijk slachtoffer op een eigen regel, hoogstens 20. Een werknaam is genoeg, ook als u de echte "
            "naam niet weet. Ieder krijgt een eigen dossier."
        ),
        rows=6,
    )
    source = one_of(
        gettext_lazy("Hoe kwam dit bij u?"),
        {id_: name for id_, name in words.SOURCE.items() if id_ != "notification"},
    )
    ground = one_of(
        gettext_lazy("Op welke grond opent u een dossier?"),
        words.GROUND,
        gettext_lazy("Niemand hoeft te verklaren een slachtoffer te zijn. Een vermoeden is genoeg."),
    )
    age = one_of(
        gettext_lazy("Zijn zij minderjarig?"),
        words.AGE,
        gettext_lazy("Verschilt het per persoon? Kies niet bekend, en vul het daarna per dossier in."),
    )
    because = words_field(gettext_lazy("Waarom denkt u aan mensenhandel?"), rows=4)

    def __init__(self, *args: Any, from_notification: bool = False, **options: Any) -> None:
        super().__init__(*args, **options)
        if from_notification:
            del self.fields["source"]

    def clean_names(self) -> list[str]:
        """Return one working name for each person, each of them different."""
        found = [line.strip() for line in self.cleaned_data["names"].splitlines() if line.strip()]
        if not found:
            raise forms.ValidationError(_("Schrijf op elke regel één werknaam."))
        if len(found) > words.MOST_AT_ONCE:
            raise forms.ValidationError(
                _("Dit zijn er %(found)s. Open er hoogstens %(most)s tegelijk, en daarna de rest.")
                % {"found": len(found), "most": words.MOST_AT_ONCE}
            )
        if any(len(one) > 80 for one in found):
            raise forms.ValidationError(_("Een werknaam heeft hoogstens 80 tekens."))
        twice = sorted({one for one in found if found.count(one) > 1})
        if twice:
            raise forms.ValidationError(
                _("Deze werknaam staat er twee keer: %(name)s. Geef ieder een eigen werknaam.")
                % {"name": twice[0]}
            )
        return found
