"""What is off until a municipality switches it on for itself, with a ground and a reason (V20)."""

from collections.abc import Iterator, Mapping
from typing import Annotated

from pydantic import Field

from baken.core.policy.base import Model, Words
from baken.core.policy.errors import PolicyError, suggest
from baken.core.policy.items import Item
from baken.core.policy.kinds import Listed
from baken.core.vocabulary.files import FILE_KINDS
from baken.core.vocabulary.text import Text

FileKind = Annotated[str, Listed(tuple(FILE_KINDS), Text("soort bestand", "kind of file"))]


class Files(Model):
    """That the focal point may add files to a signal. Without this there are none (V20)."""

    ground: str
    """The ground of `processing.yaml` on which they are kept."""
    because: Words
    """Why they are needed here."""
    kinds: Annotated[tuple[FileKind, ...], Field(min_length=1)]
    """Which kinds. Copies of identity papers and of messages cannot be named."""


def groundless(head: Item, sections: Mapping[str, list[Item]]) -> Iterator[PolicyError]:
    """Yield where files rest on a ground that is not there."""
    switch = head.element.files
    known = [item.element.id for item in sections["grounds"]]
    if switch is None or switch.ground in known:
        return
    yield head.wrong(
        ("files", "ground"),
        Text(
            f"De grondslag `{switch.ground}` bestaat niet.", f"The ground `{switch.ground}` does not exist."
        ),
        Text(
            "Een bestand wordt alleen bewaard op een grondslag van dit beleid.",
            "A file is kept only on a ground of this policy.",
        ),
        suggest(
            switch.ground,
            known,
            Text("Noem een grondslag uit `processing.yaml`.", "Name a ground of `processing.yaml`."),
        ),
    )
