"""Baken's words of a client file to those of HTCDS and back. What has no place on the other side is named.

A record that came from elsewhere is kept as it came. What Baken itself knows is laid over it, so that a code finer than
Baken's words (ForcedBegging) comes out again as it went in for as long as nothing that Baken knows says otherwise.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from baken.core.exchange.fields import EXTENSION, FIELDS, TAKEN, HtcdsRecord, Value
from baken.core.vocabulary.text import Text

LABOUR, CRIMINAL = "ForcedLabour", "IllicitActivities"
NOT_CRIMINAL = "NotIllicit"

FORM_OF: Mapping[str, str] = {
    "SexualExploitation": "sexual",
    LABOUR: "labour",
    "ChildLabour": "labour",
    "Servitude": "labour",
    "ForcedBegging": "criminal",
    "OrganRemoval": "organ_removal",
}
"""Chosen: child labour and servitude are nearest to labour exploitation; begging stands under criminal exploitation, as
in the glossary. ForcedLabour with IllicitActivities beside it is criminal exploitation."""
CODE_OF: Mapping[str, str] = {
    "sexual": "SexualExploitation",
    "labour": LABOUR,
    "criminal": LABOUR,
    "organ_removal": "OrganRemoval",
}
STATUS_OF_ENDING: Mapping[str, str] = {"transferred": "ClosedReferred"}
STILL_OPEN = ("Active", "FollowUp")
NOT_A_VICTIM = "NotAVictimOfTrafficking"

KEPT = Text("bewaard zoals ontvangen", "kept as received")
NO_PLACE: tuple[Text, ...] = (
    Text("veilig contact", "safe contact"),
    Text("hulpvragen en hulp", "needs and help"),
    Text("wensen van de persoon", "wishes of the person"),
    Text("verblijf en termijnen", "residence and deadlines"),
    Text("opvang", "shelter"),
    Text(
        "toestemming per ontvanger, en de afweging zonder", "consent per recipient, and the weighing without"
    ),
)
"""What stands in a client file and has no field in the core of HTCDS 2.0; it does not travel this way."""
PLACES: Mapping[str, Text] = {
    "prs_FirstName": Text("naam (samen met de andere naamvelden)", "name (with the other name fields)"),
    "prs_MiddleName": Text("naam", "name"),
    "prs_SecondName": Text("naam; wie één naam heeft, heeft die hier", "name; who has one name has it here"),
    "prs_Birthdate": Text("geboortedatum; daaruit de leeftijd", "birth date; the age follows from it"),
    "vic_TypeOfExploitation": Text("vormen van uitbuiting", "forms of exploitation"),
    EXTENSION: Text("criminele uitbuiting", "criminal exploitation"),
    "vic_TraffickingStatus": Text(
        "vermoedelijk slachtoffer, of toch niet", "presumed victim, or not after all"
    ),
    "cas_Status": Text("dossier open of afgesloten", "file open or closed"),
    "cas_ReasonForCaseClosure": Text("afloop van het dossier", "how the file ended"),
    "cas_IncomingReferralDate": Text(
        "dag waarop een gemelde persoon een dossier kreeg", "day on which a notified person got a file"
    ),
    "con_Consent": Text(
        "geldende toestemming voor deze ontvanger; bij invoer telt ze hier niet",
        "consent that holds for this recipient; it does not count here when it comes in",
    ),
}
"""Where a field stands in a client file; every other field that is taken over is kept as received."""


@dataclass(frozen=True, slots=True)
class Known:
    """What Baken knows of one client, in its own words. `ending` is empty while the file is open."""

    name: str = ""
    birth: date | None = None
    exploitation: frozenset[str] = frozenset()
    ending: str = ""
    ended: str = ""
    consent: bool = False
    referred_on: date | None = None


@dataclass(frozen=True, slots=True)
class Arrived:
    """What a record says in Baken's words, and what it says that Baken has no word for."""

    name: str
    birth: date | None
    exploitation: frozenset[str]
    notes: tuple[Text, ...] = field(default=())


