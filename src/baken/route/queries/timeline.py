"""What happened, as people say it. No line ever holds who reported (ROLE-03)."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from baken.core.events import Event
from baken.core.events import signal as past
from baken.core.events.correction import CorrectionConfirmed
from baken.core.events.files import FileAdded
from baken.core.events.retention import RecordErased
from baken.core.policy.bundle import Bundle
from baken.core.vocabulary import care_notice, outcomes, wording
from baken.core.vocabulary.files import FILE_KINDS
from baken.core.vocabulary.text import Text
from baken.ledger import policies
from baken.ledger.store import Stored
from baken.route.queries import for_people
from baken.route.queries.words import day
from baken.tenancy import emergencies
from baken.web.parts import Happening

REPORTER = Text("melder", "reporter")
BAKEN = Text("Baken, vanzelf", "Baken, by itself")
SOMEBODY = Text("iemand uit uw organisatie", "somebody from your organisation")
WORDS_OF = ("reason", "note", "decision", "override_reason", "minor_reason")


def refs(events: Iterable[Stored]) -> set[str]:
    """Return the references of the words that belong to these events."""
    return {ref for stored in events for name in WORDS_OF if (ref := getattr(stored.event, name, None))}


def happenings(
    events: Iterable[Stored],
    words: Mapping[str, Mapping[str, Any]],
    names: Mapping[UUID, str],
) -> list[Happening]:
    """Return the timeline, newest first; `names` says who a membership is.

    Each line is told in the words of the policy that the signal followed then.
    """
    found = []
    events = list(events)
    in_need = emergencies.among({one.on_behalf_of for one in events if one.on_behalf_of})
    for stored in events:
        bundle = policies.bundle(stored.bundle)
        refs_ = (getattr(stored.event, name, None) for name in WORDS_OF)
        texts = [words[ref]["text"] for ref in refs_ if ref is not None and ref in words]
        found.append(
            Happening(
                at=stored.occurred_at,
                title=told(stored.event, bundle),
                who=_who(stored, bundle, names, in_need),
                detail="\n".join(texts),
            )
        )
    return found[::-1]


def told(event: Event, bundle: Bundle) -> Text:
    """Return one event as a sentence."""
    match event:
        case past.SignalReported():
            return (
                Text("Vraag gesteld", "Question asked")
                if event.question
                else Text("Signaal gemeld", "Signal reported")
            )
        case past.SignalAcknowledged():
            return Text("De melder kreeg een antwoordcode", "The reporter was given a return code")
        case past.TeamCoordinatorConsulted():
            return Text("Besproken met een teamcoördinator", "Discussed with a team coordinator")
        case past.SignalReceived():
            return Text("In ontvangst genomen", "Received")
        case past.FactEstablished():
            said = Text("Vastgesteld – {fact}: {value}", "Established – {fact}: {value}")
            return said.format(fact=wording.FACT[event.fact], value=wording.said(event.fact, event.value))
        case past.EnrichmentWeighed():
            said = Text(
                "Afgewogen of er bronnen mogen worden geraadpleegd: {outcome}",
                "Weighed whether sources may be consulted: {outcome}",
            )
            return said.format(outcome=outcomes.WEIGHING[event.outcome])
        case past.SourceConsulted():
            said = Text("Bron geraadpleegd – {source}: {outcome}", "Source consulted – {source}: {outcome}")
            return said.format(
                source=source_name(bundle, event.source), outcome=outcomes.SOURCE[event.outcome]
            )
        case past.SecrecyNoticed():
            return Text("Er geldt misschien een beroepsgeheim", "Professional secrecy may count")
        case past.SecrecyWeighed():
            said = Text("Beroepsgeheim afgewogen: {outcome}", "Professional secrecy weighed: {outcome}")
            return said.format(outcome=outcomes.SECRECY[event.outcome])
        case past.PoliceDiscussed():
            said = Text(
                "Besproken met de politie op {day} ({function})",
                "Discussed with the police on {day} ({function})",
            )
            return said.format(
                day=day(date.fromisoformat(event.on)), function=outcomes.POLICE[event.function]
            )
        case FileAdded():
            return Text("Bestand toegevoegd: {kind}", "File added: {kind}").format(
                kind=FILE_KINDS[event.kind]
            )
        case past.TrustedPersonConsidered():
            said = Text("Vertrouwenspersoon overwogen: {outcome}", "Trusted person considered: {outcome}")
            return said.format(outcome=outcomes.TRUSTED_PERSON[event.outcome])
        case _:
            return _passed_on(event, bundle)


def _passed_on(event: Event, bundle: Bundle) -> Text:
    match event:
        case past.SignalTabled():
            return Text("Besproken bij: {table}", "Discussed at: {table}").format(
                table=bundle.name_of(event.table)
            )
        case past.TableDecided():
            return Text("Besluit van: {table}", "Decision of: {table}").format(
                table=bundle.name_of(event.table)
            )
        case past.SignalAssessed():
            return Text("Beoordeeld: {what}", "Assessed: {what}").format(
                what=outcomes.ASSESSMENT[event.assessment]
            )
        case past.SignalReferred():
            said = (
                Text("Overgedragen aan: {partner}", "Handed over to: {partner}")
                if event.named
                else Text("Melding zonder namen aan: {partner}", "Notification without names to: {partner}")
            )
            return said.format(partner=bundle.name_of(event.partner))
        case past.ReferralSent():
            said = Text(
                "Overdracht verzonden aan: {partner} ({channel})", "Hand-over sent to: {partner} ({channel})"
            )
            return said.format(partner=bundle.name_of(event.partner), channel=outcomes.CHANNEL[event.channel])
        case past.PartnerAsked():
            said = Text("Om terugkoppeling gevraagd: {partner}", "Asked for feedback: {partner}")
            return said.format(partner=bundle.name_of(event.partner))
        case past.PartnerAnswered():
            said = Text("Antwoord van {partner}: {outcome}", "Answer of {partner}: {outcome}")
            if event.apart:
                said = Text(
                    "Antwoord van {partner}: {outcome}. Apart gehouden: het gaat niet verder (WGS)",
                    "Answer of {partner}: {outcome}. Kept apart: it goes no further (WGS)",
                )
            outcome = care_notice.told(event.outcome, event.person)
            return said.format(partner=bundle.name_of(event.partner), outcome=outcome)
        case past.ReporterInformed():
            said = Text(
                "Bericht klaargezet voor de melder: {what}", "Message put ready for the reporter: {what}"
            )
            return said.format(what=outcomes.INFORMED[event.category])
        case past.SignalCorrected():
            return Text(
                "Verslag verbeterd; het vorige blijft bewaard", "Account corrected; the former one is kept"
            )
        case past.SignalClosed():
            return Text("Afgesloten: {outcome}", "Closed: {outcome}").format(
                outcome=outcomes.CLOSING[event.outcome]
            )
        case past.SignalReopened():
            return Text("Heropend", "Reopened")
        case past.SignalPolicyMoved():
            return Text(
                "Volgt vanaf hier het beleid van die dag", "Follows the policy of that day from here on"
            )
        case past.EnvelopeOpened():
            said = Text("Envelop van de melder geopend: {why}", "The reporter's envelope was opened: {why}")
            return said.format(why=outcomes.ENVELOPE.get(event.why, outcomes.ENVELOPE_UNSAID))
        case _:
            return for_people.told(event, bundle)


def source_name(bundle: Bundle, source: str) -> Text:
    """Return what the policy calls a source."""
    return bundle.sources[source].name if source in bundle.sources else Text(source, source)


def actors(events: Iterable[Stored]) -> set[UUID]:
    """Return the memberships that did something."""
    return {stored.actor for stored in events if stored.actor}


def _who(stored: Stored, bundle: Bundle, names: Mapping[UUID, str], in_need: frozenset[UUID]) -> Text | str:
    if isinstance(stored.event, past.SignalReported | past.SignalAcknowledged):
        return REPORTER
    if isinstance(stored.event, RecordErased):
        return BAKEN
    if stored.actor is None:  # a partner that answers within Baken, or what came along with a report
        answers = (past.PartnerAnswered, CorrectionConfirmed)
        return bundle.name_of(stored.event.partner) if isinstance(stored.event, answers) else REPORTER
    name = names.get(stored.actor)
    if name is None:
        return SOMEBODY
    if stored.on_behalf_of in in_need:
        return Text(f"{name}, met noodtoegang", f"{name}, with emergency access")
    return Text(f"{name}, als achtervang", f"{name}, as deputy") if stored.on_behalf_of else name
