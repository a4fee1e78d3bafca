"""Addresses of this part of care."""

from django.urls import URLPattern

app_name = "care_notices"

urlpatterns: list[URLPattern] = []
