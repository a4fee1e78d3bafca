"""What a reporter can choose, in the reporter's words. A claim of theirs, never a verdict (V27)."""

from collections.abc import Mapping

from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from baken.core.vocabulary.processing import WORK
from baken.core.vocabulary.text import Text
from baken.core.vocabulary.wording import CAPACITY
from baken.web.choices import Choice

Choices = list[tuple[str, Choice]]

ORGANISATION_CAPACITIES = ("employer", "landlord", "facilitator", "other", "unknown")


def kinds() -> Choices:
    """A signal or a question (REP-11)."""
    return [
        ("signal", Choice(_("Ik geef een signaal door"))),
        ("question", Choice(_("Ik heb een vraag"), _("U mag ook vragen of iets een signaal is."))),
    ]


def about() -> Choices:
    """About whom it is; the form does not assume that it is somebody else (REP-13)."""
    return [
        ("other", Choice(_("Iemand anders"))),
        ("self", Choice(_("Het gaat over mijzelf"))),
        (
            "colleague",
            Choice(_("Ik geef het door namens een collega"), _("Spreek samen af wiens naam u straks noemt.")),
        ),
    ]


def reporters(open_to_residents: bool) -> Choices:
    """Who reports, as far as the municipality opened its door (REP-01..03). It tells a kind, not a name."""
    residents = [("resident", Choice(_("Ik woon of werk hier")))] if open_to_residents else []
    return [
        ("staff", Choice(_("Ik werk bij de gemeente"))),
        (
            "professional",
            Choice(
                _("Ik zie dit in mijn werk, buiten de gemeente"),
                _("Bijvoorbeeld op school, in de zorg of bij een woningcorporatie."),
            ),
        ),
        *residents,
        ("victim", Choice(_("Ik maak het zelf mee"))),
        ("unknown", Choice(_("Dat zeg ik liever niet"))),
    ]


def works() -> Choices:
    """In what work somebody saw it. Some of it is under secrecy (V5); what a boa saw may be police data (V4)."""
    boa = _(
        "Wat u als opsporingsambtenaar opschreef, zijn politiegegevens. Zet dat hier niet in. Schrijf alleen dat er "
        "iets is, en wie daar bij de politie meer van weet: de functie, geen naam."
    )
    secret = _("U mag dit melden. Wij wegen eerst af wat wij ervan mogen delen.")
    hints = {"boa": boa, "care": secret, "health": secret, "youth": secret, "education": secret}
    return [(value, Choice(capfirst(word), hints.get(value, ""))) for value, word in _worded(WORK)]


def callers() -> Choices:
    """Who tells it to the focal point, by telephone or at the desk."""
    return [
        ("staff", Choice(_("Een medewerker van de gemeente"))),
        ("professional", Choice(_("Iemand die dit in het werk ziet, buiten de gemeente"))),
        ("resident", Choice(_("Een inwoner of ondernemer"))),
        ("victim", Choice(_("Iemand die het zelf meemaakt"))),
        ("unknown", Choice(_("Niet bekend"))),
    ]


def callers_kinds() -> Choices:
    """A signal or a question, told to the focal point."""
    return [("signal", Choice(_("Een signaal doorgeven"))), ("question", Choice(_("Iets vragen")))]


def callers_about() -> Choices:
    """About whom it is, told to the focal point."""
    return [
        ("other", Choice(_("Iemand anders"))),
        ("self", Choice(_("De melder zelf"))),
        ("colleague", Choice(_("De melder belt namens een collega"))),
    ]


def callers_named() -> Choices:
    """With or without a name, for somebody who tells it by telephone or at the desk."""
    return [
        ("no", Choice(_("Nee, zonder naam"))),
        ("yes", Choice(_("Ja, met naam"), _("Lees eerst voor wat er met de naam gebeurt."))),
    ]


def urgency() -> Choices:
    """Whether somebody is in danger now; a yes puts a telephone number on top (TRIAGE)."""
    return [
        ("acute", Choice(_("Ja, iemand is nu in gevaar"), _("Bel eerst 112. Vul dit formulier daarna in."))),
        ("not_acute", Choice(_("Nee, niet op dit moment"))),
        ("unknown", Choice(_("Dat weet ik niet"))),
    ]


def exploitation() -> Choices:
    """What somebody may be forced to."""
    return [
        ("labour", Choice(_("Werken"), _("Voor bijna geen loon, zonder paspoort of onder dwang."))),
        ("sexual", Choice(_("Seks"), _("Met anderen of voor een camera, tegen de eigen wil."))),
        (
            "criminal",
            Choice(
                _("Strafbare dingen doen"),
                _("Bijvoorbeeld stelen, drugs wegbrengen, of een bankpas afstaan."),
            ),
        ),
        ("organ_removal", Choice(_("Een orgaan afstaan"))),
    ]


def ages() -> Choices:
    """Whether the presumed victim may be a minor (V31)."""
    return [
        ("minor", Choice(_("Ja, iemand is (misschien) jonger dan 18 jaar"))),
        ("adult", Choice(_("Nee, 18 jaar of ouder"))),
        ("unknown", Choice(_("Dat weet ik niet"))),
    ]


def hardness() -> Choices:
    """How concrete the signal is in the reporter's own eyes (DATA-08)."""
    return [
        (
            "hard",
            Choice(_("Concreet"), _("Er is iets gezien of gehoord, of er staat iets op papier of in beeld.")),
        ),
        ("soft", Choice(_("Een gevoel dat er iets niet klopt"), _("Dat is genoeg om het door te geven."))),
        ("unknown", Choice(_("Dat weet ik niet"))),
    ]


def named() -> Choices:
    """With or without a name; both are fine."""
    return [
        ("no", Choice(_("Nee, ik noem mijn naam niet"))),
        ("yes", Choice(_("Ja, de aandachtsfunctionaris mag weten wie ik ben"))),
    ]


def capacities() -> list[tuple[str, str]]:
    """In which capacity somebody may be involved (DATA-02)."""
    return [("", _("Kies, als u het weet")), *_worded(CAPACITY)]


def organisation_capacities() -> list[tuple[str, str]]:
    """In which capacity an organisation may be involved."""
    return [
        ("", _("Kies, als u het weet")),
        *_worded({name: CAPACITY[name] for name in ORGANISATION_CAPACITIES}),
    ]


def _worded(words: Mapping[str, Text]) -> list[tuple[str, str]]:
    return [(value, word.in_(get_language() or "nl")) for value, word in words.items()]
