"""What the people concerned may ask, and what was done: as a Django app."""

from django.apps import AppConfig


class TrustRightsConfig(AppConfig):
    """What the people concerned may ask, and what was done."""

    name = "baken.trust.rights"
    label = "trust_rights"
    verbose_name = "Rechten"
