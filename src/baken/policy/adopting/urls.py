"""Addresses to put a policy into use."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
