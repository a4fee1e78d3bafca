"""What help is offered, to whom that was made known, what was missing, advice given, and translated information.

Administration: ordinary tables that keep their history. None of it is about a client.
"""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from baken.tenancy.models_kept import Kept


class Offer(Kept):
    """Help that somebody offers. `provider` is the id in the policy, where it came from there."""

    provider = models.CharField(max_length=60, blank=True, default="")
    name = models.CharField(max_length=120)
    what = models.CharField(max_length=600)
    reach = models.CharField(max_length=200, blank=True, default="")
    areas = ArrayField(models.CharField(max_length=40))
    ages = ArrayField(models.CharField(max_length=20))
    forms = ArrayField(models.CharField(max_length=40))
    from_date = models.DateField()
    until_date = models.DateField(null=True)

    class Meta:
        """Listed by name."""

        indexes = [models.Index(fields=["organisation_id", "name"], name="care_offer_by_name")]


class MadeKnown(Kept):
    """That the offer was made known: to whom, when and how."""

    on = models.DateField()
    whom = models.CharField(max_length=20)
    name = models.CharField(max_length=120, blank=True, default="")
    how = models.CharField(max_length=20)

    class Meta:
        """Listed by day."""

        indexes = [models.Index(fields=["organisation_id", "on"], name="care_offer_known_on")]


class Missing(Kept):
    """Help that is not to be had, noted without a client. `what` is a word of the closed list `LACKED`, or empty."""

    on = models.DateField()
    area = models.CharField(max_length=40)
    reason = models.CharField(max_length=20)
    what = models.CharField(max_length=300, blank=True, default="")

    class Meta:
        """Counted by year."""

        indexes = [models.Index(fields=["organisation_id", "on"], name="care_offer_missing_on")]


class Advice(Kept):
    """Advice given to a professional: counted, not named."""

    on = models.DateField()
    profession = models.CharField(max_length=20)
    subject = models.CharField(max_length=20)
    minutes = models.IntegerField()

    class Meta:
        """Counted by year."""

        indexes = [models.Index(fields=["organisation_id", "on"], name="care_offer_advice_on")]


class Translation(Kept):
    """The information for clients in another language. `made_from` is the digest of the Dutch it was made from.

    Nobody but who writes it sees it, until somebody who knows the language checked it.
    """

    language = models.CharField(max_length=8)
    texts = models.JSONField()
    made_from = models.CharField(max_length=64)
    checked_by = models.CharField(max_length=120, blank=True, default="")
    checked_on = models.DateField(null=True)

    class Meta:
        """One for each language."""

        constraints = [
            models.UniqueConstraint(fields=["organisation_id", "language"], name="care_offer_one_language")
        ]
