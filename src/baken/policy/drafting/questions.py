"""How each key of a policy is asked, in words that need no knowledge of the format."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from baken.core.vocabulary import processing
from baken.core.vocabulary.retention import SUBJECTS
from baken.policy.drafting import choices
from baken.policy.drafting.layered import Overview
from baken.policy.drafting.slots.base import Both, Pick, Several, Slot, Term, Tick, Words
from baken.policy.drafting.slots.conditions import When
from baken.policy.drafting.slots.events import After, Happening
from baken.policy.drafting.slots.groups import Before, Contact, Override, Place, Source


@dataclass(frozen=True, slots=True)
class About:
    """For which element a form is: its list, its id (empty: a new one), and everything around it."""

    section: str
    element: str
    there: Overview


Makers = Mapping[str, Callable[[], Slot]]


def makers(about: About) -> Makers:
    """Return how to make the slot of each key; `list.key` where a key means something else in one list."""
    return {
        **_everywhere(about),
        **_of_the_route(about),
        **_of_partners(about),
        **_of_processing(about),
        **_of_words(about),
    }


def _everywhere(about: About) -> Makers:
    there = about.there
    return {
        "id": lambda: Pick(
            "id",
            _("Om wie of wat gaat het?"),
            required=True,
            choices=choices.free_ids(there, about.section),
        ),
        "source": lambda: Source("source", _("Waar komt dit vandaan?"), documents=choices.documents(there)),
        "chosen": lambda: Both(
            "chosen",
            _("Waarom is dit zo gekozen?"),
            _("Nodig als geen stuk het zegt, of als u iets aanvult. Eén zin is genoeg."),
            rows=2,
        ),
        "when": lambda: When(
            "when",
            _("Bij welke signalen geldt dit?"),
            _("Vink aan wat er moet gelden. Vinkt u niets aan, dan geldt het bij elk signaal."),
            required=about.section == "advice",
        ),
        "text": lambda: Both(
            "text",
            _("De zin die mensen lezen"),
            rows=2,
            required=about.section in ("steps", "advice", "questions"),
        ),
        "name": lambda: Both("name", _("Naam"), required=True),
        "words": lambda: Both("words", _("Tekst"), rows=3, required=about.section != "tables"),
        "level": lambda: Pick("level", _("Hoe breed werkt dit?"), required=True, choices=choices.levels()),
    }


def _of_the_route(about: About) -> Makers:
    there = about.there
    required = [("required", _("Het moet"))]
    return {
        "before": lambda: Place(
            "place",
            _("Waar in de volgorde?"),
            steps=choices.steps(there, about.element, about.section),
        ),
        "actor": lambda: Pick("actor", _("Wie doet dit?"), required=True, choices=choices.actors()),
        "completes": lambda: Happening(
            "completes",
            _("Wanneer is deze stap gedaan?"),
            _("De stap is gedaan als dit is gebeurd."),
            about=choices.about(there, each=True),
            required=True,
        ),
        "after": lambda: After(
            "after",
            _("Welke stappen gaan vooraf?"),
            _("Deze stap wacht tot die gedaan zijn, of niet nodig."),
            steps=choices.steps_to_wait_for(there, about.element),
        ),
        "once": lambda: Pick(
            "once",
            _("Pas nodig nadat dit is gebeurd"),
            choices=choices.events(),
            empty=_("Meteen nodig"),
        ),
        "within": lambda: Term("within", _("Termijn")),
        "steps.strength": lambda: Pick(
            "strength",
            _("Moet dit, of mag het?"),
            choices=[*required, ("optional", _("Het mag, het hoeft niet"))],
            usual="required",
        ),
        "referrals.strength": lambda: Pick(
            "strength",
            _("Moet dit, of is het een advies?"),
            choices=[*required, ("suggested", _("Het is een advies"))],
            required=True,
        ),
        "with_table": lambda: Pick(
            "with_table",
            _("Alleen als uw gemeente dit overleg heeft"),
            choices=choices.tables(there),
            empty=_("Maakt niet uit"),
        ),
        "without_table": lambda: Pick(
            "without_table",
            _("Alleen als uw gemeente dit overleg niet heeft"),
            choices=choices.tables(there),
            empty=_("Maakt niet uit"),
        ),
        "fact": lambda: Pick("fact", _("Wat moet bekend worden?"), required=True, choices=choices.facts()),
        "done_by": lambda: Happening(
            "done_by",
            _("Wanneer is dit advies opgevolgd?"),
            about=choices.about(there, each=False),
        ),
        "to": lambda: Pick("to", _("Wie moet het weten?"), required=True, choices=choices.receivers(there)),
        "nameless": lambda: Tick(
            "nameless",
            _("Zonder naam is genoeg"),
            _("De partner hoeft dan niet te horen om wie het gaat."),
        ),
        "met_also_by": lambda: Happening(
            "met_also_by",
            _("Is het ook goed als iets anders is gebeurd?"),
            about=choices.about(there, each=False),
        ),
        "ask_feedback": lambda: Tick("ask_feedback", _("Vraag deze partner om terugkoppeling"), usual=True),
        "until": lambda: Happening(
            "until",
            _("Wat moet er eerst gebeurd zijn?"),
            about=choices.about(there, each=False),
            required=True,
        ),
        "holds.before": lambda: Before(
            "before",
            _("Wie of wat moet daarop wachten?"),
            partners=choices.receivers(there),
            tables=choices.tables(there),
        ),
        "override": lambda: Override(
            "override",
            _("Wanneer hoeft er niet gewacht te worden?"),
            _("De reden wordt dan vastgelegd. Vinkt u niets aan, dan moet er altijd gewacht worden."),
        ),
    }


def _of_partners(about: About) -> Makers:
    there = about.there
    return {
        "type": lambda: Pick(
            "type", _("Wat voor partner is dit?"), required=True, choices=choices.partner_types()
        ),
        "task": lambda: Both("task", _("Wat doet deze partner?"), rows=2, required=True),
        "target_group": lambda: Both("target_group", _("Voor wie?"), rows=2),
        "region": lambda: Words("region", _("In welk gebied?"), limit=120),
        "contact": lambda: Contact("contact", _("Hoe bereikt u deze partner?")),
        "organisation": lambda: Words(
            "organisation",
            _("Naam van deze partner in Baken"),
            _("Alleen als deze partner zelf met Baken werkt. Uw beheerder weet die naam."),
            limit=60,
        ),
        "feedback_expected": lambda: Tick("feedback_expected", _("Deze partner koppelt terug"), usual=True),
        "exchange": lambda: Both("exchange", _("Op grond van welke afspraak of wet?"), rows=2),
        "valid_to": lambda: Words("valid_to", _("Tot wanneer geldt dit?"), _("Zoals 2027-12-31."), limit=10),
        "with": lambda: Several("with", _("Wie zit er aan tafel?"), choices=choices.receivers(there)),
        "exists": lambda: Tick("exists", _("Uw gemeente heeft dit overleg"), usual=True),
        "grounds": lambda: Several(
            "grounds",
            _("Op welke grondslagen?"),
            choices=choices.named(there, "grounds"),
            required=about.section == "uses",
        ),
        "purposes": lambda: Several(
            "purposes",
            _("Voor welke doelen?"),
            choices=choices.named(there, "purposes"),
            required=about.section == "uses",
        ),
        "pieces": lambda: Several("pieces", _("Wat mag er van een signaal heen?"), choices=choices.pieces()),
        "article": lambda: Words("article", _("Welk wetsartikel?"), required=True),
        "unverified": lambda: Tick("unverified", _("Een jurist van de gemeente moet dit nog bevestigen")),
    }


def _of_processing(about: About) -> Makers:
    there = about.there
    return {
        "data": lambda: Several(
            "data", _("Welke gegevens?"), choices=choices.listed(processing.DATA), required=True
        ),
        "people": lambda: Several(
            "people", _("Van wie?"), choices=choices.listed(processing.PEOPLE), required=True
        ),
        "recipients": lambda: Both("recipients", _("Wie ziet het?"), rows=2, required=True),
        "activities.retention": lambda: Several(
            "retention", _("Welke bewaartermijnen gelden?"), choices=choices.listed(SUBJECTS), required=True
        ),
        "controllers": lambda: Several(
            "controllers",
            _("Wie beslist erover?"),
            choices=choices.listed(processing.CONTROLLERS),
            required=True,
        ),
        "secrecy": lambda: Several(
            "secrecy",
            _("In welk werk heeft een melder een beroepsgeheim?"),
            _("Voor delen wordt dat dan eerst afgewogen."),
            choices=choices.listed(processing.WORK),
        ),
        "bsn": lambda: Pick(
            "bsn",
            _("Op welke grondslag mag hier een BSN staan?"),
            choices=choices.named(there, "grounds"),
            empty=_("Hier mag geen BSN staan"),
        ),
    }


def _of_words(about: About) -> Makers:
    there = about.there
    return {
        "texts.nl": lambda: Words("nl", _("Nederlands"), required=True, rows=3, limit=1000),
        "texts.en": lambda: Words("en", _("Engels"), required=True, rows=3, limit=1000),
        "items.group": lambda: Pick(
            "group", _("Bij welke groep van de kaart?"), required=True, choices=choices.named(there, "groups")
        ),
        "title": lambda: Words("title", _("Titel van het stuk"), required=True),
        "date": lambda: Words("date", _("Datum van het stuk"), _("Zoals 2024-05-01."), limit=10),
        "publisher": lambda: Words("publisher", _("Van wie is het stuk?"), limit=120),
        "phone": lambda: Words("phone", _("Telefoonnummer"), limit=40, shape="phone"),
        "email": lambda: Words("email", _("E-mailadres"), limit=120, shape="email"),
        "web": lambda: Words("web", _("Webadres"), _("Met https:// ervoor."), limit=200, shape="web"),
        "when_to_use": lambda: Both("when_to_use", _("Wanneer gebruikt u dit?"), rows=2, required=True),
        "contact_words": lambda: Both("contact_words", _("Hoe u hen bereikt, in woorden"), rows=2),
        "origin": lambda: Both("origin", _("Waar komt de kaart vandaan?"), rows=3, required=True),
        "notice": lambda: Both("notice", _("Wat lezers moeten weten"), rows=3, required=True),
        "audiences": lambda: Several(
            "audiences",
            _("Voor wie?"),
            _("Vinkt u niets aan, dan is het voor iedereen."),
            choices=choices.audiences(),
        ),
        "kind": lambda: Pick(
            "kind",
            _("Wat voor advies is dit?"),
            required=True,
            choices=[
                ("do", _("Dit doet u wel")),
                ("dont", _("Dit doet u niet")),
                ("note", _("Dit schrijft u op")),
            ],
        ),
    }
