"""What kinds of files may go with a signal where a policy says so, and what never may (V20)."""

from collections.abc import Mapping

from baken.core.vocabulary.text import Text

FILE_KINDS: Mapping[str, Text] = {
    "photo": Text("een foto", "a photo"),
    "document": Text("een document", "a document"),
}
"""What a policy can switch on."""

NEVER: Mapping[str, Text] = {
    "identity_paper": Text(
        "een kopie of foto van een identiteitsbewijs", "a copy or a photo of an identity paper"
    ),
    "message": Text(
        "een bericht, of een foto van een scherm met berichten", "a message, or a picture of one"
    ),
}
"""What no policy can switch on: such a copy helps nobody to weigh a signal, and harms whoever it is about."""

MEDIA: Mapping[str, tuple[str, ...]] = {
    "photo": ("jpeg", "png"),
    "document": ("pdf", "jpeg", "png"),
}
"""As what each kind can come."""
