"""The room files as a Django app."""

from django.apps import AppConfig


class FilesConfig(AppConfig):
    """Files with a signal, where the policy of a municipality switches them on."""

    name = "baken.files"
    label = "files"
    verbose_name = "Bestanden"
