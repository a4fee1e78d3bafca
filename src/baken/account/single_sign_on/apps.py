"""Single sign-on, as a Django app with tables of its own."""

from django.apps import AppConfig


class SingleSignOnConfig(AppConfig):
    """Logging in with the account of one's own organisation."""

    name = "baken.account.single_sign_on"
    label = "single_sign_on"
    verbose_name = "Inloggen met het account van de organisatie"

    def ready(self) -> None:
        """Answer who logs in this way, for whoever looks after people."""
        from baken.account.single_sign_on import linked
        from baken.tenancy import factors

        factors.add("single_sign_on", linked.ways)
