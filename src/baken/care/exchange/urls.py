"""Addresses of this part of care."""

from django.urls import URLPattern

app_name = "care_exchange"

urlpatterns: list[URLPattern] = []
