"""Addresses: outreach and campaigns."""

from django.urls import URLPattern

app_name = "programme_outreach"

urlpatterns: list[URLPattern] = []
