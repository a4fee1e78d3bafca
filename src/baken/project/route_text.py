"""The answer of `baken route explain` as readable text."""

from datetime import datetime

from baken.core.derive.route import Route
from baken.core.policy.bundle import Bundle
from baken.core.vocabulary.actors import ACTORS
from baken.core.vocabulary.moments import AMSTERDAM
from baken.core.vocabulary.text import Text

_STATUS = {
    "done": Text("gedaan", "done"),
    "due": Text("nu te doen", "due"),
    "overdue": Text("te laat", "overdue"),
    "waiting": Text("wacht", "waiting"),
    "optional": Text("mag", "optional"),
    "not_needed": Text("niet nodig", "not needed"),
    "cannot_tell": Text("niet te zeggen", "cannot tell"),
}
_STRENGTH = {"required": Text("verplicht", "required"), "suggested": Text("aangeraden", "suggested")}
_POLICY = Text("Beleid: {name} (geldt vanaf {day})", "Policy: {name} (counts from {day})")
_STEPS = Text("Stappen", "Steps")
_PARTNERS = Text("Wie het moet of kan weten", "Who must or may be told")
_OWED = Text("Wat nog moet", "What is still owed")
_NOBODY = Text("Op dit moment niemand.", "Nobody at this moment.")
_NOTHING = Text("Niets.", "Nothing.")
_SOURCE = Text("bron: {source}", "source: {source}")
_HELD = Text("moet nog wachten", "must wait")
_DONE = Text("gedaan", "done")
_SINCE = Text("{sentence} (sinds {since})", "{sentence} (since {since})")
_UNTIL = Text("{sentence} (sinds {since}, uiterlijk {due})", "{sentence} (since {since}, by {due})")


def as_text(bundle: Bundle, answer: Route, lang: str) -> str:
    """Return the route in sentences, in `lang`."""
    policy = _POLICY.format(name=bundle.name, day=bundle.valid_from.isoformat())
    lines = [policy.in_(lang), bundle.id, "", _STEPS.in_(lang)]
    for step in answer.steps:
        status, actor = _STATUS[step.status].in_(lang), ACTORS[step.actor].in_(lang)
        lines.append(f"  [{status}] {step.text.in_(lang)} ({actor}; {step.id})")
        lines.extend(f"      {reason.in_(lang)}" for reason in step.because)
        lines.append(f"      {_SOURCE.format(source=step.source).in_(lang)}")
    lines += ["", _PARTNERS.in_(lang)]
    if not answer.referrals:
        lines.append(f"  {_NOBODY.in_(lang)}")
    for one in answer.referrals:
        marks = [_STRENGTH[one.strength].in_(lang)]
        marks += [_DONE.in_(lang)] if one.done else [_HELD.in_(lang)] if one.held else []
        lines.append(f"  {one.name.in_(lang)} ({one.partner}): {', '.join(marks)}")
        lines.extend(f"      {reason.in_(lang)}" for reason in (*one.because, *one.held_because))
        lines.append(f"      {_SOURCE.format(source=one.source).in_(lang)}")
    lines += ["", _OWED.in_(lang)]
    if not answer.owed:
        lines.append(f"  {_NOTHING.in_(lang)}")
    for owed in answer.owed:
        words = _UNTIL if owed.due_at else _SINCE
        filled = words.format(sentence=owed.sentence, since=_day(owed.since), due=_day(owed.due_at))
        lines.append(f"  - {filled.in_(lang)}")
    return "\n".join(lines)


def _day(moment: datetime | None) -> str:
    return moment.astimezone(AMSTERDAM).strftime("%d-%m-%Y %H:%M") if moment is not None else ""
