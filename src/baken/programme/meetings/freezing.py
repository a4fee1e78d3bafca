"""What an evaluation keeps of meetings: how many were held of those owed, and what became of their actions."""

from datetime import date

from baken.clock import now
from baken.core.vocabulary.text import Text
from baken.programme.common.frozen import Block, Figure
from baken.programme.meetings import owing
from baken.programme.meetings.models import Meeting
from baken.tenancy import kept


def block(first: date, last: date) -> Block | None:
    """Return the figures of a period; None where there was no meeting."""
    held = list(kept.kept(Meeting).filter(on__range=(first, last), dropped_on__isnull=True))
    if not held:
        return None
    ids = {one.id for one in held}
    actions = [one for one in owing.actions() if one.meeting_id in ids]
    figures = [Figure(Text("Overleggen", "Meetings"), len(held))]
    for element in owing.rhythms(now()):
        mine = sum(one.rhythm == element.id for one in held)
        owed = owing.times(element)
        note = Text("Per jaar: {owed}.", "A year: {owed}.").format(owed=owed) if owed else None
        figures.append(Figure(element.name, mine, note))
    figures += [
        Figure(
            Text("Met een vastgesteld verslag", "With minutes laid down"),
            sum(one.minuted_on is not None for one in held),
        ),
        Figure(Text("Acties uit die overleggen", "Actions of those meetings"), len(actions)),
        Figure(
            Text("Daarvan gedaan, tot en met de laatste dag", "Of those done, up to the last day"),
            sum(one.done_on is not None and one.done_on <= last for one in actions),
        ),
    ]
    return Block("meetings", "cooperation", Text("Overleggen", "Meetings"), figures)
