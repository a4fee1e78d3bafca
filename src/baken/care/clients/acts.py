"""Everything that can be recorded in a client file: its words, its form, and the decision it leads to."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import Any, Literal

from django.utils.translation import gettext_lazy as _

from baken.care.clients import forms
from baken.care.common import lists
from baken.care.common.opening import first_check
from baken.core.decide import client as decide
from baken.core.derive.client import ClientState
from baken.core.derive.client import after as after_event
from baken.core.events import Event
from baken.core.vocabulary.moments import civil_date


@dataclass(frozen=True, slots=True)
class On:
    """What an act is carried out on: the file, what was asked of it, and where its words lie (empty: none)."""

    state: ClientState
    data: Mapping[str, Any]
    told: str | None
    part: str
    fresh: str
    now: datetime
    under_16: Callable[[], bool | None] = lambda: None

    @property
    def today(self) -> date:
        """The day it is in the Netherlands."""
        return civil_date(self.now)

    @property
    def words(self) -> str:
        """Where the words lie, of an act that always has some."""
        if self.told is None:
            raise ValueError("this act has no words")
        return self.told


Do = Callable[[On], Sequence[Event]]


@dataclass(frozen=True, slots=True)
class Act:
    """One act, and the last word of its address.

    `words` are the fields that go to the vault together; `again` says where the last answers lie, to fill in.
    `part` says what it is about where that is not the whole file.
    """

    slug: str
    title: Any
    lead: Any
    button: Any
    done: Any
    form: Callable[..., Any]
    words: tuple[str, ...]
    do: Do
    first: Callable[[ClientState], None] = decide.must_be_open
    again: Callable[[ClientState], str | None] = lambda state: None
    part: Literal["", "need", "consent"] = ""


def _need(on: On) -> Sequence[Event]:
    data = on.data
    noted = decide.note_need(on.state, need=on.fresh, area=data["area"], areas=lists.areas(), told=on.words)
    if not data["by"]:
        return noted
    with_it = after_event(on.state, noted[0], on.now)
    agreed = decide.agree_help(
        with_it,
        need=on.fresh,
        by=data["by"],
        bodies=lists.bodies(),
        due=data["due"],
        today=on.today,
        told=None,
    )
    return (*noted, *agreed)


_SAVE = _("Vastleggen")
ACTS: Mapping[str, Act] = {
    "contact": Act(
        "contact",
        _("Veilig contact afspreken"),
        _("Vraag het de persoon zelf. Dit staat bovenaan het dossier, en iedereen houdt zich eraan."),
        _SAVE,
        _("De afspraken over contact zijn vastgelegd."),
        forms.ContactForm,
        ("how", "when", "by", "never", "language", "interpreter"),
        lambda on: decide.agree_contact(on.state, on.words),
        again=lambda state: state.contact,
    ),
    "person": Act(
        "persoon",
        _("Wie is dit?"),
        _("Leg alleen vast wat u nodig hebt om te helpen. Een werknaam is genoeg."),
        _SAVE,
        _("De gegevens zijn vastgelegd."),
        forms.DescribeForm,
        ("working_name", "name", "birth", "because"),
        lambda on: decide.describe(
            on.state,
            age=on.data["age"],
            role=on.data["role"],
            birth=on.data["birth"],
            today=on.today,
            told=on.words,
        ),
        again=lambda state: state.identity,
    ),
    "treatment": Act(
        "vervolgd",
        _("Vervolgd of gestraft?"),
        _(
            "Wie onder dwang iets strafbaars deed, kan recht hebben op niet-bestraffing. Een advocaat weet hoe."
        ),
        _SAVE,
        _("Dit is vastgelegd."),
        forms.TreatmentForm,
        ("note",),
        lambda on: decide.note_treatment(on.state, treatment=on.data["treatment"], told=on.words),
    ),
    "need": Act(
        "hulpvraag",
        _("Hulpvraag vastleggen"),
        _("Wat is er nodig, en wie doet wat, wanneer? Weet u nog niet wie helpt, leg de vraag dan vast."),
        _SAVE,
        _("De hulpvraag is vastgelegd."),
        forms.NeedForm,
        ("what",),
        _need,
    ),
    "help": Act(
        "hulp",
        _("Hulp afspreken"),
        _("Wie doet wat, en wanneer moet het er zijn?"),
        _SAVE,
        _("De hulp is afgesproken."),
        forms.HelpForm,
        ("what",),
        lambda on: decide.agree_help(
            on.state,
            need=on.part,
            by=on.data["by"],
            bodies=lists.bodies(),
            due=on.data["due"],
            today=on.today,
            told=on.told,
        ),
        part="need",
    ),
    "settle": Act(
        "afronden",
        _("Hulpvraag afronden"),
        _("Is de hulp gegeven, was die er niet, of wil de persoon het niet?"),
        _SAVE,
        _("De hulpvraag is afgerond."),
        forms.SettleForm,
        ("note",),
        lambda on: decide.settle_need(
            on.state, need=on.part, outcome=on.data["outcome"], gap=on.data["gap"], told=on.told
        ),
        part="need",
    ),
    "wish": Act(
        "wens",
        _("Wens vastleggen"),
        _("Wat wil de persoon zelf? Dat gaat voor."),
        _SAVE,
        _("De wens is vastgelegd."),
        forms.WishForm,
        ("wish",),
        lambda on: decide.note_wish(on.state, on.words),
    ),
    "rights": Act(
        "rechten",
        _("Ingelicht over rechten"),
        _(
            "Iedereen hoort welke rechten er zijn, in een taal die de persoon verstaat, met of zonder aangifte."
        ),
        _SAVE,
        _("Vastgelegd dat de persoon is ingelicht."),
        forms.RightsForm,
        ("language", "by", "what"),
        lambda on: decide.tell_rights(on.state, on=on.data["on"], today=on.today, told=on.words),
    ),
    "consent": Act(
        "toestemming",
        _("Toestemming vastleggen"),
        _(
            "Per ontvanger, vrij gegeven, en in te trekken zonder reden. Wie geen toestemming geeft, houdt de hulp."
        ),
        _SAVE,
        _("De toestemming is vastgelegd."),
        forms.ConsentForm,
        ("who", "what"),
        lambda on: decide.give_consent(
            on.state,
            consent=on.fresh,
            recipient=on.data["recipient"],
            bodies=lists.bodies(),
            how=on.data["how"],
            sixteen=None if (young := on.under_16()) is None else not young,
            told=on.words,
        ),
    ),
    "withdraw": Act(
        "intrekken",
        _("Toestemming intrekken"),
        _("De persoon wil dit niet meer. Wat al is verteld, kunt u niet terughalen; er gaat niets meer bij."),
        _("Intrekken"),
        _("De toestemming is ingetrokken."),
        forms.WithdrawForm,
        (),
        lambda on: decide.withdraw_consent(on.state, consent=on.part, told=None),
        first=lambda state: None,
        part="consent",
    ),
    "weigh": Act(
        "afweging",
        _("Geheim afwegen"),
        _(
            "Zonder toestemming deelt u alleen wat echt moet. Weeg dat af, het liefst met een ander, en leg het vast."
        ),
        _SAVE,
        _("De afweging is vastgelegd."),
        forms.WeighForm,
        ("reason",),
        lambda on: decide.weigh_secrecy(
            on.state,
            recipient=on.data["recipient"],
            bodies=lists.bodies(),
            outcome=on.data["outcome"],
            told=on.words,
        ),
    ),
    "check": Act(
        "controle",
        _("Kijken hoe het gaat"),
        _("Leg vast hoe het gaat, en wanneer u opnieuw kijkt."),
        _SAVE,
        _("Vastgelegd. De volgende controle staat in uw lijst."),
        forms.CheckForm,
        ("note",),
        lambda on: decide.check(on.state, next_on=on.data["next_on"], today=on.today, told=on.told),
    ),
    "release": Act(
        "beperking-opheffen",
        _("Beperking opheffen"),
        _("Vertel het eerst aan de persoon die om de beperking vroeg (AVG artikel 18 lid 3)."),
        _("Opheffen"),
        _("De beperking is opgeheven."),
        partial(forms.NoteForm, label=_("Waarom mag dit dossier weer worden gebruikt?")),
        ("note",),
        lambda on: decide.release(on.state, on.words),
        first=lambda state: None,
    ),
    "bring_in": Act(
        "inbrengen",
        _("Inbrengen bij de procesregisseur"),
        _("De procesregisseur van uw organisatie leest dan mee in dit hele dossier, zolang u dat wilt."),
        _("Inbrengen"),
        _("De procesregisseur kijkt nu mee."),
        partial(forms.NoteForm, label=_("Waarom is dit ingewikkeld, en wat vraagt u?")),
        ("note",),
        lambda on: decide.bring_in(on.state, on.words),
    ),
    "take_back": Act(
        "terughalen",
        _("Niet langer laten meekijken"),
        _("De procesregisseur leest daarna niet meer mee."),
        _SAVE,
        _("De procesregisseur kijkt niet meer mee."),
        partial(forms.NoteForm, label=_("Waarom niet meer?")),
        ("note",),
        lambda on: decide.take_back(on.state, on.words),
    ),
    "close": Act(
        "afsluiten",
        _("Dossier afsluiten"),
        _(
            "Vertel het de persoon zelf als dat veilig kan. Wie toch geen slachtoffer is, wordt niets verweten: dat "
            "dossier verdwijnt binnen enkele weken vanzelf."
        ),
        _("Afsluiten"),
        _("Het dossier is afgesloten."),
        forms.CloseForm,
        ("note",),
        lambda on: decide.close(on.state, outcome=on.data["outcome"], told=on.words),
    ),
    "reopen": Act(
        "heropenen",
        _("Dossier heropenen"),
        _("Is er opnieuw hulp nodig, dan gaat u hier verder."),
        _("Heropenen"),
        _("Het dossier is weer open."),
        partial(forms.NoteForm, label=_("Waarom?")),
        ("note",),
        lambda on: decide.reopen(on.state, check_on=first_check(on.today), told=on.words),
        first=decide.must_be_closed,
    ),
}
