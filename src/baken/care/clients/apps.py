"""Who is helped, by whom, with what and by when: as a Django app."""

from django.apps import AppConfig


class CareClientsConfig(AppConfig):
    """Who is helped, by whom, with what and by when."""

    name = "baken.care.clients"
    label = "care_clients"
    verbose_name = "Cliëntdossiers"
