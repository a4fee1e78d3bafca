"""Addresses of this part of care."""

from django.urls import URLPattern

app_name = "care_placing"

urlpatterns: list[URLPattern] = []
