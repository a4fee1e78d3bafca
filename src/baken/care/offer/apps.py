"""The offer of help, its gaps, advice given, and information for clients: as a Django app."""

from django.apps import AppConfig


class CareOfferConfig(AppConfig):
    """The offer of help, its gaps, advice given, and information for clients."""

    name = "baken.care.offer"
    label = "care_offer"
    verbose_name = "Zorgaanbod"
