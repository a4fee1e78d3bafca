"""Pages that show every part of the frame, for tests alone: no address of Baken leads here."""

from datetime import UTC, date, datetime

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import include, path

from baken.core.vocabulary.text import Text
from baken.web import parts
from baken.web.choices import Choice
from baken.web.elsewhere import EMERGENCY
from baken.web.widgets import DateInput, MomentInput


class StyleForm(forms.Form):
    """One field of every kind."""

    what = forms.CharField(
        label="Wat is er gebeurd?",
        help_text="Schrijf op wat u zag, hoorde of te horen kreeg. Het hoeft niet compleet te zijn.",
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": "Schrijf op wat er gebeurd is. Eén zin is genoeg."},
    )
    where = forms.CharField(
        label="Waar was het?", required=False, help_text="Een adres, een wijk of een omschrijving."
    )
    day = forms.DateField(label="Op welke dag?", required=False, widget=DateInput())
    moment = forms.DateTimeField(label="Wanneer precies?", required=False, widget=MomentInput())
    town = forms.ChoiceField(
        label="Welke gemeente?",
        choices=[("", "Kies een gemeente"), ("w", "Woerden"), ("h", "Hoorn")],
        required=False,
    )
    kind = forms.MultipleChoiceField(
        label="Waar denkt u aan?",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=[
            (
                "labour",
                Choice("Uitbuiting op het werk", hint="Te weinig loon, lange dagen, een ingenomen paspoort."),
            ),
            (
                "sexual",
                Choice("Seksuele uitbuiting", hint="Iemand moet seks hebben tegen betaling voor een ander."),
            ),
            ("unknown", "Dat weet ik niet"),
        ],
    )
    name = forms.ChoiceField(
        label="Wilt u zeggen wie u bent?",
        widget=forms.RadioSelect,
        choices=[("yes", "Ja, ik geef mijn naam"), ("no", "Nee, ik blijf anoniem")],
        error_messages={"required": "Kies of u uw naam geeft."},
    )
    agree = forms.BooleanField(label="Ik heb de collega hierover gesproken", required=False)


def at(day: int, hour: int) -> datetime:
    return datetime(2026, 11, day, hour, 5, tzinfo=UTC)


STEPS = [
    parts.Step("Signaal ontvangen", "done", who="Aandachtsfunctionaris", at=at(2, 9)),
    parts.Step(
        "Bronnen geraadpleegd", "done", who="Aandachtsfunctionaris", at=at(3, 9), href="#x", action="Bekijken"
    ),
    parts.Step(
        Text("Vraag de Arbeidsinspectie om terugkoppeling", "Ask the Labour Authority for feedback"),
        "overdue",
        because=["Overgedragen op 3 november, nog geen vraag gesteld."],
        source="Beleid Woerden, bijlage 2, stap 5",
        who="Aandachtsfunctionaris",
        due_at=at(12, 16),
        href="#vraag",
        action="Terugkoppeling vragen",
        here=True,
    ),
    parts.Step(
        "Signaal beoordelen", "due", because=["De bronnen zijn geraadpleegd."], href="#b", action="Beoordelen"
    ),
    parts.Step(
        "Overdragen aan de zorgcoördinator", "waiting", because=["Dit kan als er een beoordeling is."]
    ),
    parts.Step("Bespreken aan de lokale tafel", "optional", who="Procesregisseur"),
    parts.Step(
        "Nidos inlichten", "not_needed", because=["Er is geen alleenstaande minderjarige bij betrokken."]
    ),
    parts.Step("AVIM inschakelen", "cannot_tell", because=["Nog niet bekend of iemand nu in gevaar is."]),
]

CONTEXT = {
    "steps": STEPS,
    "happenings": [
        parts.Happening(
            at(3, 14),
            "Overgedragen aan de Arbeidsinspectie",
            who="J. de Wit, aandachtsfunctionaris",
            detail="Met grond en doel; zonder wie het signaal gaf.",
        ),
        parts.Happening(at(2, 9), "Ontvangen", who="J. de Wit, aandachtsfunctionaris"),
    ],
    "lines": [
        parts.Line(
            "Wat is er gebeurd?", "Zestien matrassen in een schuur.\nDe mannen durven niet te praten.", "#w"
        ),
        parts.Line("Waar?", "Bedrijventerrein aan de rand van de stad"),
        parts.Line("Sinds", date(2026, 10, 30)),
        parts.Line("Mogelijke vormen", ["Uitbuiting op het werk", "Slechte huisvesting"]),
        parts.Line("Wie vertelde het?", ""),
    ],
    "table": parts.Table(
        "Mijn werkvoorraad",
        ["Signaal", "Ontvangen", "Volgende stap", "Dagen open"],
        [
            [parts.Link("#1", "Zestien matrassen"), at(2, 9), "Terugkoppeling vragen", 20],
            [parts.Link("#2", "Paspoort bij de werkgever"), at(9, 9), "Beoordelen", 13],
        ],
        numeric=frozenset({3}),
    ),
    "emergency": EMERGENCY,
    "fictional": True,
}


def every_part(request: HttpRequest) -> HttpResponse:
    return render(request, "style/parts.html", CONTEXT)


def form(request: HttpRequest) -> HttpResponse:
    filled = StyleForm(request.POST) if request.method == "POST" else StyleForm()
    return render(request, "style/form.html", {"form": filled, "emergency": EMERGENCY})


def question(request: HttpRequest) -> HttpResponse:
    return render(request, "style/question.html", {"form": StyleForm(request.POST or None)})


def breaks(request: HttpRequest) -> HttpResponse:
    raise RuntimeError("a secret that no page and no log may show")


urlpatterns = [
    path("stijl/", every_part),
    path("stijl/formulier/", form),
    path("stijl/vraag/", question),
    path("stijl/stuk/", breaks),
    path("", include("baken.web.urls")),
]
handler400 = "baken.web.errors.bad_request"
handler403 = "baken.web.errors.forbidden"
handler404 = "baken.web.errors.not_found"
handler500 = "baken.web.errors.broken"
