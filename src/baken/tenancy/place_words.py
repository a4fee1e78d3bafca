"""Words that whoever guesses a password of this work tries first: of Baken, of the roles, of the organisations here."""

import re
import unicodedata
from collections.abc import Iterable

from django.core.exceptions import ValidationError

from baken.core.derive.access import ROLES
from baken.tenancy.models import Organisation

CODE = "of_the_place"
LEFT = 8
"""So many letters must be left without them. Chosen: two short words that nobody expects."""
OWN = (
    "baken", "mensenhandel", "uitbuiting", "trafficking", "signaal", "signalen", "melding", "melden", "meldpunt",
    "melder", "gemeente", "municipality", "stadhuis", "regio", "slachtoffer", "zorg", "opvang", "kluis", "wachtwoord",
    "wachtwoordzin", "password", "passphrase", "welkom", "welcome", "geheim", "inloggen", "januari", "februari",
    "maart", "april", "juni", "juli", "augustus", "september", "oktober", "november", "december", "lente", "zomer",
    "herfst", "winter",
)  # fmt: skip
_SHORTEST = 4
_LETTERS = re.compile(r"[a-z]+")


class PlaceWordsValidator:
    """Refuses what is little more than such words, with digits and signs between them (ASVS V6.2.11)."""

    def validate(self, password: str, user: object = None) -> None:
        """Raise ValidationError where too little is left."""
        if len(left(password, words())) < min(LEFT, len(left(password, ()))):
            raise ValidationError("mostly words of the place", code=CODE)

    def get_help_text(self) -> str:
        """What is asked, as Django wants it."""
        return "No words of the work itself, such as the name of the municipality."


def words() -> set[str]:
    """Return the words of this installation, as `left` compares them."""
    named = [*Organisation.objects.values_list("name", flat=True)]
    named += [text for role in ROLES.values() for text in role.name]
    return {one for text in (*OWN, *named) for one in _letters(text) if len(one) >= _SHORTEST}


def left(password: str, known: Iterable[str]) -> str:
    """Return the letters of a password without these words, the longest taken out first."""
    plain = "".join(_letters(password))
    for word in sorted(known, key=len, reverse=True):
        plain = plain.replace(word, "")
    return plain


def _letters(text: str) -> list[str]:
    """The words of a text without accents, in small letters."""
    flat = unicodedata.normalize("NFKD", text.casefold())
    return _LETTERS.findall("".join(sign for sign in flat if not unicodedata.combining(sign)))
