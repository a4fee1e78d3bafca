"""What a reporter tells, and apart from it who the reporter is. Both go into the vault, never beside it."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any, Self


@dataclass(frozen=True, slots=True)
class PersonTold:
    """Somebody who is involved, and in which capacity (DATA-01, DATA-02). Not one field is required."""

    name: str = ""
    capacity: str = ""
    birth: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class OrganisationTold:
    """An organisation that is involved (DATA-04)."""

    name: str = ""
    capacity: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class AddressTold:
    """An address that is involved, as an object of its own (DATA-04)."""

    street: str = ""
    number: str = ""
    postcode: str = ""
    town: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """An account. What was seen, heard and told stays apart, and so does the opinion (DATA-09)."""

    happened: str
    seen: str = ""
    heard: str = ""
    told: str = ""
    when: str = ""
    where: str = ""
    persons: tuple[PersonTold, ...] = ()
    organisations: tuple[OrganisationTold, ...] = ()
    addresses: tuple[AddressTold, ...] = ()
    thinks: str = ""

    def to_vault(self) -> dict[str, Any]:
        """Return the account as the vault keeps it."""
        plain = asdict(self)
        return {name: list(value) if isinstance(value, tuple) else value for name, value in plain.items()}

    @classmethod
    def from_vault(cls, kept: Mapping[str, Any]) -> Self:
        """Return the account that the vault kept; what a later version added is left aside."""
        rows = {"persons": PersonTold, "organisations": OrganisationTold, "addresses": AddressTold}
        known = {field.name: kept[field.name] for field in fields(cls) if field.name in kept}
        for name, kind in rows.items():
            known[name] = tuple(kind(**row) for row in known.get(name, ()))
        return cls(**known)


@dataclass(frozen=True, slots=True, repr=False)
class Envelope:
    """Who reports and how to reach them: sealed to the focal point's post the moment it is sent (ROLE-03).

    It has no readable form in logs or errors.
    """

    name: str = ""
    contact: str = ""
    team: str = ""
    coordinator: str = ""
    reach: str = ""

    def to_vault(self) -> dict[str, str]:
        """Return the envelope as it is sealed."""
        return asdict(self)

    @property
    def empty(self) -> bool:
        """Whether there is nothing in it."""
        return not any(asdict(self).values())
