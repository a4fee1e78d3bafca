"""The frame of every page, as a Django app."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Page frame, components, style, headers, error pages and the front door."""

    name = "baken.web"
    label = "web"
    verbose_name = "Pagina's"
