"""Writing and reading administration that keeps its history. A line that is wrong is withdrawn; how it stood stays."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, TypeVar
from uuid import UUID, uuid5

from django.db.models import QuerySet
from django.http import Http404

from baken.core.decide.refusal import Refused
from baken.core.vocabulary.text import Text
from baken.tenancy.actors import Actor
from baken.tenancy.models_kept import Change, Kept
from baken.tenancy.scope import current

Row = TypeVar("Row", bound=Kept)


def kept(of: type[Row]) -> QuerySet[Row]:
    """Return what stands of one kind in the organisation in scope."""
    return of._default_manager.filter(organisation_id=current(), withdrawn=False)


def one(of: type[Row], id_: UUID) -> Row:
    """Return one of them; what is not here, or was withdrawn, does not exist."""
    found = kept(of).filter(id=id_).first()
    if found is None:
        raise Http404
    return found


def hold(of: type[Row], id_: UUID) -> Row:
    """Return one as it is now, and let whoever else holds it wait until this transaction ends; as `one` else."""
    found = kept(of).select_for_update().filter(id=id_).first()
    if found is None:
        raise Http404
    return found


def add(of: type[Row], told: Mapping[str, Any], *, actor: Actor, now: datetime, command_id: UUID) -> Row:
    """Write one down, once: the same command again writes nothing, and returns what the first wrote."""
    found, _ = of._default_manager.get_or_create(
        organisation_id=current(),
        id=uuid5(command_id, of.__name__),
        defaults={**told, "changed_at": now, "changed_by": actor.membership_id},
    )
    return found


def made(of: type[Row], command_id: UUID) -> Row | None:
    """Return what this command wrote down before, so that whoever checks first does not trip over it."""
    rows = of._default_manager.filter(organisation_id=current(), id=uuid5(command_id, of.__name__))
    return rows.first()


def change(found: Kept, told: Mapping[str, Any], looked_at: int, *, actor: Actor, now: datetime) -> None:
    """Change one that is still as it was looked at; what stands as asked needs no change. Raises `Refused`."""
    rows = type(found)._default_manager.filter(organisation_id=current(), id=found.id)
    done = rows.filter(number=looked_at).update(
        **told, number=looked_at + 1, changed_at=now, changed_by=actor.membership_id
    )
    if not done and any(getattr(found, name) != value for name, value in told.items()):
        raise Refused(
            Text("Iemand anders heeft dit net gewijzigd.", "Somebody else has just changed this."),
            Text(
                "Uw wijziging zou die van uw collega overschrijven.",
                "Your change would overwrite your colleague's.",
            ),
            Text(
                "Open dit nog eens in een ander tabblad, kijk wat er veranderde en doe uw wijziging daar.",
                "Open this once more in another tab, see what changed, and make your change there.",
            ),
        )


def withdraw(found: Kept, *, actor: Actor, now: datetime) -> None:
    """Take one back. It leaves every list; how it stood stays in its history."""
    change(found, {"withdrawn": True}, found.number, actor=actor, now=now)


def history(id_: UUID) -> list[Change]:
    """Return how one stood, the last first."""
    return list(Change.objects.filter(organisation_id=current(), row_id=id_).order_by("-number", "-at"))


def as_written(rows: Iterable[Row]) -> list[Row]:
    """Return rows in the order in which each was first written down, however often it was changed since."""
    found = list(rows)
    ids = [one.id for one in found]
    firsts = Change.objects.filter(organisation_id=current(), row_id__in=ids, number=1)
    since = dict(firsts.values_list("row_id", "at")) if len(found) > 1 else {}
    return sorted(found, key=lambda one: since.get(one.id, one.changed_at))
