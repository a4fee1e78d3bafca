"""Who is whom at an identity provider."""

from typing import ClassVar
from uuid import uuid4

from django.db import models

from baken.tenancy.models import Person


class Link(models.Model):
    """A person is known at a provider (`issuer`) by a subject, of which only a keyed hash is kept.

    Belongs to no organisation: people log in before there is one.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    issuer = models.CharField(max_length=500)
    subject = models.BinaryField(max_length=32, unique=True)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        """One account of a provider for one person, so that an address given to a newcomer opens nothing old."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["person", "issuer"], name="single_sign_on_link_once"),
        ]
