"""What a telephone number, a mail address and a web address look like: a slip is said while it is easy to mend."""

import re

from django.utils.translation import gettext as _

_PHONE = re.compile(r"\+?[\d\s()./-]{3,40}\Z")
_EMAIL = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@.]+\Z")


def misshapen(shape: str, words: str) -> str:
    """Return what is wrong with words of this shape, or nothing."""
    if shape == "web" and not words.startswith(("https://", "http://")):
        return _("Een webadres begint met https://. Kopieer het uit uw browser.")
    if shape == "phone" and not (_PHONE.match(words) and re.search(r"\d{3}", words)):
        return _("Een telefoonnummer bestaat uit cijfers, zoals 030-1234567. Zet een uitleg erbij als tekst.")
    if shape == "email" and not _EMAIL.match(words):
        return _("Een e-mailadres heeft een @ en een punt erachter, zoals meldpunt@gemeente.nl.")
    return ""
