"""What one organisation says of its identity provider: strict types, and what may be in them."""

import re
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationInfo, field_validator

from baken.core.derive.access import GIVEN, conflict

LOCAL = ("localhost", "127.0.0.1", "::1")
ONE_STEP = frozenset({"pwd", "pin", "kba", "wia", "geo", "rba", "user"})
"""Methods (RFC 8176) that tell of no second step: a password, something like it, or where somebody is."""
_DOMAIN = re.compile(r"(?=.{4,200}\Z)([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}")
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def is_local(address: str) -> bool:
    """Whether an address is one on this machine, where https is not demanded."""
    return urlsplit(address).hostname in LOCAL


def safe(address: str) -> str:
    """Return an address to which secrets may go; raise ValueError for any other."""
    parts = urlsplit(address)  # which itself refuses what is no address
    if parts.scheme != "https" and not (parts.scheme == "http" and is_local(address)):
        raise ValueError("must begin with https:// (http:// is for localhost alone)")
    if not parts.hostname or parts.username is not None or parts.fragment or not address.isprintable():
        raise ValueError("must be an address with a host name, without a user or a #")
    return address


def plain(address: str) -> str:
    """The same, without a question mark behind it."""
    if "?" in safe(address) or " " in address:
        raise ValueError("must be an address without spaces or a question mark")
    return address


def origin(address: str) -> str:
    """The part of an address that says which site it is, as a content policy names it."""
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"


def _bare(address: str) -> str:
    if origin(plain(address)) != address.rstrip("/"):
        raise ValueError("must be a site, such as https://baken.example.nl, without a page behind it")
    return address.rstrip("/")


def _domain(name: str) -> str:
    if not _DOMAIN.fullmatch(name):
        raise ValueError("must be what stands behind the @, in small letters, such as woerden.nl")
    return name


Address = Annotated[str, AfterValidator(plain)]
Site = Annotated[str, AfterValidator(_bare)]
Domain = Annotated[str, AfterValidator(_domain)]
Line = Annotated[str, Field(min_length=1, max_length=500)]


class Strict(BaseModel):
    """Nothing but what is named here; what was given never stands in an error."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, hide_input_in_errors=True)


class Roles(Strict):
    """Which claim says what somebody is, and which roles its values give. Without it a person manager gives roles."""

    claim: Line
    give: dict[str, list[str]] = Field(min_length=1)

    @field_validator("give")
    @classmethod
    def _known(cls, give: dict[str, list[str]]) -> dict[str, list[str]]:
        for roles in give.values():
            if not roles:
                raise ValueError("each value gives at least one role")
            for role in roles:
                if role not in GIVEN or role in ("reporter", "deputy"):
                    raise ValueError(f"there is no role {role} to give; see docs/reference/access.md")
            if why_not := conflict(roles):
                raise ValueError(why_not.en)
        return give


class Demand(Strict):
    """What the provider must say of how somebody logged in: one of these `acr`, all of these `amr`."""

    acr: list[Line] = []
    amr: list[Line] = []

    @property
    def second_step(self) -> bool:
        """Whether a password alone cannot meet this. What a level means (`acr`) is the provider's to say."""
        return bool(self.acr or set(self.amr) - ONE_STEP)


class Entry(Strict):
    """The provider of one organisation, known by its slug."""

    name: Annotated[str, Field(min_length=1, max_length=60)]
    issuer: Address
    client_id: Line
    secret: Line = Field(repr=False)
    secret_sent: Literal["header", "body"] = "header"
    email_domains: list[Domain] = Field(min_length=1)
    email_verified: Literal["by_claim", "by_provider"] = "by_claim"
    scopes: list[Line] = []
    also_through: list[Site] = []
    demand: Demand = Demand()
    second_step: Literal["demanded", "by_provider"] = "demanded"
    roles: Roles | None = None


class Settings(Strict):
    """All of them, and the address of this installation, from which the provider may be asked to lead back."""

    format: Literal[1]
    address: Site
    organisations: dict[str, Entry] = Field(min_length=1)

    @field_validator("organisations")
    @classmethod
    def _apart(cls, entries: dict[str, Entry], info: ValidationInfo) -> dict[str, Entry]:
        if wrong := [slug for slug in entries if not _SLUG.fullmatch(slug)]:
            raise ValueError(f"{wrong[0]!r} is not the slug of an organisation, such as woerden")
        domains = [domain for entry in entries.values() for domain in entry.email_domains]
        if twice := sorted({domain for domain in domains if domains.count(domain) > 1}):
            raise ValueError(f"{twice[0]} stands here twice: one provider alone speaks for an address")
        return entries
