"""Which policy a page is about: the one in force, unless another of the organisation's own was asked for."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from baken.core.derive.adoptions import Adoption, OrganisationPolicies
from baken.core.policy.bundle import Bundle
from baken.ledger import policies

State = Literal["in_force", "coming", "past", "replaced", "proposed"]
ASKED, PROPOSED = "versie", "voorstel"


class NoSuchVersion(LookupError):
    """The organisation never put such a version into use."""


@dataclass(frozen=True, slots=True)
class Version:
    """A policy that the organisation put into use; `number` counts them, the first is 1."""

    number: int
    adoption: Adoption
    state: State
    until: date | None

    @property
    def bundle(self) -> Bundle:
        """The policy itself."""
        return policies.bundle(self.adoption.bundle)

    @property
    def query(self) -> str:
        """What keeps an address within this version; nothing for the one in force."""
        return "" if self.state == "in_force" else f"?{ASKED}={self.key}"

    @property
    def key(self) -> str:
        """What this version is called in an address."""
        return PROPOSED if self.state == "proposed" else str(self.number)


@dataclass(frozen=True, slots=True)
class Shelf:
    """Everything the organisation put into use, the oldest first."""

    decided: OrganisationPolicies
    versions: tuple[Version, ...]

    @property
    def in_force(self) -> Version | None:
        """The version that counts today."""
        return next((one for one in self.versions if one.state == "in_force"), None)

    @property
    def coming(self) -> tuple[Version, ...]:
        """What counts from a later day."""
        return tuple(one for one in self.versions if one.state == "coming")

    @property
    def proposed(self) -> Version | None:
        """What waits for a second person, as it would be; it has no number yet."""
        found = self.decided.proposed
        if found is None:
            return None
        would_be = Adoption(
            bundle=found.bundle,
            policy_id=found.policy_id,
            from_date=found.from_date,
            decision=found.decision,
            decided_on=found.decided_on,
            at=found.at,
            by=None,
            proposal=found,
        )
        return Version(0, would_be, "proposed", None)

    def asked(self, number: str, *, proposals: bool = False) -> Version | None:
        """Return the version asked for; without a number the one in force, or else the first that comes.

        What is only proposed is read by those who may put it into use: `proposals`.
        """
        if not number:
            return self.in_force or next(iter(self.coming), None)
        if number == PROPOSED and proposals and self.proposed is not None:
            return self.proposed
        for one in self.versions:
            if str(one.number) == number:
                return one
        raise NoSuchVersion(number)


def shelf(today: date) -> Shelf:
    """Return the policies of the organisation in scope as they stand on a day."""
    decided = policies.decided()
    current, coming = decided.in_force(today), decided.coming(today)
    return Shelf(
        decided,
        tuple(
            Version(number, one, _state(one, current, coming, today), _until(one, decided.adoptions))
            for number, one in enumerate(decided.adoptions, start=1)
        ),
    )


def _state(one: Adoption, current: Adoption | None, coming: tuple[Adoption, ...], today: date) -> State:
    if one is current:
        return "in_force"
    if one.from_date > today:
        return "coming" if any(one is other for other in coming) else "replaced"
    later = current is not None and one.from_date == current.from_date
    return "replaced" if later else "past"


def _until(one: Adoption, adoptions: tuple[Adoption, ...]) -> date | None:
    """Return the first day on which something else counted."""
    later = [other.from_date for other in adoptions if other.from_date > one.from_date]
    return min(later, default=None)
