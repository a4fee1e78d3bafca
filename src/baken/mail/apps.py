"""Mail, as a Django app."""

from django.apps import AppConfig


class MailConfig(AppConfig):
    """Mails that say that there is something, and never what."""

    name = "baken.mail"
    label = "mail"
    verbose_name = "Berichten"

    def ready(self) -> None:
        """Let an address go with its signal, and with who the reporter is."""
        from baken.ledger import destroying
        from baken.mail import waiting

        destroying.beside(waiting.erase)
