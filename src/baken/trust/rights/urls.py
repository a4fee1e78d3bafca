"""Addresses of this room."""

from django.urls import URLPattern, URLResolver

app_name = "trust_rights"
urlpatterns: list[URLPattern | URLResolver] = []
