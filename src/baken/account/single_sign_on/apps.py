"""Single sign-on, as a Django app with tables of its own."""

from django.apps import AppConfig


class SingleSignOnConfig(AppConfig):
    """Logging in with the account of one's own organisation."""

    name = "baken.account.single_sign_on"
    label = "single_sign_on"
    verbose_name = "Inloggen met het account van de organisatie"
