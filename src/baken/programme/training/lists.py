"""The groups, layers and courses of an organisation: those of its policy, and its own."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from baken.core.derive.training import Term
from baken.core.policy.bundle import Bundle
from baken.core.policy.training import TrainingTerm
from baken.core.vocabulary.text import Text
from baken.programme.training.models import Audience, Course, Session
from baken.tenancy import kept
from baken.tenancy.scope import current
from baken.web.fields import said

Words = Mapping[str, Text]


@dataclass(frozen=True, slots=True)
class Group:
    """A group as it stands here. `people` and `counted_on` are None where nobody told; `row`: what was written down.

    `name` is in the language of the reader; what is written down of the policy is `dutch`.
    """

    key: str
    name: str
    dutch: str
    sort: str
    layers: tuple[str, ...]
    own: bool
    people: int | None = None
    counted_on: date | None = None
    row: Audience | None = None


@dataclass(frozen=True, slots=True)
class Offered:
    """A course that one can plan. `audiences`: for whom, none for everybody of its layer; `id`: of an own one."""

    key: str
    name: Text
    provider: Text
    layer: str
    audiences: tuple[str, ...]
    form: str
    free: bool | None
    link: str = ""
    id: UUID | None = None


def layers(bundle: Bundle | None) -> Words:
    """Return the layers of training, by id (TRAIN-03)."""
    return {one.id: one.name for one in (bundle.training_layers if bundle else ())}


def groups(bundle: Bundle | None) -> list[Group]:
    """Return the groups that are here: those of the policy in its order, then own ones by name."""
    rows = {one.key: one for one in kept.kept(Audience)}
    gone = _gone() - set(rows)
    found = [_counted(one, rows.get(one.key)) for one in _of_policy(bundle) if one.key not in gone]
    known = {one.key for one in _of_policy(bundle)}
    own = [_own(row) for key, row in rows.items() if key not in known]
    return [*found, *sorted(own, key=lambda one: one.name.casefold())]


def gone(bundle: Bundle | None) -> list[Group]:
    """Return the groups of the policy that this organisation said it does not have (any more)."""
    left = _gone() - set(kept.kept(Audience).values_list("key", flat=True))
    return [one for one in _of_policy(bundle) if one.key in left]


def group(bundle: Bundle | None, key: str) -> Group | None:
    """Return one group of the policy or of one's own, also one of the policy that is not here any more."""
    everybody = (*groups(bundle), *gone(bundle))
    return next((one for one in everybody if one.key == key), None)


def courses(bundle: Bundle | None) -> list[Offered]:
    """Return what can be followed: what the policy names, then own ones by name (TRAIN-06)."""
    named = [
        Offered(one.id, one.name, one.provider, one.layer, tuple(one.audiences), one.form, one.free)
        for one in (bundle.courses if bundle else ())
    ]
    own = [
        Offered(
            one.id.hex,
            Text(one.name, one.name),
            Text(one.provider, one.provider),
            one.layer,
            tuple(one.audiences),
            one.form,
            one.free,
            one.link,
            one.id,
        )
        for one in kept.kept(Course)
    ]
    return [*named, *sorted(own, key=lambda one: one.name.nl.casefold())]


class Names:
    """How groups, layers and sessions are called to this reader: as the policy says, else as was written down."""

    def __init__(self, bundle: Bundle | None) -> None:
        self._groups = {one.id: one.name for one in (bundle.audiences if bundle else ())}
        self._courses = {one.id: one.name for one in (bundle.courses if bundle else ())}
        self._layers = layers(bundle)

    def group(self, part: Mapping[str, Any]) -> str:
        """Return the name of a group of a session, also of one that is gone."""
        found = self._groups.get(part["key"])
        return said(found) if found and found.nl == part["name"] else str(part["name"])

    def layer(self, key: str) -> str:
        """Return the name of a layer."""
        return said(self._layers[key]) if key in self._layers else key

    def title(self, session: Session) -> str:
        """Return what a session is called."""
        found = self._courses.get(session.course)
        return said(found) if found and found.nl == session.title else session.title


def fits(course: Offered, key: str, everybody: Iterable[Group]) -> bool:
    """Whether a course is for a group: it is named, or nobody is and the group has the layer."""
    if course.audiences:
        return key in course.audiences
    return any(one.key == key and course.layer in one.layers for one in everybody)


def training_term(bundle: Bundle | None, group: Group) -> Term | None:
    """Return after how many years a group is trained again; None where the policy says nothing."""
    found = [one.every_years for one in _terms(bundle, group) if one.every_years]
    return Term(every_years=min(found)) if found else None


def upkeep(bundle: Bundle | None, group: Group) -> tuple[Text, Term] | None:
    """Return what a group does each year to keep up what it knows, and how often; None where nothing is asked."""
    return next(((one.what, Term(times=one.times)) for one in _terms(bundle, group) if one.times), None)


def _terms(bundle: Bundle | None, group: Group) -> list[TrainingTerm]:
    """Return the terms of a group. Chosen: an own group of the organisation follows what any of its groups does."""
    if bundle is None:
        return []
    same = {group.key}
    if group.own and group.sort == "internal":
        same |= {one.id for one in bundle.audiences if one.sort == "internal"}
    return [one for one in bundle.training_terms if same & set(one.for_)]


def _of_policy(bundle: Bundle | None) -> list[Group]:
    return [
        Group(one.id, said(one.name), one.name.nl, one.sort, tuple(one.layers), own=False)
        for one in (bundle.audiences if bundle else ())
    ]


def _counted(group: Group, row: Audience | None) -> Group:
    if row is None:
        return group
    return replace(group, people=row.people, counted_on=row.counted_on, row=row)


def _own(row: Audience) -> Group:
    return Group(
        row.key, row.name, row.name, row.sort, tuple(row.layers), True, row.people, row.counted_on, row
    )


def _gone() -> set[str]:
    return set(
        Audience._default_manager.filter(organisation_id=current(), withdrawn=True).values_list(
            "key", flat=True
        )
    )
