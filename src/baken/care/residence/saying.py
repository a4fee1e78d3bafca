"""What is said of terms: their names, how long there is, and what changed. Finished words, without anybody's name."""

from collections.abc import Mapping
from datetime import date

from baken.core.derive.entitlements import day_words
from baken.core.policy.bundle import Bundle
from baken.core.vocabulary.residence import BECAUSE, HOW
from baken.core.vocabulary.text import Text

UNCONFIRMED = Text("niet bevestigd", "not confirmed")
_LEFT = {
    "missed": (Text("gisteren voorbij", "over since yesterday"), Text("{n} dagen voorbij", "{n} days over")),
    "left": (Text("morgen", "tomorrow"), Text("nog {n} dagen", "{n} days left")),
}
_TODAY = Text("vandaag", "today")
_MOVED = Text("was {was}, is nu {now}: {because}", "was {was}, is now {now}: {because}")
_RENAMED = Text("was {was}, is nu {name}, {now}: {because}", "was {was}, is now {name}, {now}: {because}")
_AGAIN = Text("loopt weer, tot en met {now}: {because}", "runs again, until {now}: {because}")
_GONE = Text("was {was}, geldt niet meer: {because}", "was {was}, no longer counts: {because}")


def names(bundle: Bundle) -> Mapping[str, Text]:
    """Return what every term of a policy is called, as the beginning of a line."""
    return {rule.id: capital(rule.name) for rule in (*bundle.deadlines, *bundle.care_steps)}


def capital(words: Text) -> Text:
    """Return a sentence that begins with a capital."""
    return Text(words.nl[:1].upper() + words.nl[1:], words.en[:1].upper() + words.en[1:])


def left(on: date, today: date) -> Text:
    """Return how long there is until the last day, or how long it is over."""
    days = (on - today).days
    if days == 0:
        return _TODAY
    one, many = _LEFT["left" if days > 0 else "missed"]
    return one if abs(days) == 1 else many.format(n=abs(days))


def changed(was: date, on: date | None, because: str, into: Text | None = None) -> Text:
    """Return what a term was, what it is and why; `into` where another rule took its place."""
    why = BECAUSE[because]
    if on is None:
        return _GONE.format(was=day_words(was), because=why)
    if on == was and into is None:
        return _AGAIN.format(now=day_words(on), because=why)
    words = _MOVED if into is None else _RENAMED
    return words.format(was=day_words(was), now=day_words(on), because=why, name=into)


def how(handled: str) -> Text:
    """Return how a term was handled."""
    return HOW[handled]
