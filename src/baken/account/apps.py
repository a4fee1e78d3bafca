"""How people log in and what keeps their log-in safe: as a Django app."""

from django.apps import AppConfig


class AccountConfig(AppConfig):
    """How people log in and what keeps their log-in safe."""

    name = "baken.account"
    label = "account"
    verbose_name = "Mijn account"
