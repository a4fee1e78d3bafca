"""The room feedback as a Django app."""

from django.apps import AppConfig


class FeedbackConfig(AppConfig):
    """What the reporter hears."""

    name = "baken.feedback"
    label = "feedback"
    verbose_name = "Terugkoppeling"

    def ready(self) -> None:
        """Let the mail to reporters be one of the chores."""
        from baken.feedback import notifying  # noqa: F401
