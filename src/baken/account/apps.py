"""How people log in and what keeps their log-in safe: as a Django app."""

from django.apps import AppConfig


class AccountConfig(AppConfig):
    """How people log in and what keeps their log-in safe."""

    name = "baken.account"
    label = "account"
    verbose_name = "Mijn account"

    def ready(self) -> None:
        """Answer who has an app or a passkey, and end it all, for whoever looks after people."""
        from baken.account import factors as own
        from baken.account import queries
        from baken.tenancy import factors

        factors.add("account", queries.ways)
        factors.ending("account", own.end_log_in)
