"""Addresses: the basic level: what it asks, and where the organisation stands."""

from django.urls import URLPattern

app_name = "programme_level"

urlpatterns: list[URLPattern] = []
