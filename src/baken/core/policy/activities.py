"""What is done with data about people, as `processing.yaml` lays it down: the base of the register (V1, V28)."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from baken.core.policy.base import Day, Element, Filled, Model, Words
from baken.core.policy.kinds import Listed, PartnerId
from baken.core.vocabulary.partners import TABLE_IDS
from baken.core.vocabulary.processing import ACTIVITIES, ACTIVITY_OF, CONTROLLERS, DATA, PEOPLE, WORK
from baken.core.vocabulary.retention import SUBJECTS
from baken.core.vocabulary.text import Text

if TYPE_CHECKING:
    from baken.core.policy.bundle import Bundle

ActivityId = Annotated[str, Listed(tuple(ACTIVITIES), Text("verwerking", "activity"))]
DataId = Annotated[str, Listed(tuple(DATA), Text("soort gegevens", "category of data"))]
PeopleId = Annotated[str, Listed(tuple(PEOPLE), Text("groep mensen", "group of people"))]
ControllerId = Annotated[str, Listed(tuple(CONTROLLERS), Text("verantwoordelijke", "controller"))]
SubjectId = Annotated[str, Listed(tuple(SUBJECTS), Text("soort gegevens", "kind of data"))]
WorkId = Annotated[str, Listed(tuple(WORK), Text("soort werk", "kind of work"))]


OF_CARE = frozenset({"receive_hand_over", "coordinate_care", "report_figures", "account_for"})
"""What a care organisation does in Baken: it takes in no signals, and weighs or discusses none."""


class Joint(Model):
    """Whoever decides on it together with the municipality, and by which agreement."""

    with_: PartnerId = Field(alias="with")
    """The partner or table."""
    agreement: Words
    """The agreement: its name, and its date or where it lies."""


class Activity(Element):
    """Something that is done with data about people. Each kind of event belongs to one activity; Baken knows which."""

    id: ActivityId
    """One of the activities that Baken knows."""
    name: Words
    """What is done, in words for the processing register."""
    purposes: tuple[str, ...] = ()
    """Purposes of `processing.yaml`, beside those of `uses`."""
    grounds: tuple[str, ...] = ()
    """Grounds of `processing.yaml`, beside those of `uses` and of the sources."""
    data: Annotated[tuple[DataId, ...], Field(min_length=1)]
    """What kinds of data."""
    people: Annotated[tuple[PeopleId, ...], Field(min_length=1)]
    """About whom."""
    recipients: Words
    """Who sees it."""
    retention: Annotated[tuple[SubjectId, ...], Field(min_length=1)]
    """What of `retention.yaml` says how long it is kept; each has its term there."""
    controllers: Annotated[tuple[ControllerId, ...], Field(min_length=1)]
    """Who decides on it: the college, the mayor, or both."""
    joint: tuple[Joint, ...] = ()
    """Who decides on it together with them."""
    secrecy: tuple[WorkId, ...] = ()
    """In which work of a reporter professional secrecy counts, so that sharing is weighed first (V5)."""
    bsn: str | None = None
    """The ground on which a citizen service number may be written down; absent: it may not (V19)."""


class Wams(Model):
    """That the Wams counts here, because it is in force. Without this it is no ground (V3)."""

    reference: Filled
    """Where it was published that the law is in force."""
    since: Day
    """The first day on which it counts."""


@dataclass(frozen=True, slots=True)
class Processing:
    """One activity in force, with every purpose and ground that the policy gives for it."""

    activity: Activity
    purposes: tuple[str, ...]
    grounds: tuple[str, ...]
    events: tuple[str, ...]


def activities_in_force(bundle: "Bundle") -> tuple[Processing, ...]:
    """Return what the organisation itself does with data: its register of processing.

    A care organisation answers for what it does itself, and a municipality not for care that lies elsewhere.
    """
    if bundle.kind == "care":
        own = [one for one in bundle.activity_list if one.id in OF_CARE]
        own = [one.model_copy(update={"controllers": ("care_organisation",)}) for one in own]
    else:
        own = [
            one for one in bundle.activity_list if bundle.kind == "national" or one.id != "coordinate_care"
        ]
    return tuple(_processing(bundle, activity) for activity in own)


def every_activity(bundle: "Bundle") -> tuple[Processing, ...]:
    """Return every activity that a policy holds, also those of another kind of organisation, as the policy reads."""
    return tuple(_processing(bundle, activity) for activity in bundle.activity_list)


def _processing(bundle: "Bundle", activity: Activity) -> Processing:
    uses = [use for use in bundle.use_list if _of_use(use.id) == activity.id]
    grounds = [ground for use in uses for ground in use.grounds]
    if activity.id == "consult_source":
        grounds += [ground for source in bundle.source_list for ground in source.grounds]
    return Processing(
        activity,
        _each(*activity.purposes, *(purpose for use in uses for purpose in use.purposes)),
        _each(*activity.grounds, *grounds),
        tuple(event for event, belongs in ACTIVITY_OF.items() if belongs == activity.id),
    )


def _of_use(use: str) -> str:
    if use == "intake":
        return "take_in"
    return "discuss" if use in TABLE_IDS else "hand_over"


def _each(*ids: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids))


def under_secrecy(activities: Iterable[Activity], work: str) -> bool:
    """Whether what a reporter in this work tells is weighed before it is shared (V5)."""
    return any(work in activity.secrecy for activity in activities)
