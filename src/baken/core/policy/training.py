"""Who is trained in what, and how often, as `training.yaml` says. Audiences are groups; nobody is named in them."""

from typing import Annotated, Literal

from pydantic import Field

from baken.core.policy.base import Element, Model, Words, YesNo
from baken.core.policy.kinds import Listed, TimesAYear
from baken.core.policy.ready import EveryYears
from baken.core.vocabulary.text import Text

FORMS: dict[str, Text] = {
    "meeting": Text("bijeenkomst", "meeting"),
    "e_learning": Text("e-learning", "e-learning"),
    "session": Text("training", "training session"),
    "webinar": Text("webinar", "webinar"),
    "brochure": Text("brochure", "brochure"),
}
"""How something is taught."""
FormId = Annotated[str, Listed(tuple(FORMS), Text("vorm van training", "form of training"))]


class TrainingLayer(Element):
    """A layer of training: for all, per group, or for focal points (TRAIN-03)."""

    name: Words
    """What it is called."""
    what: Words
    """What somebody learns in it."""


class Audience(Element):
    """A group for whom there is training or communication (TRAIN-01, TRAIN-02, TRAIN-08)."""

    name: Words
    """What the group is called."""
    sort: Literal["internal", "external"]
    """Of the own organisation, or outside it."""
    layers: tuple[str, ...] = ()
    """Which layers are meant for them: ids of layers. None: they are informed, not trained."""


class Course(Element):
    """Something that is offered to learn from (TRAIN-06)."""

    name: Words
    """What it is."""
    provider: Words
    """Who gives it."""
    layer: str
    """The layer it belongs to."""
    audiences: tuple[str, ...] = ()
    """For whom: ids of audiences; absent: for every audience of that layer."""
    form: FormId
    """How it is taught."""
    free: YesNo | None = None
    """Whether it costs nothing; absent: not known, so ask."""


class TrainingTerm(Element):
    """How often an audience is trained again (TRAIN-04)."""

    what: Words
    """What comes back."""
    every_years: EveryYears | None = None
    """So many years after the last time. This or `times`."""
    times: TimesAYear | None = None
    """At least so many times a year. This or `every_years`."""
    for_: Annotated[tuple[str, ...], Field(min_length=1, alias="for")]
    """For whom: ids of audiences."""


class Slide(Model):
    """One slide."""

    title: Words
    """What stands above it."""
    lines: Annotated[tuple[Words, ...], Field(min_length=1)]
    """What stands on it."""


class TeamKit(Element):
    """What a team needs to talk about exploitation in ten minutes of a work meeting (MEET-08)."""

    name: Words
    """What it is called."""
    slides: Annotated[tuple[Slide, ...], Field(min_length=1)]
    """The slides, in order."""
    case: Words
    """A case to talk about, that was made up (TRAIN-15)."""
    what_to_do: Annotated[tuple[Words, ...], Field(min_length=1)]
    """What somebody does who sees such a thing."""
