"""The questions about where a client stays, about shelter, and about moving to another coordinator."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from baken.care.common.forms import CareForm, day, one_of
from baken.care.common.sharing import Bases, confirming
from baken.core.vocabulary import placing as words
from baken.core.vocabulary.outcomes import CHANNEL
from baken.core.vocabulary.text import Text
from baken.web.acting import words_field
from baken.web.deciding import DecisionForm
from baken.web.fields import Line

YES_NO: Mapping[str, Text] = {"no": Text("nee", "no"), "yes": Text("ja", "yes")}
LABELS = {
    "local": gettext_lazy(
        "Kan de opvang zien om wie het gaat? Welke toestemming of afweging gaat over deze opvang?"
    ),
    "specialist": gettext_lazy(
        "Loopt het met naam via CoMensha? Welke toestemming of afweging gaat daarover?"
    ),
}
LAST = ("meanwhile", "on", "note", "police", "command")
NO_ADDRESS = gettext_lazy("Alleen de naam van de gemeente, nooit het adres.")


class StayForm(CareForm):
    """Where somebody stays, is registered and was found: municipalities only."""

    stays = one_of(gettext_lazy("Waar verblijft de persoon nu?"), words.STAYS)
    stays_in = Line(label=gettext_lazy("In welke gemeente?"), help_text=NO_ADDRESS, limit=80)
    registered = one_of(
        gettext_lazy("Staat de persoon ingeschreven?"),
        words.REGISTERED,
        gettext_lazy("Vraag het de persoon. Baken kijkt niet in de BRP."),
    )
    registered_in = Line(label=gettext_lazy("In welke gemeente ingeschreven?"), limit=80)
    found_in = Line(label=gettext_lazy("In welke gemeente gevonden of aangemeld?"), limit=80)
    since = day(gettext_lazy("Sinds wanneer is dit zo?"))
    because = one_of(
        gettext_lazy("Waarom legt u dit vast?"),
        {id_: name for id_, name in words.STAY_BECAUSE.items() if id_ != "first"},
    )

    def __init__(self, *args: Any, first: bool = False, **options: Any) -> None:
        super().__init__(*args, **options)
        if first:
            del self.fields["because"]


class NeedsForm(CareForm):
    """What shelter has to offer (CARE-06)."""

    along = one_of(gettext_lazy("Met wie heeft de persoon opvang nodig?"), words.ALONG)
    children = Line(label=gettext_lazy("Kinderen: hoeveel, en hoe oud?"))
    safety = one_of(gettext_lazy("Hoe veilig moet het zijn?"), words.SAFETY)
    language = Line(label=gettext_lazy("Welke taal, en is een tolk nodig?"))
    access = Line(
        label=gettext_lazy("Wat is nodig om er te kunnen wonen?"),
        help_text=gettext_lazy("Bijvoorbeeld: geen trappen, of een rolstoel."),
    )
    note = words_field(gettext_lazy("Wat moet de opvang nog meer weten?"), required=False, rows=3)


class RequestForm(CareForm):
    """A request for a place (CARE-05)."""

    kind = one_of(
        gettext_lazy("Wat voor opvang vraagt u aan?"),
        words.SHELTER,
        gettext_lazy("Eerst lokaal. Gespecialiseerde opvang loopt via CoMensha."),
    )
    not_local = one_of(
        gettext_lazy("Waarom niet lokaal?"),
        words.NOT_LOCAL,
        gettext_lazy("Alleen bij gespecialiseerde opvang."),
        required=False,
    )
    whom = Line(
        label=gettext_lazy("Bij wie vraagt u het?"),
        help_text=gettext_lazy("De naam van de opvang staat alleen op de pagina van deze cliënt."),
        required=True,
    )
    named = one_of(
        gettext_lazy("Kan de opvang uit uw vraag opmaken om wie het gaat?"),
        YES_NO,
        gettext_lazy("Of er plek is, kunt u ook zonder naam vragen."),
    )
    meanwhile = one_of(gettext_lazy("Waar wacht de persoon?"), words.MEANWHILE)
    on = day(gettext_lazy("Op welke dag vroeg u het?"))
    note = words_field(gettext_lazy("Wat vroeg u?"), required=False, rows=3)

    def __init__(self, *args: Any, bases: Mapping[str, Bases], **options: Any) -> None:
        super().__init__(*args, **options)
        for kind, offered in bases.items():
            self.fields[f"basis_{kind}"] = confirming(offered, LABELS[kind], required=False)
        self.order_fields([*(name for name in self.fields if name not in LAST), *LAST])

    def clean(self) -> dict[str, Any]:
        """Whoever names somebody says on what that rests."""
        given = super().clean()
        kind = f"basis_{given.get('kind')}"
        if given.get("named") == "yes" and kind in self.fields and not given.get(kind):
            self.add_error(kind, self.fields[kind].error_messages["required"])
        return given


class AnswerForm(CareForm):
    """What a shelter said."""

    outcome = one_of(gettext_lazy("Wat antwoordde de opvang?"), words.ANSWER)
    on = day(gettext_lazy("Op welke dag?"))
    note = words_field(
        gettext_lazy("Wat is er gezegd?"),
        gettext_lazy("Bijvoorbeeld vanaf welke dag."),
        required=False,
        rows=3,
    )


class TogetherForm(NeedsForm):
    """A request for a place for several people who were found together (CARE-12). It names nobody."""

    people = forms.MultipleChoiceField(
        label=gettext_lazy("Voor wie vraagt u een plek?"),
        help_text=gettext_lazy("Wie al op een plek wacht, is niet aangevinkt."),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Kies voor wie u een plek vraagt.")},
    )
    whom = Line(
        label=gettext_lazy("Bij wie vraagt u het?"),
        help_text=gettext_lazy("De naam van de opvang staat alleen op de pagina van iedere cliënt."),
        required=True,
    )
    meanwhile = one_of(gettext_lazy("Waar wachten zij?"), words.MEANWHILE)
    on = day(gettext_lazy("Op welke dag vroeg u het?"))

    def __init__(self, *args: Any, people: list[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        del self.fields["children"]  # who comes with children says so in the own file
        self.fields["people"].choices = people  # type: ignore[attr-defined]
        self.fields["along"].label = gettext_lazy("Met wie hebben zij opvang nodig?")
        self.fields["along"].help_text = gettext_lazy(
            "Dit en wat hieronder nodig is, geldt voor wie het nog niet in het eigen dossier heeft."
        )
        self.fields["note"].help_text = gettext_lazy(
            "Dit komt in ieder dossier. Schrijf dus niets over één van hen."
        )
        self.order_fields(["people", "whom", "meanwhile", "on"])


class TogetherAnswerForm(AnswerForm):
    """What a shelter said about several people at once."""

    requests = forms.MultipleChoiceField(
        label=gettext_lazy("Over wie gaat dit antwoord?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Kies over wie dit antwoord gaat.")},
    )

    def __init__(self, *args: Any, waiting: list[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["requests"].choices = waiting  # type: ignore[attr-defined]
        self.fields["note"].help_text = gettext_lazy(
            "Dit komt in ieder dossier. Schrijf dus niets over één van hen."
        )
        self.order_fields(["requests"])


class MoveForm(CareForm):
    """A move. Only the client's own page shows where to."""

    to = one_of(gettext_lazy("Waarheen?"), words.MOVED_TO)
    because = one_of(gettext_lazy("Waarom?"), words.MOVED_BECAUSE)
    on = day(gettext_lazy("Op welke dag?"))
    request = forms.ChoiceField(
        label=gettext_lazy("Volgt dit op een aanvraag?"), required=False, widget=forms.RadioSelect
    )
    place = Line(
        label=gettext_lazy("Naam van de plek"),
        help_text=gettext_lazy("Staat alleen op de pagina van deze cliënt, nergens anders."),
    )
    address = Line(
        label=gettext_lazy("Adres"),
        help_text=gettext_lazy(
            "Alleen als u het nodig hebt. Het gaat nooit mee in een lijst, mail of overdracht."
        ),
    )
    municipality = Line(label=gettext_lazy("Gemeente"), limit=80)

    def __init__(self, *args: Any, requests: list[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        if requests:
            none = ("", gettext_lazy("Nee"))
            self.fields["request"].choices = [none, *requests]  # type: ignore[attr-defined]
        else:
            del self.fields["request"]


class TransferForm(CareForm):
    """To which coordinator, why, on what ground, and which pieces."""

    receiver = forms.ChoiceField(
        label=gettext_lazy("Aan wie draagt u over?"),
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Kies een antwoord.")},
    )
    receiver_name = Line(
        label=gettext_lazy("Naam van de andere coördinator of organisatie"),
        help_text=gettext_lazy("Alleen als die niet in de lijst staat."),
    )
    purpose = forms.ChoiceField(label=gettext_lazy("Met welk doel?"), widget=forms.RadioSelect)
    ground = forms.ChoiceField(label=gettext_lazy("Op welke grondslag?"), widget=forms.RadioSelect)
    pieces = forms.MultipleChoiceField(
        label=gettext_lazy("Wat heeft de ander nodig?"),
        help_text=gettext_lazy("Niet meer dan nodig. Het adres en uw notities gaan nooit mee."),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Kies wat de ander nodig heeft.")},
    )
    explanation = words_field(
        gettext_lazy("Toelichting voor de ander"), gettext_lazy("Dit gaat mee."), required=False, rows=3
    )
    reason = words_field(
        gettext_lazy("Waarom draagt u over?"), gettext_lazy("Dit blijft in uw eigen dossier."), rows=3
    )

    ELSEWHERE = "elsewhere"

    def __init__(self, *args: Any, choices: Mapping[str, Any], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["basis"] = confirming(choices["basis"])
        self.order_fields(["receiver", "receiver_name", "basis"])
        for name, offered in choices.items():
            self.fields[name].choices = offered  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Whoever is not on the list is named."""
        given = super().clean()
        if given.get("receiver") == self.ELSEWHERE and not given.get("receiver_name"):
            self.add_error("receiver_name", gettext_lazy("Schrijf aan wie u overdraagt."))
        return given


class SentForm(DecisionForm):
    """How the document left."""

    channel = one_of(gettext_lazy("Hoe hebt u het verzonden?"), CHANNEL)
    on = day(gettext_lazy("Op welke dag?"))


class WithdrawForm(CareForm):
    """Why a transfer does not go ahead."""

    reason = words_field(gettext_lazy("Waarom gaat het niet door?"), rows=3)


class TransferAnswerForm(CareForm):
    """What the other coordinator said."""

    outcome = one_of(gettext_lazy("Wat antwoordde de andere coördinator?"), words.TRANSFER_ANSWER)
    note = words_field(gettext_lazy("Wat is er gezegd?"), required=False, rows=3)
