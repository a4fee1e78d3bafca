"""The answer of `baken care explain` as plain values, a contract that others build on, and as text to read."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from baken.core.derive.entitlements import CareAnswer, day_words
from baken.core.vocabulary.text import Text

Row = dict[str, Any]
_UNSURE = Text(" (niet bevestigd)", " (not confirmed)")
_SURE = Text("", "")
_FROM, _UNTIL = Text(", vanaf {day}", ", from {day}"), Text(", tot en met {day}", ", until {day}")
_HEADINGS = {
    "entitlements": Text("Waar de cliënt op mag rekenen", "What the client may count on"),
    "deadlines": Text("Termijnen", "Deadlines"),
    "next": Text("Wat er nu moet gebeuren", "What must be done next"),
    "unknown": Text("Wat niet bekend is", "What is not known"),
}
_ADVICE = Text(
    "Dit is advies. Over verblijf beslist de IND, over hulp wie de hulp geeft.",
    "This is advice. The IND decides on residence, and on help whoever gives it.",
)


def as_data(answer: CareAnswer, lang: str) -> Row:
    """Return the answer with exactly the keys of the contract, its sentences in `lang`."""
    return {
        "entitlements": [
            {
                "id": one.id,
                "from": _day(one.from_),
                "until": _day(one.until),
                "provider": one.provider.in_(lang),
                "because": [reason.in_(lang) for reason in one.because],
                "source": one.source.in_(lang),
                "confirmed": one.confirmed,
            }
            for one in answer.entitlements
        ],
        "deadlines": [
            {
                "id": one.id,
                "on": one.on.isoformat(),
                "because": [reason.in_(lang) for reason in one.because],
                "source": one.source.in_(lang),
            }
            for one in answer.deadlines
            if not one.handled
        ],
        "next": [
            {
                "id": one.id,
                "what": one.name.in_(lang),
                "who": one.who.in_(lang),
                "by": _day(one.by),
                "because": [reason.in_(lang) for reason in one.because],
                "source": one.source.in_(lang),
                "confirmed": one.confirmed,
            }
            for one in answer.next
        ],
        "unknown": [
            {"id": one.id, "sentence": one.sentence.in_(lang), "blocks": list(one.blocks)}
            for one in answer.unknown
        ],
    }


def as_text(answer: CareAnswer, lang: str) -> str:
    """Return the answer as lines to read."""
    return "\n".join([_ADVICE.in_(lang), *_lines(answer, lang)])


def _lines(answer: CareAnswer, lang: str) -> Iterator[str]:
    yield from _heading("entitlements", lang)
    for given in answer.entitlements:
        since = _FROM.format(day=day_words(given.from_)).in_(lang) if given.from_ else ""
        until = _UNTIL.format(day=day_words(given.until)).in_(lang) if given.until else ""
        sure = (_SURE if given.confirmed else _UNSURE).in_(lang)
        yield f"- {given.name.in_(lang)}: {given.provider.in_(lang)}{since}{until}{sure}"
        yield f"    {given.because[0].in_(lang)} [{given.source.in_(lang)}]"
    yield from _heading("deadlines", lang)
    for due in answer.deadlines:
        if not due.handled:
            sure = (_SURE if due.confirmed else _UNSURE).in_(lang)
            yield f"- {day_words(due.on).in_(lang)}: {due.name.in_(lang)}{sure}"
            yield from (f"    {reason.in_(lang)}" for reason in due.because)
    yield from _heading("next", lang)
    for step in answer.next:
        until = _UNTIL.format(day=day_words(step.by)).in_(lang) if step.by else ""
        yield f"- {step.who.in_(lang)}: {step.name.in_(lang)}{until}"
    yield from _heading("unknown", lang)
    yield from (f"- {one.sentence.in_(lang)}" for one in answer.unknown)


def _heading(name: str, lang: str) -> Iterator[str]:
    yield ""
    yield _HEADINGS[name].in_(lang)


def _day(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None