def arrived(record: HtcdsRecord) -> Arrived:
    """Return what Baken takes from a record into its own words."""
    forms, unnamed = forms_of(record)
    notes = [
        Text(
            "‘{code}’ is geen vorm van uitbuiting in Baken; bewaard zoals ontvangen",
            "‘{code}’ is no form of exploitation in Baken; kept as received",
        ).format(code=code)
        for code in unnamed
    ]
    if "con_Consent" in record:
        notes.append(
            Text(
                "toestemming die elders is gegeven telt hier niet; vraag het de persoon zelf",
                "consent given elsewhere does not count here; ask the person",
            )
        )
    kept = [FIELDS[name].label for name in TAKEN if name in record and name not in PLACES]
    if kept:
        words = ", ".join(kept)
        notes.append(
            Text("bewaard zoals ontvangen: {names}", "kept as received: {names}").format(names=words)
        )
    born = record.get("prs_Birthdate")
    return Arrived(full_name(record), born if isinstance(born, date) else None, forms, tuple(notes))


def full_name(record: HtcdsRecord) -> str:
    """Return somebody's name in one piece."""
    parts = (str(record.get(one, "")) for one in ("prs_FirstName", "prs_MiddleName", "prs_SecondName"))
    return " ".join(" ".join(parts).split())


def forms_of(record: HtcdsRecord) -> tuple[frozenset[str], tuple[str, ...]]:
    """Return the forms of exploitation of a record in Baken's words, and the codes that are none of them."""
    codes = _several(record, "vic_TypeOfExploitation")
    beside = _several(record, EXTENSION)
    forms = {FORM_OF[code] for code in codes if code in FORM_OF}
    if LABOUR in codes and CRIMINAL in beside:
        forms.add("criminal")
        if NOT_CRIMINAL not in beside and not {"ChildLabour", "Servitude"} & set(codes):
            forms.discard("labour")
    return frozenset(forms), tuple(code for code in codes if code not in FORM_OF)


def record_of(known: Known, received: HtcdsRecord) -> HtcdsRecord:
    """Return the record of one client: what was once received, with what Baken knows now laid over it."""
    made: dict[str, Value] = dict(received)
    if known.name and known.name != full_name(received):
        made = {
            name: value for name, value in made.items() if name not in ("prs_FirstName", "prs_MiddleName")
        }
        made["prs_SecondName"] = known.name
    if known.birth is not None:
        made["prs_Birthdate"] = known.birth
    if known.exploitation and known.exploitation != forms_of(received)[0]:
        made.pop(EXTENSION, None)
        made |= _exploitation(known.exploitation, _several(received, "vic_TypeOfExploitation"))
    made |= _standing(known, received)
    made.pop("con_Consent", None)
    if known.consent:
        made["con_Consent"] = True
    if known.referred_on is not None and "cas_IncomingReferralDate" not in made:
        made["cas_IncomingReferralDate"] = known.referred_on
    return {name: made[name] for name in TAKEN if name in made}


def _exploitation(forms: frozenset[str], received: tuple[str, ...]) -> dict[str, Value]:
    """Keep the codes that still hold, also those that Baken has no word for, and add what they do not say."""
    kept = {code for code in received if code != LABOUR and FORM_OF.get(code, "") in (*forms, "")}
    missing = forms - {FORM_OF.get(code, "") for code in kept}
    codes = kept | {CODE_OF[form] for form in missing}
    beside: tuple[str, ...] = ()
    if "criminal" in missing:
        beside = (CRIMINAL, NOT_CRIMINAL) if "labour" in missing else (CRIMINAL,)
    return {
        "vic_TypeOfExploitation": tuple(
            code for code, _ in FIELDS["vic_TypeOfExploitation"].codes if code in codes
        ),
        **({EXTENSION: beside} if beside else {}),
    }


def _standing(known: Known, received: HtcdsRecord) -> dict[str, Value]:
    """The presumption stays one: nobody is called an actual victim by Baken (V27)."""
    status = received.get("vic_TraffickingStatus")
    made: dict[str, Value] = {"vic_TraffickingStatus": status or "PossibleVictimOfTrafficking"}
    if known.ending == "not_a_victim":
        made["vic_TraffickingStatus"] = NOT_A_VICTIM
    before = received.get("cas_Status")
    if not known.ending:
        made["cas_Status"] = before if before in STILL_OPEN else "Active"
        return made
    made["cas_Status"] = STATUS_OF_ENDING.get(known.ending, "Closed")
    made["cas_ReasonForCaseClosure"] = known.ended
    return made


def lost_without_extension(records: Iterable[HtcdsRecord]) -> bool:
    """Whether a file without Baken's own column says less than Baken knows: criminal exploitation becomes labour."""
    return any(CRIMINAL in _several(one, EXTENSION) for one in records)


def _several(record: HtcdsRecord, name: str) -> tuple[str, ...]:
    value = record.get(name)
    return value if isinstance(value, tuple) else ()
