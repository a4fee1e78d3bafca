"""Addresses of this part of care."""

from django.urls import URLPattern

app_name = "care_offer"

urlpatterns: list[URLPattern] = []
