"""The fields in groups, so that whoever gives a record chooses the least that its recipient needs (V1)."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from baken.core.exchange.fields import EXTENSION, FIELDS, TAKEN, Kind
from baken.core.vocabulary.text import Text


@dataclass(frozen=True, slots=True)
class Group:
    """Fields that go together. `delicate`: they show who or where somebody is, and go only on purpose."""

    name: Text
    hint: Text
    fields: tuple[str, ...]
    delicate: bool = False


_NAMES = ("prs_Salutation", "prs_FirstName", "prs_MiddleName", "prs_SecondName", "prs_Title")
_REACH = tuple(
    name
    for name in TAKEN
    if name.startswith("prs_Mailing") or name in ("prs_Email", "prs_HomePhone", "prs_MobilePhone")
)
_TEXTS = tuple(
    name
    for name in TAKEN
    if FIELDS[name].kind in (Kind.LOOKUP, Kind.LONG) and name != "cas_ReasonForCaseClosure"
)


def _rest(prefix: str) -> tuple[str, ...]:
    others = {*_NAMES, *_REACH, *_TEXTS}
    return tuple(name for name in TAKEN if name.startswith(prefix) and name not in others)


GROUPS: Mapping[str, Group] = {
    "exploitation": Group(
        Text("Wat er gebeurde", "What happened"),
        Text(
            "Vorm, werving, dwang, sector; zonder plaatsen.",
            "Form, recruitment, control, sector; without places.",
        ),
        (*_rest("vic_"), EXTENSION),
    ),
    "person": Group(
        Text("Kenmerken van de persoon", "Features of the person"),
        Text(
            "Geboortedatum, gender, nationaliteit, taal, opleiding, kinderen.",
            "Date of birth, gender, nationality, language, education, children.",
        ),
        _rest("prs_"),
    ),
    "case": Group(
        Text("Stand van het dossier", "How the file stands"),
        Text(
            "Open of dicht, data en redenen van doorverwijzen, toestemming.",
            "Open or closed, dates and reasons of referral, consent.",
        ),
        (*_rest("cas_"), *_rest("con_")),
    ),
    "texts": Group(
        Text("Plaatsen, organisaties en vrije tekst", "Places, organisations and free text"),
        Text(
            "Ook namen van hulpverleners. Lees vooraf wat erin staat.",
            "Also names of case workers. Read what is in it first.",
        ),
        _TEXTS,
        delicate=True,
    ),
    "names": Group(
        Text("Naam en aanhef", "Name and salutation"),
        Text(
            "Alleen als de ontvanger weten moet wie het is.", "Only where the recipient must know who it is."
        ),
        _NAMES,
        delicate=True,
    ),
    "reach": Group(
        Text("Adres, telefoon en e-mail", "Address, telephone and email"),
        Text(
            "Nooit als dat niet veilig is: kijk eerst naar de afspraken over contact.",
            "Never where that is not safe: look at the agreement about contact first.",
        ),
        _REACH,
        delicate=True,
    ),
}


def fields_of(chosen: Collection[str]) -> tuple[str, ...]:
    """Return the fields of these groups, in the order of the standard."""
    wanted = {name for group in chosen for name in GROUPS[group].fields}
    return tuple(name for name in TAKEN if name in wanted)
