"""Which papers must be there before an organisation works with Baken, and which are (V28)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Literal

from baken.core.policy.bundle import Bundle
from baken.core.policy.register import activities_in_force
from baken.core.vocabulary.text import Text

Standing = Literal["missing", "in_force", "to_review"]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of paper: its name, why it is there, and whether an organisation may not go live without it."""

    name: Text
    why: Text
    before_live: bool


KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        "dpia": Kind(
            Text("DPIA, ondertekend", "DPIA, signed"),
            Text(
                "Wie gevoelige gegevens van kwetsbare mensen verwerkt, onderzoekt eerst de risico's (AVG artikel 35).",
                "Who processes sensitive data about vulnerable people looks into the risks first (GDPR article 35).",
            ),
            before_live=True,
        ),
        "fg_advice": Kind(
            Text("Advies van de FG over de DPIA", "The FG's advice on the DPIA"),
            Text(
                "De functionaris gegevensbescherming adviseert over de DPIA (AVG artikel 39).",
                "The data protection officer advises on the DPIA (GDPR article 39).",
            ),
            before_live=False,
        ),
        "register": Kind(
            Text("Verwerkingsregister, vastgesteld", "Register of processing, adopted"),
            Text(
                "Elke organisatie houdt bij wat zij met gegevens doet (AVG artikel 30).",
                "Every organisation keeps a register of what it does with data (GDPR article 30).",
            ),
            before_live=False,
        ),
        "processor": Kind(
            Text("Verwerkersovereenkomst met de hostingpartij", "Processor agreement with the host"),
            Text(
                "Wie de server beheert, mag alleen doen wat is afgesproken, binnen de EER (AVG artikel 28).",
                "Who keeps the server may do only what was agreed, within the EEA (GDPR article 28).",
            ),
            before_live=False,
        ),
        "joint": Kind(
            Text("Regeling met {partner}", "Arrangement with {partner}"),
            Text(
                "Wie samen over gegevens beslissen, leggen vast wie waarvoor zorgt (AVG artikel 26).",
                "Those who decide on data together lay down who sees to what (GDPR article 26).",
            ),
            before_live=False,
        ),
        "algorithm": Kind(
            Text("Vermelding in het algoritmeregister", "Entry in the algorithm register"),
            Text(
                "De meldroute stelt stappen voor, volgens regels. Dat hoort iedereen te kunnen weten (V18).",
                "The reporting route suggests steps, by rules. Anybody should be able to know that (V18).",
            ),
            before_live=False,
        ),
        "security": Kind(
            Text("Verklaring van toepasselijkheid (BIO2)", "Statement of applicability (BIO2)"),
            Text(
                "Welke maatregelen gelden, en waar wordt afgeweken.",
                "Which measures count, and where one deviates.",
            ),
            before_live=False,
        ),
    }
)
GOING_LIVE = frozenset(name for name, kind in KINDS.items() if kind.before_live)


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper as somebody recorded it. `partner` is empty unless it is an arrangement with one."""

    kind: str
    partner: str
    reference: str
    version: str
    signed_on: date
    review_on: date


@dataclass(frozen=True, slots=True)
class Needed:
    """A paper that should be there, and the one that is, if any."""

    kind: str
    partner: str
    name: Text
    why: Text
    before_live: bool
    standing: Standing
    paper: Paper | None


def needed(bundle: Bundle | None, papers: Iterable[Paper], *, today: date) -> tuple[Needed, ...]:
    """Return every paper that should be there, in a fixed order. Of one kind the one signed last counts."""
    newest: dict[tuple[str, str], Paper] = {}
    for paper in sorted(papers, key=lambda paper: paper.signed_on):
        newest[paper.kind, paper.partner] = paper
    return tuple(
        Needed(
            kind=name,
            partner=partner,
            name=_named(bundle, name, partner),
            why=KINDS[name].why,
            before_live=KINDS[name].before_live,
            standing=_standing(newest.get((name, partner)), today),
            paper=newest.get((name, partner)),
        )
        for name in KINDS
        for partner in (_joint(bundle) if name == "joint" else ("",))
    )


def may_go_live(papers: Iterable[Paper], *, today: date) -> bool:
    """Whether no paper lacks without which an organisation may not work with real signals."""
    there = {paper.kind for paper in papers if paper.signed_on <= today}
    return there >= GOING_LIVE


def _standing(paper: Paper | None, today: date) -> Standing:
    if paper is None or paper.signed_on > today:
        return "missing"
    return "to_review" if paper.review_on <= today else "in_force"


def _joint(bundle: Bundle | None) -> tuple[str, ...]:
    """Return the partners with whom something is decided together, once each."""
    if bundle is None:
        return ()
    return tuple(
        dict.fromkeys(joint.with_ for one in activities_in_force(bundle) for joint in one.activity.joint)
    )


def _named(bundle: Bundle | None, kind: str, partner: str) -> Text:
    if not partner or bundle is None:
        return KINDS[kind].name
    found = bundle.partners.get(partner)
    return KINDS[kind].name.format(partner=found.name if found else Text(partner, partner))
