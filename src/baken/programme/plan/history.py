"""What happened to an action or an edition, in words, the last first: made, changed, stopped, and what was done."""

from collections.abc import Iterable
from uuid import UUID

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from baken.programme.plan import saying
from baken.programme.plan.models import Action, Progress
from baken.tenancy import kept
from baken.tenancy.models_kept import Change
from baken.tenancy.scope import current
from baken.web.parts import Happening


def of(id_: UUID) -> list[Happening]:
    """Return what happened to one edition or action."""
    return [told for told in _told(kept.history(id_)) if told is not None]


def of_action(action: Action) -> list[Happening]:
    """Return what happened to an action and to what was written down about it, the last first."""
    ids = list(
        Progress.objects.filter(organisation_id=current(), action_id=action.id).values_list("id", flat=True)
    )
    rows = Change.objects.filter(organisation_id=current(), row_id__in=ids).order_by("row_id", "number")
    done = [_progress(one) for one in rows]
    return sorted([*of(action.id), *done], key=lambda one: one.at.timestamp(), reverse=True)  # type: ignore[union-attr]


def _told(states: list[Change]) -> Iterable[Happening | None]:
    for after, before in zip(states, [*states[1:], None], strict=True):
        if before is None:
            yield Happening(after.at, _("Gemaakt"))
        elif after.row.get("stopped_on") and not before.row.get("stopped_on"):
            yield Happening(after.at, _("Gestopt"), detail=after.row["stopped_why"])
        elif after.row["withdrawn"]:
            yield Happening(after.at, _("Teruggenomen"))
        else:
            found = saying.changed(before.row, after.row)
            yield Happening(after.at, _("Gewijzigd"), detail=". ".join(found)) if found else None


def _progress(one: Change) -> Happening:
    words = one.row["what"]
    title = _("Voortgang teruggenomen") if one.row["withdrawn"] else _("Voortgang vastgelegd")
    return Happening(one.at, title, detail=capfirst(words))
