"""The lists of a policy as an adviser knows them, and each of their elements in one line."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.text import Truncator, capfirst
from django.utils.translation import gettext as _

from baken.core.policy import said as saying
from baken.core.vocabulary.actors import ACTORS
from baken.core.vocabulary.text import Text
from baken.core.vocabulary.wording import FACT
from baken.policy.drafting.layered import Overview, Row, pair
from baken.policy.drafting.slots.conditions import read_condition
from baken.web.fields import said


@dataclass(frozen=True, slots=True)
class Section:
    """A list: what it is called, what stands in it, and how a new one is called."""

    id: str
    title: str
    lead: str
    new: str


def sections() -> Mapping[str, Section]:
    """Return the lists in the order in which people think of them.

    The promises are not among them: they are written as text, by who knows how; a form could not say what they mean.
    """
    found = [
        Section(
            "referrals",
            _("Wie moet het weten"),
            _("Aan wie wordt een signaal doorgegeven, en wanneer."),
            _("Partner of overleg toevoegen"),
        ),
        Section("steps", _("Stappen"), _("Wie doet wat, in welke volgorde."), _("Stap toevoegen")),
        Section(
            "holds",
            _("Wat eerst moet"),
            _("Wat er gebeurd moet zijn voordat een partner erbij komt."),
            _("Regel toevoegen"),
        ),
        Section(
            "advice",
            _("Adviezen"),
            _("Wat iemand meteen kan doen. Het verplicht niemand."),
            _("Advies toevoegen"),
        ),
        Section("questions", _("Vragen"), _("Wat niet onbekend mag blijven."), _("Vraag toevoegen")),
        Section(
            "destinations",
            _("Bij een ander probleem"),
            _("Waar een signaal heen gaat dat geen mensenhandel is."),
            _("Plek toevoegen"),
        ),
        Section(
            "partners",
            _("Partners"),
            _("Wie een signaal kan krijgen of kan helpen, en hoe u hen bereikt."),
            _("Partner toevoegen"),
        ),
        Section(
            "tables",
            _("Overleggen"),
            _("Waar een signaal besproken kan worden, en wie er aan tafel zit."),
            _("Overleg toevoegen"),
        ),
        Section("texts", _("Zinnen"), _("De zinnen die mensen lezen, in twee talen."), ""),
        Section(
            "uses",
            _("Wat naar wie mag"),
            _("Voor welk doel en op welke grond er iets naar een partner mag."),
            _("Partner toevoegen"),
        ),
        Section("purposes", _("Doelen"), _("Waarvoor gegevens worden gebruikt."), _("Doel toevoegen")),
        Section("grounds", _("Grondslagen"), _("Op welke wet het rust."), _("Grondslag toevoegen")),
        Section(
            "activities",
            _("Verwerkingen"),
            _("Wat er met gegevens van mensen gebeurt, van wie, en hoelang."),
            _("Verwerking toevoegen"),
        ),
        Section(
            "sources", _("Bronnen"), _("Wat iemand mag nagaan, steeds met een besluit."), _("Bron toevoegen")
        ),
        Section(
            "retention",
            _("Bewaartermijnen"),
            _("Hoelang iets blijft, vanaf wanneer, en wat er dan gebeurt."),
            _("Termijn toevoegen"),
        ),
        Section("emergency_numbers", _("Alarmnummers"), _("Wie u meteen belt."), _("Nummer toevoegen")),
        Section(
            "reporting_points",
            _("Andere meldpunten"),
            _("Waar iemand nog meer terechtkan."),
            _("Meldpunt toevoegen"),
        ),
        Section("card", _("De signalenkaart zelf"), _("Naam, herkomst en waarschuwing van de kaart."), ""),
        Section(
            "groups", _("Groepen op de kaart"), _("De kopjes van de signalenkaart."), _("Groep toevoegen")
        ),
        Section("items", _("Signalen op de kaart"), _("Wat iemand kan opvallen."), _("Signaal toevoegen")),
        Section(
            "vulnerability",
            _("Wat iemand kwetsbaar maakt"),
            _("Alleen om alert te zijn. Niemand vinkt dit aan bij een mens."),
            _("Kenmerk toevoegen"),
        ),
        Section(
            "handling", _("Wat u wel en niet doet"), _("Adviezen voor wie iets ziet."), _("Advies toevoegen")
        ),
        Section(
            "tools",
            _("Hulpmiddelen"),
            _("Instrumenten waar de kaart naar verwijst."),
            _("Hulpmiddel toevoegen"),
        ),
        Section(
            "documents", _("Stukken"), _("De stukken waarin dit beleid is besloten."), _("Stuk toevoegen")
        ),
    ]
    return {section.id: section for section in found}


def title(row: Row, there: Overview) -> str:
    """What an element is called."""
    raw = row.raw
    words: Text | None = None
    if row.section == "referrals":
        words = there.receiver(str(raw.get("to", row.id)))
    elif row.section in ("destinations", "uses"):
        words = (
            Text("ontvangst van een signaal", "receiving a signal")
            if row.id == "intake"
            else there.receiver(row.id)
        )
    elif "text" in raw:
        words = there.text(raw["text"])
    elif row.section == "texts":
        words = pair(raw)
    elif isinstance(raw.get("title"), str):
        words = Text(raw["title"], raw["title"])
    else:
        words = pair(raw.get("name")) or pair(raw.get("words"))
    return capfirst(Truncator(said(words)).chars(160)) if words else row.id.replace("_", " ")


def line(row: Row) -> str:
    """What more there is to say of an element, in one line."""
    raw = row.raw
    parts: list[str] = []
    if row.section == "referrals":
        parts.append({"required": _("Moet."), "suggested": _("Advies.")}.get(str(raw.get("strength")), ""))
    if raw.get("actor") in ACTORS:
        parts.append(f"{capfirst(said(ACTORS[str(raw['actor'])]))}.")
    if raw.get("fact") in FACT:
        parts.append(f"{capfirst(said(FACT[str(raw['fact'])]))}.")
    if row.section in ("referrals", "steps", "advice", "questions", "holds"):
        condition = read_condition(raw.get("when"))
        parts.append(said(saying.when(condition)) if condition is not None else "")
    if row.section == "tables" and raw.get("exists") == "no":
        parts.append(_("Uw gemeente heeft dit overleg niet."))
    if row.section not in ("referrals", "steps", "texts") and "name" in raw and pair(raw.get("words")):
        parts.append(Truncator(said(pair(raw["words"]) or Text("", ""))).chars(120))
    return " ".join(part for part in parts if part)


def says_who(row: Row, there: Overview) -> str:
    """Where an element comes from."""
    source, chosen = row.raw.get("source"), pair(row.raw.get("chosen"))
    if isinstance(source, Mapping):
        document = there.row("documents", str(source.get("document")))
        name = document.raw.get("title") if document is not None else source.get("document")
        return f"{name}, {source.get('place', '')}"
    return _("Eigen keuze: {why}").format(why=Truncator(said(chosen)).chars(160)) if chosen else ""
