"""What can be chosen in a form about an element: partners, meetings, steps and documents by their names."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.text import Truncator, capfirst
from django.utils.translation import gettext as _

from baken.core.vocabulary.actors import ACTORS
from baken.core.vocabulary.facts import FACTS
from baken.core.vocabulary.happenings import EVENT_WORDS
from baken.core.vocabulary.partners import LEVELS, PARTNER_IDS, PARTNER_TYPES, TABLE_IDS
from baken.core.vocabulary.pieces import PIECES
from baken.core.vocabulary.processing import ACTIVITIES
from baken.core.vocabulary.sources import SOURCE_IDS
from baken.core.vocabulary.text import Text
from baken.core.vocabulary.wording import FACT
from baken.policy.drafting.bodies import UNDESCRIBED
from baken.policy.drafting.layered import Overview
from baken.policy.drafting.slots.base import Choices
from baken.web.fields import said

_LEVELS = {
    "local": Text("lokaal", "local"),
    "regional": Text("regionaal", "regional"),
    "national": Text("landelijk", "national"),
}
_TYPES = {
    "police": Text("politie", "police"),
    "inspection": Text("inspectie", "inspection"),
    "justice": Text("justitie", "justice"),
    "care": Text("zorg", "care"),
    "safety": Text("veiligheid", "safety"),
    "municipal": Text("gemeente", "municipal"),
    "knowledge": Text("kennis", "knowledge"),
    "migration": Text("migratie", "migration"),
    "labour": Text("werk", "labour"),
    "housing": Text("wonen", "housing"),
    "education": Text("onderwijs", "education"),
    "health": Text("gezondheid", "health"),
    "table": Text("overleg", "meeting"),
    "other": Text("anders", "other"),
}
_AUDIENCES = {
    "front_desk": Text("balie", "front desk"),
    "inspector": Text("toezichthouder", "inspector"),
    "home_visits": Text("huisbezoek", "home visits"),
    "teacher": Text("school", "school"),
}


def listed(words: Mapping[str, Text], ids: Iterable[str] = ()) -> Choices:
    """Return a closed list with its names."""
    return [(one, capfirst(said(words.get(one) or Text(one, one)))) for one in (ids or words)]


def actors() -> Choices:
    """Who can have a step."""
    return listed(ACTORS)


def levels() -> Choices:
    """How wide a partner or meeting works."""
    return listed(_LEVELS, LEVELS)


def partner_types() -> Choices:
    """What kind of body a partner is."""
    return listed(_TYPES, PARTNER_TYPES)


def audiences() -> Choices:
    """For whose work something is on the card."""
    return listed(_AUDIENCES)


def pieces() -> Choices:
    """What of a signal may go to a partner."""
    return [(piece, said(one.name)) for piece, one in PIECES.items()]


def events() -> Choices:
    """What can have happened."""
    return listed(EVENT_WORDS)


def facts() -> Choices:
    """What can be asked of a signal."""
    return [(fact, capfirst(said(FACT[fact]))) for fact in FACTS]


def partners(there: Overview) -> Choices:
    """The partners that the policy knows, by name."""
    return _by_name((row.id, said(there.name("partners", row.id))) for row in there.live("partners"))


def tables(there: Overview) -> Choices:
    """The meetings that the policy knows, by name."""
    return _by_name((row.id, said(there.name("tables", row.id))) for row in there.live("tables"))


def receivers(there: Overview) -> Choices:
    """Whoever can be told: partners and meetings."""
    known = dict(tables(there))
    return [*((one, name) for one, name in partners(there) if one not in known), *known.items()]


def named(there: Overview, section: str) -> Choices:
    """The elements of a list by their names."""
    return [(row.id, capfirst(said(there.name(section, row.id)))) for row in there.live(section)]


def steps(there: Overview, besides: str = "", section: str = "steps") -> Choices:
    """The steps by what they say."""
    return [(row.id, step_words(there, row.raw, row.id)) for row in there.live(section) if row.id != besides]


def steps_to_wait_for(there: Overview, besides: str = "") -> Choices:
    """The steps, and of a weighing also its outcome."""
    found: list[tuple[str, Any]] = []
    for row in there.live("steps"):
        if row.id == besides:
            continue
        words = step_words(there, row.raw, row.id)
        found.append((row.id, words))
        if row.raw.get("completes") == "enrichment.weighed":
            found.append((f"{row.id}/proceed", _("{step} Met de uitkomst: ja").format(step=words)))
    return found


def step_words(there: Overview, raw: Mapping[str, Any], otherwise: str) -> str:
    """What a step says, in a few words."""
    text = there.text(raw.get("text"))
    return Truncator(said(text)).chars(90) if text else otherwise.replace("_", " ")


def documents(there: Overview) -> Choices:
    """The documents in which something was decided; those of the municipality itself first."""
    rows = sorted(there.live("documents"), key=lambda row: not row.own)
    return [(row.id, str(row.raw.get("title", row.id))) for row in rows]


def about(there: Overview, *, each: bool) -> Choices:
    """What an event can be about, in groups."""
    groups: list[tuple[str, Any]] = []
    if each:
        every = [
            ("each:required_referral", _("Iedereen die het moet weten")),
            ("each:referral", _("Elke partner aan wie is doorgegeven")),
        ]
        groups.append((_("Iedereen"), every))
    for title, kind, known in (
        (_("Partner"), "partner", receivers(there)),
        (_("Overleg"), "table", tables(there)),
        (_("Bron"), "source", named(there, "sources")),
        (_("Kenmerk"), "fact", facts()),
    ):
        if known:
            groups.append((title, [(f"{kind}:{one}", words) for one, words in known]))
    return groups


def free_ids(there: Overview, section: str) -> Choices:
    """The ids of a closed list that this list does not have yet, with the best name there is."""
    known: Iterable[str] = {
        "partners": PARTNER_IDS,
        "tables": TABLE_IDS,
        "sources": SOURCE_IDS,
        "destinations": [one for one, _name in receivers(there)],
        "activities": ACTIVITIES,
        "uses": ["intake", *(one for one, _name in receivers(there))],
    }[section]
    taken = {row.id for row in there.rows.get(section, ())}
    return _by_name((one, _known_as(there, one)) for one in known if one not in taken)


def _known_as(there: Overview, one: str) -> str:
    if one in ACTIVITIES:
        return said(ACTIVITIES[one])
    described = there.row("partners", one) or there.row("tables", one)
    return said(there.receiver(one) if described else UNDESCRIBED.get(one) or there.receiver(one))


def _by_name(found: Iterable[tuple[str, str]]) -> Choices:
    return sorted(((one, capfirst(name)) for one, name in found), key=lambda choice: choice[1].lower())
