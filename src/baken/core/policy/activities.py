"""What is done with data about people, as `processing.yaml` lays it down: the base of the register (V1, V28)."""

from collections.abc import Iterable
from typing import Annotated

from pydantic import Field

from baken.core.policy.base import Day, Element, Filled, Model, Words
from baken.core.policy.kinds import Listed, PartnerId
from baken.core.vocabulary.processing import ACTIVITIES, CONTROLLERS, DATA, PEOPLE, WORK
from baken.core.vocabulary.retention import SUBJECTS
from baken.core.vocabulary.text import Text

ActivityId = Annotated[str, Listed(tuple(ACTIVITIES), Text("verwerking", "activity"))]
DataId = Annotated[str, Listed(tuple(DATA), Text("soort gegevens", "category of data"))]
PeopleId = Annotated[str, Listed(tuple(PEOPLE), Text("groep mensen", "group of people"))]
ControllerId = Annotated[str, Listed(tuple(CONTROLLERS), Text("verantwoordelijke", "controller"))]
SubjectId = Annotated[str, Listed(tuple(SUBJECTS), Text("soort gegevens", "kind of data"))]
WorkId = Annotated[str, Listed(tuple(WORK), Text("soort werk", "kind of work"))]


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


def under_secrecy(activities: Iterable[Activity], work: str) -> bool:
    """Whether what a reporter in this work tells is weighed before it is shared (V5)."""
    return any(work in activity.secrecy for activity in activities)
