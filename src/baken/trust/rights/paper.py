"""The letter to somebody who asked what is known of them: what may be told, and never who reported (V24).

Where nothing may be told, the letter is word for word the one of somebody about whom there is nothing. So nobody learns
from a letter that there is a signal, or an investigation.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from uuid import UUID

from django.conf import settings

from baken.core.derive.rights import Weighed
from baken.core.vocabulary import rights
from baken.core.vocabulary.text import Text
from baken.core.vocabulary.wording import CAPACITY
from baken.ledger import matters, policies, vault
from baken.ledger.streams import Stream
from baken.tenancy.models import Organisation
from baken.tenancy.scope import current
from baken.trust.rights import gathering, matching, queries
from baken.trust.rights.matching import Wanted
from baken.trust.rights.queries import Request
from baken.web import printing
from baken.web.templatetags.baken import civil

TEMPLATE = Path(__file__).parent / "typst" / "letter.typ"
LANGUAGE = "nl"

NOTHING = Text(
    "Wij hebben geen gegevens gevonden die wij u kunnen geven, of waarmee wij kunnen doen wat u vraagt.",
    "We found no data that we can give you, or with which we can do what you ask.",
)
NEUTRAL = Text(
    "Soms moeten wij gegevens weglaten, om anderen te beschermen of omdat een wet dat zegt (AVG artikel 15 lid 4 en "
    "23; UAVG artikel 41). Of dat hier zo is, vertellen wij nooit. Deze zin staat in elke brief.",
    "Sometimes we must leave data out, to protect others or because a law says so (GDPR articles 15(4) and 23; UAVG "
    "article 41). Whether that is so here, we never tell. This sentence stands in every letter.",
)
RIGHTS = (
    Text(
        "U kunt vragen om uw gegevens te verbeteren, te wissen of te beperken, en u kunt bezwaar maken. Dat kan bij "
        "ons, ook bij onze functionaris gegevensbescherming.",
        "You can ask to have your data corrected, erased or restricted, and you can object. You can do so with us, "
        "also with our data protection officer.",
    ),
    Text(
        "Bent u het er niet mee eens? Dien dan een klacht in bij de Autoriteit Persoonsgegevens "
        "(autoriteitpersoonsgegevens.nl), of ga binnen zes weken in bezwaar.",
        "Do you disagree? Then complain to the data protection authority (autoriteitpersoonsgegevens.nl), or object "
        "within six weeks.",
    ),
)
SOURCE = Text(
    "De gegevens komen uit een melding. Wie iets meldt, maken wij nooit bekend (AVG artikel 15 lid 4).",
    "The data come from a report. Who reports something, we never make known (GDPR article 15(4)).",
)
PARTNERS = Text(
    "Wij geven gegevens alleen door aan organisaties die er volgens ons beleid een taak in hebben.",
    "We pass data on only to organisations that have a task in it by our policy.",
)
KEPT = Text(
    "Wij bewaren gegevens niet langer dan ons beleid zegt. Daarna worden zij vernietigd.",
    "We keep data no longer than our policy says. Then they are destroyed.",
)
PRESUMED = Text(
    "Wat hier staat is een vermoeden of een waarneming, geen vaststelling. Niemand is hier veroordeeld.",
    "What stands here is a presumption or an observation, not a finding. Nobody was convicted here.",
)
TITLES = {
    "answer": Text("Antwoord op uw verzoek", "Answer to your request"),
    "given": Text("Wat wij over u bewaren", "What we keep about you"),
    "why": Text("Waarom wij dit bewaren", "Why we keep this"),
    "source": Text("Waar de gegevens vandaan komen", "Where the data come from"),
    "recipients": Text("Aan wie wij het doorgaven", "To whom we passed it on"),
    "kept": Text("Hoe lang wij het bewaren", "How long we keep it"),
    "done": Text("Wat wij hebben gedaan", "What we did"),
    "rights": Text("Uw rechten", "Your rights"),
    "from": Text("Van", "From"),
    "to": Text("Aan", "To"),
    "reference": Text("Kenmerk", "Reference"),
    "request": Text("Uw verzoek", "Your request"),
    "received": Text("Ontvangen op", "Received on"),
}
DONE = Text("{what}: {number} keer.", "{what}: {number} times.")


def content(found: Request) -> tuple[dict[str, Any], bool]:
    """Return the letter's pieces, and whether it tells anything at all."""
    told = [one for one in found.state.of_the_person if one.give]
    read = matters.streams(UUID(one.record) for one in told)
    streams = {str(id_): stream for id_, stream in read.items()}
    told = [
        one for one in told if one.record in streams and not queries.informing_put_off(streams[one.record])
    ]
    if not told:
        return {"pieces": [_piece("answer", [NOTHING, NEUTRAL]), _piece("rights", RIGHTS)]}, False
    pieces = list(_told(found, told, streams)) if found.state.right == "access" else [_done(found, told)]
    return {"pieces": [*pieces, _piece("answer", [NEUTRAL]), _piece("rights", RIGHTS)]}, True


