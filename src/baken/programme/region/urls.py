"""Addresses: regions: what members release to each other."""

from django.urls import URLPattern

app_name = "programme_region"

urlpatterns: list[URLPattern] = []
