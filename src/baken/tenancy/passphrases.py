"""What a vault passphrase must be. It alone stands between a thief of everything stored and the envelopes."""

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from baken.core.vocabulary.text import Text
from baken.tenancy.boxes import normalised
from baken.tenancy.place_words import CODE

LENGTH, WORDS, CHARACTERS = 12, 4, 8


def weakness(passphrase: str) -> Text | None:
    """Say why a passphrase would be guessed too soon, or nothing where it is strong enough."""
    plain = normalised(passphrase)
    if len(plain) < LENGTH:
        return Text(
            "Een wachtwoordzin telt minstens {n} tekens.", "A passphrase has at least {n} characters."
        ).format(n=LENGTH)
    words = plain.casefold().split()
    if len(set(words)) < WORDS and len(set("".join(words))) < CHARACTERS:
        return Text(
            "Een wachtwoordzin telt minstens {words} verschillende woorden of {signs} verschillende tekens.",
            "A passphrase has at least {words} different words or {signs} different characters.",
        ).format(words=WORDS, signs=CHARACTERS)
    try:
        validate_password(plain)
    except ValidationError as weak:
        if any(error.code == CODE for error in weak.error_list):
            return Text(
                "Dit zijn vooral woorden van uw werk, zoals de naam van de gemeente. Die worden als eerste geprobeerd.",
                "These are mostly words of your work, such as the name of the municipality. They are tried first.",
            )
        return Text(
            "Veel mensen gebruiken dit als wachtwoord, dus het wordt als eerste geprobeerd.",
            "Many people use this as a password, so it is tried first.",
        )
    return None
