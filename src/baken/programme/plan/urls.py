"""Addresses: the execution programme: actions, progress, next edition, year plan."""

from django.urls import URLPattern

app_name = "programme_plan"

urlpatterns: list[URLPattern] = []
