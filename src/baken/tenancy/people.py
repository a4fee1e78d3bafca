"""How people are found and made: by address, in small letters."""

from typing import TYPE_CHECKING

from django.contrib.auth.base_user import BaseUserManager

if TYPE_CHECKING:
    from baken.tenancy.models import Person


def address(typed: str) -> str:
    """Return an e-mail address as it is kept."""
    return typed.strip().lower()


class PersonManager(BaseUserManager["Person"]):
    """Finds people by the address they log in with."""

    def get_by_natural_key(self, username: str | None) -> "Person":
        """Return the person with this address, however it was typed."""
        return self.get(email=address(username or ""))

    def create_user(self, *, email: str, name: str, password: str | None = None) -> "Person":
        """Make someone who can log in; without a password, not by password."""
        person = self.model(email=address(email), name=name.strip())
        person.set_password(password)
        person.save(using=self._db)
        return person
