"""How a draft begins: with the folder that is in use here, or with an empty one that builds on a region's policy."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from baken.core.derive.first_case import first_case
from baken.core.policy.errors import PolicyErrors
from baken.core.policy.library import Library
from baken.core.policy.making import new_folder
from baken.core.policy.resolve import resolve
from baken.core.vocabulary.text import Text
from baken.policy.drafting import actions
from baken.policy.drafting.queries import Base
from baken.tenancy.actors import Actor
from baken.tenancy.models import Organisation
from baken.tenancy.scope import current
from baken.web.fields import said


def parents(there: Library) -> Sequence[tuple[str, str]]:
    """Return the policies that a new one can build on: regions first, then the national one."""
    found: list[tuple[bool, str, str]] = []
    for policy_id in there.policy_ids:
        try:
            head = there.folder(policy_id, there.versions(policy_id)[-1]).head.element
        except PolicyErrors:
            continue
        if head.kind in ("region", "national"):
            found.append((head.kind == "national", policy_id, said(head.name)))
    return [(policy_id, name) for _national, policy_id, name in sorted(found)]


@dataclass(frozen=True, slots=True)
class Begun:
    """A draft that was begun, and the meetings of which nobody said yet whether this municipality has them."""

    draft: UUID
    to_ask: tuple[Text, ...] = ()


def begin(*, there: Library, base: Base, parent: str, valid_from: date, actor: Actor, now: datetime) -> Begun:
    """Begin a draft. Raises `PolicyErrors` where a new policy cannot begin like this."""
    files, cases = base.files, base.cases
    to_ask: tuple[Text, ...] = ()
    if base.is_new:
        name = Organisation.objects.get(id=current()).name
        made = new_folder(there, base.policy_id, name=name, extends=parent, valid_from=valid_from)
        files, to_ask = dict(made.files), tuple(table.name for table in made.assumed)
        with_it = there.with_folder(base.policy_id, valid_from.isoformat(), files)
        cases = first_case(resolve(with_it, base.policy_id, valid_from))
    draft = actions.start(
        policy_id=base.policy_id,
        valid_from=valid_from,
        files=files,
        cases=cases,
        about=f"{base.policy_id} {base.version}" if base.version else parent,
        actor=actor,
        now=now,
    )
    return Begun(draft, to_ask)
