"""Pages for when something goes wrong: what, why, and what to do. None of them needs a database."""

import logging
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.html import escape
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from baken.tenancy.typed import typed
from baken.web.context import frame_alone
from baken.web.elsewhere import EMERGENCY

logger = logging.getLogger("baken.web")

BARE = """<!doctype html>
<html lang="{language}"><head><meta charset="utf-8"><title>{what}</title></head>
<body><main><h1>{what}</h1><p>{why}</p><p>{do}</p><p><a href="tel:112">112</a></p></main></body></html>
"""


@dataclass(frozen=True, slots=True)
class Trouble:
    """What went wrong, why, and what someone can do now."""

    status: int
    what: str
    why: str
    do: str
    typed: Sequence[str] = ()


def page(trouble: Trouble) -> HttpResponse:
    """Draw the page without the request, so that it works when sessions, scope or database do not."""
    try:
        body: str = render_to_string(
            "web/error.html", {**frame_alone(), "trouble": trouble, "emergency": EMERGENCY}
        )
    except Exception:  # even the frame is broken: then bare words, rather than nothing
        logger.exception("the page for an error could not be drawn")
        body = BARE.format(
            language=get_language() or "nl", **{k: escape(v) for k, v in asdict(trouble).items()}
        )
    return HttpResponse(body, status=trouble.status)


def bad_request(request: HttpRequest | None = None, exception: Exception | None = None) -> HttpResponse:
    """400: the request cannot be read."""
    what = _("Dit kunnen we niet lezen")
    why = _("In wat u stuurde staan tekens die geen gewone tekst zijn. Er is niets bewaard.")
    do = _(
        "Ga terug met de terugknop van uw browser. Staat uw tekst er nog? Kopieer de tekst, haal vreemde "
        "tekens weg en verstuur opnieuw."
    )
    return page(Trouble(400, what, why, do))


def forbidden(request: HttpRequest | None = None, exception: Exception | None = None) -> HttpResponse:
    """403: known, but not allowed."""
    what = _("Dit mag u hier niet doen")
    why = _("Uw rol in deze organisatie geeft geen recht op deze handeling.")
    do = _(
        "Klopt dat niet? Vraag de beheerder van uw organisatie naar uw rol, of kies een andere organisatie."
    )
    return page(Trouble(403, what, why, do))


def csrf(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: the form's safety code is missing or too old. What came from a page of ours is given back."""
    what = _("Het formulier is verlopen")
    why = _(
        "Uw browser stuurde de veiligheidscode van het formulier niet mee. Dat gebeurt als de pagina lang "
        "openstond, als u intussen bent uitgelogd, of als uw browser cookies weigert. Er is niets bewaard."
    )
    do = _(
        "Ga terug met de terugknop van uw browser en kopieer uw tekst. Laad de pagina opnieuw, plak uw "
        "tekst en verstuur nog een keer."
    )
    texts = typed(request) if request.headers.get("Sec-Fetch-Site") == "same-origin" else []
    if texts:
        do = _(
            "Kopieer eerst uw tekst. Open daarna de pagina opnieuw, plak uw tekst daar en verstuur nog een keer."
        )
    return page(Trouble(403, what, why, do, texts))


def not_found(request: HttpRequest | None = None, exception: Exception | None = None) -> HttpResponse:
    """404: not there, or not yours; both look the same."""
    what = _("Deze pagina is er niet")
    why = _("Het adres klopt niet, de pagina is weg, of u hebt er geen toegang toe.")
    do = _("Kijk het adres na, of begin opnieuw op de beginpagina.")
    return page(Trouble(404, what, why, do))


def wrong_method(request: HttpRequest | None = None) -> HttpResponse:
    """405: opened as a page what is only a button, or the other way round."""
    what = _("Deze pagina kunt u niet zo openen")
    why = _("Dit adres hoort bij een knop in een formulier. Er is niets veranderd.")
    do = _("Ga terug met de terugknop van uw browser, of begin opnieuw op de beginpagina.")
    return page(Trouble(405, what, why, do))


def too_large(request: HttpRequest | None = None) -> HttpResponse:
    """413: more than a form may hold."""
    what = _("Dit is te veel in één keer")
    why = _("U stuurde meer tekst dan een formulier kan bevatten. Er is niets bewaard.")
    do = _("Ga terug met de terugknop van uw browser. Maak de tekst korter en verstuur opnieuw.")
    return page(Trouble(413, what, why, do))


def busy(request: HttpRequest | None = None) -> HttpResponse:
    """503: too many passwords at once, which takes a lot of memory for each."""
    what = _("Het is nu even te druk")
    why = _("Er loggen nu veel mensen tegelijk in. Uw wachtwoord is niet bekeken en er is niets veranderd.")
    do = _("Wacht een halve minuut. Ga terug met de terugknop van uw browser en probeer het opnieuw.")
    answer = page(Trouble(503, what, why, do))
    answer["Retry-After"] = "30"
    return answer


def broken(request: HttpRequest | None = None) -> HttpResponse:
    """500: our fault."""
    what = _("Er ging bij ons iets mis")
    why = _(
        "Baken kon uw vraag niet afmaken. Dat ligt niet aan u. Wat u het laatst verstuurde, is misschien "
        "niet bewaard."
    )
    do = _(
        "Wacht een paar minuten. Ga terug met de terugknop van uw browser en probeer het opnieuw. "
        "Verstuurt u een signaal twee keer, dan telt het als één signaal."
    )
    return page(Trouble(500, what, why, do))
