"""Numbers to call and places to go, as an organisation's policy names them; drawn by `web/places.html`."""

from collections.abc import Iterable
from dataclasses import dataclass

from baken.core.policy.bundle import Bundle
from baken.core.vocabulary.text import Text
from baken.web.elsewhere import EMERGENCY, PLACES
from baken.web.parts import Link


@dataclass(frozen=True, slots=True)
class PlaceShown:
    """Somewhere else to go, and when to use it (REP-09)."""

    name: Text
    when: Text
    phone: Link | None = None
    links: tuple[Link, ...] = ()
    words: Text | None = None


@dataclass(frozen=True, slots=True)
class NumberShown:
    """A number to call in an emergency, beside 112."""

    name: Text
    phone: str
    when: Text

    @property
    def label(self) -> Text:
        """Whose number it is, and the number itself."""
        return Text(f"{self.name.nl}: {self.phone}", f"{self.name.en}: {self.phone}")


def numbers(bundle: Bundle | None) -> list[NumberShown]:
    """Return the policy's emergency numbers but 112, which stands on every page."""
    found = bundle.emergency_numbers if bundle else ()
    return [
        NumberShown(one.name, one.phone, one.when_to_use)
        for one in found
        if digits(one.phone) != EMERGENCY.dial
    ]


def places(bundle: Bundle | None) -> list[PlaceShown]:
    """Return where else one can go: as the policy says, and otherwise the national services."""
    if bundle is None or not bundle.reporting_points:
        return [PlaceShown(one.name, one.when, _call(one.number)) for one in PLACES]
    return [
        PlaceShown(
            one.name,
            one.when_to_use,
            _call(one.phone) if one.phone else None,
            tuple(_links(one.email, one.web)),
            one.contact_words,
        )
        for one in bundle.reporting_points
    ]


def digits(phone: str) -> str:
    """Return a number as a telephone dials it."""
    return "".join(sign for sign in phone if sign.isdigit() or sign == "+")


def short(address: str) -> str:
    """Return a web address as people write it."""
    return address.removeprefix("https://").removeprefix("www.").rstrip("/")


def _links(email: str | None, web: str | None) -> Iterable[Link]:
    if email:
        yield Link(f"mailto:{email}", email)
    if web:
        yield Link(web, short(web))


def _call(phone: str) -> Link:
    return Link(f"tel:{digits(phone)}", phone)
