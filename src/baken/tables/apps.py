"""The room tables as a Django app."""

from django.apps import AppConfig


class TablesConfig(AppConfig):
    """Signals on a table, and what it decided."""

    name = "baken.tables"
    label = "tables"
    verbose_name = "Overleggen"
