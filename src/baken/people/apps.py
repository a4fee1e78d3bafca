"""Who works here, in which roles, and since when: as a Django app."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Who works here, in which roles, and since when."""

    name = "baken.people"
    label = "people"
    verbose_name = "Mensen"
