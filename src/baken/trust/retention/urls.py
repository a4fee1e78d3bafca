"""Addresses of this room."""

from django.urls import URLPattern, URLResolver

app_name = "trust_retention"
urlpatterns: list[URLPattern | URLResolver] = []
