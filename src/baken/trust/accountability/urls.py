"""Addresses of this room."""

from django.urls import URLPattern, URLResolver

app_name = "trust_accountability"
urlpatterns: list[URLPattern | URLResolver] = []
