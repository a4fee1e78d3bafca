"""Addresses: training: what there is, what was given, who was reached."""

from django.urls import URLPattern

app_name = "programme_training"

urlpatterns: list[URLPattern] = []
