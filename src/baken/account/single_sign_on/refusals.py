"""Why somebody does not come in: a closed list, each with what it means and what to do, in plain words."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

AGAIN = _("Begin opnieuw bij Inloggen. Lukt het dan nog niet? Vraag de beheerder van uw organisatie om hulp.")
ASK = _("Vraag de beheerder van uw organisatie om hulp.")


@dataclass(frozen=True)
class Why:
    """One reason: the status of the answer, what happened and what to do."""

    status: int
    what: str | Promise
    do: str | Promise = AGAIN


REASONS = {
    "not_set_up": Why(404, _("Voor deze organisatie is deze manier van inloggen niet ingesteld."), ASK),
    "unreachable": Why(
        503,
        _("De inlogdienst van uw organisatie geeft nu geen goed antwoord. Er is niets veranderd."),
        _(
            "Probeer het over een paar minuten opnieuw. Blijft het zo? Meld het bij de ICT-afdeling van uw organisatie."
        ),
    ),
    "denied": Why(
        403,
        _("Het inloggen is afgebroken, of uw organisatie geeft u geen toegang tot Baken."),
        _(
            "Hebt u zelf geannuleerd? Begin dan opnieuw. Anders geeft de ICT-afdeling van uw organisatie toegang."
        ),
    ),
    "provider": Why(400, _("De inlogdienst van uw organisatie kon het inloggen niet afmaken.")),
    "stale": Why(
        400,
        _(
            "Deze poging om in te loggen is verlopen, al een keer gebruikt, of in een andere browser begonnen. "
            "Daarom is er niets mee gedaan."
        ),
    ),
    "untrusted": Why(
        400,
        _("Het antwoord van de inlogdienst klopt niet. Voor de zekerheid is er niets mee gedaan."),
        _(
            "Begin opnieuw bij Inloggen. Gebeurt het nog een keer? Meld het bij de ICT-afdeling van uw organisatie."
        ),
    ),
    "too_weak": Why(
        403,
        _("Uw organisatie meldt dat u zonder tweede stap inlogde. Voor Baken is die stap nodig."),
        _("Log bij uw organisatie in met de tweede stap, zoals de app op uw telefoon, en begin dan opnieuw."),
    ),
    "no_email": Why(
        403,
        _("De inlogdienst van uw organisatie gaf geen gecontroleerd e-mailadres van uw organisatie door."),
        _("Vraag de ICT-afdeling van uw organisatie om het e-mailadres aan Baken door te geven."),
    ),
    "unknown": Why(
        403,
        _("Uw organisatie kent u, maar in Baken bent u nog geen lid."),
        _("Vraag de beheerder van uw organisatie om u in Baken lid te maken, en begin dan opnieuw."),
    ),
    "no_groups": Why(
        503,
        _(
            "De inlogdienst van uw organisatie gaf niet door bij welke groepen u hoort. Er is niets veranderd."
        ),
        _("Vraag de ICT-afdeling van uw organisatie om alleen de groepen voor Baken door te geven."),
    ),
    "no_role": Why(
        403,
        _("Bij uw account hoort geen rol in Baken. Zonder rol kunt u niet naar binnen."),
        _(
            "Hoort u er wel een te hebben? Vraag de ICT-afdeling van uw organisatie om u in de goede groep te zetten."
        ),
    ),
    "conflict": Why(
        403,
        _(
            "Bij uw account horen rollen die niet samengaan: wie beheert of toezicht houdt, heeft in Baken geen andere "
            "rol. Daarom is er niets veranderd."
        ),
        _("Vraag de ICT-afdeling van uw organisatie om u in één van die groepen te laten."),
    ),
    "other_account": Why(
        403,
        _("Bij uw e-mailadres hoort in Baken al een ander account van uw organisatie."),
        _(
            "Hebt u een nieuw account gekregen, of had een vroegere collega dit adres? Vraag de beheerder van uw "
            "organisatie om het oude account los te maken."
        ),
    ),
    "closed": Why(403, _("Uw toegang tot Baken is gesloten."), ASK),
}


class NoEntry(Exception):
    """Somebody does not come in. `word` is one of REASONS; nothing else is ever told or logged.

    `account` is the provider's own name for who it is (issuer and subject), where it said so and that was checked.
    """

    account: tuple[str, str] | None = None

    def __init__(self, word: str) -> None:
        super().__init__(word)
        self.word, self.why = word, REASONS[word]
