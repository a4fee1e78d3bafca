"""What was done for the people in a signal, and for who received it, as people say it (V21, V24-V26)."""

from datetime import date

from baken.core.events import Event, correction, retention, rights
from baken.core.policy.bundle import Bundle
from baken.core.vocabulary import outcomes
from baken.core.vocabulary import rights as words
from baken.core.vocabulary.retention import ERASED_WHAT
from baken.core.vocabulary.text import Text
from baken.route.queries.words import day


def told(event: Event, bundle: Bundle) -> Text:
    """Return one event as a sentence."""
    match event:
        case correction.CorrectionMade():
            said = Text("Verbetering voor {partner}: {why}", "Correction for {partner}: {why}")
            return said.format(partner=bundle.name_of(event.partner), why=words.WRONG[event.why])
        case correction.CorrectionSent():
            said = Text(
                "Verbetering verzonden aan: {partner} ({channel})",
                "Correction sent to: {partner} ({channel})",
            )
            return said.format(partner=bundle.name_of(event.partner), channel=outcomes.CHANNEL[event.channel])
        case correction.CorrectionConfirmed():
            said = Text(
                "Verbetering bevestigd door {partner} ({how})", "Correction confirmed by {partner} ({how})"
            )
            return said.format(partner=bundle.name_of(event.partner), how=words.CONFIRMED_HOW[event.how])
        case rights.ProcessingRestricted():
            return Text("Beperkt: alleen bewaren", "Restricted: only stored")
        case rights.ProcessingReleased():
            return Text("De beperking is opgeheven", "The restriction was lifted")
        case rights.ErasureGranted():
            return Text("Op de vernietigingslijst gezet", "Put on the destruction list")
        case rights.InformingDecided():
            said = Text(
                "Besloten over inlichten van betrokkenen: {what}", "Decided about informing people: {what}"
            )
            return said.format(what=words.INFORMING[event.outcome])
        case rights.InformingDone():
            said = Text("Betrokkenen ingelicht ({how})", "People informed ({how})")
            return said.format(how=words.TOLD_HOW[event.how])
        case retention.RetentionHeld():
            said = Text("Vernietiging tegengehouden tot en met {day}", "Destruction held off until {day}")
            return said.format(day=day(date.fromisoformat(event.until)))
        case retention.RetentionHoldEnded():
            return Text("Vernietiging niet langer tegengehouden", "Destruction no longer held off")
        case retention.RecordErased():
            said = Text(
                "Gewist omdat de termijn voorbij is: {what}", "Erased because its term has ended: {what}"
            )
            return said.format(what=ERASED_WHAT[event.what])
        case _:
            return Text(event.type, event.type)
