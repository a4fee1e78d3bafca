"""What a signal owes beside its route, as a sentence with its button: to the people in it, and to who received it."""

from collections.abc import Iterator, Mapping

from baken.core.derive import correcting
from baken.core.derive.correcting import CONFIRM, INFORM, MAKE, REVIEW, SEND
from baken.core.vocabulary import rights
from baken.core.vocabulary.text import Text
from baken.ledger.signals import SignalFile
from baken.route.queries.todo import Todo
from baken.route.queries.ways import address
from baken.route.queries.words import day

_CORRECTED = Text("AVG artikel 16 en 19", "GDPR articles 16 and 19")
_INFORMED = Text("AVG artikel 14 en 23; UAVG artikel 41", "GDPR articles 14 and 23; UAVG article 41")
_WORDS: Mapping[str, tuple[str, Text, Text, Text]] = {
    MAKE: (
        "refer:correction",
        Text("Laat {name} weten wat er veranderde.", "Tell {name} what changed."),
        Text("Verbetering doorgeven", "Pass the correction on"),
        _CORRECTED,
    ),
    SEND: (
        "refer:correction_sent",
        Text(
            "Verzend de brief met de verbetering aan {name}.",
            "Send the letter with the correction to {name}.",
        ),
        Text("Verzending vastleggen", "Record the sending"),
        _CORRECTED,
    ),
    CONFIRM: (
        "refer:correction_confirmed",
        Text(
            "Ga na of {name} de verbetering heeft verwerkt.",
            "Find out whether {name} took the correction over.",
        ),
        Text("Bevestiging vastleggen", "Record the confirmation"),
        _CORRECTED,
    ),
    REVIEW: (
        "trust_rights:informing",
        Text(
            "Kijk opnieuw of de mensen in dit signaal kunnen worden ingelicht.",
            "Look again whether the people in this signal can be informed.",
        ),
        Text("Opnieuw besluiten", "Decide again"),
        _INFORMED,
    ),
    INFORM: (
        "trust_rights:informed",
        Text("Licht de mensen in dit signaal in.", "Inform the people in this signal."),
        Text("Vastleggen dat het is gedaan", "Record that it was done"),
        _INFORMED,
    ),
}


def debts(file: SignalFile) -> list[Todo]:
    """Return what is owed now beside the route; all of it can be done at once, also when the signal is closed."""
    if not file.state.received:
        return []
    return [*_to_recipients(file), *_to_the_people(file)]


def _to_recipients(file: SignalFile) -> Iterator[Todo]:
    for one in correcting.putting_right(file.state):
        if one.step is not None:
            bundle = file.bundle_of("signal.referred", referral=one.referral.id)
            page, sentence, action, source = _WORDS[one.step]
            because = Text("{why}, op {day}.", "{why}, on {day}.").format(
                why=capital(rights.WRONG[one.why]), day=day(one.since)
            )
            yield Todo(
                sentence=sentence.format(name=bundle.name_of(one.referral.partner)),
                because=(because,),
                since=day(one.since),
                due_at=None,
                overdue=False,
                source=source,
                href=address(page, file.id, one.referral.id),
                action=action,
                ready=True,
                who="",
            )


def _to_the_people(file: SignalFile) -> Iterator[Todo]:
    for one in correcting.owed_now(file.state, file.now):
        if one.step in (REVIEW, INFORM):
            page, sentence, action, source = _WORDS[one.step]
            yield Todo(
                sentence=sentence,
                because=(),
                since=day(one.since),
                due_at=one.due_at,
                overdue=one.due_at is not None and one.due_at < file.now,
                source=source,
                href=address(page, file.id),
                action=action,
                ready=True,
                who="",
            )


def capital(text: Text) -> Text:
    """Return a sentence that begins with a capital, in both languages."""
    return Text(text.nl[:1].upper() + text.nl[1:], text.en[:1].upper() + text.en[1:])
