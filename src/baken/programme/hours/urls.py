"""Addresses: hours per kind of activity, and how many a route asks."""

from django.urls import URLPattern

app_name = "programme_hours"

urlpatterns: list[URLPattern] = []
