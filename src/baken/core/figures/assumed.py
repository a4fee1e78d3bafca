"""What a forecast of hours assumes: how long each deed takes, how signals differ, and how often what else comes back.

No policy document names minutes, so everything here was chosen, and says why; whoever asks may change all of it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

from baken.core.vocabulary.text import Text

Per = Literal["deed", "person", "shared", "week"]


@dataclass(frozen=True, slots=True)
class Span:
    """Minutes: at least, mostly, at most. Between them lies a triangle."""

    low: float
    likely: float
    high: float

    @property
    def mean(self) -> float:
        """The mean of the triangle."""
        return (self.low + self.likely + self.high) / 3

    @property
    def variance(self) -> float:
        """The variance of the triangle."""
        low, likely, high = self.low, self.likely, self.high
        return (low**2 + likely**2 + high**2 - low * likely - low * high - likely * high) / 18


@dataclass(frozen=True, slots=True)
class Deed:
    """Something that takes time, and why this long.

    `per`: a deed for a signal; or what comes back: for each person, once for all, or each week where there are more.
    """

    name: Text
    minutes: Span
    chosen: Text
    per: Per = "deed"


@dataclass(frozen=True, slots=True)
class Fact:
    """How signals differ in one fact: which part of them has which value, and why so."""

    name: Text
    shares: Mapping[str, float]
    chosen: Text


_SHORT = Text("een korte handeling op één pagina", "a short deed on one page")
_READ = Text("lezen, en kijken of er haast is", "reading, and seeing whether there is haste")
_TALK = Text("een gesprek of een paar telefoontjes", "a talk or some calls")
_WRITE = Text("nadenken en een reden opschrijven", "thinking and writing a reason down")
_PREPARE = Text("voorbereiden, bespreken en vastleggen", "preparing, discussing and recording")
_HALF_DAY = Text("een dagdeel, met wat eraan voorafgaat", "half a day, with what comes before it")
_VISIT = Text("een uur of meer, met reizen", "an hour or more, with travel")

DEEDS: Mapping[str, Deed] = MappingProxyType(
    {
        "receive": Deed(Text("in ontvangst nemen", "receiving"), Span(5, 10, 20), _READ),
        "call": Deed(
            Text("bellen bij acuut gevaar", "calling in acute danger"),
            Span(15, 30, 90),
            Text("bellen, en bereikbaar blijven", "calling, and staying within reach"),
        ),
        "question": Deed(Text("een feit uitzoeken", "finding a fact out"), Span(5, 10, 30), _TALK),
        "weigh": Deed(
            Text("afwegen of bronnen mogen", "weighing whether sources may be used"), Span(5, 10, 20), _WRITE
        ),
        "secrecy": Deed(
            Text("beroepsgeheim afwegen", "weighing professional secrecy"), Span(10, 20, 60), _WRITE
        ),
        "source": Deed(
            Text("een bron raadplegen", "consulting a source"),
            Span(10, 20, 45),
            Text("opzoeken of vragen, en het antwoord vastleggen", "looking up or asking, and recording it"),
        ),
        "trusted_person": Deed(
            Text("zoeken naar een vertrouwenspersoon", "looking for a trusted person"),
            Span(10, 20, 45),
            _TALK,
        ),
        "police": Deed(
            Text("bespreken met de politie", "discussing with the police"), Span(10, 15, 30), _TALK
        ),
        "table": Deed(Text("bespreken in een overleg", "discussing at a table"), Span(15, 30, 60), _PREPARE),
        "assess": Deed(Text("beoordelen", "assessing"), Span(10, 20, 45), _WRITE),
        "hand_over": Deed(
            Text("overdragen aan een partner", "handing over to a partner"),
            Span(10, 15, 30),
            Text("kiezen wat meegaat, nakijken en versturen", "choosing what goes, checking, sending"),
        ),
        "ask": Deed(Text("om terugkoppeling vragen", "asking for feedback"), Span(2, 5, 10), _SHORT),
        "answer": Deed(Text("een antwoord verwerken", "taking in an answer"), Span(3, 8, 15), _SHORT),
        "inform": Deed(
            Text("de melder bericht geven", "telling the reporter"),
            Span(3, 8, 20),
            Text("een kort bericht dat niets verraadt", "a short message that betrays nothing"),
        ),
        "close": Deed(Text("afsluiten", "closing"), Span(3, 5, 10), _SHORT),
        "other": Deed(Text("een andere stap", "another step"), Span(5, 15, 30), _TALK),
    }
)
"""Deeds for a signal, in the order in which they mostly come."""

YEARLY: Mapping[str, Deed] = MappingProxyType(
    {
        "meeting": Deed(
            Text("een overleg over de aanpak", "a meeting about the approach"),
            Span(60, 120, 240),
            _VISIT,
            "person",
        ),
        "training": Deed(
            Text("een training volgen", "taking a training"), Span(120, 240, 480), _HALF_DAY, "person"
        ),
        "outreach": Deed(Text("voorlichting geven", "giving outreach"), Span(60, 120, 240), _VISIT, "shared"),
        "campaign": Deed(Text("een campagne", "a campaign"), Span(120, 240, 480), _HALF_DAY, "shared"),
        "evaluation": Deed(
            Text("een evaluatie", "an evaluation"),
            Span(240, 480, 960),
            Text("vragen, bespreken en opschrijven", "asking, discussing and writing"),
            "shared",
        ),
        "programme": Deed(
            Text("het programma bijhouden, per jaar", "keeping the programme, per year"),
            Span(120, 240, 480),
            Text("een uur per kwartaal", "an hour every quarter"),
            "shared",
        ),
        "alignment": Deed(
            Text("met elkaar afstemmen, per week", "aligning with each other, per week"),
            Span(5, 10, 20),
            Text("alleen bij meer dan één persoon", "only with more than one person"),
            "week",
        ),
    }
)
"""What comes back apart from signals: for each person, once for all, or each week where there is more than one."""

_UNKNOWN = Text("niemand telde dit landelijk", "nobody counted this nationally")
_DESK = Text(
    "meldingen komen vooral van eigen medewerkers en andere professionals",
    "reports come mostly from own staff and other professionals",
)
MIX: Mapping[str, Fact] = MappingProxyType(
    {
        "exploitation": Fact(
            Text("vorm van uitbuiting", "form of exploitation"),
            {"none": 0.15, "sexual": 0.3, "labour": 0.35, "criminal": 0.2, "organ_removal": 0.0},
            Text(
                "arbeid, seksueel en crimineel komen elk vaak voor; orgaanverwijdering zelden",
                "labour, sexual and criminal each occur often; organ removal seldom",
            ),
        ),
        "related": Fact(
            Text("wat ernaast speelt", "what plays beside it"),
            {
                "none": 0.6,
                "smuggling": 0.05,
                "prostitution": 0.15,
                "image_abuse": 0.05,
                "substandard_housing": 0.1,
                "youth_recruitment": 0.05,
            },
            _UNKNOWN,
        ),
        "urgency": Fact(
            Text("acuut gevaar", "acute danger"),
            {"acute": 0.05, "not_acute": 0.85, "unknown": 0.1},
            Text("de meeste signalen zijn niet acuut", "most signals are not acute"),
        ),
        "hardness": Fact(
            Text("hard of zacht", "hard or soft"),
            {"hard": 0.2, "soft": 0.7, "unknown": 0.1},
            Text("een melding is zelden meteen hard", "a report is seldom hard at once"),
        ),
        "assessment": Fact(
            Text("beoordeling", "assessment"),
            {"not_trafficking": 0.25, "other_phenomenon": 0.25, "suspicion": 0.4, "trafficking": 0.1},
            Text(
                "ongeveer de helft blijkt iets anders of niets",
                "about half turn out to be something else or nothing",
            ),
        ),
        "age": Fact(
            Text("leeftijd", "age"),
            {"minor": 0.15, "adult": 0.65, "unknown": 0.2},
            Text("meestal volwassenen", "mostly adults"),
        ),
        "residence": Fact(
            Text("verblijf", "residence"),
            {"lawful": 0.6, "unlawful": 0.1, "asylum": 0.1, "unknown": 0.2},
            _UNKNOWN,
        ),
        "unaccompanied_minor": Fact(
            Text("alleenstaand, bij minderjarigen", "unaccompanied, of minors"),
            {"yes": 0.1, "no": 0.8, "unknown": 0.1},
            Text("telt alleen bij minderjarigen", "counts for minors only"),
        ),
        "reporter": Fact(
            Text("wie meldt", "who reports"),
            {"staff": 0.5, "professional": 0.3, "resident": 0.15, "victim": 0.05, "unknown": 0.0},
            _DESK,
        ),
        "reporter_named": Fact(
            Text("melder met naam", "reporter with a name"), {"yes": 0.8, "no": 0.2}, _DESK
        ),
        "secrecy": Fact(
            Text("een beroepsgeheim om af te wegen", "professional secrecy to weigh"),
            {"yes": 0.1, "no": 0.9},
            Text("bij zorg, jeugdhulp en onderwijs", "with care, youth care and education"),
        ),
        "suggested": Fact(
            Text("ook doen wat is aangeraden", "also doing what is suggested"),
            {"yes": 0.5, "no": 0.5},
            Text("een mens beslist; de helft van de keren ja", "a person decides; half of the times yes"),
        ),
    }
)
UNSURE = 0.25
UNSURE_CHOSEN = Text(
    "niemand mat deze minuten: alles samen kan een kwart te hoog of te laag zijn",
    "nobody measured these minutes: all together may be a quarter too high or too low",
)


@dataclass(frozen=True, slots=True)
class Assumptions:
    """Everything that a forecast assumes. `times`: how often a year, where that differs from what the policy gives.

    `unsure`: how far all minutes together may be off, as a part: 0.25 is a quarter up or down, a triangle around one.
    """

    minutes: Mapping[str, Span] = field(
        default_factory=lambda: {name: deed.minutes for name, deed in {**DEEDS, **YEARLY}.items()}
    )
    mix: Mapping[str, Mapping[str, float]] = field(
        default_factory=lambda: {name: fact.shares for name, fact in MIX.items()}
    )
    times: Mapping[str, float] = field(default_factory=dict)
    unsure: float = UNSURE