def letter(found: Request, kept: Mapping[str, Any]) -> bytes:
    """Return the letter as a tagged PDF, exactly as it was recorded."""
    say = {key: text.in_(LANGUAGE) for key, text in TITLES.items()}
    who = queries.who(found)
    sender = Organisation.objects.get(pk=current()).name
    facts = {
        "from": sender,
        "to": who["name"],
        "reference": found.reference,
        "request": rights.RIGHT[found.state.right].in_(LANGUAGE),
        "received": str(civil(found.state.received_on)),
    }
    return printing.make(
        TEMPLATE,
        {
            "title": say["answer"],
            "sender": sender,
            "lang": LANGUAGE,
            "notice": printing.FICTIONAL.in_(LANGUAGE) if settings.BAKEN_DEMO else "",
            "facts": [{"name": say[key], "value": value} for key, value in facts.items()],
            "pieces": kept["pieces"],
            "footer": f"{Text('Vertrouwelijk', 'Confidential').in_(LANGUAGE)} · {found.reference}",
        },
    )


def _told(found: Request, told: list[Weighed], streams: Mapping[str, Stream]) -> Iterator[dict[str, Any]]:
    given: list[str] = [PRESUMED.in_(LANGUAGE)]
    whys: dict[str, None] = {}
    partners: dict[str, None] = {}
    for one in told:
        stream = streams[one.record]
        given += list(_given(found, one, stream))
        whys |= dict.fromkeys(_why(stream))
        if "recipients" in one.give:
            partners |= dict.fromkeys(_partners(stream))
    yield {"title": TITLES["given"].in_(LANGUAGE), "lines": given}
    if whys:
        yield {"title": TITLES["why"].in_(LANGUAGE), "lines": list(whys)}
    yield _piece("source", [SOURCE])
    recipients = list(partners) or [PARTNERS.in_(LANGUAGE)]
    yield {"title": TITLES["recipients"].in_(LANGUAGE), "lines": recipients}
    yield _piece("kept", [KEPT])


def _given(found: Request, one: Weighed, stream: Stream) -> Iterator[str]:
    """Give what may be told of one record: the person's own rows, and the officer's own words."""
    rows = queries.own_rows(found, stream)
    if "identity" in one.give:
        for row in rows:
            capacity = CAPACITY.get(str(row.get("capacity", "")))
            parts = [str(row.get("name", "")), str(row.get("birth", ""))]
            yield ", ".join(
                part for part in [*parts, capacity.in_(LANGUAGE) if capacity else ""] if part.strip()
            )
    if "address" in one.give:
        yield from _addresses(found, stream)
    if "summary" in one.give and one.summary:
        yield str(vault.get(found.id, one.summary)["text"])


def _addresses(found: Request, stream: Stream) -> Iterator[str]:
    """Give the addresses that the person named in the request: those are their own."""
    asked = queries.wanted(found) or Wanted()
    for account in gathering.contents(stream):
        for row in account.get("addresses", ()) if isinstance(account.get("addresses"), list) else ():
            if matching.lives(asked, row):
                parts = (f"{row.get('street', '')} {row.get('number', '')}", str(row.get("town", "")))
                yield ", ".join(part.strip() for part in parts if part.strip())


def _why(stream: Stream) -> Iterator[str]:
    """Give purpose and ground under which a record is kept, in the policy's own words."""
    state, bundle = queries.signal_state(stream), policies.bundle(stream.bundle)
    first = stream.events[0].event
    purpose = state.purpose if state else str(getattr(first, "purpose", ""))
    ground = state.ground if state else str(getattr(first, "ground", ""))
    if purpose in bundle.purposes:
        yield bundle.purposes[purpose].name.in_(LANGUAGE)
    if ground in bundle.grounds:
        named = bundle.grounds[ground]
        yield f"{named.name.in_(LANGUAGE)}, {named.article}"


def _partners(stream: Stream) -> Iterator[str]:
    state, bundle = queries.signal_state(stream), policies.bundle(stream.bundle)
    for referral in state.referrals.values() if state else ():
        yield bundle.name_of(referral.partner).in_(LANGUAGE)


def _done(found: Request, told: list[Weighed]) -> dict[str, Any]:
    """Return what was carried out, as numbers, on the records that the person may know of."""
    known = {one.record for one in told}
    acts = [act.act for act in found.state.acts if act.record in known]
    lines = [
        DONE.format(what=rights.ACT[one], number=str(acts.count(one))) for one in rights.ACT if one in acts
    ]
    return _piece("done", lines)


def _piece(title: str, lines: Any) -> dict[str, Any]:
    return {"title": TITLES[title].in_(LANGUAGE), "lines": [line.in_(LANGUAGE) for line in lines]}
