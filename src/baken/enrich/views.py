"""One page per decision about sources and about the trusted person."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from baken.core.decide.rules import must_be_open
from baken.enrich import actions, forms
from baken.ledger.signals import SignalFile
from baken.web.acting import Ask, ask, asks

HANDLE = "signal.handle"


@asks
def weigh(request: HttpRequest, signal: UUID) -> HttpResponse:
    """Weigh before any source is consulted (V12)."""
    words = Ask(
        title=_("Afwegen: mag u bronnen raadplegen?"),
        lead=_("Een bron raadplegen raakt iemands privéleven. Daarom weegt u eerst, en kijkt u pas daarna."),
        button=_("Afweging vastleggen"),
        done=_("De afweging is vastgelegd."),
    )
    return ask(
        request,
        signal,
        right=HANDLE,
        first=must_be_open,
        words=lambda file: words,
        form=forms.WeighForm,
        act=lambda form, common: actions.weigh(
            outcome=form.cleaned_data["outcome"], reason=form.cleaned_data["reason"], **common
        ),
    )


@asks
def consult(request: HttpRequest, signal: UUID) -> HttpResponse:
    """Record one source that was consulted by hand."""

    def words(file: SignalFile) -> Ask:
        return Ask(
            title=_("Geraadpleegde bron vastleggen"),
            lead=_(
                "Eén bron tegelijk. U zocht zelf; Baken vraagt nooit iets op. Leg alleen het antwoord vast dat u "
                "nodig hebt."
            ),
            button=_("Bron vastleggen"),
            done=_("De bron is vastgelegd."),
            template="enrich/consult.html",
            context={"may_enrich": file.state.may_enrich},
        )

    def initial(file: SignalFile) -> dict[str, str]:
        asked_for = request.GET.get("bron", "")
        return {"source": asked_for} if asked_for in file.bundle.sources else {}

    return ask(
        request,
        signal,
        right=HANDLE,
        first=must_be_open,
        words=words,
        form=forms.ConsultForm,
        initial=initial,
        act=lambda form, common: actions.consult_source(
            source=form.cleaned_data["source"],
            outcome=form.cleaned_data["outcome"],
            ground=form.cleaned_data["ground"],
            reason=form.cleaned_data["reason"],
            note=form.cleaned_data["note"],
            asked=form.asked,
            continues_because=form.cleaned_data["continues_because"],
            **common,
        ),
    )


@asks
def trusted_person(request: HttpRequest, signal: UUID) -> HttpResponse:
    """Answer whether a trusted person can be brought in (ROUTE-W3a)."""
    words = Ask(
        title=_("Vertrouwenspersoon overwegen"),
        lead=_(
            "Kan iemand die het vermoedelijke slachtoffer vertrouwt, eerst contact leggen? Het gaat om hulp voor het "
            "vermoedelijke slachtoffer, niet om de vertrouwenspersoon voor personeel."
        ),
        button=_("Antwoord vastleggen"),
        done=_("Het antwoord over de vertrouwenspersoon is vastgelegd."),
    )
    return ask(
        request,
        signal,
        right=HANDLE,
        first=must_be_open,
        words=lambda file: words,
        form=forms.TrustedPersonForm,
        act=lambda form, common: actions.consider_trusted_person(
            outcome=form.cleaned_data["outcome"], reason=form.cleaned_data["reason"], **common
        ),
    )
