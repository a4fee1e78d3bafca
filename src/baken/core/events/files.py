"""A file that was added to a signal, where the policy lets it (V20)."""

from dataclasses import dataclass

from baken.core.events.base import Event, event

Ref = str


@event("file.added")
@dataclass(frozen=True, slots=True)
class FileAdded(Event):
    """A file was added: why, on what ground, the copy that is shown, and the original sealed to the post.

    `sha256` is that of the original, so that whoever opens it can see that it is the same. It has no name: a file name
    tells of people too.
    """

    kind: str
    media: str
    ground: str
    reason: Ref
    copy: Ref
    original: Ref
    sha256: str
