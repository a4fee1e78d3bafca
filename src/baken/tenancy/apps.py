"""Organisations, people, posts and keys as a Django app."""

from django.apps import AppConfig


class TenancyConfig(AppConfig):
    """Who belongs where, and who may open what."""

    name = "baken.tenancy"
    label = "tenancy"
    verbose_name = "Tenancy"
