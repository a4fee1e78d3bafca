"""What of a signal may be handed over. The reporter is not on the list, so no hand-over can hold one (V6)."""

from collections.abc import Mapping
from dataclasses import dataclass

from baken.core.vocabulary.text import Text


@dataclass(frozen=True, slots=True)
class Piece:
    """One part of a signal that can be chosen for a hand-over; `identifies` tells that it may point to somebody."""

    name: Text
    identifies: bool


PIECES: Mapping[str, Piece] = {
    "facts": Piece(Text("Kenmerken van het signaal", "Features of the signal"), False),
    "period": Piece(Text("Wanneer het gebeurde", "When it happened"), True),
    "account": Piece(Text("Wat er is gebeurd", "What happened"), True),
    "observations": Piece(Text("Wat is gezien, gehoord en verteld", "What was seen, heard and told"), True),
    "place": Piece(Text("Waar het gebeurde", "Where it happened"), True),
    "persons": Piece(Text("Betrokken personen", "People involved"), True),
    "organisations": Piece(Text("Betrokken organisaties", "Organisations involved"), True),
    "addresses": Piece(Text("Adressen", "Addresses"), True),
    "sources": Piece(Text("Wat bronnen meldden", "What sources told"), True),
    "tables": Piece(Text("Wat een overleg besloot", "What a table decided"), True),
}
