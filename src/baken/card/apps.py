"""The signal card as a Django app."""

from django.apps import AppConfig


class CardConfig(AppConfig):
    """What to look out for at work, open to everybody and without a log-in."""

    name = "baken.card"
    label = "card"
    verbose_name = "Signalenkaart"
