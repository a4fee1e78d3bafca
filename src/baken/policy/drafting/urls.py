"""Addresses to draft a policy."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
